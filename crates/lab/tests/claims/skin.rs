//! A1: palms sweat when one is nervous about another person. K1 to K4: the skin is warm, ill or well, mends, and feels touch.

use super::common::{clock, encounter};
use super::evening::{Arm, Lived, deep, difference, small, start, test};
use super::weeks::{self, Weeks, chat, daily, over, quarrel};
use consoma_model::body::skin::barrier;
use consoma_model::declare::Reading;
use consoma_model::person::{Condition, Person};
use consoma_model::schedule::Encounter;

/// Ten minutes of being held by a friend, without a word.
fn held() -> Vec<Encounter> {
    vec![encounter("held", start(), 10.0, |sets| (sets.touch, sets.friend) = (Some(1.0), Some(1.0)))]
}

/// A place is stripped at the beginning, in five minutes, of half of its barrier.
fn tape() -> Encounter {
    encounter("tape", start(), 5.0, |sets| sets.stripping = Some(barrier::stripping(0.5, 5.0)))
}

#[test]
fn a1_skin_conductance_rises_within_a_minute_of_an_evaluative_encounter_and_falls_afterwards() {
    let judged = encounter("a first date is about to begin", start(), 10.0, |sets| {
        sets.evaluation = Some(0.6);
        sets.stranger = Some(1.0);
    });
    for reading in [Reading::Told, Reading::Measured] {
        let arm = Arm::new(reading, &["conductance.level", "conductance.responses"]);
        let [with, without] = arm.live_all([vec![judged.clone()], vec![]]);
        for (quantity, what) in ["level", "responses"].into_iter().enumerate() {
            let at = |minute| difference(&with.mean(quantity, minute, minute), &without.mean(quantity, minute, minute));
            at(1).above(&format!("{} {what} after a minute", reading.name()));
            let (peak, later) = (at(10).mean, at(45).mean);
            assert!(later < 0.25 * peak, "{what}: {peak} at the end, {later} 35 min later");
        }
    }
    let arm = Arm::new(Reading::Null, &["conductance.level"]);
    let [with, without] = arm.live_all([vec![judged], vec![]]);
    assert_eq!(with.mean(0, 5, 5), without.mean(0, 5, 5), "null");
}

#[test]
fn k1_touch_warms_the_face_at_once_and_one_encounter_does_little_more() {
    let quantities = &["perfusion.warmth", "perfusion.face", "barrier.loss", "eczema.severity"];
    for reading in [Reading::Told, Reading::Measured] {
        let name = reading.name();
        let arm = Arm::new(reading, quantities);
        let [touched, none, accepted, friendly] = arm.live_all([held(), vec![], deep(0.8), small()]);
        let at = |quantity, from, to| difference(&touched.mean(quantity, from, to), &none.mean(quantity, from, to));
        at(0, 1, 5).at_least(0.1, &format!("{name}: warmth of the face while touched"));
        let at =
            |quantity, from, to| difference(&accepted.mean(quantity, from, to), &friendly.mean(quantity, from, to));
        let glow = at(1, 60, 90);
        if reading == Reading::Told {
            glow.above("told: blood flow of the face after acceptance");
            at(1, 15, 40).above("told: blood flow of the face while accepted");
        } else {
            glow.within(0.03, "measured: blood flow of the face after acceptance");
            at(2, 60, 90).within(0.05, "measured: water loss after acceptance, g/m2/h");
            at(3, 60, 90).within(0.1, "measured: severity of eczema in healthy people");
        }
    }
    let arm = Arm::new(Reading::Null, quantities);
    let [touched, none] = arm.live_all([held(), vec![]]);
    assert_eq!(touched.mean(0, 1, 5), none.mean(0, 1, 5), "null");
}

/// Eight weeks of evenings with the partner, in people who have all three conditions; scores are means of the last four weeks.
#[test]
fn k2_skin_conditions_improve_in_satisfied_weeks_as_told_and_worsen_in_quarrels() {
    let conditions = [Condition::Eczema, Condition::Psoriasis, Condition::Acne].into_iter().collect();
    let person = Person { age: 30.0, conditions, ..Person::default() };
    let times: Vec<f64> = (29..57).map(|day| clock(day, 12.0)).collect();
    let quantities = ["eczema.severity", "psoriasis.score", "acne.lesions"];
    for reading in [Reading::Told, Reading::Measured] {
        let name = reading.name();
        let weeks = Weeks { person, each: 6, ..Weeks::new(reading, 57, times.clone()) };
        let [accepted, plain, quarrels] =
            weeks.live_all([daily(1..57, weeks::talk), daily(1..57, chat), daily(1..57, quarrel)], &quantities);
        for (place, what) in quantities.iter().enumerate() {
            difference(&over(&quarrels[place]), &over(&plain[place])).above(&format!("{name}: {what} in quarrels"));
            let better = difference(&over(&plain[place]), &over(&accepted[place]));
            println!("{name}: {what}, small talk over acceptance: {better:.3?}");
            if reading == Reading::Told {
                better.above(&format!("told: fall of {what} in accepted weeks"));
            }
        }
    }
    // Through stress only: without what stress does to skin, accepted weeks do nothing.
    let off = &["psoriasis.strain", "acne.strain", "eczema.leak", "eczema.repair", "eczema.cells"];
    let weeks = Weeks { person, each: 2, off, ..Weeks::new(Reading::Measured, 57, times) };
    let [accepted, plain] = weeks.live_all([daily(1..57, weeks::talk), daily(1..57, chat)], &quantities);
    for (place, what) in quantities.iter().enumerate() {
        // The two arms sleep at other minutes, so they are stepped differently.
        difference(&over(&accepted[place]), &over(&plain[place]))
            .within(0.01, &format!("measured, without strain: {what}"));
    }
}

/// A stranger who says kind things for ten minutes before a stress test, in the study's room: as long as the test is prepared.
fn supported() -> Vec<Encounter> {
    vec![encounter("support", start() - 30.0, 10.0, |sets| {
        (sets.stranger, sets.talk, sets.disclosure, sets.responsiveness) = (Some(1.0), Some(0.3), Some(0.1), Some(0.8));
    })]
}

#[test]
fn k3_a_strangers_support_before_a_stress_test_mends_no_skin_sooner() {
    let arm = Arm { until: 130.0, ..Arm::new(Reading::Measured, &["barrier.lesion"]) };
    let [alone, kind] = arm.live_all([vec![test(-15.0), tape()], [supported(), vec![test(-15.0), tape()]].concat()]);
    // A quarter of what the stress test itself takes off.
    difference(&mended(&kind), &mended(&alone)).within(0.005, "measured: share mended, supported by a stranger");
}

/// The share of each person's lesion that has mended two hours after the tape.
fn mended(lived: &Lived) -> Vec<f64> {
    lived.mean(0, 5, 5).iter().zip(lived.mean(0, 125, 125)).map(|(first, last)| 1.0 - last / first).collect()
}

#[test]
fn k3_a_stress_test_slows_the_mending_of_stripped_skin_and_leaves_intact_skin_alone() {
    let quantities = &["barrier.lesion", "barrier.loss", "sebum.level"];
    for reading in [Reading::Told, Reading::Measured] {
        let name = reading.name();
        let arm = Arm { until: 130.0, ..Arm::new(reading, quantities) };
        let [calm, stressed] = arm.live_all([vec![tape()], vec![test(-15.0), tape()]]);
        let slower = difference(&mended(&calm), &mended(&stressed));
        slower.at_least(0.005, &format!("{name}: share mended after two hours, calm against stressed"));
        let ratio: f64 = mended(&stressed).iter().sum::<f64>() / mended(&calm).iter().sum::<f64>();
        println!("{name}: mended x{ratio:.3} after a stress test");
        assert!((0.80..0.97).contains(&ratio), "{ratio}");
        let loss = difference(&stressed.mean(1, 30, 120), &calm.mean(1, 30, 120));
        loss.within(0.05, &format!("{name}: water loss of intact skin, g/m2/h"));
        // A twentieth of the usual level.
        let sebum = difference(&stressed.mean(2, 30, 120), &calm.mean(2, 30, 120));
        sebum.within(5.0, &format!("{name}: sebum, ug/cm2"));
        let deaf = Arm { off: &["barrier.cortisol"], ..arm.clone() };
        let [calm, stressed] = deaf.live_all([vec![tape()], vec![test(-15.0), tape()]]);
        let rest = difference(&mended(&calm), &mended(&stressed));
        assert!(rest.mean < slower.mean, "without cortisol the difference shrinks: {} and {}", rest.mean, slower.mean);
    }
}

#[test]
fn k4_slow_stroking_is_more_pleasant_after_acceptance_and_oxytocin_makes_it_so() {
    let quantities = &["touch.slow", "touch.fast", "touch.pressure", "touch.intensity", "touch.threshold"];
    for reading in [Reading::Told, Reading::Measured] {
        let name = reading.name();
        let arm = Arm::new(reading, quantities);
        let [accepted, friendly] = arm.live_all([deep(0.8), small()]);
        let at = |quantity| difference(&accepted.mean(quantity, 30, 60), &friendly.mean(quantity, 30, 60));
        at(0).above(&format!("{name}: pleasantness of slow stroking"));
        assert!(at(1).mean < 0.3 * at(0).mean, "{name}: fast {} slow {}", at(1).mean, at(0).mean);
        if reading == Reading::Told {
            at(3).above("told: intensity");
            at(4).below("told: faintest touch that is felt");
        } else {
            for (quantity, what) in quantities.iter().enumerate().skip(2) {
                assert_eq!(accepted.mean(quantity, 30, 60), friendly.mean(quantity, 30, 60), "{what}");
            }
        }
        let off = Arm { off: &["touch.oxytocin"], ..arm.clone() };
        let [deaf, quiet] = off.live_all([deep(0.8), small()]);
        let rest = difference(&deaf.mean(0, 30, 60), &quiet.mean(0, 30, 60));
        assert!(rest.mean < 0.5 * at(0).mean, "{name}: {} without the arrow, {} with it", rest.mean, at(0).mean);
    }
}
