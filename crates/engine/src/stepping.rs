//! How a run is stepped.

use crate::error::require;
use crate::{DAY, Error, Method, SHORTEST};

/// How a run is stepped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stepping {
    /// How a step is computed.
    pub method: Method,
    /// The spacing of the lattice on which steps end, in minutes: from 0.001 to 1440. A spacing that divides 1440
    /// needs no extra cut at midnight.
    pub step: f64,
    /// The spacing of the lattice in the calm, if it is another: a whole multiple of the step, in minutes. What is fast in a system answers
    /// to what happens and is over soon; then long steps are as good as short ones. What happens says for how long it stirs: see
    /// [`Eventful::stirs`](crate::Eventful::stirs).
    pub calm: Option<f64>,
    /// How closely the firing of a guard is located, in minutes: at least 1e-6, at most 0.5. The firing is placed at or
    /// after the true crossing, by no more than this.
    pub location: f64,
}

/// The third-order method, a step of 2.5 minutes at all times, and firings located within 0.001 minutes.
impl Default for Stepping {
    fn default() -> Self {
        Self { method: Method::default(), step: 2.5, calm: None, location: 1e-3 }
    }
}

impl Stepping {
    /// The default with another step, in minutes.
    pub fn every(step: f64) -> Self {
        Self { step, ..Self::default() }
    }

    /// The same with steps this many times as long.
    #[must_use]
    pub fn scaled(self, times: f64) -> Self {
        Self { step: self.step * times, calm: self.calm.map(|step| step * times), ..self }
    }

    /// The last time at or before `time` at which every run ends a step, whatever happens in it: there a run may be split in two without
    /// changing a bit.
    #[must_use]
    pub fn point(&self, time: f64) -> f64 {
        let spacing = self.spacing(true);
        (time / spacing).floor() * spacing
    }

    /// The spacing of the lattice.
    pub(crate) fn spacing(&self, calm: bool) -> f64 {
        self.calm.filter(|_| calm).unwrap_or(self.step)
    }

    /// Checks the domains of the numbers.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] when the step or the location lies outside its domain.
    pub fn check(&self) -> Result<(), Error> {
        let fine = (SHORTEST..=DAY).contains(&self.step);
        require("step", self.step, fine, "from 0.001 to 1440 minutes")?;
        if let Some(calm) = self.calm {
            let steps = calm / self.step;
            let fine = calm <= DAY && steps >= 1.0 && steps == steps.round();
            require("calm step", calm, fine, "a whole multiple of the step, at most 1440 minutes")?;
        }
        let fine = (1e-6..=0.5).contains(&self.location);
        require("location", self.location, fine, "from 1e-6 to 0.5 minutes")?;
        Ok(())
    }
}
