//! CRH: the hypothalamic drive of the adrenal axis, and cortisol's restraint of it.
//!
//! ```text
//! C'   = k (bounded(u (M(Fb) G(Fb))^w_feedback, 500) + w_dose v dose - C),   k = ln 2 / half-life
//! Cs'  = k (s / (1 + s / 12) + w_dose v dose - Cs)              the part that stress or a dose has driven: what gut and skin see
//! u    = drive [ D (0.1 + 0.9 p) B + s / (1 + s / 12) + awakening + w_novelty g_n N + w_inflammation bounded(0.09 [L]+^2, 6) ]
//! D    = exp(w_clock (a cos f + b sin f + c cos 2f + d sin 2f) - size / 4),   so that its mean over the day is about 1
//! B    = exp(-w_safety (S + 2 T) - w_touch touch - w_oxytocin O - w_glow G)
//! s    = g d H (w_threat Th + w_hurt 0.4 R + w_pain 0.1 pain / 10) exp(-2 w_buffer T - w_oxytocin_buffer O - w_glow_buffer G - w_blunting 3 female Rt)
//! M(x) = (1 + m) / (x + m),   G(x) = (1 + 1/n^3) / (1 + (x/n)^3)
//! Fb'  = (F / F_rest - Fb) / 60 min      what the brain sees of cortisol
//! ```
//!
//! C is relative: its mean is about 1 at rest. Th threat, S safety and T its trace, R hurt and Rt its trace, O central oxytocin above rest, bounded, G afterglow,
//! L interleukin-6 above its usual, as a logarithm, N novelty, H habituation, p pulses, d the
//! person's disposition on the day, size the sum of the squares of the four terms (cos f and sin f carry the person's amplitude).
//! Feedback as in Karin 2020 and Milo 2025, with 1/x bounded at 0. The cap on s keeps the strongest 1 % of people inside what
//! adrenal tests show. Two thirds of the variance of the answer to a stressor lie between days, not between people: one saliva sample has
//! an intraclass correlation of 0.15 over sessions.
//! A dose of ovine CRH is cleared as CRH itself is here (its own half-lives are longer). Left out: vasopressin.

use crate::appraisal::{hurt, novelty, safety, threat};
use crate::body::hormones::habituation;
use crate::body::sleep::pacemaker::Phase;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::{Change, bounded, rate_of};
use crate::table;
use consoma_number::Real;

/// How the shape of the day was found: so that saliva of the closed loop has the shape of two sources.
const DAILY: &str = "from midnight to noon the secretory amplitudes of Brown 2001; from noon to midnight the upper limits \
    of saliva by mass spectrometry (Quest 19897: 15.5, 5.8, 4.1, 2.5 nmol/L at 9, 13, 17, 23 h)";

table! {
    /// States.
    State of Quantity in "crh" {
        /// CRH in the portal blood, relative to its mean
        crh: Quantity { system: System::Hormones, principal: false, unit: "1", possible: (0.0, 1000.0), normal: None, measured_by: "nothing in people" },
        /// Part of CRH that stress has driven
        stress: Quantity { system: System::Hormones, principal: false, unit: "1", possible: (0.0, 500.0), normal: Some((0.0, 0.5)), measured_by: "nothing in people" },
        /// Cortisol as the brain sees it, relative to the person's mean
        brain: Quantity { system: System::Hormones, principal: false, unit: "1", possible: (0.0, 5000.0), normal: None, measured_by: "nothing in people" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "crh" {
        /// CRH, relative to its mean, per dose a minute
        dose: Parameter {
            unit: "min/ug", min: 0.0, typical: 0.6, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "100 ug within a minute then act for a quarter of an hour as a stress test does; guessed",
        },
        /// Half-life of CRH
        half_life: Parameter {
            unit: "min", min: 1.0, typical: 4.0, max: 15.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "Milo 2025 (code); ovine CRH 6.8 min (Tsukada 1984)",
        },
        /// Logarithm of the daily drive, term in cos f
        daily_cos: Parameter {
            unit: "1", min: -1.2, typical: 0.645, max: 1.2, spread: Spread::Same,
            evidence: Evidence::Derived, source: DAILY,
        },
        /// Logarithm of the daily drive, term in sin f
        daily_sin: Parameter {
            unit: "1", min: -1.2, typical: 0.672, max: 1.2, spread: Spread::Same,
            evidence: Evidence::Derived, source: DAILY,
        },
        /// Logarithm of the daily drive, term in cos 2f
        daily_cos_2: Parameter {
            unit: "1", min: -0.6, typical: 0.363, max: 0.6, spread: Spread::Same,
            evidence: Evidence::Derived, source: DAILY,
        },
        /// Logarithm of the daily drive, term in sin 2f
        daily_sin_2: Parameter {
            unit: "1", min: -0.6, typical: 0.046, max: 0.6, spread: Spread::Same,
            evidence: Evidence::Derived, source: DAILY,
        },
        /// Drive per unit of threat, of a man of average habituation
        stress_gain: Parameter {
            unit: "1", min: 0.0, typical: 4.33, max: 60.0, spread: Spread::Lognormal(0.99),
            evidence: Evidence::Fitted, source: "200-person stress-test series (osf.io/ecjy6)",
        },
        /// Ratio of that drive, women to men
        women_stress_gain: Parameter {
            unit: "1", min: 0.05, typical: 0.161, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Fitted, source: "200-person stress-test series; ACTH rises more in men than in all women (Kirschbaum 1999)",
        },
        /// Standard deviation of the logarithm of the disposition, from day to day
        day_spread: Parameter {
            unit: "1", min: 0.0, typical: 1.40, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "two thirds of the variance of the stress gain in one session; saliva cortisol, 41 people over 3 sessions: ICC 0.15, log SD within 0.51",
        },
        /// Drive per unit of hurt, relative to that of threat
        hurt_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.4, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Drive of the worst pain, in units of threat, beyond its threat
        pain_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 2.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "nerves of pain reach the hypothalamus; cold water alone moves cortisol little; guessed",
        },
        /// Logarithm of the answer to stress lost per unit of the trace of hurt, in women
        blunting: Parameter {
            unit: "1", min: 0.0, typical: 3.0, max: 20.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "direction: Weik 2010, Weik 2017; size guessed",
        },
        /// Drive per unit of novelty
        novelty_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.458, max: 20.0, spread: Spread::Lognormal(1.16),
            evidence: Evidence::Fitted, source: "200-person stress-test series: spread before the test that is gone by the peak",
        },
        /// Drive at which a stress is half saturated
        saturation: Parameter {
            unit: "1", min: 2.0, typical: 12.0, max: 100.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "keeps corner people below the strongest stimulation tests",
        },
        /// Half-saturation of mineralocorticoid receptors: m above
        mineralocorticoid: Parameter {
            unit: "1", min: 0.1, typical: 0.5, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "Milo 2025 has 0, which has no bound as cortisol vanishes",
        },
        /// Half-saturation of glucocorticoid receptors: n above
        glucocorticoid: Parameter {
            unit: "1", min: 1.0, typical: 4.0, max: 20.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "Milo 2025 (code): 4; the simulator of that group 5",
        },
        /// Time constant of cortisol in the brain
        brain_tau: Parameter {
            unit: "min", min: 10.0, typical: 60.0, max: 300.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "delayed genomic feedback",
        },
        /// Drive per square of the logarithm of interleukin-6
        inflammation: Parameter {
            unit: "1", min: 0.0, typical: 0.09, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "cortisol near twice its level at a hundredfold, as in a prototype; little below a doubling",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "crh" {
        /// A dose of CRH reaches the pituitary
        dose: Arrow {
            from: "input.crh", to: "crh.crh", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Read, source: "CRH test; Vanuytsel 2014 gave it in a gut study",
        },
        /// The clock drives CRH
        clock: Arrow {
            from: "pacemaker.x", to: "crh.crh", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &["age"], grade: Grade::Strong, evidence: Evidence::Read, source: "the daily rhythm is not made inside the loop (Hosseinichimeh 2015)",
        },
        /// Threat drives CRH
        threat: Arrow {
            from: "threat.felt", to: "crh.crh", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(0.0, 0.0),
            moderators: &["sex", "habituation"], grade: Grade::Strong, evidence: Evidence::Read,
            source: "stress test, 76 substudies: d 0.93 (Gu 2022); the scale is the stress gain",
        },
        /// An unfamiliar place drives CRH
        novelty: Arrow {
            from: "novelty.felt", to: "crh.crh", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "first laboratory visits begin with raised cortisol; the scale is the novelty gain",
        },
        /// Safety lowers the basal drive
        safety: Arrow {
            from: "safety.felt", to: "crh.crh", unit: "1",
            told: strength(0.8, 0.3), measured: strength(0.02, 0.05), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Contradicted, evidence: Evidence::Hypothesis,
            source: "no spontaneous fall after closeness; size from a prototype",
        },
        /// Touch lowers the basal drive
        touch: Arrow {
            from: "input.touch", to: "crh.crh", unit: "1",
            told: strength(0.2, 0.1), measured: strength(0.02, 0.05), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "size from a prototype",
        },
        /// The trace of safety softens a stress
        buffer: Arrow {
            from: "safety.trace", to: "crh.crh", unit: "1",
            told: strength(0.8, 0.3), measured: strength(0.4, 0.2), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "support lowers cortisol in stress tests, d 0.83 (Thorsteinsson & James 1999)",
        },
        /// Central oxytocin lowers the basal drive
        oxytocin: Arrow {
            from: "oxytocin.central", to: "crh.crh", unit: "1",
            told: strength(0.2, 0.1), measured: strength(0.02, 0.05), null: strength(0.02, 0.05),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis,
            source: "animals; no spontaneous fall in people",
        },
        /// Central oxytocin softens a stress
        oxytocin_buffer: Arrow {
            from: "oxytocin.central", to: "crh.crh", unit: "1",
            told: strength(0.5, 0.2), measured: strength(0.3, 0.2), null: strength(0.3, 0.2),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "nasal oxytocin with support lowers cortisol in a stress test (Heinrichs 2003); size from a prototype",
        },
        /// The afterglow lowers the basal drive
        glow: Arrow {
            from: "closeness.afterglow", to: "crh.crh", unit: "1",
            told: strength(0.5, 0.2), measured: strength(0.0, 0.05), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis,
            source: "the account; nobody has looked",
        },
        /// The afterglow softens a stress
        glow_buffer: Arrow {
            from: "closeness.afterglow", to: "crh.crh", unit: "1",
            told: strength(0.5, 0.2), measured: strength(0.0, 0.1), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis,
            source: "the account; nobody has looked",
        },
        /// Hurt drives CRH
        hurt: Arrow {
            from: "hurt.felt", to: "crh.crh", unit: "1",
            told: strength(0.8, 0.3), measured: strength(0.0, 0.1), null: strength(0.0, 0.0),
            moderators: &["sex", "habituation"], grade: Grade::Contradicted, evidence: Evidence::Hypothesis,
            source: "being left out does not raise cortisol (131 people), being judged does",
        },
        /// Pain drives CRH
        pain: Arrow {
            from: "nociception.pain", to: "crh.crh", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &["habituation"], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "anatomy, and cortisol after operations; size guessed",
        },
        /// The trace of hurt blunts the next stress in women
        blunting: Arrow {
            from: "hurt.trace", to: "crh.crh", unit: "1",
            told: strength(0.0, 0.3), measured: strength(0.9, 0.3), null: strength(0.0, 0.0),
            moderators: &["sex"], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "after exclusion women answer less to a later speech, men do not (Weik 2010, Weik 2017)",
        },
        /// Cortisol restrains CRH
        feedback: Arrow {
            from: "crh.brain", to: "crh.crh", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Read, source: "Karin 2020; Milo 2025",
        },
        /// Interleukin-6 drives CRH
        inflammation: Arrow {
            from: "interleukins.above", to: "crh.crh", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "infused interleukin-6 raises ACTH and cortisol (Tsigos 1997; cortisol: Steensberg 2003, Stouthard 1995); size from a prototype",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters {
        stress_gain: p.stress_gain * (p.women_stress_gain.ln() * who.female).exp(),
        blunting: p.blunting * who.female,
        ..p
    }
}

/// What the drive reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Phase of the clock.
    pub phase: &'a Phase<R>,
    /// Pulses, with the steady part: 1 on the mean.
    pub pulses: R,
    /// Drive after waking.
    pub awakening: R,
    /// Felt threat.
    pub threat: &'a threat::State<R>,
    /// Felt safety and its trace.
    pub safety: &'a safety::State<R>,
    /// Pain now, as a share of the worst.
    pub pain: R,
    /// Felt hurt and its trace.
    pub hurt: &'a hurt::State<R>,
    /// Central oxytocin above rest, as the body reads it.
    pub central: R,
    /// Afterglow, as the body reads it.
    pub glow: R,
    /// Sense of an unfamiliar place.
    pub novelty: &'a novelty::State<R>,
    /// Habituation.
    pub habituation: &'a habituation::Slow<R>,
    /// Cortisol relative to the person's mean.
    pub cortisol: R,
    /// Interleukin-6 above its usual, a logarithm.
    pub inflamed: R,
}

/// Most CRH that is released, relative to its mean. A hypothesis: some tens of the highest pulses.
const LARGEST: f64 = 500.0;

/// Restraint by mineralocorticoid receptors, 1 at 1.
#[inline(always)]
fn mineralocorticoid<R: Real>(x: R, p: &Parameters<R>) -> R {
    (p.mineralocorticoid + 1.0) / (x + p.mineralocorticoid)
}

/// Restraint by glucocorticoid receptors, 1 at 1.
#[inline(always)]
pub fn glucocorticoid<R: Real>(x: R, p: &Parameters<R>) -> R {
    let n = p.glucocorticoid;
    (R::constant(1.0) / (n * n * n) + 1.0) / ((x * x * x) / (n * n * n) + 1.0)
}

/// A restraint as strong as its arrow: none at 0, as written at 1, and positive at any strength.
#[inline(always)]
pub fn restrained<R: Real>(restraint: R, arrow: R) -> R {
    (arrow * restraint.ln()).exp()
}

/// The stress part of the drive, saturated.
#[inline(always)]
pub fn stress<R: Real>(read: &Read<'_, R>, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    let softened = (-(w.buffer * read.safety.trace * 2.0)
        - w.oxytocin_buffer * read.central
        - w.glow_buffer * read.glow
        - w.blunting * p.blunting * read.hurt.trace)
        .exp();
    let felt = w.threat * read.threat.felt + w.hurt * p.hurt_gain * read.hurt.felt + w.pain * p.pain_gain * read.pain;
    let s = p.stress_gain * input.disposition * felt * read.habituation.response * softened;
    s / (s / p.saturation + 1.0)
}

/// The clock's factor on the basal drive: D above.
#[inline(always)]
fn daily<R: Real>(phase: &Phase<R>, p: &Parameters<R>, arrow: R) -> R {
    let (cos, sin) = (phase.cos, phase.sin);
    let (cos_2, sin_2) = (cos.squared() - sin.squared(), cos * sin * 2.0);
    let course = p.daily_cos * cos + p.daily_sin * sin + p.daily_cos_2 * cos_2 + p.daily_sin_2 * sin_2;
    let first = (p.daily_cos.squared() + p.daily_sin.squared()) * phase.size();
    let second = (p.daily_cos_2.squared() + p.daily_sin_2.squared()) * phase.size().squared();
    (arrow * course - arrow.squared() * (first + second) * 0.25).exp()
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
    let calmed = (-(w.safety * (read.safety.felt + read.safety.trace * 2.0))
        - w.touch * input.touch
        - w.oxytocin * read.central
        - w.glow * read.glow)
        .exp();
    let stressed = stress(read, input, p, w);
    let inflamed = read.inflamed.positive();
    let tau = R::constant(1.0) / rate_of(p.half_life);
    let u = input.drive
        * (daily(read.phase, p, w.clock) * read.pulses * calmed
            + stressed
            + read.awakening
            + w.novelty * p.novelty_gain * read.novelty.felt
            + w.inflammation * bounded(p.inflammation * inflamed * inflamed, 6.0));
    let dose = w.dose * p.dose * input.crh;
    let restraint = restrained(mineralocorticoid(x.brain, p) * glucocorticoid(x.brain, p), w.feedback);
    State {
        crh: Change::towards(bounded(u * restraint, LARGEST) + dose, x.crh, tau),
        stress: Change::towards(stressed + dose, x.stress, tau),
        brain: Change::towards(read.cortisol, x.brain, p.brain_tau),
    }
}
