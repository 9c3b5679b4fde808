//! Blood flow of the skin, and its warmth.
//!
//! ```text
//! C     = bounded(0.7 (Sy - 1), 1.5)                                             how far nerves narrow the vessels
//! D     = bounded(k (w_touch 0.25 touch + w_oxytocin 0.3 O + w_glow G), 1.5)       how far they widen
//! flow  = rest exp(D - C)                         of the face
//! face  = rest_face + 0.8 (D - C)                 degrees
//! hand' = (rest_hand - 5 C - hand) / 4 min        degrees
//! ```
//!
//! Sy sympathetic drive, O central oxytocin above rest, bounded, G afterglow, k the person's answer. The flow of the face settles within a
//! minute or two and is algebraic; a hand has mass. Speaking narrows the vessels by way of Sy, whoever listens. Touch widens those of
//! the face, wherever it is; the fingers do not follow.
//! Left out: the air's temperature, sweat, how the body sheds the heat of exercise, blushing, the nose, which cools most.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "perfusion" {
        /// Temperature of the skin of a hand
        hand: Quantity { system: System::Skin, principal: false, unit: "C", possible: (0.0, 60.0), normal: Some((27.0, 35.0)), measured_by: "probe on a finger, or a thermal camera" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "perfusion" {
        /// Blood flow of the skin of the face, relative to a typical person at rest
        face: Quantity { system: System::Skin, principal: true, unit: "1", possible: (0.0, 120.0), normal: Some((0.5, 2.0)), measured_by: "laser Doppler" },
        /// Temperature of the skin of the face
        warmth: Quantity { system: System::Skin, principal: false, unit: "C", possible: (15.0, 55.0), normal: Some((32.0, 36.0)), measured_by: "thermal camera" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "perfusion" {
        /// Flow at rest
        rest: Parameter {
            unit: "1", min: 0.2, typical: 1.0, max: 5.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "sets the scale; spread guessed",
        },
        /// Logarithm of the flow lost per unit of sympathetic drive
        constriction: Parameter {
            unit: "1", min: 0.0, typical: 0.7, max: 2.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a survey; spread guessed",
        },
        /// Answer of the vessels to what widens them
        dilation: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 4.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "sets the scale of the arrows; spread guessed",
        },
        /// Logarithm of the flow per unit of touch
        touch: Parameter {
            unit: "1", min: 0.0, typical: 0.25, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of the flow per unit of central oxytocin above rest
        oxytocin: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Temperature of the face at rest
        face: Parameter {
            unit: "C", min: 30.0, typical: 34.0, max: 37.0, spread: Spread::Normal(0.7),
            evidence: Evidence::Hypothesis, source: "in a room of usual warmth; general knowledge",
        },
        /// Warming of the face per unit of the logarithm of its flow
        warming: Parameter {
            unit: "C", min: 0.0, typical: 0.8, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the face lies two to three degrees below the blood, so doubling its flow gains half a degree; guessed",
        },
        /// Temperature of a hand at rest
        hand: Parameter {
            unit: "C", min: 22.0, typical: 32.0, max: 36.0, spread: Spread::Normal(1.8),
            evidence: Evidence::Hypothesis, source: "in a room of usual warmth; general knowledge",
        },
        /// Warming of a hand per unit of the logarithm of its flow
        hand_warming: Parameter {
            unit: "C", min: 0.0, typical: 5.0, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "fingers cool by one to two degrees in a stress test (thermal imaging, Engert 2014, 15 people, names finger temperature as a marker); size guessed",
        },
        /// Time constant of a hand's temperature
        tau: Parameter {
            unit: "min", min: 1.0, typical: 4.0, max: 30.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a finger warms within several minutes; guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "perfusion" {
        /// Sympathetic drive narrows the vessels of the skin
        nerves: Arrow {
            from: "sympathetic.drive", to: "perfusion.face", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "anatomy; size from a survey",
        },
        /// Touch warms the face
        touch: Arrow {
            from: "input.touch", to: "perfusion.face", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.4), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Central oxytocin widens the vessels of the skin
        oxytocin: Arrow {
            from: "oxytocin.central", to: "perfusion.face", unit: "1",
            told: strength(1.0, 0.4), measured: strength(0.2, 0.2), null: strength(0.2, 0.2),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "the account; from a prototype",
        },
        /// The afterglow shows on the skin
        glow: Arrow {
            from: "closeness.afterglow", to: "perfusion.face", unit: "1",
            told: strength(0.1, 0.1), measured: strength(0.0, 0.05), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account; nobody has looked",
        },
    }
}

/// What the vessels of the skin read.
#[derive(Clone, Copy, Debug)]
pub struct Read<R> {
    /// Sympathetic drive.
    pub drive: R,
    /// Central oxytocin above rest, as the body reads it.
    pub central: R,
    /// Afterglow, as the body reads it.
    pub glow: R,
}

/// How far nerves narrow the vessels: C above.
#[inline(always)]
fn narrowed<R: Real>(drive: R, p: &Parameters<R>, w: &Arrows<R>) -> R {
    bounded(w.nerves * p.constriction * (drive - 1.0), 1.5)
}

/// The flow of the face, relative to the usual, and its warmth, in the units declared above.
#[inline(always)]
pub fn reading<R: Real>(read: &Read<R>, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> Reading<R> {
    let wide = w.touch * p.touch * input.touch + w.oxytocin * p.oxytocin * read.central + w.glow * read.glow;
    let log = bounded(p.dilation * wide, 1.5) - narrowed(read.drive, p, w);
    Reading { face: p.rest * log.exp(), warmth: p.face + p.warming * log }
}

/// The temperature of a hand.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, drive: R, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    State { hand: Change::towards(p.hand - p.hand_warming * narrowed(drive, p, w), x.hand, p.tau) }
}
