//! One person at an instant: the processes in the order in which they read each other.
//!
//! Algebraic quantities form no loop: each reads states, or algebraic quantities that stand above it here.

use crate::appraisal::expression::{self, Expression};
use crate::appraisal::{evaluation, novelty, safety, threat, uncertainty};
use crate::body::heart::sympathetic;
use crate::body::hormones::{acth, adrenal, awakening, binding, cortisol, crh, glands, habituation, pulses, saliva};
use crate::body::sleep::pacemaker;
use crate::declare::Reading;
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::Change;
use crate::tables::{Arrows, Fast, Parameters, Readings, Slow, Tallies};
use consoma_number::Real;

/// What stays with a person: parameters and the strengths of the arrows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Constitution<R> {
    /// Parameters.
    pub parameters: Parameters<R>,
    /// Strengths of the arrows.
    pub arrows: Arrows<R>,
    /// Means of the person's usual day.
    pub usual: glands::Usual<R>,
}

impl<R: Real> Constitution<R> {
    /// A person who has not been settled yet: the usual means are 1.
    pub fn unsettled(parameters: Parameters<R>, arrows: Arrows<R>) -> Self {
        let one = R::constant(1.0);
        Self { parameters, arrows, usual: glands::Usual { crh: one, acth: one } }
    }
}

/// The parameters of a person with these traits, from the parameters of a person without them.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters {
        evaluation: evaluation::individual(p.evaluation, who),
        uncertainty: uncertainty::individual(p.uncertainty, who),
        safety: safety::individual(p.safety, who),
        threat: threat::individual(p.threat, who),
        expression: expression::individual(p.expression, who),
        pacemaker: pacemaker::individual(p.pacemaker, who),
        awakening: awakening::individual(p.awakening, who),
        crh: crh::individual(p.crh, who),
        adrenal: adrenal::individual(p.adrenal, who),
        binding: binding::individual(p.binding, who),
        ..p
    }
}

/// What another person meets of this one.
#[inline(always)]
pub fn expression<R: Real>(x: &Fast<R>, person: &Constitution<R>) -> Expression<R> {
    expression::shown(&x.safety, &x.threat, &person.parameters.expression)
}

/// The inputs as they are met: where the other person's own state answers, its warmth is the responsiveness.
#[inline(always)]
fn met<R: Real>(input: &Inputs<R>, other: &Expression<R>) -> Inputs<R> {
    let stated = (-input.own_answer + 1.0) * input.responsiveness;
    Inputs { responsiveness: stated + input.own_answer * other.warmth, ..*input }
}

/// The algebraic quantities. `other` is what this person meets of the other one; [`Expression::absent`] where nobody is simulated.
#[inline(always)]
pub fn readings<R: Real>(
    x: &Fast<R>,
    input: &Inputs<R>,
    other: &Expression<R>,
    person: &Constitution<R>,
) -> Readings<R> {
    readings_at(&pacemaker::phase(&x.pacemaker, &person.parameters.pacemaker), x, &met(input, other), person)
}

/// The same where the phase of the clock is at hand.
#[inline(always)]
fn readings_at<R: Real>(
    phase: &pacemaker::Phase<R>,
    x: &Fast<R>,
    input: &Inputs<R>,
    person: &Constitution<R>,
) -> Readings<R> {
    let Constitution { parameters: p, arrows: w, .. } = person;
    let read = sympathetic::Read { threat: &x.threat, safety: &x.safety, phase };
    Readings {
        sympathetic: sympathetic::reading(&read, input, &p.sympathetic, &w.sympathetic),
        acth: acth::reading(&x.acth, &p.acth),
        cortisol: cortisol::reading(&x.cortisol, &p.binding),
    }
}

/// How the fast states and the integrals of the day change. `other` as in [`readings`].
#[inline(always)]
pub fn flow<R: Real>(
    x: &Fast<R>,
    slow: &Slow<R>,
    input: &Inputs<R>,
    other: &Expression<R>,
    person: &Constitution<R>,
) -> (Fast<Change<R>>, Tallies<Change<R>>) {
    let input = &met(input, other);
    let Constitution { parameters: p, arrows: w, usual } = person;
    let phase = pacemaker::phase(&x.pacemaker, &p.pacemaker);
    let now = readings_at(&phase, x, input, person);
    let cortisol = x.cortisol.plasma / binding::total(p.cortisol.rest, &p.binding);

    let felt = threat::Felt { safety: &x.safety, uncertainty: &x.uncertainty, evaluation: &x.evaluation };
    let hypothalamus = crh::Read {
        phase: &phase,
        pulses: pulses::drive(&x.pulses, &p.pulses),
        awakening: awakening::drive(&phase, input, &p.awakening, &w.awakening),
        threat: &x.threat,
        safety: &x.safety,
        novelty: &x.novelty,
        habituation: &slow.habituation,
        cortisol,
    };
    let stressed = sympathetic::threat_part(&x.threat, &p.sympathetic, &w.sympathetic);
    let cortex = cortisol::Read { acth: &x.acth, adrenal: &x.adrenal, masses: &slow.glands, phase: &phase };

    let fast = Fast {
        evaluation: evaluation::flow(&x.evaluation, input, &p.evaluation),
        novelty: novelty::flow(&x.novelty, input, &p.novelty),
        uncertainty: uncertainty::flow(&x.uncertainty, input, &p.uncertainty, &w.uncertainty),
        safety: safety::flow(&x.safety, input, &p.safety, &w.safety),
        threat: threat::flow(&x.threat, &felt, input, &p.threat, &w.threat),
        pacemaker: pacemaker::flow(&x.pacemaker, input, &p.pacemaker),
        sympathetic: sympathetic::flow(&x.sympathetic, &now.sympathetic, &p.sympathetic),
        pulses: pulses::flow(&x.pulses, &p.pulses),
        crh: crh::flow(&x.crh, &hypothalamus, input, &p.crh, &w.crh),
        acth: acth::flow(&x.acth, &x.crh, cortisol, &slow.glands, &p.crh, &p.acth, &w.acth),
        adrenal: adrenal::flow(&x.adrenal, stressed, &p.adrenal, &w.adrenal),
        cortisol: cortisol::flow(&x.cortisol, &now.cortisol, &cortex, &p.cortisol, &w.cortisol),
        saliva: saliva::flow(&x.saliva, &now.cortisol, &p.saliva, &w.saliva),
    };
    (fast, Tallies { glands: glands::tally(&x.crh, &x.acth, usual) })
}

/// The slow states after `minutes` of a day that began with `midnight`.
#[inline(always)]
pub fn slow_after<R: Real>(midnight: &Slow<R>, tallies: &Tallies<R>, minutes: R, person: &Constitution<R>) -> Slow<R> {
    let Constitution { parameters: p, arrows: w, .. } = person;
    Slow {
        glands: glands::after(&midnight.glands, &tallies.glands, minutes, &p.glands, &w.glands),
        habituation: habituation::after(&midnight.habituation, minutes, &p.habituation),
    }
}

/// The slow states as derivatives per minute, for a solver that does not split them off.
pub fn slow_slope<R: Real>(x: &Fast<R>, slow: &Slow<R>, person: &Constitution<R>) -> Slow<R> {
    let Constitution { parameters: p, arrows: w, usual } = person;
    Slow {
        glands: glands::slope(&slow.glands, &x.crh, &x.acth, usual, &p.glands, &w.glands),
        habituation: habituation::slope(&slow.habituation, &p.habituation),
    }
}

/// The state from which a person is settled: rested, mid-night, nothing felt.
pub fn start(p: &Parameters<f64>) -> (Fast<f64>, Slow<f64>) {
    let free = p.cortisol.rest;
    let fast = Fast {
        evaluation: evaluation::State { felt: 0.0 },
        novelty: novelty::State { felt: 0.0 },
        uncertainty: uncertainty::State { felt: 0.0 },
        safety: safety::State { felt: 0.0, trace: 0.0 },
        threat: threat::State { felt: 0.0, exposure: 0.0 },
        // Midnight of a person of typical period, entrained to the usual routine.
        pacemaker: pacemaker::State { x: -0.638, y: -0.816, photoreceptors: 0.145 },
        sympathetic: sympathetic::State { noradrenaline: p.sympathetic.rest },
        pulses: pulses::State { pulse: 1.0 },
        crh: crh::State { crh: 1.0, brain: 1.0 },
        acth: acth::State { relative: 1.0 },
        adrenal: adrenal::State { gain: 0.0 },
        cortisol: cortisol::State { plasma: binding::total(free, &p.binding) },
        saliva: saliva::State { cortisol: p.saliva.share * free },
    };
    let slow = Slow {
        glands: glands::Slow { corticotrophs: 1.0, cortex: 1.0 },
        habituation: habituation::Slow { response: 1.0 },
    };
    (fast, slow)
}

/// The strengths of all arrows under a reading.
pub fn arrows(reading: Reading) -> Arrows<f64> {
    let mut rows = Arrows::rows().map(|row| row.declared.strength(reading).value);
    crate::declare::Table::read(&mut rows).expect("a table reads as many numbers as it has rows")
}
