//! The form of a data file: what may stand where. The JSON schema is made from these structs.

use crate::form::field::Field;
use crate::form::leaf::Instant;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::{Spanned, Value};

/// What was measured in people, to be set beside what a scenario predicts.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, title = "Consoma data")]
pub(crate) struct Form {
    /// Version of the format: 1.
    #[schemars(required)]
    pub(crate) consoma: Field<i64>,
    /// Name, for titles.
    #[schemars(required)]
    pub(crate) name: Field<String>,
    /// Where the numbers come from.
    #[schemars(required)]
    pub(crate) source: Field<String>,
    /// What is uncertain about them: clock, unit, who.
    pub(crate) caution: Field<String>,
    /// Id of the quantity.
    #[schemars(required)]
    pub(crate) quantity: Field<String>,
    /// Unit of the numbers.
    #[schemars(required)]
    pub(crate) unit: Field<String>,
    /// The quantity's unit over the numbers' unit; needed where they differ.
    pub(crate) factor: Field<f64>,
    /// What read the quantity.
    pub(crate) instrument: Instrument,
    /// Courses.
    #[schemars(required, with = "Vec<Series>", length(min = 1))]
    pub(crate) series: Vec<Spanned<Series>>,
    /// Correlations of the logarithm between times.
    #[schemars(with = "Correlations")]
    pub(crate) correlations: Option<Spanned<Correlations>>,
}

/// An instrument: it reads scale x truth x noise + offset.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Instrument {
    /// Factor on the truth; default 1.
    pub(crate) scale: Field<f64>,
    /// Constant added, with the unit; default 0.
    pub(crate) offset: Field<Value>,
    /// Coefficient of variation of one reading; default 0.
    pub(crate) cv: Field<f64>,
}

/// Which column holds the times.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Time {
    /// Name of the column.
    #[schemars(required)]
    pub(crate) column: Field<String>,
    /// Its unit: s, min, h or d.
    #[schemars(required)]
    pub(crate) unit: Field<String>,
}

/// A course that was measured in one kind of people.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Series {
    /// Label in tables and pictures.
    #[schemars(required)]
    pub(crate) label: Field<String>,
    /// The people of the scenario who stand for these.
    #[schemars(required)]
    pub(crate) people: Field<String>,
    /// CSV file.
    #[schemars(required)]
    pub(crate) file: Field<String>,
    /// Rows that are meant: column names with the text that they must hold; default all.
    #[schemars(with = "BTreeMap<String, String>")]
    pub(crate) r#where: BTreeMap<String, Field<String>>,
    /// Clock time of the data's zero in the scenario.
    #[schemars(required)]
    pub(crate) zero: Field<Instant>,
    /// Column of the times.
    #[schemars(required)]
    pub(crate) time: Time,
    /// Column of the means.
    #[schemars(required)]
    pub(crate) mean: Field<String>,
    /// Column of the numbers of people.
    pub(crate) n: Field<String>,
    /// Column of the standard deviations.
    pub(crate) sd: Field<String>,
    /// Column of the standard deviations of the natural logarithm.
    pub(crate) log_sd: Field<String>,
}

/// A square table of correlations: a column of times, then a column for each time, named by it.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Correlations {
    /// The people of the scenario over whom they are taken together.
    #[schemars(required, with = "Vec<String>")]
    pub(crate) people: Vec<Field<String>>,
    /// CSV file.
    #[schemars(required)]
    pub(crate) file: Field<String>,
    /// Clock time of the data's zero in the scenario.
    #[schemars(required)]
    pub(crate) zero: Field<Instant>,
    /// Column of the times.
    #[schemars(required)]
    pub(crate) time: Time,
}
