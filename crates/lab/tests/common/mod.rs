//! What the tests of this crate share.
#![allow(dead_code, reason = "every test file uses its own part")]

pub mod resting;

use consoma_lab::control::Control;
use consoma_lab::instrument::Instrument;
use consoma_lab::scenario::{Group, Scenario};
use consoma_lab::simulate::{Course, Job, simulate, simulate_all};
use consoma_model::declare::Reading;
use consoma_model::inputs::Inputs;
use consoma_model::person::{Person, Sex};
use consoma_model::schedule::{DAY, Encounter, Schedule, Span};
use consoma_wiring::{Population, Reference, columns, default_stepping};

/// The immunoassay of the 200-person stress test: what the fit found. See `DESIGN.md`.
pub const IMMUNOASSAY: Instrument = Instrument { scale: 2.54, offset: 0.0, cv: 0.08 };

/// Minutes since midnight of day 1.
pub fn clock(day: u32, hour: f64) -> f64 {
    f64::from(day - 1) * DAY + hour * 60.0
}

/// An encounter that sets some inputs.
pub fn encounter(name: &str, start: f64, minutes: f64, set: impl Fn(&mut Inputs<Option<f64>>)) -> Encounter {
    let mut sets = Inputs::none();
    set(&mut sets);
    Encounter { name: name.into(), span: Span { start, end: start + minutes }, sets }
}

/// A public examination: 5 min of preparation and 10 min of task, which begins at `task`.
pub fn stress_test(task: f64) -> Encounter {
    encounter("stress test", task - 5.0, 15.0, |sets| {
        sets.evaluation = Some(1.0);
        sets.talk = Some(1.0);
    })
}

/// A scenario of drawn men and women, `count` each, aged 24, that records some quantities.
pub fn men_and_women(count: u64, schedule: &Schedule, span: Span, times: Vec<f64>, quantities: &[&str]) -> Scenario {
    let group = |name: &str, sex| Group {
        name: name.into(),
        person: Person { sex, age: 24.0, ..Person::default() },
        drawing: None,
        count,
        drawn: true,
        schedule: schedule.clone(),
    };
    Scenario {
        name: "test".into(),
        about: String::new(),
        groups: vec![group("men", Sex::Male), group("women", Sex::Female)],
        pairs: Vec::new(),
        span,
        readings: vec![Reading::Measured],
        control: Control::Nothing,
        seed: 20,
        population: Population::default(),
        noise: Reference::Stochastic,
        stepping: default_stepping(),
        times,
        quantities: quantities.iter().map(|id| place(id)).collect(),
    }
}

/// One typical man.
pub fn typical(schedule: &Schedule, span: Span, times: Vec<f64>, quantities: &[&str]) -> Scenario {
    let mut scenario = men_and_women(1, schedule, span, times, quantities);
    scenario.groups.truncate(1);
    scenario.groups[0].drawn = false;
    scenario
}

/// The courses under `measured`.
pub fn lived(scenario: &Scenario) -> Vec<Course> {
    simulate(scenario, Reading::Measured, &|| ()).expect("everybody lives")
}

/// The courses of several scenarios of the same people under a reading. What they have in common is lived once, and each attends to what
/// happens in the others.
pub fn lived_all(scenarios: &[Scenario], reading: Reading) -> Vec<Vec<Course>> {
    let mut attentive = scenarios.to_vec();
    for (place, scenario) in attentive.iter_mut().enumerate() {
        for (_, other) in scenarios.iter().enumerate().filter(|(other, _)| *other != place) {
            for (own, theirs) in scenario.groups.iter_mut().zip(&other.groups) {
                own.schedule.attend(&theirs.schedule);
            }
        }
    }
    let scenarios = &attentive;
    let jobs: Vec<_> = scenarios.iter().map(|scenario| Job::new(scenario, reading)).collect();
    simulate_all(&jobs, &|| ()).into_iter().map(|courses| courses.expect("everybody lives")).collect()
}

/// The recorded quantity number `quantity` of a course.
pub fn column(scenario: &Scenario, course: &Course, quantity: usize) -> Vec<f64> {
    course.values.iter().skip(quantity).step_by(scenario.quantities.len()).copied().collect()
}

/// The place of a recorded quantity.
pub fn place(id: &str) -> usize {
    columns().position(|row| row.id == id).expect("a declared quantity")
}
