//! `consoma compare`: what was measured, beside what a scenario predicts.

use crate::arguments::{Compare, readings};
use crate::failure::Failure;
use crate::{output, page, progress, table};
use consoma_files::envelope::Envelope;
use consoma_files::folder::{Single, Unwritable};
use consoma_files::scenario::{Change, Refused};
use consoma_files::{comparison, measured, scenario, unit};
use consoma_lab::compare::compare;

pub(crate) fn execute(asked: &Compare) -> Result<(), Failure> {
    let mut scenario = scenario::read(&asked.scenario)?;
    Change { seed: asked.seed, readings: readings(&asked.reading), people: asked.people }.apply(&mut scenario)?;
    let shift = asked.shift.as_deref().map_or(Ok(0.0), |text| unit::number(text, "min"));
    let shift = shift.map_err(|why| Refused(format!("--shift: {why}")))?;
    let (measured, mut inputs) = measured::read_with_files(&asked.data, asked.folder.as_deref(), shift, &scenario)?;
    // Before the run: a page that cannot be written must not cost an hour.
    inputs.extend([asked.data.clone(), asked.scenario.clone()]);
    let place = asked.html.as_deref().map(|path| Single::open(path, &inputs)).transpose().map_err(unwritable)?;

    let bar = progress::people(scenario.people() * scenario.readings.len() as u64);
    let done = || bar.inc(1);
    let compared: Result<Vec<_>, _> =
        scenario.readings.iter().map(|&reading| compare(&scenario, &measured, reading, &done)).collect();
    let compared = compared?;
    bar.finish_and_clear();

    let names = scenario.readings.iter().map(|reading| reading.name()).collect();
    let envelope = Envelope::new("compare", Some(scenario.seed), names, comparison::json(&measured, &compared));
    let mut last = String::new();
    if let (Some(place), Some(path)) = (place, &asked.html) {
        place.write(&page::compare(&scenario, &measured, &compared)).map_err(unwritable)?;
        last = format!("\nPage: {}\n", path.display());
    }
    if asked.json {
        return Ok(output::print(&envelope.text())?);
    }
    let text = table::compare(&scenario, &measured, &compared) + &last;
    Ok(output::print(&text)?)
}

fn unwritable(why: Unwritable) -> Failure {
    Failure::Unwritable("choose another place with --html", why)
}
