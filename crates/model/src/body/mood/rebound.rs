//! Rebound: distress that is over and has been slept on is followed by its opponent, on the day after.
//!
//! ```text
//! S' = (w_threat 0.7 T + w_hurt 0.5 K) exp(-w_rumination 6 R) - S (asleep / 3 h + 1 / 2 d)
//! B' = (w_sleep 2 S asleep / 3 h - B) / 12 h
//! ```
//!
//! T and K are the traces of threat and hurt, weighed by what threat and hurt do to negative affect, so S counts distress in SD min; R rumination, B
//! the opponent in SD of negative affect. Both are 0 at rest. Negative affect reads B with a minus. At most nine tenths of S
//! are slept on before they are forgotten, and about half of what B takes away falls into waking hours. So with a factor of 2 it takes away no
//! more there than the distress gave: nobody is the happier for being troubled daily. What one still goes over is not over, and calls no opponent.
//!
//! The form is an opponent process (Solomon and Corbit). That mood is better on the day after a stressor than without one was seen in a diary of
//! couples (Bolger 1989), as a direction. Sizes, times and that it takes a night are guesses.
//! Left out: a rebound of positive affect; an opponent that grows with use.

use crate::body::mood::rumination;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "rebound" {
        /// Distress that is over and has not been slept on
        over: Quantity { system: System::Mood, principal: false, unit: "SD min", possible: (0.0, 500_000.0), normal: Some((0.0, 50.0)), measured_by: "nothing: a latent state" },
        /// Opponent of distress
        level: Quantity { system: System::Mood, principal: false, unit: "SD", possible: (0.0, 2000.0), normal: Some((0.0, 0.1)), measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "rebound" {
        /// Time constant by which sleep turns what is over into its opponent
        slept: Parameter {
            unit: "min", min: 30.0, typical: 180.0, max: 1440.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "nearly all in a night; guessed",
        },
        /// Time constant by which what is not slept on is forgotten
        forgotten: Parameter {
            unit: "min", min: 720.0, typical: 2880.0, max: 10_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "two days; guessed",
        },
        /// Opponent per unit of distress that is slept on
        gain: Parameter {
            unit: "1", min: 0.0, typical: 2.0, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the largest at which distress does not pay in waking hours; guessed",
        },
        /// Time constant of the opponent
        tau: Parameter {
            unit: "min", min: 240.0, typical: 720.0, max: 2880.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the day after is better (Bolger 1989); half a day guessed",
        },
        /// Logarithm of it lost per unit of rumination
        rumination: Parameter {
            unit: "1", min: 0.0, typical: 6.0, max: 20.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "importance and rumination explain half of how long emotions last; nearly none is left where a matter is gone over for hours, guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "rebound" {
        /// Threat is over
        threat: Arrow {
            from: "threat.trace", to: "rebound.over", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &["rumination"], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "opponent process; sets the scale of the state",
        },
        /// Hurt is over
        hurt: Arrow {
            from: "hurt.trace", to: "rebound.over", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &["rumination"], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "as for threat",
        },
        /// What is still gone over is not over
        rumination: Arrow {
            from: "rumination.felt", to: "rebound.over", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &["rumination"], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "who ruminates feels bad for longer; that it also keeps the rebound away is guessed",
        },
        /// Sleep calls the opponent
        sleep: Arrow {
            from: "rebound.over", to: "rebound.level", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "the better mood was seen on the day after, not on the day; that sleep brings it is guessed",
        },
    }
}

/// What the opponent reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// The trace of threat, in standard deviations of negative affect.
    pub threat: R,
    /// The trace of hurt, likewise.
    pub hurt: R,
    /// Rumination.
    pub rumination: &'a rumination::State<R>,
}

/// The equations above.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    read: &Read<'_, R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let closed = (-(w.rumination * p.rumination * read.rumination.felt)).exp();
    let distress = (w.threat * read.threat + w.hurt * read.hurt) * closed;
    let turning = input.asleep / p.slept;
    State {
        over: Change::balance(distress, x.over, turning + R::constant(1.0) / p.forgotten),
        level: Change::towards(w.sleep * p.gain * x.over * turning, x.level, p.tau),
    }
}
