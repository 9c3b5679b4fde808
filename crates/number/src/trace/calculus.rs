//! Symbolic derivatives of a graph.
//!
//! The graph is run again over traced numbers, and each of them carries the slopes that are not zero by structure.
//! So a zero is never written down, and the pattern of the Jacobian falls out.

use super::graph::{Graph, record_owned};
use super::node::Node;
use super::symbol::Trace;
use crate::Real;

/// The derivatives of a graph's outputs by its variables, as another graph.
#[derive(Clone, Debug, PartialEq)]
pub struct Jacobian {
    /// A graph over the same variables, with one output for each of [`entries`](Self::entries).
    pub graph: Graph,
    /// The output and the variable of each derivative that is not zero by structure, row by row.
    pub entries: Vec<(usize, usize)>,
}

/// The slopes of one node that are not zero by structure: the variable and the slope, in rising order.
type Slopes = Vec<(usize, Trace)>;

impl Graph {
    /// All derivatives that are not zero by structure.
    ///
    /// At a kink the derivative is the one that [`Real`] states.
    ///
    /// ```
    /// use consoma_number::{Real, trace::record};
    ///
    /// let graph = record(&["x", "y", "z"], |v| vec![v[0] * v[2], v[1].exp()]);
    /// let slopes = graph.jacobian();
    /// assert_eq!(slopes.entries, [(0, 0), (0, 2), (1, 1)]);
    /// assert_eq!(slopes.graph.evaluate(&[2.0, 0.0, 5.0]), [5.0, 2.0, 1.0]);
    /// ```
    #[must_use]
    pub fn jacobian(&self) -> Jacobian {
        let mut entries = Vec::new();
        let graph = record_owned(self.names().to_vec(), |variables| {
            let slopes = self.slopes(variables);
            let mut derivatives = Vec::new();
            for (row, output) in self.outputs().iter().enumerate() {
                for &(column, slope) in &slopes[output.index()] {
                    entries.push((row, column));
                    derivatives.push(slope);
                }
            }
            derivatives
        });
        Jacobian { graph, entries }
    }

    /// The derivative of one output by one variable, as a graph of one output; nothing if either does not exist.
    ///
    /// ```
    /// use consoma_number::{Real, trace::record};
    ///
    /// let graph = record(&["x"], |v| vec![v[0].squared()]);
    /// let slope = graph.derivative(0, 0).unwrap();
    /// assert_eq!(slope.equation(0).unwrap(), "x + x");
    /// assert!(graph.derivative(0, 1).is_none());
    /// ```
    #[must_use]
    pub fn derivative(&self, output: usize, variable: usize) -> Option<Graph> {
        let place = *self.outputs().get(output)?;
        self.names().get(variable)?;
        Some(record_owned(self.names().to_vec(), |variables| {
            let slopes = self.slopes(variables);
            let found = slopes[place.index()].iter().find(|(index, _)| *index == variable);
            vec![found.map_or(Trace::constant(0.0), |(_, slope)| *slope)]
        }))
    }

    /// The slopes of every node.
    fn slopes(&self, variables: &[Trace]) -> Vec<Slopes> {
        let values = self.evaluate_all(variables);
        let mut slopes: Vec<Slopes> = Vec::with_capacity(self.nodes().len());
        for (index, node) in self.nodes().iter().enumerate() {
            let own =
                rule(node.map(|operand| (values[operand.index()], slopes[operand.index()].as_slice())), values[index]);
            slopes.push(own);
        }
        slopes
    }
}

/// The chain rule for one node, from its operands (value and slopes) and its own value.
fn rule(node: Node<(Trace, &[(usize, Trace)])>, value: Trace) -> Slopes {
    let one = Trace::constant(1.0);
    match node {
        Node::Constant(_) => Vec::new(),
        Node::Variable(index) => vec![(index, one)],
        Node::Add((_, a), (_, b)) => join(a, b, |a, b| match (a, b) {
            (Some(a), Some(b)) => a + b,
            (a, b) => either(a, b),
        }),
        Node::Sub((_, a), (_, b)) => join(a, b, |a, b| match (a, b) {
            (Some(a), Some(b)) => a - b,
            (Some(a), None) => a,
            (None, b) => -either(None, b),
        }),
        Node::Mul((x, a), (y, b)) => join(a, b, |a, b| {
            let a = a.map(|a| times(a, y));
            let b = b.map(|b| times(b, x));
            match (a, b) {
                (Some(a), Some(b)) => a + b,
                (a, b) => either(a, b),
            }
        }),
        Node::Div((_, a), (y, b)) => join(a, b, |a, b| {
            let b = b.map(|b| times(b, value));
            let top = match (a, b) {
                (Some(a), Some(b)) => a - b,
                (Some(a), None) => a,
                (None, b) => -either(None, b),
            };
            through(top, &|top| top / y)
        }),
        Node::Neg((_, a)) => each(a, |a| -a),
        Node::Exp((_, a)) => each(a, |a| times(a, value)),
        Node::Ln((x, a)) => each(a, |a| through(a, &|a| a / x)),
        Node::Tanh((_, a)) => each(a, |a| times(a, one - value * value)),
        Node::Sin((x, a)) => each(a, |a| times(a, x.cos())),
        Node::Cos((x, a)) => each(a, |a| times(a, -x.sin())),
        Node::Sqrt((_, a)) => each(a, |a| through(a, &|a| a / (value + value))),
        Node::Power((x, a), (y, b)) => join(a, b, |a, b| {
            let less = y - 1.0;
            let lower = if less.as_constant() == Some(1.0) { x } else { x.power(less) };
            let a = a.map(|a| times(a, y * lower));
            // At a base of zero the derivative by the exponent is taken as zero, its limit for a positive exponent.
            let b = b.map(|b| times(b, x.select(value * x.ln(), Trace::constant(0.0))));
            match (a, b) {
                (Some(a), Some(b)) => a + b,
                (a, b) => either(a, b),
            }
        }),
        Node::Max((x, a), (y, b)) => join(a, b, |a, b| (y - x).select(or_zero(b), or_zero(a))),
        Node::Min((x, a), (y, b)) => join(a, b, |a, b| (x - y).select(or_zero(b), or_zero(a))),
        Node::Select((x, _), (_, a), (_, b)) => join(a, b, |a, b| x.select(or_zero(a), or_zero(b))),
    }
}

fn or_zero(slope: Option<Trace>) -> Trace {
    slope.unwrap_or(Trace::constant(0.0))
}

fn either(a: Option<Trace>, b: Option<Trace>) -> Trace {
    or_zero(a.or(b))
}

/// `slope * factor`, under the selections of `slope`.
fn times(slope: Trace, factor: Trace) -> Trace {
    through(slope, &|slope| slope * factor)
}

/// Applies a linear step to a slope, but not to the zero sides of its selections.
///
/// So a side that is switched off stays zero even where the step would make zero times infinity of it.
fn through(slope: Trace, step: &dyn Fn(Trace) -> Trace) -> Trace {
    let is_zero = |side: Trace| side.as_constant() == Some(0.0);
    match slope.as_select() {
        _ if is_zero(slope) => slope,
        Some([by, above, below]) if is_zero(above) => by.select(above, through(below, step)),
        Some([by, above, below]) if is_zero(below) => by.select(through(above, step), below),
        _ => step(slope),
    }
}

fn each(slopes: &[(usize, Trace)], step: impl Fn(Trace) -> Trace) -> Slopes {
    slopes.iter().map(|&(index, slope)| (index, step(slope))).collect()
}

/// Joins two rising lists; a variable that one of them lacks comes as nothing.
fn join(a: &[(usize, Trace)], b: &[(usize, Trace)], step: impl Fn(Option<Trace>, Option<Trace>) -> Trace) -> Slopes {
    let (mut i, mut j) = (0, 0);
    let mut joined = Vec::with_capacity(a.len().max(b.len()));
    while i < a.len() || j < b.len() {
        let next_a = a.get(i).map_or(usize::MAX, |entry| entry.0);
        let next_b = b.get(j).map_or(usize::MAX, |entry| entry.0);
        let index = next_a.min(next_b);
        let from_a = (next_a == index).then(|| a[i].1);
        let from_b = (next_b == index).then(|| b[j].1);
        i += usize::from(from_a.is_some());
        j += usize::from(from_b.is_some());
        joined.push((index, step(from_a, from_b)));
    }
    joined
}
