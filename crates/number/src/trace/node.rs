//! One step of a traced computation.

use crate::Real;

/// The place of a node in its graph. A node's operands always stand before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

impl NodeId {
    /// The index into [`Graph::nodes`](super::Graph::nodes).
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One step of a traced computation, over operands of some kind (in a [`Graph`](super::Graph), of [`NodeId`]s).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Node<T = NodeId> {
    /// A fixed number.
    Constant(f64),
    /// The variable of that index.
    Variable(usize),
    /// The sum of two.
    Add(T, T),
    /// The first less the second.
    Sub(T, T),
    /// The product of two.
    Mul(T, T),
    /// The first over the second.
    Div(T, T),
    /// The negative of one.
    Neg(T),
    /// The exponential function.
    Exp(T),
    /// The natural logarithm.
    Ln(T),
    /// The hyperbolic tangent.
    Tanh(T),
    /// The sine of an angle in radians.
    Sin(T),
    /// The cosine of an angle in radians.
    Cos(T),
    /// The first to the power of the second.
    Power(T, T),
    /// The square root.
    Sqrt(T),
    /// The larger of two; the first where they are equal.
    Max(T, T),
    /// The smaller of two; the first where they are equal.
    Min(T, T),
    /// The second where the first is above zero, otherwise the third.
    Select(T, T, T),
}

impl<T: Copy> Node<T> {
    /// The operands, in order.
    pub fn operands(&self) -> impl Iterator<Item = T> + use<T> {
        let three = match *self {
            Self::Constant(_) | Self::Variable(_) => [None, None, None],
            Self::Neg(a) | Self::Exp(a) | Self::Ln(a) | Self::Tanh(a) | Self::Sin(a) | Self::Cos(a) | Self::Sqrt(a) => {
                [Some(a), None, None]
            }
            Self::Add(a, b)
            | Self::Sub(a, b)
            | Self::Mul(a, b)
            | Self::Div(a, b)
            | Self::Power(a, b)
            | Self::Max(a, b)
            | Self::Min(a, b) => [Some(a), Some(b), None],
            Self::Select(a, b, c) => [Some(a), Some(b), Some(c)],
        };
        three.into_iter().flatten()
    }

    /// The same step over other operands.
    pub fn map<U>(&self, mut other: impl FnMut(T) -> U) -> Node<U> {
        match *self {
            Self::Constant(value) => Node::Constant(value),
            Self::Variable(index) => Node::Variable(index),
            Self::Add(a, b) => Node::Add(other(a), other(b)),
            Self::Sub(a, b) => Node::Sub(other(a), other(b)),
            Self::Mul(a, b) => Node::Mul(other(a), other(b)),
            Self::Div(a, b) => Node::Div(other(a), other(b)),
            Self::Neg(a) => Node::Neg(other(a)),
            Self::Exp(a) => Node::Exp(other(a)),
            Self::Ln(a) => Node::Ln(other(a)),
            Self::Tanh(a) => Node::Tanh(other(a)),
            Self::Sin(a) => Node::Sin(other(a)),
            Self::Cos(a) => Node::Cos(other(a)),
            Self::Power(a, b) => Node::Power(other(a), other(b)),
            Self::Sqrt(a) => Node::Sqrt(other(a)),
            Self::Max(a, b) => Node::Max(other(a), other(b)),
            Self::Min(a, b) => Node::Min(other(a), other(b)),
            Self::Select(a, b, c) => Node::Select(other(a), other(b), other(c)),
        }
    }
}

impl<R: Real> Node<R> {
    /// Runs the step on numbers; `variables` gives each variable its value.
    pub(super) fn run(&self, variables: impl FnOnce(usize) -> R) -> R {
        match *self {
            Self::Constant(value) => R::constant(value),
            Self::Variable(index) => variables(index),
            Self::Add(a, b) => a + b,
            Self::Sub(a, b) => a - b,
            Self::Mul(a, b) => a * b,
            Self::Div(a, b) => a / b,
            Self::Neg(a) => -a,
            Self::Exp(a) => a.exp(),
            Self::Ln(a) => a.ln(),
            Self::Tanh(a) => a.tanh(),
            Self::Sin(a) => a.sin(),
            Self::Cos(a) => a.cos(),
            Self::Power(a, b) => a.power(b),
            Self::Sqrt(a) => a.sqrt(),
            Self::Max(a, b) => a.max(b),
            Self::Min(a, b) => a.min(b),
            Self::Select(a, b, c) => a.select(b, c),
        }
    }
}
