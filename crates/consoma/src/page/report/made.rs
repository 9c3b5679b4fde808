//! How a report was made, what its numbers rest on, and the words in it.

use super::{Made, Part};
use crate::page::escaped;
use consoma_files::{VERSION, clock, model_hash, scenario};
use consoma_model::declare::Evidence;
use consoma_model::tables::{Arrows, Parameters};
use std::collections::BTreeMap;
use std::fmt::Write;

/// How it was made.
pub(super) fn made(made: &Made<'_>) -> String {
    let scenario = &made.record.scenario;
    let mut out = String::from("<section>\n<h2>How it was made</h2>\n<dl class=\"facts\">\n");
    let mut fact = |name: &str, value: &str| {
        let _ = writeln!(out, "<dt>{name}</dt><dd>{}</dd>", escaped(value));
    };
    fact("Program", &format!("consoma {VERSION}, model {}", model_hash()));
    fact("Seed", &scenario.seed.to_string());
    fact("Readings", &made.record.readings().join(", then "));
    fact("Control", scenario.control.name());
    fact(
        "Record",
        &format!(
            "{} to {}, {} times",
            clock::written(scenario.span.start),
            clock::written(scenario.span.end),
            scenario.times.len()
        ),
    );
    fact(
        "Method",
        &format!(
            "{:?}, steps of {} min{}, cut at every edge of the schedule",
            scenario.stepping.method,
            scenario.stepping.step,
            scenario.stepping.calm.map_or(String::new(), |calm| format!(", of {calm} min in the calm"))
        ),
    );
    fact("Again", &command(made));
    out += "</dl>\n";
    match &made.asked.scenario {
        Some(path) => {
            let _ =
                writeln!(out, "<p>The scenario is the file <code>{}</code>.</p>", escaped(&path.display().to_string()));
        }
        None => {
            let text = escaped(scenario::EVENING.1);
            let _ = writeln!(out, "<details><summary>The scenario</summary><pre>{text}</pre></details>");
        }
    }
    out += &sources();
    out + "</section>\n"
}

/// The command that makes this report again.
fn command(made: &Made<'_>) -> String {
    let mut text = String::from("consoma run");
    if let Some(path) = &made.asked.scenario {
        text += &format!(" '{}'", path.display());
    }
    text += &format!(" --seed {}", made.record.scenario.seed);
    for reading in made.record.readings() {
        text += &format!(" --reading {reading}");
    }
    if let Some(people) = made.asked.people {
        text += &format!(" --people {people}");
    }
    text
}

/// The sources of all arrows and parameters; guesses of the model apart.
fn sources() -> String {
    let arrows = Arrows::rows().map(|row| (row.declared.evidence, row.declared.source));
    let parameters = Parameters::rows().map(|row| (row.declared.evidence, row.declared.source));
    let mut sourced: BTreeMap<&str, usize> = BTreeMap::new();
    let mut guessed: BTreeMap<&str, usize> = BTreeMap::new();
    for (evidence, source) in arrows.chain(parameters) {
        let list = if evidence == Evidence::Hypothesis { &mut guessed } else { &mut sourced };
        *list.entry(source).or_default() += 1;
    }
    let count = |list: &BTreeMap<&str, usize>| list.values().sum::<usize>();
    let (known, guesses) = (count(&sourced), count(&guessed));
    let mut out = format!(
        "<p>Of the model’s {} strengths and parameters, {known} have a source; {guesses} are hypotheses: our guesses, which say what \
         they rest on.</p>\n",
        known + guesses
    );
    for (title, list) in [("Sources", &sourced), ("Hypotheses", &guessed)] {
        let _ = writeln!(out, "<details><summary>{title} ({})</summary><ul class=\"sources\">", list.len());
        for (source, count) in list {
            let times =
                if *count > 1 { format!(" <span class=\"small\">({count} numbers)</span>") } else { String::new() };
            let _ = writeln!(out, "<li>{}{times}</li>", escaped(source));
        }
        out += "</ul></details>\n";
    }
    out
}

/// Units that are not met in daily life.
const UNITS: [(&str, &str); 10] = [
    ("SD", "standard deviation: how far a value ordinarily strays from its mean"),
    ("nmol/L", "billionths of a mole in a litre, an amount of a hormone"),
    ("pg/mL", "billionths of a milligram in a millilitre, an amount of a hormone or a messenger"),
    ("mg/L", "milligrams in a litre, an amount of a protein"),
    ("cells/uL", "cells in a microlitre, a thousandth of a millilitre of blood"),
    ("1e9/L", "billions of cells in a litre of blood"),
    ("log10", "powers of ten: one more is ten times as much"),
    ("mmHg", "millimetres of mercury, a pressure"),
    ("uS", "microsiemens: how well the skin conducts, which rises with sweat"),
    ("mL/mmHg", "millilitres that the stomach takes in for a little more pressure"),
];

/// Words of this page.
const WORDS: [(&str, &str); 4] = [
    (
        "control",
        "what every change is set against: the same people, days and chance, without what the scenario is about",
    ),
    ("evidence weak", "something without firm support acts on this quantity under that reading; its line is dotted"),
    ("arrow", "one thing acting on another, with a strength under each reading and a source"),
    ("normal range", "between which values healthy people mostly lie: the faint band in a picture"),
];

/// What the quantities of the report are.
pub(super) fn glossary(parts: &[Part]) -> String {
    let rows: Vec<_> = parts.iter().flat_map(|part| &part.rows).collect();
    if rows.is_empty() {
        return String::new();
    }
    let mut out = String::from("<section>\n<h2>Words</h2>\n<dl class=\"facts\">\n");
    for (unit, meaning) in UNITS.iter().filter(|(unit, _)| rows.iter().any(|row| row.declared.unit == *unit)) {
        let _ = writeln!(out, "<dt>{unit}</dt>\n<dd>{meaning}</dd>");
    }
    for (word, meaning) in WORDS {
        let _ = writeln!(out, "<dt>{word}</dt>\n<dd>{meaning}</dd>");
    }
    out += "</dl>\n";
    out += "<div class=\"scroll\"><table><caption>The quantities of this report</caption>\n<thead><tr>\
         <th class=\"word\">Quantity</th><th class=\"word\">Unit</th><th class=\"word\">Normal range</th><th class=\"word\">Measured by</th>\
         <th class=\"word\">Id</th></tr></thead>\n<tbody>\n";
    for row in rows {
        let declared = &row.declared;
        let normal = declared.normal.map_or("not known".to_owned(), |(low, high)| format!("{low} to {high}"));
        let unit = if declared.unit == "1" { "none" } else { declared.unit };
        let _ = writeln!(
            out,
            "<tr><td class=\"word\">{}</td><td class=\"word\">{unit}</td><td class=\"word\">{normal}</td><td class=\"source\">{}</td>\
             <td class=\"word\"><code>{}</code></td></tr>",
            escaped(row.label),
            escaped(declared.measured_by),
            row.id
        );
    }
    out + "</tbody></table></div>\n</section>\n"
}
