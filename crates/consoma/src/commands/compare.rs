//! `consoma compare`: what was measured, beside what a scenario predicts.

use crate::arguments::{Compare, readings};
use crate::failure::Failure;
use crate::{output, page, progress, table};
use consoma_files::envelope::Envelope;
use consoma_files::folder::{Folder, Unwritable};
use consoma_files::scenario::{Change, Refused};
use consoma_files::{comparison, measured, scenario, unit};
use consoma_lab::compare::compare;
use std::path::{Path, PathBuf};

pub(crate) fn execute(asked: &Compare) -> Result<(), Failure> {
    let mut scenario = scenario::read(&asked.scenario)?;
    Change { seed: asked.seed, readings: readings(&asked.reading), people: asked.people }.apply(&mut scenario)?;
    let shift = asked.shift.as_deref().map_or(Ok(0.0), |text| unit::number(text, "min"));
    let shift = shift.map_err(|why| Refused(format!("--shift: {why}")))?;
    let measured = measured::read(&asked.data, asked.folder.as_deref(), shift, &scenario)?;
    // Before the run: a page that cannot be written must not cost an hour.
    let place = asked.html.as_deref().map(page_place).transpose()?;

    let bar = progress::people(scenario.people() * scenario.readings.len() as u64);
    let done = || bar.inc(1);
    let compared: Result<Vec<_>, _> =
        scenario.readings.iter().map(|&reading| compare(&scenario, &measured, reading, &done)).collect();
    let compared = compared?;
    bar.finish_and_clear();

    let names = scenario.readings.iter().map(|reading| reading.name()).collect();
    let envelope = Envelope::new("compare", Some(scenario.seed), names, comparison::json(&measured, &compared));
    let mut last = String::new();
    if let (Some((mut folder, name)), Some(path)) = (place, &asked.html) {
        let text = page::compare(&scenario, &measured, &compared);
        folder.file(&name, |out| out.write_all(text.as_bytes()))?;
        folder.finish()?;
        last = format!("\nPage: {}\n", path.display());
    }
    if asked.json {
        return Ok(output::print(&envelope.text())?);
    }
    let text = table::compare(&scenario, &measured, &compared) + &last;
    Ok(output::print(&text)?)
}

/// The folder of a page, and the page's name in it.
fn page_place(path: &Path) -> Result<(Folder, String), Unwritable> {
    let name = path.file_name().and_then(|name| name.to_str());
    let Some(name) = name else {
        return Err(Unwritable { path: path.to_owned(), why: "this names no file".into() });
    };
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = folder.map_or_else(|| PathBuf::from("."), Path::to_owned);
    Ok((Folder::open(&folder)?, name.to_owned()))
}
