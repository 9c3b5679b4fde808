//! Finding the instant at which a guard fires.

use crate::{Departure, Error, Eventful, State, View};

/// The guards of a system and what was last seen of them.
#[derive(Clone, Debug)]
pub(crate) struct Guards {
    /// Whether each guard was below zero when last looked at, so that it can fire.
    armed: Vec<bool>,
    values: Vec<f64>,
    slow: Vec<f64>,
    firings: Vec<u32>,
    window: f64,
}

/// A guard that fires more often than this within one minute will not stop.
const MOST_FIRINGS: u32 = 64;

impl Guards {
    pub(crate) fn new(count: usize, state: &State) -> Self {
        Self {
            armed: vec![false; count],
            values: vec![0.0; count],
            slow: vec![0.0; state.midnight.len()],
            firings: vec![0; count],
            window: f64::NEG_INFINITY,
        }
    }

    /// Evaluates all guards at `at`, which lies `time` on the clock.
    fn look<S: Eventful>(&mut self, at: &Departure<'_, f64, S>, time: f64) -> Result<(), Error> {
        let state = at.state;
        at.system.slow_at(at.held, &state.midnight, &state.tallies, at.minutes, &mut self.slow);
        let view = View { fast: &state.fast, tallies: &state.tallies, slow: &self.slow };
        at.system.guard(time, at.held, &view, &mut self.values);
        match self.values.iter().position(|value| value.is_nan()) {
            Some(guard) => Err(Error::GuardNotANumber { guard, time }),
            None => Ok(()),
        }
    }

    /// Looks at all guards and arms those below zero; the lowest armed guard that is zero or above, if any.
    pub(crate) fn next_to_fire<S: Eventful>(
        &mut self,
        at: &Departure<'_, f64, S>,
        time: f64,
    ) -> Result<Option<usize>, Error> {
        if self.armed.is_empty() {
            return Ok(None);
        }
        self.look(at, time)?;
        let mut found = None;
        for (guard, (armed, value)) in self.armed.iter_mut().zip(&self.values).enumerate() {
            if *value < 0.0 {
                *armed = true;
            } else if *armed && found.is_none() {
                found = Some(guard);
            }
        }
        Ok(found)
    }

    /// Forgets what was seen before and arms those below zero now.
    pub(crate) fn arm<S: Eventful>(&mut self, at: &Departure<'_, f64, S>, time: f64) -> Result<(), Error> {
        self.armed.fill(false);
        self.next_to_fire(at, time).map(|_| ())
    }

    /// Notes that a guard fires, so that it must sink below zero before it fires again.
    pub(crate) fn count_firing(&mut self, guard: usize, time: f64) -> Result<(), Error> {
        self.armed[guard] = false;
        if time.floor() != self.window {
            self.window = time.floor();
            self.firings.fill(0);
        }
        self.firings[guard] += 1;
        if self.firings[guard] > MOST_FIRINGS {
            return Err(Error::GuardKeepsFiring { guard, time, firings: self.firings[guard] });
        }
        Ok(())
    }

    /// The highest value among the armed guards: below zero as long as none has fired. Its root is the first firing.
    pub(crate) fn highest<S: Eventful>(&mut self, at: &Departure<'_, f64, S>, time: f64) -> Result<f64, Error> {
        if self.armed.is_empty() {
            return Ok(f64::NEG_INFINITY);
        }
        self.look(at, time)?;
        let armed = self.armed.iter().zip(&self.values).filter(|(armed, _)| **armed);
        Ok(armed.map(|(_, value)| *value).fold(f64::NEG_INFINITY, f64::max))
    }
}

/// The search for the first firing inside a step.
///
/// It steps again from the start of the step with shorter lengths, by the Illinois variant of false position
/// (M. Dowell and P. Jarratt, BIT 11 (1971) 168-174), each guess moved by half the tolerance towards the side that
/// was not met last, so that the bracket closes from both sides. Halving takes over where that is slow.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Search {
    /// A length before the firing, and the highest guard there.
    low: (f64, f64),
    /// A length at or after it, and the highest guard there.
    high: (f64, f64),
    side: f64,
    round: u32,
    tolerance: f64,
}

impl Search {
    /// A search between the start of a step and its end, where the highest guards are `before` and `after`.
    pub(crate) fn new(before: f64, (length, after): (f64, f64), tolerance: f64) -> Self {
        Self { low: (0.0, before), high: (length, after), side: 0.0, round: 0, tolerance }
    }

    /// The length to try next; nothing when the firing is located.
    pub(crate) fn next(&self) -> Option<f64> {
        let Self { low, high, side, round, tolerance } = *self;
        let width = high.0 - low.0;
        if width <= tolerance {
            return None;
        }
        let chord = low.0 + width * (-low.1 / (high.1 - low.1));
        let guess =
            if round % 4 == 3 || !chord.is_finite() { low.0 + 0.5 * width } else { chord - 0.5 * tolerance * side };
        // Keeping off the ends makes every round shrink the bracket, and keeps time moving on.
        Some(guess.clamp(low.0 + 0.25 * tolerance, high.0 - 0.25 * tolerance))
    }

    /// Takes the highest guard at the length that was tried. True when a guard has risen there.
    pub(crate) fn tried(&mut self, since: f64, value: f64) -> bool {
        self.round += 1;
        let risen = value >= 0.0;
        if risen {
            self.high = (since, value);
            if self.side > 0.0 {
                self.low.1 *= 0.5;
            }
            self.side = 1.0;
        } else {
            self.low = (since, value);
            if self.side < 0.0 {
                self.high.1 *= 0.5;
            }
            self.side = -1.0;
        }
        risen
    }

    /// The length up to the first firing, from the side where it has risen.
    pub(crate) fn located(&self) -> f64 {
        self.high.0
    }
}
