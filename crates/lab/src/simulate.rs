//! Running a scenario's people, alone or in pairs, on all threads, in an order that no thread can change.

use crate::nights::{self, Told};
use crate::scenario::Scenario;
use consoma_engine::Error;
use consoma_engine::noise::Source;
use consoma_model::declare::Reading;
use consoma_model::schedule::Span;
use consoma_wiring::{Fault, Life, Log, Plan, Recorder, Recording, Setting};
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
    simulate_all(&[Job::new(scenario, reading)], done).pop().expect("one job, one result")
}

/// A scenario to be run under one reading.
#[derive(Clone, Copy, Debug)]
pub struct Job<'a> {
    pub(crate) scenario: &'a Scenario,
    pub(crate) reading: Reading,
    /// From when to when each person lies in bed in the night that is drawn many times; empty where none is.
    pub(crate) beds: &'a [Option<Span>],
}

impl<'a> Job<'a> {
    /// A scenario under a reading.
    #[must_use]
    pub fn new(scenario: &'a Scenario, reading: Reading) -> Self {
        Self { scenario, reading, beds: &[] }
    }
}

/// Runs several jobs of one stepping. Of each what [`simulate`] gives, bit for bit. Together they are run faster, most of all where
/// the same people live in several of them: what arms have in common from the beginning on is lived once.
///
/// # Errors
///
/// Of each job, those of [`simulate`].
pub fn simulate_all(jobs: &[Job<'_>], done: &(dyn Fn() + Sync)) -> Vec<Result<Vec<Course>, Failure>> {
    // The same people of all jobs stand beside each other, and among them those whose usual days are the same.
    let units: Vec<Vec<_>> = jobs.iter().map(|job| units(job.scenario)).collect();
    let most = units.iter().map(Vec::len).max().unwrap_or(0);
    let mut tasks: Vec<Task<'_>> = (0..most)
        .flat_map(|nth| {
            let of_jobs = units.iter().zip(jobs).enumerate();
            of_jobs.filter_map(move |(place, (units, job))| Some(Task { place, job, nth, unit: units.get(nth)? }))
        })
        .collect();
    tasks.sort_by_key(|task| (task.nth, task.job.reading));
    let lived = tasks.par_chunks(together(tasks.len())).flat_map_iter(|tasks| {
        let lived = live(tasks);
        tasks.iter().flat_map(|task| task.unit).for_each(|_| done());
        tasks.iter().map(|task| task.place).zip(lived).collect::<Vec<_>>()
    });
    let mut ended: Vec<(Vec<Course>, Vec<Failure>)> = jobs.iter().map(|_| Default::default()).collect();
    for (place, unit) in lived.collect::<Vec<_>>() {
        let (courses, failures) = &mut ended[place];
        match unit {
            Ok(people) => courses.extend(people),
            Err(failure) => failures.push(failure),
        }
    }
    let of = |(mut courses, failures): (Vec<Course>, Vec<Failure>)| {
        courses.sort_by_key(|course| course.person);
        failures.into_iter().min_by_key(|failure| failure.person).map_or(Ok(courses), Err)
    };
    ended.into_iter().map(of).collect()
}

/// Those who are simulated together, in one job.
#[derive(Clone, Copy, Debug)]
struct Task<'a> {
    /// Place of the job.
    place: usize,
    job: &'a Job<'a>,
    /// Place among those of the job.
    nth: usize,
    unit: &'a [Member],
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
    if each <= LANES { each.max(1) } else { each.next_multiple_of(LANES).min(MOST) }
}

/// As many as are run in one instruction.
const LANES: usize = 8;
/// Most that are run at a time.
const MOST: usize = 32;

/// Runs several units together. What is run with whom changes no bit.
fn live(tasks: &[Task<'_>]) -> Vec<Result<Vec<Course>, Failure>> {
    let settled = |scenario: &Scenario, member: &Member| {
        let individual = scenario.groups[member.group].individual(member.number, scenario.seed);
        (individual, scenario.schedule(member.group, member.place))
    };
    let settings: Vec<_> = tasks.iter().map(|task| setting(task.job)).collect();
    let people: Vec<Vec<_>> =
        tasks.iter().map(|task| task.unit.iter().map(|member| settled(task.job.scenario, member)).collect()).collect();
    let people: Vec<Vec<_>> = people.iter().map(|unit| unit.iter().map(|(who, what)| (who, what)).collect()).collect();
    let plans: Vec<Plan<'_>> = people.iter().map(Vec::as_slice).zip(&settings).collect();
    let (mut lived, mut of, mut lives) = (Vec::new(), Vec::new(), Vec::new());
    for (task, life) in tasks.iter().zip(Life::all(&plans)) {
        match life {
            Ok(life) => {
                of.push(*task);
                lives.push(life);
                lived.push(None);
            }
            Err(fault) => lived.push(Some(Err(failure(task, fault)))),
        }
    }
    let mut recorded = of.iter().zip(recorded(&lives, &of));
    let run = |before: Option<_>| {
        before.or_else(|| {
            let (task, recorded) = recorded.next()?;
            Some(recorded.map(|it| courses(task, it)).map_err(|fault| failure(task, fault)))
        })
    };
    lived.into_iter().filter_map(run).collect()
}

fn setting<'a>(job: &Job<'a>) -> Setting<'a> {
    let scenario = job.scenario;
    Setting {
        population: &scenario.population,
        reading: job.reading,
        span: scenario.span,
        source: Source::new(scenario.seed),
        noise: scenario.noise,
        stepping: scenario.stepping,
    }
}

fn failure(task: &Task<'_>, Fault { whose, error }: Fault) -> Failure {
    let Member { person, group, .. } = task.unit[whose];
    Failure { person, group: task.job.scenario.groups[group].name.clone(), reading: task.job.reading, error }
}

/// What is recorded of one unit: of each person the courses, and the values of the drawn nights.
type Recorded = Vec<(Recording, Vec<Vec<f64>>)>;

/// Runs lives to their ends.
fn recorded(lives: &[Life], tasks: &[Task<'_>]) -> Vec<Result<Recorded, Fault>> {
    let recorder = |(life, task): (&Life, &Task<'_>)| {
        let scenario = task.job.scenario;
        Recorder::new(&life.company, scenario.times.clone(), scenario.span.start)
    };
    // One night of two people: where one of them has none, it is not drawn again.
    let beds = |task: &Task<'_>| {
        let of = |member: &Member| task.job.beds.get(usize::try_from(member.person).ok()?).copied().flatten();
        task.unit.iter().map(of).collect::<Option<Vec<Span>>>()
    };
    let beds: Vec<_> = tasks.iter().map(beds).collect();
    let mut recorders: Vec<_> = lives.iter().zip(tasks).map(recorder).collect();
    let nights = nights::draw(lives, &beds, &mut recorders);
    let recorded = |(recorder, nights): (Recorder, Result<Told, Fault>)| {
        nights.map(|nights| recorder.finish().into_iter().zip(nights).collect())
    };
    recorders.into_iter().zip(nights).map(recorded).collect()
}

/// The courses of a unit.
fn courses(task: &Task<'_>, recorded: Recorded) -> Vec<Course> {
    let course = |(&Member { person, number, group, .. }, (recording, nights)): (&Member, (Recording, _))| {
        let rows = recording.values.chunks_exact(Recorder::width());
        let values = rows.flat_map(|row| task.job.scenario.quantities.iter().map(|&place| row[place])).collect();
        Course { person, number, group, values, log: recording.log, nights }
    };
    task.unit.iter().zip(recorded).map(course).collect()
}
