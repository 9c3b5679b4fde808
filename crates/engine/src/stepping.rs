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
    /// How closely the firing of a guard is located, in minutes: at least 1e-6, at most 0.5. The firing is placed at or
    /// after the true crossing, by no more than this.
    pub location: f64,
}

/// The third-order method, a step of 2.5 minutes, and firings located within 0.001 minutes.
impl Default for Stepping {
    fn default() -> Self {
        Self { method: Method::default(), step: 2.5, location: 1e-3 }
    }
}

impl Stepping {
    /// The default with another step, in minutes.
    pub fn every(step: f64) -> Self {
        Self { step, ..Self::default() }
    }

    /// Checks the domains of the numbers.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] when the step or the location lies outside its domain.
    pub fn check(&self) -> Result<(), Error> {
        let fine = (SHORTEST..=DAY).contains(&self.step);
        require("step", self.step, fine, "from 0.001 to 1440 minutes")?;
        let fine = (1e-6..=0.5).contains(&self.location);
        require("location", self.location, fine, "from 1e-6 to 0.5 minutes")?;
        Ok(())
    }
}
