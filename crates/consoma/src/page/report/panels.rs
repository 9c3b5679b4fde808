//! A section a system: each quantity's course for each person, with the control and all readings together, and its changes in a
//! small table.

use super::phrases::{list, moved, title};
use super::story::mark;
use super::{Made, Part, at, evidence};
use crate::page::axis::Axis;
use crate::page::drawing::{Anchor, Drawing, Point, round_numbers, tick};
use crate::page::escaped;
use crate::sayings::named;
use crate::table::{change, number};
use consoma_files::clock::day_and_time;
use consoma_files::usual;
use consoma_lab::digest::Digest;
use consoma_lab::evidence::doubt;
use consoma_lab::scenario::{Group, Scenario};
use consoma_model::declare::{Quantity, Row};
use std::fmt::Write;

/// Size of a panel.
pub(super) const PANEL: (f64, f64) = (380.0, 188.0);
/// Room around it: left, right, top, bottom.
const MARGIN: (f64, f64, f64, f64) = (LEFT, RIGHT, 6.0, 32.0);
/// Room on its left.
pub(super) const LEFT: f64 = 46.0;
/// Room on its right.
pub(super) const RIGHT: f64 = 10.0;
/// Folded quantities that are named.
const NAMED: usize = 4;
/// What a faint line is.
pub(super) const FAINT: &str = "Faint lines: in bed and for half an hour after. Heart, skin, bowel and attention differ there by the \
                                chance of when one lay awake in this one night, so nothing is read there.";
/// An axis begins at zero where the lowest value lies below this share of the highest.
const FROM_ZERO: f64 = 0.5;

/// The section of a system.
pub(super) fn section(made: &Made<'_>, part: &Part) -> String {
    let name = part.system.name();
    let mut letters = name.chars();
    let first = letters.next().map_or(String::new(), |first| first.to_uppercase().collect());
    let mut out = format!("<h2>{first}{}</h2>\n", letters.as_str());
    if made
        .digests
        .iter()
        .any(|it| it.quantity.declared.system == part.system && !it.unread.is_empty() && it.change.is_some())
    {
        let _ = writeln!(out, "<p class=\"small\">{FAINT}</p>");
    }
    // What people know the system by is open on the page, at least one; the others fold.
    let open = part.rows.iter().filter(|row| row.declared.principal).count().max(1);
    for row in part.rows.iter().take(open) {
        out += &quantity(made, row);
    }
    let more = part.rows.get(open..).unwrap_or_default();
    if !more.is_empty() {
        let mut names: Vec<_> = more.iter().take(NAMED).map(|row| named(row)).collect();
        if more.len() > NAMED {
            names.push(format!("{} others", more.len() - NAMED));
        }
        let _ = writeln!(out, "<details class=\"more\"><summary>More: {}</summary>", list(&names));
        for row in more {
            out += &quantity(made, row);
        }
        out += "</details>\n";
    }
    out
}

fn quantity(made: &Made<'_>, row: &'static Row<Quantity>) -> String {
    let of: Vec<_> = made.of(row.id).collect();
    let times = &made.record.scenario.times;
    let axis = Axis::new(&made.record.scenario, MARGIN.0, PANEL.0 - MARGIN.1);
    let (low, high) = extent(&axis, times, &of);
    let mut out =
        format!("<section class=\"quantity\">\n<h3>{}{}</h3>\n<div class=\"panels\">\n", title(row), grades(made, row));
    for (place, group) in made.record.scenario.groups.iter().enumerate() {
        let own: Vec<_> = of.iter().copied().filter(|digest| digest.group == place).collect();
        let _ = writeln!(out, "<figure><figcaption>{}</figcaption>", escaped(&group.name));
        out += &panel(&made.record.scenario, row, group, &own, &axis, (low, high));
        out += "</figure>\n";
    }
    out += "</div>\n";
    out += &table(made, row, &of);
    out += &evidence::evidence(made, row);
    out + "</section>\n"
}

/// The grades of what leads to a quantity without support, beside its title.
pub(super) fn grades(made: &Made<'_>, row: &Row<Quantity>) -> String {
    let readings = made.record.scenario.readings.iter();
    let doubts =
        readings.filter_map(|reading| Some((reading.name(), doubt(row.id, *reading, &made.record.scenario)?.word())));
    doubts
        .map(|(name, grade)| format!(" <span class=\"grade\"><b class=\"{name}\">{name}</b>: evidence {grade}</span>"))
        .collect()
}

pub(super) fn panel(
    scenario: &Scenario,
    row: &Row<Quantity>,
    group: &Group,
    own: &[&Digest],
    axis: &Axis,
    (low, high): Point,
) -> String {
    let times = &scenario.times;
    let (left, right, top, bottom) = (MARGIN.0, PANEL.0 - MARGIN.1, MARGIN.2, PANEL.1 - MARGIN.3);
    let y = |value: f64| bottom - (value - low) / (high - low) * (bottom - top);
    let mut drawing = Drawing::new(PANEL, "panel", &says(row, group, own));
    if let Some((from, to)) = row.declared.normal {
        let (from, to) = (from.clamp(low, high), to.clamp(low, high));
        drawing.area((left, y(to)), (right, y(from)), "normal");
    }
    axis.shade(&mut drawing, top, bottom);
    let ticks = round_numbers(low, high, 5.0);
    for value in &ticks {
        drawing.line(&[(left, y(*value)), (right, y(*value))], "grid");
        drawing.text((left - 6.0, y(*value) + 4.0), Anchor::End, "tick", &tick(*value, &ticks));
    }
    if let Some(control) = own.first().map(|digest| &digest.control) {
        for piece in axis.course(times, control, y) {
            drawing.line(&piece, "line control");
        }
    }
    // The first reading is the thickest, so that it still shows below another that it agrees with.
    for digest in own {
        let weak = if doubt(row.id, digest.reading, scenario).is_some() { " weak" } else { "" };
        let class = format!("line {}{weak}", digest.reading.name());
        for (unread, part) in axis.parts((times, &digest.course), &digest.unread, y) {
            drawing.line(&part, &if unread { format!("{class} faint") } else { class.clone() });
        }
    }
    axis.draw(&mut drawing, bottom);
    drawing.finish()
}

/// What a panel shows, for those who cannot see it.
fn says(row: &Row<Quantity>, group: &Group, own: &[&Digest]) -> String {
    let readings = own.iter().map(|digest| {
        let name = digest.reading.name();
        match digest.change.as_ref().filter(|_| digest.notable()) {
            Some(it) => {
                let (largest, time) = (moved(it.largest.value, row, true), it.largest.time);
                format!("under {name} up to {largest} than the control, at {}", at(time, day_and_time(digest.begins).0))
            }
            None => format!("under {name} from {} to {}", number(digest.trough.value), number(digest.peak.value)),
        }
    });
    format!("{} of {}: {}", title(row), group.name, readings.collect::<Vec<_>>().join("; "))
}

/// The lowest and the highest value that is drawn, of all people, with a little room.
pub(super) fn extent(axis: &Axis, times: &[f64], of: &[&Digest]) -> Point {
    let courses = of.iter().flat_map(|digest| [&digest.course, &digest.control]);
    let points = courses.flat_map(|course| times.iter().zip(course)).filter(|(time, _)| axis.holds(**time));
    let start = (f64::INFINITY, f64::NEG_INFINITY);
    let (low, high) = points.fold(start, |(low, high), (_, value)| (low.min(*value), high.max(*value)));
    if high <= low || !(high - low).is_finite() {
        let middle = if low.is_finite() { low } else { 0.0 };
        return (middle - 1.0, middle + 1.0);
    }
    let room = 0.05 * (high - low);
    let zero = (0.0..FROM_ZERO * high).contains(&low);
    (if zero { 0.0 } else { low - room }, high + room)
}

fn table(made: &Made<'_>, row: &Row<Quantity>, of: &[&Digest]) -> String {
    let unit = if row.declared.unit == "1" { "no unit" } else { row.declared.unit };
    let normal = row.declared.normal.map_or(String::new(), |(low, high)| format!("; normal range {low} to {high}"));
    let controlled = !made.record.control.is_empty();
    let heads: &[&str] = if controlled {
        &["Usual", "Change", "At", "Back", "Next morning", "At the end"]
    } else {
        &["Start", "Lowest", "Highest", "End"]
    };
    let mut out = format!(
        "<div class=\"scroll\"><table><caption>{} ({unit}{normal})</caption>\n<thead><tr><th class=\"word\">Who</th><th class=\"word\">Reading</th>",
        if controlled { "Changes against the control" } else { "Course" }
    );
    for head in heads {
        let _ = write!(out, "<th>{head}</th>");
    }
    out += "</tr></thead>\n<tbody>\n";
    for (place, group) in made.record.scenario.groups.iter().enumerate() {
        for digest in of.iter().filter(|digest| digest.group == place) {
            let _ = write!(
                out,
                "<tr><td class=\"word\">{}</td><td class=\"word\">{}</td>",
                escaped(&group.name),
                mark(digest.reading)
            );
            for cell in cells(made, digest, controlled) {
                let _ = write!(out, "<td>{cell}</td>");
            }
            out += "</tr>\n";
        }
    }
    out + "</tbody></table></div>\n"
}

fn cells(made: &Made<'_>, digest: &Digest, controlled: bool) -> Vec<String> {
    let day = day_and_time(digest.begins).0;
    if !controlled {
        return [digest.start, digest.trough, digest.peak, digest.end].map(|point| number(point.value)).to_vec();
    }
    // What is usually next to nothing is nothing.
    let nothing = |usual: f64| if usual.abs() < 0.5 * digest.least() { 0.0 } else { usual };
    let usual = usual::mean_of(made.record, digest).map_or("-".to_owned(), |usual| number(nothing(usual)));
    // What is left is told where it is worth a line.
    let left = |value: f64| if value.abs() >= digest.least() { change(value) } else { "0".to_owned() };
    match &digest.change {
        Some(it) if digest.notable() => vec![
            usual,
            change(it.largest.value),
            at(it.largest.time, day),
            it.over.map_or("later".to_owned(), |over| at(over.time, day)),
            it.morning.map_or("-".to_owned(), |point| left(point.value)),
            left(it.end.value),
        ],
        Some(it) => {
            let size = it.largest.value;
            // Far below what is worth a line is nothing.
            let size =
                if size.abs() < 0.1 * digest.least() { "0".to_owned() } else { format!("{} (small)", change(size)) };
            vec![usual, size, "-".into(), "-".into(), "0".into(), "0".into()]
        }
        None => vec![usual, "none".into(), "-".into(), "-".into(), "-".into(), "-".into()],
    }
}
