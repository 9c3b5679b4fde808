//! Every method converges with its stated order, through an edge, midnights and slow states.

mod fixtures;

use consoma_engine::{Method, Stepping, run};
use fixtures::Riccati;

const EDGE: f64 = 1000.3;
const UNTIL: f64 = 3000.0;

/// The largest relative error over all states at the end of a run with one edge from speed 1 to speed 2.5.
fn error(method: Method, step: f64) -> f64 {
    let stepping = Stepping { method, step, ..Stepping::default() };
    let end = run(&Riccati, &stepping, Riccati::start(), [(EDGE, 2.5)], UNTIL, &mut ()).expect("the run succeeds");
    let state = &end.checkpoint.state;
    let integral = EDGE + 2.5 * (UNTIL - EDGE);
    let exact = Riccati::exact(UNTIL, integral);
    let midnight = Riccati::exact(2880.0, EDGE + 2.5 * (2880.0 - EDGE));
    let pairs = [
        (state.fast[0], exact[0]),
        (state.fast[1], exact[1]),
        (state.fast[2], exact[2]),
        // The tally starts anew at midnight, so it is the growth of the sum since then.
        (state.tallies[0], exact[3] - midnight[3]),
        (state.midnight[0], midnight[4]),
        (state.midnight[1], midnight[5]),
    ];
    pairs.iter().map(|(found, exact)| (found / exact - 1.0).abs()).fold(0.0, f64::max)
}

/// The slope of the least-squares line through `(ln step, ln error)`.
fn slope(points: &[(f64, f64)]) -> f64 {
    let n = points.len() as f64;
    let logs: Vec<(f64, f64)> = points.iter().map(|(step, error)| (step.ln(), error.ln())).collect();
    let (mx, my) = (logs.iter().map(|p| p.0).sum::<f64>() / n, logs.iter().map(|p| p.1).sum::<f64>() / n);
    let sxy: f64 = logs.iter().map(|p| (p.0 - mx) * (p.1 - my)).sum();
    let sxx: f64 = logs.iter().map(|p| (p.0 - mx).powi(2)).sum();
    sxy / sxx
}

#[test]
fn methods_converge_with_their_order() {
    for method in Method::ALL {
        let steps = [80.0, 40.0, 20.0, 10.0, 5.0, 2.5];
        let points: Vec<(f64, f64)> = steps.iter().map(|&step| (step, error(method, step))).collect();
        let found = slope(&points);
        println!("{method:?}: order {found:.3}, errors {points:?}");
        assert!((found - method.order() as f64).abs() < 0.2, "{method:?}: order {found}, {points:?}");
    }
}
