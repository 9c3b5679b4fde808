//! Which steps a tape has, in which batches, and where they put what they give.

use super::super::graph::Graph;
use super::super::node::{Node, NodeId};
use super::{Batch, Kind, Step, Tape};

/// What is done for a node, over nodes.
#[derive(Clone, Debug)]
struct Task {
    kind: Kind,
    of: Vec<usize>,
    signs: [f64; 2],
    /// The product that is taken into it.
    product: Option<usize>,
}

impl Task {
    /// What is done for a node; nothing where it needs no step.
    fn of(node: &Node) -> Option<Self> {
        let kind = match node {
            Node::Constant(_) | Node::Variable(_) => return None,
            // The negative is a sum whose other term is -0, which changes no bit.
            Node::Add(..) | Node::Sub(..) | Node::Neg(_) => Kind::Sum,
            Node::Mul(..) => Kind::Product,
            Node::Div(..) => Kind::Div,
            Node::Exp(_) => Kind::Exp,
            Node::Ln(_) => Kind::Ln,
            Node::Tanh(_) => Kind::Tanh,
            Node::Sin(_) => Kind::Sin,
            Node::Cos(_) => Kind::Cos,
            Node::Power(..) => Kind::Power,
            Node::Sqrt(_) => Kind::Sqrt,
            Node::Max(..) => Kind::Max,
            Node::Min(..) => Kind::Min,
            Node::Select(..) => Kind::Select,
        };
        let signs = match node {
            Node::Neg(_) => [-1.0, 1.0],
            Node::Sub(..) => [1.0, -1.0],
            _ => [1.0, 1.0],
        };
        Some(Self { kind, of: node.operands().map(NodeId::index).collect(), signs, product: None })
    }
}

/// A sum or difference of `x` and `y`, each with its sign, with a product taken into it where nobody else needs it.
fn sum(nodes: &[Node], x: (NodeId, f64), y: (NodeId, f64), own: impl Fn(NodeId) -> bool) -> Task {
    let product = |(term, _): &(NodeId, f64)| own(*term) && matches!(nodes[term.index()], Node::Mul(..));
    let (first, other) = if product(&x) { (x, y) } else { (y, x) };
    if !product(&first) {
        let of = vec![x.0.index(), y.0.index()];
        return Task { kind: Kind::Sum, of, signs: [x.1, y.1], product: None };
    }
    let of = nodes[first.0.index()].operands().chain([other.0]).map(NodeId::index).collect();
    Task { kind: Kind::SumOfProduct, of, signs: [first.1, other.1], product: Some(first.0.index()) }
}

/// A tape in the making.
pub(super) struct Plan<'a> {
    graph: &'a Graph,
    /// What is done for each node; nothing for variables, constants, and products that are taken into a sum.
    tasks: Vec<Option<Task>>,
    /// The stage of each node.
    stage: Vec<usize>,
    last: usize,
}

impl<'a> Plan<'a> {
    pub(super) fn new(graph: &'a Graph, of_variable: impl Fn(usize) -> usize) -> Self {
        let nodes = graph.nodes();
        let mut stage: Vec<usize> = Vec::with_capacity(nodes.len());
        let mut uses = vec![0; nodes.len()];
        for node in nodes {
            let own = match *node {
                Node::Variable(index) => of_variable(index),
                _ => node.operands().map(|operand| stage[operand.index()]).max().unwrap_or(0),
            };
            stage.push(own);
        }
        for used in nodes.iter().flat_map(Node::operands).chain(graph.outputs().iter().copied()) {
            uses[used.index()] += 1;
        }
        let last = stage.iter().copied().max().unwrap_or(0);
        let mut plan = Self { tasks: Vec::with_capacity(nodes.len()), stage, graph, last };
        for (id, node) in nodes.iter().enumerate() {
            // What only this node uses, and in the same stage.
            let own = |operand: NodeId| uses[operand.index()] == 1 && plan.stage[operand.index()] == plan.stage[id];
            let task = match *node {
                Node::Add(x, y) => Some(sum(nodes, (x, 1.0), (y, 1.0), own)),
                Node::Sub(x, y) => Some(sum(nodes, (x, 1.0), (y, -1.0), own)),
                _ => Task::of(node),
            };
            if let Some(Task { product: Some(product), .. }) = task {
                plan.tasks[product] = None;
            }
            plan.tasks.push(task);
        }
        plan
    }

    pub(super) fn tape(self) -> Tape {
        let nodes = self.graph.nodes();
        let mut places = Places::new(nodes.len());
        let mut variables = vec![None; self.graph.names().len()];
        let mut constants = Vec::new();
        // What is put in stands first, in the order of the variables, so that putting them is one sweep.
        for (index, node) in nodes.iter().enumerate() {
            match *node {
                Node::Variable(variable) => variables[variable] = Some(places.take(index)),
                Node::Constant(value) => constants.push((places.take(index), value)),
                _ => {}
            }
        }
        // A step of one operand adds it, if anything: that changes no bit.
        let zero = places.more();
        constants.push((zero, -0.0));

        let mut steps = Vec::new();
        let mut stages = vec![Vec::new(); self.last + 1];
        for (stage, batches) in stages.iter_mut().enumerate() {
            let mut uses = self.uses(stage);
            for (kind, batch) in self.batches(stage) {
                let first = steps.len();
                for &id in &batch {
                    let Some(Task { of: operands, signs, .. }) = &self.tasks[id] else { continue };
                    let to = places.take(id);
                    let mut of = [zero; 3];
                    for (place, operand) in of.iter_mut().zip(operands) {
                        *place = places.of[*operand];
                    }
                    steps.push(Step { to, of, signs: *signs });
                }
                batches.push(Batch { kind, first, end: steps.len() });
                // Only now, so that no step of a batch overwrites what another one of it reads.
                for &operand in batch.iter().filter_map(|&id| self.tasks[id].as_ref()).flat_map(|task| &task.of) {
                    if let Some(left) = &mut uses[operand] {
                        *left -= 1;
                        if *left == 0 {
                            places.give_back(operand);
                        }
                    }
                }
            }
        }
        let outputs = self.graph.outputs().iter().map(|output| places.of[output.index()]).collect();
        Tape { stages, steps, variables, outputs, constants, size: places.size }
    }

    /// How often each node that is computed in the stage and needed nowhere else is used.
    fn uses(&self, stage: usize) -> Vec<Option<usize>> {
        let own = |id: usize| (self.stage[id] == stage && self.tasks[id].is_some()).then_some(0);
        let mut uses: Vec<_> = (0..self.tasks.len()).map(own).collect();
        for output in self.graph.outputs() {
            uses[output.index()] = None;
        }
        for (id, task) in self.tasks.iter().enumerate() {
            for &operand in task.iter().flat_map(|task| &task.of) {
                if self.stage[id] != stage {
                    uses[operand] = None;
                } else if let Some(count) = &mut uses[operand] {
                    *count += 1;
                }
            }
        }
        uses
    }

    /// The nodes of a stage in batches: always of the kind of which one has most others waiting behind it; this makes the fewest batches.
    fn batches(&self, stage: usize) -> Vec<(Kind, Vec<usize>)> {
        let task = |id: usize| self.tasks[id].as_ref().filter(|_| self.stage[id] == stage);
        let mut waits: Vec<usize> = vec![0; self.tasks.len()];
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); self.tasks.len()];
        let mut ready: Vec<Vec<usize>> = vec![Vec::new(); Kind::ALL.len()];
        for (id, own) in (0..self.tasks.len()).filter_map(|id| Some((id, task(id)?))) {
            for &operand in own.of.iter().filter(|&&operand| task(operand).is_some()) {
                waits[id] += 1;
                users[operand].push(id);
            }
            if waits[id] == 0 {
                ready[own.kind as usize].push(id);
            }
        }
        // The steps that must still follow one after the other.
        let mut height = vec![0; self.tasks.len()];
        for id in (0..self.tasks.len()).rev() {
            height[id] = users[id].iter().map(|&user| height[user] + 1).max().unwrap_or(0);
        }
        let weight = |of_kind: &Vec<usize>| (of_kind.iter().map(|&id| height[id] + 1).max(), of_kind.len());
        let mut batches = Vec::new();
        while let Some(most) = (0..ready.len()).rev().max_by_key(|&kind| weight(&ready[kind])) {
            let batch = core::mem::take(&mut ready[most]);
            if batch.is_empty() {
                break;
            }
            for &user in batch.iter().flat_map(|&id| &users[id]) {
                waits[user] -= 1;
                if waits[user] == 0
                    && let Some(own) = &self.tasks[user]
                {
                    ready[own.kind as usize].push(user);
                }
            }
            batches.push((Kind::ALL[most], batch));
        }
        batches
    }
}

/// Which places of the memory are taken.
struct Places {
    of: Vec<u32>,
    free: Vec<u32>,
    size: usize,
}

impl Places {
    fn new(nodes: usize) -> Self {
        Self { of: vec![0; nodes], free: Vec::new(), size: 0 }
    }

    /// A place.
    fn more(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            self.size += 1;
            (self.size - 1) as u32
        })
    }

    /// A place for what this node gives.
    fn take(&mut self, id: usize) -> u32 {
        self.of[id] = self.more();
        self.of[id]
    }

    /// Nobody needs any more what this node gave.
    fn give_back(&mut self, id: usize) {
        self.free.push(self.of[id]);
    }
}
