//! `consoma run`: a scenario is lived through, shown, and written.

use crate::arguments::{Format, Run, readings};
use crate::failure::Failure;
use crate::{output, progress, table};
use consoma_files::envelope::Envelope;
use consoma_files::folder::{Folder, Unwritable};
use consoma_files::summary::summary;
use consoma_files::{columns, scenario};
use consoma_lab::digest::{self, Digest};
use consoma_lab::record::{Record, without_events};
use consoma_lab::scenario::Scenario;
use consoma_lab::simulate::{self, simulate};
use std::path::PathBuf;

/// The files that a run may write.
const RESULTS: [&str; 5] = ["columns.parquet", "columns.csv", "events.csv", "people.csv", "summary.json"];

pub(crate) fn execute(asked: &Run) -> Result<(), Failure> {
    let scenario = scenario(asked)?;
    // Before the run: a folder that cannot be written must not cost an hour.
    let inputs: Vec<_> = asked.scenario.iter().cloned().collect();
    let folder = asked.out.as_deref().map(|path| Folder::open(path, &RESULTS, &inputs)).transpose().map_err(place)?;
    let record = live(scenario)?;
    let digests = digest::digests(&record);
    let envelope =
        Envelope::new("run", Some(record.scenario.seed), record.readings(), summary(&record, &digests)).text();
    let written = folder.map(|folder| write(folder, asked.format, &record, &envelope)).transpose().map_err(place)?;
    if asked.json {
        return Ok(output::print(&envelope)?);
    }
    Ok(output::print(&show(asked, &record, &digests, written))?)
}

fn place(why: Unwritable) -> Failure {
    Failure::Unwritable("--out", why)
}

fn scenario(asked: &Run) -> Result<Scenario, Failure> {
    let mut scenario = match &asked.scenario {
        Some(path) => scenario::read(path)?,
        None => scenario::parse(scenario::EVENING.0, scenario::EVENING.1)?,
    };
    let readings = readings(&asked.reading);
    scenario::Change { seed: asked.seed, readings, people: asked.people }.apply(&mut scenario)?;
    Ok(scenario)
}

fn live(scenario: Scenario) -> Result<Record, simulate::Failure> {
    let plain = without_events(&scenario);
    let runs = scenario.readings.len() as u64 * if plain.is_some() { 2 } else { 1 };
    let bar = progress::people(scenario.people() * runs);
    let done = || bar.inc(1);
    let (mut courses, mut without) = (Vec::new(), Vec::new());
    for &reading in &scenario.readings {
        courses.push((reading, simulate(&scenario, reading, &done)?));
        if let Some(plain) = &plain {
            without.push(simulate(plain, reading, &done)?);
        }
    }
    bar.finish_and_clear();
    Ok(Record { scenario, courses, without })
}

fn write(mut folder: Folder, format: Format, record: &Record, envelope: &str) -> Result<Vec<PathBuf>, Unwritable> {
    if format != Format::Csv {
        folder.file("columns.parquet", |out| columns::parquet(record, out))?;
    }
    if format != Format::Parquet {
        folder.file("columns.csv", |out| columns::csv(record, out))?;
    }
    folder.file("events.csv", |out| columns::events(record, out))?;
    folder.file("people.csv", |out| columns::people(record, out))?;
    folder.file("summary.json", |out| out.write_all(envelope.as_bytes()))?;
    folder.finish()
}

fn show(asked: &Run, record: &Record, digests: &[Digest], written: Option<Vec<PathBuf>>) -> String {
    let mut text = table::run(record, digests);
    match (&asked.out, written) {
        (Some(folder), Some(places)) => {
            let names: Vec<_> = places.iter().filter_map(|place| place.file_name()?.to_str()).collect();
            text += &format!("\nFiles in {}: {}\n", folder.display(), names.join(", "));
        }
        _ => text += "\nNo file was written; --out DIR writes the columns, the events, the people and this summary.\n",
    }
    text
}
