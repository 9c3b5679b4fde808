//! Two standard wounds, a punch through the skin and a suction blister, and the messengers that repair needs where they are.
//!
//! ```text
//! x' = punch (1 - x) - v m x / (x + 0.05),   y' = blister (1 - y) - 0.149 / d m y / (y + 0.05)
//! m  = exp(-clip(0.4 w_strain C + 1 w_threat Th + 0.5 w_hurt H - 0.1 w_sleep T + 0.1 w_cortisol D - 0.1 w_oxytocin O - 0.3 w_safety S, -1.5, 1.5))
//! L' = ((1 - (1 - x)(1 - y)) (0.5 + 0.5 m) - L) / 12 h          cytokines at the wound
//! open areas x^2 and y^2,   water loss at the blister: that of the skin around it + 60 y^2
//! ```
//!
//! x, y radius of what is open, relative to the fresh wound; v = 0.04 / d. The edge moves in at a constant speed, so the area shrinks as a disc does and a smaller
//! rest closes sooner; the last twentieth of the radius fades. C chronic load, Th and H traces of threat and hurt, T hours slept beyond the usual, D departure of cortisol, O central
//! oxytocin above rest, S trace of safety. m is 1 where a person lives as usual. What slows repair also calls fewer messengers to the wound, while those of the blood may rise:
//! these are two compartments. A punch is healed when less than a hundredth of its area is open, a blister when a tenth of its water loss is left.
//! Left out: infection of the wound, scars, size and place, drugs, that people differ in how much strain slows them.

use crate::appraisal::{hurt, safety, threat};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "wound" {
        /// Radius of what is open of a punch wound, relative to the fresh wound
        punch: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 1.0), normal: None, measured_by: "photographs" },
        /// Radius of what is open of a blister, relative to the fresh wound
        blister: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 1.0), normal: None, measured_by: "nothing by itself: shows as water loss" },
        /// Cytokines at the wound, relative to a fresh one
        cytokines: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 5.0), normal: None, measured_by: "interleukins in blister fluid" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "wound" {
        /// Open area of a punch wound, relative to the fresh wound
        open: Quantity { system: System::Immune, principal: true, unit: "1", possible: (0.0, 1.0), normal: None, measured_by: "photographs" },
        /// Water loss at the blister
        water_loss: Quantity { system: System::Immune, principal: false, unit: "g/m2/h", possible: (0.0, 450.0), normal: Some((3.8, 16.0)), measured_by: "evaporimeter over the blister" },
        /// Speed of repair, relative to the person's usual
        repair: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.2, 5.0), normal: Some((0.8, 1.1)), measured_by: "standard wounds" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "wound" {
        /// Speed of the edge of a punch wound
        punch: Parameter {
            unit: "1/d", min: 0.008, typical: 0.04, max: 0.1, spread: Spread::Lognormal(0.27),
            evidence: Evidence::Hypothesis, source: "a punch of some millimetres that is left open closes within three to four weeks; general knowledge, spread guessed",
        },
        /// Speed of the edge of a blister
        blister: Parameter {
            unit: "1/d", min: 0.04, typical: 0.149, max: 0.6, spread: Spread::Lognormal(0.27),
            evidence: Evidence::Hypothesis, source: "a tenth of the water loss left after 5 d: one day more after conflict and two more in hostile couples at 0.6 of the rate (Kiecolt-Glaser 2005) leave 3 to 6 d; spread as of punch wounds",
        },
        /// Part of the radius that fades at last
        fading: Parameter {
            unit: "1", min: 0.01, typical: 0.05, max: 0.3, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Repair lost per unit of chronic load, a logarithm
        strain: Parameter {
            unit: "1", min: 0.0, typical: 0.4, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype; strain and healing go together by r -0.42 (Walburn 2009)",
        },
        /// Repair lost per unit of the trace of threat, a logarithm
        threat: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 4.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "slower after conflict than after a talk that supports (Kiecolt-Glaser 2005); size guessed",
        },
        /// Repair lost per unit of the trace of hurt, a logarithm
        hurt: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed: half as much as threat",
        },
        /// Repair per hour of sleep, a logarithm
        sleep: Parameter {
            unit: "1/h", min: 0.0, typical: 0.1, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "general knowledge; size guessed",
        },
        /// Repair lost per logarithm of cortisol above the usual
        cortisol: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "glucocorticoids slow repair; size guessed",
        },
        /// Repair per unit of central oxytocin above rest, a logarithm
        oxytocin: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a survey of models",
        },
        /// Repair per unit of the trace of safety, a logarithm
        safety: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed: below what threat takes",
        },
        /// Share of the cytokines at the wound that follows the speed of repair
        called: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "8 % fewer at the wound after conflict, which took one day more of six (Kiecolt-Glaser 2005, as reported in news)",
        },
        /// Time constant of the cytokines at the wound
        cytokines: Parameter {
            unit: "min", min: 120.0, typical: 720.0, max: 4320.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "general knowledge: most within a day",
        },
        /// Water loss that an open blister adds
        bare: Parameter {
            unit: "g/m2/h", min: 10.0, typical: 60.0, max: 150.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "wound" {
        /// Lasting strain slows repair
        strain: Arrow {
            from: "strain.load", to: "wound.repair", unit: "1",
            told: strength(1.4, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "r -0.42 over 11 studies (Walburn 2009); 0.6 of the rate in hostile couples (Kiecolt-Glaser 2005) is what is told",
        },
        /// Threat slows repair
        threat: Arrow {
            from: "threat.trace", to: "wound.repair", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "slower after conflict (Kiecolt-Glaser 2005); size guessed",
        },
        /// Hurt slows repair
        hurt: Arrow {
            from: "hurt.trace", to: "wound.repair", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.3, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "nobody has looked at exclusion alone; guessed",
        },
        /// Sleep quickens repair
        sleep: Arrow {
            from: "restedness.hours", to: "wound.repair", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "general knowledge; size guessed",
        },
        /// Cortisol above the usual slows repair
        cortisol: Arrow {
            from: "departure.log", to: "wound.repair", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "glucocorticoids as drugs do; size guessed",
        },
        /// Central oxytocin quickens repair
        oxytocin: Arrow {
            from: "oxytocin.central", to: "wound.repair", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.0, 0.1), null: strength(0.0, 0.1),
            moderators: &[], grade: Grade::Mixed, evidence: Evidence::Hypothesis, source: "the account; as a nasal spray alone none (Schneider 2025)",
        },
        /// Safety quickens repair
        safety: Arrow {
            from: "safety.trace", to: "wound.repair", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.3, 0.2), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "faster after the visit with a talk that supports; an exercise of appreciation alone none (Schneider 2025)",
        },
    }
}

/// What repair reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Chronic load.
    pub strain: R,
    /// Threat.
    pub threat: &'a threat::State<R>,
    /// Hurt.
    pub hurt: &'a hurt::State<R>,
    /// Safety.
    pub safety: &'a safety::State<R>,
    /// Hours slept beyond the usual.
    pub hours: R,
    /// Departure of cortisol, as a logarithm.
    pub cortisol: R,
    /// Central oxytocin above rest.
    pub central: R,
    /// Water loss of the skin around it, g/m2/h.
    pub loss: R,
}

/// The readings above.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, read: &Read<'_, R>, p: &Parameters<R>, w: &Arrows<R>) -> Reading<R> {
    let slowed = w.strain * p.strain * read.strain
        + w.threat * p.threat * read.threat.trace
        + w.hurt * p.hurt * read.hurt.trace
        + w.cortisol * p.cortisol * read.cortisol;
    let quickened = w.sleep * p.sleep * read.hours
        + w.oxytocin * p.oxytocin * read.central
        + w.safety * p.safety * read.safety.trace;
    Reading {
        open: x.punch.squared(),
        water_loss: read.loss + p.bare * x.blister.squared(),
        repair: (quickened - slowed).clamp(-1.5, 1.5).exp(),
    }
}

/// The equations above; `repair` is m.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, repair: R, input: &Inputs<R>, p: &Parameters<R>) -> State<Change<R>> {
    let pace = repair * (1.0 / 1440.0);
    let closing = |radius: R, speed: R| pace * speed / (radius.positive() + p.fading);
    let fresh = -(-x.punch + 1.0) * (-x.blister + 1.0) + 1.0;
    let calls = fresh * (p.called * (repair - 1.0) + 1.0);
    State {
        punch: Change::balance(input.punch, x.punch, input.punch + closing(x.punch, p.punch)),
        blister: Change::balance(input.blister, x.blister, input.blister + closing(x.blister, p.blister)),
        cytokines: Change::towards(calls, x.cytokines, p.cytokines),
    }
}

#[cfg(test)]
mod tests {
    use super::{Arrows, Parameters, Read, State, flow, reading};
    use crate::appraisal::{hurt, safety, threat};
    use crate::declare::{Reading, Table};
    use crate::inputs::Inputs;
    use crate::relax::Change;

    fn typical() -> Parameters<f64> {
        Table::read(&mut Parameters::ROWS.iter().map(|row| row.declared.typical)).unwrap()
    }

    fn arrows(which: Reading) -> Arrows<f64> {
        Table::read(&mut Arrows::ROWS.iter().map(|row| row.declared.strength(which).value)).unwrap()
    }

    fn step(x: f64, change: Change<f64>, minutes: f64) -> f64 {
        let z = -change.rate * minutes;
        x + change.slope * minutes * if z == 0.0 { 1.0 } else { z.exp_m1() / z }
    }

    /// The speed of repair with this load, trace of threat and trace of safety.
    fn repair(strain: f64, threat: f64, safety: f64, which: Reading) -> f64 {
        let threat = threat::State { felt: 0.0, trace: threat, exposure: 0.0 };
        let (hurt, safety) = (hurt::State { felt: 0.0, trace: 0.0 }, safety::State { felt: 0.0, trace: safety });
        let read = Read {
            strain,
            threat: &threat,
            hurt: &hurt,
            safety: &safety,
            hours: 0.0,
            cortisol: 0.0,
            central: 0.0,
            loss: 9.69,
        };
        let x = State { punch: 0.0, blister: 0.0, cytokines: 0.0 };
        reading(&x, &read, &typical(), &arrows(which)).repair
    }

    /// A minute of wounding, and the states every quarter of an hour after it.
    fn healing(repair: f64, days: usize) -> Vec<State<f64>> {
        let p = typical();
        let mut x = State { punch: 0.0, blister: 0.0, cytokines: 0.0 };
        let next = |x: &State<f64>, input: &Inputs<f64>, minutes: f64| {
            let change = flow(x, repair, input, &p);
            State {
                punch: step(x.punch, change.punch, minutes),
                blister: step(x.blister, change.blister, minutes),
                cytokines: step(x.cytokines, change.cytokines, minutes),
            }
        };
        let wounding = Inputs { punch: 10.0, blister: 10.0, ..Inputs::rest() };
        (0..2).for_each(|_| x = next(&x, &wounding, 0.5));
        let rest = Inputs::rest();
        let course = (0..96 * days).map(|_| {
            x = next(&x, &rest, 15.0);
            x
        });
        course.collect()
    }

    fn days_until(course: &[State<f64>], healed: impl Fn(&State<f64>) -> bool) -> f64 {
        course.iter().position(healed).unwrap() as f64 / 96.0
    }

    #[test]
    fn wounds_heal_in_the_published_time() {
        let course = healing(1.0, 60);
        let punch = days_until(&course, |it| it.punch.powi(2) < 0.01);
        let blister = days_until(&course, |it| it.blister.powi(2) < 0.1);
        assert!((21.0..=28.0).contains(&punch), "three to four weeks: {punch}");
        assert!((blister - 5.0).abs() < 0.2, "{blister}");
        assert!(course.iter().all(|it| [it.punch, it.blister, it.cytokines].iter().all(|it| (0.0..=1.0).contains(it))));
        // Skin that is whole stays so.
        let whole = flow(&State { punch: 0.0, blister: 0.0, cytokines: 0.0 }, 1.0, &Inputs::rest(), &typical());
        assert_eq!([whole.punch.slope, whole.blister.slope, whole.cytokines.slope], [0.0; 3]);
    }

    #[test]
    fn strain_slows_and_lowers_the_cytokines_of_the_wound() {
        let slow = repair(1.0, 0.0, 0.0, Reading::Measured);
        let (calm, strained) = (healing(1.0, 60), healing(slow, 90));
        let days = |course: &[State<f64>]| days_until(course, |it| it.punch.powi(2) < 0.01);
        assert!(days(&strained) > 1.3 * days(&calm));
        assert!(strained[96].cytokines < 0.95 * calm[96].cytokines && calm[96].cytokines > 0.5);
    }

    #[test]
    fn each_reading_has_its_own_levers() {
        for which in Reading::ALL {
            assert_eq!(repair(0.0, 0.0, 0.0, which), 1.0);
            assert!((0.2..1.0).contains(&repair(2.0, 1000.0, 0.0, which)));
        }
        assert!(repair(1.0, 0.0, 0.0, Reading::Told) < repair(1.0, 0.0, 0.0, Reading::Measured));
        assert_eq!(repair(0.0, 1.0, 1.0, Reading::Null), 1.0);
        assert!(repair(0.0, 0.0, 1.0, Reading::Told) > repair(0.0, 0.0, 1.0, Reading::Measured));
    }
}
