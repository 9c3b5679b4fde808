//! Recording, and the graph that it gives.

use super::arena::Session;
use super::node::{Node, NodeId};
use super::symbol::Trace;
use crate::Real;

/// A recorded computation: variables, steps and outputs. It owns all it needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Graph {
    names: Vec<String>,
    nodes: Vec<Node>,
    outputs: Vec<NodeId>,
}

/// Runs `text` over traced variables of those names and gives what it computed.
///
/// Steps that no output needs are left out. Records may nest; when `text` panics, later records are unharmed.
///
/// # Panics
///
/// If `text` uses a traced number of another record.
///
/// ```
/// use consoma_number::{Real, trace::{Node, record}};
///
/// let graph = record(&["x"], |v| vec![v[0].exp() + v[0].exp(), v[0] * 2.0]);
/// assert_eq!(graph.to_string(), "t1 = exp(x)\ny1 = t1 + t1\ny2 = x*2\n");
/// assert!(graph.nodes().iter().any(|node| matches!(node, Node::Exp(_))));
/// ```
pub fn record(names: &[&str], text: impl FnOnce(&[Trace]) -> Vec<Trace>) -> Graph {
    record_owned(names.iter().map(|&name| name.to_owned()).collect(), text)
}

pub(super) fn record_owned(names: Vec<String>, text: impl FnOnce(&[Trace]) -> Vec<Trace>) -> Graph {
    let session = Session::open();
    let variables: Vec<Trace> = (0..names.len()).map(|index| Trace::variable(session.serial, index)).collect();
    let outputs: Vec<NodeId> = text(&variables).into_iter().map(|output| output.place(session.serial)).collect();
    compact(names, &session.nodes(), &outputs)
}

/// Keeps the nodes that some output needs, in their order.
fn compact(names: Vec<String>, all: &[Node], outputs: &[NodeId]) -> Graph {
    let needed = needed_by(all, outputs);
    let mut moved = vec![NodeId(0); all.len()];
    let mut nodes = Vec::new();
    for (index, node) in all.iter().enumerate().filter(|(index, _)| needed[*index]) {
        moved[index] = NodeId(nodes.len() as u32);
        nodes.push(node.map(|operand| moved[operand.index()]));
    }
    let outputs = outputs.iter().map(|output| moved[output.index()]).collect();
    Graph { names, nodes, outputs }
}

/// Which nodes some output needs.
pub(super) fn needed_by(nodes: &[Node], outputs: &[NodeId]) -> Vec<bool> {
    let mut needed = vec![false; nodes.len()];
    for output in outputs {
        needed[output.index()] = true;
    }
    for index in (0..nodes.len()).rev() {
        if needed[index] {
            for operand in nodes[index].operands() {
                needed[operand.index()] = true;
            }
        }
    }
    needed
}

impl Graph {
    /// The names of the variables, in order.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// All steps; a step's operands stand before it.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Which node each output is.
    #[must_use]
    pub fn outputs(&self) -> &[NodeId] {
        &self.outputs
    }

    /// Runs the graph on numbers of any kind; on plain ones it gives the bits that the recorded text would.
    ///
    /// A variable for which `values` has no number is not-a-number; further values are not looked at.
    ///
    /// ```
    /// use consoma_number::{Dual, trace::record};
    ///
    /// let graph = record(&["x", "y"], |v| vec![v[0] * v[1]]);
    /// assert_eq!(graph.evaluate(&[3.0, 4.0]), [12.0]);
    ///
    /// let dual = graph.evaluate(&[Dual::<1>::variable(3.0, 0), Dual::variable(4.0, 9)]);
    /// assert_eq!(dual[0].slope, [4.0]);
    /// ```
    #[must_use]
    pub fn evaluate<R: Real>(&self, values: &[R]) -> Vec<R> {
        let results = self.evaluate_all(values);
        self.outputs.iter().map(|output| results[output.index()]).collect()
    }

    /// The value of every node.
    pub(super) fn evaluate_all<R: Real>(&self, values: &[R]) -> Vec<R> {
        let mut results: Vec<R> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let filled = node.map(|operand| results[operand.index()]);
            results.push(filled.run(|index| values.get(index).copied().unwrap_or(R::constant(f64::NAN))));
        }
        results
    }
}
