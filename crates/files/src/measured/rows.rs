//! Rows of a CSV file, with messages that name the file, the line and the column.

use crate::{input, suggest};
use std::path::{Path, PathBuf};

/// A CSV file in memory: small tables of published numbers.
pub(crate) struct Rows {
    path: PathBuf,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Rows {
    /// Reads a file, or says why it cannot be read.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let bytes = input::read(path).map_err(|why| format!("cannot read `{}`: {why}", path.display()))?;
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(&bytes[..]);
        let wrong = |why: csv::Error| format!("`{}` is no CSV table: {why}", path.display());
        let header = reader.headers().map_err(wrong)?.iter().map(str::to_owned).collect();
        let rows = reader.records().map(|row| row.map(|row| row.iter().map(str::to_owned).collect()));
        Ok(Self { path: path.to_owned(), header, rows: rows.collect::<Result<_, _>>().map_err(wrong)? })
    }

    /// The place of a column.
    pub(crate) fn column(&self, name: &str) -> Result<usize, String> {
        self.header.iter().position(|column| column == name).ok_or_else(|| {
            let names: Vec<_> = self.header.iter().map(String::as_str).collect();
            let help = suggest::help(name, &names, "see the file's first line");
            format!("`{}` has no column `{name}`; {help}", self.path.display())
        })
    }

    /// The names of all columns.
    pub(crate) fn header(&self) -> &[String] {
        &self.header
    }

    /// The places of the rows that hold these texts in these columns.
    pub(crate) fn matching(&self, wanted: &[(usize, String)]) -> Vec<usize> {
        let fits =
            |row: &Vec<String>| wanted.iter().all(|(column, text)| row.get(*column).is_some_and(|cell| cell == text));
        (0..self.rows.len()).filter(|&place| fits(&self.rows[place])).collect()
    }

    /// The number in a cell.
    pub(crate) fn number(&self, row: usize, column: usize) -> Result<f64, String> {
        let cell = self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str);
        let place = || format!("{}:{}, column `{}`", self.path.display(), row + 2, self.header[column]);
        match cell.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(value),
            _ => Err(format!("{}: `{cell}` is not a number", place())),
        }
    }
}
