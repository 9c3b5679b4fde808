//! Guards fire where they cross, in order, and never without end.

mod fixtures;

use consoma_engine::{Checkpoint, Error, Eventful, Flow, Method, Shape, State, Stepping, System, View, run};
use fixtures::{Diary, Thresholds};

fn start<H>(x: f64, held: H) -> Checkpoint<H> {
    Checkpoint::new(0.0, State { fast: vec![x], tallies: vec![], midnight: vec![] }, held)
}

/// Charges towards 1, `x = 1 - e^(-t/20)`, and empties at a threshold, so it fires every `-20 ln(1 - threshold)`
/// minutes.
struct Charge(f64);

impl System<f64> for Charge {
    type Held = ();
    fn shape(&self) -> Shape {
        Shape { fast: 1, tallies: 0, slow: 0 }
    }
    fn flow(&self, (): &(), _slow: &[f64], fast: &[f64], out: &mut Flow<f64>) {
        out.slope[0] = (1.0 - fast[0]) / 20.0;
        out.rate[0] = 1.0 / 20.0;
    }
}

impl Eventful for Charge {
    type Happening = ();
    fn happen(&self, _time: f64, (): &(), (): &mut (), _state: &mut State) {}
    fn guards(&self) -> usize {
        1
    }
    fn guard(&self, _time: f64, (): &(), state: &View<'_>, out: &mut [f64]) {
        out[0] = state.fast[0] - self.0;
    }
    fn fire(&self, _guard: usize, _time: f64, (): &mut (), state: &mut State) {
        state.fast[0] = 0.0;
    }
}

#[test]
fn firings_are_located_within_the_tolerance() {
    for method in Method::ALL {
        for (step, location) in [(5.0, 1e-3), (60.0, 1e-3), (2.5, 1e-6), (30.0, 0.5)] {
            let mut diary = Diary::default();
            let stepping = Stepping { calm: None, method, step, location };
            let end = run(&Charge(0.8), &stepping, start(0.0, ()), [], 1000.0, &mut diary).expect("runs");
            let period = -20.0 * f64::ln(1.0 - 0.8);
            assert!(end.firings >= 30 || step > 31.0 || location > 0.1, "{} firings", end.firings);
            let mut previous = 0.0;
            for (_, time) in &diary.fired {
                let late = time - previous - period;
                assert!(late > -2e-9 && late <= location * 1.001, "{stepping:?}: late by {late} minutes at {time}");
                assert!(diary.ends.contains(time));
                previous = *time;
            }
        }
    }
}

#[test]
fn of_two_in_one_step_the_earlier_fires_first() {
    // The state climbs by 1 a minute through 3 (guard 1) and 7 (guard 0) within one step of 10 minutes.
    let system = Thresholds { slope: 1.0, thresholds: vec![7.0, 3.0], event: |_, _: &mut State| {} };
    let mut diary = Diary::default();
    run(&system, &Stepping::every(10.0), start(0.0, ()), [], 20.0, &mut diary).expect("runs");
    let guards: Vec<usize> = diary.fired.iter().map(|(guard, _)| *guard).collect();
    assert_eq!(guards, [1, 0]);
    assert!((diary.fired[0].1 - 3.0).abs() < 1.1e-3 && (diary.fired[1].1 - 7.0).abs() < 1.1e-3);
}

#[test]
fn a_firing_can_prevent_a_later_one_in_the_same_step() {
    let pull_back = |guard, state: &mut State| {
        if guard == 1 {
            state.fast[0] = -100.0;
        }
    };
    let system = Thresholds { slope: 1.0, thresholds: vec![7.0, 3.0], event: pull_back };
    let mut diary = Diary::default();
    run(&system, &Stepping::every(10.0), start(0.0, ()), [], 20.0, &mut diary).expect("runs");
    assert_eq!(diary.fired.len(), 1);
    assert_eq!(diary.fired[0].0, 1);
}

#[test]
fn two_at_the_same_threshold_fire_in_the_order_of_their_numbers() {
    let system = Thresholds { slope: 1.0, thresholds: vec![3.0, 3.0], event: |_, _: &mut State| {} };
    let mut diary = Diary::default();
    run(&system, &Stepping::every(10.0), start(0.0, ()), [], 20.0, &mut diary).expect("runs");
    assert_eq!(diary.fired.iter().map(|f| f.0).collect::<Vec<_>>(), [0, 1]);
    assert_eq!(diary.fired[0].1, diary.fired[1].1);
}

#[test]
fn a_guard_that_starts_above_waits_until_it_has_been_below() {
    let system = Thresholds { slope: 1.0, thresholds: vec![3.0], event: |_, _: &mut State| {} };
    let mut diary = Diary::default();
    // Above at the start, set below at minute 12, so it rises through 3 at minute 14.
    run(&system, &Stepping::every(10.0), start(5.0, ()), [(12.0, 1.0)], 20.0, &mut diary).expect("runs");
    assert_eq!(diary.fired.len(), 1);
    assert!((diary.fired[0].1 - 14.0).abs() < 1.1e-3);
}

#[test]
fn a_happening_that_lifts_a_guard_fires_it_at_once() {
    let system = Thresholds { slope: 0.0, thresholds: vec![3.0], event: |_, _: &mut State| {} };
    let mut diary = Diary::default();
    run(&system, &Stepping::every(10.0), start(0.0, ()), [(12.0, 4.0)], 20.0, &mut diary).expect("runs");
    assert_eq!(diary.fired, [(0, 12.0)]);
}

#[test]
fn a_crossing_exactly_at_a_lattice_point_fires_once() {
    let system = Thresholds { slope: 1.0, thresholds: vec![10.0], event: |_, _: &mut State| {} };
    let mut diary = Diary::default();
    run(&system, &Stepping::every(5.0), start(0.0, ()), [], 30.0, &mut diary).expect("runs");
    assert_eq!(diary.fired.len(), 1);
    assert!((diary.fired[0].1 - 10.0).abs() < 1.1e-3);
}

#[test]
fn a_guard_that_never_stops_is_an_error_that_names_it() {
    // Falls back by less and less, so that the firings pile up before minute 4 + 1/2 + 1/4 + ... ; and one that falls
    // back by nothing that the clock could see.
    for back in [1e-3, 1e-12, 1e-300] {
        let event = move |guard, state: &mut State| {
            if guard == 1 {
                state.fast[0] = 3.0_f64.next_down() - back;
            }
        };
        let system = Thresholds { slope: 1.0, thresholds: vec![50.0, 3.0], event };
        let error = run(&system, &Stepping::every(10.0), start(0.0, ()), [], 20.0, &mut ()).expect_err("never stops");
        assert!(matches!(error, Error::GuardKeepsFiring { guard: 1, time, .. } if time < 4.1), "{error:?}");
    }
}

#[test]
fn a_guard_that_is_no_number_is_an_error_that_names_it() {
    let system = Thresholds { slope: 1.0, thresholds: vec![1.0, f64::NAN], event: |_, _: &mut State| {} };
    let error = run(&system, &Stepping::every(10.0), start(0.0, ()), [], 20.0, &mut ()).expect_err("no number");
    assert_eq!(error, Error::GuardNotANumber { guard: 1, time: 0.0 });
}
