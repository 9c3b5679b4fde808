//! Uncertainty after a disclosure: what I said is out, and I do not know how it was taken.
//!
//! ```text
//! U jumps to max(U, w disclosure) when disclosure begins or deepens
//! U' = -U rate,   rate = 1 / unanswered + w_reassurance (1 - distance) [1 / (reassurance exp(0.5 anxiety)) - 1 / unanswered]   while answered
//!                 rate = 1 / unanswered                                                                        otherwise
//! ```
//!
//! "Answered" is responsiveness > 0. An arrow of 0 means that an answer does not reassure; nor does that of somebody who is distant.
//! Left out: that an ambiguous answer is read differently by different people.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "uncertainty" {
        /// Uncertainty how a disclosure was taken
        felt: Quantity { system: System::Appraisal, principal: false, unit: "1", possible: (0.0, 1.0), normal: Some((0.0, 0.2)), measured_by: "visual analogue scale" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "uncertainty" {
        /// Time constant while the partner answers, of a person of average attachment
        reassurance: Parameter {
            unit: "min", min: 1.0, typical: 6.0, max: 60.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "an anxious person's heart is calm 10 min after an answer (account); no published course",
        },
        /// Logarithm of that time constant per standard deviation of attachment anxiety
        anxiety_reassurance: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "hyperactivation (attachment theory); size guessed",
        },
        /// Time constant without an answer
        unanswered: Parameter {
            unit: "min", min: 5.0, typical: 60.0, max: 600.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "elevation stays when no answer comes; about an hour guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "uncertainty" {
        /// Disclosure leaves uncertainty
        disclosure: Arrow {
            from: "input.disclosure", to: "uncertainty.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "escalating disclosure raises arousal until it is answered",
        },
        /// An answer reassures
        reassurance: Arrow {
            from: "input.responsiveness", to: "uncertainty.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.5, 0.2), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Weak, evidence: Evidence::Hypothesis,
            source: "settling after an answer is told; settling at half that pace is all that was shown",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { reassurance: p.reassurance * (p.anxiety_reassurance * who.anxiety).exp(), ..p }
}

/// The equation above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let alone = R::constant(1.0) / p.unanswered;
    let reassured = w.reassurance * (-input.distance + 1.0);
    let answered = (alone + reassured * (R::constant(1.0) / p.reassurance - alone)).positive();
    State { felt: Change::balance(R::constant(0.0), x.felt, input.responsiveness.select(answered, alone)) }
}

/// The jump when disclosure rises to this depth.
pub fn disclose(x: &mut State<f64>, depth: f64, w: &Arrows<f64>) {
    x.felt = Real::max(x.felt, depth * w.disclosure);
}
