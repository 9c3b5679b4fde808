//! The natural logarithm.
//!
//! `x = 2^k m` with `m` between `sqrt(1/2)` and `sqrt(2)`, `f = m - 1` and `s = f / (2 + f)`. Then
//! `ln m = 2 atanh(s) = f - f²/2 + s (f²/2 + s² t(s²))` with a polynomial of degree 6; the form in `f` keeps the
//! rounding of `s` small. Largest error measured: see the table in [`elementary`](crate::elementary).

use super::exact::from_whole_bits;
use super::exponential::{LN_2_LOWER, LN_2_UPPER};

/// The bits of `sqrt(1/2)`.
const ROOT_HALF: u64 = 0x3fe6_a09e_667f_3bcd;
/// The bits of one, less those of `sqrt(1/2)`: adding them makes the exponent step at `sqrt(2)`.
const STEP: u64 = 0x3ff0_0000_0000_0000 - ROOT_HALF;

/// A positive finite number as `2^k (1 + f)`, with `1 + f` between `sqrt(1/2)` and `sqrt(2)`: gives `k` and `f`.
#[inline(always)]
pub(super) fn split(x: f64) -> (f64, f64) {
    let subnormal = x < f64::MIN_POSITIVE;
    let raised = if subnormal { x * 18_014_398_509_481_984.0 } else { x };
    let bias = if subnormal { 1023.0 + 54.0 } else { 1023.0 };
    let bits = raised.to_bits().wrapping_add(STEP);
    let fraction = (bits & 0x000f_ffff_ffff_ffff).wrapping_add(ROOT_HALF);
    (from_whole_bits(bits >> 52) - bias, f64::from_bits(fraction) - 1.0)
}

/// `(2 atanh(s) - 2 s) / s³` from `z = s²`.
#[inline(always)]
fn tail(z: f64) -> f64 {
    let z2 = z * z;
    let a = COEFS;
    let low = (a[0] + a[1] * z) + (a[2] + a[3] * z) * z2;
    let high = (a[4] + a[5] * z) + a[6] * z2;
    low + high * (z2 * z2)
}

const COEFS: [f64; 7] = [
    0.666666666666667,
    0.39999999999899444,
    0.2857142862600327,
    0.22222211130259878,
    0.18182889455674947,
    0.15331710618210773,
    0.14616585424888623,
];

/// The natural logarithm: minus infinity at zero, not-a-number below it.
///
/// ```
/// use consoma_number::elementary::ln;
///
/// assert_eq!(ln(1.0), 0.0);
/// assert_eq!(ln(0.0), f64::NEG_INFINITY);
/// assert!(ln(-1.0).is_nan());
/// ```
#[inline(always)]
#[must_use]
pub fn ln(x: f64) -> f64 {
    let (k, f) = split(x);
    let s = f / (2.0 + f);
    let z = s * s;
    let half_square = 0.5 * f * f;
    let bend = s * (half_square + z * tail(z));
    let result = k * LN_2_UPPER - ((half_square - (bend + k * LN_2_LOWER)) - f);
    result + beyond(x)
}

/// Zero at positive finite numbers; elsewhere what turns any finite number into the logarithm.
///
/// An addition, because a chain of selections ending in the result compiles to slow tests of the number's class.
#[inline(always)]
pub(super) fn beyond(x: f64) -> f64 {
    let added = if x == 0.0 { f64::NEG_INFINITY } else { 0.0 };
    let added = if x < 0.0 { f64::NAN } else { added };
    if x < f64::INFINITY { added } else { x }
}
