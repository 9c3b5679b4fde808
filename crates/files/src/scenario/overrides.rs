//! Arrows and parameters that a scenario file replaces.

use super::parts::Form;
use crate::form::leaf::{kind, measure};
use crate::problem::Problem;
use consoma_model::declare::{Parameter, Row, Spread};
use consoma_model::tables::{Arrows, Parameters};
use consoma_wiring::Population;
use toml::Value;

/// The declarations with what the file replaces. Unknown ids are reported with all other unknown keys.
pub(crate) fn population(form: &Form, problems: &mut Vec<Problem>) -> Population {
    let mut population = Population::default();
    for (key, field) in &form.arrows {
        let Some(row) = Arrows::rows().find(|row| row.id == key.get_ref()) else { continue };
        let Some((value, place)) = field.get_with_span(row.id, problems) else { continue };
        match measure(&value, row.declared.unit) {
            Ok(strength) => drop(population.set_arrow(row.id, strength)),
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
        return Ok((typical(declared, value)?, None));
    };
    let typical = table.get("typical").map_or(Ok(declared.typical), |value| typical(declared, value))?;
    let spread = table.get("spread").map(|value| spread(declared, value)).transpose()?;
    Ok((typical, spread))
}

fn typical(declared: &Parameter, value: &Value) -> Result<f64, Wrong> {
    let number = measure(value, declared.unit).map_err(unreadable)?;
    let Parameter { min, max, unit, .. } = *declared;
    if (min..=max).contains(&number) {
        return Ok(number);
    }
    let unit = if unit == "1" { String::new() } else { format!(" {unit}") };
    let why = format!("allowed: {min} to {max}{unit}; the nearest is {}", number.clamp(min, max));
    Err(Wrong { what: "is out of bounds", why })
}

/// A spread keeps the declared kind. Where the declaration has none it is that of a normal, in the parameter's unit.
fn spread(declared: &Parameter, value: &Value) -> Result<Spread, Wrong> {
    let (unit, kind_of): (_, fn(f64) -> Spread) = match declared.spread {
        Spread::Lognormal(_) => ("1", Spread::Lognormal),
        Spread::Normal(_) | Spread::Same => (declared.unit, Spread::Normal),
    };
    let hint = match declared.spread {
        Spread::Lognormal(_) => "the spread of this parameter is the standard deviation of its logarithm",
        Spread::Normal(_) | Spread::Same => "the spread of this parameter is a standard deviation in its unit",
    };
    if matches!(value, Value::Table(_) | Value::Array(_) | Value::Boolean(_)) {
        return Err(unreadable(format!("this is {}; {hint}", kind(value))));
    }
    let number = measure(value, unit).map_err(|why| unreadable(format!("spread: {why}; {hint}")))?;
    if number < 0.0 {
        return Err(Wrong { what: "is out of bounds", why: "a spread is 0 or more".into() });
    }
    Ok(kind_of(number))
}
