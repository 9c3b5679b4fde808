//! What happened, as comma-separated values.

use super::ORIGIN;
use crate::model_hash;
use consoma_lab::record::Record;
use consoma_lab::scenario::Group;
use consoma_wiring::Log;
use std::io::{self, Write};

/// Writes a row for each event of each person. An encounter has its name; a pulse has its size.
///
/// # Errors
///
/// Those of the writer.
pub fn write(record: &Record, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let heads = ["reading", "person", "group", "time_min", "what", "name", "size"];
    table.write_record(ORIGIN.iter().copied().chain(heads))?;
    let (seed, hash) = (record.scenario.seed.to_string(), model_hash());
    for (reading, courses) in &record.courses {
        for course in courses {
            let group = &record.scenario.groups[course.group];
            for event in &course.log {
                let name = encounter(group, event);
                let size = if name.is_some() || event.size.is_nan() { String::new() } else { event.size.to_string() };
                let (person, time) = (course.person.to_string(), event.time.to_string());
                let name = name.unwrap_or_default();
                table.write_record([
                    &seed,
                    &hash,
                    reading.name(),
                    &person,
                    &group.name,
                    &time,
                    event.what,
                    name,
                    &size,
                ])?;
            }
        }
    }
    table.flush()
}

/// The name of the encounter that an event begins or ends. Its size is the encounter's number in the schedule, from 1.
fn encounter<'a>(group: &'a Group, event: &Log) -> Option<&'a str> {
    let place = event.what.starts_with("encounter").then_some(event.size as usize)?.checked_sub(1)?;
    group.schedule.encounters.get(place).map(|encounter| encounter.name.as_str())
}
