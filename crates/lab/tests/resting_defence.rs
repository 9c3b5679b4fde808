//! Resting values of defence, pain and skin, seated at eleven in the morning, in drawn people: see `common/resting.rs` for the rule.
//!
//! Sources are `baselines.md` and, above it, `verified.md`; rows of theirs that are general knowledge only are printed, not asserted.

mod common;

use common::resting::{Resting, centre, inside, logs, long, spread};
use common::{clock, column, lived, men_and_women};
use consoma_lab::statistics::{mean, quantile, sd};
use consoma_model::person::Person;
use consoma_model::schedule::{Schedule, Span};

fn each() -> u64 {
    if long() { 700 } else { 150 }
}

#[test]
fn messengers_and_white_cells_at_rest() {
    let quantities = ["interleukins.six", "tumour_necrosis.plasma", "liver.serum", "traffic.killers", "traffic.white"];
    let people = Resting::of(Person::default(), &[45.0], each(), &quantities);
    let six = logs(&people.all("interleukins.six"));
    let count = six.len() as f64;
    // 1.3 pg/mL, log SD 0.65 by one kind of assay.
    centre("interleukin-6, median, logarithm", quantile(&six, 0.5), 1.3_f64.ln(), 0.65, count);
    spread("interleukin-6, log SD", sd(&six), 0.65);
    // Killers 330 per microlitre in women, 413 in men.
    let (women, men) = (people.women("traffic.killers"), people.men("traffic.killers"));
    inside("killers, /uL", &people.all("traffic.killers"), 70.0, 1000.0);
    assert!(mean(&men) > mean(&women), "{} {}", mean(&men), mean(&women));
    // Men of 29 to 75: geometric mean 0.98 mg/L, log SD 1.06.
    let older = Resting::of(Person::default(), &[32.0, 42.0, 52.0, 62.0, 72.0], each() / 3, &["liver.serum"]);
    let protein = logs(&older.men("liver.serum"));
    centre("C-reactive protein of men, mean logarithm", mean(&protein), 0.98_f64.ln(), 1.06, protein.len() as f64);
    spread("C-reactive protein of men, log SD", sd(&protein), 1.06);
    println!("not asserted, general knowledge only:");
    let tumour = people.all("tumour_necrosis.plasma");
    println!("  tumour necrosis factor: {:.2}, SD {:.2} pg/mL (known as 1.8, SD 0.9)", mean(&tumour), sd(&tumour));
    let white = people.all("traffic.white");
    println!("  white cells: {:.2}, SD {:.2} 1e9/L (known as 4 to 11)", mean(&white), sd(&white));
}

/// Of two samples that lie weeks apart half of the variance of interleukin-6 is the person's own (ICC 0.48).
#[test]
fn interleukin_6_of_two_samples() {
    let span = Span { start: clock(1, 8.0), end: clock(10, 11.5) };
    let times = vec![clock(1, 11.0), clock(10, 11.0)];
    let count = if long() { 600 } else { 80 };
    let scenario = men_and_women(count, &Schedule::default(), span, times, &["interleukins.six"]);
    let read: Vec<Vec<f64>> = lived(&scenario).iter().map(|course| logs(&column(&scenario, course, 0))).collect();
    let of = |sample: usize| read.iter().map(|it| it[sample]).collect::<Vec<_>>();
    let within = mean(&read.iter().map(|it| (it[0] - it[1]).powi(2) / 2.0).collect::<Vec<_>>());
    let total = 0.5 * (sd(&of(0)).powi(2) + sd(&of(1)).powi(2));
    let share = 1.0 - within / total;
    println!("interleukin-6, share of a person in the variance: {share:.2} (source 0.48)");
    // The standard error of such a share is about (1 - r^2) / sqrt(n).
    let room = 0.15 * 0.48 + if long() { 0.0 } else { 2.0 * 0.77 / (read.len() as f64).sqrt() };
    assert!((share - 0.48).abs() <= room, "{share} within {room}");
}

#[test]
fn pain_at_rest() {
    let quantities = [
        "thresholds.pressure",
        "thresholds.heat",
        "thresholds.cold",
        "thresholds.tolerance",
        "nociception.pain",
        "eczema.severity",
    ];
    let people = Resting::of(Person::default(), &[24.0], 2 * each(), &quantities);
    let (women, men) = (people.women("thresholds.pressure"), people.men("thresholds.pressure"));
    let half = women.len() as f64;
    centre("pressure threshold of women, median", quantile(&women, 0.5), 30.5, 0.4 * 30.5, half);
    centre("pressure threshold of men, median", quantile(&men, 0.5), 42.7, 0.4 * 42.7, half);
    // A coefficient of variation from 0.35 to 0.46.
    spread("CV of the pressure threshold of men", sd(&men) / mean(&men), 0.405);
    let heat = people.all("thresholds.heat");
    centre("heat threshold", mean(&heat), 40.0, 3.8, 2.0 * half);
    spread("SD of the heat threshold", sd(&heat), 3.8);
    let cold = people.all("thresholds.cold");
    centre("cold threshold", mean(&cold), 18.4, 9.1, 2.0 * half);
    spread("SD of the cold threshold", sd(&cold), 9.1);
    let tolerance = logs(&people.all("thresholds.tolerance"));
    centre("time in ice water, median, logarithm", quantile(&tolerance, 0.5), 73.0_f64.ln(), 0.8, 2.0 * half);
    spread("time in ice water, log SD", sd(&tolerance), 0.8);
    assert!(people.all("nociception.pain").iter().all(|pain| *pain == 0.0), "nobody hurts");
    // Who has no eczema has none, but for one in a thousand.
    let spotted = people.all("eczema.severity").iter().filter(|score| **score > 5.0).count() as f64 / (2.0 * half);
    assert!(spotted < 0.01, "{spotted}");
}

/// 9.69 SD 2.94 g/m2/h in 87 people of 20 to 40.
#[test]
fn skin_at_rest() {
    let people = Resting::of(Person::default(), &[22.0, 26.0, 30.0, 34.0, 38.0], each() / 5, &["barrier.loss"]);
    let loss = people.all("barrier.loss");
    centre("water loss", mean(&loss), 9.69, 2.94, loss.len() as f64);
    spread("SD of the water loss", sd(&loss), 2.94);
}

/// Night over day: systolic 0.87 SD 0.05, diastolic 0.82 SD 0.06.
#[test]
fn pressure_dips_at_night() {
    let span = Span { start: clock(1, 8.0), end: clock(2, 7.5) };
    // Half-hourly, as a cuff would.
    let times: Vec<f64> = (0..46).map(|half| clock(1, 8.25) + 30.0 * f64::from(half)).collect();
    let quantities = ["pressure.systolic", "pressure.diastolic"];
    let count = if long() { 300 } else { 40 };
    let scenario = men_and_women(count, &Schedule::default(), span, times.clone(), &quantities);
    let courses = lived(&scenario);
    for (quantity, what, source, apart) in [(0, "systolic", 0.87, 0.05), (1, "diastolic", 0.82, 0.06)] {
        let ratio = |course| {
            let read = column(&scenario, course, quantity);
            let of = |night: bool| {
                let inside = |time: &f64| (clock(1, 23.5)..clock(2, 7.0)).contains(time) == night;
                let own = times.iter().zip(&read).filter(|(time, _)| inside(time)).map(|(_, value)| *value);
                mean(&own.collect::<Vec<_>>())
            };
            of(true) / of(false)
        };
        let ratios: Vec<f64> = courses.iter().map(ratio).collect();
        println!("{what}: SD of night over day {:.3} (source {apart})", sd(&ratios));
        centre(&format!("{what} pressure, night over day"), mean(&ratios), source, apart, ratios.len() as f64);
    }
}
