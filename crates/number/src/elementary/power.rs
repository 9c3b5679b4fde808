//! A number to the power of another.
//!
//! `x^y = e^(y ln x)`. An error in `y ln x` is multiplied by up to 745, so the logarithm is made in two parts that
//! carry about 65 bits: the leading terms of `2 atanh(s) = 2 s + 2/3 s³ + s⁵ u(s²)` in pairs (Dekker's sums and
//! products), the rest in plain numbers. The product with `y` is a pair too, and the exponential takes the pair.
//! Largest error measured: see the table in [`elementary`](crate::elementary).

use super::exact::{hold, product, sum, sum_ordered};
use super::exponential::{LN_2_LOWER, LN_2_UPPER, exp_of_pair};
use super::logarithm::{beyond, split};

/// Beyond this exponent every base other than one gives zero or infinity.
const LARGEST_EXPONENT: f64 = 18_446_744_073_709_551_616.0;

/// `2 / 3` in two parts.
const TWO_THIRDS: [f64; 2] = [f64::from_bits(0x3fe5_5555_5555_5555), f64::from_bits(0x3c85_5555_5555_5555)];

/// `(2 atanh(s) - 2 s - 2/3 s³) / s⁵` from `z = s²`.
#[inline(always)]
fn tail(z: f64) -> f64 {
    let z2 = z * z;
    let a = COEFS;
    let low = (a[0] + a[1] * z) + (a[2] + a[3] * z) * z2;
    let high = (a[4] + a[5] * z) + (a[6] + a[7] * z) * z2;
    low + high * (z2 * z2)
}

const COEFS: [f64; 8] = [
    0.4,
    0.28571428571429364,
    0.22222222221655885,
    0.18181818335392802,
    0.1538459496251843,
    0.1333480469384731,
    0.11706236339491206,
    0.11723178623876518,
];

/// The logarithm of a positive finite number in two parts.
#[inline(always)]
fn ln_pair(x: f64) -> (f64, f64) {
    let (k, f) = split(x);

    // s = f / (2 + f), whose denominator is a pair as well.
    let (d, d_lost) = sum_ordered(2.0, f);
    let s = f / d;
    let (back, back_lost) = product(s, d);
    let s_lost = (((f - back) - back_lost) - s * d_lost) / d;

    // s³ (2/3 + s² u)
    let (z, z_lost) = product(s, s);
    let z_lost = z_lost + 2.0 * s * s_lost;
    let (c, c_lost) = sum_ordered(TWO_THIRDS[0], z * tail(z));
    let c_lost = c_lost + TWO_THIRDS[1];
    let (w, w_lost) = product(z, c);
    let w_lost = w_lost + (z * c_lost + z_lost * c);
    let (bend, bend_lost) = product(s, w);
    let bend_lost = bend_lost + (s * w_lost + s_lost * w);

    let (log, lost0) = sum_ordered(2.0 * s, bend);
    let (log, lost1) = sum(k * LN_2_UPPER, log);
    sum_ordered(log, lost1 + (lost0 + (bend_lost + (2.0 * s_lost + k * LN_2_LOWER))))
}

/// `x` to the power of `y`, for an `x` of zero or more.
///
/// A negative base, a not-a-number base or a not-a-number exponent gives not-a-number. A base of zero or infinity
/// gives what its limit gives: `0^y` is zero for a positive `y`, infinite for a negative one, and `0^0` is one.
///
/// ```
/// use consoma_number::elementary::power;
///
/// assert_eq!(power(9.0, 0.5), 3.0);
/// assert_eq!(power(0.0, 2.0), 0.0);
/// assert_eq!(power(0.0, 0.0), 1.0);
/// assert_eq!(power(0.0, -1.0), f64::INFINITY);
/// assert!(power(-8.0, 2.0).is_nan());
/// ```
#[inline(always)]
#[must_use]
pub fn power(x: f64, y: f64) -> f64 {
    let (log, log_lost) = ln_pair(x);
    let held = hold(y, -LARGEST_EXPONENT, LARGEST_EXPONENT);
    let (exponent, exponent_lost) = product(held, log);
    let (exponent, exponent_lost) = sum_ordered(exponent, exponent_lost + held * log_lost);
    // At a base of zero or infinity this makes the exponent infinite; at other bases it adds zero.
    let exponent = exponent + beyond(x) * held;
    let result = exp_of_pair(exponent, exponent_lost);
    let result = if y == 0.0 { 1.0 } else { result };
    result + if x >= 0.0 { 0.0 } else { f64::NAN }
}
