//! Running a system through time.

use crate::error::require;
use crate::instants::Instants;
use crate::now::Now;
use crate::observer::Observer;
use crate::step::{Scratch, Step};
use crate::{Error, Eventful, FARTHEST, State, Stepper, Stepping, lattice};

/// A place from which a run can go on.
///
/// Running on from the checkpoint at a lattice point gives the same bits as never having stopped. (At another time the
/// stop itself cuts a step in two, and the last digits differ.)
#[derive(Clone, Debug, PartialEq)]
pub struct Checkpoint<H> {
    /// The time in minutes.
    pub time: f64,
    /// The state. At a midnight the day has been turned over.
    pub state: State,
    /// What is held from now on.
    pub held: H,
    /// How many happenings at exactly this time have been applied. A run from here skips as many, so the timeline may
    /// begin at this time or after it. Set it to zero to apply other happenings at this time.
    pub applied: usize,
}

impl<H> Checkpoint<H> {
    /// A place to start from, at which nothing has been applied yet. `time` is in minutes.
    pub fn new(time: f64, state: State, held: H) -> Self {
        Self { time, state, held, applied: 0 }
    }
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Finish<H> {
    /// Where it ended. Everything at that time has been applied.
    pub checkpoint: Checkpoint<H>,
    /// The number of accepted steps.
    pub steps: u64,
    /// The number of happenings that were applied.
    pub happenings: u64,
    /// The number of times that guards fired.
    pub firings: u64,
}

/// Runs `system` from a checkpoint to `until` (minutes) and tells `observer` of everything.
///
/// `timeline` gives the happenings with their times in minutes, none before the start and none before the one preceding
/// it. It is read no further than the first happening after `until`. Happenings at the start and at `until` are applied.
///
/// Steps end on the lattice of `stepping`, at midnights, at happenings, where guards fire, and at `until`. Times within
/// [`SNAP`](crate::SNAP) of each other count as one.
///
/// # Errors
///
/// [`Error::Parameter`] for a step, a location, a start or an `until` outside its domain; [`Error::Shape`] when the state
/// does not fit the system, now or after an event; the `Happening` errors when the timeline is wrong;
/// [`Error::NotFinite`] when a state becomes infinite or not a number; [`Error::GuardNotANumber`] and
/// [`Error::GuardKeepsFiring`] for guards. What was observed before an error stands.
pub fn run<S, T, O>(
    system: &S,
    stepping: &Stepping,
    from: Checkpoint<S::Held>,
    timeline: T,
    until: f64,
    observer: &mut O,
) -> Result<Finish<S::Held>, Error>
where
    S: Eventful,
    T: IntoIterator<Item = (f64, S::Happening)>,
    O: Observer<S> + ?Sized,
{
    stepping.check()?;
    let shape = system.shape();
    from.state.fits(shape)?;
    require("start of the run", from.time, from.time.abs() <= FARTHEST, "within 1e9 minutes of zero")?;
    require(
        "end of the run",
        until,
        until.abs() <= FARTHEST && until >= from.time,
        "not before the start and at most 1e9 minutes",
    )?;

    let start = lattice::snapped(from.time, stepping.step);
    let until = lattice::snapped(until, stepping.step).max(start);
    let mut now = Now { time: start, midnight: lattice::midnight(start), state: from.state, held: from.held };
    now.check_finite(start, &now.state)?;

    let mut instants = Instants::new(system, &now, timeline.into_iter());
    let mut stepper = Stepper::new(stepping.method, shape);
    let mut scratch = Scratch::new(shape);
    let (mut after, mut trial) = (now.state.clone(), now.state.clone());
    let mut steps = 0;

    instants.open(&now, from.applied)?;
    instants.settle(&mut now, observer)?;
    observer.start(&now.moment(system));

    while now.time < until {
        let mut end = lattice::next_point(now.time, stepping.step).min(until);
        if let Some(time) = instants.next_happening()? {
            // One that counts as the same as a lattice point is applied there.
            if lattice::before(time, end) {
                end = time;
            }
        }
        let from = now.departure(system);
        stepper.begin(&from);
        stepper.advance(&from, end - now.time, &mut after);
        now.check_finite(end, &after)?;
        let length = end - now.time;
        let span = (now.time, length, stepping.location);
        let found = instants.guards.locate(&mut stepper, &from, span, &mut after, &mut trial)?;
        if found < length {
            end = lattice::snapped(now.time + found, stepping.step);
            now.check_finite(end, &after)?;
        }
        steps += 1;
        observer.step(&mut Step {
            start: now.time,
            end,
            before: &now.state,
            after: &after,
            held: &now.held,
            system,
            flow: &stepper.start,
            scratch: &mut scratch,
            ready: false,
        });
        core::mem::swap(&mut now.state, &mut after);
        now.time = end;
        instants.applied = 0;
        if end >= now.midnight + lattice::DAY {
            instants.turn_day(&mut now)?;
            observer.midnight(&now.moment(system));
        }
        instants.settle(&mut now, observer)?;
    }
    observer.finish(&now.moment(system));

    let Instants { applied, happenings, firings, .. } = instants;
    let checkpoint = Checkpoint { time: now.time, state: now.state, held: now.held, applied };
    Ok(Finish { checkpoint, steps, happenings, firings })
}
