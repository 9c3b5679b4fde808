//! The opening page: what follows in the next hours and days, in plain sentences. Each sentence is made from a digest; where there
//! is nothing to tell, it says that.

use super::phrases::{change, list, moved, owner, quantity, scale};
use super::{Made, Part, at, shorten};
use crate::page::escaped;
use consoma_files::clock::day_and_time;
use consoma_lab::digest::{Digest, NOTABLE, Point};
use consoma_lab::headline::measurable;
use consoma_lab::parts::parts as parts_of;
use consoma_lab::scenario::Group;
use consoma_model::declare::{Quantity, Reading, Row, System};
use consoma_model::schedule::DAY;
use std::fmt::Write;

/// From this time of day on, what remains of a day is called tonight.
const EVENING: f64 = 16.0 * 60.0;
/// Quantities that a sentence lists; the rest is counted.
const LISTED: usize = 4;

/// The section; nothing where the run has no control.
pub(super) fn story(made: &Made<'_>, parts: &[Part]) -> String {
    let scenario = &made.record.scenario;
    let begins = made.digests.iter().map(|digest| digest.begins).reduce(f64::min);
    let (false, Some(begins)) = (made.record.control.is_empty(), begins) else { return String::new() };
    let hours = ((scenario.span.end - begins) / 60.0).floor();
    let mut out = format!("<section class=\"story\">\n<h2>The next {hours:.0} hours</h2>\n");
    let _ = writeln!(out, "<p>Everything here is set against {}.</p>", scenario.control.words());
    let days = scenario.groups.iter().map(|group| parts_of(group, scenario.span).len()).max().unwrap_or(0);
    for place in 0..days {
        let _ = writeln!(out, "<h3>{}</h3>", day_name(place, begins));
        if place == 0 {
            for (number, group) in scenario.groups.iter().enumerate() {
                out += &tonight(made, parts, number, group);
            }
        } else {
            out += &later(made, place);
        }
    }
    out += &passes(made, begins);
    out += &shorten::shorten(made, parts);
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

/// Of each system what stands for it: how far it goes and when it is back.
fn tonight(made: &Made<'_>, parts: &[Part], number: usize, group: &Group) -> String {
    let mut out = format!("<p class=\"who\"><b>{}</b></p>\n<ul>\n", escaped(&group.name));
    let mut any = false;
    for row in parts.iter().filter_map(|part| part.rows.first()) {
        let of: Vec<_> = made.of(row.id).filter(|digest| digest.group == number).collect();
        if of.iter().any(|digest| digest.notable()) {
            any = true;
            let _ = writeln!(out, "<li>{}{}: {}.</li>", row.label, scale(row), readings(&of));
        }
    }
    if !any {
        out += "<li>Nothing moves that is worth a line.</li>\n";
    }
    out + "</ul>\n"
}

/// One quantity's change under each reading, in one sentence.
fn readings(of: &[&Digest]) -> String {
    let said: Vec<_> = of.iter().map(|it| (it.reading, change(it, day_and_time(it.begins).0))).collect();
    let text = by_reading(&said);
    let up = |reading: Reading| {
        let of = of.iter().find(|it| it.reading == reading && it.notable())?;
        Some(of.change.as_ref()?.largest.value > 0.0)
    };
    match (up(Reading::Told), up(Reading::Measured)) {
        (Some(told), Some(measured)) if told != measured => text + ". The two readings disagree on the direction",
        _ => text,
    }
}

/// Texts with the reading before each; one where all say the same.
fn by_reading(said: &[(Reading, String)]) -> String {
    let marks: Vec<_> = said.iter().map(|(reading, _)| mark(*reading)).collect();
    match said {
        [(_, first), rest @ ..] if !rest.is_empty() && rest.iter().all(|(_, text)| text == first) => {
            format!("{}, {first}", list(&marks))
        }
        _ => {
            let texts: Vec<_> = said.iter().zip(marks).map(|((_, text), mark)| format!("{mark}, {text}")).collect();
            texts.join("; ")
        }
    }
}

/// What can be measured and is off at a point, under each reading: the quantity, and whose.
fn off(made: &Made<'_>, point: impl Fn(&Digest) -> Option<Point>) -> Vec<(Reading, Vec<String>)> {
    let groups = &made.record.scenario.groups;
    let under = |reading: &Reading| {
        let own = made.digests.iter().filter(|it| it.reading == *reading && measurable(&it.quantity.declared));
        let mut kept: Vec<_> = own
            .filter_map(|digest| Some((point(digest)?.value, digest)))
            .filter(|(value, digest)| *value != 0.0 && value.abs() >= digest.least())
            .collect();
        kept.sort_by(|a, b| (b.0.abs() / b.1.scale()).total_cmp(&(a.0.abs() / a.1.scale())));
        let mut rows: Vec<(&'static Row<Quantity>, Vec<String>)> = Vec::new();
        for (value, digest) in kept {
            let whose = format!("{} {}", escaped(&groups[digest.group].name), moved(value, digest.quantity));
            match rows.iter_mut().find(|(row, _)| row.id == digest.quantity.id) {
                Some((_, all)) => all.push(whose),
                None => rows.push((digest.quantity, vec![whose])),
            }
        }
        let text =
            |(row, whose): (&'static Row<Quantity>, Vec<String>)| format!("{} ({})", quantity(row), whose.join(", "));
        (*reading, rows.into_iter().map(text).collect())
    };
    made.record.scenario.readings.iter().map(under).collect()
}

/// What is off, in a sentence.
fn sentence(off: Vec<(Reading, Vec<String>)>) -> String {
    let text = |texts: Vec<String>| match texts.len().saturating_sub(LISTED) {
        _ if texts.is_empty() => "nothing that can be measured".to_owned(),
        0 => list(&texts),
        more => format!("{}, and {more} that moved less", texts[..LISTED].join(", ")),
    };
    let said: Vec<_> = off.into_iter().map(|(reading, texts)| (reading, text(texts))).collect();
    by_reading(&said)
}

/// What can be measured and is off in a later part.
fn later(made: &Made<'_>, place: usize) -> String {
    let off = off(made, |digest| digest.change.as_ref()?.parts.get(place).copied());
    let any = off.iter().any(|(_, texts)| !texts.is_empty());
    let line =
        format!("differs from the control by less than {:.0} % of the width of its normal range", 100.0 * NOTABLE);
    if any {
        format!("<p>Off at most: {}. All else that can be measured {line}.</p>\n", sentence(off))
    } else {
        format!("<p>Nothing is left to tell: all that can be measured {line}.</p>\n")
    }
}

/// What passes and by when, and what is left the next morning and at the end.
fn passes(made: &Made<'_>, begins: f64) -> String {
    let day = day_and_time(begins).0;
    let mut out = String::from("<h3>What is the passing dip, and not regret</h3>\n");
    let moved: Vec<_> = made.digests.iter().filter(|it| it.notable() && measurable(&it.quantity.declared)).collect();
    if moved.is_empty() {
        return out + "<p>Nothing that can be measured moved, so there is nothing to pass.</p>\n";
    }
    let groups = &made.record.scenario.groups;
    let named = |digest: &Digest| escaped(&format!("{} {}", owner(&groups[digest.group]), quantity(digest.quantity)));
    out += "<p>";
    for reading in &made.record.scenario.readings {
        let felt = |digest: &&Digest| matches!(digest.quantity.declared.system, System::Appraisal | System::Mood);
        let of = moved.iter().copied().filter(|digest| digest.reading == *reading);
        let (feelings, body): (Vec<_>, Vec<_>) = of.partition(felt);
        let _ = write!(out, "Under {}, ", mark(*reading));
        let _ = match (latest(&feelings), latest(&body)) {
            (None, None) => write!(out, "nothing that can be measured moved and came back. "),
            (Some((time, last)), None) => {
                write!(out, "what is felt is back by {} ({} last). ", at(time, day), named(last))
            }
            (None, Some((time, last))) => write!(out, "the body is back by {} ({} last). ", at(time, day), named(last)),
            (Some((felt, first)), Some((body, last))) => {
                let (a, b, first, last) = (at(felt, day), at(body, day), named(first), named(last));
                let tail = if body > felt {
                    format!(" For {} the body still answers what is no longer felt.", length(body - felt))
                } else {
                    String::new()
                };
                write!(out, "what is felt is back by {a} ({first} last), and the body by {b} ({last} last).{tail} ")
            }
        };
    }
    out +=
        "What comes back by itself passes, whatever it feels like; whether it was a mistake is no quantity here.</p>\n";
    out + &left(made)
}

/// The digest that is back last, of those that are back before the record ends.
fn latest<'a>(those: &[&'a Digest]) -> Option<(f64, &'a Digest)> {
    let over = |digest: &Digest| digest.change.as_ref().and_then(|change| change.over).map(|point| point.time);
    let timed = those.iter().filter_map(|digest| Some((over(digest)?, *digest)));
    timed.reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// What is left the next morning and at the end.
fn left(made: &Made<'_>) -> String {
    let mut out = String::new();
    let morning = |digest: &Digest| digest.change.as_ref()?.morning;
    let end = |digest: &Digest| Some(digest.change.as_ref()?.end);
    if let Some((day, clock)) = made.digests.iter().find_map(morning).map(|it| day_and_time(it.time)) {
        let _ = writeln!(out, "<p>Left the next morning ({clock} on day {day}): {}.</p>", sentence(off(made, morning)));
    }
    if let Some((day, clock)) = made.digests.iter().find_map(end).map(|it| day_and_time(it.time)) {
        let _ = writeln!(out, "<p>Left at the end ({clock} on day {day}): {}.</p>", sentence(off(made, end)));
    }
    out
}

/// A length of time in words.
pub(super) fn length(minutes: f64) -> String {
    let minutes = minutes.round() as i64;
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}
