//! Individuals: a person's own parameters, drawn from the declared spreads or typical.

use consoma_engine::noise::{Process, Source};
use consoma_model::declare::{Parameter, Reading, Spread, Table};
use consoma_model::person::{Chance, Drawing, Person};
use consoma_model::tables::{Arrows, Parameters};
use consoma_model::whole::{self, Constitution};

/// Where parameters and strengths come from: the declarations, with what a scenario overrides.
#[derive(Clone, Debug)]
pub struct Population {
    parameters: Vec<Parameter>,
    arrows: Vec<Option<f64>>,
}

impl Default for Population {
    /// The declarations as they stand.
    fn default() -> Self {
        Self {
            parameters: Parameters::rows().map(|row| row.declared).collect(),
            arrows: vec![None; Arrows::<()>::COUNT],
        }
    }
}

impl Population {
    /// Replaces the typical value of the parameter of this id, and its spread where one is given. `false` where no
    /// parameter has this id. Bounds are the caller's to check; see [`Parameter`].
    pub fn set_parameter(&mut self, id: &str, typical: f64, spread: Option<Spread>) -> bool {
        let row = Parameters::place(id).and_then(|place| self.parameters.get_mut(place));
        row.map(|row| {
            row.typical = typical;
            row.spread = spread.unwrap_or(row.spread);
        })
        .is_some()
    }

    /// Replaces the strength of the arrow of this id under every reading. `false` where no arrow has this id.
    pub fn set_arrow(&mut self, id: &str, strength: f64) -> bool {
        let row = Arrows::place(id).and_then(|place| self.arrows.get_mut(place));
        row.map(|row| *row = Some(strength)).is_some()
    }

    /// The declared row of the parameter of this id, with what was replaced.
    pub fn parameter(&self, id: &str) -> Option<&Parameter> {
        Parameters::place(id).and_then(|place| self.parameters.get(place))
    }

    /// The strengths of the arrows under a reading, with what was replaced.
    pub fn arrows(&self, reading: Reading) -> Arrows<f64> {
        let mut strengths = Vec::with_capacity(self.arrows.len());
        whole::arrows(reading).write(&mut |value| strengths.push(value));
        let mut values = strengths.into_iter().zip(&self.arrows).map(|(declared, set)| set.unwrap_or(declared));
        Table::read(&mut values).expect("as many strengths as arrows")
    }
}

/// Who, and which number they have in the draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Individual {
    /// Traits.
    pub person: Person,
    /// Number of the person in the draws: the same seed and number is the same individual, whatever else runs.
    pub number: u64,
    /// Whether their parameters are drawn from the spreads. Otherwise they are typical of their traits.
    pub drawn: bool,
}

/// The standard scores of a person's traits: the draws of (seed, person, the trait's id, index).
struct Scores {
    source: Source,
    number: u64,
}

impl Chance for Scores {
    fn normal(&self, id: &'static str, index: u64) -> f64 {
        self.source.stream(self.number, Process::new(id)).normal(index)
    }
}

/// The person of this number in the draws: the same seed and number is the same person, whatever else runs.
pub fn person(drawing: &Drawing, number: u64, source: Source) -> Person {
    drawing.person(&Scores { source, number })
}

impl Individual {
    /// The individual's parameters and strengths.
    ///
    /// Each parameter's standard score is the draw of (seed, person, the parameter's id, 0), so a new parameter changes
    /// nobody's others.
    pub fn constitution(&self, population: &Population, reading: Reading, source: Source) -> Constitution<f64> {
        let mut values = Parameters::rows().zip(&population.parameters).map(|(row, parameter)| {
            let stream = source.stream(self.number, Process::new(row.id));
            parameter.draw(if self.drawn { stream.normal(0) } else { 0.0 })
        });
        let common = Table::read(&mut values).expect("as many values as parameters");
        let own = whole::individual(common, &self.person.traits());
        Constitution::unsettled(bounded(&own, population), population.arrows(reading))
    }
}

/// Holds what traits have made of the parameters to the declared bounds.
fn bounded(own: &Parameters<f64>, population: &Population) -> Parameters<f64> {
    let mut values = Vec::with_capacity(population.parameters.len());
    own.write(&mut |value| values.push(value));
    let mut held = values.into_iter().zip(&population.parameters).map(|(value, row)| value.clamp(row.min, row.max));
    Table::read(&mut held).expect("as many values as parameters")
}
