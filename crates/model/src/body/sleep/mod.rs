//! Sleep and the clock. So far the pacemaker alone; when people sleep is written in the schedule.

pub mod pacemaker;
