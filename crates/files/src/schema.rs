//! The JSON schema of scenario files, for editors and other programs.

use crate::scenario::Form;
use serde_json::Value;

/// The schema of scenario files. The ids in it come from the declarations.
pub fn scenario() -> Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12();
    settings.into_generator().into_root_schema_for::<Form>().to_value()
}

/// The schema as text, as it is printed and published.
pub fn text() -> String {
    let mut text = serde_json::to_string_pretty(&scenario()).unwrap_or_default();
    text.push('\n');
    text
}
