//! The body as the engine's system.

use consoma_engine::{Eventful, Flow, Shape, State, System};
use consoma_model::Change;
use consoma_model::appraisal::expression::Expression;
use consoma_model::appraisal::uncertainty;
use consoma_model::body::hormones::habituation;
use consoma_model::declare::Table;
use consoma_model::inputs::Inputs;
use consoma_model::schedule;
use consoma_model::tables::{Fast, Slow, Tallies};
use consoma_model::whole::{self, Constitution};
use consoma_number::Real;

/// Every slice that the engine hands over has the length that [`System::shape`] names.
const LENGTHS: &str = "the engine keeps to the shape of the system";

/// A person's body.
#[derive(Clone, Copy, Debug)]
pub struct Body<R> {
    /// Parameters and strengths of the arrows.
    pub person: Constitution<R>,
}

/// Something that happens to a body at a located time.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    /// The schedule changes something.
    Schedule(schedule::Change),
    /// The pulse clock fires; the pulsatile drive jumps by this.
    Pulse(f64),
}

/// The numbers of states of a body.
pub(crate) const SHAPE: Shape =
    Shape { fast: Fast::<()>::COUNT, tallies: Tallies::<()>::COUNT, slow: Slow::<()>::COUNT };

pub(crate) fn read<R: Copy, T: Table<R>>(values: &[R]) -> T {
    T::read(&mut values.iter().copied()).expect(LENGTHS)
}

pub(crate) fn write<R: Copy, T: Table<R>>(table: &T, values: &mut [R]) {
    let mut places = values.iter_mut();
    table.write(&mut |value| *places.next().expect(LENGTHS) = value);
}

impl<R: Real> System<R> for Body<R> {
    type Held = Inputs<R>;

    fn shape(&self) -> Shape {
        SHAPE
    }

    #[inline]
    fn flow(&self, held: &Inputs<R>, slow: &[R], fast: &[R], out: &mut Flow<R>) {
        let (fast, tallies) = whole::flow(&read(fast), &read(slow), held, &Expression::absent(), &self.person);
        let mut places = out.slope.iter_mut().zip(&mut out.rate);
        fast.write(&mut |change: Change<R>| {
            let (slope, rate) = places.next().expect(LENGTHS);
            (*slope, *rate) = (change.slope, change.rate);
        });
        let mut places = out.tally.iter_mut();
        tallies.write(&mut |change: Change<R>| *places.next().expect(LENGTHS) = change.slope);
    }

    fn slow_at(&self, _held: &Inputs<R>, at_midnight: &[R], tallies: &[R], minutes: f64, now: &mut [R]) {
        let slow = whole::slow_after(&read(at_midnight), &read(tallies), R::constant(minutes), &self.person);
        write(&slow, now);
    }
}

impl Eventful for Body<f64> {
    type Happening = Happening;

    fn happen(&self, time: f64, what: &Happening, held: &mut Inputs<f64>, state: &mut State) {
        let Constitution { parameters: p, arrows: w, .. } = &self.person;
        let mut fast: Fast<f64> = read(&state.fast);
        match what {
            Happening::Schedule(schedule::Change::Inputs(inputs)) => {
                if inputs.disclosure > held.disclosure {
                    uncertainty::disclose(&mut fast.uncertainty, inputs.disclosure, &w.uncertainty);
                }
                *held = *inputs;
            }
            Happening::Schedule(schedule::Change::Begins(_) | schedule::Change::Ends(_)) => return,
            Happening::Schedule(schedule::Change::Company) => {
                let minutes = time.rem_euclid(schedule::DAY);
                let midnight: Slow<f64> = read(&state.midnight);
                let now = habituation::after(&midnight.habituation, minutes, &p.habituation).response;
                let met = habituation::met(now, fast.threat.exposure, &p.habituation, &w.habituation);
                let response = habituation::midnight(met, minutes, &p.habituation);
                write(&Slow { habituation: habituation::Slow { response }, ..midnight }, &mut state.midnight);
                fast.threat.exposure = 0.0;
            }
            Happening::Pulse(size) => fast.pulses.pulse += size,
        }
        write(&fast, &mut state.fast);
    }
}
