//! What happened, as comma-separated values.

use consoma_lab::record::Record;
use std::io::{self, Write};

/// Writes a row for each event of each person. An event without a size leaves that field empty.
///
/// # Errors
///
/// Those of the writer.
pub fn write(record: &Record, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(["reading", "person", "group", "time_min", "what", "size"])?;
    for (reading, courses) in &record.courses {
        for course in courses {
            let group = &record.scenario.groups[course.group].name;
            for event in &course.log {
                let size = if event.size.is_nan() { String::new() } else { event.size.to_string() };
                let (person, time) = (course.person.to_string(), event.time.to_string());
                table.write_record([reading.name(), &person, group, &time, event.what, &size])?;
            }
        }
    }
    table.flush()
}
