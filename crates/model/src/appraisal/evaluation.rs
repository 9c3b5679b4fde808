//! Being evaluated: the sense of being judged, which outlasts the judging.
//!
//! ```text
//! E' = (evaluation - E) / tau,   tau = onset while E rises, perseveration exp(-2 tanh(w_reserve 0.3 reserve / 2)) while it falls
//! ```
//!
//! E is 0 at rest and 1 in the middle of a public examination. People differ by an order of magnitude in how long they go
//! on feeling judged; attachment anxiety lengthens it, and a large vagal reserve (heart-rate variability among people of the same age)
//! shortens it.
//! Left out: the content of what is judged. Anticipation is an input of its own.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "evaluation" {
        /// Sense of being evaluated
        felt: Quantity { system: System::Appraisal, principal: false, unit: "1", possible: (0.0, 1.0), normal: Some((0.0, 0.1)), measured_by: "visual analogue scale" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "evaluation" {
        /// Time constant of its rise
        onset: Parameter {
            unit: "min", min: 0.5, typical: 1.5, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "as fast as threat itself",
        },
        /// Time constant of its fall, of a man of average attachment
        perseveration: Parameter {
            unit: "min", min: 0.3, typical: 1.60, max: 240.0, spread: Spread::Lognormal(1.03),
            evidence: Evidence::Fitted, source: "200-person stress-test series (osf.io/ecjy6): between-person spread at 70 min",
        },
        /// Ratio of that time constant, women to men
        women_perseveration: Parameter {
            unit: "1", min: 0.2, typical: 2.17, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Fitted, source: "200-person stress-test series; women ruminate longer, by general knowledge",
        },
        /// Logarithm of that time constant per standard deviation of attachment anxiety
        anxiety_perseveration: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "perseverative thought prolongs cortisol, g 0.36 (60 studies); size guessed",
        },
        /// Logarithm of the fall's time constant lost per unit of vagal reserve
        reserve: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "recovery goes with resting variability; size guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "evaluation" {
        /// Vagal reserve shortens the sense of being judged
        reserve: Arrow {
            from: "rhythm.rmssd", to: "evaluation.felt", unit: "1",
            told: strength(1.0, 0.4), measured: strength(0.3, 0.3), null: strength(0.3, 0.3),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "variability and perseverative thought, g 0.15-0.27 (60 studies); size guessed",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    let women = (p.women_perseveration.ln() * who.female).exp();
    Parameters { perseveration: p.perseveration * women * (p.anxiety_perseveration * who.anxiety).exp(), ..p }
}

/// The equation above; `reserve` is the person's vagal reserve, as a logarithm.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    reserve: R,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let fall = p.perseveration * (-bounded(w.reserve * p.reserve * reserve, 2.0)).exp();
    let tau = (input.evaluation - x.felt).select(p.onset, fall);
    State { felt: Change::towards(input.evaluation, x.felt, tau) }
}
