//! Loneliness: that of the day (being alone against one's wish, being left out, and its relief by being understood), and that which lasts.
//!
//! ```text
//! L' = (w_solitude 1.2 exp(0.3 anx) solitude + w_hurt 0.5 H - w_safety 1.5 S + w_inflammation 0.1 [I - 0.7]+ - L) / tau
//! A' = (w_alone 1.2 exp(0.3 anx) solitude - w_contact 1.6 (1 - exp(-C / 0.5 h)) + few - A) / 5 d,   few = 0.35 (1 - ties / 5)
//! ```
//!
//! L is 0 on a person's usual day, A is `few` then. H hurt, S safety, I interleukin-6 above its usual, as a logarithm, C good contact of the last day, ties the number of kinds of relationship in which the
//! person meets somebody. Mood reads how far A lies above `few`.
//! Left out: that loneliness depends on what company one wishes for.

use crate::appraisal::{hurt, safety};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "loneliness" {
        /// Loneliness of the day, relative to the person's usual
        day: Quantity { system: System::Mood, principal: false, unit: "1", possible: (-60.0, 80.0), normal: Some((-0.5, 0.5)), measured_by: "daily diary" },
        /// Lasting loneliness
        lasting: Quantity { system: System::Mood, principal: false, unit: "1", possible: (-20.0, 40.0), normal: Some((-1.0, 0.7)), measured_by: "loneliness scale, standardised" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "loneliness" {
        /// Time constant
        tau: Parameter {
            unit: "min", min: 60.0, typical: 720.0, max: 10_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a lonely day is felt the next morning; half a day guessed",
        },
        /// Loneliness of being alone
        alone: Parameter {
            unit: "1", min: 0.0, typical: 1.2, max: 5.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "sets the scale of the state",
        },
        /// Loneliness per unit of hurt
        hurt: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "size guessed",
        },
        /// Relief per unit of safety
        relief: Parameter {
            unit: "1", min: 0.0, typical: 1.5, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "size guessed",
        },
        /// Logarithm of the loneliness of being alone per standard deviation of anxiety
        anxiety: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "hyperactivation (attachment theory); size guessed",
        },
        /// Time constant of lasting loneliness
        lasting_tau: Parameter {
            unit: "d", min: 0.5, typical: 5.0, max: 90.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Lasting loneliness that good contact takes away
        contact: Parameter {
            unit: "1", min: 0.0, typical: 1.6, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Lasting loneliness of a person without any tie
        isolated: Parameter {
            unit: "1", min: 0.0, typical: 0.35, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Lasting loneliness that comes of the number of ties
        few: Parameter {
            unit: "1", min: -3.0, typical: 0.0, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "of the person's ties",
        },
        /// Loneliness of the day per logarithm of interleukin-6 in one who is sick
        inflammation: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "endotoxin makes feel disconnected (PMC2856755); size guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "loneliness" {
        /// Being alone makes lonely
        solitude: Arrow {
            from: "input.solitude", to: "loneliness.day", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "sets the scale of the state",
        },
        /// Hurt makes lonely
        hurt: Arrow {
            from: "hurt.felt", to: "loneliness.day", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "exclusion lowers belonging; size guessed",
        },
        /// Being understood relieves
        safety: Arrow {
            from: "safety.felt", to: "loneliness.day", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "deep talk raises belonging; size guessed",
        },
        /// Being alone makes lonely for days
        alone: Arrow {
            from: "input.solitude", to: "loneliness.lasting", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Good contact relieves for days
        contact: Arrow {
            from: "contact.day", to: "loneliness.lasting", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Inflammation makes feel cut off
        inflammation: Arrow {
            from: "interleukins.above", to: "loneliness.day", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "endotoxin: felt disconnection (PMC2856755); size guessed",
        },
    }
}

/// The parameters of a person with these traits; `most` is the number of kinds of ties of most people.
pub fn individual<R: Real>(p: Parameters<R>, most: R, who: &Traits<R>) -> Parameters<R> {
    let few = p.few + p.isolated * (-who.ties / most + 1.0);
    Parameters { alone: p.alone * (p.anxiety * who.anxiety).exp(), few, ..p }
}

/// How far lasting loneliness lies above what the person's ties make of it.
#[inline(always)]
pub fn above_usual<R: Real>(x: &State<R>, p: &Parameters<R>) -> R {
    x.lasting - p.few
}

/// From this logarithm of interleukin-6 on one feels sick: twice the usual. Below it lie the differences of usual days.
const SICK: f64 = 0.7;

/// What loneliness reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Hurt.
    pub hurt: &'a hurt::State<R>,
    /// Safety.
    pub safety: &'a safety::State<R>,
    /// How far the contact of the last day satisfies.
    pub satisfied: R,
    /// Interleukin-6 above its usual, a logarithm.
    pub inflamed: R,
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
    let day = w.solitude * p.alone * input.solitude + w.hurt * p.hurt * read.hurt.felt
        - w.safety * p.relief * read.safety.felt
        + w.inflammation * p.inflammation * (read.inflamed - SICK).positive();
    let lasting = w.alone * p.alone * input.solitude - w.contact * p.contact * read.satisfied + p.few;
    State {
        day: Change::towards(day, x.day, p.tau),
        lasting: Change::towards(lasting, x.lasting, p.lasting_tau * 1440.0),
    }
}
