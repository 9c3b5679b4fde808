//! Hunger: it grows with time and falls with what is eaten.
//!
//! ```text
//! H' = (1 - H) / rise - H meal / portion
//! ```
//!
//! H is 0 after a full meal and nears 1 many hours after it. Left out: stomach, blood sugar, the hours of the day (they come with the gut).

use crate::declare::{Evidence, Parameter, Quantity, Spread, System};
use crate::inputs::Inputs;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "hunger" {
        /// Hunger
        felt: Quantity { system: System::Appraisal, principal: false, unit: "1", possible: (0.0, 1.0), normal: Some((0.0, 1.0)), measured_by: "visual analogue scale" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "hunger" {
        /// Time constant of its rise
        rise: Parameter {
            unit: "min", min: 60.0, typical: 300.0, max: 1440.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "people eat again after four to six hours",
        },
        /// Food that takes hunger down to a third
        portion: Parameter {
            unit: "kcal", min: 30.0, typical: 250.0, max: 2000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a meal of 600 kcal leaves a tenth of it; guessed",
        },
    }
}

/// The equation above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, input: &Inputs<R>, p: &Parameters<R>) -> State<Change<R>> {
    let rise = R::constant(1.0) / p.rise;
    State { felt: Change::balance(rise, x.felt, rise + input.meal / p.portion) }
}
