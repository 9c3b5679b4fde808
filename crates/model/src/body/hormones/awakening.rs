//! The awakening response: a drive of the axis in the first minutes after a night's sleep.
//!
//! ```text
//! drive = gain [cos f]+ exp(2 tanh(w_loneliness L / 2))    for 25 min after waking from more than 150 min of sleep
//! ```
//!
//! The clock gates it: after an evening nap there is none (Federenko 2004). It follows the clock's phase, not the hour.
//! L loneliness of the day before, as it is left at waking. Left out: light at waking, expectation of the day.

use crate::body::sleep::pacemaker::Phase;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Spread, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::bounded;
use crate::table;
use consoma_number::Real;

table! {
    /// Parameters.
    Parameters of Parameter in "awakening" {
        /// Drive after waking, at the clock's peak
        gain: Parameter {
            unit: "1", min: 0.0, typical: 3.0, max: 30.0, spread: Spread::Lognormal(0.8),
            evidence: Evidence::Fitted, source: "rise of 50 % at 30 min (Pruessner 1997), 75 % respond (baselines)",
        },
        /// Length of the drive
        window: Parameter {
            unit: "min", min: 5.0, typical: 25.0, max: 60.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "peak of saliva 30-45 min after waking",
        },
        /// Shortest sleep that is followed by it
        night: Parameter {
            unit: "min", min: 30.0, typical: 150.0, max: 400.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "present after a night, absent after a nap (Federenko 2004)",
        },
        /// Factor on the drive on a combined pill
        pill: Parameter {
            unit: "1", min: 0.0, typical: 0.4, max: 1.2, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "no morning response in users on a rest day (10.1080/10253890.2019.1581760); other studies find a blunted one",
        },
        /// Logarithm of the drive per standard deviation of attachment anxiety above the mean, in women
        anxious_women: Parameter {
            unit: "1", min: -1.0, typical: -0.25, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "direction: Quirin 2008, 48 women; size guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "awakening" {
        /// Waking drives the axis
        waking: Arrow {
            from: "input.awakening", to: "crh.crh", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(1.0, 0.2),
            moderators: &["contraception", "attachment anxiety in women"], grade: Grade::Strong, evidence: Evidence::Read,
            source: "Pruessner 1997, 152 people: +50-75 % at 30 min",
        },
        /// A lonely day raises the next awakening response
        loneliness: Arrow {
            from: "loneliness.day", to: "crh.crh", unit: "1",
            told: strength(0.3, 0.2), measured: strength(0.35, 0.2), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "higher on the morning after a lonely day; size from a prototype",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    let pill = (p.pill - 1.0) * who.pill + 1.0;
    let anxious = (p.anxious_women * who.anxiety.positive() * who.female).exp();
    Parameters { gain: p.gain * pill * anxious, ..p }
}

/// The drive above; `loneliness` is that of the day.
#[inline(always)]
pub fn drive<R: Real>(phase: &Phase<R>, loneliness: R, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    w.waking * p.gain * input.awakening * phase.cos.positive() * bounded(w.loneliness * loneliness, 2.0).exp()
}
