//! `consoma run`: a scenario is lived through, shown, and written.

use super::report::{self, Place};
use crate::arguments::{Format, Run, readings};
use crate::failure::Failure;
use crate::{output, page, progress, table};
use consoma_files::envelope::Envelope;
use consoma_files::folder::{Folder, Unwritable};
use consoma_files::summary::summary;
use consoma_files::{columns, scenario};
use consoma_lab::digest::digests;
use consoma_lab::hangover::BURDENS;
use consoma_lab::record::{Record, lives, record, record_with_variants};
use consoma_lab::scenario::Scenario;
use consoma_lab::variant::STRAIN;
use std::path::PathBuf;

/// The files that a run may write into a folder, besides the report.
const RESULTS: [&str; 5] = ["columns.parquet", "columns.csv", "events.csv", "people.csv", "summary.json"];

pub(crate) fn execute(asked: &Run) -> Result<(), Failure> {
    let scenario = scenario(asked)?;
    // Before the run: a place that cannot be written must not cost an hour.
    let inputs: Vec<_> = asked.scenario.iter().cloned().collect();
    let report = report::place(asked, &inputs)?;
    let names = report.names(asked, &RESULTS);
    let folder = asked.out.as_deref().map(|path| Folder::open(path, &names, &inputs)).transpose().map_err(place)?;

    let bar = progress::people(lives(&scenario, report.wanted()));
    let done = || bar.inc(1);
    let (record, variants) = if report.wanted() {
        let wanted = |id: &str| STRAIN.contains(&id) || BURDENS.contains(&id);
        record_with_variants(scenario, wanted, &done)?
    } else {
        (record(scenario, &done)?, Vec::new())
    };
    let digests = digests(&record);
    let envelope =
        Envelope::new("run", Some(record.scenario.seed), record.readings(), summary(&record, &digests)).text();
    let mut page = String::new();
    if report.wanted() {
        page = page::report(&page::Made { record: &record, digests: &digests, variants: &variants, asked });
    }
    bar.finish_and_clear();

    let mut places = Vec::new();
    if let Some(folder) = folder {
        places = write(folder, asked.format, &record, &envelope, report.inside().then_some(&page)).map_err(place)?;
    }
    let shown = report.write(&page, asked)?;
    if asked.json {
        return Ok(output::print(&envelope)?);
    }
    let text = table::run(&record, &digests, asked.all) + &last(asked, &places, shown);
    Ok(output::print(&text)?)
}

pub(super) fn place(why: Unwritable) -> Failure {
    Failure::Unwritable("choose another place with --out", why)
}

fn scenario(asked: &Run) -> Result<Scenario, Failure> {
    let mut scenario = scenario::read_or_evening(asked.scenario.as_deref(), asked.until)?;
    let readings = readings(&asked.reading);
    scenario::Change { seed: asked.seed, readings, people: asked.people }.apply(&mut scenario)?;
    Ok(scenario)
}

fn write(
    mut folder: Folder,
    format: Format,
    record: &Record,
    envelope: &str,
    page: Option<&String>,
) -> Result<Vec<PathBuf>, Unwritable> {
    if format != Format::Csv {
        folder.file("columns.parquet", |out| columns::parquet(record, out))?;
    }
    if format != Format::Parquet {
        folder.file("columns.csv", |out| columns::csv(record, out))?;
    }
    folder.file("events.csv", |out| columns::events(record, out))?;
    folder.file("people.csv", |out| columns::people(record, out))?;
    folder.file("summary.json", |out| out.write_all(envelope.as_bytes()))?;
    if let Some(page) = page {
        folder.file(Place::INSIDE, |out| out.write_all(page.as_bytes()))?;
    }
    folder.finish()
}

/// The last lines of the table: what was written, and where.
fn last(asked: &Run, places: &[PathBuf], report: Option<PathBuf>) -> String {
    let mut text = String::from("\n");
    if let Some(folder) = &asked.out {
        let names: Vec<_> = places.iter().filter_map(|place| place.file_name()?.to_str()).collect();
        text += &format!("Files in {}: {}\n", folder.display(), names.join(", "));
    }
    match report {
        Some(path) => text += &format!("Report: {}\n", path.display()),
        None if asked.out.is_none() => text += "No file was written.\n",
        None => {}
    }
    text
}
