//! A row of the table of a run: one quantity under one reading.

use super::WIDTH;
use super::number::{change, number};
use super::sparkline::sparkline;
use anstyle::{AnsiColor, Style};
use consoma_files::{clock, usual};
use consoma_lab::digest::{Digest, Point};
use consoma_lab::nights::Drawn;
use consoma_lab::record::Record;
use consoma_model::declare::Reading;
use consoma_model::schedule::{DAY, Span};

/// Width of the names of quantities.
pub(super) const LABEL: usize = 23;
/// Width of the name of a reading.
pub(super) const READING: usize = 9;
/// Widths of the numbers where they are of ordinary size.
const NUMBERS: [usize; 4] = [7, 8, 9, 9];
/// Most characters of a sparkline.
const SPARK: usize = 13;
/// Parts of the window that it is made from.
const PARTS: usize = 4 * SPARK;
/// A change of less than this share of the smallest that is worth a line is none.
const NEXT_TO_NOTHING: f64 = 0.1;
/// Blanks before it.
const GAP: usize = 2;

/// A row: the reading, the numbers, and the course that the sparkline shows.
#[derive(Clone, PartialEq)]
pub(super) struct Cells {
    name: &'static str,
    style: Style,
    numbers: [String; 4],
    course: Vec<f64>,
    /// What stands in place of the last number and the course.
    note: String,
}

/// The widths of a section's numbers and of its sparklines.
pub(super) struct Widths {
    numbers: [usize; 4],
    spark: usize,
}

/// The widths in which these rows fit with a blank between the numbers. The sparkline has what is left.
pub(super) fn widths<'a>(rows: impl Iterator<Item = &'a Cells>) -> Widths {
    let mut numbers = NUMBERS;
    for row in rows {
        for (width, text) in numbers.iter_mut().zip(&row.numbers) {
            *width = (*width).max(text.chars().count() + 1);
        }
    }
    let left = WIDTH.saturating_sub(LABEL + READING + GAP + numbers.iter().sum::<usize>());
    Widths { numbers, spark: left.min(SPARK) }
}

/// The titles of the numbers.
pub(super) fn heads(record: &Record, window: Span, widths: &Widths) -> String {
    let titles =
        if record.control.is_empty() { ["start", "peak", "at", "end"] } else { ["usual", "change", "at", "over"] };
    let clocks = format!("{}-{}", clock::day_and_time(window.start).1, clock::day_and_time(window.end).1);
    // Where the clock would not tell, or does not fit: the length.
    let length = window.end - window.start;
    let clear = length < DAY && clocks.len() <= widths.spark;
    let times = if clear { clocks } else { format!("{:.0} h", length / 60.0) };
    format!("{}{:GAP$}{times}", in_columns(&titles, widths), "")
}

fn in_columns(texts: &[impl AsRef<str>; 4], widths: &Widths) -> String {
    texts.iter().zip(widths.numbers).map(|(text, width)| format!("{:>width$}", text.as_ref())).collect()
}

/// The row of a digest.
pub(super) fn cells(record: &Record, row: &Digest, window: Span) -> Cells {
    let style = coloured(row.reading);
    let usual = usual::mean_of(record, row).unwrap_or(row.start.value);
    // What is usually next to nothing is nothing.
    let usual = if usual.abs() < 0.5 * row.least() { 0.0 } else { usual };
    let small = !record.control.is_empty() && !row.notable();
    let style = if small { style.dimmed() } else { style };
    let moved = row.change.as_ref().filter(|it| it.largest.value.abs() >= NEXT_TO_NOTHING * row.least());
    let (numbers, course) = match moved {
        Some(it) if small => ([number(usual), change(it.largest.value), short(&it.largest), "(small)".into()], &[][..]),
        Some(it) => {
            let over = it.over.as_ref().map_or("later".into(), short);
            ([number(usual), change(it.largest.value), short(&it.largest), over], &it.course[..])
        }
        None if !record.control.is_empty() => ([number(usual), "none".into(), String::new(), String::new()], &[][..]),
        None => {
            let numbers = [number(row.start.value), number(row.peak.value), short(&row.peak), number(row.end.value)];
            (numbers, &row.course[..])
        }
    };
    // Where nothing is read, chance would show as a course.
    let read = |time: f64| row.unread.iter().all(|span| !(span.start..span.end).contains(&time));
    let times = record.scenario.times.iter().copied();
    let (times, course): (Vec<_>, Vec<_>) = times.zip(course.iter().copied()).filter(|(time, _)| read(*time)).unzip();
    let course = even(&times, &course, window);
    Cells { name: row.reading.name(), style, numbers, course, note: String::new() }
}

/// Told is warm and measured is cool, here and in every picture.
fn coloured(reading: Reading) -> Style {
    match reading {
        Reading::Told => Style::new().fg_color(Some(AnsiColor::Yellow.into())),
        Reading::Measured => Style::new().fg_color(Some(AnsiColor::Cyan.into())),
        Reading::Null => Style::new().dimmed(),
    }
}

/// The row of drawn nights: the means, and how far one night's difference lies from another's.
pub(super) fn night(it: &Drawn) -> Cells {
    let (style, note) = match it.notable() {
        true => (coloured(it.reading), format!("± {} one night", round(it.apart))),
        false => (coloured(it.reading).dimmed(), "(chance)".into()),
    };
    let numbers = [number(it.usual), change(it.change), "night".into(), String::new()];
    Cells { name: it.reading.name(), style, numbers, course: Vec::new(), note }
}

/// A spread in two digits that matter.
fn round(value: f64) -> String {
    let digits = match value {
        value if value >= 9.95 => 0,
        value if value >= 0.995 => 1,
        _ => 2,
    };
    format!("{value:.digits$}")
}

/// A course in even parts of a window: records may stand closer in one hour than in another. Each part has its value farthest
/// from zero; one without a record goes on as the last.
fn even(times: &[f64], course: &[f64], window: Span) -> Vec<f64> {
    let mut parts: Vec<Option<f64>> = vec![None; PARTS];
    let length = window.end - window.start;
    for (time, value) in times.iter().zip(course).filter(|(time, _)| (window.start..=window.end).contains(*time)) {
        let place = (((time - window.start) / length * PARTS as f64) as usize).min(PARTS - 1);
        parts[place] = Some(parts[place].map_or(*value, |best| if value.abs() > best.abs() { *value } else { best }));
    }
    let Some(first) = parts.iter().copied().flatten().next() else { return Vec::new() };
    let mut last = first;
    let mut go_on = |part: Option<f64>| {
        last = part.unwrap_or(last);
        last
    };
    parts.into_iter().map(&mut go_on).collect()
}

/// The rows with one for `told` and `measured` together where they would print the same.
pub(super) fn merged(mut rows: Vec<Cells>) -> Vec<Cells> {
    let place = |reading: Reading| rows.iter().position(|row| row.name == reading.name());
    let look = |row: &Cells| (row.numbers.clone(), row.note.clone(), sparkline(&row.course, SPARK));
    if let (Some(told), Some(measured)) = (place(Reading::Told), place(Reading::Measured))
        && look(&rows[told]) == look(&rows[measured])
    {
        let (first, second) = (told.min(measured), told.max(measured));
        (rows[first].name, rows[first].style) = ("both", Style::new());
        rows.remove(second);
    }
    rows
}

impl Cells {
    /// The row as text, without the name of the quantity.
    pub(super) fn text(&self, widths: &Widths) -> String {
        let Self { name, style, numbers, course, note } = self;
        let numbers = in_columns(numbers, widths);
        let line = sparkline(course, widths.spark);
        let row = format!("{style}{name:>READING$}{style:#}");
        if !note.is_empty() {
            return format!("{row}{}{:GAP$}{style}{note}{style:#}", numbers.trim_end(), "");
        }
        if line.is_empty() {
            return row + numbers.trim_end();
        }
        format!("{row}{numbers}{:GAP$}{style}{line}{style:#}", "")
    }
}

fn short(point: &Point) -> String {
    let (day, time) = clock::day_and_time(point.time);
    format!("d{day} {time}")
}

#[cfg(test)]
mod tests {
    use super::{Cells, GAP, LABEL, READING, WIDTH, merged, widths};
    use anstyle::Style;

    fn row(name: &'static str, numbers: [&str; 4]) -> Cells {
        Cells {
            name,
            style: Style::new(),
            numbers: numbers.map(str::to_owned),
            course: vec![0.0, 1.0],
            note: String::new(),
        }
    }

    #[test]
    fn a_blank_stands_between_numbers_of_any_size() {
        let rows = [
            row("told", ["29.9", "-12.2", "d1 19:40", "d1 20:50"]),
            row("measured", ["-1.0e-10", "+1.0e-10", "d100 19:05", "d10000 23:59"]),
        ];
        let widths = widths(rows.iter());
        for row in &rows {
            let text = row.text(&widths);
            assert!(LABEL + text.trim_end().chars().count() <= WIDTH, "{text}");
            let words: Vec<_> = text.split_whitespace().collect();
            assert_eq!(words.len(), 1 + 2 + 2 * 2 + usize::from(widths.spark > 0), "{text}");
        }
        assert!(LABEL + READING + GAP + widths.numbers.iter().sum::<usize>() <= WIDTH);
    }

    #[test]
    fn told_and_measured_are_one_where_they_agree() {
        let numbers = ["0.00", "+0.86", "d1 19:40", "d1 20:00"];
        let names = |rows: Vec<Cells>| merged(rows).iter().map(|row| row.name).collect::<Vec<_>>();
        assert_eq!(names(vec![row("told", numbers), row("measured", numbers), row("null", numbers)]), ["both", "null"]);
        assert_eq!(names(vec![row("told", numbers), row("null", numbers)]), ["told", "null"]);
        let other = ["0.00", "+0.85", "d1 19:40", "d1 20:00"];
        assert_eq!(names(vec![row("told", numbers), row("measured", other)]), ["told", "measured"]);
    }
}
