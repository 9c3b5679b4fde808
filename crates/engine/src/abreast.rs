//! Running several systems of one kind together, a lane each, so that one instruction advances them all.
//!
//! Every run keeps its own clock, its own steps and its own events: a lane asks for a length, all lanes are stepped by what each
//! asked for, and each takes its own end. A lane whose run is over takes the next run. What the other lanes do changes no bit of a run.

use consoma_number::Wide;

use crate::observer::Observer;
use crate::ride::Ride;
use crate::run::{Checkpoint, Finish};
use crate::{Departure, Error, Eventful, Flow, Shape, State, Stepper, Stepping, System};

/// Systems of one kind abreast: [`WIDTH`](Wide::WIDTH) systems as one system over wide numbers.
pub trait Abreast<'a, R: Wide>: System<R> {
    /// One of them.
    type One: Eventful<Held: Clone> + 'a;

    /// A system whose every lane is `one`, and what it holds.
    fn alike(one: &'a Self::One, held: &<Self::One as System<f64>>::Held) -> (Self, Self::Held)
    where
        Self: Sized;

    /// Puts another system into a lane.
    fn seat(&mut self, lane: usize, one: &'a Self::One);

    /// Puts what that system holds into its lane: of what holds now, or of the systems themselves where they keep what follows from it.
    fn hold(&mut self, held: &mut Self::Held, lane: usize, one: &<Self::One as System<f64>>::Held);
}

/// What is run: see [`run`](crate::run()) for each part.
#[derive(Debug)]
pub struct Run<'a, S: System<f64>, T, O> {
    /// The system.
    pub system: &'a S,
    /// Where it starts.
    pub from: Checkpoint<S::Held>,
    /// What happens, with its time in minutes.
    pub timeline: T,
    /// When it ends, in minutes.
    pub until: f64,
    /// Who watches.
    pub observer: O,
}

/// The run under way in a lane, if there is one.
type Lane<'a, S, T, O> = Option<Ride<'a, S, T, O>>;

/// How a run ended with who watched it, or why it failed.
type Finished<S, O> = Result<(Finish<<S as System<f64>>::Held>, O), Error>;

/// Runs all of `runs`, as many at a time as there are lanes. The results stand in the order of the runs, and each is, bit for bit,
/// that of [`run`](crate::run()).
///
/// # Errors
///
/// Each result has the errors of [`run`](crate::run()), and [`Error::Shape`] for a system of another shape than the first. A run that
/// fails does not end the others.
pub fn run_abreast<'a, R, P, T, O>(
    stepping: &Stepping,
    runs: impl IntoIterator<Item = Run<'a, P::One, T, O>>,
) -> Vec<Finished<P::One, O>>
where
    R: Wide,
    P: Abreast<'a, R>,
    T: IntoIterator<Item = (f64, <P::One as Eventful>::Happening)>,
    O: Observer<P::One>,
{
    let mut queue = runs.into_iter();
    let mut finished = Vec::new();
    let mut together: Option<Together<P, R>> = None;
    let mut lanes: Vec<Lane<'a, P::One, T::IntoIter, O>> = (0..R::WIDTH).map(|_| None).collect();
    let mut indices = vec![0; R::WIDTH];
    loop {
        for (lane, place) in lanes.iter_mut().enumerate() {
            // A run may be over at once, so the next is asked until one is under way.
            while place.is_none() {
                let Some(Run { system, from, timeline, until, observer }) = queue.next() else { break };
                let index = finished.len();
                finished.push(None);
                let seated = together.get_or_insert_with(|| Together::new(stepping, system, &from));
                let begun = seated
                    .seat(lane, system)
                    .and_then(|()| Ride::begin(system, stepping, from, (timeline.into_iter(), until), observer));
                match begun {
                    Ok(ride) if ride.over() => finished[index] = Some(Ok(ride.finish())),
                    Ok(ride) => (indices[lane], *place) = (index, Some(ride)),
                    Err(error) => finished[index] = Some(Err(error)),
                }
            }
        }
        let Some(together) = together.as_mut().filter(|_| lanes.iter().any(Option::is_some)) else { break };
        for (lane, ride) in lanes.iter_mut().enumerate().filter_map(|(lane, place)| Some((lane, place.as_mut()?))) {
            together.depart(lane, ride);
        }
        together.step(lanes.iter().flatten().any(|ride| !ride.searches()));
        for (lane, place) in lanes.iter_mut().enumerate() {
            let Some(ride) = place else { continue };
            let arrived = ride.arrived(lane, &together.after, &together.stepper.start);
            if arrived.is_err() || ride.over() {
                let Some(ride) = place.take() else { continue };
                finished[indices[lane]] = Some(arrived.map(|()| ride.finish()));
            }
        }
    }
    finished.into_iter().map(|result| result.expect("every run ends")).collect()
}

/// The systems abreast, with the numbers of all lanes.
struct Together<P: System<R>, R: Wide> {
    systems: P,
    held: P::Held,
    shape: Shape,
    stepper: Stepper<R>,
    before: State<R>,
    after: State<R>,
    minutes: R,
    lengths: R,
}

impl<'a, R: Wide, P: Abreast<'a, R>> Together<P, R> {
    fn new(stepping: &Stepping, first: &'a P::One, from: &Checkpoint<<P::One as System<f64>>::Held>) -> Self {
        let (systems, held) = P::alike(first, &from.held);
        let shape = first.shape();
        let (mut before, zero) = (State::zeros(shape), R::constant(0.0));
        // A lane that is never taken steps on from there too.
        (0..R::WIDTH).for_each(|lane| before.put(lane, &from.state));
        let after = before.clone();
        let stepper = Stepper::new(stepping.method, shape);
        Self { systems, held, shape, stepper, before, after, minutes: zero, lengths: zero }
    }

    fn seat(&mut self, lane: usize, one: &'a P::One) -> Result<(), Error> {
        let (expected, found) = (self.shape, one.shape());
        if expected != found {
            let (expected, found) = (expected.total(), found.total());
            return Err(Error::Shape { what: "numbers of a system abreast of others", expected, found });
        }
        self.systems.seat(lane, one);
        Ok(())
    }

    /// Takes over where a run stands and the length that it asks for.
    fn depart<T, O>(&mut self, lane: usize, ride: &mut Ride<'a, P::One, T, O>)
    where
        T: Iterator<Item = (f64, <P::One as Eventful>::Happening)>,
        O: Observer<P::One>,
    {
        self.before.put(lane, ride.state());
        self.minutes.put(lane, ride.minutes());
        self.lengths.put(lane, ride.length());
        if let Some(held) = ride.newly_held() {
            self.systems.hold(&mut self.held, lane, held);
        }
    }

    /// Steps every lane by its length. The flow at the start is kept where every run asks again from the same start.
    fn step(&mut self, anew: bool) {
        let Self { systems, held, stepper, before, after, minutes, lengths, .. } = self;
        let from = Departure { system: &*systems, held: &*held, state: &*before, minutes: *minutes };
        if anew {
            stepper.begin(&from);
        }
        stepper.advance(&from, *lengths, after);
    }
}

/// One system, abreast of nobody.
pub(crate) struct Solo<'a, S>(&'a S);

impl<S: Eventful> System<f64> for Solo<'_, S> {
    type Held = S::Held;

    fn shape(&self) -> Shape {
        self.0.shape()
    }

    fn flow(&self, held: &S::Held, slow: &[f64], fast: &[f64], out: &mut Flow<f64>) {
        self.0.flow(held, slow, fast, out);
    }

    fn slow_at(&self, held: &S::Held, at_midnight: &[f64], tallies: &[f64], minutes: f64, now: &mut [f64]) {
        self.0.slow_at(held, at_midnight, tallies, minutes, now);
    }
}

impl<'a, S: Eventful<Held: Clone> + 'a> Abreast<'a, f64> for Solo<'a, S> {
    type One = S;

    fn alike(one: &'a S, held: &S::Held) -> (Self, S::Held) {
        (Self(one), held.clone())
    }

    fn seat(&mut self, _lane: usize, one: &'a S) {
        self.0 = one;
    }

    fn hold(&mut self, held: &mut S::Held, _lane: usize, one: &S::Held) {
        held.clone_from(one);
    }
}
