//! Schedules: what happens to a person, and when. Times are minutes since midnight of day 1.
//!
//! A schedule is a routine (night, light) with encounters, naps and nights of their own laid over it. It becomes edges: the
//! inputs that hold from each instant to the next.

mod bed;
mod check;
mod jitter;
mod sweep;

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
    /// Daylight begins to reach the eye.
    pub dawn: f64,
    /// Daylight ends.
    pub dusk: f64,
    /// Light between dawn and dusk, lux.
    pub daylight: f64,
    /// Light at other waking hours, lux.
    pub lamplight: f64,
    /// Sleeps by pressure, not by the clock; `bed` and `wake` then say only when the first night would be.
    pub free: bool,
    /// The partner lies beside the person at night.
    pub beside: bool,
}

impl Default for Routine {
    /// Up at 07:30, to bed at 23:00; 700 lux from 07:30 to 16:30, 40 lux in the evening (Skeldon 2023).
    fn default() -> Self {
        let (free, beside) = (false, false);
        Self { wake: 450.0, bed: 1380.0, dawn: 450.0, dusk: 990.0, daylight: 700.0, lamplight: 40.0, free, beside }
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
    /// The partner lies beside the person.
    pub beside: bool,
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
    /// At whose ends nothing happens here, but something does in a schedule that this one is compared with. Steps are cut and are
    /// short there as in the other, so that what two arms have in common is computed alike, to the bit. See [`Schedule::attend`].
    pub attended: Vec<Span>,
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
    /// Nothing: something happens in a schedule that this one is compared with.
    Elsewhere,
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
        // Who sleeps by pressure goes to bed when the body says so.
        let nights = self.nights(span).filter(|_| !self.routine.free).map(|night| night.span);
        self.slept(merged(nights.chain(self.naps.iter().copied()).collect()))
    }

    /// What is left of stays in bed by the encounters that keep awake.
    fn slept(&self, sleeps: Vec<Span>) -> Vec<Span> {
        let awake = self.encounters.iter().filter(|encounter| encounter.keeps_awake()).map(|encounter| encounter.span);
        let awake = merged(awake.collect());
        let mut slept = Vec::new();
        for mut sleep in sleeps {
            let first = awake.partition_point(|off| off.end <= sleep.start);
            for off in awake[first..].iter().take_while(|off| off.start < sleep.end) {
                slept.push(Span { end: off.start, ..sleep });
                sleep.start = off.end;
            }
            slept.push(sleep);
        }
        slept.retain(|sleep| sleep.start < sleep.end);
        slept
    }

    /// All nights around `span`, those of the routine first.
    fn nights(&self, span: Span) -> impl Iterator<Item = Night> {
        let Routine { wake, bed, beside, .. } = self.routine;
        let length = (wake - bed).rem_euclid(DAY);
        let (first, last) = ((span.start / DAY).floor() as i64 - 1, (span.end / DAY).ceil() as i64);
        let usual = (first..=last).filter_map(move |day| {
            let start = day as f64 * DAY + bed;
            let day = day_of_night(start);
            let replaced = self.nights.iter().any(|night| night.day == day);
            (!replaced).then_some(Night { day, span: Span { start, end: start + length }, beside })
        });
        usual.chain(self.nights.iter().copied())
    }

    /// Whether the partner lies beside a person who is in bed at `time`.
    ///
    /// ```
    /// use consoma_model::schedule::{Night, Routine, Schedule, Span};
    /// let away = Night { day: 2, span: Span { start: 2820.0, end: 3330.0 }, beside: false };
    /// let routine = Routine { beside: true, ..Routine::default() };
    /// let schedule = Schedule { routine, nights: vec![away], ..Schedule::default() };
    /// assert!(schedule.beside(1440.0) && !schedule.beside(2880.0));
    /// ```
    pub fn beside(&self, time: f64) -> bool {
        let own = self.nights.iter().find(|night| night.day == day_of_night(time));
        own.map_or(self.routine.beside, |night| night.beside)
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

    /// Attends to whatever begins or ends in `other`, with which this schedule will be compared. What draws move there is attended to where
    /// the same draws, which both have where the same people live through both, move it.
    pub fn attend(&mut self, other: &Self) {
        let (encounters, naps) = (self.attended.len(), self.attended.len() + other.encounters.len());
        self.attended.extend(other.encounters.iter().map(|it| it.span).chain(other.naps.iter().copied()));
        self.attended.extend(other.nights.iter().map(|night| night.span));
        let moved = |jitter: &Jitter| match jitter.moved {
            Moved::Encounter(place) => Some(Jitter { moved: Moved::Attended(encounters + place), ..*jitter }),
            Moved::Nap(place) => Some(Jitter { moved: Moved::Attended(naps + place), ..*jitter }),
            Moved::Attended(_) => None,
        };
        self.jitters.extend(other.jitters.iter().filter_map(moved));
    }
}

/// The day, from 1, whose night begins at `bed`: a night belongs to the day whose noon was last.
pub fn day_of_night(bed: f64) -> i64 {
    (bed / DAY - 0.5).floor() as i64 + 1
}

impl Encounter {
    /// Whether it speaks, discloses, answers, disputes, rejects, stays distant, evaluates, or is in a strange place. A game on a
    /// screen is no company that one gets used to.
    fn stirs(&self) -> bool {
        let Inputs { talk, disclosure, responsiveness, conflict, rejection, distance, evaluation, novelty, .. } =
            self.sets;
        set([talk, disclosure, responsiveness, conflict, rejection, distance, evaluation, novelty])
    }

    /// Whether nobody sleeps through it: it stirs, leaves out, is told or written or gone through again as a task, or one eats,
    /// exercises or stands. Touch, light, self-care and doses do not wake. Neither does anticipation: one may lie in bed with it.
    fn keeps_awake(&self) -> bool {
        let Inputs { exclusion, recall, writing, meal, exercise, posture, .. } = self.sets;
        self.stirs() || set([exclusion, recall, writing]) || set([meal, exercise, posture.filter(|it| *it > 0.0)])
    }
}

/// Whether any of these is set to something.
fn set<const N: usize>(values: [Option<f64>; N]) -> bool {
    values.into_iter().flatten().any(|value| value != 0.0)
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
    use super::{Awakening, Change, DAY, Encounter, Jitter, Moved, Night, Routine, Schedule, Span, day_of_night};
    use crate::inputs::Inputs;

    const AWAKENING: Awakening = Awakening { window: 60.0, night: 180.0 };

    /// The inputs that hold at an hour since midnight of day 1.
    fn at(schedule: &Schedule, hour: f64) -> Inputs<f64> {
        let changes = schedule.changes(Span { start: 720.0, end: 3.0 * DAY }, AWAKENING);
        let before = changes.into_iter().take_while(|change| change.0 <= 60.0 * hour);
        let inputs = before.filter_map(|(_, change)| match change {
            Change::Inputs(inputs) => Some(inputs),
            _ => None,
        });
        inputs.last().unwrap()
    }

    fn event(from: f64, until: f64, sets: Inputs<Option<f64>>) -> Encounter {
        Encounter { name: "x".into(), span: Span { start: 60.0 * from, end: 60.0 * until }, sets }
    }

    #[test]
    fn the_partner_lies_beside_at_night_unless_there_is_other_company() {
        let friend = event(22.0, 24.0, Inputs { friend: Some(1.0), presence: Some(0.7), ..Inputs::none() });
        let alone = Night { day: 2, span: Span { start: DAY + 1380.0, end: 2.0 * DAY + 450.0 }, beside: false };
        let routine = Routine { beside: true, ..Routine::default() };
        let schedule = Schedule { routine, encounters: vec![friend], nights: vec![alone], ..Schedule::default() };
        let partner = [22.5, 23.5, 24.0, 31.4, 31.5, 47.5].map(|hour| at(&schedule, hour).partner);
        assert_eq!(partner, [0.0, 0.0, 1.0, 1.0, 0.0, 0.0]);
        assert_eq!(at(&schedule, 23.5).presence, 0.7);
    }

    #[test]
    fn an_arm_attends_to_what_happens_in_another_and_nothing_happens_in_it() {
        let other = Schedule { encounters: vec![event(19.0, 20.0, Inputs::none())], ..Schedule::default() };
        let mut plain = Schedule::default();
        let span = Span { start: 720.0, end: 2.0 * DAY };
        let alone = plain.changes(span, AWAKENING);
        plain.attend(&other);
        let (elsewhere, own): (Vec<_>, Vec<_>) =
            plain.changes(span, AWAKENING).into_iter().partition(|(_, change)| *change == Change::Elsewhere);
        assert_eq!(elsewhere.iter().map(|(time, _)| *time).collect::<Vec<_>>(), [1140.0, 1200.0]);
        assert_eq!(own, alone);
        // What draws move is attended to where it is moved to.
        let later =
            Schedule { jitters: vec![Jitter { moved: Moved::Encounter(0), sd: 10.0, key: 3 }], ..other.clone() };
        let mut plain = Schedule::default();
        plain.attend(&later);
        let at = |schedule: &Schedule| schedule.settled(|key| key as f64 - 2.5);
        assert_eq!(at(&plain).attended, [at(&later).encounters[0].span]);
        assert_eq!(at(&plain).attended[0].start, 1145.0);
        // Where something happens anyway, that will do.
        let mut same = other.clone();
        same.attend(&other);
        assert_eq!(same.changes(span, AWAKENING), other.changes(span, AWAKENING));
    }

    #[test]
    fn what_keeps_awake() {
        let none = Inputs::none();
        for (sets, awake) in [
            (Inputs { recall: Some(1.0), ..none }, true),
            (Inputs { writing: Some(1.0), ..none }, true),
            (Inputs { exclusion: Some(1.0), ..none }, true),
            (Inputs { distance: Some(0.5), ..none }, true),
            (Inputs { distance: Some(0.0), ..none }, false),
            (Inputs { care: Some(1.0), ..none }, false),
            (Inputs { anticipation: Some(1.0), ..none }, false),
            (Inputs { crh: Some(100.0), ..none }, false),
        ] {
            let schedule = Schedule { encounters: vec![event(24.0, 25.0, sets)], ..Schedule::default() };
            assert_eq!(at(&schedule, 24.5).bed == 0.0, awake, "{sets:?}");
        }
    }

    #[test]
    fn a_nap_that_runs_into_the_night_ends_where_it_ends() {
        let schedule = Schedule { naps: vec![Span { start: 1320.0, end: 1440.0 }], ..Schedule::default() };
        let hours = [21.9, 22.5, 23.5, 24.5].map(|hour| at(&schedule, hour));
        assert_eq!(hours.map(|inputs| (inputs.bed, inputs.nap)), [(0.0, 0.0), (1.0, 1.0), (1.0, 1.0), (1.0, 0.0)]);
    }

    /// Ten years of evenings with many edges: what holds is what holds by the definition, and it does not take long.
    #[test]
    fn ten_years_are_swept_once() {
        let (mut encounters, mut naps) = (Vec::new(), Vec::new());
        for day in 0..3650 {
            let hour = |hour: f64| 24.0 * f64::from(day) + hour;
            let lamp = Inputs { light: Some(f64::from(day)), ..Inputs::none() };
            encounters.push(event(hour(19.0), hour(21.0), lamp));
            let late = if day % 7 == 0 { 24.5 } else { 20.5 };
            let quarrel = Inputs { conflict: Some(0.5), ..Inputs::none() };
            encounters.push(event(hour(20.0), hour(late), quarrel));
            naps.extend((day % 5 == 0).then_some(Span { start: 60.0 * hour(14.0), end: 60.0 * hour(14.5) }));
        }
        let schedule = Schedule { encounters, naps, ..Schedule::default() };
        let changes = schedule.changes(Span { start: 0.0, end: 3650.0 * DAY }, AWAKENING);
        let mut inputs = changes.iter().filter_map(|(time, change)| match change {
            Change::Inputs(inputs) => Some((*time, *inputs)),
            _ => None,
        });
        let (mut now, mut next) = (Inputs::rest(), inputs.next());
        for step in 0..(3650 * 48) {
            let time = f64::from(step) * 30.0 + 7.0;
            while let Some((_, changed)) = next.filter(|(edge, _)| *edge <= time) {
                (now, next) = (changed, inputs.next());
            }
            let (day, hour) = ((time / DAY).floor(), time.rem_euclid(DAY) / 60.0);
            let quarrels = if day.rem_euclid(7.0) == 0.0 { hour >= 20.0 } else { (20.0..20.5).contains(&hour) };
            let quarrels = quarrels || (day >= 1.0 && (day - 1.0).rem_euclid(7.0) == 0.0 && hour < 0.5);
            let naps = day.rem_euclid(5.0) == 0.0 && (14.0..14.5).contains(&hour);
            let night = !(7.5..23.0).contains(&hour) && !quarrels;
            assert_eq!((now.conflict > 0.0, now.nap > 0.0), (quarrels, naps), "at {time}");
            assert_eq!(now.bed > 0.0, night || naps, "at {time}");
            if (19.0..21.0).contains(&hour) {
                assert_eq!(now.light, day, "at {time}");
            }
        }
    }

    #[test]
    fn a_night_belongs_to_the_evening_before() {
        assert_eq!([day_of_night(1380.0), day_of_night(DAY + 30.0), day_of_night(DAY + 719.0)], [1, 1, 1]);
        assert_eq!([day_of_night(DAY + 720.0), day_of_night(-1.0)], [2, 0]);
    }

    #[test]
    fn a_night_of_its_own_replaces_the_usual_one() {
        let late = Night { day: 1, span: Span { start: DAY + 120.0, end: DAY + 600.0 }, beside: false };
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
