//! Opioids of one's own: the tone of mu receptors in the brain, brief enkephalin, and beta-endorphin in plasma.
//!
//! ```text
//! g  = w_safety S + w_touch touch - w_quiet touch - w_hurt 0.3 H + w_release 0.3 H        of the moment
//! L' = (bounded(g - w_loneliness 0.08 A + w_glow G, 1.2) - L) / 40 min                    ln of the tone
//! E' = (bounded(g, 1.2) - E) / 4 min                                                      ln of enkephalin, which is brief
//! B' = (ACTH - B) ln 2 / 37 min,   plasma beta-endorphin = 6 pmol/L B
//! ```
//!
//! L and E are 0 at rest, B is about 1. S safety that answers and touch give at the moment, without that of mere presence; H hurt, A lasting
//! loneliness against the person's usual, G afterglow.
//!
//! **The sign of touch, and of hurt, is a hypothesis that can be switched.** In the account touch raises the tone and hurt lowers it. By positron
//! emission, a partner's caress *raises* the availability of receptors, so it releases less (10.1016/j.neuroimage.2016.05.063), and rejection
//! lowers it (10.1038/mp.2013.96). So either has two arrows, one for each sign, and a reading uses one of them.
//!
//! Beta-endorphin is released with ACTH and does not reach the brain: it is a bystander, and nothing here reads it. Nobody has measured enkephalin
//! in people; nothing reads it either.
//! Left out: laughter and exercise, release by pain itself, receptors that move.

use crate::appraisal::hurt;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::{Change, bounded, rate_of};
use crate::table;
use consoma_number::Real;

/// Farthest that the logarithm of the tone is driven. A hypothesis: a third to three times the rest.
const FARTHEST: f64 = 1.2;

table! {
    /// States.
    State of Quantity in "opioid" {
        /// Opioid tone in the brain, as a logarithm against rest
        log: Quantity { system: System::Pain, principal: false, unit: "1", possible: (-1.3, 1.3), normal: Some((-0.3, 0.3)), measured_by: "positron emission, as a direction: a relative latent state" },
        /// Enkephalin in the brain, as a logarithm against rest
        enkephalin: Quantity { system: System::Pain, principal: false, unit: "1", possible: (-1.3, 1.3), normal: Some((-0.3, 0.3)), measured_by: "nothing in people: a relative latent state" },
        /// Beta-endorphin in plasma, relative to its mean
        endorphin: Quantity { system: System::Pain, principal: false, unit: "1", possible: (0.0, 100.0), normal: Some((0.3, 3.0)), measured_by: "immunoassay of plasma, divided by the person's mean" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "opioid" {
        /// Beta-endorphin in plasma
        plasma: Quantity { system: System::Pain, principal: false, unit: "pmol/L", possible: (0.0, 6000.0), normal: Some((2.0, 15.0)), measured_by: "immunoassay of plasma" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "opioid" {
        /// Logarithm of the tone per unit of safety that is given
        safety: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 3.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "sets the scale of the arrow; spread guessed",
        },
        /// Logarithm of the tone per unit of touch, of either sign
        touch: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 3.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "sets the scale of the arrows; spread guessed",
        },
        /// Logarithm of the tone per unit of hurt, of either sign
        hurt: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 2.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "from a prototype; spread guessed",
        },
        /// Fall of the logarithm of the tone per unit of lasting loneliness
        loneliness: Parameter {
            unit: "1", min: 0.0, typical: 0.08, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Time constant of the tone
        tau: Parameter {
            unit: "min", min: 5.0, typical: 40.0, max: 400.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a survey of models: 40 min",
        },
        /// Time constant of enkephalin
        brief: Parameter {
            unit: "min", min: 0.5, typical: 4.0, max: 30.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "enzymes take it away within seconds to minutes; 4 min from a prototype",
        },
        /// Half-life of beta-endorphin in plasma
        half_life: Parameter {
            unit: "min", min: 5.0, typical: 37.0, max: 100.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "37 min, the last phase (Foley 1979)",
        },
        /// Beta-endorphin in plasma at a relative value of 1
        mean: Parameter {
            unit: "pmol/L", min: 1.0, typical: 6.0, max: 60.0, spread: Spread::Lognormal(0.35),
            evidence: Evidence::Hypothesis, source: "a few pmol/L at rest; general knowledge, spread guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "opioid" {
        /// Being answered and touched raises the tone
        safety: Arrow {
            from: "input.responsiveness", to: "opioid.log", unit: "1",
            told: strength(1.0, 0.4), measured: strength(0.45, 0.4), null: strength(0.0, 0.0),
            moderators: &["attachment avoidance"], grade: Grade::Mixed, evidence: Evidence::Hypothesis,
            source: "acceptance activates mu receptors in some regions and not in others (10.1038/mp.2013.96); blocking them lowers connection by g 0.20 alone (10.1038/s41398-024-03088-3); size from a prototype",
        },
        /// Touch raises the tone: the account's sign
        touch: Arrow {
            from: "input.touch", to: "opioid.log", unit: "1",
            told: strength(0.6, 0.3), measured: strength(0.0, 0.2), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Contradicted, evidence: Evidence::Hypothesis,
            source: "the account, after animals that groom; a partner's caress showed the opposite in 18 men",
        },
        /// Touch lowers the tone: the sign that was seen
        quiet: Arrow {
            from: "input.touch", to: "opioid.log", unit: "1",
            told: strength(0.0, 0.2), measured: strength(0.3, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis,
            source: "a partner's caress raises the availability of mu receptors, 18 men (10.1016/j.neuroimage.2016.05.063); size guessed",
        },
        /// Hurt lowers the tone: the account's sign
        hurt: Arrow {
            from: "hurt.felt", to: "opioid.log", unit: "1",
            told: strength(1.0, 0.4), measured: strength(0.0, 0.2), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Contradicted, evidence: Evidence::Hypothesis,
            source: "the account; rejection showed the opposite in 18 people",
        },
        /// Hurt releases opioids: the sign that was seen
        release: Arrow {
            from: "hurt.felt", to: "opioid.log", unit: "1",
            told: strength(0.0, 0.2), measured: strength(0.3, 0.3), null: strength(0.0, 0.0),
            moderators: &["attachment anxiety"], grade: Grade::Weak, evidence: Evidence::Hypothesis,
            source: "rejection lowers the availability of mu receptors in striatum, amygdala, thalamus and midbrain, 18 people (10.1038/mp.2013.96); size guessed",
        },
        /// Lasting loneliness lowers the tone
        loneliness: Arrow {
            from: "loneliness.lasting", to: "opioid.log", unit: "1",
            told: strength(1.0, 0.4), measured: strength(0.6, 0.4), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// The afterglow holds the tone up
        glow: Arrow {
            from: "closeness.afterglow", to: "opioid.log", unit: "1",
            told: strength(0.2, 0.1), measured: strength(0.0, 0.05), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account; nobody has looked",
        },
        /// Beta-endorphin is released with ACTH
        acth: Arrow {
            from: "acth.relative", to: "opioid.endorphin", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis,
            source: "both are cut from one precursor; general knowledge",
        },
    }
}

/// What the tone reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Safety that answers and touch give at the moment.
    pub given: R,
    /// Hurt.
    pub hurt: &'a hurt::State<R>,
    /// Lasting loneliness against the person's usual.
    pub lonely: R,
    /// Afterglow, as the body reads it.
    pub glow: R,
    /// ACTH, relative to its mean.
    pub acth: R,
}

/// Beta-endorphin in laboratory units.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, p: &Parameters<R>) -> Reading<R> {
    Reading { plasma: x.endorphin * p.mean }
}

/// The equations above.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    read: &Read<'_, R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let now = w.safety * p.safety * read.given
        + (w.touch - w.quiet) * p.touch * input.touch
        + (w.release - w.hurt) * p.hurt * read.hurt.felt;
    let lasting = -w.loneliness * p.loneliness * read.lonely + w.glow * read.glow;
    State {
        log: Change::towards(bounded(now + lasting, FARTHEST), x.log, p.tau),
        enkephalin: Change::towards(bounded(now, FARTHEST), x.enkephalin, p.brief),
        endorphin: Change::towards(w.acth * read.acth, x.endorphin, R::constant(1.0) / rate_of(p.half_life)),
    }
}
