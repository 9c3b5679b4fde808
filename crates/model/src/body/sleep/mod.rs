//! Sleep and the clock: when people can sleep, what keeps them awake, and what the night is made of.

pub mod arousal;
pub mod expected;
pub mod homeostat;
pub mod memory;
pub mod night;
pub mod pacemaker;
pub mod restedness;
pub mod slow_waves;
pub mod stages;
pub mod vigilance;
