//! The equations are written once: plain numbers, lanes, dual numbers and the symbolic trace agree on every process.

use consoma_model::Change;
use consoma_model::declare::{Reading, Table};
use consoma_model::inputs::Inputs;
use consoma_model::person::{Contraception, MenstrualPhase, Person, Sex};
use consoma_model::tables::{Arrows, Fast, Parameters, Slow, Tallies};
use consoma_model::whole::{self, Constitution};
use consoma_number::{Dual, Lanes, Real, trace};

const STATES: usize = Fast::<()>::COUNT + Slow::<()>::COUNT;
const SLOPES: usize = Fast::<()>::COUNT + Tallies::<()>::COUNT;

fn numbers<T: Table<f64>>(table: &T) -> Vec<f64> {
    let mut values = Vec::new();
    table.write(&mut |value| values.push(value));
    values
}

fn lifted<R: Real, A: Table<f64>, B: Table<R>>(table: &A) -> B {
    B::read(&mut numbers(table).into_iter().map(R::constant)).expect("the same table")
}

/// All slopes at a state (fast, then slow), under parameters given in order.
fn slopes<R: Real>(state: &[R], inputs: &Inputs<f64>, parameters: &[R], arrows: &Arrows<f64>) -> Vec<R> {
    let mut states = state.iter().copied();
    let fast = Fast::read(&mut states).expect("all fast states");
    let slow = Slow::read(&mut states).expect("all slow states");
    let parameters = Parameters::read(&mut parameters.iter().copied()).expect("all parameters");
    let person = Constitution { parameters, arrows: lifted(arrows) };
    let (fast, tallies) = whole::flow(&fast, &slow, &lifted(inputs), &person);
    let mut slopes = Vec::with_capacity(SLOPES);
    fast.write(&mut |change: Change<R>| slopes.push(change.slope));
    tallies.write(&mut |change: Change<R>| slopes.push(change.slope));
    slopes
}

/// A deterministic number in [0, 1): tests need variety, not quality.
fn scatter(k: usize) -> f64 {
    (k as f64 * 0.618_033_988_749_894_9 + 0.123).fract()
}

/// Four situations: states scattered around rest, people of all kinds, and inputs on either side of every switch.
fn situations() -> Vec<(Vec<f64>, Inputs<f64>, Parameters<f64>)> {
    let people = [
        Person::default(),
        Person { sex: Sex::Female, menstrual_phase: MenstrualPhase::Luteal, anxiety: 1.2, ..Person::default() },
        Person { sex: Sex::Female, contraception: Contraception::CombinedPill, age: 61.0, ..Person::default() },
        Person { avoidance: 1.5, anxiety: -0.7, age: 45.0, ..Person::default() },
    ];
    let typical: Parameters<f64> =
        Table::read(&mut Parameters::rows().map(|row| row.declared.typical)).expect("all parameters");
    people
        .iter()
        .enumerate()
        .map(|(k, person)| {
            let p = whole::individual(typical, &person.traits());
            let (fast, slow) = whole::start(&p);
            let mut state = [numbers(&fast), numbers(&slow)].concat();
            for (place, value) in state.iter_mut().enumerate() {
                *value += (0.3 * value.abs() + 0.2) * scatter(40 * k + place);
            }
            let odd = k % 2 == 1;
            let mut inputs = Inputs::rest();
            inputs.light = if odd { 700.0 } else { 0.0 };
            inputs.awakening = f64::from(u8::from(k == 0));
            (inputs.talk, inputs.disclosure, inputs.touch) = (1.0, 0.7, 0.2);
            inputs.responsiveness = if odd { 0.6 } else { -0.6 };
            inputs.evaluation = if k < 2 { 1.0 } else { 0.0 };
            (inputs.conflict, inputs.rejection, inputs.novelty) = (0.3, 0.2, 0.4);
            (state, inputs, p)
        })
        .collect()
}

fn close(what: &str, a: f64, b: f64, tolerance: f64) {
    assert!((a - b).abs() <= tolerance * (1.0 + a.abs().max(b.abs())), "{what}: {a} and {b}");
}

fn names() -> Vec<&'static str> {
    Fast::rows().chain(Slow::rows()).map(|row| row.id).collect()
}

#[test]
fn plain_dual_and_trace_give_the_same_derivatives_by_every_state() {
    let arrows = whole::arrows(Reading::Told);
    let ids: Vec<&str> = Fast::rows().chain(Tallies::rows()).map(|row| row.id).collect();
    let mut not_zero = 0;
    for (state, inputs, p) in situations() {
        let parameters = numbers(&p);
        let graph = trace::record(&names(), |variables| {
            let constants: Vec<_> = parameters.iter().map(|&value| Real::constant(value)).collect();
            slopes(variables, &inputs, &constants, &arrows)
        });
        assert_eq!(graph.evaluate(&state), slopes(&state, &inputs, &parameters, &arrows), "the trace gives plain bits");

        let jacobian = graph.jacobian();
        let entries = jacobian.graph.evaluate(&state);
        let symbolic = |output: usize, variable: usize| {
            let entry = jacobian.entries.iter().position(|&entry| entry == (output, variable));
            entry.map_or(0.0, |entry| entries[entry])
        };
        let duals: Vec<Dual<STATES>> = state.iter().enumerate().map(|(k, &value)| Dual::variable(value, k)).collect();
        let constants: Vec<Dual<STATES>> = parameters.iter().map(|&value| Real::constant(value)).collect();
        let exact = slopes(&duals, &inputs, &constants, &arrows);

        for variable in 0..STATES {
            let h = 1e-5 * (1.0 + state[variable].abs());
            let moved = |by: f64| {
                let mut state = state.clone();
                state[variable] += by;
                slopes(&state, &inputs, &parameters, &arrows)
            };
            let (above, below) = (moved(h), moved(-h));
            for output in 0..SLOPES {
                let what = format!("d {} / d {}", ids[output], names()[variable]);
                let dual = exact[output].slope[variable];
                close(&what, dual, symbolic(output, variable), 1e-12);
                close(&what, dual, (above[output] - below[output]) / (2.0 * h), 1e-6);
                not_zero += usize::from(dual != 0.0);
            }
        }
    }
    assert!(not_zero > 150, "only {not_zero} derivatives are not zero: the situations see too little");
}

#[test]
fn dual_numbers_differentiate_by_every_parameter() {
    let arrows = whole::arrows(Reading::Measured);
    for (state, inputs, p) in situations() {
        let parameters = numbers(&p);
        for (place, row) in Parameters::rows().enumerate() {
            let lift =
                |k: usize, value: f64| if k == place { Dual::<1>::variable(value, 0) } else { Real::constant(value) };
            let duals: Vec<_> = parameters.iter().enumerate().map(|(k, &value)| lift(k, value)).collect();
            let still: Vec<Dual<1>> = state.iter().map(|&value| Real::constant(value)).collect();
            let exact = slopes(&still, &inputs, &duals, &arrows);
            let h = 1e-6 * parameters[place].abs().max(1e-3);
            let moved = |by: f64| {
                let mut parameters = parameters.clone();
                parameters[place] += by;
                slopes(&state, &inputs, &parameters, &arrows)
            };
            let (above, below) = (moved(h), moved(-h));
            for output in 0..SLOPES {
                let plain = (above[output] - below[output]) / (2.0 * h);
                close(row.id, exact[output].slope[0], plain, 1e-5);
            }
        }
    }
}

#[test]
fn lanes_give_the_bits_of_plain_numbers() {
    let arrows = whole::arrows(Reading::Measured);
    let situations = situations();
    let lane = |values: Vec<Vec<f64>>| -> Vec<Lanes<4>> {
        (0..values[0].len()).map(|k| Lanes(std::array::from_fn(|person| values[person][k]))).collect()
    };
    // Lanes share the inputs here, so that the people differ in states and parameters alone.
    let inputs = situations[1].1;
    let states = lane(situations.iter().map(|it| it.0.clone()).collect());
    let parameters = lane(situations.iter().map(|it| numbers(&it.2)).collect());
    let together = slopes(&states, &inputs, &parameters, &arrows);
    for (person, (state, _, p)) in situations.iter().enumerate() {
        let alone = slopes(state, &inputs, &numbers(p), &arrows);
        for (slope, lanes) in alone.iter().zip(&together) {
            assert_eq!(slope.to_bits(), lanes.0[person].to_bits());
        }
    }
}
