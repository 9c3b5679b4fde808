//! Nights: what a sleep laboratory reads of young adults and by age, tests 5 and 6 of the survey of models, short nights and recovery, and
//! that the events of sleep do not depend on the step.

mod common;

use common::place;
use consoma_engine::noise::Source;
use consoma_lab::statistics::{mean, sd};
use consoma_model::body::sleep::stages::Stage;
use consoma_model::declare::Reading;
use consoma_model::person::{Person, Sex};
use consoma_model::schedule::{DAY, Night, Routine, Schedule, Span};
use consoma_wiring::{Individual, Life, Log, Plan, Population, Recorder, Reference, Setting, default_stepping};
use rayon::prelude::*;

fn long() -> bool {
    std::env::var_os("CONSOMA_LONG").is_some()
}

/// The people of one age and sex: here 100, in the long form of the check 400.
fn each() -> u64 {
    if long() { 400 } else { 100 }
}

/// What happens in a life, and the values at some times.
struct Lived {
    log: Vec<Log>,
    values: Vec<f64>,
}

impl Lived {
    fn at(&self, row: usize, id: &str) -> f64 {
        self.values[row * Recorder::width() + place(id)]
    }

    /// The bouts of a night: stage, begin, end. The last ends with getting up.
    fn bouts(&self) -> Vec<(Stage, f64, f64)> {
        let stage = Stage::begun_by;
        let staged = self.log.iter().filter(|it| it.what == "getting up" || stage(it.what).is_some());
        let staged: Vec<_> = staged.collect();
        let bout = |pair: &[&Log]| Some((stage(pair[0].what)?, pair[0].time, pair[1].time));
        staged.windows(2).filter_map(bout).collect()
    }
}

#[derive(Clone)]
struct Sleeping<'a> {
    person: Person,
    number: u64,
    drawn: bool,
    schedule: &'a Schedule,
    span: Span,
    times: Vec<f64>,
    noise: Reference,
    /// Length of the steps, in those that are usual.
    step: f64,
}

impl Sleeping<'_> {
    fn live(self) -> Lived {
        live(vec![self]).remove(0)
    }
}

/// Lives of one step, in the order that is given. They are run side by side.
fn live(all: Vec<Sleeping<'_>>) -> Vec<Lived> {
    const TOGETHER: usize = 16;
    let lived = |some: &[Sleeping<'_>]| {
        let population = Population::default();
        let individual = |it: &Sleeping<'_>| Individual { person: it.person, number: it.number, drawn: it.drawn };
        let setting = |it: &Sleeping<'_>| Setting {
            population: &population,
            reading: Reading::Measured,
            span: it.span,
            source: Source::new(31),
            noise: it.noise,
            stepping: default_stepping().scaled(it.step),
        };
        let (people, settings): (Vec<_>, Vec<_>) = some.iter().map(|it| (individual(it), setting(it))).unzip();
        let units: Vec<_> = people.iter().zip(some).map(|(who, it)| [(who, it.schedule)]).collect();
        let plans: Vec<Plan<'_>> = units.iter().map(|unit| &unit[..]).zip(&settings).collect();
        let lives: Vec<Life> = Life::all(&plans).into_iter().map(|life| life.expect("settles")).collect();
        let recorder =
            |(life, it): (&Life, &Sleeping<'_>)| Recorder::new(&life.company, it.times.clone(), it.span.start);
        let mut recorders: Vec<Recorder> = lives.iter().zip(some).map(recorder).collect();
        Life::run_all(&lives, &mut recorders).into_iter().for_each(|end| end.expect("lives"));
        let of = |recorder: Recorder| {
            let recording = recorder.finish().swap_remove(0);
            Lived { log: recording.log, values: recording.values }
        };
        recorders.into_iter().map(of).collect::<Vec<_>>()
    };
    all.par_chunks(TOGETHER).flat_map_iter(lived).collect()
}

const MORNING: f64 = DAY + 451.0;

/// The night of day 1 in drawn people of one age and sex.
fn nights(age: f64, sex: Sex) -> Vec<Lived> {
    let schedule = Schedule::default();
    let one = |number| Sleeping {
        person: Person { age, sex, ..Person::default() },
        number,
        drawn: true,
        schedule: &schedule,
        span: Span { start: 0.5 * DAY, end: MORNING },
        times: vec![MORNING],
        noise: Reference::Stochastic,
        step: 1.0,
    };
    live((0..each()).map(one).collect())
}

fn of(nights: &[Lived], number: impl Fn(&Lived) -> f64) -> Vec<f64> {
    nights.iter().map(number).filter(|value| value.is_finite()).collect()
}

/// A centre within 5 % or a tenth of the spread of its source; of few people, with two standard errors more.
#[track_caller]
fn centre(what: &str, found: &[f64], expected: f64, spread: f64) {
    let (middle, deviation) = (mean(found), sd(found));
    println!("{what}: {middle:.1} SD {deviation:.1} (source {expected} SD {spread})");
    let error = if long() { 0.0 } else { 2.0 * deviation / (found.len() as f64).sqrt() };
    let room = f64::max(0.05 * expected, 0.1 * spread) + error;
    assert!((middle - expected).abs() <= room, "{what}: {middle}, expected {expected} within {room}");
}

/// Minutes from sleep onset to the first bout of a stage.
fn until(night: &Lived, stage: Stage) -> f64 {
    let bouts = night.bouts();
    let onset = bouts.iter().find(|bout| bout.0 != Stage::Wake).map_or(f64::NAN, |bout| bout.1);
    bouts.iter().find(|bout| bout.0 == stage).map_or(f64::NAN, |bout| bout.1 - onset)
}

fn share(night: &Lived, stage: Stage) -> f64 {
    let bouts = night.bouts();
    let of = |stage| bouts.iter().filter(|bout| bout.0 == stage).map(|bout| bout.2 - bout.1).sum::<f64>();
    100.0 * of(stage) / Stage::ALL[1..].iter().map(|&stage| of(stage)).sum::<f64>()
}

#[test]
fn nights_of_young_adults_read_as_published() {
    // Young couples' night alone (12 couples, 23.5 years).
    let both = [nights(23.5, Sex::Male), nights(23.5, Sex::Female)].into_iter().flatten().collect::<Vec<_>>();
    centre("sleep, min", &of(&both, |it| it.at(0, "night.slept")), 467.6, 27.0);
    centre("efficiency, %", &of(&both, |it| it.at(0, "night.efficiency")), 92.0, 5.1);
    centre("latency, min", &of(&both, |it| it.at(0, "night.latency")), 10.6, 7.6);
    centre("REM latency, min", &of(&both, |it| until(it, Stage::Rem)), 95.4, 40.1);
    for (what, stage) in Stage::ALL.into_iter().skip(1).map(|stage| (stage.event(), stage)) {
        println!("{what}: {:.1} % of sleep", mean(&of(&both, |it| share(it, stage))));
    }
    println!("awakenings: {:.1}", mean(&of(&both, |it| it.at(0, "night.awakenings"))));
    // The bouts tell the same as the record.
    for night in &both {
        let slept: f64 = night.bouts().iter().filter(|bout| bout.0 != Stage::Wake).map(|bout| bout.2 - bout.1).sum();
        assert!((slept - night.at(0, "night.slept")).abs() < 0.01, "{slept} {}", night.at(0, "night.slept"));
    }
    let spread = sd(&of(&both, |it| it.at(0, "night.slept")));
    // Chance as for the centres.
    let error = if long() { 0.0 } else { 2.0 * spread / (2.0 * both.len() as f64).sqrt() };
    assert!((spread - 27.0).abs() < 0.3 * 27.0 + error, "spread of sleep {spread}");
}

#[test]
fn nights_change_with_age_and_sex_as_published() {
    let ages = [25.0, 45.0, 65.0];
    let people: Vec<[Vec<Lived>; 2]> =
        ages.iter().map(|&age| [Sex::Male, Sex::Female].map(|sex| nights(age, sex))).collect();
    // Straight lines through the means of the ages, per decade.
    let slope = |number: &dyn Fn(&Lived) -> f64, sexes: &[usize]| -> f64 {
        let middle =
            |both: &[Vec<Lived>; 2]| mean(&sexes.iter().flat_map(|&sex| of(&both[sex], number)).collect::<Vec<_>>());
        let y: Vec<f64> = people.iter().map(middle).collect();
        (y[2] - y[0]) / 4.0
    };
    let slept = slope(&|it| it.at(0, "night.slept"), &[0, 1]);
    let efficiency = slope(&|it| it.at(0, "night.efficiency"), &[0, 1]);
    let light = slope(&|it| share(it, Stage::N1), &[0, 1]);
    let men = slope(&|it| share(it, Stage::N3), &[0]);
    let women = slope(&|it| share(it, Stage::N3), &[1]);
    println!(
        "per decade: sleep {slept:.1} min (-10.1), efficiency {efficiency:.2} (-2.1), N1 {light:.2} (0.5), N3 men {men:.2} (-1.9), women {women:.2}"
    );
    assert!((-12.5..=-7.5).contains(&slept), "95 % interval of the source: {slept}");
    assert!((-2.6..=-1.5).contains(&efficiency), "95 % interval of the source: {efficiency}");
    assert!((0.1..=1.2).contains(&light), "{light}");
    assert!((men / -1.9 - 1.0).abs() < 0.25, "{men}");
    assert!(women.abs() < 0.6, "{women}");
}

#[test]
fn slow_waves_decline_over_the_night_with_the_published_time_constant() {
    // Mean slow-wave activity of each NREM episode, by cycle, of young adults; then a fall to an asymptote through these means.
    let schedule = Schedule::default();
    let times: Vec<f64> = (0..=1020).map(|k| DAY - 60.0 + 0.5 * f64::from(k)).collect();
    let one = |number: u64| Sleeping {
        person: Person { age: 24.0, ..Person::default() },
        number,
        drawn: false,
        schedule: &schedule,
        span: Span { start: 0.5 * DAY, end: MORNING },
        times: times.clone(),
        noise: Reference::Stochastic,
        step: 1.0,
    };
    let points = |lived: Lived| {
        let bouts = lived.bouts();
        let stage = |time: f64| bouts.iter().find(|bout| bout.1 <= time && time < bout.2).map(|bout| bout.0);
        // (hour of the night, activity, cycle) of each half minute of NREM sleep.
        let mut cycle = 0;
        let mut dreamed = false;
        let mut points = Vec::new();
        for (row, &time) in times.iter().enumerate() {
            match stage(time) {
                Some(Stage::Rem) => dreamed = true,
                Some(Stage::N2 | Stage::N3) => {
                    cycle += usize::from(core::mem::replace(&mut dreamed, false));
                    points.push((cycle, (time - (DAY - 60.0)) / 60.0, lived.at(row, "slow_waves.activity")));
                }
                _ => {}
            }
        }
        points
    };
    let points: Vec<(usize, f64, f64)> = live((0..60).map(one).collect()).into_iter().flat_map(points).collect();
    let cycle = |k: usize| {
        let of: Vec<_> = points.iter().filter(|point| point.0 == k).collect();
        (mean(&of.iter().map(|it| it.1).collect::<Vec<_>>()), mean(&of.iter().map(|it| it.2).collect::<Vec<_>>()))
    };
    let cycles: Vec<(f64, f64)> = (0..5).map(cycle).collect();
    println!("activity by cycle (h, %): {cycles:.1?}");
    assert!(cycles.windows(2).all(|pair| pair[1].1 < pair[0].1), "it declines: {cycles:?}");
    assert!(cycles[0].1 > 2.0 * cycles[3].1, "the first cycle is the deepest by far");
    // Least squares over the asymptote and the time constant, by search.
    let error = |floor: f64, tau: f64| {
        let shape: Vec<f64> = cycles.iter().map(|(hour, _)| (-hour / tau).exp()).collect();
        let (num, den) =
            cycles.iter().zip(&shape).fold((0.0, 0.0), |(n, d), ((_, y), s)| (n + (y - floor) * s, d + s * s));
        let a = num / den;
        cycles.iter().zip(&shape).map(|((_, y), s)| (y - floor - a * s).powi(2)).sum::<f64>()
    };
    let grid = (0..60).flat_map(|f| (1..160).map(move |t| (2.0 * f64::from(f), 0.05 * f64::from(t))));
    let best = grid.min_by(|a, b| error(a.0, a.1).total_cmp(&error(b.0, b.1))).expect("a grid");
    println!("asymptote {:.0} %, time constant {:.2} h (individual fits 1.2-2.9 h)", best.0, best.1);
    assert!((1.2..=2.9).contains(&best.1), "{best:?}");
}

/// Bed times and getting-up times of who sleeps by pressure for four weeks; the last two weeks.
fn free(age: f64, dark: bool, noise: Reference) -> Vec<(f64, f64)> {
    let mut routine = Routine { free: true, ..Routine::default() };
    if dark {
        (routine.daylight, routine.lamplight) = (0.0, 0.0);
    }
    let schedule = Schedule { routine, ..Schedule::default() };
    let life = Sleeping {
        person: Person { age, ..Person::default() },
        number: 1,
        drawn: false,
        schedule: &schedule,
        span: Span { start: 0.0, end: 28.0 * DAY },
        times: vec![],
        noise,
        step: 1.0,
    };
    let log = life.live().log;
    let beds = log.iter().filter(|it| it.what == "to bed" && it.time > 14.0 * DAY);
    let up = |from: f64| log.iter().find(|it| it.what == "getting up" && it.time > from);
    beds.filter_map(|bed| Some((bed.time, up(bed.time)?.time))).collect()
}

#[test]
fn who_sleeps_by_pressure_sleeps_as_long_as_the_model_it_is_taken_from() {
    // The source knows no stages: the skeleton must agree, and drawn nights, which go to bed and get up by the same rule.
    let hours = |age: f64, noise| {
        let nights = free(age, false, noise);
        assert!(nights.len() >= 13, "a night each day: {}", nights.len());
        let found = mean(&nights.iter().map(|(bed, up)| (up - bed) / 60.0).collect::<Vec<_>>());
        println!("{noise:?} at {age}: {found:.2} h in bed");
        found
    };
    assert!((hours(30.0, Reference::Skeleton) - 8.2).abs() <= 0.15);
    assert!((hours(65.0, Reference::Skeleton) - 7.4).abs() <= 0.15);
    assert!((hours(30.0, Reference::Stochastic) - 8.2).abs() <= 0.2);
    assert!((hours(65.0, Reference::Stochastic) - 7.4).abs() <= 0.2);
    let nights = free(30.0, true, Reference::Skeleton);
    let last = nights.len() - 1;
    let period = (nights[last].0 - nights[0].0) / last as f64 / 60.0;
    println!("in darkness the days are {period:.2} h long");
    assert!((period - 24.2).abs() < 0.02, "{period}");
}

/// What usual nights leave of a routine in drawn people of all ages: each the states at noon, after each night.
fn usual_nights(routine: Routine, count: u64) -> Vec<Lived> {
    let schedule = Schedule { routine, ..Schedule::default() };
    let noon = |day: usize| day as f64 * DAY + 720.0;
    let times: Vec<f64> = (1..=NIGHTS).map(noon).collect();
    let one = |number: u64| Sleeping {
        person: Person { age: 22.0 + 2.5 * number as f64, ..Person::default() },
        number,
        drawn: true,
        schedule: &schedule,
        span: Span { start: 0.5 * DAY, end: noon(NIGHTS) },
        times: times.clone(),
        noise: Reference::Stochastic,
        step: 1.0,
    };
    live((0..count).map(one).collect())
}

/// How many.
const NIGHTS: usize = 10;

#[test]
fn usual_nights_leave_nobody_in_debt() {
    // What is left over in the mean of ten usual days is chance, also of who sleeps by pressure, whatever the clock hours of their routine.
    // In so much light everybody's clock is entrained, so that nights stay as they are.
    let pressed = |bed: f64, wake: f64| Routine { free: true, bed, wake, daylight: 3000.0, ..Routine::default() };
    let people = usual_nights(Routine::default(), 20);
    let lasting = nobody_in_debt("by the clock", &people);
    assert!(lasting.iter().all(|squares| *squares < 2.25), "they differ in what is left over: {lasting:?}");
    assert!(sd(&of(&people, usually_slept)) > 15.0, "people differ in what they sleep");
    nobody_in_debt("by pressure", &usual_nights(pressed(1380.0, 450.0), 12));
    nobody_in_debt("by pressure, from a short night", &usual_nights(pressed(90.0, 420.0), 12));
    nobody_in_debt("by pressure, from a long night", &usual_nights(pressed(1140.0, 420.0), 12));
}

fn over_nights(person: &Lived, id: &str) -> Vec<f64> {
    (0..NIGHTS).map(|row| person.at(row, id)).collect()
}

fn usually_slept(person: &Lived) -> f64 {
    mean(&over_nights(person, "night.slept"))
}

/// Of hours slept and of refreshment: squares of standard errors from zero, a person; of chance alone 1.
fn nobody_in_debt(who: &str, people: &[Lived]) -> [f64; 2] {
    let lasting = ["restedness.hours", "restedness.refreshment"].map(|id| {
        let errors = people.iter().map(|person| {
            let all = over_nights(person, id);
            mean(&all) / (sd(&all) / (NIGHTS as f64).sqrt())
        });
        mean(&errors.map(|error| error * error).collect::<Vec<_>>())
    });
    let means = |id: &str| of(people, |person| mean(&over_nights(person, id)));
    let slept = of(people, usually_slept);
    let (hours, refreshment) = (means("restedness.hours"), means("restedness.refreshment"));
    let drift = of(people, |person| person.at(NIGHTS - 1, "vigilance.debt") - person.at(0, "vigilance.debt"));
    println!(
        "usual nights {who}: sleep {:.0} min SD {:.1}; hours {:.3} h SD {:.3}, refreshment {:.3} SD {:.3}, squares {lasting:.1?}; \
         debt drifts by {:.2} h SD {:.2}",
        mean(&slept),
        sd(&slept),
        mean(&hours),
        sd(&hours),
        mean(&refreshment),
        sd(&refreshment),
        mean(&drift),
        sd(&drift)
    );
    assert!(mean(&hours).abs() < 0.08, "{who}: five minutes");
    assert!(mean(&refreshment).abs() < 0.1, "{who}");
    // A night's SD of half an hour leaves 1.2 h over a memory of a week; a mean of twenty people a quarter of an hour.
    assert!(mean(&drift).abs() < 0.7, "{who}: {}", mean(&drift));
    assert!(sd(&drift) < 1.8, "{who}: {}", sd(&drift));
    lasting
}

#[test]
fn short_nights_add_up_and_one_long_night_does_not_pay_them_back() {
    let night = |day: i64, from: f64, hours: f64| {
        let start = (day - 1) as f64 * DAY + from * 60.0;
        Night { day, span: Span { start, end: start + hours * 60.0 }, beside: false }
    };
    // Seven nights of four hours, then three of nine and a half.
    let mut nights: Vec<Night> = (1..=7).map(|day| night(day, 27.0, 4.0)).collect();
    nights.extend((8..=10).map(|day| night(day, 22.0, 9.5)));
    let short = Schedule { nights, ..Schedule::default() };
    let noon = |day: f64| (day - 1.0) * DAY + 14.0 * 60.0;
    let times: Vec<f64> = [1.0, 2.0, 5.0, 8.0, 9.0, 11.0].map(noon).to_vec();
    let lived = |schedule: &Schedule| {
        let one = |number: u64| Sleeping {
            person: Person { age: 24.0, ..Person::default() },
            number,
            drawn: true,
            schedule,
            span: Span { start: 0.0, end: 11.0 * DAY },
            times: times.clone(),
            noise: Reference::Stochastic,
            step: 1.0,
        };
        live((0..24).map(one).collect())
    };
    let (short, usual) = (lived(&short), lived(&Schedule::default()));
    let over = |people: &[Lived], id: &str| -> Vec<f64> {
        (0..times.len()).map(|row| mean(&of(people, |it| it.at(row, id)))).collect()
    };
    let performance = [&short, &usual].map(|people| over(people, "vigilance.performance"));
    let lost: Vec<f64> = performance[0].iter().zip(&performance[1]).map(|(short, usual)| short - usual).collect();
    println!("vigilance against usual nights on days 1, 2, 5, 8, 9, 11: {lost:.2?}");
    assert!(lost[0].abs() < 0.05 && lost[1] < -0.2, "one short night: {lost:?}");
    assert!(lost[2] < 1.5 * lost[1] && lost[3] < lost[2], "they add up: {lost:?}");
    assert!(lost[4] > lost[3] && lost[4] < 0.5 * lost[3], "one long night does not pay back: {lost:?}");
    assert!(lost[5] > lost[4] && lost[5] < 0.0, "three nights pay back more: {lost:?}");
    let pressure = [&short, &usual].map(|people| over(people, "slow_waves.pressure"));
    assert!(pressure[0][3] > pressure[1][3], "pressure for slow waves rises: {pressure:?}");
}

#[test]
fn the_step_moves_no_event_of_the_night_by_half_a_minute() {
    let schedule = Schedule::default();
    let all = |step: f64| {
        let one = |number: u64| Sleeping {
            person: Person { age: 40.0, ..Person::default() },
            number,
            drawn: true,
            schedule: &schedule,
            span: Span { start: 0.5 * DAY, end: 2.0 * DAY },
            times: vec![],
            noise: Reference::Stochastic,
            step,
        };
        live((0..40).map(one).collect())
    };
    let mut worst: f64 = 0.0;
    let (mut events, mut other) = (0, 0);
    for (a, b) in all(1.0).into_iter().zip(all(0.5)) {
        let (a, b) = (a.log, b.log);
        let kinds = |log: &[Log]| log.iter().map(|it| it.what).collect::<Vec<_>>();
        // Where a way is drawn by a hair's breadth another step may take the other; it must be rare.
        if kinds(&a) != kinds(&b) {
            other += 1;
            continue;
        }
        events += a.len();
        worst = a.iter().zip(&b).map(|(a, b)| (a.time - b.time).abs()).fold(worst, f64::max);
    }
    println!("{events} events: {:.4} min at most; {other} of 40 nights went another way", worst);
    assert!(worst < 0.5, "{worst}");
    assert!(other <= 2, "{other}");
}
