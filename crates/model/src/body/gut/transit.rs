//! Transit: how long food is under way.
//!
//! ```text
//! Co' = (1 - Mo Co) / colon                        content of the colon; the usual inflow is 1
//! colon time = colon Co                            content over inflow
//! small time = small exp(-0.3 bounded(Mo - m, 2))  m motility at rest
//! whole time = stomach + small + colon time
//! ```
//!
//! Mo motility of the colon. Women's colons take 104 min longer. What a colon holds is its mean time times the inflow, so both are one state.
//! Left out: that stool leaves in steps of a day, that water drawn from it changes its form, the single meal.

use crate::body::gut::motility;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::person::Traits;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "transit" {
        /// Content of the colon, relative to usual
        load: Quantity { system: System::Gut, principal: false, unit: "1", possible: (0.0, 500.0), normal: Some((0.6, 1.6)), measured_by: "markers on a film" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "transit" {
        /// Time in the small bowel
        small: Quantity { system: System::Gut, principal: false, unit: "h", possible: (0.0, 50.0), normal: Some((2.0, 6.0)), measured_by: "capsule that reads acidity and pressure" },
        /// Time in the colon
        colon: Quantity { system: System::Gut, principal: false, unit: "h", possible: (0.0, 60_000.0), normal: Some((10.0, 59.0)), measured_by: "capsule that reads acidity and pressure" },
        /// Time from mouth to stool
        whole: Quantity { system: System::Gut, principal: false, unit: "h", possible: (0.0, 60_000.0), normal: Some((14.0, 70.0)), measured_by: "capsule that reads acidity and pressure" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "transit" {
        /// Time in the small bowel at rest
        small: Parameter {
            unit: "h", min: 1.0, typical: 3.3, max: 10.0, spread: Spread::Lognormal(0.28),
            evidence: Evidence::Derived, source: "3.3 h (2.6-4.0); normal limits 2-6 h",
        },
        /// Time in a man's colon at a motility of 1
        colon: Parameter {
            unit: "h", min: 4.0, typical: 18.8, max: 100.0, spread: Spread::Lognormal(0.45),
            evidence: Evidence::Derived, source: "study means 15.9-28.9 h (Nandhra 2023), centre 22; coefficient of variation about 50 %, with the spread of motility",
        },
        /// More in women
        women: Parameter {
            unit: "h", min: 0.0, typical: 1.73, max: 20.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "104 min (215 people, Wang 2015)",
        },
        /// Fall of the logarithm of the small bowel's time per unit of motility
        share: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 0.75, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "transit" {
        /// What drives the colon shortens the time in the small bowel
        motility: Arrow {
            from: "motility.colon", to: "transit.small", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::Mixed, evidence: Evidence::Hypothesis, source: "small-bowel water falls after CRH (Pritchard 2015), its contractions too (Chang 2011); guessed",
        },
    }
}

/// Minutes in an hour.
const HOUR: f64 = 60.0;

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { colon: p.colon + p.women * who.female, ..p }
}

/// The content of the colon at rest, mean of a day.
pub fn rest<R: Real>(moved: &motility::Parameters<R>) -> R {
    R::constant(1.0) / moved.rest
}

/// How much faster than at rest food passes the small bowel, as a logarithm.
#[inline(always)]
pub fn haste<R: Real>(
    now: &motility::Reading<R>,
    moved: &motility::Parameters<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> R {
    w.motility * p.share * bounded(now.colon - moved.rest, 2.0)
}

/// The times above; `half` is the half-emptying time of the stomach, min.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, haste: R, half: R, p: &Parameters<R>) -> Reading<R> {
    let small = p.small * (-haste).exp();
    let colon = p.colon * x.load;
    // A mean time is a half-time over ln 2.
    Reading { small, colon, whole: half / (HOUR * core::f64::consts::LN_2) + small + colon }
}

/// The content above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, now: &motility::Reading<R>, p: &Parameters<R>) -> State<Change<R>> {
    let tau = p.colon * HOUR;
    State { load: Change::balance(R::constant(1.0) / tau, x.load, now.colon / tau) }
}
