//! The homeostat: sleep pressure, and how the clock lets it speak.
//!
//! ```text
//! H' = (mu (1 - asleep / E) - H) / 45 h
//! C  = a (0.7896 - 0.3912 x + 0.7583 y - 0.4442 x^2 + 0.0250 x y - 0.9647 y^2)
//! propensity = 1 / (1 + exp(-(H - C - 12.35) / 0.35))
//! ```
//!
//! x and y are the pacemaker's coordinates, E the usual efficiency of the person's age: the source knows no waking within the night, so a usual
//! night counts as one sleep, and a broken one as less. Who sleeps by pressure goes to bed when H - C rises to 13.5 and
//! gets up when it falls to 12.5, so lies awake less in the morning: there E is that of the person's own night. Both mu and a fall with age, which shortens the night and moves it forward.
//! Source: the H-C-L model (Skeldon 2023, its code); mu 18.67 and a 2.72 at 30 years, 17.87 and 1.72 at 65.
//! Left out: naps without an occasion, caffeine.

use crate::body::sleep::pacemaker;
use crate::declare::{Evidence, Parameter, Quantity, Spread, System};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

const SKELDON: &str = "H-C-L model (Skeldon 2023, its code)";

table! {
    /// States.
    State of Quantity in "homeostat" {
        /// Sleep pressure
        pressure: Quantity { system: System::Sleep, principal: false, unit: "1", possible: (-20.0, 25.0), normal: Some((10.0, 16.0)), measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "homeostat" {
        /// Propensity to fall asleep
        propensity: Quantity { system: System::Sleep, principal: false, unit: "1", possible: (0.0, 1.0), normal: Some((0.0, 1.0)), measured_by: "sleepiness scale, rescaled" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "homeostat" {
        /// Level that pressure nears in endless waking, at 30 years
        ceiling: Parameter {
            unit: "1", min: 15.0, typical: 18.67, max: 22.0, spread: Spread::Normal(0.3),
            evidence: Evidence::Read, source: "H-C-L model (Skeldon 2023, its code); spread a hypothesis",
        },
        /// Change of that level per decade
        decade_ceiling: Parameter {
            unit: "1/decade", min: -1.0, typical: -0.2286, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Derived, source: SKELDON,
        },
        /// Time constant
        tau: Parameter {
            unit: "min", min: 1800.0, typical: 2700.0, max: 6000.0, spread: Spread::Same,
            evidence: Evidence::Read, source: SKELDON,
        },
        /// Amplitude of the clock's say, at 30 years
        clock: Parameter {
            unit: "1", min: 0.2, typical: 2.72, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Read, source: SKELDON,
        },
        /// Change of that amplitude per decade
        decade_clock: Parameter {
            unit: "1/decade", min: -1.0, typical: -0.2857, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Derived, source: SKELDON,
        },
        /// Pressure less the clock's say, at which one goes to bed
        bed: Parameter {
            unit: "1", min: 11.0, typical: 13.5, max: 16.0, spread: Spread::Same,
            evidence: Evidence::Read, source: SKELDON,
        },
        /// Pressure less the clock's say, at which one gets up
        up: Parameter {
            unit: "1", min: 8.0, typical: 12.5, max: 14.0, spread: Spread::Same,
            evidence: Evidence::Read, source: SKELDON,
        },
        /// Pressure less the clock's say, at which falling asleep is half as easy as it can be
        half: Parameter {
            unit: "1", min: 8.0, typical: 12.35, max: 15.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype, in which it gave published latencies",
        },
        /// Width of that threshold
        width: Parameter {
            unit: "1", min: 0.05, typical: 0.35, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

/// Least distance between the pressure of going to bed and that of getting up.
const LEAST_BAND: f64 = 0.2;

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    let decades = (who.age - 30.0) / 10.0;
    Parameters {
        ceiling: p.ceiling + p.decade_ceiling * decades,
        clock: (p.clock + p.decade_clock * decades).clamp(0.2, 5.0),
        // Who gets up must not be due for bed.
        up: p.bed - (p.bed - p.up - LEAST_BAND).positive() - LEAST_BAND,
        ..p
    }
}

/// The clock's say: C above.
#[inline(always)]
fn clock<R: Real>(pacemaker: &pacemaker::State<R>, p: &Parameters<R>) -> R {
    let pacemaker::State { x, y, .. } = *pacemaker;
    let course = -x * 0.3912 + y * 0.7583 - x * x * 0.4442 + x * y * 0.0250 - y * y * 0.9647 + 0.7896;
    p.clock * course
}

/// Pressure less the clock's say: H - C above.
#[inline(always)]
pub fn need<R: Real>(x: &State<R>, pacemaker: &pacemaker::State<R>, p: &Parameters<R>) -> R {
    x.pressure - clock(pacemaker, p)
}

/// A switch from 0 to 1 as `need` rises above `threshold`.
#[inline(always)]
pub fn above<R: Real>(need: R, threshold: R, p: &Parameters<R>) -> R {
    R::constant(1.0) / ((-((need - threshold) / p.width).clamp(-40.0, 40.0)).exp() + 1.0)
}

/// The propensity above.
#[inline(always)]
pub fn reading<R: Real>(need: R, p: &Parameters<R>) -> Reading<R> {
    Reading { propensity: above(need, p.half, p) }
}

/// The equation above; `usual` is the efficiency at which a night counts as one sleep.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, usual: R, input: &Inputs<R>, p: &Parameters<R>) -> State<Change<R>> {
    State { pressure: Change::towards(p.ceiling * (-(input.asleep / usual) + 1.0), x.pressure, p.tau) }
}
