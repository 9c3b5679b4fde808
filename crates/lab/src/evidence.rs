//! What the course of a quantity rests on: the arrows that lead to it, and how well the literature supports them.

use crate::scenario::Scenario;
use consoma_model::declare::{Arrow, Grade, Reading, Row, Table};
use consoma_model::inputs::Inputs;
use consoma_model::schedule::{Encounter, Schedule};
use consoma_model::tables::Arrows;

/// Below this share of its largest strength under any reading, an arrow hardly acts under a reading.
const ACTS: f64 = 0.2;

/// Whether an arrow acts under a reading.
pub fn acts(arrow: &Arrow, reading: Reading) -> bool {
    let largest = Reading::ALL.into_iter().map(|it| arrow.strength(it).value.abs()).fold(0.0, f64::max);
    arrow.strength(reading).value.abs() > ACTS * largest
}

/// Whether what an arrow starts at can happen in a scenario: an input only where an encounter sets it to something else than
/// rest.
pub fn happens(arrow: &Arrow, scenario: &Scenario) -> bool {
    let Some(place) = Inputs::ROWS.iter().position(|row| row.id == arrow.from) else { return true };
    let rest = Inputs::ROWS[place].declared.rest;
    let sets = |it: &Encounter| {
        let mut values = Vec::new();
        it.sets.write(&mut |value: Option<f64>| values.push(value));
        values[place].is_some_and(|value| value != rest)
    };
    // The schedule sets light, sleep and waking by itself, and so who lies beside.
    const OF_SCHEDULE: [&str; 3] = ["input.light", "input.bed", "input.awakening"];
    let mut schedules = scenario.groups.iter().map(|it| &it.schedule);
    let beside = |it: &Schedule| it.routine.beside || it.nights.iter().any(|night| night.beside);
    OF_SCHEDULE.contains(&arrow.from)
        || (arrow.from == "input.partner" && schedules.clone().any(beside))
        || schedules.any(|it| it.encounters.iter().any(sets))
}

/// Whether a grade is no support.
pub fn weak(grade: Grade) -> bool {
    matches!(grade, Grade::Weak | Grade::Contradicted | Grade::None)
}

/// The process that declares an id.
fn process(id: &str) -> &str {
    id.split('.').next().unwrap_or(id)
}

/// The arrows that end at a quantity.
pub fn into(quantity: &str) -> Vec<&'static Row<Arrow>> {
    Arrows::rows().filter(|row| row.declared.to == quantity).collect()
}

/// The worst grade without support among the arrows that end at a quantity and act in a scenario under a reading.
pub fn doubt(quantity: &str, reading: Reading, scenario: &Scenario) -> Option<Grade> {
    let order = |grade: &Grade| match grade {
        Grade::Weak => 1,
        Grade::None => 2,
        Grade::Contradicted => 3,
        Grade::Strong | Grade::Moderate | Grade::Mixed => 0,
    };
    let acting =
        into(quantity).into_iter().filter(|row| acts(&row.declared, reading) && happens(&row.declared, scenario));
    acting.map(|row| row.declared.grade).filter(|grade| weak(*grade)).max_by_key(order)
}

/// The arrows without support further up: those that act under a reading and reach the quantity through other processes. The
/// nearest come first. Quantities of one process count as one, because algebra inside a process needs no arrow.
pub fn upstream(quantity: &str, reading: Reading, scenario: &Scenario) -> Vec<&'static Row<Arrow>> {
    let mut reached = vec![process(quantity)];
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(&here) = reached.get(next) {
        next += 1;
        let acting = Arrows::rows().filter(|row| acts(&row.declared, reading) && happens(&row.declared, scenario));
        for row in acting.filter(|row| process(row.declared.to) == here) {
            let from = process(row.declared.from);
            if !reached.contains(&from) {
                reached.push(from);
            }
            if weak(row.declared.grade) && row.declared.to != quantity {
                found.push(row);
            }
        }
    }
    found
}
