//! What a run leaves: the scenario and everybody's courses under each reading.

use crate::digest::{Digest, digests_of};
use crate::nights;
use crate::scenario::Scenario;
use crate::simulate::{Course, Failure, Job, simulate_all};
use crate::variant::{Variant, variants};
use consoma_model::declare::{Quantity, Reading, Row};
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
    Ok(lived(scenario, &[], done)?.0)
}

/// A variant, and the digests of what was lived in it against the control.
pub type Varied = (Variant, Vec<Digest>);

/// Runs a scenario, its control and its variants, and digests the quantities of the variants that `wanted` names. All are run together,
/// which takes less time than one after the other.
///
/// # Errors
///
/// Those of [`simulate`](crate::simulate::simulate).
pub fn record_with_variants(
    scenario: Scenario,
    wanted: impl Fn(&str) -> bool + Sync,
    done: &(dyn Fn() + Sync),
) -> Result<(Record, Vec<Varied>), Failure> {
    let variants = run_beside(&scenario);
    let (record, lived) = lived(scenario, &variants, done)?;
    let digest = |(variant, courses): (Variant, Lived)| {
        let scenario = variant.scenario.clone();
        let digests = digests_of(&Record { scenario, courses, control: record.control.clone() }, &wanted);
        (variant, digests)
    };
    let varied = variants.into_par_iter().zip(lived).map(digest).collect();
    Ok((record, varied))
}

/// Everybody's courses under each reading.
type Lived = Vec<(Reading, Vec<Course>)>;

/// Runs a scenario, its control and these variants.
fn lived(scenario: Scenario, variants: &[Variant], done: &(dyn Fn() + Sync)) -> Result<(Record, Vec<Lived>), Failure> {
    let plain = scenario.control.of(&scenario);
    let beds = plain.as_ref().map_or(Vec::new(), |plain| nights::beds(&scenario, plain));
    // The nights of a variant are not drawn again: nobody is told of them.
    let arms = core::iter::once(&scenario).chain(&plain).map(|it| (it, &beds[..]));
    let arms: Vec<_> = arms.chain(variants.iter().map(|it| (&it.scenario, &[][..]))).collect();
    let readings = arms.iter().flat_map(|&(it, beds)| it.readings.iter().map(move |&reading| (it, reading, beds)));
    let jobs: Vec<_> = readings.map(|(scenario, reading, beds)| Job { scenario, reading, beds }).collect();
    let mut ended = simulate_all(&jobs, done).into_iter();
    let of = |(scenario, _): &(&Scenario, _)| -> Result<Lived, Failure> {
        let own: Vec<_> = ended.by_ref().take(scenario.readings.len()).collect();
        scenario.readings.iter().zip(own).map(|(&reading, courses)| Ok((reading, courses?))).collect()
    };
    let mut lived = arms.iter().map(of).collect::<Result<Vec<_>, _>>()?.into_iter();
    let courses = lived.next().unwrap_or_default();
    let control = plain.as_ref().and_then(|_| lived.next()).unwrap_or_default();
    let control = control.into_iter().map(|(_, courses)| courses).collect();
    let varied = lived.collect();
    Ok((Record { scenario, courses, control }, varied))
}
