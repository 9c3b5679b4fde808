//! Companies abreast: people in lanes, as many companies in one step as a number has lanes.
//!
//! Lanes run the equations as they were recorded, not as they were compiled ([`Tape`]): what depends on who somebody is, is computed when they
//! take their lane; what depends on inputs, when these change; and at every step only the rest. The bits are those of the text.

use crate::body::{Held, LENGTHS, SHAPE};
use crate::company::{Company, Happening, met, part, part_mut, slow_of};
use consoma_engine::{Abreast, Error, Finish, Flow, Observer, Run, Shape, Stepping, System, run_abreast};
use consoma_model::appraisal::expression::Expression;
use consoma_model::declare::Table;
use consoma_model::equations::{self, Flow as Places};
use consoma_model::whole::Constitution;
use consoma_number::trace::Tape;
use consoma_number::{Lanes, Wide, widest};
use core::cell::RefCell;
use std::sync::LazyLock;

/// Numbers of eight people: eight lanes take hardly longer than four. See `DESIGN.md`.
type Eight = Lanes<8>;

/// What changes when somebody takes a lane.
const PERSON: usize = 0;
/// What changes when something is held.
const HELD: usize = 1;
/// What changes at every step.
const STEP: usize = 2;

/// The flow of one person, alone in the world and in company.
static FLOWS: LazyLock<[Tape; 2]> = LazyLock::new(|| {
    let graph = equations::flow();
    [PERSON, STEP].map(|other| {
        Tape::new(&graph, |variable| match variable {
            Places::PERSON.. => PERSON,
            Places::INPUTS.. => HELD,
            Places::OTHER.. => other,
            _ => STEP,
        })
    })
});

/// Companies of one size, a lane each.
struct Companies {
    people: Vec<Constitution<Eight>>,
    tape: &'static Tape,
    /// Of each person of a company. The flow computes in it, and leaves no trace there that a later one could read.
    memories: RefCell<Vec<Memory>>,
}

/// What one person of each company computes with.
struct Memory {
    numbers: Vec<Eight>,
    /// The lowest stage that must be run again.
    stale: usize,
}

impl System<Eight> for Companies {
    /// Inputs are held in the memory.
    type Held = ();

    fn shape(&self) -> Shape {
        let count = self.people.len();
        Shape { fast: count * SHAPE.fast, tallies: count * SHAPE.tallies, slow: count * SHAPE.slow }
    }

    fn flow(&self, _held: &(), slow: &[Eight], fast: &[Eight], out: &mut Flow<Eight>) {
        for (i, Memory { numbers, stale }) in self.memories.borrow_mut().iter_mut().enumerate() {
            let now = part(fast, i, SHAPE.fast).iter().chain(part(slow, i, SHAPE.slow));
            now.enumerate().for_each(|(place, value)| self.tape.put(numbers, Places::FAST + place, *value));
            if self.people.len() > 1 {
                let Expression { warmth, agitation } = met(&self.people, i, fast);
                self.tape.put(numbers, Places::OTHER, warmth);
                self.tape.put(numbers, Places::OTHER + 1, agitation);
            }
            (*stale..=STEP).for_each(|stage| self.tape.run(stage, numbers));
            *stale = STEP;

            let mut outputs = self.tape.outputs(numbers);
            let slopes = part_mut(&mut out.slope, i, SHAPE.fast).iter_mut();
            for (slope, rate) in slopes.zip(part_mut(&mut out.rate, i, SHAPE.fast)) {
                (*slope, *rate) = (outputs.next().expect(LENGTHS), outputs.next().expect(LENGTHS));
            }
            for tally in part_mut(&mut out.tally, i, SHAPE.tallies) {
                *tally = outputs.next().expect(LENGTHS);
            }
        }
    }

    fn slow_at(&self, _held: &(), at_midnight: &[Eight], tallies: &[Eight], minutes: Eight, now: &mut [Eight]) {
        widest(
            #[inline(always)]
            || slow_of(&self.people, at_midnight, tallies, minutes, now),
        );
    }
}

impl<'a> Abreast<'a, Eight> for Companies {
    type One = Company<f64>;

    fn alike(one: &'a Company<f64>, _held: &Vec<Held<f64>>) -> (Self, ()) {
        let tape = &FLOWS[one.people().len().min(2) - 1];
        let memory = || {
            let mut numbers = tape.memory();
            let Expression { warmth, agitation } = Expression::absent();
            tape.put(&mut numbers, Places::OTHER, warmth);
            tape.put(&mut numbers, Places::OTHER + 1, agitation);
            Memory { numbers, stale: PERSON }
        };
        let memories = RefCell::new(one.people().iter().map(|_| memory()).collect());
        let mut companies = Self { people: one.people().iter().map(alike).collect(), tape, memories };
        (0..Eight::WIDTH).for_each(|lane| companies.seat(lane, one));
        (companies, ())
    }

    fn seat(&mut self, lane: usize, one: &'a Company<f64>) {
        let Self { people, tape, memories } = self;
        for ((all, memory), one) in people.iter_mut().zip(memories.get_mut()).zip(one.people()) {
            put(all, lane, one);
            memory.put(tape, Places::PERSON, lane, one);
            memory.stale = PERSON;
        }
    }

    fn hold(&mut self, _held: &mut (), lane: usize, one: &Vec<Held<f64>>) {
        for (memory, one) in self.memories.get_mut().iter_mut().zip(one) {
            memory.put(self.tape, Places::INPUTS, lane, &one.inputs);
            memory.stale = memory.stale.min(HELD);
        }
    }
}

impl Memory {
    /// Puts a table into a lane of the variables from `first` on.
    fn put<T: Table<f64>>(&mut self, tape: &Tape, first: usize, lane: usize, table: &T) {
        let mut variable = first;
        table.write(&mut |value| {
            tape.put_lane(&mut self.numbers, variable, lane, value);
            variable += 1;
        });
    }
}

/// A table whose every lane is this one.
fn alike<A: Table<f64>, B: Table<Eight>>(one: &A) -> B {
    let mut values = Vec::new();
    one.write(&mut |value| values.push(Lanes([value; 8])));
    B::read(&mut values.into_iter()).expect(LENGTHS)
}

/// Puts a table into a lane of another.
fn put<A: Table<Eight>, B: Table<f64>>(all: &mut A, lane: usize, one: &B) {
    let (mut values, mut place) = (Vec::new(), 0);
    all.write(&mut |value| values.push(value));
    one.write(&mut |value| {
        values[place].put(lane, value);
        place += 1;
    });
    *all = A::read(&mut values.into_iter()).expect(LENGTHS);
}

/// A run of a company.
pub(crate) type CompanyRun<'a, T, O> = Run<'a, Company<f64>, T, O>;
/// How it ended.
pub(crate) type Ended<O> = Result<(Finish<Vec<Held<f64>>>, O), Error>;

/// Runs companies together, those of one size abreast. One company alone is faster in plain numbers; the bits are the same.
pub(crate) fn run_together<'a, T, O>(stepping: &Stepping, runs: Vec<CompanyRun<'a, T, O>>) -> Vec<Ended<O>>
where
    T: IntoIterator<Item = (f64, Happening)>,
    O: Observer<Company<f64>>,
{
    let sizes: Vec<usize> = runs.iter().map(|run| run.system.people().len()).collect();
    let mut ended: Vec<Option<Ended<O>>> = runs.iter().map(|_| None).collect();
    let mut left: Vec<_> = runs.into_iter().map(Some).collect();
    for size in [1, 2] {
        let places: Vec<usize> = (0..left.len()).filter(|&place| sizes[place] == size).collect();
        let of_size: Vec<_> = places.iter().filter_map(|&place| left[place].take()).collect();
        let done = if of_size.len() == 1 {
            of_size.into_iter().map(|alone| run_alone(stepping, alone)).collect()
        } else {
            run_abreast::<Eight, Companies, _, _>(stepping, of_size)
        };
        for (place, done) in places.into_iter().zip(done) {
            ended[place] = Some(done);
        }
    }
    ended.into_iter().map(|ended| ended.expect("a company is of one or of two")).collect()
}

fn run_alone<T, O>(stepping: &Stepping, run: CompanyRun<'_, T, O>) -> Ended<O>
where
    T: IntoIterator<Item = (f64, Happening)>,
    O: Observer<Company<f64>>,
{
    let Run { system, from, timeline, until, mut observer } = run;
    consoma_engine::run(system, stepping, from, timeline, until, &mut observer).map(|finish| (finish, observer))
}
