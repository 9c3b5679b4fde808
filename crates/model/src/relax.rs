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

/// At midnight, a state that nears `by_night` in bed and `by_day` out of it, of somebody who lies in bed for `minutes` of every day from
/// `bed` on (both minutes, `bed` on the clock). `tau` in minutes.
pub fn daily(by_night: f64, by_day: f64, tau: f64, minutes: f64, bed: f64) -> f64 {
    let after = |x: f64, target: f64, minutes: f64| target + (x - target) * Real::exp(-minutes / tau);
    let day = 1440.0 - minutes;
    // A day takes x at getting up to a x + b, of which it is the fixed point.
    let whole = |x: f64| after(after(x, by_day, day), by_night, minutes);
    let (b, a) = (whole(0.0), whole(1.0) - whole(0.0));
    let up = b / (1.0 - a);
    let since_up = (1440.0 - (bed + minutes)).rem_euclid(1440.0);
    if since_up <= day { after(up, by_day, since_up) } else { after(after(up, by_day, day), by_night, since_up - day) }
}

#[cfg(test)]
mod tests {
    use super::daily;

    #[test]
    fn the_daily_state_comes_back_after_a_day() {
        // To bed at 23:00 for eight and a half hours: midnight is an hour into the night.
        let start = daily(-1.0, 18.0, 2700.0, 510.0, 1380.0);
        let (mut x, step) = (start, 0.01);
        for k in 0..144_000 {
            let clock = f64::from(k) * step;
            let by_day = (450.0..1380.0).contains(&clock);
            x += step * ((if by_day { 18.0 } else { -1.0 }) - x) / 2700.0;
        }
        assert!((x - start).abs() < 1e-3, "{start} {x}");
    }
}
