//! Scenarios: who lives through what, from when to when, under which readings.

use crate::control::Control;
use consoma_engine::Stepping;
use consoma_engine::noise::{Process, Source, name_hash};
use consoma_model::declare::{Quantity, Reading, Row};
use consoma_model::person::{Drawing, Person};
use consoma_model::schedule::{Schedule, Span};
use consoma_wiring::{Individual, Population, Reference};

/// The name under which a unit draws what its schedule leaves to chance.
pub const UNIT: Process = Process::new("schedule.unit");

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
    /// What it is compared with.
    pub control: Control,
    /// Seed of all draws.
    pub seed: u64,
    /// Declarations with overrides.
    pub population: Population,
    /// Whether pulses, nights and days are drawn.
    pub noise: Reference,
    /// How everybody is stepped.
    pub stepping: Stepping,
    /// Times at which quantities are recorded, ascending, inside the span.
    pub times: Vec<f64>,
    /// Places of the recorded quantities in [`consoma_wiring::columns`].
    pub quantities: Vec<usize>,
}

impl Group {
    /// When something happens to them: encounters and naps.
    pub fn events(&self) -> impl Iterator<Item = Span> + '_ {
        let Schedule { encounters, naps, .. } = &self.schedule;
        encounters.iter().map(|encounter| encounter.span).chain(naps.iter().copied())
    }
}

impl Scenario {
    /// The number of people.
    pub fn people(&self) -> u64 {
        self.groups.iter().map(|group| group.count).sum()
    }

    /// The group with which a group is simulated together.
    pub fn partner(&self, group: usize) -> Option<usize> {
        let mut pairs = self.pairs.iter().flat_map(|&(a, b)| [(a, b), (b, a)]);
        pairs.find(|&(own, other)| own == group && other != own && other < self.groups.len()).map(|(_, other)| other)
    }

    /// The schedule of the person at `place` of a group, with its draws taken. Two who are simulated together have the same draws:
    /// those of the smaller number, so that it does not matter who stands first.
    pub fn schedule(&self, group: usize, place: u64) -> Schedule {
        let own = self.groups[group].number(place);
        let other = self.partner(group).map(|other| &self.groups[other]).filter(|other| place < other.count);
        let unit = other.map_or(own, |other| own.min(other.number(place)));
        let stream = Source::new(self.seed).stream(unit, UNIT);
        self.groups[group].schedule.settled(|key| stream.normal(key))
    }

    /// Everybody with their group, in order.
    pub fn individuals(&self) -> impl Iterator<Item = (&Group, Individual)> {
        let everybody = self.groups.iter().flat_map(|group| (0..group.count).map(move |place| (group, place)));
        everybody.map(|(group, place)| (group, group.individual(group.number(place), self.seed)))
    }

    /// The recorded quantities, in the order of the columns.
    pub fn quantities(&self) -> Vec<&'static Row<Quantity>> {
        let all: Vec<_> = consoma_wiring::columns().collect();
        self.quantities.iter().filter_map(|&place| all.get(place).copied()).collect()
    }
}
