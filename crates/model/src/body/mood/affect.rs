//! Positive and negative affect, as departures from the person's usual.
//!
//! ```text
//! P' = (w_safety 0.6 S + w_reward 1.5 (D - 100) / 100 - w_dip 0.48 h - w_depression 0.2 L + Wp - P) / 90 min
//! N' = (w_threat 0.7 Th + w_hurt 0.5 K + w_loneliness 0.2 A + w_rumination 0.15 R - w_calm 0.3 S
//!       + 0.72 h (w_low + w_anxious a) exp(-w_knowledge 0.7 knowledge) - w_rebound tanh(O) + w_gut 0.2 G + w_inflammation 0.15 I + w_pain 0.8 pain / 10 - w_rest 0.2 B + Wn - N) / (2 h exp(0.2 anx))
//! W' = -W / 2 d
//! h  = tanh(H / 1.2),   a = 2 tanh(([soc]+ [rum]+ + 0.2 [anx]+) / 2)
//! ```
//!
//! S safety, D dopamine tone (100 at rest), Th threat, K hurt, A lasting loneliness against the person's usual, R rumination, H dip of the next day, L
//! depressive load, O the opponent of distress ([`rebound`]), G what the gut signals, I logarithm of interleukin-6 over the usual and B restedness, both 0 as usual; anx and soc attachment
//! and social anxiety, rum the trait of rumination. P and N are in standard deviations of a person's hours. What drives either, but for its base,
//! is bounded at 25.
//!
//! Chance kicks P and N every ten minutes, and their bases Wp and Wn every hour. Each alone is an Ornstein-Uhlenbeck process; together they keep more
//! over a night than the fall within a day would leave, because what is left after hours is the slow part. The dip lowers the mood of people
//! who are both socially anxious and ruminate; that is why these two multiply.
//! Left out: that positive and negative affect go together in chance; the hour of the day; moods with two stable states.

use crate::appraisal::{hurt, reward, safety, threat};
use crate::body::mood::{depression, hangover, rebound, rumination};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::person::Traits;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

/// The cells of the lattice on which affect is kicked, in minutes.
pub const CELL: f64 = 10.0;
/// The cells of the lattice on which the base of affect is kicked, in minutes.
pub const BASE_CELL: f64 = 60.0;

const fn affect() -> Quantity {
    Quantity {
        system: System::Mood,
        principal: true,
        unit: "SD",
        possible: (-40.0, 40.0),
        normal: Some((-1.0, 1.0)),
        measured_by: "experience sampling, standardised within the person",
    }
}

const fn base() -> Quantity {
    Quantity {
        system: System::Mood,
        principal: false,
        unit: "SD",
        possible: (-20.0, 20.0),
        normal: Some((-0.7, 0.7)),
        measured_by: "nothing by itself",
    }
}

table! {
    /// States.
    State of Quantity in "affect" {
        /// Positive affect, relative to the person's usual
        positive: affect(),
        /// Negative affect, relative to the person's usual
        negative: affect(),
        /// Base of positive affect, which wanders over days
        positive_base: base(),
        /// Base of negative affect, which wanders over days
        negative_base: base(),
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "affect" {
        /// Positive affect per unit of safety
        safety: Parameter {
            unit: "SD", min: 0.0, typical: 0.6, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Positive affect per doubling of the dopamine tone
        reward: Parameter {
            unit: "SD", min: 0.0, typical: 1.5, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Positive affect lost in a deep dip
        flat: Parameter {
            unit: "SD", min: 0.0, typical: 0.48, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Positive affect lost per unit of depressive load
        depression: Parameter {
            unit: "SD", min: 0.0, typical: 0.2, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Time constant of positive affect
        tau: Parameter {
            unit: "min", min: 10.0, typical: 90.0, max: 600.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "affect halves within one to three hours; general knowledge",
        },
        /// Negative affect per unit of threat
        threat: Parameter {
            unit: "SD", min: 0.0, typical: 0.7, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Negative affect per unit of hurt
        hurt: Parameter {
            unit: "SD", min: 0.0, typical: 0.5, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Negative affect per unit of lasting loneliness
        loneliness: Parameter {
            unit: "SD", min: 0.0, typical: 0.2, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Negative affect per unit of rumination
        rumination: Parameter {
            unit: "SD", min: 0.0, typical: 0.15, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Negative affect that a unit of safety takes away
        calm: Parameter {
            unit: "SD", min: 0.0, typical: 0.3, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Negative affect in a deep dip
        low: Parameter {
            unit: "SD", min: 0.0, typical: 0.72, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Dip that counts as deep
        deep: Parameter {
            unit: "1", min: 0.1, typical: 1.2, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Anxious turn of mind: social anxiety with rumination, and a little attachment anxiety
        anxious: Parameter {
            unit: "1", min: 0.0, typical: 0.0, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "of the person's traits",
        },
        /// Weight of attachment anxiety in it
        attachment: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "less than the social anxiety and rumination that were measured; size guessed",
        },
        /// Logarithm of that negative affect lost to full knowledge of the cycle
        known: Parameter {
            unit: "1", min: 0.0, typical: 0.7, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype: half",
        },
        /// Knowledge of the cycle, 0 to 1
        knowledge: Parameter {
            unit: "1", min: 0.0, typical: 0.0, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the person's trait",
        },
        /// Negative affect that the opponent of distress takes away at most
        rebound: Parameter {
            unit: "SD", min: 0.1, typical: 1.0, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a standard deviation of a person's hours; guessed",
        },
        /// Negative affect per unit of the gut's signal
        gut: Parameter {
            unit: "SD", min: 0.0, typical: 0.2, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Negative affect in the worst pain
        pain: Parameter {
            unit: "SD", min: 0.0, typical: 0.8, max: 3.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Negative affect that a unit of restedness takes away
        rest: Parameter {
            unit: "SD", min: 0.0, typical: 0.2, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Time constant of negative affect, of a person of average attachment
        negative_tau: Parameter {
            unit: "min", min: 10.0, typical: 120.0, max: 600.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "affect halves within one to three hours; general knowledge",
        },
        /// Logarithm of that time constant per standard deviation of attachment anxiety
        anxiety_tau: Parameter {
            unit: "1", min: -0.5, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "hyperactivation (attachment theory); size guessed",
        },
        /// Deviation of affect from hour to hour
        spread: Parameter {
            unit: "SD", min: 0.0, typical: 0.5, max: 2.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "with the base 0.6, so that what happens makes the rest of 1; guessed",
        },
        /// Deviation of the base from day to day
        base_spread: Parameter {
            unit: "SD", min: 0.0, typical: 0.33, max: 2.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "more is kept over night than within-day rates leave (254 adults, osf.io/q7a92); size guessed",
        },
        /// Time constant of the base
        base_tau: Parameter {
            unit: "min", min: 720.0, typical: 2600.0, max: 20_000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "under two days; guessed",
        },
        /// Negative affect per logarithm of interleukin-6
        inflammation: Parameter {
            unit: "SD", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "half a deviation after endotoxin, which lowers mood (PMC2856755); size guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "affect" {
        /// Safety feels good
        safety: Arrow {
            from: "safety.felt", to: "affect.positive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "deep talk feels better than expected; size from a prototype",
        },
        /// Reward feels good
        reward: Arrow {
            from: "reward.dopamine", to: "affect.positive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "prediction errors move momentary mood; size guessed",
        },
        /// The dip lowers positive affect
        dip: Arrow {
            from: "hangover.dip", to: "affect.positive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.1, 0.2), null: strength(0.1, 0.2),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "the account; a low mood of the next day was found in the anxious alone (Kashdan & Roberts 2007)",
        },
        /// Depressive load lowers positive affect
        depression: Arrow {
            from: "depression.load", to: "affect.positive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "loss of pleasure belongs to depression; size from a prototype",
        },
        /// Threat feels bad
        threat: Arrow {
            from: "threat.felt", to: "affect.negative", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "stress tests lower mood; size from a prototype",
        },
        /// Hurt feels bad
        hurt: Arrow {
            from: "hurt.felt", to: "affect.negative", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "ball-tossing games lower mood in nearly everybody; size from a prototype",
        },
        /// Loneliness feels bad
        loneliness: Arrow {
            from: "loneliness.lasting", to: "affect.negative", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "size from a prototype",
        },
        /// Rumination feels bad
        rumination: Arrow {
            from: "rumination.felt", to: "affect.negative", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.5, 0.3), null: strength(0.0, 0.0),
            moderators: &["rumination"], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "importance and rumination explain half of how long emotions last; size guessed",
        },
        /// Safety calms
        calm: Arrow {
            from: "safety.felt", to: "affect.negative", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "size from a prototype",
        },
        /// The dip feels bad, to everybody
        low: Arrow {
            from: "hangover.dip", to: "affect.negative", unit: "1",
            told: strength(1.5, 0.3), measured: strength(0.05, 0.1), null: strength(0.05, 0.1),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "the account; no main effect was found at 24 h (Kashdan & Roberts 2007)",
        },
        /// The dip feels worse to the socially anxious who ruminate
        anxious: Arrow {
            from: "hangover.dip", to: "affect.negative", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.8, 0.3), null: strength(0.8, 0.3),
            moderators: &["social anxiety", "rumination", "attachment anxiety"], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "social anxiety x rumination raises negative affect 24 h after disclosure (Kashdan & Roberts 2007); size from a prototype",
        },
        /// Who knows the cycle takes the dip less hard
        knowledge: Arrow {
            from: "hangover.dip", to: "affect.negative", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &["knowledge"], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "as for regret; size from a prototype",
        },
        /// When distress is over its opponent feels good
        rebound: Arrow {
            from: "rebound.level", to: "affect.negative", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.7, 0.3), null: strength(0.7, 0.3),
            moderators: &[], grade: Grade::Mixed, evidence: Evidence::Hypothesis,
            source: "mood is better on the day after a stressor (Bolger 1989, 332 people), yet more bad mood is kept over a night than the day tells (osf.io/q7a92); size guessed",
        },
        /// The gut's signal feels bad
        gut: Arrow {
            from: "signal.felt", to: "affect.negative", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.5, 0.3), null: strength(0.5, 0.3),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Pain feels bad
        pain: Arrow {
            from: "nociception.pain", to: "affect.negative", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "what pain is; size guessed",
        },
        /// Restedness feels good
        rest: Arrow {
            from: "restedness.refreshment", to: "affect.negative", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "short sleep lowers mood; size from a prototype",
        },
        /// Inflammation feels bad
        inflammation: Arrow {
            from: "interleukins.above", to: "affect.negative", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "endotoxin: depressed mood (PMC2856755); size guessed",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    let turn = who.social_anxiety.positive() * who.rumination.positive() + p.attachment * who.anxiety.positive();
    Parameters {
        anxious: p.anxious + bounded(turn, 2.0),
        knowledge: p.knowledge + who.knowledge,
        negative_tau: p.negative_tau * (p.anxiety_tau * who.anxiety).exp(),
        ..p
    }
}

/// The farthest that what happens drives affect, in standard deviations of a person's hours. A hypothesis: beyond any scale.
const LARGEST: f64 = 25.0;

/// What affect reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Safety.
    pub safety: &'a safety::State<R>,
    /// Dopamine tone.
    pub reward: &'a reward::State<R>,
    /// Threat.
    pub threat: &'a threat::State<R>,
    /// Hurt.
    pub hurt: &'a hurt::State<R>,
    /// Lasting loneliness against the person's usual.
    pub lonely: R,
    /// Rumination.
    pub rumination: &'a rumination::State<R>,
    /// The dip of the next day.
    pub hangover: &'a hangover::State<R>,
    /// The opponent of distress.
    pub rebound: &'a rebound::State<R>,
    /// Depressive load.
    pub depression: &'a depression::State<R>,
    /// What the gut signals; 0 as usual.
    pub signal: R,
    /// Pain now, as a share of the worst.
    pub pain: R,
    /// Restedness; 0 as usual.
    pub rest: R,
    /// Interleukin-6 above its usual, a logarithm.
    pub inflamed: R,
}

/// The equations above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, read: &Read<'_, R>, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let dip = (read.hangover.dip / p.deep).tanh();
    let positive = w.safety * p.safety * read.safety.felt
        + w.reward * p.reward * (read.reward.dopamine - 100.0) / 100.0
        - w.dip * p.flat * dip
        - w.depression * p.depression * read.depression.load;
    let unknowing = (-(w.knowledge * p.known * p.knowledge)).exp();
    let low = p.low * dip * (w.low + w.anxious * p.anxious) * unknowing;
    let negative = w.threat * p.threat * read.threat.felt
        + w.hurt * p.hurt * read.hurt.felt
        + w.loneliness * p.loneliness * read.lonely
        + w.rumination * p.rumination * read.rumination.felt
        - w.calm * p.calm * read.safety.felt
        + low
        - w.rebound * p.rebound * (read.rebound.level / p.rebound).tanh()
        + w.gut * p.gut * read.signal
        + w.inflammation * p.inflammation * read.inflamed
        + w.pain * p.pain * read.pain
        - w.rest * p.rest * read.rest;
    State {
        positive: Change::towards(bounded(positive, LARGEST) + x.positive_base, x.positive, p.tau),
        negative: Change::towards(bounded(negative, LARGEST) + x.negative_base, x.negative, p.negative_tau),
        positive_base: Change::towards(R::constant(0.0), x.positive_base, p.base_tau),
        negative_base: Change::towards(R::constant(0.0), x.negative_base, p.base_tau),
    }
}
