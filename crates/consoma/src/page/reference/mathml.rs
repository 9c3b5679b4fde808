//! Equations as MathML, which browsers set by themselves.

use crate::page::escaped;
use consoma_number::trace::{Node, NodeId};

/// How tightly the outermost operation binds.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Binding {
    Sum,
    Product,
    Power,
    Whole,
}

/// A formula and how tightly it binds.
#[derive(Clone)]
pub(super) struct Formula {
    text: String,
    binding: Binding,
}

impl Formula {
    /// Something that no operation can tear apart.
    pub(super) fn whole(text: String) -> Self {
        Self { text, binding: Binding::Whole }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    fn at_least(&self, binding: Binding) -> String {
        if self.binding >= binding { self.text.clone() } else { parentheses(&self.text) }
    }
}

fn parentheses(inner: &str) -> String {
    format!("<mrow><mo>(</mo>{inner}<mo>)</mo></mrow>")
}

fn row(parts: &[&str]) -> String {
    format!("<mrow>{}</mrow>", parts.concat())
}

/// A name: what it is called, the class that tells its kind, and what is said when one points at it.
pub(super) fn name(text: &str, class: &str, about: &str) -> String {
    // Words stand apart by a narrow space: a line below would read as an index, a hyphen as a minus.
    let words = escaped(&text.replace('_', "\u{202f}"));
    format!("<mi mathvariant=\"normal\" class=\"{class}\" title=\"{}\">{words}</mi>", escaped(about))
}

/// A name with an index.
pub(super) fn indexed(name: &str, index: &str) -> String {
    format!("<msub>{name}<mi mathvariant=\"normal\">{}</mi></msub>", escaped(&index.replace('_', "\u{202f}")))
}

/// The change of something per minute.
pub(super) fn slope(name: &str) -> String {
    format!(
        "<mfrac><mrow><mi mathvariant=\"normal\">d</mi><mspace width=\"0.15em\"/>{name}</mrow><mrow><mi mathvariant=\"normal\">d</mi><mi>t</mi></mrow></mfrac>"
    )
}

/// One line: `left = right`.
pub(super) fn line(left: &str, right: &Formula) -> String {
    format!("<math display=\"block\"><mrow>{left}<mo>=</mo>{}</mrow></math>\n", right.text)
}

/// A number with the digits that matter.
fn number(value: f64) -> Formula {
    let (size, sign) = (value.abs(), if value < 0.0 { "<mo>−</mo>" } else { "" });
    let binding = if value < 0.0 { Binding::Sum } else { Binding::Whole };
    if (size - core::f64::consts::LN_2).abs() < 1e-15 {
        return Formula { text: row(&[sign, "<mi>ln</mi><mo>&#8289;</mo><mn>2</mn>"]), binding: Binding::Product };
    }
    let short = size.to_string();
    let digits = if short.len() <= 8 { short } else { format!("{size:.5e}") };
    let text = match digits.split_once('e') {
        Some((mantissa, exponent)) => {
            let mantissa = mantissa.trim_end_matches('0').trim_end_matches('.');
            format!("<mn>{mantissa}</mn><mo>⋅</mo><msup><mn>10</mn><mn>{}</mn></msup>", exponent.replace('-', "−"))
        }
        None => format!("<mn>{digits}</mn>"),
    };
    Formula { text: row(&[sign, &text]), binding }
}

/// A fraction.
fn fraction(above: &Formula, below: &Formula) -> Formula {
    let text = format!("<mfrac>{}{}</mfrac>", row(&[above.text()]), row(&[below.text()]));
    Formula { text, binding: Binding::Power }
}

/// The formula of a node, given those of its operands. `variable` is what a variable is called; `inverse` is what a node is one over,
/// where it is that and is written out.
pub(super) fn formula(
    node: &Node,
    variable: impl Fn(usize) -> String,
    operand: impl Fn(NodeId) -> Formula,
    inverse: impl Fn(NodeId) -> Option<NodeId>,
) -> Formula {
    let sum = |a: NodeId, sign: &str, b: NodeId| Formula {
        text: row(&[&operand(a).at_least(Binding::Sum), sign, &operand(b).at_least(Binding::Product)]),
        binding: Binding::Sum,
    };
    let product = |a: NodeId, b: NodeId| Formula {
        text: row(&[&operand(a).at_least(Binding::Product), "<mo>⋅</mo>", &operand(b).at_least(Binding::Product)]),
        binding: Binding::Product,
    };
    let call = |name: &str, operands: &[NodeId]| {
        let inner: Vec<String> = operands.iter().map(|&place| operand(place).text).collect();
        let inner = parentheses(&inner.join("<mo separator=\"true\">,</mo>"));
        Formula { text: format!("<mrow><mi>{name}</mi><mo>&#8289;</mo>{inner}</mrow>"), binding: Binding::Power }
    };
    match *node {
        Node::Constant(value) => number(value),
        Node::Variable(index) => Formula::whole(variable(index)),
        Node::Add(a, b) => sum(a, "<mo>+</mo>", b),
        Node::Sub(a, b) => sum(a, "<mo>−</mo>", b),
        Node::Mul(a, b) if a == b => Formula {
            text: format!("<msup>{}<mn>2</mn></msup>", operand(a).at_least(Binding::Whole)),
            binding: Binding::Power,
        },
        // What is divided by a time constant is written as that, and not as a product with its inverse.
        Node::Mul(a, b) if inverse(b).is_some() => match inverse(b).map(|below| (below, inverse(below))) {
            Some((_, Some(rate))) => product(a, rate),
            Some((below, None)) => fraction(&operand(a), &operand(below)),
            None => product(a, b),
        },
        Node::Mul(a, b) => product(a, b),
        Node::Div(a, b) => inverse(b).map_or_else(|| fraction(&operand(a), &operand(b)), |rate| product(a, rate)),
        Node::Neg(a) => {
            Formula { text: row(&["<mo>−</mo>", &operand(a).at_least(Binding::Product)]), binding: Binding::Sum }
        }
        Node::Power(a, b) => Formula {
            text: format!("<msup>{}{}</msup>", operand(a).at_least(Binding::Whole), row(&[operand(b).text()])),
            binding: Binding::Power,
        },
        Node::Exp(a) => call("exp", &[a]),
        Node::Ln(a) => call("ln", &[a]),
        Node::Tanh(a) => call("tanh", &[a]),
        Node::Sin(a) => call("sin", &[a]),
        Node::Cos(a) => call("cos", &[a]),
        Node::Sqrt(a) => Formula { text: format!("<msqrt>{}</msqrt>", operand(a).text), binding: Binding::Whole },
        Node::Max(a, b) => call("max", &[a, b]),
        Node::Min(a, b) => call("min", &[a, b]),
        Node::Select(a, b, c) => {
            let [a, b, c] = [a, b, c].map(|place| operand(place).text);
            let case = |value: &str, when: &str| format!("<mtr><mtd>{value}</mtd><mtd>{when}</mtd></mtr>");
            let when = format!("<mtext>where </mtext><mrow>{a}<mo>&gt;</mo><mn>0</mn></mrow>");
            let cases = case(&b, &when) + &case(&c, "<mtext>elsewhere</mtext>");
            Formula {
                text: format!("<mrow><mo>{{</mo><mtable columnalign=\"left\">{cases}</mtable></mrow>"),
                binding: Binding::Sum,
            }
        }
    }
}
