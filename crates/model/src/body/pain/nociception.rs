//! What hurts now, and what a standard stimulus would be rated.
//!
//! ```text
//! u1     = stimulus / 10,   u2 = I / (I + h)                         what comes in: a stimulus at the skin, the wound of an operation
//! input  = 1 - (1 - u1) (1 - u2)
//! r(u, e) = u / (u + (1 - u) e)                                      a share that rises with u and falls with e; r(u, 1) = u
//! pain   = 10 (1 - (1 - r(u1, E^2 / a)) (1 - r(u2, E^2 M / b))) (1 - anaesthesia)
//! M      = exp(2 m)                                                  morphine relieves lasting pain twice as well as brief pain
//! intensity      = 10 / (1 + E^2 / a)                                of a stimulus that a typical person at rest rates 5
//! unpleasantness = 10 / (1 + E^2 U / a),   U = exp(bounded(c, 1.5))
//! c = w_safety 0.6 S + w_touch 0.24 touch (a fifth of it in men) + w_picture 0.4 [Q]+ 12.2 presence (1 - presence)^4 k - w_mood 0.16 N
//! ```
//!
//! E is the protection of [`gain`](super::gain): a rating counts it twice, as its scale is bent at both ends. m relief by morphine, I the wound, S
//! safety that answers and touch give at the moment, Q trust in who is there, N negative affect. 1 / a is `odds`: the person's own use of the scale with their sensitivity; b is
//! the exponential of the sensitivity alone. **Who only sits there does nothing**, so the safety of mere presence does not enter. A photograph of somebody trusted helps a little:
//! one looks at it, as at words that come in. So what helps there is largest where as much of a person comes through as by a photograph, 0.2, and 0 face to face; k is 1 where
//! nobody disputes, rejects, leaves out or is distant. That is a hypothesis about what was seen, not a mechanism.
//! Left out: adaptation of the skin, offset analgesia, attention.

use crate::body::mood::affect;
use crate::body::pain::gain::Gain;
use crate::body::pain::operation;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::bounded;
use crate::table;
use consoma_number::Real;

const fn rating(principal: bool, normal: (f64, f64)) -> Quantity {
    Quantity {
        system: System::Pain,
        principal,
        unit: "NRS",
        possible: (0.0, 10.0),
        normal: Some(normal),
        measured_by: "rating from 0 to 10",
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "nociception" {
        /// What comes in and hurts, 0 to 1
        input: Quantity { system: System::Pain, principal: false, unit: "1", possible: (0.0, 1.0), normal: Some((0.0, 0.05)), measured_by: "nothing: what a person at rest would rate, as a share" },
        /// Pain now
        pain: rating(true, (0.0, 1.0)),
        /// Intensity that a standard painful stimulus would be rated
        intensity: rating(false, (3.0, 7.0)),
        /// Unpleasantness that a standard painful stimulus would be rated
        unpleasantness: rating(false, (3.0, 7.0)),
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "nociception" {
        /// Sensitivity to pain of every kind, as a standard score
        sensitivity: Parameter {
            unit: "1", min: -3.0, typical: 0.0, max: 3.0, spread: Spread::Normal(1.0),
            evidence: Evidence::Derived, source: "a standard score: deviation 1 by definition",
        },
        /// Own use of the scale, as the logarithm of odds
        style: Parameter {
            unit: "1", min: -2.0, typical: 0.0, max: 2.0, spread: Spread::Normal(0.48),
            evidence: Evidence::Hypothesis, source: "with the sensitivity, an SD of 1.7 points at the middle of the scale; guessed",
        },
        /// Logarithm of odds per unit of sensitivity
        shared: Parameter {
            unit: "1", min: 0.0, typical: 0.45, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "so that tolerance and morphine of the first day go together by r -0.48 (Hsu 2005, Anesthesiology 103:613), with the share of tolerance that is sensitivity",
        },
        /// What the person's sensitivity adds to the logarithm of odds
        shift: Parameter {
            unit: "1", min: -1.0, typical: 0.0, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "of the person's sensitivity",
        },
        /// Own odds at which a rating of the middle is given, less where one is sensitive
        odds: Parameter {
            unit: "1", min: 0.05, typical: 1.0, max: 20.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "of the person's sensitivity and use of the scale",
        },
        /// How much more morphine relieves lasting pain, per unit of its relief
        lasting: Parameter {
            unit: "1", min: 0.0, typical: 2.0, max: 6.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "some 26 ng/mL, the level of 63 mg a day, hold pain of 7.3 at about 4 of 10 (10.1111/j.0001-5172.2004.0329.x; Aubrun 2003)",
        },
        /// Logarithm of odds of unpleasantness per unit of safety
        safety: Parameter {
            unit: "1", min: 0.0, typical: 0.6, max: 3.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype, doubled as the scale is bent; spread guessed",
        },
        /// Logarithm of odds of unpleasantness under full touch, in a woman
        touch: Parameter {
            unit: "1", min: 0.0, typical: 0.24, max: 2.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype, doubled as the scale is bent; spread guessed",
        },
        /// What touch does to it in a man, as a share of that
        men: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "ratings of men did not fall (academic.oup.com/scan/article/15/10/1064/5821245); what such a study would miss, guessed",
        },
        /// Logarithm of odds of unpleasantness while as much of somebody fully trusted comes through as by a photograph
        picture: Parameter {
            unit: "1", min: 0.0, typical: 0.4, max: 2.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Logarithm of odds of unpleasantness per standard deviation of negative affect
        mood: Parameter {
            unit: "1", min: 0.0, typical: 0.16, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype, doubled as the scale is bent",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "nociception" {
        /// Somebody trusted at whom one looks from afar makes pain less unpleasant
        picture: Arrow {
            from: "input.presence", to: "nociception.unpleasantness", unit: "1",
            told: strength(1.0, 0.4), measured: strength(0.5, 0.3), null: strength(0.0, 0.0),
            moderators: &["trust"], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "a partner's picture lowers ratings of heat against an acquaintance's (10.1371/journal.pone.0013309, n 15); size guessed",
        },
        /// Being answered and touched makes pain less unpleasant
        safety: Arrow {
            from: "input.responsiveness", to: "nociception.unpleasantness", unit: "1",
            told: strength(1.5, 0.5), measured: strength(1.0, 0.4), null: strength(0.0, 0.0),
            moderators: &["attachment avoidance"], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "words lower ratings; size from a prototype",
        },
        /// Touch makes pain less unpleasant
        touch: Arrow {
            from: "input.touch", to: "nociception.unpleasantness", unit: "1",
            told: strength(1.0, 0.4), measured: strength(0.5, 0.4), null: strength(0.0, 0.0),
            moderators: &["sex"], grade: Grade::Mixed, evidence: Evidence::Hypothesis,
            source: "stroking and holding hands lowered ratings in women, not in men (academic.oup.com/scan/article/15/10/1064/5821245); size from a prototype",
        },
        /// Low mood makes pain more unpleasant
        mood: Arrow {
            from: "affect.negative", to: "nociception.unpleasantness", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

/// The parameters of a person with these traits: what sensitivity and sex make of them.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    let shift = p.shift + p.shared * p.sensitivity;
    let touch = p.touch * (p.men + (-p.men + 1.0) * who.female);
    Parameters { shift, touch, odds: p.odds * (-(p.style + shift)).exp(), ..p }
}

/// What pain reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// The gain of nociception.
    pub gain: &'a Gain<R>,
    /// Relief by morphine, as the logarithm of a threshold.
    pub relief: R,
    /// What comes in from the wound, 0 to 1.
    pub wound: R,
    /// Safety that answers and touch give at the moment.
    pub given: R,
    /// Trust in who is there.
    pub trust: R,
    /// Negative affect.
    pub affect: &'a affect::State<R>,
}

/// By how much it bothers less: U above.
#[inline(always)]
pub fn comfort<R: Real>(read: &Read<'_, R>, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    // Greatest, 1, where as little of somebody comes through as by a photograph: at 0.2.
    let seen = input.presence * (-input.presence + 1.0).squared().squared() * 12.207;
    let kind = (-input.conflict + 1.0) * (-input.rejection + 1.0) * (-input.exclusion + 1.0) * (-input.distance + 1.0);
    let sum = w.safety * p.safety * read.given
        + w.touch * p.touch * input.touch
        + w.picture * p.picture * read.trust.positive() * seen * kind
        - w.mood * p.mood * read.affect.negative;
    bounded(sum, 1.5).exp()
}

/// The quantities above; `comfort` is U.
#[inline(always)]
pub fn reading<R: Real>(read: &Read<'_, R>, comfort: R, input: &Inputs<R>, p: &Parameters<R>) -> Reading<R> {
    let one = R::constant(1.0);
    let protected = read.gain.protection.squared();
    let to_wound = protected * (p.lasting * read.relief - p.shift).exp();
    let own = protected * p.odds;
    let skin = input.noxious * 0.1;
    let (beside, apart) = (one - skin, one - read.wound);
    // What is not felt of either: 1 - r(u, e).
    let unfelt = beside * own / (skin + beside * own) * (apart * to_wound / (read.wound + apart * to_wound));
    Reading {
        input: one - beside * apart,
        pain: (one - unfelt) * (one - input.anaesthesia) * 10.0,
        intensity: one / (own + 1.0) * 10.0,
        unpleasantness: one / (own * comfort + 1.0) * 10.0,
    }
}

/// What comes in from the wound of an operation: u2 above.
#[inline(always)]
pub fn wound<R: Real>(x: &operation::State<R>, p: &operation::Parameters<R>) -> R {
    x.wound / (x.wound + p.half)
}
