//! The night so far: what a recording in the bedroom adds up, from going to bed on. It stays as the record of the last night until
//! the next begins.
//!
//! ```text
//! in bed' = bed      slept' = asleep      deep' = N3      rem' = rem      slow' = W      all in bed at night
//! movements' = (1 awake + 0.3 N1 + 0.12 N2 + 0.04 N3 + 0.15 rem) exp(0.3 A) (1 + w_beside 0.3 beside) / min    in bed
//! ```
//!
//! Minutes, but for the movements and for the slow waves (W, in % min). Latency and the counts change at events alone: latency is the
//! time in bed at the first sleep; an awakening is counted at each waking before getting up, an interruption at each that breaks REM sleep.
//! A arousal. Leaving the bed for less than six hours does not begin a new night, and a
//! nap leaves the record of the night as it is.
//! Left out: respiration, limb movements apart from others.

use crate::body::sleep::arousal;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

/// Out of bed for longer than this, the next time in bed is another night, min.
pub const APART: f64 = 360.0;

table! {
    /// States.
    State of Quantity in "night" {
        /// Time in bed
        in_bed: Quantity { system: System::Sleep, principal: false, unit: "min", possible: (0.0, 100_000.0), normal: None, measured_by: "diary" },
        /// Time asleep
        slept: Quantity { system: System::Sleep, principal: true, unit: "min", possible: (0.0, 100_000.0), normal: None, measured_by: "polysomnography" },
        /// Sleep latency
        latency: Quantity { system: System::Sleep, principal: true, unit: "min", possible: (0.0, 100_000.0), normal: None, measured_by: "polysomnography" },
        /// Time in stage N3
        deep: Quantity { system: System::Sleep, principal: true, unit: "min", possible: (0.0, 100_000.0), normal: None, measured_by: "polysomnography" },
        /// Time in REM sleep
        rem: Quantity { system: System::Sleep, principal: true, unit: "min", possible: (0.0, 100_000.0), normal: None, measured_by: "polysomnography" },
        /// Slow-wave activity, summed
        slow: Quantity { system: System::Sleep, principal: false, unit: "% min", possible: (0.0, 1e8), normal: None, measured_by: "electroencephalogram" },
        /// Awakenings
        awakenings: Quantity { system: System::Sleep, principal: false, unit: "1", possible: (0.0, 100_000.0), normal: None, measured_by: "polysomnography" },
        /// Interruptions of REM sleep
        interruptions: Quantity { system: System::Sleep, principal: false, unit: "1", possible: (0.0, 100_000.0), normal: None, measured_by: "polysomnography" },
        /// Movements
        movements: Quantity { system: System::Sleep, principal: false, unit: "1", possible: (0.0, 1e7), normal: None, measured_by: "actigraphy" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "night" {
        /// Awake after sleep onset
        awake: Quantity { system: System::Sleep, principal: true, unit: "min", possible: (-1.0, 100_000.0), normal: None, measured_by: "polysomnography" },
        /// Sleep efficiency
        efficiency: Quantity { system: System::Sleep, principal: true, unit: "%", possible: (0.0, 100.1), normal: Some((75.0, 99.0)), measured_by: "polysomnography" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "night" {
        /// Movements awake in bed
        restless: Parameter {
            unit: "1/min", min: 0.0, typical: 1.0, max: 5.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Logarithm of movements per standard deviation of arousal
        arousal: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// More movements beside somebody
        beside: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "limb movements rise beside a partner (Drews 2020); size guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "night" {
        /// Arousal moves
        arousal: Arrow {
            from: "arousal.level", to: "night.movements", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "restless nights after quarrels; size guessed",
        },
        /// Who lies beside moves
        beside: Arrow {
            from: "input.partner", to: "night.movements", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "Drews 2020, 12 couples",
        },
    }
}

/// What a usual night of a person holds; see [`expected`](super::expected).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usual<R> {
    /// Time asleep, min.
    pub slept: R,
    /// Time asleep over time in bed.
    pub efficiency: R,
    /// REM sleep over time asleep.
    pub rem: R,
    /// Slow-wave activity, summed, % min.
    pub slow: R,
}

/// A night that begins.
pub fn begin() -> State<f64> {
    State {
        in_bed: 0.0,
        slept: 0.0,
        latency: 0.0,
        deep: 0.0,
        rem: 0.0,
        slow: 0.0,
        awakenings: 0.0,
        interruptions: 0.0,
        movements: 0.0,
    }
}

/// What a bed shared gives: somebody who is there while one lies in it.
#[inline(always)]
pub fn beside<R: Real>(input: &Inputs<R>) -> R {
    input.bed * input.presence * (input.partner + input.together).clamp(0.0, 1.0)
}

/// Time awake, and efficiency.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>) -> Reading<R> {
    // Before the first sleep all time in bed is latency so far; the state holds it from then on.
    let waiting = R::constant(1.0) / (x.slept * 1e6 + 1.0);
    Reading {
        awake: (x.in_bed - x.slept - x.latency) * (-waiting + 1.0),
        efficiency: x.slept * 100.0 / (x.in_bed + 1e-6),
    }
}

/// The equations above; `activity` is slow-wave activity.
#[inline(always)]
pub fn flow<R: Real>(
    activity: R,
    arousal: &arousal::State<R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let none = Change::integral(R::constant(0.0));
    let Inputs { bed, asleep, nrem, deep, rem, nap, .. } = *input;
    let night = -nap + 1.0;
    let [bed, asleep, nrem, deep, rem] = [bed, asleep, nrem, deep, rem].map(|share| share * night);
    let light = asleep - nrem - rem;
    let still = (bed - asleep) + light * 0.3 + (nrem - deep) * 0.12 + deep * 0.04 + rem * 0.15;
    let restless = p.restless * (w.arousal * p.arousal * arousal::felt(arousal)).exp();
    State {
        in_bed: Change::integral(bed),
        slept: Change::integral(asleep),
        latency: none,
        deep: Change::integral(deep),
        rem: Change::integral(rem),
        slow: Change::integral(activity * bed),
        awakenings: none,
        interruptions: none,
        movements: Change::integral(still * restless * (w.beside * p.beside * beside(input) + 1.0)),
    }
}
