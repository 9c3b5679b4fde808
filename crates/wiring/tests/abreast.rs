//! Lives that are settled and run together are, bit for bit, those of each alone.

mod common;

use common::{busy_days, grid, meeting, setting, two};
use consoma_model::schedule::{DAY, Schedule, Span};
use consoma_wiring::{Individual, Life, Population, Recorder, Recording, Reference, Unit, default_stepping};

const SPAN: Span = Span { start: 0.0, end: DAY };

fn bits(people: Vec<Recording>) -> Vec<Vec<u64>> {
    people.into_iter().map(|it| it.values.into_iter().map(f64::to_bits).collect()).collect()
}

#[test]
fn what_is_run_with_whom_changes_no_bit() {
    let ([a, b], [first, second]) = (two(true), meeting());
    let (busy, quiet) = (busy_days(), Schedule::default());
    let pair: [(&Individual, &Schedule); 2] = [(&a, &first), (&b, &second)];
    let (one, other) = ([(&a, &busy)], [(&b, &quiet)]);
    // Pairs and people alone, in another order than they are run in.
    let units: [Unit<'_>; 4] = [&one, &pair, &other, &pair];
    let population = Population::default();
    let setting = setting(&population, SPAN, Reference::Stochastic, default_stepping());
    let times = grid(SPAN, 3.7);
    let recorder = |life: &Life| Recorder::new(&life.company, times.clone(), SPAN.start);

    let lives: Vec<Life> =
        Life::all(&units.map(|unit| (unit, &setting))).into_iter().map(|life| life.expect("settles")).collect();
    let mut recorders: Vec<_> = lives.iter().map(recorder).collect();
    let finished = Life::run_all(&lives, &mut recorders);
    for ((unit, finish), together) in units.iter().zip(finished).zip(recorders) {
        let life = Life::new(unit, &setting).expect("settles");
        let mut alone = recorder(&life);
        assert_eq!(finish.expect("runs"), life.run(&mut alone).expect("runs"));
        assert_eq!(bits(together.finish()), bits(alone.finish()));
    }
}

#[test]
fn a_unit_of_three_fails_alone() {
    let ([a, b], quiet) = (two(false), Schedule::default());
    let (one, three) = ([(&a, &quiet)], [(&a, &quiet), (&b, &quiet), (&b, &quiet)]);
    let population = Population::default();
    let setting = setting(&population, SPAN, Reference::Skeleton, default_stepping());
    let units: [Unit<'_>; 3] = [&one, &three, &one];
    let lives = Life::all(&units.map(|unit| (unit, &setting)));
    assert!(lives[0].is_ok() && lives[1].is_err() && lives[2].is_ok());
}
