//! Sine and cosine.
//!
//! `|x| = k π/2 + r` with a whole `k` and `|r| <= π/4`. `π/2` is held in four parts of 149 bits in all, of which the
//! first three times `k` are exact, so `r` (in two parts) is right however near `x` lies to a multiple of `π/2`. Both
//! polynomials (degrees 13 and 14) are computed and the quadrant picks one. Largest error measured: see the table in
//! [`elementary`](crate::elementary).

use super::exact::{nearest, sum, whole_bits};

/// The largest angle, in radians, whose sine and cosine are computed. Beyond it they are not-a-number.
pub const LARGEST_ANGLE: f64 = 1_048_576.0;

/// `2 / π`.
const PER_RIGHT_ANGLE: f64 = f64::from_bits(0x3fe4_5f30_6dc9_c883);

/// `π / 2` in parts; each of the first three has 32 bits.
const RIGHT_ANGLE: [f64; 4] = [
    f64::from_bits(0x3ff9_21fb_5440_0000),
    f64::from_bits(0x3dd0_b461_1a60_0000),
    f64::from_bits(0x3ba3_198a_2e00_0000),
    f64::from_bits(0x397b_839a_2520_49c1),
];

const SIGN: u64 = 1 << 63;

/// The quadrant's bits, and the remaining angle in two parts.
#[inline(always)]
fn reduce(size: f64) -> (u64, f64, f64) {
    let k = nearest(size * PER_RIGHT_ANGLE);
    let (r, lost0) = sum(size - k * RIGHT_ANGLE[0], -(k * RIGHT_ANGLE[1]));
    let (r, lost1) = sum(r, -(k * RIGHT_ANGLE[2]));
    let (r, lost2) = sum(r, (lost0 + lost1) - k * RIGHT_ANGLE[3]);
    (whole_bits(k), r, lost2)
}

/// The sine of `r + rest` for `|r| <= π/4`.
#[inline(always)]
fn sine(r: f64, rest: f64) -> f64 {
    let z = r * r;
    let a = SINE;
    let z2 = z * z;
    let p = (a[0] + a[1] * z) + (a[2] + a[3] * z) * z2 + (a[4] + a[5] * z) * (z2 * z2);
    r + (r * z * p + rest * (1.0 - 0.5 * z))
}

const SINE: [f64; 6] = [
    -0.16666666666666666,
    0.008333333333330948,
    -0.00019841269836756774,
    2.7557316101617874e-06,
    -2.505113165023518e-08,
    1.5918115263265974e-10,
];

/// The cosine of `r + rest` for `|r| <= π/4`.
#[inline(always)]
fn cosine(r: f64, rest: f64) -> f64 {
    let z = r * r;
    let a = COSINE;
    let z2 = z * z;
    let p = (a[0] + a[1] * z) + (a[2] + a[3] * z) * z2 + (a[4] + a[5] * z) * (z2 * z2);
    let half = 0.5 * z;
    let top = 1.0 - half;
    top + (((1.0 - top) - half) + (z2 * p - r * rest))
}

const COSINE: [f64; 6] = [
    0.041666666666666664,
    -0.0013888888888887398,
    2.480158729876456e-05,
    -2.7557317271145144e-07,
    2.087614614655861e-09,
    -1.1382623647474604e-11,
];

/// The sine of a non-negative angle, moved on by so many quadrants.
#[inline(always)]
fn turned(size: f64, quadrants: u64) -> f64 {
    let (k, r, rest) = reduce(size);
    let quadrant = k.wrapping_add(quadrants);
    let odd = 0_u64.wrapping_sub(quadrant & 1);
    let chosen = (cosine(r, rest).to_bits() & odd) | (sine(r, rest).to_bits() & !odd);
    let result = f64::from_bits(chosen ^ ((quadrant & 2) << 62));
    if size <= LARGEST_ANGLE { result } else { f64::NAN }
}

/// The sine of an angle in radians; not-a-number beyond [`LARGEST_ANGLE`].
///
/// ```
/// use consoma_number::elementary::sin;
///
/// assert_eq!(sin(0.0), 0.0);
/// assert_eq!(sin(std::f64::consts::FRAC_PI_2), 1.0);
/// assert!(sin(1e7).is_nan());
/// ```
#[inline(always)]
#[must_use]
pub fn sin(x: f64) -> f64 {
    let sign = x.to_bits() & SIGN;
    f64::from_bits(turned(f64::from_bits(x.to_bits() & !SIGN), 0).to_bits() ^ sign)
}

/// The cosine of an angle in radians; not-a-number beyond [`LARGEST_ANGLE`].
///
/// ```
/// use consoma_number::elementary::cos;
///
/// assert_eq!(cos(0.0), 1.0);
/// assert_eq!(cos(std::f64::consts::PI), -1.0);
/// ```
#[inline(always)]
#[must_use]
pub fn cos(x: f64) -> f64 {
    turned(f64::from_bits(x.to_bits() & !SIGN), 1)
}
