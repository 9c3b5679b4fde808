//! Chronic load: what weeks of threat, of hurt and of loneliness leave.
//!
//! ```text
//! d' = (w_threat 30 Th + w_loneliness 0.3 [L]+ + w_hurt 2 H - d) / 1 d      strain of the last day
//! C' = (2 tanh(d / 2) - C) / 21 d                                           chronic load
//! ```
//!
//! Th threat, H hurt, L lasting loneliness against the person's usual. The mean of threat over a day with a quarrel is a few hundredths, so its
//! weight is large. Both are 0 where a person lives as usual. One day adds a twenty-first of two at most: what lasts counts, not how bad the worst hour was.
//! Left out: work, poverty and noise, which strain without an encounter.

use crate::appraisal::{hurt, threat};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "strain" {
        /// Strain of the last day
        day: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 2000.0), normal: Some((0.0, 0.5)), measured_by: "daily diary" },
        /// Chronic load
        load: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 2.0), normal: Some((0.0, 0.3)), measured_by: "interview about lasting difficulties" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "strain" {
        /// Strain per unit of threat
        threat: Parameter {
            unit: "1", min: 0.0, typical: 30.0, max: 120.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype: a quarrel a day makes a load near 1",
        },
        /// Strain per unit of lasting loneliness
        loneliness: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Strain per unit of hurt
        hurt: Parameter {
            unit: "1", min: 0.0, typical: 2.0, max: 20.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Time over which a day counts
        memory: Parameter {
            unit: "min", min: 720.0, typical: 1440.0, max: 4320.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a day, so that an hour of it counts by its share; guessed",
        },
        /// Time constant of the load
        tau: Parameter {
            unit: "d", min: 5.0, typical: 21.0, max: 120.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "strain of a month and more counts, less does not (Cohen 1998); three weeks from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "strain" {
        /// Threat strains
        threat: Arrow {
            from: "threat.felt", to: "strain.day", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "lasting conflicts make colds likelier (Cohen 1998); size from a prototype",
        },
        /// Loneliness strains
        loneliness: Arrow {
            from: "loneliness.lasting", to: "strain.day", unit: "1",
            told: strength(2.5, 0.5), measured: strength(0.3, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "isolation and loneliness go with earlier death (Holt-Lunstad 2015); that strain carries part of it is from a prototype",
        },
        /// Hurt strains
        hurt: Arrow {
            from: "hurt.felt", to: "strain.day", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.0, 0.2), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account; of being left out beyond its threat nothing is known; size from a prototype",
        },
    }
}

/// What strain reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Threat.
    pub threat: &'a threat::State<R>,
    /// Hurt.
    pub hurt: &'a hurt::State<R>,
    /// Lasting loneliness against the person's usual.
    pub lonely: R,
}

/// The equations above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, read: &Read<'_, R>, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let strained = w.threat * p.threat * read.threat.felt
        + w.loneliness * p.loneliness * read.lonely.positive()
        + w.hurt * p.hurt * read.hurt.felt;
    State {
        day: Change::towards(strained, x.day, p.memory),
        load: Change::towards(bounded(x.day, 2.0), x.load, p.tau * 1440.0),
    }
}
