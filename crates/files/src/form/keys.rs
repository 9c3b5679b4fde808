//! Keys that a file may not have. The published schema says which it may, so there is no second list.

use crate::problem::Problem;
use crate::suggest;
use serde_json::Value as Json;
use toml::de::{DeTable, DeValue};

/// The keys of a file that its schema does not know. `whole` is what messages call the file.
pub(crate) fn unknown(table: &DeTable<'_>, schema: &Json, whole: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    walk(table, schema, schema, whole, &mut problems);
    problems
}

fn walk(table: &DeTable<'_>, schema: &Json, root: &Json, place: &str, problems: &mut Vec<Problem>) {
    let Some(allowed) = table_schema(schema, root).and_then(|schema| schema.get("properties")?.as_object()) else {
        return;
    };
    for (key, value) in table {
        let name: &str = key.get_ref();
        let Some(inner) = allowed.get(name) else {
            let names: Vec<_> = allowed.keys().map(String::as_str).collect();
            let list = place.trim_matches(['[', ']']).replace("encounter", "inputs");
            let listing = format!("`consoma list {list}` prints all");
            let what = format!("unknown key `{name}`");
            problems.push(
                Problem::at(key.span(), what, format!("{place} has no such key"))
                    .help(suggest::help(name, &names, &listing)),
            );
            continue;
        };
        match value.get_ref() {
            DeValue::Table(table) => walk(table, inner, root, &format!("[{name}]"), problems),
            DeValue::Array(items) => {
                let Some(inner) = refer(inner, root).get("items") else { continue };
                for item in items {
                    if let DeValue::Table(table) = item.get_ref() {
                        walk(table, inner, root, &format!("[[{name}]]"), problems);
                    }
                }
            }
            _ => {}
        }
    }
}

fn refer<'a>(schema: &'a Json, root: &'a Json) -> &'a Json {
    let target = schema.get("$ref").and_then(Json::as_str).and_then(|name| name.strip_prefix('#'));
    target.and_then(|pointer| root.pointer(pointer)).unwrap_or(schema)
}

/// The schema of the table, where several forms are allowed.
fn table_schema<'a>(schema: &'a Json, root: &'a Json) -> Option<&'a Json> {
    let schema = refer(schema, root);
    match schema.get("anyOf").and_then(Json::as_array) {
        Some(forms) => forms.iter().map(|form| refer(form, root)).find(|form| form.get("properties").is_some()),
        None => Some(schema),
    }
}
