//! Number types of Consoma: plain, lanes, dual and traced numbers, and their elementary functions.
//!
//! What may live here: the [`Real`] contract, the types that fulfil it, and the elementary functions that they share.
//! This layer imports nothing of ours.

mod dual;
pub mod elementary;
mod lanes;
mod phi;
mod plain;
mod real;
pub mod trace;
mod wide;

pub use dual::Dual;
pub use lanes::Lanes;
pub use phi::{phi1, phi2, phi3, phis};
pub use real::Real;
pub use trace::Trace;
pub use wide::{Wide, widest};
