//! The night after: hypnograms of each person under each reading with the control below, and what a sleep laboratory reads from
//! them in a small table. Absent where the log holds no stages.

use super::drawn;
use super::phrases::list;
use super::story::mark;
use crate::page::escaped;
use crate::page::hypnogram::{Shown, hypnogram};
use crate::table::number;
use consoma_files::clock::day_and_time;
use consoma_lab::night::{Night, nights};
use consoma_lab::record::Record;
use consoma_lab::simulate::Course;
use consoma_lab::statistics::quantile;
use consoma_model::body::sleep::stages::Stage;
use consoma_model::declare::Reading;
use consoma_model::schedule::Span;
use std::fmt::Write;

/// Minutes before going to bed, and after getting up, that are drawn.
const AROUND: f64 = 20.0;
/// Minutes after getting up at which the morning is asked how it feels: sleep inertia is over by then.
const MORNING: f64 = 60.0;
/// A difference to the control of fewer minutes is not told.
const ALIKE: f64 = 1.0;
/// Slow-wave activity.
const WAVES: &str = "slow_waves.activity";
/// What the morning is asked.
const ASKED: [(&str, &str); 2] = [("restedness.refreshment", "Refreshed"), ("restedness.vigilance", "Vigilance")];

/// What a hypnogram shows.
const LEGEND: &str = "<p class=\"small\">From the top: awake; REM, the sleep of most dreams; N1, N2 and N3, from the lightest sleep to the \
                      deepest. Waves: how strong the slow waves of deep sleep are. Grey: the same person in the control. Shaded: in bed.</p>\n";

/// What is read from a night.
type Read = fn(&Night) -> f64;

/// Somebody's stay in bed with the course that it belongs to.
struct Slept<'a> {
    course: &'a Course,
    night: Night,
}

/// A column of the table: a reading, or the control under it.
struct Column<'a> {
    reading: Reading,
    control: bool,
    people: Vec<Slept<'a>>,
}

/// The section: the first night after what happens, and further ones folded.
pub(super) fn night(record: &Record) -> String {
    let first = one(record, 0);
    if first.is_empty() {
        return String::new();
    }
    let mut out = String::from("<section class=\"sleep\">\n<h2>The night</h2>\n");
    out += LEGEND;
    out += &first;
    for place in 1.. {
        let next = one(record, place);
        if next.is_empty() {
            break;
        }
        let name = if place == 1 { "The next night".into() } else { format!("Night {}", place + 1) };
        let _ = writeln!(out, "<details class=\"more\"><summary>{name}</summary>\n{next}</details>");
    }
    out + "</section>\n"
}

/// The night at a place after the first event, for everybody; empty where nobody has one.
fn one(record: &Record, place: usize) -> String {
    let groups = &record.scenario.groups;
    let all: Vec<Vec<Column<'_>>> = (0..groups.len()).map(|group| columns(record, group, place)).collect();
    let shown = || all.iter().flatten().filter_map(|column| column.people.first());
    let bed =
        shown().map(|slept| slept.night.bed).reduce(|a, b| Span { start: a.start.min(b.start), end: a.end.max(b.end) });
    let Some(bed) = bed else { return String::new() };
    let span = Span { start: bed.start - AROUND, end: bed.end + AROUND };
    let most = shown().flat_map(|slept| waves(record, slept)).map(|(_, value)| value).fold(0.0, f64::max);
    let mut out = String::new();
    for (number, (group, columns)) in groups.iter().zip(&all).enumerate() {
        let nights = if place == 0 { drawn::table(record, number) } else { String::new() };
        let _ = writeln!(out, "<h3>{}</h3>", escaped(&group.name));
        if columns.iter().all(|column| column.people.is_empty()) {
            out += "<p>No night of theirs lies within the record.</p>\n";
            continue;
        }
        match nights.is_empty() {
            true => out += &words(columns),
            false => out += "<p class=\"small\">Drawn here is one night of many; the table holds their means.</p>\n",
        }
        out += "<div class=\"panels\">\n";
        for reading in &record.scenario.readings {
            out += &figure(record, columns, *reading, &group.name, span, most);
        }
        out += "</div>\n";
        out += &if nights.is_empty() { table(record, columns) } else { nights };
    }
    if groups.iter().any(|group| group.count > 1) {
        out += "<p class=\"small\">Of several people the first is drawn; the tables hold medians.</p>\n";
    }
    out
}

/// Each reading and its control.
fn columns(record: &Record, group: usize, place: usize) -> Vec<Column<'_>> {
    let departs = record.scenario.groups[group].events().map(|event| event.start).reduce(f64::min);
    let from = departs.unwrap_or(record.scenario.span.start);
    let mut columns = Vec::new();
    for (number, (reading, courses)) in record.courses.iter().enumerate() {
        columns.push(Column { reading: *reading, control: false, people: slept(courses, group, place, from) });
        if let Some(control) = record.control.get(number) {
            columns.push(Column { reading: *reading, control: true, people: slept(control, group, place, from) });
        }
    }
    columns
}

/// The nights at a place after `from` of a group's people.
fn slept(courses: &[Course], group: usize, place: usize, from: f64) -> Vec<Slept<'_>> {
    let own = courses.iter().filter(|course| course.group == group);
    let night = |course: &'_ Course| nights(&course.log).into_iter().filter(|it| it.bed.end > from).nth(place);
    own.filter_map(|course| Some(Slept { night: night(course)?, course })).collect()
}

/// A quantity of a person over the record; nothing where it was not recorded.
fn values<'a>(record: &'a Record, course: &'a Course, id: &str) -> impl Iterator<Item = (f64, f64)> + 'a {
    let quantities = record.quantities();
    let (column, width) = (quantities.iter().position(|row| row.id == id), quantities.len().max(1));
    let rows = record.scenario.times.iter().zip(course.values.chunks_exact(width));
    rows.filter_map(move |(time, row)| Some((*time, *row.get(column?)?)))
}

fn waves(record: &Record, slept: &Slept<'_>) -> Vec<(f64, f64)> {
    let Span { start, end } = slept.night.bed;
    values(record, slept.course, WAVES).filter(|(time, _)| (start..=end).contains(time)).collect()
}

/// A reading with its control below.
fn figure(record: &Record, columns: &[Column<'_>], reading: Reading, who: &str, span: Span, most: f64) -> String {
    let mut shown = Vec::new();
    let mut says = Vec::new();
    for column in columns.iter().filter(|column| column.reading == reading) {
        let Some(slept) = column.people.first() else { continue };
        let name = if column.control { "control" } else { reading.name() };
        says.push(format!("{name}: {}", spoken(&slept.night)));
        shown.push(Shown { title: name, class: name, night: &slept.night, waves: waves(record, slept) });
    }
    if shown.is_empty() {
        return String::new();
    }
    let says = format!("Hypnogram of {who}. {}", says.join("; "));
    format!("<figure>{}</figure>\n", hypnogram(&shown, span, most, &says))
}

/// A night for those who cannot see it.
fn spoken(night: &Night) -> String {
    let it = night.summary();
    let clock = |time: f64| day_and_time(time).1;
    format!(
        "in bed from {} to {}, asleep for {}, {} cycles, {:.0} min of N3 and {:.0} min of REM sleep",
        clock(night.bed.start),
        clock(night.bed.end),
        hours(it.asleep),
        night.cycles().len(),
        it.minutes[Stage::N3 as usize],
        it.minutes[Stage::Rem as usize]
    )
}

/// "7 h 20 min".
fn hours(minutes: f64) -> String {
    let whole = minutes.round() as i64;
    if whole < 60 { format!("{whole} min") } else { format!("{} h {} min", whole / 60, whole % 60) }
}

/// What people ask of a night, in a sentence a reading; what is as in the control is said once.
fn words(columns: &[Column<'_>]) -> String {
    let asked: [(&str, &str, &str, Read); 4] = [
        ("asleep after", "longer", "sooner", |night| night.summary().latency),
        ("asleep for", "more", "less", |night| night.summary().asleep),
        ("in deep sleep for", "more", "less", |night| night.summary().minutes[Stage::N3 as usize]),
        ("awake in between for", "more", "less", |night| night.summary().after_onset),
    ];
    let mut out = String::from("<p>");
    for column in columns.iter().filter(|column| !column.control && !column.people.is_empty()) {
        let control = columns.iter().find(|it| it.control && it.reading == column.reading && !it.people.is_empty());
        let (mut moved, mut alike) = (Vec::new(), Vec::new());
        for (what, more, less, of) in asked {
            let own = median(column, of);
            let by = control.map_or(0.0, |control| own - median(control, of));
            match by.abs() >= ALIKE {
                true => moved.push(format!(
                    "{what} {} ({} {})",
                    hours(own),
                    hours(by.abs()),
                    if by > 0.0 { more } else { less }
                )),
                false => alike.push(format!("{what} {}", hours(own))),
            }
        }
        let same = if control.is_some() && !alike.is_empty() { "as in the control " } else { "" };
        if !alike.is_empty() {
            moved.push(format!("{same}{}", list(&alike)));
        }
        let _ = write!(out, "{}: {}. ", mark(column.reading), moved.join("; "));
    }
    out + "</p>\n"
}

fn median(column: &Column<'_>, of: impl Fn(&Night) -> f64) -> f64 {
    quantile(&column.people.iter().map(|slept| of(&slept.night)).collect::<Vec<_>>(), 0.5)
}

/// What a sleep laboratory writes below a hypnogram.
fn table(record: &Record, columns: &[Column<'_>]) -> String {
    let columns: Vec<_> = columns.iter().filter(|column| !column.people.is_empty()).collect();
    let mut out = String::from(
        "<div class=\"scroll\"><table><caption>The night in numbers</caption>\n<thead><tr><th class=\"word\"></th>",
    );
    for column in &columns {
        let name = if column.control { "its control".to_owned() } else { mark(column.reading) };
        let _ = write!(out, "<th>{name}</th>");
    }
    out += "</tr></thead>\n<tbody>\n";
    let mut row = |name: &str, cell: &dyn Fn(&Column<'_>) -> Option<String>| {
        let cells: Vec<_> = columns.iter().map(|column| cell(column)).collect();
        if cells.iter().any(Option::is_some) {
            let _ = write!(out, "<tr><td class=\"word\">{name}</td>");
            for cell in cells {
                let _ = write!(out, "<td>{}</td>", cell.unwrap_or_else(|| "-".into()));
            }
            out += "</tr>\n";
        }
    };
    let mut minutes = |name: &str, of: fn(&Night) -> f64| {
        row(name, &|column| Some(format!("{:.0}", median(column, of))));
    };
    minutes("Time asleep (min)", |night| night.summary().asleep);
    minutes("Time to fall asleep (min)", |night| night.summary().latency);
    minutes("Awake after that (min)", |night| night.summary().after_onset);
    minutes("Awakenings", |night| night.summary().awakenings as f64);
    minutes("Efficiency (% of the time in bed)", |night| 100.0 * night.summary().efficiency);
    minutes("Deep sleep, N3 (min)", |night| night.summary().minutes[Stage::N3 as usize]);
    minutes("REM sleep (min)", |night| night.summary().minutes[Stage::Rem as usize]);
    for (id, name) in ASKED {
        let asked = |slept: &Slept<'_>| {
            let at = slept.night.bed.end + MORNING;
            values(record, slept.course, id).find(|(time, _)| *time >= at).map(|(_, value)| value)
        };
        row(&format!("{name}, an hour after getting up{}", unit(id)), &|column| {
            let said: Vec<_> = column.people.iter().filter_map(asked).collect();
            (!said.is_empty()).then(|| number(quantile(&said, 0.5)))
        });
    }
    out + "</tbody></table></div>\n"
}

/// The unit of a quantity, in brackets.
fn unit(id: &str) -> String {
    let row = consoma_wiring::columns().find(|row| row.id == id);
    row.map(|row| row.declared.unit).filter(|unit| *unit != "1").map_or(String::new(), |unit| format!(" ({unit})"))
}

#[cfg(test)]
mod tests {
    use super::{hours, night};
    use crate::page::report::fixture;
    use consoma_lab::record::Record;
    use consoma_model::body::sleep::stages::Stage;

    fn record() -> Record {
        fixture::record().0
    }

    #[test]
    fn each_person_has_each_reading_with_its_control() {
        let page = night(&record());
        assert_eq!(page.matches("<svg").count(), 4);
        for name in ["told", "measured"] {
            assert_eq!(page.matches(&format!("class=\"stages {name}\"")).count(), 2, "{page}");
        }
        assert_eq!(page.matches("class=\"stages control\"").count(), 4);
        assert_eq!((page.matches("<table>").count(), page.matches("<caption>").count()), (2, 2));
        assert!(page.contains("asleep after 29 min (9 min longer)"), "{page}");
        assert!(
            page.contains(
                "<b class=\"measured\">measured</b>: as in the control asleep after 21 min, asleep for 7 h 28 min"
            ),
            "{page}"
        );
        assert!(
            page.contains(
                "<td class=\"word\">Time to fall asleep (min)</td><td>29</td><td>20</td><td>20</td><td>20</td>"
            )
        );
        // What was not recorded has no row.
        assert!(!page.contains("Refreshed") && page.contains(Stage::N3.name()));
    }

    #[test]
    fn without_stages_there_is_no_section() {
        let mut record = record();
        for (_, courses) in &mut record.courses {
            courses.iter_mut().for_each(|course| course.log.clear());
        }
        record.control.iter_mut().flatten().for_each(|course| course.log.clear());
        assert_eq!(night(&record), "");
    }

    #[test]
    fn long_times_are_hours() {
        assert_eq!(
            (hours(59.4), hours(59.6), hours(442.0)),
            ("59 min".into(), "1 h 0 min".into(), "7 h 22 min".into())
        );
    }
}
