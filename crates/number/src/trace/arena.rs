//! Where the nodes of a running record are kept.
//!
//! Each thread has a stack of arenas, one for each record that runs (records may nest). A traced number names its arena
//! by a serial number that is never used again, so a number that outlives its record cannot reach into a later one.

use core::cell::{Cell, RefCell};
use core::hash::{Hash, Hasher};
use std::collections::HashMap;

use super::node::{Node, NodeId};

/// A node as a key: constants are told apart by their bits.
#[derive(Clone, Copy)]
struct Key(Node);

impl Key {
    /// The kind and the fields as plain whole numbers.
    fn parts(&self) -> (core::mem::Discriminant<Node>, u64, [Option<NodeId>; 3]) {
        let own = match self.0 {
            Node::Constant(value) => value.to_bits(),
            Node::Variable(index) => index as u64,
            _ => 0,
        };
        let mut operands = self.0.operands();
        (core::mem::discriminant(&self.0), own, core::array::from_fn(|_| operands.next()))
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.parts() == other.parts()
    }
}

impl Eq for Key {}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts().hash(state);
    }
}

/// The nodes of one record; equal nodes are kept once.
struct Arena {
    serial: u64,
    nodes: Vec<Node>,
    places: HashMap<Key, NodeId>,
}

impl Arena {
    fn keep(&mut self, node: Node) -> NodeId {
        if let Some(&place) = self.places.get(&Key(node)) {
            return place;
        }
        // A sum and a product have the same bits either way round.
        let turned = match node {
            Node::Add(a, b) => Some(Node::Add(b, a)),
            Node::Mul(a, b) => Some(Node::Mul(b, a)),
            _ => None,
        };
        if let Some(&place) = turned.and_then(|turned| self.places.get(&Key(turned))) {
            return place;
        }
        // More than 2^32 nodes would not fit in memory.
        let place = NodeId(self.nodes.len() as u32);
        self.nodes.push(node);
        self.places.insert(Key(node), place);
        place
    }
}

thread_local! {
    static ARENAS: RefCell<Vec<Arena>> = const { RefCell::new(Vec::new()) };
    static NEXT_SERIAL: Cell<u64> = const { Cell::new(0) };
}

/// An arena that lives as long as this does; also when the record panics.
pub(super) struct Session {
    pub(super) serial: u64,
}

impl Session {
    pub(super) fn open() -> Self {
        let serial = NEXT_SERIAL.with(|next| next.replace(next.get() + 1));
        ARENAS.with_borrow_mut(|arenas| arenas.push(Arena { serial, nodes: Vec::new(), places: HashMap::new() }));
        Self { serial }
    }

    /// All nodes so far, in the order in which they were made.
    pub(super) fn nodes(&self) -> Vec<Node> {
        with(self.serial, |arena| arena.nodes.clone()).unwrap_or_default()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        ARENAS.with_borrow_mut(|arenas| arenas.retain(|arena| arena.serial != self.serial));
    }
}

fn with<A>(serial: u64, act: impl FnOnce(&mut Arena) -> A) -> Option<A> {
    // The innermost record is nearly always the one in use.
    ARENAS.with_borrow_mut(|arenas| arenas.iter_mut().rev().find(|arena| arena.serial == serial).map(act))
}

/// The place of a node in that arena, or nothing where its record has ended.
pub(super) fn keep(serial: u64, node: Node) -> Option<NodeId> {
    with(serial, |arena| arena.keep(node))
}

/// The node at a place of that arena, or nothing where its record has ended.
pub(super) fn look(serial: u64, place: NodeId) -> Option<Node> {
    with(serial, |arena| arena.nodes.get(place.index()).copied()).flatten()
}
