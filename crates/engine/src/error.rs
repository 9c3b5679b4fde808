//! What can go wrong, and what to do about it.

use core::fmt;

/// Why a run, or the making of one of its parts, failed. Times are in minutes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A number given by the caller is outside its domain.
    Parameter {
        /// The name of the number.
        name: &'static str,
        /// The value that was given.
        value: f64,
        /// What it must be.
        must: &'static str,
    },
    /// A list has the wrong length.
    Shape {
        /// What the list holds.
        what: &'static str,
        /// The length it should have.
        expected: usize,
        /// The length it has.
        found: usize,
    },
    /// A happening lies before the start of the run.
    HappeningBeforeStart {
        /// The time of the happening.
        time: f64,
        /// The start of the run.
        start: f64,
    },
    /// A happening lies before the one that precedes it in the timeline.
    HappeningsOutOfOrder {
        /// The time of the happening.
        time: f64,
        /// The time of the one before it.
        previous: f64,
    },
    /// The time of a happening is not a finite number.
    HappeningNotFinite {
        /// The time that was given.
        time: f64,
    },
    /// A state stopped being a finite number.
    NotFinite {
        /// Its place in the order fast states, tallies, slow states.
        index: usize,
        /// Its value, which is infinite or not a number.
        value: f64,
        /// The time at which it was found.
        time: f64,
        /// The last time at which all states were finite.
        good_time: f64,
        /// All states at that time: fast states, tallies, slow states at the last midnight.
        good: Vec<f64>,
    },
    /// A guard stopped being a number.
    GuardNotANumber {
        /// The number of the guard.
        guard: usize,
        /// The time at which it was found.
        time: f64,
    },
    /// A guard fires again and again at almost the same time.
    GuardKeepsFiring {
        /// The number of the guard.
        guard: usize,
        /// The time of the last firing.
        time: f64,
        /// How often it fired within the minute.
        firings: u32,
    },
    /// A sample was asked for at a time that no run covered.
    SampleMissed {
        /// The first such time.
        time: f64,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parameter { name, value, must } => {
                write!(f, "{name} is {value}; it must be {must}")
            }
            Self::Shape { what, expected, found } => {
                write!(f, "{found} {what} were given; the system has {expected}, so give that many")
            }
            Self::HappeningBeforeStart { time, start } => write!(
                f,
                "a happening at minute {time} lies before the start of the run at minute {start}; leave it out or start \
                 the run earlier"
            ),
            Self::HappeningsOutOfOrder { time, previous } => {
                write!(f, "a happening at minute {time} follows one at minute {previous}; sort the timeline by time")
            }
            Self::HappeningNotFinite { time } => {
                write!(f, "a happening has the time {time}; give every happening a finite time in minutes")
            }
            Self::NotFinite { index, value, time, good_time, .. } => write!(
                f,
                "state number {index} became {value} at minute {time}; it was last finite at minute {good_time}; look at \
                 the values then, and try a shorter step or milder inputs"
            ),
            Self::GuardNotANumber { guard, time } => write!(
                f,
                "guard number {guard} is not a number at minute {time}; look at the states and the inputs that it reads"
            ),
            Self::GuardKeepsFiring { guard, time, firings } => write!(
                f,
                "guard number {guard} fired {firings} times within one minute, last at minute {time}; let its event move \
                 the state further from the threshold, or give the threshold two levels"
            ),
            Self::SampleMissed { time } => write!(
                f,
                "a sample was asked for at minute {time}, which no run covered; run from there or drop the sample"
            ),
        }
    }
}

impl core::error::Error for Error {}

/// `value` if it satisfies `holds`, otherwise an error that says what it must be.
pub(crate) fn require(name: &'static str, value: f64, holds: bool, must: &'static str) -> Result<f64, Error> {
    if holds { Ok(value) } else { Err(Error::Parameter { name, value, must }) }
}
