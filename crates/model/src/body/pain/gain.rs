//! The gain of nociception: how much of what hurts gets through. It is the same for every threshold and every rating, whatever one says of it.
//!
//! ```text
//! s    = bounded(w_tone 0.35 L + w_descending 0.25 d + w_touch 0.15 touch + m - w_mood 0.04 N - w_sensitised 0.15 C
//!           - w_inflammation 0.08 I, 2)
//! gain = exp(-s)
//! ```
//!
//! s is what protects, 0 at rest: the logarithm by which a threshold of pressure lies above its rest. L logarithm of the opioid tone, d of descending
//! inhibition, C central sensitisation, m the relief by morphine, N negative affect, I logarithm of interleukin-6 against the person's usual. Touch
//! closes the gate of the spinal cord while it lasts.
//! Left out: attention, expectation.

use crate::body::mood::affect;
use crate::body::pain::{descending, opioid, sensitisation};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::bounded;
use crate::table;
use consoma_number::Real;

/// Farthest that the logarithm of the gain goes either way. A hypothesis: a seventh to seven times the rest.
const FARTHEST: f64 = 2.0;

table! {
    /// Algebraic quantities.
    Reading of Quantity in "gain" {
        /// Gain of nociception, relative to the person's rest
        nociception: Quantity { system: System::Pain, principal: false, unit: "1", possible: (0.12, 7.5), normal: Some((0.8, 1.25)), measured_by: "thresholds together, relative to rest" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "gain" {
        /// Logarithm of thresholds per logarithm of the opioid tone
        tone: Parameter {
            unit: "1", min: 0.0, typical: 0.35, max: 1.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype; spread guessed",
        },
        /// Logarithm of thresholds per logarithm of descending inhibition
        descending: Parameter {
            unit: "1", min: 0.0, typical: 0.25, max: 1.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype; spread guessed",
        },
        /// Logarithm of thresholds under full touch
        touch: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Fall of that logarithm per standard deviation of negative affect
        mood: Parameter {
            unit: "1", min: 0.0, typical: 0.04, max: 0.3, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Fall of that logarithm per unit of central sensitisation
        sensitised: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Fall of that logarithm per unit of the logarithm of interleukin-6
        inflammation: Parameter {
            unit: "1", min: 0.0, typical: 0.08, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "gain" {
        /// Opioid tone lets less through
        tone: Arrow {
            from: "opioid.log", to: "gain.nociception", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "what mu receptors do; size from a prototype",
        },
        /// Descending inhibition lets less through
        descending: Arrow {
            from: "descending.log", to: "gain.nociception", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "anatomy; size from a prototype",
        },
        /// Touch closes the gate
        touch: Arrow {
            from: "input.touch", to: "gain.nociception", unit: "1",
            told: strength(1.5, 0.5), measured: strength(1.0, 0.5), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "the skin's answer to pain falls in women and men, most of all while hands are held (academic.oup.com/scan/article/15/10/1064/5821245); size guessed",
        },
        /// Morphine lets less through
        morphine: Arrow {
            from: "morphine.effect", to: "gain.nociception", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Read, source: "Sverrisdottir 2015",
        },
        /// Low mood lets more through
        mood: Arrow {
            from: "affect.negative", to: "gain.nociception", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Inflammation lets more through
        inflammation: Arrow {
            from: "interleukins.above", to: "gain.nociception", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Central sensitisation lets more through
        sensitised: Arrow {
            from: "sensitisation.level", to: "gain.nociception", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "what the word means; size from a prototype",
        },
    }
}

/// What the gain reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Opioids.
    pub opioid: &'a opioid::State<R>,
    /// Descending inhibition.
    pub descending: &'a descending::State<R>,
    /// Central sensitisation.
    pub sensitisation: &'a sensitisation::State<R>,
    /// Negative affect.
    pub affect: &'a affect::State<R>,
    /// Relief by morphine through the arrow above, as the logarithm of a threshold.
    pub relief: R,
    /// Logarithm of interleukin-6 against the person's usual.
    pub inflammation: R,
}

/// How well a person is protected at the moment.
#[derive(Clone, Copy, Debug)]
pub struct Gain<R> {
    /// The logarithm by which a threshold lies above its rest: s above.
    pub log: R,
    /// Its exponential: 1 at rest, more where less gets through.
    pub protection: R,
}

/// The gain above.
#[inline(always)]
pub fn gain<R: Real>(read: &Read<'_, R>, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> Gain<R> {
    let sum = w.tone * p.tone * read.opioid.log
        + w.descending * p.descending * read.descending.log
        + w.touch * p.touch * input.touch
        + read.relief
        - w.mood * p.mood * read.affect.negative
        - w.sensitised * p.sensitised * read.sensitisation.level
        - w.inflammation * p.inflammation * read.inflammation;
    let log = bounded(sum, FARTHEST);
    Gain { log, protection: log.exp() }
}

/// The gain as it is shown.
#[inline(always)]
pub fn reading<R: Real>(gain: &Gain<R>) -> Reading<R> {
    Reading { nociception: R::constant(1.0) / gain.protection }
}
