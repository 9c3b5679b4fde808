//! What a command changes in a scenario for one run.

use super::LARGEST;
use crate::memory;
use consoma_lab::scenario::Scenario;
use consoma_model::declare::Reading;

/// A change of a scenario. What is absent stays as the file says.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// Seed of all draws.
    pub seed: Option<u64>,
    /// Readings; none: as the file says.
    pub readings: Vec<Reading>,
    /// People in each group. Where there are several, they are drawn from the declared spreads.
    pub people: Option<u64>,
}

/// A change that is not allowed, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(pub String);

impl Change {
    /// Changes `scenario`, and looks whether it still fits.
    ///
    /// # Errors
    ///
    /// What is not allowed, and what is.
    pub fn apply(&self, scenario: &mut Scenario) -> Result<(), Refused> {
        if let Some(seed) = self.seed {
            scenario.seed = seed;
        }
        for (place, reading) in self.readings.iter().enumerate() {
            if self.readings[..place].contains(reading) {
                return Err(Refused(format!("reading `{}` is named twice; name it once", reading.name())));
            }
        }
        if !self.readings.is_empty() {
            scenario.readings.clone_from(&self.readings);
        }
        if let Some(people) = self.people {
            if !(1..=LARGEST).contains(&people) {
                return Err(Refused(format!("{people} people in a group; allowed: 1 to {LARGEST}")));
            }
            for group in &mut scenario.groups {
                group.count = people;
                group.drawn = group.drawn || people > 1;
            }
        }
        memory::check(scenario).map_err(|it| Refused(format!("{}; {}", it.what, it.help)))
    }
}
