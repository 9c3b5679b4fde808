//! Visceral sensitivity: how strongly the gut is felt. It moves over days.
//!
//! ```text
//! V'        = (exp(bounded(w_leak 0.3 L + w_threat 3 Tt + i (w_hurt 3 Ht - w_safety 1.2 St - w_glow G), 1.2)) - V) / 7 d
//! threshold = rest exp(-(V - 1) - i w_alert 0.15 Th)      mmHg of a balloon in the colon; rest 40, 28 in irritable bowel
//! ```
//!
//! V is 1 at a person's own rest. L permeability above rest, relative to it, Tt trace of threat, Ht of hurt, St of safety, G afterglow, Th
//! threat; i is 1 in irritable bowel, otherwise 0. The difference in threshold is one of what a person reports as pain, more than of nerves.
//! Left out: inflammation, oestrogen, what one expects of the gut.

use crate::appraisal::{hurt, safety, threat};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::person::Traits;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "sensitivity" {
        /// Visceral sensitivity, relative to the person's rest
        visceral: Quantity { system: System::Gut, principal: false, unit: "1", possible: (0.25, 4.0), normal: Some((0.8, 1.3)), measured_by: "balloon in the bowel, relative to rest" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "sensitivity" {
        /// Pressure in the colon that begins to hurt
        threshold: Quantity { system: System::Gut, principal: false, unit: "mmHg", possible: (0.1, 400.0), normal: Some((20.0, 70.0)), measured_by: "balloon of a barostat" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "sensitivity" {
        /// Threshold at rest
        rest: Parameter {
            unit: "mmHg", min: 10.0, typical: 40.0, max: 120.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Derived, source: "median of 28 healthy people (Dorn 2007); spread guessed",
        },
        /// Threshold in irritable bowel, relative to the healthy
        lower: Parameter {
            unit: "1", min: 0.2, typical: 0.7, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "median 28 mmHg in 121 people against 40 (Dorn 2007)",
        },
        /// How far the account of irritable bowel holds in those who have it
        irritable: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "1 by definition of the arrows below",
        },
        /// Sensitivity per unit of permeability above rest
        leak_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Sensitivity per unit of the trace of threat
        threat_gain: Parameter {
            unit: "1", min: 0.0, typical: 3.0, max: 10.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Sensitivity per unit of the trace of hurt
        hurt_gain: Parameter {
            unit: "1", min: 0.0, typical: 3.0, max: 10.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Fall of the sensitivity per unit of the trace of safety
        safety_gain: Parameter {
            unit: "1", min: 0.0, typical: 1.2, max: 10.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Fall of the logarithm of the threshold per unit of threat
        alert_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "rectal thresholds fall during stress in irritable bowel, not in others (review: Chang 2011); size guessed",
        },
        /// Time constant
        tau: Parameter {
            unit: "min", min: 720.0, typical: 10_080.0, max: 60_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a week, from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "sensitivity" {
        /// A leak makes the gut sensitive
        leak: Arrow {
            from: "permeability.ratio", to: "sensitivity.visceral", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Lasting threat makes the gut sensitive
        threat: Arrow {
            from: "threat.trace", to: "sensitivity.visceral", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 0.5), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Mixed, evidence: Evidence::Hypothesis, source: "symptoms go with weeks of stress, not clearly after it (Suls 1994); size from a prototype",
        },
        /// Hurt makes an irritable gut sensitive
        hurt: Arrow {
            from: "hurt.trace", to: "sensitivity.visceral", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 0.5), null: strength(0.0, 0.0),
            moderators: &["irritable bowel"], grade: Grade::Mixed, evidence: Evidence::Hypothesis, source: "negative interactions go with severity, r 0.17-0.53 (Lackner 2013); size from a prototype",
        },
        /// Lasting safety calms an irritable gut
        safety: Arrow {
            from: "safety.trace", to: "sensitivity.visceral", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &["irritable bowel"], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "a warm practitioner lowers the score by 40 more than a neutral one (Kaptchuk 2008); size from a prototype",
        },
        /// The afterglow calms an irritable gut
        glow: Arrow {
            from: "closeness.afterglow", to: "sensitivity.visceral", unit: "1",
            told: strength(0.3, 0.2), measured: strength(0.0, 0.05), null: strength(0.0, 0.0),
            moderators: &["irritable bowel"], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account; nobody has looked",
        },
        /// Threat makes an irritable gut hurt at once
        alert: Arrow {
            from: "threat.felt", to: "sensitivity.threshold", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 0.5), null: strength(0.0, 0.0),
            moderators: &["irritable bowel"], grade: Grade::Mixed, evidence: Evidence::Hypothesis, source: "review: Chang 2011; size guessed",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    let has = who.irritable_bowel();
    Parameters { rest: p.rest * (p.lower.ln() * has).exp(), irritable: p.irritable * has, ..p }
}

/// What makes the gut sensitive.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Permeability above rest, relative to it.
    pub leak: R,
    /// Threat.
    pub threat: &'a threat::State<R>,
    /// Hurt.
    pub hurt: &'a hurt::State<R>,
    /// Safety.
    pub safety: &'a safety::State<R>,
    /// Afterglow, as the body reads it.
    pub glow: R,
}

/// The threshold above.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, threat: &threat::State<R>, p: &Parameters<R>, w: &Arrows<R>) -> Reading<R> {
    let alert = p.irritable * w.alert * p.alert_gain * threat.felt;
    Reading { threshold: p.rest * (-bounded(x.visceral - 1.0 + alert, 2.0)).exp() }
}

/// The sensitivity above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, read: &Read<'_, R>, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let irritated =
        w.hurt * p.hurt_gain * read.hurt.trace - w.safety * p.safety_gain * read.safety.trace - w.glow * read.glow;
    let sum = w.leak * p.leak_gain * read.leak + w.threat * p.threat_gain * read.threat.trace + p.irritable * irritated;
    State { visceral: Change::towards(bounded(sum, 1.2).exp(), x.visceral, p.tau) }
}
