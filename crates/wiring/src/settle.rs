//! Settling: the state in which a person's usual days leave them, and the means of such a day.

use crate::abreast::run_together;
use crate::body::{Event, Held, SHAPE, read, write};
use crate::chance;
use crate::clock::entrained;
use crate::company::{Company, Happening};
use crate::fit::Fit;
use crate::life::Reference;
use crate::sleep::{self, Sleep};
use consoma_engine::{Checkpoint, Error, Eventful, Observer, Run, State, Step, Stepping, Timeline};
use consoma_model::body::hormones::{binding, departure, glands};
use consoma_model::body::sleep::{pacemaker, vigilance};
use consoma_model::daily;
use consoma_model::schedule::{Awakening, DAY, Routine, Schedule, Span};
use consoma_model::tables::{Fast, Slow, Tallies};
use consoma_model::whole::{self, Constitution, Usual};

/// Days of the routine in which a person's usual means are found, from the last of them.
const SETTLING: f64 = 2.0;

/// Somebody who will live two days of routine alone with regular pulses, up to a midnight.
pub(crate) struct Unsettled {
    person: Constitution<f64>,
    routine: Routine,
    slow: Slow<f64>,
    alone: Company<f64>,
    from: Checkpoint<Vec<Held<f64>>>,
    timeline: Vec<(f64, Happening)>,
    day: LastDay,
}

/// Somebody whose usual means are set, with their state at that midnight and what is held then.
pub(crate) struct Settled {
    pub(crate) person: Constitution<f64>,
    pub(crate) state: State,
    pub(crate) held: Held<f64>,
}

/// Settles everybody.
pub(crate) fn settle(mut people: Vec<Unsettled>, stepping: &Stepping) -> Vec<Result<Settled, Error>> {
    let runs = people.iter_mut().map(|it| {
        let timeline = core::mem::take(&mut it.timeline);
        Run { system: &it.alone, from: it.from.clone(), timeline, until: it.day.end, observer: &mut it.day }
    });
    let ends: Vec<_> = run_together(stepping, runs.collect())
        .into_iter()
        .map(|ended| ended.map(|(finish, _)| finish.checkpoint))
        .collect();
    people.into_iter().zip(ends).map(|(it, end)| Ok(it.settled(end?))).collect()
}

impl Unsettled {
    /// This person with this schedule, to be settled at the midnight `end`.
    pub(crate) fn new(
        person: Constitution<f64>,
        schedule: &Schedule,
        end: f64,
        noise: Reference,
    ) -> Result<Self, Error> {
        let span = Span { start: end - SETTLING * DAY, end };
        let (mut fast, slow) = whole::start(&person.parameters);
        let Routine { wake, bed, .. } = schedule.routine;
        let night = (wake - bed).rem_euclid(DAY);
        let p = &person.parameters;
        fast.homeostat.pressure = daily(0.0, p.homeostat.ceiling, p.homeostat.tau, night, bed);
        fast.vigilance.debt = vigilance::usual(p.stages.steady, night, bed, &p.restedness, &p.vigilance);
        fast.pacemaker = entrained(fast.pacemaker, &person.parameters, schedule)?;

        let mut steady = person;
        // The usual means are 1 before they are found, so the day's integrals are those of the hormones themselves; with the
        // growth arrows off the masses stay at 1 meanwhile.
        (steady.arrows.glands.crh, steady.arrows.glands.acth) = (0.0, 0.0);

        let p = &person.parameters;
        let routine = Schedule { routine: Routine { free: false, ..schedule.routine }, ..Schedule::default() };
        let changes = routine.changes(span, awakening(&person));
        let mut timeline = Timeline::new().with(changes.into_iter().map(|(time, it)| (time, Event::Schedule(it))));
        if noise == Reference::Stochastic {
            // Feedback is not linear, so the means of a pulsing axis differ by some percent from those of a steady one.
            timeline = timeline.with(chance::regular(p, span));
        }
        let timeline = timeline.map(|(time, what)| (time, Happening { whose: 0, what }));

        let mut state = State::zeros(SHAPE);
        write(&fast, &mut state.fast);
        write(&slow, &mut state.midnight);
        let day = LastDay { end, person: steady, tallies: vec![0.0; SHAPE.tallies], course: Fit::default() };
        let alone = Company::new(vec![steady])?;
        let from = Checkpoint::new(span.start, state, vec![Held::rest(false)]);
        let timeline = timeline.collect();
        Ok(Self { person, routine: schedule.routine, slow, alone, from, timeline, day })
    }

    /// Sets the usual means, with what stands at the end of the two days.
    fn settled(self, end: Checkpoint<Vec<Held<f64>>>) -> Settled {
        let Self { mut person, routine, slow, day, .. } = self;
        let Checkpoint { time, mut state, held, .. } = end;
        let tallies: Tallies<f64> = read(&day.tallies);
        let glands = glands::Usual { crh: tallies.glands.crh / DAY, acth: tallies.glands.acth / DAY };
        person.usual = Usual { glands, cortisol: departure::Usual(day.course.solve()) };
        // What the days of settling departed from was no usual day.
        let mut fast: Fast<f64> = read(&state.fast);
        fast.departure.log = 0.0;
        write(&fast, &mut state.fast);
        write(&slow, &mut state.midnight);
        let mut held = held[0];
        held.sleeper.set_free(routine.free);
        // A guard that is due already does not fire.
        let Held { inputs: input, sleeper } = &mut held;
        sleep::with(&mut state.fast, |x| Sleep { person: &person, draws: None, sleeper, input, x, time }.open());
        Settled { person, state, held }
    }
}

/// The awakening response's window of a person.
pub(crate) fn awakening(person: &Constitution<f64>) -> Awakening {
    let p = &person.parameters.awakening;
    Awakening { window: p.window, night: p.night }
}

/// Keeps the integrals of the day that ends at `end`, and fits the course of cortisol on it.
struct LastDay {
    end: f64,
    person: Constitution<f64>,
    tallies: Vec<f64>,
    course: Fit<{ departure::TERMS }>,
}

impl<S: Eventful> Observer<S> for LastDay {
    fn step(&mut self, step: &mut Step<'_, S>) {
        if step.end > self.end - DAY {
            let x: Fast<f64> = read(&step.after.fast);
            let p = &self.person.parameters;
            let phase = pacemaker::phase(&x.pacemaker, &p.pacemaker);
            let free = departure::logarithm(binding::free(x.cortisol.plasma, &p.binding));
            self.course.add(departure::regressors(&phase, x.departure.expected), free, step.end - step.start);
        }
        if step.end >= self.end {
            self.tallies.copy_from_slice(&step.after.tallies);
        }
    }
}
