//! What shortens it: the same hours with one thing done otherwise, computed and not asserted.

use super::phrases::{owner, quantity, title};
use super::story::{length, mark};
use super::{Made, Part, at};
use crate::page::escaped;
use crate::table::{change, number};
use consoma_files::clock::day_and_time;
use consoma_lab::digest::Digest;
use consoma_lab::variant::{Shortened, Variant, shortened};
use std::fmt::Write;

/// A response that is over sooner, or later, by less than this many minutes is as long as it was.
const ALIKE: f64 = 2.0;

/// What each variant does to the quantity that stands for each system.
pub(super) fn shorten(made: &Made<'_>, parts: &[Part]) -> String {
    let heads: Vec<_> = parts.iter().filter_map(|part| part.rows.first()).collect();
    let was: Vec<&Digest> = heads.iter().flat_map(|row| made.of(row.id)).filter(|digest| digest.notable()).collect();
    let mut out = String::from("<h3>What shortens it</h3>\n");
    if made.variants.is_empty() || was.is_empty() {
        return out + "<p>No other way to spend these hours was computed.</p>\n";
    }
    for (variant, instead) in made.variants {
        let all = shortened(&was, instead, &made.record.scenario.times);
        out += &sentence(made, variant, &all);
    }
    out += "<details><summary>All of these numbers</summary>\n";
    for (variant, instead) in made.variants {
        out += &table(made, variant, &shortened(&was, instead, &made.record.scenario.times));
    }
    out + "</details>\n"
}

fn sentence(made: &Made<'_>, variant: &Variant, all: &[Shortened<'_>]) -> String {
    let counted = all.iter().filter_map(|it| it.sooner);
    let (mut sooner, mut later, mut same) = (0, 0, 0);
    for minutes in counted {
        match minutes {
            minutes if minutes >= ALIKE => sooner += 1,
            minutes if minutes <= -ALIKE => later += 1,
            _ => same += 1,
        }
    }
    let rule = escaped(&variant.rule);
    let mut out = format!("<p><b>{}</b> ({rule}). ", variant.name);
    let _ =
        write!(out, "Of {} responses {sooner} are over sooner, {later} later, {same} at the same time. ", all.len());
    for reading in &made.record.scenario.readings {
        let of = all.iter().filter(|it| it.was.reading == *reading);
        let timed = of.filter_map(|it| Some((it.sooner.filter(|sooner| *sooner >= ALIKE)?, it)));
        let Some((minutes, best)) = timed.reduce(|best, next| if next.0 > best.0 { next } else { best }) else {
            let _ = write!(out, "Under {}, none is shortened. ", mark(*reading));
            continue;
        };
        let day = day_and_time(best.was.begins).0;
        let was = best.was.change.as_ref().and_then(|change| change.over).map_or(String::new(), |it| at(it.time, day));
        let (Some(now), group) = (best.over, &made.record.scenario.groups[best.was.group]) else { continue };
        let _ = write!(
            out,
            "Under {}, most is gained for {} {}: back by {} instead of {was}, {} sooner. ",
            mark(*reading),
            escaped(&owner(group)),
            quantity(best.was.quantity),
            at(now, day),
            length(minutes)
        );
    }
    out + "</p>\n"
}

fn table(made: &Made<'_>, variant: &Variant, all: &[Shortened<'_>]) -> String {
    let mut out = format!(
        "<div class=\"scroll\"><table><caption>{}</caption>\n<thead><tr><th class=\"word\">Who</th><th class=\"word\">Quantity</th>\
         <th class=\"word\">Reading</th><th>Largest</th><th>instead</th><th>Back</th><th>instead</th><th>Sooner, min</th></tr></thead>\n<tbody>\n",
        variant.name
    );
    for it in all {
        let Some(change_was) = &it.was.change else { continue };
        let day = day_and_time(it.was.begins).0;
        let clock = |time: Option<f64>| time.map_or("later".to_owned(), |time| at(time, day));
        let _ = writeln!(
            out,
            "<tr><td class=\"word\">{}</td><td class=\"word\">{}</td><td class=\"word\">{}</td><td>{}</td><td>{}</td><td>{}</td>\
             <td>{}</td><td>{}</td></tr>",
            escaped(&made.record.scenario.groups[it.was.group].name),
            title(it.was.quantity),
            mark(it.was.reading),
            change(change_was.largest.value),
            change(it.largest),
            clock(change_was.over.map(|it| it.time)),
            clock(it.over),
            it.sooner.map_or("-".to_owned(), |minutes| if minutes == 0.0 { "0".into() } else { number(minutes) })
        );
    }
    out + "</tbody></table></div>\n"
}
