//! One person's body: its numbers, how they change, and what happens to them.

use crate::chance::Jump;
use crate::sleep::{Draws, Sleep, Sleeper};
use consoma_engine::Shape;
use consoma_model::appraisal::uncertainty;
use consoma_model::body::hormones::habituation;
use consoma_model::declare::Table;
use consoma_model::inputs::Inputs;
use consoma_model::schedule;
use consoma_model::tables::{Fast, Slow, Tallies};
use consoma_model::whole::Constitution;
use std::sync::LazyLock;

/// Every slice that the engine hands over has the length that the shape names.
pub(crate) const LENGTHS: &str = "the engine keeps to the shape of the system";

/// Something that happens to a body at a located time.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a day has a hundred events at most, so their size does not matter")]
pub enum Event {
    /// The schedule changes something.
    Schedule(schedule::Change),
    /// Chance makes a state jump by this.
    Jump(Jump, f64),
}

/// Minutes of short steps after a change of the schedule, in which nerves and what follows them within minutes come to rest.
pub(crate) const STIR: f64 = 30.0;
/// Minutes of short steps after a pulse of the adrenal axis, in which ACTH may rise a thousandfold.
const PULSE: f64 = 4.0;

impl Event {
    /// Minutes for which steps are to be short after it. Other kicks of chance only nudge.
    pub(crate) fn stirs(&self) -> f64 {
        match self {
            Self::Schedule(_) => STIR,
            Self::Jump(Jump::Pulse, _) => PULSE,
            Self::Jump(..) => 0.0,
        }
    }
}

/// What holds for one person until something changes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Held<R> {
    /// Inputs, with the stage of sleep.
    pub inputs: Inputs<R>,
    /// Sleep.
    pub sleeper: Sleeper,
}

impl Held<f64> {
    /// Awake, and nothing happens.
    pub fn rest(free: bool) -> Self {
        Self { inputs: Inputs::rest(), sleeper: Sleeper::awake(free) }
    }
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

/// A state may lie outside what is declared possible by this part of its range: the error of a method that nears a bound.
const ROOM: f64 = 1e-7;

/// What each fast state can be, as it is declared.
static RANGES: LazyLock<Vec<(f64, f64)>> = LazyLock::new(|| Fast::rows().map(|row| row.declared.possible).collect());

/// Whether a person can have these fast states. The equations keep to their bounds; a step of a finite length can cross them.
pub(crate) fn possible(fast: &[f64]) -> bool {
    let within = |(value, (low, high)): (&f64, &(f64, f64))| {
        let room = ROOM * (high - low);
        *value >= low - room && *value <= high + room
    };
    fast.iter().zip(RANGES.iter()).all(within)
}

/// Takes back to what is possible what the curve inside a step takes beyond it, where neither end of the step lies beyond it: a fault of the
/// equations, which the ends would show too, stays to be seen.
pub(crate) fn kept_within(fast: &mut [f64], before: &[f64], after: &[f64]) {
    for ((value, (low, high)), (a, b)) in fast.iter_mut().zip(RANGES.iter()).zip(before.iter().zip(after)) {
        *value = value.clamp(low.min(a.min(*b)), high.max(a.max(*b)));
    }
}

/// Applies an event to what one person holds, to their fast states, and to their slow states at the last midnight.
pub(crate) fn happen(
    (person, draws): (&Constitution<f64>, Option<Draws>),
    time: f64,
    what: &Event,
    held: &mut Held<f64>,
    (fast, midnight): (&mut [f64], &mut [f64]),
) {
    let Constitution { parameters: p, arrows: w, .. } = person;
    let mut x: Fast<f64> = read(fast);
    match what {
        Event::Schedule(schedule::Change::Inputs(inputs)) => {
            let before = core::mem::replace(&mut held.inputs, *inputs);
            if inputs.disclosure > before.disclosure {
                uncertainty::disclose(&mut x.uncertainty, inputs.disclosure, &w.uncertainty);
            }
            let Held { inputs: input, sleeper } = held;
            Sleep { person, draws, sleeper, input, x: &mut x, time }.bed(&before);
        }
        Event::Schedule(schedule::Change::Begins(_) | schedule::Change::Ends(_) | schedule::Change::Elsewhere) => {
            return;
        }
        Event::Schedule(schedule::Change::Company) => {
            let minutes = time.rem_euclid(schedule::DAY);
            let slow: Slow<f64> = read(midnight);
            let now = habituation::after(&slow.habituation, minutes, &p.habituation).response;
            let met = habituation::met(now, x.threat.exposure, &p.habituation, &w.habituation);
            let response = habituation::midnight(met, minutes, &p.habituation);
            write(&Slow { habituation: habituation::Slow { response }, ..slow }, midnight);
            x.threat.exposure = 0.0;
        }
        Event::Jump(jump, size) => *jump.state(&mut x) += size,
    }
    write(&x, fast);
}
