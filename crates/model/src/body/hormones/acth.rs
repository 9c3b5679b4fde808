//! ACTH: released by the pituitary under CRH, restrained by cortisol.
//!
//! ```text
//! A' = k (bounded(w C P G(F / F_rest)^w_feedback, 100) - A),   k = ln 2 / half-life;   plasma ACTH = 20 pg/mL A
//! ```
//!
//! C CRH, P mass of the corticotroph cells, G as for CRH. A is relative: about 1 at rest.
//! Left out: stores that run dry, vasopressin.

use crate::body::hormones::crh::{glucocorticoid, restrained};
use crate::body::hormones::{crh, glands};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::{Change, bounded, rate_of};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "acth" {
        /// ACTH, relative to its mean
        relative: Quantity { system: System::Hormones, principal: false, unit: "1", possible: (0.0, 100.0), normal: Some((0.3, 3.0)), measured_by: "immunoassay of plasma, divided by the person's mean" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "acth" {
        /// ACTH in plasma
        plasma: Quantity { system: System::Hormones, principal: false, unit: "pg/mL", possible: (0.0, 6000.0), normal: Some((5.0, 60.0)), measured_by: "immunoassay of plasma" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "acth" {
        /// Half-life of ACTH
        half_life: Parameter {
            unit: "min", min: 2.0, typical: 2.73, max: 20.0, spread: Spread::Same,
            evidence: Evidence::Fitted, source: "200-person stress-test series, just below bioactive ACTH (3-8 min, from a weak page; immunoreactive 14 min, Matsukura 1967): this laboratory answers faster than most",
        },
        /// ACTH in plasma at a relative value of 1
        mean: Parameter {
            unit: "pg/mL", min: 5.0, typical: 20.0, max: 60.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "middle of laboratory ranges",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "acth" {
        /// CRH releases ACTH
        crh: Arrow {
            from: "crh.crh", to: "acth.relative", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &["mass of the corticotroph cells"], grade: Grade::Strong, evidence: Evidence::Read, source: "Karin 2020; Milo 2025",
        },
        /// Cortisol restrains ACTH
        feedback: Arrow {
            from: "cortisol.plasma", to: "acth.relative", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Read, source: "Karin 2020; Milo 2025",
        },
    }
}

/// Most ACTH that is released, relative to its mean. A hypothesis: 2,000 pg/mL, as where no cortisol restrains it for years.
const LARGEST: f64 = 100.0;

/// ACTH in laboratory units.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, p: &Parameters<R>) -> Reading<R> {
    Reading { plasma: x.relative * p.mean }
}

/// The equation above; `cortisol` is relative to the person's rest, `receptors` are those of the hypothalamus too.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    crh: &crh::State<R>,
    cortisol: R,
    masses: &glands::Slow<R>,
    receptors: &crh::Parameters<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let restraint = restrained(glucocorticoid(cortisol, receptors), w.feedback);
    let target = w.crh * crh.crh * masses.corticotrophs * restraint;
    State { relative: Change::towards(bounded(target, LARGEST), x.relative, R::constant(1.0) / rate_of(p.half_life)) }
}
