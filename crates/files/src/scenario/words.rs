//! The words of what happens: who somebody is to a person, by what means they meet, what a dose gives, how a body is held, who lies
//! beside it.

use crate::form::leaf::{Leaf, words, wrong};
use consoma_model::inputs::Inputs;
use consoma_model::schedule::CUE;
use schemars::{Schema, json_schema};
use toml::Value;

/// Who somebody is to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tie {
    Partner,
    Friend,
    Stranger,
    Practitioner,
}

impl Tie {
    /// Where an encounter's inputs say how much of such company there is.
    pub(crate) fn of(self, sets: &mut Inputs<Option<f64>>) -> &mut Option<f64> {
        match self {
            Self::Partner => &mut sets.partner,
            Self::Friend => &mut sets.friend,
            Self::Stranger => &mut sets.stranger,
            Self::Practitioner => &mut sets.practitioner,
        }
    }
}

/// By what means people meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    FaceToFace,
    Phone,
    Text,
    Cue,
}

impl By {
    /// How much of the other person comes through. Hypotheses: a voice carries most of a person, a text less than half.
    pub(crate) fn presence(self) -> f64 {
        match self {
            Self::FaceToFace => 1.0,
            Self::Phone => 0.7,
            Self::Text => 0.4,
            Self::Cue => CUE,
        }
    }

    /// The word of a file.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::FaceToFace => "face to face",
            Self::Phone => "phone",
            Self::Text => "text",
            Self::Cue => "cue",
        }
    }
}

/// A hormone or a drug that a dose gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drug {
    Crh,
    Hydrocortisone,
    Indomethacin,
    Oxytocin,
    NasalOxytocin,
    Noradrenaline,
    Adrenaline,
    Interleukin6,
    Endotoxin,
    Morphine,
}

impl Drug {
    /// The key of its input.
    pub(crate) fn input(self) -> &'static str {
        match self {
            Self::Crh => "crh",
            Self::Hydrocortisone => "hydrocortisone",
            Self::Indomethacin => "indomethacin",
            Self::Oxytocin => "oxytocin",
            Self::NasalOxytocin => "nasal_oxytocin",
            Self::Noradrenaline => "noradrenaline",
            Self::Adrenaline => "adrenaline",
            Self::Interleukin6 => "interleukin_6",
            Self::Endotoxin => "endotoxin",
            Self::Morphine => "morphine",
        }
    }

    /// Where inputs say how much of it is given.
    pub(crate) fn of(self, sets: &mut Inputs<Option<f64>>) -> &mut Option<f64> {
        match self {
            Self::Crh => &mut sets.crh,
            Self::Hydrocortisone => &mut sets.hydrocortisone,
            Self::Indomethacin => &mut sets.indomethacin,
            Self::Oxytocin => &mut sets.oxytocin,
            Self::Noradrenaline => &mut sets.noradrenaline,
            Self::Adrenaline => &mut sets.adrenaline,
            Self::Interleukin6 => &mut sets.interleukin_6,
            Self::Endotoxin => &mut sets.endotoxin,
            Self::NasalOxytocin => &mut sets.nasal_oxytocin,
            Self::Morphine => &mut sets.morphine,
        }
    }

    /// The unit of its amounts: that of its input, less the minute.
    pub(crate) fn unit(self) -> &'static str {
        let mut rows = Inputs::ROWS.iter().filter(|row| row.id.strip_prefix("input.") == Some(self.input()));
        rows.next().map_or("ug", |row| row.declared.unit.trim_end_matches("/min"))
    }
}

/// Who lies beside somebody at night.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beside {
    Nobody,
    Partner,
}

/// What says when people sleep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sleep {
    Clock,
    Free,
}

/// What becomes of what varies from hour to hour and from day to day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chance {
    Drawn,
    Mean,
}

/// A standard wound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lesion {
    Punch,
    Blister,
}

/// How a body is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stance {
    Lying,
    Sitting,
    Standing,
}

words! {
    Tie {
        "partner": Self::Partner,
        "friend": Self::Friend,
        "stranger": Self::Stranger,
        "practitioner": Self::Practitioner,
    }
    By { "face to face": Self::FaceToFace, "phone": Self::Phone, "text": Self::Text, "cue": Self::Cue }
    Drug {
        "crh": Self::Crh,
        "hydrocortisone": Self::Hydrocortisone,
        "indomethacin": Self::Indomethacin,
        "oxytocin": Self::Oxytocin,
        "nasal oxytocin": Self::NasalOxytocin,
        "noradrenaline": Self::Noradrenaline,
        "adrenaline": Self::Adrenaline,
        "interleukin-6": Self::Interleukin6,
        "endotoxin": Self::Endotoxin,
        "morphine": Self::Morphine,
    }
    Chance { "drawn": Self::Drawn, "mean": Self::Mean }
    Sleep { "clock": Self::Clock, "free": Self::Free }
    Lesion { "punch": Self::Punch, "blister": Self::Blister }
    Stance { "lying": Self::Lying, "sitting": Self::Sitting, "standing": Self::Standing }
}

impl Leaf for Beside {
    // By hand: a name of the file is a mistake that deserves an answer of its own.
    fn read(value: &Value) -> Result<Self, String> {
        match value.as_str().ok_or_else(|| wrong(value, "one of \"nobody\" \"partner\""))? {
            "nobody" => Ok(Self::Nobody),
            "partner" => Ok(Self::Partner),
            other => Err(format!(
                "allowed: nobody, partner; `{other}` is neither, and two people who are simulated do not sleep beside each other yet"
            )),
        }
    }

    fn schema() -> Schema {
        json_schema!({ "type": "string", "enum": ["nobody", "partner"] })
    }
}
