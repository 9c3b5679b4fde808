//! The traced number.

use core::fmt;
use core::ops::{Add, Div, Mul, Neg, Sub};

use super::arena;
use super::node::{Node, NodeId};
use crate::Real;

/// A number that writes down how it is computed. It is made by [`record`](super::record).
///
/// Steps on constants alone are computed at once, equal steps are kept once, and steps that change no bit (times one,
/// less zero, twice negated) are left out.
///
/// A traced number belongs to its record. Used after the record has ended, or together with a number of another
/// record, it panics; no value that an equation meets can bring that about.
#[derive(Clone, Copy, PartialEq)]
pub struct Trace(Kind);

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Constant(f64),
    Node { serial: u64, place: NodeId },
}

impl fmt::Debug for Trace {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Constant(value) => write!(formatter, "Trace({value:?})"),
            Kind::Node { place, .. } => write!(formatter, "Trace(#{})", place.0),
        }
    }
}

impl Trace {
    /// A variable of the record with that serial number.
    pub(super) fn variable(serial: u64, index: usize) -> Self {
        Self(Kind::Node { serial, place: place_in(serial, Node::Variable(index)) })
    }

    /// The constant that this is, if it is one.
    #[must_use]
    pub fn as_constant(self) -> Option<f64> {
        match self.0 {
            Kind::Constant(value) => Some(value),
            Kind::Node { .. } => None,
        }
    }

    /// The place of this number in the record with that serial number.
    pub(super) fn place(self, serial: u64) -> NodeId {
        match self.0 {
            Kind::Constant(value) => place_in(serial, Node::Constant(value)),
            Kind::Node { serial: own, place } => {
                assert!(own == serial, "{STRAY}");
                place
            }
        }
    }

    /// The parts of this number, if it is a selection.
    pub(super) fn as_select(self) -> Option<[Self; 3]> {
        let Kind::Node { serial, place } = self.0 else {
            return None;
        };
        match arena::look(serial, place)? {
            Node::Select(a, b, c) => Some([a, b, c].map(|place| Self::at(serial, place))),
            _ => None,
        }
    }

    /// The number at a place.
    fn at(serial: u64, place: NodeId) -> Self {
        match arena::look(serial, place) {
            Some(Node::Constant(value)) => Self(Kind::Constant(value)),
            _ => Self(Kind::Node { serial, place }),
        }
    }

    /// The number that a step gives.
    fn step(node: Node<Self>) -> Self {
        let serial = node.operands().find_map(|operand| match operand.0 {
            Kind::Node { serial, .. } => Some(serial),
            Kind::Constant(_) => None,
        });
        match serial {
            // All operands are constants here, so the default is never used.
            None => {
                let plain = node.map(|operand| operand.as_constant().unwrap_or(f64::NAN));
                Self(Kind::Constant(plain.run(|_| f64::NAN)))
            }
            Some(serial) => {
                let node = node.map(|operand| operand.place(serial));
                Self(Kind::Node { serial, place: place_in(serial, node) })
            }
        }
    }

    /// Whether this is that very constant, bit for bit.
    fn is(self, value: f64) -> bool {
        self.as_constant().is_some_and(|own| own.to_bits() == value.to_bits())
    }
}

const STRAY: &str = "a traced number was used outside the record that made it";

fn place_in(serial: u64, node: Node) -> NodeId {
    arena::keep(serial, node).expect(STRAY)
}

impl Neg for Trace {
    type Output = Self;
    fn neg(self) -> Self {
        if let Kind::Node { serial, place } = self.0
            && let Some(Node::Neg(inner)) = arena::look(serial, place)
        {
            return Self::at(serial, inner);
        }
        Self::step(Node::Neg(self))
    }
}

impl Add for Trace {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        // Adding +0 would turn -0 into +0; adding -0 changes nothing.
        if other.is(-0.0) {
            return self;
        }
        if self.is(-0.0) {
            return other;
        }
        Self::step(Node::Add(self, other))
    }
}

impl Sub for Trace {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        if other.is(0.0) {
            return self;
        }
        Self::step(Node::Sub(self, other))
    }
}

impl Mul for Trace {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        match (self, other) {
            (a, b) | (b, a) if a.is(1.0) => b,
            (a, b) | (b, a) if a.is(-1.0) => -b,
            _ => Self::step(Node::Mul(self, other)),
        }
    }
}

impl Div for Trace {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        if other.is(1.0) {
            return self;
        }
        if other.is(-1.0) {
            return -self;
        }
        Self::step(Node::Div(self, other))
    }
}

macro_rules! with_plain {
    ($trait:ident, $method:ident) => {
        impl $trait<f64> for Trace {
            type Output = Self;
            fn $method(self, other: f64) -> Self {
                $trait::$method(self, Self::constant(other))
            }
        }
    };
}

with_plain!(Add, add);
with_plain!(Sub, sub);
with_plain!(Mul, mul);
with_plain!(Div, div);

impl Real for Trace {
    fn constant(value: f64) -> Self {
        Self(Kind::Constant(value))
    }
    fn exp(self) -> Self {
        Self::step(Node::Exp(self))
    }
    fn ln(self) -> Self {
        Self::step(Node::Ln(self))
    }
    fn tanh(self) -> Self {
        Self::step(Node::Tanh(self))
    }
    fn sin(self) -> Self {
        Self::step(Node::Sin(self))
    }
    fn cos(self) -> Self {
        Self::step(Node::Cos(self))
    }
    fn power(self, exponent: Self) -> Self {
        Self::step(Node::Power(self, exponent))
    }
    fn sqrt(self) -> Self {
        Self::step(Node::Sqrt(self))
    }
    fn max(self, other: Self) -> Self {
        if self == other {
            return self;
        }
        Self::step(Node::Max(self, other))
    }
    fn min(self, other: Self) -> Self {
        if self == other {
            return self;
        }
        Self::step(Node::Min(self, other))
    }
    fn select(self, above: Self, below: Self) -> Self {
        match self.as_constant() {
            Some(value) => {
                if value > 0.0 {
                    above
                } else {
                    below
                }
            }
            None if above == below && !above.is(0.0) && !above.is(-0.0) => above,
            None => Self::step(Node::Select(self, above, below)),
        }
    }
}
