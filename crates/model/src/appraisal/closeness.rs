//! Closeness: feeling close to somebody, the wish that it goes on, and the afterglow of days.
//!
//! ```text
//! C' = (w_safety S + w_oxytocin O - C) / tau
//! G' = (15 w_glow g - G) / 2 d                   read as tanh(G)
//! prolong = 1 / (1 + exp(-(-1 + 2 C + w_wanting W)))
//! ```
//!
//! S safety, g the safety that answers and touch give at the moment (company that says nothing leaves no glow), O central oxytocin above rest, bounded, W wanting. C and G are 0 at rest.
//! Left out: closeness to a person who is away.

use crate::appraisal::{reward, safety};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "closeness" {
        /// Felt closeness
        felt: Quantity { system: System::Appraisal, principal: true, unit: "1", possible: (-2.0, 20.0), normal: Some((0.0, 0.5)), measured_by: "inclusion of other in the self, rescaled" },
        /// Afterglow of closeness
        afterglow: Quantity { system: System::Appraisal, principal: false, unit: "1", possible: (0.0, 400.0), normal: Some((0.0, 0.3)), measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "closeness" {
        /// Wish to prolong the encounter, a probability
        prolong: Quantity { system: System::Appraisal, principal: false, unit: "1", possible: (0.0, 1.0), normal: Some((0.2, 0.8)), measured_by: "time spent together when free to leave" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "closeness" {
        /// Time constant of felt closeness
        tau: Parameter {
            unit: "min", min: 1.0, typical: 10.0, max: 120.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "closeness differs after a 45-min talk; it grows within it; time guessed",
        },
        /// Time constant of the afterglow
        glow: Parameter {
            unit: "min", min: 360.0, typical: 2880.0, max: 20_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the account: one to two days",
        },
        /// Afterglow per unit of lasting safety
        share: Parameter {
            unit: "1", min: 0.0, typical: 15.0, max: 60.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "from a prototype: a good evening leaves about a sixth",
        },
        /// Logit of the wish to prolong, at no closeness
        rest: Parameter {
            unit: "1", min: -4.0, typical: -1.0, max: 4.0, spread: Spread::Normal(0.3),
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Logit of the wish to prolong per unit of closeness
        pull: Parameter {
            unit: "1", min: 0.0, typical: 2.0, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "closeness" {
        /// Safety feels close
        safety: Arrow {
            from: "safety.felt", to: "closeness.felt", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis,
            source: "escalating disclosure beats small talk for closeness, replicated; the scale is ours",
        },
        /// Central oxytocin feels close
        oxytocin: Arrow {
            from: "oxytocin.central", to: "closeness.felt", unit: "1",
            told: strength(0.3, 0.1), measured: strength(0.1, 0.1), null: strength(0.1, 0.1),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "nasal oxytocin: mixed effects on trust and bonding; size guessed",
        },
        /// Safety leaves an afterglow
        glow: Arrow {
            from: "safety.felt", to: "closeness.afterglow", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "the account; what it does to the body is set by the arrows that leave it",
        },
        /// Wanting prolongs
        wanting: Arrow {
            from: "reward.wanting", to: "closeness.prolong", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "incentive salience; size guessed",
        },
    }
}

/// The afterglow as the body reads it.
#[inline(always)]
pub fn glow<R: Real>(x: &State<R>) -> R {
    x.afterglow.tanh()
}

/// The wish to prolong.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, reward: &reward::State<R>, p: &Parameters<R>, w: &Arrows<R>) -> Reading<R> {
    let logit = p.rest + p.pull * x.felt + w.wanting * reward.wanting;
    Reading { prolong: R::constant(1.0) / ((-logit).exp() + 1.0) }
}

/// The equations above; `central` is central oxytocin above rest, `given` the safety that answers and touch give.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    safety: &safety::State<R>,
    central: R,
    given: R,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let felt = w.safety * safety.felt + w.oxytocin * central;
    State {
        felt: Change::towards(felt, x.felt, p.tau),
        afterglow: Change::towards(p.share * w.glow * given, x.afterglow, p.glow),
    }
}
