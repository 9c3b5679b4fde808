//! A clock whose ticks lie gamma-distributed intervals apart.
//!
//! With intervals `X` of mean `m` and gamma shape `k`, the wait from an arbitrary instant to the next tick is the
//! equilibrium forward recurrence time (D. R. Cox, Renewal Theory, 1962, chapter 5): an instant falls into a long
//! interval more often, in proportion to its length, and anywhere within it alike. An interval met so is gamma of shape
//! `k + 1`, so
//!
//! ```text
//! t(0) = origin + (m / k) U Gamma(k + 1)        t(j) = t(j - 1) + (m / k) Gamma(k)
//! ```
//!
//! With this first wait the rate of ticks is `1 / m` from the origin on. With any other it would start in step and
//! ring out over several intervals.

use super::draw::{Stream, check_shape};
use crate::Error;
use crate::error::require;

/// A clock whose ticks lie gamma-distributed intervals apart: an endless iterator of `(number, time)`, the time in
/// minutes and rising.
///
/// Tick `j` takes the indices `2 j` and `2 j + 1` of its stream, so its time is a function of the stream and of the
/// parameters only.
///
/// ```
/// use consoma_engine::noise::{Process, Renewal, Source};
///
/// let stream = Source::new(1).stream(1, Process::new("drips of a tap"));
/// let first_hour: Vec<f64> =
///     Renewal::new(stream, 0.0, 5.0, 20.0)?.map(|(_, time)| time).take_while(|time| *time < 60.0).collect();
/// assert!((8..=16).contains(&first_hour.len()));
/// # Ok::<(), consoma_engine::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Renewal {
    stream: Stream,
    scale: f64,
    shape: f64,
    time: f64,
    number: u64,
}

impl Renewal {
    /// A clock that has always run, seen from `origin` (minutes), with intervals of mean `mean` (minutes) and of gamma
    /// shape `shape`. Their coefficient of variation is `1 / sqrt(shape)`.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] when the origin is not finite, the mean is not above zero and finite, or the shape is below
    /// [`SMALLEST_SHAPE`](super::SMALLEST_SHAPE) or not finite.
    pub fn new(stream: Stream, origin: f64, mean: f64, shape: f64) -> Result<Self, Error> {
        require("origin of a renewal clock", origin, origin.is_finite(), "finite")?;
        let fine = mean > 0.0 && mean.is_finite();
        require("mean interval of a renewal clock", mean, fine, "above 0 minutes and finite")?;
        check_shape(shape)?;
        Ok(Self { stream, scale: mean / shape, shape, time: origin, number: 0 })
    }
}

impl Iterator for Renewal {
    type Item = (u64, f64);

    fn next(&mut self) -> Option<Self::Item> {
        let number = self.number;
        let index = 2 * number;
        // The shape was checked when the clock was made, so the draw is never refused.
        let interval = if number == 0 {
            self.stream.uniform(index + 1) * self.stream.gamma(index, self.shape + 1.0).ok()?
        } else {
            self.stream.gamma(index, self.shape).ok()?
        };
        self.time += self.scale * interval;
        self.number += 1;
        Some((number, self.time))
    }
}
