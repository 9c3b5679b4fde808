//! What is shown of a run: the hours around what happens, and what is usual in them.

use consoma_lab::digest::Digest;
use consoma_lab::record::Record;
use consoma_lab::statistics::{mean, quantile};
use consoma_model::schedule::Span;

/// Minutes that are shown before the first event.
const BEFORE: f64 = 60.0;
/// Minutes that are shown after the last event.
const AFTER: f64 = 360.0;

/// The hours that are shown of a group: from an hour before its first event to six hours after its last.
pub fn window(record: &Record, group: usize) -> Span {
    let span = record.scenario.span;
    let Some(group) = record.scenario.groups.get(group) else { return span };
    let schedule = &group.schedule;
    let events = || schedule.encounters.iter().map(|encounter| encounter.span).chain(schedule.naps.iter().copied());
    let first = events().map(|event| event.start).reduce(f64::min).map_or(span.start, |time| time - BEFORE);
    let last = events().map(|event| event.end).reduce(f64::max).map_or(span.end, |time| time + AFTER);
    Span { start: first.max(span.start), end: last.min(span.end) }
}

/// The mean of the undisturbed course over the hours that are shown; of several people the course is their median at each
/// time. One instant would not do: it may lie on a pulse. `None` where nothing was recorded without events.
pub fn mean_of(record: &Record, digest: &Digest) -> Option<f64> {
    let reading = record.courses.iter().position(|(reading, _)| *reading == digest.reading)?;
    let quantities = record.quantities();
    let column = quantities.iter().position(|row| row.id == digest.quantity.id)?;
    let members: Vec<_> = record.without.get(reading)?.iter().filter(|course| course.group == digest.group).collect();
    let Span { start, end } = window(record, digest.group);
    let shown = record.scenario.times.iter().enumerate().filter(|(_, time)| (start..=end).contains(*time));
    let median = |(row, _)| {
        let cell = row * quantities.len() + column;
        quantile(&members.iter().filter_map(|course| course.values.get(cell).copied()).collect::<Vec<_>>(), 0.5)
    };
    let medians: Vec<_> = shown.map(median).collect();
    Some(mean(&medians)).filter(|mean| mean.is_finite())
}
