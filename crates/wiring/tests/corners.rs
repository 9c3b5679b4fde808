//! People in the corners of what is declared: traits and parameters at their bounds. Whatever happens to them in two weeks, every
//! quantity stays finite and inside what is possible.
//!
//! Combinations are drawn, because there are more of them than anybody could run. In the whole form each parameter is also taken to
//! both bounds alone; in the short form every few of them.

mod common;

use common::encounter;
use consoma_engine::noise::{Process, Source};
use consoma_model::declare::{Parameter, Reading, Row, Spread, Table};
use consoma_model::inputs::Inputs;
use consoma_model::person::{Condition, Contraception, MenstrualPhase, Numbers, Person, Sex, Ties};
use consoma_model::schedule::{DAY, Encounter, Night, Routine, Schedule, Span};
use consoma_model::tables::Parameters;
use consoma_wiring::{Fault, Individual, Life, Population, Recorder, Reference, Setting, columns, default_stepping};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

const SEED: u64 = 71;

fn long() -> bool {
    std::env::var_os("CONSOMA_LONG").is_some()
}

/// Which of `sides` sides a draw falls on.
fn side(number: u64, what: &'static str, index: u64, sides: usize) -> usize {
    let uniform = Source::new(SEED).stream(number, Process::new(what)).uniform(index);
    ((uniform * sides as f64) as usize).min(sides - 1)
}

/// The lowest, the highest or the typical value.
fn bound(row: &Parameter, side: usize) -> f64 {
    [row.min, row.max, row.typical][side]
}

/// Somebody with traits at their bounds, two thirds of them.
fn corner(number: u64) -> Person {
    let numbers = Numbers::ROWS.iter().map(|row| bound(&row.declared, side(number, row.id, 0, 3)));
    let Numbers { age, body_mass_index, cigarettes, caffeine, chronotype, .. } =
        Table::read(&mut numbers.clone()).expect("a value of each row");
    let Numbers { anxiety, avoidance, social_anxiety, rumination, knowledge, .. } =
        Table::read(&mut numbers.clone()).expect("a value of each row");
    let ties = Ties::ROWS.iter().map(|row| bound(&row.declared, side(number, row.id, 0, 3)) as u32);
    let pick = |what, sides| side(number, what, 0, sides);
    let sex = [Sex::Female, Sex::Male][pick("sex", 2)];
    let cycle = sex == Sex::Female && age < 50.0;
    let pill = cycle && pick("pill", 2) == 0;
    let phases = [MenstrualPhase::Unknown, MenstrualPhase::Follicular, MenstrualPhase::Luteal];
    let bowels = [None, Some(Condition::Diarrhoea), Some(Condition::Constipation), Some(Condition::MixedBowel)];
    let pressure = [None, Some(Condition::Hypertension)][pick("pressure", 2)];
    let skin =
        [Condition::Eczema, Condition::Psoriasis, Condition::Acne].into_iter().filter(|it| pick(it.name(), 2) == 0);
    let person = Person {
        age,
        sex,
        contraception: if pill { Contraception::CombinedPill } else { Contraception::None },
        menstrual_phase: if cycle && !pill { phases[pick("phase", 3)] } else { MenstrualPhase::Unknown },
        body_mass_index,
        cigarettes,
        caffeine,
        chronotype,
        anxiety,
        avoidance,
        social_anxiety,
        rumination,
        knowledge,
        ties: Table::read(&mut ties.clone()).expect("a number of each kind"),
        conditions: bowels[pick("bowel", 4)].into_iter().chain(pressure).chain(skin).collect(),
    };
    person.check().expect("a person who may be");
    person
}

/// Something that a schedule can hold, as strong as it comes: from which hour on, for how many minutes, and what it sets.
type Event = (f64, f64, fn(&mut Inputs<Option<f64>>));

/// A day of what frightens and hurts.
const DREADFUL: &[Event] = &[
    (8.5, 30.0, |it| (it.meal, it.provoking) = (Some(60.0), Some(1.0))),
    (9.0, 1.0, |it| (it.inoculum, it.vaccination) = (Some(10_000.0), Some(10.0))),
    (9.1, 1.0, |it| (it.punch, it.blister) = (Some(20.0), Some(20.0))),
    (7.8, 30.0, |it| (it.operation, it.anaesthesia) = (Some(1.0), Some(1.0))),
    (8.4, 2400.0, |it| it.pump = Some(1.0)),
    (9.5, 60.0, |it| (it.novelty, it.posture) = (Some(1.0), Some(1.0))),
    (10.5, 30.0, |it| (it.evaluation, it.talk, it.stranger) = (Some(1.0), Some(1.0), Some(1.0))),
    (11.5, 15.0, |it| (it.exclusion, it.stranger) = (Some(1.0), Some(1.0))),
    (12.0, 60.0, |it| (it.exercise, it.posture) = (Some(12.0), Some(1.0))),
    (13.2, 20.0, |it| it.meal = Some(100.0)),
    (14.0, 1.0, |it| it.crh = Some(100.0)),
    (14.1, 1.0, |it| it.indomethacin = Some(75.0)),
    (14.2, 30.0, |it| it.interleukin_6 = Some(1.0)),
    (14.2, 1.0, |it| it.stripping = Some(10.0)),
    (14.2, 5.0, |it| it.noxious = Some(10.0)),
    (14.5, 120.0, |it| it.solitude = Some(1.0)),
    (15.0, 30.0, |it| (it.noradrenaline, it.adrenaline) = (Some(10.0), Some(5.0))),
    (16.6, 10.0, |it| (it.recall, it.breathing) = (Some(1.0), Some(30.0))),
    (17.0, 120.0, |it| {
        (it.partner, it.talk, it.disclosure) = (Some(1.0), Some(1.0), Some(1.0));
        (it.conflict, it.rejection, it.responsiveness) = (Some(1.0), Some(1.0), Some(-1.0));
    }),
    (19.5, 60.0, |it| (it.friend, it.distance, it.presence) = (Some(1.0), Some(1.0), Some(0.4))),
    (20.5, 30.0, |it| (it.anticipation, it.evaluation) = (Some(1.0), Some(1.0))),
    (21.0, 30.0, |it| (it.meal, it.provoking) = (Some(40.0), Some(1.0))),
    (22.0, 200.0, |it| (it.light, it.recall) = (Some(10_000.0), Some(0.5))),
];

/// A day of what does good, and of doses.
const GOOD: &[Event] = &[
    (7.8, 2.0, |it| it.hydrocortisone = Some(25.0)),
    (8.2, 1.0, |it| it.endotoxin = Some(4.0)),
    (8.5, 20.0, |it| it.meal = Some(30.0)),
    (9.5, 60.0, |it| {
        (it.practitioner, it.talk, it.disclosure, it.responsiveness) = (Some(1.0), Some(0.5), Some(1.0), Some(1.0));
    }),
    (11.0, 20.0, |it| it.writing = Some(1.0)),
    (12.0, 20.0, |it| (it.breathing, it.posture) = (Some(5.0), Some(-1.0))),
    (13.0, 10.0, |it| it.oxytocin = Some(1.0)),
    (13.5, 1.0, |it| (it.morphine, it.nasal_oxytocin) = (Some(50.0), Some(100.0))),
    (16.0, 90.0, |it| it.care = Some(1.0)),
    (17.6, 10.0, |it| it.drive = Some(3.0)),
    (18.0, 180.0, |it| {
        (it.partner, it.talk, it.touch) = (Some(1.0), Some(1.0), Some(1.0));
        (it.disclosure, it.responsiveness) = (Some(1.0), Some(1.0));
    }),
];

/// These events on a day, counted from 0.
fn on<'a>(day: u32, events: impl Iterator<Item = &'a Event>) -> Vec<Encounter> {
    let midnight = f64::from(day) * DAY;
    events.map(|(hour, minutes, set)| encounter("event", midnight + hour * 60.0, *minutes, set)).collect()
}

/// Two days with everything.
fn both_days() -> Schedule {
    Schedule {
        encounters: [on(0, DREADFUL.iter()), on(1, GOOD.iter())].concat(),
        naps: vec![Span { start: DAY + 14.0 * 60.0, end: DAY + 15.5 * 60.0 }],
        nights: vec![Night { day: 1, span: Span { start: DAY + 180.0, end: DAY + 390.0 }, beside: false }],
        ..Schedule::default()
    }
}

/// Two weeks of somebody's own: each day is one of the two kinds, of which every second event takes place, with a nap or a short night
/// now and then.
fn two_weeks(number: u64, routine: Routine) -> Schedule {
    let mut schedule = Schedule { routine, ..Schedule::default() };
    for day in 0..DAYS {
        let (kind, own) = ([DREADFUL, GOOD][side(number, "day", u64::from(day), 2)], u64::from(day) * 100);
        let taken = |place: &usize| side(number, "event", own + *place as u64, 2) == 0;
        let places = (0..kind.len()).filter(taken);
        schedule.encounters.extend(on(day, places.map(|place| &kind[place])));
        let midnight = f64::from(day) * DAY;
        if side(number, "nap", u64::from(day), 4) == 0 {
            schedule.naps.push(Span { start: midnight + 14.0 * 60.0, end: midnight + 15.5 * 60.0 });
        }
        if day + 1 < DAYS && !routine.free && side(number, "night", u64::from(day), 4) == 0 {
            let span = Span { start: midnight + DAY + 180.0, end: midnight + DAY + 390.0 };
            schedule.nights.push(Night { day: i64::from(day) + 1, span, beside: false });
        }
    }
    schedule
}

/// Two weeks.
const DAYS: u32 = 14;

/// Somebody who lives.
struct Case {
    who: String,
    individual: Individual,
    schedule: Schedule,
    population: Population,
    reading: Reading,
}

/// What left its range: for each quantity the farthest value and who had it.
type Outside = BTreeMap<&'static str, (f64, String)>;

/// How many live abreast.
const TOGETHER: usize = 16;

fn setting(case: &Case, span: Span) -> Setting<'_> {
    Setting {
        population: &case.population,
        reading: case.reading,
        span,
        source: Source::new(SEED),
        noise: Reference::Stochastic,
        stepping: default_stepping(),
    }
}

/// Lets them live, looks every few minutes, and adds what leaves its range.
fn live(cases: &[Case], span: Span, every: f64, outside: &Mutex<Outside>) {
    let settings: Vec<_> = cases.iter().map(|case| setting(case, span)).collect();
    let people: Vec<_> = cases.iter().map(|case| [(&case.individual, &case.schedule)]).collect();
    let plans: Vec<_> = people.iter().map(<[_; 1]>::as_slice).zip(&settings).collect();
    let fault = |case: &Case, fault: Fault| {
        let what = format!("{}, {}: {fault:?}", case.who, case.reading.name());
        outside.lock().expect("nobody fails with it").insert("(a life)", (f64::NAN, what));
    };
    let (mut whose, mut lives, mut recorders) = (Vec::new(), Vec::new(), Vec::new());
    for (place, (case, life)) in cases.iter().zip(Life::all(&plans)).enumerate() {
        match life {
            Ok(life) => {
                // Everybody is looked at in other minutes.
                let first = span.start + every * (place as f64 + 0.5) / cases.len() as f64;
                let times = (0..).map(|k| first + every * f64::from(k)).take_while(|it| *it <= span.end);
                recorders.push(Recorder::new(&life.company, times.collect(), span.end));
                (whose.push(case), lives.push(life)).1
            }
            Err(error) => fault(case, error),
        }
    }
    let ends = Life::run_all(&lives, &mut recorders);
    for ((case, recorder), end) in whose.into_iter().zip(recorders).zip(ends) {
        if let Err(error) = end {
            fault(case, error);
        }
        look(case, &recorder.finish()[0].values, outside);
    }
}

/// Adds what leaves its range.
fn look(case: &Case, values: &[f64], outside: &Mutex<Outside>) {
    let who = || format!("{}, {}", case.who, case.reading.name());
    for values in values.chunks_exact(Recorder::width()) {
        for (&value, row) in values.iter().zip(columns()) {
            let (low, high) = row.declared.possible;
            // A state that ends at its bound is missed by the error of the method: billionths of the range.
            let room = 1e-7 * (high - low);
            if value >= low - room && value <= high + room {
                continue;
            }
            let far = |value: f64| if value.is_nan() { f64::INFINITY } else { f64::max(low - value, value - high) };
            let mut outside = outside.lock().expect("nobody fails with it");
            let place = outside.entry(row.id).or_insert_with(|| (value, who()));
            if far(value) > far(place.0) {
                *place = (value, who());
            }
        }
    }
}

/// Does all of it on all processors.
fn all(jobs: usize, job: impl Fn(usize, &Mutex<Outside>) + Sync) {
    let (next, outside) = (AtomicUsize::new(0), Mutex::new(Outside::new()));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(place) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|place| *place < jobs) {
                    job(place, &outside);
                }
            });
        }
    });
    let outside = outside.into_inner().expect("nobody failed with it");
    for (id, (value, who)) in &outside {
        let possible = columns().find(|row| row.id == *id).map(|row| row.declared.possible);
        println!("{id}: {value:.4e} of {who}; possible {possible:?}");
    }
    assert!(outside.is_empty(), "outside what is possible: {:?}", outside.keys());
}

/// Declarations with every parameter the same in everybody.
fn same() -> Population {
    let mut population = Population::default();
    for row in Parameters::rows() {
        assert!(population.set_parameter(row.id, row.declared.typical, Some(Spread::Same)));
    }
    population
}

#[test]
fn whoever_lies_in_a_corner_stays_inside_what_is_possible_for_two_weeks() {
    let corners = if long() { 10_000 } else { 48 };
    let case = |number: u64| {
        let mut population = same();
        for row in Parameters::rows() {
            let value = bound(&row.declared, side(number, row.id, 1, 3));
            assert!(population.set_parameter(row.id, value, Some(Spread::Same)));
        }
        let routine = Routine { free: number % 6 == 5, beside: true, ..Routine::default() };
        Case {
            who: format!("corner {number}"),
            individual: Individual { person: corner(number), number, drawn: true },
            schedule: two_weeks(number, routine),
            population,
            reading: Reading::ALL[number as usize % Reading::ALL.len()],
        }
    };
    let span = Span { start: 0.0, end: f64::from(DAYS) * DAY };
    all(corners / TOGETHER, |chunk, outside| {
        let cases: Vec<Case> = (0..TOGETHER).map(|place| case((chunk * TOGETHER + place) as u64)).collect();
        live(&cases, span, 10.0, outside);
    });
}

#[test]
fn with_one_parameter_at_a_bound_everything_stays_inside_what_is_possible() {
    // In the short form every few of them, beginning with the first.
    let every = if long() { 1 } else { 16 };
    let rows: Vec<&Row<Parameter>> = Parameters::rows().step_by(every).collect();
    let ends: Vec<(&Row<Parameter>, usize)> = rows.into_iter().flat_map(|row| [(row, 0), (row, 1)]).collect();
    let case = |(place, (row, at)): (usize, &(&Row<Parameter>, usize))| {
        let mut population = same();
        assert!(population.set_parameter(row.id, bound(&row.declared, *at), Some(Spread::Same)));
        let ill = [Condition::MixedBowel, Condition::Eczema, Condition::Psoriasis, Condition::Acne];
        let person = Person { conditions: ill.into_iter().collect(), ..Person::default() };
        Case {
            who: format!("{} {}", row.id, ["lowest", "highest"][*at]),
            individual: Individual { person, number: 1, drawn: true },
            schedule: both_days(),
            population,
            reading: Reading::ALL[place % Reading::ALL.len()],
        }
    };
    let span = Span { start: 0.0, end: 2.0 * DAY + 480.0 };
    all(ends.len().div_ceil(TOGETHER), |chunk, outside| {
        let own = ends.iter().enumerate().skip(chunk * TOGETHER).take(TOGETHER);
        live(&own.map(case).collect::<Vec<_>>(), span, 3.0, outside);
    });
}
