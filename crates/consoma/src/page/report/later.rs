//! The days that follow: what is left of it, what stays because it was learned, and what was only passing.

use super::Made;
use super::phrases::{by_reading, list, moved, owner, when};
use super::story::mark;
use crate::page::escaped;
use crate::sayings::plain;
use consoma_lab::digest::{Digest, NOTABLE};
use consoma_lab::headline;
use consoma_lab::left::{Left, left, passing};
use consoma_model::declare::{Quantity, Reading, Row};
use std::fmt::Write;

/// Quantities that a sentence lists; the rest is counted.
const LISTED: usize = 3;

/// What is left in a later part: first of what people know, then of what else can be measured.
pub(super) fn later(made: &Made<'_>, place: usize) -> String {
    let readings = &made.record.scenario.readings;
    let said: Vec<_> = readings.iter().map(|reading| (*reading, leftovers(made, *reading, place))).collect();
    format!("<p>{}</p>\n", by_reading(&said))
}

fn leftovers(made: &Made<'_>, reading: Reading, place: usize) -> String {
    let point = |digest: &Digest| digest.change.as_ref()?.parts.get(place).copied();
    let of = |principal: bool| {
        let wanted = move |row: &Row<Quantity>| {
            let declared = &row.declared;
            declared.principal == principal
                && headline::measurable(declared)
                && !headline::learned(row)
                && !headline::adds_up(row)
        };
        left(made.digests, reading, wanted, point)
    };
    let (mut known, other) = (of(true), of(false));
    let morning = if place == 1 { "tomorrow morning" } else { "that morning" };
    let control = made.record.scenario.control.words();
    let share = 100.0 * NOTABLE;
    match (known.is_empty(), other.is_empty()) {
        (true, true) => {
            format!(
                "by {morning} nothing here differs from {control} by more than {share:.0}\u{a0}% of its normal range."
            )
        }
        (true, false) => format!(
            "by {morning} nothing told of above differs from {control} by more than {share:.0}\u{a0}% of its normal range. Of what \
             else can be measured there differs, at its largest on that day, {}.",
            sentence(made, &other)
        ),
        (false, _) => {
            known.extend(other);
            format!("what differs, at its largest on that day, is {}.", sentence(made, &known))
        }
    }
}

/// Quantities with whose they are; those that moved least are counted.
fn sentence(made: &Made<'_>, all: &[Left]) -> String {
    let mut texts: Vec<_> = all.iter().take(LISTED).map(|left| whose(made, left)).collect();
    if all.len() > LISTED {
        texts.push(format!("{} more things in the sections below", all.len() - LISTED));
    }
    list(&texts)
}

/// "heart rate (Ada 2.1 a minute lower, Ben 1.3 a minute lower)".
fn whose(made: &Made<'_>, left: &Left) -> String {
    let groups = &made.record.scenario.groups;
    let one = |(group, value): &(usize, f64)| {
        format!("{} {}", escaped(&groups[*group].name), moved(*value, left.quantity, true))
    };
    format!("{} ({})", plain(left.quantity), left.of.iter().map(one).collect::<Vec<_>>().join(", "))
}

/// What is still learned when the record ends.
pub(super) fn learned(made: &Made<'_>) -> String {
    let end = |digest: &Digest| Some(digest.change.as_ref()?.end);
    let under = |reading: &Reading| left(made.digests, *reading, headline::learned, end);
    let readings = &made.record.scenario.readings;
    if readings.iter().all(|reading| under(reading).is_empty()) {
        return String::new();
    }
    let text = |reading: &Reading| match &under(reading)[..] {
        [] => "nothing".to_owned(),
        all => list(&all.iter().take(LISTED).map(|left| whose(made, left)).collect::<Vec<_>>()),
    };
    let said: Vec<_> = readings.iter().map(|reading| format!("{}, {}", mark(*reading), text(reading))).collect();
    format!("<p><b>What stays</b> when the record ends is what was learned: {}.</p>\n", said.join("; "))
}

/// What passes and by when, and that what was learned stays.
pub(super) fn passes(made: &Made<'_>) -> String {
    let mut out = String::from("<h3>What passes by itself</h3>\n<p>");
    let readings = &made.record.scenario.readings;
    let said: Vec<_> = readings.iter().map(|reading| (*reading, passed(made, *reading))).collect();
    for (reading, text) in &said {
        let _ = write!(out, "Under {}, {text} ", mark(*reading));
    }
    let end = |digest: &Digest| Some(digest.change.as_ref()?.end);
    let learned = readings.iter().flat_map(|reading| left(made.digests, *reading, headline::learned, end));
    let mut names: Vec<String> = Vec::new();
    for left in learned {
        let name = plain(left.quantity);
        if names.len() < LISTED && !names.contains(&name) {
            names.push(name);
        }
    }
    if !names.is_empty() {
        let _ = write!(out, "What was learned stays: {}. ", list(&names));
    }
    out += "That something passes, regret among it, does not say whether the evening was a mistake: of that \
         nothing here is a measure.</p>\n";
    out
}

/// What fell, what rose, and when the last of it is back.
fn passed(made: &Made<'_>, reading: Reading) -> String {
    let passing = passing(made.digests, reading);
    let groups = &made.record.scenario.groups;
    // What fell in one and rose in another is named with whose it is.
    let names = |own: &[Left], other: &[Left]| {
        let name = |left: &Left| {
            let both = other.iter().any(|it| it.quantity.id == left.quantity.id);
            let whose = left.of.iter().map(|(group, _)| escaped(&owner(&groups[*group]))).collect::<Vec<_>>();
            if both { format!("{} {}", list(&whose), plain(left.quantity)) } else { plain(left.quantity) }
        };
        let mut names: Vec<_> = own.iter().take(LISTED).map(name).collect();
        if own.len() > LISTED {
            names.push(format!("{} more", own.len() - LISTED));
        }
        list(&names)
    };
    let (fell, rose) = (&passing.fell, &passing.rose);
    let whose = |digest: &Digest| format!("{} {}", escaped(&owner(&groups[digest.group])), plain(digest.quantity));
    let ways = match (fell.is_empty(), rose.is_empty()) {
        (true, true) => return "nothing moved that could pass.".into(),
        (false, true) => format!("{} fell below the control", names(fell, rose)),
        (true, false) => format!("{} rose above the control", names(rose, fell)),
        (false, false) => {
            format!("{} fell below the control for a while, and {} rose above it", names(fell, rose), names(rose, fell))
        }
    };
    match (passing.stays.first(), passing.last) {
        (Some(stays), _) => format!("{ways}; when the record ends, not yet back: {}.", whose(stays)),
        (None, Some((time, last))) => {
            format!("{ways}; all of it is back by {}, {} last.", when(time, last.begins), whose(last))
        }
        (None, None) => format!("{ways}."),
    }
}
