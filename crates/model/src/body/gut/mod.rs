//! Gut: stomach, bowel, its lining, and what one feels of it.

pub mod absorption;
pub mod accommodation;
pub mod appetite;
pub mod emptying;
pub mod gastric_rhythm;
pub mod motility;
pub mod permeability;
pub mod provoked;
pub mod sensitivity;
pub mod signal;
pub mod symptoms;
pub mod transit;
