//! Fatigue after effort in company.
//!
//! ```text
//! F' = (w_effort 3 tanh(E / 6) + w_inflammation 0.3 L - F) / 2 h
//! ```
//!
//! E effort spent, L interleukin-6 above its usual, as a logarithm. F is a departure from the person's usual, 0 at rest; it lags behind the effort and is greatest two to three hours after it.
//! Left out: sleep and the hour of the day, work of muscles.

use crate::body::mood::effort;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "fatigue" {
        /// Fatigue, relative to the person's usual
        felt: Quantity { system: System::Mood, principal: true, unit: "SD", possible: (-50.0, 50.0), normal: Some((-1.0, 1.0)), measured_by: "experience sampling, standardised within the person" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "fatigue" {
        /// Time constant
        tau: Parameter {
            unit: "min", min: 15.0, typical: 120.0, max: 600.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "two hours, as in a prototype",
        },
        /// Fatigue that effort cannot exceed
        largest: Parameter {
            unit: "SD", min: 0.0, typical: 3.0, max: 10.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "three standard deviations of a person's hours; guessed",
        },
        /// Effort at which it comes near that
        scale: Parameter {
            unit: "1", min: 0.5, typical: 6.0, max: 50.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "half a standard deviation after a deep talk, as in a prototype",
        },
        /// Fatigue per logarithm of interleukin-6
        inflammation: Parameter {
            unit: "SD", min: 0.0, typical: 0.3, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a deviation after endotoxin; guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "fatigue" {
        /// Effort tires
        effort: Arrow {
            from: "effort.spent", to: "fatigue.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Inflammation tires
        inflammation: Arrow {
            from: "interleukins.above", to: "fatigue.felt", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "endotoxin tires; general knowledge, size guessed",
        },
    }
}

/// The equation above; `inflamed` is L.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    effort: &effort::State<R>,
    inflamed: R,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let target = w.effort * p.largest * (effort.spent / p.scale).tanh() + w.inflammation * p.inflammation * inflamed;
    State { felt: Change::towards(target, x.felt, p.tau) }
}
