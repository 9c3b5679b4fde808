//! Columns as comma-separated values.

use super::{KEYS, ORIGIN};
use crate::model_hash;
use consoma_lab::record::Record;
use std::io::{self, Write};

/// Writes the courses as CSV. Numbers are the shortest text that reads back as the same number; units stand in the
/// summary beside the file.
///
/// # Errors
///
/// Those of the writer.
pub fn write(record: &Record, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let quantities = record.quantities();
    table.write_record(ORIGIN.iter().chain(&KEYS).copied().chain(quantities.iter().map(|row| row.id)))?;
    let (seed, hash) = (record.scenario.seed.to_string(), model_hash());
    let times = &record.scenario.times;
    for (reading, courses) in &record.courses {
        for course in courses {
            let group = &record.scenario.groups[course.group].name;
            for (time, values) in times.iter().zip(course.values.chunks_exact(quantities.len())) {
                table.write_field(&seed)?;
                table.write_field(&hash)?;
                table.write_field(reading.name())?;
                table.write_field(course.person.to_string())?;
                table.write_field(group)?;
                for number in core::iter::once(time).chain(values) {
                    table.write_field(number.to_string())?;
                }
                table.write_record(None::<&[u8]>)?;
            }
        }
    }
    table.flush()
}
