//! Cortisol in saliva: it follows free cortisol within minutes, less what the gland turns into cortisone.
//!
//! ```text
//! Fs' = (share U - Fs) / lag
//! ```
//!
//! In the units of mass spectrometry. Immunoassays read 1.5-2.5 times this (they see cortisone too): that is a matter of the
//! instrument. Left out: that the gland's enzyme saturates, flow of saliva, blood in it.

use crate::body::hormones::cortisol;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "saliva" {
        /// Cortisol in saliva
        cortisol: Quantity { system: System::Hormones, principal: true, unit: "nmol/L", possible: (0.0, 40_000.0), normal: Some((0.5, 20.0)), measured_by: "mass spectrometry of saliva" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "saliva" {
        /// Saliva over free plasma cortisol
        share: Parameter {
            unit: "1", min: 0.05, typical: 0.34, max: 1.0, spread: Spread::Lognormal(0.282),
            evidence: Evidence::Hypothesis,
            source: "no direct ratio was found; 0.34 puts the morning mean at 5-9 nmol/L by mass spectrometry. Saliva cortisone is 4-9 times cortisol, so the gland converts much. Spread fitted to the 200-person stress-test series",
        },
        /// Time constant
        lag: Parameter {
            unit: "min", min: 0.5, typical: 1.15, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Fitted, source: "200-person stress-test series, kept near equilibration in much less than 5 min (Vining 1983)",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "saliva" {
        /// Free cortisol reaches saliva
        free: Arrow {
            from: "cortisol.free", to: "saliva.cortisol", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Read, source: "Vining 1983",
        },
    }
}

/// The equation above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, now: &cortisol::Reading<R>, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    State { cortisol: Change::towards(w.free * p.share * now.free, x.cortisol, p.lag) }
}
