//! Doses: hormones and drugs, at a rate or as an amount.

use super::items::{Item, common};
use super::kinds::Kinds;
use super::sets::{Sets, bounded_amount, bounded_input};
use super::timed::Dose;
use super::words::Drug;
use crate::form::field::Field;
use crate::form::leaf::measure;
use crate::problem::Problem;
use consoma_model::inputs::Inputs;
use core::ops::Range;
use toml::{Spanned, Value};

/// How long it takes to give an amount in one go, where the file does not say, min.
const IN_ONE_GO: f64 = 1.0;

/// Adds a dose.
pub(crate) fn add<'a>(entry: &'a Spanned<Dose>, kinds: &mut Kinds<'a, '_>) {
    let (dose, place) = (entry.get_ref(), entry.span());
    // A rate says nothing of its own end.
    let usual = (dose.rate.span().is_none() && dose.amount.span().is_some()).then_some(IN_ONE_GO);
    let item: Item<'a> = common("dose", dose.when(), place.clone(), usual, kinds.groups, kinds.problems);
    let sets = sets(dose, place, item.lasts, kinds.problems);
    kinds.add(item, sets);
}

fn sets(dose: &Dose, place: Range<usize>, lasts: f64, problems: &mut Vec<Problem>) -> Sets {
    let mut sets = Inputs::none();
    let drug = dose.drug.need("drug", "\"oxytocin\"", place.clone(), problems);
    let (field, key) = match (dose.rate.span(), dose.amount.span()) {
        (Some(_), Some(stands)) => {
            let label = "the rate says how much already; leave one out";
            problems.push(Problem::at(stands, "a dose has a rate or an amount", label));
            return sets;
        }
        (None, None) => {
            let unit = drug.map_or("ug", Drug::unit);
            let problem = Problem::at(place, "`rate` is missing", "needs `rate` or `amount`");
            let help = format!("add a line such as `rate = \"5 {unit}/min\"` or `amount = \"10 {unit}\"`");
            problems.push(problem.help(help));
            return sets;
        }
        (Some(_), None) => (&dose.rate, "rate"),
        (None, Some(_)) => (&dose.amount, "amount"),
    };
    let Some(drug) = drug else { return sets };
    let Some((number, stands)) = number(field, key, drug, problems) else { return sets };
    *drug.of(&mut sets) = if key == "amount" {
        bounded_amount(drug.input(), number, lasts, key, stands, problems)
    } else {
        bounded_input(drug.input(), number, key, stands, problems)
    };
    sets
}

/// A rate or an amount, in the unit of its drug.
fn number(field: &Field<Value>, key: &str, drug: Drug, problems: &mut Vec<Problem>) -> Option<(f64, Range<usize>)> {
    let (value, place) = field.get_with_span(key, problems)?;
    let unit = if key == "rate" { format!("{}/min", drug.unit()) } else { drug.unit().to_owned() };
    match measure(&value, &unit) {
        Ok(number) => Some((number, place)),
        Err(why) => {
            problems.push(Problem::at(place, format!("`{key}` cannot be read"), why));
            None
        }
    }
}
