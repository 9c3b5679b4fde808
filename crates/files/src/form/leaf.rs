//! What a single value may be: how it is read, and its schema.

use crate::suggest;
use crate::{clock, unit};
use consoma_lab::control::Control;
use consoma_model::declare::Reading;
use consoma_model::person::{Condition, Contraception, MenstrualPhase, Sex, Style};
use schemars::{Schema, json_schema};
use toml::Value;

/// A value of a file.
pub(crate) trait Leaf: Sized {
    /// Reads it, or says what is wrong and what to write.
    fn read(value: &Value) -> Result<Self, String>;
    /// What a file may write.
    fn schema() -> Schema;
}

/// The kind of a value, in words.
pub(crate) fn kind(value: &Value) -> &'static str {
    match value {
        Value::String(_) => "a text",
        Value::Integer(_) => "a whole number",
        Value::Float(_) => "a number",
        Value::Boolean(_) => "true or false",
        Value::Datetime(_) => "a TOML date",
        Value::Array(_) => "a list",
        Value::Table(_) => "a table",
    }
}

/// What is wrong with a value of another kind.
pub(crate) fn wrong(value: &Value, needed: &str) -> String {
    format!("this is {}; {needed} is needed", kind(value))
}

/// The number that `value` states in `unit` (`1`: a pure number).
pub(crate) fn measure(value: &Value, unit: &str) -> Result<f64, String> {
    let bare = match value {
        Value::Integer(value) => *value as f64,
        Value::Float(value) => *value,
        Value::String(text) if unit != "1" => return unit::number(text, unit),
        other if unit == "1" => return Err(wrong(other, "a number")),
        other => return Err(wrong(other, &format!("a number with its unit, as {}", unit::written(10.0, unit)))),
    };
    if !bare.is_finite() {
        return Err("a finite number is needed".into());
    }
    if unit == "1" { Ok(bare) } else { Err(format!("the unit is missing; write {}", unit::written(bare, unit))) }
}

/// What a number in `unit` may look like, for the schema.
pub(crate) fn measure_schema(unit: &str, (low, high): (f64, f64)) -> Schema {
    if unit == "1" {
        return json_schema!({ "type": "number", "minimum": low, "maximum": high });
    }
    let also = if unit::is_time(unit) { ", or another unit of time" } else { "" };
    let about = format!("From {low} to {high} {unit}, written with the unit{also}.");
    json_schema!({ "type": "string", "description": about, "examples": [format!("{low} {unit}")] })
}

impl Leaf for Value {
    fn read(value: &Value) -> Result<Self, String> {
        Ok(value.clone())
    }

    fn schema() -> Schema {
        json_schema!(true)
    }
}

impl Leaf for String {
    fn read(value: &Value) -> Result<Self, String> {
        value.as_str().map(str::to_owned).ok_or_else(|| wrong(value, "a text in quotes"))
    }

    fn schema() -> Schema {
        json_schema!({ "type": "string" })
    }
}

impl Leaf for bool {
    fn read(value: &Value) -> Result<Self, String> {
        value.as_bool().ok_or_else(|| wrong(value, "true or false"))
    }

    fn schema() -> Schema {
        json_schema!({ "type": "boolean" })
    }
}

impl Leaf for i64 {
    fn read(value: &Value) -> Result<Self, String> {
        value.as_integer().ok_or_else(|| wrong(value, "a whole number"))
    }

    fn schema() -> Schema {
        json_schema!({ "type": "integer" })
    }
}

impl Leaf for f64 {
    fn read(value: &Value) -> Result<Self, String> {
        measure(value, "1")
    }

    fn schema() -> Schema {
        json_schema!({ "type": "number" })
    }
}

/// A kind of text that states a number: its reader, and how it looks.
macro_rules! written {
    ($($(#[$about:meta])* $name:ident: $read:expr, $example:literal;)+) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $name(pub(crate) f64);

        impl Leaf for $name {
            fn read(value: &Value) -> Result<Self, String> {
                let needed = concat!("a text such as \"", $example, "\"");
                let text = value.as_str().ok_or_else(|| wrong(value, needed))?;
                $read(text).map(Self)
            }

            fn schema() -> Schema {
                json_schema!({ "type": "string", "examples": [$example] })
            }
        }
    )+};
}

written! {
    /// An instant, minutes since midnight of day 1.
    Instant: clock::instant, "day 1 19:00";
    /// A time of day, minutes.
    TimeOfDay: clock::of_day, "07:30";
    /// A duration, minutes.
    Lasting: |text: &str| unit::number(text, "min"), "45 min";
    /// An illuminance, lux.
    Lux: |text: &str| unit::number(text, "lux"), "700 lux";
    /// Breaths a minute.
    PerMinute: |text: &str| unit::number(text, "1/min"), "6 1/min";
}

/// What becomes of traits that a file leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Open {
    /// They are typical.
    Typical,
    /// They are drawn.
    Drawn,
}

/// A word out of a few.
macro_rules! words {
    ($($name:ty { $($word:literal: $value:expr),+ $(,)? })+) => {$(
        impl Leaf for $name {
            fn read(value: &Value) -> Result<Self, String> {
                let needed = concat!("one of", $(" \"", $word, "\""),+);
                let text = value.as_str().ok_or_else(|| $crate::form::leaf::wrong(value, needed))?;
                match text {
                    $($word => Ok($value),)+
                    other => Err($crate::suggest::help(other, &[$($word),+], "")),
                }
            }

            fn schema() -> Schema {
                json_schema!({ "type": "string", "enum": [$($word),+] })
            }
        }
    )+};
}

pub(crate) use words;

words! {
    Control { "small talk": Control::SmallTalk, "nothing": Control::Nothing }
    Sex { "female": Sex::Female, "male": Sex::Male }
    Contraception { "none": Contraception::None, "combined pill": Contraception::CombinedPill }
    MenstrualPhase {
        "unknown": MenstrualPhase::Unknown,
        "follicular": MenstrualPhase::Follicular,
        "luteal": MenstrualPhase::Luteal,
    }
    Style {
        "secure": Style::Secure,
        "anxious": Style::Anxious,
        "preoccupied": Style::Anxious,
        "avoidant": Style::Avoidant,
        "dismissing": Style::Avoidant,
        "fearful": Style::Fearful,
    }
    Open { "typical": Open::Typical, "drawn": Open::Drawn }
}

impl Leaf for Reading {
    fn read(value: &Value) -> Result<Self, String> {
        let names = Self::ALL.map(Self::name);
        let text = value.as_str().ok_or_else(|| wrong(value, &format!("one of {}", names.join(", "))))?;
        Self::named(text).ok_or_else(|| suggest::help(text, &names, ""))
    }

    fn schema() -> Schema {
        json_schema!({ "type": "string", "enum": Self::ALL.map(Self::name) })
    }
}

impl Leaf for Condition {
    fn read(value: &Value) -> Result<Self, String> {
        let names = Self::ALL.map(Self::name);
        let text = value.as_str().ok_or_else(|| wrong(value, &format!("one of {}", names.join(", "))))?;
        Self::named(text).ok_or_else(|| suggest::help(text, &names, ""))
    }

    fn schema() -> Schema {
        json_schema!({ "type": "string", "enum": Self::ALL.map(Self::name) })
    }
}
