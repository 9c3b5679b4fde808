//! Heart, vessels and their nerves.

pub mod catecholamines;
pub mod pressure;
pub mod reflex;
pub mod rhythm;
pub mod sympathetic;
pub mod vagal;
pub mod vessels;
