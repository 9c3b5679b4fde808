//! Encounters and naps of a scenario file.

use super::parts::{self, Encounter, Form};
use super::people;
use crate::form::field::Field;
use crate::form::leaf::{Instant, Lasting, measure};
use crate::problem::Problem;
use crate::{clock, names};
use consoma_lab::scenario::Group;
use consoma_model::declare::Table;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::{self, Span};
use core::ops::Range;

/// Shortest event. A shorter one is surely a mistaken unit, and would fall between two steps.
const SHORTEST: f64 = 1.0 / 60.0;

/// Gives each group its encounters.
pub(crate) fn encounters(form: &Form, span: Option<Span>, groups: &mut [Group], problems: &mut Vec<Problem>) {
    for entry in &form.encounter {
        let encounter = entry.get_ref();
        names::check("name", &encounter.name, problems);
        let name = encounter.name.need("name", "\"deep talk\"", entry.span(), problems);
        let when = when(&encounter.at, &encounter.lasts, entry.span(), span, problems);
        let sets = sets(encounter, problems);
        let who = people::named(encounter.who.as_ref(), groups, problems);
        let (Some(name), Some(when)) = (name, when) else { continue };
        let new = schedule::Encounter { name, span: when, sets };
        for place in who {
            let group = &mut groups[place];
            if let Some((other, key)) = group.schedule.encounters.iter().find_map(|old| clash(old, &new)) {
                let what = format!("two encounters of `{}` set `{key}` at the same time", group.name);
                let until = clock::written(other.span.end);
                let label = format!("`{}` lasts until {until}", other.name);
                let at = encounter.at.span().unwrap_or_else(|| entry.span());
                problems.push(
                    Problem::at(at, what, label)
                        .help("let one end before the other begins, or set the input in one alone"),
                );
            } else {
                group.schedule.encounters.push(new.clone());
            }
        }
    }
}

/// Gives each group its naps.
pub(crate) fn naps(form: &Form, span: Option<Span>, groups: &mut [Group], problems: &mut Vec<Problem>) {
    for entry in &form.nap {
        let nap = entry.get_ref();
        let when = when(&nap.at, &nap.lasts, entry.span(), span, problems);
        for place in people::named(nap.who.as_ref(), groups, problems) {
            groups[place].schedule.naps.extend(when);
        }
    }
}

/// When it happens; `None` where that cannot be read or lies outside the scenario.
fn when(
    at: &Field<Instant>,
    lasts: &Field<Lasting>,
    entry: Range<usize>,
    scenario: Option<Span>,
    problems: &mut Vec<Problem>,
) -> Option<Span> {
    let start = at.need("at", "\"day 1 19:00\"", entry.clone(), problems);
    let length = lasts.need("lasts", "\"45 min\"", entry, problems);
    let (Instant(start), Lasting(length)) = (start?, length?);
    let (at, lasts) = (at.span().unwrap_or_default(), lasts.span().unwrap_or_default());
    if length < SHORTEST {
        problems.push(Problem::at(lasts, "this is too short", "at least 1 s is needed"));
        return None;
    }
    let when = Span { start, end: start + length };
    let Some(scenario) = scenario else { return Some(when) };
    if when.start < scenario.start {
        let label = format!("the scenario starts at {}", clock::written(scenario.start));
        problems.push(Problem::at(at, "this begins before the start", label));
        return None;
    }
    if when.start >= scenario.end {
        let label = format!("the scenario ends at {}", clock::written(scenario.end));
        problems.push(Problem::at(at, "this begins after the end", label));
        return None;
    }
    if when.end > scenario.end {
        let label =
            format!("until {}; the scenario ends at {}", clock::written(when.end), clock::written(scenario.end));
        problems.push(Problem::at(lasts, "this lasts beyond the end", label));
        return None;
    }
    Some(when)
}

/// The inputs that an encounter sets.
fn sets(encounter: &Encounter, problems: &mut Vec<Problem>) -> Inputs<Option<f64>> {
    let mut values = vec![None; Inputs::ROWS.len()];
    for (key, field) in &encounter.sets {
        // Unknown keys are reported with all others.
        let Some((place, key, row)) = parts::inputs().find(|(_, known, _)| known == key.get_ref()) else { continue };
        let Some((value, span)) = field.get_with_span(key, problems) else { continue };
        let (low, high) = row.declared.allowed;
        match measure(&value, row.declared.unit) {
            Ok(number) if (low..=high).contains(&number) => values[place] = Some(number),
            Ok(number) => {
                let unit = if row.declared.unit == "1" { String::new() } else { format!(" {}", row.declared.unit) };
                let label = format!("allowed: {low} to {high}{unit}; the nearest is {}", number.clamp(low, high));
                problems.push(Problem::at(span, format!("`{key}` is out of bounds"), label).help(row.label));
            }
            Err(why) => {
                problems.push(Problem::at(span, format!("`{key}` cannot be read"), why).help(row.label));
            }
        }
    }
    Table::read(&mut values.into_iter()).unwrap_or_else(Inputs::none)
}

/// The encounter and the input that two encounters set at the same time.
fn clash<'a>(
    old: &'a schedule::Encounter,
    new: &schedule::Encounter,
) -> Option<(&'a schedule::Encounter, &'static str)> {
    if new.span.start >= old.span.end || old.span.start >= new.span.end {
        return None;
    }
    let both = listed(&old.sets).into_iter().zip(listed(&new.sets)).map(|(a, b)| a && b);
    let place = both.enumerate().find_map(|(place, both)| both.then_some(place))?;
    parts::inputs().find(|(known, ..)| *known == place).map(|(_, key, _)| (old, key))
}

fn listed(sets: &Inputs<Option<f64>>) -> Vec<bool> {
    let mut set = Vec::new();
    sets.write(&mut |value| set.push(value.is_some()));
    set
}
