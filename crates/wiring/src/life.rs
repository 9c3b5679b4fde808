//! A life: settled people, their schedules, and the timeline of what happens to them.

use crate::body::{Event, Held};
use crate::chance::Chance;
use crate::company::{Company, Fault, Happening};
use crate::individual::{Individual, Population};
use crate::settle::{Settled, Usually, awakening, settle};
use crate::sleep::Draws;
use consoma_engine::noise::Source;
use consoma_engine::{Checkpoint, Error, Finish, Method, Observer, State, Stepping, Timeline, run};
use consoma_model::declare::Reading;
use consoma_model::schedule::{Change, DAY, Schedule, Span};
use consoma_model::whole::Constitution;

/// Days that are lived with pulses before the span begins.
const LEAD: f64 = 1.0;

/// The stepping that the product uses: see `DESIGN.md` for how it was chosen.
pub fn default_stepping() -> Stepping {
    Stepping { method: Method::ExponentialThird, step: 0.5, calm: Some(2.0), ..Stepping::default() }
}

/// The stepping of lives over years in which nothing is drawn.
pub fn years_stepping() -> Stepping {
    Stepping { step: 2.0, calm: Some(10.0), ..default_stepping() }
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

/// Who will live through what, and in which setting.
pub type Plan<'a> = (Unit<'a>, &'a Setting<'a>);

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
        Self::all(&[(people, setting)]).pop().expect("one plan, one life")
    }

    /// The lives of several plans, each as [`Life::new`] would give it, bit for bit; together they are settled faster, and who
    /// has the same usual days in several plans is settled once. The plans are of one stepping: that of the first.
    ///
    /// # Errors
    ///
    /// Of each plan, those of [`Life::new`].
    pub fn all(plans: &[Plan<'_>]) -> Vec<Result<Self, Fault>> {
        let Some((_, first)) = plans.first() else { return Vec::new() };
        let mut asked: Vec<Usually> = Vec::new();
        // Whose usual days are whose, for all people in order.
        let mut whose = Vec::new();
        for (people, setting) in plans {
            for (individual, schedule) in *people {
                let mut person = individual.constitution(setting.population, setting.reading, setting.source);
                if setting.noise == Reference::Skeleton {
                    person.parameters.pulses.share = 0.0;
                    person.parameters.oxytocin.share = 0.0;
                }
                let it = Usually { person, routine: schedule.routine, end: begin(setting), noise: setting.noise };
                whose.push(asked.iter().position(|other| *other == it).unwrap_or(asked.len()));
                if whose.last() == Some(&asked.len()) {
                    asked.push(it);
                }
            }
        }
        let settled = settle(asked, &first.stepping);
        let mut settled = whose.into_iter().map(|place| settled[place].clone());
        let own =
            |(people, setting): &Plan<'_>| Self::of(people, settled.by_ref().take(people.len()).collect(), setting);
        plans.iter().map(own).collect()
    }

    /// The life of people who are settled.
    fn of(people: Unit<'_>, settled: Vec<Result<Settled, Error>>, setting: &Setting<'_>) -> Result<Self, Fault> {
        let begin = begin(setting);
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

    /// How it is stepped.
    pub fn stepping(&self) -> Stepping {
        self.stepping
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
    pub fn run<O: Observer<Company<f64>>>(&self, observer: &mut O) -> Result<Finish<Vec<Held<f64>>>, Fault> {
        let timeline = self.happenings.iter().cloned();
        run(&self.company, &self.stepping, self.start.clone(), timeline, self.span.end, observer)
            .map_err(|error| self.company.fault(error))
    }
}

/// The midnight at which people are settled and a life begins.
fn begin(setting: &Setting<'_>) -> f64 {
    (setting.span.start / DAY).floor() * DAY - LEAD * DAY
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
