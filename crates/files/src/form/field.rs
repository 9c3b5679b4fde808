//! A field of a file: a value with its place, which may be absent or wrong without ending the reading of the others.

use super::leaf::Leaf;
use crate::problem::Problem;
use core::ops::Range;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;
use toml::Spanned;

/// A value that a file may state.
#[derive(Clone, Debug)]
pub(crate) struct Field<T>(Option<(Range<usize>, Result<T, String>)>);

impl<T> Default for Field<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Field<T> {
    /// Where the value stands.
    pub(crate) fn span(&self) -> Option<Range<usize>> {
        self.0.as_ref().map(|(span, _)| span.clone())
    }

    /// The value, where there is one that can be read.
    pub(crate) fn value(&self) -> Option<&T> {
        self.0.as_ref().and_then(|(_, value)| value.as_ref().ok())
    }
}

impl<T: Clone> Field<T> {
    /// The value, where there is one that can be read. What is wrong with it goes to `problems`, under the name `key`.
    pub(crate) fn get(&self, key: &str, problems: &mut Vec<Problem>) -> Option<T> {
        match &self.0 {
            Some((_, Ok(value))) => Some(value.clone()),
            Some((span, Err(why))) => {
                problems.push(Problem::at(span.clone(), format!("`{key}` cannot be read"), why.as_str()));
                None
            }
            None => None,
        }
    }

    /// The value with its place.
    pub(crate) fn get_with_span(&self, key: &str, problems: &mut Vec<Problem>) -> Option<(T, Range<usize>)> {
        self.get(key, problems).zip(self.span())
    }

    /// The value of a key that must be there. `table` is the place to point to where it is not.
    pub(crate) fn need(&self, key: &str, example: &str, table: Range<usize>, problems: &mut Vec<Problem>) -> Option<T> {
        if self.0.is_none() {
            let problem = Problem::at(table, format!("`{key}` is missing"), format!("needs `{key}`"));
            problems.push(problem.help(format!("add a line such as `{key} = {example}`")));
        }
        self.get(key, problems)
    }
}

impl<'de, T: Leaf> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Spanned::<toml::Value>::deserialize(deserializer)?;
        let span = value.span();
        Ok(Self(Some((span, T::read(value.get_ref())))))
    }
}

impl<T: Leaf> JsonSchema for Field<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Field".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        T::schema()
    }
}
