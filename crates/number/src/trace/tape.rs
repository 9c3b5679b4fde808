//! A recorded computation made ready to be run very often, for several people side by side.
//!
//! The graph says what depends on what, so three things can be done that a compiler cannot:
//!
//! - what depends only on numbers that seldom change is computed when they change, and remembered (*stages*);
//! - steps of one kind that wait for nothing are done together (*batches*), so that a processor always has several on the way and reads a
//!   short program over and over instead of a long one once;
//! - a place in memory is used again as soon as nobody needs what it holds.
//!
//! The steps are those of the recorded text, on the same operands, so the bits are the same.

use super::graph::Graph;
use crate::{Lanes, Real, elementary, widest};

mod plan;

use plan::Plan;

/// A graph as batches of steps over a memory of numbers: what seldom changes is computed when it does (stages), what waits for nothing together.
/// The bits are those of the recorded text.
///
/// ```
/// use consoma_number::{Lanes, Real, trace::{Tape, record}};
///
/// // How fast a level falls changes seldom (stage 0), the level often (stage 1).
/// let graph = record(&["half_life", "level"], |v| vec![v[1] * (v[0].ln() * 2.0)]);
/// let tape = Tape::new(&graph, |variable| variable);
/// let mut memory = tape.memory::<4>();
/// tape.put(&mut memory, 0, Lanes::constant(30.0));
/// tape.run(0, &mut memory);
/// for level in [8.0, 4.0] {
///     tape.put(&mut memory, 1, Lanes::constant(level));
///     tape.run(1, &mut memory);
///     assert_eq!(tape.outputs(&memory).next(), Some(Lanes::constant(level * (Real::ln(30.0) * 2.0))));
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Tape {
    stages: Vec<Vec<Batch>>,
    steps: Vec<Step>,
    /// Where each variable stands; none where no output needs it.
    variables: Vec<Option<u32>>,
    outputs: Vec<u32>,
    constants: Vec<(u32, f64)>,
    size: usize,
}

/// Where a step puts its result and finds its operands.
#[derive(Clone, Copy, Debug)]
struct Step {
    to: u32,
    of: [u32; 3],
    /// What the two terms of a sum are multiplied with: 1 or -1. A difference is the sum with the negative, to the bit.
    signs: [f64; 2],
}

/// Steps of one kind.
#[derive(Clone, Copy, Debug)]
struct Batch {
    kind: Kind,
    first: usize,
    end: usize,
}

/// What a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// `±x ± y`.
    Sum,
    /// `x y`.
    Product,
    /// `±(x y) ± z`, rounded twice.
    SumOfProduct,
    Div,
    Exp,
    Ln,
    Tanh,
    Sin,
    Cos,
    Power,
    Sqrt,
    Max,
    Min,
    Select,
}

impl Kind {
    const ALL: [Self; 14] = [
        Self::Sum,
        Self::Product,
        Self::SumOfProduct,
        Self::Div,
        Self::Exp,
        Self::Ln,
        Self::Tanh,
        Self::Sin,
        Self::Cos,
        Self::Power,
        Self::Sqrt,
        Self::Max,
        Self::Min,
        Self::Select,
    ];
}

impl Tape {
    /// Makes a graph ready. `stage` says of each variable, by its index, in which stage it may change: what depends only on variables of
    /// lower stages is left as it is when a higher one is run.
    #[must_use]
    pub fn new(graph: &Graph, stage: impl Fn(usize) -> usize) -> Self {
        Plan::new(graph, stage).tape()
    }

    /// A memory to run it on. The variables are not numbers yet.
    #[must_use]
    pub fn memory<const N: usize>(&self) -> Vec<Lanes<N>> {
        let mut memory = vec![Lanes::constant(f64::NAN); self.size];
        for &(place, value) in &self.constants {
            memory[place as usize] = Lanes::constant(value);
        }
        memory
    }

    /// Gives a variable its value. Nothing happens where no output needs the variable, or there is none of that index.
    #[inline]
    pub fn put<const N: usize>(&self, memory: &mut [Lanes<N>], variable: usize, value: Lanes<N>) {
        if let Some(&Some(place)) = self.variables.get(variable) {
            memory[place as usize] = value;
        }
    }

    /// Gives one lane of a variable its value, as [`put`](Tape::put).
    #[inline]
    pub fn put_lane<const N: usize>(&self, memory: &mut [Lanes<N>], variable: usize, lane: usize, value: f64) {
        if let Some(&Some(place)) = self.variables.get(variable) {
            memory[place as usize].0[lane] = value;
        }
    }

    /// Computes what depends on variables of this stage and on none of a higher one. Lower stages must have been run before, and all higher
    /// ones must be run again.
    pub fn run<const N: usize>(&self, stage: usize, memory: &mut [Lanes<N>]) {
        widest(
            #[inline(always)]
            || {
                for batch in &self.stages[stage] {
                    run(batch.kind, &self.steps[batch.first..batch.end], memory);
                }
            },
        );
    }

    /// The outputs of the graph, in order, once all stages have been run.
    pub fn outputs<'a, const N: usize>(&'a self, memory: &'a [Lanes<N>]) -> impl Iterator<Item = Lanes<N>> + 'a {
        self.outputs.iter().map(|&place| memory[place as usize])
    }
}

/// Runs steps of one kind.
#[inline(always)]
fn run<const N: usize>(kind: Kind, steps: &[Step], memory: &mut [Lanes<N>]) {
    // Loops over lanes are written out where a call would not be inlined: see `lanes.rs`.
    macro_rules! each {
        (|$x:ident| $result:expr) => {
            for step in steps {
                let mut all = memory[step.of[0] as usize];
                for lane in &mut all.0 {
                    let $x = *lane;
                    *lane = $result;
                }
                memory[step.to as usize] = all;
            }
        };
        (|$x:ident, $y:ident| $result:expr) => {
            for step in steps {
                let mut all = memory[step.of[0] as usize];
                let other = memory[step.of[1] as usize];
                for (lane, other) in all.0.iter_mut().zip(&other.0) {
                    let ($x, $y) = (*lane, *other);
                    *lane = $result;
                }
                memory[step.to as usize] = all;
            }
        };
    }
    match kind {
        Kind::Sum => {
            for step in steps {
                let [x, y] = [memory[step.of[0] as usize], memory[step.of[1] as usize]];
                memory[step.to as usize] = x * step.signs[0] + y * step.signs[1];
            }
        }
        Kind::Product => each!(|x, y| x * y),
        Kind::SumOfProduct => {
            for step in steps {
                let [x, y, z] = step.of.map(|place| memory[place as usize]);
                memory[step.to as usize] = x * y * step.signs[0] + z * step.signs[1];
            }
        }
        Kind::Div => each!(|x, y| x / y),
        Kind::Exp => each!(|x| elementary::exp(x)),
        Kind::Ln => each!(|x| elementary::ln(x)),
        Kind::Tanh => each!(|x| elementary::tanh(x)),
        Kind::Sin => each!(|x| elementary::sin(x)),
        Kind::Cos => each!(|x| elementary::cos(x)),
        Kind::Power => each!(|x, y| elementary::power(x, y)),
        Kind::Sqrt => each!(|x| x.sqrt()),
        Kind::Max => each!(|x, y| Real::max(x, y)),
        Kind::Min => each!(|x, y| Real::min(x, y)),
        Kind::Select => {
            for step in steps {
                let [on, above, below] = step.of.map(|place| memory[place as usize]);
                memory[step.to as usize] = on.select(above, below);
            }
        }
    }
}
