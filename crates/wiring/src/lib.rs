//! Consoma's body as a system that its engine can run.
//!
//! What may live here: the body's equations as an engine [`System`](consoma_engine::System), what happens to it at located
//! times, the drawing and settling of a person, and the recording of quantities. This layer is thin: it holds no equation
//! and no stepping.

mod body;
mod clock;
mod individual;
mod life;
mod recorder;

pub use body::{Body, Happening};
pub use individual::{Individual, Population};
pub use life::{Life, PROCESSES, Reference, Setting, default_stepping};
pub use recorder::{Log, Recorder, columns};
