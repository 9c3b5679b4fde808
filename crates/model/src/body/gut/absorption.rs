//! Absorption: the share of a usual meal that is taken up.
//!
//! ```text
//! share = 1 - loss exp(bounded(2 haste - w_trace T - w_glow G, 1.2))
//! ```
//!
//! haste: how much faster than at rest food passes the small bowel, as a logarithm. T trace of safety, G afterglow.
//! Left out: single nutrients, what enzymes and bile lack, what microbes take.

use crate::appraisal::safety;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::bounded;
use crate::table;
use consoma_number::Real;

table! {
    /// Algebraic quantities.
    Reading of Quantity in "absorption" {
        /// Share of a usual meal that is absorbed
        share: Quantity { system: System::Gut, principal: false, unit: "1", possible: (0.0, 1.0), normal: Some((0.9, 0.98)), measured_by: "energy of food less energy of stool" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "absorption" {
        /// Share of a usual meal that is lost at rest
        loss: Parameter {
            unit: "1", min: 0.01, typical: 0.05, max: 0.25, spread: Spread::Lognormal(0.25),
            evidence: Evidence::Hypothesis, source: "stool carries some percent of the energy eaten; general knowledge",
        },
        /// Logarithm of the loss per unit of haste
        haste: Parameter {
            unit: "1", min: 0.0, typical: 2.0, max: 6.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "absorption" {
        /// Food that passes fast is lost
        haste: Arrow {
            from: "transit.small", to: "absorption.share", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Lasting safety takes up more
        safety: Arrow {
            from: "safety.trace", to: "absorption.share", unit: "1",
            told: strength(0.5, 0.3), measured: strength(0.0, 0.05), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account; nobody has looked",
        },
        /// The afterglow takes up more
        glow: Arrow {
            from: "closeness.afterglow", to: "absorption.share", unit: "1",
            told: strength(0.5, 0.3), measured: strength(0.0, 0.05), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account; nobody has looked",
        },
    }
}

/// The share above; `haste` as above, `glow` the afterglow as the body reads it.
#[inline(always)]
pub fn reading<R: Real>(haste: R, safety: &safety::State<R>, glow: R, p: &Parameters<R>, w: &Arrows<R>) -> Reading<R> {
    let logarithm = w.haste * p.haste * haste - w.safety * safety.trace - w.glow * glow;
    Reading { share: -(p.loss * bounded(logarithm, 1.2).exp()) + 1.0 }
}
