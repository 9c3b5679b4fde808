//! Signal: what the gut tells the brain.
//!
//! ```text
//! G = bounded(w_stomach 0.5 ln T + w_colon 0.3 (exp(N_c) - 1) + w_food 0.1 N + w_leak 0.2 L, 3)
//! ```
//!
//! T tone of the stomach, N_c the part of nerves of the colon's motility, N bloating after food, L permeability above rest, relative to it. G is
//! about 0 at rest and about 0.3 in a public speech. What mood makes of it stands there.
//! Left out: hormones and microbes that signal too; attention to the gut.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::bounded;
use crate::table;
use consoma_number::Real;

table! {
    /// Algebraic quantities.
    Reading of Quantity in "signal" {
        /// Signal from the gut to the brain
        felt: Quantity { system: System::Gut, principal: false, unit: "1", possible: (-3.0, 3.0), normal: Some((-0.1, 0.3)), measured_by: "nothing by itself: activity of the insula goes with it" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "signal" {
        /// Signal per unit of the logarithm of the stomach's tone
        stomach: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 3.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "guessed: sets the scale with the next three",
        },
        /// Signal per unit of what nerves add to the colon's motility
        colon: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Signal per point of bloating
        food: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Signal per unit of permeability above rest
        leak: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "signal" {
        /// A tight stomach is signalled
        stomach: Arrow {
            from: "accommodation.tone", to: "signal.felt", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "most fibres of the vagus lead to the brain; size guessed",
        },
        /// A moving colon is signalled
        colon: Arrow {
            from: "motility.colon", to: "signal.felt", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Bloating is signalled
        food: Arrow {
            from: "provoked.felt", to: "signal.felt", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// A leak is signalled
        leak: Arrow {
            from: "permeability.ratio", to: "signal.felt", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "guessed",
        },
    }
}

/// What the gut signals.
#[derive(Clone, Copy, Debug)]
pub struct Read<R> {
    /// Tone of the stomach's wall.
    pub tone: R,
    /// The part of nerves of the colon's motility, as a logarithm.
    pub nerves: R,
    /// Bloating and pain after food.
    pub provoked: R,
    /// Permeability above rest, relative to it.
    pub leak: R,
}

/// The equation above.
#[inline(always)]
pub fn reading<R: Real>(read: &Read<R>, p: &Parameters<R>, w: &Arrows<R>) -> Reading<R> {
    let sum = w.stomach * p.stomach * read.tone.ln()
        + w.colon * p.colon * (read.nerves.exp() - 1.0)
        + w.food * p.food * read.provoked
        + w.leak * p.leak * read.leak;
    Reading { felt: bounded(sum, 3.0) }
}
