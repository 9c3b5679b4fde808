//! The night after what happens, drawn many times.
//!
//! One drawn night against one drawn night of the control tells chance as an effect: bouts of sleep fall otherwise as soon as anything
//! differs. So where few people live through a scenario, their night is drawn many times from the same evening, in both arms with the
//! same draws, and what is told is the mean difference, how sure it is, and how far one night lies from another.
//!
//! Left out: other draws of the evening and of what chance does to arousal and mood in the night. People who sleep by pressure have no bedtime to
//! branch at, and have no drawn nights.

use crate::digest::NOTABLE;
use crate::record::Record;
use crate::scenario::Scenario;
use crate::simulate::Course;
use crate::statistics::{mean, sd};
use consoma_engine::Stepping;
use consoma_model::declare::{Quantity, Reading, Row};
use consoma_model::schedule::Span;
use consoma_wiring::{Branch, Evening, Fault, Life, Recorder, Recording, Reference};
use rayon::prelude::*;

/// Most people whose nights are drawn many times.
pub const FEW: u64 = 4;
/// How many times.
pub const COUNT: u32 = 20;
/// How many of them are run together.
const TOGETHER: usize = 8;
/// Minutes before going to bed at which the draws part, and after getting up at which the night is read.
const AROUND: f64 = 1.0;
/// Steps of the drawn nights, min: nothing happens at night that needs shorter ones. `crates/wiring/tests/nights.rs` compares them.
const STEP: f64 = 2.0;
/// Largest size that ranks a quantity before others.
const LARGEST: f64 = 100.0;
/// A mean difference of fewer standard errors is chance.
const ERRORS: f64 = 2.0;

/// What a night is told by, in this order.
pub const TOLD_BY: [&str; 10] = [
    "night.slept",
    "night.latency",
    "night.awake",
    "night.efficiency",
    "night.deep",
    "night.rem",
    "night.movements",
    "restedness.refreshment",
    "memory.retention",
    "vigilance.performance",
];

/// The processes whose quantities are sums or results of a night.
const RESULTS: [&str; 3] = ["night", "restedness", "memory"];
/// The processes that run through a night and are told by its results.
const COURSES: [&str; 3] = ["stages", "slow_waves", "homeostat"];

/// The process that declares an id.
fn process(id: &str) -> &str {
    id.split('.').next().unwrap_or(id)
}

/// Whether a quantity is a sum or a result of a night, which holds from getting up on.
pub fn is_result(id: &str) -> bool {
    RESULTS.contains(&process(id))
}

/// Whether a quantity belongs to a night, so that drawn nights tell it.
pub fn is_of_night(id: &str) -> bool {
    is_result(id) || COURSES.contains(&process(id))
}

/// A quantity of the drawn nights of one group under one reading. Of several people each night counts as their mean.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    /// The reading.
    pub reading: Reading,
    /// Place of the group.
    pub group: usize,
    /// The quantity.
    pub quantity: &'static Row<Quantity>,
    /// How many nights were drawn.
    pub nights: usize,
    /// Mean in the control.
    pub usual: f64,
    /// Mean in the scenario.
    pub mean: f64,
    /// Standard deviation of one night, in the control.
    pub spread: f64,
    /// Mean difference between scenario and control in the same draw.
    pub change: f64,
    /// Its standard error.
    pub error: f64,
    /// Standard deviation of one night's difference.
    pub apart: f64,
}

impl Drawn {
    /// What changes are measured by: the width of the normal range, or the usual mean where none is known.
    fn scale(&self) -> f64 {
        self.quantity.declared.normal.map_or(self.usual.abs(), |(low, high)| high - low)
    }

    /// The mean difference in units of the scale; 0 where it is chance.
    pub fn size(&self) -> f64 {
        // What the control has none of is noted when it is there at all.
        let size = (self.change.abs() / self.scale()).min(LARGEST);
        if self.change.abs() > ERRORS * self.error { size } else { 0.0 }
    }

    /// Whether the mean difference is beyond chance, and worth a line.
    pub fn notable(&self) -> bool {
        self.size() >= NOTABLE
    }
}

/// Whether the record holds drawn nights.
pub fn any(record: &Record) -> bool {
    record.courses.iter().flat_map(|(_, courses)| courses).any(|course| !course.nights.is_empty())
}

/// The drawn nights in the order of readings, groups and [`TOLD_BY`].
pub fn drawn(record: &Record) -> Vec<Drawn> {
    let mut all = Vec::new();
    for ((reading, courses), control) in record.courses.iter().zip(&record.control) {
        for group in 0..record.scenario.groups.len() {
            let of = |courses: &[Course]| -> Vec<Vec<Vec<f64>>> {
                let own = courses.iter().filter(|course| course.group == group);
                own.map(|course| course.nights.clone()).collect()
            };
            let (own, plain) = (of(courses), of(control));
            let nights = own.iter().chain(&plain).map(Vec::len).min().unwrap_or(0);
            if nights < 2 || own.len() != plain.len() {
                continue;
            }
            for (column, id) in TOLD_BY.into_iter().enumerate() {
                let night = |people: &[Vec<Vec<f64>>], draw: usize| {
                    mean(&people.iter().map(|nights| nights[draw][column]).collect::<Vec<_>>())
                };
                let each = |people: &[Vec<Vec<f64>>]| (0..nights).map(|draw| night(people, draw)).collect::<Vec<_>>();
                let (own, plain) = (each(&own), each(&plain));
                let differences: Vec<_> = own.iter().zip(&plain).map(|(own, plain)| own - plain).collect();
                let apart = sd(&differences);
                all.extend(consoma_wiring::columns().find(|row| row.id == id).map(|quantity| Drawn {
                    reading: *reading,
                    group,
                    quantity,
                    nights,
                    usual: mean(&plain),
                    mean: mean(&own),
                    spread: sd(&plain),
                    change: mean(&differences),
                    error: apart / (nights as f64).sqrt(),
                    apart,
                }));
            }
        }
    }
    all
}

/// From when to when each person lies in bed, in either arm, in the first night that ends after the arms part. Empty where no nights
/// are drawn.
pub(crate) fn beds(scenario: &Scenario, plain: &Scenario) -> Vec<Option<Span>> {
    let wanted = scenario.quantities().iter().any(|row| is_result(row.id));
    let Some(departs) = scenario.control.departs(scenario) else { return Vec::new() };
    if scenario.people() > FEW || !wanted || scenario.noise == Reference::Skeleton {
        return Vec::new();
    }
    let mut beds = Vec::new();
    for (group, it) in scenario.groups.iter().enumerate() {
        for place in 0..it.count {
            let night = |of: &Scenario| of.schedule(group, place).night_after(departs);
            let both = night(scenario).zip(night(plain));
            let bed = both.map(|(a, b)| Span { start: a.start.min(b.start), end: a.end.max(b.end) });
            beds.push(bed.filter(|bed| read_at(bed) <= scenario.span.end));
        }
    }
    beds
}

/// When a night is read: at the first whole minute at which somebody is up for a minute.
fn read_at(bed: &Span) -> f64 {
    (bed.end + AROUND).ceil()
}

/// Of each person, for each draw, the values of [`TOLD_BY`].
pub(crate) type Told = Vec<Vec<Vec<f64>>>;

/// Runs lives to their ends, and where `beds` says when their people lie in bed, that night many times. Where it does not, nobody's
/// night is told.
pub(crate) fn draw(lives: &[Life], beds: &[Option<Vec<Span>>], recorders: &mut [Recorder]) -> Vec<Result<Told, Fault>> {
    if beds.iter().all(Option::is_none) {
        let untold = |life: &Life| vec![Vec::new(); life.company.people().len()];
        return lives
            .iter()
            .zip(Life::run_all(lives, recorders))
            .map(|(life, end)| end.map(|_| untold(life)))
            .collect();
    }
    // Where every run ends a step, the stop by the way changes no bit.
    let first = |beds: &Vec<Span>| beds.iter().map(|bed| bed.start).fold(f64::INFINITY, f64::min);
    let at = |(life, beds): (&Life, &Option<Vec<Span>>)| {
        beds.as_ref().map_or(life.span.end, |it| life.stepping().point(first(it) - AROUND))
    };
    let at: Vec<f64> = lives.iter().zip(beds).map(at).collect();
    let branches = Life::run_all_by_way(lives, &at, recorders);
    let evenings: Vec<_> = lives.iter().zip(beds).zip(branches).collect();
    evenings.into_par_iter().map(|((life, beds), branch)| again(life, beds.as_deref(), &branch?)).collect()
}

/// The night of these people many times.
fn again(life: &Life, beds: Option<&[Span]>, branch: &Branch) -> Result<Told, Fault> {
    let Some(beds) = beds else { return Ok(vec![Vec::new(); life.company.people().len()]) };
    let mut times: Vec<f64> = beds.iter().map(read_at).collect();
    times.sort_by(f64::total_cmp);
    times.dedup();
    let stepping = life.stepping();
    let stepping = Stepping { step: stepping.step.max(STEP), calm: None, ..stepping };
    let repeats: Vec<u32> = (0..COUNT).collect();
    let evening = [Evening { life, branch, times: &times }];
    let nights: Vec<_> = (repeats.par_chunks(TOGETHER))
        .flat_map_iter(|repeats| Life::nights(&evening, repeats, &stepping))
        .collect::<Result<Vec<_>, _>>()?
        .concat();
    let columns: Vec<_> =
        TOLD_BY.into_iter().filter_map(|id| consoma_wiring::columns().position(|row| row.id == id)).collect();
    let of = |(whose, bed): (usize, &Span)| {
        let row = times.iter().position(|time| *time == read_at(bed)).unwrap_or(0) * Recorder::width();
        let read = |night: &Vec<Recording>| columns.iter().map(|column| night[whose].values[row + column]).collect();
        nights.iter().map(read).collect()
    };
    Ok(beds.iter().enumerate().map(of).collect())
}
