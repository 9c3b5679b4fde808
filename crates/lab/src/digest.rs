//! A run in a few numbers: for each reading, group and quantity where it starts, its highest and lowest value, and what the
//! encounters changed, when, and when that was over.
//!
//! What they changed is the difference to the same person on the same days without them: both have the same draws, so it
//! holds no noise. Of several people the course is the median at each time, and the change the median of their changes.

use crate::record::Record;
use crate::simulate::Course;
use crate::statistics::quantile;
use consoma_model::declare::{Quantity, Reading, Row};

/// A change is over when it stays below this share of its largest size.
const OVER: f64 = 0.1;
/// A largest change below this share of the quantity's own range is rounding, not a change.
const NOTHING: f64 = 1e-6;

/// A value and its time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The value, in the quantity's unit.
    pub value: f64,
    /// Minutes since midnight of day 1.
    pub time: f64,
}

impl Point {
    fn new((value, time): (f64, f64)) -> Self {
        Self { value, time }
    }
}

/// What encounters and naps changed in a quantity.
#[derive(Clone, Debug)]
pub struct Change {
    /// The largest change, up or down.
    pub largest: Point,
    /// What the quantity would have been at that time.
    pub usual: f64,
    /// When it was over: from then on it stays below a tenth of its largest size. The value is what was left.
    /// `None` where it outlasts the record.
    pub over: Option<Point>,
    /// The change at all times.
    pub course: Vec<f64>,
}

/// One quantity of one group under one reading.
#[derive(Clone, Debug)]
pub struct Digest {
    /// The reading.
    pub reading: Reading,
    /// Place of the group.
    pub group: usize,
    /// The quantity.
    pub quantity: &'static Row<Quantity>,
    /// The course: the person's, or the median of the group.
    pub course: Vec<f64>,
    /// At the start.
    pub start: Point,
    /// The highest.
    pub peak: Point,
    /// The lowest.
    pub trough: Point,
    /// At the end.
    pub end: Point,
    /// What encounters and naps changed; `None` where there are none, or where they changed nothing.
    pub change: Option<Change>,
}

/// The digests, in the order of readings, groups and quantities.
pub fn digests(record: &Record) -> Vec<Digest> {
    let quantities = record.quantities();
    let mut digests = Vec::new();
    for (place, (reading, courses)) in record.courses.iter().enumerate() {
        for group in 0..record.scenario.groups.len() {
            let members = members(courses, group);
            let without = record.without.get(place).map(|courses| self::members(courses, group));
            for (column, quantity) in quantities.iter().enumerate() {
                let one = Column { times: &record.scenario.times, width: quantities.len(), column, group };
                digests.extend(one.digest(*reading, quantity, members, without));
            }
        }
    }
    digests
}

/// The courses of a group. People stand in the order of their groups.
fn members(courses: &[Course], group: usize) -> &[Course] {
    let from = courses.partition_point(|course| course.group < group);
    let to = courses.partition_point(|course| course.group <= group);
    &courses[from..to]
}

/// One quantity of one group.
struct Column<'a> {
    times: &'a [f64],
    width: usize,
    column: usize,
    group: usize,
}

impl Column<'_> {
    /// The values of all people at a time.
    fn values(&self, courses: &[Course], row: usize) -> Vec<f64> {
        courses.iter().filter_map(|course| course.values.get(row * self.width + self.column).copied()).collect()
    }

    fn median(&self, courses: &[Course]) -> Vec<f64> {
        (0..self.times.len()).map(|row| quantile(&self.values(courses, row), 0.5)).collect()
    }

    fn points<'a>(&'a self, course: &'a [f64]) -> impl DoubleEndedIterator<Item = (f64, f64)> + 'a {
        // The lengths agree: a course has a row for each time.
        (0..self.times.len().min(course.len())).map(|row| (course[row], self.times[row]))
    }

    /// `None` for an empty course.
    fn digest(
        &self,
        reading: Reading,
        quantity: &'static Row<Quantity>,
        courses: &[Course],
        without: Option<&[Course]>,
    ) -> Option<Digest> {
        let course = self.median(courses);
        // Of equal values the first counts.
        let higher = |best: (f64, f64), next: (f64, f64)| if next.0 > best.0 { next } else { best };
        let lower = |best: (f64, f64), next: (f64, f64)| if next.0 < best.0 { next } else { best };
        let start = Point::new(self.points(&course).next()?);
        let end = Point::new(self.points(&course).next_back()?);
        let peak = Point::new(self.points(&course).reduce(higher)?);
        let trough = Point::new(self.points(&course).reduce(lower)?);
        let range = peak.value - trough.value;
        let change = without.and_then(|without| self.change(courses, without, range));
        Some(Digest { reading, group: self.group, quantity, course, start, peak, trough, end, change })
    }

    fn change(&self, courses: &[Course], without: &[Course], range: f64) -> Option<Change> {
        let difference = |row| {
            let pairs = self.values(courses, row).into_iter().zip(self.values(without, row));
            quantile(&pairs.map(|(with, without)| with - without).collect::<Vec<_>>(), 0.5)
        };
        let course: Vec<f64> = (0..self.times.len()).map(difference).collect();
        let largest = course.iter().enumerate().max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()).then(b.0.cmp(&a.0)));
        let (row, &size) = largest?;
        if size.abs() <= NOTHING * range || !size.is_finite() {
            return None;
        }
        let last = course.iter().rposition(|value| value.abs() >= OVER * size.abs())?;
        let over = self.points(&course).nth(last + 1).map(Point::new);
        let usual = quantile(&self.values(without, row), 0.5);
        Some(Change { largest: Point::new((size, self.times[row])), usual, over, course })
    }
}
