//! What is done otherwise is what the rule says, and it is timed against the response as it was.

mod common;

use common::{clock, encounter, typical};
use consoma_lab::control::Control;
use consoma_lab::digest::digests;
use consoma_lab::record::{lives, record, record_with_variants};
use consoma_lab::scenario::Scenario;
use consoma_lab::variant::{shortened, variants};
use consoma_model::declare::Reading;
use consoma_model::schedule::{Schedule, Span};

fn talk() -> Scenario {
    let open = encounter("opening up", clock(1, 19.0), 10.0, |sets| {
        (sets.talk, sets.disclosure) = (Some(0.5), Some(0.8));
    });
    let deep = encounter("deep talk", clock(1, 19.0) + 10.0, 40.0, |sets| {
        (sets.talk, sets.disclosure, sets.responsiveness) = (Some(0.5), Some(0.8), Some(0.8));
    });
    let schedule = Schedule { encounters: vec![open, deep], ..Schedule::default() };
    let times = (0..=600).map(|minute| clock(1, 18.0) + f64::from(minute)).collect();
    let span = Span { start: clock(1, 18.0), end: clock(2, 4.0) };
    Scenario {
        control: Control::SmallTalk,
        ..typical(&schedule, span, times, &["uncertainty.felt", "saliva.cortisol"])
    }
}

#[test]
fn an_answer_from_the_first_minute_ends_the_uncertainty_sooner() {
    let (record, varied) = record_with_variants(talk(), |id| id == "uncertainty.felt", &|| ()).unwrap();
    assert_eq!(record.courses[0].0, Reading::Measured);
    let was = digests(&record);
    let was: Vec<_> = was.iter().filter(|digest| digest.quantity.id == "uncertainty.felt").collect();
    assert_eq!(varied.len(), 2);
    assert_eq!(lives(&record.scenario, true), 4);
    let (variant, instead) = &varied[0];
    let answers: Vec<_> =
        variant.scenario.groups[0].schedule.encounters.iter().map(|it| it.sets.responsiveness).collect();
    assert_eq!(answers, [Some(0.8), Some(0.8)]);
    let from = Control::SmallTalk.departs(&record.scenario).unwrap();
    assert_eq!(from, clock(1, 19.0));
    let [one] = &shortened(&was, instead, &record.scenario.times, from)[..] else { panic!("one response") };
    assert!(one.sooner().unwrap() > 3.0, "{one:?}");
    let over = from + one.after.minutes.unwrap();
    let limit = 0.1 * was[0].change.as_ref().unwrap().largest.value;
    let course = &instead[0].change.as_ref().unwrap().course;
    let after = record.scenario.times.iter().zip(course).filter(|(time, _)| **time >= over);
    assert!(after.into_iter().all(|(_, value)| *value < limit));
}

#[test]
fn who_is_distant_and_there_may_make_up() {
    let mut scenario = talk();
    let hour = |name: &str, from: f64, presence: f64, rejection: Option<f64>| {
        encounter(name, clock(1, from), 60.0, |sets| {
            (sets.partner, sets.presence) = (Some(1.0), Some(presence));
            (sets.distance, sets.rejection) = (Some(0.7), rejection);
        })
    };
    let all = vec![
        hour("betrayal", 19.0, 1.0, Some(1.0)),
        hour("silence", 20.0, 1.0, None),
        hour("photograph", 21.0, 0.2, None),
    ];
    scenario.groups[0].schedule.encounters = all;
    let [made_up] = &variants(&scenario)[..] else { panic!("one") };
    assert_eq!(made_up.name, "Made up instead of distant");
    let sets =
        made_up.scenario.groups[0].schedule.encounters.iter().map(|it| (it.sets.distance, it.sets.responsiveness));
    assert_eq!(sets.collect::<Vec<_>>(), [(Some(0.7), None), (Some(0.0), Some(0.8)), (Some(0.7), None)]);
}

#[test]
fn what_is_left_the_next_morning_is_the_change_at_getting_up() {
    let mut scenario = talk();
    scenario.span.end = clock(2, 9.0);
    scenario.times = (0..=900).map(|minute| clock(1, 18.0) + f64::from(minute)).collect();
    let record = record(scenario, &|| ()).unwrap();
    let digest = &digests(&record)[1];
    let change = digest.change.as_ref().unwrap();
    assert_eq!(change.morning.unwrap().time, clock(2, 7.5));
    assert_eq!(change.parts.len(), 2);
    assert_eq!(change.parts[0], change.largest);
    assert_eq!(change.end.value, *change.course.last().unwrap());
}
