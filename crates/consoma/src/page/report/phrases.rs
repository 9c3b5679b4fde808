//! How people, events, quantities and changes are said.

use super::at;
use crate::table::number;
use crate::words::lower;
use consoma_files::clock;
use consoma_lab::digest::Digest;
use consoma_lab::scenario::{Group, Scenario};
use consoma_model::declare::{Quantity, Row};
use consoma_model::person::Sex;
use consoma_model::schedule::Span;

/// Largest end of a scale that is named beside a value.
const SCALE: f64 = 10.0;

/// A person or a group with what tells them apart.
pub(super) fn who(group: &Group) -> String {
    let Group { name, person, count, .. } = group;
    let sex = match person.sex {
        Sex::Female => "woman",
        Sex::Male => "man",
    };
    let attachment = match (person.anxiety, person.avoidance) {
        (0.0, 0.0) => String::new(),
        (anxiety, avoidance) => format!(", attachment anxiety {anxiety:+} and avoidance {avoidance:+} SD"),
    };
    let many = if *count > 1 { format!(" (the median of {count} people like this)") } else { String::new() };
    format!("{name}, {sex} of {}{attachment}{many}", person.age)
}

/// Whose a quantity is.
pub(super) fn owner(group: &Group) -> String {
    format!("{}’s", group.name)
}

/// What happens, a text an event.
pub(super) fn events(scenario: &Scenario) -> Vec<String> {
    let mut events: Vec<(Span, &str, Vec<&str>)> = Vec::new();
    for group in &scenario.groups {
        let encounters = group.schedule.encounters.iter().map(|it| (it.span, it.name.as_str()));
        for (span, name) in encounters.chain(group.schedule.naps.iter().map(|nap| (*nap, "nap"))) {
            match events.iter_mut().find(|event| (event.0, event.1) == (span, name)) {
                Some((.., who)) => who.push(&group.name),
                None => events.push((span, name, vec![&group.name])),
            }
        }
    }
    events.sort_by(|a, b| a.0.start.total_cmp(&b.0.start));
    let text = |(span, name, who): &(Span, &str, Vec<&str>)| {
        let ((day, from), (_, to)) = (clock::day_and_time(span.start), clock::day_and_time(span.end));
        let who = if who.len() < scenario.groups.len() { format!(" ({})", who.join(", ")) } else { String::new() };
        format!("day {day}, {from} to {to}: {name}{who}")
    };
    events.iter().map(text).collect()
}

/// A quantity inside a sentence.
pub(super) fn quantity(row: &Row<Quantity>) -> String {
    lower(row.label)
}

/// A quantity with its unit, as a title.
pub(super) fn title(row: &Row<Quantity>) -> String {
    match row.declared.unit {
        "1" => row.label.to_owned(),
        unit => format!("{} ({unit})", row.label),
    }
}

/// A change with its unit: "1.4 nmol/L higher".
pub(super) fn moved(value: f64, row: &Row<Quantity>) -> String {
    let way = if value < 0.0 { "lower" } else { "higher" };
    match row.declared.unit {
        "1" => format!("{} {way}", number(value.abs())),
        unit => format!("{} {unit} {way}", number(value.abs())),
    }
}

/// The scale of a quantity that has no unit, in brackets.
pub(super) fn scale(row: &Row<Quantity>) -> String {
    match (row.declared.unit, row.declared.possible) {
        ("1", (low, high)) if high <= SCALE => format!(" (on a scale from {low} to {high})"),
        _ => String::new(),
    }
}

/// A digest's change: "1.4 nmol/L higher at 19:30, back by 20:40".
pub(super) fn change(digest: &Digest, day: i64) -> String {
    let Some(change) = digest.change.as_ref().filter(|_| digest.notable()) else {
        return "next to no change".into();
    };
    let back = match &change.over {
        Some(over) => format!("back by {}", at(over.time, day)),
        None => "not back when the record ends".to_owned(),
    };
    format!("{} at {}, {back}", moved(change.largest.value, digest.quantity), at(change.largest.time, day))
}

/// Texts in a row: "a", "a and b", "a, b and c".
pub(super) fn list(texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
