//! The slow wave of the stomach: three a minute, and how much of the time it keeps to that.
//!
//! ```text
//! f  = fasting + fed M / (M + 100 kcal)                      cycles/min
//! N' = (100 / (1 + exp(-(rest - w_threat 1.2 Th - w_sympathetic 0.5 (Sy - 1)))) - N) / 2 min      % of the time
//! ```
//!
//! M food in the stomach, Th threat, Sy sympathetic drive (1 at rest). Left out: that the rate itself strays up or down when it is
//! disturbed; that a meal steadies the rhythm.

use crate::appraisal::threat;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "gastric_rhythm" {
        /// Share of time in the stomach's normal rhythm
        regular: Quantity { system: System::Gut, principal: false, unit: "%", possible: (0.0, 100.0), normal: Some((54.0, 100.0)), measured_by: "electrogastrogram" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "gastric_rhythm" {
        /// Rhythm of the stomach
        frequency: Quantity { system: System::Gut, principal: false, unit: "1/min", possible: (0.5, 6.0), normal: Some((2.0, 4.0)), measured_by: "electrogastrogram" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "gastric_rhythm" {
        /// Rhythm of an empty stomach
        fasting: Parameter {
            unit: "1/min", min: 1.5, typical: 2.8, max: 4.0, spread: Spread::Normal(0.2),
            evidence: Evidence::Read, source: "baseline: 2.8 fasting; spread guessed",
        },
        /// Rise of the rhythm in a full stomach
        fed: Parameter {
            unit: "1/min", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "baseline: 3.1 fed",
        },
        /// Food at which half of that rise is reached
        portion: Parameter {
            unit: "kcal", min: 10.0, typical: 100.0, max: 500.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Logit of the share of time in normal rhythm, at rest
        rest: Parameter {
            unit: "1", min: -2.0, typical: 1.6, max: 5.0, spread: Spread::Normal(0.9),
            evidence: Evidence::Derived, source: "baseline: 80 % of the time, SD 13",
        },
        /// Fall of the logit per unit of threat
        threat_gain: Parameter {
            unit: "1", min: 0.0, typical: 1.2, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the rhythm is disturbed under stress and in nausea; size guessed",
        },
        /// Fall of the logit per unit of sympathetic drive
        drive_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Time constant
        tau: Parameter {
            unit: "min", min: 0.5, typical: 2.0, max: 15.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a share of time needs some cycles of twenty seconds; guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "gastric_rhythm" {
        /// Threat disturbs the stomach's rhythm
        threat: Arrow {
            from: "threat.felt", to: "gastric_rhythm.regular", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 0.5), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Mixed, evidence: Evidence::Hypothesis, source: "small studies disagree; size guessed",
        },
        /// Sympathetic drive disturbs the stomach's rhythm
        sympathetic: Arrow {
            from: "sympathetic.drive", to: "gastric_rhythm.regular", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "guessed",
        },
    }
}

/// The rhythm at this content of the stomach, kcal.
#[inline(always)]
pub fn reading<R: Real>(content: R, p: &Parameters<R>) -> Reading<R> {
    Reading { frequency: p.fasting + p.fed * content / (content + p.portion) }
}

/// The share of time in normal rhythm at rest, %.
pub fn rest<R: Real>(p: &Parameters<R>) -> R {
    share(p.rest)
}

#[inline(always)]
fn share<R: Real>(logit: R) -> R {
    R::constant(100.0) / ((-logit).exp() + 1.0)
}

/// The equation above; `drive` is sympathetic drive.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    threat: &threat::State<R>,
    drive: R,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let disturbed = w.threat * p.threat_gain * threat.felt + w.sympathetic * p.drive_gain * bounded(drive - 1.0, 3.0);
    State { regular: Change::towards(share(p.rest - disturbed), x.regular, p.tau) }
}
