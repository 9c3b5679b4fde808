//! Schedules: what happens to a person, and when. Times are minutes since midnight of day 1.
//!
//! A schedule is a routine (night, light) with encounters and naps laid over it. It becomes edges: the inputs that hold
//! from each instant to the next.

use crate::inputs::Inputs;

/// Minutes in a day.
pub const DAY: f64 = 1440.0;

/// A span of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Start in minutes.
    pub start: f64,
    /// End in minutes.
    pub end: f64,
}

/// What every day is like. Times are minutes of the clock (0 to 1440).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Routine {
    /// Getting up.
    pub wake: f64,
    /// Going to bed; people sleep from then until they get up.
    pub bed: f64,
    /// Daylight begins to reach the eye.
    pub dawn: f64,
    /// Daylight ends.
    pub dusk: f64,
    /// Light between dawn and dusk, lux.
    pub daylight: f64,
    /// Light at other waking hours, lux.
    pub lamplight: f64,
}

impl Default for Routine {
    /// Up at 07:30, to bed at 23:00; 700 lux from 07:30 to 16:30, 40 lux in the evening (Skeldon 2023).
    fn default() -> Self {
        Self { wake: 450.0, bed: 1380.0, dawn: 450.0, dusk: 990.0, daylight: 700.0, lamplight: 40.0 }
    }
}

/// Something that happens with, or to, a person for a while. `None` leaves an input as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Encounter {
    /// Its name in tables and pictures.
    pub name: String,
    /// When.
    pub span: Span,
    /// The inputs that it sets.
    pub sets: Inputs<Option<f64>>,
}

/// What happens to one person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schedule {
    /// Every day.
    pub routine: Routine,
    /// Encounters, in any order.
    pub encounters: Vec<Encounter>,
    /// Sleep outside the night.
    pub naps: Vec<Span>,
}

/// A change that a schedule makes at one instant.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// From now on these inputs hold.
    Inputs(Inputs<f64>),
    /// An encounter begins; what is disclosed from now on has this depth.
    Begins {
        /// Depth of disclosure.
        disclosure: f64,
    },
    /// An encounter ends.
    Ends,
}

/// The awakening response's window: its length, and the shortest sleep that is followed by it, in minutes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Awakening {
    /// Length of the window.
    pub window: f64,
    /// Shortest sleep.
    pub night: f64,
}

impl Schedule {
    /// The sleeps that touch `span`, in order; each night from bed to getting up, and the naps.
    fn sleeps(&self, span: Span) -> Vec<Span> {
        let Routine { wake, bed, .. } = self.routine;
        let length = (wake - bed).rem_euclid(DAY);
        let (first, last) = ((span.start / DAY).floor() as i64 - 1, (span.end / DAY).ceil() as i64);
        let nights = (first..=last).map(|day| {
            let start = day as f64 * DAY + bed;
            Span { start, end: start + length }
        });
        let mut sleeps: Vec<_> = nights.chain(self.naps.iter().copied()).collect();
        sleeps.sort_by(|a, b| a.start.total_cmp(&b.start));
        sleeps
    }

    /// The changes from `span.start` to `span.end`, in order. At the start everything that holds there is stated.
    ///
    /// At one instant, encounters that end come first, then the inputs, then encounters that begin.
    pub fn changes(&self, span: Span, awakening: Awakening) -> Vec<(f64, Change)> {
        let sleeps = self.sleeps(span);
        let mut edges = vec![span.start];
        let days = (span.start / DAY).floor() as i64..=(span.end / DAY).floor() as i64;
        for day in days {
            let midnight = day as f64 * DAY;
            edges.extend([midnight + self.routine.dawn, midnight + self.routine.dusk]);
        }
        for sleep in &sleeps {
            edges.extend([sleep.start, sleep.end, sleep.end + awakening.window]);
        }
        for encounter in &self.encounters {
            edges.extend([encounter.span.start, encounter.span.end]);
        }
        edges.retain(|&time| time >= span.start && time < span.end);
        edges.sort_by(f64::total_cmp);
        edges.dedup();

        let mut changes = Vec::new();
        let mut before = None;
        for time in edges {
            for _ in self.encounters.iter().filter(|encounter| encounter.span.end == time) {
                changes.push((time, Change::Ends));
            }
            let inputs = self.inputs_at(time, &sleeps, awakening);
            if before != Some(inputs) {
                changes.push((time, Change::Inputs(inputs)));
                before = Some(inputs);
            }
            for encounter in self.encounters.iter().filter(|encounter| encounter.span.start == time) {
                changes.push((time, Change::Begins { disclosure: encounter.sets.disclosure.unwrap_or(0.0) }));
            }
        }
        changes
    }

    fn inputs_at(&self, time: f64, sleeps: &[Span], awakening: Awakening) -> Inputs<f64> {
        let mut inputs = Inputs::rest();
        let clock = time.rem_euclid(DAY);
        let Routine { dawn, dusk, daylight, lamplight, .. } = self.routine;
        inputs.light = if clock >= dawn && clock < dusk { daylight } else { lamplight };
        for sleep in sleeps {
            if within(time, *sleep) {
                inputs.asleep = 1.0;
            }
            let up = Span { start: sleep.end, end: sleep.end + awakening.window };
            if sleep.end - sleep.start > awakening.night && within(time, up) {
                inputs.awakening = 1.0;
            }
        }
        for encounter in self.encounters.iter().filter(|encounter| within(time, encounter.span)) {
            inputs.set(&encounter.sets);
        }
        inputs
    }
}

fn within(time: f64, span: Span) -> bool {
    time >= span.start && time < span.end
}

impl Inputs<f64> {
    /// Replaces the inputs that `sets` states.
    fn set(&mut self, sets: &Inputs<Option<f64>>) {
        use crate::declare::Table;
        let (mut old, mut new) = (Vec::new(), Vec::new());
        self.write(&mut |value| old.push(value));
        sets.write(&mut |value| new.push(value));
        let mut values = old.into_iter().zip(new).map(|(old, new)| new.unwrap_or(old));
        *self = Table::read(&mut values).expect("a table reads as many numbers as it writes");
    }
}

impl Inputs<Option<f64>> {
    /// Sets nothing.
    pub fn none() -> Self {
        crate::declare::Table::read(&mut core::iter::repeat(None)).expect("an endless row has enough numbers")
    }
}
