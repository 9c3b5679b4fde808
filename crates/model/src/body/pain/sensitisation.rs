//! Central sensitisation: what has hurt for days, lost sleep and inflammation make the spinal cord pass on more.
//!
//! ```text
//! C' = (bounded(w_inflammation 0.2 I + w_pain 0.5 u - w_rest 0.2 B, 1.5) - C) / 3 d
//! ```
//!
//! C is 0 at rest. I logarithm of interleukin-6 against the person's usual, u what comes in from the body and hurts (0 to 1), B restedness, 0 after
//! a usual night. It moves over days: a painful hour leaves nothing.
//! Left out: pain that feeds on itself for months, heat at the wound alone.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

/// Farthest that the sensitisation is driven. A hypothesis.
const FARTHEST: f64 = 1.5;

table! {
    /// States.
    State of Quantity in "sensitisation" {
        /// Central sensitisation, above rest
        level: Quantity { system: System::Pain, principal: false, unit: "1", possible: (-1.6, 1.6), normal: Some((-0.15, 0.15)), measured_by: "temporal summation, as a direction: a relative latent state" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "sensitisation" {
        /// Per unit of the logarithm of interleukin-6
        inflammation: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a survey of models",
        },
        /// Per unit of what comes in and hurts
        pain: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 2.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Less per unit of restedness
        rest: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "0.2 for a whole night lost, from a survey of models",
        },
        /// Time constant
        tau: Parameter {
            unit: "min", min: 720.0, typical: 4320.0, max: 20_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "three days, from a survey of models",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "sensitisation" {
        /// What hurts for days sensitises
        pain: Arrow {
            from: "nociception.input", to: "sensitisation.level", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "after an operation the skin around the wound is sensitive for days; general knowledge, size guessed",
        },
        /// Inflammation sensitises
        inflammation: Arrow {
            from: "interleukins.above", to: "sensitisation.level", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "from a survey of models",
        },
        /// A poor night sensitises
        rest: Arrow {
            from: "restedness.refreshment", to: "sensitisation.level", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "pain thresholds fall after lost sleep; size from a survey of models",
        },
    }
}

/// What sensitises.
#[derive(Clone, Copy, Debug)]
pub struct Read<R> {
    /// What comes in and hurts, 0 to 1.
    pub input: R,
    /// Restedness.
    pub rest: R,
    /// Logarithm of interleukin-6 against the person's usual.
    pub inflammation: R,
}

/// The equation above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, read: &Read<R>, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let sum = w.inflammation * p.inflammation * read.inflammation + w.pain * p.pain * read.input
        - w.rest * p.rest * read.rest;
    State { level: Change::towards(bounded(sum, FARTHEST), x.level, p.tau) }
}
