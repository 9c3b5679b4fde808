//! Scenario files: read, checked, and resolved into a [`Scenario`].
//!
//! A file is read in three passes: its syntax; its keys, against the same schema that is published; its values, against the
//! declarations of the model. Each pass reports everything that it finds wrong.

mod change;
mod events;
mod field;
mod form;
mod keys;
mod leaf;
mod output;
mod overrides;
mod people;
mod resolve;

pub use change::{Change, Refused};
pub(crate) use form::{Form, inputs};

use crate::problem::{Problem, Problems};
use consoma_lab::scenario::Scenario;
use serde::Deserialize;
use std::path::Path;

/// Version of the format that this crate reads.
pub const FORMAT: i64 = 1;

/// Largest number of people in a group.
pub const LARGEST: u64 = 1_000_000;

/// The scenario that runs when none is named: its path in the repository, and its text.
pub const EVENING: (&str, &str) = ("scenarios/evening.toml", include_str!("../../../../scenarios/evening.toml"));

/// Reads a scenario file.
///
/// # Errors
///
/// What is wrong with the file: that it cannot be read, or everything that [`parse`] finds.
pub fn read(path: &Path) -> Result<Scenario, Problems> {
    let bytes = std::fs::read(path).map_err(|why| Problems::unreadable(path, &why))?;
    let name = path.display().to_string();
    match String::from_utf8(bytes) {
        Ok(text) => parse(&name, &text),
        Err(error) => Err(not_text(&name, &error)),
    }
}

/// Reads the text of a scenario file; `name` is what messages call it.
///
/// # Errors
///
/// Everything that is wrong, with its place.
///
/// ```
/// use consoma_files::scenario::parse;
/// let wrong = parse("talk.toml", "consoma = 1\nnme = \"Talk\"\n").unwrap_err();
/// assert!(wrong.to_string().contains("did you mean `name`?"));
/// assert_eq!(wrong.list().len(), 5); // also: no name, start, end and people
/// ```
pub fn parse(name: &str, text: &str) -> Result<Scenario, Problems> {
    // A byte order mark is no part of the text that an editor shows.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let fail = |list| Problems::new(name, text, list);
    let (table, errors) = toml::de::DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(fail(errors.iter().map(syntax).collect()));
    }
    let mut problems = keys::unknown(table.get_ref());
    let form = match Form::deserialize(toml::de::Deserializer::from(table)) {
        Ok(form) => form,
        Err(error) => {
            problems.push(shape(&error));
            return Err(fail(problems));
        }
    };
    match resolve::resolve(&form, text, &mut problems) {
        Some(scenario) if problems.is_empty() => Ok(scenario),
        _ => Err(fail(problems)),
    }
}

fn syntax(error: &toml::de::Error) -> Problem {
    let what = format!("this is not TOML: {}", error.message());
    place(error, what, "here")
}

fn shape(error: &toml::de::Error) -> Problem {
    place(error, "a table or list of another form is needed".to_owned(), error.message())
}

fn place(error: &toml::de::Error, what: String, label: &str) -> Problem {
    match error.span() {
        Some(span) => Problem::at(span, what, label),
        None => Problem::whole(what),
    }
}

fn not_text(name: &str, error: &std::string::FromUtf8Error) -> Problems {
    // What comes before the bad byte is text; the caret stands behind it.
    let good = error.utf8_error().valid_up_to();
    let text = String::from_utf8_lossy(&error.as_bytes()[..good]).into_owned() + "\u{fffd}";
    let span = good..text.len();
    let problem = Problem::at(span, "the file is not UTF-8 text", "this byte is not")
        .help("save the file as UTF-8; a scenario is a TOML text file");
    Problems::new(name, text, vec![problem])
}
