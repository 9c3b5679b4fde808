//! One accepted step, and the solution inside it.
//!
//! Inside a step each fast state follows the exponential counterpart of the cubic Hermite polynomial. With the rate `r`
//! and the slope `f0` at the start, the slope `f1` at the end, `z = r h` and `s` from 0 to 1 across the step, it solves
//!
//! ```text
//! dx/dt = -r (x - x0) + f0 + c s + d s^2 / 2
//! x(s)  = x0 + h (s phi1(-z s) f0 + s^2 phi2(-z s) c + s^3 phi3(-z s) d)
//! ```
//!
//! with `c` and `d` chosen so that value and slope at the end are met:
//!
//! ```text
//! c + d / 2               = f1 - f0 + r (x1 - x0)  = A
//! phi2(-z) c + phi3(-z) d = (x1 - x0) / h - phi1(-z) f0  = B
//! d = (B - phi2 A) / (phi3 - phi2 / 2),        c = A - d / 2
//! ```
//!
//! At `z = 0` this is the cubic Hermite polynomial. Where `z` is large the cubic would overshoot inside the step; this
//! form does not, and is exact for a relaxation towards a constant target.

use core::fmt::Debug;

use consoma_number::{Wide, phis};

use crate::observer::write_reading;
use crate::{Departure, Eventful, Flow, Shape, State, lattice};

/// One accepted step of a run.
#[derive(Debug)]
pub struct Step<'a, S: Eventful> {
    /// The start in minutes.
    pub start: f64,
    /// The end in minutes.
    pub end: f64,
    /// The state at the start, after everything that happened there.
    pub before: &'a State,
    /// The state at the end, before anything that happens there.
    pub after: &'a State,
    /// What was held during the step.
    pub held: &'a S::Held,
    pub(crate) system: &'a S,
    pub(crate) flow: &'a dyn Lane,
    pub(crate) scratch: &'a mut Scratch,
    /// Whether `scratch` holds the coefficients of this step yet.
    pub(crate) ready: bool,
}

/// The flow at the start of a step of one of those who are stepped together.
pub(crate) trait Lane: Debug {
    /// Slope and rate of a fast state.
    fn fast(&self, index: usize) -> (f64, f64);
    /// Slope of a tally.
    fn tally(&self, index: usize) -> f64;
}

impl<R: Wide> Lane for (&Flow<R>, usize) {
    fn fast(&self, index: usize) -> (f64, f64) {
        let (flow, lane) = self;
        (flow.slope[index].get(*lane), flow.rate[index].get(*lane))
    }

    fn tally(&self, index: usize) -> f64 {
        let (flow, lane) = self;
        flow.tally[index].get(*lane)
    }
}

/// The buffers of the solution inside a step, kept from step to step.
#[derive(Clone, Debug)]
pub(crate) struct Scratch {
    end: Flow<f64>,
    slow: Vec<f64>,
    fast: Vec<Curve>,
    tallies: Vec<Curve>,
    inside: State,
}

/// The coefficients of one state inside a step.
#[derive(Clone, Copy, Debug)]
struct Curve {
    rate: f64,
    f0: f64,
    c: f64,
    d: f64,
}

impl Curve {
    const FLAT: Self = Self { rate: 0.0, f0: 0.0, c: 0.0, d: 0.0 };

    fn through(rate: f64, h: f64, (x0, f0): (f64, f64), (x1, f1): (f64, f64)) -> Self {
        let [one, two, three] = phis(-rate * h);
        let a = f1 - f0 + rate * (x1 - x0);
        let b = (x1 - x0) / h - one * f0;
        let d = (b - two * a) / (three - 0.5 * two);
        Self { rate, f0, c: a - 0.5 * d, d }
    }

    fn at(&self, x0: f64, h: f64, s: f64) -> f64 {
        let [one, two, three] = phis(-self.rate * h * s);
        x0 + h * s * (one * self.f0 + s * (two * self.c + s * three * self.d))
    }
}

impl Scratch {
    pub(crate) fn new(shape: Shape) -> Self {
        Self {
            end: Flow::new(shape),
            slow: vec![0.0; shape.slow],
            fast: vec![Curve::FLAT; shape.fast],
            tallies: vec![Curve::FLAT; shape.tallies],
            inside: State::zeros(shape),
        }
    }
}

impl<S: Eventful> Step<'_, S> {
    /// Writes the reading at `time`: fast states, tallies, slow states then.
    ///
    /// `time` is in minutes; outside the step it is taken as the nearer end. At the start and at the end the reading is
    /// the solution itself, in between it is a curve through both (see the head of this file in the source). `out`
    /// should be [`Shape::total`] long; what does not fit is left out.
    ///
    /// Reading never alters the solution, and a reading depends only on the step and on `time`.
    pub fn at(&mut self, time: f64, out: &mut [f64]) {
        let midnight = lattice::midnight(self.start);
        if time <= self.start {
            write_reading(self.system, self.held, self.before, self.start - midnight, out);
        } else if time >= self.end {
            write_reading(self.system, self.held, self.after, self.end - midnight, out);
        } else {
            self.prepare(midnight);
            let h = self.end - self.start;
            let s = (time - self.start) / h;
            let Scratch { fast, tallies, inside, .. } = &mut *self.scratch;
            for (i, curve) in fast.iter().enumerate() {
                inside.fast[i] = curve.at(self.before.fast[i], h, s);
            }
            for (i, curve) in tallies.iter().enumerate() {
                inside.tallies[i] = curve.at(self.before.tallies[i], h, s);
            }
            write_reading(self.system, self.held, inside, time - midnight, out);
        }
    }

    /// Computes the slope at the end and the curves, once a step and only when asked for.
    fn prepare(&mut self, midnight: f64) {
        if self.ready {
            return;
        }
        self.ready = true;
        let (before, after, start) = (self.before, self.after, self.flow);
        let h = self.end - self.start;
        let Scratch { end, slow, fast, tallies, inside } = &mut *self.scratch;
        inside.midnight.copy_from_slice(&before.midnight);
        let arrival = Departure { system: self.system, held: self.held, state: after, minutes: self.end - midnight };
        crate::integrator::flow_at(&arrival, slow, end);
        for (i, curve) in fast.iter_mut().enumerate() {
            let (slope, rate) = start.fast(i);
            *curve = Curve::through(rate, h, (before.fast[i], slope), (after.fast[i], end.slope[i]));
        }
        for (i, curve) in tallies.iter_mut().enumerate() {
            let (from, to) = ((before.tallies[i], start.tally(i)), (after.tallies[i], end.tally[i]));
            *curve = Curve::through(0.0, h, from, to);
        }
    }
}
