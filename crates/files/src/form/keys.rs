//! Keys that a file may not have, and tables and lists that stand where something else must. The published schema says what
//! may stand where, so there is no second list.

use crate::problem::Problem;
use crate::suggest;
use core::ops::Range;
use serde_json::Value as Json;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What is wrong with the keys of a file.
pub(crate) struct Found {
    /// Each thing that is wrong.
    pub(crate) problems: Vec<Problem>,
    /// Whether the values can be read: tables and lists stand where they must, and whole numbers fit.
    pub(crate) readable: bool,
}

/// Checks a file against its schema. `whole` is what messages call the file.
pub(crate) fn check(table: &DeTable<'_>, schema: &Json, whole: &str) -> Found {
    let mut check = Check { root: schema, found: Found { problems: Vec::new(), readable: true } };
    check.walk(table, schema, whole);
    check.found
}

struct Check<'a> {
    root: &'a Json,
    found: Found,
}

impl<'a> Check<'a> {
    fn walk(&mut self, table: &DeTable<'_>, schema: &'a Json, place: &str) {
        let schema = self.table_schema(schema);
        let allowed = schema.and_then(|schema| schema.get("properties")?.as_object());
        // Where names are free, such as those of people, every one of them holds the same.
        let free = schema.and_then(|schema| schema.get("additionalProperties")).filter(|free| free.is_object());
        for (key, value) in table {
            let name: &str = key.get_ref();
            if let Some(free) = free {
                self.value(name, &key.span(), value, free);
                continue;
            }
            match allowed.map(|allowed| (allowed.get(name), allowed)) {
                Some((Some(inner), _)) => self.value(name, &key.span(), value, inner),
                Some((None, allowed)) => {
                    let names: Vec<_> = allowed.keys().map(String::as_str).collect();
                    let listing = match place {
                        "[arrows]" | "[parameters]" => {
                            format!("`consoma list {}` prints all", &place[1..place.len() - 1])
                        }
                        "[[people]]" => "`consoma list traits` prints all".into(),
                        _ if names.contains(&"responsiveness") => "`consoma list inputs` prints all inputs".into(),
                        _ => "`consoma schema` prints all".into(),
                    };
                    let problem =
                        Problem::at(key.span(), format!("unknown key `{name}`"), format!("{place} has no such key"));
                    self.found.problems.push(problem.help(suggest::help(name, &names, &listing)));
                    self.numbers(value);
                }
                None => self.numbers(value),
            }
        }
    }

    fn value(&mut self, name: &str, key: &Range<usize>, value: &Spanned<DeValue<'_>>, schema: &'a Json) {
        let kind = self.refer(schema).get("type").and_then(Json::as_str);
        let items = self.refer(schema).get("items");
        let tables =
            items.is_some_and(|items| self.table_schema(items).is_some_and(|it| it.get("properties").is_some()));
        match (kind, value.get_ref()) {
            (Some("array"), DeValue::Array(all)) => {
                for item in all {
                    match (item.get_ref(), items) {
                        (DeValue::Table(table), Some(items)) if tables => {
                            self.walk(table, items, &format!("[[{name}]]"))
                        }
                        _ if tables => {
                            self.shape(item.span(), format!("`{name}` is a list of tables; write [[{name}]]"))
                        }
                        _ => self.numbers(item),
                    }
                }
            }
            (Some("array"), DeValue::Table(_)) if tables => {
                self.shape(
                    key.clone(),
                    format!("`{name}` may stand more than once; write [[{name}]] with two brackets"),
                );
            }
            (Some("array"), _) if tables => {
                self.shape(value.span(), format!("`{name}` is a list of tables; write [[{name}]]"));
            }
            (Some("array"), found) => {
                let text = found.as_str().map(|text| format!("; write {name} = [\"{text}\"]"));
                self.shape(value.span(), format!("a list in brackets is needed{}", text.unwrap_or_default()));
            }
            (Some("object"), DeValue::Array(_)) => {
                self.shape(key.clone(), format!("`{name}` stands once; write [{name}] with one bracket"));
            }
            (Some("object"), found) if !found.is_table() => {
                let whole = if name == "of" { "encounter.of.Ada" } else { name };
                self.shape(value.span(), format!("`{name}` is a table; write [{whole}] and its keys below"));
            }
            (_, DeValue::Table(table)) => self.walk(table, schema, &format!("[{name}]")),
            _ => self.numbers(value),
        }
    }

    /// Whole numbers that are too large to be read.
    fn numbers(&mut self, value: &Spanned<DeValue<'_>>) {
        match value.get_ref() {
            DeValue::Integer(number) if i64::from_str_radix(number.as_str(), number.radix()).is_err() => {
                let label = format!("whole numbers reach from {} to {}", i64::MIN, i64::MAX);
                self.found.problems.push(Problem::at(value.span(), "this whole number is too large", label));
                self.found.readable = false;
            }
            DeValue::Array(items) => items.iter().for_each(|item| self.numbers(item)),
            DeValue::Table(table) => table.iter().for_each(|(_, value)| self.numbers(value)),
            _ => {}
        }
    }

    fn shape(&mut self, span: Range<usize>, label: String) {
        self.found.problems.push(Problem::at(span, "a table or list of another form is needed", label));
        self.found.readable = false;
    }

    fn refer(&self, schema: &'a Json) -> &'a Json {
        let target = schema.get("$ref").and_then(Json::as_str).and_then(|name| name.strip_prefix('#'));
        target.and_then(|pointer| self.root.pointer(pointer)).unwrap_or(schema)
    }

    /// The schema of the table, where several forms are allowed.
    fn table_schema(&self, schema: &'a Json) -> Option<&'a Json> {
        let schema = self.refer(schema);
        match schema.get("anyOf").and_then(Json::as_array) {
            Some(forms) => forms.iter().map(|form| self.refer(form)).find(|form| form.get("properties").is_some()),
            None => Some(schema),
        }
    }
}
