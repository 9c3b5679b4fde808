//! Plain `f64` as a [`Real`].
//!
//! The functions are those of [`elementary`], so a plain run gives the same bits as lanes and traces. Mind that
//! `x.exp()` on a bare `f64` calls the method of Rust's own library, which differs in the last bit between systems.
//! Write equations over `R: Real`, or call [`elementary`] by name.
//!
//! ```
//! use consoma_number::{Real, elementary};
//!
//! fn saturation<R: Real>(x: R) -> R {
//!     x / (x + 0.5)
//! }
//!
//! assert_eq!(saturation(1.5_f64), 0.75);
//! assert_eq!(Real::exp(0.3_f64), elementary::exp(0.3));
//! ```

use crate::{Real, elementary};

impl Real for f64 {
    #[inline]
    fn constant(value: f64) -> Self {
        value
    }
    #[inline]
    fn exp(self) -> Self {
        elementary::exp(self)
    }
    #[inline]
    fn ln(self) -> Self {
        elementary::ln(self)
    }
    #[inline]
    fn tanh(self) -> Self {
        elementary::tanh(self)
    }
    #[inline]
    fn sin(self) -> Self {
        elementary::sin(self)
    }
    #[inline]
    fn cos(self) -> Self {
        elementary::cos(self)
    }
    #[inline]
    fn power(self, exponent: Self) -> Self {
        elementary::power(self, exponent)
    }
    #[inline]
    fn sqrt(self) -> Self {
        f64::sqrt(self)
    }
    #[inline]
    fn max(self, other: Self) -> Self {
        if other > self { other } else { self }
    }
    #[inline]
    fn min(self, other: Self) -> Self {
        if other < self { other } else { self }
    }
    #[inline(always)]
    fn always_above(self) -> bool {
        self > 0.0
    }
    #[inline]
    fn select(self, above: Self, below: Self) -> Self {
        if self > 0.0 { above } else { below }
    }
}
