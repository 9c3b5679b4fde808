//! Who the people are, as comma-separated values: what drawn data need beside them.

use super::ORIGIN;
use crate::{clock, model_hash};
use consoma_lab::record::Record;
use consoma_model::declare::{Parameter, Row, Table};
use consoma_model::person::{Condition, Numbers, Ties};
use std::io::{self, Write};

/// The columns of words and of counts that no table declares.
const WORDS: [&str; 5] = ["person", "group", "sex", "contraception", "menstrual_phase"];

/// Writes a row for each person with every trait. Units and labels stand in the summary beside the file; a condition is 1
/// in those who have it.
///
/// # Errors
///
/// Those of the writer.
pub fn write(record: &Record, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let conditions = Condition::ALL.map(Condition::name);
    let numbers = rows().map(key);
    let heads = ORIGIN.into_iter().chain(WORDS).chain(numbers).chain(["kinds", "style"]).chain(conditions);
    table.write_record(heads.chain(["wake", "bed", "sleep", "beside", "drawn"]))?;
    let (seed, hash) = (record.scenario.seed.to_string(), model_hash());
    for (number, (group, individual)) in record.scenario.individuals().enumerate() {
        let person = &individual.person;
        let words = [person.sex.name(), person.contraception.name(), person.menstrual_phase.name()];
        let mut cells = vec![seed.clone(), hash.clone(), number.to_string(), group.name.clone()];
        cells.extend(words.map(str::to_owned));
        person.numbers().write(&mut |value| cells.push(value.to_string()));
        person.ties.write(&mut |count| cells.push(count.to_string()));
        cells.extend([person.ties.kinds().to_string(), person.style().name().to_owned()]);
        cells.extend(Condition::ALL.map(|it| u8::from(person.conditions.has(it)).to_string()));
        let routine = group.schedule.routine;
        cells.extend([clock::day_and_time(routine.wake).1, clock::day_and_time(routine.bed).1]);
        cells.push(if routine.free { "free" } else { "clock" }.to_owned());
        cells.push(if routine.beside { "partner" } else { "nobody" }.to_owned());
        cells.push(u8::from(individual.drawn).to_string());
        table.write_record(cells)?;
    }
    table.flush()
}

/// The declared traits that have a column, in the order of the columns.
pub(crate) fn rows() -> impl Iterator<Item = &'static Row<Parameter>> {
    Numbers::ROWS.iter().chain(Ties::ROWS)
}

/// The name of a trait's column: the key in a file.
pub(crate) fn key(row: &Row<Parameter>) -> &'static str {
    row.id.rsplit('.').next().unwrap_or(row.id)
}
