//! Numbers that hold those of several people, and the widest instructions to compute them with.

use crate::{Lanes, Real};

/// A [`Real`] that holds the plain numbers of [`WIDTH`](Wide::WIDTH) people, each in its lane. A plain `f64` has one lane.
///
/// ```
/// use consoma_number::{Lanes, Wide};
///
/// fn sum<R: Wide>(x: &R) -> f64 {
///     (0..R::WIDTH).map(|lane| x.get(lane)).sum()
/// }
///
/// let mut x = Lanes::from([1.0, 2.0, 3.0, 4.0]);
/// x.put(3, 10.0);
/// assert_eq!(sum(&x), 16.0);
/// assert_eq!(sum(&5.0_f64), 5.0);
/// ```
pub trait Wide: Real {
    /// The number of lanes.
    const WIDTH: usize;

    /// The number in a lane. [`Lanes`] panic where there is no such lane.
    fn get(&self, lane: usize) -> f64;

    /// Puts a number into a lane. [`Lanes`] panic where there is no such lane.
    fn put(&mut self, lane: usize, value: f64);
}

impl Wide for f64 {
    const WIDTH: usize = 1;

    #[inline]
    fn get(&self, _lane: usize) -> f64 {
        *self
    }

    #[inline]
    fn put(&mut self, _lane: usize, value: f64) {
        *self = value;
    }
}

impl<const N: usize> Wide for Lanes<N> {
    const WIDTH: usize = N;

    #[inline]
    fn get(&self, lane: usize) -> f64 {
        self.0[lane]
    }

    #[inline]
    fn put(&mut self, lane: usize, value: f64) {
        self.0[lane] = value;
    }
}

/// Calls `work`, compiled for the widest instructions that this processor has. No bit of the result depends on them: multiplication
/// and addition stay two roundings.
///
/// `work` and what it calls must be inlined into it; what stays a call runs with the instructions of the oldest processor.
///
/// ```
/// assert_eq!(consoma_number::widest(#[inline(always)] || 1 + 1), 2);
/// ```
#[inline]
pub fn widest<T>(work: impl FnOnce() -> T) -> T {
    pulp::Arch::new().dispatch(work)
}
