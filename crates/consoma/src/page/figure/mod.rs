//! A body seen from the front: what is up and what is down against the control, at a time that a slider chooses.
//!
//! Each organ stands for a system, and by rule its quantity is the system's headline that moved most. How far it is up or down
//! is its change as a share of the width of its normal range, at most the whole of it. It is shown by two hues, by size, by an
//! arrow and by the number, so that it reads without colour. Without a script the figure shows the time of the largest change.
//! It knows nothing of the page that it stands on.

mod body;
mod frames;

use super::escaped;
use crate::sayings::plain;
use crate::table::change;
use body::{Label, Look};
use consoma_files::clock::day_and_time;
use consoma_lab::digest::{Digest, NOTABLE};
use consoma_lab::headline::fewest;
use consoma_lab::scenario::Scenario;
use consoma_model::declare::{Quantity, Row, System};
use frames::{Frame, frames};
use std::fmt::Write;

/// Moves the figures of a page. It fetches nothing.
const SCRIPT: &str = include_str!("figure.js");

/// What stands at an organ that is not read at a time: in bed, where chance would show as an effect.
const UNREAD: &str = "not read in bed";

/// A system with what stands for it.
struct Stand<'a> {
    system: System,
    row: Option<&'static Row<Quantity>>,
    digests: Vec<&'a Digest>,
}

impl Stand<'_> {
    /// Its change at a place of the record, in its unit, and as a share of the width of its normal range; `None` where it is not read.
    fn at(&self, group: usize, reading: usize, scenario: &Scenario, frame: &Frame) -> Option<(f64, f64)> {
        let own = self.digests.iter().find(|it| it.group == group && it.reading == scenario.readings[reading]);
        if own.is_some_and(|it| it.unread.iter().any(|span| (span.start..span.end).contains(&frame.time))) {
            return None;
        }
        let value = own.and_then(|it| it.change.as_ref()?.course.get(frame.place).copied()).unwrap_or(0.0);
        let level = (value / self.scale()).clamp(-1.0, 1.0);
        Some(if level.is_finite() { (value, level) } else { (0.0, 0.0) })
    }

    /// One scale for everybody, so that people can be compared.
    fn scale(&self) -> f64 {
        self.digests.iter().map(|it| it.scale()).fold(0.0, f64::max)
    }

    /// What it is called.
    fn name(&self) -> String {
        self.row.map_or_else(|| self.system.name().to_owned(), plain)
    }

    /// Its unit behind a number.
    fn unit(&self) -> String {
        match self.row.map_or("1", |row| row.declared.unit) {
            "1" => String::new(),
            "1/min" => "\u{a0}a minute".into(),
            unit => format!("\u{a0}{unit}"),
        }
    }

    /// What the figure says of a change, with an arrow.
    fn says(&self, at: Option<(f64, f64)>) -> String {
        let Some((value, level)) = at else { return UNREAD.into() };
        match level {
            level if level.abs() < NOTABLE => "as usual".into(),
            level if level > 0.0 => format!("▲\u{a0}{}{}", change(value), self.unit()),
            _ => format!("▼\u{a0}{}{}", change(value), self.unit()),
        }
    }
}

/// The figure. `id` tells figures of one page apart. Nothing where nothing differs from the control.
pub(super) fn figure(scenario: &Scenario, digests: &[Digest], id: &str) -> String {
    let heads = fewest(digests, 1);
    let stand = |system: System| {
        let row = heads.iter().find(|(of, _)| *of == system).map(|(_, row)| *row);
        let own = digests.iter().filter(|it| row.is_some_and(|row| row.id == it.quantity.id));
        Stand { system, row, digests: own.collect() }
    };
    let stands: Vec<_> = System::ALL.into_iter().map(stand).collect();
    let frames = frames(scenario);
    let Some((group, reading, now)) = largest(scenario, &stands, &frames) else { return String::new() };
    let mut out = format!("<div class=\"body-figure\" id=\"{id}\">\n");
    out += &controls(scenario, &frames, id, (group, reading, now));
    let _ = writeln!(
        out,
        "<p class=\"state\"><output for=\"{id}-time\">{}</output></p>",
        state(scenario, &frames[now], group, reading)
    );
    let labels: Vec<_> = stands.iter().map(|it| label(it, it.at(group, reading, scenario, &frames[now]))).collect();
    out += "<figure>\n";
    out += &body::drawn(&labels, "A person seen from the front; the table below holds the same numbers");
    let control = scenario.control.words();
    let _ = writeln!(
        out,
        "<figcaption>Difference to {control}. ▲ filled: above it; ▼ ring: below it; the larger, the further, measured by the width \
         of the normal range. Each place stands for the one quantity of its system that moved most. The arrow keys move the time.</figcaption>\n</figure>"
    );
    out += &tables(scenario, &stands, &frames);
    let _ = writeln!(out, "<script type=\"application/json\">{}</script>", data(scenario, &stands, &frames));
    out + "</div>\n" + "<script>\n" + SCRIPT + "</script>\n"
}

/// Whose largest change it is, under which reading, and when.
fn largest(scenario: &Scenario, stands: &[Stand<'_>], frames: &[Frame]) -> Option<(usize, usize, usize)> {
    let mut best = (0.0, None);
    for group in 0..scenario.groups.len() {
        for reading in 0..scenario.readings.len() {
            // At night people differ by the chance of who lies awake.
            let schedule = &scenario.groups[group].schedule;
            for (number, frame) in frames.iter().enumerate().filter(|(_, frame)| !schedule.in_bed(frame.time)) {
                // All that has moved counts together: one capped organ is no picture of a body.
                let at = stands.iter().filter_map(|it| it.at(group, reading, scenario, frame));
                let sum: f64 = at.map(|(_, level)| level.abs()).sum();
                if sum > best.0 {
                    best = (sum, Some((group, reading, number)));
                }
            }
        }
    }
    best.1
}

fn label(stand: &Stand<'_>, at: Option<(f64, f64)>) -> Label {
    let level = at.map_or(0.0, |(_, level)| level);
    let look = match level {
        level if level.abs() < NOTABLE => Look::Still,
        level if level > 0.0 => Look::Up,
        _ => Look::Down,
    };
    let (name, says) = (stand.name(), stand.says(at));
    Label { system: stand.system, id: stand.row.map_or("", |row| row.id), name, says, look, level: level.abs() }
}

/// "Ben, told: day 1, 19:35, deep talk".
fn state(scenario: &Scenario, frame: &Frame, group: usize, reading: usize) -> String {
    let name = scenario.readings[reading].name();
    format!(
        "<b>{}</b>, <b class=\"{name}\">{name}</b>: {}",
        escaped(&scenario.groups[group].name),
        escaped(&frame.says(scenario))
    )
}

/// The choices and the slider; hidden until the script is there to answer.
fn controls(scenario: &Scenario, frames: &[Frame], id: &str, (group, reading, now): (usize, usize, usize)) -> String {
    let mut out = String::from("<div class=\"controls\" hidden>\n");
    let mut choice = |legend: &str, name: &str, all: &[(String, &str)], picked: usize| {
        let _ = write!(out, "<fieldset><legend>{legend}</legend>");
        for (place, (text, class)) in all.iter().enumerate() {
            let checked = if place == picked { " checked" } else { "" };
            let _ = write!(
                out,
                "<label class=\"{class}\"><input type=\"radio\" name=\"{id}-{name}\" value=\"{place}\"{checked}> {text}</label> "
            );
        }
        out += "</fieldset>\n";
    };
    let people: Vec<_> = scenario.groups.iter().map(|group| (escaped(&group.name), "")).collect();
    let readings: Vec<_> = scenario.readings.iter().map(|it| (it.name().to_owned(), it.name())).collect();
    choice("Who", "who", &people, group);
    choice("Reading", "reading", &readings, reading);
    let _ = writeln!(
        out,
        "<p><label for=\"{id}-time\">Time</label> <input type=\"range\" id=\"{id}-time\" min=\"0\" max=\"{}\" step=\"1\" value=\"{now}\" \
         aria-valuetext=\"{}\"></p>\n</div>",
        frames.len() - 1,
        escaped(&frames[now].says(scenario))
    );
    out
}

/// The numbers of all frames, for those who cannot see the figure.
fn tables(scenario: &Scenario, stands: &[Stand<'_>], frames: &[Frame]) -> String {
    let moved: Vec<_> = stands.iter().filter(|stand| stand.row.is_some()).collect();
    let mut out = String::from("<details><summary>The same numbers as a table</summary>\n");
    for (group, who) in scenario.groups.iter().enumerate() {
        for (reading, name) in scenario.readings.iter().map(|it| it.name()).enumerate() {
            let _ = write!(
                out,
                "<div class=\"scroll\"><table><caption>{}, {name}: difference to {}</caption>\n<thead><tr><th class=\"word\">Time</th>",
                escaped(&who.name),
                scenario.control.words()
            );
            for stand in &moved {
                let unit = stand.unit();
                let unit = if unit.is_empty() { unit } else { format!(" ({})", unit.trim()) };
                let _ = write!(out, "<th>{}{unit}</th>", escaped(&stand.name()));
            }
            out += "</tr></thead>\n<tbody>\n";
            let mut day = 0;
            for frame in frames {
                let (now, clock) = day_and_time(frame.time);
                // The day is named once.
                let time = if now == day { clock } else { format!("day {now}, {clock}") };
                day = now;
                let _ = write!(out, "<tr><td class=\"time\">{time}</td>");
                for stand in &moved {
                    let cell = match stand.at(group, reading, scenario, frame) {
                        None => "-".into(),
                        Some((_, level)) if level.abs() < NOTABLE => "0".into(),
                        Some((value, _)) => change(value),
                    };
                    let _ = write!(out, "<td>{cell}</td>");
                }
                out += "</tr>\n";
            }
            out += "</tbody></table></div>\n";
        }
    }
    out + "</details>\n"
}

/// What the script needs, as compact JSON that is safe inside HTML.
fn data(scenario: &Scenario, stands: &[Stand<'_>], frames: &[Frame]) -> String {
    let course = |group: usize, reading: usize, stand: &Stand<'_>| -> Vec<Option<f64>> {
        let value = |frame: &Frame| stand.at(group, reading, scenario, frame).map(|(value, _)| rounded(value));
        frames.iter().map(value).collect()
    };
    let readings = |group: usize| -> Vec<Vec<Vec<Option<f64>>>> {
        (0..scenario.readings.len())
            .map(|reading| stands.iter().map(|stand| course(group, reading, stand)).collect())
            .collect()
    };
    let json = serde_json::json!({
        "times": frames.iter().map(|frame| frame.says(scenario)).collect::<Vec<_>>(),
        "notable": NOTABLE,
        "unread": UNREAD,
        "units": stands.iter().map(Stand::unit).collect::<Vec<_>>(),
        "scales": stands.iter().map(|stand| rounded(stand.scale())).collect::<Vec<_>>(),
        "changes": (0..scenario.groups.len()).map(readings).collect::<Vec<_>>(),
    });
    json.to_string().replace('<', "\\u003c").replace('>', "\\u003e")
}

/// A number to four digits.
fn rounded(value: f64) -> f64 {
    format!("{value:.3e}").parse().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::{figure, frames, rounded};
    use crate::page::report::fixture::record;
    use serde_json::Value;

    #[test]
    fn each_organ_has_a_mark_a_label_and_numbers() {
        let (record, digests) = record();
        let drawn = figure(&record.scenario, &digests, "body");
        assert_eq!(drawn.matches("class=\"disc\"").count(), 9);
        assert!(drawn.contains("<label for=\"body-time\">Time</label> <input type=\"range\" id=\"body-time\""));
        assert!(
            drawn.contains("aria-valuetext=\"day ") && drawn.contains("<details><summary>The same numbers as a table")
        );
        assert!(drawn.contains("class=\"controls\" hidden") && drawn.contains("as usual") && drawn.contains("▼"));
        // A table for each person under each reading, a row for each time.
        let rows = frames(&record.scenario).len();
        assert_eq!((drawn.matches("<table>").count(), drawn.matches("<tr><td").count()), (4, 4 * rows));
        assert!((60..200).contains(&rows), "{rows}");
    }

    #[test]
    fn its_data_are_those_of_the_table() {
        let (record, digests) = record();
        let drawn = figure(&record.scenario, &digests, "body");
        let text = drawn.split("<script type=\"application/json\">").nth(1).unwrap().split("</script>").next().unwrap();
        let data: Value = serde_json::from_str(text).unwrap();
        let times = data["times"].as_array().unwrap();
        assert_eq!(times.len(), frames(&record.scenario).len());
        for course in data["changes"][1][0].as_array().unwrap() {
            assert_eq!(course.as_array().unwrap().len(), times.len());
        }
        assert!(drawn.len() < 150_000, "{}", drawn.len());
        assert_eq!(rounded(0.123_456), 0.1235);
    }

    #[test]
    fn without_a_change_there_is_none() {
        let (record, mut digests) = record();
        digests.iter_mut().for_each(|it| it.change = None);
        assert_eq!(figure(&record.scenario, &digests, "body"), "");
    }

    #[test]
    fn names_are_safe_inside_the_data() {
        let (mut record, digests) = record();
        record.scenario.groups[0].name = "</script><b>".into();
        let drawn = figure(&record.scenario, &digests, "body");
        assert!(!drawn.contains("</script><b>") && drawn.matches("<script").count() == 2);
    }
}
