//! The equations of a process, as the code that runs computes them: read off the trace, with long and repeated parts named apart.

use super::mathml::{Formula, formula, indexed, line, name, slope};
use consoma_model::declare::{Arrow, Input, Parameter, Quantity, Row};
use consoma_model::equations::graph;
use consoma_model::inputs::Inputs;
use consoma_model::tables::{Arrows, Fast, Parameters, Readings, Slow, Tallies};
use consoma_number::trace::{Graph, Node, NodeId};
use std::collections::HashMap;

/// A part of more operations than this is named apart where it stands in something longer.
const LONG: usize = 22;
/// A part that is used more than once is named apart from so many operations on.
const SHARED: usize = 4;

/// What a variable of the graph is.
#[derive(Clone, Copy)]
enum Variable {
    State(&'static Row<Quantity>),
    Input(&'static Row<Input>),
    Parameter(&'static Row<Parameter>),
    Arrow(&'static Row<Arrow>),
    /// Of the person's usual day, or of the other person.
    Other,
}

/// What an output of the graph is: the slope of a state or of an integral, or a quantity itself.
#[derive(Clone, Copy)]
struct Output {
    row: &'static Row<Quantity>,
    slope: bool,
}

/// All equations.
pub(super) struct Equations {
    graph: Graph,
    variables: Vec<Variable>,
    outputs: Vec<Output>,
    /// Nodes that are quantities by themselves.
    quantities: HashMap<usize, &'static Row<Quantity>>,
}

/// The process that declares an id, and the rest of the id.
pub(super) fn parts(id: &str) -> (&str, &str) {
    id.split_once('.').unwrap_or(("", id))
}

impl Equations {
    pub(super) fn new() -> Self {
        let graph = graph();
        let states = Fast::rows().chain(Slow::rows()).map(Variable::State);
        let inputs = Inputs::ROWS.iter().map(Variable::Input);
        let variables = states
            .chain(inputs)
            .chain(Parameters::rows().map(Variable::Parameter))
            .chain(Arrows::rows().map(Variable::Arrow))
            .collect();
        let slopes = Fast::rows().chain(Tallies::rows()).chain(Slow::rows()).map(|row| Output { row, slope: true });
        let outputs: Vec<Output> = slopes.chain(Readings::rows().map(|row| Output { row, slope: false })).collect();
        let named = |(output, node): (&Output, &NodeId)| (!output.slope).then_some((node.index(), output.row));
        let leaf = |node: usize| graph.nodes()[node].operands().next().is_none();
        let quantities =
            outputs.iter().zip(graph.outputs()).filter_map(named).filter(|(node, _)| !leaf(*node)).collect();
        Self { variables, outputs, quantities, graph }
    }

    /// What a variable is called in the equations of a process.
    fn variable(&self, index: usize, process: &str) -> String {
        match self.variables.get(index).copied().unwrap_or(Variable::Other) {
            Variable::State(row) => quantity(row, process),
            Variable::Input(row) => name(parts(row.id).1, "input", row.label),
            Variable::Parameter(row) => {
                of(row.id, process, "parameter", &format!("{}, {}", row.label, row.declared.unit))
            }
            Variable::Arrow(row) => {
                let (own, rest) = parts(row.id);
                let index = if own == process { rest.to_owned() } else { format!("{own} {rest}") };
                indexed(&name("w", "arrow", &format!("Arrow: {}", row.label)), &index)
            }
            Variable::Other => {
                let text = self.graph.names().get(index).map_or("", String::as_str);
                name(text, "other", "of the person's usual day, or of the other person")
            }
        }
    }

    /// The equations of a process, a line each; first its own, then what stands for parts of them.
    pub(super) fn lines(&self, process: &str) -> (Vec<String>, Vec<String>) {
        let own: Vec<(Output, usize)> = self
            .outputs
            .iter()
            .zip(self.graph.outputs())
            .filter(|(output, _)| parts(output.row.id).0 == process)
            .map(|(output, node)| (*output, node.index()))
            .collect();
        let roots: Vec<usize> = own.iter().map(|(_, node)| *node).collect();
        let cuts = self.cuts(&roots);
        let formulas = self.formulas(process, &roots, &cuts);
        let head = |output: &Output| {
            let name = quantity(output.row, process);
            if output.slope { slope(&name) } else { name }
        };
        let lines = own.iter().map(|(output, node)| line(&head(output), &formulas[node])).collect();
        let mut places: Vec<(usize, usize)> = cuts.iter().map(|(node, place)| (*place, *node)).collect();
        places.sort_unstable();
        (lines, places.iter().map(|(place, node)| line(&part(*place), &formulas[node])).collect())
    }

    /// Whether a node is written as the quantity that it is. Not where it is what the line defines.
    fn quoted(&self, node: usize, roots: &[usize]) -> bool {
        self.quantities.contains_key(&node) && !roots.contains(&node)
    }

    /// The nodes below the roots that are written out.
    fn needed(&self, roots: &[usize]) -> Vec<bool> {
        let mut needed = vec![false; self.graph.nodes().len()];
        roots.iter().for_each(|&root| needed[root] = true);
        for index in (0..needed.len()).rev() {
            if needed[index] && !self.quoted(index, roots) {
                self.graph.nodes()[index].operands().for_each(|operand| needed[operand.index()] = true);
            }
        }
        needed
    }

    /// The nodes that are named apart, with their numbers.
    fn cuts(&self, roots: &[usize]) -> HashMap<usize, usize> {
        let needed = self.needed(roots);
        let mut uses = vec![0_usize; needed.len()];
        let written = |index: &usize| needed[*index] && !self.quoted(*index, roots);
        for index in (0..needed.len()).filter(written) {
            self.graph.nodes()[index].operands().for_each(|operand| uses[operand.index()] += 1);
        }
        let (mut cuts, mut sizes) = (HashMap::new(), vec![0_usize; needed.len()]);
        for index in (0..needed.len()).filter(|index| needed[*index]) {
            if self.quoted(index, roots) {
                continue;
            }
            let size =
                |sizes: &[usize]| 1 + self.graph.nodes()[index].operands().map(|it| sizes[it.index()]).sum::<usize>();
            // The longest parts go first, until what is left can be read.
            while size(&sizes) > LONG {
                let longest = self.graph.nodes()[index].operands().map(NodeId::index).max_by_key(|it| sizes[*it]);
                let Some(longest) = longest.filter(|it| sizes[*it] > 1) else { break };
                let next = cuts.len() + 1;
                cuts.entry(longest).or_insert(next);
                sizes[longest] = 1;
            }
            sizes[index] = size(&sizes);
            let leaf = self.graph.nodes()[index].operands().next().is_none();
            sizes[index] = if leaf { 1 } else { sizes[index] };
            // What a line defines is quoted by its own name.
            if uses[index] > 1 && sizes[index] >= SHARED && !roots.contains(&index) {
                let next = cuts.len() + 1;
                cuts.entry(index).or_insert(next);
                sizes[index] = 1;
            }
        }
        cuts
    }

    fn formulas(&self, process: &str, roots: &[usize], cuts: &HashMap<usize, usize>) -> HashMap<usize, Formula> {
        let needed = self.needed(roots);
        let mut formulas: HashMap<usize, Formula> = HashMap::new();
        for index in (0..needed.len()).filter(|index| needed[*index]) {
            if self.quoted(index, roots) {
                continue;
            }
            let node: &Node = &self.graph.nodes()[index];
            let operand = |place: NodeId| {
                let place = place.index();
                match (cuts.get(&place), self.quantities.get(&place)) {
                    (_, Some(row)) => Formula::whole(quantity(row, process)),
                    (Some(number), None) => Formula::whole(part(*number)),
                    (None, None) => formulas.get(&place).cloned().unwrap_or(Formula::whole(String::new())),
                }
            };
            let inverse = |place: NodeId| {
                let index = place.index();
                let written = !cuts.contains_key(&index) && !self.quantities.contains_key(&index);
                let one = |it: NodeId| matches!(self.graph.nodes()[it.index()], Node::Constant(value) if value == 1.0);
                match self.graph.nodes()[index] {
                    Node::Div(above, below) if written && one(above) => Some(below),
                    _ => None,
                }
            };
            let made = formula(node, |index| self.variable(index, process), operand, inverse);
            formulas.insert(index, made);
        }
        formulas
    }
}

/// What a part is called that is named apart.
fn part(number: usize) -> String {
    format!("<msub><mi>a</mi><mn>{number}</mn></msub>")
}

fn quantity(row: &Row<Quantity>, process: &str) -> String {
    of(row.id, process, "state", &format!("{}, {}", row.label, row.declared.unit))
}

/// The name of something declared; of another process with that process beside it.
fn of(id: &str, process: &str, class: &str, about: &str) -> String {
    let (own, rest) = parts(id);
    let text = name(rest, class, about);
    if own == process { text } else { indexed(&text, own) }
}
