//! H3: closeness is rewarding, so one seeks it again.

use super::common::encounter;
use super::evening::{Arm, deep, difference, start};
use consoma_model::declare::Reading;
use consoma_model::tables::quantities;

const QUANTITIES: &[&str] =
    &["reward.error", "trust.friend", "approach.friend", "affect.positive", "reward.dopamine", "reward.wanting"];

#[test]
fn h3_an_accepted_talk_is_better_than_expected_and_is_sought_again() {
    for reading in [Reading::Told, Reading::Measured] {
        let arm = Arm { until: 24.0 * 60.0, ..Arm::new(reading, QUANTITIES) };
        let (with, without) = (arm.live(deep(0.8)), arm.live(vec![]));
        let at = |quantity, from, to| difference(&with.mean(quantity, from, to), &without.mean(quantity, from, to));
        let name = reading.name();
        at(0, 0, 45).above(&format!("{name} prediction error"));
        at(1, 60, 60).above(&format!("{name} trust in a friend after the talk"));
        at(2, 1440, 1440).above(&format!("{name} seeking a friend a day later"));
        at(3, 45, 90).above(&format!("{name} positive affect"));
        at(4, 45, 45).above(&format!("{name} dopamine tone"));
    }
    let arm = Arm::new(Reading::Null, QUANTITIES);
    for quantity in 0..QUANTITIES.len() {
        assert_eq!(arm.live(deep(0.8)).mean(quantity, 60, 60), arm.live(vec![]).mean(quantity, 60, 60), "null");
    }
}

#[test]
fn h3_the_same_states_answer_to_a_meal_when_hungry_and_not_when_sated() {
    let meal = |from: f64| encounter("meal", start() + from, 20.0, |sets| sets.meal = Some(30.0));
    for reading in Reading::ALL {
        let arm = Arm::new(reading, QUANTITIES);
        let none = arm.live(vec![]);
        let hungry = arm.live(vec![meal(0.0)]);
        let one = arm.live(vec![meal(-60.0)]);
        let two = arm.live(vec![meal(-60.0), meal(0.0)]);
        let name = reading.name();
        let dopamine = difference(&hungry.mean(4, 0, 20), &none.mean(4, 0, 20));
        dopamine.above(&format!("{name} dopamine tone, hungry"));
        difference(&hungry.mean(5, 20, 20), &none.mean(5, 20, 20)).above(&format!("{name} wanting, hungry"));
        let sated = difference(&two.mean(4, 0, 20), &one.mean(4, 0, 20));
        println!("{name} dopamine tone, sated: {sated:.3?}");
        assert!(sated.mean < 0.0 && dopamine.mean > 0.0, "a second meal is worse than expected");
    }
}

#[test]
fn h3_dopamine_has_no_blood_unit() {
    for row in quantities().filter(|row| row.label.to_lowercase().contains("dopamine")) {
        assert_eq!(row.declared.unit, "%", "{}", row.id);
    }
}
