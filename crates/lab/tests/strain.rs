//! Repeated and lasting stress: a second test on the next day, and sixty days of strain (`models.md`, part 5, tests 2, 4).

mod common;

use common::{clock, column, encounter, lived, lived_all, stress_test, typical};
use consoma_lab::statistics::mean;
use consoma_model::declare::Reading;
use consoma_model::schedule::{DAY, Schedule, Span};

#[test]
fn a_second_test_gives_less_cortisol_and_equal_noradrenaline() {
    let schedule =
        Schedule { encounters: vec![stress_test(clock(1, 16.0)), stress_test(clock(2, 16.0))], ..Schedule::default() };
    let span = Span { start: clock(1, 12.0), end: clock(2, 18.0) };
    let times: Vec<f64> =
        [1, 2].into_iter().flat_map(|day| (0..20).map(move |k| clock(day, 15.9) + f64::from(k) * 5.0)).collect();
    let people = if common::resting::long() { 200 } else { 60 };
    let mut scenario =
        common::men_and_women(people, &schedule, span, times, &["saliva.cortisol", "catecholamines.noradrenaline"]);
    scenario.groups.truncate(2);
    let courses = lived(&scenario);
    let rise = |quantity: usize, day: usize| {
        let rises: Vec<f64> = courses
            .iter()
            .map(|course| {
                let values = &column(&scenario, course, quantity)[day * 20..(day + 1) * 20];
                values.iter().copied().fold(f64::MIN, f64::max) - values[0]
            })
            .collect();
        mean(&rises)
    };
    let (first, second) = (rise(0, 0), rise(0, 1));
    let (first_na, second_na) = (rise(1, 0), rise(1, 1));
    println!(
        "saliva rise {first:.2} then {second:.2} nmol/L, noradrenaline rise {first_na:.0} then {second_na:.0} pg/mL"
    );
    assert!(second < 0.95 * first && second > 0.6 * first, "{first} then {second}");
    assert!((second_na / first_na - 1.0).abs() < 0.02, "{first_na} then {second_na}");
}

#[test]
fn sixty_days_of_strain_raise_cortisol_and_leave_acth_low_for_a_month() {
    // Drive at 1.5 times the usual from day 11 to day 70.
    let strain = encounter("strain", clock(11, 0.0), 60.0 * DAY, |sets| sets.drive = Some(1.5));
    let schedule = Schedule { encounters: vec![strain], ..Schedule::default() };
    let span = Span { start: clock(1, 0.0), end: clock(131, 0.0) };
    let times: Vec<f64> = (0..130 * 24).map(|hour| f64::from(hour) * 60.0).collect();
    // The same eight people live with and without the strain: same pulses, so the ratio is the strain's.
    let quantities = ["cortisol.plasma", "acth.relative", "glands.cortex", "glands.corticotrophs"];
    let scenarios = [schedule, Schedule::default()].map(|schedule| {
        let mut scenario = typical(&schedule, span, times.clone(), &quantities);
        scenario.groups[0].count = 8;
        scenario
    });
    let arms = lived_all(&scenarios, Reading::Measured);
    let (strained, usual) = (0, 1);
    let day_mean = |arm: usize, quantity: usize, from: usize, days: usize| {
        let values = arms[arm]
            .iter()
            .map(|course| mean(&column(&scenarios[arm], course, quantity)[(from - 1) * 24..(from - 1 + days) * 24]));
        mean(&values.collect::<Vec<_>>())
    };
    let ratio = |quantity, from| day_mean(strained, quantity, from, 5) / day_mean(usual, quantity, from, 5);
    println!(
        "usual life, day 126: cortex {:.3}, corticotrophs {:.3}",
        day_mean(usual, 2, 126, 5),
        day_mean(usual, 3, 126, 5)
    );
    let (early, late) = (ratio(0, 11), ratio(0, 66));
    let (acth_soon, acth_month) = (ratio(1, 72), ratio(1, 98));
    println!(
        "cortisol x{early:.2} at first, x{late:.2} after two months; x{:.2} two weeks after; ACTH x{acth_soon:.2} at once, x{acth_month:.2} at 30 d",
        ratio(0, 84)
    );
    assert!((1.40..=1.60).contains(&late), "cortisol x{late} after two months");
    assert!(early < late - 0.1, "it grows with the glands: {early} then {late}");
    assert!(ratio(0, 84) > 1.05, "cortisol is still raised two weeks after");
    let masses = [day_mean(usual, 2, 126, 5), day_mean(usual, 3, 126, 5)];
    assert!(masses.iter().all(|mass| (mass - 1.0).abs() < 0.05), "a usual life keeps its masses: {masses:?}");
    assert!(acth_month < 0.98, "ACTH x{acth_month} thirty days after relief");
}
