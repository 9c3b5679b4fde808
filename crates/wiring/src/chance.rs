//! What chance does to a person. Each source of chance is a row here: the names of its draws, its clock, its size, and what
//! it moves.
//!
//! Every draw is named by (person, process, index), and the index counts the process's own ticks, cells or days: never
//! steps, and never what happens to anybody else.

use crate::body::Event;
use crate::sleep;
use consoma_engine::noise::{Ornstein, Process, Renewal, Source, Stream};
use consoma_engine::{Error, Timeline};
use consoma_model::body::gut::motility;
use consoma_model::body::heart::rhythm;
use consoma_model::body::hormones::{oxytocin, pulses};
use consoma_model::body::immune::interleukins;
use consoma_model::body::mood::affect;
use consoma_model::body::sleep::arousal;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::{DAY, Span};
use consoma_model::tables::{Fast, Parameters};
use consoma_number::Real;

/// A state that chance makes jump.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jump {
    /// A pulse of the drive of the adrenal axis.
    Pulse,
    /// A burst of oxytocin.
    Burst,
    /// A kick of the wander of heart-rate variability.
    Wander,
    /// A kick of arousal.
    Arousal,
    /// A kick of positive affect.
    Positive,
    /// A kick of negative affect.
    Negative,
    /// A kick of the base of positive affect.
    PositiveBase,
    /// A kick of the base of negative affect.
    NegativeBase,
    /// A kick of the colon's wander.
    Colon,
    /// A kick of the wander of interleukin-6.
    Six,
}

impl Jump {
    /// The state.
    pub(crate) fn state(self, x: &mut Fast<f64>) -> &mut f64 {
        match self {
            Self::Pulse => &mut x.pulses.pulse,
            Self::Burst => &mut x.oxytocin.pulse,
            Self::Wander => &mut x.rhythm.wander,
            Self::Arousal => &mut x.arousal.level,
            Self::Positive => &mut x.affect.positive,
            Self::Negative => &mut x.affect.negative,
            Self::PositiveBase => &mut x.affect.positive_base,
            Self::NegativeBase => &mut x.affect.negative_base,
            Self::Colon => &mut x.motility.wander,
            Self::Six => &mut x.interleukins.wander,
        }
    }

    /// What it is called in the table of events. `None` where it is no event that anybody would look for.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Pulse => Some("pulse"),
            Self::Burst => Some("oxytocin pulse"),
            Self::Wander
            | Self::Arousal
            | Self::Positive
            | Self::Negative
            | Self::PositiveBase
            | Self::NegativeBase
            | Self::Colon
            | Self::Six => None,
        }
    }
}

/// Pulses at the ticks of a renewal clock.
struct Pulses {
    jump: Jump,
    times: Process,
    sizes: Process,
    /// Mean interval (min) and shape of its gamma distribution.
    clock: fn(&Parameters<f64>) -> (f64, f64),
    /// The jump at a standard normal score.
    size: fn(f64, &Parameters<f64>) -> f64,
    /// While a person is settled: how many regular pulses a day, and the jump of each. With them the mean of the state is
    /// what drawn pulses give it.
    regular: (u32, fn(&Parameters<f64>) -> f64),
}

const PULSES: [Pulses; 2] = [
    Pulses {
        jump: Jump::Pulse,
        times: Process::new("pulses.times"),
        sizes: Process::new("pulses.sizes"),
        clock: |p| (p.pulses.interval, p.pulses.shape),
        size: |score, p| pulses::size(score, &p.pulses),
        // A whole number near the usual one.
        regular: (20, |p| DAY / 20.0 / p.pulses.decay),
    },
    Pulses {
        jump: Jump::Burst,
        times: Process::new("oxytocin.times"),
        sizes: Process::new("oxytocin.sizes"),
        clock: |p| (p.oxytocin.interval, p.oxytocin.shape),
        size: |score, p| oxytocin::size(score, &p.oxytocin),
        regular: (54, |p| DAY / 54.0 / p.oxytocin.decay),
    },
];

/// A state that wanders: it relaxes by itself, and is kicked at each cell of a lattice of its own.
struct Wander {
    jump: Jump,
    process: Process,
    cell: f64,
    /// Relaxation time (min) and standard deviation.
    size: fn(&Parameters<f64>) -> (f64, f64),
}

const WANDERS: [Wander; 8] = [
    Wander {
        jump: Jump::Wander,
        process: Process::new("rhythm.wander"),
        cell: rhythm::CELL,
        size: |p| (p.rhythm.wander_tau, p.rhythm.wander_spread),
    },
    Wander {
        jump: Jump::Arousal,
        process: Process::new("arousal.kicks"),
        cell: arousal::CELL,
        size: |p| (p.arousal.tau, p.arousal.wander),
    },
    Wander {
        jump: Jump::Positive,
        process: Process::new("affect.positive"),
        cell: affect::CELL,
        size: |p| (p.affect.tau, p.affect.spread),
    },
    Wander {
        jump: Jump::Negative,
        process: Process::new("affect.negative"),
        cell: affect::CELL,
        size: |p| (p.affect.negative_tau, p.affect.spread),
    },
    Wander {
        jump: Jump::PositiveBase,
        process: Process::new("affect.positive_base"),
        cell: affect::BASE_CELL,
        size: |p| (p.affect.base_tau, p.affect.base_spread),
    },
    Wander {
        jump: Jump::NegativeBase,
        process: Process::new("affect.negative_base"),
        cell: affect::BASE_CELL,
        size: |p| (p.affect.base_tau, p.affect.base_spread),
    },
    Wander {
        jump: Jump::Colon,
        process: Process::new("motility.wanders"),
        cell: motility::CELL,
        size: |p| (p.motility.wander_tau, p.motility.wander),
    },
    Wander {
        jump: Jump::Six,
        process: Process::new("interleukins.wanders"),
        cell: interleukins::CELL,
        size: |p| (p.interleukins.wander, p.interleukins.spread),
    },
];

/// An input on which the days of a person differ: each day has `e^(spread z)` of the usual, from getting up on.
struct Daily {
    process: Process,
    spread: fn(&Parameters<f64>) -> f64,
    input: fn(&mut Inputs<f64>) -> &mut f64,
}

const DAILY: [Daily; 3] = [
    Daily {
        process: Process::new("crh.disposition"),
        spread: |p| p.crh.day_spread,
        input: |inputs| &mut inputs.disposition,
    },
    Daily {
        process: Process::new("oxytocin.secretion"),
        spread: |p| p.oxytocin.day_spread,
        input: |inputs| &mut inputs.secretion,
    },
    Daily {
        process: Process::new("rhythm.day"),
        spread: |p| p.rhythm.day_spread,
        input: |inputs| &mut inputs.variability,
    },
];

/// Day 1 has this index among the draws of the days; days before it count down from here.
const FIRST_DAY: i64 = 1 << 20;

/// The names under which a life draws, besides the ids of its parameters.
pub fn processes() -> impl Iterator<Item = Process> {
    let pulses = PULSES.iter().flat_map(|pulses| [pulses.times, pulses.sizes]);
    pulses
        .chain(WANDERS.iter().map(|wander| wander.process))
        .chain(DAILY.iter().map(|daily| daily.process))
        .chain(sleep::processes())
}

/// The draws of one person.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chance<'a> {
    pub(crate) source: Source,
    /// Number of the person in the draws.
    pub(crate) number: u64,
    pub(crate) p: &'a Parameters<f64>,
    pub(crate) span: Span,
}

impl<'a> Chance<'a> {
    /// All jumps in the span, in order.
    pub(crate) fn jumps(self) -> Result<Timeline<'a, Event>, Error> {
        let mut timeline = Timeline::new();
        for pulses in &PULSES {
            timeline = timeline.with(self.until_the_end(pulses.jump, self.pulses(pulses)?));
        }
        for wander in &WANDERS {
            let (tau, sd) = (wander.size)(self.p);
            let kicks = Ornstein::new(self.stream(wander.process), self.span.start, wander.cell, tau, sd)?.kicks();
            timeline = timeline.with(self.until_the_end(wander.jump, kicks));
        }
        Ok(timeline)
    }

    /// The times and sizes of pulses.
    fn pulses(self, pulses: &'static Pulses) -> Result<impl Iterator<Item = (f64, f64)> + 'a, Error> {
        let (interval, shape) = (pulses.clock)(self.p);
        let clock = Renewal::new(self.stream(pulses.times), self.span.start, interval, shape)?;
        let sizes = self.stream(pulses.sizes);
        Ok(clock.map(move |(k, time)| (time, (pulses.size)(sizes.normal(k), self.p))))
    }

    /// Endless times and sizes as jumps of a state, as far as the span reaches.
    fn until_the_end(self, jump: Jump, sizes: impl Iterator<Item = (f64, f64)>) -> impl Iterator<Item = (f64, Event)> {
        let inside = sizes.take_while(move |(time, _)| *time < self.span.end);
        inside.map(move |(time, size)| (time, Event::Jump(jump, size)))
    }

    /// Sets the inputs of a day, of which day 1 is 0. The rarest days are held to what the inputs may be.
    pub(crate) fn day(self, day: i64, inputs: &mut Inputs<f64>) {
        let index = (FIRST_DAY + day).max(0) as u64;
        for daily in &DAILY {
            *(daily.input)(inputs) *= Real::exp((daily.spread)(self.p) * self.stream(daily.process).normal(index));
        }
        *inputs = inputs.within_bounds();
    }

    fn stream(self, process: Process) -> Stream {
        self.source.stream(self.number, process)
    }
}

/// The regular pulses of days that begin at `span.start`, in which a person is settled.
pub(crate) fn regular(p: &Parameters<f64>, span: Span) -> Timeline<'_, Event> {
    PULSES.iter().fold(Timeline::new(), |timeline, pulses| {
        let (daily, size) = pulses.regular;
        let event = Event::Jump(pulses.jump, size(p));
        let times = (0..).map(move |k| span.start + f64::from(k) * DAY / f64::from(daily));
        timeline.with(times.take_while(move |time| *time < span.end).map(move |time| (time, event.clone())))
    })
}
