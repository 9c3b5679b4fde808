//! C1, C2, C6: pressure, variability, and the anxious person's heart.

use super::common::encounter;
use super::evening::{Arm, Difference, Lived, deep, difference, plain, small, start, talk, test, then_test};
use consoma_lab::statistics::{correlation, mean};
use consoma_model::declare::Reading;
use consoma_model::person::Person;
use consoma_model::schedule::Encounter;

const HEART: &[&str] = &["pressure.systolic", "pressure.diastolic", "rhythm.rmssd", "rhythm.rate"];
const PRESSURES: [(usize, &str); 2] = [(0, "systolic"), (1, "diastolic")];

fn at(first: &Lived, second: &Lived, quantity: usize, from: i32, to: i32) -> Difference {
    difference(&first.mean(quantity, from, to), &second.mean(quantity, from, to))
}

/// Somebody reads aloud to nobody.
fn aloud() -> Vec<Encounter> {
    vec![encounter("reading aloud", start(), 45.0, |sets| sets.talk = Some(0.5))]
}

/// The rise of a quantity in that test for each person.
fn rise(tested: &Lived, calm: &Lived, quantity: usize) -> Vec<f64> {
    let (tested, calm) = (tested.mean(quantity, 100, 109), calm.mean(quantity, 100, 109));
    tested.iter().zip(&calm).map(|(a, b)| a - b).collect()
}

#[test]
fn c1_told_pressure_is_lower_during_and_after_an_accepted_talk_and_in_a_later_stressor() {
    let arm = Arm::new(Reading::Told, HEART);
    let [small, deep, small_tested, deep_tested] =
        arm.live_all([small(), deep(0.8), then_test(small(), 100.0), then_test(deep(0.8), 100.0)]);
    for (quantity, what) in PRESSURES {
        let during = at(&deep, &small, quantity, 0, 44);
        during.below(&format!("{what} during, against small talk"));
        let after = at(&deep, &small, quantity, 46, 105);
        after.below(&format!("{what} in the hour after, against small talk"));
        assert!(during.share < 0.5 && after.share < 0.5, "lower in more than half of the people");
        let rises = difference(&rise(&deep_tested, &deep, quantity), &rise(&small_tested, &small, quantity));
        rises.below(&format!("rise of {what} in a later stressor"));
    }
}

#[test]
fn c1_measured_speaking_raises_pressure_and_it_is_lower_afterwards() {
    let arm = Arm::new(Reading::Measured, HEART);
    let [none, deep, tested, deep_tested] =
        arm.live_all([vec![], deep(0.8), then_test(vec![], 100.0), then_test(deep(0.8), 100.0)]);
    for (quantity, what) in PRESSURES {
        at(&deep, &none, quantity, 0, 44).above(&format!("{what} while speaking"));
        at(&deep, &none, quantity, 50, 105).below(&format!("{what} in the hour after"));
        difference(&rise(&deep_tested, &deep, quantity), &rise(&tested, &none, quantity))
            .below(&format!("rise of {what} in a later stressor"));
    }
}

#[test]
fn speech_raises_pressure_and_lowers_variability_whoever_listens() {
    for reading in Reading::ALL {
        let arm = Arm::new(reading, HEART);
        let [none, aloud] = arm.live_all([vec![], aloud()]);
        for (quantity, what) in PRESSURES {
            at(&aloud, &none, quantity, 5, 40).above(&format!("{} {what}, reading aloud", reading.name()));
        }
        at(&aloud, &none, 2, 5, 40).below(&format!("{} RMSSD, reading aloud", reading.name()));
    }
    // Under null it is the speech alone: who is there and what is said adds nothing.
    let arm = Arm::new(Reading::Null, HEART);
    let [aloud, deep] = arm.live_all([aloud(), deep(0.8)]).map(|lived| mean(&lived.mean(0, 5, 40)));
    assert!((aloud - deep).abs() < 1e-3, "{aloud} and {deep} mmHg");
}

#[test]
fn c2_told_variability_is_higher_after_an_accepted_talk() {
    let arm = Arm::new(Reading::Told, HEART);
    let [none, deep] = arm.live_all([vec![], deep(0.8)]);
    at(&deep, &none, 2, 46, 105).above("RMSSD in the hour after");
}

#[test]
fn c2_told_who_varies_more_answers_less_and_for_a_shorter_time() {
    let arm = Arm { each: 60, ..Arm::new(Reading::Told, &["pressure.systolic", "rhythm.rmssd"]) };
    let [none, tested] = arm.live_all([vec![], vec![test(5.0)]]);
    let rest: Vec<f64> = none.mean(1, -30, 0).iter().map(|value| value.ln()).collect();
    let rise: Vec<f64> = tested.mean(0, 2, 14).iter().zip(none.mean(0, 2, 14)).map(|(a, b)| a / b - 1.0).collect();
    let left: Vec<f64> = tested.mean(0, 18, 30).iter().zip(none.mean(0, 18, 30)).map(|(a, b)| a / b - 1.0).collect();
    let lasting: Vec<f64> = left.iter().zip(&rise).map(|(left, rise)| left / rise).collect();
    let (smaller, shorter) = (correlation(&rest, &rise), correlation(&rest, &lasting));
    println!(
        "resting RMSSD with the rise of pressure r {smaller:.2}, with the share that is left after r {shorter:.2}"
    );
    // Of 120 people, |r| above 0.18 is not chance.
    assert!(smaller < -0.18 && shorter < -0.18, "{smaller}, {shorter}");
}

#[test]
fn c2_measured_variability_is_unchanged_after_one_talk() {
    let arm = Arm::new(Reading::Measured, HEART);
    let [none, small, deep] = arm.live_all([vec![], small(), deep(0.8)]);
    at(&deep, &none, 2, 46, 105).about_zero("RMSSD in the hour after");
    at(&deep, &small, 2, 0, 44).about_zero("RMSSD during, against small talk");
}

/// Heart rate above that of the same anxious people at speech of the same length without content: at its highest in the
/// first ten minutes, and at minute 20. Disclosure goes unanswered for ten minutes; then it is answered, and is not.
fn spikes(reading: Reading) -> [(f64, f64); 2] {
    let anxious = Person { age: 30.0, anxiety: 1.5, ..Person::default() };
    let arm = Arm { person: anxious, ..Arm::new(reading, HEART) };
    let said = |answer| vec![talk(0.0, 10.0, 0.8, 0.0, plain), talk(10.0, 35.0, 0.8, answer, plain)];
    let [plainly, answered, not] = arm.live_all([vec![talk(0.0, 45.0, 0.0, 0.0, plain)], said(0.8), said(0.0)]);
    [answered, not].map(|lived| {
        let above = |minute| at(&lived, &plainly, 3, minute, minute).mean;
        ((1..=10).map(above).fold(0.0, f64::max), above(20))
    })
}

#[test]
fn c6_told_an_anxious_heart_is_back_within_ten_minutes_of_an_answer_and_not_without_one() {
    let [(peak, answered), (_, unanswered)] = spikes(Reading::Told);
    println!("peak +{peak:.1}, ten minutes after an answer {answered:+.1}, without one {unanswered:+.1} a minute");
    assert!(peak > 1.0, "+{peak} a minute");
    assert!(answered < 0.1 * peak, "+{answered} of +{peak} ten minutes after an answer");
    assert!(unanswered > 0.6 * peak, "+{unanswered} of +{peak} without an answer");
}

#[test]
fn c6_measured_the_same_with_slower_settling() {
    let [(peak, answered), (_, unanswered)] = spikes(Reading::Measured);
    let [(told_peak, told), _] = spikes(Reading::Told);
    println!("peak +{peak:.1}, ten minutes after an answer {answered:+.1}, without one {unanswered:+.1} a minute");
    assert!(peak > 1.0 && unanswered > 0.6 * peak, "+{peak}, +{unanswered} without an answer");
    assert!(answered < 0.8 * unanswered, "an answer settles it");
    assert!(answered / peak > told / told_peak, "more slowly than told");
}
