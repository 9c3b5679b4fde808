//! Numbers that carry their derivatives.
//!
//! A dual number holds a value and its slope along each of `N` variables; every operation applies the chain rule. The
//! value part runs the same text as a plain number, so it has the same bits.

use core::ops::{Add, Div, Mul, Neg, Sub};

use crate::Real;

/// A value and its derivatives by `N` variables, exact but for rounding.
///
/// The parts may be any [`Real`]: plain numbers, lanes of several people, or dual numbers again for second derivatives.
///
/// At a kink the derivative is the one that [`Real`] states. A slope of zero stays zero through `ln`, `sqrt` and
/// [`power`](Real::power), even where their own derivative is infinite.
///
/// ```
/// use consoma_number::{Dual, Real};
///
/// // x² y at (3, 5): the derivatives are 2 x y and x².
/// let x = Dual::<2>::variable(3.0, 0);
/// let y = Dual::<2>::variable(5.0, 1);
/// let result = x.squared() * y;
/// assert_eq!(result.value, 45.0);
/// assert_eq!(result.slope, [30.0, 9.0]);
/// ```
///
/// Four people at once:
///
/// ```
/// use consoma_number::{Dual, Lanes, Real};
///
/// let x = Dual::<1, Lanes<4>>::variable(Lanes([0.0, 1.0, 2.0, 3.0]), 0);
/// assert_eq!((x * x).slope[0].0, [0.0, 2.0, 4.0, 6.0]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dual<const N: usize, T = f64> {
    /// The number itself.
    pub value: T,
    /// Its derivative by each variable.
    pub slope: [T; N],
}

impl<const N: usize, T: Real> Dual<N, T> {
    /// The variable of that index. An index that does not exist gives a number without slope.
    #[must_use]
    pub fn variable(value: T, index: usize) -> Self {
        let slope = core::array::from_fn(|i| T::constant(if i == index { 1.0 } else { 0.0 }));
        Self { value, slope }
    }

    /// Applies the chain rule for a function of one number.
    #[inline(always)]
    fn chain(self, value: T, derivative: T) -> Self {
        Self { value, slope: self.slope.map(|slope| derivative * slope) }
    }

    /// As `chain`, for a derivative that may be infinite: no slope times infinity stays no slope.
    #[inline(always)]
    fn chain_guarded(self, value: T, derivative: T) -> Self {
        Self { value, slope: self.slope.map(|slope| guarded(derivative, slope)) }
    }

    /// Joins two slopes one by one.
    #[inline(always)]
    fn join(self, other: Self, value: T, rule: impl Fn(T, T) -> T) -> Self {
        Self { value, slope: core::array::from_fn(|i| rule(self.slope[i], other.slope[i])) }
    }

    #[inline(always)]
    fn product(self, other: Self) -> Self {
        self.join(other, self.value * other.value, |a, b| a * other.value + self.value * b)
    }

    #[inline(always)]
    fn quotient(self, other: Self) -> Self {
        let value = self.value / other.value;
        self.join(other, value, |a, b| (a - value * b) / other.value)
    }
}

/// `derivative * slope`, and zero where the slope is zero and the derivative infinite.
#[inline(always)]
fn guarded<T: Real>(derivative: T, slope: T) -> T {
    slope.max(-slope).select(derivative, derivative.clamp(f64::MIN, f64::MAX)) * slope
}

impl<const N: usize, T: Real> Neg for Dual<N, T> {
    type Output = Self;
    #[inline]
    fn neg(self) -> Self {
        Self { value: -self.value, slope: self.slope.map(Neg::neg) }
    }
}

impl<const N: usize, T: Real> Add for Dual<N, T> {
    type Output = Self;
    #[inline]
    fn add(self, other: Self) -> Self {
        self.join(other, self.value + other.value, |a, b| a + b)
    }
}

impl<const N: usize, T: Real> Sub for Dual<N, T> {
    type Output = Self;
    #[inline]
    fn sub(self, other: Self) -> Self {
        self.join(other, self.value - other.value, |a, b| a - b)
    }
}

impl<const N: usize, T: Real> Mul for Dual<N, T> {
    type Output = Self;
    #[inline]
    fn mul(self, other: Self) -> Self {
        self.product(other)
    }
}

impl<const N: usize, T: Real> Div for Dual<N, T> {
    type Output = Self;
    #[inline]
    fn div(self, other: Self) -> Self {
        self.quotient(other)
    }
}

impl<const N: usize, T: Real> Add<f64> for Dual<N, T> {
    type Output = Self;
    #[inline]
    fn add(self, other: f64) -> Self {
        Self { value: self.value + other, slope: self.slope }
    }
}

impl<const N: usize, T: Real> Sub<f64> for Dual<N, T> {
    type Output = Self;
    #[inline]
    fn sub(self, other: f64) -> Self {
        Self { value: self.value - other, slope: self.slope }
    }
}

impl<const N: usize, T: Real> Mul<f64> for Dual<N, T> {
    type Output = Self;
    #[inline]
    fn mul(self, other: f64) -> Self {
        Self { value: self.value * other, slope: self.slope.map(|slope| slope * other) }
    }
}

impl<const N: usize, T: Real> Div<f64> for Dual<N, T> {
    type Output = Self;
    #[inline]
    fn div(self, other: f64) -> Self {
        Self { value: self.value / other, slope: self.slope.map(|slope| slope / other) }
    }
}

impl<const N: usize, T: Real> Real for Dual<N, T> {
    #[inline]
    fn constant(value: f64) -> Self {
        Self { value: T::constant(value), slope: [T::constant(0.0); N] }
    }

    #[inline]
    fn exp(self) -> Self {
        let value = self.value.exp();
        self.chain(value, value)
    }

    #[inline]
    fn ln(self) -> Self {
        self.chain_guarded(self.value.ln(), T::constant(1.0) / self.value)
    }

    #[inline]
    fn tanh(self) -> Self {
        let value = self.value.tanh();
        self.chain(value, -(value * value) + 1.0)
    }

    #[inline]
    fn sin(self) -> Self {
        self.chain(self.value.sin(), self.value.cos())
    }

    #[inline]
    fn cos(self) -> Self {
        self.chain(self.value.cos(), -self.value.sin())
    }

    /// At a base of zero the derivative by the exponent is taken as zero, its limit for a positive exponent.
    #[inline]
    fn power(self, exponent: Self) -> Self {
        let value = self.value.power(exponent.value);
        let by_base = guarded(self.value.power(exponent.value - 1.0), exponent.value);
        let by_exponent = self.value.select(value * self.value.ln(), T::constant(0.0));
        self.join(exponent, value, |a, b| guarded(by_base, a) + guarded(by_exponent, b))
    }

    #[inline]
    fn sqrt(self) -> Self {
        let value = self.value.sqrt();
        self.chain_guarded(value, T::constant(0.5) / value)
    }

    #[inline]
    fn max(self, other: Self) -> Self {
        let other_wins = other.value - self.value;
        self.join(other, self.value.max(other.value), |a, b| other_wins.select(b, a))
    }

    #[inline]
    fn min(self, other: Self) -> Self {
        let other_wins = self.value - other.value;
        self.join(other, self.value.min(other.value), |a, b| other_wins.select(b, a))
    }

    #[inline]
    fn select(self, above: Self, below: Self) -> Self {
        let value = self.value.select(above.value, below.value);
        above.join(below, value, |a, b| self.value.select(a, b))
    }
}
