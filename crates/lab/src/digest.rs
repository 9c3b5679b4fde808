//! A run in a few numbers: for each reading, group and quantity where it starts, its highest and lowest value, and what the
//! encounters changed against the control, when, when that was over, and what was left the next morning and at the end.
//! Heart, skin and gut are read by day, sums of a night when it is over. Where the night was drawn many times, these draws tell it
//! ([`crate::nights`]), and its quantities are not notable here.
//!
//! A change is the difference to the same person in the control: both have the same draws, so it holds no noise. Of several
//! people the course is the median at each time, and the change the median of their changes.

use crate::nights;
use crate::parts::parts;
use crate::record::Record;
use crate::seen::Seen;
use crate::simulate::Course;
use crate::statistics::quantile;
use consoma_model::declare::{Quantity, Reading, Row};
use consoma_model::schedule::Span;

/// A change is over when it stays below this share of its largest size.
pub const OVER: f64 = 0.1;
/// A largest change below this share of the quantity's own range is rounding, not a change.
const NOTHING: f64 = 1e-6;
/// A change below this share of the width of the normal range is not worth a line. Where no normal range is known, the range
/// of the control's course stands for it.
pub const NOTABLE: f64 = 0.02;

/// Two readings agree where their changes differ by no more than this share of the larger.
const ALIKE: f64 = 0.05;
/// Times that lie within so many minutes agree.
const NEAR: f64 = 5.0;

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
    /// The largest change in each of the group's [`parts`]: the evening and its night, the next day, and so on.
    pub parts: Vec<Point>,
    /// The change at the first getting up after the first event; `None` where the record ends before.
    pub morning: Option<Point>,
    /// The change at the end of the record.
    pub end: Point,
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
    /// The course in the control; empty where there is none.
    pub control: Vec<f64>,
    /// When the first event begins; the start of the record where there is none.
    pub begins: f64,
    /// What differs from the control; `None` where there is none, or where nothing differs.
    pub change: Option<Change>,
    /// Whether drawn nights tell of it, because one night tells nothing.
    pub by_night: bool,
    /// When its changes are not read: in bed and shortly after, where it is read by day.
    pub unread: Vec<Span>,
}

impl Digest {
    /// What changes are measured by: the width of the normal range, or of the control's course where none is known.
    pub fn scale(&self) -> f64 {
        match self.quantity.declared.normal {
            Some((low, high)) => high - low,
            None => width(if self.control.is_empty() { &self.course } else { &self.control }),
        }
    }

    /// The smallest change that is worth a line.
    pub fn least(&self) -> f64 {
        NOTABLE * self.scale()
    }

    /// The largest change in units of [`Digest::scale`].
    pub fn size(&self) -> f64 {
        let change = self.change.as_ref().map_or(0.0, |change| change.largest.value.abs());
        if change > 0.0 { change / self.scale() } else { 0.0 }
    }

    /// The largest rise above the control; 0 where there is none.
    pub fn rise(&self) -> f64 {
        self.change.iter().flat_map(|change| &change.course).copied().fold(0.0, f64::max)
    }

    /// Whether a digest of the same quantity says the same, so that one sentence holds for both: the same way, and sizes and
    /// times within a twentieth of each other.
    pub fn agrees(&self, other: &Self) -> bool {
        let (Some(a), Some(b)) = (&self.change, &other.change) else { return false };
        let near = |a: f64, b: f64, least: f64| (a - b).abs() <= (ALIKE * a.abs().max(b.abs())).max(least);
        let times = |a: f64, b: f64| near(a - self.begins, b - self.begins, NEAR);
        let over = match (a.over, b.over) {
            (Some(a), Some(b)) => times(a.time, b.time),
            (a, b) => a.is_none() && b.is_none(),
        };
        near(a.largest.value, b.largest.value, 0.0) && times(a.largest.time, b.largest.time) && over
    }

    /// Whether the change is worth a line.
    pub fn notable(&self) -> bool {
        !self.by_night && self.size() >= NOTABLE
    }
}

/// From the lowest to the highest value.
fn width(course: &[f64]) -> f64 {
    let low = course.iter().copied().fold(f64::INFINITY, f64::min);
    course.iter().copied().fold(f64::NEG_INFINITY, f64::max) - low
}

/// The digests, in the order of readings, groups and quantities.
pub fn digests(record: &Record) -> Vec<Digest> {
    digests_of(record, |_| true)
}

/// The digests of the quantities that `wanted` names by their ids.
pub fn digests_of(record: &Record, wanted: impl Fn(&str) -> bool) -> Vec<Digest> {
    let quantities = record.quantities();
    let (plain, by_night) = (record.scenario.control.of(&record.scenario), nights::any(record));
    let mut seen: Vec<Seen> = Vec::new();
    for (group, who) in record.scenario.groups.iter().enumerate() {
        let schedules = plain.iter().map(|plain| &plain.groups[group].schedule).chain([&who.schedule]);
        seen.push(Seen::new(&record.scenario.times, &schedules.collect::<Vec<_>>()));
    }
    let mut digests = Vec::new();
    for (place, (reading, courses)) in record.courses.iter().enumerate() {
        for (group, who) in record.scenario.groups.iter().enumerate() {
            let members = members(courses, group);
            let control = record.control.get(place).map_or(&[][..], |courses| self::members(courses, group));
            let parts = parts(who, record.scenario.span);
            for (column, quantity) in quantities.iter().enumerate().filter(|(_, row)| wanted(row.id)) {
                let one = Column {
                    times: &record.scenario.times,
                    width: quantities.len(),
                    column,
                    group,
                    parts: &parts,
                    seen: seen[group].of(quantity),
                    by_night: by_night && nights::is_of_night(quantity.id),
                };
                digests.extend(one.digest(*reading, quantity, members, control));
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
    parts: &'a [Span],
    /// The rows at which changes are read.
    seen: &'a [usize],
    by_night: bool,
}

impl Column<'_> {
    fn value(&self, course: &Course, row: usize) -> f64 {
        course.values[row * self.width + self.column]
    }

    /// At each time the median of what `of` makes of each person.
    fn median(&self, people: usize, of: impl Fn(usize, usize) -> f64) -> Vec<f64> {
        let middle = |row| match people {
            1 => of(0, row),
            _ => quantile(&(0..people).map(|person| of(person, row)).collect::<Vec<_>>(), 0.5),
        };
        (0..self.times.len()).map(middle).collect()
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
        control: &[Course],
    ) -> Option<Digest> {
        let course = self.median(courses.len(), |person, row| self.value(&courses[person], row));
        // Of equal values the first counts.
        let higher = |best: (f64, f64), next: (f64, f64)| if next.0 > best.0 { next } else { best };
        let lower = |best: (f64, f64), next: (f64, f64)| if next.0 < best.0 { next } else { best };
        let start = Point::new(self.points(&course).next()?);
        let end = Point::new(self.points(&course).next_back()?);
        let peak = Point::new(self.points(&course).reduce(higher)?);
        let trough = Point::new(self.points(&course).reduce(lower)?);
        let begins = self.parts.first().map_or(start.time, |part| part.start);
        let (mut plain, mut change) = (Vec::new(), None);
        if control.len() == courses.len() {
            plain = self.median(control.len(), |person, row| self.value(&control[person], row));
            let differences = self.median(courses.len(), |person, row| {
                self.value(&courses[person], row) - self.value(&control[person], row)
            });
            change = self.change(differences, &plain, peak.value - trough.value);
        }
        let Self { group, by_night, .. } = *self;
        let unread = if nights::is_result(quantity.id) { Vec::new() } else { self.unread() };
        Some(Digest {
            reading,
            group,
            quantity,
            course,
            start,
            peak,
            trough,
            end,
            control: plain,
            begins,
            change,
            by_night,
            unread,
        })
    }

    /// The gaps between the rows at which changes are read.
    fn unread(&self) -> Vec<Span> {
        let rows = self.times.len();
        let ends = self.seen.iter().copied().chain([rows]);
        let mut gaps = Vec::new();
        let mut next = 0;
        for row in ends {
            if row > next {
                let (start, end) = (self.times[next], self.times.get(row).or(self.times.last()));
                gaps.extend(end.map(|end| Span { start, end: *end }));
            }
            next = row + 1;
        }
        gaps
    }

    fn change(&self, course: Vec<f64>, control: &[f64], range: f64) -> Option<Change> {
        let larger = |best: (f64, f64), next: (f64, f64)| if next.0.abs() > best.0.abs() { next } else { best };
        let seen = || self.seen.iter().filter_map(|&row| Some((*course.get(row)?, *self.times.get(row)?)));
        let largest = Point::new(seen().reduce(larger)?);
        let size = largest.value.abs();
        if size <= NOTHING * range || !size.is_finite() {
            return None;
        }
        let row = self.times.iter().position(|time| *time == largest.time)?;
        let last = self.seen.iter().rposition(|row| course[*row].abs() >= OVER * size)?;
        let over = seen().nth(last + 1).map(Point::new);
        let in_part = |part: &Span| {
            let inside = |(_, time): &(f64, f64)| (part.start..part.end).contains(time);
            // A part that is recorded and in which nothing is read has its place, with nothing.
            let empty = self.points(&course).find(inside).map(|(_, time)| (0.0, time));
            seen().filter(inside).reduce(larger).or(empty).map(Point::new)
        };
        let parts = self.parts.iter().filter_map(in_part).collect();
        let morning = self.parts.get(1).and_then(|day| seen().find(|(_, time)| *time >= day.start)).map(Point::new);
        let end = Point::new(seen().next_back()?);
        Some(Change { largest, usual: control[row], over, parts, morning, end, course })
    }
}
