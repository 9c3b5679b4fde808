//! Mood.

pub mod affect;
