//! `consoma cite`: what a run rests on.

use crate::arguments::{Cite, readings};
use crate::failure::Failure;
use crate::output;
use consoma_files::envelope::Envelope;
use consoma_files::references::{bibtex, used};
use consoma_files::scenario;
use serde_json::json;

pub(crate) fn execute(asked: &Cite) -> Result<(), Failure> {
    let mut scenario = scenario::read_or_evening(asked.scenario.as_deref(), None)?;
    scenario::Change { readings: readings(&asked.reading), ..scenario::Change::default() }.apply(&mut scenario)?;
    let cited = used(&scenario);
    let text = if asked.json {
        let readings = scenario.readings.iter().map(|reading| reading.name()).collect();
        Envelope::new("cite", None, readings, json!({ "references": cited })).text()
    } else {
        bibtex(&cited)
    };
    Ok(output::print(&text)?)
}
