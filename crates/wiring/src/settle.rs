//! Settling: the state in which a person's usual days leave them, and the means of such a day.

use crate::abreast::run_together;
use crate::body::{Event, Held, SHAPE, read, write};
use crate::chance;
use crate::clock::entrained;
use crate::company::{Company, Happening};
use crate::fit::Fit;
use crate::life::Reference;
use crate::sleep::{self, Sleep};
use consoma_engine::{Checkpoint, Error, Observer, Run, State, Step, Stepping, Timeline};
use consoma_model::body::hormones::{binding, departure, glands};
use consoma_model::body::sleep::expected::Expected;
use consoma_model::body::sleep::{night, pacemaker, restedness, slow_waves, stages, vigilance};
use consoma_model::daily;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::{Awakening, DAY, Routine, Schedule, Span};
use consoma_model::tables::{Fast, Slow, Tallies};
use consoma_model::whole::{self, Constitution, Usual};

/// Days of the routine in which a person's usual means are found, from the last of them.
const SETTLING: f64 = 2.0;

/// Somebody who will live two days of routine alone with regular pulses, up to a midnight.
pub(crate) struct Unsettled {
    person: Constitution<f64>,
    routine: Routine,
    noise: Reference,
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
        let in_bed = (wake - bed).rem_euclid(DAY);
        let p = &person.parameters;
        fast.homeostat.pressure = daily(0.0, p.homeostat.ceiling, p.homeostat.tau, in_bed, bed);
        fast.pacemaker = entrained(fast.pacemaker, &person.parameters, schedule)?;

        let mut steady = person;
        // The usual means are 1 before they are found, so the day's integrals are those of the hormones themselves; with the
        // growth arrows off the masses stay at 1 meanwhile.
        (steady.arrows.glands.crh, steady.arrows.glands.acth) = (0.0, 0.0);
        // Nor is it known how a usual night refreshes.
        let felt = &mut steady.parameters.restedness;
        (felt.deep_gain, felt.continuity, felt.dreams) = (0.0, 0.0, 0.0);
        steady.usual.night = stages::usual(in_bed, &p.stages);

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
        let day = LastDay {
            end,
            tallies: vec![0.0; SHAPE.tallies],
            course: Fit::default(),
            night: Vec::new(),
            last: Vec::new(),
            up: end,
            lived: steady.usual.night,
            person: steady,
        };
        let alone = Company::new(vec![steady])?;
        let from = Checkpoint::new(span.start, state, vec![Held::rest(false)]);
        let timeline = timeline.collect();
        Ok(Self { person, routine: schedule.routine, noise, slow, alone, from, timeline, day })
    }

    /// Sets the usual means, with what stands at the end of the two days.
    fn settled(self, end: Checkpoint<Vec<Held<f64>>>) -> Settled {
        let Self { mut person, routine, noise, slow, day, .. } = self;
        let Checkpoint { time, mut state, held, .. } = end;
        let tallies: Tallies<f64> = read(&day.tallies);
        let glands = glands::Usual { crh: tallies.glands.crh / DAY, acth: tallies.glands.acth / DAY };
        let cortisol = departure::Usual(day.course.solve());
        let one_sleep = person.parameters.stages.steady;
        person.usual = Usual { glands, cortisol, night: day.lived, one_sleep };
        let mut waves = None;
        if noise == Reference::Stochastic && !day.last.is_empty() {
            let (free, whole) = expected(&person, &day.last, routine.free);
            waves = Some(since(&person, &day.last, &whole, time - day.up));
            person.usual.night = free.usual();
            if routine.free {
                // Nobody lies awake in the morning who gets up when pressure is spent.
                person.usual.one_sleep = free.usual().efficiency;
            }
        }
        let in_bed = (routine.wake - routine.bed).rem_euclid(DAY);
        let asleep = person.usual.night.slept / in_bed.max(1.0);
        // What the days of settling departed from were no usual days.
        let mut fast: Fast<f64> = read(&state.fast);
        fast.departure.log = 0.0;
        fast.restedness = restedness::State { refreshment: 0.0, hours: 0.0, waves: 0.0 };
        fast.vigilance.debt = vigilance::usual(asleep, in_bed, routine.bed, &person.parameters.vigilance);
        fast.slow_waves = waves.unwrap_or(fast.slow_waves);
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

/// A part of a settled night, with the states in it.
struct Part {
    minutes: f64,
    x: Fast<f64>,
    input: Inputs<f64>,
}

/// Length of such a part, min: clock and pressure move by little in it.
const PART: f64 = 5.0;

/// The nights that a person may expect whose settled nights are this: until pressure is spent where `free`, and until the clock says so.
fn expected(person: &Constitution<f64>, night: &[Part], free: bool) -> (Expected, Expected) {
    let of = whole::of_night(person);
    let one_sleep = (!free).then_some(person.usual.one_sleep);
    let up = DAY - night.iter().map(|part| part.minutes).sum::<f64>();
    let begin = night.first().map_or(0.0, |part| part.x.slow_waves.pressure);
    let mut whole = Expected::new(begin);
    let mut short = None;
    for count in 0..Expected::NIGHTS {
        if count > 0 {
            whole = whole.next(up, &of);
        }
        for part in night {
            let spent = whole::sleep_need(&part.x, person) < person.parameters.homeostat.up;
            let due = spent && whole.usual().slept > sleep::SHORTEST;
            if free && due && count + 1 == Expected::NIGHTS && short.is_none() {
                short = Some(whole.clone());
            }
            whole::expect(&mut whole, part.minutes, &part.x, &part.input, one_sleep, person);
        }
    }
    (short.unwrap_or_else(|| whole.clone()), whole)
}

/// Slow waves so many minutes after getting up from such a night, in the day or in the next night.
fn since(person: &Constitution<f64>, night: &[Part], up: &Expected, minutes: f64) -> slow_waves::State<f64> {
    let day = DAY - night.iter().map(|part| part.minutes).sum::<f64>();
    let mut now = up.next(minutes.min(day), &whole::of_night(person));
    let mut left = minutes - day;
    for part in night {
        let minutes = part.minutes.min(left);
        if minutes > 0.0 {
            whole::expect(&mut now, minutes, &part.x, &part.input, None, person);
            left -= minutes;
        }
    }
    now.slow_waves()
}

/// Keeps the integrals of the day that ends at `end`, fits the course of cortisol on it, and finds the night that may be expected.
struct LastDay {
    end: f64,
    person: Constitution<f64>,
    tallies: Vec<f64>,
    course: Fit<{ departure::TERMS }>,
    /// The present night, and the last that is over.
    night: Vec<Part>,
    last: Vec<Part>,
    /// When it was over.
    up: f64,
    /// What the last night held whose stages were mean shares.
    lived: night::Usual<f64>,
}

impl Observer<Company<f64>> for LastDay {
    fn step(&mut self, step: &mut Step<'_, Company<f64>>) {
        let x: Fast<f64> = read(&step.after.fast);
        let input = &step.held[0].inputs;
        let minutes = step.end - step.start;
        match self.night.last_mut() {
            _ if input.bed == 0.0 => {
                if !self.night.is_empty() {
                    self.last = core::mem::take(&mut self.night);
                    self.lived.slow = x.night.slow;
                    self.up = step.start;
                }
            }
            Some(part) if part.minutes + minutes <= PART => part.minutes += minutes,
            _ => self.night.push(Part { minutes, x, input: *input }),
        }
        if step.end > self.end - DAY {
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
