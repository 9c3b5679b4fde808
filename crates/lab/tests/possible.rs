//! Ten days of closeness, quarrels and loneliness leave every quantity inside what is possible, in drawn people.

mod common;

use common::{clock, encounter, men_and_women};
use consoma_lab::simulate::simulate;
use consoma_model::declare::Reading;
use consoma_model::person::{Drawing, Stated};
use consoma_model::schedule::{Schedule, Span};
use consoma_wiring::columns;

#[test]
fn every_quantity_stays_inside_what_is_possible() {
    let mut encounters = Vec::new();
    for day in 1..=10 {
        encounters.push(encounter("talk", clock(day, 19.0), 60.0, |sets| {
            (sets.partner, sets.talk, sets.touch) = (Some(1.0), Some(0.5), Some(1.0));
            (sets.disclosure, sets.responsiveness) = (Some(1.0), Some(1.0));
        }));
        let hard = day % 3 == 0;
        encounters.push(encounter("quarrel", clock(day, 12.0), 45.0, |sets| {
            (sets.friend, sets.talk) = (Some(1.0), Some(0.5));
            sets.conflict = Some(if hard { 1.0 } else { 0.0 });
            (sets.disclosure, sets.responsiveness) = (Some(0.8), Some(if hard { -1.0 } else { 1.0 }));
        }));
        encounters.push(encounter("alone", clock(day, 14.0), 180.0, |sets| sets.solitude = Some(1.0)));
    }
    let schedule = Schedule { encounters, ..Schedule::default() };
    let span = Span { start: clock(1, 6.0), end: clock(11, 6.0) };
    let times: Vec<f64> = (0..10 * 48).map(|half| span.start + 30.0 * f64::from(half)).collect();
    let ids: Vec<&str> = columns().map(|row| row.id).collect();
    let mut scenario = men_and_women(12, &schedule, span, times, &ids);
    for group in &mut scenario.groups {
        group.drawing = Some(Drawing::new(Stated { sex: Some(group.person.sex), ..Stated::default() }));
    }
    for reading in Reading::ALL {
        for course in simulate(&scenario, reading, &|| ()).expect("everybody lives") {
            for values in course.values.chunks_exact(ids.len()) {
                for (value, row) in values.iter().zip(columns()) {
                    let (low, high) = row.declared.possible;
                    let room = 1e-9 * (high - low);
                    assert!(*value >= low - room && *value <= high + room, "{} {}: {value}", reading.name(), row.id);
                }
            }
        }
    }
}
