//! Emptying: food in the stomach, first to be ground, then let into the bowel.
//!
//! ```text
//! S' = meal - S / lag                                  whole, kcal
//! L' = S / lag - k L / (1 + L / K)                     ground, kcal
//! k  = ln 2 / half exp(bounded(-w_threat 0.45 Th + w_vagus 0.15 (Vg - 1)))
//! t  = lag + (ln 2 + M / 2K) / k                       half-emptying of a meal of M = 500 kcal at this k
//! ```
//!
//! Th threat, Vg vagal tone. The bowel brakes a full stomach: it takes energy at no more than k K a minute, so a large meal takes
//! longer. Left out: fat apart from sugar, drinks, spurts, the sweeping waves of an empty stomach.

use crate::appraisal::threat;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::{Change, bounded, rate_of};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "emptying" {
        /// Food in the stomach that is not ground yet
        solid: Quantity { system: System::Gut, principal: false, unit: "kcal", possible: (0.0, 50_000.0), normal: None, measured_by: "labelled meal under a gamma camera" },
        /// Ground food in the stomach
        ground: Quantity { system: System::Gut, principal: false, unit: "kcal", possible: (0.0, 500_000.0), normal: None, measured_by: "labelled meal under a gamma camera" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "emptying" {
        /// Food in the stomach
        content: Quantity { system: System::Gut, principal: false, unit: "kcal", possible: (0.0, 550_000.0), normal: None, measured_by: "labelled meal under a gamma camera" },
        /// Half-emptying time of a meal of 500 kcal at this rate
        half: Quantity { system: System::Gut, principal: false, unit: "min", possible: (0.0, 5000.0), normal: Some((51.0, 129.0)), measured_by: "labelled meal under a gamma camera" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "emptying" {
        /// Time in which food is ground
        lag: Parameter {
            unit: "min", min: 1.0, typical: 8.0, max: 60.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "solids begin to leave after some minutes; guessed",
        },
        /// Half-time of a little ground food
        half: Parameter {
            unit: "min", min: 8.0, typical: 30.0, max: 120.0, spread: Spread::Lognormal(0.28),
            evidence: Evidence::Derived, source: "with the brake: half-emptying of small meals in 51-59 min, of large ones in 129; SD 17 of 58 min (10.1007/BF01296046)",
        },
        /// Ground food that halves the rate
        brake: Parameter {
            unit: "kcal", min: 100.0, typical: 200.0, max: 2000.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "as for the half-time: a few kcal a minute at most",
        },
        /// Fall of the logarithm of the rate per unit of threat
        threat_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.45, max: 2.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "CRH in the brain slows the stomach (Tache, animals); size from a prototype",
        },
        /// Rise of the logarithm of the rate per unit of vagal tone
        vagal_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "emptying" {
        /// Threat slows the stomach
        threat: Arrow {
            from: "threat.felt", to: "emptying.ground", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Mixed, evidence: Evidence::Hypothesis, source: "slower in animals; studies of people disagree; size from a prototype",
        },
        /// The vagus drives the stomach
        vagus: Arrow {
            from: "vagal.tone", to: "emptying.ground", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "cutting the vagus delays solids; size from a prototype",
        },
    }
}

/// The meal whose half-emptying is told, kcal.
const STANDARD: f64 = 500.0;

/// What leaves the stomach.
#[derive(Clone, Copy, Debug)]
pub struct Outflow<R> {
    /// k above, per minute.
    rate: R,
    /// Share of the ground food that leaves, per minute.
    pub share: R,
}

/// How fast the stomach empties; `vagus` is vagal tone.
#[inline(always)]
pub fn outflow<R: Real>(
    x: &State<R>,
    threat: &threat::State<R>,
    vagus: R,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> Outflow<R> {
    let logarithm = w.vagus * p.vagal_gain * (vagus - 1.0) - w.threat * p.threat_gain * threat.felt;
    let rate = rate_of(p.half) * bounded(logarithm, 2.0).exp();
    Outflow { rate, share: rate / (x.ground / p.brake + 1.0) }
}

/// What is in the stomach, and how long half of a standard meal would take.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, out: &Outflow<R>, p: &Parameters<R>) -> Reading<R> {
    let braked = R::constant(0.5 * STANDARD) / p.brake + core::f64::consts::LN_2;
    Reading { content: x.solid + x.ground, half: p.lag + braked / out.rate }
}

/// The equations above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, out: &Outflow<R>, input: &Inputs<R>, p: &Parameters<R>) -> State<Change<R>> {
    let grinding = R::constant(1.0) / p.lag;
    State {
        solid: Change::balance(input.meal, x.solid, grinding),
        ground: Change::balance(x.solid * grinding, x.ground, out.share),
    }
}
