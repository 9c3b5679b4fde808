//! G1 to G5: the gut before and after encounters; and the permeability of who answers with cortisol.

use super::common::{encounter, stress_test};
use super::evening::{Arm, Difference, Lived, deep, difference, start};
use consoma_lab::statistics::{mean, quantile};
use consoma_model::declare::Reading;
use consoma_model::inputs::Inputs;
use consoma_model::person::{Condition, Person};
use consoma_model::schedule::Encounter;

const DAY: f64 = 1440.0;

/// The smallest sizes of interest. Of the share of a meal that is absorbed: one kcal in two thousand.
const ABSORBED: f64 = 0.0005;
/// Of the symptom score, in points: a twenty-fifth of the fifty that patients call better.
const SCORE: f64 = 2.0;
/// Of appetite, relative to that of a hungry person.
const APPETITE: f64 = 0.02;
/// Of bloating and pain after food, in points from 0 to 10.
const FELT: f64 = 0.03;

fn at(first: &Lived, second: &Lived, quantity: usize, from: i32, to: i32) -> Difference {
    difference(&first.mean(quantity, from, to), &second.mean(quantity, from, to))
}

fn with(condition: Condition) -> Person {
    Person { age: 30.0, conditions: [condition].into_iter().collect(), ..Person::default() }
}

/// Something from minute `from` for `minutes`.
fn event(from: f64, minutes: f64, set: impl Fn(&mut Inputs<Option<f64>>)) -> Encounter {
    encounter("event", start() + from, minutes, set)
}

/// Ten minutes of waiting for somebody before whom one wants to do well, and whom one hopes to please.
fn nervous() -> Vec<Encounter> {
    vec![event(0.0, 10.0, |sets| {
        (sets.anticipation, sets.evaluation, sets.stranger) = (Some(1.0), Some(0.3), Some(1.0))
    })]
}

/// A quarrel of half an hour from minute `from`.
fn quarrel(from: f64) -> Encounter {
    event(from, 30.0, |sets| (sets.conflict, sets.friend, sets.talk) = (Some(0.8), Some(1.0), Some(0.5)))
}

/// A meal of 600 kcal that provokes, from minute `from`.
fn provoking(from: f64) -> Encounter {
    event(from, 15.0, |sets| (sets.meal, sets.provoking) = (Some(40.0), Some(1.0)))
}

/// The first minute at which the change of a quantity has a fifth of its largest size.
fn departs(first: &Lived, second: &Lived, quantity: usize) -> Option<i32> {
    let change = |minute: i32| at(first, second, quantity, minute, minute).mean.abs();
    let largest = (0..=90).map(change).fold(0.0, f64::max);
    (0..=90).find(|&minute| largest > 0.0 && change(minute) > 0.2 * largest)
}

#[test]
fn g1_the_stomach_tightens_within_minutes_and_before_it_is_felt() {
    for reading in [Reading::Told, Reading::Measured] {
        let name = reading.name();
        let quantities = &["accommodation.compliance", "gastric_rhythm.regular", "signal.felt", "affect.negative"];
        let arm = Arm::new(reading, quantities);
        let [none, waiting] = arm.live_all([vec![], nervous()]);
        at(&none, &waiting, 0, 3, 10).at_least(5.0, &format!("{name}: fall of compliance while one waits, mL/mmHg"));
        at(&none, &waiting, 1, 3, 10).at_least(5.0, &format!("{name}: fall of normal rhythm while one waits, %"));
        at(&waiting, &none, 2, 3, 10).at_least(0.2, &format!("{name}: signal to the brain"));
        let (gut, felt) = (departs(&waiting, &none, 0), departs(&waiting, &none, 3));
        println!("{name}: compliance departs at minute {gut:?}, negative affect at minute {felt:?}");
        assert!(gut.is_some_and(|minute| minute <= 5), "within minutes: {gut:?}");
        assert!(felt.is_some_and(|felt| gut.is_some_and(|gut| gut < felt)), "{gut:?} and {felt:?}");
        // The signal moves affect: without its arrow the wait is felt less.
        let deaf = Arm { off: &["affect.gut"], ..arm.clone() };
        let deaf = deaf.live(nervous());
        let heard = difference(&waiting.mean(3, 10, 30), &deaf.mean(3, 10, 30));
        heard.above(&format!("{name}: negative affect with the signal against without"));
    }
}

#[test]
fn g2_colon_and_stomach_answer_within_a_minute() {
    let threat = || vec![event(0.0, 10.0, |sets| (sets.conflict, sets.friend) = (Some(0.8), Some(1.0)))];
    let safety = || vec![event(0.0, 10.0, |sets| (sets.touch, sets.friend) = (Some(1.0), Some(1.0)))];
    for reading in [Reading::Told, Reading::Measured] {
        let name = reading.name();
        let arm = Arm::new(reading, &["accommodation.tone", "motility.colon"]);
        let [none, threat, safety] = arm.live_all([vec![], threat(), safety()]);
        at(&threat, &none, 0, 1, 1).at_least(0.05, &format!("{name}: tone of the stomach a minute after a threat"));
        at(&threat, &none, 1, 1, 1).at_least(0.05, &format!("{name}: motility of the colon a minute after a threat"));
        at(&safety, &none, 0, 1, 1).below(&format!("{name}: tone of the stomach a minute after a touch"));
        // Towards which side the colon answers safety is not claimed.
        let colon = at(&safety, &none, 1, 1, 1);
        assert!(colon.mean.abs() > colon.half, "{name}: motility a minute after a touch: {colon:?}");
    }
}

#[test]
fn g2_an_irritable_colon_answers_more() {
    let rise = |person| {
        let arm = Arm { person, ..Arm::new(Reading::Measured, &["motility.colon"]) };
        let [none, quarrelled] = arm.live_all([vec![], vec![quarrel(0.0)]]);
        let relative = |lived: &Lived| lived.mean(0, 15, 30).iter().map(|value| value.ln()).collect::<Vec<_>>();
        difference(&relative(&quarrelled), &relative(&none)).mean
    };
    let (healthy, irritable) = (rise(Person { age: 30.0, ..Person::default() }), rise(with(Condition::MixedBowel)));
    println!("log rise {healthy:.3} in the healthy, {irritable:.3} in irritable bowel");
    assert!(healthy > 0.0 && irritable > 1.1 * healthy, "{healthy} and {irritable}");
}

const DIGESTION: &[&str] = &["absorption.share", "transit.colon", "symptoms.score"];

/// A person two weeks after an accepted talk, and without one.
fn weeks(reading: Reading, person: Person) -> (Lived, Lived) {
    let arm = Arm { person, until: 14.0 * DAY, each: 6, ..Arm::new(reading, DIGESTION) };
    arm.live_all([deep(0.8), vec![]]).into()
}

#[test]
fn g3_told_digestion_is_better_for_days_and_back_within_two_weeks() {
    let (talked, none) = weeks(Reading::Told, with(Condition::Constipation));
    let day = |quantity, day: i32| at(&talked, &none, quantity, 1440 * day, 1440 * day + 60);
    day(0, 1).at_least(ABSORBED, "absorbed share a day later");
    day(0, 2).above("absorbed share two days later");
    at(&none, &talked, 1, 1440, 1500).at_least(0.5, "fall of the time in the colon a day later, h");
    let better = |day: i32| at(&none, &talked, 2, 1440 * day, 1440 * day + 60);
    better(1).at_least(SCORE, "fall of the symptom score a day later");
    better(2).at_least(SCORE, "fall of the symptom score two days later");
    for (quantity, what) in DIGESTION.iter().enumerate() {
        let largest = (0..14).map(|k| day(quantity, k).mean.abs()).fold(0.0, f64::max);
        let last = at(&talked, &none, quantity, 14 * 1440 - 60, 14 * 1440).mean.abs();
        println!("{what}: at most {largest:.4}, two weeks later {last:.4}");
        assert!(last < 0.25 * largest, "{what}: {largest}, two weeks later {last}");
    }
}

#[test]
fn g3_measured_only_people_with_symptoms_are_helped() {
    let (talked, none) = weeks(Reading::Measured, with(Condition::Constipation));
    at(&talked, &none, 2, 1440, 1500).below("symptom score of a constipated person a day later");
    at(&talked, &none, 0, 1440, 1500).within(ABSORBED, "absorbed share of a constipated person a day later");
    let (talked, none) = weeks(Reading::Measured, Person { age: 30.0, ..Person::default() });
    at(&talked, &none, 2, 1440, 1500).within(SCORE, "symptom score of a healthy person a day later");
    at(&talked, &none, 0, 1440, 1500).within(ABSORBED, "absorbed share of a healthy person a day later");
}

#[test]
fn g4_the_same_stressors_raise_symptoms_less_in_a_supported_person() {
    let days = || (0..5).map(|day| f64::from(day) * DAY);
    let talks = || days().flat_map(|day| deep(0.8).into_iter().map(move |it| moved(it, day)));
    let quarrels = || days().map(|day| quarrel(day + 100.0));
    for reading in [Reading::Told, Reading::Measured] {
        let person = with(Condition::MixedBowel);
        let arm = Arm { person, until: 5.0 * DAY, each: 6, ..Arm::new(reading, &["symptoms.score"]) };
        let arms = [vec![], talks().collect(), quarrels().collect(), talks().chain(quarrels()).collect()];
        let [none, supported, stressed, both] = arm.live_all(arms).map(|lived| lived.mean(0, 0, 5 * 1440));
        difference(&stressed, &none).at_least(SCORE, &format!("{}: score of five days of quarrels", reading.name()));
        let rise = |with: &[f64], without: &[f64]| with.iter().zip(without).map(|(a, b)| a - b).collect::<Vec<_>>();
        difference(&rise(&both, &supported), &rise(&stressed, &none))
            .below(&format!("{}: rise by quarrels in a supported person", reading.name()));
    }
}

/// The encounter some minutes later.
fn moved(mut encounter: Encounter, minutes: f64) -> Encounter {
    encounter.span.start += minutes;
    encounter.span.end += minutes;
    encounter
}

const REJECTED: &[&str] =
    &["symptoms.score", "permeability.ratio", "appetite.felt", "provoked.felt", "saliva.cortisol"];

/// A rejected talk, then a provoking meal two hours after it began; and the meal alone.
fn rejected(arm: &Arm<'_>) -> (Lived, Lived) {
    let meal = || provoking(120.0);
    arm.live_all([deep(-0.8).into_iter().chain([meal()]).collect(), vec![meal()]]).into()
}

#[test]
fn g5_told_rejection_brings_a_flare() {
    let person = with(Condition::Diarrhoea);
    let arm = Arm { person, until: 1560.0, ..Arm::new(Reading::Told, REJECTED) };
    let (rejected, none) = rejected(&arm);
    at(&rejected, &none, 0, 60, 105).at_least(10.0, "symptom score in the hour after");
    at(&rejected, &none, 0, 1440, 1500).at_least(SCORE, "symptom score a day later");
    at(&rejected, &none, 1, 0, 120).at_least(0.003, "permeability over two hours");
    at(&none, &rejected, 2, 50, 105).at_least(APPETITE, "fall of appetite in the hour after");
    at(&rejected, &none, 3, 180, 420).at_least(FELT, "symptoms after a provoking meal");
}

#[test]
fn g5_measured_permeability_follows_cortisol_and_appetite_differs_between_people() {
    let person = with(Condition::Diarrhoea);
    let arm = Arm { person, until: 450.0, ..Arm::new(Reading::Measured, REJECTED) };
    let (lived, none) = rejected(&arm);
    at(&lived, &none, 0, 60, 105).at_least(10.0, "symptom score in the hour after");
    let leaks = ratios(&lived.mean(1, 0, 120), &none.mean(1, 0, 120));
    let (low, high) = thirds(&leaks, &cortisol(&lived, &none, 4));
    println!("permeability x{low:.2} in the lower third of cortisol responses, x{high:.2} in the upper");
    assert!(high > 1.2 * low, "{low} and {high}");
    let appetite = at(&lived, &none, 2, 50, 105);
    println!("appetite: {appetite:.3?}");
    assert!(appetite.mean - appetite.half > -APPETITE, "the mean is not down: {appetite:?}");
    assert!((0.2..=0.8).contains(&appetite.share), "some eat more, some less: {appetite:?}");
    // Food is felt more only through permeability and sensitivity.
    let off = Arm { off: &["provoked.leak", "provoked.sensitivity"], ..arm };
    let (lived, none) = rejected(&off);
    at(&lived, &none, 3, 180, 420).within(FELT, "symptoms after a provoking meal, without those arrows");
}

fn ratios(first: &[f64], second: &[f64]) -> Vec<f64> {
    first.iter().zip(second).map(|(a, b)| a / b).collect()
}

/// The largest rise of a quantity for each person.
fn cortisol(with: &Lived, without: &Lived, quantity: usize) -> Vec<f64> {
    let highest = |lived: &Lived| lived.of(quantity, |course| course[30..=120].iter().copied().fold(0.0, f64::max));
    highest(with).iter().zip(highest(without)).map(|(a, b)| a - b).collect()
}

/// Means of a number in the lower and the upper third of an answer.
fn thirds(number: &[f64], answer: &[f64]) -> (f64, f64) {
    let (low, high) = (quantile(answer, 1.0 / 3.0), quantile(answer, 2.0 / 3.0));
    let of = |inside: &dyn Fn(f64) -> bool| {
        mean(&number.iter().zip(answer).filter(|(_, a)| inside(**a)).map(|(n, _)| *n).collect::<Vec<_>>())
    };
    (of(&|value| value <= low), of(&|value| value >= high))
}

/// 23 people, lactulose and mannitol in two hours of urine: 0.030 without and 0.059 about a public speech, in responders alone,
/// not under a stabiliser of mast cells; 0.071 on indomethacin (Vanuytsel 2014).
#[test]
fn a_public_speech_opens_the_lining_of_those_whose_cortisol_rises() {
    let arm = Arm { each: 60, until: 150.0, ..Arm::new(Reading::Measured, &["permeability.ratio", "saliva.cortisol"]) };
    let speech = || vec![stress_test(start() + 5.0)];
    let [none, spoke] = arm.live_all([vec![], speech()]);
    let leaks = ratios(&spoke.mean(0, 0, 120), &none.mean(0, 0, 120));
    let (low, high) = thirds(&leaks, &cortisol(&spoke, &none, 1));
    println!("x{low:.2} in the lower third of cortisol responses, x{high:.2} in the upper");
    assert!((1.6..=2.4).contains(&high), "upper third x{high}");
    assert!(low < 1.25, "lower third x{low}");

    let stabilised = Arm { off: &["permeability.mast_cells", "permeability.crh"], ..arm.clone() };
    let [spoke, none] = stabilised.live_all([speech(), vec![]]);
    let leaks = ratios(&spoke.mean(0, 0, 120), &none.mean(0, 0, 120));
    assert!((mean(&leaks) - 1.0).abs() < 1e-6, "with stable mast cells x{}", mean(&leaks));
}

#[test]
fn drugs_open_the_lining_as_they_do_in_the_laboratory() {
    let arm = Arm { until: 240.0, ..Arm::new(Reading::Measured, &["permeability.ratio"]) };
    let [none, given @ ..] = arm.live_all([
        vec![],
        vec![event(60.0, 1.0, |sets| sets.crh = Some(100.0))],
        vec![event(30.0, 2.0, |sets| sets.hydrocortisone = Some(10.0))],
        vec![
            event(-50.0, 1.0, |sets| sets.indomethacin = Some(75.0)),
            event(0.0, 1.0, |sets| sets.indomethacin = Some(50.0)),
        ],
    ]);
    let [crh, cortisol, indomethacin] =
        given.map(|lived| mean(&ratios(&lived.mean(0, 60, 180), &none.mean(0, 60, 180))));
    println!("x{crh:.2} after CRH, x{cortisol:.2} after hydrocortisone, x{indomethacin:.2} on indomethacin");
    assert!(crh > 1.2, "a dose of CRH: x{crh}");
    assert!((cortisol - 1.0).abs() < 0.05, "cortisol alone: x{cortisol}");
    assert!((1.9..=3.2).contains(&indomethacin), "indomethacin: x{indomethacin}");
}

#[test]
fn under_null_what_is_said_does_not_reach_the_gut() {
    let quantities = [DIGESTION, REJECTED].concat();
    let quantities = [quantities.as_slice(), &["accommodation.compliance", "gastric_rhythm.regular"]].concat();
    let arm = Arm { person: with(Condition::Constipation), ..Arm::new(Reading::Null, &quantities) };
    let [accepted, rejected] = arm.live_all([deep(0.8), deep(-0.8)]);
    for (quantity, id) in quantities.iter().enumerate() {
        for minute in [10, 60, 120] {
            let [a, b] = [&accepted, &rejected].map(|lived| mean(&lived.mean(quantity, minute, minute)));
            assert!((a - b).abs() <= 1e-6 * a.abs(), "{id} at minute {minute}: {a} and {b}");
        }
    }
}

/// Ten minutes of anxious recall lower gastric compliance to 0.70 (Geeraerts 2005: 57 to 40 mL/mmHg).
#[test]
fn ten_anxious_minutes_lower_compliance_by_a_third() {
    let recall = || vec![event(0.0, 10.0, |sets| sets.recall = Some(1.0))];
    for reading in [Reading::Told, Reading::Measured] {
        let arm = Arm::new(reading, &["accommodation.compliance"]);
        let [anxious, none] = arm.live_all([recall(), vec![]]);
        let ratio = mean(&ratios(&anxious.mean(0, 8, 10), &none.mean(0, 8, 10)));
        println!("{}: compliance x{ratio:.2}", reading.name());
        assert!((0.60..=0.80).contains(&ratio), "x{ratio}");
    }
}
