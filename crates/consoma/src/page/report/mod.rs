//! The report of a run: the story in plain words, one strip of everything, a section a system, and how it was made.
//!
//! Nothing here computes a result. What is said comes from digests, and what is shown is chosen by the rules of the lab.

mod drawn;
mod evidence;
#[cfg(test)]
pub(super) mod fixture;
mod hangover;
mod later;
mod made;
mod night;
mod panels;
mod phrases;
mod shorten;
mod story;
mod strip;

use super::{escaped, page};
use crate::arguments::Run;
use consoma_files::clock;
use consoma_files::{VERSION, model_hash};
use consoma_lab::digest::{Digest, NOTABLE};
use consoma_lab::headline;
use consoma_lab::record::Record;
use consoma_lab::variant::Variant;
use consoma_model::declare::{Quantity, Reading, Row, System};
use std::fmt::Write;

/// What a report is made of.
pub(crate) struct Made<'a> {
    /// The run.
    pub(crate) record: &'a Record,
    /// Its digests.
    pub(crate) digests: &'a [Digest],
    /// The variants of the scenario, with the digests of the quantities that stand for the systems.
    pub(crate) variants: &'a [(Variant, Vec<Digest>)],
    /// The command.
    pub(crate) asked: &'a Run,
}

/// A system with what stands for it and everything that its section shows.
struct Part {
    system: System,
    rows: Vec<&'static Row<Quantity>>,
}

impl Made<'_> {
    /// The systems that moved. Where there is no control: all that can be measured.
    fn parts(&self) -> Vec<Part> {
        let recorded = self.record.quantities();
        let of = |system: System| {
            let measured =
                |row: &&&'static Row<Quantity>| row.declared.system == system && headline::measurable(&row.declared);
            let rows = match self.record.control.is_empty() {
                true => recorded.iter().filter(measured).copied().collect(),
                false => headline::shown(system, self.digests),
            };
            Part { system, rows }
        };
        System::ALL.into_iter().map(of).filter(|part| !part.rows.is_empty()).collect()
    }

    /// The digests of a quantity: reading after reading, and in each group after group.
    fn of(&self, id: &str) -> impl Iterator<Item = &Digest> {
        self.digests.iter().filter(move |digest| digest.quantity.id == id)
    }
}

/// The report as a page.
pub(crate) fn report(made: &Made<'_>) -> String {
    let parts = made.parts();
    let scenario = &made.record.scenario;
    let mut body = opening(made);
    body += &story::story(made);
    body += &strip::strip(made);
    body += &figure(made);
    body += &night::night(made.record);
    body += &hangover::hangover(made);
    for part in &parts {
        body += &panels::section(made, part);
    }
    body += &still(made, &parts);
    body += &made::made(made);
    body += &made::glossary(&parts);
    page(&scenario.name, &body)
}

/// The body at a time of one's choice; nothing where there is no control.
fn figure(made: &Made<'_>) -> String {
    match super::figure::figure(&made.record.scenario, made.digests, "body") {
        drawn if drawn.is_empty() => drawn,
        drawn => format!("<section>\n<h2>The body at one time</h2>\n{drawn}</section>\n"),
    }
}

fn opening(made: &Made<'_>) -> String {
    let scenario = &made.record.scenario;
    let readings = made.record.readings().join(", then ");
    let mut out = String::new();
    let _ = writeln!(
        out,
        "<header>\n<p class=\"made\">{readings} · seed {} · consoma {VERSION} · model {}</p>\n<h1>{}</h1>",
        scenario.seed,
        model_hash(),
        escaped(&scenario.name)
    );
    if !scenario.about.is_empty() {
        let _ = writeln!(out, "<p class=\"lede\">{}</p>", escaped(&scenario.about));
    }
    out += &happens(made);
    out += &legend(made);
    out += "<p class=\"note\">The engine encodes an account of how closeness moves the body; it cannot confirm it. What follows is \
            computed for people with these traits, not measured in anybody. It is no medical device, and gives no diagnosis or \
            advice.</p>\n</header>\n";
    out
}

/// Who takes part, and what happens, as two short lists.
fn happens(made: &Made<'_>) -> String {
    let groups = &made.record.scenario.groups;
    let mut out = String::from("<dl class=\"facts\">\n<dt>Who</dt>\n<dd>");
    let who: Vec<_> = groups.iter().map(|group| escaped(&phrases::who(group))).collect();
    out += &who.join("; ");
    out += "</dd>\n<dt>What happens</dt>\n";
    let events = phrases::happens(&made.record.scenario);
    for event in &events {
        let _ = writeln!(out, "<dd>{}</dd>", escaped(event));
    }
    if events.is_empty() {
        out += "<dd>the days of their routine, and nothing else</dd>\n";
    }
    out += "</dl>\n";
    out
}

fn legend(made: &Made<'_>) -> String {
    let scenario = &made.record.scenario;
    let mut out = String::from("<p class=\"legend\">");
    for reading in &scenario.readings {
        let meaning = match reading {
            Reading::Told => "the popular account, taken at its word",
            Reading::Measured => "strengths as the literature supports them",
            Reading::Null => "nothing that comes from other people acts",
        };
        let name = reading.name();
        let _ = write!(out, "<span><i class=\"key {name}\"></i><b class=\"{name}\">{name}</b> {meaning}</span> ");
    }
    if !made.record.control.is_empty() {
        let control = scenario.control.words();
        let _ = write!(
            out,
            "<span><i class=\"key control\"></i><b>control</b> the same people with the same draws of chance, {control}</span></p>\n\
             <p class=\"small\">A change is the difference to the control. It is <b>back</b> when less than a tenth of its largest \
             size is left, for good. A change of less than {:.0}\u{a0}% of the width of the normal range is not told.",
            100.0 * NOTABLE
        );
    }
    out + "</p>\n"
}

/// The systems in which nothing moved that is worth a line.
fn still(made: &Made<'_>, parts: &[Part]) -> String {
    let recorded = made.record.quantities();
    let still: Vec<_> = System::ALL
        .into_iter()
        .filter(|system| recorded.iter().any(|row| row.declared.system == *system))
        .filter(|system| parts.iter().all(|part| part.system != *system))
        .map(System::name)
        .collect();
    if still.is_empty() {
        return String::new();
    }
    format!("<p class=\"small\">Recorded, and little or nothing moved: {}.</p>\n", still.join(", "))
}

/// A clock time, with the day where it is not `day`.
fn at(time: f64, day: i64) -> String {
    match clock::day_and_time(time) {
        (now, clock) if now == day => clock,
        (now, clock) => format!("{clock} on day {now}"),
    }
}

#[cfg(test)]
mod tests {
    use super::fixture::made;
    use super::report;
    use consoma_model::declare::System;

    #[test]
    fn night_mood_and_gut_have_their_places() {
        let page = made(report);
        let place = |head: &str| page.find(&format!("<h2>{head}</h2>")).unwrap_or_else(|| panic!("{head}"));
        let heads =
            ["The next 48 hours", "Everything on one strip", "The body at one time", "The night", "The two days after"];
        let systems = ["Sleep", "Gut", "Mood", "How it was made", "Words"];
        let places: Vec<_> = heads.iter().chain(&systems).map(|head| place(head)).collect();
        assert!(places.is_sorted(), "{places:?}");
        assert_eq!(page.matches("<table>").count(), page.matches("<caption>").count());
        assert_eq!(page.matches("<svg").count(), page.matches("</svg>").count());
    }

    #[test]
    fn the_story_speaks_of_them_in_plain_words() {
        let page = made(report);
        let story = page.split("<section class=\"story\">").nth(1).unwrap().split("</section>").next().unwrap();
        assert!(story.contains("<dt>Stomach and bowel</dt>"), "{story}");
        // What adds up over a night counts in the morning.
        assert!(story.contains("<b>Time asleep.</b>") && story.contains("20.0 min less by the morning"), "{story}");
        assert_eq!(story.matches("ime asleep").count(), 1, "{story}");
        assert!(story.contains("<b>Fatigue.</b>") && story.contains("SD more at"), "{story}");
        assert!(story.contains("<b>Softness of the stomach.</b>") && story.contains("mL/mmHg less"), "{story}");
    }

    #[test]
    fn systems_stand_in_one_order() {
        let names = System::ALL.map(System::name);
        assert_eq!(names, ["feeling", "hormones", "sleep", "gut", "heart", "skin", "immune", "pain", "mood"]);
    }
}
