//! Scenario files: read, checked, and resolved into a [`Scenario`].

mod change;
mod encounter;
mod items;
mod kinds;
mod lives;
mod meeting;
mod nights;
mod output;
mod overrides;
mod parts;
mod people;
mod repeats;
mod resolve;
mod sets;
mod stress;
mod timed;
mod times;
mod who;
mod words;

pub use crate::form::FORMAT;
pub use change::{Change, Refused};
pub(crate) use encounter::inputs;
pub(crate) use parts::Form;

use crate::form;
use crate::problem::Problems;
use consoma_lab::scenario::Scenario;
use std::path::Path;

/// Largest number of people in a group.
pub const LARGEST: u64 = 1_000_000;

/// The scenario that runs when none is named: its path in the repository, and its text.
pub const EVENING: (&str, &str) = ("scenarios/evening.toml", include_str!("../../../../scenarios/evening.toml"));
/// A social stress test: its path in the repository, and its text.
pub const STRESS_TEST: (&str, &str) =
    ("scenarios/stress-test.toml", include_str!("../../../../scenarios/stress-test.toml"));
/// A day of routine: its path in the repository, and its text.
pub const ORDINARY_DAY: (&str, &str) =
    ("scenarios/ordinary-day.toml", include_str!("../../../../scenarios/ordinary-day.toml"));

/// What to give where a scenario file cannot be read.
const HELP: &str = "give the path of a scenario file; `consoma example > my.toml` writes one to begin with";

/// Reads a scenario file.
///
/// # Errors
///
/// What is wrong with the file: that it cannot be read, or everything that [`parse`] finds.
pub fn read(path: &Path) -> Result<Scenario, Problems> {
    let (name, text) = form::text(path, HELP)?;
    parse(&name, &text)
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
    form::parse(name, text, &schema(), "the scenario", resolve::resolve)
}

/// The JSON schema of scenario files. The ids in it come from the declarations.
pub fn schema() -> serde_json::Value {
    crate::schema::of::<Form>()
}
