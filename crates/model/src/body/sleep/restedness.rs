//! Restedness: how refreshed one feels after a night, and what of it the day feels.
//!
//! ```text
//! at getting up   F = 0.6 (slow / slow_usual - 1) + 4 (E - E_usual) + (rem / slept - r_usual) - 0.15 N + w_glow G - w_loneliness 0.3 L
//!                 T = (slept - slept_usual) / 60 min,   W = slow / slow_usual - 1
//! between         F' = -F / 2 d,   T' = -T / 2 d,   W' = -W / 2 d
//! rest = tanh(0.5 F + 0.25 T)
//! ```
//!
//! F is held between -10 and 20, T between -20 h and 40 h, W between -1 and 20: far outside what a night does, but a corner of the parameters sleeps for days.
//! slow is slow-wave activity summed over the night (% min), E efficiency, rem / slept the share of REM sleep. What is usual is the night that this
//! person may expect ([`expected`](super::expected)). N negative affect at getting up, G
//! afterglow, L loneliness of the day before. Refreshment follows continuity and how one feels; it is not
//! the same as [`vigilance`](super::vigilance), which follows hours. F, T and W are 0 after a usual night, on average.
//! Left out: naps, mood's own effect on how the night is judged later in the day.

use crate::body::sleep::night;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "restedness" {
        /// Refreshment felt after the night
        refreshment: Quantity { system: System::Sleep, principal: true, unit: "1", possible: (-12.0, 30.0), normal: Some((-0.6, 0.6)), measured_by: "morning rating, centred" },
        /// Hours slept beyond the usual
        hours: Quantity { system: System::Sleep, principal: false, unit: "h", possible: (-20.0, 40.0), normal: Some((-1.0, 1.0)), measured_by: "diary" },
        /// Slow waves of the night beyond the usual, relative to it
        waves: Quantity { system: System::Sleep, principal: false, unit: "1", possible: (-1.0, 20.0), normal: Some((-0.3, 0.3)), measured_by: "electroencephalogram" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "restedness" {
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
pub fn after(
    night: &night::State<f64>,
    usual: &night::Usual<f64>,
    morning: &Morning,
    p: &Parameters<f64>,
    w: &Arrows<f64>,
) -> State<f64> {
    let efficiency = night.slept / f64::max(night.in_bed, 1.0);
    let dreams = night.rem / f64::max(night.slept, 1.0);
    let waves = night.slow / usual.slow - 1.0;
    let refreshment =
        p.deep_gain * waves + p.continuity * (efficiency - usual.efficiency) + p.dreams * (dreams - usual.rem)
            - w.mood * p.mood * morning.mood
            + w.glow * morning.glow
            - w.loneliness * p.loneliness * morning.loneliness;
    State {
        refreshment: refreshment.clamp(-10.0, 20.0),
        hours: ((night.slept - usual.slept) / 60.0).clamp(-20.0, 40.0),
        waves: waves.clamp(-1.0, 20.0),
    }
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
    State {
        refreshment: Change::towards(none, x.refreshment, p.tau),
        hours: Change::towards(none, x.hours, p.tau),
        waves: Change::towards(none, x.waves, p.tau),
    }
}
