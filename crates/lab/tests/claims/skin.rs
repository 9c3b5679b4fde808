//! A1: palms sweat when one is nervous about another person.

use super::common::encounter;
use super::evening::{Arm, difference, start};
use consoma_model::declare::Reading;

#[test]
fn a1_skin_conductance_rises_within_a_minute_of_an_evaluative_encounter_and_falls_afterwards() {
    let judged = encounter("a first date is about to begin", start(), 10.0, |sets| {
        sets.evaluation = Some(0.6);
        sets.stranger = Some(1.0);
    });
    for reading in [Reading::Told, Reading::Measured] {
        let arm = Arm::new(reading, &["conductance.level", "conductance.responses"]);
        let (with, without) = (arm.live(vec![judged.clone()]), arm.live(vec![]));
        for (quantity, what) in ["level", "responses"].into_iter().enumerate() {
            let at = |minute| difference(&with.mean(quantity, minute, minute), &without.mean(quantity, minute, minute));
            at(1).above(&format!("{} {what} after a minute", reading.name()));
            let (peak, later) = (at(10).mean, at(45).mean);
            assert!(later < 0.25 * peak, "{what}: {peak} at the end, {later} 35 min later");
        }
    }
    let arm = Arm::new(Reading::Null, &["conductance.level"]);
    assert_eq!(arm.live(vec![judged]).mean(0, 5, 5), arm.live(vec![]).mean(0, 5, 5), "null");
}
