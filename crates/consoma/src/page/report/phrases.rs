//! How people, events, quantities and changes are said.

use super::story::mark;
use crate::events::{Event, events};
use crate::sayings::{said, short};
use crate::table::number;
use crate::words::upper;
use consoma_files::clock;
use consoma_lab::digest::Digest;
use consoma_lab::headline::adds_up;
use consoma_lab::scenario::{Group, Scenario};
use consoma_model::declare::{Quantity, Reading, Row};
use consoma_model::person::Sex;
use consoma_model::schedule::DAY;

/// Largest end of a scale that is named beside a value.
const SCALE: f64 = 10.0;

/// Until this time of day it is still night.
const NIGHT: f64 = 6.0 * 60.0;

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
pub(super) fn happens(scenario: &Scenario) -> Vec<String> {
    let text = |Event { day, from, until, to, name, who }: &Event<'_>| {
        let on = day.map_or(String::new(), |day| format!("day {day}, "));
        let until = until.map_or(String::new(), |day| format!("day {day} "));
        let who = if who.is_empty() { String::new() } else { format!(" ({})", who.join(", ")) };
        format!("{on}{from} to {until}{to}: {name}{who}")
    };
    events(scenario).iter().map(text).collect()
}

/// A quantity with its unit, as a title.
pub(super) fn title(row: &Row<Quantity>) -> String {
    match row.declared.unit {
        "1" => row.label.to_owned(),
        unit => format!("{} ({unit})", row.label),
    }
}

/// A size with its unit: "1.4 nmol/L".
pub(super) fn sized(value: f64, row: &Row<Quantity>) -> String {
    match row.declared.unit {
        "1" => number(value.abs()),
        "1/min" => format!("{} a minute", number(value.abs())),
        unit => format!("{} {unit}", number(value.abs())),
    }
}

/// A change, with its unit where that was not just named: "1.4 nmol/L higher".
pub(super) fn moved(value: f64, row: &Row<Quantity>, unit: bool) -> String {
    let (up, down) = said(row.id).map_or(("higher", "lower"), |saying| saying.ways);
    let way = if value < 0.0 { down } else { up };
    let size = if unit { sized(value, row) } else { number(value.abs()) };
    format!("{size} {way}")
}

/// A quantity as the begin of a paragraph, with its scale where it has no unit.
pub(super) fn scaled(row: &Row<Quantity>) -> String {
    let name = said(row.id).map_or_else(|| short(row).to_owned(), |saying| upper(saying.name));
    match (row.declared.unit, row.declared.possible) {
        ("1", (low, high)) if high <= SCALE => format!("{name} ({low} to {high})"),
        _ => name,
    }
}

/// A digest's change: "1.4 nmol/L higher at 19:30, back by 20:40".
pub(super) fn change(digest: &Digest, unit: bool) -> String {
    let Some(change) = digest.change.as_ref().filter(|_| digest.notable()) else {
        return "next to no change".into();
    };
    if let (true, Some(morning)) = (adds_up(digest.quantity), change.morning) {
        return match morning.value.abs() >= digest.least() {
            true => format!("{} by the morning", moved(morning.value, digest.quantity, unit)),
            false => "next to no change by the morning".into(),
        };
    }
    let back = match &change.over {
        Some(over) => format!("back by {}", when(over.time, digest.begins)),
        None => "not back when the record ends".to_owned(),
    };
    let far = moved(change.largest.value, digest.quantity, unit);
    format!("{far} at {}, {back}", when(change.largest.time, digest.begins))
}

/// A time as a reader of a story knows it: the clock time, and the day where it is another than that of `begins`.
pub(super) fn when(time: f64, begins: f64) -> String {
    let (first, _) = clock::day_and_time(begins);
    match clock::day_and_time(time) {
        (day, clock) if day == first => clock,
        (day, clock) if day == first + 1 && time.rem_euclid(DAY) < NIGHT => format!("{clock} in the night"),
        (day, clock) if day == first + 1 => format!("{clock} the next day"),
        (day, clock) if day == first + 2 => format!("{clock} the day after next"),
        (day, clock) => format!("{clock} on day {day}"),
    }
}

/// Texts as sentences with the reading before each; one where all say the same.
pub(super) fn by_reading(said: &[(Reading, String)]) -> String {
    let marks: Vec<_> = said.iter().map(|(reading, _)| mark(*reading)).collect();
    match said {
        [(_, first), rest @ ..] if !rest.is_empty() && rest.iter().all(|(_, text)| text == first) => {
            format!("{}: {first}", list(&marks))
        }
        _ => {
            let texts: Vec<_> = said.iter().zip(marks).map(|((_, text), mark)| format!("{mark}: {text}")).collect();
            texts.join(" ")
        }
    }
}

/// Texts in a row: "a", "a and b", "a, b and c".
pub(super) fn list(texts: &[String]) -> String {
    match texts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
