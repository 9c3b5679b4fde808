//! Sympathetic drive.
//!
//! ```text
//! Sy0 = 1 + w_threat 0.5 Th + w_pain 0.6 pain / 10 + w_conflict 0.2 conflict + w_hurt 0.2 H + w_link 0.1 together presence agitation
//!     + 0.15 talk + 0.25 posture + 2 (1 - exp(-0.17 exercise)) - w_rest 0.15 B - 0.2 asleep + 0.05 cos(f - 2)
//!     - w_safety 0.2 S - w_oxytocin 0.15 O - w_glow G
//! Sy  = clip(Sy0 + reflex, 0.4, 2.8)
//! ```
//!
//! The reflex is that of [`reflex`](super::reflex). Sy settles within seconds and is algebraic. Talking, posture and exercise act whoever
//! is there. Th threat, H hurt, B restedness, S safety, O central oxytocin above rest, bounded, G afterglow; agitation is what the other person's threat lets one
//! see. Left out: load of years.

use crate::appraisal::expression::Expression;
use crate::appraisal::{hurt, safety, threat};
use crate::body::sleep::pacemaker::Phase;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::table;
use consoma_number::Real;

table! {
    /// Algebraic quantities.
    Reading of Quantity in "sympathetic" {
        /// Sympathetic drive
        drive: Quantity { system: System::Heart, principal: false, unit: "1", possible: (0.4, 2.8), normal: Some((0.8, 1.2)), measured_by: "muscle nerve recording, relative to rest" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "sympathetic" {
        /// Rise of the drive per unit of threat
        threat_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "noradrenaline about doubles in a stress test",
        },
        /// Rise of the drive in the worst pain, beyond its threat
        pain_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.6, max: 2.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "a hand in ice water raises systolic pressure by some 15 mmHg; general knowledge",
        },
        /// Rise of the drive per unit of conflict, beyond its threat
        conflict_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "effort of a dispute; size guessed",
        },
        /// Rise of the drive per unit of hurt
        hurt_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Rise of the drive per unit of the other person's threat
        link_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "linkage between partners is weak: coefficients of 0.05-0.2",
        },
        /// Fall of the drive per unit of safety
        safety_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "sets the scale of the arrow",
        },
        /// Fall of the drive per unit of central oxytocin above rest
        oxytocin_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype; animals",
        },
        /// Rise of the drive while speaking
        talk_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "speaking raises pressure by 5-7 mmHg whoever listens",
        },
        /// Rise of the drive on standing up; as much fall on lying down
        posture_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.25, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "noradrenaline rises by half on standing; general knowledge",
        },
        /// Largest rise of the drive in exercise
        exercise_gain: Parameter {
            unit: "1", min: 0.0, typical: 2.0, max: 4.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Rate at which exercise approaches it
        exercise_rate: Parameter {
            unit: "1/MET", min: 0.01, typical: 0.17, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a third of a unit per MET in light exercise, from a prototype",
        },
        /// Fall of the drive after a good night
        rest_fall: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 0.6, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Fall of the drive asleep
        sleep_fall: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 0.6, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "noradrenaline falls by about a third at night",
        },
        /// Daily amplitude of the drive
        daily: Parameter {
            unit: "1", min: 0.0, typical: 0.05, max: 0.3, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "highest in the early afternoon; size guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "sympathetic" {
        /// A good night rests the drive
        rest: Arrow {
            from: "restedness.refreshment", to: "sympathetic.drive", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "sympathetic drive after lost sleep; size from a prototype",
        },
        /// Threat drives the sympathetic nerves
        threat: Arrow {
            from: "threat.felt", to: "sympathetic.drive", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis,
            source: "defence response; size by noradrenaline in stress tests",
        },
        /// Pain drives the sympathetic nerves
        pain: Arrow {
            from: "nociception.pain", to: "sympathetic.drive", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(1.0, 0.2),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "nerves and pressure in the cold pressor test; size guessed",
        },
        /// Conflict drives the sympathetic nerves
        conflict: Arrow {
            from: "input.conflict", to: "sympathetic.drive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "effort of a dispute beyond threat; size guessed",
        },
        /// Hurt drives the sympathetic nerves
        hurt: Arrow {
            from: "hurt.felt", to: "sympathetic.drive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.4, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Mixed, evidence: Evidence::Hypothesis, source: "size from a prototype",
        },
        /// The other person's agitation passes over
        link: Arrow {
            from: "input.presence", to: "sympathetic.drive", unit: "1",
            told: strength(1.0, 0.5), measured: strength(0.5, 0.5), null: strength(0.0, 0.0),
            moderators: &["the other person's threat"], grade: Grade::Mixed, evidence: Evidence::Hypothesis,
            source: "linkage is found, and in random pairs at one task too; size guessed",
        },
        /// Safety calms the sympathetic nerves
        safety: Arrow {
            from: "safety.felt", to: "sympathetic.drive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.15, 0.15), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "support lowers reactivity more than the resting level",
        },
        /// Central oxytocin calms the sympathetic nerves
        oxytocin: Arrow {
            from: "oxytocin.central", to: "sympathetic.drive", unit: "1",
            told: strength(0.7, 0.3), measured: strength(0.25, 0.25), null: strength(0.25, 0.25),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "paraventricular nucleus to brain stem, in animals",
        },
        /// The afterglow calms the sympathetic nerves
        glow: Arrow {
            from: "closeness.afterglow", to: "sympathetic.drive", unit: "1",
            told: strength(0.1, 0.1), measured: strength(0.0, 0.05), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account; nobody has looked",
        },
    }
}

/// What the drive reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Felt threat.
    pub threat: &'a threat::State<R>,
    /// Pain now, as a share of the worst.
    pub pain: R,
    /// Restedness.
    pub rest: R,
    /// Felt safety.
    pub safety: &'a safety::State<R>,
    /// Felt hurt.
    pub hurt: &'a hurt::State<R>,
    /// Central oxytocin above rest, as the body reads it.
    pub central: R,
    /// Afterglow, as the body reads it.
    pub glow: R,
    /// What the other person shows.
    pub other: &'a Expression<R>,
    /// Phase of the clock.
    pub phase: &'a Phase<R>,
}

/// The part of the drive that threat makes. The adrenal cortex and the skin read this part alone.
#[inline(always)]
pub fn threat_part<R: Real>(threat: &threat::State<R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    w.threat * p.threat_gain * threat.felt
}

/// The part of the drive that pain makes, beyond its threat; `pain` as a share of the worst.
#[inline(always)]
pub fn pain_part<R: Real>(pain: R, p: &Parameters<R>, w: &Arrows<R>) -> R {
    w.pain * p.pain_gain * pain
}

/// Phase of the drive's daily peak: cosine and sine of 2 rad, that is 7.6 h after the phase's zero.
const PEAK: (f64, f64) = (-0.416_146_836_547_142_4, 0.909_297_426_825_681_7);

/// The daily course that sympathetic and vagal drive share, highest in the early afternoon: cos(f - 2).
#[inline(always)]
pub fn daily<R: Real>(phase: &Phase<R>) -> R {
    phase.cos * PEAK.0 + phase.sin * PEAK.1
}

/// What the drive has of feelings: threat, pain, conflict and hurt, less what calms. 0 at rest, whatever else the body does.
#[inline(always)]
pub fn felt<R: Real>(read: &Read<'_, R>, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    threat_part(read.threat, p, w)
        + pain_part(read.pain, p, w)
        + w.conflict * p.conflict_gain * input.conflict
        + w.hurt * p.hurt_gain * read.hurt.felt
        + w.link * p.link_gain * input.together * input.presence * read.other.agitation
        - w.safety * p.safety_gain * read.safety.felt
        - w.oxytocin * p.oxytocin_gain * read.central
        - w.glow * read.glow
}

/// The drive before the reflex: Sy0 above.
#[inline(always)]
pub fn outflow<R: Real>(read: &Read<'_, R>, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    let effort = p.exercise_gain * (-(-(p.exercise_rate * input.exercise)).exp() + 1.0);
    felt(read, input, p, w) + p.talk_gain * input.talk + p.posture_gain * input.posture + effort
        - w.rest * p.rest_fall * read.rest
        - p.sleep_fall * input.asleep
        + p.daily * daily(read.phase)
        + 1.0
}

/// The drive with the reflex.
#[inline(always)]
pub fn reading<R: Real>(outflow: R, reflex: R) -> Reading<R> {
    Reading { drive: (outflow + reflex).clamp(0.4, 2.8) }
}
