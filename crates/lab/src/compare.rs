//! Measured against predicted: means, spreads and correlations of one quantity at given times.

use crate::instrument::Instrument;
use crate::scenario::Scenario;
use crate::simulate::{Course, Failure, simulate};
use crate::statistics::{correlation, logs, mean, sd};
use consoma_engine::noise::{Process, Source};
use consoma_model::declare::Reading;

/// What was measured at one time. Statistics that the source does not give are `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Time in minutes since midnight of day 1 of the scenario.
    pub time: f64,
    /// Mean, in the instrument's unit.
    pub mean: f64,
    /// Number of people.
    pub n: Option<f64>,
    /// Standard deviation between people.
    pub sd: Option<f64>,
    /// Standard deviation of the natural logarithm between people.
    pub log_sd: Option<f64>,
}

/// A course that was measured in one kind of people.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Label in tables and pictures.
    pub label: String,
    /// Place of the group in the scenario that stands for these people.
    pub group: usize,
    /// The zero of the data's own clock, in minutes since midnight of day 1.
    pub zero: f64,
    /// Points, ascending in time.
    pub points: Vec<Point>,
}

/// Correlations of the logarithm between times, over the people of several groups together.
#[derive(Clone, Debug, PartialEq)]
pub struct Correlations {
    /// Places of the groups.
    pub groups: Vec<usize>,
    /// Times in minutes since midnight of day 1.
    pub times: Vec<f64>,
    /// Row by row, as many rows and columns as times.
    pub values: Vec<f64>,
}

/// A data set.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// Name.
    pub name: String,
    /// Source.
    pub source: String,
    /// What is uncertain about it (clock, unit, who).
    pub caution: String,
    /// Place of the quantity in [`consoma_wiring::columns`].
    pub quantity: usize,
    /// What reads the quantity.
    pub instrument: Instrument,
    /// Courses.
    pub series: Vec<Series>,
    /// Correlations, where the source gives them.
    pub correlations: Option<Correlations>,
}

impl Measured {
    /// All times at which something was measured.
    fn times(&self) -> impl Iterator<Item = f64> + '_ {
        let points = self.series.iter().flat_map(|series| series.points.iter().map(|point| point.time));
        points.chain(self.correlations.iter().flat_map(|matrix| matrix.times.iter().copied()))
    }

    /// The scenario with the records that a comparison needs: the quantity alone, at the times of the data and on a grid
    /// between the first and the last of them, for the picture.
    pub fn record(&self, scenario: &Scenario) -> Scenario {
        let (first, last) = (self.times().fold(f64::MAX, f64::min), self.times().fold(f64::MIN, f64::max));
        let step = ((last - first) / GRID).ceil().max(1.0);
        let grid = (0..).map(|k| first + f64::from(k) * step).take_while(|&time| time <= last);
        let mut times: Vec<f64> = self.times().chain(grid).collect();
        times.sort_by(f64::total_cmp);
        times.dedup();
        Scenario { times, quantities: vec![self.quantity], ..scenario.clone() }
    }
}

/// Points of a predicted curve, about.
const GRID: f64 = 120.0;

/// One point beside its prediction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// What was measured.
    pub measured: Point,
    /// What the model predicts; `n` is the number of simulated people.
    pub predicted: Point,
    /// The margin for the mean: 10 % of the range of the measured means, or their standard error, whichever is larger.
    pub margin: f64,
}

impl Pair {
    /// Whether the predicted mean lies within the margin.
    pub fn mean_holds(&self) -> bool {
        (self.predicted.mean - self.measured.mean).abs() <= self.margin
    }

    /// Predicted minus measured log SD, where the source gives one.
    pub fn log_sd_error(&self) -> Option<f64> {
        Some(self.predicted.log_sd? - self.measured.log_sd?)
    }
}

/// A course beside its prediction.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Label.
    pub label: String,
    /// The zero of the data's own clock, in minutes since midnight of day 1.
    pub zero: f64,
    /// Points in order of time.
    pub pairs: Vec<Pair>,
    /// The predicted course between the first and the last of them, for the picture.
    pub curve: Vec<Point>,
}

impl Compared {
    /// Root mean square of predicted minus measured means, in the unit of the data.
    pub fn rms(&self) -> f64 {
        let squares: Vec<f64> =
            self.pairs.iter().map(|pair| (pair.predicted.mean - pair.measured.mean).powi(2)).collect();
        mean(&squares).sqrt()
    }

    /// The same after the predicted course was scaled and shifted to fit best: the error of shape alone.
    pub fn shape_rms(&self) -> f64 {
        let x: Vec<f64> = self.pairs.iter().map(|pair| pair.predicted.mean).collect();
        let y: Vec<f64> = self.pairs.iter().map(|pair| pair.measured.mean).collect();
        // A mirrored course has no error of scale that a positive factor could mend.
        let r = correlation(&x, &y).max(0.0);
        let n = y.len() as f64;
        sd(&y) * ((1.0 - r * r) * (n - 1.0) / n).sqrt()
    }

    /// Highest minus lowest measured mean.
    pub fn range(&self) -> f64 {
        range(self.pairs.iter().map(|pair| pair.measured.mean))
    }
}

/// A data set beside its prediction under one reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The reading.
    pub reading: Reading,
    /// Courses, in the order of the data set.
    pub series: Vec<Compared>,
    /// Predicted correlations, in the layout of the data set's.
    pub correlations: Option<Vec<f64>>,
}

impl Comparison {
    /// The largest absolute error of a correlation against `measured`.
    pub fn worst_correlation(&self, measured: &Measured) -> Option<f64> {
        let pairs = self.correlations.as_ref()?.iter().zip(&measured.correlations.as_ref()?.values);
        Some(pairs.map(|(p, m)| (p - m).abs()).fold(0.0, f64::max))
    }
}

fn range(values: impl Iterator<Item = f64> + Clone) -> f64 {
    values.clone().fold(f64::MIN, f64::max) - values.fold(f64::MAX, f64::min)
}

/// Runs the scenario and sets it beside the data.
///
/// # Errors
///
/// The failure of the first person whose run fails.
pub fn compare(
    scenario: &Scenario,
    measured: &Measured,
    reading: Reading,
    done: &(dyn Fn() + Sync),
) -> Result<Comparison, Failure> {
    let recorded = measured.record(scenario);
    let courses = simulate(&recorded, reading, done)?;
    Ok(judge(&recorded, measured, reading, &courses))
}

/// Sets courses that were run beside the data. `scenario` is what [`Measured::record`] gave.
pub fn judge(scenario: &Scenario, measured: &Measured, reading: Reading, courses: &[Course]) -> Comparison {
    let samples = Samples { scenario, measured, courses };
    let series = measured.series.iter().map(|series| samples.compared(series)).collect();
    let correlations = measured.correlations.as_ref().map(|matrix| {
        let columns: Vec<_> = matrix.times.iter().map(|&time| logs(&samples.at(time, &matrix.groups))).collect();
        columns.iter().flat_map(|a| columns.iter().map(|b| correlation(a, b))).collect()
    });
    Comparison { reading, series, correlations }
}

/// The draws of the instrument's noise.
pub const READING: Process = Process::new("instrument.reading");

struct Samples<'a> {
    scenario: &'a Scenario,
    measured: &'a Measured,
    courses: &'a [Course],
}

impl Samples<'_> {
    /// What the instrument reads at a time in everybody of these groups. Empty where nothing was recorded then.
    fn at(&self, time: f64, groups: &[usize]) -> Vec<f64> {
        let source = Source::new(self.scenario.seed);
        let Some(row) = self.scenario.times.iter().position(|&recorded| recorded == time) else { return Vec::new() };
        // A sample is named by its second, so that other samples do not change its noise.
        let sample = (time * 60.0).round() as u64;
        let people = self.courses.iter().filter(|course| groups.contains(&course.group));
        let read = |course: &Course| {
            self.measured.instrument.read(course.values[row], &source.stream(course.number, READING), sample)
        };
        people.map(read).collect()
    }

    /// The prediction at a time.
    fn point(&self, time: f64, group: usize) -> Point {
        let values = self.at(time, &[group]);
        Point {
            time,
            mean: mean(&values),
            n: Some(values.len() as f64),
            sd: Some(sd(&values)),
            log_sd: Some(sd(&logs(&values))),
        }
    }

    fn compared(&self, series: &Series) -> Compared {
        let spread = range(series.points.iter().map(|point| point.mean));
        let pair = |measured: &Point| {
            let error = measured.sd.zip(measured.n).map_or(0.0, |(sd, n)| sd / n.sqrt());
            Pair {
                measured: *measured,
                predicted: self.point(measured.time, series.group),
                margin: f64::max(0.1 * spread, error),
            }
        };
        let pairs: Vec<_> = series.points.iter().map(pair).collect();
        let ends = series.points.first().zip(series.points.last());
        let inside = |time: &f64| ends.is_some_and(|(first, last)| (first.time..=last.time).contains(time));
        let times = self.scenario.times.iter().copied().filter(inside);
        let curve = times.map(|time| self.point(time, series.group)).collect();
        Compared { label: series.label.clone(), zero: series.zero, pairs, curve }
    }
}
