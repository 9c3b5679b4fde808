//! The form of a scenario file: what may stand where. The JSON schema is made from these structs.
//!
//! Serde takes every key as optional, so that a missing one is reported with everything else that is wrong; the schema names
//! those that must be there, and a test holds the two together.

use super::who::People;
use crate::form::field::Field;
use crate::form::leaf::{Instant, Lasting, Lux, TimeOfDay, measure_schema};
use consoma_model::declare::{Arrow, Input, Parameter, Reading, Row};
use consoma_model::inputs::Inputs;
use consoma_model::tables::{Arrows, Parameters, quantities};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use std::fmt;
use toml::{Spanned, Value};

/// Ids with their places and values.
pub(crate) type Named = BTreeMap<Spanned<String>, Field<Value>>;

/// A scenario of Consoma: who lives through what, from when to when, under which readings.
#[derive(Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, title = "Consoma scenario")]
#[schemars(extend("required" = ["consoma", "name", "start", "end", "people"]))]
pub(crate) struct Form {
    /// Version of the format: 1.
    #[serde(default)]
    #[schemars(schema_with = "format")]
    pub(crate) consoma: Field<i64>,
    /// Name, for titles.
    #[serde(default)]
    pub(crate) name: Field<String>,
    /// A sentence or two on what it shows.
    #[serde(default)]
    pub(crate) about: Field<String>,
    /// Where the record begins. At least a day is lived before it.
    #[serde(default)]
    pub(crate) start: Field<Instant>,
    /// Where it ends.
    #[serde(default)]
    pub(crate) end: Field<Instant>,
    /// Seed of all draws; default 1.
    #[serde(default)]
    #[schemars(schema_with = "seed")]
    pub(crate) seed: Field<i64>,
    /// Readings in the order in which they are shown; default told and measured.
    #[serde(default)]
    #[schemars(with = "Vec<Field<Reading>>", length(min = 1))]
    pub(crate) readings: Option<Spanned<Vec<Field<Reading>>>>,
    /// What every day is like.
    #[serde(default)]
    pub(crate) routine: Routine,
    /// Who.
    #[serde(default)]
    #[schemars(with = "Vec<People>", length(min = 1))]
    pub(crate) people: Vec<Spanned<People>>,
    /// What happens with them, or to them.
    #[serde(default)]
    #[schemars(with = "Vec<Encounter>")]
    pub(crate) encounter: Vec<Spanned<Encounter>>,
    /// Sleep outside the night.
    #[serde(default)]
    #[schemars(with = "Vec<Nap>")]
    pub(crate) nap: Vec<Spanned<Nap>>,
    /// Strengths of arrows that replace those of every reading, by id.
    #[serde(default)]
    #[schemars(schema_with = "arrows")]
    pub(crate) arrows: Named,
    /// Parameters that replace the declared ones, by id.
    #[serde(default)]
    #[schemars(schema_with = "parameters")]
    pub(crate) parameters: Named,
    /// What is recorded.
    #[serde(default)]
    pub(crate) output: Output,
}

/// What every day is like.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Routine {
    /// Getting up; default 07:30.
    pub(crate) wake: Field<TimeOfDay>,
    /// Going to bed; default 23:00.
    pub(crate) bed: Field<TimeOfDay>,
    /// Daylight begins to reach the eye; default 07:30.
    pub(crate) dawn: Field<TimeOfDay>,
    /// Daylight ends; default 16:30.
    pub(crate) dusk: Field<TimeOfDay>,
    /// Light between dawn and dusk; default 700 lux.
    pub(crate) daylight: Field<Lux>,
    /// Light at other waking hours; default 40 lux.
    pub(crate) lamplight: Field<Lux>,
}

/// Sleep outside the night.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["at", "lasts"]))]
pub(crate) struct Nap {
    /// Names of people; default everybody.
    #[schemars(with = "Vec<String>", length(min = 1))]
    pub(crate) who: Option<Spanned<Vec<Field<String>>>>,
    /// When it begins.
    pub(crate) at: Field<Instant>,
    /// How long it lasts.
    pub(crate) lasts: Field<Lasting>,
}

/// What is recorded.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Output {
    /// Time between two records; default 10 min.
    pub(crate) every: Field<Lasting>,
    /// Ids of quantities; default all.
    #[schemars(schema_with = "quantity_ids")]
    pub(crate) quantities: Option<Spanned<Vec<Field<String>>>>,
}

/// Something that happens with people, or to them, for a while. It sets the inputs that it names.
#[derive(Default, JsonSchema)]
#[schemars(default, deny_unknown_fields, extend("required" = ["name", "at", "lasts"]), transform = add_inputs)]
pub(crate) struct Encounter {
    /// Its name in tables and pictures.
    pub(crate) name: Field<String>,
    /// Names of people; default everybody.
    #[schemars(with = "Vec<String>", length(min = 1))]
    pub(crate) who: Option<Spanned<Vec<Field<String>>>>,
    /// When it begins.
    pub(crate) at: Field<Instant>,
    /// How long it lasts.
    pub(crate) lasts: Field<Lasting>,
    /// Inputs by their key.
    #[schemars(skip)]
    pub(crate) sets: Named,
}

impl<'de> Deserialize<'de> for Encounter {
    // By hand: serde's `flatten` would lose the places of the values.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;
        impl<'de> Visitor<'de> for Keys {
            type Value = Encounter;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table [[encounter]]")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Encounter, A::Error> {
                let mut encounter = Encounter::default();
                while let Some(key) = map.next_key::<Spanned<String>>()? {
                    match key.get_ref().as_str() {
                        "name" => encounter.name = map.next_value()?,
                        "who" => encounter.who = map.next_value()?,
                        "at" => encounter.at = map.next_value()?,
                        "lasts" => encounter.lasts = map.next_value()?,
                        _ => drop(encounter.sets.insert(key, map.next_value()?)),
                    }
                }
                Ok(encounter)
            }
        }
        deserializer.deserialize_map(Keys)
    }
}

/// Inputs that the schedule sets by itself, from the night and the naps.
const OF_SCHEDULE: &[&str] = &["input.asleep", "input.awakening"];

/// The inputs that an encounter may set, with their keys and their places in the table.
pub(crate) fn inputs() -> impl Iterator<Item = (usize, &'static str, &'static Row<Input>)> {
    let rows = Inputs::ROWS.iter().enumerate().filter(|(_, row)| !OF_SCHEDULE.contains(&row.id));
    rows.map(|(place, row)| (place, row.id.rsplit('.').next().unwrap_or(row.id), row))
}

fn add_inputs(schema: &mut Schema) {
    let Some(Json::Object(properties)) = schema.get_mut("properties") else { return };
    for (_, key, row) in inputs() {
        let schema = labelled(measure_schema(row.declared.unit, row.declared.allowed), row.label);
        properties.insert(key.to_owned(), schema.to_value());
    }
}

/// A schema with a label before what it says already.
fn labelled(mut schema: Schema, label: &str) -> Schema {
    let about = match schema.get("description").and_then(Json::as_str) {
        Some(more) => format!("{label}. {more}"),
        None => label.to_owned(),
    };
    schema.insert("description".into(), about.into());
    schema
}

fn table(properties: impl Iterator<Item = (&'static str, Schema)>) -> Schema {
    let properties: Map<String, Json> = properties.map(|(id, schema)| (id.to_owned(), schema.to_value())).collect();
    json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn arrows(_: &mut SchemaGenerator) -> Schema {
    table(Arrows::rows().map(|row: &Row<Arrow>| {
        let schema = measure_schema(row.declared.unit, row.declared.allowed());
        (row.id, labelled(schema, row.label))
    }))
}

fn parameters(_: &mut SchemaGenerator) -> Schema {
    table(Parameters::rows().map(|row: &Row<Parameter>| {
        let typical = measure_schema(row.declared.unit, (row.declared.min, row.declared.max));
        // The spread of a log-normal is a pure number, that of a normal has the unit.
        let spread = json_schema!({ "type": ["number", "string"], "description": "Standard deviation between people" });
        let both = json_schema!({
            "type": "object",
            "properties": { "typical": typical, "spread": spread },
            "additionalProperties": false,
        });
        (row.id, json_schema!({ "description": row.label, "anyOf": [typical, both] }))
    }))
}

fn quantity_ids(_: &mut SchemaGenerator) -> Schema {
    let ids: Vec<_> = quantities().map(|row| row.id).collect();
    json_schema!({ "type": "array", "items": { "type": "string", "enum": ids } })
}

fn format(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "integer", "const": crate::form::FORMAT })
}

fn seed(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "integer", "minimum": 0 })
}
