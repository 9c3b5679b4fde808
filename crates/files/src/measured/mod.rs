//! Data files: what was measured in people, when and by what, beside the CSV files that hold the numbers.
//!
//! A data file names a CSV file for each course, the rows and columns of it that are meant, the clock time of its zero, and
//! the group of the scenario that stands for its people.

mod parts;
mod resolve;
mod rows;

use crate::form;
use crate::problem::Problems;
use consoma_lab::compare::Measured;
use consoma_lab::scenario::Scenario;
use std::path::{Path, PathBuf};

pub(crate) use parts::Form;

/// What to give where a data file cannot be read.
const HELP: &str = "give the path of a data file, such as evidence/stress-test/data.toml; `consoma schema data` says what \
                    stands in one";

/// Reads a data file, to be compared with `scenario`. CSV files are looked for in `folder`, or beside the data file.
/// Every clock time is moved by `shift` minutes.
///
/// # Errors
///
/// Everything that is wrong with the data file, or with the CSV files that it names.
pub fn read(path: &Path, folder: Option<&Path>, shift: f64, scenario: &Scenario) -> Result<Measured, Problems> {
    Ok(read_with_files(path, folder, shift, scenario)?.0)
}

/// Reads a data file like [`read`], and gives the CSV files that it names too.
///
/// # Errors
///
/// Those of [`read`].
pub fn read_with_files(
    path: &Path,
    folder: Option<&Path>,
    shift: f64,
    scenario: &Scenario,
) -> Result<(Measured, Vec<PathBuf>), Problems> {
    let (name, text) = form::text(path, HELP)?;
    let beside = path.parent().unwrap_or(Path::new("."));
    let folder = folder.unwrap_or(beside);
    form::parse(&name, &text, &schema(), "the data file", |form: &Form, top, problems| {
        let measured = resolve::resolve(form, top, folder, shift, scenario, problems)?;
        Some((measured, resolve::files(form, folder)))
    })
}

/// The JSON schema of data files.
pub fn schema() -> serde_json::Value {
    crate::schema::of::<Form>()
}
