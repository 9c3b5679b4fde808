//! The words of an encounter: who somebody is to a person, and by what means they meet.

use crate::form::leaf::{Leaf, words};
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

/// A hormone that a dose gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drug {
    Oxytocin,
    Noradrenaline,
    Adrenaline,
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
    Drug { "oxytocin": Self::Oxytocin, "noradrenaline": Self::Noradrenaline, "adrenaline": Self::Adrenaline }
    Stance { "lying": Self::Lying, "sitting": Self::Sitting, "standing": Self::Standing }
}
