//! The form of nearly every equation: a state that relaxes to a target.

use consoma_number::Real;

/// How a state changes at an instant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<R> {
    /// Derivative, in the state's unit per minute.
    pub slope: R,
    /// Rate at which the state itself decays, per minute; the exponential step treats this part exactly.
    pub rate: R,
}

impl<R: Real> Change<R> {
    /// `x' = (target - x) / tau`, with `tau` in minutes.
    ///
    /// ```
    /// use consoma_model::Change;
    /// let change = Change::towards(3.0, 1.0, 4.0);
    /// assert_eq!((change.slope, change.rate), (0.5, 0.25));
    /// ```
    #[inline(always)]
    pub fn towards(target: R, x: R, tau: R) -> Self {
        let rate = R::constant(1.0) / tau;
        Self { slope: (target - x) * rate, rate }
    }

    /// `x' = source - rate x`, with `rate` per minute.
    #[inline(always)]
    pub fn balance(source: R, x: R, rate: R) -> Self {
        Self { slope: source - x * rate, rate }
    }

    /// `x' = source`: an integral.
    #[inline(always)]
    pub fn integral(source: R) -> Self {
        Self { slope: source, rate: R::constant(0.0) }
    }
}

/// The decay rate, per minute, of something with this half-life in minutes.
#[inline(always)]
pub fn rate_of<R: Real>(half_life: R) -> R {
    R::constant(core::f64::consts::LN_2) / half_life
}

/// `limit tanh(x / limit)`: `x` where it is small, and never beyond the limit on either side. It has no kink.
#[inline(always)]
pub fn bounded<R: Real>(x: R, limit: f64) -> R {
    (x / limit).tanh() * limit
}
