//! What is shown of a run: the hours around what happens, and what is usual in them.

use consoma_lab::digest::Digest;
use consoma_lab::record::Record;
use consoma_lab::statistics::mean;
use consoma_model::schedule::Span;

/// Minutes that are shown before the first event.
const BEFORE: f64 = 60.0;
/// Minutes that are shown after the last event.
const AFTER: f64 = 360.0;

/// The hours that are shown of a group: from an hour before its first event to six hours after its last.
pub fn window(record: &Record, group: usize) -> Span {
    let span = record.scenario.span;
    let Some(group) = record.scenario.groups.get(group) else { return span };
    let first = group.events().map(|event| event.start).reduce(f64::min).map_or(span.start, |time| time - BEFORE);
    let last = group.events().map(|event| event.end).reduce(f64::max).map_or(span.end, |time| time + AFTER);
    Span { start: first.max(span.start), end: last.min(span.end) }
}

/// The mean of the control's course over the hours that are shown. One instant would not do: it may lie on a pulse. `None`
/// where there is no control.
pub fn mean_of(record: &Record, digest: &Digest) -> Option<f64> {
    let Span { start, end } = window(record, digest.group);
    let shown = record.scenario.times.iter().zip(&digest.control).filter(|(time, _)| (start..=end).contains(*time));
    let values: Vec<_> = shown.map(|(_, value)| *value).collect();
    Some(mean(&values)).filter(|mean| mean.is_finite())
}
