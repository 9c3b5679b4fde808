//! Companies abreast: people in lanes, as many companies in one step as a number has lanes.

use crate::body::{Held, LENGTHS};
use crate::company::{Company, Eight, Happening};
use consoma_engine::{Abreast, Error, Finish, Observer, Run, Stepping, System, run_abreast};
use consoma_model::declare::Table;
use consoma_number::Wide;

impl<'a, R: Wide> Abreast<'a, R> for Company<R>
where
    Self: System<R, Held = Vec<Held<R>>>,
{
    type One = Company<f64>;

    fn alike(one: &'a Company<f64>, held: &Vec<Held<f64>>) -> (Self, Vec<Held<R>>) {
        let people = one.people().iter().map(alike).collect();
        let held = held.iter().map(|held| Held { inputs: alike(&held.inputs), sleeper: held.sleeper }).collect();
        (Self::of(people), held)
    }

    fn seat(&mut self, lane: usize, one: &'a Company<f64>) {
        for (all, one) in self.people.iter_mut().zip(one.people()) {
            put(all, lane, one);
        }
    }

    fn hold(held: &mut Vec<Held<R>>, lane: usize, one: &Vec<Held<f64>>) {
        for (all, one) in held.iter_mut().zip(one) {
            put(&mut all.inputs, lane, &one.inputs);
        }
    }
}

/// A table whose every lane is this one.
fn alike<R: Wide, A: Table<f64>, B: Table<R>>(one: &A) -> B {
    let mut values = Vec::new();
    one.write(&mut |value| values.push(R::constant(value)));
    B::read(&mut values.into_iter()).expect(LENGTHS)
}

/// Puts a table into a lane of another.
fn put<R: Wide, A: Table<R>, B: Table<f64>>(all: &mut A, lane: usize, one: &B) {
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
            run_abreast::<f64, Company<f64>, _, _>(stepping, of_size)
        } else {
            run_abreast::<Eight, Company<Eight>, _, _>(stepping, of_size)
        };
        for (place, done) in places.into_iter().zip(done) {
            ended[place] = Some(done);
        }
    }
    ended.into_iter().map(|ended| ended.expect("a company is of one or of two")).collect()
}
