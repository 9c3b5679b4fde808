//! The inputs that a table of a file states.

use super::encounter::inputs;
use super::parts::Named;
use crate::form::leaf::measure;
use crate::problem::Problem;
use consoma_model::declare::{Input, Row, Table};
use consoma_model::inputs::Inputs;
use core::ops::Range;

/// What an encounter sets.
pub(crate) type Sets = Inputs<Option<f64>>;

/// The inputs that a table states. Unknown keys are reported with all others.
pub(crate) fn read(stated: &Named, problems: &mut Vec<Problem>) -> Sets {
    let mut values = vec![None; Inputs::ROWS.len()];
    for (key, field) in stated {
        let Some((place, key, row)) = inputs().find(|(_, known, _)| known == key.get_ref()) else { continue };
        let Some((value, span)) = field.get_with_span(key, problems) else { continue };
        match measure(&value, row.declared.unit) {
            Ok(number) => values[place] = bounded(row, number, key, span, problems),
            Err(why) => {
                problems.push(Problem::at(span, format!("`{key}` cannot be read"), why).help(row.label));
            }
        }
    }
    Table::read(&mut values.into_iter()).unwrap_or_else(Inputs::none)
}

/// A number that an input may be. `key` is what the file calls it.
pub(crate) fn bounded(
    row: &Row<Input>,
    number: f64,
    key: &str,
    span: Range<usize>,
    problems: &mut Vec<Problem>,
) -> Option<f64> {
    let (low, high) = row.declared.allowed;
    if (low..=high).contains(&number) {
        return Some(number);
    }
    let unit = if row.declared.unit == "1" { String::new() } else { format!(" {}", row.declared.unit) };
    let label = format!("allowed: {low} to {high}{unit}; the nearest is {}", number.clamp(low, high));
    problems.push(Problem::at(span, format!("`{key}` is out of bounds"), label).help(row.label));
    None
}

/// The same under the key of the input.
pub(crate) fn bounded_input(
    input: &str,
    number: f64,
    key: &str,
    span: Range<usize>,
    problems: &mut Vec<Problem>,
) -> Option<f64> {
    let (.., row) = inputs().find(|(_, known, _)| *known == input)?;
    bounded(row, number, key, span, problems)
}

/// A rate that is stated as an amount over so many minutes. What is out of bounds is told in the amount.
pub(crate) fn bounded_amount(
    input: &str,
    amount: f64,
    lasts: f64,
    key: &str,
    span: Range<usize>,
    problems: &mut Vec<Problem>,
) -> Option<f64> {
    let (.., row) = inputs().find(|(_, known, _)| *known == input)?;
    let (low, high) = row.declared.allowed;
    let rate = amount / lasts;
    if (low..=high).contains(&rate) {
        return Some(rate);
    }
    let unit = row.declared.unit.trim_end_matches("/min");
    let unit = if unit == "1" { String::new() } else { format!(" {unit}") };
    let label = format!("allowed: {} to {}{unit} in {lasts} min", low * lasts, high * lasts);
    problems.push(Problem::at(span, format!("`{key}` is out of bounds"), label).help(row.label));
    None
}

/// What `base` sets, replaced by what `over` sets.
pub(crate) fn replaced(base: &Sets, over: &Sets) -> Sets {
    let (mut old, mut new) = (Vec::new(), Vec::new());
    base.write(&mut |value| old.push(value));
    over.write(&mut |value| new.push(value));
    Table::read(&mut old.into_iter().zip(new).map(|(old, new)| new.or(old))).unwrap_or_else(Inputs::none)
}

/// Where a key stands.
pub(crate) fn place(stated: &Named, key: &str) -> Option<Range<usize>> {
    stated.iter().find(|(known, _)| known.get_ref() == key).and_then(|(_, field)| field.span())
}
