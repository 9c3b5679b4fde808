//! Arrows and parameters that a scenario file replaces.

use super::parts::Form;
use crate::form::leaf::{kind, measure};
use crate::problem::Problem;
use consoma_model::declare::{Parameter, Row, Spread};
use consoma_model::tables::{Arrows, Parameters};
use consoma_wiring::Population;
use toml::Value;

/// Largest standard deviation of a logarithm: beyond it, people would differ by factors of thousands.
const WIDEST: f64 = 5.0;

/// The declarations with what the file replaces. Unknown ids are reported with all other unknown keys.
pub(crate) fn population(form: &Form, problems: &mut Vec<Problem>) -> Population {
    let mut population = Population::default();
    for (key, field) in &form.arrows {
        let Some(row) = Arrows::rows().find(|row| row.id == key.get_ref()) else { continue };
        let Some((value, place)) = field.get_with_span(row.id, problems) else { continue };
        match measure(&value, row.declared.unit) {
            Ok(strength) if within(row.declared.allowed(), strength) => drop(population.set_arrow(row.id, strength)),
            Ok(strength) => {
                let why = out_of(row.declared.allowed(), strength, row.declared.unit) + "; 0 switches it off";
                problems.push(Problem::at(place, format!("`{}` is out of bounds", row.id), why).help(row.label));
            }
            Err(why) => problems.push(Problem::at(place, format!("`{}` cannot be read", row.id), why).help(row.label)),
        }
    }
    for (key, field) in &form.parameters {
        let Some(row) = Parameters::rows().find(|row| row.id == key.get_ref()) else { continue };
        let Some((value, place)) = field.get_with_span(row.id, problems) else { continue };
        match parameter(row, &value) {
            Ok((typical, spread)) => drop(population.set_parameter(row.id, typical, spread)),
            Err(Wrong { what, why }) => {
                problems.push(Problem::at(place, format!("`{}` {what}", row.id), why).help(row.label));
            }
        }
    }
    population
}

struct Wrong {
    what: &'static str,
    why: String,
}

fn unreadable(why: String) -> Wrong {
    Wrong { what: "cannot be read", why }
}

fn parameter(row: &Row<Parameter>, value: &Value) -> Result<(f64, Option<Spread>), Wrong> {
    let declared = &row.declared;
    let Value::Table(table) = value else {
        let typical = typical(declared, value)?;
        drawable(typical, declared.spread)?;
        return Ok((typical, None));
    };
    let typical = table.get("typical").map_or(Ok(declared.typical), |value| typical(declared, value))?;
    let spread = table.get("spread").map(|value| spread(declared, value)).transpose()?;
    drawable(typical, spread.unwrap_or(declared.spread))?;
    Ok((typical, spread))
}

fn typical(declared: &Parameter, value: &Value) -> Result<f64, Wrong> {
    let number = measure(value, declared.unit).map_err(unreadable)?;
    let allowed = (declared.min, declared.max);
    if within(allowed, number) {
        return Ok(number);
    }
    Err(Wrong { what: "is out of bounds", why: out_of(allowed, number, declared.unit) })
}

/// A log-normal draw around nothing is nothing for everybody: that would be no spread.
fn drawable(typical: f64, spread: Spread) -> Result<(), Wrong> {
    match spread {
        Spread::Lognormal(sd) if sd > 0.0 && typical <= 0.0 => {
            let why = "its spread is a factor, so a typical value of 0 would be 0 for everybody; \
                       write { typical = 0, spread = 0 } if that is meant";
            Err(Wrong { what: "cannot be drawn", why: why.into() })
        }
        _ => Ok(()),
    }
}

fn within((low, high): (f64, f64), number: f64) -> bool {
    (low..=high).contains(&number)
}

fn out_of((low, high): (f64, f64), number: f64, unit: &str) -> String {
    let unit = if unit == "1" { String::new() } else { format!(" {unit}") };
    format!("allowed: {low} to {high}{unit}; the nearest is {}", number.clamp(low, high))
}

/// A spread keeps the declared kind. Where the declaration has none it is that of a normal, in the parameter's unit.
fn spread(declared: &Parameter, value: &Value) -> Result<Spread, Wrong> {
    let (unit, highest, kind_of): (_, _, fn(f64) -> Spread) = match declared.spread {
        Spread::Lognormal(_) => ("1", WIDEST, Spread::Lognormal),
        Spread::Normal(_) | Spread::Same => (declared.unit, declared.max - declared.min, Spread::Normal),
    };
    let hint = match declared.spread {
        Spread::Lognormal(_) => "the spread of this parameter is the standard deviation of its logarithm",
        Spread::Normal(_) | Spread::Same => "the spread of this parameter is a standard deviation in its unit",
    };
    if matches!(value, Value::Table(_) | Value::Array(_) | Value::Boolean(_)) {
        return Err(unreadable(format!("this is {}; {hint}", kind(value))));
    }
    let number = measure(value, unit).map_err(|why| unreadable(format!("spread: {why}; {hint}")))?;
    if !within((0.0, highest), number) {
        let why = format!("spread: {}; {hint}", out_of((0.0, highest), number, unit));
        return Err(Wrong { what: "is out of bounds", why });
    }
    Ok(kind_of(number))
}
