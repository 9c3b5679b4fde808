//! ETD3RK, the exponential method of third order.
//!
//! ```text
//! a  = x0 + h/2 phi1(-z/2) f(x0)                                     at the middle of the step
//! b  = x0 + h phi1(-z) (f(x0) + 2 (N(a) - N(x0)))                    at the end of the step
//! x1 = x0 + h phi1(-z) f(x0) + h (4 phi2 - 8 phi3)(-z) (N(a) - N(x0)) + h (4 phi3 - phi2)(-z) (N(b) - N(x0))
//! ```
//!
//! At `z = 0` this is Kutta's method of third order, and Simpson's rule for the tallies.

use consoma_number::{Real, phi1, phis};

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
    let half = h * 0.5;
    let Work { slow, weights, first: a, second: b } = work;
    for (i, w) in weights.iter_mut().enumerate() {
        if w.moved(start.rate[i], h) {
            let [one, two, three] = phis(start.rate[i] * -h);
            w.half1 = phi1(start.rate[i] * -half) * half;
            w.one = one * h;
            w.two = (two * 4.0 - three * 8.0) * h;
            w.three = (three * 4.0 - two) * h;
        }
        a.fast[i] = state.fast[i] + w.half1 * start.slope[i];
    }
    for (i, q) in a.tallies.iter_mut().enumerate() {
        *q = state.tallies[i] + start.tally[i] * half;
    }
    a.evaluate(from, slow, half);

    for (i, x) in b.fast.iter_mut().enumerate() {
        *x = state.fast[i] + weights[i].one * (start.slope[i] + a.change(start, state, i) * 2.0);
    }
    for (i, q) in b.tallies.iter_mut().enumerate() {
        *q = state.tallies[i] + (a.flow.tally[i] * 2.0 - start.tally[i]) * h;
    }
    b.evaluate(from, slow, h);

    for (i, x) in after.fast.iter_mut().enumerate() {
        let w = &weights[i];
        *x = state.fast[i]
            + w.one * start.slope[i]
            + w.two * a.change(start, state, i)
            + w.three * b.change(start, state, i);
    }
    for (i, q) in after.tallies.iter_mut().enumerate() {
        *q = state.tallies[i] + (start.tally[i] + a.flow.tally[i] * 4.0 + b.flow.tally[i]) * (h / 6.0);
    }
}
