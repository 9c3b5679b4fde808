//! The hyperbolic tangent.
//!
//! With `m = e^(2|x|) - 1`, `tanh |x| = m / (m + 2)`. `m` is made without cancellation from the pieces of the
//! exponential, as a rounded number and its error; the quotient is corrected once by those errors. So small arguments
//! keep all their bits. Largest error measured: see the table in [`elementary`](crate::elementary).

use super::exact::{hold, sum, sum_ordered, two_to};
use super::exponential::{curvature, reduce};

/// From here on the result rounds to one.
const FLAT: f64 = 20.0;

const SIGN: u64 = 1 << 63;

/// The hyperbolic tangent.
///
/// ```
/// use consoma_number::elementary::tanh;
///
/// assert_eq!(tanh(1e-20), 1e-20);
/// assert_eq!(tanh(-50.0), -1.0);
/// assert_eq!(tanh(0.7), -tanh(-0.7));
/// ```
#[inline(always)]
#[must_use]
pub fn tanh(x: f64) -> f64 {
    let sign = x.to_bits() & SIGN;
    let size = hold(f64::from_bits(x.to_bits() & !SIGN), 0.0, FLAT);
    let (k, r, rest) = reduce(2.0 * size, 0.0);
    let scale = two_to(k);
    let (m, m_lost) = sum(scale - 1.0, scale * r);
    let bend = scale * (r * r * curvature(r) + rest);
    let (m, m_lost) = sum_ordered(m, bend + m_lost);
    let (d, d_lost) = sum(2.0, m);
    let quotient = m / d;
    let result = quotient + (m_lost - quotient * (d_lost + m_lost)) / d;
    f64::from_bits(result.to_bits() | sign)
}
