//! A relaxation towards a constant target is exact at any step, and inside steps too.

mod fixtures;

use consoma_engine::{Checkpoint, Method, Sampler, State, Stepping, System, run};
use fixtures::Relaxation;

#[test]
fn relaxation_is_exact_at_any_step() {
    // Rates from none at all to a thousand times faster than the step.
    let system = Relaxation { lines: vec![(0.0, 5.0), (1e-6, 1.0), (0.01, -2.0), (0.7, 3.0), (50.0, 1.0)] };
    let x0 = 4.0;
    for method in Method::ALL {
        for step in [0.3, 5.0, 17.0, 1440.0] {
            let state = State::new(system.shape(), &[x0; 5], &[]).expect("the shape fits");
            let times = vec![0.05, 1.0, 7.3, 100.0, 1500.0, 2000.0];
            let mut sampler = Sampler::new(system.shape(), times).expect("the times rise");
            let stepping = Stepping { method, step, ..Stepping::default() };
            run(&system, &stepping, Checkpoint::new(0.0, state, ()), [], 2000.0, &mut sampler)
                .expect("the run succeeds");
            let samples = sampler.into_samples().expect("all times were covered");
            for (time, row) in samples.rows() {
                for (found, (rate, target)) in row.iter().zip(&system.lines) {
                    let exact = target + (x0 - target) * (-rate * time).exp();
                    let wrong = (found - exact).abs();
                    assert!(wrong < 2e-12, "{method:?}, step {step}, time {time}, rate {rate}: off by {wrong}");
                }
            }
        }
    }
}
