//! The declarations of a process as tables.

use super::equations::parts;
use crate::page::escaped;
use consoma_lab::evidence::weak;
use consoma_model::declare::{Arrow, Parameter, Quantity, Reading, Row, Spread};
use consoma_model::tables::{Arrows, Fast, Parameters, Readings, Slow, Tallies};
use std::fmt::Write;

/// Quantities, parameters and arrows of a process, each where there are any.
pub(super) fn tables(process: &str) -> String {
    quantities(process) + &parameters(process) + &arrows(process)
}

fn own<T>(rows: impl Iterator<Item = &'static Row<T>>, process: &str) -> Vec<&'static Row<T>> {
    rows.filter(|row| parts(row.id).0 == process).collect()
}

/// A table with these heads (a class and a text each) and rows.
fn table(caption: &str, heads: &[(&str, &str)], rows: &[String]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let heads: String = heads.iter().map(|(class, text)| format!("<th class=\"{class}\">{text}</th>")).collect();
    format!(
        "<div class=\"scroll\"><table><caption>{caption}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{}</tbody></table></div>\n",
        rows.concat()
    )
}

fn named(id: &str, label: &str) -> String {
    format!("<td class=\"word\">{}<br><code>{id}</code></td>", escaped(label))
}

fn range((low, high): (f64, f64)) -> String {
    format!("{} to {}", number(low), number(high))
}

/// A number with a true minus.
fn number(value: f64) -> String {
    let short = value.to_string();
    let text = if short.len() <= 9 { short } else { format!("{value:.3e}") };
    text.replace('-', "−")
}

fn quantities(process: &str) -> String {
    let rows = own(Fast::rows().chain(Tallies::rows()).chain(Slow::rows()).chain(Readings::rows()), process);
    let one = |row: &&'static Row<Quantity>| {
        let Quantity { unit, possible, normal, measured_by, .. } = row.declared;
        let normal = normal.map_or("not known".into(), range);
        format!(
            "<tr>{}<td>{}</td><td>{normal}</td><td>{}</td><td class=\"source\">{}</td></tr>\n",
            named(row.id, row.label),
            escaped(unit),
            range(possible),
            escaped(measured_by)
        )
    };
    let heads = [("word", "Quantity"), ("", "unit"), ("", "normal"), ("", "possible"), ("source", "measured by")];
    table("Quantities", &heads, &rows.iter().map(one).collect::<Vec<_>>())
}

fn parameters(process: &str) -> String {
    let one = |row: &&'static Row<Parameter>| {
        let Parameter { unit, min, typical, max, spread, evidence, source } = row.declared;
        let spread = match spread {
            Spread::Same => "same".to_owned(),
            Spread::Normal(sd) => format!("SD {}", number(sd)),
            Spread::Lognormal(sd) => format!("log SD {}", number(sd)),
        };
        format!(
            "<tr>{}<td>{}</td><td>{}</td><td>{}</td><td>{spread}</td><td class=\"source\">{} <span class=\"small\">({})</span></td></tr>\n",
            named(row.id, row.label),
            number(typical),
            escaped(unit),
            range((min, max)),
            escaped(source),
            evidence.word()
        )
    };
    let heads = [
        ("word", "Parameter"),
        ("", "typical"),
        ("", "unit"),
        ("", "allowed"),
        ("", "between people"),
        ("source", "source"),
    ];
    table("Parameters", &heads, &own(Parameters::rows(), process).iter().map(one).collect::<Vec<_>>())
}

fn arrows(process: &str) -> String {
    let one = |row: &&'static Row<Arrow>| {
        let declared = &row.declared;
        let strength = |reading| {
            let it = declared.strength(reading);
            format!("<td>{} ± {}</td>", number(it.value), number(it.sd))
        };
        let strengths: String = Reading::ALL.into_iter().map(strength).collect();
        let doubt = if weak(declared.grade) { " doubt" } else { "" };
        format!(
            "<tr>{}<td class=\"word\"><code>{}</code> → <code>{}</code></td>{strengths}<td class=\"word{doubt}\">{}</td><td class=\"source\">{} \
             <span class=\"small\">({})</span></td></tr>\n",
            named(row.id, row.label),
            declared.from,
            declared.to,
            declared.grade.word(),
            escaped(declared.source),
            declared.evidence.word()
        )
    };
    let readings = Reading::ALL.map(|reading| format!("<b class=\"{0}\">{0}</b>", reading.name()));
    let mut heads = vec![("word", "Arrow"), ("word", "from → to")];
    heads.extend(readings.iter().map(|it| ("", it.as_str())));
    heads.extend([("word", "grade"), ("source", "source")]);
    let mut out = table(
        "Arrows, with their strength under each reading",
        &heads,
        &own(Arrows::rows(), process).iter().map(one).collect::<Vec<_>>(),
    );
    if !out.is_empty() {
        let _ = writeln!(out, "<p class=\"small\">± is the uncertainty of a strength, as one standard deviation.</p>");
    }
    out
}
