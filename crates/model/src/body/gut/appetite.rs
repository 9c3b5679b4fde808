//! Appetite, relative to what a hungry person usually wants.
//!
//! ```text
//! A = (0.5 + 0.5 hunger) exp(bounded(w_own s Ht - w_loss Ht, 1.5))
//! ```
//!
//! Ht trace of hurt. After being left out some eat more and some less: s is a person's own, of either sign. The account lets
//! everybody's appetite fall. Left out: hormones of hunger, taste, comfort in food; fear.

use crate::appraisal::{hunger, hurt};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::bounded;
use crate::table;
use consoma_number::Real;

table! {
    /// Algebraic quantities.
    Reading of Quantity in "appetite" {
        /// Appetite, relative to what a hungry person usually wants
        felt: Quantity { system: System::Gut, principal: true, unit: "1", possible: (0.0, 5.0), normal: Some((0.5, 1.2)), measured_by: "visual analogue scale, or what is eaten" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "appetite" {
        /// Appetite of a person who has just eaten
        sated: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Logarithm of the appetite per unit of the trace of hurt, of either sign
        sign: Parameter {
            unit: "1", min: -3.0, typical: 0.2, max: 3.0, spread: Spread::Normal(1.0),
            evidence: Evidence::Hypothesis, source: "hunger tends to rise after being left out (Kaneko 2023); people differ; size guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "appetite" {
        /// Hurt raises or lowers appetite, by person
        own: Arrow {
            from: "hurt.trace", to: "appetite.felt", unit: "1",
            told: strength(0.0, 0.0), measured: strength(0.5, 0.3), null: strength(0.0, 0.0),
            moderators: &["a sign of one's own"], grade: Grade::Mixed, evidence: Evidence::Hypothesis, source: "hunger tends to rise after being left out (Kaneko 2023); size guessed",
        },
        /// Hurt takes everybody's appetite
        loss: Arrow {
            from: "hurt.trace", to: "appetite.felt", unit: "1",
            told: strength(1.0, 0.4), measured: strength(0.0, 0.1), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Contradicted, evidence: Evidence::Hypothesis, source: "the account; hunger tends to rise (Kaneko 2023)",
        },
    }
}

/// The equation above.
#[inline(always)]
pub fn reading<R: Real>(
    hunger: &hunger::State<R>,
    hurt: &hurt::State<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> Reading<R> {
    let hungry = p.sated + (-p.sated + 1.0) * hunger.felt;
    let moved = (w.own * p.sign - w.loss) * hurt.trace;
    Reading { felt: hungry * bounded(moved, 1.5).exp() }
}
