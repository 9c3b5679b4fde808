//! ETD2RK, the exponential Heun method.
//!
//! ```text
//! a  = x0 + h phi1(-z) f(x0)                    at the end of the step
//! x1 = a + h phi2(-z) (N(a) - N(x0))
//! ```

use consoma_number::{Real, phis};

use super::{Departure, Work};
use crate::{Flow, State, System};

#[inline(always)]
pub(super) fn advance<R: Real, S: System<R>>(
    start: &Flow<R>,
    work: &mut Work<R>,
    from: &Departure<'_, R, S>,
    h: R,
    after: &mut State<R>,
) {
    let state = from.state;
    let Work { slow, weights, first: a, .. } = work;
    for (i, w) in weights.iter_mut().enumerate() {
        if w.moved(start.rate[i], h) {
            let [one, two, _] = phis(start.rate[i] * -h);
            (w.one, w.two) = (one * h, two * h);
        }
        a.fast[i] = state.fast[i] + w.one * start.slope[i];
    }
    for (i, q) in a.tallies.iter_mut().enumerate() {
        *q = state.tallies[i] + start.tally[i] * h;
    }
    a.evaluate(from, slow, h);

    for (i, x) in after.fast.iter_mut().enumerate() {
        *x = a.fast[i] + weights[i].two * a.change(start, state, i);
    }
    for (i, q) in after.tallies.iter_mut().enumerate() {
        *q = a.tallies[i] + (a.flow.tally[i] - start.tally[i]) * (h * 0.5);
    }
}
