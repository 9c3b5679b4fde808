//! From the form of a data file to data that can be compared.

use super::parts::{Correlations, Form, Series, Time};
use super::rows::Rows;
use crate::form::field::Field;
use crate::form::leaf::measure;
use crate::problem::Problem;
use crate::{form, names, suggest, unit};
use consoma_lab::compare::{self, Measured, Point};
use consoma_lab::instrument::Instrument;
use consoma_lab::scenario::Scenario;
use consoma_model::declare::{Quantity, Row};
use consoma_model::tables::quantities;
use core::ops::Range;
use std::path::{Path, PathBuf};

/// Allowed scales of an instrument: an assay that reads a tenth or ten times of the truth is none.
const SCALE: (f64, f64) = (0.1, 10.0);

/// What resolving needs to know.
struct Context<'a> {
    folder: &'a Path,
    shift: f64,
    scenario: &'a Scenario,
    /// From the data's unit to the quantity's.
    factor: f64,
}

/// The data, or `None` where what is wrong leaves too little of them. `problems` gets everything that is wrong.
pub(crate) fn resolve(
    data: &Form,
    top: Range<usize>,
    folder: &Path,
    shift: f64,
    scenario: &Scenario,
    problems: &mut Vec<Problem>,
) -> Option<Measured> {
    form::version(&data.consoma, top.clone(), problems);
    names::check("name", &data.name, problems);
    for (key, field) in [("source", &data.source), ("caution", &data.caution)] {
        names::check_text(key, field, problems);
    }
    let name = data.name.need("name", "\"A study\"", top.clone(), problems);
    let source = data.source.need("source", "\"doi:10...\"", top.clone(), problems);
    let caution = data.caution.get("caution", problems).unwrap_or_default();
    let id = data.quantity.need("quantity", "\"saliva.cortisol\"", top.clone(), problems);
    let row = id.and_then(|id| quantity(&id, &data.quantity, problems));
    let unit = data.unit.need("unit", "\"nmol/L\"", top.clone(), problems);
    let factor = data.factor.get("factor", problems);
    if let (Some(row), Some(unit), None) = (row, &unit, factor)
        && row.declared.unit != unit
    {
        let what = format!("the data are in {unit}, the quantity is in {}", row.declared.unit);
        let help = format!("add `factor = ...`, the {} in one {unit}", row.declared.unit);
        problems.push(Problem::at(data.unit.span().unwrap_or_default(), what, "another unit").help(help));
    }
    let instrument = instrument(data, row.map_or("1", |row| row.declared.unit), problems);
    let context = Context { folder, shift, scenario, factor: factor.unwrap_or(1.0) };
    if data.series.is_empty() {
        problems.push(Problem::at(top, "there is no course", "needs a [[series]]"));
    }
    let series: Vec<_> =
        data.series.iter().filter_map(|series| context.series(series.get_ref(), series.span(), problems)).collect();
    let correlations =
        data.correlations.as_ref().and_then(|it| context.correlations(it.get_ref(), it.span(), problems));
    Some(Measured {
        name: name?,
        source: source?,
        caution,
        quantity: quantities().position(|known| row.is_some_and(|row| row.id == known.id))?,
        instrument,
        series,
        correlations,
    })
}

/// The CSV files that a data file names.
pub(crate) fn files(data: &Form, folder: &Path) -> Vec<PathBuf> {
    let series = data.series.iter().map(|series| &series.get_ref().file);
    let correlations = data.correlations.iter().map(|it| &it.get_ref().file);
    series.chain(correlations).filter_map(|field| Some(folder.join(field.value()?))).collect()
}

fn quantity(id: &str, field: &Field<String>, problems: &mut Vec<Problem>) -> Option<&'static Row<Quantity>> {
    let found = quantities().find(|row| row.id == id);
    if found.is_none() {
        let ids: Vec<_> = quantities().map(|row| row.id).collect();
        let help = suggest::help(id, &ids, "`consoma list quantities` prints all");
        let place = field.span().unwrap_or_default();
        problems.push(Problem::at(place, format!("no quantity has the id `{id}`"), "unknown id").help(help));
    }
    found
}

fn instrument(form: &Form, unit: &str, problems: &mut Vec<Problem>) -> Instrument {
    let mut number = |field: &Field<f64>, key: &str, usual: f64, (low, high): (f64, f64)| {
        let Some((value, place)) = field.get_with_span(key, problems) else { return usual };
        if !(low..=high).contains(&value) {
            let label = format!("allowed: {low} to {high}");
            problems.push(Problem::at(place, format!("`{key}` is out of bounds"), label));
        }
        value
    };
    let scale = number(&form.instrument.scale, "scale", 1.0, SCALE);
    let cv = number(&form.instrument.cv, "cv", 0.0, (0.0, 1.0));
    let offset = form.instrument.offset.get_with_span("offset", problems).map_or(0.0, |(value, place)| {
        measure(&value, unit).unwrap_or_else(|why| {
            problems.push(Problem::at(place, "`offset` cannot be read", why));
            0.0
        })
    });
    Instrument { scale, offset, cv }
}

impl Context<'_> {
    fn series(&self, form: &Series, top: Range<usize>, problems: &mut Vec<Problem>) -> Option<compare::Series> {
        names::check("label", &form.label, problems);
        let label = form.label.need("label", "\"men\"", top.clone(), problems)?;
        let group = self.group(&form.people, top.clone(), problems)?;
        let zero = form.zero.need("zero", "\"day 1 16:00\"", top.clone(), problems)?.0 + self.shift;
        let rows = self.rows(&form.file, top.clone(), problems)?;
        let times = column(&form.time, &rows, top.clone(), problems)?;
        let mut place = |field: &Field<String>, key: &str| {
            let name = field.get(key, problems)?;
            known(rows.column(&name), field, problems)
        };
        let (n, sd, log_sd) = (place(&form.n, "n"), place(&form.sd, "sd"), place(&form.log_sd, "log_sd"));
        let mean = form.mean.need("mean", "\"mean\"", top.clone(), problems)?;
        let mean = known(rows.column(&mean), &form.mean, problems)?;
        let wanted: Option<Vec<_>> = form
            .r#where
            .iter()
            .map(|(name, text)| {
                let column = known(rows.column(name), text, problems)?;
                Some((column, text.get(name, problems)?))
            })
            .collect();
        let matching = rows.matching(&wanted?);
        if matching.is_empty() {
            problems.push(Problem::at(top.clone(), "no row is meant", "nothing in the file fits `where`"));
        }
        let point = |row: usize| -> Result<Point, String> {
            let number = |column: Option<usize>| column.map(|column| rows.number(row, column)).transpose();
            Ok(Point {
                time: zero + rows.number(row, times.0)? * times.1,
                mean: rows.number(row, mean)? * self.factor,
                n: number(n)?,
                sd: number(sd)?.map(|sd| sd * self.factor),
                log_sd: number(log_sd)?,
            })
        };
        let points: Result<Vec<_>, _> = matching.into_iter().map(point).collect();
        let mut points = known(points, &form.file, problems)?;
        points.sort_by(|a, b| a.time.total_cmp(&b.time));
        let span = self.scenario.span;
        if let Some(outside) = points.iter().find(|point| point.time < span.start || point.time > span.end) {
            let what = format!("the scenario does not reach {}", crate::clock::written(outside.time));
            let label =
                format!("it runs from {} to {}", crate::clock::written(span.start), crate::clock::written(span.end));
            problems.push(Problem::at(form.zero.span().unwrap_or(top), what, label));
        }
        Some(compare::Series { label, group, zero, points })
    }

    fn correlations(
        &self,
        form: &Correlations,
        top: Range<usize>,
        problems: &mut Vec<Problem>,
    ) -> Option<compare::Correlations> {
        let groups: Option<Vec<_>> =
            form.people.iter().map(|people| self.group(people, top.clone(), problems)).collect();
        let zero = form.zero.need("zero", "\"day 1 16:00\"", top.clone(), problems)?.0 + self.shift;
        let rows = self.rows(&form.file, top.clone(), problems)?;
        let (first, scale) = column(&form.time, &rows, top, problems)?;
        let all = rows.matching(&[]);
        let columns: Vec<usize> = (0..rows.header().len()).filter(|&column| column != first).collect();
        let cells = || -> Result<_, String> {
            if columns.len() != all.len() {
                return Err(format!(
                    "{} rows and {} columns of correlations: the table is not square",
                    all.len(),
                    columns.len()
                ));
            }
            let times = all
                .iter()
                .map(|&row| Ok(zero + rows.number(row, first)? * scale))
                .collect::<Result<Vec<_>, String>>()?;
            let cells = all.iter().flat_map(|&row| columns.iter().map(move |&column| (row, column)));
            let values = cells.map(|(row, column)| rows.number(row, column)).collect::<Result<Vec<_>, String>>()?;
            Ok((times, values))
        };
        let (times, values) = known(cells(), &form.file, problems)?;
        Some(compare::Correlations { groups: groups?, times, values })
    }

    /// The place of a group of the scenario.
    fn group(&self, field: &Field<String>, top: Range<usize>, problems: &mut Vec<Problem>) -> Option<usize> {
        let name = field.need("people", "\"men\"", top, problems)?;
        let found = self.scenario.groups.iter().position(|group| group.name == name);
        if found.is_none() {
            let names: Vec<_> = self.scenario.groups.iter().map(|group| group.name.as_str()).collect();
            let what = format!("the scenario has no people named `{name}`");
            let place = field.span().unwrap_or_default();
            problems.push(Problem::at(place, what, "unknown").help(suggest::help(&name, &names, "see the scenario")));
        }
        found
    }

    fn rows(&self, field: &Field<String>, top: Range<usize>, problems: &mut Vec<Problem>) -> Option<Rows> {
        let name = field.need("file", "\"means.csv\"", top, problems)?;
        known(Rows::read(&self.folder.join(name)), field, problems)
    }
}

/// A column of times: its place, and minutes in its unit.
fn column(form: &Time, rows: &Rows, top: Range<usize>, problems: &mut Vec<Problem>) -> Option<(usize, f64)> {
    let name = form.column.need("time.column", "\"minute\"", top.clone(), problems)?;
    let place = known(rows.column(&name), &form.column, problems)?;
    let written = form.unit.need("time.unit", "\"min\"", top, problems)?;
    let minutes = known(unit::number(&format!("1 {written}"), "min"), &form.unit, problems)?;
    Some((place, minutes))
}

/// The value, or a problem at the field that led to it.
fn known<T, U>(result: Result<T, String>, field: &Field<U>, problems: &mut Vec<Problem>) -> Option<T> {
    result.map_err(|why| problems.push(Problem::at(field.span().unwrap_or_default(), why, "because of this"))).ok()
}
