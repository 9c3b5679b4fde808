//! Stepping the fast states by exponential methods.
//!
//! A fast state with slope `f` and decay rate `r` at the start of a step is split as
//!
//! ```text
//! dx/dt = -r x + N(x),        N(x) = f(x) + r x,        r frozen for the step
//! ```
//!
//! The linear part is solved exactly and `N` is treated as in a Runge-Kutta method (exponential time differencing;
//! S. M. Cox and P. C. Matthews, Journal of Computational Physics 176 (2002) 430-455). So a state that relaxes towards a
//! constant target is exact at any step, and a state much faster than the step is stable. With `z = r h` the methods use
//! the functions
//!
//! ```text
//! phi1(w) = (e^w - 1) / w,   phi2(w) = (phi1(w) - 1) / w,   phi3(w) = (phi2(w) - 1/2) / w,   at w = -z
//! ```
//!
//! Every formula is written as an increment on the state at the start, which rounds better than `e^-z x + ...`. The
//! tallies have the rate zero, where the same formulas become plain quadrature.

use consoma_number::{Real, widest};

use crate::{Flow, Shape, State, System};

mod euler;
mod heun;
mod third;

/// How a step is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Method {
    /// ETD1: one slope a step, order 1 (Cox & Matthews 2002, equation 4).
    ExponentialEuler,
    /// ETD2RK: two slopes a step, order 2 (Cox & Matthews 2002, equations 20 to 22).
    ExponentialHeun,
    /// ETD3RK: three slopes a step, order 3 (Cox & Matthews 2002, equations 23 to 25).
    #[default]
    ExponentialThird,
}

impl Method {
    /// All methods, by order.
    pub const ALL: [Self; 3] = [Self::ExponentialEuler, Self::ExponentialHeun, Self::ExponentialThird];

    /// The power of the step with which the error shrinks. It is also the number of slopes that a step takes.
    pub fn order(self) -> usize {
        match self {
            Self::ExponentialEuler => 1,
            Self::ExponentialHeun => 2,
            Self::ExponentialThird => 3,
        }
    }
}

/// Where a step departs from.
#[derive(Debug)]
pub struct Departure<'a, R: Real, S: System<R>> {
    /// The system.
    pub system: &'a S,
    /// What holds constant during the step.
    pub held: &'a S::Held,
    /// The state at the start of the step.
    pub state: &'a State<R>,
    /// The minutes of the present day at the start of the step.
    pub minutes: R,
}

impl<R: Real, S: System<R>> Departure<'_, R, S> {
    /// The departure of a step that would follow one of `length` minutes to `state`.
    pub(crate) fn arrival<'b>(&'b self, state: &'b State<R>, length: R) -> Departure<'b, R, S> {
        Departure { system: self.system, held: self.held, state, minutes: self.minutes + length }
    }
}

/// A method with its buffers, for systems of one shape. Nothing is allocated in a step.
///
/// ```
/// use consoma_engine::{Departure, Flow, Method, Shape, State, Stepper, System};
///
/// struct Cup;
/// impl System<f64> for Cup {
///     type Held = f64;
///     fn shape(&self) -> Shape {
///         Shape { fast: 1, tallies: 0, slow: 0 }
///     }
///     fn flow(&self, air: &f64, _slow: &[f64], fast: &[f64], out: &mut Flow<f64>) {
///         out.slope[0] = (air - fast[0]) / 30.0;
///         out.rate[0] = 1.0 / 30.0;
///     }
/// }
///
/// let state = State::new(Cup.shape(), &[90.0], &[])?;
/// let mut after = state.clone();
/// let mut stepper = Stepper::new(Method::ExponentialEuler, Cup.shape());
/// stepper.step(&Departure { system: &Cup, held: &20.0, state: &state, minutes: 0.0 }, 30.0, &mut after);
/// assert!((after.fast[0] - (20.0 + 70.0 * f64::exp(-1.0))).abs() < 1e-12);
/// # Ok::<(), consoma_engine::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Stepper<R> {
    method: Method,
    pub(crate) start: Flow<R>,
    work: Work<R>,
}

/// The buffers between the start and the end of a step.
#[derive(Clone, Debug)]
struct Work<R> {
    slow: Vec<R>,
    weights: Vec<Weights<R>>,
    first: Stage<R>,
    second: Stage<R>,
}

/// A point inside a step and the flow there.
#[derive(Clone, Debug)]
struct Stage<R> {
    fast: Vec<R>,
    tallies: Vec<R>,
    flow: Flow<R>,
}

/// What one fast state needs of the phi functions; a method fills what it uses. Most rates are constant, so a step of the same length
/// as the last finds them as they are.
#[derive(Clone, Copy, Debug)]
struct Weights<R> {
    /// The rate for which they hold.
    rate: R,
    /// The step for which they hold; not a number before the first.
    step: R,
    half1: R,
    one: R,
    two: R,
    three: R,
}

impl<R: Real> Stepper<R> {
    /// A stepper for systems of `shape`.
    pub fn new(method: Method, shape: Shape) -> Self {
        let zero = R::constant(0.0);
        let stage =
            || Stage { fast: vec![zero; shape.fast], tallies: vec![zero; shape.tallies], flow: Flow::new(shape) };
        let weights =
            Weights { rate: zero, step: R::constant(f64::NAN), half1: zero, one: zero, two: zero, three: zero };
        Self {
            method,
            start: Flow::new(shape),
            work: Work {
                slow: vec![zero; shape.slow],
                weights: vec![weights; shape.fast],
                first: stage(),
                second: stage(),
            },
        }
    }

    /// One step of `length` minutes (of lanes, each its own), into `after`: [`begin`](Stepper::begin), then [`advance`](Stepper::advance).
    ///
    /// `after` must have the shape of the state. A step must not run past midnight; the caller ends it there and calls
    /// [`State::turn_day`].
    pub fn step<S: System<R>>(&mut self, from: &Departure<'_, R, S>, length: R, after: &mut State<R>) {
        self.begin(from);
        self.advance(from, length, after);
    }

    /// Computes the slope at the start. Once done, several lengths can be tried from the same start.
    pub fn begin<S: System<R>>(&mut self, from: &Departure<'_, R, S>) {
        flow_at(from, &mut self.work.slow, &mut self.start);
    }

    /// Completes a step of `length` minutes from the start that [`begin`](Stepper::begin) was given last.
    pub fn advance<S: System<R>>(&mut self, from: &Departure<'_, R, S>, length: R, after: &mut State<R>) {
        let (method, start, work) = (self.method, &self.start, &mut self.work);
        widest(
            #[inline(always)]
            || match method {
                Method::ExponentialEuler => euler::advance(start, from, length, after),
                Method::ExponentialHeun => heun::advance(start, work, from, length, after),
                Method::ExponentialThird => third::advance(start, work, from, length, after),
            },
        );
        after.midnight.copy_from_slice(&from.state.midnight);
    }
}

/// The flow at the departure itself.
pub(crate) fn flow_at<R: Real, S: System<R>>(from: &Departure<'_, R, S>, slow: &mut [R], out: &mut Flow<R>) {
    evaluate(from, slow, (&from.state.fast, &from.state.tallies), R::constant(0.0), out);
}

/// The flow at a point `since` minutes after the start, the slow states taken there too.
fn evaluate<R: Real, S: System<R>>(
    from: &Departure<'_, R, S>,
    slow: &mut [R],
    (fast, tallies): (&[R], &[R]),
    since: R,
    out: &mut Flow<R>,
) {
    from.system.slow_at(from.held, &from.state.midnight, tallies, from.minutes + since, slow);
    from.system.flow(from.held, slow, fast, out);
}

impl<R: Real> Weights<R> {
    /// Whether they are those of another rate or step, which are noted.
    #[inline(always)]
    fn moved(&mut self, rate: R, step: R) -> bool {
        let moved = self.rate != rate || self.step != step;
        (self.rate, self.step) = (rate, step);
        moved
    }
}

impl<R: Real> Stage<R> {
    /// Computes the flow at this point.
    fn evaluate<S: System<R>>(&mut self, from: &Departure<'_, R, S>, slow: &mut [R], since: R) {
        evaluate(from, slow, (&self.fast, &self.tallies), since, &mut self.flow);
    }

    /// `N(here) - N(start)` of one fast state.
    #[inline(always)]
    fn change(&self, start: &Flow<R>, state: &State<R>, i: usize) -> R {
        self.flow.slope[i] - start.slope[i] + start.rate[i] * (self.fast[i] - state.fast[i])
    }
}
