//! Draws of randomness that depend on nothing but their own name.
//!
//! What may live here: the counter-based generator, the draws that are made from it, and processes that are pure
//! functions of draws. Every draw is a function of the seed, the person, the process and an index. It never depends on a
//! step, on an order of calls or on another process, so a shorter step sees the same noise and a new process shifts no
//! other.
//!
//! ```
//! use consoma_engine::noise::{Process, Source};
//!
//! const HICCUPS: Process = Process::new("hiccups");
//! let stream = Source::new(7).stream(1, HICCUPS);
//! let later = stream.uniform(1_000_000); // no need to draw the million before it
//! assert_eq!(later, Source::new(7).stream(1, HICCUPS).uniform(1_000_000));
//! ```

mod draw;
mod ornstein;
mod philox;
mod process;
mod renewal;

pub use draw::{SMALLEST_SHAPE, Source, Stream};
pub use ornstein::Ornstein;
pub use philox::philox;
pub use process::{Process, name_hash};
pub use renewal::Renewal;
