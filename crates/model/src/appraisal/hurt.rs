//! Hurt: being rejected or left out; and the trace that it leaves for hours.
//!
//! ```text
//! H' = (exp(0.3 anx) (w_rejection rejection + w_exclusion exclusion + w_answer 0.4 [-resp]+ disclosure + w_distance 0.5 distance) - H) / tau
//! T' = (H - T) / tau_trace
//! ```
//!
//! H and T are 0 at rest, 1 while one is left out. It is no threat: being left out without a judgement does not drive the adrenal axis
//! (131 people, a ball-tossing game), being judged does; see [`threat`](super::threat).
//! Left out: who leaves one out, how many do.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "hurt" {
        /// Felt hurt
        felt: Quantity { system: System::Appraisal, principal: false, unit: "1", possible: (0.0, 30.0), normal: Some((0.0, 0.2)), measured_by: "need-threat questionnaire" },
        /// Trace of hurt
        trace: Quantity { system: System::Appraisal, principal: false, unit: "1", possible: (0.0, 30.0), normal: Some((0.0, 0.2)), measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "hurt" {
        /// Time constant of felt hurt
        onset: Parameter {
            unit: "min", min: 0.5, typical: 3.0, max: 30.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "felt within a few throws of a ball-tossing game",
        },
        /// Time constant of its trace
        trace: Parameter {
            unit: "min", min: 30.0, typical: 180.0, max: 2880.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "exclusion blunts a stressor 15 min later (Weik 2017); hours guessed",
        },
        /// Hurt of an answer that rejects a disclosure
        answer: Parameter {
            unit: "1", min: 0.0, typical: 0.4, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "less than being rejected outright; share guessed",
        },
        /// Hurt of somebody's distance
        distance: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "less than being left out; size guessed",
        },
        /// Gain of a person of average attachment
        gain: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 5.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "sets the scale of the state; spread guessed",
        },
        /// Logarithm of the gain per standard deviation of anxiety
        anxiety: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "hyperactivation (attachment theory); size guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "hurt" {
        /// Rejection hurts
        rejection: Arrow {
            from: "input.rejection", to: "hurt.felt", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "sets the scale of the state",
        },
        /// Being left out hurts
        exclusion: Arrow {
            from: "input.exclusion", to: "hurt.felt", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Strong, evidence: Evidence::Hypothesis,
            source: "ball-tossing games lower mood and belonging in nearly everybody; the scale is ours",
        },
        /// An answer that rejects a disclosure hurts
        answer: Arrow {
            from: "input.responsiveness", to: "hurt.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "as rejection, weaker; size guessed",
        },
        /// Distance hurts
        distance: Arrow {
            from: "input.distance", to: "hurt.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "as being left out, weaker; size guessed",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { gain: p.gain * (p.anxiety * who.anxiety).exp(), ..p }
}

/// The equations above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let answer = w.answer * p.answer * (-input.responsiveness).positive() * input.disclosure;
    let distant = w.distance * p.distance * input.distance;
    let target = p.gain * (w.rejection * input.rejection + w.exclusion * input.exclusion + answer + distant);
    State { felt: Change::towards(target, x.felt, p.onset), trace: Change::towards(x.felt, x.trace, p.trace) }
}
