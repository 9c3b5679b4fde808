//! Stepping, events and noise of Consoma.
//!
//! What may live here: the methods that step a body through time, the lattice on which steps end, located happenings
//! and guards, observers of the steps, and the draws of randomness. This layer knows nothing of what the states mean:
//! it sees numbers, their slopes and their rates. It imports only `consoma-number`.
//!
//! Time is in minutes everywhere. A day is 1440 minutes and midnights lie at the whole multiples of 1440.
//!
//! # A worked example: a cup of coffee
//!
//! A cup cools towards the air around it. At minute 10 someone carries it outside.
//!
//! ```
//! use consoma_engine::{Checkpoint, Eventful, Flow, Sampler, Shape, State, Stepping, System, run};
//!
//! struct Cup;
//!
//! impl System<f64> for Cup {
//!     type Held = f64; // the temperature of the air
//!     fn shape(&self) -> Shape {
//!         Shape { fast: 1, tallies: 0, slow: 0 }
//!     }
//!     fn flow(&self, air: &f64, _slow: &[f64], fast: &[f64], out: &mut Flow<f64>) {
//!         out.slope[0] = (air - fast[0]) / 30.0;
//!         out.rate[0] = 1.0 / 30.0;
//!     }
//! }
//!
//! impl Eventful for Cup {
//!     type Happening = f64; // a new temperature of the air
//!     fn happen(&self, _time: f64, what: &f64, air: &mut f64, _state: &mut State) {
//!         *air = *what;
//!     }
//! }
//!
//! let shape = Cup.shape();
//! let start = Checkpoint::new(0.0, State::new(shape, &[90.0], &[])?, 20.0);
//! let mut sampler = Sampler::new(shape, vec![0.0, 10.0, 30.0])?;
//! run(&Cup, &Stepping::default(), start, [(10.0, 5.0)], 30.0, &mut sampler)?;
//!
//! let samples = sampler.into_samples()?;
//! let at_the_door = 20.0 + 70.0 * f64::exp(-10.0 / 30.0);
//! let outside = 5.0 + (at_the_door - 5.0) * f64::exp(-20.0 / 30.0);
//! assert!((samples.row(1)[0] - at_the_door).abs() < 1e-9);
//! assert!((samples.row(2)[0] - outside).abs() < 1e-9);
//! # Ok::<(), consoma_engine::Error>(())
//! ```

mod abreast;
mod error;
mod events;
mod instants;
mod integrator;
mod lattice;
mod location;
pub mod noise;
mod now;
mod observer;
mod ride;
mod run;
mod sample;
mod state;
mod step;
mod stepping;
mod system;
mod timeline;

pub use abreast::{Abreast, Run, run_abreast};
pub use error::Error;
pub use events::Eventful;
pub use integrator::{Departure, Method, Stepper};
pub use lattice::{DAY, FARTHEST, SHORTEST, SNAP};
pub use observer::{Moment, Observer};
pub use run::{Checkpoint, Finish, run};
pub use sample::{Sampler, Samples};
pub use state::{State, View};
pub use step::Step;
pub use stepping::Stepping;
pub use system::{Flow, Shape, System};
pub use timeline::Timeline;
