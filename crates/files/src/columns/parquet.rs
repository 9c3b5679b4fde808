//! Columns as Parquet, with units and labels in the file's metadata.

use super::KEYS;
use crate::{VERSION, model_hash};
use consoma_lab::record::Record;
use consoma_lab::simulate::Course;
use consoma_model::declare::Reading;
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;
use std::io::Write;
use std::sync::Arc;

/// Rows of a row group, about: the unit in which readers load a file.
const ROWS: usize = 100_000;

/// Writes the courses as Parquet.
///
/// # Errors
///
/// Those of the writer.
pub fn write(record: &Record, out: &mut (dyn Write + Send)) -> std::io::Result<()> {
    write_file(record, out).map_err(|error| match error {
        ParquetError::External(cause) => std::io::Error::other(cause),
        other => std::io::Error::other(other),
    })
}

fn write_file(record: &Record, out: &mut (dyn Write + Send)) -> Result<()> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(format!("consoma {VERSION}"))
        .set_key_value_metadata(Some(metadata(record)))
        .build();
    let mut file = SerializedFileWriter::new(out, Arc::new(schema(record)?), Arc::new(properties))?;
    let people = (ROWS / record.scenario.times.len().max(1)).max(1);
    for (reading, courses) in &record.courses {
        for part in courses.chunks(people) {
            let mut rows = file.next_row_group()?;
            write_part(record, *reading, part, &mut rows)?;
            rows.close()?;
        }
    }
    file.close()?;
    Ok(())
}

fn schema(record: &Record) -> Result<Type> {
    let text = |name: &str| {
        let column = Type::primitive_type_builder(name, Physical::BYTE_ARRAY);
        column.with_logical_type(Some(LogicalType::String)).with_repetition(Repetition::REQUIRED).build()
    };
    let plain =
        |name: &str, kind| Type::primitive_type_builder(name, kind).with_repetition(Repetition::REQUIRED).build();
    let [reading, person, group, time] = KEYS;
    let mut columns =
        vec![text(reading)?, plain(person, Physical::INT64)?, text(group)?, plain(time, Physical::DOUBLE)?];
    for row in record.quantities() {
        columns.push(plain(row.id, Physical::DOUBLE)?);
    }
    Type::group_type_builder("consoma").with_fields(columns.into_iter().map(Arc::new).collect()).build()
}

fn metadata(record: &Record) -> Vec<KeyValue> {
    let pair = |key: &str, value: &str| KeyValue::new(key.to_owned(), value.to_owned());
    let mut pairs = vec![
        pair("consoma", VERSION),
        pair("model_hash", &model_hash()),
        pair("scenario", &record.scenario.name),
        pair("seed", &record.scenario.seed.to_string()),
        pair("reading", &record.readings().join(",")),
        pair("unit:time_min", "min since midnight of day 1"),
    ];
    for row in record.quantities() {
        pairs.push(pair(&format!("unit:{}", row.id), row.declared.unit));
        pairs.push(pair(&format!("label:{}", row.id), row.label));
    }
    pairs
}

fn write_part<W: Write + Send>(
    record: &Record,
    reading: Reading,
    courses: &[Course],
    rows: &mut SerializedRowGroupWriter<'_, W>,
) -> Result<()> {
    let times = &record.scenario.times;
    let width = record.scenario.quantities.len();
    let count = courses.len() * times.len();
    let mut place = 0_usize;
    while let Some(mut column) = rows.next_column()? {
        match column.untyped() {
            ColumnWriter::ByteArrayColumnWriter(column) => {
                let word = |course: &Course| match place {
                    0 => ByteArray::from(reading.name()),
                    _ => ByteArray::from(record.scenario.groups[course.group].name.as_str()),
                };
                let mut words = Vec::with_capacity(count);
                for course in courses {
                    words.extend(std::iter::repeat_n(word(course), times.len()));
                }
                column.write_batch(&words, None, None)?;
            }
            ColumnWriter::Int64ColumnWriter(column) => {
                let numbers = courses.iter().flat_map(|course| std::iter::repeat_n(course.person as i64, times.len()));
                column.write_batch(&numbers.collect::<Vec<_>>(), None, None)?;
            }
            ColumnWriter::DoubleColumnWriter(column) => {
                let numbers: Vec<f64> = match place.checked_sub(KEYS.len()) {
                    None => courses.iter().flat_map(|_| times.iter().copied()).collect(),
                    Some(place) => {
                        let values =
                            |course: &Course| course.values[place..].iter().step_by(width).copied().collect::<Vec<_>>();
                        courses.iter().flat_map(values).collect()
                    }
                };
                column.write_batch(&numbers, None, None)?;
            }
            _ => {}
        }
        column.close()?;
        place += 1;
    }
    Ok(())
}
