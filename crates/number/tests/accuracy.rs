//! The elementary functions against a reference of 200 bits.

mod common;

use astro_float::{BigFloat, Consts, RoundingMode};
use common::Generator;
use consoma_number::elementary::{LARGEST_ANGLE, cos, exp, ln, power, sin, tanh};

/// The bound each function must keep, in ulp.
const BOUND: f64 = 2.0;

/// How many random points of each kind; an unoptimised reference is slow.
const POINTS: usize = if cfg!(debug_assertions) { 1_000 } else { 10_000 };

const BITS: usize = 200;
const ROUNDING: RoundingMode = RoundingMode::ToEven;

fn big(x: f64) -> BigFloat {
    if x != 0.0 && x.abs() < f64::MIN_POSITIVE {
        // The reference misreads subnormal numbers, so it is given a normal one and the exponent back.
        let mut raised = BigFloat::from_f64(x * 100_f64.exp2(), BITS);
        raised.set_exponent(raised.exponent().expect("not zero") - 100);
        return raised;
    }
    BigFloat::from_f64(x, BITS)
}

/// The nearest plain number, good enough for measuring an error.
fn plain(x: &BigFloat) -> f64 {
    let Some((words, _, sign, exponent, _)) = x.as_raw_parts() else {
        return f64::NAN;
    };
    let top = *words.last().expect("a number has digits") as f64;
    let size = top / (u64::BITS as f64).exp2() * f64::from(exponent.clamp(-1000, 1000)).exp2();
    if sign.is_negative() { -size } else { size }
}

/// How far `got` is from `true_value`, in gaps between neighbouring plain numbers there.
fn ulps(got: f64, true_value: &BigFloat) -> f64 {
    let overflow = true_value.exponent().is_some_and(|exponent| exponent > 1024);
    if overflow && got.is_infinite() {
        return 0.0;
    }
    if true_value.is_zero() {
        return if got == 0.0 { 0.0 } else { f64::INFINITY };
    }
    if !got.is_finite() {
        // The largest finite number may round up to infinity, as the reference itself would.
        let near = true_value.exponent() == Some(1024) && plain(&true_value.abs()) * 1.0 >= f64::MAX;
        return if near { 0.0 } else { f64::INFINITY };
    }
    let exponent = true_value.exponent().expect("a finite reference");
    let gap = (exponent - 53).max(-1074);
    let error = big(got).sub(true_value, BITS, ROUNDING);
    if error.is_zero() {
        return 0.0;
    }
    let mut scaled = error.abs();
    scaled.set_exponent(scaled.exponent().expect("not zero") - gap);
    plain(&scaled)
}

/// The largest error met, and where.
struct Worst {
    name: &'static str,
    ulps: f64,
    place: String,
    points: usize,
}

impl Worst {
    fn new(name: &'static str) -> Self {
        Self { name, ulps: 0.0, place: String::new(), points: 0 }
    }

    fn note(&mut self, got: f64, true_value: &BigFloat, place: impl Fn() -> String) {
        let error = ulps(got, true_value);
        self.points += 1;
        if error.is_nan() || error > self.ulps {
            self.ulps = error;
            self.place = place();
        }
    }

    fn judge(&self) {
        let message =
            format!("{}: largest error {:.3} ulp at {} among {} points", self.name, self.ulps, self.place, self.points);
        println!("{message}");
        assert!(self.ulps <= BOUND, "{message}");
        assert!(cfg!(debug_assertions) || self.points >= 20_000, "too few points: {message}");
    }
}

/// The neighbours of each of the points, up to two steps away, and the points themselves.
fn neighbours(points: impl IntoIterator<Item = f64>) -> Vec<f64> {
    points
        .into_iter()
        .flat_map(|x| {
            let below = x.next_down();
            let above = x.next_up();
            [below.next_down(), below, x, above, above.next_up()]
        })
        .filter(|x| x.is_finite())
        .collect()
}

fn measure(
    name: &'static str,
    points: impl IntoIterator<Item = f64>,
    function: impl Fn(f64) -> f64,
    reference: impl Fn(&BigFloat, &mut Consts) -> BigFloat,
) {
    let mut constants = Consts::new().expect("memory for constants");
    let mut worst = Worst::new(name);
    for x in points {
        let true_value = reference(&big(x), &mut constants);
        worst.note(function(x), &true_value, || format!("{x:e}"));
    }
    worst.judge();
}

#[test]
fn exp_is_accurate() {
    let mut generator = Generator(1);
    let mut points: Vec<f64> = (0..POINTS).map(|_| generator.between(-745.2, 709.79)).collect();
    points.extend((0..POINTS).map(|_| generator.scaled(-60.0, 3.0)));
    points.extend((0..POINTS / 4).map(|_| generator.between(-745.2, -708.0)));
    // Where the reduction steps from one power of two to the next.
    points.extend(neighbours((-2150..2048).step_by(7).map(|k| (f64::from(k) + 1.0) * 0.5 * core::f64::consts::LN_2)));
    points.extend([0.0, -0.0, f64::MIN_POSITIVE, -f64::MIN_POSITIVE]);
    measure("exp", points, exp, |x, constants| x.exp(BITS, ROUNDING, constants));
}

#[test]
fn ln_is_accurate() {
    let mut generator = Generator(2);
    let mut points: Vec<f64> = (0..POINTS).map(|_| generator.positive()).collect();
    points.extend((0..POINTS).map(|_| generator.between(0.5, 2.0)));
    points.extend((0..POINTS / 2).map(|_| 1.0 + generator.scaled(-52.0, -1.0)));
    points.extend((0..POINTS / 4).map(|_| f64::from_bits(generator.bits() % (1 << 52) + 1)));
    points.extend(neighbours((-1074..1024).step_by(9).map(|k| f64::from(k).exp2())));
    points.extend(neighbours((-1000..1000).step_by(9).map(|k| f64::from(k).exp2() * core::f64::consts::SQRT_2)));
    points.extend(neighbours([core::f64::consts::FRAC_1_SQRT_2, 1.0, f64::MAX]));
    points.retain(|&x| x > 0.0);
    measure("ln", points, ln, |x, constants| x.ln(BITS, ROUNDING, constants));
}

#[test]
fn tanh_is_accurate() {
    let mut generator = Generator(3);
    let mut points: Vec<f64> = (0..POINTS).map(|_| generator.between(-22.0, 22.0)).collect();
    points.extend((0..POINTS).map(|_| generator.between(-1.5, 1.5)));
    points.extend((0..POINTS / 2).map(|_| generator.scaled(-80.0, 2.0)));
    points.extend(neighbours((1..120).map(|k| f64::from(k) * 0.25 * core::f64::consts::LN_2)));
    points.extend([0.0, 19.0, 19.1, 20.0, 700.0, -1e6]);
    // Small arguments lose bits in the reference, which works through exponentials.
    let bits = 4 * BITS;
    measure("tanh", points, tanh, |x, constants| x.tanh(bits, ROUNDING, constants));
}

/// Angles of all sizes, and the plain numbers nearest to multiples of a quarter of a right angle.
fn angles(seed: u64) -> Vec<f64> {
    let mut generator = Generator(seed);
    let mut points: Vec<f64> = (0..POINTS).map(|_| generator.between(-1e5, 1e5)).collect();
    points.extend((0..POINTS).map(|_| generator.scaled(-60.0, 4.0)));
    points.extend((0..POINTS / 4).map(|_| generator.between(-LARGEST_ANGLE, LARGEST_ANGLE)));
    let multiples = (0..POINTS / 4).map(|_| (generator.bits() % 130_000) as f64);
    let multiples: Vec<f64> = multiples.chain((1..200).map(f64::from)).collect();
    points.extend(neighbours(multiples.into_iter().map(|k| k * core::f64::consts::FRAC_PI_4)));
    // The plain numbers that come nearest of all to a multiple of a right angle, down to 2^-60.
    let nearest = [0x4046_c6cb_c45d_c8de, 0x4113_9c6f_d678_05a7, 0x4123_9c6f_d678_05a7, 0x40e6_7e57_cdd4_dc54];
    points.extend(neighbours(nearest.map(f64::from_bits)));
    points
}

#[test]
fn sin_is_accurate() {
    measure("sin", angles(4), sin, |x, constants| x.sin(2 * BITS, ROUNDING, constants));
}

#[test]
fn cos_is_accurate() {
    measure("cos", angles(5), cos, |x, constants| x.cos(2 * BITS, ROUNDING, constants));
}

#[test]
fn power_is_accurate() {
    let mut generator = Generator(6);
    let mut points: Vec<(f64, f64)> = Vec::new();
    // Any base, with an exponent that makes a result anywhere in the range, the subnormal one too.
    for _ in 0..POINTS {
        let base = generator.positive();
        points.push((base, generator.between(-744.0, 709.7) / base.ln()));
        let base = generator.between(0.6, 1.6);
        points.push((base, generator.between(-744.0, 709.7) / base.ln()));
    }
    for _ in 0..POINTS / 2 {
        // What equations use: concentrations and Hill exponents.
        points.push((generator.between(1e-6, 50.0), generator.between(-6.0, 6.0)));
        let base = 1.0 + generator.scaled(-52.0, -8.0);
        points.push((base, generator.between(-744.0, 709.7) / base.ln()));
        points.push((generator.positive(), generator.scaled(-60.0, 0.0)));
    }
    for base in neighbours([0.5, 1.0, 2.0, core::f64::consts::SQRT_2, core::f64::consts::FRAC_1_SQRT_2, 10.0]) {
        for exponent in neighbours([0.0, 0.5, 1.0, 2.0, 3.0, -1.0, 100.0, 300.0]) {
            points.push((base, exponent));
        }
    }
    let mut constants = Consts::new().expect("memory for constants");
    let mut worst = Worst::new("power");
    for (base, exponent) in points {
        if !exponent.is_finite() || base <= 0.0 {
            continue;
        }
        // The reference's own power is slow; its logarithm and exponential give the same with bits to spare.
        let log = big(base).ln(2 * BITS, ROUNDING, &mut constants);
        let true_value = big(exponent).mul(&log, 2 * BITS, ROUNDING).exp(BITS, ROUNDING, &mut constants);
        worst.note(power(base, exponent), &true_value, || format!("{base:e} to the {exponent:e}"));
    }
    worst.judge();
}
