//! Runs that are stepped together are those of each alone, whatever the other lanes do.

use consoma_engine::{
    Abreast, Checkpoint, Error, Eventful, Finish, Flow, Run, Sampler, Samples, Shape, State, Stepping, System, View,
    run, run_abreast,
};
use consoma_number::{Lanes, Wide};

/// Tanks that fill at a rate of their own towards what is held, and are emptied when they are full. The tally counts what
/// flows in, the slow state the days.
#[derive(Clone)]
struct Tanks<R> {
    rate: R,
    full: R,
}

impl<R: Wide> System<R> for Tanks<R> {
    type Held = R;
    fn shape(&self) -> Shape {
        Shape { fast: 1, tallies: 1, slow: 1 }
    }
    fn flow(&self, supply: &R, slow: &[R], fast: &[R], out: &mut Flow<R>) {
        let rate = self.rate * (slow[0] * 0.1 + 1.0);
        out.slope[0] = rate * (*supply - fast[0].tanh() * fast[0]);
        out.rate[0] = rate;
        out.tally[0] = *supply;
    }
    fn slow_at(&self, _supply: &R, at_midnight: &[R], _tallies: &[R], minutes: R, now: &mut [R]) {
        now[0] = at_midnight[0] + minutes / 1440.0;
    }
}

impl Eventful for Tanks<f64> {
    type Happening = f64;
    fn happen(&self, _time: f64, what: &f64, supply: &mut f64, _state: &mut State) {
        *supply = *what;
    }
    // A step that would end beside this mark is taken in halves, in some lanes and not in others.
    fn possible(&self, fast: &[f64]) -> bool {
        !(0.5..0.51).contains(&fast[0])
    }
    fn guards(&self) -> usize {
        1
    }
    fn guard(&self, _time: f64, _supply: &f64, state: &View<'_>, out: &mut [f64]) {
        out[0] = state.fast[0] - self.full;
    }
    fn fire(&self, _guard: usize, _time: f64, _supply: &mut f64, state: &mut State) {
        state.fast[0] = 0.0;
    }
}

impl<'a, R: Wide> Abreast<'a, R> for Tanks<R> {
    type One = Tanks<f64>;
    fn alike(one: &'a Tanks<f64>, held: &f64) -> (Self, R) {
        (Self { rate: R::constant(one.rate), full: R::constant(one.full) }, R::constant(*held))
    }
    fn seat(&mut self, lane: usize, one: &'a Tanks<f64>) {
        self.rate.put(lane, one.rate);
    }
    fn hold(&mut self, held: &mut R, lane: usize, one: &f64) {
        held.put(lane, *one);
    }
}

type Task = (Tanks<f64>, f64, Vec<(f64, f64)>);

/// What is run: a tank, when it ends, and when its supply changes.
fn tasks() -> Vec<Task> {
    let task = |k: u32| {
        let k = f64::from(k);
        let edges = vec![(3.3 + 7.0 * k, 2.0), (400.0 + k, 0.9), (1440.0, 1.5)];
        (Tanks { rate: 0.01 + 0.004 * k, full: 0.8 }, [1700.0, 900.25, 0.0][(k as usize) % 3] + k, edges)
    };
    // More than there are lanes, of unequal length, so that lanes are taken again and some stay empty at the end.
    (0..11).map(task).collect()
}

fn start() -> Checkpoint<f64> {
    Checkpoint::new(0.0, State { fast: vec![0.1], tallies: vec![0.0], midnight: vec![0.0] }, 1.0)
}

type Ended = Result<(Finish<f64>, Samples), Error>;

fn sampler(until: f64) -> Sampler {
    Sampler::every(Shape { fast: 1, tallies: 1, slow: 1 }, 1.7, 0.0, until).expect("times in order")
}

fn alone(stepping: &Stepping) -> Vec<Ended> {
    let one = |(tank, until, edges): Task| {
        let mut watch = sampler(until);
        let finish = run(&tank, stepping, start(), edges, until, &mut watch)?;
        Ok((finish, watch.into_samples()?))
    };
    tasks().into_iter().map(one).collect()
}

fn together<R: Wide>(stepping: &Stepping) -> Vec<Ended> {
    let tasks = tasks();
    let runs = tasks.iter().map(|(system, until, edges)| {
        let (timeline, until) = (edges.iter().copied(), *until);
        Run { system, from: start(), timeline, until, observer: sampler(until) }
    });
    let ended = run_abreast::<R, Tanks<R>, _, _>(stepping, runs);
    ended.into_iter().map(|ended| ended.and_then(|(finish, watch)| Ok((finish, watch.into_samples()?)))).collect()
}

#[test]
fn lanes_of_any_number_give_the_bits_of_each_alone() {
    for step in [0.5, 20.0] {
        let stepping = Stepping { step, ..Stepping::default() };
        let alone = alone(&stepping);
        assert_eq!(together::<f64>(&stepping), alone);
        assert_eq!(together::<Lanes<2>>(&stepping), alone);
        assert_eq!(together::<Lanes<8>>(&stepping), alone);
        assert_eq!(together::<Lanes<16>>(&stepping), alone);
        let firings: u64 = alone.iter().map(|ended| ended.as_ref().map_or(0, |(finish, _)| finish.firings)).sum();
        assert!(firings > 50, "{firings}");
    }
}

#[test]
fn a_run_that_fails_ends_no_other() {
    let tank = Tanks { rate: 0.05, full: 0.8 };
    let runs = [f64::NAN, 1e300, 3.0].map(|change| Run {
        system: &tank,
        from: start(),
        timeline: [(10.0, change)],
        until: 100.0,
        observer: (),
    });
    let ended = run_abreast::<Lanes<4>, Tanks<Lanes<4>>, _, _>(&Stepping::default(), runs);
    assert!(matches!(ended[0], Err(Error::NotFinite { .. })), "{:?}", ended[0]);
    let same = run(&tank, &Stepping::default(), start(), [(10.0, 3.0)], 100.0, &mut ());
    assert_eq!(ended[2].as_ref().map(|(finish, ())| finish), same.as_ref());
}
