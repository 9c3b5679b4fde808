//! Accommodation: how far the stomach gives way to what it holds.
//!
//! ```text
//! T = exp(bounded(w_threat 0.48 Th - w_vagus 0.1 (Vg - 1)))     tone of the stomach's wall, 1 at rest
//! C = rest / T (1 + 0.5 K / (K + 300) exp(-w_impairs 1 Tt))    compliance
//! ```
//!
//! Th threat and Tt its trace, K content of the stomach (kcal), Vg vagal tone of the heart, which stands here for that of the stomach. Nerves set the tone within seconds, so it is
//! algebraic: threat itself takes a minute or two to be felt.
//! A meal relaxes the stomach, and threat impairs that for an hour or two. Left out: the pressure at which one feels the stomach.

use crate::appraisal::threat;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::bounded;
use crate::table;
use consoma_number::Real;

table! {
    /// Algebraic quantities.
    Reading of Quantity in "accommodation" {
        /// Compliance of the stomach
        compliance: Quantity { system: System::Gut, principal: true, unit: "mL/mmHg", possible: (0.1, 2000.0), normal: Some((30.0, 110.0)), measured_by: "balloon of a barostat" },
        /// Tone of the stomach's wall, relative to rest
        tone: Quantity { system: System::Gut, principal: false, unit: "1", possible: (0.1, 10.0), normal: Some((0.9, 1.1)), measured_by: "balloon of a barostat, relative to rest" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "accommodation" {
        /// Share by which a large meal relaxes the stomach
        relaxation: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 2.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "the fundus relaxes to a meal; size guessed",
        },
        /// Content at which half of that is reached
        half: Parameter {
            unit: "kcal", min: 50.0, typical: 300.0, max: 1000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Logarithm of what is lost of that per unit of the trace of threat
        impaired: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "anxious recall impairs it for an hour (Geeraerts 2005); size guessed",
        },
        /// Compliance at rest
        rest: Parameter {
            unit: "mL/mmHg", min: 15.0, typical: 54.0, max: 200.0, spread: Spread::Lognormal(0.32),
            evidence: Evidence::Derived, source: "mean 57, standard error 5 in 14 people (Geeraerts 2005): SD 19; median of a log-normal",
        },
        /// Logarithm of the tone per unit of threat
        threat_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.48, max: 1.5, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "57 to 40 mL/mmHg in ten minutes of anxious recall (Geeraerts 2005), at a guessed threat of 0.7; spread guessed",
        },
        /// Fall of the logarithm of the tone per unit of vagal tone
        vagal_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the vagus relaxes the upper stomach; size from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "accommodation" {
        /// What threatened impairs the relaxation by a meal
        impairs: Arrow {
            from: "threat.trace", to: "accommodation.compliance", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "the relaxation is less for an hour after anxious recall (Geeraerts 2005); size guessed",
        },
        /// Threat tightens the stomach
        threat: Arrow {
            from: "threat.felt", to: "accommodation.tone", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Derived, source: "anxious recall lowers gastric compliance (Geeraerts 2005)",
        },
        /// The vagus relaxes the stomach
        vagus: Arrow {
            from: "vagal.tone", to: "accommodation.tone", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "anatomy; size from a prototype",
        },
    }
}

/// The equations above; `vagus` is vagal tone, `content` that of the stomach in kcal.
#[inline(always)]
pub fn reading<R: Real>(
    threat: &threat::State<R>,
    vagus: R,
    content: R,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> Reading<R> {
    let logarithm = w.threat * p.threat_gain * threat.felt - w.vagus * p.vagal_gain * (vagus - 1.0);
    let tone = bounded(logarithm, 2.0).exp();
    let room = p.relaxation * content / (content + p.half) * (-(w.impairs * p.impaired * threat.trace)).exp();
    Reading { compliance: p.rest / tone * (room + 1.0), tone }
}
