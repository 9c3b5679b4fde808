//! The inflammatory drive of white cells (what NF-kB does in them), and the way from it to the messenger that they release.
//!
//! ```text
//! N'  = ((1 + u / (1 + u / 16) + w_endotoxin 120 bounded(E, 5)^2) exp(tanh(d)) - N) / 25 min
//! u   = (1 + P) (w_threat 3.5 sat(Th) + w_pain 3.5 sat(pain / 10) + w_hurt 0.65 H) + w_leak 0.25 l^2 / (2 + l^2) + w_virus I,   sat(x) = 1.5 x^2 / (1 + 0.5 x^2)
//! d   = w_priming 0.5 P + w_deaf 0.5 (1 - G) + w_sleep 0.1 bounded(-T, 4) - w_cortisol 0.1 G bounded(D, 2)
//!     - w_oxytocin 0.15 O - w_vagus 0.2 V - w_safety St - w_glow A
//! M1' = (N - M1) / 20 min,   M2' = (M1 - M2) / 20 min,   M3' = (M2 - M3) / 20 min
//! E'  = dose - E / 90 min                                 endotoxin, ng/kg
//! ```
//!
//! Th threat, H hurt, P priming above the usual, l leak of the gut's lining above that at rest, G sensitivity to cortisol, T hours slept beyond the usual,
//! D departure of cortisol, O central oxytocin above rest, V what feeling adds to vagal tone, St trace of safety, A afterglow. N and the three delays are 1 at rest.
//! The delays stand for making and releasing the messenger: with its clearance they let nothing be seen for half an hour, and most after an hour and a half.
//! I innate answer of the nose to a virus. Threat acts and not the sympathetic drive, or speaking and walking would inflame. Social or other stress makes no difference (Marsland 2017).
//! It does not habituate. Left out: muscles at work, wounds, tolerance after endotoxin, that interleukin-10 restrains it.

use crate::appraisal::{hurt, threat};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

const fn delayed() -> Quantity {
    Quantity {
        system: System::Immune,
        principal: false,
        unit: "1",
        possible: (0.0, 100_000.0),
        normal: Some((0.8, 1.3)),
        measured_by: "nothing: a latent state",
    }
}

table! {
    /// States.
    State of Quantity in "inflammation" {
        /// Inflammatory drive of white cells, relative to rest
        drive: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 100_000.0), normal: Some((0.8, 1.3)), measured_by: "binding of NF-kB in white cells" },
        /// Messenger in the making, first part
        made: delayed(),
        /// Messenger in the making, second part
        folded: delayed(),
        /// Messenger on the way into the blood
        released: delayed(),
        /// Endotoxin that acts
        endotoxin: Quantity { system: System::Immune, principal: false, unit: "ng/kg", possible: (0.0, 2000.0), normal: None, measured_by: "nothing in people" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "inflammation" {
        /// Drive by a threat of 1
        threat: Parameter {
            unit: "1", min: 0.0, typical: 3.5, max: 15.0, spread: Spread::Lognormal(0.5),
            evidence: Evidence::Derived, source: "twenty minutes of it raise interleukin-6 by half at 90 min: d 0.70 (Marsland 2017) at a log SD of 0.6; spread guessed",
        },
        /// Drive by the worst pain
        pain: Parameter {
            unit: "1", min: 0.0, typical: 3.5, max: 15.0, spread: Spread::Lognormal(0.5),
            evidence: Evidence::Hypothesis, source: "as much as by a threat of the same rating: social or other stress made no difference (Marsland 2017)",
        },
        /// Drive per unit of hurt
        hurt: Parameter {
            unit: "1", min: 0.0, typical: 0.65, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype: a fifth of that by threat",
        },
        /// Largest rise of the drive by all that happens
        largest: Parameter {
            unit: "1", min: 4.0, typical: 16.0, max: 50.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Largest drive by a leaking gut
        leak: Parameter {
            unit: "1", min: 0.0, typical: 0.25, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a tenth at twice the usual permeability, as in a prototype",
        },
        /// Drive by a virus that the nose answers fully
        virus: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 10.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "a cold doubles interleukin-6 for days, guessed",
        },
        /// Drive per square of endotoxin
        endotoxin: Parameter {
            unit: "kg2/ng2", min: 10.0, typical: 120.0, max: 500.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Derived, source: "between interleukin-6 tenfold on 0.8 ng/kg (a trial of 2011 to 2013, bio-protocol.org 1247867) and 1,000 pg/mL on 2 ng/kg (PMC540200); spread guessed",
        },
        /// Time constant of endotoxin's action
        endotoxin_tau: Parameter {
            unit: "min", min: 20.0, typical: 90.0, max: 300.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "messengers greatest at 2 h and back by 4 to 6 h (PMC540200)",
        },
        /// Logarithm of the drive in full priming
        priming: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of the drive where cortisol is not heard at all
        deaf: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of the drive per hour of lost sleep
        sleep: Parameter {
            unit: "1/h", min: 0.0, typical: 0.1, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of the drive that cortisol takes away, per e-fold of it
        cortisol: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of the drive that central oxytocin takes away
        oxytocin: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of the drive that vagal tone takes away
        vagus: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Time constant of the drive
        tau: Parameter {
            unit: "min", min: 5.0, typical: 25.0, max: 120.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "tumour necrosis factor, which follows it, is greatest at 31 to 50 min (Marsland 2017); share guessed",
        },
        /// Each delay of the messenger
        delay: Parameter {
            unit: "min", min: 5.0, typical: 20.0, max: 60.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "interleukin-6 rises from 40-50 min, most at 90 min (Marsland 2017); three delays",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "inflammation" {
        /// Pain inflames
        pain: Arrow {
            from: "nociception.pain", to: "inflammation.drive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &["priming"], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "social or other stress made no difference (Marsland 2017); scale as of threat",
        },
        /// A virus in the nose inflames
        virus: Arrow {
            from: "virus.innate", to: "inflammation.drive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "infections raise interleukin-6 and C-reactive protein; size guessed",
        },
        /// Threat inflames
        threat: Arrow {
            from: "threat.felt", to: "inflammation.drive", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(0.0, 0.0),
            moderators: &["priming"], grade: Grade::Strong, evidence: Evidence::Read, source: "34 studies, d 0.35 over all times (Marsland 2017); the scale is the drive by threat",
        },
        /// Hurt inflames
        hurt: Arrow {
            from: "hurt.felt", to: "inflammation.drive", unit: "1",
            told: strength(1.5, 0.5), measured: strength(0.6, 0.4), null: strength(0.0, 0.0),
            moderators: &["priming"], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "targeted rejection: NF-kB of white cells up (Murphy 2013), blood levels not; size from a prototype",
        },
        /// A leaking gut inflames
        leak: Arrow {
            from: "permeability.ratio", to: "inflammation.drive", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Primed cells inflame
        priming: Arrow {
            from: "priming.level", to: "inflammation.drive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Cells that do not hear cortisol inflame
        deaf: Arrow {
            from: "receptors.sensitivity", to: "inflammation.drive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "Cohen 2012; size from a prototype",
        },
        /// Lost sleep inflames
        sleep: Arrow {
            from: "restedness.hours", to: "inflammation.drive", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "general knowledge; size from a prototype",
        },
        /// Cortisol damps
        cortisol: Arrow {
            from: "departure.log", to: "inflammation.drive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &["sensitivity to cortisol"], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "who habituates in cortisol sensitises less in interleukin-6, but all of it at the same hour; size from a prototype",
        },
        /// Central oxytocin damps
        oxytocin: Arrow {
            from: "oxytocin.central", to: "inflammation.drive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.1, 0.2), null: strength(0.1, 0.2),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "animals; size from a prototype",
        },
        /// The vagus damps
        vagus: Arrow {
            from: "vagal.tone", to: "inflammation.drive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.2, 0.2), null: strength(0.2, 0.2),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "variability and tumour necrosis factor go together; size from a prototype",
        },
        /// Safety that is over damps
        safety: Arrow {
            from: "safety.trace", to: "inflammation.drive", unit: "1",
            told: strength(0.3, 0.2), measured: strength(0.0, 0.1), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "the account",
        },
        /// The afterglow damps
        glow: Arrow {
            from: "closeness.afterglow", to: "inflammation.drive", unit: "1",
            told: strength(0.3, 0.2), measured: strength(0.0, 0.1), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account; nobody has looked",
        },
        /// Endotoxin inflames
        endotoxin: Arrow {
            from: "input.endotoxin", to: "inflammation.drive", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(1.0, 0.2),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Read, source: "PMC540200",
        },
    }
}

/// What the drive reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Threat.
    pub threat: &'a threat::State<R>,
    /// Hurt.
    pub hurt: &'a hurt::State<R>,
    /// Priming above the usual, 0 to 1.
    pub primed: R,
    /// Sensitivity to cortisol that is lost.
    pub deaf: R,
    /// Leak of the gut's lining above that at rest.
    pub leak: R,
    /// Pain, 0 to 1.
    pub pain: R,
    /// Innate answer of the nose to a virus.
    pub virus: R,
    /// Hours slept beyond the usual.
    pub hours: R,
    /// Departure of cortisol, a logarithm.
    pub cortisol: R,
    /// Central oxytocin above rest, as the body reads it.
    pub central: R,
    /// What feeling adds to vagal tone.
    pub vagus: R,
    /// Trace of safety.
    pub safety: R,
    /// Afterglow, as the body reads it.
    pub glow: R,
}

/// The most endotoxin whose rise still acts, ng/kg. A hypothesis: more than anybody is given.
const MOST: f64 = 5.0;

/// Threat as white cells read it.
#[inline(always)]
fn saturated<R: Real>(threat: R) -> R {
    let squared = threat.squared();
    squared * 1.5 / (squared * 0.5 + 1.0)
}

/// The equations above.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    read: &Read<'_, R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let leak = read.leak.squared();
    let happens = (read.primed + 1.0)
        * (w.threat * p.threat * saturated(read.threat.felt)
            + w.pain * p.pain * saturated(read.pain)
            + w.hurt * p.hurt * read.hurt.felt)
        + w.leak * p.leak * leak / (leak + 2.0)
        + w.virus * p.virus * read.virus;
    let dose = w.endotoxin * p.endotoxin * bounded(x.endotoxin, MOST).squared();
    let disposed = w.priming * p.priming * read.primed + w.deaf * p.deaf * read.deaf
        - w.sleep * p.sleep * bounded(read.hours, 4.0)
        - w.cortisol * p.cortisol * (-read.deaf + 1.0) * bounded(read.cortisol, 2.0)
        - w.oxytocin * p.oxytocin * read.central
        - w.vagus * p.vagus * read.vagus
        - w.safety * read.safety
        - w.glow * read.glow;
    let target = (happens / (happens / p.largest + 1.0) + dose + 1.0) * disposed.tanh().exp();
    State {
        drive: Change::towards(target, x.drive, p.tau),
        made: Change::towards(x.drive, x.made, p.delay),
        folded: Change::towards(x.made, x.folded, p.delay),
        released: Change::towards(x.folded, x.released, p.delay),
        endotoxin: Change::balance(input.endotoxin, x.endotoxin, R::constant(1.0) / p.endotoxin_tau),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declare::{Reading, Table};

    fn typical() -> Parameters<f64> {
        Table::read(&mut Parameters::ROWS.iter().map(|row| row.declared.typical)).expect("all")
    }

    fn strengths(reading: Reading) -> Arrows<f64> {
        Table::read(&mut Arrows::ROWS.iter().map(|row| row.declared.strength(reading).value)).expect("all")
    }

    const REST: State<f64> = State { drive: 1.0, made: 1.0, folded: 1.0, released: 1.0, endotoxin: 0.0 };
    const CALM: threat::State<f64> = threat::State { felt: 0.0, trace: 0.0, exposure: 0.0 };
    const UNHURT: hurt::State<f64> = hurt::State { felt: 0.0, trace: 0.0 };

    fn usual() -> Read<'static, f64> {
        Read {
            threat: &CALM,
            hurt: &UNHURT,
            primed: 0.0,
            deaf: 0.0,
            pain: 0.0,
            leak: 0.0,
            virus: 0.0,
            hours: 0.0,
            cortisol: 0.0,
            central: 0.0,
            vagus: 0.0,
            safety: 0.0,
            glow: 0.0,
        }
    }

    /// What the drive nears.
    fn target(x: &State<f64>, read: &Read<'_, f64>, reading: Reading) -> f64 {
        let change = flow(x, read, &Inputs::rest(), &typical(), &strengths(reading));
        change.drive.slope / change.drive.rate + x.drive
    }

    #[test]
    fn at_rest_nothing_moves() {
        for reading in Reading::ALL {
            let change = flow(&REST, &usual(), &Inputs::rest(), &typical(), &strengths(reading));
            assert!([change.drive, change.made, change.released, change.endotoxin].iter().all(|it| it.slope == 0.0));
        }
    }

    #[test]
    fn each_acts_in_its_direction_and_null_knows_no_company() {
        let frightened = threat::State { felt: 1.0, ..CALM };
        let rejected = hurt::State { felt: 1.0, ..UNHURT };
        let up = [
            Read { threat: &frightened, ..usual() },
            Read { hurt: &rejected, ..usual() },
            Read { primed: 0.3, ..usual() },
            Read { deaf: 0.2, ..usual() },
            Read { leak: 1.0, ..usual() },
            Read { hours: -3.0, ..usual() },
        ];
        let down = [
            Read { cortisol: 0.7, ..usual() },
            Read { central: 0.5, ..usual() },
            Read { vagus: 0.2, ..usual() },
            Read { safety: 0.3, ..usual() },
            Read { glow: 0.5, ..usual() },
        ];
        for read in &up {
            assert!(target(&REST, read, Reading::Measured) > 1.02, "{read:?}");
        }
        for read in &down {
            assert!(target(&REST, read, Reading::Told) < 0.99, "{read:?}");
        }
        for read in [&up[0], &up[1], &down[3], &down[4]] {
            assert!((target(&REST, read, Reading::Null) - 1.0).abs() < 1e-12, "{read:?}");
        }
        // A walk or a speech to oneself frightens nobody.
        assert!((target(&REST, &Read { vagus: -0.2, ..usual() }, Reading::Null) - 1.0).abs() < 0.02);
        // The answer to a threat is blunted where cortisol is heard, less so where it is not.
        let answer = |deaf: f64| {
            let heard = Read { threat: &frightened, deaf, cortisol: 0.7, ..usual() };
            target(&REST, &heard, Reading::Measured)
                / target(&REST, &Read { cortisol: 0.0, ..heard }, Reading::Measured)
        };
        assert!(answer(0.0) < answer(0.5) && answer(0.5) < 1.0);
    }

    #[test]
    fn the_worst_that_can_be_stays_bounded_and_the_best_positive() {
        let panic = threat::State { felt: 3.0, ..CALM };
        let crushed = hurt::State { felt: 30.0, ..UNHURT };
        let worst = Read {
            threat: &panic,
            hurt: &crushed,
            primed: 1.0,
            deaf: 0.9,
            leak: 1e4,
            hours: -20.0,
            cortisol: -12.0,
            ..usual()
        };
        assert!(target(&REST, &worst, Reading::Told) < 50.0);
        let drowned = State { endotoxin: 2000.0, ..REST };
        assert!(target(&drowned, &worst, Reading::Told) < 10_000.0);
        let best = Read { hours: 40.0, cortisol: 12.0, central: 8.0, vagus: 4.0, safety: 30.0, glow: 1.0, ..usual() };
        assert!(target(&REST, &best, Reading::Told) > 0.3);
    }
}
