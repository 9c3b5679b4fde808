//! ETD1, the exponential Euler method.
//!
//! ```text
//! x1 = x0 + h phi1(-z) f(x0)
//! ```

use consoma_number::{Real, phi1};

use super::Departure;
use crate::{Flow, State, System};

#[inline(always)]
pub(super) fn advance<R: Real, S: System<R>>(start: &Flow<R>, from: &Departure<'_, R, S>, h: R, after: &mut State<R>) {
    for (i, x) in after.fast.iter_mut().enumerate() {
        *x = from.state.fast[i] + phi1(start.rate[i] * -h) * h * start.slope[i];
    }
    for (i, q) in after.tallies.iter_mut().enumerate() {
        *q = from.state.tallies[i] + start.tally[i] * h;
    }
}
