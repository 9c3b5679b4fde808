//! A step that would end where the system cannot be is taken in halves.

use consoma_engine::{Checkpoint, Error, Eventful, Flow, Method, Observer, Shape, State, Step, Stepping, System, run};

/// Decays as its own square, `x' = -20 x^2`, so `x = 1 / (1 + 20 t)` from 1 on; a long step takes it far below nothing. Only who is
/// `careful` says that this cannot be.
struct Amount {
    careful: bool,
}

impl System<f64> for Amount {
    type Held = ();
    fn shape(&self) -> Shape {
        Shape { fast: 1, tallies: 0, slow: 0 }
    }
    fn flow(&self, (): &(), _slow: &[f64], fast: &[f64], out: &mut Flow<f64>) {
        out.slope[0] = -20.0 * fast[0] * fast[0];
        out.rate[0] = 0.0;
    }
}

impl Eventful for Amount {
    type Happening = f64;
    fn happen(&self, _time: f64, more: &f64, (): &mut (), state: &mut State) {
        state.fast[0] += more;
    }
    fn possible(&self, fast: &[f64]) -> bool {
        !self.careful || fast[0] >= 0.0
    }
}

/// The least value at the end of a step.
struct Least(f64);

impl Observer<Amount> for Least {
    fn step(&mut self, step: &mut Step<'_, Amount>) {
        self.0 = self.0.min(step.after.fast[0]);
    }
}

/// The value at the end, the steps, and the least value at the end of a step.
fn lived(careful: bool, method: Method, step: f64) -> Result<(f64, u64, f64), Error> {
    let start = Checkpoint::new(0.0, State { fast: vec![1.0], tallies: vec![], midnight: vec![] }, ());
    let mut least = Least(f64::INFINITY);
    let stepping = Stepping { method, ..Stepping::every(step) };
    let end = run(&Amount { careful }, &stepping, start, [(30.2, 1.0)], 60.0, &mut least)?;
    Ok((end.checkpoint.state.fast[0], end.steps, least.0))
}

#[test]
fn an_amount_stays_above_nothing() {
    for method in Method::ALL {
        // As much is left at the moment at which more is added, and from there on it decays as before.
        let truth = |x: f64, minutes: f64| x / (1.0 + 20.0 * x * minutes);
        let truth = truth(truth(1.0, 30.2) + 1.0, 29.8);
        let (end, steps, least) = lived(true, method, 0.5).expect("runs");
        assert!(least > 0.0 && (end / truth - 1.0).abs() < 0.1, "{method:?}: {end} for {truth}, least {least}");
        assert!((122..160).contains(&steps), "{method:?}: {steps} steps");
        // Where nobody minds, the same steps run away.
        assert!(matches!(lived(false, method, 0.5), Err(Error::NotFinite { .. })), "{method:?}");
    }
}

#[test]
fn a_step_of_a_fraction_of_a_second_is_taken_as_it_is() {
    /// Falls without end, and says that it cannot.
    struct Falls;
    impl System<f64> for Falls {
        type Held = ();
        fn shape(&self) -> Shape {
            Shape { fast: 1, tallies: 0, slow: 0 }
        }
        fn flow(&self, (): &(), _slow: &[f64], _fast: &[f64], out: &mut Flow<f64>) {
            out.slope[0] = -1.0;
        }
    }
    impl Eventful for Falls {
        type Happening = ();
        fn happen(&self, _time: f64, (): &(), (): &mut (), _state: &mut State) {}
        fn possible(&self, fast: &[f64]) -> bool {
            fast[0] >= 0.0
        }
    }
    let start = Checkpoint::new(0.0, State { fast: vec![1.0], tallies: vec![], midnight: vec![] }, ());
    let end = run(&Falls, &Stepping::every(1.0), start, [], 3.0, &mut ()).expect("a run ends whatever is possible");
    assert!((end.checkpoint.state.fast[0] + 2.0).abs() < 1e-9);
    // Short steps up to where it cannot be; beyond it, halves would be in vain.
    assert!((4..=12).contains(&end.steps), "{}", end.steps);
}
