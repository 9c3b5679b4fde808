//! The equations are written once: plain numbers, lanes, dual numbers and the symbolic trace agree on every process.

use consoma_model::Change;
use consoma_model::appraisal::expression::Expression;
use consoma_model::declare::{Parameter, Reading, Table};
use consoma_model::inputs::Inputs;
use consoma_model::person::{Contraception, MenstrualPhase, Person, Sex, Traits};
use consoma_model::tables::{Arrows, Fast, Parameters, Slow, Tallies};
use consoma_model::whole::{self, Constitution};
use consoma_number::{Dual, Lanes, Real, trace};

const FAST: usize = Fast::<()>::COUNT;
const SLOW: usize = Slow::<()>::COUNT;
const TALLIES: usize = Tallies::<()>::COUNT;
/// What the equations are differentiated by: every state and integral.
const VARIABLES: usize = FAST + SLOW + TALLIES;

fn numbers<T: Table<f64>>(table: &T) -> Vec<f64> {
    let mut values = Vec::new();
    table.write(&mut |value| values.push(value));
    values
}

fn lifted<R: Real, A: Table<f64>, B: Table<R>>(table: &A) -> B {
    B::read(&mut numbers(table).into_iter().map(R::constant)).expect("the same table")
}

/// A person at an instant.
struct Situation {
    who: Person,
    /// Fast states, slow states, integrals of the day.
    states: Vec<f64>,
    inputs: Inputs<f64>,
}

/// What the equations read.
struct Instant<R> {
    fast: Fast<R>,
    slow: Slow<R>,
    tallies: Tallies<R>,
    inputs: Inputs<R>,
    person: Constitution<R>,
}

// Each is compiled by itself: all in one function take minutes.
impl<R: Real> Instant<R> {
    #[inline(never)]
    fn flow(&self, other: &Expression<R>, all: &mut Vec<R>) {
        let (rates, sums) = whole::flow(&self.fast, &self.slow, &self.inputs, other, &self.person);
        rates.write(&mut |change: Change<R>| all.push(change.slope));
        sums.write(&mut |change: Change<R>| all.push(change.slope));
    }

    #[inline(never)]
    fn slow_slope(&self, other: &Expression<R>, all: &mut Vec<R>) {
        let slopes = whole::slow_slope(&self.fast, &self.slow, &self.inputs, other, &self.person);
        slopes.write(&mut |slope| all.push(slope));
    }

    #[inline(never)]
    fn slow_after(&self, all: &mut Vec<R>) {
        let after = whole::slow_after(&self.slow, &self.tallies, R::constant(600.0), &self.person);
        after.write(&mut |value| all.push(value));
    }

    #[inline(never)]
    fn readings(&self, other: &Expression<R>, all: &mut Vec<R>) {
        let readings = whole::readings(&self.fast, &self.slow, &self.inputs, other, &self.person);
        readings.write(&mut |value| all.push(value));
    }
}

/// Everything that the model computes at an instant: slopes of the fast states, of the integrals and of the slow states, the slow
/// states later in the day, and the algebraic quantities. `parameters` are those of a person without traits.
fn everything<R: Real>(it: &Situation, states: &[R], parameters: &[R], arrows: &Arrows<f64>) -> Vec<R> {
    let mut values = states.iter().copied();
    let fast = Fast::read(&mut values).expect("all fast states");
    let slow = Slow::read(&mut values).expect("all slow states");
    let tallies = Tallies::read(&mut values).expect("all integrals");
    let common = Parameters::read(&mut parameters.iter().copied()).expect("all parameters");
    let traits = Traits { social_anxiety: R::constant(0.7), cigarettes: R::constant(10.0), ..it.who.traits() };
    let traits = Traits { caffeine: R::constant(200.0), chronotype: R::constant(1.0), ..traits };
    let traits = Traits { body_mass_index: R::constant(29.0), hypertension: R::constant(1.0), ..traits };
    let traits = Traits { ties: R::constant(3.0), ..traits };
    let traits = Traits { rumination: R::constant(0.6), knowledge: R::constant(0.4), ..traits };
    let traits = Traits { diarrhoea: R::constant(0.3), constipation: R::constant(0.3), ..traits };
    let traits = Traits { mixed_bowel: R::constant(0.3), eczema: R::constant(0.5), ..traits };
    let traits = Traits { psoriasis: R::constant(0.7), acne: R::constant(0.6), ..traits };
    let person = Constitution::unsettled(whole::individual(common, &traits), lifted(arrows));
    let inputs = lifted(&it.inputs);

    let other = Expression { warmth: R::constant(0.4), agitation: R::constant(0.3) };
    let now = Instant { fast, slow, tallies, inputs, person };
    let mut all = Vec::new();
    now.flow(&other, &mut all);
    now.slow_slope(&other, &mut all);
    now.slow_after(&mut all);
    now.readings(&other, &mut all);
    let shown = whole::expression(&now.fast, &now.person);
    all.extend([shown.warmth, shown.agitation]);
    all
}

/// A deterministic number in [0.1, 1): tests need variety, not quality. Near 0 a quotient is too steep to be differentiated by steps.
fn scatter(k: usize) -> f64 {
    0.1 + 0.9 * (k as f64 * 0.618_033_988_749_894_9 + 0.123).fract()
}

/// Typical parameters; where the typical value is nothing, something, so that what it multiplies is seen.
fn typical() -> Vec<f64> {
    let something = |row: &Parameter| if row.typical == 0.0 { 0.2 * row.max } else { row.typical };
    Parameters::rows().map(|row| something(&row.declared)).collect()
}

/// Four situations: states scattered around rest, people of all kinds, and inputs on either side of every switch.
fn situations() -> Vec<Situation> {
    let luteal =
        Person { sex: Sex::Female, menstrual_phase: MenstrualPhase::Luteal, anxiety: 1.2, ..Person::default() };
    let people = [
        Person { anxiety: 0.4, avoidance: 0.6, ..Person::default() },
        Person { age: 53.0, avoidance: 0.3, ..luteal },
        Person { sex: Sex::Female, contraception: Contraception::CombinedPill, age: 49.0, ..Person::default() },
        Person { avoidance: 1.5, anxiety: -0.7, age: 61.0, ..Person::default() },
    ];
    let common = Parameters::read(&mut typical().into_iter()).expect("all parameters");
    let one = |(k, who): (usize, Person)| {
        let (mut fast, slow) = whole::start(&whole::individual(common, &who.traits()));
        if k < 3 {
            // Morning: the awakening response is open.
            (fast.pacemaker.x, fast.pacemaker.y) = (0.9, -0.2);
        }
        // The first is sick.
        fast.interleukins.given = if k == 0 { 8.0 } else { 0.0 };
        let mut states = [numbers(&fast), numbers(&slow), vec![500.0; TALLIES]].concat();
        for (place, value) in states.iter_mut().enumerate() {
            // Never by nothing: some states divide.
            *value += (0.3 * value.abs() + 0.2) * (0.1 + 0.9 * scatter(40 * k + place));
        }
        if k == 2 {
            // Otherwise nobody has lost sensitivity to cortisol.
            let place = names().iter().position(|id| *id == "receptors.sensitivity").expect("a slow state");
            states[place] = 0.7;
        }
        let odd = k % 2 == 1;
        let mut inputs = Inputs::rest();
        inputs.light = if odd { 700.0 } else { 0.0 };
        inputs.asleep = if k == 3 { 1.0 } else { 0.0 };
        inputs.awakening = if k < 3 { 1.0 } else { 0.0 };
        inputs.drive = if k == 2 { 1.5 } else { 1.0 };
        inputs.disposition = 0.5 + 0.5 * k as f64;
        // The second gets more than was expected.
        (inputs.talk, inputs.disclosure, inputs.touch) = (1.0, 0.7, if k == 1 { 1.0 } else { 0.2 });
        inputs.own_answer = 0.5;
        inputs.responsiveness = if odd { 0.6 } else { -0.6 };
        let there = if k == 1 { 0.1 } else { 0.4 };
        (inputs.partner, inputs.friend, inputs.stranger, inputs.practitioner) = (there, 0.3 * there, 0.2, 0.1);
        inputs.together = 1.0;
        (inputs.presence, inputs.exclusion, inputs.solitude) = (0.7, 0.2, 0.3);
        (inputs.posture, inputs.exercise, inputs.breathing, inputs.meal) = (0.5, 1.5, 11.0, 20.0);
        (inputs.oxytocin, inputs.noradrenaline, inputs.adrenaline) = (0.1, 2.0, 1.0);
        (inputs.secretion, inputs.variability) = (1.2, 0.9);
        inputs.evaluation = if k < 2 { 1.0 } else { 0.0 };
        (inputs.conflict, inputs.rejection) = if k == 1 { (0.0, 0.0) } else { (0.3, 0.2) };
        inputs.novelty = 0.4;
        let asleep = inputs.asleep;
        (inputs.bed, inputs.nrem, inputs.deep, inputs.rem) = (0.8, 0.5 * asleep, 0.2 * asleep, 0.3 * asleep);
        (inputs.resumed, inputs.dreaming, inputs.staged) = (0.6, 0.4, 1.0);
        (inputs.distance, inputs.recall, inputs.anticipation) = (0.3, 0.2, 0.4);
        (inputs.writing, inputs.care, inputs.provoking) = (0.2, 0.5, 0.6);
        (inputs.crh, inputs.hydrocortisone, inputs.indomethacin) = (0.5, 0.1, 0.2);
        (inputs.interleukin_6, inputs.endotoxin) = (0.02, 0.1);
        (inputs.inoculum, inputs.vaccination, inputs.punch, inputs.blister) = (20.0, 0.1, 0.2, 0.3);
        inputs.stripping = 0.1;
        (inputs.noxious, inputs.operation, inputs.anaesthesia) = (4.0, 0.01, 0.1);
        (inputs.pump, inputs.morphine, inputs.nasal_oxytocin) = (0.8, 0.05, 0.4);
        Situation { who, states, inputs }
    };
    people.into_iter().enumerate().map(one).collect()
}

fn close(what: &str, a: f64, b: f64, tolerance: f64) {
    assert!((a - b).abs() <= tolerance * (1.0 + a.abs().max(b.abs())), "{what}: {a} and {b}");
}

fn names() -> Vec<&'static str> {
    Fast::rows().chain(Slow::rows()).chain(Tallies::rows()).map(|row| row.id).collect()
}

#[test]
fn plain_dual_and_trace_give_the_same_derivatives_by_every_state() {
    let arrows = whole::arrows(Reading::Told);
    let parameters = typical();
    let mut seen = [false; VARIABLES];
    for it in situations() {
        let graph = trace::record(&names(), |variables| {
            let constants: Vec<_> = parameters.iter().map(|&value| Real::constant(value)).collect();
            everything(&it, variables, &constants, &arrows)
        });
        let plain = everything(&it, &it.states, &parameters, &arrows);
        assert_eq!(graph.evaluate(&it.states), plain, "the trace gives plain bits");

        let jacobian = graph.jacobian();
        let entries = jacobian.graph.evaluate(&it.states);
        let symbolic = |output: usize, variable: usize| {
            let entry = jacobian.entries.iter().position(|&entry| entry == (output, variable));
            entry.map_or(0.0, |entry| entries[entry])
        };
        // By one variable at a time: longer dual numbers take minutes to compile.
        let constants: Vec<Dual<1>> = parameters.iter().map(|&value| Real::constant(value)).collect();
        let exact = |variable: usize| {
            let lift = |k, value| if k == variable { Dual::variable(value, 0) } else { Real::constant(value) };
            let duals: Vec<Dual<1>> = it.states.iter().enumerate().map(|(k, &value)| lift(k, value)).collect();
            everything(&it, &duals, &constants, &arrows)
        };

        for variable in 0..VARIABLES {
            let h = 1e-5 * (1.0 + it.states[variable].abs());
            let moved = |by: f64| {
                let mut states = it.states.clone();
                states[variable] += by;
                everything(&it, &states, &parameters, &arrows)
            };
            let (above, below) = (moved(h), moved(-h));
            for (output, dual) in exact(variable).iter().enumerate() {
                let what = format!("output {output} by {}", names()[variable]);
                let dual = dual.slope[0];
                close(&what, dual, symbolic(output, variable), 1e-12);
                close(&what, dual, (above[output] - below[output]) / (2.0 * h), 1e-6);
                seen[variable] |= dual != 0.0;
            }
        }
    }
    // These are read by events, or are records of the night.
    let unseen: Vec<_> = names().into_iter().zip(seen).filter(|(_, seen)| !seen).map(|(id, _)| id).collect();
    let read = ["threat.exposure", "stages.bout", "stages.cycle"];
    let records = [
        "night.deep",
        "night.rem",
        "night.slow",
        "night.awakenings",
        "night.interruptions",
        "night.movements",
        "memory.retention",
        "pump.given",
    ];
    assert_eq!(unseen, [&read[..], &records[..]].concat(), "nothing depends on these");
}

#[test]
fn dual_numbers_differentiate_by_every_parameter() {
    // Every arrow is on.
    let mut strengths = Arrows::rows().map(|row| 0.5 * row.declared.allowed().1 / 5.0);
    let arrows = Arrows::read(&mut strengths).expect("all arrows");
    let parameters = typical();
    let mut seen = vec![false; parameters.len()];
    for it in situations() {
        for (place, row) in Parameters::rows().enumerate() {
            let lift = |k: usize, value| if k == place { Dual::<1>::variable(value, 0) } else { Real::constant(value) };
            let duals: Vec<_> = parameters.iter().enumerate().map(|(k, &value)| lift(k, value)).collect();
            let still: Vec<Dual<1>> = it.states.iter().map(|&value| Real::constant(value)).collect();
            let exact = everything(&it, &still, &duals, &arrows);
            let h = 1e-6 * parameters[place].abs().max(1e-3);
            let moved = |by: f64| {
                let mut parameters = parameters.clone();
                parameters[place] += by;
                everything(&it, &it.states, &parameters, &arrows)
            };
            let (above, below) = (moved(h), moved(-h));
            for (output, dual) in exact.iter().enumerate() {
                close(row.id, dual.slope[0], (above[output] - below[output]) / (2.0 * h), 1e-5);
                seen[place] |= dual.slope[0] != 0.0;
            }
        }
    }
    // These enter at events, not in the equations.
    let events = [
        "pulses.interval",
        "pulses.shape",
        "pulses.size_spread",
        "awakening.window",
        "awakening.night",
        "crh.day_spread",
        "habituation.floor",
        "habituation.dose",
        "oxytocin.day_spread",
        "oxytocin.interval",
        "oxytocin.shape",
        "oxytocin.size_spread",
        "rhythm.wander_spread",
        "rhythm.day_spread",
        "homeostat.bed",
        "homeostat.up",
        "arousal.wander",
        "stages.cycle_spread",
        "restedness.deep_gain",
        "restedness.continuity",
        "restedness.dreams",
        "restedness.mood",
        "restedness.loneliness",
        "memory.loss",
        "memory.scale",
        "motility.wander",
        "motility.mixed",
        "affect.spread",
        "affect.base_spread",
        "interleukins.spread",
    ];
    let unseen: Vec<_> = Parameters::rows().zip(seen).filter(|(_, seen)| !seen).map(|(row, _)| row.id).collect();
    assert_eq!(unseen, events, "no equation depends on these");
}

#[test]
fn lanes_give_the_bits_of_plain_numbers() {
    let arrows = whole::arrows(Reading::Measured);
    let parameters = typical();
    let it = &situations()[1];
    let people: [Vec<f64>; 4] =
        std::array::from_fn(|person| it.states.iter().map(|value| value * (1.0 + 0.1 * person as f64)).collect());
    let states: Vec<_> = (0..VARIABLES).map(|k| Lanes(std::array::from_fn(|person| people[person][k]))).collect();
    let constants: Vec<Lanes<4>> = parameters.iter().map(|&value| Real::constant(value)).collect();
    let together = everything(it, &states, &constants, &arrows);
    for (person, states) in people.iter().enumerate() {
        let alone = everything(it, states, &parameters, &arrows);
        for (value, lanes) in alone.iter().zip(&together) {
            assert_eq!(value.to_bits(), lanes.0[person].to_bits());
        }
    }
}
