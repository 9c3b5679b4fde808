//! Sympathetic drive, and noradrenaline in venous plasma.
//!
//! ```text
//! Sy  = clip(1 + w_threat 0.5 Th + w_conflict 0.2 conflict + 0.15 talk - w_safety 0.2 S - 0.2 asleep + 0.05 cos(f - 2), 0.4, 2.8)
//! NE' = k (NE_rest Sy^1.5 - NE),   k = ln 2 / half-life
//! ```
//!
//! Sy settles within seconds and is algebraic. Talking acts whoever listens.
//! Left out: baroreflex, posture, breathing, adrenaline (they come with the heart).

use crate::appraisal::{safety, threat};
use crate::body::sleep::pacemaker::Phase;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::{Change, rate_of};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "sympathetic" {
        /// Noradrenaline in venous plasma
        noradrenaline: Quantity { system: System::Heart, unit: "pg/mL", possible: (0.0, 5000.0), normal: Some((100.0, 450.0)), measured_by: "chromatography of venous plasma" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "sympathetic" {
        /// Sympathetic drive
        drive: Quantity { system: System::Heart, unit: "1", possible: (0.4, 2.8), normal: Some((0.8, 1.2)), measured_by: "muscle nerve recording, relative to rest" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "sympathetic" {
        /// Noradrenaline at rest
        rest: Parameter {
            unit: "pg/mL", min: 80.0, typical: 250.0, max: 800.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "usual seated adult; general knowledge",
        },
        /// Half-life of noradrenaline
        half_life: Parameter {
            unit: "min", min: 1.0, typical: 2.4, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "PMID 24347: 2.4 SD 0.7 min",
        },
        /// Rise of the drive per unit of threat
        threat_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "noradrenaline about doubles in a stress test",
        },
        /// Rise of the drive per unit of conflict, beyond its threat
        conflict_gain: Parameter {
            unit: "1",
            min: 0.0,
            typical: 0.2,
            max: 1.0,
            spread: Spread::Same,
            evidence: Evidence::Hypothesis,
            source: "effort of a dispute; size guessed",
        },
        /// Fall of the drive per unit of safety
        safety_gain: Parameter {
            unit: "1",
            min: 0.0,
            typical: 0.2,
            max: 1.0,
            spread: Spread::Same,
            evidence: Evidence::Hypothesis,
            source: "sets the scale of the arrow",
        },
        /// Fall of the drive asleep
        sleep_fall: Parameter {
            unit: "1",
            min: 0.0,
            typical: 0.2,
            max: 0.6,
            spread: Spread::Same,
            evidence: Evidence::Hypothesis,
            source: "noradrenaline falls by about a third at night",
        },
        /// Daily amplitude of the drive
        daily: Parameter {
            unit: "1",
            min: 0.0,
            typical: 0.05,
            max: 0.3,
            spread: Spread::Same,
            evidence: Evidence::Hypothesis,
            source: "highest in the early afternoon; size guessed",
        },
        /// Rise of the drive while speaking
        talk_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "speaking raises pressure by 5-7 mmHg whoever listens",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "sympathetic" {
        /// Threat drives the sympathetic nerves
        threat: Arrow {
            from: "threat.felt", to: "sympathetic.drive", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis,
            source: "defence response; size by noradrenaline in stress tests",
        },
        /// Conflict drives the sympathetic nerves
        conflict: Arrow {
            from: "input.conflict", to: "sympathetic.drive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "effort of a dispute beyond threat; size guessed",
        },
        /// Safety calms the sympathetic nerves
        safety: Arrow {
            from: "safety.felt", to: "sympathetic.drive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.15, 0.15), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "support lowers reactivity more than the resting level",
        },
    }
}

/// What the drive reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Felt threat.
    pub threat: &'a threat::State<R>,
    /// Felt safety.
    pub safety: &'a safety::State<R>,
    /// Phase of the clock.
    pub phase: &'a Phase<R>,
}

/// The part of the drive that threat makes. The adrenal cortex reads this part alone.
#[inline(always)]
pub fn threat_part<R: Real>(threat: &threat::State<R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    w.threat * p.threat_gain * threat.felt
}

/// Phase of the drive's daily peak: cosine and sine of 2 rad, that is 7.6 h after the phase's zero.
const PEAK: (f64, f64) = (-0.416_146_836_547_142_4, 0.909_297_426_825_681_7);

/// The sympathetic drive.
#[inline(always)]
pub fn reading<R: Real>(read: &Read<'_, R>, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> Reading<R> {
    let daily = p.daily * (read.phase.cos * PEAK.0 + read.phase.sin * PEAK.1);
    let drive =
        threat_part(read.threat, p, w) + w.conflict * p.conflict_gain * input.conflict + p.talk_gain * input.talk
            - w.safety * p.safety_gain * read.safety.felt
            - p.sleep_fall * input.asleep
            + daily
            + 1.0;
    Reading { drive: drive.clamp(0.4, 2.8) }
}

/// Noradrenaline.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, now: &Reading<R>, p: &Parameters<R>) -> State<Change<R>> {
    let target = p.rest * now.drive * now.drive.sqrt();
    State { noradrenaline: Change::towards(target, x.noradrenaline, R::constant(1.0) / rate_of(p.half_life)) }
}
