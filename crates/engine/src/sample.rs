//! Readings at requested times.

use crate::error::require;
use crate::{Error, Eventful, FARTHEST, Moment, Observer, SHORTEST, Shape, Step, lattice};

/// Records all states at requested times.
///
/// The times never alter the solution, and what is recorded at one time does not depend on which other times were asked
/// for. A time at which something happens shows the state after it. One sampler may watch several runs that follow each
/// other.
#[derive(Clone, Debug)]
pub struct Sampler {
    samples: Samples,
    next: usize,
    missed: Option<f64>,
}

/// Readings at requested times: one row a time, in the order fast states, tallies, slow states.
#[derive(Clone, Debug, PartialEq)]
pub struct Samples {
    width: usize,
    times: Vec<f64>,
    values: Vec<f64>,
}

impl Samples {
    /// The times in minutes.
    pub fn times(&self) -> &[f64] {
        &self.times
    }

    /// The numbers in a row, which is [`Shape::total`].
    pub fn width(&self) -> usize {
        self.width
    }

    /// The reading at the time of that index; empty beyond the last.
    pub fn row(&self, index: usize) -> &[f64] {
        let from = index * self.width;
        self.values.get(from..from + self.width).unwrap_or(&[])
    }

    /// All readings with their times.
    pub fn rows(&self) -> impl Iterator<Item = (f64, &[f64])> {
        self.times.iter().enumerate().map(|(index, time)| (*time, self.row(index)))
    }

    /// One state at all times; nothing when there is no state of that index.
    pub fn column(&self, state: usize) -> impl Iterator<Item = f64> {
        self.rows().filter_map(move |(_, row)| row.get(state).copied())
    }
}

impl Sampler {
    /// A sampler for `times`, in minutes, none before the one preceding it.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] when a time is not finite or goes back.
    pub fn new(shape: Shape, times: Vec<f64>) -> Result<Self, Error> {
        let mut previous = f64::NEG_INFINITY;
        for &time in &times {
            let fine = time.is_finite() && time >= previous;
            previous = require("sample time", time, fine, "finite and not before the one preceding it")?;
        }
        let values = vec![f64::NAN; shape.total() * times.len()];
        let samples = Samples { width: shape.total(), times, values };
        Ok(Self { samples, next: 0, missed: None })
    }

    /// A sampler for `from`, `from + spacing`, `from + 2 spacing` and so on, up to `to` (minutes; `to` itself counts).
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] when `from` or `to` lies beyond 1e9 minutes from zero, or the spacing is below 0.001.
    pub fn every(shape: Shape, spacing: f64, from: f64, to: f64) -> Result<Self, Error> {
        require("spacing", spacing, spacing >= SHORTEST && spacing.is_finite(), "at least 0.001 minutes and finite")?;
        require("first sample time", from, from.abs() <= FARTHEST, "within 1e9 minutes of zero")?;
        require("last sample time", to, to.abs() <= FARTHEST, "within 1e9 minutes of zero")?;
        let times = (0_u64..).map(|k| from + k as f64 * spacing).take_while(|&time| !lattice::before(to, time));
        Self::new(shape, times.collect())
    }

    /// What was recorded.
    ///
    /// # Errors
    ///
    /// [`Error::SampleMissed`] when a time lies outside the runs that were watched.
    pub fn into_samples(self) -> Result<Samples, Error> {
        match self.missed.or(self.samples.times.get(self.next).copied()) {
            Some(time) => Err(Error::SampleMissed { time }),
            None => Ok(self.samples),
        }
    }

    /// The next time to record, and the place for its row.
    fn pending(&mut self) -> Option<(f64, &mut [f64])> {
        let time = *self.samples.times.get(self.next)?;
        let from = self.next * self.samples.width;
        let row = self.samples.values.get_mut(from..from + self.samples.width)?;
        Some((time, row))
    }
}

impl<S: Eventful> Observer<S> for Sampler {
    fn start(&mut self, moment: &Moment<'_, S>) {
        while let Some((time, _)) = self.pending() {
            if !lattice::before(time, moment.time) {
                break;
            }
            self.missed = self.missed.or(Some(time));
            self.next += 1;
        }
    }

    fn step(&mut self, step: &mut Step<'_, S>) {
        // The end of the step belongs to the next one, which starts after whatever happens there.
        while let Some((time, row)) = self.pending() {
            if !lattice::before(time, step.end) {
                break;
            }
            let time = if lattice::same(time, step.start) { step.start } else { time };
            step.at(time, row);
            self.next += 1;
        }
    }

    fn finish(&mut self, moment: &Moment<'_, S>) {
        while let Some((time, row)) = self.pending() {
            if !lattice::same(time, moment.time) {
                break;
            }
            moment.read(row);
            self.next += 1;
        }
    }
}
