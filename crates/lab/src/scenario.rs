//! Scenarios: who lives through what, from when to when, under which readings.

use consoma_engine::Stepping;
use consoma_engine::noise::{Source, name_hash};
use consoma_model::declare::Reading;
use consoma_model::person::{Drawing, Person};
use consoma_model::schedule::{Schedule, Span};
use consoma_wiring::{Individual, Population};

/// People of one kind, who live through the same schedule.
#[derive(Clone, Debug)]
pub struct Group {
    /// Name in tables and files.
    pub name: String,
    /// Their traits; where they are drawn, those of a typical one of them.
    pub person: Person,
    /// How the traits that the scenario leaves open are drawn. `None`: everybody is `person`.
    pub drawing: Option<Drawing>,
    /// How many.
    pub count: u64,
    /// Whether their parameters are drawn from the declared spreads. Otherwise all are typical.
    pub drawn: bool,
    /// What happens to them.
    pub schedule: Schedule,
}

impl Group {
    /// Number in the draws of the person at `place` (from 0) in this group: the hash of the group's name above 32 bits of the
    /// place. So the order of groups in a file changes no draw, and neither does a group that comes or goes.
    ///
    /// Two names may share a hash, with odds of one in 2^32; then the people of both groups would share their draws.
    pub fn number(&self, place: u64) -> u64 {
        u64::from(name_hash(&self.name)) << 32 | place
    }

    /// The individual of this number.
    pub fn individual(&self, number: u64, seed: u64) -> Individual {
        let person = self.drawing.as_ref().map(|drawing| consoma_wiring::person(drawing, number, Source::new(seed)));
        Individual { person: person.unwrap_or(self.person), number, drawn: self.drawn }
    }
}

/// A scenario, ready to run. Times are minutes since midnight of day 1.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Name.
    pub name: String,
    /// A sentence or two on what it shows.
    pub about: String,
    /// Who. People are numbered through all groups, in order.
    pub groups: Vec<Group>,
    /// Places of groups that meet by name: the first person of one meets the first of the other, and so on, and both are
    /// simulated together. Both groups have the same number of people, and no group stands in two pairs.
    pub pairs: Vec<(usize, usize)>,
    /// From when to when.
    pub span: Span,
    /// Readings, in the order in which they are shown.
    pub readings: Vec<Reading>,
    /// Seed of all draws.
    pub seed: u64,
    /// Declarations with overrides.
    pub population: Population,
    /// How everybody is stepped.
    pub stepping: Stepping,
    /// Times at which quantities are recorded, ascending, inside the span.
    pub times: Vec<f64>,
    /// Places of the recorded quantities in [`consoma_wiring::columns`].
    pub quantities: Vec<usize>,
}

impl Scenario {
    /// The number of people.
    pub fn people(&self) -> u64 {
        self.groups.iter().map(|group| group.count).sum()
    }

    /// Everybody with their group, in order.
    pub fn individuals(&self) -> impl Iterator<Item = (&Group, Individual)> {
        let everybody = self.groups.iter().flat_map(|group| (0..group.count).map(move |place| (group, place)));
        everybody.map(|(group, place)| (group, group.individual(group.number(place), self.seed)))
    }
}
