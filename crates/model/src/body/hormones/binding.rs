//! Binding of cortisol in plasma: how much of it is free.
//!
//! ```text
//! T = (1 + N) U + G K U / (1 + K U)
//! ```
//!
//! T total and U free cortisol, G binding globulin (all nmol/L), K its affinity, N the ratio of albumin-bound to free.
//! Solved in closed form, always with one positive root:
//!
//! ```text
//! a U^2 + b U - T = 0,   a = (1 + N) K,   b = 1 + N + K (G - T),   U = 2 T / (b + sqrt(b^2 + 4 a T))
//! ```
//!
//! With N = 1.74 this is Coolens 1987. The axis keeps *free* cortisol: more globulin raises the total and leaves free cortisol
//! and saliva where they were. Left out: heat, progesterone, and cortisone that compete for the globulin.

use crate::declare::{Evidence, Parameter, Spread};
use crate::person::Traits;
use crate::table;
use consoma_number::Real;

table! {
    /// Parameters.
    Parameters of Parameter in "binding" {
        /// Cortisol-binding globulin
        globulin: Parameter {
            unit: "nmol/L", min: 5.0, typical: 690.0, max: 6000.0, spread: Spread::Lognormal(0.21),
            evidence: Evidence::Derived, source: "enzyme immunoassay 300-1300 nmol/L (Lewis 2003); 690 keeps less than 6 % of cortisol free. ln SD 0.21 from another assay (10.1080/00365513.2019.1622031); men and women alike before menopause",
        },
        /// Affinity of the globulin
        affinity: Parameter {
            unit: "L/nmol", min: 0.005, typical: 0.030, max: 0.1, spread: Spread::Same,
            evidence: Evidence::Derived, source: "Coolens 1987: the constant 0.0167 umol/L is 1 / 2K",
        },
        /// Albumin-bound over free cortisol
        albumin: Parameter {
            unit: "1", min: 1.0, typical: 2.5, max: 4.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "25-32 % free without globulin (PMID 15904907) gives 2.1-3.0; Coolens' 1.74 leaves 36 %",
        },
        /// Ratio of the globulin's capacity on a combined pill
        pill: Parameter {
            unit: "1", min: 1.0, typical: 2.0, max: 4.0, spread: Spread::Same,
            evidence: Evidence::Derived,
            source: "total cortisol x1.77 at unchanged saliva in 120 users of 15-35 ug (10.1080/00365513.2019.1622031); that paper's immunoassay of the globulin gives x1.3, which cannot carry it",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { globulin: p.globulin * ((p.pill - 1.0) * who.pill + 1.0), ..p }
}

/// Free cortisol (nmol/L) at this total cortisol (nmol/L).
///
/// ```
/// use consoma_model::body::hormones::binding::{Parameters, free};
/// let p = Parameters { globulin: 690.0, affinity: 0.030, albumin: 2.5, pill: 1.8 };
/// let u: f64 = free(300.0, &p);
/// let total = 3.5 * u + 690.0 * 0.030 * u / (1.0 + 0.030 * u);
/// assert!((total - 300.0).abs() < 1e-9);
/// assert!(u / 300.0 < 0.06, "less than 6 % of cortisol is free (PMID 15904907)");
/// ```
#[inline(always)]
pub fn free<R: Real>(total: R, p: &Parameters<R>) -> R {
    let loose = p.albumin + 1.0;
    let a = loose * p.affinity;
    let b = loose + p.affinity * (p.globulin - total);
    total * 2.0 / (b + (b.squared() + a * total * 4.0).sqrt())
}

/// Total cortisol (nmol/L) at this free cortisol (nmol/L): the first equation above.
#[inline(always)]
pub fn total<R: Real>(free: R, p: &Parameters<R>) -> R {
    let bound = p.affinity * free;
    (p.albumin + 1.0) * free + p.globulin * bound / (bound + 1.0)
}
