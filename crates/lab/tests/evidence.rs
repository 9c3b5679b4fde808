//! What a course rests on is what acts in the scenario under the reading.

mod common;

use common::{clock, encounter, typical};
use consoma_lab::evidence::{doubt, upstream};
use consoma_lab::scenario::Scenario;
use consoma_model::declare::{Grade, Reading};
use consoma_model::schedule::{Schedule, Span};

fn talk(touch: f64) -> Scenario {
    let talk = encounter("talk", clock(1, 19.0), 45.0, |sets| {
        (sets.disclosure, sets.responsiveness, sets.touch) = (Some(0.8), Some(0.8), Some(touch));
    });
    let schedule = Schedule { encounters: vec![talk], ..Schedule::default() };
    typical(&schedule, Span { start: 0.0, end: clock(2, 0.0) }, vec![0.0], &["saliva.cortisol"])
}

#[test]
fn the_told_calm_of_the_axis_is_contradicted_and_measured_does_without_it() {
    assert_eq!(doubt("crh.crh", Reading::Told, &talk(0.0)), Some(Grade::Contradicted));
    assert_eq!(doubt("crh.crh", Reading::Measured, &talk(0.0)), None);
}

#[test]
fn what_does_not_happen_is_not_rested_on() {
    let ids = |reading, touch| {
        upstream("saliva.cortisol", reading, &talk(touch)).into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert!(ids(Reading::Told, 0.0).contains(&"crh.safety") && !ids(Reading::Measured, 0.0).contains(&"crh.safety"));
    assert!(!ids(Reading::Told, 0.0).contains(&"crh.touch") && ids(Reading::Told, 0.5).contains(&"crh.touch"));
}
