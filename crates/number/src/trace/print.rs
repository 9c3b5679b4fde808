//! A graph as readable equations.

use core::fmt;

use super::graph::{Graph, needed_by};
use super::node::{Node, NodeId};

/// How tightly the outermost operation of a text binds.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Binding {
    Sum,
    Product,
    Negative,
    Power,
    Whole,
}

/// A text and how tightly it binds.
#[derive(Clone)]
struct Text {
    text: String,
    binding: Binding,
}

impl Text {
    fn whole(text: String) -> Self {
        Self { text, binding: Binding::Whole }
    }

    /// The text, in parentheses unless it binds at least so tightly.
    fn at_least(&self, binding: Binding) -> String {
        if self.binding >= binding { self.text.clone() } else { format!("({})", self.text) }
    }

    /// As `at_least`, for the first operand of a sum or product, where a leading minus needs no parentheses.
    fn leading(&self, binding: Binding) -> String {
        if self.binding == Binding::Negative { self.text.clone() } else { self.at_least(binding) }
    }

    /// As `at_least`, for a later operand, where a leading minus does need parentheses.
    fn trailing(&self, binding: Binding) -> String {
        if self.text.starts_with('-') { format!("({})", self.text) } else { self.at_least(binding) }
    }
}

fn number(value: f64) -> Text {
    let text = format!("{value:?}");
    let text = text.strip_suffix(".0").unwrap_or(&text).to_owned();
    let binding = if text.starts_with('-') { Binding::Negative } else { Binding::Whole };
    Text { text, binding }
}

fn render(node: &Node, names: &[String], operand: impl Fn(NodeId) -> Text) -> Text {
    let sum = |a: NodeId, sign: &str, b: NodeId| Text {
        text: format!("{} {sign} {}", operand(a).leading(Binding::Sum), operand(b).trailing(Binding::Product)),
        binding: Binding::Sum,
    };
    let product = |a: NodeId, sign: &str, b: NodeId| Text {
        text: format!("{}{sign}{}", operand(a).leading(Binding::Product), operand(b).trailing(Binding::Power)),
        binding: Binding::Product,
    };
    let call = |name: &str, operands: &[NodeId]| {
        let operands: Vec<String> = operands.iter().map(|&place| operand(place).text).collect();
        Text::whole(format!("{name}({})", operands.join(", ")))
    };
    match *node {
        Node::Constant(value) => number(value),
        Node::Variable(index) => Text::whole(names.get(index).cloned().unwrap_or_else(|| format!("x{}", index + 1))),
        Node::Add(a, b) => sum(a, "+", b),
        Node::Sub(a, b) => sum(a, "-", b),
        Node::Mul(a, b) => product(a, "*", b),
        Node::Div(a, b) => product(a, "/", b),
        Node::Neg(a) => Text { text: format!("-{}", operand(a).trailing(Binding::Power)), binding: Binding::Negative },
        Node::Power(a, b) => Text {
            text: format!("{}^{}", operand(a).at_least(Binding::Whole), operand(b).at_least(Binding::Whole)),
            binding: Binding::Power,
        },
        Node::Exp(a) => call("exp", &[a]),
        Node::Ln(a) => call("ln", &[a]),
        Node::Tanh(a) => call("tanh", &[a]),
        Node::Sin(a) => call("sin", &[a]),
        Node::Cos(a) => call("cos", &[a]),
        Node::Sqrt(a) => call("sqrt", &[a]),
        Node::Max(a, b) => call("max", &[a, b]),
        Node::Min(a, b) => call("min", &[a, b]),
        Node::Select(a, b, c) => {
            let [a, b, c] = [a, b, c].map(|place| operand(place).text);
            Text::whole(format!("if({a} > 0, {b}, {c})"))
        }
    }
}

impl Graph {
    /// One output as a single equation, with every shared step written out; nothing if there is no such output.
    ///
    /// Steps that are shared many times over make it long. The graph's `Display` names them instead.
    ///
    /// ```
    /// use consoma_number::{Real, trace::record};
    ///
    /// let graph = record(&["u", "Fg", "C"], |v| vec![(v[0] * 1.5 / (v[1] + 0.5) - v[2]) * 0.173]);
    /// assert_eq!(graph.equation(0).unwrap(), "(u*1.5/(Fg + 0.5) - C)*0.173");
    /// ```
    #[must_use]
    pub fn equation(&self, output: usize) -> Option<String> {
        let output = *self.outputs().get(output)?;
        let needed = needed_by(self.nodes(), &[output]);
        let mut texts: Vec<Option<Text>> = vec![None; self.nodes().len()];
        for (index, node) in self.nodes().iter().enumerate().filter(|(index, _)| needed[*index]) {
            let operand = |place: NodeId| texts[place.index()].clone().unwrap_or(Text::whole(String::new()));
            texts[index] = Some(render(node, self.names(), operand));
        }
        texts[output.index()].take().map(|text| text.text)
    }
}

/// The prefix, made longer until no name is that prefix and a number.
fn unused(prefix: &str, names: &[String]) -> String {
    let mut prefix = prefix.to_owned();
    let taken = |prefix: &str| {
        names.iter().filter_map(|name| name.strip_prefix(prefix)).any(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
    };
    while taken(&prefix) {
        prefix.push('_');
    }
    prefix
}

/// One line for each step that is used more than once (`t1`, `t2` and so on) and for each output (`y1`, `y2`).
impl fmt::Display for Graph {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut uses = vec![0_usize; self.nodes().len()];
        for operand in self.nodes().iter().flat_map(Node::operands) {
            uses[operand.index()] += 1;
        }
        for output in self.outputs() {
            uses[output.index()] += 1;
        }
        let [step, result] = ["t", "y"].map(|prefix| unused(prefix, self.names()));
        let mut texts: Vec<Text> = Vec::with_capacity(self.nodes().len());
        let mut shared = 0;
        for (index, node) in self.nodes().iter().enumerate() {
            let text = render(node, self.names(), |place| texts[place.index()].clone());
            if uses[index] > 1 && node.operands().next().is_some() {
                shared += 1;
                writeln!(formatter, "{step}{shared} = {}", text.text)?;
                texts.push(Text::whole(format!("{step}{shared}")));
            } else {
                texts.push(text);
            }
        }
        for (index, output) in self.outputs().iter().enumerate() {
            writeln!(formatter, "{result}{} = {}", index + 1, texts[output.index()].text)?;
        }
        Ok(())
    }
}
