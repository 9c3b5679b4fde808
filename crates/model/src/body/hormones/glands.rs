//! Masses of the glands: corticotroph cells grow with CRH, the adrenal cortex with ACTH, over weeks.
//!
//! ```text
//! P' = (ln 2 / 20 d) P [ (C / C_rest) (1 - P/4) / (3/4) - 1 ]
//! M' = (ln 2 / 30 d) M [ (A / A_rest) (1 - M/4) / (3/4) - 1 ]
//! ```
//!
//! Both are 1 in a person who lives as usual: C_rest and A_rest are the means of that person's own usual day. Advanced
//! once a day. Within the day, with c the integral of C / C_rest since midnight and t the minutes since then,
//!
//! ```text
//! P(t) = P / (exp(-r) + P (g / 4) phi(-r)),   g = (ln 2 / 20 d) c / (3/4),   r = g - (ln 2 / 20 d) t,   phi(z) = (exp(z) - 1) / z
//! ```
//!
//! which is exact where the drive is even over the day, and stays between 0 and the largest mass whatever the drive. Source: Karin 2020, Milo 2025; their logistic factor, unscaled, has
//! no fixed point at 1, so it is divided by 3/4.
//! Left out: that cells die faster than they grow.

use crate::body::hormones::{acth, crh};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::{Change, rate_of};
use crate::table;
use consoma_number::{Real, phi1};

table! {
    /// Integrals since midnight.
    Tally of Quantity in "glands" {
        /// CRH since midnight, over its usual mean
        crh: Quantity { system: System::Hormones, principal: false, unit: "min", possible: (0.0, 1e6), normal: None, measured_by: "nothing: a latent state" },
        /// ACTH since midnight, over its usual mean
        acth: Quantity { system: System::Hormones, principal: false, unit: "min", possible: (0.0, 1e6), normal: None, measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Slow states.
    Slow of Quantity in "glands" {
        /// Mass of the corticotroph cells, relative to the person's usual
        corticotrophs: Quantity { system: System::Hormones, principal: false, unit: "1", possible: (0.0, 8.0), normal: Some((0.7, 1.4)), measured_by: "nothing in living people" },
        /// Mass of the adrenal cortex, relative to the person's usual
        cortex: Quantity { system: System::Hormones, principal: false, unit: "1", possible: (0.0, 8.0), normal: Some((0.7, 1.4)), measured_by: "tomography, roughly" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "glands" {
        /// Half-life of corticotroph cells
        corticotroph_half_life: Parameter {
            unit: "d", min: 3.0, typical: 20.0, max: 100.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "Milo 2025 (code); older versions 7 d",
        },
        /// Half-life of adrenal cells
        cortex_half_life: Parameter {
            unit: "d", min: 5.0, typical: 30.0, max: 150.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "Milo 2025 (code); older versions 14 d",
        },
        /// Largest mass of either
        largest: Parameter {
            unit: "1", min: 1.5, typical: 4.0, max: 8.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "Milo 2025 (code): 4",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "glands" {
        /// CRH makes corticotroph cells grow
        crh: Arrow {
            from: "crh.crh", to: "glands.corticotrophs", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(1.0, 0.2),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Read, source: "Karin 2020",
        },
        /// ACTH makes the adrenal cortex grow
        acth: Arrow {
            from: "acth.relative", to: "glands.cortex", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(1.0, 0.2),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Read, source: "Karin 2020",
        },
    }
}

/// The means of a person's own usual day, against which the glands are measured. Settling finds them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usual<R> {
    /// Mean of CRH: C_rest above.
    pub crh: R,
    /// Mean of ACTH: A_rest above.
    pub acth: R,
}

/// What the day adds to the integrals.
#[inline(always)]
pub fn tally<R: Real>(crh: &crh::State<R>, acth: &acth::State<R>, usual: &Usual<R>) -> Tally<Change<R>> {
    Tally { crh: Change::integral(crh.crh / usual.crh), acth: Change::integral(acth.relative / usual.acth) }
}

#[inline(always)]
fn grown<R: Real>(mass: R, half_life: R, arrow: R, tally: R, minutes: R, largest: R) -> R {
    let rate = arrow * rate_of(half_life * 1440.0);
    let growth = rate * tally / (R::constant(-1.0) / largest + 1.0);
    let excess = growth - rate * minutes;
    mass / ((-excess).exp() + mass * growth / largest * phi1(-excess))
}

/// The masses after `minutes` of a day that began with the masses `x`.
#[inline(always)]
pub fn after<R: Real>(x: &Slow<R>, tally: &Tally<R>, minutes: R, p: &Parameters<R>, w: &Arrows<R>) -> Slow<R> {
    Slow {
        corticotrophs: grown(x.corticotrophs, p.corticotroph_half_life, w.crh, tally.crh, minutes, p.largest),
        cortex: grown(x.cortex, p.cortex_half_life, w.acth, tally.acth, minutes, p.largest),
    }
}

/// The same as a derivative per minute, for a solver that does not split off the slow states.
#[inline(always)]
pub fn slope<R: Real>(
    x: &Slow<R>,
    crh: &crh::State<R>,
    acth: &acth::State<R>,
    usual: &Usual<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> Slow<R> {
    let whole = R::constant(-1.0) / p.largest + 1.0;
    let growth = |mass: R, half_life: R, arrow: R, drive: R| {
        let room = (-mass / p.largest + 1.0) / whole;
        mass * rate_of(half_life * 1440.0) * arrow * (drive * room - 1.0)
    };
    Slow {
        corticotrophs: growth(x.corticotrophs, p.corticotroph_half_life, w.crh, crh.crh / usual.crh),
        cortex: growth(x.cortex, p.cortex_half_life, w.acth, acth.relative / usual.acth),
    }
}
