//! Motility of the colon: a slow part that CRH moves, a part of nerves that answers at once, and a wander over days.
//!
//! ```text
//! A' = (rest + w_crh bounded(0.53 Cs, 2) + relief (w_trace tanh(T) + w_glow G) - A) / 25 min
//! N  = bounded(w_threat 0.4 g Th + w_vagus 0.2 (Vg - 1) + w_meal 0.2 M / (M + 200 kcal), 1.5)      the part of nerves
//! Mo = A (1 + 0.3 (1/3 - asleep)) exp(bounded(N + X, 2))
//! X' = -X / 3 d with kicks every hour, of SD 0.1; 0.45 in the mixed kind of irritable bowel
//! rest = 0.65 in constipation, 1.4 in diarrhoea;   g = 1.8 in irritable bowel;   relief only in constipation
//! ```
//!
//! Mo has a mean of about 1 over a healthy day. Cs the part of CRH that stress drove, T trace of safety, G afterglow, Th threat, Vg
//! vagal tone, M food in the stomach, X the wander. Hard and loose stools come by turns where it is wide.
//! Left out: the waves that move its content on, a few a day; serotonin; microbes.

use crate::appraisal::{safety, threat};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "motility" {
        /// Slow part of the colon's motility
        slow: Quantity { system: System::Gut, principal: false, unit: "1", possible: (0.0, 30.0), normal: Some((0.6, 1.6)), measured_by: "nothing by itself: manometry sees it with the part of nerves" },
        /// Wander of the logarithm of the colon's motility over days
        wander: Quantity { system: System::Gut, principal: false, unit: "1", possible: (-8.0, 8.0), normal: Some((-0.2, 0.2)), measured_by: "nothing by itself: a diary of stools follows it" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "motility" {
        /// Motility of the colon, relative to the mean of a healthy day
        colon: Quantity { system: System::Gut, principal: true, unit: "1", possible: (0.0, 150.0), normal: Some((0.6, 1.6)), measured_by: "manometry" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "motility" {
        /// Motility at rest, mean of a day
        rest: Parameter {
            unit: "1", min: 0.3, typical: 1.0, max: 3.0, spread: Spread::Lognormal(0.15),
            evidence: Evidence::Hypothesis, source: "sets the scale; spread guessed",
        },
        /// Motility at rest in constipation, relative to the healthy
        constipation: Parameter {
            unit: "1", min: 0.2, typical: 0.65, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Motility at rest in diarrhoea, relative to the healthy
        diarrhoea: Parameter {
            unit: "1", min: 1.0, typical: 1.4, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Fall of the motility asleep, relative to waking
        sleep: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 0.9, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the colon is quiet at night; size from a prototype",
        },
        /// Motility per unit of the part of CRH that stress drove
        crh_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.53, max: 3.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "CRH drives the colon within minutes (Tache, animals); size from a prototype",
        },
        /// Logarithm of the motility per unit of threat
        threat_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.4, max: 2.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// That gain in irritable bowel, relative to the healthy
        irritable: Parameter {
            unit: "1", min: 1.0, typical: 1.8, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the sigmoid answers mirror drawing in irritable bowel more than in others (Fukudo 1987); size guessed",
        },
        /// Logarithm of the motility per unit of vagal tone
        vagal_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Largest rise of its logarithm after a meal
        meal_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "food in the stomach moves the colon; size guessed",
        },
        /// Food at which half of that rise is reached
        portion: Parameter {
            unit: "kcal", min: 20.0, typical: 200.0, max: 1000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Motility that comes back in constipation per unit of lasting safety
        relief: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 3.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Standard deviation of the wander
        wander: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 1.2, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "stools of the healthy are much the same from day to day; guessed",
        },
        /// That deviation in the mixed kind of irritable bowel, relative to all others
        mixed: Parameter {
            unit: "1", min: 1.0, typical: 4.5, max: 12.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "by definition both hard and loose stools on more than a quarter of days (Rome IV); a colon as slow as half-way to constipation, or as fast as half-way to diarrhoea, is taken to give them",
        },
        /// Time constant of the wander
        wander_tau: Parameter {
            unit: "min", min: 720.0, typical: 4320.0, max: 20_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "stools change their form within days; three days guessed",
        },
        /// Time constant of the slow part
        tau: Parameter {
            unit: "min", min: 5.0, typical: 25.0, max: 120.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "motility" {
        /// The CRH of stress drives the colon
        crh: Arrow {
            from: "crh.stress", to: "motility.slow", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "a dose raises the volume of the ascending colon (Pritchard 2015); size from a prototype",
        },
        /// Threat drives the colon by nerve
        threat: Arrow {
            from: "threat.felt", to: "motility.colon", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &["irritable bowel"], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "rises in irritable bowel, not clearly in others (Fukudo 1987); size from a prototype",
        },
        /// The vagus drives the colon
        vagus: Arrow {
            from: "vagal.tone", to: "motility.colon", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// A meal drives the colon
        meal: Arrow {
            from: "emptying.content", to: "motility.colon", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "the gastrocolic reflex; size guessed",
        },
        /// Lasting safety lets a constipated colon move
        safety: Arrow {
            from: "safety.trace", to: "motility.slow", unit: "1",
            told: strength(1.0, 0.4), measured: strength(0.4, 0.3), null: strength(0.0, 0.0),
            moderators: &["constipation"], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "a warm practitioner betters irritable bowel (Kaptchuk 2008); that it does so here is guessed",
        },
        /// The afterglow lets a constipated colon move
        glow: Arrow {
            from: "closeness.afterglow", to: "motility.slow", unit: "1",
            told: strength(0.4, 0.2), measured: strength(0.0, 0.05), null: strength(0.0, 0.0),
            moderators: &["constipation"], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account; nobody has looked",
        },
    }
}

/// Share of the day that is slept, about which the fall asleep is taken.
const NIGHT: f64 = 1.0 / 3.0;

/// The cells of the lattice on which the wander is kicked, min.
pub const CELL: f64 = 60.0;

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    let shift = p.constipation.ln() * who.constipation + p.diarrhoea.ln() * who.diarrhoea;
    Parameters {
        rest: p.rest * shift.exp(),
        threat_gain: p.threat_gain * ((p.irritable - 1.0) * who.irritable_bowel() + 1.0),
        relief: p.relief * who.constipation,
        wander: p.wander * ((p.mixed - 1.0) * who.mixed_bowel + 1.0),
        ..p
    }
}

/// The part of nerves, as a logarithm: N above. `vagus` is vagal tone, `content` food in the stomach.
#[inline(always)]
pub fn nerves<R: Real>(threat: &threat::State<R>, vagus: R, content: R, p: &Parameters<R>, w: &Arrows<R>) -> R {
    let sum = w.threat * p.threat_gain * threat.felt
        + w.vagus * p.vagal_gain * (vagus - 1.0)
        + w.meal * p.meal_gain * content / (content + p.portion);
    bounded(sum, 1.5)
}

/// The motility above, at this part of nerves.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, nerves: R, input: &Inputs<R>, p: &Parameters<R>) -> Reading<R> {
    let awake = p.sleep * (-input.asleep + NIGHT) + 1.0;
    Reading { colon: x.slow * awake * bounded(nerves + x.wander, 2.0).exp() }
}

/// The slow part and the wander above; `stress` is the part of CRH that stress drove, `glow` the afterglow as the body reads it.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    stress: R,
    safety: &safety::State<R>,
    glow: R,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let relief = p.relief * (w.safety * safety.trace.tanh() + w.glow * glow);
    let driven = w.crh * bounded(p.crh_gain * stress, 2.0);
    State {
        slow: Change::towards(p.rest + driven + relief, x.slow, p.tau),
        wander: Change::towards(R::constant(0.0), x.wander, p.wander_tau),
    }
}
