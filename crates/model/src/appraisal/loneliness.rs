//! Loneliness of the day: being alone against one's wish, being left out, and its relief by being understood.
//!
//! ```text
//! L' = (w_solitude 1.2 exp(0.3 anx) solitude + w_hurt 0.5 H - w_safety 1.5 S - L) / tau
//! ```
//!
//! L is 0 on a person's usual day. H hurt, S safety. Left out: loneliness of weeks, and what few ties make of it (they come with mood).

use crate::appraisal::{hurt, safety};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "loneliness" {
        /// Loneliness of the day, relative to the person's usual
        day: Quantity { system: System::Mood, principal: false, unit: "1", possible: (-10.0, 20.0), normal: Some((-0.5, 0.5)), measured_by: "daily diary" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "loneliness" {
        /// Time constant
        tau: Parameter {
            unit: "min", min: 60.0, typical: 720.0, max: 10_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a lonely day is felt the next morning; half a day guessed",
        },
        /// Loneliness of being alone
        alone: Parameter {
            unit: "1", min: 0.0, typical: 1.2, max: 5.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "sets the scale of the state",
        },
        /// Loneliness per unit of hurt
        hurt: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "size guessed",
        },
        /// Relief per unit of safety
        relief: Parameter {
            unit: "1", min: 0.0, typical: 1.5, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "size guessed",
        },
        /// Logarithm of the loneliness of being alone per standard deviation of anxiety
        anxiety: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "hyperactivation (attachment theory); size guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "loneliness" {
        /// Being alone makes lonely
        solitude: Arrow {
            from: "input.solitude", to: "loneliness.day", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "sets the scale of the state",
        },
        /// Hurt makes lonely
        hurt: Arrow {
            from: "hurt.felt", to: "loneliness.day", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "exclusion lowers belonging; size guessed",
        },
        /// Being understood relieves
        safety: Arrow {
            from: "safety.felt", to: "loneliness.day", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "deep talk raises belonging; size guessed",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { alone: p.alone * (p.anxiety * who.anxiety).exp(), ..p }
}

/// The equation above.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    hurt: &hurt::State<R>,
    safety: &safety::State<R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let target =
        w.solitude * p.alone * input.solitude + w.hurt * p.hurt * hurt.felt - w.safety * p.relief * safety.felt;
    State { day: Change::towards(target, x.day, p.tau) }
}
