//! A step of several people side by side gives each the bits of a step alone.

use consoma_engine::{Departure, Flow, Method, Shape, State, Stepper, System};
use consoma_number::{Lanes, Real};

/// A predator and its prey, with a tally of the prey and a slow state that follows it.
struct Chase;

impl<R: Real> System<R> for Chase {
    type Held = f64;
    fn shape(&self) -> Shape {
        Shape { fast: 2, tallies: 1, slow: 1 }
    }
    fn flow(&self, growth: &f64, slow: &[R], fast: &[R], out: &mut Flow<R>) {
        let [prey, predator] = [fast[0], fast[1]];
        out.slope[0] = prey * *growth * (-prey / 10.0 + 1.0) - prey * predator * slow[0];
        out.rate[0] = predator * slow[0];
        out.slope[1] = prey * predator * 0.01 - predator * 0.02;
        out.rate[1] = R::constant(0.02);
        out.tally[0] = prey;
    }
    fn slow_at(&self, _growth: &f64, at_midnight: &[R], tallies: &[R], _minutes: R, now: &mut [R]) {
        now[0] = at_midnight[0] + (tallies[0] * 1e-4).tanh() * 0.01;
    }
}

/// The state after three days of steps of 20 minutes.
fn days<R: Real>(method: Method, mut state: State<R>) -> State<R> {
    let mut stepper = Stepper::new(method, System::<R>::shape(&Chase));
    let mut after = state.clone();
    let mut scratch = [R::constant(0.0)];
    for _day in 0..3 {
        for step in 0..72 {
            let minutes = R::constant(f64::from(step) * 20.0);
            let length = R::constant(20.0);
            stepper.step(&Departure { system: &Chase, held: &0.01, state: &state, minutes }, length, &mut after);
            core::mem::swap(&mut state, &mut after);
        }
        state.turn_day(&Chase, &0.01, &mut scratch).expect("the scratch is long enough");
    }
    state
}

#[test]
fn lanes_give_the_bits_of_plain_numbers() {
    let people: [[f64; 3]; 4] = [[1.0, 0.5, 0.02], [2.0, 1.5, 0.03], [0.1, 3.0, 0.01], [5.0, 0.0, 0.02]];
    for method in Method::ALL {
        let shape = System::<Lanes<4>>::shape(&Chase);
        let lane = |i: usize| Lanes(people.map(|person| person[i]));
        let together = State::new(shape, &[lane(0), lane(1)], &[lane(2)]).expect("the shape fits");
        let together = days(method, together);
        for (i, person) in people.iter().enumerate() {
            let alone = days(method, State::new(shape, &person[..2], &person[2..]).expect("the shape fits"));
            let of = |lanes: &[Lanes<4>]| lanes.iter().map(|lanes| lanes.0[i]).collect::<Vec<f64>>();
            assert!(alone.fast.iter().all(|x| x.is_finite()) && alone.midnight[0] > person[2]);
            assert_eq!(of(&together.fast), alone.fast, "{method:?}, person {i}");
            assert_eq!(of(&together.midnight), alone.midnight, "{method:?}, person {i}");
        }
    }
}
