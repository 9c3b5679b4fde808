//! JSON schemas of what files may hold, for editors and other programs. Each kind of file gives its own.

use schemars::JsonSchema;
use serde_json::Value;

/// The schema of a form.
pub(crate) fn of<F: JsonSchema>() -> Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12();
    settings.into_generator().into_root_schema_for::<F>().to_value()
}

/// A schema as text, as it is printed and published.
pub fn text(schema: &Value) -> String {
    let mut text = serde_json::to_string_pretty(schema).unwrap_or_default();
    text.push('\n');
    text
}
