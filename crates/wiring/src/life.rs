//! A life: settled people, their schedules, and the timeline of what happens to them.

use crate::abreast::run_together;
use crate::body::{Event, Held};
use crate::chance::Chance;
use crate::company::{Company, Fault, Happening};
use crate::individual::{Individual, Population};
use crate::settle::{Settled, Unsettled, awakening, settle};
use crate::sleep::Draws;
use consoma_engine::noise::Source;
use consoma_engine::{Checkpoint, Error, Finish, Method, Observer, Run, State, Stepping, Timeline, run};
use consoma_model::declare::Reading;
use consoma_model::schedule::{Change, DAY, Schedule, Span};
use consoma_model::whole::Constitution;

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

/// What a life is made of, besides who lives it and what happens to them.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// Declarations, with what a scenario overrides.
    pub population: &'a Population,
    /// The reading.
    pub reading: Reading,
    /// The span that is asked for.
    pub span: Span,
    /// The draws.
    pub source: Source,
    /// Whether there are pulses.
    pub noise: Reference,
    /// How it is stepped.
    pub stepping: Stepping,
}

/// One settled person, or two, with what will happen to them, ready to run.
#[derive(Clone, Debug)]
pub struct Life {
    /// Who.
    pub company: Company<f64>,
    /// Where it starts: at a midnight at least a day before the span.
    pub start: Checkpoint<Vec<Held<f64>>>,
    /// The span that is asked for.
    pub span: Span,
    pub(crate) happenings: Vec<(f64, Happening)>,
    pub(crate) stepping: Stepping,
}

/// One person, or two, each with their schedule.
pub type Unit<'a> = &'a [(&'a Individual, &'a Schedule)];

impl Life {
    /// Settles one person or two, each with their schedule, and prepares the span. In which order two are given changes no
    /// bit of what happens to either.
    ///
    /// Each is settled alone: the pacemaker is entrained to the routine; two days of routine with regular pulses give the
    /// person's usual means, which are what the gland masses are measured against. Then at least a day is lived with drawn
    /// pulses, in the company of the other.
    ///
    /// # Errors
    ///
    /// Those of [`run`]; those of the renewal clock for an interval or a shape out of its domain; [`Error::Shape`] for nobody
    /// or for more than two.
    pub fn new(people: Unit<'_>, setting: &Setting<'_>) -> Result<Self, Fault> {
        Self::all(&[people], setting).pop().expect("one unit, one life")
    }

    /// The lives of several units, each as [`Life::new`] would give it, bit for bit; together they are settled faster.
    ///
    /// # Errors
    ///
    /// Of each unit, those of [`Life::new`].
    pub fn all(units: &[Unit<'_>], setting: &Setting<'_>) -> Vec<Result<Self, Fault>> {
        let begin = (setting.span.start / DAY).floor() * DAY - LEAD * DAY;
        let everybody = units.iter().flat_map(|unit| unit.iter());
        let (mut ready, mut failed) = (Vec::new(), Vec::new());
        for (place, (individual, schedule)) in everybody.enumerate() {
            let mut person = individual.constitution(setting.population, setting.reading, setting.source);
            if setting.noise == Reference::Skeleton {
                person.parameters.pulses.share = 0.0;
                person.parameters.oxytocin.share = 0.0;
            }
            match Unsettled::new(person, schedule, begin, setting.noise) {
                Ok(person) => ready.push(person),
                Err(error) => failed.push((place, error)),
            }
        }
        let mut settled: Vec<_> = settle(ready, &setting.stepping);
        for (place, error) in failed {
            settled.insert(place, Err(error));
        }
        let mut settled = settled.into_iter();
        let own = |unit: &Unit<'_>| Self::of(unit, settled.by_ref().take(unit.len()).collect(), begin, setting);
        units.iter().map(own).collect()
    }

    /// The life of people who are settled.
    fn of(
        people: Unit<'_>,
        settled: Vec<Result<Settled, Error>>,
        begin: f64,
        setting: &Setting<'_>,
    ) -> Result<Self, Fault> {
        let mut everybody = Vec::with_capacity(people.len());
        let mut start = Checkpoint::new(begin, State { fast: vec![], tallies: vec![], midnight: vec![] }, vec![]);
        let mut timeline = Timeline::new();
        for (whose, ((individual, schedule), settled)) in people.iter().zip(settled).enumerate() {
            let fault = |error| Fault { whose, error };
            let Settled { person, state, held } = settled.map_err(fault)?;
            let events = events(individual, schedule, &person, begin, setting).map_err(fault)?;
            everybody.push(person);
            start.state.fast.extend(state.fast);
            start.state.tallies.extend(state.tallies);
            start.state.midnight.extend(state.midnight);
            start.held.push(held);
            timeline = timeline.with(events.into_iter().map(move |(time, what)| (time, Happening { whose, what })));
        }
        let mut company = Company::new(everybody).map_err(|error| Fault { whose: 0, error })?;
        if setting.noise == Reference::Stochastic {
            for (whose, (individual, _)) in people.iter().enumerate() {
                company.set_draws(whose, Draws { source: setting.source, number: individual.number, repeat: 0 });
            }
        }
        Ok(Self { company, start, span: setting.span, happenings: timeline.collect(), stepping: setting.stepping })
    }

    /// Steps differently from here on. The start stays as it was settled.
    pub fn set_stepping(&mut self, stepping: Stepping) {
        self.stepping = stepping;
    }

    /// What happens, in order, with its time in minutes.
    pub fn happenings(&self) -> &[(f64, Happening)] {
        &self.happenings
    }

    /// Runs several lives, each with its observer, as [`Life::run`] would, bit for bit; together they run faster. The lives are of
    /// one stepping: that of the first.
    ///
    /// # Errors
    ///
    /// Of each life, those of [`run`].
    pub fn run_all<O: Observer<Company<f64>>>(
        lives: &[Self],
        observers: &mut [O],
    ) -> Vec<Result<Finish<Vec<Held<f64>>>, Fault>> {
        let Some(first) = lives.first() else { return Vec::new() };
        let runs = lives.iter().zip(observers).map(|(life, observer)| Run {
            system: &life.company,
            from: life.start.clone(),
            timeline: life.happenings.iter().cloned(),
            until: life.span.end,
            observer,
        });
        let ended = run_together(&first.stepping, runs.collect());
        let own = |(life, ended): (&Self, Result<(_, _), Error>)| match ended {
            Ok((finish, _)) => Ok(finish),
            Err(error) => Err(life.company.fault(error)),
        };
        lives.iter().zip(ended).map(own).collect()
    }

    /// Runs the life to the end of its span.
    ///
    /// # Errors
    ///
    /// Those of [`run`].
    pub fn run<O: Observer<Company<f64>>>(&self, observer: &mut O) -> Result<Finish<Vec<Held<f64>>>, Fault> {
        let timeline = self.happenings.iter().cloned();
        run(&self.company, &self.stepping, self.start.clone(), timeline, self.span.end, observer)
            .map_err(|error| self.company.fault(error))
    }
}

/// What happens to one person from `begin` on, in order.
fn events(
    individual: &Individual,
    schedule: &Schedule,
    person: &Constitution<f64>,
    begin: f64,
    setting: &Setting<'_>,
) -> Result<Vec<(f64, Event)>, Error> {
    let span = Span { start: begin, end: setting.span.end };
    let chance = Chance { source: setting.source, number: individual.number, p: &person.parameters, span };
    let of_the_day = |(time, mut change): (f64, Change)| {
        if let (Change::Inputs(inputs), true) = (&mut change, individual.drawn) {
            // Getting up is an edge of every day, so the day is the one that began with the last getting up.
            chance.day(((time - schedule.routine.wake) / DAY).floor() as i64, inputs);
        }
        (time, Event::Schedule(change))
    };
    let changes = schedule.changes(span, awakening(person)).into_iter().map(of_the_day);
    Ok(match setting.noise {
        Reference::Skeleton => changes.collect(),
        Reference::Stochastic => Timeline::new().with(changes).with(chance.jumps()?).collect(),
    })
}
