//! Trust: what answer a person expects of somebody, for each kind of tie; learned from what happens with them.
//!
//! ```text
//! Q_k' = company_k learning e (1 - Q_k^2) + (usual_k - Q_k) / forgetting
//! ```
//!
//! e is the prediction error of the encounter, see [`reward`](super::reward). Q is an expected answer: -1 rejecting, 0 none, 1 understanding;
//! it stays between these.
//! Written as a rate, it does not matter how a schedule cuts an encounter. A deep talk of 45 min closes about a quarter of the
//! gap between what was expected and what came.
//! Left out: that two friends are two people (a kind of tie has one trust); forgiveness.

use crate::declare::{Evidence, Parameter, Quantity, Spread, System};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

const fn expected() -> Quantity {
    Quantity {
        system: System::Appraisal,
        principal: false,
        unit: "1",
        possible: (-1.0, 1.0),
        normal: Some((-0.3, 0.8)),
        measured_by: "expected responsiveness, questionnaire",
    }
}

table! {
    /// States.
    State of Quantity in "trust" {
        /// Trust in the partner
        partner: expected(),
        /// Trust in a friend
        friend: expected(),
        /// Trust in a stranger
        stranger: expected(),
        /// Trust in a practitioner
        practitioner: expected(),
    }
}

const fn usual(typical: f64) -> Parameter {
    Parameter {
        unit: "1",
        min: -1.0,
        typical,
        max: 1.0,
        spread: Spread::Normal(0.15),
        evidence: Evidence::Hypothesis,
        source: "order of the ties by general knowledge; sizes and spread guessed",
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "trust" {
        /// Usual trust in the partner
        partner: usual(0.4),
        /// Usual trust in a friend
        friend: usual(0.2),
        /// Usual trust in a stranger
        stranger: usual(0.0),
        /// Usual trust in a practitioner
        practitioner: usual(0.2),
        /// Usual trust per standard deviation of avoidance
        avoidance: Parameter {
            unit: "1", min: -0.5, typical: -0.1, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "avoidant people expect less of others; size guessed",
        },
        /// Usual trust per standard deviation of anxiety
        anxiety: Parameter {
            unit: "1", min: -0.5, typical: -0.05, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "anxious people doubt the answer; size guessed",
        },
        /// Learning, per minute and unit of prediction error
        learning: Parameter {
            unit: "1/min", min: 0.0, typical: 0.008, max: 0.03, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a learning rate of 0.25 an encounter of 45 min",
        },
        /// Time constant of forgetting
        forgetting: Parameter {
            unit: "min", min: 1440.0, typical: 43_200.0, max: 1e6, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a month; guessed",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    let shift = p.avoidance * who.avoidance + p.anxiety * who.anxiety;
    Parameters {
        partner: p.partner + shift,
        friend: p.friend + shift,
        stranger: p.stranger + shift,
        practitioner: p.practitioner + shift,
        ..p
    }
}

/// Trust in the company that is there; 0 where there is none.
#[inline(always)]
pub fn present<R: Real>(x: &State<R>, input: &Inputs<R>) -> R {
    input.partner * x.partner
        + input.friend * x.friend
        + input.stranger * x.stranger
        + input.practitioner * x.practitioner
}

/// The equation above; `error` is the prediction error of the encounter.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, error: R, input: &Inputs<R>, p: &Parameters<R>) -> State<Change<R>> {
    let rate = R::constant(1.0) / p.forgetting;
    let learned = |trust: R, usual: R, company: R| Change {
        slope: company * p.learning * error * (-trust.squared() + 1.0) + (usual - trust) * rate,
        rate,
    };
    State {
        partner: learned(x.partner, p.partner, input.partner),
        friend: learned(x.friend, p.friend, input.friend),
        stranger: learned(x.stranger, p.stranger, input.stranger),
        practitioner: learned(x.practitioner, p.practitioner, input.practitioner),
    }
}
