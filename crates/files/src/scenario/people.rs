//! The people of a scenario file.

use super::LARGEST;
use super::parts::Form;
use super::who::{Met, People, Written, written};
use super::words::{Beside, Sleep};
use crate::form::field::Field;
use crate::form::leaf::{Open, measure};
use crate::problem::Problem;
use crate::{names, suggest};
use consoma_lab::scenario::Group;
use consoma_model::declare::{Parameter, Row, Table};
use consoma_model::person::{Condition, Conditions, Drawing, Numbers, OutOfBounds, Stated, Style, Ties};
use consoma_model::schedule::{Routine, Schedule};
use core::ops::Range;
use toml::{Spanned, Value};

/// The groups, with empty schedules.
pub(crate) fn groups(form: &Form, top: Range<usize>, problems: &mut Vec<Problem>) -> Vec<Group> {
    if form.people.is_empty() {
        problems.push(
            Problem::at(top, "there are no people", "needs at least one [[people]]")
                .help("add\n[[people]]\nname = \"Ada\"\nsex = \"female\""),
        );
    }
    let mut groups: Vec<Group> = Vec::new();
    for entry in &form.people {
        let people = entry.get_ref();
        names::check("name", &people.name, problems);
        let name = people.name.need("name", "\"Ada\"", entry.span(), problems).unwrap_or_default();
        if groups.iter().any(|group| group.name == name) && !name.is_empty() {
            let place = people.name.span().unwrap_or_default();
            problems.push(Problem::at(place, format!("two people are called `{name}`"), "give each another name"));
        }
        if ["partner", "friend", "stranger", "practitioner", "nobody"].contains(&name.as_str()) {
            let place = people.name.span().unwrap_or_default();
            let label = "`with` has this word for somebody who is not simulated; give another name";
            problems.push(Problem::at(place, format!("nobody can be called `{name}`"), label));
        }
        let count = count(&people.count, problems);
        let drawn = people.drawn.get("drawn", problems).unwrap_or(count > 1);
        let (stated, open) = stated(people, entry.span(), problems);
        let (person, drawing) = (stated.typical(), open.then(|| Drawing::new(stated)));
        groups.push(Group { name, person, drawing, count, drawn, schedule: Schedule::default() });
    }
    groups
}

fn count(field: &Field<i64>, problems: &mut Vec<Problem>) -> u64 {
    let Some((count, place)) = field.get_with_span("count", problems) else { return 1 };
    match u64::try_from(count) {
        Ok(count) if (1..=LARGEST).contains(&count) => count,
        _ => {
            problems.push(Problem::at(place, "`count` is out of bounds", format!("allowed: 1 to {LARGEST}")));
            1
        }
    }
}

/// What is stated of a person, and whether the rest is drawn.
fn stated(form: &People, entry: Range<usize>, problems: &mut Vec<Problem>) -> (Stated, bool) {
    let drawn = form.traits.get("traits", problems) == Some(Open::Drawn);
    let sex =
        if drawn { form.sex.get("sex", problems) } else { form.sex.need("sex", "\"female\"", entry.clone(), problems) };
    let mut values = form.numbers().map(|(row, field)| number(row, field, problems)).collect::<Vec<_>>().into_iter();
    let mut numbers: Numbers<Option<f64>> = Table::read(&mut values).expect("a value of each row");
    (numbers.anxiety, numbers.avoidance) = attachment(form, (numbers.anxiety, numbers.avoidance), problems);
    let counts = met(&form.ties).map(|(row, field)| people_met(row, field, problems));
    let ties: Ties<Option<u32>> =
        Table::read(&mut counts.collect::<Vec<_>>().into_iter()).expect("a number of each kind");
    let stated = Stated {
        numbers,
        sex,
        contraception: form.contraception.get("contraception", problems),
        menstrual_phase: form.menstrual_phase.get("menstrual_phase", problems),
        ties,
        conditions: form.conditions.as_ref().map(|list| conditions(list.get_ref(), problems)),
    };
    for OutOfBounds { what, why } in stated.problems() {
        let place = place(form, what).unwrap_or_else(|| entry.clone());
        problems.push(Problem::at(place, format!("`{what}` is not allowed here"), why));
    }
    (stated, drawn)
}

/// Rows of a table with what stands for each.
pub(crate) fn rows<R: Copy, T: Table<R>>(
    rows: &'static [Row<Parameter>],
    table: T,
) -> impl Iterator<Item = (&'static Row<Parameter>, R)> {
    let mut all = Vec::new();
    table.write(&mut |value| all.push(value));
    rows.iter().zip(all)
}

fn met(form: &Met) -> impl Iterator<Item = (&'static Row<Parameter>, &Field<i64>)> {
    let Met { partner, family, friends, colleagues, neighbours, groups } = form;
    let fields: Ties<&Field<i64>> = Ties { partner, family, friends, colleagues, neighbours, groups };
    rows(Ties::ROWS, fields)
}

/// The key of a row in `[[people]]`.
fn key(row: &Row<Parameter>) -> &'static str {
    row.id.rsplit('.').next().unwrap_or(row.id)
}

/// Where a trait stands.
fn place(form: &People, what: &str) -> Option<Range<usize>> {
    let number = form.numbers().find(|(row, _)| key(row) == what).map(|(_, field)| field.span());
    let tie = || met(&form.ties).find(|(row, _)| key(row) == what).map(|(_, field)| field.span());
    match what {
        "contraception" => form.contraception.span(),
        "menstrual_phase" => form.menstrual_phase.span(),
        "conditions" => form.conditions.as_ref().map(Spanned::span),
        _ => number.or_else(tie).flatten(),
    }
}

/// A number as a trait is written. What is out of bounds is found with what contradicts.
fn number(row: &Row<Parameter>, field: &Field<Value>, problems: &mut Vec<Problem>) -> Option<f64> {
    let (value, place) = field.get_with_span(key(row), problems)?;
    let unit = row.declared.unit;
    let read = match written(row) {
        Written::Bare => measure(&value, "1"),
        Written::Either if !value.is_str() => measure(&value, "1"),
        Written::Either => measure(&value, unit),
        // An amount a day may leave the day out.
        Written::WithUnit => match unit.strip_suffix("/day") {
            Some(amount) => measure(&value, amount).or_else(|why| measure(&value, unit).map_err(|_| why)),
            None => measure(&value, unit),
        },
    };
    let either = written(row) == Written::Either;
    let typical = row.declared.typical;
    read.map_err(|why| {
        let also = if either { format!("; write \"{typical} {unit}\" or {typical}") } else { String::new() };
        problems.push(Problem::at(place, format!("`{}` cannot be read", key(row)), why + &also));
    })
    .ok()
}

/// Anxiety and avoidance as stated, or as the style says.
fn attachment(
    form: &People,
    stated: (Option<f64>, Option<f64>),
    problems: &mut Vec<Problem>,
) -> (Option<f64>, Option<f64>) {
    let Some((style, place)) = form.style.get_with_span("style", problems) else { return stated };
    let (anxiety, avoidance) = style.point();
    let (anxiety, avoidance) = (stated.0.unwrap_or(anxiety), stated.1.unwrap_or(avoidance));
    let found = Style::of(anxiety, avoidance);
    if found != style {
        let label = format!("{}: {}", style.name(), style.region());
        let what = format!("`style` is not that of anxiety {anxiety} and avoidance {avoidance}");
        let help = format!("those are {}; leave `style` out, or the score that does not fit", found.name());
        problems.push(Problem::at(place, what, label).help(help));
    }
    (Some(anxiety), Some(avoidance))
}

fn people_met(row: &Row<Parameter>, field: &Field<i64>, problems: &mut Vec<Problem>) -> Option<u32> {
    let (count, place) = field.get_with_span(key(row), problems)?;
    // What is no count at all is out of bounds too.
    u32::try_from(count)
        .map_err(|_| {
            let why = OutOfBounds::of(row, count as f64).map(|it| it.why).unwrap_or_default();
            problems.push(Problem::at(place, format!("`{}` is not allowed here", key(row)), why));
        })
        .ok()
}

fn conditions(list: &[Field<Condition>], problems: &mut Vec<Problem>) -> Conditions {
    let mut all: Vec<Condition> = Vec::new();
    for field in list {
        let Some((condition, place)) = field.get_with_span("conditions", problems) else { continue };
        if all.contains(&condition) {
            problems.push(Problem::at(place, format!("`{}` stands twice", condition.name()), "leave this out"));
        }
        all.push(condition);
    }
    all.into_iter().collect()
}

/// The routine with what these people have of their own.
pub(crate) fn own_routine(routine: Routine, form: &People, problems: &mut Vec<Problem>) -> Routine {
    let wake = form.wake.get("wake", problems).map(|time| time.0);
    let bed = form.bed.get("bed", problems).map(|time| time.0);
    let free = form.sleep.get("sleep", problems).map_or(routine.free, |it| it == Sleep::Free);
    let beside = form.beside.get("beside", problems).map_or(routine.beside, |it| it == Beside::Partner);
    let own = Routine { wake: wake.unwrap_or(routine.wake), bed: bed.unwrap_or(routine.bed), free, beside, ..routine };
    if own.free && own.beside {
        let place = form.beside.span().or_else(|| form.sleep.span()).unwrap_or_default();
        let label = "who lies beside somebody is known for nights by the clock; write `beside = \"nobody\"` or `sleep = \"clock\"`";
        problems.push(Problem::at(place, "nobody lies beside a person who sleeps by pressure", label));
    }
    if (wake.is_some() || bed.is_some()) && own.wake == own.bed {
        let place = form.bed.span().or_else(|| form.wake.span()).unwrap_or_default();
        problems.push(Problem::at(place, "there is no night", "`bed` and `wake` must differ, also from the routine's"));
    }
    own
}

/// The places of the groups that `who` names; of all where it is absent.
pub(crate) fn named(
    who: Option<&Spanned<Vec<Field<String>>>>,
    groups: &[Group],
    problems: &mut Vec<Problem>,
) -> Vec<usize> {
    let Some(who) = who else { return (0..groups.len()).collect() };
    if who.get_ref().is_empty() {
        let label = "name at least one of the people, or leave the key out for everybody";
        problems.push(Problem::at(who.span(), "nobody takes part", label));
    }
    let names: Vec<_> = groups.iter().map(|group| group.name.as_str()).collect();
    let mut places = Vec::new();
    for field in who.get_ref() {
        let Some((name, span)) = field.get_with_span("who", problems) else { continue };
        match names.iter().position(|known| *known == name) {
            Some(place) if places.contains(&place) => {
                problems.push(Problem::at(span, format!("`{name}` stands twice"), "leave this out"));
            }
            Some(place) => places.push(place),
            None => {
                let mut names = names.clone();
                names.dedup();
                let help = suggest::help(&name, &names, "the names stand under [[people]]");
                problems.push(Problem::at(span, format!("nobody is called `{name}`"), "unknown name").help(help));
            }
        }
    }
    places
}
