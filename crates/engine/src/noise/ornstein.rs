//! An Ornstein-Uhlenbeck process on a lattice of its own.
//!
//! ```text
//! dX = -X / tau dt + sd sqrt(2 / tau) dW
//! ```
//!
//! sampled every `cell` minutes is, exactly, the autoregression (D. T. Gillespie, Physical Review E 54 (1996) 2084-2091)
//!
//! ```text
//! X(0) = sd z(0),     X(k) = a X(k-1) + sd sqrt(1 - a^2) z(k),     a = e^(-cell / tau),     z independent normal
//! ```
//!
//! with mean 0, deviation `sd` and correlation `e^(-|t| / tau)` at every cell. The lattice is the process's own, so the
//! step of a run does not touch it.

use consoma_number::Real;

use super::Stream;
use crate::Error;
use crate::error::require;

/// An Ornstein-Uhlenbeck process of mean zero: an endless iterator of `(time, value)`, the time in minutes.
///
/// The value of cell `k` is a pure function of the stream and of the parameters, through the recursion from cell 0. To
/// hold it constant within its cell, use the pairs as happenings.
///
/// ```
/// use consoma_engine::noise::{Ornstein, Process, Source};
///
/// let stream = Source::new(1).stream(1, Process::new("draught in the kitchen"));
/// let mut draught = Ornstein::new(stream, 0.0, 10.0, 60.0, 0.5)?;
/// let (time, _) = draught.nth(6).unwrap_or_default();
/// assert_eq!(time, 60.0);
/// # Ok::<(), consoma_engine::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Ornstein {
    stream: Stream,
    origin: f64,
    cell: f64,
    sd: f64,
    keep: f64,
    kick: f64,
    value: f64,
    index: u64,
}

impl Ornstein {
    /// The process with cells of `cell` minutes from `origin` (minutes) on, the relaxation time `tau` (minutes) and the
    /// stationary deviation `sd` (in the unit of the values).
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] when the origin is not finite, the cell or the relaxation time not above zero and finite, or
    /// the deviation below zero or not finite.
    pub fn new(stream: Stream, origin: f64, cell: f64, tau: f64, sd: f64) -> Result<Self, Error> {
        require("origin of a process", origin, origin.is_finite(), "finite")?;
        require("cell of a process", cell, cell > 0.0 && cell.is_finite(), "above 0 minutes and finite")?;
        require("relaxation time of a process", tau, tau > 0.0 && tau.is_finite(), "above 0 minutes and finite")?;
        require("deviation of a process", sd, sd >= 0.0 && sd.is_finite(), "at least 0 and finite")?;
        let keep = Real::exp(-cell / tau);
        // 1 - a^2 by expm1 would round better, but only matters for cells below 1e-8 of the relaxation time.
        let kick = sd * Real::sqrt(1.0 - keep * keep);
        Ok(Self { stream, origin, cell, sd, keep, kick, value: 0.0, index: 0 })
    }

    /// The same process as kicks, for a state that relaxes towards zero by itself with the same `tau`: an endless iterator
    /// of `(time, kick)`. A state that is zero before the first kick has, right after each, the value of that cell; in
    /// between it decays instead of holding still.
    ///
    /// ```
    /// use consoma_engine::noise::{Ornstein, Process, Source};
    ///
    /// let stream = Source::new(1).stream(1, Process::new("draught in the kitchen"));
    /// let draught = Ornstein::new(stream, 0.0, 10.0, 60.0, 0.5)?;
    /// let mut state = 0.0;
    /// for ((_, value), (_, kick)) in draught.clone().zip(draught.kicks()).take(100) {
    ///     state = state * f64::exp(-10.0 / 60.0) + kick;
    ///     assert!((state - value).abs() < 1e-12);
    /// }
    /// # Ok::<(), consoma_engine::Error>(())
    /// ```
    pub fn kicks(mut self) -> impl Iterator<Item = (f64, f64)> {
        core::iter::from_fn(move || Some(self.kick()))
    }

    /// The time of the next cell and what chance adds there.
    fn kick(&mut self) -> (f64, f64) {
        // The first is as wide as the process itself, which has always run.
        let size = if self.index == 0 { self.sd } else { self.kick };
        let time = self.origin + self.index as f64 * self.cell;
        let kick = size * self.stream.normal(self.index);
        self.index += 1;
        (time, kick)
    }
}

impl Iterator for Ornstein {
    type Item = (f64, f64);

    fn next(&mut self) -> Option<Self::Item> {
        let (time, kick) = self.kick();
        self.value = self.keep * self.value + kick;
        Some((time, self.value))
    }
}
