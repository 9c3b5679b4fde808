//! The form of an encounter.

use super::parts::{Named, labelled, table};
use super::timed::{Names, Repeats, When};
use super::words::{By, Tie};
use crate::form::at::At;
use crate::form::field::Field;
use crate::form::leaf::{Lasting, measure_schema};
use consoma_model::declare::{Input, Row};
use consoma_model::inputs::Inputs;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::fmt;
use toml::Spanned;

/// Something that happens with people, or to them, for a while. It sets the inputs that it names.
///
/// What it states of another person happens. Where two people of the file meet and `responsiveness` is left out, the other's
/// own state answers whoever speaks or discloses.
#[derive(Default, JsonSchema)]
#[schemars(default, deny_unknown_fields, extend("required" = ["name", "at", "lasts"]), transform = add_inputs)]
pub(crate) struct Encounter {
    /// Its name in tables and pictures, and for times relative to it.
    pub(crate) name: Field<String>,
    /// Names of people; default everybody.
    #[schemars(with = "Vec<String>", length(min = 1))]
    pub(crate) who: Option<Names>,
    /// Whom they meet: `partner`, `friend`, `stranger`, `practitioner`, `nobody`, or the name of one of the people. Default:
    /// each other, where several take part who speak, disclose, answer, touch, quarrel, reject or are distant.
    pub(crate) with: Field<String>,
    /// What people of the file are to each other; default `friend`.
    #[schemars(rename = "as")]
    pub(crate) tie: Field<Tie>,
    /// By what means; default face to face.
    pub(crate) by: Field<By>,
    /// When it begins.
    pub(crate) at: Field<At>,
    /// How long it lasts.
    pub(crate) lasts: Field<Lasting>,
    /// How often it happens; default once, or as often as that which `at` refers to.
    #[schemars(with = "Repeats")]
    pub(crate) repeats: Option<Spanned<Repeats>>,
    /// Standard deviation of its time between people and days; people who meet have the same.
    pub(crate) jitter: Field<Lasting>,
    /// Inputs that are others for one person, by the person's name.
    #[schemars(schema_with = "of_a_person")]
    pub(crate) of: BTreeMap<Spanned<String>, Named>,
    /// Inputs by their key.
    #[schemars(skip)]
    pub(crate) sets: Named,
}

impl Encounter {
    pub(crate) fn when(&self) -> When<'_> {
        let Self { name, who, at, lasts, repeats, jitter, .. } = self;
        When { name, who: who.as_ref(), at, lasts, repeats: repeats.as_ref(), jitter }
    }
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
                        "with" => encounter.with = map.next_value()?,
                        "as" => encounter.tie = map.next_value()?,
                        "by" => encounter.by = map.next_value()?,
                        "at" => encounter.at = map.next_value()?,
                        "lasts" => encounter.lasts = map.next_value()?,
                        "repeats" => encounter.repeats = map.next_value()?,
                        "jitter" => encounter.jitter = map.next_value()?,
                        "of" => encounter.of = map.next_value()?,
                        _ => drop(encounter.sets.insert(key, map.next_value()?)),
                    }
                }
                Ok(encounter)
            }
        }
        deserializer.deserialize_map(Keys)
    }
}

/// Inputs that the schedule and the body set by themselves, from the night, the naps and the stages of sleep.
const OF_SCHEDULE: &[&str] = &[
    "input.bed",
    "input.asleep",
    "input.nrem",
    "input.deep",
    "input.rem",
    "input.resumed",
    "input.dreaming",
    "input.staged",
    "input.awakening",
    "input.together",
];

/// The inputs that an encounter may set, with their keys and their places in the table.
pub(crate) fn inputs() -> impl Iterator<Item = (usize, &'static str, &'static Row<Input>)> {
    let rows = Inputs::ROWS.iter().enumerate().filter(|(_, row)| !OF_SCHEDULE.contains(&row.id));
    rows.map(|(place, row)| (place, row.id.rsplit('.').next().unwrap_or(row.id), row))
}

fn schemas() -> impl Iterator<Item = (&'static str, Schema)> {
    inputs().map(|(_, key, row)| (key, labelled(measure_schema(row.declared.unit, row.declared.allowed), row.label)))
}

fn add_inputs(schema: &mut Schema) {
    let Some(Json::Object(properties)) = schema.get_mut("properties") else { return };
    for (key, schema) in schemas() {
        properties.insert(key.to_owned(), schema.to_value());
    }
}

fn of_a_person(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "object", "additionalProperties": table(schemas()) })
}
