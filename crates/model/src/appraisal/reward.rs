//! Reward: what came against what was expected, and what it leaves: a dopamine tone and wanting.
//!
//! ```text
//! A     = presence (understood + (1 - understood) disclosure)                 an answer's weight
//! stake = presence disclosure + 0.4 touch + conflict + rejection + 0.5 exclusion
//! r     = w_answer exp(-2 tanh(w_deactivation 0.35 avo / 2)) resp A + w_touch 0.4 touch - w_conflict 0.8 conflict
//!       - w_rejection 1.2 rejection - w_exclusion 0.5 exclusion - w_cost [avo]+ disclosure [resp]+
//! e     = r - w_answer stake Q                            prediction error of the encounter
//! f     = w_food bounded(meal / 25 kcal/min, 10) (hunger - 0.35)     prediction error of food
//! D'    = ([100 + bounded(60 ([e + f]+ - [-(e + f)]+ / compression), 800)
//!          + w_anticipation 5 anticipation]+ - D) / 45 min
//! W'    = 0.01 [e + f]+ - W / 1 d
//! ```
//!
//! Q trust in who is there (the expected answer). D is relative: 100 % at rest. No blood measure of it exists in people, so none is
//! given. Errors below zero are compressed, as firing has a floor. Being understood without
//! disclosing is more than was expected.
//! Left out: habituation of pleasure, money, music, drugs.

use crate::appraisal::{hunger, trust};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "reward" {
        /// Dopamine tone, relative to rest
        dopamine: Quantity { system: System::Appraisal, principal: false, unit: "%", possible: (0.0, 1000.0), normal: Some((90.0, 120.0)), measured_by: "nothing in people: a relative latent state" },
        /// Wanting
        wanting: Quantity { system: System::Appraisal, principal: false, unit: "1", possible: (0.0, 4000.0), normal: Some((0.0, 0.5)), measured_by: "effort spent to get it, relative" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "reward" {
        /// Reward prediction error
        error: Quantity { system: System::Appraisal, principal: false, unit: "1", possible: (-60.0, 60.0), normal: Some((-0.2, 0.2)), measured_by: "nothing: a latent quantity; imaging of reward regions follows it" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "reward" {
        /// Stake and pleasure of touch, relative to full disclosure
        touch: Parameter {
            unit: "1", min: 0.0, typical: 0.4, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "as its share in safety",
        },
        /// Loss of a conflict
        conflict: Parameter {
            unit: "1", min: 0.0, typical: 0.8, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "as its threat",
        },
        /// Loss of a rejection
        rejection: Parameter {
            unit: "1", min: 0.0, typical: 1.2, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "losses weigh more than gains; size guessed",
        },
        /// Loss of being left out
        exclusion: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "less than being rejected outright; size guessed",
        },
        /// Part of an answer's reward that needs no disclosure
        understood: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "as for oxytocin: being understood counts, less than in what one disclosed",
        },
        /// Gain on an answer of a person of average avoidance
        gain: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 3.5, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "sets the scale; spread guessed",
        },
        /// Avoidance, standard deviations
        avoidance: Parameter {
            unit: "1", min: -3.0, typical: 0.0, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the person's trait",
        },
        /// Logarithm of the gain lost per standard deviation of avoidance
        deactivation: Parameter {
            unit: "1", min: 0.0, typical: 0.35, max: 0.6, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "avoidant people expect less reward; size guessed",
        },
        /// Intake that is a full pleasure
        food: Parameter {
            unit: "kcal/min", min: 5.0, typical: 25.0, max: 200.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a usual meal's pace",
        },
        /// Hunger at which a meal is as good as expected
        appetite: Parameter {
            unit: "1", min: 0.0, typical: 0.35, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "about two hours after a meal; guessed",
        },
        /// Dopamine tone per unit of prediction error
        tone: Parameter {
            unit: "%", min: 0.0, typical: 60.0, max: 300.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "relative; a deep talk adds about a tenth to a sixth",
        },
        /// Dopamine tone in full anticipation
        anticipation: Parameter {
            unit: "%", min: 0.0, typical: 5.0, max: 100.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "less than the thing itself, which adds about a tenth to a sixth; guessed",
        },
        /// How many times less an error below zero counts
        compression: Parameter {
            unit: "1", min: 1.0, typical: 3.0, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a third to a sixth: firing can fall less than it can rise (survey)",
        },
        /// Time constant of the dopamine tone
        tone_tau: Parameter {
            unit: "min", min: 5.0, typical: 45.0, max: 300.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "tonic dopamine follows the mean rate of reward (Niv 2007); time guessed",
        },
        /// Wanting per minute and unit of prediction error
        wanting: Parameter {
            unit: "1/min", min: 0.0, typical: 0.01, max: 0.05, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "incentive salience; size guessed",
        },
        /// Time constant of wanting
        wanting_tau: Parameter {
            unit: "min", min: 60.0, typical: 1440.0, max: 3000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a day; guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "reward" {
        /// An answer to a disclosure is rewarding, against what was expected
        answer: Arrow {
            from: "input.responsiveness", to: "reward.error", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &["trust"], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "temporal difference learning; disclosure activates reward regions and is paid for; the scale is ours",
        },
        /// Avoidance lowers the reward of an answer
        deactivation: Arrow {
            from: "input.responsiveness", to: "reward.error", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.0, 0.3), null: strength(0.0, 0.0),
            moderators: &["attachment avoidance"], grade: Grade::Mixed, evidence: Evidence::Hypothesis,
            source: "avoidant people expect less, yet may gain more from good events",
        },
        /// Closeness costs avoidant people
        cost: Arrow {
            from: "input.disclosure", to: "reward.error", unit: "1",
            told: strength(0.9, 0.3), measured: strength(0.0, 0.2), null: strength(0.0, 0.0),
            moderators: &["attachment avoidance"], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "the account; nothing measured it",
        },
        /// Touch is rewarding
        touch: Arrow {
            from: "input.touch", to: "reward.error", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "slow touch is pleasant; the scale is ours",
        },
        /// Conflict is a loss
        conflict: Arrow {
            from: "input.conflict", to: "reward.error", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "sets the scale",
        },
        /// Rejection is a loss
        rejection: Arrow {
            from: "input.rejection", to: "reward.error", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "sets the scale",
        },
        /// Being left out is a loss
        exclusion: Arrow {
            from: "input.exclusion", to: "reward.error", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "sets the scale",
        },
        /// Food is rewarding when hungry
        food: Arrow {
            from: "input.meal", to: "reward.error", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &["hunger"], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "the same regions answer to food; the scale is ours",
        },
        /// Anticipation raises the tone
        anticipation: Arrow {
            from: "input.anticipation", to: "reward.dopamine", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.5, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "a cue of reward moves the error forward in time; size guessed",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { avoidance: p.avoidance + who.avoidance, ..p }
}

/// How much is at stake between people.
#[inline(always)]
pub fn stake<R: Real>(input: &Inputs<R>, p: &Parameters<R>) -> R {
    input.presence * input.disclosure
        + p.touch * input.touch
        + input.conflict
        + input.rejection
        + p.exclusion * input.exclusion
}

/// The prediction error of the encounter: e above.
#[inline(always)]
pub fn encounter<R: Real>(trust: &trust::State<R>, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    let gain = p.gain * (-bounded(w.deactivation * p.deactivation * p.avoidance, 2.0)).exp();
    let expected = w.answer * stake(input, p) * trust::present(trust, input);
    let cost = w.cost * p.avoidance.positive() * input.disclosure * input.responsiveness.positive();
    let weight = input.presence * (p.understood + (-p.understood + 1.0) * input.disclosure);
    w.answer * gain * input.responsiveness * weight + w.touch * p.touch * input.touch
        - w.conflict * p.conflict * input.conflict
        - w.rejection * p.rejection * input.rejection
        - w.exclusion * p.exclusion * input.exclusion
        - cost
        - expected
}

/// The whole prediction error; `encounter` is that of the encounter.
#[inline(always)]
pub fn reading<R: Real>(
    encounter: R,
    hunger: &hunger::State<R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> Reading<R> {
    Reading { error: encounter + w.food * bounded(input.meal / p.food, 10.0) * (hunger.felt - p.appetite) }
}

/// The equations above.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    now: &Reading<R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let better = now.error.positive();
    let worse = (-now.error).positive();
    let hoped = w.anticipation * p.anticipation * input.anticipation;
    let tone = (bounded(p.tone * (better - worse / p.compression), 800.0) + hoped + 100.0).positive();
    State {
        dopamine: Change::towards(tone, x.dopamine, p.tone_tau),
        wanting: Change::balance(p.wanting * better, x.wanting, R::constant(1.0) / p.wanting_tau),
    }
}
