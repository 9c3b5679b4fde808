//! Summary of a course: where it starts, its extremes and when they come, and its middle.

use crate::statistics::{mean, quantile};

/// A value and the time (min) at which it is reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct At {
    /// Time in minutes since midnight of day 1.
    pub time: f64,
    /// Value in the quantity's unit.
    pub value: f64,
}

/// Summary of one course.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// First value.
    pub start: At,
    /// Lowest value, the first of several.
    pub lowest: At,
    /// Highest value, the first of several.
    pub highest: At,
    /// Last value.
    pub end: At,
    /// Mean over the recorded times.
    pub mean: f64,
}

/// Summarises a course. `None` where nothing was recorded.
///
/// ```
/// use consoma_lab::summary::summarise;
/// let course = summarise(&[0.0, 10.0, 20.0], &[2.0, 5.0, 3.0]).unwrap();
/// assert_eq!((course.highest.time, course.highest.value), (10.0, 5.0));
/// ```
pub fn summarise(times: &[f64], values: &[f64]) -> Option<Summary> {
    let points = || times.iter().zip(values).map(|(&time, &value)| At { time, value });
    let (start, end) = (points().next()?, points().last()?);
    let highest = points().fold(start, |best, at| if at.value > best.value { at } else { best });
    let lowest = points().fold(start, |best, at| if at.value < best.value { at } else { best });
    Some(Summary { start, lowest, highest, end, mean: mean(values) })
}

/// The middle course of several people: at each time the median. Every course is as long as `times`.
pub fn middle(courses: &[&[f64]]) -> Vec<f64> {
    let length = courses.first().map_or(0, |course| course.len());
    (0..length)
        .map(|row| {
            let column: Vec<f64> = courses.iter().filter_map(|course| course.get(row).copied()).collect();
            quantile(&column, 0.5)
        })
        .collect()
}
