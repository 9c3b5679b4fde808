//! Who watches a run.

use crate::{Eventful, State, Step};

/// One instant of a run.
#[derive(Debug)]
pub struct Moment<'a, S: Eventful> {
    /// The time in minutes.
    pub time: f64,
    /// The state.
    pub state: &'a State,
    /// What is held from now on.
    pub held: &'a S::Held,
    pub(crate) system: &'a S,
    pub(crate) minutes: f64,
}

impl<S: Eventful> Moment<'_, S> {
    /// Writes the reading of this instant: fast states, tallies, slow states now. `out` should be
    /// [`Shape::total`](crate::Shape::total) long; what does not fit is left out, and surplus places are left alone.
    pub fn read(&self, out: &mut [f64]) {
        write_reading(self.system, self.held, self.state, self.minutes, out);
    }
}

/// Writes fast states, tallies and slow states `minutes` after midnight, as far as `out` reaches.
pub(crate) fn write_reading<S: Eventful>(system: &S, held: &S::Held, state: &State, minutes: f64, out: &mut [f64]) {
    let stepped = state.fast.iter().chain(&state.tallies);
    for (place, value) in out.iter_mut().zip(stepped) {
        *place = *value;
    }
    let (from, to) = (state.fast.len() + state.tallies.len(), state.midnight.len());
    if let Some(now) = out.get_mut(from..from + to) {
        system.slow_at(held, &state.midnight, &state.tallies, minutes, now);
    }
}

/// Watches a run. No observer can alter the solution: it sees what was accepted, after the fact.
///
/// The calls come in the order of time. `()` watches nothing, and a pair of observers is an observer.
pub trait Observer<S: Eventful> {
    /// The run begins; what happens at its start has been applied.
    fn start(&mut self, moment: &Moment<'_, S>) {
        let _ = moment;
    }

    /// A step was accepted. Nothing at its end has been applied yet.
    fn step(&mut self, step: &mut Step<'_, S>) {
        let _ = step;
    }

    /// The day was turned over: slow states advanced, tallies empty.
    fn midnight(&mut self, moment: &Moment<'_, S>) {
        let _ = moment;
    }

    /// A happening was applied.
    fn happened(&mut self, what: &S::Happening, moment: &Moment<'_, S>) {
        let _ = (what, moment);
    }

    /// A guard fired and its event was applied.
    fn fired(&mut self, guard: usize, moment: &Moment<'_, S>) {
        let _ = (guard, moment);
    }

    /// The run ended; what happens at its end has been applied.
    fn finish(&mut self, moment: &Moment<'_, S>) {
        let _ = moment;
    }
}

impl<S: Eventful> Observer<S> for () {}

impl<S: Eventful, A: Observer<S>, B: Observer<S>> Observer<S> for (A, B) {
    fn start(&mut self, moment: &Moment<'_, S>) {
        self.0.start(moment);
        self.1.start(moment);
    }
    fn step(&mut self, step: &mut Step<'_, S>) {
        self.0.step(step);
        self.1.step(step);
    }
    fn midnight(&mut self, moment: &Moment<'_, S>) {
        self.0.midnight(moment);
        self.1.midnight(moment);
    }
    fn happened(&mut self, what: &S::Happening, moment: &Moment<'_, S>) {
        self.0.happened(what, moment);
        self.1.happened(what, moment);
    }
    fn fired(&mut self, guard: usize, moment: &Moment<'_, S>) {
        self.0.fired(guard, moment);
        self.1.fired(guard, moment);
    }
    fn finish(&mut self, moment: &Moment<'_, S>) {
        self.0.finish(moment);
        self.1.finish(moment);
    }
}

impl<S: Eventful, O: Observer<S> + ?Sized> Observer<S> for &mut O {
    fn start(&mut self, moment: &Moment<'_, S>) {
        (**self).start(moment);
    }
    fn step(&mut self, step: &mut Step<'_, S>) {
        (**self).step(step);
    }
    fn midnight(&mut self, moment: &Moment<'_, S>) {
        (**self).midnight(moment);
    }
    fn happened(&mut self, what: &S::Happening, moment: &Moment<'_, S>) {
        (**self).happened(what, moment);
    }
    fn fired(&mut self, guard: usize, moment: &Moment<'_, S>) {
        (**self).fired(guard, moment);
    }
    fn finish(&mut self, moment: &Moment<'_, S>) {
        (**self).finish(moment);
    }
}
