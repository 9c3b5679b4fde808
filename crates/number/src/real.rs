//! The contract that every equation of the body is written against.

use core::fmt::Debug;
use core::ops::{Add, Div, Mul, Neg, Sub};

/// A number on which the body's equations can run.
///
/// The same text runs as plain `f64`, as lanes of several people, as dual numbers (exact derivatives) and as a symbolic
/// trace. So an equation must not branch on a value: it uses [`select`](Real::select), [`max`](Real::max),
/// [`min`](Real::min) and [`clamp`](Real::clamp), whose derivative at the kink is stated below.
///
/// A plain `f64` may stand on the right of every operator: `x * 2.0 + 1.0`.
pub trait Real:
    Copy
    + Debug
    + PartialEq
    + Neg<Output = Self>
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Add<f64, Output = Self>
    + Sub<f64, Output = Self>
    + Mul<f64, Output = Self>
    + Div<f64, Output = Self>
{
    /// The number whose value is `value`, whatever the equation's variables are.
    fn constant(value: f64) -> Self;

    /// The exponential function.
    fn exp(self) -> Self;
    /// The natural logarithm; `-inf` at zero and not-a-number below it.
    fn ln(self) -> Self;
    /// The hyperbolic tangent.
    fn tanh(self) -> Self;
    /// The sine of an angle in radians.
    fn sin(self) -> Self;
    /// The cosine of an angle in radians.
    fn cos(self) -> Self;
    /// `self` to the power of `exponent`, for a positive `self`.
    fn power(self, exponent: Self) -> Self;
    /// The square root.
    fn sqrt(self) -> Self;

    /// The larger of the two. Where they are equal the derivative is that of `self`.
    fn max(self, other: Self) -> Self;
    /// The smaller of the two. Where they are equal the derivative is that of `self`.
    fn min(self, other: Self) -> Self;
    /// `above` where `self > 0`, otherwise `below` (at zero too). The derivative is that of the chosen side; both
    /// sides are always computed.
    fn select(self, above: Self, below: Self) -> Self;

    /// Whether every [`select`](Real::select) on `self` takes its first side, where that is known. Then the other side need not be computed. It may save
    /// work and must change no result.
    #[inline(always)]
    fn always_above(self) -> bool {
        false
    }

    /// `self` held between two bounds. At a bound the derivative is that of `self`.
    fn clamp(self, low: f64, high: f64) -> Self {
        self.max(Self::constant(low)).min(Self::constant(high))
    }

    /// The positive part, `max(self, 0)`; at zero its derivative is that of `self`.
    fn positive(self) -> Self {
        self.max(Self::constant(0.0))
    }

    /// `self * self`.
    fn squared(self) -> Self {
        self * self
    }
}
