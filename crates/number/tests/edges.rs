//! The elementary functions at and beyond the ends of their domains.

mod common;

use common::{EDGES, Generator};
use consoma_number::elementary::{LARGEST_ANGLE, cos, exp, ln, power, sin, tanh};

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

fn assert_same(got: f64, expected: f64, what: &str) {
    let same = got.to_bits() == expected.to_bits() || (got.is_nan() && expected.is_nan());
    assert!(same, "{what}: {got:e}, not {expected:e}");
}

#[test]
fn exp_at_the_ends() {
    let cases =
        [(0.0, 1.0), (-0.0, 1.0), (INF, INF), (-INF, 0.0), (NAN, NAN), (710.0, INF), (-746.0, 0.0), (1e300, INF)];
    for (x, expected) in cases.into_iter().chain([(-1e300, 0.0)]) {
        assert_same(exp(x), expected, &format!("exp({x})"));
    }
    assert!(exp(709.782_712_893_383_9).is_finite() && exp(709.782_712_893_384_1).is_infinite());
    assert_same(exp(-745.133_219_101_941_1), f64::from_bits(1), "the smallest result");
}

#[test]
fn ln_at_the_ends() {
    for (x, expected) in [(0.0, -INF), (-0.0, -INF), (1.0, 0.0), (INF, INF), (-1.0, NAN), (-INF, NAN), (NAN, NAN)] {
        assert_same(ln(x), expected, &format!("ln({x})"));
    }
    assert_same(ln(-f64::from_bits(1)), NAN, "ln of a negative subnormal number");
}

#[test]
fn tanh_at_the_ends() {
    for (x, expected) in [(0.0, 0.0), (-0.0, -0.0), (INF, 1.0), (-INF, -1.0), (NAN, NAN), (1e300, 1.0), (-30.0, -1.0)] {
        assert_same(tanh(x), expected, &format!("tanh({x})"));
    }
    let tiny = f64::from_bits(3);
    assert_same(tanh(tiny), tiny, "tanh of a subnormal number");
}

#[test]
fn sine_and_cosine_at_the_ends() {
    assert_same(sin(-0.0), -0.0, "sin(-0)");
    assert_same(sin(0.0), 0.0, "sin(0)");
    for x in [INF, -INF, NAN, LARGEST_ANGLE.next_up(), -LARGEST_ANGLE.next_up(), 1e300] {
        assert_same(sin(x), NAN, &format!("sin({x})"));
        assert_same(cos(x), NAN, &format!("cos({x})"));
    }
    assert!(sin(LARGEST_ANGLE).is_finite() && cos(-LARGEST_ANGLE).is_finite());
    for x in [0.3, 2.0, 100.0] {
        assert_same(sin(-x), -sin(x), "sine is odd");
        assert_same(cos(-x), cos(x), "cosine is even");
    }
}

#[test]
fn power_at_the_ends() {
    let cases = [
        (0.0, 2.0, 0.0),
        (-0.0, 2.0, 0.0),
        (0.0, 1e-300, 0.0),
        (0.0, -1e-300, INF),
        (0.0, 0.0, 1.0),
        (0.0, INF, 0.0),
        (0.0, -INF, INF),
        (INF, 0.5, INF),
        (INF, -0.5, 0.0),
        (INF, 0.0, 1.0),
        (3.0, 0.0, 1.0),
        (3.0, -0.0, 1.0),
        (1.0, INF, 1.0),
        (1.0, -1e300, 1.0),
        (1.5, INF, INF),
        (1.5, -INF, 0.0),
        (0.5, INF, 0.0),
        (0.5, -INF, INF),
        (1.0_f64.next_up(), 1e300, INF),
        (1.0_f64.next_down(), 1e300, 0.0),
        (f64::MAX, 1.0, f64::MAX),
        (f64::MAX, 2.0, INF),
        (f64::MIN_POSITIVE, 1.0, f64::MIN_POSITIVE),
        (f64::from_bits(1), 1.0, f64::from_bits(1)),
        (2.0, 1e-320, 1.0),
        (-1.0, 2.0, NAN),
        (-1.0, 0.0, NAN),
        (-INF, 1.0, NAN),
        (NAN, 0.0, NAN),
        (NAN, 1.0, NAN),
        (1.0, NAN, NAN),
        (0.0, NAN, NAN),
    ];
    for (x, y, expected) in cases {
        assert_same(power(x, y), expected, &format!("power({x:e}, {y:e})"));
    }
    let mut generator = Generator(21);
    for _ in 0..2_000 {
        let x = generator.positive();
        assert_same(power(x, 1.0), x, "the first power");
    }
}

#[test]
fn whole_powers_of_whole_numbers_are_exact() {
    for base in 1..=9_i32 {
        for exponent in 0..=15_i32 {
            let expected = f64::from(base).powi(exponent);
            assert_same(power(f64::from(base), f64::from(exponent)), expected, &format!("{base} to the {exponent}"));
        }
    }
}

#[test]
fn nothing_panics() {
    for x in EDGES {
        for y in EDGES {
            let _ = (exp(x), ln(x), tanh(x), sin(x), cos(x), power(x, y));
        }
    }
}
