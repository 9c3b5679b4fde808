//! The forms of what happens at a time: meals, lamps, doses and the like. Encounters have a form of their own.

use super::words::{Beside, By, Drug, Lesion, Stance, Tie};
use crate::form::at::At;
use crate::form::field::Field;
use crate::form::leaf::{Instant, Lasting, Leaf, PerMinute, TimeOfDay, measure};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use toml::{Spanned, Value};

/// Names of people, each with its place.
pub(crate) type Names = Spanned<Vec<Field<String>>>;

/// How often something happens.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("oneOf" = [{ "required": ["every"] }, { "required": ["a_week"] }]))]
pub(crate) struct Repeats {
    /// From one beginning to the next.
    pub(crate) every: Field<Lasting>,
    /// Instead of `every`: on how many days of each week, 1 to 7, spread evenly; a week begins with the day of the first.
    pub(crate) a_week: Field<i64>,
    /// How many times in all.
    pub(crate) times: Field<i64>,
    /// No beginning is later. Without `times` and `until`: as often as fits into the scenario.
    pub(crate) until: Field<Instant>,
    /// Names of periods: it happens only while one of them lasts.
    #[schemars(with = "Vec<String>", length(min = 1))]
    pub(crate) during: Option<Names>,
    /// Names of periods: it does not happen while one of them lasts.
    #[schemars(with = "Vec<String>", length(min = 1))]
    pub(crate) except: Option<Names>,
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
    /// A stretch of time with a name, such as holidays or bad weeks. Nothing happens in it by itself: what repeats may happen only during it, or
    /// not during it.
    Period needs ["name", "at", "lasts"] {}

    /// Sleep outside the night.
    Nap needs ["at", "lasts"] {}

    /// Food. It lasts 20 min where nothing else is said.
    Meal needs ["at", "kcal"] {
        /// Energy of the whole meal.
        kcal: Field<Kcal>,
        /// How strongly it provokes the gut, 0 to 1; default 0. 1 is a test meal of lactulose or much fat, or what one does not
        /// tolerate.
        provoking: Field<f64>,
    }

    /// A small pleasure: a portion of something tasty. It lasts 5 min where nothing else is said, and pleases who is hungry.
    Treat needs ["at"] {
        /// Energy of the portion; default 100 kcal.
        kcal: Field<Kcal>,
    }

    /// Gentle self-care: rest, warmth, kindness towards oneself. It lasts 60 min where nothing else is said.
    SelfCare needs ["at"] {
        /// How much of it, 0 to 1; default 1.
        strength: Field<f64>,
    }

    /// A place on the forearm is stripped with tape. It lasts 5 min where nothing else is said.
    TapeStripping needs ["at"] {
        /// Share of the barrier that the tape takes away there, 0 to 0.99; default 0.5.
        removed: Field<f64>,
    }

    /// Writing, alone, of what one has told nobody. It lasts 20 min where nothing else is said.
    Writing needs ["at"] {
        /// How deep it goes, 0 to 1; default 1. 0 is writing of what does not matter.
        strength: Field<f64>,
    }

    /// Going again, alone, through what one feared or fears. It lasts 10 min where nothing else is said.
    Recall needs ["at"] {
        /// How anxious it is, 0 to 1; default 1.
        strength: Field<f64>,
    }

    /// A ball-tossing game with strangers on a screen, in which one is left out. It lasts 5 min where nothing else is said.
    Exclusion needs ["at"] {
        /// How much one is left out, 0 to 1; default 1. 0 is the game in which everybody gets the ball.
        exclusion: Field<f64>,
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

    /// A hand in ice water. It lasts 2 min where nothing else is said.
    ColdPressor needs ["at"] {
        /// What a typical person at rest would rate it, 0 to 10; default 7.
        pain: Field<f64>,
    }

    /// Heat at the skin that hurts: a standard stimulus. It lasts 30 s where nothing else is said.
    PainfulHeat needs ["at"] {
        /// What a typical person at rest would rate it, 0 to 10; default 5.
        pain: Field<f64>,
    }

    /// Sums against the clock, aloud, before somebody who hardly judges. They last 5 min where nothing else is said.
    Arithmetic needs ["at"] {
        /// Evaluation, 0 to 1; default 0.2.
        evaluation: Field<f64>,
        /// Speaking, 0 to 1; default 0.5.
        talk: Field<f64>,
    }

    /// An operation under general anaesthesia, which leaves a wound that hurts for days, and afterwards a pump at hand that gives morphine
    /// into a vein when one presses. `lasts` is the length of the operation (default 60 min).
    Operation needs ["at"] {
        /// How much it wounds, 0 to 3; default 1, the removal of a womb.
        severity: Field<f64>,
        /// How long the pump is at hand afterwards, up to 14 d; default 72 h. `0 min`: no pump.
        pump: Field<Lasting>,
    }

    /// Holding hands with somebody who is there. It lasts 10 min where nothing else is said.
    HandHolding needs ["at"] {
        /// Whose hand it is; default `partner`.
        with: Field<Tie>,
        /// Touch, 0 to 1; default 0.5.
        touch: Field<f64>,
    }

    /// An embrace. It lasts 1 min where nothing else is said.
    Embrace needs ["at"] {
        /// Who embraces; default `partner`.
        with: Field<Tie>,
        /// Touch, 0 to 1; default 1.
        touch: Field<f64>,
    }

    /// A massage. It lasts 20 min where nothing else is said.
    Massage needs ["at"] {
        /// Who gives it; default `practitioner`.
        with: Field<Tie>,
        /// Touch, 0 to 1; default 0.8.
        touch: Field<f64>,
    }

    /// A photograph of somebody who is not there. One looks at it for 5 min where nothing else is said.
    Photograph needs ["at"] {
        /// Of whom; default `partner`.
        of: Field<Tie>,
    }

    /// A hormone, interleukin-6, endotoxin or morphine into a vein, oxytocin into the nose, or indomethacin by mouth: a rate for the time that it lasts, or an
    /// amount over that time. An amount is given within 1 min where nothing else is said. Hydrocortisone, indomethacin and morphine are in mg, endotoxin is in
    /// ng/kg, oxytocin into the nose in IU, the others are in ug.
    Dose needs ["at", "drug"] {
        /// Which.
        drug: Field<Drug>,
        /// How much a minute.
        #[schemars(schema_with = "rate")]
        rate: Field<Value>,
        /// How much in all.
        #[schemars(schema_with = "amount")]
        amount: Field<Value>,
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

    /// A speech in public: preparation, and a speech, standing, before people who judge it. `at` is when the speech begins, `lasts`
    /// its length (default 5 min).
    Speech needs ["at"] {
        /// How long before the speech they prepare; default 5 min.
        preparation: Field<Lasting>,
        /// Evaluation while they prepare and speak, 0 to 1; default 0.8.
        evaluation: Field<f64>,
        /// Speaking in the speech, 0 to 1; default 1.
        talk: Field<f64>,
        /// How long before the speech they come to a strange place; default: the place is a known one.
        arrival: Field<Lasting>,
        /// How long after that the place is new to them; default 20 min.
        settling: Field<Lasting>,
        /// Novelty of a strange place, 0 to 1; default 1.
        novelty: Field<f64>,
    }

    /// A first date with a stranger who is not simulated: nervous anticipation, and then their company. `at` is when they meet,
    /// `lasts` the length of the date (default 2 h).
    Date needs ["at"] {
        /// How long before the date one awaits it; default 60 min.
        anticipation: Field<Lasting>,
        /// How nervously, 0 to 1; default 1.
        nervousness: Field<f64>,
        /// Speaking, 0 to 1; default 0.5.
        talk: Field<f64>,
        /// Depth of one's own disclosure, 0 to 1; default 0.4.
        disclosure: Field<f64>,
        /// How the other answers, -1 to 1; default 0.6.
        responsiveness: Field<f64>,
        /// Affectionate touch, 0 to 1; default 0.
        touch: Field<f64>,
        /// Novelty, 0 to 1; default 0.3.
        novelty: Field<f64>,
        /// Evaluation, 0 to 1; default 0.2.
        evaluation: Field<f64>,
    }

    /// A betrayal by somebody who matters comes out: a talk that rejects, and then hours of distance. `at` is when the talk
    /// begins, `lasts` its length (default 30 min). People stay awake for both.
    Betrayal needs ["at"] {
        /// Who has betrayed: `partner` (the default), `friend` or `practitioner`.
        with: Field<Tie>,
        /// Rejection in the talk, 0 to 1; default 1.
        rejection: Field<f64>,
        /// Distance in the talk and after it, 0 to 1; default 1.
        distance: Field<f64>,
        /// Conflict in the talk, 0 to 1; default 0.5.
        conflict: Field<f64>,
        /// Speaking in the talk, 0 to 1; default 0.5.
        talk: Field<f64>,
        /// How long the distance lasts after the talk; default 4 h.
        aftermath: Field<Lasting>,
        /// How the other is there after the talk; default face to face. `cue`: gone, with something of theirs left behind.
        by: Field<By>,
    }

    /// A period of exams. `lasts` is its whole length (default 14 d). On each of its days, at the hour of `at`, one worries for a while; on
    /// the days of exams, spread evenly, one is examined first.
    ExamPeriod needs ["at"] {
        /// How many exams; default 3.
        exams: Field<i64>,
        /// How long each lasts; default 2 h.
        exam: Field<Lasting>,
        /// Evaluation in an exam, 0 to 1; default 0.6.
        evaluation: Field<f64>,
        /// How anxiously one thinks of it each day, 0 to 1; default 0.3.
        recall: Field<f64>,
        /// For how long each day; default 3 h.
        thinking: Field<Lasting>,
    }

    /// Somebody who matters leaves. `at` is when they say so, `lasts` the length of the time after it (default 28 d). On each of its days, at the
    /// hour of `at`, one is alone for hours, and goes through it again in the last of these.
    Separation needs ["at"] {
        /// Who leaves: `partner` (the default), `friend` or `practitioner`.
        with: Field<Tie>,
        /// How long they talk; default 60 min.
        conversation: Field<Lasting>,
        /// Rejection in the talk, 0 to 1; default 0.6.
        rejection: Field<f64>,
        /// Conflict in the talk, 0 to 1; default 0.3.
        conflict: Field<f64>,
        /// Speaking in the talk, 0 to 1; default 0.5.
        talk: Field<f64>,
        /// How much one is alone without wanting to be, 0 to 1; default 0.7.
        solitude: Field<f64>,
        /// For how long each day; default 5 h.
        hours: Field<Lasting>,
        /// How anxiously one goes through it again, 0 to 1; default 0.4.
        recall: Field<f64>,
        /// For how long each day; default 60 min.
        thinking: Field<Lasting>,
        /// Time in which both fall to 1/e; default 28 d.
        fades: Field<Lasting>,
    }

    /// Somebody close has died. `lasts` is the length of the time after it (default 60 d). On each of its days, at the hour of `at`, one is alone
    /// for hours, and goes through it again in the last of these.
    Bereavement needs ["at"] {
        /// How much one is alone without wanting to be, 0 to 1; default 0.7.
        solitude: Field<f64>,
        /// For how long each day; default 6 h.
        hours: Field<Lasting>,
        /// How anxiously one goes through it again, 0 to 1; default 0.5.
        recall: Field<f64>,
        /// For how long each day; default 90 min.
        thinking: Field<Lasting>,
        /// Time in which both fall to 1/e; default 90 d.
        fades: Field<Lasting>,
    }

    /// Care for somebody who is ill for long. `lasts` is its length (default 60 d). On each of its days, at the hour of `at`, one is tied to the
    /// house for hours, and worries in the last of these. It does not fade.
    Caregiving needs ["at"] {
        /// How much one is alone without wanting to be, 0 to 1; default 0.4.
        solitude: Field<f64>,
        /// For how long each day; default 8 h.
        hours: Field<Lasting>,
        /// How anxiously one worries, 0 to 1; default 0.3.
        recall: Field<f64>,
        /// For how long each day; default 3 h.
        thinking: Field<Lasting>,
    }

    /// Drops with a cold virus in the nose, all within 1 min where nothing else is said. Whom they infect follows from the person.
    Inoculation needs ["at"] {
        /// Virus in all; default 200 TCID50.
        virus: Field<Virus>,
    }

    /// A vaccination into the arm, within 1 min where nothing else is said.
    Vaccination needs ["at"] {
        /// Doses; default 1.
        doses: Field<f64>,
    }

    /// A standard wound. A punch takes 1 min, a blister an hour of suction, where nothing else is said.
    Wound needs ["at", "lesion"] {
        /// Which.
        lesion: Field<Lesion>,
    }
}

fn rate(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "examples": ["5 ug/min", "10 mg/min"] })
}

fn amount(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "examples": ["100 ug", "10 mg"] })
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
    /// Who lies beside them, `partner` or `nobody`; default as in the routine.
    pub(crate) beside: Field<Beside>,
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
    /// Virus that infects half of cultures, TCID50.
    Virus: "TCID50", 200;
}
