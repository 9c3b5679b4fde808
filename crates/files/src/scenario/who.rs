//! The form of `[[people]]`: what may be stated of a person.

use super::words::{Beside, Sleep};
use crate::form::field::Field;
use crate::form::leaf::{Open, TimeOfDay};
use consoma_model::declare::{Parameter, Row};
use consoma_model::person::{Condition, Contraception, MenstrualPhase, Numbers, Sex, Style};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use toml::{Spanned, Value};

/// People of one kind. What is left open is typical, or drawn.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["name"]), transform = sex_or_drawn)]
pub(crate) struct People {
    /// Name of the person, or of the group.
    pub(crate) name: Field<String>,
    /// How many; default 1.
    #[schemars(schema_with = "count")]
    pub(crate) count: Field<i64>,
    /// Whether their parameters are drawn from the declared spreads; default: where there are several.
    pub(crate) drawn: Field<bool>,
    /// Whether they meet nobody, in a file with encounters; default false.
    pub(crate) alone: Field<bool>,
    /// What becomes of the traits that stand nowhere: typical (the default), or drawn for each person from the declared spreads,
    /// shares and correlations, given those that are stated.
    pub(crate) traits: Field<Open>,
    /// Sex, as far as the body's parameters follow it; must be stated unless traits are drawn.
    pub(crate) sex: Field<Sex>,
    /// Hormonal contraception; default none.
    pub(crate) contraception: Field<Contraception>,
    /// Phase of the menstrual cycle; default unknown.
    pub(crate) menstrual_phase: Field<MenstrualPhase>,
    /// Age; default 30 years.
    #[schemars(schema_with = "age")]
    pub(crate) age: Field<Value>,
    /// Body-mass index; default 25 kg/m2.
    #[schemars(schema_with = "body_mass_index")]
    pub(crate) body_mass_index: Field<Value>,
    /// Cigarettes a day; default none.
    #[schemars(schema_with = "cigarettes")]
    pub(crate) cigarettes: Field<Value>,
    /// Caffeine a day; default none.
    #[schemars(schema_with = "caffeine")]
    pub(crate) caffeine: Field<Value>,
    /// Chronotype: how much later than most the person would sleep on free days; default 0 h.
    #[schemars(schema_with = "chronotype")]
    pub(crate) chronotype: Field<Value>,
    /// Attachment style: a name for a region of anxiety and avoidance. Without them it sets both.
    pub(crate) style: Field<Style>,
    /// Attachment anxiety, a standard score; default 0.
    #[schemars(schema_with = "anxiety")]
    pub(crate) anxiety: Field<Value>,
    /// Attachment avoidance, a standard score; default 0.
    #[schemars(schema_with = "avoidance")]
    pub(crate) avoidance: Field<Value>,
    /// Social anxiety, a standard score; default 0.
    #[schemars(schema_with = "social_anxiety")]
    pub(crate) social_anxiety: Field<Value>,
    /// Rumination, a standard score: how long the person goes over what happened; default 0.
    #[schemars(schema_with = "rumination")]
    pub(crate) rumination: Field<Value>,
    /// Knowledge of the cycle of closeness and the low day after it, 0 to 1; default 0.
    #[schemars(schema_with = "knowledge")]
    pub(crate) knowledge: Field<Value>,
    /// How many people they meet at least once in two weeks, by kind. Kinds that are left out stay open; 0 says nobody.
    pub(crate) ties: Met,
    /// All conditions that they live with; default none.
    #[schemars(with = "Vec<Field<Condition>>")]
    pub(crate) conditions: Option<Spanned<Vec<Field<Condition>>>>,
    /// Getting up, instead of the time of the routine.
    pub(crate) wake: Field<TimeOfDay>,
    /// Going to bed, instead of the time of the routine.
    pub(crate) bed: Field<TimeOfDay>,
    /// What says when they sleep, `clock` or `free`, instead of what the routine says.
    pub(crate) sleep: Field<Sleep>,
    /// Who lies beside them at night, `partner` or `nobody`, instead of whom the routine says.
    pub(crate) beside: Field<Beside>,
}

/// People met at least once in two weeks, by kind.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields)]
pub(crate) struct Met {
    /// Partner; default 1.
    pub(crate) partner: Field<i64>,
    /// Family; default 3.
    pub(crate) family: Field<i64>,
    /// Friends; default 4.
    pub(crate) friends: Field<i64>,
    /// Colleagues, or people of a school; default 5.
    pub(crate) colleagues: Field<i64>,
    /// Neighbours; default 2.
    pub(crate) neighbours: Field<i64>,
    /// People of a club, a congregation or another group; default 0.
    pub(crate) groups: Field<i64>,
}

impl People {
    /// The traits that are numbers, in the order of their rows.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = (&'static Row<Parameter>, &Field<Value>)> {
        let Self { age, body_mass_index, cigarettes, caffeine, chronotype, .. } = self;
        let Self { anxiety, avoidance, social_anxiety, rumination, knowledge, .. } = self;
        let fields: Numbers<&Field<Value>> = Numbers {
            age,
            body_mass_index,
            cigarettes,
            caffeine,
            chronotype,
            anxiety,
            avoidance,
            social_anxiety,
            rumination,
            knowledge,
        };
        super::people::rows(Numbers::ROWS, fields)
    }
}

/// How a trait's number may be written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    /// A number alone.
    Bare,
    /// A number with its unit, or alone where nobody would doubt the unit.
    Either,
    /// A number with its unit.
    WithUnit,
}

/// How the trait of this row is written.
pub(crate) fn written(row: &Row<Parameter>) -> Written {
    match row.declared.unit {
        "1" | "1/day" => Written::Bare,
        "years" | "kg/m2" => Written::Either,
        _ => Written::WithUnit,
    }
}

/// Sex follows where traits are drawn, and is stated elsewhere.
fn sex_or_drawn(schema: &mut Schema) {
    let drawn = serde_json::json!({ "properties": { "traits": { "const": "drawn" } }, "required": ["traits"] });
    schema.insert("if".into(), serde_json::json!({ "not": drawn }));
    schema.insert("then".into(), serde_json::json!({ "required": ["sex"] }));
}

fn count(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "integer", "minimum": 1, "maximum": super::LARGEST })
}

fn number(id: &str) -> Schema {
    let Some(row) = Numbers::ROWS.iter().find(|row| row.id == id) else { return json_schema!(true) };
    let Parameter { unit, min, max, .. } = row.declared;
    let about = format!("From {min} to {max} {unit}, written with the unit.");
    let example = format!("{} {}", row.declared.typical, unit.trim_end_matches("/day"));
    match written(row) {
        Written::Bare => json_schema!({ "type": "number", "minimum": min, "maximum": max }),
        Written::Either => {
            json_schema!({ "type": ["number", "string"], "minimum": min, "maximum": max, "examples": [example] })
        }
        Written::WithUnit => json_schema!({ "type": "string", "description": about, "examples": [example] }),
    }
}

/// The schema of each number, by the name of its key.
macro_rules! numbers {
    ($($key:ident)+) => {$(
        fn $key(_: &mut SchemaGenerator) -> Schema {
            number(concat!("person.", stringify!($key)))
        }
    )+};
}

numbers! { age body_mass_index cigarettes caffeine chronotype anxiety avoidance social_anxiety rumination knowledge }
