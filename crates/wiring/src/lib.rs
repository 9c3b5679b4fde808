//! Consoma's body as a system that its engine can run.
//!
//! What may live here: the equations of one person or two as an engine [`System`](consoma_engine::System), what happens to
//! them at located times, the drawing and settling of a person, and the recording of quantities. This layer is thin: it
//! holds no equation and no stepping.

mod abreast;
mod body;
mod branch;
mod chance;
mod clock;
mod company;
mod fit;
mod individual;
mod life;
mod nights;
mod recorder;
mod settle;
mod sleep;

pub use body::{Event, Held};
pub use branch::Branch;
pub use chance::{Jump, processes};
pub use company::{Company, Fault, Happening};
pub use individual::{Individual, Population, person};
pub use life::{Life, Plan, Reference, Setting, Unit, default_stepping, years_stepping};
pub use nights::Evening;
pub use recorder::{Log, Recorder, Recording, columns};
pub use sleep::Sleeper;
