//! Schedules: what happens to a person, and when. Times are minutes since midnight of day 1.
//!
//! A schedule is a routine (night, light) with encounters, naps and nights of their own laid over it. It becomes edges: the
//! inputs that hold from each instant to the next.

mod check;
mod jitter;

pub use check::{CUE, Overlap, Why};
pub use jitter::{CUT, Jitter, Moved};

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
    /// Going to bed; people lie in bed from then until they get up.
    pub bed: f64,
    /// Sleeps by pressure and not by the clock. Getting up and going to bed then say how the person lived before.
    pub free: bool,
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
        Self { wake: 450.0, bed: 1380.0, free: false, dawn: 450.0, dusk: 990.0, daylight: 700.0, lamplight: 40.0 }
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

/// A night that is not as the routine has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Night {
    /// The day on whose evening it begins, from 1. The night of a day begins between its noon and the next.
    pub day: i64,
    /// From going to bed to getting up.
    pub span: Span,
}

/// What happens to one person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schedule {
    /// Every day.
    pub routine: Routine,
    /// Encounters, in any order. A meal, a lamp or a dose is one too: something that sets inputs for a while.
    pub encounters: Vec<Encounter>,
    /// Sleep outside the night.
    pub naps: Vec<Span>,
    /// Nights that replace those of the routine.
    pub nights: Vec<Night>,
    /// Draws that move encounters and naps; see [`Schedule::settled`].
    pub jitters: Vec<Jitter>,
}

/// A change that a schedule makes at one instant.
#[allow(clippy::large_enum_variant, reason = "a life has a few hundred, and most of them are inputs")]
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// From now on these inputs hold.
    Inputs(Inputs<f64>),
    /// The encounter of this place in the schedule begins.
    Begins(usize),
    /// The encounter of this place in the schedule ends.
    Ends(usize),
    /// Company begins or ends: habituation takes in the threat since the last such instant. Encounters that overlap or touch are
    /// one company, so it does not matter how a schedule cuts them.
    Company,
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
    /// When people sleep, around `span`, in order: each night from bed to getting up, and the naps, less the encounters that
    /// keep awake. Sleeps that touch are one.
    fn sleeps(&self, span: Span) -> Vec<Span> {
        let Routine { wake, bed, .. } = self.routine;
        let length = (wake - bed).rem_euclid(DAY);
        let (first, last) = ((span.start / DAY).floor() as i64 - 1, (span.end / DAY).ceil() as i64);
        let usual = (first..=last).filter_map(|day| {
            let start = day as f64 * DAY + bed;
            let replaced = self.routine.free || self.nights.iter().any(|night| night.day == day_of_night(start));
            (!replaced).then_some(Span { start, end: start + length })
        });
        let own = self.nights.iter().map(|night| night.span);
        let mut sleeps = merged(usual.chain(own).chain(self.naps.iter().copied()).collect());
        for encounter in self.encounters.iter().filter(|encounter| encounter.keeps_awake()) {
            sleeps = sleeps.into_iter().flat_map(|sleep| sleep.without(encounter.span)).collect();
        }
        sleeps
    }

    /// Minutes since waking from the last sleep, a night or a nap. `None` while asleep, and where nobody slept in the week before.
    ///
    /// ```
    /// use consoma_model::schedule::Schedule;
    /// let usual = Schedule::default(); // up at 07:30, to bed at 23:00
    /// assert_eq!(usual.minutes_awake(1440.0 + 600.0), Some(150.0));
    /// assert_eq!(usual.minutes_awake(1440.0 + 1400.0), None);
    /// ```
    pub fn minutes_awake(&self, time: f64) -> Option<f64> {
        let sleeps = self.sleeps(Span { start: time - 7.0 * DAY, end: time });
        let last = sleeps.iter().take_while(|sleep| sleep.start <= time).last()?;
        (last.end <= time).then_some(time - last.end)
    }

    /// The changes from `span.start` to `span.end`, in order. At the start everything that holds there is stated.
    ///
    /// At one instant, encounters that end come first, then company, then the inputs, then encounters that begin. What begins at the very end
    /// of the span is left out, what ends there is not.
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
        edges.retain(|&time| time >= span.start && time <= span.end);
        edges.sort_by(f64::total_cmp);
        edges.dedup();

        let company = self.encounters.iter().filter(|encounter| encounter.stirs());
        let company = merged(company.map(|encounter| encounter.span).collect());
        let mut changes = Vec::new();
        let mut before = None;
        for time in edges {
            let at = |edge: fn(&Span) -> f64| {
                let places = self.encounters.iter().enumerate();
                places.filter(move |(_, encounter)| edge(&encounter.span) == time).map(|(place, _)| place)
            };
            changes.extend(at(|span| span.end).map(|place| (time, Change::Ends(place))));
            if company.iter().any(|span| span.start == time || span.end == time) {
                changes.push((time, Change::Company));
            }
            if time == span.end {
                break;
            }
            let inputs = self.inputs_at(time, &sleeps, awakening);
            if before != Some(inputs) {
                changes.push((time, Change::Inputs(inputs)));
                before = Some(inputs);
            }
            changes.extend(at(|span| span.start).map(|place| (time, Change::Begins(place))));
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
                inputs.bed = 1.0;
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

/// The day, from 1, whose night begins at `bed`: a night belongs to the day whose noon was last.
pub fn day_of_night(bed: f64) -> i64 {
    (bed / DAY - 0.5).floor() as i64 + 1
}

impl Encounter {
    /// Whether it speaks, discloses, answers, disputes, rejects, evaluates, or is in a strange place.
    fn stirs(&self) -> bool {
        let Inputs { talk, disclosure, responsiveness, conflict, rejection, evaluation, novelty, .. } = self.sets;
        let waking = [talk, disclosure, responsiveness, conflict, rejection, evaluation, novelty];
        waking.into_iter().flatten().any(|value| value != 0.0)
    }

    /// Whether nobody sleeps through it: it stirs, or one eats, exercises or stands. Touch and light do not wake.
    fn keeps_awake(&self) -> bool {
        let Inputs { meal, exercise, posture, .. } = self.sets;
        self.stirs() || [meal, exercise, posture].into_iter().flatten().any(|value| value > 0.0)
    }
}

impl Span {
    /// What is left of this span outside another: nothing, one part or two.
    fn without(self, other: Span) -> impl Iterator<Item = Span> {
        let before = Span { start: self.start, end: self.end.min(other.start) };
        let after = Span { start: self.start.max(other.end), end: self.end };
        [before, after].into_iter().filter(|part| part.start < part.end)
    }
}

/// Spans in order, those that overlap or touch made one.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by(|a, b| a.start.total_cmp(&b.start));
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
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

#[cfg(test)]
mod tests {
    use super::{Awakening, Change, DAY, Night, Schedule, Span, day_of_night};

    #[test]
    fn a_night_belongs_to_the_evening_before() {
        assert_eq!([day_of_night(1380.0), day_of_night(DAY + 30.0), day_of_night(DAY + 719.0)], [1, 1, 1]);
        assert_eq!([day_of_night(DAY + 720.0), day_of_night(-1.0)], [2, 0]);
    }

    #[test]
    fn a_night_of_its_own_replaces_the_usual_one() {
        let late = Night { day: 1, span: Span { start: DAY + 120.0, end: DAY + 600.0 } };
        let schedule = Schedule { nights: vec![late], ..Schedule::default() };
        let changes = schedule.changes(Span { start: 720.0, end: 3.0 * DAY }, Awakening { window: 60.0, night: 180.0 });
        let asleep = |time: f64| {
            let before = changes.iter().take_while(|change| change.0 <= time);
            let inputs = before.filter_map(|(_, change)| match change {
                Change::Inputs(inputs) => Some(inputs.bed),
                _ => None,
            });
            inputs.last() == Some(1.0)
        };
        let hours = [23.5, 24.0 + 3.0, 24.0 + 9.5, 24.0 + 10.5, 48.0 - 0.5, 48.0 + 7.0, 48.0 + 8.0];
        assert_eq!(hours.map(|hour| asleep(hour * 60.0)), [false, true, true, false, true, true, false]);
    }
}
