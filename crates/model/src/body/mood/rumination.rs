//! Rumination: going over what happened.
//!
//! ```text
//! R' = (exp(0.4 rum) tanh(w_dip H + w_threat T + w_hurt K) exp(-w_knowledge 0.7 knowledge - w_care C - w_writing 0.3 V) - R) / 1 h
//! V' = writing (1 - V) / 1 h - V / 3 d
//! ```
//!
//! H dip of the next day, T trace of threat, K trace of hurt, C what self-care leaves, V what writing leaves, rum the trait. R is 0 at rest.
//! It moves mood and regret, and not threat: worry that is a threat of its own is an input (`recall`), so what one goes over
//! does not feed on itself.
//! Left out: what it is about; that company interrupts it.

use crate::appraisal::{hurt, threat};
use crate::body::mood::hangover;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "rumination" {
        /// Rumination over what happened
        felt: Quantity { system: System::Mood, principal: false, unit: "1", possible: (0.0, 50.0), normal: Some((0.0, 0.2)), measured_by: "post-event rumination questionnaire" },
        /// What writing leaves for days
        written: Quantity { system: System::Mood, principal: false, unit: "1", possible: (0.0, 1.0), normal: None, measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "rumination" {
        /// Time constant
        tau: Parameter {
            unit: "min", min: 5.0, typical: 60.0, max: 600.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "an hour; guessed",
        },
        /// Rumination that a person of average trait does not exceed
        gain: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 5.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "sets the scale; spread guessed",
        },
        /// Logarithm of the gain per standard deviation of the trait
        rumination: Parameter {
            unit: "1", min: 0.0, typical: 0.4, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "importance and rumination explain half of how long emotions last; size guessed",
        },
        /// Logarithm of rumination lost to full knowledge of the cycle
        known: Parameter {
            unit: "1", min: 0.0, typical: 0.7, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "as for regret",
        },
        /// Knowledge of the cycle, 0 to 1
        knowledge: Parameter {
            unit: "1", min: 0.0, typical: 0.0, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the person's trait",
        },
        /// Logarithm of rumination lost to full self-care
        care: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "self-compassion programmes lower rumination, g 1.37 (Ferrari 2019, 27 trials); the scale is ours",
        },
        /// Logarithm of rumination lost to what was written
        writing: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "expressive writing helps little: r 0.075 (Frattaroli 2006, 146 trials); size guessed",
        },
        /// Time in which writing takes
        writing_onset: Parameter {
            unit: "min", min: 5.0, typical: 60.0, max: 240.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "sessions of a quarter to half an hour on several days; guessed",
        },
        /// Time constant of what it leaves
        writing_tau: Parameter {
            unit: "min", min: 240.0, typical: 4320.0, max: 50_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "three days; guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "rumination" {
        /// The dip sets one thinking
        dip: Arrow {
            from: "hangover.dip", to: "rumination.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.5, 0.3), null: strength(0.5, 0.3),
            moderators: &["rumination"], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "the account; size guessed",
        },
        /// What threatened is gone over
        threat: Arrow {
            from: "threat.trace", to: "rumination.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &["rumination"], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "one goes over what was judged (post-event rumination); size guessed",
        },
        /// What hurt is gone over
        hurt: Arrow {
            from: "hurt.trace", to: "rumination.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &["rumination"], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "as for threat",
        },
        /// Who knows the cycle ruminates less
        knowledge: Arrow {
            from: "hangover.dip", to: "rumination.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &["knowledge"], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "by analogy, as for regret; size from a prototype",
        },
        /// Self-care quiets it
        care: Arrow {
            from: "hangover.care", to: "rumination.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "self-compassion programmes lower rumination, g 1.37 (Ferrari 2019, 27 trials)",
        },
        /// Writing quiets it, later
        writing: Arrow {
            from: "rumination.written", to: "rumination.felt", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.5, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Mixed, evidence: Evidence::Hypothesis, source: "r 0.075 over 146 trials (Frattaroli 2006); no effect in 30 others (Mogk 2006)",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { gain: p.gain * (p.rumination * who.rumination).exp(), knowledge: p.knowledge + who.knowledge, ..p }
}

/// What rumination reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// The dip, and what self-care leaves.
    pub hangover: &'a hangover::State<R>,
    /// Threat and its trace.
    pub threat: &'a threat::State<R>,
    /// Hurt and its trace.
    pub hurt: &'a hurt::State<R>,
}

/// The equations above.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    read: &Read<'_, R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let matter = w.dip * read.hangover.dip + w.threat * read.threat.trace + w.hurt * read.hurt.trace;
    let quiet =
        w.knowledge * p.known * p.knowledge + w.care * p.care * read.hangover.care + w.writing * p.writing * x.written;
    let taken = input.writing / p.writing_onset;
    State {
        felt: Change::towards(p.gain * matter.tanh() * (-quiet).exp(), x.felt, p.tau),
        written: Change::balance(taken, x.written, taken + R::constant(1.0) / p.writing_tau),
    }
}
