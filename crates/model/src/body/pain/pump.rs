//! The pump: morphine into a vein when the patient presses, not again before the lockout is over.
//!
//! ```text
//! h    = 0.1/min / (1 + exp(-(pain - tolerated) / 0.5))      presses a minute once the lockout is over
//! rate = bolus h / (1 + h lockout) pump (1 - asleep) (1 - anaesthesia)
//! G'   = rate                                                 mg given so far
//! ```
//!
//! The rate is the mean over many presses: between two of them lie the lockout and a wait of 1 / h. So no time falls below the lockout, and an hour never gives
//! more than 60 / lockout boluses. Single presses are left out, and with them the small saw teeth that they draw into pain; so are
//! presses that the lockout refuses, a background rate, and what pain while moving adds. Who sleeps does not press.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "pump" {
        /// Morphine that the pump has given so far
        given: Quantity { system: System::Pain, principal: false, unit: "mg", possible: (0.0, 1e7), normal: None, measured_by: "the pump's memory" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "pump" {
        /// Morphine that the pump gives
        rate: Quantity { system: System::Pain, principal: false, unit: "mg/min", possible: (0.0, 2.0), normal: None, measured_by: "the pump's memory" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "pump" {
        /// Pain at which a patient presses
        tolerated: Parameter {
            unit: "NRS", min: 0.5, typical: 4.0, max: 9.0, spread: Spread::Normal(0.3),
            evidence: Evidence::Hypothesis, source: "patients press above 4 of 10, from a survey of models; spread guessed",
        },
        /// How sharply
        width: Parameter {
            unit: "NRS", min: 0.1, typical: 0.5, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Presses a minute of who can bear it no longer
        eager: Parameter {
            unit: "1/min", min: 0.01, typical: 0.1, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "one within ten minutes; guessed",
        },
        /// Morphine of one press
        bolus: Parameter {
            unit: "mg", min: 0.2, typical: 2.5, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "2.5 mg (10.1111/j.0001-5172.2004.0329.x); others give 1 mg",
        },
        /// Lockout
        lockout: Parameter {
            unit: "min", min: 3.0, typical: 10.0, max: 60.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "10 min (10.1111/j.0001-5172.2004.0329.x); 8 min is common",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "pump" {
        /// Pain makes press
        pain: Arrow {
            from: "nociception.pain", to: "pump.rate", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "what the pump is for",
        },
    }
}

/// The rate above; `pain` is pain now, 0 to 10.
#[inline(always)]
pub fn reading<R: Real>(pain: R, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> Reading<R> {
    let presses = p.eager / ((-((pain - p.tolerated) / p.width)).exp() + 1.0);
    let at_hand = input.pump * (-input.asleep + 1.0) * (-input.anaesthesia + 1.0);
    Reading { rate: w.pain * p.bolus * presses / (presses * p.lockout + 1.0) * at_hand }
}

/// The equation above.
#[inline(always)]
pub fn flow<R: Real>(now: &Reading<R>) -> State<Change<R>> {
    State { given: Change::integral(now.rate) }
}
