//! What a run leaves: the scenario and everybody's courses under each reading.

use crate::scenario::Scenario;
use crate::simulate::Course;
use consoma_model::declare::{Quantity, Reading, Row};

/// A finished run.
#[derive(Clone, Debug)]
pub struct Record {
    /// What was run.
    pub scenario: Scenario,
    /// The courses of all people in order, under each reading.
    pub courses: Vec<(Reading, Vec<Course>)>,
    /// The same people on the same days with nothing but their routine, in the same order; empty where they have no more.
    pub without: Vec<Vec<Course>>,
}

impl Record {
    /// The recorded quantities, in the order of the columns.
    pub fn quantities(&self) -> Vec<&'static Row<Quantity>> {
        let all: Vec<_> = consoma_wiring::columns().collect();
        self.scenario.quantities.iter().filter_map(|&place| all.get(place).copied()).collect()
    }

    /// The names of the readings.
    pub fn readings(&self) -> Vec<&'static str> {
        self.courses.iter().map(|(reading, _)| reading.name()).collect()
    }
}

/// The same people on the same days, with nothing but their routine. `None` where the scenario has no more than that.
pub fn without_events(scenario: &Scenario) -> Option<Scenario> {
    let mut plain = scenario.clone();
    for group in &mut plain.groups {
        group.schedule.encounters.clear();
        group.schedule.naps.clear();
        group.schedule.nights.clear();
        group.schedule.jitters.clear();
    }
    let lives = |scenario: &Scenario| scenario.groups.iter().map(|group| group.schedule.clone()).collect::<Vec<_>>();
    (lives(&plain) != lives(scenario)).then_some(plain)
}
