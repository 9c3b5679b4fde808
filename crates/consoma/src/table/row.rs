//! A row of the table of a run: one quantity under one reading.

use super::number::{change, number};
use super::run::length;
use super::sparkline::sparkline;
use anstyle::{AnsiColor, Style};
use consoma_files::clock;
use consoma_lab::digest::{Digest, Point};
use consoma_lab::record::Record;
use consoma_model::declare::Reading;

/// Width of the names of quantities.
pub(super) const LABEL: usize = 23;
/// Width of the name of a reading.
pub(super) const READING: usize = 9;
/// Width of a sparkline.
const SPARK: usize = 13;
/// Minutes that a sparkline shows before the first event.
const BEFORE: f64 = 60.0;
/// Minutes that a sparkline shows after the last event.
const AFTER: f64 = 360.0;

/// The titles of the numbers.
pub(super) fn heads(record: &Record, window: (f64, f64)) -> String {
    let clocks = || format!("{}-{}", clock::day_and_time(window.0).1, clock::day_and_time(window.1).1);
    let times = length(window.1 - window.0).unwrap_or_else(clocks);
    let [a, b, c, d] =
        if record.without.is_empty() { ["start", "peak", "at", "end"] } else { ["usual", "change", "at", "over"] };
    format!("{a:>7}{b:>8}{c:>9}{d:>9}  {times}")
}

/// The reading, the numbers and the sparkline.
pub(super) fn cells(record: &Record, row: &Digest, window: (f64, f64)) -> String {
    // Told is warm and measured is cool, here and in every picture.
    let colour = match row.reading {
        Reading::Told => Style::new().fg_color(Some(AnsiColor::Yellow.into())),
        Reading::Measured => Style::new().fg_color(Some(AnsiColor::Cyan.into())),
        Reading::Null => Style::new().dimmed(),
    };
    let name = format!("{colour}{:>READING$}{colour:#}", row.reading.name());
    let (numbers, course) = match &row.change {
        Some(it) => {
            let over = it.over.as_ref().map_or("later".into(), short);
            ([number(it.usual), change(it.largest.value), short(&it.largest), over], &it.course)
        }
        None if !record.without.is_empty() => return format!("{name}{:>7}{:>8}", number(row.start.value), "none"),
        None => {
            ([number(row.start.value), number(row.peak.value), short(&row.peak), number(row.end.value)], &row.course)
        }
    };
    let inside = record.scenario.times.iter().zip(course).filter(|(time, _)| (window.0..=window.1).contains(*time));
    let line = sparkline(&inside.map(|(_, value)| *value).collect::<Vec<_>>(), SPARK);
    let [a, b, c, d] = numbers;
    format!("{name}{a:>7}{b:>8}{c:>9}{d:>9}  {colour}{line}{colour:#}")
}

fn short(point: &Point) -> String {
    let (day, time) = clock::day_and_time(point.time);
    format!("d{day} {time}")
}

/// What the sparklines show: from an hour before a group's first event to six hours after its last.
pub(super) fn window(record: &Record, group: usize) -> (f64, f64) {
    let span = record.scenario.span;
    let schedule = &record.scenario.groups[group].schedule;
    let events = || schedule.encounters.iter().map(|encounter| encounter.span).chain(schedule.naps.iter().copied());
    let first = events().map(|event| event.start).reduce(f64::min).map_or(span.start, |time| time - BEFORE);
    let last = events().map(|event| event.end).reduce(f64::max).map_or(span.end, |time| time + AFTER);
    (first.max(span.start), last.min(span.end))
}
