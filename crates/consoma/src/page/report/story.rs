//! The opening page: what follows in the next hours and days, in plain sentences. Each sentence is made from a digest; where there
//! is nothing to tell, it says that.

use super::later::{later, learned, passes};
use super::phrases::{change, scaled};
use super::{Made, drawn, shorten};
use crate::page::escaped;
use crate::table::FEW;
use consoma_lab::digest::Digest;
use consoma_lab::headline::foremost;
use consoma_lab::nights::{self, Drawn};
use consoma_lab::parts::parts as parts_of;
use consoma_lab::scenario::Group;
use consoma_model::declare::{Reading, System};
use consoma_model::schedule::DAY;
use std::fmt::Write;

/// What the unit of feelings is.
const DEVIATION: &str = " Feelings are counted in SD, standard deviations: one SD is how far a feeling ordinarily strays from its \
                         usual level.";

/// From this time of day on, what remains of a day is called tonight.
const EVENING: f64 = 16.0 * 60.0;

/// The section; nothing where the run has no control.
pub(super) fn story(made: &Made<'_>) -> String {
    let scenario = &made.record.scenario;
    let departs = scenario.control.departs(scenario);
    let (false, Some(begins)) = (made.record.control.is_empty(), departs) else { return String::new() };
    let hours = ((scenario.span.end - begins) / 60.0).floor();
    let hours = if hours > 1.0 { format!("{hours:.0} hours") } else { "hour".into() };
    let mut out = format!("<section class=\"story\">\n<h2>The next {hours}</h2>\n");
    let _ = writeln!(
        out,
        "<p>Everything here is the difference to {}. Of each person the few things are told that moved most; all others stand in the \
         sections below.{}</p>",
        scenario.control.words(),
        if made.digests.iter().any(|it| it.quantity.declared.unit == "SD" && it.notable()) { DEVIATION } else { "" }
    );
    let nights = nights::drawn(made.record);
    let days = scenario.groups.iter().map(|group| parts_of(group, scenario.span).len()).max().unwrap_or(0);
    for place in 0..days {
        let _ = writeln!(out, "<h3>{}</h3>", day_name(place, begins));
        if place == 0 {
            for (number, group) in scenario.groups.iter().enumerate() {
                out += &tonight(made, &nights, number, group);
            }
        } else {
            out += &later(made, place);
        }
    }
    out += &learned(made);
    out += &passes(made);
    out += &shorten::shorten(made, begins);
    out + "</section>\n"
}

/// What a part of the record is called.
fn day_name(place: usize, begins: f64) -> String {
    match place {
        0 if begins.rem_euclid(DAY) >= EVENING => "Tonight".into(),
        0 => "The same day".into(),
        1 => "Tomorrow".into(),
        2 => "The day after".into(),
        more => format!("{more} days later"),
    }
}

/// The reading in its colour.
pub(super) fn mark(reading: Reading) -> String {
    format!("<b class=\"{0}\">{0}</b>", reading.name())
}

/// System by system the quantities by which people know it: how far they go and when they are back.
fn tonight(made: &Made<'_>, nights: &[Drawn], number: usize, group: &Group) -> String {
    let mut out = format!("<p class=\"who\"><b>{}</b></p>\n<dl class=\"tonight\">\n", escaped(&group.name));
    let mut last = None;
    let foremost = foremost(made.digests, nights, number, FEW);
    for (system, row) in foremost.iter().copied() {
        let of: Vec<_> = made.of(row.id).filter(|digest| digest.group == number).collect();
        if !of.iter().any(|digest| digest.notable()) {
            continue;
        }
        if last != Some(system) {
            let _ = writeln!(out, "<dt>{}</dt>", system_name(system));
            last = Some(system);
        }
        let _ = writeln!(out, "<dd><b>{}.</b> {}</dd>", escaped(&scaled(row)), readings(&of));
    }
    let told: Vec<_> = foremost.iter().map(|(_, row)| row.id).collect();
    let nights = drawn::story(made.record, number, &told);
    if last.is_none() && nights.is_empty() {
        out += "<dd>Nothing moves that is worth a line.</dd>\n";
    }
    out + &nights + "</dl>\n"
}

/// What a reader calls a system.
fn system_name(system: System) -> &'static str {
    match system {
        System::Appraisal => "How it feels",
        System::Hormones => "Hormones",
        System::Sleep => "Sleep",
        System::Gut => "Stomach and bowel",
        System::Heart => "Heart",
        System::Skin => "Skin",
        System::Immune => "Immune system",
        System::Pain => "Pain",
        System::Mood => "Mood",
    }
}

/// One quantity's change under each reading: once where they agree.
fn readings(of: &[&Digest]) -> String {
    let find = |reading: Reading| of.iter().copied().find(|it| it.reading == reading);
    let moved = |reading: Reading| find(reading).filter(|it| it.notable());
    let (told, measured) = (moved(Reading::Told), moved(Reading::Measured));
    let mut unit = true;
    let mut text = Vec::new();
    for digest in of {
        let shared = told.zip(measured).is_some_and(|(told, measured)| told.agrees(measured));
        let name = match digest.reading {
            Reading::Measured if shared => continue,
            Reading::Told if shared => format!("{} and {}", mark(Reading::Told), mark(Reading::Measured)),
            other => mark(other),
        };
        text.push(format!("{name}: {}", change(digest, unit)));
        // The unit is named once.
        unit = unit && !digest.notable();
    }
    let way = |digest: &Digest| digest.change.as_ref().map(|change| change.largest.value > 0.0);
    let apart = told.zip(measured).is_some_and(|(told, measured)| way(told) != way(measured));
    let tail = match apart {
        true if of.len() > 2 => " The first two disagree.",
        true => " The readings disagree.",
        false => "",
    };
    format!("{}.{tail}", text.join("; "))
}
