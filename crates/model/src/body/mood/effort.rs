//! Effort: what company costs while it lasts, and for hours after.
//!
//! ```text
//! E' = (D / (1 + D / 40) - E) / 4 h
//! D  = 40 [ disclosure (w_disclosure 0.15 + w_threat Th + w_uncertainty 0.5 U) + w_conflict 0.5 conflict + w_hurt 0.6 H
//!           + w_writing 0.15 writing + w_talk 0.03 talk ]
//! ```
//!
//! Th threat, U uncertainty, H hurt. D is the effort at the moment; it saturates at 40. E is 0 at rest, about 2 after a deep talk of
//! three quarters of an hour.
//! Left out: that effort differs with practice and with how outgoing somebody is; effort of the body.

use crate::appraisal::{hurt, threat, uncertainty};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "effort" {
        /// Effort spent on company
        spent: Quantity { system: System::Mood, principal: false, unit: "1", possible: (0.0, 200.0), normal: Some((0.0, 1.0)), measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "effort" {
        /// Time constant
        tau: Parameter {
            unit: "min", min: 30.0, typical: 240.0, max: 1440.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "four hours, as in a prototype",
        },
        /// Scale, and the effort that cannot be exceeded
        largest: Parameter {
            unit: "1", min: 5.0, typical: 40.0, max: 200.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype; sets the scale of the state",
        },
        /// Effort of disclosing itself
        disclosure: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 2.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Effort per unit of threat while disclosing
        threat: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Effort per unit of uncertainty while disclosing
        uncertainty: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Effort of a conflict
        conflict: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Effort per unit of hurt
        hurt: Parameter {
            unit: "1", min: 0.0, typical: 0.6, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Effort of writing down what one has told nobody
        writing: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "as disclosing itself: distress rises at once (Smyth 1998); size guessed",
        },
        /// Effort of speaking
        talk: Parameter {
            unit: "1", min: 0.0, typical: 0.03, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype: at 0.2 small talk cost as much as disclosure",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "effort" {
        /// Disclosing costs effort
        disclosure: Arrow {
            from: "input.disclosure", to: "effort.spent", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.6, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "fatigue follows sociable effort, replicated; that depth adds to it is told",
        },
        /// Disclosing under threat costs more
        threat: Arrow {
            from: "threat.felt", to: "effort.spent", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.6, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "as for disclosure",
        },
        /// Not knowing how it was taken costs more
        uncertainty: Arrow {
            from: "uncertainty.felt", to: "effort.spent", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.6, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "as for disclosure",
        },
        /// Conflict costs effort
        conflict: Arrow {
            from: "input.conflict", to: "effort.spent", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.8, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "of daily events a quarrel weighs most on mood (Bolger 1989); size from a prototype",
        },
        /// Being hurt costs effort
        hurt: Arrow {
            from: "hurt.felt", to: "effort.spent", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.8, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Writing costs effort
        writing: Arrow {
            from: "input.writing", to: "effort.spent", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "distress rises at once (Smyth 1998, 13 trials); size guessed",
        },
        /// Speaking costs effort
        talk: Arrow {
            from: "input.talk", to: "effort.spent", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

/// What effort reads of the appraisals.
#[derive(Clone, Copy, Debug)]
pub struct Felt<'a, R> {
    /// Felt threat.
    pub threat: &'a threat::State<R>,
    /// Uncertainty after a disclosure.
    pub uncertainty: &'a uncertainty::State<R>,
    /// Hurt.
    pub hurt: &'a hurt::State<R>,
}

/// The equation above.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    felt: &Felt<'_, R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let risk = w.disclosure * p.disclosure
        + w.threat * p.threat * felt.threat.felt
        + w.uncertainty * p.uncertainty * felt.uncertainty.felt;
    let share = input.disclosure * risk
        + w.conflict * p.conflict * input.conflict
        + w.hurt * p.hurt * felt.hurt.felt
        + w.writing * p.writing * input.writing
        + w.talk * p.talk * input.talk;
    State { spent: Change::towards(p.largest * share / (share + 1.0), x.spent, p.tau) }
}
