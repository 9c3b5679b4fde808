//! P1 to P4, and of I6 what is pain: thresholds, opioid tone, what is borne, and morphine after an operation.

use super::common::encounter;
use super::evening::{Arm, Difference, Lived, deep, difference, small, start};
use consoma_lab::statistics::mean;
use consoma_model::declare::Reading;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::Encounter;

const BOTH: [Reading; 2] = [Reading::Told, Reading::Measured];

fn event(from: f64, minutes: f64, set: impl Fn(&mut Inputs<Option<f64>>)) -> Encounter {
    encounter("event", start() + from, minutes, set)
}

/// Half an hour beside the partner, who does no more than that.
fn presence() -> Vec<Encounter> {
    vec![event(0.0, 30.0, |sets| (sets.partner, sets.presence) = (Some(1.0), Some(1.0)))]
}

/// Half an hour of holding hands.
fn hands() -> Vec<Encounter> {
    vec![event(0.0, 30.0, |sets| (sets.partner, sets.presence, sets.touch) = (Some(1.0), Some(1.0), Some(0.5)))]
}

fn at(first: &Lived, second: &Lived, quantity: usize, from: i32, to: i32) -> Difference {
    difference(&first.mean(quantity, from, to), &second.mean(quantity, from, to))
}

#[test]
fn p1_the_threshold_rises_with_words_and_touch_and_not_by_presence() {
    let quantities = &["thresholds.pressure", "thresholds.cold", "gain.nociception"];
    for reading in BOTH {
        let name = reading.name();
        let arm = Arm::new(reading, quantities);
        let [none, chat, said, held, there] = arm.live_all([vec![], small(), deep(0.8), hands(), presence()]);
        for (from, to, when) in [(30, 45, "in the talk"), (50, 65, "after the talk")] {
            at(&said, &chat, 0, from, to).at_least(0.3, &format!("{name}: pressure threshold {when}, N"));
            at(&chat, &said, 1, from, to).at_least(0.02, &format!("{name}: fall of the cold threshold {when}, C"));
            at(&chat, &said, 2, from, to).at_least(0.01, &format!("{name}: fall of the gain {when}"));
        }
        at(&held, &none, 0, 10, 30).at_least(0.3, &format!("{name}: pressure threshold while hands are held, N"));
        at(&none, &held, 2, 10, 30).at_least(0.01, &format!("{name}: fall of the gain while hands are held"));
        at(&there, &none, 0, 10, 30).within(0.15, &format!("{name}: pressure threshold beside somebody, N"));
    }
    let arm = Arm::new(Reading::Null, quantities);
    let [said, chat] = arm.live_all([deep(0.8), small()]);
    at(&said, &chat, 0, 0, 60).within(0.15, "null");
}

#[test]
fn p2_opioid_tone_rises_with_acceptance_enkephalin_is_brief_and_touch_has_the_sign_that_was_seen() {
    let quantities = &["opioid.log", "opioid.enkephalin"];
    for reading in BOTH {
        let name = reading.name();
        let arm = Arm::new(reading, quantities);
        let [chat, said, none, held] = arm.live_all([small(), deep(0.8), vec![], hands()]);
        for (from, to, when) in [(30, 45, "in the talk"), (50, 65, "after it")] {
            at(&said, &chat, 0, from, to).at_least(0.02, &format!("{name}: tone {when}"));
        }
        at(&said, &chat, 1, 30, 45).at_least(0.02, &format!("{name}: enkephalin in the talk"));
        at(&said, &chat, 1, 80, 90).within(0.02, &format!("{name}: enkephalin 35 min after the talk"));
        let touched = at(&held, &none, 0, 20, 30);
        match reading {
            Reading::Told => touched.above("told: tone under touch"),
            _ => touched.below("measured: tone under touch"),
        }
    }
}

#[test]
fn p3_with_support_pain_is_less_unpleasant_and_borne_longer() {
    for reading in BOTH {
        let name = reading.name();
        let arm = Arm::new(reading, &["thresholds.tolerance", "nociception.unpleasantness", "nociception.intensity"]);
        let [none, chat, said, held] = arm.live_all([vec![], small(), deep(0.8), hands()]);
        at(&said, &chat, 0, 30, 45).at_least(2.0, &format!("{name}: time in ice water in the talk, s"));
        at(&said, &chat, 0, 60, 65).at_least(0.5, &format!("{name}: time in ice water 20 min after it, s"));
        at(&chat, &said, 1, 30, 45).at_least(0.2, &format!("{name}: fall of unpleasantness in the talk"));
        at(&held, &none, 0, 10, 30).at_least(2.0, &format!("{name}: time in ice water while hands are held, s"));
        let (bothers, hurts) = (at(&none, &held, 1, 10, 30), at(&none, &held, 2, 10, 30));
        bothers.at_least(0.2, &format!("{name}: fall of unpleasantness while hands are held"));
        assert!(bothers.mean > hurts.mean, "{name}: it bothers less than it hurts: {bothers:?} {hurts:?}");
    }
}

#[test]
fn p4_after_an_operation_who_is_supported_needs_a_little_less_morphine_and_is_up_sooner() {
    let surgery = || {
        let under = event(0.0, 60.0, |it| (it.operation, it.anaesthesia) = (Some(1.0 / 60.0), Some(1.0)));
        vec![under, event(60.0, 5.0 * 1440.0, |it| it.pump = Some(1.0))]
    };
    // The partner comes for four hours of each day after it, listens, and holds hands now and then.
    let visits = || {
        let visit = |day: i32| {
            event(1440.0 * f64::from(day) - 240.0, 240.0, |it| {
                (it.partner, it.talk, it.touch) = (Some(1.0), Some(0.3), Some(0.4));
                (it.disclosure, it.responsiveness) = (Some(0.4), Some(0.8));
            })
        };
        [surgery(), (1..5).map(visit).collect()].concat()
    };
    let quantities = &["pump.given", "nociception.pain", "operation.mobility", "habituation.response"];
    for reading in Reading::ALL {
        let name = reading.name();
        let arm = Arm { until: 5.0 * 1440.0, each: 12, ..Arm::new(reading, quantities) };
        let [alone, supported] = arm.live_all([surgery(), visits()]);
        let three_days = 60 + 3 * 1440;
        let (few, many) = (supported.mean(0, three_days, three_days), alone.mean(0, three_days, three_days));
        let ratio = mean(&few) / mean(&many);
        println!("{name}: {:.0} mg alone in 72 h, ratio {ratio:.3}", mean(&many));
        let pain = at(&alone, &supported, 1, 60, three_days);
        let mobility = at(&supported, &alone, 2, three_days, three_days + 1440);
        println!("pain {pain:.3?}, mobility {mobility:.4?}");
        match reading {
            Reading::Null => {
                assert!((0.98..1.02).contains(&ratio), "null: {ratio}");
                // Nor does it teach anything about what threatens.
                let learned = at(&alone, &supported, 3, three_days, three_days);
                assert!(learned.mean.abs() < 1e-9 && learned.half < 1e-9, "null: {learned:?}");
            }
            _ => {
                difference(&many, &few).at_least(1.0, &format!("{name}: morphine saved in 72 h, mg"));
                pain.above(&format!("{name}: pain less"));
                mobility.above(&format!("{name}: mobility on the fourth day"));
                let range = if reading == Reading::Told { 0.4..0.9 } else { 0.8..0.97 };
                assert!(range.contains(&ratio), "{name}: {ratio}");
            }
        }
    }
}

#[test]
fn i6_rejection_lets_more_pain_through_and_acceptance_less() {
    for reading in BOTH {
        let name = reading.name();
        let arm = Arm::new(reading, &["thresholds.pressure", "descending.log"]);
        let mut harsh = deep(-0.8);
        harsh[1].sets.rejection = Some(1.0);
        let [chat, accepted, rejected] = arm.live_all([small(), deep(0.8), harsh]);
        at(&chat, &rejected, 0, 20, 65).at_least(0.1, &format!("{name}: fall of the threshold, N"));
        at(&accepted, &chat, 0, 20, 65).at_least(0.3, &format!("{name}: rise of the threshold, N"));
        at(&chat, &rejected, 1, 20, 65).above(&format!("{name}: fall of descending inhibition"));
    }
}
