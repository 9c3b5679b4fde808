//! Habituation: the axis answers less to a kind of threat that was met before; nerves and catecholamines do not habituate.
//!
//! ```text
//! when company begins or ends, with the exposure X since the last such instant:   H = floor + (H - floor) exp(-X / dose)
//! H' = (1 - H) / recovery,   so after t of a day that began with H_0:   H = 1 - (1 - H_0) exp(-t / recovery)
//! ```
//!
//! X is an integral of threat, in threat minutes; encounters that overlap or touch are one company. A plain factor an event has no floor and goes to zero
//! under daily conflicts; the data fall once and stay (Kirschbaum 1995, Schommer 2003).
//! Left out: that the same kind of threat habituates, another kind not; people who sensitise (16 %, Wust 2005).

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::table;
use consoma_number::Real;

table! {
    /// Slow states.
    Slow of Quantity in "habituation" {
        /// Response of the axis to threat, relative to the first time
        response: Quantity { system: System::Hormones, principal: false, unit: "1", possible: (0.0, 1.0), normal: None, measured_by: "nothing by itself: shows as less cortisol in a repeated stress test" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "habituation" {
        /// Lowest response
        floor: Parameter {
            unit: "1", min: 0.2, typical: 0.5, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "falls from the first to the second day, then stays (Kirschbaum 1995); level guessed",
        },
        /// Exposure that leaves a fraction 1/e
        dose: Parameter {
            unit: "min", min: 5.0, typical: 20.0, max: 500.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "one stress test (about 18 threat minutes) does most of it (Kirschbaum 1995)",
        },
        /// Time constant of recovery
        recovery: Parameter {
            unit: "d", min: 3.0, typical: 21.0, max: 120.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "lower after 4 weeks (Schommer 2003), back after 10 weeks (10.1007/s10484-012-9183-4)",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "habituation" {
        /// Exposure habituates
        exposure: Arrow {
            from: "threat.exposure", to: "habituation.response", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Read, source: "Kirschbaum 1995; Schommer 2003; Wust 2005",
        },
    }
}

/// The response after this exposure (threat minutes).
pub fn met(response: f64, exposure: f64, p: &Parameters<f64>, w: &Arrows<f64>) -> f64 {
    // A response already below the floor stays where it is.
    let above = Real::max(response - p.floor, 0.0);
    response - above * (1.0 - Real::exp(-w.exposure * exposure / p.dose))
}

/// The response after `minutes` of a day that began with `x`.
#[inline(always)]
pub fn after<R: Real>(x: &Slow<R>, minutes: R, p: &Parameters<R>) -> Slow<R> {
    let forgotten = (-minutes / (p.recovery * 1440.0)).exp();
    Slow { response: (x.response - 1.0) * forgotten + 1.0 }
}

/// What the day must have begun with for the response to be `response` after `minutes`.
pub fn midnight(response: f64, minutes: f64, p: &Parameters<f64>) -> f64 {
    (response - 1.0) / Real::exp(-minutes / (p.recovery * 1440.0)) + 1.0
}

/// The same as a derivative per minute, for a solver that does not split off the slow states.
#[inline(always)]
pub fn slope<R: Real>(x: &Slow<R>, p: &Parameters<R>) -> Slow<R> {
    Slow { response: (-x.response + 1.0) / (p.recovery * 1440.0) }
}
