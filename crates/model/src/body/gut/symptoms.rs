//! Symptoms: the severity score of irritable bowel, as it would be at this moment.
//!
//! ```text
//! score = clip(healthy + i (severity + w_sensitivity 250 (V - 1) + w_threat 80 Tt) + u w_motility 60 (A - A_rest)
//!            + c w_load 80 (Co - Co_rest) + w_food 8 N, 0, 500)
//! ```
//!
//! V visceral sensitivity, Tt trace of threat, A the slow part of the colon's motility, Co content of the
//! colon, N bloating after food; i is 1 in irritable bowel, u 1 where diarrhoea or both kinds prevail, c 1 in constipation. A questionnaire asks
//! for ten days: its score is a mean of this one.
//! Left out: how a person fills in a questionnaire, and its change from day to day.

use crate::appraisal::threat;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::person::Traits;
use crate::table;
use consoma_number::Real;

table! {
    /// Algebraic quantities.
    Reading of Quantity in "symptoms" {
        /// Severity of bowel symptoms
        score: Quantity { system: System::Gut, principal: true, unit: "points", possible: (0.0, 500.0), normal: Some((0.0, 75.0)), measured_by: "IBS-SSS, asked for the moment" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "symptoms" {
        /// Score of a healthy person
        healthy: Parameter {
            unit: "points", min: 0.0, typical: 20.0, max: 75.0, spread: Spread::Lognormal(0.6),
            evidence: Evidence::Hypothesis, source: "the lowest band ends at 75; guessed",
        },
        /// More in irritable bowel
        severity: Parameter {
            unit: "points", min: 0.0, typical: 200.0, max: 420.0, spread: Spread::Normal(60.0),
            evidence: Evidence::Hypothesis, source: "bands at 75, 175, 300; from a prototype",
        },
        /// Points per unit of visceral sensitivity
        sensitivity_gain: Parameter {
            unit: "points", min: 0.0, typical: 250.0, max: 1000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Points per unit of the trace of threat
        threat_gain: Parameter {
            unit: "points", min: 0.0, typical: 80.0, max: 400.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Points per unit of motility above rest, where diarrhoea or both kinds prevail
        motility_gain: Parameter {
            unit: "points", min: 0.0, typical: 60.0, max: 300.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Points per unit of the colon's content above rest, in constipation
        load_gain: Parameter {
            unit: "points", min: 0.0, typical: 80.0, max: 400.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Points per point of bloating after food
        food_gain: Parameter {
            unit: "points", min: 0.0, typical: 8.0, max: 40.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "bloating and pain make two of the five questions, of one of ten days; guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "symptoms" {
        /// A sensitive gut complains
        sensitivity: Arrow {
            from: "sensitivity.visceral", to: "symptoms.score", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &["irritable bowel"], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Lasting threat is felt in the gut
        threat: Arrow {
            from: "threat.trace", to: "symptoms.score", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(0.0, 0.0),
            moderators: &["irritable bowel"], grade: Grade::Mixed, evidence: Evidence::Hypothesis, source: "no consistent effect of the stress of the day (Suls 1994); size from a prototype",
        },
        /// A hurried colon complains
        motility: Arrow {
            from: "motility.slow", to: "symptoms.score", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &["diarrhoea"], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// A full colon complains
        load: Arrow {
            from: "transit.load", to: "symptoms.score", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &["constipation"], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Bloating is a symptom
        food: Arrow {
            from: "provoked.felt", to: "symptoms.score", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "the questionnaire asks for it; weight guessed",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    let irritable = who.irritable_bowel();
    Parameters {
        severity: p.severity * irritable,
        sensitivity_gain: p.sensitivity_gain * irritable,
        threat_gain: p.threat_gain * irritable,
        motility_gain: p.motility_gain * (who.diarrhoea + who.mixed_bowel),
        load_gain: p.load_gain * who.constipation,
        ..p
    }
}

/// What the score is made of.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Visceral sensitivity, above 1.
    pub sensitivity: R,
    /// Threat.
    pub threat: &'a threat::State<R>,
    /// The slow part of the colon's motility above what it is at rest.
    pub hurry: R,
    /// The colon's content above that at rest.
    pub load: R,
    /// Bloating and pain after food.
    pub provoked: R,
}

/// The score above.
#[inline(always)]
pub fn reading<R: Real>(read: &Read<'_, R>, p: &Parameters<R>, w: &Arrows<R>) -> Reading<R> {
    let score = p.healthy
        + p.severity
        + w.sensitivity * p.sensitivity_gain * read.sensitivity
        + w.threat * p.threat_gain * read.threat.trace
        + w.motility * p.motility_gain * read.hurry
        + w.load * p.load_gain * read.load
        + w.food * p.food_gain * read.provoked;
    Reading { score: score.clamp(0.0, 500.0) }
}
