//! Running a scenario's people, on all threads, in an order that no thread can change.

use crate::scenario::{Group, Scenario};
use consoma_engine::Error;
use consoma_engine::noise::Source;
use consoma_model::declare::Reading;
use consoma_wiring::{Individual, Life, Log, Recorder, Reference, Setting};
use rayon::prelude::*;

/// One person's course.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Number of the person in the scenario, from 0.
    pub person: u64,
    /// Place of their group.
    pub group: usize,
    /// Recorded values: a row for each time of the scenario, a column for each of its quantities.
    pub values: Vec<f64>,
    /// What happened.
    pub log: Vec<Log>,
}

/// A person whose run failed, and why.
#[derive(Clone, Debug)]
pub struct Failure {
    /// Number of the person in the scenario, from 0.
    pub person: u64,
    /// Name of their group.
    pub group: String,
    /// The reading.
    pub reading: Reading,
    /// What the engine said.
    pub error: Error,
}

/// Runs everybody under one reading. `done` is called once a person, from any thread, for a progress bar.
///
/// # Errors
///
/// The failure of the person with the lowest number.
pub fn simulate(scenario: &Scenario, reading: Reading, done: &(dyn Fn() + Sync)) -> Result<Vec<Course>, Failure> {
    let people: Vec<(u64, usize)> = scenario
        .groups
        .iter()
        .enumerate()
        .flat_map(|(place, group)| (0..group.count).map(move |_| place))
        .enumerate()
        .map(|(number, place)| (number as u64, place))
        .collect();
    let courses: Vec<_> = people
        .into_par_iter()
        .map(|(person, place)| {
            let group = &scenario.groups[place];
            let course = live(scenario, group, person, reading).map_err(|error| Failure {
                person,
                group: group.name.clone(),
                reading,
                error,
            });
            done();
            course.map(|(values, log)| Course { person, group: place, values, log })
        })
        .collect();
    courses.into_iter().collect()
}

fn live(scenario: &Scenario, group: &Group, person: u64, reading: Reading) -> Result<(Vec<f64>, Vec<Log>), Error> {
    let individual = Individual { person: group.person, number: person, drawn: group.drawn };
    let setting = Setting {
        population: &scenario.population,
        reading,
        schedule: &group.schedule,
        span: scenario.span,
        source: Source::new(scenario.seed),
        noise: Reference::Stochastic,
        stepping: scenario.stepping,
    };
    let life = Life::new(&individual, &setting)?;
    let mut recorder = Recorder::new(life.body, scenario.times.clone(), scenario.span.start);
    life.run(&mut recorder)?;
    let (all, log) = recorder.finish();
    let rows = all.chunks_exact(Recorder::width());
    let values = rows.flat_map(|row| scenario.quantities.iter().map(|&place| row[place])).collect();
    Ok((values, log))
}
