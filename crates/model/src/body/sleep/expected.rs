//! The night that a person may expect: the mean of all draws of a night, found without drawing.
//!
//! ```text
//! P_k' = sum over j of (q_jk P_j - q_kj P_k)                    share of all draws that are in stage k now
//! M_k' = sum over j of (q_jk M_j - q_kj M_k) + W' in k          their part of slow-wave activity
//! S'   = 0.000918 (500 - S) - 0.00835 (sum of M) S / (S + 10)
//! D'   = (mu (asleep in settling - asleep expected) / E - D) / 45 h      pressure above that of settling
//! ```
//!
//! k is a stage in a phase of the NREM or of the REM part of the cycle, q the rates of [`stages`], W' and S as in [`slow_waves`]. Depth of slow waves
//! in k is that of M_k / P_k, the mean of those draws that are in it. The first latency is the sum of two exponentials, as it is
//! drawn; a bout of waking again is exponential here, with the mean of what is drawn; a part of the cycle is the sum of four exponentials, which
//! spreads somewhat more than what is drawn.
//!
//! E as in [`homeostat`]: who lies awake much has more pressure, and so sleeps better than otherwise. That balances within days, so
//! several nights are gone through ([`Expected::NIGHTS`]).
//!
//! What it comes to is a person's usual night ([`night::Usual`]): what they need is measured by what they sleep. So somebody whose routine
//! leaves too little time in bed has no debt from it. Left out: chance in arousal, that a wave that is deep in one draw lets
//! that draw stay deep.

use crate::body::sleep::stages::{self, Stage};
use crate::body::sleep::{homeostat, night, slow_waves};
use crate::inputs::Inputs;
use consoma_number::Real;

/// Longest step, min: a bout of N1 lasts nearly twice as long, others much longer.
const STEP: f64 = 1.0;
/// Mean of a bout of waking again, over the mean before its longest are cut.
pub const AGAIN: f64 = 0.72;
/// A part of the cycle passes through so many phases, so that its length spreads little.
const PHASES: usize = 4;
/// Phases of both parts, those of the NREM part first.
const ALL: usize = 2 * PHASES;
/// Rates are cut here, per min, so that no step empties a stage.
const FASTEST: f64 = 0.9 / STEP;
/// A share that is as good as none.
const LEAST: f64 = 1e-12;

/// A number for each stage, in each phase of the cycle.
type Each = [[f64; 5]; ALL];

/// What is expected by now.
#[derive(Clone, Debug)]
pub struct Expected {
    /// Not slept yet: first and second half of the latency.
    onset: [f64; 2],
    shares: Each,
    waves: Each,
    pressure: f64,
    in_bed: f64,
    slept: f64,
    rem: f64,
    slow: f64,
    raised: f64,
}

/// What the night reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a> {
    /// What the stages read; depth and time slept are those of the night that is expected.
    pub stages: stages::Read<'a, f64>,
    /// What the slow waves read.
    pub waves: slow_waves::Read<'a, f64>,
    /// The efficiency of a night that counts as one sleep: E above. `None` where pressure stays that of settling.
    pub one_sleep: Option<f64>,
}

/// The parameters and arrows of the processes that make the night.
#[derive(Clone, Copy, Debug)]
pub struct Of<'a> {
    /// Of the stages.
    pub stages: (&'a stages::Parameters<f64>, &'a stages::Arrows<f64>),
    /// Of the homeostat.
    pub homeostat: &'a homeostat::Parameters<f64>,
    /// Of the slow waves.
    pub waves: (&'a slow_waves::Parameters<f64>, &'a slow_waves::Arrows<f64>),
}

impl Expected {
    /// After so many nights, each begun by [`Expected::next`], what is expected hardly changes.
    pub const NIGHTS: usize = 6;

    /// Going to bed with this pressure for slow waves.
    pub fn new(pressure: f64) -> Self {
        let none = [[0.0; 5]; ALL];
        let (in_bed, slept, rem, slow) = (0.0, 0.0, 0.0, 0.0);
        Self { onset: [1.0, 0.0], shares: none, waves: none, pressure, in_bed, slept, rem, slow, raised: 0.0 }
    }

    /// Going to bed again, after this many minutes out of bed.
    pub fn next(&self, minutes: f64, of: &Of<'_>) -> Self {
        let p = of.waves.0;
        let pressure = p.ceiling + (self.pressure - p.ceiling) * Real::exp(-p.rise * minutes);
        Self { raised: self.raised * Real::exp(-minutes / of.homeostat.tau), ..Self::new(pressure) }
    }

    /// The night so far.
    pub fn usual(&self) -> night::Usual<f64> {
        // Who hardly sleeps at all has a usual night too.
        night::Usual {
            slept: self.slept.clamp(f64::min(60.0, self.in_bed), 1200.0),
            efficiency: (self.slept / f64::max(self.in_bed, 1.0)).clamp(0.5, 1.0),
            rem: self.rem / f64::max(self.slept, 1.0),
            slow: f64::max(self.slow, 1000.0),
        }
    }

    /// The slow waves by now.
    pub fn slow_waves(&self) -> slow_waves::State<f64> {
        slow_waves::State { pressure: self.pressure, activity: self.waves.iter().flatten().sum() }
    }

    /// Goes on for some minutes in bed in which all that is read stays as it is.
    pub fn go_on(&mut self, minutes: f64, read: &Read<'_>, input: &Inputs<f64>, of: &Of<'_>) {
        let steps = f64::max((minutes / STEP).ceil(), 1.0);
        for _ in 0..steps as usize {
            self.step(minutes / steps, read, input, of);
        }
    }

    fn step(&mut self, h: f64, read: &Read<'_>, input: &Inputs<f64>, of: &Of<'_>) {
        let (p, w) = of.waves;
        let activity: f64 = self.waves.iter().flatten().sum();
        let of_stage = |stage: Stage| self.shares.iter().map(|shares| shares[stage as usize]).sum::<f64>();
        let asleep = 1.0 - self.onset[0] - self.onset[1] - of_stage(Stage::Wake);
        self.in_bed += h;
        self.slept += h * asleep;
        self.rem += h * of_stage(Stage::Rem);
        self.slow += h * activity;
        self.turn(h, read, input, of);
        for stage in Stage::ALL {
            let (mut held, k) = (*input, stage as usize);
            stage.hold(&mut held);
            let (source, rate) = slow_waves::activity(self.pressure, &read.waves, &held, p, w);
            let (target, left) = (source / rate, Real::exp(-h * rate));
            for (waves, shares) in self.waves.iter_mut().zip(&self.shares) {
                waves[k] = target * shares[k] * (1.0 - left) + waves[k] * left;
            }
        }
        // Backwards, so that no rate makes it negative.
        let fall = p.discharge * activity / (self.pressure + 10.0);
        self.pressure = (self.pressure + h * p.rise * p.ceiling) / (1.0 + h * (p.rise + fall));
        if let Some(one_sleep) = read.one_sleep {
            let p = of.homeostat;
            self.raised += h / p.tau * (p.ceiling * (input.asleep - asleep) / one_sleep - self.raised);
        }
    }

    /// Shares go from stage to stage, and take their waves along.
    fn turn(&mut self, h: f64, read: &Read<'_>, input: &Inputs<f64>, of: &Of<'_>) {
        let (p, w) = of.stages;
        let read = stages::Read { slept: self.slept, need: read.stages.need + self.raised, ..read.stages };
        let rem = stages::rem_share(&read, input, p, w);
        let lengths = [p.cycle * (1.0 - rem), p.cycle * rem];
        let held = [0.0, 1.0].map(|dreaming| Inputs { dreaming, ..*input });
        let rates = held.map(|held| stages::rates(&read, &held, p, w));
        let before = self.clone();
        for phase in 0..ALL {
            let part = phase / PHASES;
            let on = PHASES as f64 / lengths[part];
            for from in Stage::ALL {
                let (share, wave) = (before.shares[phase][from as usize], before.waves[phase][from as usize]);
                let depth = of.waves.0.amplitude * (wave / f64::max(share, LEAST)) / 100.0;
                let mut ways = rates[part].at(depth, &held[part], p).ways(from);
                if from == Stage::Wake {
                    ways[0].1 /= AGAIN;
                }
                // The NREM part runs down in all sleep, the REM part in REM sleep alone.
                let runs = if part == 0 { from != Stage::Wake } else { from == Stage::Rem };
                let total = ways.iter().map(|way| way.1).sum::<f64>() + if runs { on } else { 0.0 };
                let slowed = h * f64::min(1.0, FASTEST / f64::max(total, LEAST));
                for (to, rate) in ways {
                    self.go((phase, from), (phase, to), (share, wave), slowed * rate);
                }
                let to = match (part, from) {
                    _ if (phase + 1) % PHASES != 0 => from,
                    (0, Stage::N1 | Stage::N2) => Stage::Rem,
                    _ => Stage::N2,
                };
                if runs {
                    self.go((phase, from), ((phase + 1) % ALL, to), (share, wave), slowed * on);
                }
            }
        }
        // Each half of the latency takes half its mean.
        let fall = f64::min(2.0 * h * rates[0].onset, 1.0);
        let [first, second] = before.onset;
        self.onset = [first - fall * first, second + fall * (first - second)];
        self.shares[0][Stage::N1 as usize] += fall * second;
    }

    /// A part of what is in one phase and stage goes to another.
    fn go(&mut self, from: (usize, Stage), to: (usize, Stage), (share, wave): (f64, f64), part: f64) {
        for (each, moved) in [(&mut self.shares, part * share), (&mut self.waves, part * wave)] {
            each[from.0][from.1 as usize] -= moved;
            each[to.0][to.1 as usize] += moved;
        }
    }
}
