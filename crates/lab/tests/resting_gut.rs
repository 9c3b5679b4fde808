//! Resting values of the gut, fasting and seated at eleven in the morning, in drawn people: centre and spread.
//!
//! Sources are `baselines.md` and, above it, `verified.md`. Centre within a tenth of the spread or 5 %, spread within 15 %; of the few
//! people of the reduced form the centre is uncertain by itself, so two standard errors are added.

mod common;

use common::resting::{Resting, centre, inside, logs, long, spread};
use common::{clock, column, lived, men_and_women};
use consoma_lab::statistics::{mean, quantile, sd};
use consoma_model::person::{Condition, Person};
use consoma_model::schedule::{Schedule, Span};
use consoma_wiring::Population;

const QUANTITIES: [&str; 10] = [
    "accommodation.compliance",
    "gastric_rhythm.frequency",
    "gastric_rhythm.regular",
    "emptying.half",
    "transit.small",
    "transit.colon",
    "transit.whole",
    "permeability.ratio",
    "sensitivity.threshold",
    "symptoms.score",
];

fn resting(condition: Option<Condition>, each: u64) -> Resting {
    let person = Person { age: 35.0, conditions: condition.into_iter().collect(), ..Person::default() };
    Resting::of(person, &[35.0], each, &QUANTITIES)
}

#[test]
fn stomach_and_bowel_at_rest() {
    let each = if long() { 2500 } else { 250 };
    let people = resting(None, each);
    let count = 2.0 * each as f64;

    // Barostat, 14 people: mean 57, standard error 5.
    let compliance = people.all("accommodation.compliance");
    centre("gastric compliance", mean(&compliance), 57.0, 18.7, count);
    spread("SD of gastric compliance", sd(&compliance), 18.7);

    // 2.8 a minute fasting; in normal rhythm 80 % of the time, SD 13.
    centre("gastric rhythm", mean(&people.all("gastric_rhythm.frequency")), 2.8, 0.2, count);
    let regular = people.all("gastric_rhythm.regular");
    centre("time in normal rhythm", mean(&regular), 80.0, 13.0, count);
    spread("SD of time in normal rhythm", sd(&regular), 13.0);

    // Half-emptying 51-129 min by meal; small bowel 3.3 h (2.6-4.0), normal limits 2-6 h.
    inside("half-emptying", &people.all("emptying.half"), 51.0, 129.0);
    let small = people.all("transit.small");
    centre("time in the small bowel", quantile(&small, 0.5), 3.3, 1.0, count);
    inside("time in the small bowel", &small, 2.0, 6.0);

    // Colon: study means 15.9-28.9 h, centre 22; about 50 % between people; normal limits 10-59 h; women +104 min.
    let (women, men) = (people.women("transit.colon"), people.men("transit.colon"));
    let colon = people.all("transit.colon");
    centre("time in the colon", mean(&colon), 22.0, 11.0, count);
    spread("log SD of time in the colon", sd(&logs(&colon)), 1.25f64.ln().sqrt());
    inside("time in the colon", &colon, 10.0, 59.0);
    centre("more in women, h", mean(&women) - mean(&men), 104.0 / 60.0, 22.0, count);
    let whole = mean(&people.all("transit.whole"));
    println!("whole gut: {whole:.1} h (study means 23.0-37.4)");
    assert!((23.0..=37.4).contains(&whole), "{whole}");

    // Lactulose over mannitol in two hours: 0.030, SD 0.022.
    let ratio = people.all("permeability.ratio");
    centre("permeability", mean(&ratio), 0.030, 0.022, count);
    spread("log SD of permeability", sd(&logs(&ratio)), (1.0 + (0.022f64 / 0.030).powi(2)).ln().sqrt());

    // Pain threshold in the colon: median 40; bands of the symptom score: healthy below 75.
    let threshold = people.all("sensitivity.threshold");
    centre("pain threshold", quantile(&threshold, 0.5), 40.0, 12.0, count);
    inside("symptom score", &people.all("symptoms.score"), 0.0, 75.0);
}

#[test]
fn irritable_bowel_at_rest() {
    let each = if long() { 1000 } else { 60 };
    let count = 2.0 * each as f64;
    let kinds = [Condition::Diarrhoea, Condition::MixedBowel, Condition::Constipation];
    let people = kinds.map(|condition| resting(Some(condition), each));
    let mut slower = 0.0;
    for (condition, people) in kinds.into_iter().zip(&people) {
        let name = condition.name();
        // Pain threshold in the colon: median 28; symptom score above 75, mostly moderate.
        let threshold = people.all("sensitivity.threshold");
        centre(&format!("{name}: pain threshold"), quantile(&threshold, 0.5), 28.0, 9.0, count);
        inside(&format!("{name}: symptom score"), &people.all("symptoms.score"), 75.0, 400.0);
        let colon = quantile(&people.all("transit.colon"), 0.5);
        println!("{name}: colon {colon:.1} h");
        assert!(colon > slower, "{name}: {colon} h");
        slower = colon;
    }
}

/// Shares of days on which the colon is faster and slower than half-way to the two other kinds, for each person over four weeks. The
/// content of the colon is its time over that of a motility of 1.
fn days(condition: Option<Condition>, each: u64) -> Vec<(f64, f64)> {
    let p = Population::default();
    let ratio = |id: &str| p.parameter(id).expect("declared").typical;
    let (fast, slow) = (1.0 / ratio("motility.diarrhoea").sqrt(), 1.0 / ratio("motility.constipation").sqrt());
    let span = Span { start: clock(1, 8.0), end: clock(31, 12.0) };
    let times = (3..31).map(|day| clock(day, 8.0)).collect();
    let mut scenario = men_and_women(each, &Schedule::default(), span, times, &["transit.load"]);
    // Nothing here is faster than hours.
    (scenario.stepping.step, scenario.stepping.calm) = (2.5, None);
    for group in &mut scenario.groups {
        group.person = Person { age: 35.0, conditions: condition.into_iter().collect(), ..group.person };
    }
    let of = |course: &consoma_lab::simulate::Course| {
        let loads = column(&scenario, course, 0);
        let share = |is: &dyn Fn(f64) -> bool| loads.iter().filter(|it| is(**it)).count() as f64 / loads.len() as f64;
        (share(&|it| it < fast), share(&|it| it > slow))
    };
    lived(&scenario).iter().map(of).collect()
}

/// The mixed kind has hard and loose stools, each on more than a quarter of days (Rome IV); the others have one of them, or neither.
#[test]
fn the_mixed_kind_alternates_and_the_others_do_not() {
    let each = if long() { 50 } else { 8 };
    let shares = |condition: Option<Condition>| {
        let people = days(condition, each);
        let (fast, slow): (Vec<f64>, Vec<f64>) = people.iter().copied().unzip();
        let both = people.iter().filter(|(fast, slow)| *fast > 0.1 && *slow > 0.1).count() as f64 / people.len() as f64;
        let name = condition.map_or("healthy", Condition::name);
        println!(
            "{name}: fast on {:.2} of days, slow on {:.2}; {both:.2} of people have both",
            mean(&fast),
            mean(&slow)
        );
        (mean(&fast), mean(&slow), both)
    };
    let (fast, slow, both) = shares(Some(Condition::MixedBowel));
    assert!(fast > 0.25 && slow > 0.25 && both > 0.3, "mixed: {fast} {slow} {both}");
    let (fast, slow, both) = shares(Some(Condition::Diarrhoea));
    assert!(fast > 0.5 && slow < 0.02 && both < 0.05, "diarrhoea: {fast} {slow} {both}");
    let (fast, slow, both) = shares(Some(Condition::Constipation));
    assert!(fast < 0.02 && slow > 0.5 && both < 0.05, "constipation: {fast} {slow} {both}");
    let (fast, slow, both) = shares(None);
    assert!(fast < 0.25 && slow < 0.25 && both < 0.05, "healthy: {fast} {slow} {both}");
}
