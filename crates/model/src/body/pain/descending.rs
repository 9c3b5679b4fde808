//! Descending inhibition: what the brain sends down to the spinal cord to let less pain through.
//!
//! ```text
//! d' = (bounded(w_opioid 0.5 L + w_noradrenaline 0.15 Sy + w_oxytocin 0.1 O + w_safety 0.2 S - w_threat 0.3 Tt - w_hurt 0.3 H, 1.5) - d) / 20 min
//! ```
//!
//! d is the logarithm of the inhibition, 0 at rest. L logarithm of the opioid tone, O central oxytocin above rest, bounded, S safety that answers and touch
//! give at the moment, without that of mere presence, Tt trace of threat, H hurt. Sy is the part of the sympathetic drive that threat and pain make: it
//! stands for the noradrenaline of the brain stem, which goes with it; that of plasma has a course of day and posture which tells nothing of pain.
//! So strain of the moment lets less through, and having been on guard lets more through.
//! Left out: serotonin, expectation (placebo), one pain that inhibits another.

use crate::appraisal::{hurt, threat};
use crate::body::pain::opioid;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

/// Farthest that the logarithm of the inhibition is driven. A hypothesis.
const FARTHEST: f64 = 1.5;

table! {
    /// States.
    State of Quantity in "descending" {
        /// Descending inhibition, as a logarithm against rest
        log: Quantity { system: System::Pain, principal: false, unit: "1", possible: (-1.6, 1.6), normal: Some((-0.3, 0.3)), measured_by: "conditioned pain modulation, as a direction: a relative latent state" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "descending" {
        /// Logarithm of the inhibition per logarithm of the opioid tone
        opioid: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "half of a prototype's, because the tone acts on the gain by itself too",
        },
        /// Per unit of the sympathetic drive that threat and pain make
        noradrenaline: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "0.1 of the logarithm of noradrenaline in a prototype, which goes with 1.5 times that of the drive",
        },
        /// Per unit of central oxytocin above rest
        oxytocin: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype; animals",
        },
        /// Per unit of safety that is given
        safety: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Less per unit of the trace of threat
        threat: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 2.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype; spread guessed",
        },
        /// Less per unit of hurt
        hurt: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 2.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "as for the trace of threat; guessed",
        },
        /// Time constant
        tau: Parameter {
            unit: "min", min: 2.0, typical: 20.0, max: 240.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a survey of models: 20 min",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "descending" {
        /// Opioid tone releases descending inhibition
        opioid: Arrow {
            from: "opioid.log", to: "descending.log", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "periaqueductal grey to medulla, in animals; size from a prototype",
        },
        /// Noradrenaline of strain inhibits
        noradrenaline: Arrow {
            from: "sympathetic.drive", to: "descending.log", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "locus coeruleus to the spinal cord; size from a prototype",
        },
        /// Central oxytocin inhibits
        oxytocin: Arrow {
            from: "oxytocin.central", to: "descending.log", unit: "1",
            told: strength(2.0, 0.7), measured: strength(1.0, 0.6), null: strength(1.0, 0.6),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "paraventricular nucleus to the spinal cord, in animals; size from a prototype",
        },
        /// Being answered and touched inhibits
        safety: Arrow {
            from: "input.responsiveness", to: "descending.log", unit: "1",
            told: strength(1.5, 0.5), measured: strength(1.0, 0.5), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "as told of words and touch; size guessed",
        },
        /// Having been on guard lets more through
        threat: Arrow {
            from: "threat.trace", to: "descending.log", unit: "1",
            told: strength(0.5, 0.3), measured: strength(0.5, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Hurt lets more through
        hurt: Arrow {
            from: "hurt.felt", to: "descending.log", unit: "1",
            told: strength(1.0, 0.4), measured: strength(0.6, 0.4), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Mixed, evidence: Evidence::Hypothesis,
            source: "who is more sensitive to one of social and bodily pain is to the other, and what alters one alters both (review: Eisenberger 2012); size guessed",
        },
    }
}

/// What the inhibition reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Opioids.
    pub opioid: &'a opioid::State<R>,
    /// The part of the sympathetic drive that threat and pain make.
    pub strained: R,
    /// Central oxytocin above rest, as the body reads it.
    pub central: R,
    /// Safety that answers and touch give at the moment.
    pub given: R,
    /// Threat.
    pub threat: &'a threat::State<R>,
    /// Hurt.
    pub hurt: &'a hurt::State<R>,
}

/// The equation above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, read: &Read<'_, R>, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let sum = w.opioid * p.opioid * read.opioid.log
        + w.noradrenaline * p.noradrenaline * read.strained
        + w.oxytocin * p.oxytocin * read.central
        + w.safety * p.safety * read.given
        - w.threat * p.threat * read.threat.trace
        - w.hurt * p.hurt * read.hurt.felt;
    State { log: Change::towards(bounded(sum, FARTHEST), x.log, p.tau) }
}
