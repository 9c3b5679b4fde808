//! Readings never alter the solution, and never depend on which others were asked for.

mod fixtures;

use consoma_engine::{Method, Sampler, Samples, Stepping, System, run};
use fixtures::{Diary, Riccati};

const UNTIL: f64 = 2000.0;

fn sampled(method: Method, times: Vec<f64>) -> (Samples, Vec<f64>) {
    let mut sampler = Sampler::new(Riccati.shape(), times).expect("the times rise");
    let stepping = Stepping { method, step: 20.0, ..Stepping::default() };
    let end = run(&Riccati, &stepping, Riccati::start(), [(701.3, 2.0)], UNTIL, &mut sampler).expect("runs");
    let state = end.checkpoint.state;
    let last = [state.fast, state.tallies, state.midnight].concat();
    (sampler.into_samples().expect("covered"), last)
}

fn bits(numbers: &[f64]) -> Vec<u64> {
    numbers.iter().map(|number| number.to_bits()).collect()
}

#[test]
fn dense_and_sparse_agree_bit_for_bit() {
    for method in Method::ALL {
        let dense: Vec<f64> = (0..=4000).map(|k| f64::from(k) * 0.5).collect();
        let sparse: Vec<f64> = dense.iter().copied().step_by(37).collect();
        let (dense, dense_end) = sampled(method, dense);
        let (sparse, sparse_end) = sampled(method, sparse);
        let (_, bare_end) = sampled(method, vec![]);
        assert_eq!(bits(&dense_end), bits(&sparse_end));
        assert_eq!(bits(&dense_end), bits(&bare_end));
        for (index, (time, row)) in sparse.rows().enumerate() {
            assert_eq!(time, dense.times()[index * 37]);
            assert_eq!(bits(row), bits(dense.row(index * 37)), "{method:?} at {time}");
        }
    }
}

#[test]
fn readings_inside_steps_are_as_good_as_the_solution() {
    let times: Vec<f64> = (0..=2000).map(f64::from).collect();
    let (samples, _) = sampled(Method::ExponentialThird, times);
    for (time, row) in samples.rows() {
        let integral = if time < 701.3 { time } else { 701.3 + 2.0 * (time - 701.3) };
        let exact = Riccati::exact(time, integral);
        let sum_before = if time < 1440.0 { 0.0 } else { Riccati::exact(1440.0, 701.3 + 2.0 * (1440.0 - 701.3))[3] };
        let pairs = [
            (row[0], exact[0]),
            (row[1], exact[1]),
            (row[2], exact[2]),
            (row[3] + sum_before, exact[3]),
            (row[4], exact[4]),
            (row[5], exact[5]),
        ];
        for (state, (found, exact)) in pairs.into_iter().enumerate() {
            // The error of the solution itself at this step is 3e-6.
            assert!((found - exact).abs() <= 6e-6 * exact.abs(), "state {state} at {time}: {found}, exactly {exact}");
        }
    }
}

#[test]
fn times_a_hair_beside_an_edge_count_as_the_edge() {
    let (near, _) = sampled(Method::ExponentialThird, vec![701.3 - 3e-10, 701.3, 701.3 + 3e-10]);
    assert_eq!(bits(near.row(0)), bits(near.row(1)));
    assert_eq!(bits(near.row(2)), bits(near.row(1)));
}

#[test]
fn a_spacing_includes_its_last_time() {
    let sampler = Sampler::every(Riccati.shape(), 0.1, 0.0, 0.3).expect("the numbers are fine");
    let mut both = (sampler, Diary::default());
    run(&Riccati, &Stepping::every(5.0), Riccati::start(), [], 1.0, &mut both).expect("runs");
    let samples = both.0.into_samples().expect("covered");
    assert_eq!(samples.times().len(), 4);
    assert_eq!(samples.width(), 6);
    assert_eq!(both.1.finishes, [1.0]);
}
