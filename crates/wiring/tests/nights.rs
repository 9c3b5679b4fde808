//! A night that is drawn again: the first draw is the night that is lived, others differ, and a stop by the way changes no bit.

mod common;

use common::{busy_days, everybody, grid, lives, meeting, place, two};
use consoma_engine::Stepping;
use consoma_model::schedule::{DAY, Schedule, Span};
use consoma_wiring::{Branch, Evening, Individual, Life, Recorder, Recording, Reference, default_stepping};
use std::slice;

const SPAN: Span = Span { start: 0.0, end: 2.0 * DAY };
/// Before going to bed, where every run ends a step, and after getting up.
const BED: f64 = 1378.0;
const UP: f64 = 1891.0;

fn by_way(people: &[(&Individual, &Schedule)], times: &[f64]) -> (Life, Branch, Vec<Recording>) {
    let life = lives(people, SPAN, Reference::Stochastic);
    let mut recorder = Recorder::new(&life.company, times.to_vec(), SPAN.start);
    let branches = Life::run_all_by_way(slice::from_ref(&life), &[BED], slice::from_mut(&mut recorder));
    let branch = branches.into_iter().next().expect("one life").expect("the life runs");
    (life, branch, recorder.finish())
}

/// One draw of a night, recorded at `times`.
fn night(life: &Life, branch: &Branch, times: &[f64], repeat: u32, stepping: &Stepping) -> Vec<Recording> {
    let mut nights = Life::nights(&[Evening { life, branch, times }], &[repeat], stepping);
    nights.remove(0).expect("it runs").remove(0)
}

fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|value| value.to_bits()).collect()
}

#[test]
fn a_stop_by_the_way_changes_no_bit() {
    let ([a, b], [first, second]) = (two(true), meeting());
    let people = [(&a, &first), (&b, &second)];
    let times = grid(SPAN, 3.5);
    let (life, branch, there) = by_way(&people, &times);
    assert_eq!(branch.time, BED);
    let straight = everybody(&life, &times);
    for (recording, rows) in there.iter().zip(&straight) {
        assert_eq!(bits(&recording.values), bits(&rows.concat()));
    }
    let mut recorder = Recorder::new(&life.company, times.clone(), SPAN.start);
    life.run(&mut recorder).unwrap();
    assert_eq!(recorder.finish(), there);
}

#[test]
fn the_first_draw_is_the_night_that_is_lived_and_others_differ() {
    let ([a, b], [first, second]) = (two(true), meeting());
    let people = [(&a, &first), (&b, &second)];
    let times = [1600.0, UP];
    let (life, branch, lived) = by_way(&people, &times);
    let drawn = |repeat| night(&life, &branch, &times, repeat, &default_stepping());
    let first = drawn(0);
    for (again, lived) in first.iter().zip(&lived) {
        assert_eq!(bits(&again.values), bits(&lived.values));
    }
    let slept = |night: &[Recording]| night[0].values[Recorder::width() + place("night.slept")];
    assert!(slept(&first) > 200.0 && slept(&drawn(1)) > 200.0);
    assert!(slept(&drawn(1)) != slept(&first) && slept(&drawn(2)) != slept(&drawn(1)));
    assert_eq!(drawn(1), drawn(1));
}

#[test]
fn who_is_the_first_changes_no_bit() {
    let ([a, b], busy) = (two(true), busy_days());
    let there = by_way(&[(&a, &busy), (&b, &busy)], &[UP]);
    let back = by_way(&[(&b, &busy), (&a, &busy)], &[UP]);
    let mut swapped = night(&back.0, &back.1, &[UP], 5, &default_stepping());
    swapped.reverse();
    let straight = night(&there.0, &there.1, &[UP], 5, &default_stepping());
    assert!(straight.iter().zip(&swapped).all(|(one, other)| bits(&one.values) == bits(&other.values)));
}

#[test]
fn longer_steps_leave_the_mean_of_nights() {
    let ([a, b], [first, second]) = (two(false), meeting());
    let (life, branch, _) = by_way(&[(&a, &first), (&b, &second)], &[UP]);
    let draws = 16;
    let slept = |step: f64| -> Vec<f64> {
        let stepping = Stepping { step, calm: None, ..default_stepping() };
        let drawn = |repeat| night(&life, &branch, &[UP], repeat, &stepping)[0].values[place("night.slept")];
        (0..draws).map(drawn).collect()
    };
    let (short, long) = (slept(0.5), slept(2.0));
    let apart: Vec<f64> = short.iter().zip(&long).map(|(short, long)| long - short).collect();
    let mean = apart.iter().sum::<f64>() / f64::from(draws);
    let alike = apart.iter().filter(|apart| apart.abs() < 1.0).count();
    println!("mean {mean:.2} min, {alike} of {draws} nights alike: {apart:.1?}");
    assert!(mean.abs() < 4.0 && alike > draws as usize / 2, "{apart:?}");
}
