//! Errors are values that say what to do.

mod fixtures;

use consoma_engine::{Checkpoint, Error, Eventful, Flow, Sampler, Shape, State, Stepping, System, run};
use fixtures::{Change, Ramp};

fn ramp(timeline: &[(f64, Change)]) -> Result<f64, Error> {
    let timeline = timeline.iter().copied();
    run(&Ramp, &Stepping::every(5.0), Ramp::start(100.0, 1.0), timeline, 200.0, &mut ()).map(|end| end.checkpoint.time)
}

const NOTHING: Change = Change::Add(0.0);

#[test]
fn a_happening_before_the_start() {
    let error = ramp(&[(99.0, NOTHING)]).expect_err("before the start");
    assert_eq!(error, Error::HappeningBeforeStart { time: 99.0, start: 100.0 });
    assert!(error.to_string().contains("start the run earlier"));
}

#[test]
fn a_happening_that_goes_back() {
    let error = ramp(&[(150.0, NOTHING), (149.0, NOTHING)]).expect_err("goes back");
    assert_eq!(error, Error::HappeningsOutOfOrder { time: 149.0, previous: 150.0 });
    // Going back by less than counts as a difference is still going back.
    assert!(ramp(&[(150.0, NOTHING), (150.0 - 1e-10, NOTHING)]).is_err());
}

#[test]
fn a_happening_without_a_time() {
    assert!(matches!(ramp(&[(f64::NAN, NOTHING)]), Err(Error::HappeningNotFinite { .. })));
    assert!(matches!(ramp(&[(150.0, NOTHING), (f64::INFINITY, NOTHING)]), Err(Error::HappeningNotFinite { .. })));
}

#[test]
fn a_happening_after_the_end_is_left_alone() {
    assert_eq!(ramp(&[(150.0, NOTHING), (201.0, Change::Add(f64::NAN))]), Ok(200.0));
}

#[test]
fn a_happening_that_ruins_the_state() {
    let error = ramp(&[(150.0, Change::Add(f64::INFINITY))]).expect_err("not finite");
    let Error::NotFinite { index, value, time, good_time, good } = error else { panic!("{error:?}") };
    assert_eq!((index, value, time, good_time), (0, f64::INFINITY, 150.0, 150.0));
    assert!((good[0] - 50.0).abs() < 1e-9);
}

/// `dx/dt = x^2` with `x(0) = 1/30` is infinite at minute 30; a bystander stays at 7.
struct Blowing;

impl System<f64> for Blowing {
    type Held = ();
    fn shape(&self) -> Shape {
        Shape { fast: 2, tallies: 0, slow: 0 }
    }
    fn flow(&self, (): &(), _slow: &[f64], fast: &[f64], out: &mut Flow<f64>) {
        out.slope[1] = fast[1] * fast[1];
    }
}

impl Eventful for Blowing {
    type Happening = ();
    fn happen(&self, _time: f64, (): &(), (): &mut (), state: &mut State) {
        state.fast.pop();
    }
}

fn blowing(timeline: &[(f64, ())], until: f64) -> Error {
    let state = State::new(Blowing.shape(), &[7.0, 1.0 / 30.0], &[]).expect("the shape fits");
    let timeline = timeline.iter().copied();
    run(&Blowing, &Stepping::every(1.0), Checkpoint::new(0.0, state, ()), timeline, until, &mut ()).expect_err("fails")
}

#[test]
fn a_state_that_blows_up_is_named_with_the_last_good_values() {
    let Error::NotFinite { index, value, time, good_time, good } = blowing(&[], 100.0) else { panic!("no such error") };
    assert_eq!(index, 1);
    assert!(!value.is_finite());
    // It is followed in ever shorter steps, so the place is known to a second.
    assert!(time > 29.0 && time < 60.0 && good_time < time && time - good_time < 1.0 / 60.0, "{good_time} {time}");
    assert_eq!(good[0], 7.0);
    assert!(good[1].is_finite() && good[1] > 1.0);
}

#[test]
fn an_event_that_changes_the_shape() {
    assert_eq!(blowing(&[(3.0, ())], 10.0), Error::Shape { what: "fast states", expected: 2, found: 1 });
}

#[test]
fn a_state_of_the_wrong_shape() {
    assert!(matches!(State::new(Ramp.shape(), &[0.0, 0.0], &[0.0]), Err(Error::Shape { expected: 1, found: 2, .. })));
    let state = State { fast: vec![0.0], tallies: vec![0.0], midnight: vec![] };
    let result = run(&Ramp, &Stepping::default(), Checkpoint::new(0.0, state, 1.0), [], 1.0, &mut ());
    assert!(matches!(result, Err(Error::Shape { what: "slow states", .. })));
}

#[test]
fn numbers_outside_their_domain() {
    let go = |stepping: Stepping, from: f64, until: f64| {
        matches!(run(&Ramp, &stepping, Ramp::start(from, 1.0), [], until, &mut ()), Err(Error::Parameter { .. }))
    };
    for step in [0.0, 1e-4, -1.0, 1441.0, f64::NAN, f64::INFINITY] {
        assert!(go(Stepping::every(step), 0.0, 1.0), "step {step}");
    }
    for location in [0.0, 0.6, f64::NAN] {
        assert!(go(Stepping { location, ..Stepping::default() }, 0.0, 1.0), "location {location}");
    }
    assert!(go(Stepping::default(), 2.0, 1.0));
    assert!(go(Stepping::default(), 0.0, 1.1e9));
    assert!(go(Stepping::default(), -1.1e9, 0.0));
    assert!(go(Stepping::default(), f64::NAN, 1.0));
    assert!(go(Stepping::default(), 0.0, f64::INFINITY));
}

#[test]
fn a_sample_outside_the_run() {
    for (times, missed) in [(vec![50.0, 150.0], 50.0), (vec![150.0, 250.0], 250.0)] {
        let mut sampler = Sampler::new(Ramp.shape(), times).expect("the times rise");
        run(&Ramp, &Stepping::every(5.0), Ramp::start(100.0, 1.0), [], 200.0, &mut sampler).expect("runs");
        assert_eq!(sampler.into_samples(), Err(Error::SampleMissed { time: missed }));
    }
    assert!(Sampler::new(Ramp.shape(), vec![2.0, 1.0]).is_err());
    assert!(Sampler::new(Ramp.shape(), vec![f64::NAN]).is_err());
    assert!(Sampler::every(Ramp.shape(), 0.0, 0.0, 1.0).is_err());
}
