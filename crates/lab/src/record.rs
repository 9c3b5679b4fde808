//! What a run leaves: the scenario and everybody's courses under each reading.

use crate::digest::{Digest, digests_of};
use crate::nights;
use crate::scenario::Scenario;
use crate::simulate::{Course, Failure, simulate_with};
use crate::variant::{Variant, variants};
use consoma_model::declare::{Quantity, Reading, Row};
use consoma_model::schedule::Span;
use rayon::prelude::*;

/// A finished run.
#[derive(Clone, Debug)]
pub struct Record {
    /// What was run.
    pub scenario: Scenario,
    /// The courses of all people in order, under each reading.
    pub courses: Vec<(Reading, Vec<Course>)>,
    /// The same people in the scenario's control, in the same order; empty where that is the same.
    pub control: Vec<Vec<Course>>,
}

impl Record {
    /// The recorded quantities, in the order of the columns.
    pub fn quantities(&self) -> Vec<&'static Row<Quantity>> {
        self.scenario.quantities()
    }

    /// The names of the readings.
    pub fn readings(&self) -> Vec<&'static str> {
        self.courses.iter().map(|(reading, _)| reading.name()).collect()
    }
}

/// Most people whose variants are run: they double the time, and of many people nobody waits for them.
const FEW: u64 = 200;

/// The variants that are run beside a scenario.
fn run_beside(scenario: &Scenario) -> Vec<Variant> {
    let few = scenario.people() <= FEW && scenario.control.of(scenario).is_some();
    if few { variants(scenario) } else { Vec::new() }
}

/// How many lives a run of `scenario` is: with its control, and with its variants where these are asked for.
pub fn lives(scenario: &Scenario, with_variants: bool) -> u64 {
    let control = u64::from(scenario.control.of(scenario).is_some());
    let more = if with_variants { run_beside(scenario).len() as u64 } else { 0 };
    scenario.people() * scenario.readings.len() as u64 * (1 + control + more)
}

/// Runs a scenario and its control. `done` is called once a life.
///
/// # Errors
///
/// Those of [`simulate`](crate::simulate::simulate).
pub fn record(scenario: Scenario, done: &(dyn Fn() + Sync)) -> Result<Record, Failure> {
    let plain = scenario.control.of(&scenario);
    let beds = plain.as_ref().map_or(Vec::new(), |plain| nights::beds(&scenario, plain));
    let control = || plain.map_or(Ok(Vec::new()), |plain| under_each(&plain, &beds, done));
    let (courses, control) = rayon::join(|| under_each(&scenario, &beds, done), control);
    let (courses, control) = (courses?, control?);
    Ok(Record { scenario, courses, control: control.into_iter().map(|(_, courses)| courses).collect() })
}

/// Runs each variant of what was recorded against the same control, and digests the quantities that `wanted` names.
///
/// # Errors
///
/// Those of [`simulate`](crate::simulate::simulate).
pub fn varied(
    record: &Record,
    wanted: impl Fn(&str) -> bool + Sync,
    done: &(dyn Fn() + Sync),
) -> Result<Vec<(Variant, Vec<Digest>)>, Failure> {
    let run = |variant: Variant| {
        let scenario = variant.scenario.clone();
        let courses = under_each(&scenario, &[], done)?;
        let digests = digests_of(&Record { scenario, courses, control: record.control.clone() }, &wanted);
        Ok((variant, digests))
    };
    run_beside(&record.scenario).into_par_iter().map(run).collect()
}

fn under_each(
    scenario: &Scenario,
    beds: &[Option<Span>],
    done: &(dyn Fn() + Sync),
) -> Result<Vec<(Reading, Vec<Course>)>, Failure> {
    let under = |&reading: &Reading| Ok((reading, simulate_with(scenario, reading, beds, done)?));
    scenario.readings.par_iter().map(under).collect()
}
