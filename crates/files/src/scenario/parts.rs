//! The form of a scenario file: what may stand where. The JSON schema is made from these structs.
//!
//! Serde takes every key as optional, so that a missing one is reported with everything else that is wrong; the schema names
//! those that must be there, and a test holds the two together.

use super::encounter::Encounter;
use super::timed::{Arithmetic, ColdPressor, Embrace, HandHolding, Massage, Operation, PainfulHeat, Photograph};
use super::timed::{Bereavement, Caregiving, ExamPeriod, Inoculation, Separation, Vaccination, Wound};
use super::timed::{Betrayal, Breathing, Date, Dose, Exclusion, Exercise, Light, Meal, Nap, Night, Posture, Recall};
use super::timed::{Period, SelfCare, Speech, StressTest, TapeStripping, Treat, Writing};
use super::who::People;
use super::words::{Beside, Chance, Sleep};
use crate::form::field::Field;
use crate::form::leaf::{Instant, Lasting, Lux, TimeOfDay, measure_schema};
use consoma_lab::control::Control;
use consoma_model::declare::{Arrow, Parameter, Reading, Row};
use consoma_model::tables::{Arrows, Parameters, quantities};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
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
    /// What becomes of what varies from hour to hour and from day to day: pulses, stages of sleep, moods. `drawn`, or `mean`: all of it at its
    /// mean, and longer steps. Default: drawn up to 60 days, mean beyond.
    #[serde(default)]
    pub(crate) chance: Field<Chance>,
    /// What it is compared with; default small talk where people talk and something social happens, otherwise nothing.
    #[serde(default)]
    pub(crate) control: Field<Control>,
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
    /// Stretches of time with names.
    #[serde(default)]
    #[schemars(with = "Vec<Period>")]
    pub(crate) period: Vec<Spanned<Period>>,
    /// Meals.
    #[serde(default)]
    #[schemars(with = "Vec<Meal>")]
    pub(crate) meal: Vec<Spanned<Meal>>,
    /// Exercise.
    #[serde(default)]
    #[schemars(with = "Vec<Exercise>")]
    pub(crate) exercise: Vec<Spanned<Exercise>>,
    /// Lying, sitting, standing.
    #[serde(default)]
    #[schemars(with = "Vec<Posture>")]
    pub(crate) posture: Vec<Spanned<Posture>>,
    /// Light other than that of the routine.
    #[serde(default)]
    #[schemars(with = "Vec<Light>")]
    pub(crate) light: Vec<Spanned<Light>>,
    /// Breathing at a rate that is kept.
    #[serde(default)]
    #[schemars(with = "Vec<Breathing>")]
    pub(crate) breathing: Vec<Spanned<Breathing>>,
    /// Hormones and drugs.
    #[serde(default)]
    #[schemars(with = "Vec<Dose>")]
    pub(crate) dose: Vec<Spanned<Dose>>,
    /// Social stress tests.
    #[serde(default)]
    #[schemars(with = "Vec<StressTest>")]
    pub(crate) stress_test: Vec<Spanned<StressTest>>,
    /// Speeches in public.
    #[serde(default)]
    #[schemars(with = "Vec<Speech>")]
    pub(crate) speech: Vec<Spanned<Speech>>,
    /// First dates.
    #[serde(default)]
    #[schemars(with = "Vec<Date>")]
    pub(crate) date: Vec<Spanned<Date>>,
    /// Betrayals by somebody who matters.
    #[serde(default)]
    #[schemars(with = "Vec<Betrayal>")]
    pub(crate) betrayal: Vec<Spanned<Betrayal>>,
    /// Games that leave one out.
    #[serde(default)]
    #[schemars(with = "Vec<Exclusion>")]
    pub(crate) exclusion: Vec<Spanned<Exclusion>>,
    /// Going again through what one feared.
    #[serde(default)]
    #[schemars(with = "Vec<Recall>")]
    pub(crate) recall: Vec<Spanned<Recall>>,
    /// Writing of what one has told nobody.
    #[serde(default)]
    #[schemars(with = "Vec<Writing>")]
    pub(crate) writing: Vec<Spanned<Writing>>,
    /// Gentle self-care.
    #[serde(default)]
    #[schemars(with = "Vec<SelfCare>")]
    pub(crate) self_care: Vec<Spanned<SelfCare>>,
    /// Strippings of a place on the forearm with tape.
    #[serde(default)]
    #[schemars(with = "Vec<TapeStripping>")]
    pub(crate) tape_stripping: Vec<Spanned<TapeStripping>>,
    /// Small pleasures.
    #[serde(default)]
    #[schemars(with = "Vec<Treat>")]
    pub(crate) treat: Vec<Spanned<Treat>>,
    /// Periods of exams.
    #[serde(default)]
    #[schemars(with = "Vec<ExamPeriod>")]
    pub(crate) exam_period: Vec<Spanned<ExamPeriod>>,
    /// Partings for good from somebody who matters.
    #[serde(default)]
    #[schemars(with = "Vec<Separation>")]
    pub(crate) separation: Vec<Spanned<Separation>>,
    /// Deaths of somebody close.
    #[serde(default)]
    #[schemars(with = "Vec<Bereavement>")]
    pub(crate) bereavement: Vec<Spanned<Bereavement>>,
    /// Care for somebody who is ill for long.
    #[serde(default)]
    #[schemars(with = "Vec<Caregiving>")]
    pub(crate) caregiving: Vec<Spanned<Caregiving>>,
    /// Cold virus in the nose.
    #[serde(default)]
    #[schemars(with = "Vec<Inoculation>")]
    pub(crate) inoculation: Vec<Spanned<Inoculation>>,
    /// Vaccinations.
    #[serde(default)]
    #[schemars(with = "Vec<Vaccination>")]
    pub(crate) vaccination: Vec<Spanned<Vaccination>>,
    /// Standard wounds.
    #[serde(default)]
    #[schemars(with = "Vec<Wound>")]
    pub(crate) wound: Vec<Spanned<Wound>>,
    /// Hands in ice water.
    #[serde(default)]
    #[schemars(with = "Vec<ColdPressor>")]
    pub(crate) cold_pressor: Vec<Spanned<ColdPressor>>,
    /// Heat at the skin that hurts.
    #[serde(default)]
    #[schemars(with = "Vec<PainfulHeat>")]
    pub(crate) painful_heat: Vec<Spanned<PainfulHeat>>,
    /// Sums against the clock.
    #[serde(default)]
    #[schemars(with = "Vec<Arithmetic>")]
    pub(crate) arithmetic: Vec<Spanned<Arithmetic>>,
    /// Operations.
    #[serde(default)]
    #[schemars(with = "Vec<Operation>")]
    pub(crate) operation: Vec<Spanned<Operation>>,
    /// Holding hands.
    #[serde(default)]
    #[schemars(with = "Vec<HandHolding>")]
    pub(crate) hand_holding: Vec<Spanned<HandHolding>>,
    /// Embraces.
    #[serde(default)]
    #[schemars(with = "Vec<Embrace>")]
    pub(crate) embrace: Vec<Spanned<Embrace>>,
    /// Massages.
    #[serde(default)]
    #[schemars(with = "Vec<Massage>")]
    pub(crate) massage: Vec<Spanned<Massage>>,
    /// Photographs of somebody.
    #[serde(default)]
    #[schemars(with = "Vec<Photograph>")]
    pub(crate) photograph: Vec<Spanned<Photograph>>,
    /// Sleep outside the night.
    #[serde(default)]
    #[schemars(with = "Vec<Nap>")]
    pub(crate) nap: Vec<Spanned<Nap>>,
    /// Nights that are not as the routine has them.
    #[serde(default)]
    #[schemars(with = "Vec<Night>")]
    pub(crate) night: Vec<Spanned<Night>>,
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
    /// What says when people sleep: `clock`, the times above (the default), or `free`, their own sleep pressure. Then `bed` and
    /// `wake` are the usual times, from which they begin.
    pub(crate) sleep: Field<Sleep>,
    /// Who lies beside them at night: `nobody` (the default) or `partner`, who is not simulated.
    pub(crate) beside: Field<Beside>,
    /// Daylight begins to reach the eye; default 07:30.
    pub(crate) dawn: Field<TimeOfDay>,
    /// Daylight ends; default 16:30.
    pub(crate) dusk: Field<TimeOfDay>,
    /// Light between dawn and dusk; default 700 lux.
    pub(crate) daylight: Field<Lux>,
    /// Light at other waking hours; default 40 lux.
    pub(crate) lamplight: Field<Lux>,
}

/// What is recorded.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Output {
    /// Time between two records; default 10 min, and 1 min from ten minutes before an event to two hours after it.
    pub(crate) every: Field<Lasting>,
    /// Ids of quantities; default all.
    #[schemars(schema_with = "quantity_ids")]
    pub(crate) quantities: Option<Spanned<Vec<Field<String>>>>,
}

/// A schema with a label before what it says already.
pub(crate) fn labelled(mut schema: Schema, label: &str) -> Schema {
    let about = match schema.get("description").and_then(Json::as_str) {
        Some(more) => format!("{label}. {more}"),
        None => label.to_owned(),
    };
    schema.insert("description".into(), about.into());
    schema
}

/// The schema of a table with these keys and no others.
pub(crate) fn table(properties: impl Iterator<Item = (&'static str, Schema)>) -> Schema {
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
