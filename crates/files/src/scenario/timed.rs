//! The forms of what happens at a time: meals, lamps, doses and the like. Encounters have a form of their own.

use super::words::{Drug, Stance};
use crate::form::at::At;
use crate::form::field::Field;
use crate::form::leaf::{Amount, DoseRate, Instant, Lasting, Leaf, PerMinute, TimeOfDay, measure};
use schemars::{JsonSchema, Schema, json_schema};
use serde::Deserialize;
use toml::{Spanned, Value};

/// Names of people, each with its place.
pub(crate) type Names = Spanned<Vec<Field<String>>>;

/// How often something happens.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["every"]))]
pub(crate) struct Repeats {
    /// From one beginning to the next.
    pub(crate) every: Field<Lasting>,
    /// How many times in all.
    pub(crate) times: Field<i64>,
    /// No beginning is later. Without `times` and `until`: as often as fits into the scenario.
    pub(crate) until: Field<Instant>,
}

/// What all that happens at a time has in common.
#[derive(Clone, Copy)]
pub(crate) struct When<'a> {
    pub(crate) name: &'a Field<String>,
    pub(crate) who: Option<&'a Names>,
    pub(crate) at: &'a Field<At>,
    pub(crate) lasts: &'a Field<Lasting>,
    pub(crate) repeats: Option<&'a Spanned<Repeats>>,
    pub(crate) jitter: &'a Field<Lasting>,
}

/// A form with the keys that all have in common, and keys of its own.
macro_rules! timed {
    ($($(#[$about:meta])* $name:ident needs $needed:tt {
        $($(#[$field_about:meta])* $field:ident: $type:ty,)*
    })+) => {$(
        $(#[$about])*
        #[derive(Default, Deserialize, JsonSchema)]
        #[serde(default)]
        #[schemars(deny_unknown_fields, extend("required" = $needed))]
        pub(crate) struct $name {
            /// Its name, for tables and for times relative to it; default: what it is.
            pub(crate) name: Field<String>,
            /// Names of people; default everybody.
            #[schemars(with = "Vec<String>", length(min = 1))]
            pub(crate) who: Option<Names>,
            /// When it begins.
            pub(crate) at: Field<At>,
            /// How long it lasts.
            pub(crate) lasts: Field<Lasting>,
            /// How often it happens; default once, or as often as that which `at` refers to.
            #[schemars(with = "Repeats")]
            pub(crate) repeats: Option<Spanned<Repeats>>,
            /// Standard deviation of its time between people and days.
            pub(crate) jitter: Field<Lasting>,
            $($(#[$field_about])* pub(crate) $field: $type,)*
        }

        impl $name {
            pub(crate) fn when(&self) -> When<'_> {
                let Self { name, who, at, lasts, repeats, jitter, .. } = self;
                When { name, who: who.as_ref(), at, lasts, repeats: repeats.as_ref(), jitter }
            }
        }
    )+};
}

timed! {
    /// Sleep outside the night.
    Nap needs ["at", "lasts"] {}

    /// Food. It lasts 20 min where nothing else is said.
    Meal needs ["at", "kcal"] {
        /// Energy of the whole meal.
        kcal: Field<Kcal>,
    }

    /// Exercise above rest.
    Exercise needs ["at", "lasts", "met"] {
        /// Multiples of the resting turnover, above rest.
        met: Field<Met>,
    }

    /// Lying, sitting or standing.
    Posture needs ["at", "lasts", "posture"] {
        /// Which.
        posture: Field<Stance>,
    }

    /// Light at the eye.
    Light needs ["at", "lasts", "lux"] {
        /// How much.
        lux: Field<Illuminance>,
    }

    /// Breathing at a rate that is kept.
    Breathing needs ["at", "lasts", "rate"] {
        /// Breaths a minute.
        rate: Field<PerMinute>,
    }

    /// A hormone into a vein: a rate, or an amount over the time that it lasts.
    Dose needs ["at", "lasts", "drug"] {
        /// Which.
        drug: Field<Drug>,
        /// How much a minute.
        rate: Field<DoseRate>,
        /// How much in all.
        amount: Field<Amount>,
    }

    /// The social stress test: arrival, preparation, and a task of speech and arithmetic before strangers. `at` is when the
    /// task begins, `lasts` the length of the task (default 10 min).
    StressTest needs ["at"] {
        /// How long before the task people arrive; default 40 min.
        arrival: Field<Lasting>,
        /// How long after that the place is new to them; default 20 min.
        settling: Field<Lasting>,
        /// How long before the task they prepare; default 5 min.
        preparation: Field<Lasting>,
        /// Novelty of the place, 0 to 1; default 1.
        novelty: Field<f64>,
        /// Evaluation while they prepare and in the task, 0 to 1; default 1.
        evaluation: Field<f64>,
        /// Speaking while they prepare and in the task, 0 to 1; default 1.
        talk: Field<f64>,
    }
}

/// One night that is not as the routine has it: a sleep opportunity of its own.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["day", "bed", "wake"]))]
pub(crate) struct Night {
    /// Names of people; default everybody.
    #[schemars(with = "Vec<String>", length(min = 1))]
    pub(crate) who: Option<Names>,
    /// The day on whose evening it begins. It replaces the routine's night between the noon of this day and the next.
    pub(crate) day: Field<i64>,
    /// Going to bed; a time before noon is that of the next day.
    pub(crate) bed: Field<TimeOfDay>,
    /// Getting up.
    pub(crate) wake: Field<TimeOfDay>,
}

/// A number whose key names its unit: the unit may stand with it or not.
macro_rules! named {
    ($($(#[$about:meta])* $name:ident: $unit:literal, $example:literal;)+) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $name(pub(crate) f64);

        impl Leaf for $name {
            fn read(value: &Value) -> Result<Self, String> {
                measure(value, if value.is_str() { $unit } else { "1" }).map(Self)
            }

            fn schema() -> Schema {
                json_schema!({ "type": ["number", "string"], "minimum": 0, "examples": [$example, concat!($example, " ", $unit)] })
            }
        }
    )+};
}

named! {
    /// An energy, kcal.
    Kcal: "kcal", 650;
    /// Exercise, MET.
    Met: "MET", 3;
    /// An illuminance, lux.
    Illuminance: "lux", 5000;
}
