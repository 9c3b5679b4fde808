//! Symbolic traces: equations run on symbols, which leaves a graph of what they compute.
//!
//! [`record`] runs a piece of text over [`Trace`] numbers and gives a [`Graph`]. The graph can be evaluated (with the
//! same bits as a plain run), differentiated into another graph, read node by node, and printed.
//!
//! ```
//! use consoma_number::{Real, trace::record};
//!
//! fn secretion<R: Real>(drive: R, feedback: R) -> R {
//!     drive * 1.5 / (feedback + 0.5)
//! }
//!
//! let graph = record(&["u", "Fg"], |v| vec![secretion(v[0], v[1])]);
//! assert_eq!(graph.equation(0).unwrap(), "u*1.5/(Fg + 0.5)");
//! assert_eq!(graph.evaluate(&[2.0, 1.0]), [secretion(2.0, 1.0)]);
//!
//! let slopes = graph.jacobian();
//! assert_eq!(slopes.entries, [(0, 0), (0, 1)]);
//! assert_eq!(slopes.graph.equation(0).unwrap(), "1.5/(Fg + 0.5)");
//! ```

mod arena;
mod calculus;
mod graph;
mod node;
mod print;
mod symbol;
mod tape;

pub use calculus::Jacobian;
pub use graph::{Graph, record};
pub use node::{Node, NodeId};
pub use symbol::Trace;
pub use tape::Tape;
