//! What a quantity's course rests on, one click away.

use super::Made;
use super::story::mark;
use crate::page::escaped;
use crate::words::lower;
use consoma_lab::evidence::{into, upstream, weak};
use consoma_model::declare::{Arrow, Quantity, Reading, Row};
use std::fmt::Write;

/// Arrows further up that are named.
const NAMED: usize = 4;

/// The arrows that end at a quantity, and those without support further up.
pub(super) fn evidence(made: &Made<'_>, row: &Row<Quantity>) -> String {
    let arrows = into(row.id);
    let readings = &made.record.scenario.readings;
    let mut out = format!("<details><summary>What it rests on: {}</summary>\n", counted(&arrows));
    if !arrows.is_empty() {
        out += "<div class=\"scroll\"><table><caption>Arrows that end here, with their strength under each reading</caption>\n\
                <thead><tr><th class=\"word\">Arrow</th>";
        for reading in readings {
            let _ = write!(out, "<th>{}</th>", reading.name());
        }
        out += "<th class=\"word\">Grade</th><th class=\"word\">Source</th></tr></thead>\n<tbody>\n";
        for arrow in arrows {
            let _ = write!(out, "<tr><td class=\"word\">{}</td>", escaped(arrow.label));
            for reading in readings {
                let _ = write!(out, "<td>{}</td>", arrow.declared.strength(*reading).value);
            }
            let _ = writeln!(
                out,
                "<td class=\"word{}\">{}</td><td class=\"source\">{} ({})</td></tr>",
                if weak(arrow.declared.grade) { " doubt" } else { "" },
                arrow.declared.grade.word(),
                escaped(arrow.declared.source),
                arrow.declared.evidence.word()
            );
        }
        out += "</tbody></table></div>\n";
    }
    for reading in readings.iter().filter(|reading| **reading != Reading::Null) {
        let above = upstream(row.id, *reading, &made.record.scenario);
        if !above.is_empty() {
            let _ = writeln!(out, "<p class=\"small\">Further up, under {}: {}.</p>", mark(*reading), named(&above));
        }
    }
    let _ = writeln!(out, "<p class=\"small\">Measured by {}.</p>\n</details>", escaped(row.declared.measured_by));
    out
}

fn counted(arrows: &[&Row<Arrow>]) -> String {
    let doubts = arrows.iter().filter(|row| weak(row.declared.grade)).count();
    match (arrows.len(), doubts) {
        (0, _) => "what its process computes from other quantities".into(),
        (1, 0) => "one arrow".into(),
        (1, _) => "one arrow, without firm support".into(),
        (all, 0) => format!("{all} arrows"),
        (all, doubts) => format!("{all} arrows, {doubts} of them without firm support"),
    }
}

fn named(arrows: &[&Row<Arrow>]) -> String {
    let one = |row: &&Row<Arrow>| format!("{} ({})", lower(row.label), row.declared.grade.word());
    let mut texts: Vec<_> = arrows.iter().take(NAMED).map(one).collect();
    if arrows.len() > NAMED {
        texts.push(format!("and {} more without firm support", arrows.len() - NAMED));
    }
    escaped(&texts.join(", "))
}
