//! What is shown of a run: the hours around what happens, and what is usual in them.

use consoma_lab::digest::Digest;
use consoma_lab::record::Record;
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
    // Records may stand closer in one hour than in another, so each counts for the time that it stands for.
    let shown: Vec<_> = shown.collect();
    let pairs = shown.windows(2).map(|pair| (pair[1].0 - pair[0].0, 0.5 * (pair[0].1 + pair[1].1)));
    let (whole, sum) = pairs.fold((0.0, 0.0), |(whole, sum), (time, value)| (whole + time, sum + time * value));
    Some(sum / whole).filter(|mean| mean.is_finite())
}
