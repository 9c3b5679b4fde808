//! The whole tables: the sums of what the processes declare. There is no second list.

use crate::appraisal::{
    approach, closeness, evaluation, expression, hunger, hurt, loneliness, novelty, reward, safety, threat, trust,
    uncertainty,
};
use crate::body::gut::{
    absorption, accommodation, appetite, emptying, gastric_rhythm, motility, permeability, provoked, sensitivity,
    signal, symptoms, transit,
};
use crate::body::heart::{catecholamines, pressure, reflex, rhythm, sympathetic, vagal};
use crate::body::hormones::{
    acth, adrenal, awakening, binding, cortisol, crh, departure, glands, habituation, oxytocin, pulses, saliva,
};
use crate::body::mood::{affect, capacity, contact, depression, effort, fatigue, hangover, rebound, rumination};
use crate::body::pain::{descending, gain, morphine, nociception, operation, opioid, pump, sensitisation, thresholds};
use crate::body::skin::conductance;
use crate::body::sleep::{arousal, homeostat, memory, night, pacemaker, restedness, slow_waves, stages, vigilance};
use crate::declare::{Arrow, Parameter, Quantity, Row};
use crate::sum;

sum! {
    /// Fast states: those that the engine steps.
    Fast of Quantity {
        evaluation: evaluation::State,
        novelty: novelty::State,
        uncertainty: uncertainty::State,
        safety: safety::State,
        hurt: hurt::State,
        threat: threat::State,
        trust: trust::State,
        hunger: hunger::State,
        reward: reward::State,
        approach: approach::State,
        closeness: closeness::State,
        loneliness: loneliness::State,
        pacemaker: pacemaker::State,
        pulses: pulses::State,
        crh: crh::State,
        acth: acth::State,
        adrenal: adrenal::State,
        cortisol: cortisol::State,
        saliva: saliva::State,
        departure: departure::State,
        oxytocin: oxytocin::State,
        catecholamines: catecholamines::State,
        reflex: reflex::State,
        rhythm: rhythm::State,
        conductance: conductance::State,
        homeostat: homeostat::State,
        arousal: arousal::State,
        slow_waves: slow_waves::State,
        stages: stages::State,
        night: night::State,
        restedness: restedness::State,
        vigilance: vigilance::State,
        memory: memory::State,
        emptying: emptying::State,
        gastric_rhythm: gastric_rhythm::State,
        motility: motility::State,
        transit: transit::State,
        permeability: permeability::State,
        sensitivity: sensitivity::State,
        provoked: provoked::State,
        opioid: opioid::State,
        descending: descending::State,
        sensitisation: sensitisation::State,
        operation: operation::State,
        morphine: morphine::State,
        pump: pump::State,
        effort: effort::State,
        fatigue: fatigue::State,
        hangover: hangover::State,
        rumination: rumination::State,
        rebound: rebound::State,
        contact: contact::State,
        capacity: capacity::State,
        depression: depression::State,
        affect: affect::State,
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
        reward: reward::Reading,
        approach: approach::Reading,
        closeness: closeness::Reading,
        acth: acth::Reading,
        cortisol: cortisol::Reading,
        departure: departure::Reading,
        sympathetic: sympathetic::Reading,
        vagal: vagal::Reading,
        pressure: pressure::Reading,
        rhythm: rhythm::Reading,
        conductance: conductance::Reading,
        homeostat: homeostat::Reading,
        night: night::Reading,
        vigilance: vigilance::Reading,
        emptying: emptying::Reading,
        accommodation: accommodation::Reading,
        gastric_rhythm: gastric_rhythm::Reading,
        motility: motility::Reading,
        transit: transit::Reading,
        absorption: absorption::Reading,
        sensitivity: sensitivity::Reading,
        provoked: provoked::Reading,
        symptoms: symptoms::Reading,
        appetite: appetite::Reading,
        signal: signal::Reading,
        opioid: opioid::Reading,
        gain: gain::Reading,
        nociception: nociception::Reading,
        thresholds: thresholds::Reading,
        pump: pump::Reading,
        hangover: hangover::Reading,
    }
}

sum! {
    /// A person's parameters.
    Parameters of Parameter {
        evaluation: evaluation::Parameters,
        novelty: novelty::Parameters,
        uncertainty: uncertainty::Parameters,
        safety: safety::Parameters,
        hurt: hurt::Parameters,
        threat: threat::Parameters,
        expression: expression::Parameters,
        trust: trust::Parameters,
        hunger: hunger::Parameters,
        reward: reward::Parameters,
        approach: approach::Parameters,
        closeness: closeness::Parameters,
        loneliness: loneliness::Parameters,
        pacemaker: pacemaker::Parameters,
        pulses: pulses::Parameters,
        awakening: awakening::Parameters,
        crh: crh::Parameters,
        acth: acth::Parameters,
        adrenal: adrenal::Parameters,
        binding: binding::Parameters,
        cortisol: cortisol::Parameters,
        saliva: saliva::Parameters,
        departure: departure::Parameters,
        glands: glands::Parameters,
        habituation: habituation::Parameters,
        oxytocin: oxytocin::Parameters,
        sympathetic: sympathetic::Parameters,
        vagal: vagal::Parameters,
        catecholamines: catecholamines::Parameters,
        pressure: pressure::Parameters,
        reflex: reflex::Parameters,
        rhythm: rhythm::Parameters,
        conductance: conductance::Parameters,
        homeostat: homeostat::Parameters,
        arousal: arousal::Parameters,
        slow_waves: slow_waves::Parameters,
        stages: stages::Parameters,
        night: night::Parameters,
        restedness: restedness::Parameters,
        vigilance: vigilance::Parameters,
        memory: memory::Parameters,
        emptying: emptying::Parameters,
        accommodation: accommodation::Parameters,
        gastric_rhythm: gastric_rhythm::Parameters,
        motility: motility::Parameters,
        transit: transit::Parameters,
        absorption: absorption::Parameters,
        permeability: permeability::Parameters,
        sensitivity: sensitivity::Parameters,
        provoked: provoked::Parameters,
        symptoms: symptoms::Parameters,
        appetite: appetite::Parameters,
        signal: signal::Parameters,
        opioid: opioid::Parameters,
        descending: descending::Parameters,
        sensitisation: sensitisation::Parameters,
        gain: gain::Parameters,
        nociception: nociception::Parameters,
        thresholds: thresholds::Parameters,
        operation: operation::Parameters,
        morphine: morphine::Parameters,
        pump: pump::Parameters,
        effort: effort::Parameters,
        fatigue: fatigue::Parameters,
        hangover: hangover::Parameters,
        rumination: rumination::Parameters,
        rebound: rebound::Parameters,
        contact: contact::Parameters,
        capacity: capacity::Parameters,
        depression: depression::Parameters,
        affect: affect::Parameters,
    }
}

sum! {
    /// Strengths of the arrows under one reading.
    Arrows of Arrow {
        evaluation: evaluation::Arrows,
        uncertainty: uncertainty::Arrows,
        safety: safety::Arrows,
        hurt: hurt::Arrows,
        threat: threat::Arrows,
        reward: reward::Arrows,
        approach: approach::Arrows,
        closeness: closeness::Arrows,
        loneliness: loneliness::Arrows,
        awakening: awakening::Arrows,
        crh: crh::Arrows,
        acth: acth::Arrows,
        adrenal: adrenal::Arrows,
        cortisol: cortisol::Arrows,
        saliva: saliva::Arrows,
        glands: glands::Arrows,
        habituation: habituation::Arrows,
        oxytocin: oxytocin::Arrows,
        sympathetic: sympathetic::Arrows,
        vagal: vagal::Arrows,
        catecholamines: catecholamines::Arrows,
        pressure: pressure::Arrows,
        reflex: reflex::Arrows,
        conductance: conductance::Arrows,
        arousal: arousal::Arrows,
        slow_waves: slow_waves::Arrows,
        stages: stages::Arrows,
        night: night::Arrows,
        restedness: restedness::Arrows,
        memory: memory::Arrows,
        emptying: emptying::Arrows,
        accommodation: accommodation::Arrows,
        gastric_rhythm: gastric_rhythm::Arrows,
        motility: motility::Arrows,
        transit: transit::Arrows,
        absorption: absorption::Arrows,
        permeability: permeability::Arrows,
        sensitivity: sensitivity::Arrows,
        provoked: provoked::Arrows,
        symptoms: symptoms::Arrows,
        appetite: appetite::Arrows,
        signal: signal::Arrows,
        opioid: opioid::Arrows,
        descending: descending::Arrows,
        sensitisation: sensitisation::Arrows,
        gain: gain::Arrows,
        nociception: nociception::Arrows,
        operation: operation::Arrows,
        morphine: morphine::Arrows,
        pump: pump::Arrows,
        effort: effort::Arrows,
        fatigue: fatigue::Arrows,
        hangover: hangover::Arrows,
        rumination: rumination::Arrows,
        rebound: rebound::Arrows,
        contact: contact::Arrows,
        capacity: capacity::Arrows,
        depression: depression::Arrows,
        affect: affect::Arrows,
    }
}

/// All quantities in the order in which a run records them: fast states, slow states, algebraic quantities.
pub fn quantities() -> impl Iterator<Item = &'static Row<Quantity>> {
    Fast::rows().chain(Slow::rows()).chain(Readings::rows())
}
