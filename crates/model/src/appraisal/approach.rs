//! Approach and avoidance: the wish to see somebody again, and the memory of threat that stands against it.
//!
//! ```text
//! M'     = learning stake (0.6 Th + 0.5 [-e]+ + w_avoidance [avo]+ - M) - M / 30 d
//! seek_k = 1 / (1 + exp(-(-0.3 + 1.6 Q_k + w_wanting 0.8 W - w_memory M)))
//! ```
//!
//! Q trust in that tie, W wanting, Th threat, e prediction error. seek is the probability that the next optional encounter is sought.
//! Left out: that the other must want it too; memory and wanting of one tie apart from another's, and of food apart from company.

use crate::appraisal::{reward, threat, trust};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::person::Traits;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "approach" {
        /// Memory of threat in company
        memory: Quantity { system: System::Appraisal, principal: false, unit: "1", possible: (0.0, 60.0), normal: Some((0.0, 0.4)), measured_by: "avoidance in a behavioural task" },
    }
}

const fn seeking() -> Quantity {
    Quantity {
        system: System::Appraisal,
        principal: false,
        unit: "1",
        possible: (0.0, 1.0),
        normal: Some((0.3, 0.8)),
        measured_by: "share of offered encounters that are taken",
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "approach" {
        /// Probability of seeking the partner
        partner: seeking(),
        /// Probability of seeking a friend
        friend: seeking(),
        /// Probability of seeking a stranger
        stranger: seeking(),
        /// Probability of seeking a practitioner
        practitioner: seeking(),
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "approach" {
        /// Logit of seeking somebody of no trust
        rest: Parameter {
            unit: "1", min: -3.0, typical: -0.3, max: 3.0, spread: Spread::Normal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype: about one in two encounters is sought",
        },
        /// Logit per unit of trust
        trust: Parameter {
            unit: "1", min: 0.0, typical: 1.6, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logit per unit of wanting
        wanting: Parameter {
            unit: "1", min: 0.0, typical: 0.8, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Memory per unit of threat
        threat: Parameter {
            unit: "1", min: 0.0, typical: 0.6, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Memory per unit of disappointment
        disappointment: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Avoidance above the mean, standard deviations
        avoidance: Parameter {
            unit: "1", min: 0.0, typical: 0.0, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the person's trait",
        },
        /// Learning, per minute and unit of stake
        learning: Parameter {
            unit: "1/min", min: 0.0, typical: 0.008, max: 0.1, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "as for trust",
        },
        /// Time constant of forgetting
        forgetting: Parameter {
            unit: "min", min: 1440.0, typical: 43_200.0, max: 1e6, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a month; guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "approach" {
        /// Threat in company is remembered
        threat: Arrow {
            from: "threat.felt", to: "approach.memory", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "fear learning; the scale is ours",
        },
        /// Closeness is remembered as threat by avoidant people
        avoidance: Arrow {
            from: "input.disclosure", to: "approach.memory", unit: "1",
            told: strength(0.6, 0.3), measured: strength(0.0, 0.2), null: strength(0.0, 0.0),
            moderators: &["attachment avoidance"], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "the account; nothing measured it",
        },
        /// Wanting drives seeking
        wanting: Arrow {
            from: "reward.wanting", to: "approach.partner", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "incentive salience; the scale is ours",
        },
        /// The memory of threat holds back
        memory: Arrow {
            from: "approach.memory", to: "approach.partner", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "avoidance learning; the scale is ours",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { avoidance: p.avoidance + who.avoidance.positive(), ..p }
}

/// The probabilities above.
#[inline(always)]
pub fn reading<R: Real>(
    x: &State<R>,
    trust: &trust::State<R>,
    reward: &reward::State<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> Reading<R> {
    let others = p.rest + w.wanting * p.wanting * reward.wanting - w.memory * x.memory;
    Reading {
        partner: seek(others + p.trust * trust.partner),
        friend: seek(others + p.trust * trust.friend),
        stranger: seek(others + p.trust * trust.stranger),
        practitioner: seek(others + p.trust * trust.practitioner),
    }
}

/// The probability of seeking at these odds, as their logarithm.
#[inline(always)]
fn seek<R: Real>(odds: R) -> R {
    R::constant(1.0) / ((-odds).exp() + 1.0)
}

/// What the memory reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Felt threat.
    pub threat: &'a threat::State<R>,
    /// Prediction error of the encounter.
    pub error: R,
    /// What is at stake between people.
    pub stake: R,
}

/// The memory.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, read: &Read<'_, R>, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let learnt = w.threat * (p.threat * read.threat.felt + p.disappointment * (-read.error).positive())
        + w.avoidance * p.avoidance;
    let rate = p.learning * read.stake;
    let forget = R::constant(1.0) / p.forgetting;
    State { memory: Change::balance(rate * learnt, x.memory, rate + forget) }
}
