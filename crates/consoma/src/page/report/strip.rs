//! One strip: the whole time, system under system, on one axis. Each row shows by what a quantity differs from the control, which
//! is the line at zero.

use super::Made;
use super::phrases::list;
use crate::page::axis::Axis;
use crate::page::drawing::{Anchor, Drawing, round_numbers, tick};
use crate::page::escaped;
use crate::sayings::plain;
use consoma_lab::digest::Digest;
use consoma_lab::headline::fewest;
use consoma_model::declare::{Quantity, Row, System};
use std::fmt::Write;

/// Height of a row, and of the title above it.
const ROW: (f64, f64) = (62.0, 20.0);
/// Height of a row of names.
const NAME: f64 = 13.0;
/// Room for numbers on the left, and on the right.
const MARGIN: (f64, f64) = (42.0, 14.0);
/// Room before the name of a further quantity of a system.
const INDENT: f64 = 14.0;
/// Most rows of a system.
const ROWS: usize = 2;
/// Widths: for a page and for a phone.
const WIDTHS: [(f64, &str); 2] = [(900.0, "wide"), (380.0, "narrow")];

/// The strip; nothing where there is no control.
pub(super) fn strip(made: &Made<'_>) -> String {
    let rows = fewest(made.digests, ROWS);
    if made.record.control.is_empty() || rows.is_empty() {
        return String::new();
    }
    let mut out = String::from("<section class=\"strip\">\n<h2>Everything on one strip</h2>\n");
    let groups = &made.record.scenario.groups;
    if groups.len() > 1 {
        let who: Vec<_> = groups.iter().enumerate().map(|(place, group)| key(place, &group.name)).collect();
        let _ = writeln!(out, "<p class=\"legend\">{}</p>", who.join(" "));
    }
    out += "<figure>\n";
    let mut says = String::new();
    for (width, class) in WIDTHS {
        let axis = Axis::new(&made.record.scenario, MARGIN.0, width - MARGIN.1);
        out += &drawn(made, &rows, width, class, &axis);
        says = axis.says();
    }
    let control = made.record.scenario.control.words();
    let _ = writeln!(
        out,
        "<figcaption>Difference to the control ({control}), which is the grey line. {says} Stripes: what happens; shaded: in bed. \
         {}</figcaption>\n</figure>\n</section>",
        super::panels::FAINT
    );
    out
}

/// A person's line style with their name.
fn key(place: usize, name: &str) -> String {
    format!(
        "<span><svg class=\"dash\" viewBox=\"0 0 34 6\" aria-hidden=\"true\"><path class=\"ink {}\" d=\"M0 3L34 3\"/></svg>{}</span>",
        style(place),
        escaped(name)
    )
}

/// The line style of a group.
fn style(place: usize) -> &'static str {
    ["one", "two", "three", "four"][place % 4]
}

fn drawn(made: &Made<'_>, rows: &[(System, &'static Row<Quantity>)], width: f64, class: &str, axis: &Axis) -> String {
    let names = axis.names(None, 0.0, NAME) as f64 * NAME + 8.0;
    let bottom = names + rows.len() as f64 * (ROW.0 + ROW.1);
    let courses: Vec<_> = rows.iter().map(|(_, row)| plain(row)).collect();
    let says =
        format!("Courses of {}, as differences to the control; the tables below hold the numbers", list(&courses));
    let mut drawing = Drawing::new((width, bottom + 36.0), class, &says);
    axis.shade(&mut drawing, names, bottom);
    axis.names(Some(&mut drawing), names, NAME);
    let times = &made.record.scenario.times;
    for (place, (system, row)) in rows.iter().enumerate() {
        let top = names + place as f64 * (ROW.0 + ROW.1) + ROW.1;
        let of: Vec<_> = made.of(row.id).collect();
        let (low, high) = extent(axis, times, &of);
        let y = |value: f64| top + 4.0 + (high - value) / (high - low) * (ROW.0 - 10.0);
        let indent = if place > 0 && rows[place - 1].0 == *system { INDENT } else { 0.0 };
        drawing.text(
            (MARGIN.0 + indent, top - 4.0),
            Anchor::Start,
            "row",
            &row_title(place.checked_sub(1).map(|before| rows[before].0), *system, row),
        );
        drawing.line(&[(MARGIN.0, y(0.0)), (width - MARGIN.1, y(0.0))], "line control");
        // A lone zero would show no scale.
        let few = round_numbers(low, high, 3.0);
        let ticks = if few.len() > 1 { few } else { round_numbers(low, high, 5.0) };
        for value in &ticks {
            drawing.text((MARGIN.0 - 5.0, y(*value) + 4.0), Anchor::End, "tick", &tick(*value, &ticks));
        }
        for digest in &of {
            let Some(change) = &digest.change else { continue };
            let class = format!("line {} {}", digest.reading.name(), style(digest.group));
            // What is not read may leave the scale.
            let within = |value: f64| y(value.clamp(low, high));
            for (unread, part) in axis.parts((times, &change.course), &digest.unread, within) {
                drawing.line(&part, &if unread { format!("{class} faint") } else { class.clone() });
            }
        }
    }
    axis.draw(&mut drawing, bottom);
    drawing.finish()
}

/// The title of a row, short enough for a phone. The system is named once.
fn row_title(before: Option<System>, system: System, row: &Row<Quantity>) -> String {
    let name = match row.declared.unit {
        "1" => plain(row),
        unit => format!("{} ({unit})", plain(row)),
    };
    if before == Some(system) { name } else { format!("{}: {name}", system.name()) }
}

/// The lowest and the highest difference that is drawn and read; zero lies between.
fn extent(axis: &Axis, times: &[f64], of: &[&Digest]) -> (f64, f64) {
    let changes = of.iter().filter_map(|digest| Some((digest, digest.change.as_ref()?)));
    let read = |digest: &Digest, time: f64| digest.unread.iter().all(|span| !(span.start..span.end).contains(&time));
    let points = changes.flat_map(|(digest, change)| {
        times.iter().zip(&change.course).filter(move |(time, _)| axis.holds(**time) && read(digest, **time))
    });
    let drawn = points.map(|(_, value)| *value);
    let (low, high) = drawn.fold((0.0, 0.0), |(low, high), value| (f64::min(low, value), f64::max(high, value)));
    if high > low { (low, high) } else { (-1.0, 1.0) }
}
