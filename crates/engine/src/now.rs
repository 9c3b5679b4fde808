//! Where a run stands.

use crate::observer::Moment;
use crate::{Departure, Error, Eventful, State};

/// Where a run stands.
pub(crate) struct Now<H> {
    pub(crate) time: f64,
    /// The midnight at which the present day began.
    pub(crate) midnight: f64,
    pub(crate) state: State,
    pub(crate) held: H,
}

impl<H> Now<H> {
    pub(crate) fn departure<'a, S: Eventful<Held = H>>(&'a self, system: &'a S) -> Departure<'a, f64, S> {
        Departure { system, held: &self.held, state: &self.state, minutes: self.time - self.midnight }
    }

    pub(crate) fn moment<'a, S: Eventful<Held = H>>(&'a self, system: &'a S) -> Moment<'a, S> {
        let minutes = self.time - self.midnight;
        Moment { time: self.time, state: &self.state, held: &self.held, system, minutes }
    }

    /// Checks a state that would follow this one at `time`.
    pub(crate) fn check_finite(&self, time: f64, state: &State) -> Result<(), Error> {
        match state.first_not_finite() {
            Some((index, value)) => {
                Err(Error::NotFinite { index, value, time, good_time: self.time, good: self.state.flattened() })
            }
            None => Ok(()),
        }
    }
}
