//! The phi functions against a reference of 300 bits.

mod common;

use astro_float::{BigFloat, Consts, RoundingMode};
use common::Generator;
use consoma_number::{Dual, phi1, phi2, phi3, phis};

const BITS: usize = 320;
const ROUNDING: RoundingMode = RoundingMode::ToEven;
const BOUND: f64 = 1e-14;
const POINTS: usize = if cfg!(debug_assertions) { 1_000 } else { 10_000 };

fn big(x: f64) -> BigFloat {
    BigFloat::from_f64(x, BITS)
}

/// The three functions from their definition, with bits enough for what cancels.
fn reference(z: f64, constants: &mut Consts) -> [BigFloat; 3] {
    let z = big(z);
    let mut last = z.exp(BITS, ROUNDING, constants);
    [1.0, 1.0, 0.5].map(|at_zero| {
        last = last.sub(&big(at_zero), BITS, ROUNDING).div(&z, BITS, ROUNDING);
        last.clone()
    })
}

fn relative(got: f64, expected: &BigFloat) -> f64 {
    let error = big(got).sub(expected, BITS, ROUNDING).div(expected, BITS, ROUNDING).abs();
    error.exponent().filter(|_| !error.is_zero()).map_or(0.0, |exponent| {
        let (words, ..) = error.as_raw_parts().expect("a finite error");
        let top = *words.last().expect("digits") as f64 / (u64::BITS as f64).exp2();
        top * f64::from(exponent).exp2()
    })
}

#[test]
fn phi_functions_are_accurate() {
    let mut generator = Generator(31);
    let mut constants = Consts::new().expect("memory for constants");
    let mut points: Vec<f64> = (0..POINTS).map(|_| generator.between(-700.0, 1.0)).collect();
    points.extend((0..POINTS).map(|_| generator.between(-3.0, 3.0)));
    points.extend((0..POINTS / 4).map(|_| generator.between(1.0, 709.0)));
    points.extend((0..POINTS / 4).map(|_| generator.scaled(-60.0, 1.0)));
    points.extend([-1.0, 1.0].into_iter().flat_map(|edge: f64| [edge.next_down(), edge, edge.next_up()]));
    let mut worst = [(0.0, 0.0); 3];
    for z in points {
        let combined = phis(z);
        assert_eq!(combined, [phi1(z), phi2(z), phi3(z)]);
        for ((got, expected), worst) in combined.into_iter().zip(reference(z, &mut constants)).zip(&mut worst) {
            let error = relative(got, &expected);
            if error.is_nan() || error > worst.0 {
                *worst = (error, z);
            }
        }
    }
    println!("largest relative errors and where: {worst:?}");
    assert!(worst.iter().all(|(error, _)| *error <= BOUND), "largest relative errors and where: {worst:?}");
}

#[test]
fn phi_functions_at_the_ends() {
    assert_eq!(phis(0.0_f64), [1.0, 0.5, 1.0 / 6.0]);
    assert!(phis(f64::NAN).iter().all(|x| x.is_nan()));
    assert!(phis(-1e300_f64).iter().all(|x| x.is_finite()));
}

#[test]
fn phi_functions_have_right_derivatives() {
    // The slope of phi_k is phi_k less k times phi_(k+1), and so on for phi_3 by its definition.
    for step in -400..=100 {
        let z = f64::from(step) * 0.01 + 0.001;
        let [first, second, third] = phis(Dual::<1>::variable(z, 0));
        let expected = [
            first.value - second.value,
            second.value - 2.0 * third.value,
            // For phi_3 the recurrence cancels near zero, so there the power series stands in.
            (0..40).map(|k| f64::from(k + 1) * z.powi(k) / (1..=k + 4).map(f64::from).product::<f64>()).sum(),
        ];
        for (got, expected) in [first, second, third].iter().zip(expected) {
            let error = (got.slope[0] - expected).abs() / expected.abs();
            assert!(error < 1e-10, "at {z}: {} not {expected}", got.slope[0]);
        }
    }
}
