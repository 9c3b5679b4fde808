//! Running a system through time.

use crate::abreast::{Run, Solo, run_abreast};
use crate::observer::Observer;
use crate::{Error, Eventful, State, Stepping};

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
    /// From when on it is calm, in minutes, unless something happens: see [`Eventful::stirs`].
    pub calm: f64,
}

impl<H> Checkpoint<H> {
    /// A place to start from, at which nothing has been applied yet. `time` is in minutes.
    pub fn new(time: f64, state: State, held: H) -> Self {
        Self { time, state, held, applied: 0, calm: time }
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
    S: Eventful<Held: Clone>,
    T: IntoIterator<Item = (f64, S::Happening)>,
    O: Observer<S> + ?Sized,
{
    let alone = Run { system, from, timeline, until, observer };
    let mut finished = run_abreast::<f64, Solo<'_, S>, _, _>(stepping, [alone]);
    finished.pop().expect("one run, one result").map(|(finish, _)| finish)
}
