//! Noise: the step does not change it, threads do not change it, one process does not change another's.

mod common;

use common::{clock, lived, men_and_women, place, stress_test};
use consoma_engine::noise::{Process, Source};
use consoma_lab::scenario::UNIT;
use consoma_lab::statistics::{mean, sd};
use consoma_model::declare::{Reading, Table};
use consoma_model::person::{Numbers, Person, Shares, Ties};
use consoma_model::schedule::{Change, Schedule, Span};
use consoma_wiring::{Event, Individual, Jump, Life, Plan, Population, Recorder, Reference, Setting, default_stepping};
use rayon::prelude::*;

/// Two hundred people here; a thousand in the long form of the check.
fn people() -> u64 {
    if std::env::var_os("CONSOMA_LONG").is_some() { 1000 } else { 200 }
}

#[test]
fn halving_the_step_leaves_mean_and_spread_of_the_people_within_a_percent() {
    let schedule = Schedule { encounters: vec![stress_test(clock(1, 16.0))], ..Schedule::default() };
    let span = Span { start: clock(1, 12.0), end: clock(1, 17.5) };
    let times = [12.5, 16.0 + 11.0 / 60.0, 16.5, 17.0].map(|hour| clock(1, hour));
    let columns = ["saliva.cortisol", "acth.plasma", "cortisol.plasma", "crh.crh", "catecholamines.noradrenaline"];
    let population = Population::default();
    let individuals: Vec<_> =
        (0..people()).map(|number| Individual { person: Person::default(), number, drawn: true }).collect();
    let live = |step: f64| -> Vec<Vec<f64>> {
        let setting = Setting {
            population: &population,
            reading: Reading::Measured,
            span,
            source: Source::new(9),
            noise: Reference::Stochastic,
            stepping: default_stepping().scaled(step),
        };
        let some = |some: &[Individual]| {
            let units: Vec<_> = some.iter().map(|individual| [(individual, &schedule)]).collect();
            let plans: Vec<Plan<'_>> = units.iter().map(|unit| (&unit[..], &setting)).collect();
            let lives: Vec<Life> = Life::all(&plans).into_iter().map(|life| life.expect("settles")).collect();
            let recorder = |life: &Life| Recorder::new(&life.company, times.to_vec(), span.start);
            let mut recorders: Vec<Recorder> = lives.iter().map(recorder).collect();
            Life::run_all(&lives, &mut recorders).into_iter().for_each(|end| end.expect("lives"));
            recorders.into_iter().map(|it| it.finish().swap_remove(0).values).collect::<Vec<_>>()
        };
        individuals.par_chunks(16).flat_map_iter(some).collect()
    };
    let (whole, half) = (live(1.0), live(0.5));
    let mut worst: f64 = 0.0;
    for id in columns {
        for (row, time) in times.iter().enumerate() {
            let place = row * Recorder::width() + place(id);
            let column = |people: &[Vec<f64>]| people.iter().map(|person| person[place]).collect::<Vec<_>>();
            let (a, b) = (column(&whole), column(&half));
            let change = ((mean(&a) / mean(&b) - 1.0).abs()).max((sd(&a) / sd(&b) - 1.0).abs());
            worst = worst.max(change);
            assert!(change < 0.01, "{id} at {time}: {:.3} %", 100.0 * change);
        }
    }
    println!("largest change of a mean or a spread: {:.4} %", 100.0 * worst);
    assert!(worst > 0.0, "the two steps must differ in something");
}

#[test]
fn threads_do_not_change_a_bit() {
    let span = Span { start: clock(1, 12.0), end: clock(1, 18.0) };
    let times: Vec<f64> = (0..13).map(|k| clock(1, 12.0) + f64::from(k) * 30.0).collect();
    let schedule = Schedule { encounters: vec![stress_test(clock(1, 16.0))], ..Schedule::default() };
    let scenario = men_and_women(8, &schedule, span, times, &["saliva.cortisol", "crh.crh"]);
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| lived(&scenario))
    };
    let bits = |threads: usize| -> Vec<Vec<u64>> {
        on(threads).iter().map(|course| course.values.iter().map(|value| value.to_bits()).collect()).collect()
    };
    let one = bits(1);
    assert_eq!(one, bits(2));
    assert_eq!(one, bits(7));
}

#[test]
fn a_change_in_one_process_leaves_every_other_draw() {
    let individual = Individual { person: Person::default(), number: 17, drawn: true };
    let span = Span { start: clock(1, 0.0), end: clock(3, 0.0) };
    // Parameters, sizes of the pulses in order, dispositions of the days.
    let draws = |population: &Population| {
        let setting = Setting {
            population,
            reading: Reading::Measured,
            span,
            source: Source::new(2),
            noise: Reference::Stochastic,
            stepping: default_stepping(),
        };
        let life = Life::new(&[(&individual, &Schedule::default())], &setting).expect("settles");
        let mut parameters = Vec::new();
        life.company.people()[0].parameters.write(&mut |value| parameters.push(value));
        let (mut sizes, mut days, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for (_, happening) in life.happenings() {
            match &happening.what {
                Event::Jump(Jump::Pulse, size) => sizes.push(*size),
                Event::Schedule(Change::Inputs(inputs)) => days.push(inputs.disposition),
                Event::Jump(_, size) => others.push(*size),
                Event::Schedule(_) => {}
            }
        }
        days.dedup();
        (parameters, sizes, days, others)
    };
    let usual = draws(&Population::default());
    let mut changed = Population::default();
    // Another shape draws other times, and nothing else.
    assert!(changed.set_parameter("pulses.shape", 60.0, None));
    let other = draws(&changed);
    let ids = consoma_model::tables::Parameters::rows().map(|row| row.id);
    let moved: Vec<&str> =
        ids.zip(usual.0.iter().zip(&other.0)).filter(|(_, (a, b))| a != b).map(|(id, _)| id).collect();
    assert_eq!(moved, ["pulses.shape"]);
    let both = usual.1.len().min(other.1.len());
    assert!(both > 30);
    assert_eq!(usual.1[..both], other.1[..both], "sizes of pulses");
    assert!(usual.2.len() >= 3 && usual.2 == other.2, "dispositions {:?} {:?}", usual.2, other.2);
    assert!(usual.3.len() > 300 && usual.3 == other.3, "bursts of oxytocin and kicks of the wander");
}

#[test]
fn no_two_processes_share_their_draws() {
    let parameters = consoma_model::tables::Parameters::rows().map(|row| Process::new(row.id));
    let traits = Numbers::ROWS.iter().chain(Shares::ROWS).chain(Ties::ROWS).map(|row| Process::new(row.id));
    let all: Vec<Process> = parameters
        .chain(traits)
        .chain(consoma_wiring::processes())
        .chain([consoma_lab::compare::READING, UNIT])
        .collect();
    assert!(Process::all_differ(&all));
}

#[test]
fn a_person_is_the_same_in_any_company() {
    let span = Span { start: clock(1, 12.0), end: clock(1, 14.0) };
    let scenario = |count| men_and_women(count, &Schedule::default(), span, vec![clock(1, 13.0)], &["saliva.cortisol"]);
    let (few, many) = (lived(&scenario(3)), lived(&scenario(9)));
    assert_eq!(few[..3], many[..3]);
}

#[test]
fn dense_and_sparse_recording_agree_bit_for_bit() {
    let span = Span { start: clock(1, 12.0), end: clock(1, 18.0) };
    let schedule = Schedule { encounters: vec![stress_test(clock(1, 15.91))], ..Schedule::default() };
    let sparse: Vec<f64> = (0..=6).map(|k| clock(1, 12.0) + f64::from(k) * 60.0).collect();
    let dense: Vec<f64> = (0..=3600).map(|k| clock(1, 12.0) + f64::from(k) * 0.1).collect();
    let record = |times: &[f64]| {
        let scenario =
            men_and_women(1, &schedule, span, times.to_vec(), &["saliva.cortisol", "threat.felt", "acth.plasma"]);
        lived(&scenario)[0].values.clone()
    };
    let (few, many) = (record(&sparse), record(&dense));
    for (k, time) in sparse.iter().enumerate() {
        let place = dense.iter().position(|other| other == time).expect("a shared time");
        for column in 0..3 {
            assert_eq!(few[k * 3 + column].to_bits(), many[place * 3 + column].to_bits(), "at {time}");
        }
    }
}
