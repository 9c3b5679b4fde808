//! Arms of weeks: the same people, the same draws, other evenings.

use super::common::{clock, column, encounter, lived_all, men_and_women};
use consoma_lab::scenario::Scenario;
use consoma_lab::statistics::mean;
use consoma_model::declare::Reading;
use consoma_model::person::Person;
use consoma_model::schedule::{Encounter, Schedule, Span};

/// Of each quantity, of each person, the values at the times that are asked for.
pub type Courses = Vec<Vec<Vec<f64>>>;

/// What an arm is, besides its encounters.
pub struct Weeks {
    pub reading: Reading,
    pub each: u64,
    pub person: Person,
    pub days: u32,
    pub times: Vec<f64>,
    pub off: &'static [&'static str],
}

impl Weeks {
    /// Eight people of each sex.
    pub fn new(reading: Reading, days: u32, times: Vec<f64>) -> Self {
        Self { reading, each: 8, person: Person::default(), days, times, off: &[] }
    }

    /// Lives it.
    pub fn live(&self, encounters: Vec<Encounter>, quantities: &[&str]) -> Courses {
        let [lived] = self.live_all([encounters], quantities);
        lived
    }

    /// Several arms that differ in their encounters alone.
    pub fn live_all<const N: usize>(&self, arms: [Vec<Encounter>; N], quantities: &[&str]) -> [Courses; N] {
        self.live_schedules(arms.map(|encounters| Schedule { encounters, ..Schedule::default() }), quantities)
    }

    /// Several arms that differ in what happens, nights among it.
    pub fn live_schedules<const N: usize>(&self, arms: [Schedule; N], quantities: &[&str]) -> [Courses; N] {
        let scenarios = arms.map(|schedule| self.scenario(&schedule, quantities));
        let mut lived = lived_all(&scenarios, self.reading).into_iter();
        scenarios.map(|scenario| {
            let courses = lived.next().expect("as many as scenarios");
            let of = |quantity| courses.iter().map(|course| column(&scenario, course, quantity)).collect();
            (0..quantities.len()).map(of).collect()
        })
    }

    fn scenario(&self, schedule: &Schedule, quantities: &[&str]) -> Scenario {
        let span = Span { start: clock(1, 0.0), end: clock(self.days + 1, 0.0) };
        let mut scenario = men_and_women(self.each, schedule, span, self.times.clone(), quantities);
        for group in &mut scenario.groups {
            group.person = Person { sex: group.person.sex, ..self.person };
        }
        for arrow in self.off {
            assert!(scenario.population.set_arrow(arrow, 0.0), "{arrow}");
        }
        scenario
    }
}

/// One time of everybody's course.
pub fn at(people: &[Vec<f64>], row: usize) -> Vec<f64> {
    people.iter().map(|course| course[row]).collect()
}

/// The same hours of every day.
pub fn daily(days: std::ops::Range<u32>, make: impl Fn(u32) -> Vec<Encounter>) -> Vec<Encounter> {
    days.flat_map(make).collect()
}

/// A parting: four hours alone, and half an hour of going through it again, every day.
pub fn parted(day: u32) -> Vec<Encounter> {
    vec![
        encounter("alone", clock(day, 17.0), 240.0, |it| it.solitude = Some(1.0)),
        encounter("recall", clock(day, 21.0), 30.0, |it| it.recall = Some(0.8)),
    ]
}

/// Six hours alone, every day.
pub fn isolated(day: u32) -> Vec<Encounter> {
    vec![encounter("alone", clock(day, 10.0), 360.0, |it| it.solitude = Some(1.0))]
}

/// An hour of quarrel with the partner, every day.
pub fn quarrel(day: u32) -> Vec<Encounter> {
    vec![encounter("quarrel", clock(day, 19.0), 60.0, |it| {
        (it.partner, it.talk, it.conflict) = (Some(1.0), Some(0.5), Some(0.8));
    })]
}

/// Forty-five minutes with the partner, every evening.
fn evening(day: u32, disclosure: f64, answer: f64) -> Vec<Encounter> {
    vec![encounter("talk", clock(day, 19.0), 45.0, |it| {
        (it.partner, it.talk) = (Some(1.0), Some(0.5));
        (it.disclosure, it.responsiveness) = (Some(disclosure), Some(answer));
    })]
}

/// What one says there is accepted.
pub fn talk(day: u32) -> Vec<Encounter> {
    evening(day, 0.8, 0.8)
}

/// Nothing much is said there.
pub fn chat(day: u32) -> Vec<Encounter> {
    evening(day, 0.1, 0.4)
}

/// The mean of everybody's course.
pub fn over(people: &[Vec<f64>]) -> Vec<f64> {
    people.iter().map(|course| mean(course)).collect()
}
