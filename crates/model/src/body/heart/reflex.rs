//! The baroreflex, and its set point that follows the pressure over days.
//!
//! ```text
//! e   = 18 tanh((M0 - B) / 18)                       M0 mean pressure that there would be without the reflex, B set point
//! dSy = -w g_s e / (1 + w g_s 0.24 MAP_rest),   dVg = w g_v e / (1 + w g_s 0.24 MAP_rest)
//! B'  = (MAP - B) / 2 d
//! ```
//!
//! The loop through the pressure is closed in one linear step (0.24 MAP_rest is the slope of pressure by drive), so nothing
//! lags by a step. Left out: seconds and beats (signals), the kidneys.

use crate::body::heart::pressure;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "reflex" {
        /// Set point of the baroreflex
        set_point: Quantity { system: System::Heart, principal: false, unit: "mmHg", possible: (15.0, 400.0), normal: Some((68.0, 105.0)), measured_by: "nothing directly: pressure at which the reflex balances" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "reflex" {
        /// Range of the reflex
        range: Parameter {
            unit: "mmHg", min: 5.0, typical: 18.0, max: 60.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "18 mmHg (Heldt 2004, deBoer 1987, code); a tangent there, hyperbolic here",
        },
        /// Sympathetic drive per mmHg
        sympathetic: Parameter {
            unit: "1/mmHg", min: 0.0, typical: 0.006, max: 0.05, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Vagal tone per mmHg
        vagal: Parameter {
            unit: "1/mmHg", min: 0.0, typical: 0.003, max: 0.05, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Time constant of the set point
        resetting: Parameter {
            unit: "min", min: 60.0, typical: 2880.0, max: 20_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "resetting within days; two guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "reflex" {
        /// Pressure restrains the drive
        loop_gain: Arrow {
            from: "pressure.mean", to: "sympathetic.drive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "baroreflex; gains from a prototype",
        },
    }
}

/// What the reflex does to the drive and to the tone, given the mean pressure that there would be without it.
#[inline(always)]
pub fn corrections<R: Real>(
    x: &State<R>,
    without: R,
    pressure: &pressure::Parameters<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> (R, R) {
    let slope = (pressure.output_drive + pressure.resistance_drive) * pressure::rest(pressure);
    let error = p.range * ((without - x.set_point) / p.range).tanh();
    let share = w.loop_gain * error / (w.loop_gain * p.sympathetic * slope + 1.0);
    (-(p.sympathetic * share), p.vagal * share)
}

/// The set point.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, now: &pressure::Reading<R>, p: &Parameters<R>) -> State<Change<R>> {
    State { set_point: Change::towards(now.mean, x.set_point, p.resetting) }
}
