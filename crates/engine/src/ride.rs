//! One run among those that are stepped together: which step it asks for next, and what it makes of the state at its end.
//!
//! A run asks for one length after the other. Most are steps; where a guard has risen at the end of one, the search for the firing
//! asks for shorter lengths from the same start, and so does a step that would end where the system cannot be. So every run goes its own
//! way, and no run waits for another.

use consoma_number::Wide;

use crate::error::require;
use crate::instants::Instants;
use crate::location::Search;
use crate::now::Now;
use crate::observer::Observer;
use crate::run::{Checkpoint, Finish};
use crate::step::{Scratch, Step};
use crate::{Error, Eventful, FARTHEST, Flow, State, Stepping, lattice};

/// The shortest step, min, that is halved further where it would end in what is not possible.
const LEAST: f64 = 1.0 / 64.0;

/// One run under way.
pub(crate) struct Ride<'a, S: Eventful, T: Iterator<Item = (f64, S::Happening)>, O> {
    system: &'a S,
    stepping: Stepping,
    now: Now<S::Held>,
    /// The end of the step under way: a state that may follow the present one.
    after: State,
    /// The end of a shorter step that the search tries.
    trial: State,
    instants: Instants<'a, S, T>,
    scratch: Scratch,
    observer: O,
    until: f64,
    /// When the step under way would end.
    end: f64,
    /// The length that is asked for.
    length: f64,
    search: Option<Search>,
    /// Whether the length is part of a step that ended in what is not possible.
    halved: bool,
    /// Whether something changed what is held since it was last asked.
    changed: bool,
    steps: u64,
}

impl<'a, S, T, O> Ride<'a, S, T, O>
where
    S: Eventful,
    T: Iterator<Item = (f64, S::Happening)>,
    O: Observer<S>,
{
    /// Checks where the run starts, applies what happens there, and asks for the first step.
    pub(crate) fn begin(
        system: &'a S,
        stepping: &Stepping,
        from: Checkpoint<S::Held>,
        (timeline, until): (T, f64),
        observer: O,
    ) -> Result<Self, Error> {
        stepping.check()?;
        let shape = system.shape();
        from.state.fits(shape)?;
        require("start of the run", from.time, from.time.abs() <= FARTHEST, "within 1e9 minutes of zero")?;
        require(
            "end of the run",
            until,
            until.abs() <= FARTHEST && until >= from.time,
            "not before the start and at most 1e9 minutes",
        )?;

        let start = lattice::snapped(from.time, stepping.step);
        let until = lattice::snapped(until, stepping.step).max(start);
        let now = Now { time: start, midnight: lattice::midnight(start), state: from.state, held: from.held };
        now.check_finite(start, &now.state)?;

        let mut ride = Self {
            instants: Instants::new(system, &now, timeline, from.calm),
            scratch: Scratch::new(shape),
            after: now.state.clone(),
            trial: now.state.clone(),
            end: start,
            length: 0.0,
            search: None,
            halved: false,
            changed: true,
            steps: 0,
            stepping: *stepping,
            system,
            now,
            observer,
            until,
        };
        ride.instants.open(&ride.now, from.applied)?;
        ride.instants.settle(&mut ride.now, &mut ride.observer)?;
        ride.observer.start(&ride.now.moment(system));
        ride.aim()?;
        Ok(ride)
    }

    /// Whether the run is at its end.
    pub(crate) fn over(&self) -> bool {
        self.now.time >= self.until
    }

    /// Whether the length that is asked for is a shorter one from the same start as before.
    pub(crate) fn searches(&self) -> bool {
        self.search.is_some() || self.halved
    }

    /// The length that is asked for.
    pub(crate) fn length(&self) -> f64 {
        self.length
    }

    /// The minutes of the present day at the start.
    pub(crate) fn minutes(&self) -> f64 {
        self.now.time - self.now.midnight
    }

    /// The state at the start.
    pub(crate) fn state(&self) -> &State {
        &self.now.state
    }

    /// What is held, where it may have changed since this was last asked.
    pub(crate) fn newly_held(&mut self) -> Option<&S::Held> {
        core::mem::take(&mut self.changed).then_some(&self.now.held)
    }

    /// Decides how far the next step goes.
    fn aim(&mut self) -> Result<(), Error> {
        if self.over() {
            return Ok(());
        }
        let spacing = self.stepping.spacing(self.now.time >= self.instants.calm);
        let mut end = lattice::next_point(self.now.time, spacing).min(self.until);
        if let Some(time) = self.instants.next_happening()? {
            // One that counts as the same as a lattice point is applied there.
            if lattice::before(time, end) {
                end = time;
            }
        }
        (self.end, self.length, self.halved) = (end, end - self.now.time, false);
        Ok(())
    }

    /// Asks for half of this length.
    fn halve(&mut self, length: f64) {
        self.length = 0.5 * length;
        (self.end, self.halved) = (self.now.time + self.length, true);
    }

    /// Takes the state at the end of the length that was asked for, which is a lane of `after`. `flow` is that at the start.
    pub(crate) fn arrived<R: Wide>(&mut self, lane: usize, after: &State<R>, flow: &Flow<R>) -> Result<(), Error> {
        let Self { now, instants, system, length, .. } = self;
        let (length, from) = (*length, now.departure(*system));
        let search = match &mut self.search {
            None => {
                self.after.take(lane, after);
                let finite = now.check_finite(self.end, &self.after);
                if length >= LEAST && finite.is_err() {
                    self.halve(length);
                    return Ok(());
                }
                finite?;
                let risen = instants.guards.highest(&from.arrival(&self.after, length), now.time + length)?;
                if risen < 0.0 {
                    return self.reach(length, lane, flow);
                }
                let before = instants.guards.highest(&from, now.time)?;
                self.search.insert(Search::new(before, (length, risen), self.stepping.location))
            }
            Some(search) => {
                self.trial.take(lane, after);
                let value = instants.guards.highest(&from.arrival(&self.trial, length), now.time + length)?;
                if search.tried(length, value) {
                    core::mem::swap(&mut self.after, &mut self.trial);
                }
                search
            }
        };
        match search.next() {
            Some(shorter) => self.length = shorter,
            None => {
                let located = search.located();
                self.search = None;
                return self.reach(located, lane, flow);
            }
        }
        Ok(())
    }

    /// Accepts a step of `length` where the system can be at its end. Only here is that asked: what is tried on the way to a firing may lie
    /// beyond it. From where it cannot be no step is short enough, so what happened there is left to be seen.
    fn reach<R: Wide>(&mut self, length: f64, lane: usize, flow: &Flow<R>) -> Result<(), Error> {
        let possible = |state: &State| self.system.possible(&state.fast);
        if length >= LEAST && !possible(&self.after) && possible(&self.now.state) {
            self.halve(length);
            return Ok(());
        }
        self.accept(length, lane, flow)
    }

    /// Goes on to the end of a step of `length`, and asks for the next.
    fn accept<R: Wide>(&mut self, length: f64, lane: usize, flow: &Flow<R>) -> Result<(), Error> {
        let Self { now, system, .. } = self;
        let mut end = self.end;
        if length < end - now.time {
            end = lattice::snapped(now.time + length, self.stepping.step);
            now.check_finite(end, &self.after)?;
        }
        self.steps += 1;
        self.observer.step(&mut Step {
            start: now.time,
            end,
            before: &now.state,
            after: &self.after,
            held: &now.held,
            system: *system,
            flow: &(flow, lane),
            scratch: &mut self.scratch,
            ready: false,
        });
        core::mem::swap(&mut now.state, &mut self.after);
        now.time = end;
        let before = (self.instants.happenings, self.instants.firings);
        self.instants.applied = 0;
        if end >= now.midnight + lattice::DAY {
            self.instants.turn_day(now)?;
            self.observer.midnight(&now.moment(*system));
        }
        self.instants.settle(now, &mut self.observer)?;
        self.changed |= before != (self.instants.happenings, self.instants.firings);
        self.aim()
    }

    /// How the run ended, and who watched it.
    pub(crate) fn finish(mut self) -> (Finish<S::Held>, O) {
        self.observer.finish(&self.now.moment(self.system));
        let Instants { applied, calm, happenings, firings, .. } = self.instants;
        let Now { time, state, held, .. } = self.now;
        let checkpoint = Checkpoint { time, state, held, applied, calm };
        (Finish { checkpoint, steps: self.steps, happenings, firings }, self.observer)
    }
}
