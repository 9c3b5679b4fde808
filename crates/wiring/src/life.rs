//! A life: a settled individual, a schedule, and the timeline of what happens.

use crate::body::{Body, Happening, SHAPE, read, write};
use crate::clock::entrained;
use crate::individual::{Individual, Population};
use consoma_engine::noise::{Process, Renewal, Source};
use consoma_engine::{Checkpoint, Error, Eventful, Finish, Method, Observer, State, Step, Stepping, Timeline, run};
use consoma_model::body::hormones::glands::Usual;
use consoma_model::body::hormones::pulses;
use consoma_model::declare::Reading;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::{Awakening, Change, DAY, Schedule, Span};
use consoma_model::tables::{Slow, Tallies};
use consoma_model::whole::{self, Constitution};
use consoma_number::Real;

const PULSE_TIMES: Process = Process::new("pulses.times");
const PULSE_SIZES: Process = Process::new("pulses.sizes");
const DISPOSITION: Process = Process::new("crh.disposition");
/// The names under which a life draws, besides the ids of its parameters.
pub const PROCESSES: [Process; 3] = [PULSE_TIMES, PULSE_SIZES, DISPOSITION];

/// Day 1 has this index among the draws of the disposition; days before it count down from here.
const FIRST_DAY: i64 = 1 << 20;

/// Days of the routine in which a person's usual means are found, from the last of them.
const SETTLING: f64 = 2.0;
/// Regular pulses a day meanwhile: a whole number near the usual one, with a mean drive of 1.
const PULSES: f64 = 20.0;
/// Days that are lived with pulses before the span begins.
const LEAD: f64 = 1.0;

/// The stepping that the product uses: see `DESIGN.md` for how it was chosen.
pub fn default_stepping() -> Stepping {
    Stepping { method: Method::ExponentialThird, step: 0.5, ..Stepping::default() }
}

/// Whether a life has its pulses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// Pulses come at drawn times with drawn sizes.
    Stochastic,
    /// The deterministic skeleton: the pulsatile drive stays at its mean of 1.
    Skeleton,
}

/// What a life is made of, besides who lives it.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// Declarations, with what a scenario overrides.
    pub population: &'a Population,
    /// The reading.
    pub reading: Reading,
    /// What happens.
    pub schedule: &'a Schedule,
    /// The span that is asked for.
    pub span: Span,
    /// The draws.
    pub source: Source,
    /// Whether there are pulses.
    pub noise: Reference,
    /// How it is stepped.
    pub stepping: Stepping,
}

/// A settled individual with what will happen to them, ready to run.
#[derive(Clone, Debug)]
pub struct Life {
    /// The body.
    pub body: Body<f64>,
    /// Where it starts: at a midnight at least a day before the span.
    pub start: Checkpoint<Inputs<f64>>,
    /// The span that is asked for.
    pub span: Span,
    happenings: Vec<(f64, Happening)>,
    stepping: Stepping,
}

impl Life {
    /// Settles an individual and prepares the span.
    ///
    /// The pacemaker is entrained to the routine; two days of routine with regular pulses give the person's usual means,
    /// which are what the gland masses are measured against; then at least a day is lived with drawn pulses.
    ///
    /// # Errors
    ///
    /// Those of [`run`]; and those of the renewal clock for an interval or a shape out of its domain.
    pub fn new(individual: &Individual, setting: &Setting<'_>) -> Result<Self, Error> {
        let Setting { population, reading, schedule, span, source, noise, stepping } = *setting;
        let mut person = individual.constitution(population, reading, source);
        if noise == Reference::Skeleton {
            person.parameters.pulses.share = 0.0;
            person.parameters.oxytocin.share = 0.0;
        }
        let begin = (span.start / DAY).floor() * DAY - LEAD * DAY;
        let start = settle(&mut person, schedule, begin, noise, &stepping)?;

        let p = &person.parameters;
        let awakening = Awakening { window: p.awakening.window, night: p.awakening.night };
        let whole = Span { start: begin, end: span.end };
        let dispositions = source.stream(individual.number, DISPOSITION);
        let spread = if individual.drawn { p.crh.day_spread } else { 0.0 };
        let disposed = |(time, mut change): (f64, Change)| {
            if let Change::Inputs(inputs) = &mut change {
                // Getting up is an edge of every day, so the disposition is that of the day from then on.
                let day = ((time - schedule.routine.wake) / DAY).floor() as i64;
                inputs.disposition = Real::exp(spread * dispositions.normal((FIRST_DAY + day).max(0) as u64));
            }
            (time, Happening::Schedule(change))
        };
        let changes = schedule.changes(whole, awakening).into_iter().map(disposed);
        let happenings = match noise {
            Reference::Skeleton => changes.collect(),
            Reference::Stochastic => {
                let sizes = source.stream(individual.number, PULSE_SIZES);
                let times = source.stream(individual.number, PULSE_TIMES);
                let clock = Renewal::new(times, begin, p.pulses.interval, p.pulses.shape)?;
                let pulses = clock
                    .map(|(k, time)| (time, Happening::Pulse(pulses::size(sizes.normal(k), &p.pulses))))
                    .take_while(|(time, _)| *time < span.end);
                Timeline::new().with(changes).with(pulses).collect()
            }
        };
        Ok(Self { body: Body { person }, start, span, happenings, stepping })
    }

    /// Steps differently from here on. The start stays as it was settled.
    pub fn set_stepping(&mut self, stepping: Stepping) {
        self.stepping = stepping;
    }

    /// What happens, in order, with its time in minutes.
    pub fn happenings(&self) -> &[(f64, Happening)] {
        &self.happenings
    }

    /// Runs the life to the end of its span.
    ///
    /// # Errors
    ///
    /// Those of [`run`].
    pub fn run<O: Observer<Body<f64>>>(&self, observer: &mut O) -> Result<Finish<Inputs<f64>>, Error> {
        run(&self.body, &self.stepping, self.start.clone(), self.happenings.iter().cloned(), self.span.end, observer)
    }
}

/// Lives two days of routine with regular pulses up to `end`, sets the person's usual means, and gives the state at `end`.
fn settle(
    person: &mut Constitution<f64>,
    schedule: &Schedule,
    end: f64,
    noise: Reference,
    stepping: &Stepping,
) -> Result<Checkpoint<Inputs<f64>>, Error> {
    let begin = end - SETTLING * DAY;
    let (mut fast, slow) = whole::start(&person.parameters);
    fast.pacemaker = entrained(fast.pacemaker, &person.parameters, schedule)?;

    let mut steady = *person;
    // The usual means are 1 before they are found, so the day's integrals are those of the hormones themselves; with the
    // growth arrows off the masses stay at 1 meanwhile.
    (steady.arrows.glands.crh, steady.arrows.glands.acth) = (0.0, 0.0);

    let p = &person.parameters;
    let awakening = Awakening { window: p.awakening.window, night: p.awakening.night };
    let routine = Schedule { routine: schedule.routine, ..Schedule::default() };
    let changes = routine.changes(Span { start: begin, end }, awakening);
    let changes = changes.into_iter().map(|(time, it)| (time, Happening::Schedule(it)));
    // Feedback is not linear, so the means of a pulsing axis differ by some percent from those of a steady one.
    let pulses = match noise {
        Reference::Skeleton => 0.0,
        Reference::Stochastic => SETTLING * PULSES,
    };
    let regular = Happening::Pulse(DAY / PULSES / p.pulses.decay);
    let pulses = (0..pulses as u32).map(|k| (begin + f64::from(k) * DAY / PULSES, regular.clone()));
    let timeline = Timeline::new().with(changes).with(pulses);

    let mut state = State::zeros(SHAPE);
    write(&fast, &mut state.fast);
    write(&slow, &mut state.midnight);
    let mut day = LastDay { end, tallies: vec![0.0; SHAPE.tallies] };
    let body = Body { person: steady };
    let from = Checkpoint::new(begin, state, Inputs::rest());
    let finish = run(&body, stepping, from, timeline, end, &mut day)?;

    let tallies: Tallies<f64> = read(&day.tallies);
    person.usual = Usual { crh: tallies.glands.crh / DAY, acth: tallies.glands.acth / DAY };
    let mut checkpoint = finish.checkpoint;
    checkpoint.applied = 0;
    let slow: Slow<f64> = slow;
    write(&slow, &mut checkpoint.state.midnight);
    Ok(checkpoint)
}

/// Keeps the integrals of the day that ends at `end`.
struct LastDay {
    end: f64,
    tallies: Vec<f64>,
}

impl<S: Eventful> Observer<S> for LastDay {
    fn step(&mut self, step: &mut Step<'_, S>) {
        if step.end >= self.end {
            self.tallies.copy_from_slice(&step.after.tallies);
        }
    }
}
