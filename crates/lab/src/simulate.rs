//! Running a scenario's people, alone or in pairs, on all threads, in an order that no thread can change.

use crate::nights;
use crate::scenario::Scenario;
use consoma_engine::Error;
use consoma_engine::noise::Source;
use consoma_model::declare::Reading;
use consoma_model::schedule::Span;
use consoma_wiring::{Fault, Life, Log, Recorder, Recording, Reference, Setting};
use rayon::prelude::*;

/// One person's course.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Number of the person in the scenario, from 0.
    pub person: u64,
    /// Number of the person in the draws: see [`Group::number`](crate::scenario::Group::number).
    pub number: u64,
    /// Place of their group.
    pub group: usize,
    /// Recorded values: a row for each time of the scenario, a column for each of its quantities.
    pub values: Vec<f64>,
    /// What happened.
    pub log: Vec<Log>,
    /// The night after what happens, drawn many times: for each draw the values of [`nights::TOLD_BY`]. Empty where it was
    /// drawn once only.
    pub nights: Vec<Vec<f64>>,
}

/// A person whose run failed, and why.
#[derive(Clone, Debug)]
pub struct Failure {
    /// Number of the person in the scenario, from 0.
    pub person: u64,
    /// Name of their group.
    pub group: String,
    /// The reading.
    pub reading: Reading,
    /// What the engine said.
    pub error: Error,
}

/// One of those who are simulated together.
#[derive(Clone, Copy, Debug)]
struct Member {
    /// Number in the scenario.
    person: u64,
    /// Place of the group.
    group: usize,
    /// Place in the group.
    place: u64,
    /// Number in the draws.
    number: u64,
}

/// Runs everybody under one reading. `done` is called once a person, from any thread, for a progress bar.
///
/// # Errors
///
/// The failure of the person with the lowest number.
pub fn simulate(scenario: &Scenario, reading: Reading, done: &(dyn Fn() + Sync)) -> Result<Vec<Course>, Failure> {
    simulate_with(scenario, reading, &[], done)
}

/// Runs everybody under one reading. `beds` says of each person from when to when they lie in bed in the night that is drawn many
/// times; without it, no night is.
pub(crate) fn simulate_with(
    scenario: &Scenario,
    reading: Reading,
    beds: &[Option<Span>],
    done: &(dyn Fn() + Sync),
) -> Result<Vec<Course>, Failure> {
    let units = units(scenario);
    let lived = units.par_chunks(together(units.len())).flat_map_iter(|units| {
        let lived = live(scenario, units, reading, beds);
        units.iter().flatten().for_each(|_| done());
        lived
    });
    let (mut courses, mut failures) = (Vec::new(), Vec::new());
    for unit in lived.collect::<Vec<_>>() {
        match unit {
            Ok(people) => courses.extend(people),
            Err(failure) => failures.push(failure),
        }
    }
    courses.sort_by_key(|course| course.person);
    failures.into_iter().min_by_key(|failure| failure.person).map_or(Ok(courses), Err)
}

/// Who is simulated with whom. Where one group of a pair has more people, those left over live alone.
fn units(scenario: &Scenario) -> Vec<Vec<Member>> {
    let groups = &scenario.groups;
    let member = |group: usize, place: u64| {
        let before: u64 = groups[..group].iter().map(|group| group.count).sum();
        Member { person: before + place, group, place, number: groups[group].number(place) }
    };
    let mut units = Vec::new();
    for (group, it) in groups.iter().enumerate() {
        let partner = scenario.partner(group);
        for place in 0..it.count {
            match partner.filter(|&other| place < groups[other].count) {
                Some(other) if other > group => units.push(vec![member(group, place), member(other, place)]),
                // They came with their partner.
                Some(_) => {}
                None => units.push(vec![member(group, place)]),
            }
        }
    }
    units
}

/// How many of so many units one thread runs at a time. Those who are run together are run faster, but every thread should have work,
/// and everything that is recorded of them is kept until the last of them is through.
fn together(units: usize) -> usize {
    let each = units.div_ceil(rayon::current_num_threads());
    if each < FEW { each.max(1) } else { each.next_multiple_of(LANES).min(MOST) }
}

/// Fewer are not worth waiting for one another.
const FEW: usize = 4;
/// As many as are run in one instruction.
const LANES: usize = 8;
/// Most that are run at a time.
const MOST: usize = 32;

/// Runs several units together. What is run with whom changes no bit.
fn live(
    scenario: &Scenario,
    units: &[Vec<Member>],
    reading: Reading,
    beds: &[Option<Span>],
) -> Vec<Result<Vec<Course>, Failure>> {
    let settled = |member: &Member| {
        let individual = scenario.groups[member.group].individual(member.number, scenario.seed);
        (individual, scenario.schedule(member.group, member.place))
    };
    let setting = Setting {
        population: &scenario.population,
        reading,
        span: scenario.span,
        source: Source::new(scenario.seed),
        noise: Reference::Stochastic,
        stepping: scenario.stepping,
    };
    let failure = |unit: &[Member], Fault { whose, error }: Fault| {
        let Member { person, group, .. } = unit[whose];
        Failure { person, group: scenario.groups[group].name.clone(), reading, error }
    };
    let people: Vec<Vec<_>> = units.iter().map(|unit| unit.iter().map(settled).collect()).collect();
    let people: Vec<Vec<_>> = people.iter().map(|unit| unit.iter().map(|(who, what)| (who, what)).collect()).collect();
    let people: Vec<_> = people.iter().map(|unit| &unit[..]).collect();
    let (mut lived, mut of, mut lives) = (Vec::new(), Vec::new(), Vec::new());
    for (unit, life) in units.iter().zip(Life::all(&people, &setting)) {
        match life {
            Ok(life) => {
                of.push(unit);
                lives.push(life);
            }
            Err(fault) => lived.push(Err(failure(unit, fault))),
        }
    }
    for (unit, recorded) in of.iter().zip(recorded(scenario, &lives, &of, beds)) {
        lived.push(recorded.map(|recorded| courses(scenario, unit, recorded)).map_err(|fault| failure(unit, fault)));
    }
    lived
}

/// What is recorded of one unit: of each person the courses, and the values of the drawn nights.
type Recorded = Vec<(Recording, Vec<Vec<f64>>)>;

/// Runs lives to their ends.
fn recorded(
    scenario: &Scenario,
    lives: &[Life],
    units: &[&Vec<Member>],
    beds: &[Option<Span>],
) -> Vec<Result<Recorded, Fault>> {
    let recorder = |life: &Life| Recorder::new(&life.company, scenario.times.clone(), scenario.span.start);
    if beds.is_empty() {
        let mut recorders: Vec<_> = lives.iter().map(recorder).collect();
        let finished = Life::run_all(lives, &mut recorders);
        let without = |recorder: Recorder| recorder.finish().into_iter().map(|it| (it, Vec::new())).collect();
        return finished.into_iter().zip(recorders).map(|(finish, it)| finish.map(|_| without(it))).collect();
    }
    // Few people live so, and their nights are run together.
    let drawn = |(life, unit): (&Life, &&Vec<Member>)| {
        let mut recorder = recorder(life);
        // One night of two people: where one of them has none, it is not drawn again.
        let of = |member: &Member| beds.get(usize::try_from(member.person).ok()?).copied().flatten();
        let nights = match unit.iter().map(of).collect::<Option<Vec<Span>>>() {
            Some(beds) => nights::draw(life, &beds, &scenario.stepping, &mut recorder)?,
            None => life.run(&mut recorder).map(|_| vec![Vec::new(); unit.len()])?,
        };
        Ok(recorder.finish().into_iter().zip(nights).collect())
    };
    lives.iter().zip(units).map(drawn).collect()
}

/// The courses of a unit.
fn courses(scenario: &Scenario, unit: &[Member], recorded: Recorded) -> Vec<Course> {
    let course = |(&Member { person, number, group, .. }, (recording, nights)): (&Member, (Recording, _))| {
        let rows = recording.values.chunks_exact(Recorder::width());
        let values = rows.flat_map(|row| scenario.quantities.iter().map(|&place| row[place])).collect();
        Course { person, number, group, values, log: recording.log, nights }
    };
    unit.iter().zip(recorded).map(course).collect()
}
