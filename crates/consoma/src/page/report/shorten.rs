//! What shortens it: the same hours with one thing done otherwise, computed and not asserted. Only responses of strain count: of
//! closeness nobody wants the end sooner.

use super::Made;
use super::phrases::{list, sized, title};
use super::story::mark;
use crate::page::escaped;
use crate::sayings::plain;
use crate::table::number;
use consoma_files::clock::day_and_time;
use consoma_lab::digest::Digest;
use consoma_lab::variant::{Rise, STRAIN, Shortened, Variant, shortened, strains};
use std::fmt::Write;

/// A response that is over sooner, or later, by less than this many minutes is as long as it was.
const ALIKE: f64 = 2.0;

/// From so many minutes on a length is told in hours.
const HOURS: f64 = 180.0;

/// What each variant does to the responses of strain.
pub(super) fn shorten(made: &Made<'_>, begins: f64) -> String {
    let was = strains(made.digests);
    let mut out = String::from("<h3>What shortens it</h3>\n");
    if made.variants.is_empty() {
        return out + "<p>No other way to spend these hours was computed.</p>\n";
    }
    if was.is_empty() {
        return out + "<p>Nothing of strain rose above the control, so there is nothing to shorten.</p>\n";
    }
    let strain: Vec<_> = STRAIN.iter().filter_map(|id| made.of(id).next()).map(|it| plain(it.quantity)).collect();
    let (_, clock) = day_and_time(begins);
    let _ = writeln!(
        out,
        "<p>The same hours again, with one thing done otherwise. What counts is what speaks of strain, where it rises above the \
         control, timed from {clock} on: {}.</p>",
        list(&strain)
    );
    out + &sentences(made, &was, begins)
}

/// What each variant does to these responses, in words and in folded tables.
pub(super) fn sentences(made: &Made<'_>, was: &[&Digest], begins: f64) -> String {
    let run = |instead: &[Digest]| shortened(was, instead, &made.record.scenario.times, begins);
    let runs: Vec<_> = made.variants.iter().map(|(variant, instead)| (variant, run(instead))).collect();
    let mut out: String = runs.iter().map(|(variant, all)| sentence(made, variant, all)).collect();
    out += "<details><summary>All of these numbers</summary>\n";
    for (variant, all) in &runs {
        out += &table(made, variant, all);
    }
    out + "</details>\n"
}

fn sentence(made: &Made<'_>, variant: &Variant, all: &[Shortened<'_>]) -> String {
    let sooner = all.iter().filter_map(Shortened::sooner);
    let count = |is: &dyn Fn(f64) -> bool| sooner.clone().filter(|minutes| is(*minutes)).count();
    let (less, more) = (count(&|minutes| minutes >= ALIKE), count(&|minutes| minutes <= -ALIKE));
    let mut out = format!("<p><b>{}</b> ({}). ", variant.name, escaped(&variant.rule));
    if less == 0 {
        return out + "Nothing is shortened by it.</p>\n";
    }
    let counted = match all.len() {
        every if every == less => format!("All {every} rises are over sooner"),
        every if more == 0 => format!("Of {every} rises {less} are over sooner, and none later"),
        every => format!("Of {every} rises {less} are over sooner, and {more} later"),
    };
    let _ = writeln!(out, "{counted}. The largest in each:</p>\n<ul>");
    for (place, group) in made.record.scenario.groups.iter().enumerate() {
        let under = made.record.scenario.readings.iter().filter_map(|reading| {
            let of = all.iter().filter(|it| it.was.group == place && it.was.reading == *reading);
            let wide = |it: &Shortened<'_>| it.before.size / it.was.scale();
            let largest = of.reduce(|best, next| if wide(next) > wide(best) { next } else { best })?;
            Some(format!("{}: {}", mark(*reading), rise(largest)))
        });
        let under: Vec<_> = under.collect();
        if !under.is_empty() {
            let _ = writeln!(out, "<li>{}. {}.</li>", escaped(&group.name), under.join("; "));
        }
    }
    out + "</ul>\n"
}

/// "felt threat rises by 0.23 instead of 0.39, over after 27 min instead of 32".
fn rise(it: &Shortened<'_>) -> String {
    let (name, before) = (plain(it.was.quantity), sized(it.before.size, it.was.quantity));
    let minutes = |rise: &Rise| rise.minutes.map(lasting);
    let over = match (minutes(&it.after), minutes(&it.before)) {
        (Some(after), Some(before)) if after == "0 min" => {
            return format!("{name} hardly rises (before: for {before})");
        }
        (Some(after), Some(before)) => format!("over after {after} instead of {before}"),
        (Some(after), None) => format!("over after {after}, where it outlasted the record"),
        (None, _) => "not over when the record ends".into(),
    };
    format!("{name} rises by {} instead of {before}, {over}", number(it.after.size))
}

/// A length of time: "41 min", "35 h".
fn lasting(minutes: f64) -> String {
    match minutes {
        long if long >= HOURS => format!("{:.1} h", long / 60.0),
        short => format!("{short:.0} min"),
    }
}

fn table(made: &Made<'_>, variant: &Variant, all: &[Shortened<'_>]) -> String {
    let mut out = format!(
        "<div class=\"scroll\"><table><caption>{}: the largest rise above the control, and the minutes until less than a tenth \
         of it as it was is left</caption>\n<thead><tr><th class=\"word\">Who</th><th class=\"word\">Quantity</th>\
         <th class=\"word\">Reading</th><th>Rise</th><th>instead</th><th>Minutes</th><th>instead</th></tr></thead>\n<tbody>\n",
        variant.name
    );
    let minutes = |rise: &Rise| rise.minutes.map_or("longer".to_owned(), |minutes| format!("{minutes:.0}"));
    for it in all {
        let _ = writeln!(
            out,
            "<tr><td class=\"word\">{}</td><td class=\"word\">{}</td><td class=\"word\">{}</td><td>{}</td><td>{}</td><td>{}</td>\
             <td>{}</td></tr>",
            escaped(&made.record.scenario.groups[it.was.group].name),
            title(it.was.quantity),
            mark(it.was.reading),
            number(it.before.size),
            number(it.after.size),
            minutes(&it.before),
            minutes(&it.after),
        );
    }
    out + "</tbody></table></div>\n"
}
