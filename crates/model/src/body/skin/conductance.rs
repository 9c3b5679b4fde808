//! Skin conductance: its level, and how often it responds.
//!
//! ```text
//! D    = w_threat 0.5 Th + w_hurt 0.2 H + 0.10 talk + 0.2 exercise      sudomotor drive, 0 at rest
//! SCL' = (rest (1 + bounded(0.8 D, 5) - 0.12 asleep) - SCL) / 4 min
//! rate = rest_rate + bounded(14 D, 100)
//! ```
//!
//! Th threat, H hurt. It is a channel of arousal, not of rejection: it rises when one is let in as when one is left out.
//! Left out: temperature, electrodes, single responses (signals); the tenth of people who hardly respond.

use crate::appraisal::{hurt, threat};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "conductance" {
        /// Skin conductance level
        level: Quantity { system: System::Skin, principal: true, unit: "uS", possible: (0.0, 200.0), normal: Some((2.0, 20.0)), measured_by: "two electrodes on a palm" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "conductance" {
        /// Spontaneous skin conductance responses
        responses: Quantity { system: System::Skin, principal: false, unit: "1/min", possible: (0.0, 200.0), normal: Some((1.0, 3.0)), measured_by: "two electrodes on a palm" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "conductance" {
        /// Level at rest
        rest: Parameter {
            unit: "uS", min: 0.5, typical: 5.0, max: 30.0, spread: Spread::Lognormal(0.5),
            evidence: Evidence::Derived, source: "2-20 uS at rest; log-normal",
        },
        /// Responses at rest
        responses: Parameter {
            unit: "1/min", min: 0.1, typical: 1.8, max: 10.0, spread: Spread::Lognormal(0.35),
            evidence: Evidence::Derived, source: "1-3 a minute at rest",
        },
        /// Sudomotor drive per unit of threat
        threat_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 3.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "from a prototype; the level rises in nearly everybody who must sing (Brouwer 2018)",
        },
        /// Sudomotor drive per unit of threat per standard deviation of avoidance
        avoidance: Parameter {
            unit: "1", min: -0.2, typical: 0.05, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "deactivation hides the feeling, not the sweat (attachment theory); size guessed",
        },
        /// Sudomotor drive per unit of hurt
        hurt_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Sudomotor drive of speaking
        talk_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "neutral and evaluative speech did not differ in one study; from a prototype",
        },
        /// Sudomotor drive per MET of exercise
        exercise_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Share of the level per unit of drive
        level_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.8, max: 4.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype, with its further arrow from threat",
        },
        /// Responses per unit of drive
        response_gain: Parameter {
            unit: "1/min", min: 0.0, typical: 14.0, max: 60.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Fall of the level asleep
        sleep: Parameter {
            unit: "1", min: 0.0, typical: 0.12, max: 0.8, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Time constant of the level
        tau: Parameter {
            unit: "min", min: 0.5, typical: 4.0, max: 30.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "sweat fills ducts within a minute and dries within several; from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "conductance" {
        /// Threat makes palms sweat
        threat: Arrow {
            from: "threat.felt", to: "conductance.level", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(0.0, 0.0),
            moderators: &["attachment avoidance"], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "rises in nearly everybody under evaluation (Brouwer 2018); size from a prototype",
        },
        /// Hurt makes palms sweat
        hurt: Arrow {
            from: "hurt.felt", to: "conductance.level", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Mixed, evidence: Evidence::Hypothesis, source: "size from a prototype",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { threat_gain: (p.threat_gain + p.avoidance * who.avoidance).positive(), ..p }
}

/// Sudomotor drive: D above.
#[inline(always)]
pub fn drive<R: Real>(
    threat: &threat::State<R>,
    hurt: &hurt::State<R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> R {
    w.threat * p.threat_gain * threat.felt
        + w.hurt * p.hurt_gain * hurt.felt
        + p.talk_gain * input.talk
        + p.exercise_gain * input.exercise
}

/// The rate of responses at this drive.
#[inline(always)]
pub fn reading<R: Real>(drive: R, p: &Parameters<R>) -> Reading<R> {
    Reading { responses: p.responses + bounded(p.response_gain * drive, 100.0) }
}

/// The level.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, drive: R, input: &Inputs<R>, p: &Parameters<R>) -> State<Change<R>> {
    let target = p.rest * (bounded(p.level_gain * drive, 5.0) - p.sleep * input.asleep + 1.0);
    State { level: Change::towards(target, x.level, p.tau) }
}
