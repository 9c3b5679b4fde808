//! Tumour necrosis factor in plasma: it follows the inflammatory drive at once, so its rise is early, small and short.
//!
//! ```text
//! T' = (1 + w_drive 0.22 (N - 1) - T) / 20 min,   plasma = rest T
//! ```
//!
//! N inflammatory drive. T is 1 at rest. Interleukin-6 given into a vein does not move it.
//! Left out: what it does to other cells, soluble receptors.

use crate::body::immune::inflammation;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "tumour_necrosis" {
        /// Tumour necrosis factor, relative to rest
        relative: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 100_000.0), normal: Some((0.7, 1.4)), measured_by: "immunoassay of plasma, divided by the person's usual" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "tumour_necrosis" {
        /// Tumour necrosis factor in plasma
        plasma: Quantity { system: System::Immune, principal: false, unit: "pg/mL", possible: (0.0, 1e6), normal: Some((0.8, 4.0)), measured_by: "high-sensitivity immunoassay of plasma" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "tumour_necrosis" {
        /// Plasma level at rest
        rest: Parameter {
            unit: "pg/mL", min: 0.4, typical: 1.8, max: 8.0, spread: Spread::Lognormal(0.47),
            evidence: Evidence::Hypothesis, source: "1.8, SD 0.9 by high-sensitivity assays; general knowledge",
        },
        /// Rise per rise of the inflammatory drive
        gain: Parameter {
            unit: "1", min: 0.0, typical: 0.22, max: 0.9, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Derived, source: "d 0.44 at 31-50 min (Marsland 2017) at a log SD of 0.47; spread guessed",
        },
        /// Time constant
        tau: Parameter {
            unit: "min", min: 5.0, typical: 20.0, max: 120.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "greatest at 31 to 50 min (Marsland 2017)",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "tumour_necrosis" {
        /// The inflammatory drive releases it
        drive: Arrow {
            from: "inflammation.drive", to: "tumour_necrosis.relative", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(1.0, 0.2),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Read, source: "15 studies (Marsland 2017); endotoxin (PMC540200)",
        },
    }
}

/// The level in plasma.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, p: &Parameters<R>) -> Reading<R> {
    Reading { plasma: x.relative * p.rest }
}

/// The equation above.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    drive: &inflammation::State<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    // Bounded by the highest gain, so that it stays positive.
    let gain = (w.drive * p.gain).clamp(0.0, 1.0);
    State { relative: Change::towards(gain * (drive.drive - 1.0) + 1.0, x.relative, p.tau) }
}
