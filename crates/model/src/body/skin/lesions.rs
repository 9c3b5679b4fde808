//! Lesions that come and go over weeks: what [`psoriasis`](super::psoriasis) and [`acne`](super::acne) have in common.
//!
//! ```text
//! x' = (usual exp(bounded(gain S - w g, 0.6)) - x) / tau
//! ```
//!
//! S chronic strain, g afterglow. Advanced once a day: over t of it x nears its target by exp(-t / tau), with the means of strain and afterglow since
//! midnight. x is the person's usual score where neither is there, and 0 in who
//! does not have the condition. Left out: single lesions, the days between a bad week and what shows of it, treatment.

use crate::declare::{Quantity, System};
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// Integrals since midnight.
    Tally of Quantity in "lesions" {
        /// Afterglow since midnight
        glow: Quantity { system: System::Skin, principal: false, unit: "min", possible: (0.0, 1e5), normal: None, measured_by: "nothing: a latent state" },
    }
}

/// What the day adds to the integral; `glow` is the afterglow as the body reads it.
#[inline(always)]
pub fn tally<R: Real>(glow: R) -> Tally<Change<R>> {
    Tally { glow: Change::integral(glow) }
}

/// The mean of the afterglow in these minutes since midnight; 0 at midnight.
#[inline(always)]
pub fn mean<R: Real>(tally: &Tally<R>, minutes: R) -> R {
    tally.glow / minutes.max(R::constant(1e-6))
}

/// The score that lasting conditions would lead to; `push` is what strain and afterglow come to.
#[inline(always)]
pub fn target<R: Real>(usual: R, push: R) -> R {
    usual * bounded(push, 0.6).exp()
}

/// A score after `minutes` on the way to a target, with a time constant in days.
#[inline(always)]
pub fn after<R: Real>(score: R, target: R, minutes: R, tau: R) -> R {
    target + (score - target) * (-minutes / (tau * 1440.0)).exp()
}

/// The same as a derivative per minute.
#[inline(always)]
pub fn slope<R: Real>(score: R, target: R, tau: R) -> R {
    (target - score) / (tau * 1440.0)
}
