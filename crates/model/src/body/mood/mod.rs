//! Mood.

pub mod affect;
pub mod capacity;
pub mod contact;
pub mod depression;
pub mod effort;
pub mod fatigue;
pub mod hangover;
pub mod rebound;
pub mod rumination;
