//! Arousal: how much on guard a person is, which keeps from sleep. It is the way by which a day reaches the night.
//!
//! ```text
//! A' = (3 tanh(g / 3) - A) / 6 h + kicks of chance, SD 0.3
//! g  = w_threat 3 Tt + w_hurt 1.5 Ht (1 + 0.3 tanh rumination) + w_cortisol 0.6 D + w_nerves 1.5 Sy + w_mood 0.35 N + w_inflammation 0.15 L
//!    - w_safety 1.5 St - w_glow G - w_care 0.3 care
//! ```
//!
//! Tt, Ht, St traces of threat, hurt and safety; D departure of cortisol from its usual course; Sy what is felt in the sympathetic drive (threat, pain, conflict, hurt, less calm); N
//! negative affect, L interleukin-6 above its usual, as a logarithm, G afterglow. A is 0 at rest, in standard deviations. A bout of 45 min moves a state of six
//! hours by a tenth of its target, so what acts are the traces.
//! Left out: light and noise at night, caffeine.

use crate::appraisal::{hurt, safety, threat};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "arousal" {
        /// Arousal
        level: Quantity { system: System::Sleep, principal: false, unit: "SD", possible: (-12.0, 12.0), normal: Some((-0.6, 0.6)), measured_by: "pre-sleep arousal scale" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "arousal" {
        /// Time constant
        tau: Parameter {
            unit: "min", min: 60.0, typical: 360.0, max: 1440.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype: a stressor of the evening reaches the night",
        },
        /// Chance from hour to hour
        wander: Parameter {
            unit: "SD", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a survey of models; guessed",
        },
        /// Per unit of the trace of threat
        threat: Parameter {
            unit: "SD", min: 0.0, typical: 3.0, max: 10.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype, in which a quarrel then lengthened latency by minutes; spread guessed",
        },
        /// Per unit of the trace of hurt
        hurt: Parameter {
            unit: "SD", min: 0.0, typical: 1.5, max: 6.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// More of that per standard deviation of rumination
        rumination: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Per doubling of cortisol above its usual course, nearly
        cortisol: Parameter {
            unit: "SD", min: 0.0, typical: 0.6, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Per unit of felt sympathetic drive
        nerves: Parameter {
            unit: "SD", min: 0.0, typical: 1.5, max: 6.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Per standard deviation of negative affect
        mood: Parameter {
            unit: "SD", min: 0.0, typical: 0.35, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Less per unit of the trace of safety
        safety: Parameter {
            unit: "SD", min: 0.0, typical: 1.5, max: 6.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Less in self-care
        care: Parameter {
            unit: "SD", min: 0.0, typical: 0.3, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Arousal per logarithm of interleukin-6
        inflammation: Parameter {
            unit: "SD", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "arousal" {
        /// What threatened keeps on guard
        threat: Arrow {
            from: "threat.trace", to: "arousal.level", unit: "1",
            told: strength(1.5, 0.5), measured: strength(1.5, 0.5), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "experimental stressors before sleep: efficiency falls, awakenings rise, over 63 articles (Kim & Dimsdale 2007); size from a prototype",
        },
        /// Hurt keeps on guard
        hurt: Arrow {
            from: "hurt.trace", to: "arousal.level", unit: "1",
            told: strength(1.0, 0.5), measured: strength(0.2, 0.3), null: strength(0.0, 0.0),
            moderators: &["rumination"], grade: Grade::Mixed, evidence: Evidence::Hypothesis,
            source: "failure before sleep: efficiency down, awakenings up (Vandekerckhove 2011), but a lonely day leaves actigraphy as it was (Johnson 2024); size from a prototype",
        },
        /// Cortisol above its usual course keeps awake
        cortisol: Arrow {
            from: "departure.log", to: "arousal.level", unit: "1",
            told: strength(2.5, 0.8), measured: strength(0.0, 0.2), null: strength(0.0, 0.2),
            moderators: &[], grade: Grade::Contradicted, evidence: Evidence::Hypothesis,
            source: "the account; infused cortisol deepens sleep (Born 1989)",
        },
        /// Felt sympathetic drive keeps awake, calm lets sleep
        nerves: Arrow {
            from: "sympathetic.drive", to: "arousal.level", unit: "1",
            told: strength(1.0, 0.4), measured: strength(0.3, 0.3), null: strength(0.3, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "hyperarousal in poor sleepers; size guessed",
        },
        /// Low mood keeps awake
        mood: Arrow {
            from: "affect.negative", to: "arousal.level", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "negative affect and poor sleep go together from day to day; size from a prototype",
        },
        /// Safety lets down one's guard
        safety: Arrow {
            from: "safety.trace", to: "arousal.level", unit: "1",
            told: strength(1.5, 0.5), measured: strength(1.0, 0.5), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis,
            source: "felt sleep quality follows the day's closeness (Doerr 2022); size from a prototype",
        },
        /// The afterglow lets down one's guard
        glow: Arrow {
            from: "closeness.afterglow", to: "arousal.level", unit: "SD",
            told: strength(0.4, 0.2), measured: strength(0.0, 0.1), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account",
        },
        /// Self-care lets down one's guard
        care: Arrow {
            from: "input.care", to: "arousal.level", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "self-compassion lowers stress and rumination; size from a prototype",
        },
        /// Inflammation breaks sleep
        inflammation: Arrow {
            from: "interleukins.above", to: "arousal.level", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

/// Chance kicks arousal at each cell of this length, min.
pub const CELL: f64 = 30.0;

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    // Bounded, so that no person's hurt calms.
    Parameters { hurt: p.hurt * (p.rumination * who.rumination.tanh() + 1.0), ..p }
}

/// What arousal reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Felt threat and its trace.
    pub threat: &'a threat::State<R>,
    /// Hurt and its trace.
    pub hurt: &'a hurt::State<R>,
    /// Safety and its trace.
    pub safety: &'a safety::State<R>,
    /// Departure of cortisol, a logarithm.
    pub cortisol: R,
    /// What is felt in the sympathetic drive: threat and conflict, less calm.
    pub nerves: R,
    /// Negative affect.
    pub mood: R,
    /// Afterglow, as the body reads it.
    pub glow: R,
    /// Interleukin-6 above its usual, a logarithm.
    pub inflamed: R,
}

/// The equation above, without chance.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    read: &Read<'_, R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let guard = w.threat * p.threat * read.threat.trace
        + w.hurt * p.hurt * read.hurt.trace
        + w.cortisol * p.cortisol * bounded(read.cortisol, 3.0)
        + w.nerves * p.nerves * read.nerves
        + w.mood * p.mood * read.mood
        + w.inflammation * p.inflammation * read.inflamed
        - w.safety * p.safety * read.safety.trace
        - w.glow * read.glow
        - w.care * p.care * input.care;
    State { level: Change::towards(bounded(guard, 3.0), x.level, p.tau) }
}

/// The arousal that sleep reads.
#[inline(always)]
pub fn felt<R: Real>(x: &State<R>) -> R {
    bounded(x.level, 4.0)
}
