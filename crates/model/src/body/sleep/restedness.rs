//! Restedness: how refreshed one feels after a night, and what of it the day feels.
//!
//! ```text
//! at getting up   F = 0.6 (slow / 44,000 - 1) + 4 (E - E_usual) + (rem / slept - 0.21) - 0.15 N + w_glow G - w_loneliness 0.3 L
//!                 T = (slept - need) / 60 min
//! between         F' = -F / 2 d,   T' = -T / 2 d
//! rest = tanh(0.5 F + 0.25 T)
//! ```
//!
//! slow is slow-wave activity summed over the night (% min), E efficiency with the usual one of the person's age, N negative affect at getting up, G
//! afterglow, L loneliness of the day before. Refreshment follows continuity and how one feels; it is not
//! the same as [`vigilance`](super::vigilance), which follows hours. F and T are 0 after a usual night, on average.
//! Left out: naps, mood's own effect on how the night is judged later in the day.

use crate::body::sleep::night;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::person::Traits;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "restedness" {
        /// Refreshment felt after the night
        refreshment: Quantity { system: System::Sleep, principal: true, unit: "1", possible: (-12.0, 30.0), normal: Some((-0.6, 0.6)), measured_by: "morning rating, centred" },
        /// Hours slept beyond the need
        hours: Quantity { system: System::Sleep, principal: false, unit: "h", possible: (-20.0, 40.0), normal: Some((-1.0, 1.0)), measured_by: "diary" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "restedness" {
        /// Need of sleep at 24 years
        need: Parameter {
            unit: "min", min: 240.0, typical: 470.0, max: 700.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "467.6 min in a laboratory (Drews 2020); what the usual routine gives here",
        },
        /// Change of the need per decade
        decade_need: Parameter {
            unit: "min/decade", min: -40.0, typical: -10.1, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "sleep -10.1 min per decade (Boulos 2019)",
        },
        /// Usual efficiency at 24 years
        efficiency: Parameter {
            unit: "1", min: 0.5, typical: 0.925, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "92.0 % (Drews 2020); what the usual routine gives here",
        },
        /// Change of usual efficiency per decade
        decade_efficiency: Parameter {
            unit: "1/decade", min: -0.1, typical: -0.021, max: 0.02, spread: Spread::Same,
            evidence: Evidence::Read, source: "efficiency -2.1 points per decade (Boulos 2019)",
        },
        /// Slow-wave activity of a usual night
        slow: Parameter {
            unit: "% min", min: 10_000.0, typical: 44_000.0, max: 100_000.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "what the usual routine gives here",
        },
        /// Refreshment per share more slow waves
        deep_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.6, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "slow waves and efficiency predict quality best (Keklund & Akerstedt 1997); size from a prototype",
        },
        /// Refreshment per share more of the time in bed asleep
        continuity: Parameter {
            unit: "1", min: 0.0, typical: 4.0, max: 20.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "felt quality follows continuity (Akerstedt 1994); size from a prototype",
        },
        /// Refreshment per share more REM sleep
        dreams: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Refreshment lost per standard deviation of negative affect
        mood: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Refreshment lost per unit of loneliness of the day before
        loneliness: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "daily loneliness predicts next-day dysfunction, not duration (Hawkley 2010); size guessed",
        },
        /// Time constant of its passing
        tau: Parameter {
            unit: "min", min: 600.0, typical: 2880.0, max: 10_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "it holds for the day; guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "restedness" {
        /// Afterglow refreshes
        glow: Arrow {
            from: "closeness.afterglow", to: "restedness.refreshment", unit: "1",
            told: strength(1.0, 0.4), measured: strength(0.5, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "felt quality follows the day's closeness (Doerr 2022); size from a prototype",
        },
        /// Loneliness tires
        loneliness: Arrow {
            from: "loneliness.day", to: "restedness.refreshment", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "Hawkley 2010, 215 people",
        },
        /// Low mood tires
        mood: Arrow {
            from: "affect.negative", to: "restedness.refreshment", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    let decades = (who.age - 24.0) / 10.0;
    Parameters { need: p.need + p.decade_need * decades, efficiency: p.efficiency + p.decade_efficiency * decades, ..p }
}

/// How somebody feels at getting up.
#[derive(Clone, Copy, Debug)]
pub struct Morning {
    /// Negative affect.
    pub mood: f64,
    /// Afterglow, as the body reads it.
    pub glow: f64,
    /// Loneliness of the day before.
    pub loneliness: f64,
}

/// The states at getting up after a night.
pub fn after(night: &night::State<f64>, morning: &Morning, p: &Parameters<f64>, w: &Arrows<f64>) -> State<f64> {
    let efficiency = night.slept / f64::max(night.in_bed, 1.0);
    let dreams = night.rem / f64::max(night.slept, 1.0);
    let refreshment = p.deep_gain * (night.slow / p.slow - 1.0)
        + p.continuity * (efficiency - p.efficiency)
        + p.dreams * (dreams - 0.21)
        - w.mood * p.mood * morning.mood
        + w.glow * morning.glow
        - w.loneliness * p.loneliness * morning.loneliness;
    State { refreshment: refreshment.clamp(-10.0, 20.0), hours: (night.slept - p.need) / 60.0 }
}

/// What the day reads of the night: rest above.
#[inline(always)]
pub fn rest<R: Real>(x: &State<R>) -> R {
    (x.refreshment * 0.5 + x.hours * 0.25).tanh()
}

/// The equations above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, p: &Parameters<R>) -> State<Change<R>> {
    let none = R::constant(0.0);
    State { refreshment: Change::towards(none, x.refreshment, p.tau), hours: Change::towards(none, x.hours, p.tau) }
}
