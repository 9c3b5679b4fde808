//! Resting values, seated at eleven in the morning, in drawn people: centre, spread, and slope with age.
//!
//! Sources are `baselines.md` and, above it, `verified.md`. Rows that are general knowledge only are printed, not asserted.
//! Centre within a tenth of the spread or 5 %, spread within 15 %, slope within 25 %.

mod common;

use common::{clock, column, lived, men_and_women};
use consoma_engine::noise::{Process, Source};
use consoma_lab::instrument::Instrument;
use consoma_lab::statistics::{mean, quantile, sd};
use consoma_model::person::{Drawing, Person, Sex, Stated};
use consoma_model::schedule::{Schedule, Span};

fn long() -> bool {
    std::env::var_os("CONSOMA_LONG").is_some()
}

/// Two thousand people here, ten thousand in the long form of the check.
fn each() -> u64 {
    if long() { 417 } else { 84 }
}

const AGES: [f64; 12] = [20.0, 25.0, 30.0, 35.0, 40.0, 45.0, 50.0, 55.0, 60.0, 65.0, 70.0, 80.0];
const QUANTITIES: [&str; 8] = [
    "rhythm.rate",
    "rhythm.rmssd",
    "pressure.systolic",
    "pressure.diastolic",
    "catecholamines.noradrenaline",
    "catecholamines.adrenaline",
    "conductance.level",
    "conductance.responses",
];

struct Resting {
    sex: Sex,
    age: f64,
    values: Vec<f64>,
}

fn resting() -> Vec<Resting> {
    let span = Span { start: clock(1, 8.0), end: clock(1, 11.5) };
    let mut scenario = men_and_women(each(), &Schedule::default(), span, vec![clock(1, 11.0)], &QUANTITIES);
    let both = std::mem::take(&mut scenario.groups);
    for age in AGES {
        for group in &both {
            let mut group = group.clone();
            group.name = format!("{} of {age}", group.name);
            group.person = Person { age, ..group.person };
            let mut stated = Stated { sex: Some(group.person.sex), ..Stated::default() };
            stated.numbers.age = Some(age);
            group.drawing = Some(Drawing::new(stated));
            scenario.groups.push(group);
        }
    }
    let courses = lived(&scenario);
    let who = |course: &consoma_lab::simulate::Course| scenario.groups[course.group].person;
    courses
        .iter()
        .map(|course| Resting { sex: who(course).sex, age: who(course).age, values: course.values.clone() })
        .collect()
}

/// A value within 5 % of the expected, or within a tenth of the spread. Of the few people of the reduced form the centre is
/// uncertain by itself: there, two standard errors are added.
#[track_caller]
fn centre(what: &str, found: f64, expected: f64, spread: f64, people: usize) {
    println!("{what}: {found:.2} (source {expected})");
    let error = if long() { 0.0 } else { 2.0 * 1.25 * spread / (people as f64).sqrt() };
    let room = f64::max(0.05 * expected.abs(), 0.1 * spread) + error;
    assert!((found - expected).abs() <= room, "{what}: {found}, expected {expected} within {room}");
}

#[track_caller]
fn spread(what: &str, found: f64, low: f64, high: f64) {
    println!("{what}: {found:.3} (source {low} to {high})");
    assert!(
        found >= 0.85 * low && found <= 1.15 * high,
        "{what}: {found}, expected {low} to {high}, 15 % apart at most"
    );
}

#[test]
fn heart_pressure_and_skin_at_rest() {
    let people = resting();
    let of = |quantity: usize, who: &dyn Fn(&Resting) -> bool| -> Vec<f64> {
        people.iter().filter(|person| who(person)).map(|person| person.values[quantity]).collect()
    };
    let median = |quantity, who: &dyn Fn(&Resting) -> bool| quantile(&of(quantity, who), 0.5);
    let man = |person: &Resting| person.sex == Sex::Male;
    let woman = |person: &Resting| person.sex == Sex::Female;

    // Seated: men 71, women 74 (35,302 people).
    centre("heart rate, men", mean(&of(0, &man)), 71.0, 10.0, of(0, &man).len());
    centre("heart rate, women", mean(&of(0, &woman)), 74.0, 10.0, of(0, &woman).len());

    // 5-min RMSSD: medians 32.8, 24.5, 21.8 ms at 40, 50, 60 years; log SD 0.48-0.57 between people.
    let rmssd = |age: f64| median(1, &|person| person.age == age);
    let log_spread: Vec<f64> = AGES
        .iter()
        .map(|&age| sd(&of(1, &|person| person.age == age).iter().map(|value| value.ln()).collect::<Vec<_>>()))
        .collect();
    for (age, expected) in [(40.0, 32.8), (50.0, 24.5), (60.0, 21.8)] {
        centre(&format!("RMSSD at {age}"), rmssd(age), expected, 0.5 * expected, 2 * each() as usize);
    }
    spread("log SD of RMSSD", mean(&log_spread), 0.48, 0.57);
    let slope = (rmssd(60.0) / rmssd(40.0)).ln() / 20.0;
    let source = (21.8f64 / 32.8).ln() / 20.0;
    println!("slope of log RMSSD, 40 to 60 years: {slope:.4} (source {source:.4})");
    assert!((slope / source - 1.0).abs() < 0.25, "{slope} and {source}");

    // Seated medians: men 121, women 117; SD over 20-80 years 12.6 and 16.3.
    centre("systolic pressure, men", median(2, &man), 121.0, 12.6, of(2, &man).len());
    centre("systolic pressure, women", median(2, &woman), 117.0, 16.3, of(2, &woman).len());
    spread("SD of systolic pressure, men", sd(&of(2, &man)), 12.6, 12.6);
    spread("SD of systolic pressure, women", sd(&of(2, &woman)), 16.3, 16.3);
    let pulse: Vec<f64> = people.iter().map(|person| person.values[2] - person.values[3]).collect();
    println!(
        "pulse pressure: 1 % {:.0}, median {:.0}, 99 % {:.0}",
        quantile(&pulse, 0.01),
        quantile(&pulse, 0.5),
        quantile(&pulse, 0.99)
    );
    assert!(quantile(&pulse, 0.01) > 20.0, "hardly any pulse");
    centre("diastolic pressure", median(3, &|_| true), 71.0, 8.0, people.len());

    // 2-20 uS; 1-3 responses a minute.
    let inside = |quantity, low: f64, high: f64| {
        let all = of(quantity, &|_| true);
        all.iter().filter(|value| (low..=high).contains(value)).count() as f64 / all.len() as f64
    };
    for (quantity, low, high, what) in [(6, 2.0, 20.0, "skin conductance"), (7, 1.0, 3.0, "responses")] {
        let share = inside(quantity, low, high);
        println!("{what}: {share:.3} of people from {low} to {high}, median {:.2}", median(quantity, &|_| true));
        assert!(share > 0.85, "{what}: {share}");
    }

    println!("not asserted, general knowledge only:");
    let young = |person: &Resting| person.age <= 30.0;
    for (quantity, what, known) in [
        (0, "heart rate, young adults", "68, SD 10"),
        (2, "systolic, young adults", "118, SD 11"),
        (3, "diastolic, young adults", "74, SD 8"),
        (4, "noradrenaline", "100-450"),
        (5, "adrenaline", "10-90"),
        (6, "skin conductance", "5"),
    ] {
        let values = of(quantity, &young);
        println!("  {what}: {:.1}, SD {:.1} (known as {known})", mean(&values), sd(&values));
    }
    let all: Vec<f64> = of(1, &|_| true).iter().map(|value| value.ln()).collect();
    println!("  RMSSD of all: {:.0} ms, log SD {:.2} (known as 42, log SD 0.45)", mean(&of(1, &|_| true)), sd(&all));
}

/// Plasma oxytocin by extracted assay: mean 9 pg/mL; within-person CV 57 % between days, 20 % within a visit; ICC 0.29-0.49.
#[test]
fn oxytocin_at_rest() {
    let days = [1, 2, 3, 4];
    let span = Span { start: clock(1, 8.0), end: clock(4, 12.0) };
    let times: Vec<f64> = days.iter().flat_map(|&day| [clock(day, 11.0), clock(day, 11.25)]).collect();
    let count = if long() { 1500 } else { 200 };
    let scenario = men_and_women(count, &Schedule::default(), span, times, &["oxytocin.plasma"]);
    let assay = Instrument { cv: 0.12, ..Instrument::PERFECT };
    let read: Vec<Vec<f64>> = lived(&scenario)
        .iter()
        .map(|course| {
            let stream = Source::new(6).stream(course.number, Process::new("test.oxytocin"));
            let truth = column(&scenario, course, 0);
            truth.iter().enumerate().map(|(k, &value)| assay.read(value, &stream, k as u64)).collect()
        })
        .collect();
    let first = |person: &Vec<f64>| person.iter().copied().step_by(2).collect::<Vec<_>>();
    let all: Vec<f64> = read.iter().flatten().copied().collect();
    centre("plasma oxytocin", mean(&all), 9.0, 5.0, read.len());

    let between_days: Vec<f64> =
        read.iter().map(|person| (sd(&first(person)) / mean(&first(person))).powi(2)).collect();
    spread("CV between days", mean(&between_days).sqrt(), 0.57, 0.57);
    let visits = read.iter().flat_map(|person| person.chunks_exact(2));
    let within: Vec<f64> = visits.map(|pair| (sd(pair) / mean(pair)).powi(2)).collect();
    spread("CV within a visit", mean(&within).sqrt(), 0.20, 0.20);

    let within_days = mean(&read.iter().map(|person| sd(&first(person)).powi(2)).collect::<Vec<_>>());
    let of_means = sd(&read.iter().map(|person| mean(&first(person))).collect::<Vec<_>>()).powi(2);
    let between = of_means - within_days / days.len() as f64;
    let icc = between / (between + within_days);
    println!("ICC of one sample: {icc:.2} (two studies 0.29 and 0.49)");
    assert!((0.29..=0.49).contains(&icc), "{icc}");
}
