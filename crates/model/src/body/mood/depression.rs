//! Depressive load: what weeks of loneliness and of low mood leave.
//!
//! ```text
//! D' = (w_loneliness 0.5 L + w_affect 0.4 N - w_contact 0.5 (1 - exp(-C / 0.5 h)) + w_inflammation 0.3 I - D) / 14 d
//! ```
//!
//! L lasting loneliness against the person's usual, N negative affect, C good contact of the last day, I interleukin-6 above its usual, as a logarithm. D is 0 where a person lives as usual and
//! meets nobody. It lowers positive affect and not N, so there is no loop.
//! Left out: illness, which is more than a load.

use crate::body::mood::affect;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "depression" {
        /// Depressive load, relative to the person's usual
        load: Quantity { system: System::Mood, principal: false, unit: "1", possible: (-50.0, 100.0), normal: Some((-0.5, 0.5)), measured_by: "depression scale, standardised" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "depression" {
        /// Time constant
        tau: Parameter {
            unit: "d", min: 1.0, typical: 14.0, max: 180.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "scales ask for the last two weeks; guessed",
        },
        /// Load per unit of lasting loneliness
        loneliness: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Load per standard deviation of negative affect
        affect: Parameter {
            unit: "1", min: 0.0, typical: 0.4, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Load that contact takes away
        contact: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Load per logarithm of interleukin-6
        inflammation: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "depression" {
        /// Loneliness weighs
        loneliness: Arrow {
            from: "loneliness.lasting", to: "depression.load", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "loneliness goes before depression, general knowledge; size from a prototype",
        },
        /// Low mood weighs
        affect: Arrow {
            from: "affect.negative", to: "depression.load", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "affect that lingers goes with depressive symptoms (Koval 2016); size from a prototype",
        },
        /// Good contact lightens
        contact: Arrow {
            from: "contact.day", to: "depression.load", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "size from a prototype",
        },
        /// Inflammation weighs
        inflammation: Arrow {
            from: "interleukins.above", to: "depression.load", unit: "1",
            told: strength(0.5, 0.4), measured: strength(0.5, 0.4), null: strength(0.5, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "endotoxin lowers mood (PMC2856755); that it lasts, and the size, are from a prototype",
        },
    }
}

/// What the load reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Lasting loneliness against the person's usual.
    pub lonely: R,
    /// How far contact satisfies.
    pub satisfied: R,
    /// Affect.
    pub affect: &'a affect::State<R>,
    /// Interleukin-6 above its usual, a logarithm.
    pub inflamed: R,
}

/// The equation above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, read: &Read<'_, R>, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let target = w.loneliness * p.loneliness * read.lonely + w.affect * p.affect * read.affect.negative
        - w.contact * p.contact * read.satisfied
        + w.inflammation * p.inflammation * read.inflamed;
    State { load: Change::towards(target, x.load, p.tau * 1440.0) }
}
