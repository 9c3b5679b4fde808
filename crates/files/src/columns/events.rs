//! What happened, as comma-separated values.

use super::ORIGIN;
use crate::model_hash;
use consoma_lab::record::Record;
use std::io::{self, Write};

/// Writes a row for each event of each person. An encounter has its name; a jump has its size.
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
                let size = event.size.map_or_else(String::new, |size| size.to_string());
                let encounter = event.encounter.and_then(|place| group.schedule.encounters.get(place));
                let name = encounter.map_or("", |encounter| &encounter.name);
                let (person, time) = (course.person.to_string(), event.time.to_string());
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
