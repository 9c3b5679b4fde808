//! Departure: how far free cortisol lies above or below the person's usual course of the day.
//!
//! ```text
//! ln U_usual = c0 + c1 cos f + c2 sin f + c3 cos 2f + c4 sin 2f + c5 W
//! D'  = (ln(U / U_usual) - D) / 30 min
//! W'  = (V - W) / 20 min,   V' = (awakening - V) / 20 min       what waking adds to the course
//! rise = U_usual (exp(D) - 1)
//! ```
//!
//! U free cortisol in plasma, f the clock's phase. The six coefficients belong to the person: settling fits them to the course of
//! the usual day. What the rest of the body reads of cortisol is this departure; the plain level would put the whole rhythm of the
//! day into gut and sleep. D is 0 on a usual day, but for pulses. Free cortisol counts from 0.001 nmol/L and can be 40,000 after doses into a vein, so D lies within 18
//! even in somebody who has hardly any.
//! Left out: that the body's expectation moves when the days change for good.

use crate::body::sleep::pacemaker::Phase;
use crate::declare::{Evidence, Parameter, Quantity, Spread, System};
use crate::inputs::Inputs;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "departure" {
        /// Departure of cortisol from the usual course of the day, as a logarithm
        log: Quantity { system: System::Hormones, principal: false, unit: "1", possible: (-18.0, 18.0), normal: Some((-0.5, 0.5)), measured_by: "saliva of the day over that of usual days" },
        /// Waking, after a first delay
        waking: Quantity { system: System::Hormones, principal: false, unit: "1", possible: (0.0, 1.0), normal: None, measured_by: "nothing: a latent state" },
        /// Waking, after a second delay
        expected: Quantity { system: System::Hormones, principal: false, unit: "1", possible: (0.0, 1.0), normal: None, measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "departure" {
        /// Rise of free plasma cortisol above the usual course
        rise: Quantity { system: System::Hormones, principal: false, unit: "nmol/L", possible: (-1000.0, 40_000.0), normal: Some((-6.0, 6.0)), measured_by: "plasma of the day less that of usual days" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "departure" {
        /// Time over which tissues see cortisol
        tau: Parameter {
            unit: "min", min: 5.0, typical: 30.0, max: 240.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "tissues follow free hormone within tens of minutes; from a prototype",
        },
        /// Each delay of the usual awakening response
        delay: Parameter {
            unit: "min", min: 5.0, typical: 20.0, max: 60.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "puts the peak of what is expected at 30 to 45 min after waking, where the response has it",
        },
    }
}

/// The coefficients of a person's usual course, in the order of [`regressors`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usual<R>(pub [R; TERMS]);

/// The number of coefficients.
pub const TERMS: usize = 6;

/// Below this free cortisol is taken as this, nmol/L, so that its logarithm is bounded.
const LEAST: f64 = 1e-3;

impl<R: Real> Usual<R> {
    /// Of a person who has not been settled: a level course at this free cortisol, nmol/L.
    pub fn level(free: R) -> Self {
        let mut course = [R::constant(0.0); TERMS];
        course[0] = logarithm(free);
        Self(course)
    }

    /// The logarithm of usual free cortisol at this place of the day.
    #[inline(always)]
    fn at(&self, phase: &Phase<R>, expected: R) -> R {
        let terms = regressors(phase, expected);
        let mut sum = R::constant(0.0);
        for (coefficient, term) in self.0.iter().zip(terms) {
            sum = sum + *coefficient * term;
        }
        sum
    }
}

/// What the usual course is a sum of.
#[inline(always)]
pub fn regressors<R: Real>(phase: &Phase<R>, expected: R) -> [R; TERMS] {
    let (cos, sin) = (phase.cos, phase.sin);
    [R::constant(1.0), cos, sin, cos.squared() - sin.squared(), cos * sin * 2.0, expected]
}

/// The logarithm of free cortisol.
#[inline(always)]
pub fn logarithm<R: Real>(free: R) -> R {
    (free + LEAST).ln()
}

/// The rise above.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, phase: &Phase<R>, usual: &Usual<R>) -> Reading<R> {
    Reading { rise: usual.at(phase, x.expected).exp() * (x.log.exp() - 1.0) }
}

/// The equations above; `free` is free cortisol in plasma.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    free: R,
    phase: &Phase<R>,
    input: &Inputs<R>,
    usual: &Usual<R>,
    p: &Parameters<R>,
) -> State<Change<R>> {
    let departure = logarithm(free) - usual.at(phase, x.expected);
    State {
        log: Change::towards(departure, x.log, p.tau),
        waking: Change::towards(input.awakening, x.waking, p.delay),
        expected: Change::towards(x.waking, x.expected, p.delay),
    }
}
