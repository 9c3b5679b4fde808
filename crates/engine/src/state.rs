//! The numbers of a system at one time.

use consoma_number::{Real, Wide};

use crate::{Error, Shape, System};

/// The numbers of a system at one time. Plain `f64` unless said otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct State<R = f64> {
    /// The fast states now. Length [`Shape::fast`].
    pub fast: Vec<R>,
    /// The integrals since the last midnight. Length [`Shape::tallies`].
    pub tallies: Vec<R>,
    /// The slow states at the last midnight, not now. Length [`Shape::slow`].
    pub midnight: Vec<R>,
}

impl<R: Real> State<R> {
    /// A state with empty tallies, as it is at a midnight.
    ///
    /// # Errors
    ///
    /// [`Error::Shape`] when `fast` or `slow` has not the length that `shape` names.
    pub fn new(shape: Shape, fast: &[R], slow: &[R]) -> Result<Self, Error> {
        let state =
            Self { fast: fast.to_vec(), tallies: vec![R::constant(0.0); shape.tallies], midnight: slow.to_vec() };
        state.fits(shape)?;
        Ok(state)
    }

    /// A state of zeros.
    pub fn zeros(shape: Shape) -> Self {
        let zeros = |n| vec![R::constant(0.0); n];
        Self { fast: zeros(shape.fast), tallies: zeros(shape.tallies), midnight: zeros(shape.slow) }
    }

    /// Turns the day over: the slow states advance by a whole day and the tallies start again from zero. Call it at
    /// midnight, before anything that happens at midnight. `scratch` needs at least [`Shape::slow`] places.
    ///
    /// # Errors
    ///
    /// [`Error::Shape`] when `scratch` is too short.
    pub fn turn_day<S: System<R>>(&mut self, system: &S, held: &S::Held, scratch: &mut [R]) -> Result<(), Error> {
        let found = scratch.len();
        let expected = self.midnight.len();
        let next =
            scratch.get_mut(..expected).ok_or(Error::Shape { what: "scratch for slow states", expected, found })?;
        system.slow_at(held, &self.midnight, &self.tallies, R::constant(crate::DAY), next);
        self.midnight.copy_from_slice(next);
        self.tallies.fill(R::constant(0.0));
        Ok(())
    }

    /// Checks the three lengths.
    pub(crate) fn fits(&self, shape: Shape) -> Result<(), Error> {
        let lengths = [
            ("fast states", shape.fast, self.fast.len()),
            ("tallies", shape.tallies, self.tallies.len()),
            ("slow states", shape.slow, self.midnight.len()),
        ];
        for (what, expected, found) in lengths {
            if expected != found {
                return Err(Error::Shape { what, expected, found });
            }
        }
        Ok(())
    }

    /// Copies `other`, of the same shape, without allocating.
    pub(crate) fn copy(&mut self, other: &Self) {
        self.fast.copy_from_slice(&other.fast);
        self.tallies.copy_from_slice(&other.tallies);
        self.midnight.copy_from_slice(&other.midnight);
    }
}

impl<R: Wide> State<R> {
    /// Puts the numbers of one system into its lane.
    pub(crate) fn put(&mut self, lane: usize, one: &State) {
        let all = [(&mut self.fast, &one.fast), (&mut self.tallies, &one.tallies), (&mut self.midnight, &one.midnight)];
        for (places, values) in all {
            for (place, value) in places.iter_mut().zip(values) {
                place.put(lane, *value);
            }
        }
    }
}

impl State<f64> {
    /// Takes the numbers of a lane.
    pub(crate) fn take<R: Wide>(&mut self, lane: usize, all: &State<R>) {
        let own = [(&mut self.fast, &all.fast), (&mut self.tallies, &all.tallies), (&mut self.midnight, &all.midnight)];
        for (places, values) in own {
            for (place, value) in places.iter_mut().zip(values) {
                *place = value.get(lane);
            }
        }
    }

    /// The place, in the order fast states, tallies, slow states at midnight, of the first number that is not finite.
    pub(crate) fn first_not_finite(&self) -> Option<(usize, f64)> {
        let all = self.fast.iter().chain(&self.tallies).chain(&self.midnight);
        all.copied().enumerate().find(|(_, value)| !value.is_finite())
    }

    /// All numbers in one list, in the order fast states, tallies, slow states at midnight.
    pub(crate) fn flattened(&self) -> Vec<f64> {
        [&self.fast[..], &self.tallies[..], &self.midnight[..]].concat()
    }
}

/// What a guard may look at: the numbers of a system now, the slow states included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View<'a> {
    /// The fast states now.
    pub fast: &'a [f64],
    /// The integrals since the last midnight.
    pub tallies: &'a [f64],
    /// The slow states now.
    pub slow: &'a [f64],
}
