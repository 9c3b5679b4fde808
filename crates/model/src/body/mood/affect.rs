//! Positive affect, as a deviation from the person's usual.
//!
//! ```text
//! P' = (w_safety 0.6 S + w_reward 1.5 (D - 100) / 100 - P) / 90 min
//! ```
//!
//! S safety, D dopamine tone (100 at rest). P is in standard deviations of a person's days.
//! Left out: negative affect, fatigue, the dip of the next day, chance from hour to hour (they come with mood).

use crate::appraisal::{reward, safety};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "affect" {
        /// Positive affect, relative to the person's usual
        positive: Quantity { system: System::Mood, principal: true, unit: "SD", possible: (-10.0, 20.0), normal: Some((-1.0, 1.0)), measured_by: "experience sampling, standardised within the person" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "affect" {
        /// Positive affect per unit of safety
        safety: Parameter {
            unit: "SD", min: 0.0, typical: 0.6, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Positive affect per doubling of the dopamine tone
        reward: Parameter {
            unit: "SD", min: 0.0, typical: 1.5, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Time constant
        tau: Parameter {
            unit: "min", min: 10.0, typical: 90.0, max: 600.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "affect halves within one to three hours; general knowledge",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "affect" {
        /// Safety feels good
        safety: Arrow {
            from: "safety.felt", to: "affect.positive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "deep talk feels better than expected; size from a prototype",
        },
        /// Reward feels good
        reward: Arrow {
            from: "reward.dopamine", to: "affect.positive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "prediction errors move momentary mood; size guessed",
        },
    }
}

/// The equation above.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    safety: &safety::State<R>,
    reward: &reward::State<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let target = w.safety * p.safety * safety.felt + w.reward * p.reward * (reward.dopamine - 100.0) / 100.0;
    State { positive: Change::towards(target, x.positive, p.tau) }
}
