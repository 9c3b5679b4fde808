//! The JSON that every command writes: who made it, from what, and the result.

use crate::{VERSION, model_hash};
use serde::Serialize;
use serde_json::Value;

/// The envelope of a result.
#[derive(Clone, Debug, Serialize)]
pub struct Envelope {
    /// Version of the product.
    pub consoma: &'static str,
    /// Fingerprint of the model.
    pub model_hash: String,
    /// Seed, where the command draws.
    pub seed: Option<u64>,
    /// Readings, where the command runs the model.
    pub reading: Vec<&'static str>,
    /// The command.
    pub command: &'static str,
    /// What it found.
    pub result: Value,
}

impl Envelope {
    /// The envelope of what `command` found.
    pub fn new(command: &'static str, seed: Option<u64>, reading: Vec<&'static str>, result: Value) -> Self {
        Self { consoma: VERSION, model_hash: model_hash(), seed, reading, command, result }
    }

    /// As text with a line break at its end.
    pub fn text(&self) -> String {
        // Texts and numbers alone always serialise.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}
