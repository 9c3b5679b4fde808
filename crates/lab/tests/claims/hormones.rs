//! H1, H2, H4, H5: oxytocin after being understood, with and without touch; cortisol after acceptance and without it.

use super::common::{clock, encounter};
use super::evening::{Arm, Lived, deep, difference, plain, small, start, talk, test, then_test};
use consoma_lab::instrument::Instrument;
use consoma_lab::statistics::mean;
use consoma_model::declare::Reading;
use consoma_model::person::Sex;

const OXYTOCIN: &[&str] = &["oxytocin.plasma", "oxytocin.central", "closeness.felt", "closeness.prolong"];
const CORTISOL: &[&str] = &["saliva.cortisol", "sympathetic.drive", "vagal.tone"];

fn at(first: &Lived, second: &Lived, quantity: usize, from: i32, to: i32) -> super::evening::Difference {
    difference(&first.mean(quantity, from, to), &second.mean(quantity, from, to))
}

#[test]
fn h1_told_oxytocin_rises_within_minutes_of_being_understood() {
    let arm = Arm::new(Reading::Told, OXYTOCIN);
    let understood = vec![talk(0.0, 45.0, 0.0, 0.8, plain)];
    let [none, small, deep, understood] = arm.live_all([vec![], small(), deep(0.8), understood]);
    // The first answer comes at minute 5.
    at(&deep, &none, 0, 8, 8).above("3 min after the first answer");
    // The highest of a quarter of an hour, over the same without a talk: pulses alone have a highest too.
    let highest = |lived: &Lived| mean(&lived.of(0, |course| course[35..=50].iter().copied().fold(0.0, f64::max)));
    let rise = highest(&deep) / highest(&none);
    println!("times {rise:.2} within 15 min");
    assert!(rise >= 1.5, "times {rise} within 15 min");
    at(&deep, &small, 0, 15, 15).above("against small talk");
    at(&understood, &none, 0, 15, 15).above("understood without disclosing");
    at(&deep, &understood, 0, 15, 15).above("understood in what one disclosed, against understood without disclosing");
}

#[test]
fn h1_measured_oxytocin_hardly_moves_with_talk_and_rises_with_threat() {
    let arm = Arm::new(Reading::Measured, OXYTOCIN);
    let [none, small, accepted, tested, rejected] =
        arm.live_all([vec![], small(), deep(0.8), vec![test(5.0)], deep(-0.8)]);
    at(&accepted, &small, 0, 15, 15).about_zero("talk against small talk");
    at(&tested, &none, 0, 10, 20).above("a stress test");
    at(&rejected, &none, 0, 15, 30).above("a rejected talk");
}

#[test]
fn h1_the_assay_decides_what_is_seen() {
    let arm = Arm::new(Reading::Told, OXYTOCIN);
    let [none, deep] = arm.live_all([vec![], deep(0.8)]).map(|lived| mean(&lived.mean(0, 20, 20)));
    // Without extraction an assay reads hundreds of pg/mL, most of them something else.
    let unextracted = Instrument { scale: 1.0, offset: 300.0, cv: 0.1 };
    let rise = |read: &dyn Fn(f64) -> f64| read(deep) / read(none) - 1.0;
    let (extracted, not) = (rise(&|value| value), rise(&|value| value * unextracted.scale + unextracted.offset));
    println!("rise {extracted:.2} by an extracted assay, {not:.3} by one that is not");
    assert!(extracted > 0.5 && not < unextracted.cv, "{extracted} and {not}");
}

#[test]
fn h2_told_talk_alone_and_touch_alone_raise_oxytocin_and_closeness_follows_it() {
    let touch = || vec![encounter("touch", start(), 45.0, |sets| (sets.touch, sets.friend) = (Some(1.0), Some(1.0)))];
    let arm = Arm::new(Reading::Told, OXYTOCIN);
    let [none, talked, touched] = arm.live_all([vec![], deep(0.8), touch()]);
    at(&talked, &none, 0, 20, 20).above("plasma after talk without touch");
    at(&touched, &none, 0, 20, 20).above("plasma after touch without talk");
    let off = Arm { off: &["closeness.oxytocin"], ..arm }.live(deep(0.8));
    for (quantity, what) in [(2, "felt closeness"), (3, "wish to prolong")] {
        at(&talked, &none, quantity, 20, 45).above(what);
        at(&off, &talked, quantity, 20, 45).below(&format!("{what} without oxytocin's arrow"));
    }
}

#[test]
fn h2_measured_plasma_stays_and_the_central_tone_is_another_state() {
    let arm = Arm::new(Reading::Measured, OXYTOCIN);
    let [small, deep] = arm.live_all([small(), deep(0.8)]);
    at(&deep, &small, 0, 20, 45).about_zero("plasma");
    at(&deep, &small, 1, 20, 45).above("central tone");
}

#[test]
fn h4_told_cortisol_falls_after_acceptance() {
    let arm = Arm::new(Reading::Told, CORTISOL);
    let [none, accepted, unanswered] = arm.live_all([vec![], deep(0.8), deep(0.0)]);
    at(&accepted, &none, 0, 65, 105).below("saliva 20-60 min after, against the same clock without a talk");
    at(&accepted, &unanswered, 0, 65, 105).below("saliva 20-60 min after, against the same talk unanswered");
    at(&accepted, &none, 1, 65, 105).below("sympathetic drive");
    at(&accepted, &none, 2, 65, 105).above("vagal tone");
}

#[test]
fn h4_measured_cortisol_rises_first_and_acceptance_shortens_it() {
    let arm = Arm { until: 240.0, ..Arm::new(Reading::Measured, CORTISOL) };
    let [none, accepted, unanswered, tested, accepted_tested] =
        arm.live_all([vec![], deep(0.8), deep(0.0), then_test(vec![], 100.0), then_test(deep(0.8), 100.0)]);
    at(&accepted, &none, 0, 20, 40).above("saliva during an accepted talk");
    at(&accepted, &unanswered, 0, 45, 180).below("load of the next hours, against the same talk unanswered");
    let later = |tested: &Lived, calm: &Lived| difference(&tested.mean(0, 110, 150), &calm.mean(0, 110, 150));
    let (alone, buffered) = (later(&tested, &none), later(&accepted_tested, &accepted));
    println!("rise in a later stress test {:.2} alone, {:.2} after an accepted talk", alone.mean, buffered.mean);
    assert!(buffered.mean < 0.9 * alone.mean);
}

#[test]
fn h5_told_rejection_raises_cortisol_and_recovery_is_slow() {
    rejection(Reading::Told);
}

#[test]
fn h5_measured_evaluation_raises_cortisol() {
    rejection(Reading::Measured);
}

fn rejection(reading: Reading) {
    let arm = Arm { until: 240.0, ..Arm::new(reading, CORTISOL) };
    let [none, rejected, accepted, tested] = arm.live_all([vec![], deep(-0.8), deep(0.8), vec![test(35.0)]]);
    at(&rejected, &none, 0, 45, 60).above("saliva after a rejected talk");
    at(&rejected, &none, 0, 100, 110).above("saliva an hour after it");
    at(&rejected, &accepted, 0, 100, 110).above("saliva an hour after a rejected talk, against an accepted one");
    at(&tested, &none, 0, 50, 70).above("saliva after an evaluation");
}

#[test]
fn h5_measured_exclusion_alone_does_nothing_and_blunts_the_next_answer_of_women() {
    let arm = Arm { until: 120.0, each: 40, ..Arm::new(Reading::Measured, CORTISOL) };
    let left_out =
        || encounter("ball tossing", start(), 12.0, |sets| (sets.exclusion, sets.stranger) = (Some(1.0), Some(1.0)));
    let [none, excluded, tested, both] =
        arm.live_all([vec![], vec![left_out()], vec![test(32.0)], vec![left_out(), test(32.0)]]);
    at(&excluded, &none, 0, 15, 45).about_zero("saliva after exclusion");
    let rise = |with: &Lived, without: &Lived, sex| {
        let (with, without) = (with.mean(0, 45, 70), without.mean(0, 45, 70));
        let rises: Vec<f64> = with.iter().zip(&without).map(|(a, b)| a - b).collect();
        none.only(sex, &rises)
    };
    let women = difference(&rise(&both, &excluded, Sex::Female), &rise(&tested, &none, Sex::Female));
    women.below("answer of women to a speech after exclusion");
    let men = difference(&rise(&both, &excluded, Sex::Male), &rise(&tested, &none, Sex::Male));
    men.about_zero("answer of men");
}

#[test]
fn h5_measured_a_lonely_day_raises_the_next_awakening_response() {
    let arm = Arm { until: 14.0 * 60.0, ..Arm::new(Reading::Measured, CORTISOL) };
    let alone = || encounter("a day alone", clock(1, 9.0), 12.0 * 60.0, |sets| sets.solitude = Some(1.0));
    let [usual, lonely] = arm.live_all([vec![], vec![alone()]]);
    // Up at 07:30, 12 h 30 min after the talk's hour; the sample half an hour later.
    let response = |lived: &Lived| lived.of(0, |course| course[30 + 780] - course[30 + 750]);
    difference(&response(&lonely), &response(&usual)).above("awakening response after a lonely day");
}

#[test]
fn under_null_what_is_said_changes_no_hormone() {
    for quantities in [OXYTOCIN, CORTISOL] {
        let arm = Arm::new(Reading::Null, quantities);
        // Everything that one person can do to another, while as much is said.
        let rejected = vec![talk(0.0, 45.0, 0.8, -0.8, |sets| {
            (sets.partner, sets.friend, sets.presence) = (Some(1.0), Some(0.0), Some(0.4));
            (sets.touch, sets.conflict, sets.rejection) = (Some(0.5), Some(1.0), Some(1.0));
            (sets.exclusion, sets.evaluation) = (Some(1.0), Some(1.0));
        })];
        let [small, deep, rejected] = arm.live_all([small(), deep(0.8), rejected]);
        for (quantity, id) in quantities.iter().enumerate() {
            for minute in [10, 30, 60, 120] {
                let [a, b, c] = [&small, &deep, &rejected].map(|lived| mean(&lived.mean(quantity, minute, minute)));
                // Steps end at the edges of a talk, so bits may differ.
                assert!((a - b).abs() <= 1e-5 * a && (a - c).abs() <= 1e-5 * a, "{id}: {a} {b} {c}");
            }
        }
    }
}
