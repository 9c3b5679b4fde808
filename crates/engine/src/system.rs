//! A body as the engine sees it.

use consoma_number::Real;

/// How many numbers a system has of each kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// States that are stepped (time constants from minutes to days).
    pub fast: usize,
    /// Integrals over the present day. They are stepped too, and start again from zero at every midnight.
    pub tallies: usize,
    /// States that are advanced once a day (time constants of weeks to years).
    pub slow: usize,
}

impl Shape {
    /// The length of a whole reading: fast states, then tallies, then slow states.
    pub fn total(&self) -> usize {
        self.fast + self.tallies + self.slow
    }
}

/// What [`System::flow`] fills in. Every number is zero before the first call and is otherwise left as it was, so a
/// system must write all its slopes and tallies at every call; a rate that is always zero need never be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow<R> {
    /// `dx/dt` of each fast state, per minute. Length [`Shape::fast`].
    pub slope: Vec<R>,
    /// The local decay rate of each fast state, per minute, at least zero: about `-d(slope[i])/d(fast[i])`. It decides
    /// which part of the slope the exponential step solves exactly; zero makes the step an ordinary one. Any value
    /// gives the right solution as the step shrinks. Length [`Shape::fast`].
    pub rate: Vec<R>,
    /// `d/dt` of each tally, per minute. Length [`Shape::tallies`].
    pub tally: Vec<R>,
}

impl<R: Real> Flow<R> {
    /// A flow of zeros.
    pub fn new(shape: Shape) -> Self {
        let zero = R::constant(0.0);
        Self { slope: vec![zero; shape.fast], rate: vec![zero; shape.fast], tally: vec![zero; shape.tallies] }
    }
}

/// A body as the engine sees it, generic over the number type.
///
/// The fast states `x` and the tallies `q` follow
///
/// ```text
/// dx/dt = slope(held, slow(t), x)        dq/dt = tally(held, slow(t), x)        q = 0 at every midnight
/// ```
///
/// and the slow states are a closed formula of the day so far, `slow(t) = slow_at(held, at midnight, q(t), minutes)`.
/// Time itself does not enter: whatever changes with the clock is a state, or a held value that a happening changes.
pub trait System<R: Real> {
    /// What holds constant between two located times: inputs and discrete states.
    type Held;

    /// The numbers of states. It must not change while the system is in use.
    fn shape(&self) -> Shape;

    /// Slopes and rates of the fast states, and slopes of the tallies.
    ///
    /// `slow` are the slow states now, `fast` the fast states now (lengths as in [`Shape`]). It must be a pure function
    /// of its arguments: the engine calls it at trial points that may never become part of the solution.
    fn flow(&self, held: &Self::Held, slow: &[R], fast: &[R], out: &mut Flow<R>);

    /// The slow states after `minutes` of the present day (0 to 1440), given their values at midnight and the tallies so
    /// far. At 1440 this is the value at the next midnight. `now` has length [`Shape::slow`].
    ///
    /// At zero minutes and zero tallies it must give back `at_midnight`, or the slow states jump. They also jump where
    /// `held` changes, if the formula reads it: let the tallies carry what the inputs did.
    ///
    /// The default holds the slow states constant.
    fn slow_at(&self, held: &Self::Held, at_midnight: &[R], tallies: &[R], minutes: R, now: &mut [R]) {
        let _ = (held, tallies, minutes);
        now.copy_from_slice(at_midnight);
    }
}
