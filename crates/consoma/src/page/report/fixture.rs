//! The built-in evening with courses and a night by hand, so that pages can be tested without living through it.

use super::Made;
use crate::arguments::Run;
use crate::page::hypnogram::tests::by_hand;
use consoma_files::scenario::{EVENING, parse};
use consoma_lab::digest::{Digest, digests};
use consoma_lab::record::Record;
use consoma_lab::simulate::Course;
use consoma_model::declare::{Quantity, Reading, Row, System};
use consoma_wiring::Log;

/// When the evening departs from its control, about.
const BEGINS: f64 = 1140.0;

/// A quantity by hand: id, label, system, unit, normal range.
type Own = (&'static str, &'static str, System, &'static str, Option<(f64, f64)>);

const QUANTITIES: [Own; 7] = [
    ("fatigue.felt", "Fatigue, relative to the person's usual", System::Mood, "SD", Some((-1.0, 1.0))),
    ("affect.negative", "Negative affect, relative to the person's usual", System::Mood, "SD", Some((-1.0, 1.0))),
    ("affect.positive", "Positive affect, relative to the person's usual", System::Mood, "SD", Some((-1.0, 1.0))),
    ("hangover.regret", "Regret of what was told", System::Mood, "1", Some((0.0, 0.2))),
    ("night.slept", "Asleep in this or the last night", System::Sleep, "min", Some((360.0, 540.0))),
    ("accommodation.compliance", "Compliance of the stomach", System::Gut, "mL/mmHg", Some((30.0, 110.0))),
    ("symptoms.score", "Bowel symptoms", System::Gut, "1", Some((0.0, 0.5))),
];

/// What somebody's quantities are. Ben has a low the next day; nobody regrets anything under `told`.
fn values(time: f64, group: usize, reading: Reading, control: bool) -> [f64; 7] {
    let after = ((time - BEGINS) / 60.0).max(0.0);
    let hill = |peak: f64, width: f64| if after > 0.0 { (-((after - peak) / width).powi(2)).exp() } else { 0.0 };
    let on = if control { 0.0 } else { 1.0 };
    let (ben, measured) = (group as f64, f64::from(u8::from(reading == Reading::Measured)));
    let asleep = ((time - 1400.0) / 460.0).clamp(0.0, 1.0) * 420.0;
    [
        0.2 + on * (0.3 + 0.3 * measured) * hill(2.0, 1.5),
        0.1 + on * (0.4 * ben * measured * hill(20.0, 6.0) - 0.1 * hill(1.0, 2.0)),
        on * (0.5 * hill(1.5, 2.0) - 0.2 * ben * measured * hill(20.0, 6.0)),
        on * 0.1 * ben * measured * hill(18.0, 4.0),
        asleep - on * 20.0 * ben * (asleep / 420.0),
        60.0 - on * (8.0 + 10.0 * ben) * hill(0.5, 1.0),
        0.1 + on * 0.15 * ben * measured * hill(3.0, 3.0),
    ]
}

/// The log of a night whose sleep begins some minutes late.
fn night(late: f64) -> Vec<Log> {
    let entry = |time, what| Log { time, what, size: None, encounter: None };
    let mut log = vec![entry(1380.0, "to bed")];
    // The first stage is waking; all others come later, and the last goes on.
    log.extend(by_hand().stages.iter().skip(1).map(|(span, stage)| entry(span.start + late, stage.event())));
    log.push(entry(1860.0, "getting up"));
    log
}

/// A run, and its digests.
pub(in crate::page) fn record() -> (Record, Vec<Digest>) {
    let mut scenario = parse(EVENING.0, EVENING.1).unwrap();
    scenario.quantities = (0..QUANTITIES.len()).collect();
    let one = |group: usize, reading: Reading, control: bool, late: f64| {
        let values = scenario.times.iter().flat_map(|time| values(*time, group, reading, control)).collect();
        Course { person: group as u64, number: 0, group, values, log: night(late), nights: Vec::new() }
    };
    let both = |reading: Reading, control: bool, late: f64| {
        vec![one(0, reading, control, late), one(1, reading, control, if control { late } else { late + 4.0 })]
    };
    let (told, measured) = (Reading::Told, Reading::Measured);
    let courses = vec![(told, both(told, false, 9.0)), (measured, both(measured, false, 0.3))];
    let control = vec![both(told, true, 0.0), both(measured, true, 0.0)];
    let record = Record { scenario, courses, control };
    let mut digests = digests(&record);
    let real = record.quantities();
    for digest in &mut digests {
        let place = real.iter().position(|row| row.id == digest.quantity.id).unwrap();
        digest.quantity = row(QUANTITIES[place]);
    }
    (record, digests)
}

fn row((id, label, system, unit, normal): Own) -> &'static Row<Quantity> {
    let declared = Quantity { system, principal: true, unit, possible: (-500.0, 500.0), normal, measured_by: "asking" };
    // A test may leak a few rows.
    Box::leak(Box::new(Row { id, label, declared }))
}

/// What a page is made of; `with` sees it.
pub(super) fn made<T>(with: impl FnOnce(&Made<'_>) -> T) -> T {
    let (record, digests) = record();
    let asked = Run {
        scenario: None,
        out: None,
        reading: Vec::new(),
        seed: None,
        people: None,
        until: None,
        report: None,
        no_report: false,
        all: false,
        json: false,
        format: crate::arguments::Format::default(),
    };
    with(&Made { record: &record, digests: &digests, variants: &[], asked: &asked })
}
