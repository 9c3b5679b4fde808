//! Interleukin-6 in plasma, as the body makes it and as it is given; and interleukin-10, which follows it and cortisol.
//!
//! ```text
//! I'  = k (1 + w_release (M - 1) - I)                    k = ln 2 / 15 min
//! V'  = w_dose 1e6 dose / clearance k - k V                     given, pg/mL
//! six = rest (1 + w_clock 0.15 cos(f + 1.2)) exp(W) I + V        plasma, pg/mL;   W' = -W / 1 d + kicks of chance, SD 0.43
//! L   = ln(I + V / rest)                                 above the usual of this hour
//! X'  = (exp(bounded(w_six 0.5 L + w_cortisol 0.3 D, 6)) - X) / 90 min
//! ```
//!
//! M messenger that cells release, f the clock's phase, D departure of cortisol, X interleukin-10 relative to rest. I is 1 at rest, so L is 0 then, whatever the
//! hour and the day's wander; the rest of the body reads L. With age the level at rest rises.
//! Left out: muscles at work, which release most of it; that obesity raises it; the catheter's own wound.

use crate::body::immune::inflammation;
use crate::body::sleep::pacemaker::Phase;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::{Change, bounded, rate_of};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "interleukins" {
        /// Interleukin-6 that the body makes, relative to the usual of the hour
        made: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 100_000.0), normal: Some((0.7, 1.5)), measured_by: "immunoassay of plasma, divided by the usual of the hour" },
        /// Interleukin-6 that was given into a vein
        given: Quantity { system: System::Immune, principal: false, unit: "pg/mL", possible: (0.0, 1e6), normal: None, measured_by: "immunoassay of plasma" },
        /// Wander of interleukin-6 from day to day, a logarithm
        wander: Quantity { system: System::Immune, principal: false, unit: "1", possible: (-10.0, 10.0), normal: None, measured_by: "nothing by itself" },
        /// Interleukin-10, relative to rest
        ten: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 500.0), normal: Some((0.6, 1.6)), measured_by: "immunoassay of plasma, divided by the person's usual" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "interleukins" {
        /// Interleukin-6 in plasma
        six: Quantity { system: System::Immune, principal: true, unit: "pg/mL", possible: (0.0, 1e8), normal: Some((0.5, 4.0)), measured_by: "high-sensitivity immunoassay of plasma" },
        /// Interleukin-6 above the usual of the hour, as a logarithm
        above: Quantity { system: System::Immune, principal: false, unit: "1", possible: (-5.0, 20.0), normal: Some((-0.2, 0.3)), measured_by: "immunoassay of plasma" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "interleukins" {
        /// Interleukin-6 at rest, mean of the day, at the age of 35
        rest: Parameter {
            unit: "pg/mL", min: 0.3, typical: 1.15, max: 6.0, spread: Spread::Lognormal(0.43),
            evidence: Evidence::Derived, source: "so that 1.3 stands at 45 in the forenoon, when blood is drawn and the clock gives 0.87 of the day's mean; log SD 0.6 in one sample, half of its variance between people (36 women, ICC 0.48, 10.1016/j.cyto.2004.08.008)",
        },
        /// Logarithm of it per year of age
        age: Parameter {
            unit: "1/year", min: 0.0, typical: 0.0266, max: 0.05, spread: Spread::Same,
            evidence: Evidence::Derived, source: "3.3 pg/mL at 80 (PMC1808682) over 1.3 at 45",
        },
        /// Half-life
        half_life: Parameter {
            unit: "min", min: 5.0, typical: 15.0, max: 120.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "tens of minutes; guessed",
        },
        /// Clearance
        clearance: Parameter {
            unit: "mL/min", min: 200.0, typical: 3500.0, max: 20_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "half a ug a minute makes about 140 pg/mL; from memory",
        },
        /// Daily amplitude
        daily: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Deviation of the logarithm from day to day
        spread: Parameter {
            unit: "1", min: 0.0, typical: 0.43, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "as much within people as between them (36 women, ICC 0.48)",
        },
        /// Time constant of that
        wander: Parameter {
            unit: "min", min: 360.0, typical: 1440.0, max: 20_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a day, from a prototype",
        },
        /// Power by which interleukin-10 follows interleukin-6
        follows: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype; d 0.69 after laboratory stress (Marsland 2017)",
        },
        /// Logarithm of interleukin-10 per logarithm of cortisol
        cortisol: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Time constant of interleukin-10
        tau: Parameter {
            unit: "min", min: 20.0, typical: 90.0, max: 360.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "interleukins" {
        /// White cells release interleukin-6
        release: Arrow {
            from: "inflammation.released", to: "interleukins.made", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Read, source: "Marsland 2017; endotoxin (PMC540200)",
        },
        /// A dose reaches the blood
        dose: Arrow {
            from: "input.interleukin_6", to: "interleukins.given", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Read, source: "Steensberg 2003",
        },
        /// The clock moves interleukin-6
        clock: Arrow {
            from: "pacemaker.x", to: "interleukins.six", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Interleukin-10 follows interleukin-6
        six: Arrow {
            from: "interleukins.above", to: "interleukins.ten", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "infused interleukin-6 raises interleukin-10 (Steensberg 2003); power from a prototype",
        },
        /// Cortisol raises interleukin-10
        cortisol: Arrow {
            from: "departure.log", to: "interleukins.ten", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

/// Chance kicks the wander at each cell of this length, min.
pub const CELL: f64 = 60.0;

/// The age at which the level at rest is stated, years.
const AGE: f64 = 35.0;

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { rest: p.rest * (p.age * (who.age - AGE)).exp(), ..p }
}

/// Interleukin-6 over its usual.
#[inline(always)]
pub fn ratio<R: Real>(x: &State<R>, p: &Parameters<R>) -> R {
    x.made + x.given / p.rest
}

/// The levels in plasma; `above` is the logarithm of [`ratio`].
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, above: R, phase: &Phase<R>, p: &Parameters<R>, w: &Arrows<R>) -> Reading<R> {
    // cos(f + 1.2).
    let course = phase.cos * 0.362 - phase.sin * 0.932;
    let usual = p.rest * (bounded(w.clock * p.daily * course, 0.9) + 1.0);
    Reading { six: usual * x.wander.exp() * x.made + x.given, above }
}

/// The equations above; `above` is L, `cortisol` its departure from the usual course.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    cells: &inflammation::State<R>,
    above: R,
    cortisol: R,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let out = rate_of(p.half_life);
    let made = w.release * (cells.released - 1.0) + 1.0;
    let given = w.dose * out * input.interleukin_6 * 1e6 / p.clearance;
    let ten = bounded(w.six * p.follows * above + w.cortisol * p.cortisol * cortisol, 6.0).exp();
    State {
        made: Change::balance(out * made.max(R::constant(0.05)), x.made, out),
        given: Change::balance(given, x.given, out),
        wander: Change::towards(R::constant(0.0), x.wander, p.wander),
        ten: Change::towards(ten, x.ten, p.tau),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::{hurt, threat};
    use crate::body::immune::{liver, tumour_necrosis};
    use crate::declare::{Reading as Of, Table};

    macro_rules! of {
        ($process:ident) => {{
            let p: $process::Parameters<f64> =
                Table::read(&mut $process::Parameters::ROWS.iter().map(|row| row.declared.typical)).expect("all");
            let w: $process::Arrows<f64> =
                Table::read(&mut $process::Arrows::ROWS.iter().map(|row| row.declared.strength(Of::Measured).value))
                    .expect("all");
            (p, w)
        }};
    }

    /// Interleukin-6, tumour necrosis factor and C-reactive protein over their usual, at each minute of some hours, in a frightening quarter of an hour
    /// or more, or on a dose (ug/min) of three hours.
    fn course(frightened: usize, dose: f64, hours: usize) -> Vec<[f64; 3]> {
        let ((ip, iw), (tp, tw)) = (of!(inflammation), of!(tumour_necrosis));
        let (lp, lw) = of!(liver);
        let (p, w) = {
            use super as interleukins;
            of!(interleukins)
        };
        let mut cells = inflammation::State { drive: 1.0, made: 1.0, folded: 1.0, released: 1.0, endotoxin: 0.0 };
        let mut tumour = tumour_necrosis::State { relative: 1.0 };
        let mut x = State { made: 1.0, given: 0.0, wander: 0.0, ten: 1.0 };
        let mut made = liver::State { making: 1.0, protein: 1.0 };
        let unhurt = hurt::State { felt: 0.0, trace: 0.0 };
        let mut out = Vec::new();
        for minute in 0..60 * hours {
            let felt = if minute < frightened { 1.0 } else { 0.0 };
            let threat = threat::State { felt, trace: 0.0, exposure: 0.0 };
            let input = Inputs { interleukin_6: if minute < 180 { dose } else { 0.0 }, ..Inputs::rest() };
            let read = inflammation::Read {
                threat: &threat,
                hurt: &unhurt,
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
            };
            for _ in 0..10 {
                let step = 0.1;
                let ratio = ratio(&x, &p);
                let a = inflammation::flow(&cells, &read, &input, &ip, &iw);
                let b = tumour_necrosis::flow(&tumour, &cells, &tp, &tw);
                let c = flow(&x, &cells, ratio.ln(), 0.0, &input, &p, &w);
                let d = liver::flow(&made, ratio, &lp, &lw);
                cells.drive += step * a.drive.slope;
                cells.made += step * a.made.slope;
                cells.folded += step * a.folded.slope;
                cells.released += step * a.released.slope;
                tumour.relative += step * b.relative.slope;
                x.made += step * c.made.slope;
                x.given += step * c.given.slope;
                x.ten += step * c.ten.slope;
                made.making += step * d.making.slope;
                made.protein += step * d.protein.slope;
            }
            out.push([ratio(&x, &p), tumour.relative, made.protein]);
        }
        out
    }

    fn peak(course: &[[f64; 3]], which: usize) -> (usize, f64) {
        let all = course.iter().map(|it| it[which]).enumerate();
        all.max_by(|a, b| a.1.total_cmp(&b.1)).expect("minutes")
    }

    /// Marsland 2017: d 0.70 at 90 min, at a log SD of 0.6; significant from 40-50 to 120 min; tumour necrosis factor d 0.44 at 31 to 50.
    #[test]
    fn a_threat_shows_late_in_interleukin_6_and_early_in_tumour_necrosis_factor() {
        let course = course(20, 0.0, 48);
        let rise = |minute: usize| course[minute][0].ln();
        let (when, most) = peak(&course[..600], 0);
        println!(
            "{when} min, x{most:.2}; at 30, 40, 50, 90, 120, 180 min {:.3?}",
            [30, 40, 50, 90, 120, 180].map(rise)
        );
        println!("tumour necrosis factor {:?}, C-reactive protein {:?}", peak(&course, 1), peak(&course, 2));
        assert!((75..=105).contains(&when), "{when}");
        assert!((0.3..0.55).contains(&rise(90)), "{}", rise(90));
        assert!(rise(25) < 0.1 * rise(90) && rise(40) < 0.4 * rise(90) && rise(120) > 0.6 * rise(90));
        assert!(rise(300) < 0.1 * rise(90));
        let (early, small) = peak(&course, 1);
        assert!((25..=50).contains(&early) && small < most, "{early} {small}");
        let (_, protein) = peak(&course, 2);
        assert!(protein < 1.1 && course[90][2] < 1.01, "{protein}");
    }

    /// Steensberg 2003: three hours at about 140 pg/mL.
    #[test]
    fn a_dose_reaches_the_liver_and_not_tumour_necrosis_factor() {
        let course = course(0, 0.5, 72);
        let rest = of_rest();
        let level = course[179][0] * rest;
        assert!((120.0..160.0).contains(&level), "{level}");
        assert!(course[230][0] < 0.15 * course[179][0], "it leaves within an hour");
        let (when, protein) = peak(&course, 2);
        println!("C-reactive protein x{protein:.1} at {} h, x{:.1} at 6 h", when / 60, course[360][2]);
        assert!((15 * 60..40 * 60).contains(&when) && course[360][2] > 1.5);
        assert!(course.iter().all(|it| (it[1] - 1.0).abs() < 1e-9));
    }

    fn of_rest() -> f64 {
        Parameters::ROWS.iter().find(|row| row.id == "interleukins.rest").expect("declared").declared.typical
    }
}
