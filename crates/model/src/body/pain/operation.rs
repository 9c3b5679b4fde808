//! An operation: a wound that hurts for days, and how far one can move about again.
//!
//! ```text
//! I' = operation - I / (2 d (1 + w_strain 0.4 strain))        the wound; 1 after removal of the womb
//! M' = (1 / (1 + 1 I + w_pain 0.3 pain) - M) / 1 d   mobility, 1 at rest
//! ```
//!
//! I is 0 at rest. What of it comes in as pain is in [`nociception`](super::nociception). strain is chronic strain, which slows healing. Days to recovery are
//! counted from mobility.
//! Left out: what an operation does to the axis and to inflammation while one sleeps through it, infection, the kind of operation.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "operation" {
        /// Wound of an operation, as far as it hurts
        wound: Quantity { system: System::Pain, principal: false, unit: "1", possible: (0.0, 20_000.0), normal: None, measured_by: "nothing by itself" },
        /// Mobility, relative to the person's usual
        mobility: Quantity { system: System::Pain, principal: false, unit: "1", possible: (0.0, 1.001), normal: Some((0.95, 1.0)), measured_by: "index of recovery: walking, dressing, sitting up" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "operation" {
        /// Wound that lets half of the most pain in
        half: Parameter {
            unit: "1", min: 0.05, typical: 0.37, max: 3.0, spread: Spread::Lognormal(0.2),
            evidence: Evidence::Derived, source: "pain 73 of 100 where morphine begins in the recovery room (Aubrun 2003, n 3,045): a wound of 1 gives 0.73; spread guessed",
        },
        /// Time constant of the wound's pain
        tau: Parameter {
            unit: "d", min: 0.3, typical: 2.0, max: 15.0, spread: Spread::Lognormal(0.25),
            evidence: Evidence::Hypothesis, source: "pain at rest is mild after three to five days; general knowledge",
        },
        /// Share by which chronic strain slows healing, per unit
        strain: Parameter {
            unit: "1", min: 0.0, typical: 0.4, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "stress and healing of wounds r -0.42 (Walburn 2009); size from a prototype",
        },
        /// Mobility lost per unit of wound
        stiff: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "half of one's mobility is left on the day of the operation, were it not for pain; guessed",
        },
        /// Mobility lost per point of pain
        pain: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 2.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Time constant of mobility
        regain: Parameter {
            unit: "min", min: 60.0, typical: 1440.0, max: 20_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a day; guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "operation" {
        /// Chronic strain slows healing
        strain: Arrow {
            from: "strain.load", to: "operation.wound", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "stress and healing of wounds r -0.42 (Walburn 2009); size from a prototype",
        },
        /// Who is in pain moves less
        pain: Arrow {
            from: "nociception.pain", to: "operation.mobility", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "why pain is treated after operations; size guessed",
        },
    }
}

/// The equations above; `pain` is pain now, 0 to 10.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    pain: R,
    strain: R,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let healing = R::constant(1.0) / (p.tau * (w.strain * p.strain * strain + 1.0) * 1440.0);
    let free = R::constant(1.0) / (p.stiff * x.wound + w.pain * p.pain * pain + 1.0);
    State {
        wound: Change::balance(input.operation, x.wound, healing),
        mobility: Change::towards(free, x.mobility, p.regain),
    }
}
