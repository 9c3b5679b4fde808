//! Several people side by side in one number.

use core::ops::{Add, Div, Mul, Neg, Sub};

use crate::{Real, elementary, widest};

/// `N` plain numbers on which every operation acts one by one.
///
/// Each lane gives the same bits as a plain `f64` would (the sign and payload of a not-a-number aside): the same text
/// runs for both. Four or eight lanes suit today's machines.
///
/// ```
/// use consoma_number::{Lanes, Real};
///
/// let dose = Lanes::from([0.5, 1.0, 2.0, 4.0]);
/// let effect = dose / (dose + 1.0);
/// assert_eq!(effect.0[1], 0.5);
/// assert_eq!(dose.exp().0[0], Real::exp(0.5_f64));
/// assert_eq!(<[f64; 4]>::from(dose), [0.5, 1.0, 2.0, 4.0]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lanes<const N: usize>(pub [f64; N]);

impl<const N: usize> Lanes<N> {
    /// The lane of that index, if there is one.
    #[must_use]
    pub fn lane(&self, index: usize) -> Option<f64> {
        self.0.get(index).copied()
    }

    #[inline(always)]
    fn each(mut self, function: impl Fn(f64) -> f64) -> Self {
        for lane in &mut self.0 {
            *lane = function(*lane);
        }
        self
    }

    #[inline(always)]
    fn with(mut self, other: Self, function: impl Fn(f64, f64) -> f64) -> Self {
        for (lane, other) in self.0.iter_mut().zip(&other.0) {
            *lane = function(*lane, *other);
        }
        self
    }
}

impl<const N: usize> From<[f64; N]> for Lanes<N> {
    fn from(lanes: [f64; N]) -> Self {
        Self(lanes)
    }
}

impl<const N: usize> From<Lanes<N>> for [f64; N] {
    fn from(lanes: Lanes<N>) -> Self {
        lanes.0
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident) => {
        impl<const N: usize> $trait for Lanes<N> {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                self.with(other, $trait::$method)
            }
        }

        impl<const N: usize> $trait<f64> for Lanes<N> {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: f64) -> Self {
                self.each(|lane| $trait::$method(lane, other))
            }
        }
    };
}

operator!(Add, add);
operator!(Sub, sub);
operator!(Mul, mul);
operator!(Div, div);

impl<const N: usize> Neg for Lanes<N> {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        self.each(Neg::neg)
    }
}

// Calls, because they are long and an equation has dozens of them; each finds the widest instructions for itself. Loops are written out,
// because a function passed as a value to `each` may stay a call, and then the loop stays narrow.
macro_rules! long {
    ($($function:ident)*) => {
        $(
            #[inline(never)]
            fn $function(mut self) -> Self {
                widest(
                    #[inline(always)]
                    || {
                        for lane in &mut self.0 {
                            *lane = elementary::$function(*lane);
                        }
                    },
                );
                self
            }
        )*
    };
}

impl<const N: usize> Real for Lanes<N> {
    #[inline(always)]
    fn constant(value: f64) -> Self {
        Self([value; N])
    }
    long! { exp ln tanh sin cos }

    #[inline(never)]
    fn power(mut self, exponent: Self) -> Self {
        widest(
            #[inline(always)]
            || {
                for (lane, exponent) in self.0.iter_mut().zip(&exponent.0) {
                    *lane = elementary::power(*lane, *exponent);
                }
            },
        );
        self
    }

    #[inline(always)]
    fn sqrt(self) -> Self {
        self.each(f64::sqrt)
    }
    #[inline(always)]
    fn max(self, other: Self) -> Self {
        self.with(other, Real::max)
    }
    #[inline(always)]
    fn min(self, other: Self) -> Self {
        self.with(other, Real::min)
    }
    #[inline(always)]
    fn always_above(self) -> bool {
        self.0.iter().fold(true, |all, lane| all & (*lane > 0.0))
    }
    #[inline(always)]
    fn select(mut self, above: Self, below: Self) -> Self {
        for (lane, (above, below)) in self.0.iter_mut().zip(above.0.iter().zip(&below.0)) {
            *lane = Real::select(*lane, *above, *below);
        }
        self
    }
}
