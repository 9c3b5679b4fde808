//! The dip of the next day, which follows effort in company as its opponent; self-care that shortens it; and regret.
//!
//! ```text
//! H' = E / 10 h - H (1 + w_care (5/3 - 1) C) / 10 h
//! C' = care (1 - C) / 30 min - C / 8 h
//! regret = tanh[ exp(0.2 anx) (w_dip H + w_rumination R) ] exp(-w_knowledge 0.7 knowledge)
//! ```
//!
//! E effort spent, R rumination, anx attachment anxiety. H is 0 at rest and greatest five to six hours after the effort, and C, between 0
//! and 1, is what self-care leaves for hours. It shortens the dip and cannot raise its peak, because what fills the dip has a time of its own. Regret is
//! how far a low day is read as a fault of what one did; who knows the cycle reads it less so.
//! Left out: how low a day has to be to be regretted at all. That the day after may also be better has a process of its own, `rebound`.

use crate::body::mood::{effort, rumination};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "hangover" {
        /// Dip of the next day
        dip: Quantity { system: System::Mood, principal: false, unit: "1", possible: (0.0, 5000.0), normal: Some((0.0, 0.2)), measured_by: "nothing: a latent state" },
        /// What self-care leaves for hours
        care: Quantity { system: System::Mood, principal: false, unit: "1", possible: (0.0, 1.0), normal: None, measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "hangover" {
        /// Regret: a low day read as one's own fault
        regret: Quantity { system: System::Mood, principal: true, unit: "1", possible: (0.0, 1.0), normal: Some((0.0, 0.2)), measured_by: "visual analogue scale" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "hangover" {
        /// Time constant by which effort fills the dip
        onset: Parameter {
            unit: "min", min: 60.0, typical: 600.0, max: 3000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype: ten hours",
        },
        /// Time constant by which the dip passes
        tau: Parameter {
            unit: "min", min: 60.0, typical: 600.0, max: 1440.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the account: gone within one to two days; ten hours",
        },
        /// How many times faster it passes with self-care
        faster: Parameter {
            unit: "1", min: 1.0, typical: 1.667, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype: six hours instead of ten",
        },
        /// Time in which self-care takes
        care_onset: Parameter {
            unit: "min", min: 5.0, typical: 30.0, max: 240.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "half an hour; guessed",
        },
        /// Time constant of what it leaves
        care_tau: Parameter {
            unit: "min", min: 60.0, typical: 480.0, max: 2880.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a night; guessed",
        },
        /// Logarithm of regret per standard deviation of attachment anxiety
        anxiety: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "hyperactivation (attachment theory); size guessed",
        },
        /// Gain of regret of a person of average anxiety
        gain: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 10.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "sets the scale; spread guessed",
        },
        /// Logarithm of regret lost to full knowledge of the cycle
        known: Parameter {
            unit: "1", min: 0.0, typical: 0.7, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype: half",
        },
        /// Knowledge of the cycle, 0 to 1
        knowledge: Parameter {
            unit: "1", min: 0.0, typical: 0.0, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the person's trait",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "hangover" {
        /// Effort is followed by a dip
        effort: Arrow {
            from: "effort.spent", to: "hangover.dip", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "opponent process; what it does to mood is set by the arrows that leave it",
        },
        /// Self-care shortens the dip
        care: Arrow {
            from: "hangover.care", to: "hangover.dip", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "by analogy: self-compassion programmes lower stress, g 0.67 (Ferrari 2019, 27 trials); size from a prototype",
        },
        /// The dip is regretted
        dip: Arrow {
            from: "hangover.dip", to: "hangover.regret", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &["attachment anxiety"], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "the account; sets the scale",
        },
        /// Rumination is regret
        rumination: Arrow {
            from: "rumination.felt", to: "hangover.regret", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "the account; sets the scale",
        },
        /// Who knows the cycle regrets less
        knowledge: Arrow {
            from: "hangover.dip", to: "hangover.regret", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &["knowledge"], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "by analogy: people overrate how awkward deep talk will be (Kardas 2022, 12 experiments); size from a prototype",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { gain: p.gain * (p.anxiety * who.anxiety).exp(), knowledge: p.knowledge + who.knowledge, ..p }
}

/// Regret.
#[inline(always)]
pub fn reading<R: Real>(
    x: &State<R>,
    rumination: &rumination::State<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> Reading<R> {
    let felt = p.gain * (w.dip * x.dip + w.rumination * rumination.felt);
    Reading { regret: felt.tanh() * (-(w.knowledge * p.known * p.knowledge)).exp() }
}

/// The equations above.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    effort: &effort::State<R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let passing = (w.care * (p.faster - 1.0) * x.care + 1.0) / p.tau;
    let taken = input.care / p.care_onset;
    State {
        dip: Change::balance(w.effort * effort.spent / p.onset, x.dip, passing),
        care: Change::balance(taken, x.care, taken + R::constant(1.0) / p.care_tau),
    }
}
