//! The body: a file a process, in folders by system.

pub mod gut;
pub mod heart;
pub mod hormones;
pub mod immune;
pub mod mood;
pub mod pain;
pub mod skin;
pub mod sleep;

// from the blood: until strain and sensitivity have processes of their own, arrows that start there start at the glands.
pub(crate) const STRAIN: &str = "glands.cortex";
pub(crate) const SENSITIVITY: &str = "glands.corticotrophs";
