//! Expression: what of a person's state the other person meets.
//!
//! ```text
//! warmth = tanh(openness + 0.8 S - 0.5 Th)
//! ```
//!
//! S safety, Th threat. Warmth is the responsiveness that the other person meets where no schedule states it; agitation is
//! what passes over from one to the other without a word. Both read states alone, so two people can be stepped together without a loop.
//! Left out: what is hidden on purpose, the other person's misreading.

use crate::appraisal::{safety, threat};
use crate::declare::{Evidence, Parameter, Spread};
use crate::person::Traits;
use crate::table;
use consoma_number::Real;

table! {
    /// Parameters.
    Parameters of Parameter in "expression" {
        /// Warmth at rest of a person of average avoidance, before the bound
        openness: Parameter {
            unit: "1", min: -2.0, typical: 0.5, max: 2.0, spread: Spread::Normal(0.25),
            evidence: Evidence::Hypothesis, source: "most people answer a confidence kindly; size guessed",
        },
        /// Warmth gained per unit of safety
        safety: Parameter {
            unit: "1", min: 0.0, typical: 0.8, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "who feels safe answers warmly; size guessed",
        },
        /// Warmth lost per unit of threat
        threat: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "who feels threatened defends; size guessed",
        },
        /// Warmth at rest per standard deviation of avoidance
        avoidance: Parameter {
            unit: "1", min: -1.0, typical: -0.2, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "deactivation (attachment theory); size guessed",
        },
    }
}

/// What the other person meets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expression<R> {
    /// Responsiveness: -1 rejecting, 1 understanding and accepting.
    pub warmth: R,
    /// Agitation: felt threat, as the other person can tell.
    pub agitation: R,
}

impl<R: Real> Expression<R> {
    /// Nobody's.
    pub fn absent() -> Self {
        Self { warmth: R::constant(0.0), agitation: R::constant(0.0) }
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { openness: p.openness + p.avoidance * who.avoidance, ..p }
}

/// The equation above.
#[inline(always)]
pub fn shown<R: Real>(safety: &safety::State<R>, threat: &threat::State<R>, p: &Parameters<R>) -> Expression<R> {
    let warmth = (p.openness + p.safety * safety.felt - p.threat * threat.felt).tanh();
    Expression { warmth, agitation: threat.felt }
}
