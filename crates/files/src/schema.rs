//! The JSON schemas of scenario files and data files, for editors and other programs.

use crate::{measured, scenario as scenarios};
use schemars::JsonSchema;
use serde_json::Value;

/// The schema of scenario files. The ids in it come from the declarations.
pub fn scenario() -> Value {
    of::<scenarios::Form>()
}

/// The schema of data files.
pub fn data() -> Value {
    of::<measured::Form>()
}

fn of<F: JsonSchema>() -> Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12();
    settings.into_generator().into_root_schema_for::<F>().to_value()
}

/// A schema as text, as it is printed and published.
pub fn text(schema: &Value) -> String {
    let mut text = serde_json::to_string_pretty(schema).unwrap_or_default();
    text.push('\n');
    text
}
