//! The exponential function.
//!
//! `x = k ln 2 + r` with a whole `k` and `|r| <= ln 2 / 2`. Then `e^x = 2^k e^r`, and `e^r = 1 + r + r² q(r)` with a
//! polynomial of degree 10 that errs by less than 2^-60. `2^k` is applied in two halves, so that results below the
//! normal range are rounded once. Largest error measured: see the table in [`elementary`](crate::elementary).

use super::exact::{hold, nearest, sum, two_to};

/// `1 / ln 2`.
pub(super) const PER_LN_2: f64 = f64::from_bits(0x3ff7_1547_652b_82fe);
/// The first 41 bits of `ln 2`; times a whole number below 2^12 it is exact.
pub(super) const LN_2_UPPER: f64 = f64::from_bits(0x3fe6_2e42_fefa_3000);
/// The rest of `ln 2`.
pub(super) const LN_2_LOWER: f64 = f64::from_bits(0x3d53_de6a_f278_ece6);

/// Beyond these bounds the result is infinite or zero.
const HIGHEST: f64 = 710.0;
const LOWEST: f64 = -746.0;

/// `x` as `k ln 2 + r + rest`: the whole number, and the remainder in two parts.
#[inline(always)]
pub(super) fn reduce(x: f64, tail: f64) -> (f64, f64, f64) {
    let k = nearest(x * PER_LN_2);
    let (r, lost) = sum(x - k * LN_2_UPPER, -(k * LN_2_LOWER));
    (k, r, lost + tail)
}

/// `(e^r - 1 - r) / r²` for `|r| <= ln 2 / 2`.
#[inline(always)]
pub(super) fn curvature(r: f64) -> f64 {
    let r2 = r * r;
    let r4 = r2 * r2;
    let a = COEFS;
    let low = (a[0] + a[1] * r) + (a[2] + a[3] * r) * r2;
    let middle = (a[4] + a[5] * r) + (a[6] + a[7] * r) * r2;
    let high = (a[8] + a[9] * r) + a[10] * r2;
    low + (middle + high * r4) * r4
}

const COEFS: [f64; 11] = [
    0.5,
    0.1666666666666667,
    0.04166666666666667,
    0.008333333333326136,
    0.0013888888888883748,
    0.00019841269874820627,
    2.4801587325547743e-05,
    2.7557255400206422e-06,
    2.75572736431103e-07,
    2.5105217004720745e-08,
    2.0914686968086876e-09,
];

/// `e^(x + tail)` for a `tail` far smaller than `x`.
#[inline(always)]
pub(super) fn exp_of_pair(x: f64, tail: f64) -> f64 {
    let held = hold(x, LOWEST, HIGHEST);
    let tail = if held == x { tail } else { 0.0 };
    let (k, r, rest) = reduce(held, tail);
    let bend = r * r * curvature(r);
    let fraction = 1.0 + (r + (bend + rest * (1.0 + (r + bend))));
    let half = nearest(k * 0.5);
    fraction * two_to(half) * two_to(k - half)
}

/// The exponential function.
///
/// Infinite above 709.78, zero below -745.13, and exact to the last bit of a subnormal result in between.
///
/// ```
/// use consoma_number::elementary::exp;
///
/// assert_eq!(exp(1.0), std::f64::consts::E);
/// assert_eq!(exp(800.0), f64::INFINITY);
/// assert_eq!(exp(f64::NEG_INFINITY), 0.0);
/// ```
#[inline(always)]
#[must_use]
pub fn exp(x: f64) -> f64 {
    exp_of_pair(x, 0.0)
}
