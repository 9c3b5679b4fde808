//! One person at an instant: the processes in the order in which they read each other.
//!
//! Algebraic quantities form no loop: each reads states, or algebraic quantities that stand above it here.

use crate::appraisal::expression::{self, Expression};
use crate::appraisal::{
    approach, closeness, diversity, evaluation, hunger, hurt, loneliness, novelty, reward, safety, threat, trust,
    uncertainty,
};
use crate::body::gut::{
    absorption, accommodation, appetite, emptying, gastric_rhythm, motility, permeability, provoked, sensitivity,
    signal, symptoms, transit,
};
use crate::body::heart::{catecholamines, pressure, reflex, rhythm, sympathetic, vagal, vessels};
use crate::body::hormones::{
    acth, adrenal, awakening, binding, cortisol, crh, departure, glands, habituation, oxytocin, pulses, saliva,
};
use crate::body::immune::{
    antibody, cold, exposure, function, inflammation, interleukins, liver, priming, receptors, strain, traffic,
    tumour_necrosis, virus, wound,
};
use crate::body::mood::{affect, capacity, contact, depression, effort, fatigue, hangover, rebound, rumination};
use crate::body::pain::{descending, gain, morphine, nociception, operation, opioid, pump, sensitisation, thresholds};
use crate::body::skin::{acne, barrier, conductance, eczema, lesions, perfusion, psoriasis, sebum, touch};
use crate::body::sleep::expected::{self, Expected};
use crate::body::sleep::{arousal, homeostat, memory, night, pacemaker, restedness, slow_waves, stages, vigilance};
use crate::declare::{Reading, Table};
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
    /// The person's usual day.
    pub usual: Usual<R>,
}

/// What a person's usual day is like. Settling finds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usual<R> {
    /// Means that the masses of the glands are measured against.
    pub glands: glands::Usual<R>,
    /// The course of cortisol.
    pub cortisol: departure::Usual<R>,
    /// The night.
    pub night: night::Usual<R>,
    /// The efficiency at which a night counts as one sleep: that of the person's age; of who sleeps by pressure, that of their own night.
    pub one_sleep: R,
}

impl<R: Copy> Table<R> for Constitution<R> {
    fn read(values: &mut impl Iterator<Item = R>) -> Option<Self> {
        Some(Self { parameters: Table::read(values)?, arrows: Table::read(values)?, usual: Table::read(values)? })
    }

    fn write(&self, values: &mut impl FnMut(R)) {
        self.parameters.write(values);
        self.arrows.write(values);
        self.usual.write(values);
    }
}

impl<R> Constitution<R> {
    /// The number of values that it writes.
    pub const COUNT: usize = Parameters::<()>::COUNT + Arrows::<()>::COUNT + USUAL;
}

/// Two means of the glands, the course of cortisol, four numbers of the night, and when a night is one sleep.
const USUAL: usize = 2 + departure::TERMS + 4 + 1;

impl<R: Copy> Table<R> for Usual<R> {
    fn read(values: &mut impl Iterator<Item = R>) -> Option<Self> {
        let glands = glands::Usual { crh: values.next()?, acth: values.next()? };
        let mut cortisol = departure::Usual([values.next()?; departure::TERMS]);
        for place in &mut cortisol.0[1..] {
            *place = values.next()?;
        }
        let [slept, efficiency, rem, slow] = [values.next()?, values.next()?, values.next()?, values.next()?];
        let night = night::Usual { slept, efficiency, rem, slow };
        Some(Self { glands, cortisol, night, one_sleep: values.next()? })
    }

    fn write(&self, values: &mut impl FnMut(R)) {
        values(self.glands.crh);
        values(self.glands.acth);
        self.cortisol.0.iter().for_each(|&value| values(value));
        let night::Usual { slept, efficiency, rem, slow } = self.night;
        [slept, efficiency, rem, slow, self.one_sleep].into_iter().for_each(values);
    }
}

/// Time in bed of the usual routine, min.
const USUAL_BED: f64 = 510.0;

impl<R: Real> Constitution<R> {
    /// A person who has not been settled yet: the usual means are 1, cortisol is level, a night has mean shares of the stages.
    pub fn unsettled(parameters: Parameters<R>, arrows: Arrows<R>) -> Self {
        let one = R::constant(1.0);
        let cortisol = departure::Usual::level(parameters.cortisol.rest);
        let glands = glands::Usual { crh: one, acth: one };
        let night = stages::usual(R::constant(USUAL_BED), &parameters.stages);
        Self { parameters, arrows, usual: Usual { glands, cortisol, night, one_sleep: parameters.stages.steady } }
    }
}

/// The parameters of a person with these traits, from the parameters of a person without them.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters {
        evaluation: evaluation::individual(p.evaluation, who),
        uncertainty: uncertainty::individual(p.uncertainty, who),
        safety: safety::individual(p.safety, who),
        hurt: hurt::individual(p.hurt, who),
        threat: threat::individual(p.threat, who),
        expression: expression::individual(p.expression, who),
        trust: trust::individual(p.trust, who),
        reward: reward::individual(p.reward, who),
        approach: approach::individual(p.approach, who),
        loneliness: loneliness::individual(p.loneliness, p.diversity.usual, who),
        diversity: diversity::individual(p.diversity, who),
        pacemaker: pacemaker::individual(p.pacemaker, who),
        awakening: awakening::individual(p.awakening, who),
        crh: crh::individual(p.crh, who),
        adrenal: adrenal::individual(p.adrenal, who),
        binding: binding::individual(p.binding, who),
        pressure: pressure::individual(p.pressure, who),
        rhythm: rhythm::individual(p.rhythm, who),
        vessels: vessels::individual(p.vessels, who),
        conductance: conductance::individual(p.conductance, who),
        barrier: barrier::individual(p.barrier, who),
        sebum: sebum::individual(p.sebum, who),
        touch: touch::individual(p.touch, who),
        eczema: eczema::individual(p.eczema, who),
        psoriasis: psoriasis::individual(p.psoriasis, who),
        acne: acne::individual(p.acne, who),
        homeostat: homeostat::individual(p.homeostat, who),
        arousal: arousal::individual(p.arousal, who),
        slow_waves: slow_waves::individual(p.slow_waves, who),
        stages: stages::individual(p.stages, who),
        motility: motility::individual(p.motility, who),
        transit: transit::individual(p.transit, who),
        sensitivity: sensitivity::individual(p.sensitivity, who),
        provoked: provoked::individual(p.provoked, who),
        symptoms: symptoms::individual(p.symptoms, who),
        nociception: nociception::individual(p.nociception, who),
        thresholds: thresholds::individual(p.thresholds, p.nociception.sensitivity, who),
        hangover: hangover::individual(p.hangover, who),
        rumination: rumination::individual(p.rumination, who),
        affect: affect::individual(p.affect, who),
        interleukins: interleukins::individual(p.interleukins, who),
        liver: liver::individual(p.liver, who),
        traffic: traffic::individual(p.traffic, who),
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
    slow: &Slow<R>,
    input: &Inputs<R>,
    other: &Expression<R>,
    person: &Constitution<R>,
) -> Readings<R> {
    let input = &met(input, other);
    readings_of(&common(x, input, person), x, slow, input, other, person)
}

/// What several processes read, computed once: the phase of the clock, and what the feelings come to.
struct Common<R> {
    phase: pacemaker::Phase<R>,
    /// Trust in who is there.
    trust: R,
    /// Prediction error of the encounter.
    error: R,
    /// Afterglow, as the body reads it.
    glow: R,
    /// Central oxytocin above rest, as the body reads it.
    central: R,
    /// Sudomotor drive.
    sweat: R,
    /// Sleep pressure less the clock's say.
    need: R,
    /// What the day reads of the night.
    rest: R,
    /// Interleukin-6 over its usual, and the logarithm of that.
    six: R,
    inflamed: R,
}

#[inline(always)]
fn common<R: Real>(x: &Fast<R>, input: &Inputs<R>, person: &Constitution<R>) -> Common<R> {
    let Constitution { parameters: p, arrows: w, .. } = person;
    let six = interleukins::ratio(&x.interleukins, &p.interleukins);
    Common {
        phase: pacemaker::phase(&x.pacemaker, &p.pacemaker),
        trust: trust::present(&x.trust, input),
        error: reward::encounter(&x.trust, input, &p.reward, &w.reward),
        glow: closeness::glow(&x.closeness),
        central: oxytocin::above_rest(&x.oxytocin),
        sweat: conductance::drive(&x.threat, &x.hurt, input, &p.conductance, &w.conductance),
        need: homeostat::need(&x.homeostat, &x.pacemaker, &p.homeostat),
        rest: restedness::rest(&x.restedness),
        six,
        inflamed: six.ln(),
    }
}

/// What the sympathetic nerves read.
#[inline(always)]
fn nerves<'a, R: Real>(
    it: &'a Common<R>,
    x: &'a Fast<R>,
    pain: R,
    other: &'a Expression<R>,
) -> sympathetic::Read<'a, R> {
    sympathetic::Read {
        threat: &x.threat,
        pain,
        safety: &x.safety,
        hurt: &x.hurt,
        rest: it.rest,
        central: it.central,
        glow: it.glow,
        other,
        phase: &it.phase,
    }
}
/// What the stages of sleep read.
#[inline(always)]
fn sleeping<'a, R: Real>(it: &Common<R>, x: &'a Fast<R>, person: &'a Constitution<R>) -> stages::Read<'a, R> {
    stages::Read {
        arousal: &x.arousal,
        need: it.need,
        depth: slow_waves::depth(&x.slow_waves, &person.parameters.slow_waves),
        slept: x.night.slept,
        safety: x.safety.trace,
        cortisol: x.departure.log,
        glow: it.glow,
        homeostat: &person.parameters.homeostat,
    }
}

/// What slow waves read.
#[inline(always)]
fn waves<'a, R: Real>(it: &Common<R>, x: &'a Fast<R>) -> slow_waves::Read<'a, R> {
    slow_waves::Read { arousal: &x.arousal, safety: x.safety.trace, glow: it.glow, cortisol: x.departure.log }
}

/// The rates between the stages of sleep.
pub fn stage_rates<R: Real>(x: &Fast<R>, input: &Inputs<R>, person: &Constitution<R>) -> stages::Rates<R> {
    let it = common(x, input, person);
    stages::rates(&sleeping(&it, x, person), input, &person.parameters.stages, &person.arrows.stages)
}

/// The processes that make a night.
pub fn of_night(person: &Constitution<f64>) -> expected::Of<'_> {
    let Constitution { parameters: p, arrows: w, .. } = person;
    expected::Of { stages: (&p.stages, &w.stages), homeostat: &p.homeostat, waves: (&p.slow_waves, &w.slow_waves) }
}

/// Lets the night that this person may expect go on for some minutes in bed, in these states. `one_sleep` as in [`expected::Read`].
pub fn expect(
    night: &mut Expected,
    minutes: f64,
    x: &Fast<f64>,
    input: &Inputs<f64>,
    one_sleep: Option<f64>,
    person: &Constitution<f64>,
) {
    let it = common(x, input, person);
    // A usual night departs from no course, and the course is not known yet.
    let stages = stages::Read { cortisol: 0.0, ..sleeping(&it, x, person) };
    let waves = slow_waves::Read { cortisol: 0.0, ..waves(&it, x) };
    night.go_on(minutes, &expected::Read { stages, waves, one_sleep }, input, &of_night(person));
}

/// By how much sleep pressure exceeds the clock's say.
pub fn sleep_need<R: Real>(x: &Fast<R>, person: &Constitution<R>) -> R {
    homeostat::need(&x.homeostat, &x.pacemaker, &person.parameters.homeostat)
}

/// How somebody feels at getting up.
pub fn morning(x: &Fast<f64>) -> restedness::Morning {
    restedness::Morning { mood: x.affect.negative, glow: closeness::glow(&x.closeness), loneliness: x.loneliness.day }
}

/// What blood gives to the defence elsewhere; `function` is that of white cells.
#[inline(always)]
fn blood<R: Real>(x: &Fast<R>, slow: &Slow<R>, function: R, p: &Parameters<R>) -> exposure::Blood<R> {
    exposure::Blood { deaf: receptors::harmful(&slow.receptors, &p.receptors), function, strain: x.strain.load }
}

/// What the nose opposes to virus, beyond the person's own.
#[inline(always)]
fn resisting<R: Real>(x: &Fast<R>, blood: &exposure::Blood<R>, person: &Constitution<R>) -> R {
    let Constitution { parameters: p, arrows: w, .. } = person;
    let resisting = exposure::Read {
        blood,
        ties: diversity::reading(&p.diversity).ties,
        hours: x.restedness.hours,
        lonely: loneliness::above_usual(&x.loneliness, &p.loneliness),
        safety: &x.safety,
    };
    exposure::shift(&resisting, &p.exposure, &w.exposure)
}

#[inline(always)]
fn readings_of<R: Real>(
    it: &Common<R>,
    x: &Fast<R>,
    slow: &Slow<R>,
    input: &Inputs<R>,
    other: &Expression<R>,
    person: &Constitution<R>,
) -> Readings<R> {
    let Constitution { parameters: p, arrows: w, .. } = person;
    let Common { phase, glow, central, .. } = it;
    let (glow, central) = (*glow, *central);
    let aided = morphine::Read { opioid: &x.opioid, descending: &x.descending, safety: &x.safety };
    let relief = w.gain.morphine * morphine::relief(&x.morphine, &aided, &p.morphine, &w.morphine);
    let passing = gain::Read {
        opioid: &x.opioid,
        descending: &x.descending,
        sensitisation: &x.sensitisation,
        affect: &x.affect,
        relief,
        inflammation: it.inflamed,
    };
    let gain = gain::gain(&passing, input, &p.gain, &w.gain);
    let hurting = nociception::Read {
        gain: &gain,
        relief,
        wound: nociception::wound(&x.operation, &p.operation),
        given: safety::given(input, &p.safety, &w.safety),
        trust: it.trust,
        affect: &x.affect,
    };
    let comfort = nociception::comfort(&hurting, input, &p.nociception, &w.nociception);
    let nociception = nociception::reading(&hurting, comfort, input, &p.nociception);
    let nerves = nerves(it, x, nociception.pain * 0.1, other);
    let vagus = vagal::Read { threat: &x.threat, safety: &x.safety, central, glow, inflamed: it.inflamed, phase };
    let structure = slow.vessels.resistance;
    let vessels = pressure::Read { central, glow, safety: x.safety.trace, structure, input };

    let drive = sympathetic::outflow(&nerves, input, &p.sympathetic, &w.sympathetic);
    let tone = vagal::outflow(&vagus, input, &p.vagal, &w.vagal);
    let without = pressure::rest(&p.pressure) * pressure::relative(drive, tone, &vessels, &p.pressure, &w.pressure);
    let (on_drive, on_tone) = reflex::corrections(&x.reflex, without, &p.pressure, &p.reflex, &w.reflex);
    let sympathetic = sympathetic::reading(drive, on_drive);
    let vagal = vagal::reading(tone, on_tone);
    let pressure = pressure::reading(sympathetic.drive, vagal.tone, &vessels, &p.pressure, &w.pressure);
    let departure = departure::reading(&x.departure, phase, &person.usual.cortisol);

    let leaving = emptying::outflow(&x.emptying, &x.threat, vagal.tone, &p.emptying, &w.emptying);
    let emptying = emptying::reading(&x.emptying, &leaving, &p.emptying);
    let accommodation =
        accommodation::reading(&x.threat, vagal.tone, emptying.content, &p.accommodation, &w.accommodation);
    let nerves = motility::nerves(&x.threat, vagal.tone, emptying.content, &p.motility, &w.motility);
    let motility = motility::reading(&x.motility, nerves, input, &p.motility);
    let haste = transit::haste(&motility, &p.motility, &p.transit, &w.transit);
    let leak = permeability::leak(&x.permeability, &p.permeability);
    let provoked = provoked::reading(&x.provoked, &x.sensitivity, leak, &p.provoked, &w.provoked);
    let complaints = symptoms::Read {
        sensitivity: x.sensitivity.visceral - 1.0,
        threat: &x.threat,
        hurry: x.motility.slow - p.motility.rest,
        load: x.transit.load - transit::rest(&p.motility),
        provoked: provoked.felt,
    };
    let told = signal::Read { tone: accommodation.tone, nerves, provoked: provoked.felt, leak };
    let sleepy = homeostat::reading(it.need, &p.homeostat);
    let killing = function::killing(&x.function, glow, central, &p.function, &w.function);
    let blood = blood(x, slow, killing, p);
    let diversity = diversity::reading(&p.diversity);
    let exposure = exposure::reading(resisting(x, &blood, person), &p.exposure);
    let nose = cold::Read {
        blood: &blood,
        ties: diversity.ties,
        hours: x.restedness.hours,
        lonely: loneliness::above_usual(&x.loneliness, &p.loneliness),
        infection: exposure.infection,
    };
    let barrier = barrier::reading(&x.barrier, x.eczema.barrier, phase, &p.barrier);
    let repairing = wound::Read {
        loss: barrier.loss,
        strain: blood.strain,
        threat: &x.threat,
        hurt: &x.hurt,
        safety: &x.safety,
        hours: x.restedness.hours,
        cortisol: x.departure.log,
        central,
    };
    let flush = perfusion::Read { drive: sympathetic.drive, central, glow };
    let strain = x.strain.load;
    Readings {
        reward: reward::reading(it.error, &x.hunger, input, &p.reward, &w.reward),
        approach: approach::reading(&x.approach, &x.trust, &x.reward, &p.approach, &w.approach),
        closeness: closeness::reading(&x.closeness, &x.reward, &p.closeness, &w.closeness),
        acth: acth::reading(&x.acth, &p.acth),
        cortisol: cortisol::reading(&x.cortisol, &p.binding),
        departure,
        sympathetic,
        vagal,
        pressure,
        rhythm: rhythm::reading(&x.rhythm, sympathetic.drive, vagal.tone, input, &p.rhythm),
        vessels: vessels::reading(pressure.mean, &p.vessels),
        conductance: conductance::reading(it.sweat, &p.conductance),
        perfusion: perfusion::reading(&flush, input, &p.perfusion, &w.perfusion),
        barrier,
        sebum: sebum::reading(phase, strain, &p.sebum, &w.sebum),
        touch: touch::reading(central, glow, &p.touch, &w.touch),
        eczema: eczema::reading(&x.eczema),
        homeostat: sleepy,
        night: night::reading(&x.night),
        vigilance: vigilance::reading(&x.vigilance, &x.restedness, &sleepy, &p.vigilance),
        emptying,
        accommodation,
        gastric_rhythm: gastric_rhythm::reading(emptying.content, &p.gastric_rhythm),
        motility,
        transit: transit::reading(&x.transit, haste, emptying.half, &p.transit),
        absorption: absorption::reading(haste, &x.safety, glow, &p.absorption, &w.absorption),
        sensitivity: sensitivity::reading(&x.sensitivity, &x.threat, &p.sensitivity, &w.sensitivity),
        provoked,
        symptoms: symptoms::reading(&complaints, &p.symptoms, &w.symptoms),
        appetite: appetite::reading(&x.hunger, &x.hurt, &p.appetite, &w.appetite),
        signal: signal::reading(&told, &p.signal, &w.signal),
        opioid: opioid::reading(&x.opioid, &p.opioid),
        gain: gain::reading(&gain),
        nociception,
        thresholds: thresholds::reading(&gain, comfort, &p.thresholds),
        pump: pump::reading(nociception.pain, input, &p.pump, &w.pump),
        hangover: hangover::reading(&x.hangover, &x.rumination, &p.hangover, &w.hangover),
        tumour_necrosis: tumour_necrosis::reading(&x.tumour_necrosis, &p.tumour_necrosis),
        interleukins: interleukins::reading(&x.interleukins, it.inflamed, phase, &p.interleukins, &w.interleukins),
        liver: liver::reading(&x.liver, &p.liver),
        traffic: traffic::reading(&x.traffic, &p.traffic),
        function: function::reading(killing, &p.function),
        diversity,
        exposure,
        virus: virus::reading(&x.virus, &p.virus),
        cold: cold::reading(&x.virus, &nose, &p.cold, &w.cold),
        wound: wound::reading(&x.wound, &repairing, &p.wound, &w.wound),
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
    let it = common(x, input, person);
    let now = readings_of(&it, x, slow, input, other, person);
    let Common { phase, trust, error, glow, central, sweat, rest, six, inflamed, .. } = it;
    let pain = now.nociception.pain * 0.1;
    let reserve = p.rhythm.reserve;
    let given = safety::given(input, &p.safety, &w.safety);
    let cortisol = x.cortisol.plasma / binding::total(p.cortisol.rest, &p.binding);

    let felt = threat::Felt {
        trust,
        central,
        capacity: x.capacity.closeness,
        lonely: x.loneliness.lasting,
        reserve,
        rest,
        safety: &x.safety,
        uncertainty: &x.uncertainty,
        evaluation: &x.evaluation,
    };
    let remembered = approach::Read { threat: &x.threat, error, stake: reward::stake(input, &p.reward) };
    let hypothalamus = crh::Read {
        phase: &phase,
        pulses: pulses::drive(&x.pulses, &p.pulses),
        awakening: awakening::drive(&phase, x.loneliness.day, input, &p.awakening, &w.awakening),
        threat: &x.threat,
        safety: &x.safety,
        pain,
        hurt: &x.hurt,
        central,
        glow,
        novelty: &x.novelty,
        habituation: &slow.habituation,
        cortisol,
        inflamed,
    };
    let stressed = sympathetic::threat_part(&x.threat, &p.sympathetic, &w.sympathetic);
    let cortex = cortisol::Read {
        acth: &x.acth,
        adrenal: &x.adrenal,
        masses: &slow.glands,
        phase: &phase,
        dose: input.hydrocortisone,
    };
    let nerves = nerves(&it, x, pain, other);
    let felt_drive = sympathetic::felt(&nerves, input, &p.sympathetic, &w.sympathetic);
    let guard = arousal::Read {
        threat: &x.threat,
        hurt: &x.hurt,
        safety: &x.safety,
        cortisol: x.departure.log,
        nerves: felt_drive,
        mood: x.affect.negative,
        glow,
        inflamed,
    };
    let waves = waves(&it, x);
    let leaving = emptying::outflow(&x.emptying, &x.threat, now.vagal.tone, &p.emptying, &w.emptying);
    let viscera = sensitivity::Read {
        leak: permeability::leak(&x.permeability, &p.permeability),
        threat: &x.threat,
        hurt: &x.hurt,
        safety: &x.safety,
        glow,
    };
    let satisfied = contact::satisfied(&x.contact, &p.contact);
    let lonely = loneliness::above_usual(&x.loneliness, &p.loneliness);
    let alone = loneliness::Read { hurt: &x.hurt, safety: &x.safety, satisfied, inflamed };
    let soothed = opioid::Read { given, hurt: &x.hurt, lonely, glow, acth: x.acth.relative };
    let inhibited = descending::Read {
        opioid: &x.opioid,
        strained: stressed + sympathetic::pain_part(pain, &p.sympathetic, &w.sympathetic),
        central,
        given,
        threat: &x.threat,
        hurt: &x.hurt,
    };
    let sensitised = sensitisation::Read { input: now.nociception.input, rest, inflammation: inflamed };
    let spent = effort::Felt { threat: &x.threat, uncertainty: &x.uncertainty, hurt: &x.hurt };
    let over = rumination::Read { hangover: &x.hangover, threat: &x.threat, hurt: &x.hurt };
    let past = rebound::Read {
        threat: p.affect.threat * x.threat.trace,
        hurt: p.affect.hurt * x.hurt.trace,
        rumination: &x.rumination,
    };
    let weighed = depression::Read { lonely, satisfied, affect: &x.affect, inflamed };
    let mood = affect::Read {
        safety: &x.safety,
        reward: &x.reward,
        threat: &x.threat,
        hurt: &x.hurt,
        lonely,
        rumination: &x.rumination,
        hangover: &x.hangover,
        rebound: &x.rebound,
        depression: &x.depression,
        signal: now.signal.felt,
        pain,
        rest,
        inflamed,
    };
    let strained = strain::Read { threat: &x.threat, hurt: &x.hurt, lonely };
    let deaf = receptors::lost(&slow.receptors);
    let vagus = vagal::Read { threat: &x.threat, safety: &x.safety, central, glow, inflamed, phase: &phase };
    let inflaming = inflammation::Read {
        threat: &x.threat,
        hurt: &x.hurt,
        primed: priming::above_usual(&slow.priming),
        deaf,
        pain,
        leak: permeability::leak(&x.permeability, &p.permeability),
        virus: x.virus.innate,
        hours: x.restedness.hours,
        cortisol: x.departure.log,
        central,
        vagus: vagal::felt(&vagus, input, &p.vagal, &w.vagal),
        safety: x.safety.trace,
        glow,
    };
    let moved = traffic::Read { blood: &x.catecholamines, rest: &p.catecholamines, cortisol: x.departure.log };
    let able = function::Read {
        waves: x.restedness.waves,
        safety: x.safety.trace,
        deaf: receptors::harmful(&slow.receptors, &p.receptors),
    };
    let blood = blood(x, slow, now.function.killing, p);
    let uptake = exposure::uptake(&x.exposure, resisting(x, &blood, person), &p.exposure);
    let sensed = virus::sensed(&x.virus, &p.virus);
    let vaccinated = antibody::Read { blood: &blood, hours: x.restedness.hours, lonely, safety: &x.safety };
    let mending = barrier::Read {
        threat: &x.threat,
        safety: &x.safety,
        cortisol: x.departure.log,
        rest,
        strain: x.strain.load,
        deafness: deaf,
        phase: &it.phase,
    };
    let medulla = catecholamines::Read { drive: now.sympathetic.drive, threat: &x.threat };

    let fast = Fast {
        evaluation: evaluation::flow(&x.evaluation, reserve, input, &p.evaluation, &w.evaluation),
        novelty: novelty::flow(&x.novelty, input, &p.novelty),
        uncertainty: uncertainty::flow(&x.uncertainty, input, &p.uncertainty, &w.uncertainty),
        safety: safety::flow(&x.safety, trust, input, &p.safety, &w.safety),
        hurt: hurt::flow(&x.hurt, input, &p.hurt, &w.hurt),
        threat: threat::flow(&x.threat, &felt, input, &p.threat, &w.threat),
        trust: trust::flow(&x.trust, error, input, &p.trust),
        hunger: hunger::flow(&x.hunger, input, &p.hunger),
        reward: reward::flow(&x.reward, &now.reward, input, &p.reward, &w.reward),
        approach: approach::flow(&x.approach, &remembered, &p.approach, &w.approach),
        closeness: closeness::flow(&x.closeness, &x.safety, central, given, &p.closeness, &w.closeness),
        loneliness: loneliness::flow(&x.loneliness, &alone, input, &p.loneliness, &w.loneliness),
        pacemaker: pacemaker::flow(&x.pacemaker, input, &p.pacemaker),
        pulses: pulses::flow(&x.pulses, &p.pulses),
        crh: crh::flow(&x.crh, &hypothalamus, input, &p.crh, &w.crh),
        acth: acth::flow(&x.acth, &x.crh, cortisol, &slow.glands, &p.crh, &p.acth, &w.acth),
        adrenal: adrenal::flow(&x.adrenal, stressed, &p.adrenal, &w.adrenal),
        cortisol: cortisol::flow(&x.cortisol, &now.cortisol, &cortex, &p.cortisol, &w.cortisol),
        departure: departure::flow(&x.departure, now.cortisol.free, &phase, input, &usual.cortisol, &p.departure),
        saliva: saliva::flow(&x.saliva, &now.cortisol, &p.saliva, &w.saliva),
        oxytocin: oxytocin::flow(&x.oxytocin, &x.threat, input, &p.oxytocin, &w.oxytocin),
        catecholamines: catecholamines::flow(&x.catecholamines, &medulla, input, &p.catecholamines, &w.catecholamines),
        reflex: reflex::flow(&x.reflex, &now.pressure, &p.reflex),
        rhythm: rhythm::flow(&x.rhythm, &p.rhythm),
        conductance: conductance::flow(&x.conductance, sweat, input, &p.conductance),
        perfusion: perfusion::flow(&x.perfusion, now.sympathetic.drive, &p.perfusion, &w.perfusion),
        barrier: barrier::flow(&x.barrier, &mending, input, &p.barrier, &w.barrier),
        eczema: eczema::flow(&x.eczema, &eczema::Read { strain: x.strain.load, glow }, &p.eczema, &w.eczema),
        homeostat: homeostat::flow(&x.homeostat, usual.one_sleep, input, &p.homeostat),
        arousal: arousal::flow(&x.arousal, &guard, input, &p.arousal, &w.arousal),
        slow_waves: slow_waves::flow(&x.slow_waves, &waves, input, &p.slow_waves, &w.slow_waves),
        stages: stages::flow(&sleeping(&it, x, person), input, &p.stages, &w.stages),
        night: night::flow(x.slow_waves.activity, &x.arousal, input, &p.night, &w.night),
        restedness: restedness::flow(&x.restedness, &p.restedness),
        vigilance: vigilance::flow(&x.vigilance, input, usual.night.slept, &p.vigilance),
        memory: memory::flow(),
        emptying: emptying::flow(&x.emptying, &leaving, input, &p.emptying),
        gastric_rhythm: gastric_rhythm::flow(
            &x.gastric_rhythm,
            &x.threat,
            now.sympathetic.drive,
            &p.gastric_rhythm,
            &w.gastric_rhythm,
        ),
        motility: motility::flow(&x.motility, x.crh.stress, &x.safety, glow, &p.motility, &w.motility),
        transit: transit::flow(&x.transit, &now.motility, &p.transit),
        permeability: permeability::flow(
            &x.permeability,
            now.departure.rise,
            x.crh.stress,
            input,
            &p.permeability,
            &w.permeability,
        ),
        sensitivity: sensitivity::flow(&x.sensitivity, &viscera, &p.sensitivity, &w.sensitivity),
        provoked: provoked::flow(&x.provoked, leaving.share, input, &p.provoked),
        opioid: opioid::flow(&x.opioid, &soothed, input, &p.opioid, &w.opioid),
        descending: descending::flow(&x.descending, &inhibited, &p.descending, &w.descending),
        sensitisation: sensitisation::flow(&x.sensitisation, &sensitised, &p.sensitisation, &w.sensitisation),
        operation: operation::flow(
            &x.operation,
            now.nociception.pain,
            x.strain.load,
            input,
            &p.operation,
            &w.operation,
        ),
        morphine: morphine::flow(&x.morphine, input.morphine + now.pump.rate, &p.morphine),
        pump: pump::flow(&now.pump),
        effort: effort::flow(&x.effort, &spent, input, &p.effort, &w.effort),
        fatigue: fatigue::flow(&x.fatigue, &x.effort, inflamed, &p.fatigue, &w.fatigue),
        hangover: hangover::flow(&x.hangover, &x.effort, input, &p.hangover, &w.hangover),
        rumination: rumination::flow(&x.rumination, &over, input, &p.rumination, &w.rumination),
        rebound: rebound::flow(&x.rebound, &past, input, &p.rebound, &w.rebound),
        contact: contact::flow(&x.contact, input, &p.contact, &w.contact),
        capacity: capacity::flow(&x.capacity, error, input, &p.capacity, &w.capacity),
        depression: depression::flow(&x.depression, &weighed, &p.depression, &w.depression),
        affect: affect::flow(&x.affect, &mood, &p.affect, &w.affect),
        strain: strain::flow(&x.strain, &strained, &p.strain, &w.strain),
        inflammation: inflammation::flow(&x.inflammation, &inflaming, input, &p.inflammation, &w.inflammation),
        tumour_necrosis: tumour_necrosis::flow(
            &x.tumour_necrosis,
            &x.inflammation,
            &p.tumour_necrosis,
            &w.tumour_necrosis,
        ),
        interleukins: interleukins::flow(
            &x.interleukins,
            &x.inflammation,
            inflamed,
            x.departure.log,
            input,
            &p.interleukins,
            &w.interleukins,
        ),
        liver: liver::flow(&x.liver, six, &p.liver, &w.liver),
        traffic: traffic::flow(&x.traffic, &moved, &p.traffic, &w.traffic),
        function: function::flow(&x.function, &able, &p.function, &w.function),
        exposure: exposure::flow(&x.exposure, input, &p.exposure),
        virus: virus::flow(&x.virus, uptake, x.antibody.infection, &blood, &p.virus, &w.virus),
        antibody: antibody::flow(&x.antibody, sensed, &vaccinated, input, &p.antibody, &w.antibody),
        wound: wound::flow(&x.wound, now.wound.repair, input, &p.wound),
    };
    let tallies = Tallies {
        glands: glands::tally(&x.crh, &x.acth, &usual.glands),
        receptors: receptors::tally(&x.strain),
        priming: priming::tally(&x.threat, lonely, &p.priming, &w.priming),
        vessels: vessels::tally(felt_drive),
        lesions: lesions::tally(glow),
    };
    (fast, tallies)
}

/// The slow states after `minutes` of a day that began with `midnight`.
#[inline(always)]
pub fn slow_after<R: Real>(midnight: &Slow<R>, tallies: &Tallies<R>, minutes: R, person: &Constitution<R>) -> Slow<R> {
    let Constitution { parameters: p, arrows: w, .. } = person;
    let strain = receptors::mean_load(&tallies.receptors, minutes);
    let glow = lesions::mean(&tallies.lesions, minutes);
    let built = vessels::Read { drive: vessels::mean(&tallies.vessels, minutes), strain };
    Slow {
        glands: glands::after(&midnight.glands, &tallies.glands, minutes, &p.glands, &w.glands),
        habituation: habituation::after(&midnight.habituation, minutes, &p.habituation),
        receptors: receptors::after(&midnight.receptors, &tallies.receptors, minutes, &p.receptors, &w.receptors),
        priming: priming::after(&midnight.priming, &tallies.priming, minutes, &p.priming),
        vessels: vessels::after(&midnight.vessels, &built, minutes, &p.vessels, &w.vessels),
        psoriasis: psoriasis::after(
            &midnight.psoriasis,
            &psoriasis::Read { strain, glow },
            minutes,
            &p.psoriasis,
            &w.psoriasis,
        ),
        acne: acne::after(&midnight.acne, &acne::Read { strain, glow }, minutes, &p.acne, &w.acne),
    }
}

/// The slow states as derivatives per minute, for a solver that does not split them off.
pub fn slow_slope<R: Real>(
    x: &Fast<R>,
    slow: &Slow<R>,
    input: &Inputs<R>,
    other: &Expression<R>,
    person: &Constitution<R>,
) -> Slow<R> {
    let Constitution { parameters: p, arrows: w, usual } = person;
    let input = &met(input, other);
    let it = common(x, input, person);
    let pain = readings_of(&it, x, slow, input, other, person).nociception.pain * 0.1;
    let (strain, glow) = (x.strain.load, it.glow);
    let drive = sympathetic::felt(&nerves(&it, x, pain, other), input, &p.sympathetic, &w.sympathetic);
    let built = vessels::Read { drive, strain };
    let lonely = loneliness::above_usual(&x.loneliness, &p.loneliness);
    Slow {
        glands: glands::slope(&slow.glands, &x.crh, &x.acth, &usual.glands, &p.glands, &w.glands),
        habituation: habituation::slope(&slow.habituation, &p.habituation),
        receptors: receptors::slope(&slow.receptors, &x.strain, &p.receptors, &w.receptors),
        priming: priming::slope(&slow.priming, &x.threat, lonely, &p.priming, &w.priming),
        vessels: vessels::slope(&slow.vessels, &built, &p.vessels, &w.vessels),
        psoriasis: psoriasis::slope(&slow.psoriasis, &psoriasis::Read { strain, glow }, &p.psoriasis, &w.psoriasis),
        acne: acne::slope(&slow.acne, &acne::Read { strain, glow }, &p.acne, &w.acne),
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
        hurt: hurt::State { felt: 0.0, trace: 0.0 },
        threat: threat::State { felt: 0.0, trace: 0.0, exposure: 0.0 },
        trust: trust::State {
            partner: p.trust.partner,
            friend: p.trust.friend,
            stranger: p.trust.stranger,
            practitioner: p.trust.practitioner,
        },
        hunger: hunger::State { felt: 0.5 },
        reward: reward::State { dopamine: 100.0, wanting: 0.0 },
        approach: approach::State { memory: 0.0 },
        closeness: closeness::State { felt: 0.0, afterglow: 0.0 },
        loneliness: loneliness::State { day: 0.0, lasting: p.loneliness.few },
        // Midnight of a person of typical period, entrained to the usual routine.
        pacemaker: pacemaker::State { x: -0.638, y: -0.816, photoreceptors: 0.145 },
        pulses: pulses::State { pulse: 1.0 },
        crh: crh::State { crh: 1.0, stress: 0.0, brain: 1.0 },
        acth: acth::State { relative: 1.0 },
        adrenal: adrenal::State { gain: 0.0 },
        cortisol: cortisol::State { plasma: binding::total(free, &p.binding) },
        saliva: saliva::State { cortisol: p.saliva.share * free },
        departure: departure::State { log: 0.0, waking: 0.0, expected: 0.0 },
        oxytocin: oxytocin::start(&p.oxytocin),
        catecholamines: catecholamines::State {
            noradrenaline: p.catecholamines.noradrenaline,
            adrenaline: p.catecholamines.adrenaline,
        },
        // A day and a night of rest lie two percent below the seated level.
        reflex: reflex::State { set_point: 0.98 * pressure::rest(&p.pressure) },
        rhythm: rhythm::State { wander: 0.0 },
        conductance: conductance::State { level: p.conductance.rest },
        perfusion: perfusion::State { hand: p.perfusion.hand },
        barrier: barrier::State { lesion: 0.0 },
        eczema: eczema::start(&p.eczema),
        homeostat: homeostat::State { pressure: 14.0 },
        arousal: arousal::State { level: 0.0 },
        slow_waves: slow_waves::State { pressure: 230.0, activity: 0.0 },
        stages: stages::State { bout: 1.0, cycle: 1.0 },
        night: night::begin(),
        restedness: restedness::State { refreshment: 0.0, hours: 0.0, waves: 0.0 },
        vigilance: vigilance::State { debt: 0.0, inertia_felt: 0.0, inertia: 0.0 },
        memory: memory::State { retention: 90.0 },
        emptying: emptying::State { solid: 0.0, ground: 0.0 },
        gastric_rhythm: gastric_rhythm::State { regular: gastric_rhythm::rest(&p.gastric_rhythm) },
        motility: motility::State { slow: p.motility.rest, wander: 0.0 },
        transit: transit::State { load: transit::rest(&p.motility) },
        permeability: permeability::State { ratio: p.permeability.rest, met: 0.0, indomethacin: 0.0 },
        sensitivity: sensitivity::State { visceral: 1.0 },
        provoked: provoked::State { stomach: 0.0, bowel: 0.0, gas: 0.0 },
        opioid: opioid::State { log: 0.0, enkephalin: 0.0, endorphin: 1.0 },
        descending: descending::State { log: 0.0 },
        sensitisation: sensitisation::State { level: 0.0 },
        operation: operation::State { wound: 0.0, mobility: 1.0 },
        morphine: morphine::State { plasma: 0.0, tissue: 0.0, effect: 0.0 },
        pump: pump::State { given: 0.0 },
        effort: effort::State { spent: 0.0 },
        fatigue: fatigue::State { felt: 0.0 },
        hangover: hangover::State { dip: 0.0, care: 0.0 },
        rumination: rumination::State { felt: 0.0, written: 0.0 },
        rebound: rebound::State { over: 0.0, level: 0.0 },
        contact: contact::State { day: 0.0 },
        capacity: capacity::State { closeness: 0.0 },
        depression: depression::State { load: 0.0 },
        affect: affect::State { positive: 0.0, negative: 0.0, positive_base: 0.0, negative_base: 0.0 },
        strain: strain::State { day: 0.0, load: 0.0 },
        inflammation: inflammation::State { drive: 1.0, made: 1.0, folded: 1.0, released: 1.0, endotoxin: 0.0 },
        tumour_necrosis: tumour_necrosis::State { relative: 1.0 },
        interleukins: interleukins::State { made: 1.0, given: 0.0, wander: 0.0, ten: 1.0 },
        liver: liver::State { making: 1.0, protein: 1.0 },
        traffic: traffic::State {
            killers: p.traffic.killers,
            lymphocytes: p.traffic.lymphocytes,
            neutrophils: p.traffic.neutrophils,
        },
        function: function::State { weeks: 0.0 },
        exposure: exposure::State { load: 0.0 },
        virus: virus::State { susceptible: 1.0, eclipse: 0.0, productive: 0.0, innate: 0.0 },
        antibody: antibody::start(),
        wound: wound::State { punch: 0.0, blister: 0.0, cytokines: 0.0 },
    };
    let slow = Slow {
        glands: glands::Slow { corticotrophs: 1.0, cortex: 1.0 },
        habituation: habituation::Slow { response: 1.0 },
        receptors: receptors::Slow { sensitivity: 1.0 },
        priming: priming::Slow { level: 1.0 },
        vessels: vessels::Slow { resistance: 1.0 },
        psoriasis: psoriasis::Slow { score: p.psoriasis.usual },
        acne: acne::Slow { lesions: p.acne.usual },
    };
    (fast, slow)
}

/// The strengths of all arrows under a reading.
pub fn arrows(reading: Reading) -> Arrows<f64> {
    let mut rows = Arrows::rows().map(|row| row.declared.strength(reading).value);
    Table::read(&mut rows).expect("a table reads as many numbers as it has rows")
}
