//! Skin.

pub mod conductance;
