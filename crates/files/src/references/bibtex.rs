//! References as BibTeX.

use super::{Cited, Reference};
use crate::{VERSION, model_hash};
use std::fmt::Write;

/// Most declarations that an entry names.
const NAMED: usize = 6;

/// A bibliography: the product itself, then what is cited. Entries that were not verified say so in a comment above them and in their
/// note.
pub(super) fn bibliography(cited: &[Cited]) -> String {
    let open = cited.iter().filter(|it| !it.reference.verified).count();
    let mut out = format!(
        "% What this run of Consoma rests on: {} references, {open} of them not verified at their source.\n\n",
        cited.len()
    );
    let _ = write!(
        out,
        "@software{{consoma,\n  author = {{{{The Consoma developers}}}},\n  title = {{Consoma: a whole-body physiology engine of \
         human connection}},\n  version = {{{VERSION}}},\n  note = {{model {}}}\n}}\n",
        model_hash()
    );
    for it in cited {
        out += "\n";
        if !it.reference.verified {
            let _ = writeln!(out, "% not verified: {}", it.reference.note.as_deref().unwrap_or("nothing was seen"));
        }
        out += &entry(it);
    }
    out
}

fn entry(cited: &Cited) -> String {
    let it = cited.reference;
    let mut fields = vec![
        ("author", it.authors.iter().map(|name| author(name)).collect::<Vec<_>>().join(" and ")),
        ("title", format!("{{{}}}", escaped(&it.title))),
        ("journal", escaped(&it.journal)),
        ("year", it.year.map_or(String::new(), |year| year.to_string())),
    ];
    let text = |value: &Option<String>| value.as_deref().map_or(String::new(), escaped);
    fields.push(("volume", text(&it.volume)));
    fields.push(("number", text(&it.number)));
    fields.push(("pages", text(&it.pages).replace('-', "--")));
    // An identifier is taken as it is.
    fields.push(("doi", it.doi.clone().unwrap_or_default()));
    fields.push(("pmid", it.pmid.clone().unwrap_or_default()));
    fields.push(("pmcid", it.pmcid.clone().unwrap_or_default()));
    fields.push(("note", if it.verified { String::new() } else { "Not verified".into() }));
    fields.push(("annote", declarations(cited)));
    let fields: Vec<_> = fields
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("  {name} = {{{value}}}"))
        .collect();
    format!("@article{{{},\n{}\n}}\n", label(it), fields.join(",\n"))
}

/// `Kim & Dimsdale 2007` as `kim-dimsdale-2007`.
fn label(reference: &Reference) -> String {
    let words = reference.key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).filter(|word| word != "and").collect::<Vec<_>>().join("-")
}

/// A name that holds `and` would be read as two.
fn author(name: &str) -> String {
    let name = escaped(name);
    if name.contains(" and ") { format!("{{{name}}}") } else { name }
}

fn declarations(cited: &Cited) -> String {
    let mut names: Vec<_> = cited.declarations.iter().take(NAMED).map(|id| escaped(id)).collect();
    if cited.declarations.len() > NAMED {
        names.push(format!("and {} more", cited.declarations.len() - NAMED));
    }
    names.join(", ")
}

/// What TeX would read as a command.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            '{' | '}' => {}
            _ => out.push(c),
        }
    }
    out
}
