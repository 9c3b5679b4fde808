//! What is done at one instant: the day turns over, guards fire, happenings are applied.

use core::iter::Peekable;

use crate::location::Guards;
use crate::now::Now;
use crate::observer::Observer;
use crate::{Error, Eventful, State, lattice};

/// The guards and the timeline of one run.
pub(crate) struct Instants<'a, S: Eventful, T: Iterator<Item = (f64, S::Happening)>> {
    system: &'a S,
    timeline: Peekable<T>,
    pub(crate) guards: Guards,
    start: f64,
    /// The time of the last happening that was taken from the timeline.
    previous: f64,
    /// The state before the change under way, for the report of an error.
    good: State,
    slow: Vec<f64>,
    /// From when on it is calm, as far as is known.
    pub(crate) calm: f64,
    /// How many happenings were applied at the present time.
    pub(crate) applied: usize,
    /// How many happenings were applied in this run.
    pub(crate) happenings: u64,
    /// How many times guards fired in this run.
    pub(crate) firings: u64,
}

impl<'a, S: Eventful, T: Iterator<Item = (f64, S::Happening)>> Instants<'a, S, T> {
    pub(crate) fn new(system: &'a S, now: &Now<S::Held>, timeline: T, calm: f64) -> Self {
        Self {
            system,
            timeline: timeline.peekable(),
            guards: Guards::new(system.guards(), &now.state),
            start: now.time,
            previous: f64::NEG_INFINITY,
            good: now.state.clone(),
            slow: vec![0.0; now.state.midnight.len()],
            calm,
            applied: 0,
            happenings: 0,
            firings: 0,
        }
    }

    /// Arms the guards, and passes over as many happenings at the start as `applied` says are in the state already.
    pub(crate) fn open(&mut self, now: &Now<S::Held>, applied: usize) -> Result<(), Error> {
        self.guards.arm(&now.departure(self.system), now.time)?;
        self.applied = applied;
        for _ in 0..applied {
            if self.due(now.time)?.is_none() {
                break;
            }
        }
        Ok(())
    }

    /// The time of the next happening, checked against the start and the order of the timeline.
    pub(crate) fn next_happening(&mut self) -> Result<Option<f64>, Error> {
        let Some(&(time, _)) = self.timeline.peek() else {
            return Ok(None);
        };
        if !time.is_finite() {
            return Err(Error::HappeningNotFinite { time });
        }
        if time < self.previous {
            return Err(Error::HappeningsOutOfOrder { time, previous: self.previous });
        }
        if lattice::before(time, self.start) {
            return Err(Error::HappeningBeforeStart { time, start: self.start });
        }
        Ok(Some(time))
    }

    /// Takes the next happening if it is due at `time`.
    fn due(&mut self, time: f64) -> Result<Option<S::Happening>, Error> {
        match self.next_happening()? {
            Some(next) if !lattice::before(time, next) => {
                self.previous = next;
                Ok(self.timeline.next().map(|(_, what)| what))
            }
            _ => Ok(None),
        }
    }

    /// Turns the day over.
    pub(crate) fn turn_day(&mut self, now: &mut Now<S::Held>) -> Result<(), Error> {
        self.good.copy(&now.state);
        now.state.turn_day(self.system, &now.held, &mut self.slow)?;
        now.midnight = now.time;
        self.check(now)
    }

    /// Fires what rose, applies what is due, and fires what that lifted.
    pub(crate) fn settle<O: Observer<S> + ?Sized>(
        &mut self,
        now: &mut Now<S::Held>,
        observer: &mut O,
    ) -> Result<(), Error> {
        self.fire(now, observer)?;
        let mut any = false;
        while let Some(what) = self.due(now.time)? {
            any = true;
            self.good.copy(&now.state);
            self.system.happen(now.time, &what, &mut now.held, &mut now.state);
            self.calm = self.calm.max(now.time + self.system.stirs(&what));
            self.check(now)?;
            self.applied += 1;
            self.happenings += 1;
            observer.happened(&what, &now.moment(self.system));
        }
        if any { self.fire(now, observer) } else { Ok(()) }
    }

    /// Fires the armed guards that are zero or above, one at a time, until none is left.
    fn fire<O: Observer<S> + ?Sized>(&mut self, now: &mut Now<S::Held>, observer: &mut O) -> Result<(), Error> {
        while let Some(guard) = self.guards.next_to_fire(&now.departure(self.system), now.time)? {
            self.guards.count_firing(guard, now.time)?;
            self.good.copy(&now.state);
            self.system.fire(guard, now.time, &mut now.held, &mut now.state);
            self.calm = self.calm.max(now.time + self.system.firing_stirs(guard));
            self.check(now)?;
            self.firings += 1;
            observer.fired(guard, &now.moment(self.system));
        }
        Ok(())
    }

    /// Checks the state after a change at the present time.
    fn check(&self, now: &Now<S::Held>) -> Result<(), Error> {
        now.state.fits(self.system.shape())?;
        match now.state.first_not_finite() {
            Some((index, value)) => {
                Err(Error::NotFinite { index, value, time: now.time, good_time: now.time, good: self.good.flattened() })
            }
            None => Ok(()),
        }
    }
}
