//! The whole tables: the sums of what the processes declare. There is no second list.

use crate::appraisal::{evaluation, expression, novelty, safety, threat, uncertainty};
use crate::body::heart::sympathetic;
use crate::body::hormones::{acth, adrenal, awakening, binding, cortisol, crh, glands, habituation, pulses, saliva};
use crate::body::sleep::pacemaker;
use crate::declare::{Arrow, Parameter, Quantity, Row};
use crate::sum;

sum! {
    /// Fast states: those that the engine steps.
    Fast of Quantity {
        evaluation: evaluation::State,
        novelty: novelty::State,
        uncertainty: uncertainty::State,
        safety: safety::State,
        threat: threat::State,
        pacemaker: pacemaker::State,
        sympathetic: sympathetic::State,
        pulses: pulses::State,
        crh: crh::State,
        acth: acth::State,
        adrenal: adrenal::State,
        cortisol: cortisol::State,
        saliva: saliva::State,
    }
}

sum! {
    /// Integrals that restart at midnight.
    Tallies of Quantity {
        glands: glands::Tally,
    }
}

sum! {
    /// Slow states: those that are advanced once a day.
    Slow of Quantity {
        glands: glands::Slow,
        habituation: habituation::Slow,
    }
}

sum! {
    /// Algebraic quantities: those that follow from the states at the same instant.
    Readings of Quantity {
        sympathetic: sympathetic::Reading,
        acth: acth::Reading,
        cortisol: cortisol::Reading,
    }
}

sum! {
    /// A person's parameters.
    Parameters of Parameter {
        evaluation: evaluation::Parameters,
        novelty: novelty::Parameters,
        uncertainty: uncertainty::Parameters,
        safety: safety::Parameters,
        threat: threat::Parameters,
        expression: expression::Parameters,
        pacemaker: pacemaker::Parameters,
        sympathetic: sympathetic::Parameters,
        pulses: pulses::Parameters,
        awakening: awakening::Parameters,
        crh: crh::Parameters,
        acth: acth::Parameters,
        adrenal: adrenal::Parameters,
        binding: binding::Parameters,
        cortisol: cortisol::Parameters,
        saliva: saliva::Parameters,
        glands: glands::Parameters,
        habituation: habituation::Parameters,
    }
}

sum! {
    /// Strengths of the arrows under one reading.
    Arrows of Arrow {
        uncertainty: uncertainty::Arrows,
        safety: safety::Arrows,
        threat: threat::Arrows,
        sympathetic: sympathetic::Arrows,
        awakening: awakening::Arrows,
        crh: crh::Arrows,
        acth: acth::Arrows,
        adrenal: adrenal::Arrows,
        cortisol: cortisol::Arrows,
        saliva: saliva::Arrows,
        glands: glands::Arrows,
        habituation: habituation::Arrows,
    }
}

/// All quantities in the order in which a run records them: fast states, slow states, algebraic quantities.
pub fn quantities() -> impl Iterator<Item = &'static Row<Quantity>> {
    Fast::rows().chain(Slow::rows()).chain(Readings::rows())
}
