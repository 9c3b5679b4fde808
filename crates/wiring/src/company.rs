//! One person, or two who may meet, as the engine's system.
//!
//! ```text
//! x1' = f(x1, shown(x2)),    x2' = f(x2, shown(x1))
//! ```
//!
//! What a person shows is read from their states alone, so both slopes come from the same old values and nobody goes first:
//! who is called the first changes no bit. Where nobody else is simulated, nothing is met.
//!
//! States, tallies and slow states stand person after person.

use crate::body::{Event, Held, LENGTHS, SHAPE, happen, possible, read, write};
use crate::sleep::{self, Draws, Sleep};
use consoma_engine::{Error, Eventful, Flow, Shape, State, System, View};
use consoma_model::Change;
use consoma_model::appraisal::expression::Expression;
use consoma_model::declare::Table;
use consoma_model::inputs::Inputs;
use consoma_model::whole::{self, Constitution};
use consoma_number::Real;

/// One person or two.
#[derive(Clone, Debug, PartialEq)]
pub struct Company<R> {
    pub(crate) people: Vec<Constitution<R>>,
    draws: Vec<Option<Draws>>,
}

/// Something that happens to one of a company. It touches their own numbers alone, so events of two people at one instant may
/// be applied in either order.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    /// Whose it is: their place in the company.
    pub whose: usize,
    /// What.
    pub what: Event,
}

/// Why a life could not be settled or run, and whose it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The place of the person in their company; 0 where the error is about nobody's state.
    pub whose: usize,
    /// The error. Where it names a state, by its place among the states of this person alone.
    pub error: Error,
}

impl<R: Real> Company<R> {
    /// The company of these people.
    ///
    /// # Errors
    ///
    /// [`Error::Shape`] for nobody, or for more than two.
    pub fn new(people: Vec<Constitution<R>>) -> Result<Self, Error> {
        match people.len() {
            1 | 2 => Ok(Self::of(people)),
            found => Err(Error::Shape { what: "people of a company", expected: found.clamp(1, 2), found }),
        }
    }

    /// The company of these people, who are one or two.
    pub(crate) fn of(people: Vec<Constitution<R>>) -> Self {
        Self { draws: vec![None; people.len()], people }
    }

    /// Draws stages of sleep for the person of this place, instead of their mean shares.
    pub(crate) fn set_draws(&mut self, person: usize, draws: Draws) {
        if let Some(own) = self.draws.get_mut(person) {
            *own = Some(draws);
        }
    }

    /// The same people, whose nights are drawn again: 0 is as they are.
    pub(crate) fn drawn_again(&self, repeat: u32) -> Self {
        let again = |draws: &Option<Draws>| draws.map(|draws| Draws { repeat, ..draws });
        Self { people: self.people.clone(), draws: self.draws.iter().map(again).collect() }
    }

    /// Who they are.
    pub fn people(&self) -> &[Constitution<R>] {
        &self.people
    }

    /// What a person meets of the other one, given the fast states of all.
    #[inline]
    pub fn met(&self, person: usize, fast: &[R]) -> Expression<R> {
        met(&self.people, person, fast)
    }
}

/// What one of these people meets of the other one.
#[inline(always)]
pub(crate) fn met<R: Real>(people: &[Constitution<R>], person: usize, fast: &[R]) -> Expression<R> {
    let other = 1 - person;
    let shown = |them| whole::expression(&read(part(fast, other, SHAPE.fast)), them);
    people.get(other).map_or_else(Expression::absent, shown)
}

/// A person's part of a list in which each has `length` numbers.
pub(crate) fn part<T>(values: &[T], person: usize, length: usize) -> &[T] {
    &values[person * length..][..length]
}

pub(crate) fn part_mut<T>(values: &mut [T], person: usize, length: usize) -> &mut [T] {
    &mut values[person * length..][..length]
}

/// The flow of one person, whose slow and fast states are `now`, into their parts of slopes, rates and tallies.
fn flow_of(
    person: &Constitution<f64>,
    held: &Inputs<f64>,
    other: &Expression<f64>,
    (slow, fast): (&[f64], &[f64]),
    (slopes, rates, tally): (&mut [f64], &mut [f64], &mut [f64]),
) {
    let (fast, tallies) = whole::flow(&read(fast), &read(slow), held, other, person);
    let mut places = slopes.iter_mut().zip(rates);
    fast.write(&mut |change: Change<f64>| {
        let (slope, rate) = places.next().expect(LENGTHS);
        (*slope, *rate) = (change.slope, change.rate);
    });
    let mut places = tally.iter_mut();
    tallies.write(&mut |change: Change<f64>| *places.next().expect(LENGTHS) = change.slope);
}

// For plain numbers alone, and not for all: so the equations are compiled once, here, and not again in every crate that runs lives. Lanes run
// them as they were recorded: see `abreast.rs`.
impl System<f64> for Company<f64> {
    type Held = Vec<Held<f64>>;

    fn shape(&self) -> Shape {
        let count = self.people.len();
        Shape { fast: count * SHAPE.fast, tallies: count * SHAPE.tallies, slow: count * SHAPE.slow }
    }

    fn flow(&self, held: &Self::Held, slow: &[f64], fast: &[f64], out: &mut Flow<f64>) {
        for (i, (person, held)) in self.people.iter().zip(held).enumerate() {
            let now = (part(slow, i, SHAPE.slow), part(fast, i, SHAPE.fast));
            let slopes = part_mut(&mut out.slope, i, SHAPE.fast);
            let rates = part_mut(&mut out.rate, i, SHAPE.fast);
            let tallies = part_mut(&mut out.tally, i, SHAPE.tallies);
            flow_of(person, &held.inputs, &self.met(i, fast), now, (slopes, rates, tallies));
        }
    }

    fn slow_at(&self, _held: &Self::Held, at_midnight: &[f64], tallies: &[f64], minutes: f64, now: &mut [f64]) {
        slow_of(&self.people, at_midnight, tallies, minutes, now);
    }
}

/// The slow states of these people after `minutes` of the day.
#[inline(always)]
pub(crate) fn slow_of<R: Real>(
    people: &[Constitution<R>],
    at_midnight: &[R],
    tallies: &[R],
    minutes: R,
    now: &mut [R],
) {
    for (i, person) in people.iter().enumerate() {
        let (midnight, tallies) = (part(at_midnight, i, SHAPE.slow), part(tallies, i, SHAPE.tallies));
        let slow = whole::slow_after(&read(midnight), &read(tallies), minutes, person);
        write(&slow, part_mut(now, i, SHAPE.slow));
    }
}

impl Eventful for Company<f64> {
    type Happening = Happening;

    fn happen(&self, time: f64, what: &Happening, held: &mut Vec<Held<f64>>, state: &mut State) {
        let Happening { whose, what } = what;
        let fast = part_mut(&mut state.fast, *whose, SHAPE.fast);
        let midnight = part_mut(&mut state.midnight, *whose, SHAPE.slow);
        happen((&self.people[*whose], self.draws[*whose]), time, what, &mut held[*whose], (fast, midnight));
    }

    fn possible(&self, fast: &[f64]) -> bool {
        fast.chunks_exact(SHAPE.fast).all(possible)
    }

    fn stirs(&self, what: &Happening) -> f64 {
        what.what.stirs()
    }

    fn firing_stirs(&self, guard: usize) -> f64 {
        sleep::stirs(guard % sleep::GUARDS)
    }

    fn guards(&self) -> usize {
        self.people.len() * sleep::GUARDS
    }

    fn guard(&self, _time: f64, held: &Vec<Held<f64>>, state: &View<'_>, out: &mut [f64]) {
        let each = self.people.iter().zip(held).zip(out.chunks_exact_mut(sleep::GUARDS)).enumerate();
        for (i, ((person, held), out)) in each {
            let x = read(part(state.fast, i, SHAPE.fast));
            sleep::guards(person, &held.sleeper, &held.inputs, &x, out);
        }
    }

    fn fire(&self, guard: usize, time: f64, held: &mut Vec<Held<f64>>, state: &mut State) {
        let (whose, guard) = (guard / sleep::GUARDS, guard % sleep::GUARDS);
        let (person, draws) = (&self.people[whose], self.draws[whose]);
        let Held { inputs: input, sleeper } = &mut held[whose];
        sleep::with(part_mut(&mut state.fast, whose, SHAPE.fast), |x| {
            Sleep { person, draws, sleeper, input, x, time }.fire(guard);
        });
    }
}

impl Company<f64> {
    /// Says whose state an error is about.
    pub(crate) fn fault(&self, error: Error) -> Fault {
        let Error::NotFinite { index, value, time, good_time, good } = error else { return Fault { whose: 0, error } };
        // All numbers in the order of the engine, each with its person.
        let lengths = [SHAPE.fast, SHAPE.tallies, SHAPE.slow];
        let owners = lengths
            .iter()
            .flat_map(|&length| (0..self.people.len()).flat_map(move |person| core::iter::repeat_n(person, length)));
        let owners: Vec<usize> = owners.collect();
        let whose = owners.get(index).copied().unwrap_or(0);
        let own = |upto: usize| owners.iter().take(upto).filter(|&&owner| owner == whose).count();
        let good = good.iter().zip(&owners).filter(|(_, owner)| **owner == whose).map(|(value, _)| *value).collect();
        Fault { whose, error: Error::NotFinite { index: own(index), value, time, good_time, good } }
    }
}
