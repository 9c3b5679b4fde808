//! Steps whose rounding error is known or zero, shared by the elementary functions.

/// Adding this number rounds to a whole number, which then sits in the low bits. Holds up to 2^51 in magnitude.
const ROUNDER: f64 = 6_755_399_441_055_744.0;

/// The bits of 2^52, in whose low bits a small whole number can be laid.
const WHOLE: u64 = 0x4330_0000_0000_0000;

/// The nearest whole number to `x`.
#[inline(always)]
pub(super) fn nearest(x: f64) -> f64 {
    (x + ROUNDER) - ROUNDER
}

/// The low bits of a whole number, in two's complement.
#[inline(always)]
pub(super) fn whole_bits(whole: f64) -> u64 {
    (whole + ROUNDER).to_bits()
}

/// The number whose low 52 bits, read as a whole number, are `bits`.
#[inline(always)]
pub(super) fn from_whole_bits(bits: u64) -> f64 {
    f64::from_bits(WHOLE | bits) - f64::from_bits(WHOLE)
}

/// Two to a whole power between -1022 and 1023.
#[inline(always)]
pub(super) fn two_to(whole: f64) -> f64 {
    f64::from_bits((whole + (ROUNDER + 1023.0)).to_bits() << 52)
}

/// `x` held between two bounds; a not-a-number passes through.
#[inline(always)]
pub(super) fn hold(x: f64, low: f64, high: f64) -> f64 {
    let x = if x > high { high } else { x };
    if x < low { low } else { x }
}

/// `a + b` rounded, and what the rounding lost.
#[inline(always)]
pub(super) fn sum(a: f64, b: f64) -> (f64, f64) {
    let s = a + b;
    let b_part = s - a;
    (s, (a - (s - b_part)) + (b - b_part))
}

/// As [`sum`], for an `a` at least as large as `b` in magnitude.
#[inline(always)]
pub(super) fn sum_ordered(a: f64, b: f64) -> (f64, f64) {
    let s = a + b;
    (s, b - (s - a))
}

/// The upper 26 bits of a number's fraction, and the rest.
#[inline(always)]
fn halves(x: f64) -> (f64, f64) {
    let upper = f64::from_bits(x.to_bits() & 0xffff_ffff_f800_0000);
    (upper, x - upper)
}

/// `a * b` rounded, and what the rounding lost up to a part in 2^105.
///
/// This is Dekker's product. The halves are cut by a mask, so no large number overflows on the way.
#[inline(always)]
pub(super) fn product(a: f64, b: f64) -> (f64, f64) {
    let p = a * b;
    let (a1, a0) = halves(a);
    let (b1, b0) = halves(b);
    (p, ((a1 * b1 - p) + a1 * b0 + a0 * b1) + a0 * b0)
}
