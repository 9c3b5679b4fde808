//! The two days after: fatigue, bad feelings and regret against the control, what of them passes and when it is over. Absent where
//! nothing of the kind was recorded.

use super::panels::{self, PANEL};
use super::phrases::{by_reading, change, list, moved, title, when};
use super::story::mark;
use super::{Made, shorten};
use crate::page::axis::Axis;
use crate::page::escaped;
use crate::sayings::{named, plain};
use consoma_files::clock::day_and_time;
use consoma_lab::digest::Digest;
use consoma_lab::hangover::{self, FATIGUE, LASTS, Over, REGRET, TOLD_BY, burdens, low, over};
use consoma_model::declare::Reading;
use consoma_model::schedule::Span;
use std::fmt::Write;

/// Minutes before the evening departs from its control that are drawn.
const BEFORE: f64 = 60.0;

/// The section.
pub(super) fn hangover(made: &Made<'_>) -> String {
    let scenario = &made.record.scenario;
    let Some(begins) = scenario.control.departs(scenario).filter(|_| hangover::told(made.digests)) else {
        return String::new();
    };
    let mut out = String::from("<section>\n<h2>The two days after</h2>\n");
    let _ = writeln!(
        out,
        "<p>How it is felt afterwards, against {}. A low after a good evening is a state of the body as sleepiness is; it says \
         nothing of whether the evening was right.</p>",
        scenario.control.words()
    );
    out += &words(made);
    out += &shorter(made, begins);
    out += &pictures(
        made,
        Span { start: (begins - BEFORE).max(scenario.span.start), end: (begins + LASTS).min(scenario.span.end) },
    );
    out + "</section>\n"
}

/// What passes, the low of the next day, regret, and when it is over.
fn words(made: &Made<'_>) -> String {
    let mut out = String::from("<dl class=\"tonight\">\n");
    let mut say = |what: &str, text: &dyn Fn(Reading) -> Option<String>| {
        let readings = made.record.scenario.readings.iter();
        let said: Vec<_> = readings.filter_map(|reading| Some((*reading, text(*reading)?))).collect();
        if !said.is_empty() {
            let _ = writeln!(out, "<dt>{what}</dt><dd>{}</dd>", by_reading(&said));
        }
    };
    say("Fatigue", &|reading| told(made, reading, FATIGUE));
    say("Low of the next day", &|reading| lows(made, reading));
    say("Regret", &|reading| told(made, reading, REGRET));
    say("When it is over", &|reading| Some(ends(made, reading)));
    out + "</dl>\n"
}

/// A quantity's change in each person; `None` where it was not recorded.
fn told(made: &Made<'_>, reading: Reading, id: &str) -> Option<String> {
    let mut texts = Vec::new();
    for (group, who) in made.record.scenario.groups.iter().enumerate() {
        let digest = hangover::of(made.digests, reading, group, id)?;
        texts.push(format!("{} {}", escaped(&who.name), change(digest, true)));
    }
    Some(format!("{}.", texts.join("; ")))
}

/// Who has a low the next day.
fn lows(made: &Made<'_>, reading: Reading) -> Option<String> {
    let lasts = |it: &Digest| it.change.as_ref().is_some_and(|change| change.parts.len() > 1);
    if !made.digests.iter().any(|it| it.reading == reading && lasts(it)) {
        return None;
    }
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for (group, who) in made.record.scenario.groups.iter().enumerate() {
        let name = escaped(&who.name);
        match low(made.digests, reading, group) {
            Some((digest, point)) => with.push(format!(
                "{name} has one, {} {} at {}",
                plain(digest.quantity),
                moved(point.value, digest.quantity, true),
                when(point.time, digest.begins)
            )),
            None => without.push(name),
        }
    }
    Some(match (with.is_empty(), without.is_empty()) {
        (true, _) => "nobody has one worth a line.".into(),
        (false, true) => format!("{}.", with.join("; ")),
        (false, false) => {
            format!("{}; {} {} none.", with.join("; "), list(&without), if without.len() > 1 { "have" } else { "has" })
        }
    })
}

/// When it is over for each person.
fn ends(made: &Made<'_>, reading: Reading) -> String {
    let one = |(group, who): (usize, &consoma_lab::scenario::Group)| {
        let name = escaped(&who.name);
        match over(made.digests, reading, group) {
            Over::Never => format!("for {name} there is nothing to be over"),
            Over::By(time, last) => {
                format!("for {name} by {}, {} last", when(time, last.begins), plain(last.quantity))
            }
            Over::Outlasts(last) => {
                format!("for {name} not within the record, because of {}", plain(last.quantity))
            }
        }
    };
    format!("{}.", made.record.scenario.groups.iter().enumerate().map(one).collect::<Vec<_>>().join("; "))
}

/// What shortens it, by the variants that were run.
fn shorter(made: &Made<'_>, begins: f64) -> String {
    let was = burdens(made.digests);
    if made.variants.is_empty() || was.is_empty() {
        return String::new();
    }
    format!("<h3>What shortens it</h3>\n{}", shorten::sentences(made, &was, begins))
}

/// Small multiples of what moved, on one axis without breaks.
fn pictures(made: &Made<'_>, span: Span) -> String {
    let scenario = &made.record.scenario;
    let axis = Axis::whole(scenario, span, panels::LEFT, PANEL.0 - panels::RIGHT);
    let (mut out, mut still) = (String::new(), Vec::new());
    for id in TOLD_BY {
        let of: Vec<_> = made.of(id).collect();
        let Some(row) = of.first().map(|digest| digest.quantity) else { continue };
        if !of.iter().any(|digest| digest.notable()) {
            still.push(named(row));
            continue;
        }
        let extent = panels::extent(&axis, &scenario.times, &of);
        let _ = writeln!(
            out,
            "<section class=\"quantity\">\n<h3>{}{}</h3>\n<div class=\"panels\">",
            title(row),
            panels::grades(made, row)
        );
        for (place, group) in scenario.groups.iter().enumerate() {
            let own: Vec<_> = of.iter().copied().filter(|digest| digest.group == place).collect();
            let _ = writeln!(out, "<figure><figcaption>{}</figcaption>", escaped(&group.name));
            out += &panels::panel(scenario, row, group, &own, &axis, extent);
            out += "</figure>\n";
        }
        out += "</div>\n</section>\n";
    }
    if !out.is_empty() {
        let ends = [span.start, span.end].map(day_and_time);
        let _ = writeln!(
            out,
            "<p class=\"small\">From {} on day {} to {} on day {}, hour by hour alike. Stripes: what happens; shaded: in bed.</p>",
            ends[0].1, ends[0].0, ends[1].1, ends[1].0
        );
    }
    if !still.is_empty() {
        let readings: Vec<_> = scenario.readings.iter().map(|reading| mark(*reading)).collect();
        let _ =
            writeln!(out, "<p class=\"small\">Next to no change under {}: {}.</p>", list(&readings), still.join(", "));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::hangover;
    use crate::page::report::fixture::made;

    #[test]
    fn it_says_what_passes_and_who_has_a_low() {
        let page = made(hangover);
        assert!(page.contains("<dt>Fatigue</dt>") && page.contains("Ada 0.30 SD more at"), "{page}");
        assert!(page.contains("Ben has one, bad feelings 0.40 SD stronger at"), "{page}");
        assert!(page.contains("Ada has none.") && page.contains("nobody has one worth a line."), "{page}");
        assert!(page.contains("<dt>Regret</dt>") && page.contains("for Ben by"), "{page}");
        // Fatigue, both kinds of affect and regret, for two people.
        assert_eq!(page.matches("<svg class=\"panel\"").count(), 8);
        assert_eq!(page.matches("line told").count(), 8);
    }

    #[test]
    fn without_such_quantities_there_is_no_section() {
        let page = made(|made| {
            let digests: Vec<_> =
                made.digests.iter().filter(|it| it.quantity.id == "affect.positive").cloned().collect();
            hangover(&super::Made { record: made.record, digests: &digests, variants: &[], asked: made.asked })
        });
        assert_eq!(page, "");
    }
}
