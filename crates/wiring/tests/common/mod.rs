//! What the tests of this crate share: a person's busy days, and their courses.
#![allow(dead_code, reason = "every test file uses its own part")]

use consoma_engine::noise::Source;
use consoma_engine::{Method, Stepping};
use consoma_model::declare::Reading;
use consoma_model::inputs::Inputs;
use consoma_model::person::{Person, Sex};
use consoma_model::schedule::{DAY, Encounter, Schedule, Span};
use consoma_wiring::{Individual, Life, Population, Recorder, Reference, Setting, default_stepping};

/// An encounter of `minutes` from `start` (minutes since midnight of day 1) that sets some inputs.
pub fn encounter(name: &str, start: f64, minutes: f64, set: impl Fn(&mut Inputs<Option<f64>>)) -> Encounter {
    let mut sets = Inputs::none();
    set(&mut sets);
    Encounter { name: name.into(), span: Span { start, end: start + minutes }, sets }
}

/// A public examination: 5 min of preparation and 10 min of task.
pub fn stress_test(task: f64) -> Encounter {
    encounter("stress test", task - 5.0, 15.0, |sets| {
        sets.evaluation = Some(1.0);
        sets.talk = Some(1.0);
    })
}

/// Two days with everything that a schedule can hold, at minutes off the lattice.
pub fn busy_days() -> Schedule {
    let hour = |day: f64, hour: f64| (day - 1.0) * DAY + hour * 60.0;
    Schedule {
        encounters: vec![
            encounter("arrival", hour(1.0, 15.37), 20.0, |sets| sets.novelty = Some(1.0)),
            stress_test(hour(1.0, 16.03)),
            encounter("meal", hour(1.0, 12.43), 21.0, |sets| sets.meal = Some(30.0)),
            encounter("left out", hour(1.0, 14.17), 12.0, |sets| {
                (sets.exclusion, sets.stranger) = (Some(1.0), Some(1.0));
            }),
            encounter("unanswered", hour(1.0, 18.0), 12.3, |sets| {
                sets.friend = Some(1.0);
                sets.talk = Some(1.0);
                sets.disclosure = Some(0.8);
            }),
            encounter("answered", hour(1.0, 18.0) + 12.3, 40.0, |sets| {
                (sets.friend, sets.presence) = (Some(1.0), Some(0.7));
                sets.talk = Some(1.0);
                sets.disclosure = Some(0.8);
                sets.responsiveness = Some(0.8);
                sets.touch = Some(0.3);
            }),
            encounter("a walk", hour(1.0, 19.5), 20.7, |sets| (sets.exercise, sets.posture) = (Some(3.0), Some(1.0))),
            encounter("slow breath", hour(1.0, 20.31), 10.0, |sets| sets.breathing = Some(6.0)),
            encounter("a lonely morning", hour(2.0, 9.13), 180.0, |sets| sets.solitude = Some(1.0)),
            encounter("infusion", hour(2.0, 10.57), 2.4, |sets| {
                (sets.oxytocin, sets.noradrenaline, sets.adrenaline) = (Some(0.5), Some(2.0), Some(1.0));
            }),
            encounter("heat", hour(1.0, 11.17), 4.3, |sets| sets.noxious = Some(6.0)),
            encounter("virus", hour(1.0, 11.41), 1.0, |sets| sets.inoculum = Some(200.0)),
            encounter("wounds", hour(1.0, 11.57), 2.0, |sets| {
                (sets.punch, sets.blister, sets.stripping) = (Some(1.0), Some(1.0), Some(0.5));
                sets.vaccination = Some(0.5);
            }),
            encounter("operation", hour(2.0, 11.09), 41.3, |sets| {
                (sets.operation, sets.anaesthesia) = (Some(0.02), Some(1.0));
            }),
            encounter("pump", hour(2.0, 11.09) + 41.3, 900.0, |sets| sets.pump = Some(1.0)),
            encounter("morphine", hour(2.0, 13.03), 5.7, |sets| sets.morphine = Some(0.5)),
            encounter("messengers", hour(2.0, 16.11), 20.0, |sets| {
                (sets.interleukin_6, sets.endotoxin, sets.nasal_oxytocin) = (Some(0.1), Some(0.02), Some(1.0));
            }),
            encounter("conflict", hour(2.0, 19.21), 33.0, |sets| {
                (sets.partner, sets.rejection) = (Some(1.0), Some(0.4));
                sets.talk = Some(1.0);
                sets.conflict = Some(0.7);
                sets.responsiveness = Some(-0.5);
            }),
        ],
        naps: vec![Span { start: hour(2.0, 14.11), end: hour(2.0, 15.52) }],
        ..Schedule::default()
    }
}

/// The busy days of two who meet: the answers to what each says come from the other's own state, and one of them was judged
/// an hour before.
pub fn meeting() -> [Schedule; 2] {
    let talk = |depth: f64| {
        move |sets: &mut Inputs<Option<f64>>| {
            sets.talk = Some(1.0);
            sets.disclosure = Some(depth);
            sets.own_answer = Some(1.0);
        }
    };
    let evening = 19.0 * 60.0;
    let first = Schedule {
        encounters: vec![stress_test(17.77 * 60.0), encounter("talk", evening, 61.3, talk(0.9))],
        naps: vec![Span { start: DAY + 14.11 * 60.0, end: DAY + 15.52 * 60.0 }],
        ..Schedule::default()
    };
    let mut second = busy_days();
    second.encounters.push(encounter("talk", evening, 61.3, talk(0.4)));
    [first, second]
}

/// Two different people, typical or drawn.
pub fn two(drawn: bool) -> [Individual; 2] {
    let anxious = Person { anxiety: 1.0, ..Person::default() };
    let avoidant = Person { avoidance: 1.0, age: 45.0, sex: Sex::Female, ..Person::default() };
    [Individual { person: anxious, number: 7, drawn }, Individual { person: avoidant, number: 3, drawn }]
}

/// A life of several people, each with their schedule.
pub fn lives(people: &[(&Individual, &Schedule)], span: Span, noise: Reference) -> Life {
    Life::new(people, &setting(&Population::default(), span, noise, default_stepping())).expect("they settle")
}

/// How typical people live under `measured`.
pub fn setting(population: &Population, span: Span, noise: Reference, stepping: Stepping) -> Setting<'_> {
    Setting { population, reading: Reading::Measured, span, source: Source::new(5), noise, stepping }
}

/// A life of this typical person under `measured`.
pub fn life(person: Person, schedule: &Schedule, span: Span, noise: Reference, stepping: Stepping) -> Life {
    let individual = Individual { person, number: 1, drawn: false };
    let population = Population::default();
    Life::new(&[(&individual, schedule)], &setting(&population, span, noise, stepping))
        .expect("a typical person settles")
}

/// The recorded rows of each person of a life at these times.
pub fn everybody(life: &Life, times: &[f64]) -> Vec<Vec<Vec<f64>>> {
    let mut recorder = Recorder::new(&life.company, times.to_vec(), life.span.start);
    life.run(&mut recorder).expect("the life runs");
    let rows = |values: Vec<f64>| values.chunks_exact(Recorder::width()).map(<[f64]>::to_vec).collect();
    recorder.finish().into_iter().map(|recording| rows(recording.values)).collect()
}

/// The recorded rows of the only person of a life at these times.
pub fn rows(life: &Life, times: &[f64]) -> Vec<Vec<f64>> {
    everybody(life, times).swap_remove(0)
}

/// Every `step` minutes of a span, both ends included.
pub fn grid(span: Span, step: f64) -> Vec<f64> {
    let count = ((span.end - span.start) / step).round() as usize;
    (0..=count).map(|k| span.start + k as f64 * step).collect()
}

/// A stepping with this method and step at all times.
pub fn stepping(method: Method, step: f64) -> Stepping {
    Stepping { method, step, calm: None, ..default_stepping() }
}

/// The place of a recorded quantity.
pub fn place(id: &str) -> usize {
    consoma_wiring::columns().position(|row| row.id == id).expect("a declared quantity")
}
