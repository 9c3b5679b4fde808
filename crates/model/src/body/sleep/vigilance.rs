//! Vigilance: how well one performs, which follows hours slept; and alertness, how awake one feels.
//!
//! ```text
//! B' = (need / (1440 - need)) (1 - asleep) (1 - (B / 300)^8) / 60 - asleep / 60 - B / 7 d      debt, h
//! I_f' = -I_f / 0.67 h,  I_p' = -I_p / 1.17 h                               inertia, 1 at getting up
//! vigilance = -bounded(0.12 B, 12) - 0.5 I_p - 0.6 propensity
//! alertness = 0.5 F - bounded(0.04 B, 12) - 0.8 I_f - 0.6 propensity
//! ```
//!
//! Debt grows no further near 300 h, two weeks without sleep of somebody who needs most of the day; before that nothing is felt of this bound.
//! F refreshment, need what this person sleeps in a usual night ([`expected`](super::expected)). Vigilance and alertness are in standard deviations of a usual day. Short nights add to the debt day after day and one long night does
//! not pay it back. Left out: that people misjudge their debt, differences between people in what a lost night does, caffeine.

use crate::body::sleep::{homeostat, restedness};
use crate::declare::{Evidence, Parameter, Quantity, Spread, System};
use crate::inputs::Inputs;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "vigilance" {
        /// Sleep debt
        debt: Quantity { system: System::Sleep, principal: false, unit: "h", possible: (-200.0, 300.0), normal: Some((-6.0, 6.0)), measured_by: "diary" },
        /// Sleep inertia, as it is felt
        inertia_felt: Quantity { system: System::Sleep, principal: false, unit: "1", possible: (0.0, 1.0), normal: None, measured_by: "ratings after waking" },
        /// Sleep inertia in performance
        inertia: Quantity { system: System::Sleep, principal: false, unit: "1", possible: (0.0, 1.0), normal: None, measured_by: "throughput after waking" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "vigilance" {
        /// Vigilance, as performance shows it
        performance: Quantity { system: System::Sleep, principal: true, unit: "SD", possible: (-20.0, 20.0), normal: Some((-1.5, 0.5)), measured_by: "psychomotor vigilance task" },
        /// Alertness, as it is felt
        alertness: Quantity { system: System::Sleep, principal: false, unit: "SD", possible: (-20.0, 30.0), normal: Some((-1.5, 0.5)), measured_by: "visual analogue scale" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "vigilance" {
        /// Time constant of recovery from debt
        recovery: Parameter {
            unit: "min", min: 1440.0, typical: 10_080.0, max: 30_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a week of short nights is not made good by one; guessed",
        },
        /// Vigilance lost per hour of debt
        per_debt: Parameter {
            unit: "SD/h", min: 0.0, typical: 0.12, max: 0.6, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Alertness lost per hour of debt
        felt_per_debt: Parameter {
            unit: "SD/h", min: 0.0, typical: 0.04, max: 0.4, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "people feel less of it than tests show; size guessed",
        },
        /// Time constant of inertia in performance
        inertia: Parameter {
            unit: "min", min: 10.0, typical: 70.2, max: 240.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "throughput 1.17 h (Jewett 1999)",
        },
        /// Time constant of inertia as it is felt
        inertia_felt: Parameter {
            unit: "min", min: 10.0, typical: 40.2, max: 240.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "alertness 0.67 h (Jewett 1999)",
        },
    }
}

/// The readings above; `propensity` is that of falling asleep.
#[inline(always)]
pub fn reading<R: Real>(
    x: &State<R>,
    rested: &restedness::State<R>,
    sleepy: &homeostat::Reading<R>,
    p: &Parameters<R>,
) -> Reading<R> {
    let drowsy = sleepy.propensity * 0.6;
    Reading {
        performance: -bounded(p.per_debt * x.debt, 12.0) - x.inertia * 0.5 - drowsy,
        alertness: rested.refreshment * 0.5 - bounded(p.felt_per_debt * x.debt, 12.0) - x.inertia_felt * 0.8 - drowsy,
    }
}

/// Debt at a midnight of somebody who has slept as usual: who lies in bed for `minutes` of every day from `bed` on (both minutes, `bed` on the clock), asleep for
/// this share of it.
pub fn usual(asleep: f64, minutes: f64, bed: f64, p: &Parameters<f64>) -> f64 {
    let owed = asleep * minutes / (1440.0 - asleep * minutes);
    let near = |asleep: f64| p.recovery * (owed * (1.0 - asleep) - asleep) / 60.0;
    crate::relax::daily(near(asleep), near(0.0), p.recovery, minutes, bed)
}

/// The largest debt, h.
const MOST: f64 = 300.0;

/// The equations above; `need` is what the person sleeps in a usual night, min.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, input: &Inputs<R>, need: R, p: &Parameters<R>) -> State<Change<R>> {
    let none = R::constant(0.0);
    let owed = need / (-need + 1440.0);
    let full = (x.debt / MOST).squared().squared().squared();
    let debt = (owed * (-input.asleep + 1.0) * (-full + 1.0) - input.asleep) / 60.0;
    State {
        debt: Change::balance(debt, x.debt, R::constant(1.0) / p.recovery),
        inertia_felt: Change::towards(none, x.inertia_felt, p.inertia_felt),
        inertia: Change::towards(none, x.inertia, p.inertia),
    }
}
