//! The opening page: what follows in the next hours and days, in plain sentences. Each sentence is made from a digest; where there
//! is nothing to tell, it says that.

use super::phrases::{change, direction, list, owner, quantity, size};
use super::{Made, Part, at, shorten};
use crate::page::escaped;
use consoma_files::clock::day_and_time;
use consoma_lab::digest::{Digest, NOTABLE, Point};
use consoma_lab::headline::measurable;
use consoma_lab::parts::parts as parts_of;
use consoma_lab::scenario::Group;
use consoma_model::declare::{Reading, System};
use consoma_model::schedule::DAY;
use std::fmt::Write;

/// From this time of day on, what remains of a day is called tonight.
const EVENING: f64 = 16.0 * 60.0;
/// Changes that a day lists for a person; the rest is counted.
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
        let _ = writeln!(out, "<h3>{}</h3>\n<ul>", day_name(place, begins));
        for (number, group) in scenario.groups.iter().enumerate() {
            out += &if place == 0 { tonight(made, parts, number, group) } else { later(made, place, number, group) };
        }
        out += "</ul>\n";
    }
    out += &passes(made, begins);
    out += &shorten::shorten(made, parts);
    out + "</section>\n"
}

/// What a part of the record is called.
fn day_name(place: usize, begins: f64) -> String {
    match place {
        0 if begins.rem_euclid(DAY) >= EVENING => "Tonight".into(),
        0 => "The same day and night".into(),
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
    let mut out = String::new();
    for part in parts {
        let Some(row) = part.rows.first() else { continue };
        let of: Vec<_> = made.of(row.id).filter(|digest| digest.group == number).collect();
        let Some(day) = of.first().map(|digest| day_and_time(digest.begins).0) else { continue };
        if !of.iter().any(|digest| digest.notable()) {
            continue;
        }
        let said: Vec<_> = of.iter().map(|digest| (digest.reading, change(digest, day))).collect();
        let alike = said.len() > 1 && said.iter().all(|(_, text)| *text == said[0].1);
        let text = if alike {
            let marks: Vec<_> = said.iter().map(|(reading, _)| mark(*reading)).collect();
            format!("under {}, {}", list(&marks), said[0].1)
        } else {
            let texts: Vec<_> = said.iter().map(|(reading, text)| format!("{}, it {text}", mark(*reading))).collect();
            format!("under {}", texts.join("; under "))
        };
        let whose = escaped(&format!("{} {}", owner(group), quantity(row)));
        let system = part.system.name();
        let text = if alike { text.replace(", is at most", ", it is at most") } else { text };
        let _ = writeln!(out, "<li><span class=\"system\">{system}</span> {whose}: {text}.</li>");
    }
    if out.is_empty() {
        let _ = writeln!(out, "<li>{} body hardly moves.</li>", escaped(&owner(group)));
    }
    out
}

/// What can be measured of a person and is off in a later part.
fn later(made: &Made<'_>, place: usize, number: usize, group: &Group) -> String {
    let mut said: Vec<(Reading, String)> = Vec::new();
    for reading in &made.record.scenario.readings {
        let in_part = |digest: &Digest| digest.change.as_ref().and_then(|it| it.parts.get(place)).copied();
        let own = made.digests.iter().filter(|it| it.reading == *reading && it.group == number);
        let measured = own.filter(|digest| measurable(&digest.quantity.declared));
        let mut off: Vec<(f64, Point, &Digest)> = measured
            .filter_map(|digest| Some((in_part(digest)?, digest)))
            .map(|(point, digest)| (point.value.abs() / digest.scale(), point, digest))
            .filter(|(size, ..)| *size >= NOTABLE)
            .collect();
        off.sort_by(|a, b| b.0.total_cmp(&a.0));
        let text = |(_, point, digest): &(f64, Point, &Digest)| {
            let (size, way) = (size(point.value, digest.quantity), direction(point.value));
            let (_, clock) = day_and_time(point.time);
            format!("{} is up to {size} {way} the control ({clock})", quantity(digest.quantity))
        };
        let mut texts: Vec<_> = off.iter().take(LISTED).map(text).collect();
        if off.len() > LISTED {
            texts.push(format!("{} more are off by less, in widths of their normal range", off.len() - LISTED));
        }
        let nothing =
            || format!("nothing that can be measured is off by {:.0} % of its normal range or more", 100.0 * NOTABLE);
        said.push((*reading, if texts.is_empty() { nothing() } else { list(&texts) }));
    }
    let alike = said.len() > 1 && said.iter().all(|(_, text)| *text == said[0].1);
    let text = if alike {
        let marks: Vec<_> = said.iter().map(|(reading, _)| mark(*reading)).collect();
        format!("under {}, {}", list(&marks), said[0].1)
    } else {
        let texts: Vec<_> = said.iter().map(|(reading, text)| format!("under {}, {text}", mark(*reading))).collect();
        texts.join("; ")
    };
    format!("<li><b>{}</b>: {text}.</li>\n", escaped(&group.name))
}

/// The digest that is back last, of those that are back before the record ends.
fn latest<'a>(those: &[&'a Digest]) -> Option<(f64, &'a Digest)> {
    let over = |digest: &Digest| digest.change.as_ref().and_then(|change| change.over).map(|point| point.time);
    let timed = those.iter().filter_map(|digest| Some((over(digest)?, *digest)));
    timed.reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// What passes and by when, and what is left the next morning and at the end.
fn passes(made: &Made<'_>, begins: f64) -> String {
    let day = day_and_time(begins).0;
    let mut out = String::from("<h3>A passing dip, and not regret</h3>\n");
    let moved: Vec<_> = made.digests.iter().filter(|it| it.notable() && measurable(&it.quantity.declared)).collect();
    if moved.is_empty() {
        return out + "<p>Nothing that can be measured moved, so there is nothing to pass.</p>\n";
    }
    let groups = &made.record.scenario.groups;
    let felt = |digest: &&&Digest| matches!(digest.quantity.declared.system, System::Appraisal | System::Mood);
    let named = |digest: &Digest| escaped(&format!("{} {}", owner(&groups[digest.group]), quantity(digest.quantity)));
    out += "<p>";
    for reading in &made.record.scenario.readings {
        let of: Vec<_> = moved.iter().copied().filter(|digest| digest.reading == *reading).collect();
        let (feelings, body): (Vec<_>, Vec<_>) = of.iter().copied().partition(|digest| felt(&digest));
        let mut texts = Vec::new();
        let (feeling, last) = (latest(&feelings), latest(&body));
        if let Some((time, digest)) = feeling {
            texts.push(format!("what is felt is back by {}, {} last", at(time, day), named(digest)));
        }
        if let Some((time, digest)) = last {
            texts.push(format!("the body by {}, {} last", at(time, day), named(digest)));
        }
        if !texts.is_empty() {
            let _ = write!(out, "Under {}, {}. ", mark(*reading), list(&texts));
        }
        if let (Some((feeling, _)), Some((body, _))) = (feeling, last)
            && body > feeling
        {
            let _ = write!(
                out,
                "For the {} between, the body still answers an evening that is no longer felt: the tail of a response. ",
                length(body - feeling)
            );
        }
        if of.is_empty() {
            let _ = write!(out, "Under {}, nothing that can be measured moved. ", mark(*reading));
        }
    }
    out += "Whether the evening was a mistake is no quantity here: a course that comes back by itself is passing, whatever it felt \
            like.</p>\n";
    out += &left(made, &moved, "next morning", |digest| digest.change.as_ref()?.morning);
    out += &left(made, &moved, "end of the record", |digest| Some(digest.change.as_ref()?.end));
    out
}

/// What of the changes is left at a time, under each reading.
fn left(made: &Made<'_>, moved: &[&Digest], when: &str, point: impl Fn(&Digest) -> Option<Point>) -> String {
    let groups = &made.record.scenario.groups;
    let mut texts = Vec::new();
    let mut time = None;
    for reading in &made.record.scenario.readings {
        let of = made.digests.iter().filter(|it| it.reading == *reading && measurable(&it.quantity.declared));
        let points: Vec<_> = of.filter_map(|digest| Some((point(digest)?, digest))).collect();
        time = time.or(points.first().map(|(point, _)| point.time));
        let mut kept: Vec<_> = points.into_iter().filter(|(point, it)| point.value.abs() >= it.least()).collect();
        kept.sort_by(|a, b| (b.0.value.abs() / b.1.scale()).total_cmp(&(a.0.value.abs() / a.1.scale())));
        let said: Vec<_> = kept
            .iter()
            .take(LISTED)
            .map(|(point, digest)| {
                let (size, way) = (size(point.value, digest.quantity), direction(point.value));
                let owner = owner(&groups[digest.group]);
                escaped(&format!("{owner} {} ({size} {way} the control)", quantity(digest.quantity)))
            })
            .collect();
        let more = kept.len().saturating_sub(LISTED);
        let more = if more > 0 { format!(", and {more} smaller ones") } else { String::new() };
        let said = if said.is_empty() { "nothing that can be measured".to_owned() } else { list(&said) + &more };
        texts.push((mark(*reading), said));
    }
    let Some(time) = time.filter(|_| !moved.is_empty()) else { return String::new() };
    let (day, clock) = day_and_time(time);
    let alike = texts.len() > 1 && texts.iter().all(|(_, said)| *said == texts[0].1);
    let said = if alike {
        let marks: Vec<_> = texts.iter().map(|(mark, _)| mark.clone()).collect();
        format!("under {}, {}", list(&marks), texts[0].1)
    } else {
        texts.iter().map(|(mark, said)| format!("under {mark}, {said}")).collect::<Vec<_>>().join("; ")
    };
    format!("<p>Left at the {when} ({clock} on day {day}): {said}.</p>\n")
}

/// A length of time in words.
pub(super) fn length(minutes: f64) -> String {
    let minutes = minutes.round() as i64;
    match (minutes / 60, minutes % 60) {
        (0, 1) => "minute".into(),
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}
