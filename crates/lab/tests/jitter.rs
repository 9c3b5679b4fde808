//! Draws that move a schedule: the same for people who meet, others for others, and of the declared size.

mod common;

use common::{clock, encounter, men_and_women};
use consoma_lab::control::Control;
use consoma_lab::scenario::Scenario;
use consoma_lab::simulate::{Course, simulate};
use consoma_lab::statistics::{mean, sd};
use consoma_model::declare::Reading;
use consoma_model::schedule::{Jitter, Moved, Schedule, Span};

const SD: f64 = 10.0;

fn meetings(count: u64, pairs: Vec<(usize, usize)>) -> Scenario {
    let talk = encounter("talk", clock(1, 19.0), 30.0, |sets| sets.talk = Some(1.0));
    let jitters = vec![Jitter { moved: Moved::Encounter(0), sd: SD, key: 1 }];
    let schedule = Schedule { encounters: vec![talk], jitters, ..Schedule::default() };
    let span = Span { start: clock(1, 12.0), end: clock(2, 12.0) };
    Scenario { pairs, ..men_and_women(count, &schedule, span, vec![span.start], &["saliva.cortisol"]) }
}

fn begins(scenario: &Scenario, group: usize, place: u64) -> f64 {
    scenario.schedule(group, place).encounters[0].span.start
}

#[test]
fn people_who_meet_have_the_same_draws() {
    let (met, unmet) = (meetings(5, vec![(0, 1)]), meetings(5, Vec::new()));
    for person in 0..5 {
        assert_eq!(begins(&met, 0, person), begins(&met, 1, person));
        assert_ne!(begins(&unmet, 0, person), begins(&unmet, 1, person));
        // They have the draws of one of them.
        assert!([0, 1].map(|group| begins(&unmet, group, person)).contains(&begins(&met, 0, person)));
    }
}

#[test]
fn the_deviation_is_the_declared_one_and_no_draw_is_beyond_three() {
    let scenario = meetings(4000, Vec::new());
    let shifts: Vec<_> = (0..4000).map(|person| begins(&scenario, 0, person) - clock(1, 19.0)).collect();
    assert!(mean(&shifts).abs() < 3.0 * SD / 4000_f64.sqrt(), "{}", mean(&shifts));
    assert!((sd(&shifts) / SD - 1.0).abs() < 0.05, "{}", sd(&shifts));
    let largest = shifts.iter().fold(0.0_f64, |largest, shift| largest.max(shift.abs()));
    assert!(largest <= 3.0 * SD + 1e-9 && largest > 2.5 * SD, "{largest}");
}

#[test]
fn what_a_control_keeps_keeps_its_draws() {
    let talk = encounter("talk", clock(1, 19.0), 30.0, |sets| sets.talk = Some(1.0));
    let lamp = encounter("lamp", clock(1, 21.0), 30.0, |sets| sets.light = Some(300.0));
    let of = |place, key| Jitter { moved: Moved::Encounter(place), sd: SD, key };
    let schedule = Schedule { encounters: vec![talk, lamp], jitters: vec![of(0, 1), of(1, 2)], ..Schedule::default() };
    let span = Span { start: clock(1, 12.0), end: clock(2, 12.0) };
    let scenario = men_and_women(3, &schedule, span, vec![span.start], &["saliva.cortisol"]);
    let control = Control::Nothing.of(&scenario).unwrap();
    for person in 0..3 {
        let (with, without) = (scenario.schedule(0, person), control.schedule(0, person));
        assert_eq!(without.encounters, with.encounters[1..]);
    }
}

#[test]
fn an_arm_with_nothing_is_stepped_at_the_times_to_which_draws_move_the_other() {
    let told = encounter("a silent look", clock(1, 19.0), 30.0, |sets| {
        (sets.friend, sets.disclosure, sets.responsiveness) = (Some(1.0), Some(0.8), Some(0.9));
    });
    let jitters = vec![Jitter { moved: Moved::Encounter(0), sd: SD, key: 1 }];
    let schedule = Schedule { encounters: vec![told], jitters, ..Schedule::default() };
    let span = Span { start: clock(1, 12.0), end: clock(2, 12.0) };
    let times = (0..=288).map(|k| span.start + 5.0 * f64::from(k)).collect();
    let scenario = men_and_women(2, &schedule, span, times, &["cortisol.plasma", "rhythm.rate", "affect.negative"]);
    let control = Control::Nothing.of(&scenario).expect("something happens");
    let of = |it: &Scenario| simulate(it, Reading::Null, &|| ()).expect("everybody lives");
    let bits = |courses: Vec<Course>| -> Vec<u64> {
        courses.iter().flat_map(|course| course.values.iter().map(|value| value.to_bits())).collect()
    };
    assert_eq!(bits(of(&scenario)), bits(of(&control)));
}
