//! Safety: being understood, accepted and touched; and the trace that it leaves for hours.
//!
//! ```text
//! S' = (exp(-0.3 avo - 0.1 anx) (w_answer presence [resp]+ (0.4 + 0.6 disclosure) + w_touch touch + w_trust presence [Q]+ (1 - distance) (1 - asleep)) - S) / tau
//! T' = (S - T) / tau_trace
//! ```
//!
//! Q trust in who is there: somebody who is trusted makes safe without a word, as does, less, a photograph of theirs; not while they are distant. S and T are 0 at
//! rest. The trace is what is left to soften a later stressor.
//! Left out: places that are safe; safety from touching oneself.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "safety" {
        /// Felt safety
        felt: Quantity { system: System::Appraisal, principal: false, unit: "1", possible: (0.0, 12.0), normal: Some((0.0, 0.5)), measured_by: "visual analogue scale" },
        /// Trace of safety
        trace: Quantity { system: System::Appraisal, principal: false, unit: "1", possible: (0.0, 12.0), normal: Some((0.0, 0.5)), measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "safety" {
        /// Time constant of felt safety
        onset: Parameter {
            unit: "min", min: 0.5, typical: 3.0, max: 30.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "slower than threat; no published course",
        },
        /// Time constant of its trace
        trace: Parameter {
            unit: "min", min: 30.0, typical: 240.0, max: 2880.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "support given 10-50 min before a stressor still buffers it (Heinrichs 2003, Ditzen 2007)",
        },
        /// Share of an answer's safety that a person of average avoidance takes up
        uptake: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 3.0, spread: Spread::Lognormal(0.25),
            evidence: Evidence::Hypothesis, source: "sets the scale of the state; spread guessed",
        },
        /// Part of an answer's safety that needs no disclosure
        small_talk: Parameter {
            unit: "1", min: 0.0, typical: 0.4, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a friendly answer to small talk is worth less than one to a confidence; share guessed",
        },
        /// Logarithm of that share per standard deviation of avoidance
        avoidance_uptake: Parameter {
            unit: "1", min: -1.0, typical: -0.3, max: 0.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "deactivation (attachment theory); size guessed",
        },
        /// Logarithm of that share per standard deviation of anxiety
        anxiety_uptake: Parameter {
            unit: "1", min: -1.0, typical: -0.1, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "reassurance is taken in, and doubted; size guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "safety" {
        /// A responsive answer makes safe
        answer: Arrow {
            from: "input.responsiveness", to: "safety.felt", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(0.0, 0.0),
            moderators: &["attachment avoidance", "attachment anxiety"], grade: Grade::Strong, evidence: Evidence::Hypothesis,
            source: "perceived partner responsiveness makes intimacy; the scale is ours",
        },
        /// Touch makes safe
        touch: Arrow {
            from: "input.touch", to: "safety.felt", unit: "1",
            told: strength(0.4, 0.1), measured: strength(0.4, 0.1), null: strength(0.0, 0.0),
            moderators: &["attachment avoidance"], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "massage before a stress test lowers cortisol, words do not (Ditzen 2007); the scale is ours",
        },
        /// Somebody trusted makes safe by being there
        trust: Arrow {
            from: "input.presence", to: "safety.felt", unit: "1",
            told: strength(0.2, 0.1), measured: strength(0.2, 0.1), null: strength(0.0, 0.0),
            moderators: &["trust"], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "a partner present or imagined lowers pressure in pain alike (Bourassa 2019); size from a prototype",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { uptake: p.uptake * (p.avoidance_uptake * who.avoidance + p.anxiety_uptake * who.anxiety).exp(), ..p }
}

/// The safety that answers and touch give at the moment.
#[inline(always)]
pub fn given<R: Real>(input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    let depth = p.small_talk + (-p.small_talk + 1.0) * input.disclosure;
    (w.answer * input.presence * input.responsiveness.positive() * depth + w.touch * input.touch) * p.uptake
}

/// The equations above; `trust` is that in who is there.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, trust: R, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let there = input.presence * (-input.distance + 1.0) * (-input.asleep + 1.0);
    let target = given(input, p, w) + w.trust * there * trust.positive() * p.uptake;
    State { felt: Change::towards(target, x.felt, p.onset), trace: Change::towards(x.felt, x.trace, p.trace) }
}
