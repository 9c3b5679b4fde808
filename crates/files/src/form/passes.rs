//! Reading a file in passes.

use super::field::Field;
use super::{FORMAT, keys};
use crate::input;
use crate::problem::{Problem, Problems};
use core::ops::Range;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use std::path::Path;

/// The text of a file, with the name that messages call it. `help` says what to give where it cannot be read.
pub(crate) fn text(path: &Path, help: &str) -> Result<(String, String), Problems> {
    let bytes = input::read(path).map_err(|why| Problems::unreadable(path, &why, help))?;
    let name = path.display().to_string();
    match String::from_utf8(bytes) {
        Ok(text) => Ok((name, text)),
        Err(error) => Err(not_text(&name, &error)),
    }
}

/// Reads `text` as a form of this schema and resolves it. `whole` is what messages call the file. The resolver gets the
/// form, the place to point to where the whole file lacks something, and the list of what is wrong.
pub(crate) fn parse<F: DeserializeOwned, T>(
    name: &str,
    text: &str,
    schema: &Json,
    whole: &str,
    resolve: impl FnOnce(&F, Range<usize>, &mut Vec<Problem>) -> Option<T>,
) -> Result<T, Problems> {
    // A byte order mark is no part of the text that an editor shows.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let fail = |list| Problems::new(name, text, list);
    let (table, errors) = toml::de::DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(fail(errors.iter().map(syntax).collect()));
    }
    let keys::Found { mut problems, readable } = keys::check(table.get_ref(), schema, whole);
    if !readable {
        return Err(fail(problems));
    }
    let form = match F::deserialize(toml::de::Deserializer::from(table)) {
        Ok(form) => form,
        Err(error) => {
            problems.push(shape(&error));
            return Err(fail(problems));
        }
    };
    match resolve(&form, top_of(text), &mut problems) {
        Some(value) if problems.is_empty() => Ok(value),
        None if problems.is_empty() => Err(fail(vec![Problem::whole(format!("{whole} says too little"))])),
        _ => Err(fail(problems)),
    }
}

/// Checks that the file states the format that this crate reads.
pub(crate) fn version(stated: &Field<i64>, top: Range<usize>, problems: &mut Vec<Problem>) {
    let Some(found) = stated.need("consoma", "1", top, problems) else { return };
    if found != FORMAT {
        let label = format!("this version reads format {FORMAT}");
        problems.push(Problem::at(stated.span().unwrap_or_default(), format!("format {found} is unknown"), label));
    }
}

/// Where to point when the whole file lacks something: its first line that says anything.
fn top_of(text: &str) -> Range<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let said = line.trim();
        if !said.is_empty() && !said.starts_with('#') {
            return start..start + line.trim_end().len();
        }
        start += line.len();
    }
    0..0
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
        .help("save the file as UTF-8; scenarios and data files are TOML text files");
    Problems::new(name, text, vec![problem])
}
