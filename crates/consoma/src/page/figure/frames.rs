//! The times between which the slider of a figure moves: close while something happens, hourly later.

use consoma_files::clock::day_and_time;
use consoma_lab::scenario::Scenario;

/// Minutes between times from [`BEFORE`] the first event to [`AFTER`] the last, and later.
const STEPS: (f64, f64) = (10.0, 60.0);
/// Minutes before the first event.
const BEFORE: f64 = 30.0;
/// Minutes after the last event.
const AFTER: f64 = 360.0;
/// Courses (a person under a reading) for which the steps are this fine; with more they grow, and the page stays small.
const COURSES: f64 = 6.0;

/// A time of the slider.
pub(super) struct Frame {
    /// Its place in the record.
    pub(super) place: usize,
    /// Minutes since midnight of day 1.
    pub(super) time: f64,
}

impl Frame {
    /// "day 1, 19:35: deep talk".
    pub(super) fn says(&self, scenario: &Scenario) -> String {
        let (day, clock) = day_and_time(self.time);
        let mut names: Vec<&str> = Vec::new();
        for encounter in scenario.groups.iter().flat_map(|group| &group.schedule.encounters) {
            let on = encounter.span.start <= self.time && self.time < encounter.span.end;
            if on && !names.contains(&encounter.name.as_str()) {
                names.push(&encounter.name);
            }
        }
        let what = if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) };
        format!("day {day}, {clock}{what}")
    }
}

/// The times, each where something was recorded.
pub(super) fn frames(scenario: &Scenario) -> Vec<Frame> {
    let events = || scenario.groups.iter().flat_map(|group| group.events());
    let start = scenario.control.departs(scenario).or_else(|| events().map(|it| it.start).reduce(f64::min));
    let start = start.map_or(scenario.span.start, |first| first - BEFORE).max(scenario.span.start);
    let fine = events().map(|it| it.end).reduce(f64::max).map_or(start, |last| last + AFTER);
    let wider = ((scenario.groups.len() * scenario.readings.len()) as f64 / COURSES).ceil().max(1.0);
    let mut frames: Vec<Frame> = Vec::new();
    let mut next = start;
    // Each time of the record is met once, so this ends.
    for (place, &time) in scenario.times.iter().enumerate() {
        if time >= next {
            frames.push(Frame { place, time });
            let step = wider * if time < fine { STEPS.0 } else { STEPS.1 };
            next = ((time / step).floor() + 1.0) * step;
        }
    }
    frames
}
