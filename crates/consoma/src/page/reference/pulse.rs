//! What a process does when something happens: the same stress test for all of them, of a typical person, beside the same afternoon
//! without it.

use super::equations::parts;
use crate::page::drawing::{Anchor, Drawing, Point};
use crate::page::escaped;
use crate::table::number;
use consoma_files::scenario;
use consoma_lab::headline::measurable;
use consoma_lab::record::{Record, record};
use consoma_lab::simulate::Failure;
use consoma_model::declare::{Quantity, Row};
use consoma_wiring::columns;
use std::fmt::Write;

/// The scenario.
const PULSE: &str = include_str!("pulse.toml");
/// Size of a picture and its margins, in units of the drawing: left, top, right, bottom.
const SIZE: Point = (520.0, 150.0);
const MARGIN: [f64; 4] = [64.0, 8.0, 8.0, 20.0];
/// Where the test begins and ends, min: its preparation, and its last task.
const TEST: (f64, f64) = (895.0, 910.0);
/// Less than this part of what is usual cannot be seen.
const SEEN: f64 = 0.01;
/// Hours with a mark on the axis.
const HOURS: [f64; 4] = [14.0, 16.0, 18.0, 20.0];

/// The stress test, lived through.
pub(super) struct Pulse {
    record: Record,
}

impl Pulse {
    pub(super) fn lived() -> Result<Self, Failure> {
        let mut scenario =
            scenario::parse("pulse.toml", PULSE).expect("the project's own scenario, which the tests read");
        scenario.quantities = (0..columns().count()).collect();
        Ok(Self { record: record(scenario, &|| ())? })
    }

    /// The course of a column, and that of the afternoon without the test.
    fn courses(&self, column: usize) -> [Vec<f64>; 2] {
        let width = self.record.scenario.quantities.len();
        let own = self.record.courses.first().and_then(|(_, courses)| courses.first());
        let other = self.record.control.first().and_then(|courses| courses.first());
        [own, other]
            .map(|it| it.map_or(Vec::new(), |it| it.values.iter().skip(column).step_by(width).copied().collect()))
    }

    /// How much of what is usual a course is moved by.
    fn moved(&self, column: usize, row: &Row<Quantity>) -> f64 {
        let [with, without] = self.courses(column);
        let most = with.iter().zip(&without).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        let size = without.iter().map(|value| value.abs()).fold(0.0, f64::max);
        let usual = row.declared.normal.map_or(size, |(low, high)| high - low);
        if usual > 0.0 { most / usual } else { 0.0 }
    }

    /// The picture of a process: what can be measured of it, or else what moves most. Nothing where nothing moves.
    pub(super) fn picture(&self, process: &str) -> String {
        let own = columns().enumerate().filter(|(_, row)| parts(row.id).0 == process);
        let weight = |(column, row): &(usize, &'static Row<Quantity>)| {
            let shown = self.moved(*column, row);
            (shown > SEEN).then_some((u8::from(row.declared.principal) + u8::from(measurable(&row.declared)), shown))
        };
        let best = own
            .filter_map(|it| Some((weight(&it)?, it)))
            .max_by(|a, b| a.0.partial_cmp(&b.0).unwrap_or(core::cmp::Ordering::Equal));
        best.map_or(String::new(), |(_, (column, row))| self.drawn(column, row))
    }

    fn drawn(&self, column: usize, row: &Row<Quantity>) -> String {
        let [with, without] = self.courses(column);
        let times = &self.record.scenario.times;
        let all = || with.iter().chain(&without).copied();
        let (low, high) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
        let [left, top, right, bottom] = MARGIN;
        let (start, end) = (times.first().copied().unwrap_or(0.0), times.last().copied().unwrap_or(1.0));
        let x = |time: f64| left + (time - start) / (end - start) * (SIZE.0 - left - right);
        let y = |value: f64| SIZE.1 - bottom - (value - low) / (high - low) * (SIZE.1 - top - bottom);
        let says = format!(
            "{} through a stress test, from {} to {} {}",
            row.label,
            number(low),
            number(high),
            row.declared.unit
        );
        let mut drawing = Drawing::new(SIZE, "panel", &says);
        drawing.area((x(TEST.0), top), (x(TEST.1), SIZE.1 - bottom), "stripe");
        let line =
            |values: &[f64]| times.iter().zip(values).map(|(&time, &value)| (x(time), y(value))).collect::<Vec<_>>();
        drawing.line(&line(&without), "line control");
        drawing.line(&line(&with), "line measured");
        drawing.text((left - 6.0, y(high) + 9.0), Anchor::End, "tick", &number(high));
        drawing.text((left - 6.0, y(low)), Anchor::End, "tick", &number(low));
        for hour in HOURS {
            drawing.text((x(hour * 60.0), SIZE.1 - 6.0), Anchor::Middle, "tick", &format!("{hour:.0}:00"));
        }
        let mut out = String::from("<figure class=\"pulse\">\n");
        out += &drawing.finish();
        let unit = if row.declared.unit == "1" { String::new() } else { format!(", {}", row.declared.unit) };
        let _ = writeln!(
            out,
            "<figcaption>{}{}, of a typical woman under <b class=\"measured\">measured</b>: through a stress test (stripe), and without it \
             (grey).</figcaption></figure>",
            escaped(row.label),
            escaped(&unit)
        );
        out
    }
}
