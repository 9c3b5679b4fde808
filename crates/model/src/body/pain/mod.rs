//! Pain: what hurts, how strongly it gets through, what it is rated, and morphine.

pub mod descending;
pub mod gain;
pub mod morphine;
pub mod nociception;
pub mod operation;
pub mod opioid;
pub mod pump;
pub mod sensitisation;
pub mod thresholds;
