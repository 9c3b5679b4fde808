//! Stages: waking, N1, N2, N3 and REM, as a semi-Markov process in continuous time, and the cycle of NREM and REM sleep.
//!
//! ```text
//! b' = -min(sum of the present stage's rates, 20)  the bout ends when b reaches 0; its drawn length has mean 1
//! c' = -nrem-part asleep / L_n - rem / L_r          the part of the cycle ends when c reaches 0; mean 1
//! L_r = 101 s,  L_n = 101 (1 - s)                     min, mean lengths of the two parts
//! s   = clamp((0.08 + 0.036 h) exp(2 tanh((w_safety St - w_cortisol 0.5 D - w_arousal 0.25 A + w_beside 0.1 beside) / 2)), 0.02, 0.6)
//! ```
//!
//! A bout's length is drawn once, in units of its mean (waking again: of mean 0.7, its longest bouts are cut); it runs down at the rate that holds at each moment, so arousal that grows within a
//! bout shortens it. Where it goes then is drawn in proportion to the rates of the ways out:
//!
//! ```text
//! awake, not slept yet   -> N1    0.112 exp(-0.8 A) (0.4 + 0.6 on(12.35))
//! awake again            -> N1    0.40 exp(-0.5 A) (0.1 + 0.9 on(12 + w_glow G))
//! N1                     -> N2    0.50                            (in the REM part: -> REM 0.6)
//!                        -> awake 0.06 wakes
//! N2                     -> N3    0.09 d^4 / (1 + d^4)            (in the REM part: -> REM 0.5)
//!                        -> N1    0.018                                    -> awake 0.026 wakes
//! N3                     -> N2    0.05 + 0.30 / (1 + d^4)^2                -> awake 0.004 wakes
//! REM                    -> N1    0.030 m                                  -> awake 0.024 m wakes,   m = exp(-w_mends 0.4 beside)
//! wakes = age exp(0.8 A) (1 + 3 on(H - C below 12.1 + w_glow G))
//! ```
//!
//! Rates per min; on(t) is the homeostat's switch at H - C = t, A arousal, d depth of slow waves, h hours slept so far, St trace of safety, D departure of cortisol, G afterglow.
//! Bouts of sleep are exponential, those of waking after sleep onset fall as a power of exponent 2.2, the first
//! latency is the sum of two exponentials. When people are settled, and in the deterministic skeleton, stages are their mean shares and
//! nothing is drawn.
//! Source: bouts of waking a power law of exponent about 2.2, of sleep exponential (verified page, 33); the cycle from a prototype. Rates are guesses,
//! set together so that nights of young adults have published latency, continuity and shares.
//! Left out: movement time, the two kinds of REM sleep, the synchrony of partners' stages.

use crate::body::sleep::{arousal, homeostat, night};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

/// A stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Awake.
    Wake,
    /// Stage N1.
    N1,
    /// Stage N2.
    N2,
    /// Stage N3.
    N3,
    /// REM sleep.
    Rem,
}

impl Stage {
    /// All stages, from waking on.
    pub const ALL: [Self; 5] = [Self::Wake, Self::N1, Self::N2, Self::N3, Self::Rem];

    /// What a table of events calls the beginning of a bout of it.
    pub const fn event(self) -> &'static str {
        match self {
            Self::Wake => "stage W",
            Self::N1 => "stage N1",
            Self::N2 => "stage N2",
            Self::N3 => "stage N3",
            Self::Rem => "stage R",
        }
    }

    /// The stage that an entry of a table of events begins.
    pub fn begun_by(what: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.event() == what)
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wake => "Wake",
            Self::N1 => "N1",
            Self::N2 => "N2",
            Self::N3 => "N3",
            Self::Rem => "REM",
        }
    }

    /// Whether it is sleep.
    pub const fn asleep(self) -> bool {
        !matches!(self, Self::Wake)
    }

    /// Sets the inputs that say which stage holds.
    pub fn hold(self, input: &mut Inputs<f64>) {
        let flag = |is: bool| f64::from(u8::from(is));
        input.asleep = flag(self != Self::Wake);
        input.nrem = flag(matches!(self, Self::N2 | Self::N3));
        input.deep = flag(self == Self::N3);
        input.rem = flag(self == Self::Rem);
    }
}

table! {
    /// States.
    State of Quantity in "stages" {
        /// What is left of the present bout, in mean lengths
        bout: Quantity { system: System::Sleep, principal: false, unit: "1", possible: (-1.0, 1e4), normal: None, measured_by: "nothing: a latent state" },
        /// What is left of the present part of the sleep cycle, in mean lengths
        cycle: Quantity { system: System::Sleep, principal: false, unit: "1", possible: (-1.0, 1e4), normal: None, measured_by: "nothing: a latent state" },
    }
}

const NIGHTS: &str = "set together with the other rates so that nights of young adults alone have latency 10.6 min, 467.6 min of sleep, efficiency 92.0 %, REM latency 95.4 min \
    (Drews 2020)";

/// A rate. At the highest a bout lasts half a minute on average, as long as an epoch that is scored.
const fn rate(typical: f64) -> Parameter {
    Parameter {
        unit: "1/min",
        min: 0.0,
        typical,
        max: 2.0,
        spread: Spread::Same,
        evidence: Evidence::Hypothesis,
        source: NIGHTS,
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "stages" {
        /// Falling asleep the first time
        onset: Parameter {
            unit: "1/min", min: 0.005, typical: 0.112, max: 2.0, spread: Spread::Lognormal(0.15),
            evidence: Evidence::Fitted, source: NIGHTS,
        },
        /// Falling asleep again
        back: Parameter {
            unit: "1/min", min: 0.02, typical: 0.40, max: 2.0, spread: Spread::Lognormal(0.2),
            evidence: Evidence::Fitted, source: NIGHTS,
        },
        /// Falling asleep the first time without pressure, over falling asleep under it
        by_day: Parameter {
            unit: "1", min: 0.0, typical: 0.4, max: 1.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "rested adults fall asleep within a quarter of an hour when they are let to by day; general knowledge",
        },
        /// The same of falling asleep again
        back_by_day: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "naps are short; guessed",
        },
        /// From N1 to N2
        n1_deeper: rate(0.50),
        /// From N1 to REM sleep, in the REM part of the cycle
        n1_dream: rate(0.6),
        /// From N1 to waking
        n1_wake: rate(0.06),
        /// From N2 to N3, where waves are deep
        n2_deeper: rate(0.09),
        /// From N2 to REM sleep, in the REM part of the cycle
        n2_dream: rate(0.5),
        /// From N2 to N1
        n2_lighter: rate(0.018),
        /// From N2 to waking
        n2_wake: rate(0.026),
        /// From N3 to N2, where waves are deep
        n3_lighter: rate(0.05),
        /// From N3 to N2, where waves are shallow
        n3_shallow: rate(0.30),
        /// From N3 to waking
        n3_wake: rate(0.004),
        /// From REM sleep to N1
        rem_lighter: rate(0.030),
        /// From REM sleep to waking
        rem_wake: rate(0.024),
        /// Wakefulness of a person in sleep
        wakes: Parameter {
            unit: "1", min: 0.1, typical: 1.0, max: 10.0, spread: Spread::Lognormal(0.45),
            evidence: Evidence::Derived, source: "efficiency of young adults SD 5.1 points (Drews 2020)",
        },
        /// Logarithm of that per decade after 24
        decade_wakes: Parameter {
            unit: "1/decade", min: -0.2, typical: 0.03, max: 0.6, spread: Spread::Same,
            evidence: Evidence::Derived, source: "arousals +2.1/h and efficiency -2.1 points per decade (Boulos 2019), through this model's nights",
        },
        /// Logarithm of falling asleep again per decade after 24
        decade_back: Parameter {
            unit: "1/decade", min: -0.5, typical: 0.0, max: 0.2, spread: Spread::Same,
            evidence: Evidence::Derived, source: "efficiency -2.1 points per decade (Boulos 2019), through this model's nights",
        },
        /// Arousal's logarithm on waking, and against falling asleep the first time
        arousal: Parameter {
            unit: "1", min: 0.0, typical: 0.8, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Arousal's logarithm against falling asleep again
        arousal_back: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// More waking where pressure is spent
        spent: Parameter {
            unit: "1", min: 0.0, typical: 3.0, max: 20.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Pressure less the clock's say, below which it is spent
        spent_at: Parameter {
            unit: "1", min: 8.0, typical: 12.1, max: 14.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Pressure less the clock's say, at which falling asleep again is half as easy as it can be
        back_at: Parameter {
            unit: "1", min: 8.0, typical: 12.0, max: 14.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Mean length of the sleep cycle
        cycle: Parameter {
            unit: "min", min: 50.0, typical: 101.0, max: 150.0, spread: Spread::Lognormal(0.1),
            evidence: Evidence::Fitted, source: NIGHTS,
        },
        /// Spread of the logarithm of the parts of a cycle
        cycle_spread: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "REM latency 95.4 SD 40.1 min (Drews 2020), part of which lies between people",
        },
        /// REM share of the first cycle
        rem_first: Parameter {
            unit: "1", min: 0.02, typical: 0.08, max: 0.4, spread: Spread::Lognormal(0.2),
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Rise of that share per hour slept
        rem_rise: Parameter {
            unit: "1/h", min: 0.0, typical: 0.036, max: 0.1, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of that share per standard deviation of arousal, a loss
        rem_arousal: Parameter {
            unit: "1", min: 0.0, typical: 0.25, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of that share per doubling of cortisol, nearly, a loss
        rem_cortisol: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of that share beside somebody
        rem_beside: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "REM sleep +10 % beside a partner (Drews 2020)",
        },
        /// Logarithm of fewer interruptions of REM sleep beside somebody
        mends: Parameter {
            unit: "1", min: 0.0, typical: 0.4, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "REM sleep is less broken beside a partner, p = 0.008 (Drews 2020); size guessed",
        },
        /// Share of the time in bed asleep, where stages are not drawn
        steady: Parameter {
            unit: "1", min: 0.6, typical: 0.92, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "efficiency 92.0 % of young adults (Drews 2020)",
        },
        /// Change of that share per decade after 24
        decade_steady: Parameter {
            unit: "1/decade", min: -0.1, typical: -0.021, max: 0.02, spread: Spread::Same,
            evidence: Evidence::Read, source: "efficiency -2.1 points per decade (Boulos 2019)",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "stages" {
        /// Arousal keeps from falling asleep
        onset: Arrow {
            from: "arousal.level", to: "stages.bout", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "arousal, not cortisol, breaks sleep (Kim & Dimsdale 2007); size from a prototype",
        },
        /// Arousal wakes
        wakes: Arrow {
            from: "arousal.level", to: "night.awakenings", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "arousal, not cortisol, breaks sleep (Kim & Dimsdale 2007); size from a prototype",
        },
        /// Arousal takes from REM sleep
        arousal: Arrow {
            from: "arousal.level", to: "stages.cycle", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "stress before sleep: REM falls (Kim & Dimsdale 2007), REM awakenings rise (Baekeland 1968)",
        },
        /// Cortisol takes from REM sleep
        cortisol: Arrow {
            from: "departure.log", to: "stages.cycle", unit: "1",
            told: strength(0.0, 0.0), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "infused cortisol cut REM sleep (Born 1989); size from a prototype",
        },
        /// Safety gives REM sleep
        safety: Arrow {
            from: "safety.trace", to: "stages.cycle", unit: "1",
            told: strength(0.2, 0.2), measured: strength(0.6, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "the stage that company alters is REM (Drews 2020); size from a prototype",
        },
        /// Company in bed gives REM sleep
        beside: Arrow {
            from: "input.partner", to: "stages.cycle", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Read, source: "Drews 2020, 12 couples",
        },
        /// Company in bed mends REM sleep
        mends: Arrow {
            from: "input.partner", to: "night.interruptions", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "Drews 2020, 12 couples",
        },
        /// The afterglow makes less sleep enough
        glow: Arrow {
            from: "closeness.afterglow", to: "stages.bout", unit: "1",
            told: strength(3.0, 1.0), measured: strength(0.0, 0.1), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    let decades = (who.age - 24.0) / 10.0;
    Parameters {
        wakes: p.wakes * (p.decade_wakes * decades).exp(),
        back: p.back * (p.decade_back * decades).exp(),
        steady: (p.steady + p.decade_steady * decades).clamp(0.6, 1.0),
        ..p
    }
}

/// What the stages read.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Arousal.
    pub arousal: &'a arousal::State<R>,
    /// Pressure less the clock's say.
    pub need: R,
    /// Depth of slow waves.
    pub depth: R,
    /// Time slept so far, min.
    pub slept: R,
    /// Trace of safety.
    pub safety: R,
    /// Departure of cortisol, a logarithm.
    pub cortisol: R,
    /// Afterglow, as the body reads it.
    pub glow: R,
    /// Parameters of the homeostat.
    pub homeostat: &'a homeostat::Parameters<R>,
}

/// The rates of all ways from one stage to another, per min.
#[derive(Clone, Copy, Debug)]
pub struct Rates<R> {
    /// From the first waking in bed.
    pub onset: R,
    /// From waking again.
    pub back: R,
    /// From N1 to N2.
    pub n1_deeper: R,
    /// From N1 to REM sleep.
    pub n1_dream: R,
    /// From N1 to waking.
    pub n1_wake: R,
    /// From N2 to N3.
    pub n2_deeper: R,
    /// From N2 to REM sleep.
    pub n2_dream: R,
    /// From N2 to N1.
    pub n2_lighter: R,
    /// From N2 to waking.
    pub n2_wake: R,
    /// From N3 to N2.
    pub n3_lighter: R,
    /// From N3 to waking.
    pub n3_wake: R,
    /// From REM sleep to N1.
    pub rem_lighter: R,
    /// From REM sleep to waking.
    pub rem_wake: R,
}

impl<R: Real> Rates<R> {
    /// The ways out of a stage, with their rates. Of the first waking in bed the rate is [`Rates::onset`] instead.
    pub fn ways(&self, from: Stage) -> [(Stage, R); 4] {
        let none = (from, R::constant(0.0));
        match from {
            Stage::Wake => [(Stage::N1, self.back), none, none, none],
            Stage::N1 => [(Stage::N2, self.n1_deeper), (Stage::Rem, self.n1_dream), (Stage::Wake, self.n1_wake), none],
            Stage::N2 => [
                (Stage::N3, self.n2_deeper),
                (Stage::Rem, self.n2_dream),
                (Stage::N1, self.n2_lighter),
                (Stage::Wake, self.n2_wake),
            ],
            Stage::N3 => [(Stage::N2, self.n3_lighter), (Stage::Wake, self.n3_wake), none, none],
            Stage::Rem => [(Stage::N1, self.rem_lighter), (Stage::Wake, self.rem_wake), none, none],
        }
    }

    /// The rates at another depth of slow waves.
    #[inline(always)]
    pub fn at(&self, depth: R, input: &Inputs<R>, p: &Parameters<R>) -> Self {
        let deep = depth.squared().squared();
        let shallow = R::constant(1.0) / (deep + 1.0);
        Self {
            n2_deeper: p.n2_deeper * deep * shallow * (-input.dreaming + 1.0),
            n3_lighter: p.n3_lighter + p.n3_shallow * shallow.squared(),
            ..*self
        }
    }
}

/// The rates above.
#[inline(always)]
pub fn rates<R: Real>(read: &Read<'_, R>, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> Rates<R> {
    let level = arousal::felt(read.arousal);
    let sated = w.glow * read.glow;
    let spent = -homeostat::above(read.need, p.spent_at + sated, read.homeostat) + 1.0;
    let wakes = p.wakes * (w.wakes * p.arousal * level).exp() * (p.spent * spent + 1.0);
    let ready = homeostat::above(read.need, read.homeostat.half, read.homeostat);
    let again = homeostat::above(read.need, p.back_at + sated, read.homeostat);
    // Without pressure one can still fall asleep, only less easily.
    let by_day = |open: R, least: R| least + (-least + 1.0) * open;
    let mended = (-(w.mends * p.mends * night::beside(input))).exp();
    Rates {
        onset: p.onset * (-(w.onset * p.arousal * level)).exp() * by_day(ready, p.by_day),
        back: p.back * (-(w.onset * p.arousal_back * level)).exp() * by_day(again, p.back_by_day),
        n1_deeper: p.n1_deeper * (-input.dreaming + 1.0),
        n1_dream: p.n1_dream * input.dreaming,
        n1_wake: p.n1_wake * wakes,
        n2_deeper: R::constant(0.0),
        n2_dream: p.n2_dream * input.dreaming,
        n2_lighter: p.n2_lighter,
        n2_wake: p.n2_wake * wakes,
        n3_lighter: R::constant(0.0),
        n3_wake: p.n3_wake * wakes,
        rem_lighter: p.rem_lighter * mended,
        rem_wake: p.rem_wake * mended * wakes,
    }
    .at(read.depth, input, p)
}

/// The REM share of the cycle at this time of the night: s above.
#[inline(always)]
pub fn rem_share<R: Real>(read: &Read<'_, R>, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    let moved = w.safety * read.safety
        - w.cortisol * p.rem_cortisol * bounded(read.cortisol, 3.0)
        - w.arousal * p.rem_arousal * arousal::felt(read.arousal)
        + w.beside * p.rem_beside * night::beside(input);
    let share = (p.rem_first + p.rem_rise * (read.slept / 60.0)) * bounded(moved, 2.0).exp();
    share.clamp(0.02, 0.6)
}

/// Most bouts per minute, on average: no stage can be told from another in less than some seconds.
const FASTEST: f64 = 20.0;

/// The equations above. Out of bed, and where no stages are drawn, nothing runs down.
#[inline(always)]
pub fn flow<R: Real>(read: &Read<'_, R>, input: &Inputs<R>, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let it = rates(read, input, p, w);
    let Inputs { bed, asleep, nrem, deep, rem, resumed, dreaming, staged, .. } = *input;
    let waking = (bed - asleep) * (it.onset + resumed * (it.back - it.onset));
    let light = (asleep - nrem - rem) * (it.n1_deeper + it.n1_dream + it.n1_wake);
    let middle = (nrem - deep) * (it.n2_deeper + it.n2_dream + it.n2_lighter + it.n2_wake);
    let deepest = deep * (it.n3_lighter + it.n3_wake);
    let dream = rem * (it.rem_lighter + it.rem_wake);
    let share = rem_share(read, input, p, w);
    let cycle = (asleep * (-dreaming + 1.0)) / (p.cycle * (-share + 1.0)) + rem * dreaming / (p.cycle * share);
    let ends = (waking + light + middle + deepest + dream).min(R::constant(FASTEST));
    State { bout: Change::integral(-(staged * ends)), cycle: Change::integral(-(staged * cycle)) }
}

/// Shares of N2 and N3, of N3 and of REM sleep in sleep whose stages are not drawn: those of this model's drawn nights of young adults, rounded.
const MEANS: [f64; 3] = [0.72, 0.2, 0.22];
/// Slow-wave activity of a night at mean shares, % min: that of the same nights.
const MEAN_SLOW: f64 = 44_000.0;

/// The mean shares of the stages, where none are drawn.
pub fn steady(input: &mut Inputs<f64>, p: &Parameters<f64>) {
    let asleep = p.steady * input.bed;
    let [nrem, deep, rem] = MEANS.map(|share| share * asleep);
    (input.asleep, input.nrem, input.deep, input.rem) = (asleep, nrem, deep, rem);
}

/// The usual night of somebody who lies in bed for some minutes, and whose stages are not drawn.
pub fn usual<R: Real>(in_bed: R, p: &Parameters<R>) -> night::Usual<R> {
    let [_, _, rem] = MEANS.map(R::constant);
    night::Usual { slept: p.steady * in_bed, efficiency: p.steady, rem, slow: R::constant(MEAN_SLOW) }
}
