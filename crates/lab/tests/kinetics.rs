//! How fast hormones leave the blood: an infusion stops, and the fall is timed.

mod common;

use common::{clock, column, encounter, lived, typical};
use consoma_lab::scenario::Scenario;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::{Schedule, Span};

/// The course of a quantity above what it would have been, each half minute from the end of the infusion on.
fn fall(quantity: &str, minutes: f64, dose: impl Fn(&mut Inputs<Option<f64>>)) -> Vec<f64> {
    let end = clock(1, 14.0);
    let span = Span { start: clock(1, 12.0), end: clock(1, 17.0) };
    let times: Vec<f64> = (0..240).map(|k| end + 0.5 * f64::from(k)).collect();
    let live = |encounters| {
        let schedule = Schedule { encounters, ..Schedule::default() };
        let scenario: Scenario = typical(&schedule, span, times.clone(), &[quantity]);
        let course = lived(&scenario).remove(0);
        column(&scenario, &course, 0)
    };
    let with = live(vec![encounter("infusion", end - minutes, minutes, dose)]);
    with.iter().zip(live(vec![])).map(|(with, without)| with - without).collect()
}

/// The half-life between two times, in minutes from the end of the infusion.
fn half_life(course: &[f64], from: f64, to: f64) -> f64 {
    let at = |minutes: f64| course[(2.0 * minutes) as usize];
    (to - from) * core::f64::consts::LN_2 / (at(from) / at(to)).ln()
}

#[test]
fn oxytocin_leaves_plasma_with_half_lives_of_three_and_twenty_minutes() {
    // A quarter of a unit within half a minute, so that little has passed into tissue.
    let course = fall("oxytocin.plasma", 0.5, |sets| sets.oxytocin = Some(0.86));
    let slow = half_life(&course, 60.0, 100.0);
    // What is left when the slow part is taken off.
    let tail = |minutes: f64| course[120] * (core::f64::consts::LN_2 * (60.0 - minutes) / slow).exp();
    let fast: Vec<f64> = course.iter().enumerate().map(|(k, value)| value - tail(0.5 * k as f64)).collect();
    let fast = half_life(&fast, 0.0, 5.0);
    println!("oxytocin: {fast:.2} and {slow:.1} min");
    // 6 men after 1 unit (PMID 8568623, of the baselines): 2.9 and 20 min.
    assert!((fast - 2.9).abs() < 0.2, "{fast} min");
    assert!((slow - 20.0).abs() < 1.0, "{slow} min");
}

#[test]
fn noradrenaline_leaves_plasma_with_a_half_life_of_two_and_a_half_minutes() {
    let course = fall("catecholamines.noradrenaline", 30.0, |sets| sets.noradrenaline = Some(3.0));
    let half_life = half_life(&course, 0.0, 8.0);
    println!("noradrenaline: {half_life:.2} min, {:.0} pg/mL above rest at 3 ug/min", course[0]);
    assert!((half_life - 2.4).abs() < 0.1, "{half_life} min");
    // At a clearance of 3.07 L/min (PMID 24347), 3 ug/min hold 977 pg/mL more.
    assert!((course[0] / 977.0 - 1.0).abs() < 0.05, "{} pg/mL", course[0]);
}
