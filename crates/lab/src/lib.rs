//! Instruments, statistics and fits of Consoma.
//!
//! What may live here: scenarios (who, when, under which reading), their simulation on many threads, what a laboratory
//! would read, and statistics on it. This layer knows nothing of files, terminals or browsers.

pub mod compare;
pub mod control;
pub mod digest;
pub mod evidence;
pub mod hangover;
pub mod headline;
pub mod instrument;
pub mod left;
pub mod night;
pub mod nights;
pub mod parts;
pub mod pulses;
pub mod record;
pub mod scenario;
mod seen;
pub mod simulate;
pub mod statistics;
pub mod variant;
