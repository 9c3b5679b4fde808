//! The nerve's share in adrenal output: the splanchnic nerve makes the cortex answer more to the same ACTH.
//!
//! ```text
//! a  = w sensitivity Sy_threat
//! g' = (max tanh(a / max) - g) / tau
//! ```
//!
//! Secretion is multiplied by 1 + g. Only Sy_threat, the threat part of the sympathetic drive, enters: speaking or walking must not
//! raise adrenal output. Without this arrow a stress test's saliva needs ACTH eight to ten times its rest. Left out: the rhythm of the gland's own
//! clock, adrenaline of the medulla beside it, aldosterone and androgens.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::person::Traits;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "adrenal" {
        /// Sympathetic gain of the adrenal cortex
        gain: Quantity { system: System::Hormones, principal: false, unit: "1", possible: (0.0, 10.0), normal: Some((0.0, 0.3)), measured_by: "nothing in people" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "adrenal" {
        /// Gain per unit of sympathetic drive
        sensitivity: Parameter {
            unit: "1", min: 0.0, typical: 3.42, max: 40.0, spread: Spread::Lognormal(0.62),
            evidence: Evidence::Fitted, source: "200-person stress-test series: peak of 2.6 times the start with ACTH below 4 times",
        },
        /// Largest gain
        maximum: Parameter {
            unit: "1",
            min: 1.0,
            typical: 4.0,
            max: 10.0,
            spread: Spread::Same,
            evidence: Evidence::Hypothesis,
            source: "keeps secretion inside what stimulation tests reach",
        },
        /// Time constant
        tau: Parameter {
            unit: "min", min: 2.0, typical: 5.7, max: 40.0, spread: Spread::Same,
            evidence: Evidence::Fitted, source: "200-person stress-test series: highest sample 20-30 min; other laboratories 30-40 min",
        },
        /// Logarithm of the gain, luteal against follicular phase
        luteal: Parameter {
            unit: "1", min: -1.0, typical: 0.4, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "saliva: luteal as men, above follicular, with ACTH alike (Kirschbaum 1999): an effect at the gland; size guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "adrenal" {
        /// The splanchnic nerve raises adrenal gain
        nerve: Arrow {
            from: "sympathetic.drive", to: "adrenal.gain", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &["menstrual phase"], grade: Grade::Moderate, evidence: Evidence::Derived,
            source: "animal splanchnic stimulation; needed to get saliva without too much ACTH",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { sensitivity: p.sensitivity * (p.luteal * who.luteal).exp(), ..p }
}

/// The equation above; `drive` is the threat part of the sympathetic drive.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, drive: R, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let a = w.nerve * p.sensitivity * drive;
    State { gain: Change::towards(p.maximum * (a / p.maximum).tanh(), x.gain, p.tau) }
}
