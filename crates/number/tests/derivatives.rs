//! Dual and traced derivatives against those worked out by hand.

mod common;

use common::Generator;
use consoma_number::{Dual, Real, Trace, phi2, trace::record};

fn close(got: f64, expected: f64) -> bool {
    (got - expected).abs() <= 1e-13 * expected.abs().max(1e-3) || got == expected
}

/// Checks an expression in `x` and `y` at a point against its two derivatives.
macro_rules! check {
    ($name:expr, $at:expr, |$x:ident, $y:ident| $text:expr, [$by_x:expr, $by_y:expr]) => {{
        fn text<R: Real>($x: R, $y: R) -> R {
            $text
        }
        let (x, y): (f64, f64) = $at;
        let expected: [f64; 2] = {
            let ($x, $y) = (x, y);
            let _ = ($x, $y);
            [$by_x, $by_y]
        };

        let plain = text(x, y);
        let dual = text(Dual::<2>::variable(x, 0), Dual::<2>::variable(y, 1));
        assert_eq!(dual.value.to_bits(), plain.to_bits(), "{}: value at {x}, {y}", $name);

        let graph = record(&["x", "y"], |v: &[Trace]| vec![text(v[0], v[1])]);
        let jacobian = graph.jacobian();
        let mut traced = [0.0; 2];
        for (&(_, column), value) in jacobian.entries.iter().zip(jacobian.graph.evaluate(&[x, y])) {
            traced[column] = value;
        }
        for i in 0..2 {
            let single = graph.derivative(0, i).expect("it exists").evaluate(&[x, y])[0];
            for (kind, got) in [("dual", dual.slope[i]), ("traced", traced[i]), ("single", single)] {
                assert!(close(got, expected[i]), "{} {kind} at {x}, {y}: {got} not {}", $name, expected[i]);
            }
        }
    }};
}

#[test]
fn elementary_functions() {
    let mut generator = Generator(41);
    for _ in 0..500 {
        let at = (generator.between(0.1, 4.0), generator.between(0.1, 4.0));
        check!("sum", at, |x, y| x + y + 2.0, [1.0, 1.0]);
        check!("difference", at, |x, y| (x - y) - 2.0, [1.0, -1.0]);
        check!("product", at, |x, y| x * y * 3.0, [3.0 * y, 3.0 * x]);
        check!("quotient", at, |x, y| x / y / 3.0, [1.0 / y / 3.0, -x / (y * y) / 3.0]);
        check!("reciprocal", at, |x, y| R::constant(2.0) / x + y, [-2.0 / (x * x), 1.0]);
        check!("negative", at, |x, y| -(x * y), [-y, -x]);
        check!("square", at, |x, y| x.squared() + y.squared(), [2.0 * x, 2.0 * y]);
        check!("exp", at, |x, y| (x * y).exp(), [y * (x * y).exp(), x * (x * y).exp()]);
        check!("ln", at, |x, y| (x * y).ln(), [1.0 / x, 1.0 / y]);
        check!("tanh", at, |x, y| (x - y).tanh(), [(x - y).cosh().powi(-2), -(x - y).cosh().powi(-2)]);
        check!("sin", at, |x, y| (x * y).sin(), [y * (x * y).cos(), x * (x * y).cos()]);
        check!("cos", at, |x, y| (x * y).cos(), [-y * (x * y).sin(), -x * (x * y).sin()]);
        check!("sqrt", at, |x, y| (x + y).sqrt(), [0.5 / (x + y).sqrt(), 0.5 / (x + y).sqrt()]);
        check!("power", at, |x, y| x.power(y), [y * x.powf(y - 1.0), x.powf(y) * x.ln()]);
        check!("third power", at, |x, y| x.power(R::constant(3.0)) * y, [3.0 * x * x * y, x.powi(3)]);
        check!("second power", at, |x, y| x.power(R::constant(2.0)) * y, [2.0 * x * y, x.powi(2)]);
        check!(
            "a Hill curve",
            at,
            |x, y| x.power(R::constant(2.5)) / (x.power(R::constant(2.5)) + y),
            [2.5 * x.powf(1.5) * y / (x.powf(2.5) + y).powi(2), -x.powf(2.5) / (x.powf(2.5) + y).powi(2)]
        );
    }
}

#[test]
fn kinks() {
    for (a, b) in [(1.0, 2.0), (2.0, 1.0), (1.5, 1.5)] {
        let own = f64::from(a >= b);
        check!("max", (a, b), |x, y| Real::max(x * 2.0, y * 2.0), [2.0 * own, 2.0 - 2.0 * own]);
        let own = f64::from(a <= b);
        check!("min", (a, b), |x, y| Real::min(x * 2.0, y * 2.0), [2.0 * own, 2.0 - 2.0 * own]);
    }
    for (a, slope) in [(-1.0, 0.0), (0.0, 1.0), (1.0, 1.0)] {
        check!("positive", (a, 1.0), |x, y| x.positive() * y, [slope, a.max(0.0)]);
    }
    for (a, slope) in [(-2.0, 0.0), (-1.0, 1.0), (0.3, 1.0), (2.0, 1.0), (2.5, 0.0)] {
        check!("clamp", (a, 3.0), |x, y| Real::clamp(x, -1.0, 2.0) + y, [slope, 1.0]);
    }
    for (a, by_x, by_y) in [(-1.0, 2.0, 0.0), (0.0, 2.0, 0.0), (1.0, 5.0, 1.0)] {
        check!("select", (a, 5.0), |x, y| x.select(x * y, x * 2.0), [by_x, by_y]);
    }
}

#[test]
fn a_switched_off_side_stays_zero() {
    check!("root of nothing", (-1.0, 1.0), |x, y| x.positive().sqrt() + y, [0.0, 1.0]);
    check!("power of nothing", (-1.0, 1.0), |x, y| x.positive().power(R::constant(0.5)) + y, [0.0, 1.0]);
    check!("powers at zero", (0.0, 2.0), |x, y| x.power(y), [0.0, 0.0]);
    check!("a root in the side not taken", (-1.0, 1.0), |x, y| x.select(x.sqrt(), y), [0.0, 1.0]);
    let constant = Dual::<1>::constant(0.0);
    assert_eq!((constant.sqrt().slope, constant.power(Dual::constant(0.0)).slope), ([0.0], [0.0]));
}

#[test]
fn a_wrong_slope_is_not_hidden() {
    let bad = Dual::<1> { value: 2.0, slope: [f64::NAN] };
    for slope in [bad.sqrt(), bad.ln(), bad.power(Dual::constant(2.0))] {
        assert!(slope.slope[0].is_nan());
    }
}

#[test]
fn second_derivatives_by_nesting() {
    type Second = Dual<1, Dual<1>>;
    for x in [-0.5, 0.0, 0.7] {
        let variable = Second::variable(Dual::variable(x, 0), 0);
        let root = (variable * variable + 4.0).sqrt();
        let expected = 4.0 / (x * x + 4.0).powf(1.5);
        assert!(close(root.slope[0].slope[0], expected), "at {x}");

        let graph = record(&["x"], |v| vec![(v[0] * v[0] + 4.0).sqrt()]);
        let twice = graph.derivative(0, 0).and_then(|slope| slope.derivative(0, 0)).expect("it exists");
        assert!(close(twice.evaluate(&[x])[0], expected), "at {x}");
    }
}

#[test]
fn phi_through_a_trace() {
    let graph = record(&["z"], |v| vec![phi2(v[0])]);
    let slope = graph.derivative(0, 0).expect("it exists");
    for z in [-50.0, -1.0, -0.3, 0.0, 0.5, 1.0] {
        let dual = phi2(Dual::<1>::variable(z, 0)).slope[0];
        assert!((slope.evaluate(&[z])[0] - dual).abs() < 1e-12, "at {z}");
    }
}
