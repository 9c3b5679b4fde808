//! Novelty: being in an unfamiliar place whose demands are not yet known.
//!
//! ```text
//! N' = (novelty - N) / familiarisation
//! ```
//!
//! Left out: that the same place is less novel the next time (a schedule says so by a smaller input).

use crate::declare::{Evidence, Parameter, Quantity, Spread, System};
use crate::inputs::Inputs;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "novelty" {
        /// Sense of an unfamiliar place
        felt: Quantity { system: System::Appraisal, principal: false, unit: "1", possible: (0.0, 1.0), normal: Some((0.0, 0.1)), measured_by: "visual analogue scale" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "novelty" {
        /// Time constant of its rise and fall
        familiarisation: Parameter {
            unit: "min", min: 1.0, typical: 5.0, max: 60.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "slower than threat, gone within a laboratory's usual 30 min of rest",
        },
    }
}

/// The equation above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, input: &Inputs<R>, p: &Parameters<R>) -> State<Change<R>> {
    State { felt: Change::towards(input.novelty, x.felt, p.familiarisation) }
}
