//! Capacity for closeness: what encounters that went better than expected leave for weeks.
//!
//! ```text
//! K' = (w_reward 0.0006 [e]+ + w_writing 0.0001 writing) (1 - K) - K / 30 d
//! ```
//!
//! e prediction error of the encounter, per minute. K is 0 in a person who meets nobody and below 1 always; a deep talk that goes well adds
//! about a hundredth.
//! Left out: what takes capacity away.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "capacity" {
        /// Capacity for closeness
        closeness: Quantity { system: System::Mood, principal: false, unit: "1", possible: (0.0, 1.0), normal: Some((0.0, 0.5)), measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "capacity" {
        /// Capacity gained per minute and unit of prediction error
        gain: Parameter {
            unit: "1/min", min: 0.0, typical: 0.0006, max: 0.1, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "from a prototype: about a hundredth by a talk",
        },
        /// Capacity gained per minute of writing
        writing: Parameter {
            unit: "1/min", min: 0.0, typical: 0.0001, max: 0.1, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "expressive writing helps little: r 0.075 (Frattaroli 2006, 146 trials); size guessed",
        },
        /// Time constant
        tau: Parameter {
            unit: "d", min: 2.0, typical: 30.0, max: 365.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a month, as trust; guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "capacity" {
        /// What goes better than expected gives capacity
        reward: Arrow {
            from: "reward.error", to: "capacity.closeness", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.5, 0.3), null: strength(0.5, 0.3),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "the gain of disclosure in the long run is small, r 0.075 (Frattaroli 2006)",
        },
        /// Writing gives capacity
        writing: Arrow {
            from: "input.writing", to: "capacity.closeness", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.5, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Mixed, evidence: Evidence::Hypothesis, source: "r 0.075 over 146 trials (Frattaroli 2006); no effect in 30 others (Mogk 2006)",
        },
    }
}

/// The equation above; `error` is the prediction error of the encounter.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, error: R, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let gained = w.reward * p.gain * error.positive() + w.writing * p.writing * input.writing;
    let lost = R::constant(1.0) / (p.tau * 1440.0);
    State { closeness: Change::balance(gained, x.closeness, gained + lost) }
}
