//! Stopping at a lattice point and going on gives the same bits as never having stopped.

mod fixtures;

use consoma_engine::{Method, Sampler, State, Stepping, System, run};
use fixtures::{Change, Diary, Ramp, Riccati, Thresholds};

const EDGES: [(f64, f64); 5] = [(0.0, 1.1), (333.3, 2.0), (1440.0, 0.7), (1440.0, 0.9), (1900.0, 1.4)];

#[test]
fn split_runs_have_the_same_bits() {
    for method in Method::ALL {
        let stepping = Stepping { method, step: 20.0, ..Stepping::default() };
        let whole = run(&Riccati, &stepping, Riccati::start(), EDGES, 3000.0, &mut ()).expect("runs");
        for split in [0.0, 20.0, 340.0, 1440.0, 1900.0, 2880.0, 3000.0] {
            let first = run(&Riccati, &stepping, Riccati::start(), EDGES, split, &mut ()).expect("runs");
            let checkpoint = first.checkpoint.clone();
            // The rest of the timeline may begin at the split or after it.
            for rest in [
                EDGES.into_iter().filter(|(time, _)| *time >= split).collect::<Vec<_>>(),
                EDGES.into_iter().filter(|(time, _)| *time > split).collect(),
            ] {
                let second = run(&Riccati, &stepping, checkpoint.clone(), rest, 3000.0, &mut ()).expect("runs");
                assert_eq!(second.checkpoint, whole.checkpoint, "{method:?} split at {split}");
                assert_eq!(first.steps + second.steps, whole.steps);
                assert_eq!(first.happenings + second.happenings, whole.happenings);
            }
        }
    }
}

#[test]
fn guards_go_on_as_if_uninterrupted() {
    let event = |_, state: &mut State| state.fast[0] -= 13.7;
    let system = Thresholds { slope: 1.0, thresholds: vec![12.0], event };
    let start = consoma_engine::Checkpoint::new(0.0, State::zeros(system.shape()), ());
    let stepping = Stepping::every(5.0);
    let mut whole = Diary::default();
    let end = run(&system, &stepping, start.clone(), [], 200.0, &mut whole).expect("runs");
    assert!(end.firings > 10);
    let mut parts = Diary::default();
    let mut checkpoint = start;
    for part in 1..=20 {
        let until = f64::from(part) * 10.0;
        checkpoint = run(&system, &stepping, checkpoint, [], until, &mut parts).expect("runs").checkpoint;
    }
    assert_eq!(checkpoint, end.checkpoint);
    assert_eq!(parts.fired, whole.fired);
}

#[test]
fn one_sampler_may_watch_runs_that_follow_each_other() {
    let times = vec![0.0, 3.0, 10.0, 17.0, 20.0];
    let timeline = [(10.0, Change::Add(5.0))];
    let stepping = Stepping::every(5.0);
    let mut whole = Sampler::new(Ramp.shape(), times.clone()).expect("the times rise");
    run(&Ramp, &stepping, Ramp::start(0.0, 1.0), timeline, 20.0, &mut whole).expect("runs");
    let mut parts = Sampler::new(Ramp.shape(), times).expect("the times rise");
    let first = run(&Ramp, &stepping, Ramp::start(0.0, 1.0), timeline, 10.0, &mut parts).expect("runs");
    run(&Ramp, &stepping, first.checkpoint, timeline, 20.0, &mut parts).expect("runs");
    assert_eq!(parts.into_samples(), whole.into_samples());
}

#[test]
fn a_new_happening_at_the_split_is_applied() {
    let stepping = Stepping::every(5.0);
    // Nothing happened at minute 15 itself, so nothing is passed over there.
    let first = run(&Ramp, &stepping, Ramp::start(0.0, 0.0), [(10.0, Change::Add(1.0))], 15.0, &mut ()).expect("runs");
    assert_eq!(first.checkpoint.applied, 0);
    let second = run(&Ramp, &stepping, first.checkpoint, [(15.0, Change::Add(2.0))], 20.0, &mut ()).expect("runs");
    assert_eq!(second.checkpoint.state.fast[0], 3.0);
}

/// Where steps grow long in the calm, a run may be split where every run ends a step, and its checkpoint knows when
/// it will be calm.
#[test]
fn calm_goes_on_as_if_uninterrupted() {
    let stepping = Stepping { step: 4.0, calm: Some(20.0), ..Stepping::default() };
    let whole = run(&Riccati, &stepping, Riccati::start(), EDGES, 3000.0, &mut ()).expect("runs");
    // After each of four times with edges some short steps, and long ones elsewhere.
    let short =
        run(&Riccati, &Stepping { calm: None, ..stepping }, Riccati::start(), EDGES, 3000.0, &mut ()).expect("runs");
    assert!(whole.steps < short.steps / 2 && whole.steps > 150 + 4 * 10, "{} of {}", whole.steps, short.steps);
    for split in [340.0, 341.0, 359.0, 1441.0, 1999.0] {
        let split = stepping.point(split);
        let first = run(&Riccati, &stepping, Riccati::start(), EDGES, split, &mut ()).expect("runs");
        let rest: Vec<_> = EDGES.into_iter().filter(|(time, _)| *time > split).collect();
        let second = run(&Riccati, &stepping, first.checkpoint, rest, 3000.0, &mut ()).expect("runs");
        assert_eq!((second.checkpoint, first.steps + second.steps), (whole.checkpoint.clone(), whole.steps), "{split}");
    }
    let (a, b) = (whole.checkpoint.state.fast[0], short.checkpoint.state.fast[0]);
    assert!((a / b - 1.0).abs() < 1e-6, "{a} {b}");
}

#[test]
fn calm_steps_must_end_where_short_ones_do() {
    for calm in [10.0, 2.0, 2000.0, f64::NAN] {
        let stepping = Stepping { step: 4.0, calm: Some(calm), ..Stepping::default() };
        assert!(stepping.check().is_err(), "{calm}");
    }
    assert_eq!(Stepping { calm: Some(8.0), ..Stepping::every(4.0) }.point(23.9), 16.0);
}
