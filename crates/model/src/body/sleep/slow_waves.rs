//! Slow waves: a pressure that waking builds and slow waves discharge, and the activity that follows it in NREM sleep.
//!
//! ```text
//! S' = 0.000918 (500 - S) - 0.00835 W S / (S + 10)          the last factor keeps S above 0 whatever the rates
//! W' = nrem (S e - W) / 12 - rem W / 4.2 - (1 - nrem - rem) W / 1.7
//! e  = exp(2 tanh((w_safety k 1 St + w_glow k G + w_deepens 0.15 D - w_lightens 0.15 D - w_arousal 0.3 A) / 2))
//! depth = a W / 100
//! ```
//!
//! S and W in percent of the mean activity of a usual night's NREM sleep. a is the person's amplitude, which falls with age in men;
//! k how much a person gains from being at peace, nothing in some. St trace of safety, G afterglow, D departure of
//! cortisol from its usual course, A arousal. Depth is what a scorer sees of the waves.
//! Source of S and W: Achermann 1993, in whose equation W rises logistically.
//! Left out: where in the brain the waves are, spindles.

use crate::body::sleep::arousal;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "slow_waves" {
        /// Pressure for slow waves
        pressure: Quantity { system: System::Sleep, principal: false, unit: "%", possible: (0.0, 600.0), normal: Some((100.0, 350.0)), measured_by: "nothing: a latent state" },
        /// Slow-wave activity, relative to the usual mean of NREM sleep
        activity: Quantity { system: System::Sleep, principal: false, unit: "%", possible: (0.0, 4500.0), normal: Some((0.0, 250.0)), measured_by: "electroencephalogram, power from 0.75 to 4.5 Hz" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "slow_waves" {
        /// Rate at which pressure rises
        rise: Parameter {
            unit: "1/min", min: 2e-4, typical: 9.18e-4, max: 4e-3, spread: Spread::Same,
            evidence: Evidence::Read, source: "Achermann 1993 (by a public implementation)",
        },
        /// Pressure that endless waking nears
        ceiling: Parameter {
            unit: "%", min: 200.0, typical: 500.0, max: 600.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "Achermann 1993 (by a public implementation)",
        },
        /// Discharge by slow waves
        discharge: Parameter {
            unit: "1/min", min: 2e-3, typical: 8.35e-3, max: 3e-2, spread: Spread::Lognormal(0.15),
            evidence: Evidence::Read, source: "Achermann 1993 (by a public implementation); spread a hypothesis",
        },
        /// Time constant of the activity's rise in NREM sleep
        build: Parameter {
            unit: "min", min: 2.0, typical: 12.0, max: 40.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Time constant of its fall in REM sleep
        fall_rem: Parameter {
            unit: "min", min: 0.5, typical: 4.2, max: 20.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "0.24 per min (Achermann 1993)",
        },
        /// Time constant of its fall in N1 and awake
        fall_wake: Parameter {
            unit: "min", min: 0.5, typical: 1.7, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "0.6 per min (Achermann 1993)",
        },
        /// Amplitude of the waves against that of most people of 24 years
        amplitude: Parameter {
            unit: "1", min: 0.1, typical: 1.0, max: 5.0, spread: Spread::Lognormal(0.25),
            evidence: Evidence::Hypothesis, source: "sets the scale; between people the power differs threefold",
        },
        /// Change of the amplitude's logarithm per decade after 24, men
        decade_men: Parameter {
            unit: "1/decade", min: -0.5, typical: -0.10, max: 0.1, spread: Spread::Same,
            evidence: Evidence::Derived, source: "deep sleep falls by 1.9 points a decade in men and not in women (Walsleben 2004), through this model's share of N3",
        },
        /// Gain of the waves when at peace
        gain: Parameter {
            unit: "1", min: 0.0, typical: 0.7, max: 4.0, spread: Spread::Normal(0.7),
            evidence: Evidence::Hypothesis, source: "the account: some sleep deeper, others not; one in six gains nothing",
        },
        /// Loss per standard deviation of arousal
        arousal: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a survey of models",
        },
        /// Change per doubling of cortisol, nearly
        cortisol: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "slow_waves" {
        /// Arousal flattens slow waves
        arousal: Arrow {
            from: "arousal.level", to: "slow_waves.activity", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.12, 0.12), null: strength(0.12, 0.12),
            moderators: &[], grade: Grade::Mixed, evidence: Evidence::Hypothesis,
            source: "a stressor before a nap suppressed slow waves for half an hour alone (Ackermann 2019); sleeping beside a partner changes REM, not slow waves (Drews 2020)",
        },
        /// The trace of safety deepens
        safety: Arrow {
            from: "safety.trace", to: "slow_waves.activity", unit: "1",
            told: strength(0.2, 0.1), measured: strength(0.0, 0.05), null: strength(0.0, 0.0),
            moderators: &["the person's gain"], grade: Grade::Contradicted, evidence: Evidence::Hypothesis,
            source: "the account; no gain of slow-wave sleep beside a partner (Drews 2020)",
        },
        /// The afterglow deepens
        glow: Arrow {
            from: "closeness.afterglow", to: "slow_waves.activity", unit: "1",
            told: strength(0.3, 0.1), measured: strength(0.0, 0.05), null: strength(0.0, 0.0),
            moderators: &["the person's gain"], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account",
        },
        /// Cortisol deepens
        deepens: Arrow {
            from: "departure.log", to: "slow_waves.activity", unit: "1",
            told: strength(0.0, 0.0), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "infused cortisol raised slow-wave sleep (Born 1989); size from a prototype",
        },
        /// Cortisol above its usual course flattens, below it deepens
        lightens: Arrow {
            from: "departure.log", to: "slow_waves.activity", unit: "1",
            told: strength(3.0, 1.0), measured: strength(0.0, 0.0), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Contradicted, evidence: Evidence::Hypothesis, source: "the account",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    let decades = (who.age - 24.0) / 10.0;
    Parameters { amplitude: p.amplitude * (p.decade_men * decades * (-who.female + 1.0)).exp(), ..p }
}

/// What the waves read.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Arousal.
    pub arousal: &'a arousal::State<R>,
    /// Trace of safety.
    pub safety: R,
    /// Afterglow, as the body reads it.
    pub glow: R,
    /// Departure of cortisol, a logarithm.
    pub cortisol: R,
}

/// Depth, as a scorer sees it.
#[inline(always)]
pub fn depth<R: Real>(x: &State<R>, p: &Parameters<R>) -> R {
    p.amplitude * x.activity / 100.0
}

/// What builds the activity, and the rate at which it decays: W' above.
#[inline(always)]
pub fn activity<R: Real>(
    pressure: R,
    read: &Read<'_, R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> (R, R) {
    let cortisol = p.cortisol * (w.deepens - w.lightens) * bounded(read.cortisol, 3.0);
    let peace = p.gain * (w.safety * read.safety + w.glow * read.glow);
    let deeper = bounded(peace + cortisol - w.arousal * p.arousal * arousal::felt(read.arousal), 2.0).exp();
    let build = input.nrem / p.build;
    let rate = build + input.rem / p.fall_rem + (-input.nrem - input.rem + 1.0) / p.fall_wake;
    (build * pressure * deeper, rate)
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
    let (source, rate) = activity(x.pressure, read, input, p, w);
    State {
        pressure: Change::balance(
            p.rise * p.ceiling,
            x.pressure,
            p.rise + p.discharge * x.activity / (x.pressure + 10.0),
        ),
        activity: Change::balance(source, x.activity, rate),
    }
}
