//! Good contact of about the last day.
//!
//! ```text
//! C' = (w_answer [resp]+ (0.25 + 0.75 disclosure) + w_touch 0.3 touch) / (60 min/h) - C / 1 d
//! ```
//!
//! Where every day is alike, the mean of C is the hours of good contact a day. What reads it saturates (`1 - exp(-C / 0.5 h)`): a first half hour
//! counts for more than a third.
//! Left out: with whom, and whether it was wished for.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "contact" {
        /// Good contact of about the last day
        day: Quantity { system: System::Mood, principal: false, unit: "h", possible: (0.0, 600.0), normal: Some((0.0, 3.0)), measured_by: "experience sampling of company" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "contact" {
        /// Time constant
        tau: Parameter {
            unit: "min", min: 240.0, typical: 1440.0, max: 10_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a day, so that it counts the hours of a day",
        },
        /// Worth of a friendly answer to small talk, relative to one to a confidence
        shallow: Parameter {
            unit: "1", min: 0.0, typical: 0.25, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Worth of touch
        touch: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Contact that satisfies by two thirds
        enough: Parameter {
            unit: "h", min: 0.1, typical: 0.5, max: 10.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype: a daily talk outweighs hours alone; half an hour guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "contact" {
        /// A responsive answer is contact
        answer: Arrow {
            from: "input.responsiveness", to: "contact.day", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "perceived partner responsiveness makes intimacy; the scale is ours",
        },
        /// Touch is contact
        touch: Arrow {
            from: "input.touch", to: "contact.day", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

/// How far contact satisfies, 0 to 1.
#[inline(always)]
pub fn satisfied<R: Real>(x: &State<R>, p: &Parameters<R>) -> R {
    -(-x.day / p.enough).exp() + 1.0
}

/// The equation above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let depth = p.shallow + (-p.shallow + 1.0) * input.disclosure;
    let worth = w.answer * input.responsiveness.positive() * depth + w.touch * p.touch * input.touch;
    State { day: Change::balance(worth / 60.0, x.day, R::constant(1.0) / p.tau) }
}
