//! Encounters: how they are cut in the file does not matter to the body; they keep awake; nights that touch are one.

mod common;

use common::{encounter, life, place, rows, stepping, stress_test};
use consoma_engine::Method;
use consoma_model::person::Person;
use consoma_model::schedule::{DAY, Encounter, Schedule, Span};
use consoma_wiring::Reference;

const SPAN: Span = Span { start: 0.0, end: DAY };

fn hour(hour: f64) -> f64 {
    hour * 60.0
}

fn talk(start: f64, minutes: f64) -> Encounter {
    encounter("talk", start, minutes, |sets| {
        sets.talk = Some(1.0);
        sets.disclosure = Some(0.8);
        sets.responsiveness = Some(0.8);
    })
}

fn small_talk(start: f64, minutes: f64) -> Encounter {
    encounter("small talk", start, minutes, |sets| sets.talk = Some(0.5))
}

/// Quantities at times under a schedule, in a skeleton.
fn lived(schedule: &Schedule, times: &[f64], ids: &[&str]) -> Vec<f64> {
    let life = life(Person::default(), schedule, SPAN, Reference::Skeleton, stepping(Method::ExponentialThird, 0.5));
    let rows = rows(&life, times);
    rows.iter().flat_map(|row| ids.iter().map(|id| row[place(id)])).collect()
}

fn with(encounters: Vec<Encounter>) -> Schedule {
    Schedule { encounters, ..Schedule::default() }
}

#[test]
fn a_talk_in_three_parts_is_the_same_talk() {
    let whole = with(vec![talk(hour(19.0), 60.0)]);
    let parts = with(vec![talk(hour(19.0), 20.0), talk(hour(19.0) + 20.0, 20.0), talk(hour(19.0) + 40.0, 20.0)]);
    let times = [hour(19.0) + 30.0, hour(20.0), hour(20.5)];
    let ids = ["uncertainty.felt", "saliva.cortisol", "habituation.response"];
    let (whole, parts) = (lived(&whole, &times, &ids), lived(&parts, &times, &ids));
    for (a, b) in whole.iter().zip(&parts) {
        assert!((a - b).abs() < 1e-9 * a.abs().max(1.0), "{whole:?} and {parts:?}");
    }
}

#[test]
fn overlapping_encounters_habituate_like_their_threat() {
    let test = stress_test(hour(16.0));
    let around = |others: Vec<Encounter>| with([vec![test.clone()], others].concat());
    let response = |schedule: &Schedule| lived(schedule, &[hour(20.0)], &["habituation.response"])[0];
    // Small talk in the evening reads what was left of the exposure in every variant.
    let last = || small_talk(hour(19.0), 10.0);
    let alone = response(&around(vec![last()]));
    let variants = [
        around(vec![small_talk(hour(16.0), 5.0), last()]),
        around(vec![small_talk(hour(16.0) + 9.0, 30.0), small_talk(hour(16.0) + 2.0, 3.0), last()]),
    ];
    assert!(alone < 0.9, "a stress test habituates: {alone}");
    for variant in &variants {
        // Company that lasts longer takes the exposure in later, by which time it has been forgotten less.
        assert!((response(variant) - alone).abs() < 1e-3, "{} and {alone}", response(variant));
    }
}

#[test]
fn an_encounter_that_ends_with_the_record_has_ended() {
    let schedule = with(vec![encounter("test", DAY - 60.0, 60.0, |sets| sets.evaluation = Some(1.0))]);
    let response = lived(&schedule, &[DAY], &["habituation.response"])[0];
    assert!(response < 0.8, "{response}");
}

#[test]
fn nobody_sleeps_through_a_quarrel() {
    let quarrel = encounter("quarrel", hour(22.5), 70.0, |sets| sets.conflict = Some(0.7));
    let times = [hour(23.25), hour(23.9)];
    let awake = lived(&with(vec![quarrel]), &times, &["sympathetic.drive"]);
    let asleep = lived(&with(vec![]), &times, &["sympathetic.drive"]);
    assert!(awake[0] > asleep[0] + 0.5, "{awake:?} {asleep:?}");
    assert!((awake[1] - asleep[1]).abs() < 0.2, "asleep soon after: {awake:?} {asleep:?}");
}

#[test]
fn a_lie_in_moves_the_awakening_response() {
    let lie_in = Schedule { naps: vec![Span { start: hour(7.5), end: hour(9.0) }], ..Schedule::default() };
    let times = [hour(7.5), hour(8.0), hour(9.0), hour(9.5)];
    let saliva = lived(&lie_in, &times, &["saliva.cortisol"]);
    let usual = lived(&Schedule::default(), &times, &["saliva.cortisol"]);
    assert!(saliva[1] < 1.1 * saliva[0], "no response at 07:30 in a sleeper: {saliva:?}");
    assert!(saliva[3] > 1.2 * saliva[2], "a response at 09:00: {saliva:?}");
    assert!(usual[1] > 1.2 * usual[0], "{usual:?}");
}
