//! The ultradian pulse clock of the adrenal axis.
//!
//! ```text
//! intervals ~ Gamma(shape 34, mean 70 min);  at each pulse  p += (70 / 12) exp(0.35 z - 0.061),  z ~ N(0, 1)
//! p' = -p / 12 min
//! ```
//!
//! p has mean 1. Neither the daily nor the hourly rhythm of cortisol arises inside the feedback loop
//! (Hosseinichimeh 2015), so both are inputs to it. Source of the intervals: Brown 2001, AJP 280:E450.
//! Left out: that stress may reset the clock.

use crate::declare::{Evidence, Parameter, Quantity, Spread, System};
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "pulses" {
        /// Pulsatile part of the hypothalamic drive
        pulse: Quantity { system: System::Hormones, principal: false, unit: "1", possible: (0.0, 20_000.0), normal: None, measured_by: "nothing: shows as pulses of cortisol" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "pulses" {
        /// Mean interval between pulses
        interval: Parameter {
            unit: "min", min: 40.0, typical: 70.0, max: 150.0, spread: Spread::Lognormal(0.08),
            evidence: Evidence::Read, source: "Brown 2001; 15-22 pulses a day are assumed to fit profiles (Faghih 2014); spread from that range",
        },
        /// Shape of the gamma distribution of intervals
        shape: Parameter {
            unit: "1", min: 10.0, typical: 34.0, max: 200.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "Brown 2001: SD 12 min at mean 70",
        },
        /// Standard deviation of the logarithm of a pulse's size
        size_spread: Parameter {
            unit: "1", min: 0.0, typical: 0.35, max: 0.7, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "pulses of one person differ by a third",
        },
        /// Time constant of a pulse
        decay: Parameter {
            unit: "min", min: 5.0, typical: 12.0, max: 40.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "secretory bursts last about 20 min",
        },
        /// Share of the basal drive that is pulsatile
        share: Parameter {
            unit: "1", min: 0.0, typical: 0.9, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "pulses alone, without basal secretion, describe the profile (Brown 2001, Faghih 2014); a tenth is left",
        },
    }
}

/// Size of the jump of a pulse whose standard normal score is `score`.
pub fn size(score: f64, p: &Parameters<f64>) -> f64 {
    p.interval / p.decay * Real::exp(p.size_spread * score - 0.5 * p.size_spread * p.size_spread)
}

/// The drive relative to its mean: a steady part and a pulsatile part.
#[inline(always)]
pub fn drive<R: Real>(x: &State<R>, p: &Parameters<R>) -> R {
    -p.share + 1.0 + p.share * x.pulse
}

/// The equation above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, p: &Parameters<R>) -> State<Change<R>> {
    State { pulse: Change::towards(R::constant(0.0), x.pulse, p.decay) }
}
