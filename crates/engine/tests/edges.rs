//! Steps are cut at happenings and midnights, and the new value holds from its instant on.

mod fixtures;

use consoma_engine::{Sampler, Stepping, System, run};
use fixtures::{Change, Diary, Ramp};

#[test]
fn the_solution_bends_exactly_at_the_edge() {
    let timeline = [(10.3, Change::Slope(-1.0))];
    let end = run(&Ramp, &Stepping::every(5.0), Ramp::start(0.0, 2.0), timeline, 20.0, &mut ()).expect("runs");
    // 2 a minute for 10.3 minutes, then 1 a minute downwards for 9.7.
    assert!((end.checkpoint.state.fast[0] - (20.6 - 9.7)).abs() < 1e-12);
}

#[test]
fn a_reading_at_an_edge_shows_the_state_after_it() {
    let timeline = [(10.0, Change::Add(100.0)), (13.0, Change::Add(100.0))];
    let mut sampler = Sampler::new(Ramp.shape(), vec![9.999, 10.0, 12.999, 13.0, 13.0, 20.0]).expect("the times rise");
    run(&Ramp, &Stepping::every(5.0), Ramp::start(0.0, 1.0), timeline, 20.0, &mut sampler).expect("runs");
    let found: Vec<f64> = sampler.into_samples().expect("covered").column(0).collect();
    for (found, exact) in found.iter().zip([9.999, 110.0, 112.999, 213.0, 213.0, 220.0]) {
        assert!((found - exact).abs() < 1e-9, "{found} should be {exact}");
    }
}

#[test]
fn happenings_at_the_start_and_at_the_end_are_applied() {
    let timeline = [(0.0, Change::Add(1.0)), (20.0, Change::Add(10.0))];
    let mut sampler = Sampler::new(Ramp.shape(), vec![0.0, 20.0]).expect("the times rise");
    let end = run(&Ramp, &Stepping::every(5.0), Ramp::start(0.0, 0.0), timeline, 20.0, &mut sampler).expect("runs");
    assert_eq!(end.checkpoint.state.fast[0], 11.0);
    assert_eq!(end.happenings, 2);
    assert_eq!(sampler.into_samples().expect("covered").column(0).collect::<Vec<_>>(), [1.0, 11.0]);
}

#[test]
fn several_at_one_time_are_applied_in_order() {
    let timeline = [(7.0, Change::Add(3.0)), (7.0, Change::Times(10.0)), (7.0 + 5e-10, Change::Add(1.0))];
    let mut diary = Diary::default();
    let end = run(&Ramp, &Stepping::every(5.0), Ramp::start(0.0, 0.0), timeline, 10.0, &mut diary).expect("runs");
    assert_eq!(end.checkpoint.state.fast[0], 31.0);
    assert_eq!(diary.happened, [7.0, 7.0, 7.0]);
    assert_eq!(diary.ends, [5.0, 7.0, 10.0]);
}

#[test]
fn steps_end_on_the_lattice_whatever_the_start() {
    let timeline = [(10.3, Change::Add(0.0)), (15.0 - 4e-10, Change::Add(0.0))];
    let mut diary = Diary::default();
    run(&Ramp, &Stepping::every(5.0), Ramp::start(2.0, 1.0), timeline, 21.0, &mut diary).expect("runs");
    assert_eq!(diary.starts, [2.0, 5.0, 10.0, 10.3, 15.0, 20.0]);
    assert_eq!(diary.ends, [5.0, 10.0, 10.3, 15.0, 20.0, 21.0]);
    // The one a hair before a lattice point happens at the point.
    assert_eq!(diary.happened, [10.3, 15.0]);
}

#[test]
fn days_turn_over_at_midnight_even_off_the_lattice() {
    let mut diary = Diary::default();
    let end = run(&Ramp, &Stepping::every(7.0), Ramp::start(0.0, 1.0), [], 3000.0, &mut diary).expect("runs");
    assert_eq!(diary.midnights, [1440.0, 2880.0]);
    assert!(diary.ends.contains(&1440.0) && diary.ends.contains(&2880.0));
    let state = end.checkpoint.state;
    assert!((state.midnight[0] - 2880.0).abs() < 1e-9);
    assert!((state.tallies[0] - 120.0).abs() < 1e-9);
}

#[test]
fn a_run_that_ends_at_midnight_has_turned_the_day_over() {
    let end = run(&Ramp, &Stepping::every(5.0), Ramp::start(0.0, 1.0), [], 1440.0, &mut ()).expect("runs");
    assert!((end.checkpoint.state.midnight[0] - 1440.0).abs() < 1e-9);
    assert_eq!(end.checkpoint.state.tallies[0], 0.0);
}
