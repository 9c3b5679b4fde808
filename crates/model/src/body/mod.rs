//! The body: a file a process, in folders by system.

pub mod gut;
pub mod heart;
pub mod hormones;
pub mod immune;
pub mod mood;
pub mod pain;
pub mod skin;
pub mod sleep;
