//! The people of a scenario file.

use super::LARGEST;
use super::parts::{Form, People};
use crate::form::field::Field;
use crate::problem::Problem;
use crate::{names, suggest};
use consoma_lab::scenario::Group;
use consoma_model::person::{OutOfBounds, Person, Sex};
use consoma_model::schedule::Schedule;
use core::ops::Range;
use toml::Spanned;

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
        let count = count(&people.count, problems);
        let drawn = people.drawn.get("drawn", problems).unwrap_or(count > 1);
        let person = person(people, entry.span(), problems);
        groups.push(Group { name, person, count, drawn, schedule: Schedule::default() });
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

fn person(form: &People, entry: Range<usize>, problems: &mut Vec<Problem>) -> Person {
    let usual = Person::default();
    let person = Person {
        age: form.age.get("age", problems).map_or(usual.age, |age| age.0),
        sex: form.sex.need("sex", "\"female\"", entry.clone(), problems).unwrap_or(Sex::Female),
        contraception: form.contraception.get("contraception", problems).unwrap_or(usual.contraception),
        menstrual_phase: form.menstrual_phase.get("menstrual_phase", problems).unwrap_or(usual.menstrual_phase),
        anxiety: form.anxiety.get("anxiety", problems).unwrap_or(usual.anxiety),
        avoidance: form.avoidance.get("avoidance", problems).unwrap_or(usual.avoidance),
    };
    // What stands in for a value that could not be read is allowed with every other, so it is never blamed.
    if let Err(OutOfBounds { what, why }) = person.check() {
        let place = match what {
            "age" => form.age.span(),
            "anxiety" => form.anxiety.span(),
            "avoidance" => form.avoidance.span(),
            "contraception" => form.contraception.span(),
            "menstrual_phase" => form.menstrual_phase.span(),
            _ => None,
        };
        problems.push(Problem::at(place.unwrap_or(entry), format!("`{what}` is not allowed here"), why));
    }
    person
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
