//! Arms of an evening: the same people, the same draws, another schedule.

use super::common::{clock, column, encounter, lived_all, men_and_women, stress_test};
use consoma_engine::noise::Source;
use consoma_lab::scenario::Scenario;
use consoma_lab::simulate::Course;
use consoma_lab::statistics::{mean, sd};
use consoma_model::declare::Reading;
use consoma_model::inputs::Inputs;
use consoma_model::person::{Person, Sex};
use consoma_model::schedule::{Encounter, Schedule, Span};
use consoma_model::tables::Parameters;
use consoma_wiring::Individual;

/// The talk begins at 19:00. Times in these tests are minutes from here.
pub fn start() -> f64 {
    clock(1, 19.0)
}

/// Nothing more.
pub fn plain(_: &mut Inputs<Option<f64>>) {}

/// A talk with a friend from `from` for `minutes`.
pub fn talk(
    from: f64,
    minutes: f64,
    disclosure: f64,
    responsiveness: f64,
    more: impl Fn(&mut Inputs<Option<f64>>),
) -> Encounter {
    encounter("talk", start() + from, minutes, |sets| {
        sets.friend = Some(1.0);
        sets.talk = Some(0.5);
        sets.disclosure = Some(disclosure);
        sets.responsiveness = Some(responsiveness);
        more(sets);
    })
}

/// Forty-five minutes of small talk.
pub fn small() -> Vec<Encounter> {
    vec![talk(0.0, 45.0, 0.1, 0.4, plain)]
}

/// Deep disclosure, five minutes unanswered, then answered so.
pub fn deep(answer: f64) -> Vec<Encounter> {
    vec![talk(0.0, 5.0, 0.8, 0.0, plain), talk(5.0, 40.0, 0.8, answer, plain)]
}

/// A stress test whose task begins at `from`.
pub fn test(from: f64) -> Encounter {
    stress_test(start() + from)
}

/// These encounters, and then a stress test whose task begins at `from`.
pub fn then_test(mut before: Vec<Encounter>, from: f64) -> Vec<Encounter> {
    before.push(test(from));
    before
}

/// What an arm is, besides its encounters.
#[derive(Clone)]
pub struct Arm<'a> {
    pub reading: Reading,
    pub person: Person,
    pub until: f64,
    pub quantities: &'a [&'a str],
    pub off: &'a [&'a str],
    pub each: u64,
}

impl<'a> Arm<'a> {
    pub fn new(reading: Reading, quantities: &'a [&'a str]) -> Self {
        Self {
            reading,
            person: Person { age: 30.0, ..Person::default() },
            until: 120.0,
            quantities,
            off: &[],
            each: 20,
        }
    }

    /// Lives it, recorded each minute from 30 min before the talk.
    pub fn live(&self, encounters: Vec<Encounter>) -> Lived {
        let [lived] = self.live_all([encounters]);
        lived
    }

    /// Lives several arms that differ in their encounters alone. What they have in common is lived once.
    pub fn live_all<const N: usize>(&self, arms: [Vec<Encounter>; N]) -> [Lived; N] {
        let scenarios = arms.map(|encounters| self.scenario(encounters));
        let mut courses = lived_all(&scenarios, self.reading).into_iter();
        scenarios.map(|scenario| Lived { scenario, courses: courses.next().expect("as many as scenarios") })
    }

    fn scenario(&self, encounters: Vec<Encounter>) -> Scenario {
        let span = Span { start: start() - 60.0, end: start() + self.until };
        let times = (-30..=self.until as i32).map(|minute| start() + f64::from(minute)).collect();
        let schedule = Schedule { encounters, ..Schedule::default() };
        let mut scenario = men_and_women(self.each, &schedule, span, times, self.quantities);
        for group in &mut scenario.groups {
            group.person = Person { sex: group.person.sex, ..self.person };
        }
        for arrow in self.off {
            assert!(scenario.population.set_arrow(arrow, 0.0), "{arrow}");
        }
        scenario
    }
}

/// Everybody's courses in one arm.
pub struct Lived {
    scenario: Scenario,
    courses: Vec<Course>,
}

impl Lived {
    /// For each person the mean of a quantity from minute `from` to minute `to`, both included.
    pub fn mean(&self, quantity: usize, from: i32, to: i32) -> Vec<f64> {
        self.of(quantity, |course| mean(&course[(from + 30) as usize..=(to + 30) as usize]))
    }

    /// For each person a number made of a quantity's whole course, minute by minute from -30.
    pub fn of(&self, quantity: usize, number: impl Fn(&[f64]) -> f64) -> Vec<f64> {
        self.courses.iter().map(|course| number(&column(&self.scenario, course, quantity))).collect()
    }

    /// A number made of each person's own parameters under a reading.
    pub fn parameters(&self, reading: Reading, number: impl Fn(&Parameters<f64>) -> f64) -> Vec<f64> {
        let source = Source::new(self.scenario.seed);
        let own = |individual: Individual| {
            number(&individual.constitution(&self.scenario.population, reading, source).parameters)
        };
        self.scenario.individuals().map(|(_, individual)| own(individual)).collect()
    }

    /// The numbers of one sex, of numbers of all.
    pub fn only(&self, sex: Sex, all: &[f64]) -> Vec<f64> {
        let groups = &self.scenario.groups;
        let of_sex = |course: &&Course| groups[course.group].person.sex == sex;
        self.courses.iter().zip(all).filter(|(course, _)| of_sex(course)).map(|(_, &number)| number).collect()
    }
}

/// A paired difference between two arms.
#[derive(Clone, Copy, Debug)]
pub struct Difference {
    pub mean: f64,
    /// Half of the 95 % interval.
    pub half: f64,
    /// Mean over the standard deviation between people in the second arm.
    pub d: f64,
    /// Share of people above zero.
    pub share: f64,
}

pub fn difference(first: &[f64], second: &[f64]) -> Difference {
    let differences: Vec<f64> = first.iter().zip(second).map(|(a, b)| a - b).collect();
    let middle = mean(&differences);
    let above = differences.iter().filter(|&&value| value > 0.0).count();
    Difference {
        mean: middle,
        half: 1.96 * sd(&differences) / (differences.len() as f64).sqrt(),
        d: middle / sd(second),
        share: above as f64 / differences.len() as f64,
    }
}

impl Difference {
    #[track_caller]
    pub fn above(self, what: &str) {
        println!("{what}: {self:.3?}");
        assert!(self.mean - self.half > 0.0, "{what} is not above: {self:?}");
    }

    /// Whether the whole interval lies above `size`: the smallest size of interest, in the quantity's own unit.
    #[track_caller]
    pub fn at_least(self, size: f64, what: &str) {
        println!("{what}: {self:.3?}, at least {size}");
        assert!(self.mean - self.half > size, "{what} is not above {size}: {self:?}");
    }

    #[track_caller]
    pub fn below(self, what: &str) {
        println!("{what}: {self:.3?}");
        assert!(self.mean + self.half < 0.0, "{what} is not below: {self:?}");
    }

    /// Whether the whole interval lies within `size` of zero, in the quantity's own unit: the smallest size of interest.
    #[track_caller]
    pub fn within(self, size: f64, what: &str) {
        println!("{what}: {self:.3?}, within {size}");
        assert!(self.mean.abs() + self.half < size, "{what} is not within {size}: {self:?}");
    }

    #[track_caller]
    pub fn about_zero(self, what: &str) {
        println!("{what}: {self:.3?}");
        assert!(self.d.abs() < 0.2, "{what} is not about zero: {self:?}");
    }
}
