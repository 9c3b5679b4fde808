//! Vagal tone of the heart.
//!
//! ```text
//! Vg0 = 1 - w_threat 0.25 Th - 0.2 talk - 0.2 posture - 0.9 (1 - exp(-0.2 exercise)) + 0.15 asleep - 0.05 cos(f - 2)
//!     + w_safety 0.2 S + w_touch 0.1 touch + w_oxytocin 0.1 O + w_glow G
//!     - w_inflammation 0.02 L
//! Vg  = clip(Vg0 + reflex, 0.05, 2)
//! ```
//!
//! It settles within seconds and is algebraic. Talking and posture act whoever is there: without them every talk would seem to change the
//! heart. Th threat, S safety, O central oxytocin above rest, bounded, G afterglow, L interleukin-6 above its usual, as a logarithm; the reflex is that of [`reflex`](super::reflex).
//! Left out: loneliness of weeks, load of years (they come with their processes).

use crate::appraisal::{safety, threat};
use crate::body::heart::sympathetic::daily;
use crate::body::sleep::pacemaker::Phase;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::table;
use consoma_number::Real;

table! {
    /// Algebraic quantities.
    Reading of Quantity in "vagal" {
        /// Vagal tone, relative to rest
        tone: Quantity { system: System::Heart, principal: false, unit: "1", possible: (0.05, 2.0), normal: Some((0.7, 1.3)), measured_by: "high-frequency heart-rate variability, relative to rest" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "vagal" {
        /// Fall of the tone per unit of threat
        threat_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.25, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "RMSSD falls to 0.6 in a stress test, from a prototype",
        },
        /// Fall of the tone while speaking
        talk_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 0.8, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "speaking breaks the breathing rhythm and lowers RMSSD whoever listens",
        },
        /// Fall of the tone on standing up; as much rise on lying down
        posture_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 0.8, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "RMSSD falls on standing; general knowledge",
        },
        /// Largest fall of the tone in exercise
        exercise_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.9, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the tone is nearly gone in hard exercise; general knowledge",
        },
        /// Rate at which exercise approaches it
        exercise_rate: Parameter {
            unit: "1/MET", min: 0.01, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Rise of the tone asleep
        sleep_rise: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 0.6, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Daily amplitude of the tone
        daily: Parameter {
            unit: "1", min: 0.0, typical: 0.05, max: 0.3, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "lowest in the early afternoon; size guessed",
        },
        /// Rise of the tone per unit of safety
        safety_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Rise of the tone per unit of touch
        touch_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Rise of the tone per unit of central oxytocin above rest
        oxytocin_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype; animals",
        },
        /// Fall of the tone per logarithm of interleukin-6
        inflammation: Parameter {
            unit: "1", min: 0.0, typical: 0.02, max: 0.1, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "two beats a minute at a hundredfold level, where no change was seen (Steensberg 2003); guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "vagal" {
        /// Threat withdraws the vagus
        threat: Arrow {
            from: "threat.felt", to: "vagal.tone", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "variability falls in stress tests; size from a prototype",
        },
        /// Safety engages the vagus
        safety: Arrow {
            from: "safety.felt", to: "vagal.tone", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.1, 0.1), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "no difference with a partner present (Bourassa 2019)",
        },
        /// Touch engages the vagus
        touch: Arrow {
            from: "input.touch", to: "vagal.tone", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.3, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "size guessed",
        },
        /// Central oxytocin engages the vagus
        oxytocin: Arrow {
            from: "oxytocin.central", to: "vagal.tone", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.2, 0.2), null: strength(0.2, 0.2),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "paraventricular nucleus to dorsal vagal complex, in animals",
        },
        /// The afterglow engages the vagus
        glow: Arrow {
            from: "closeness.afterglow", to: "vagal.tone", unit: "1",
            told: strength(0.35, 0.2), measured: strength(0.0, 0.05), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account; nobody has looked",
        },
        /// Inflammation takes vagal tone away
        inflammation: Arrow {
            from: "interleukins.above", to: "vagal.tone", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "endotoxin speeds the heart; infused interleukin-6 does not (Steensberg 2003), so it is small",
        },
    }
}

/// What the tone reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Felt threat.
    pub threat: &'a threat::State<R>,
    /// Felt safety.
    pub safety: &'a safety::State<R>,
    /// Central oxytocin above rest, as the body reads it.
    pub central: R,
    /// Afterglow, as the body reads it.
    pub glow: R,
    /// Interleukin-6 above its usual, a logarithm.
    pub inflamed: R,
    /// Phase of the clock.
    pub phase: &'a Phase<R>,
}

/// The tone before the reflex: Vg0 above.
#[inline(always)]
pub fn outflow<R: Real>(read: &Read<'_, R>, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    let effort = p.exercise_gain * (-(-(p.exercise_rate * input.exercise)).exp() + 1.0);
    felt(read, input, p, w) - p.talk_gain * input.talk - p.posture_gain * input.posture - effort
        + p.sleep_rise * input.asleep
        - p.daily * daily(read.phase)
        - w.inflammation * p.inflammation * read.inflamed
        + 1.0
}

/// What feeling adds to the tone. Inflammation reads this part alone.
#[inline(always)]
pub fn felt<R: Real>(read: &Read<'_, R>, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    -(w.threat * p.threat_gain * read.threat.felt)
        + w.safety * p.safety_gain * read.safety.felt
        + w.touch * p.touch_gain * input.touch
        + w.oxytocin * p.oxytocin_gain * read.central
        + w.glow * read.glow
}

/// The tone with the reflex.
#[inline(always)]
pub fn reading<R: Real>(outflow: R, reflex: R) -> Reading<R> {
    Reading { tone: (outflow + reflex).clamp(0.05, 2.0) }
}
