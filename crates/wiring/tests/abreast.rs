//! Lives that are settled and run together are, bit for bit, those of each alone.

mod common;

use common::{busy_days, encounter, grid, meeting, setting, two};
use consoma_model::schedule::{DAY, Schedule, Span};
use consoma_wiring::{Individual, Life, Population, Recorder, Recording, Reference, Setting, Unit, default_stepping};

const SPAN: Span = Span { start: 0.0, end: DAY };

fn bits(people: Vec<Recording>) -> Vec<Vec<u64>> {
    people.into_iter().map(|it| it.values.into_iter().map(f64::to_bits).collect()).collect()
}

#[test]
fn what_is_run_with_whom_changes_no_bit() {
    let ([a, b], [first, second]) = (two(true), meeting());
    let (busy, quiet) = (busy_days(), Schedule::default());
    let pair: [(&Individual, &Schedule); 2] = [(&a, &first), (&b, &second)];
    let (one, other) = ([(&a, &busy)], [(&b, &quiet)]);
    // Pairs and people alone, in another order than they are run in.
    let units: [Unit<'_>; 4] = [&one, &pair, &other, &pair];
    let population = Population::default();
    let setting = setting(&population, SPAN, Reference::Stochastic, default_stepping());
    let times = grid(SPAN, 3.7);
    let recorder = |life: &Life| Recorder::new(&life.company, times.clone(), SPAN.start);

    let lives: Vec<Life> =
        Life::all(&units.map(|unit| (unit, &setting))).into_iter().map(|life| life.expect("settles")).collect();
    let mut recorders: Vec<_> = lives.iter().map(recorder).collect();
    let finished = Life::run_all(&lives, &mut recorders);
    for ((unit, finish), together) in units.iter().zip(finished).zip(recorders) {
        let life = Life::new(unit, &setting).expect("settles");
        let mut alone = recorder(&life);
        finish.expect("runs");
        life.run(&mut alone).expect("runs");
        assert_eq!(bits(together.finish()), bits(alone.finish()));
    }
}

/// The same two days but for an hour of the second, that hour at another time, and half of the time.
#[test]
fn what_lives_have_in_common_may_be_lived_once() {
    let [a, _] = two(true);
    let busy = busy_days();
    let more = |hour: f64| {
        let mut schedule = busy.clone();
        schedule.encounters.push(encounter("test", DAY + hour * 60.0, 30.25, |it| it.evaluation = Some(1.0)));
        schedule
    };
    let schedules = [busy.clone(), more(16.0), more(16.3), busy.clone(), Schedule::default()];
    let units = schedules.each_ref().map(|schedule| [(&a, schedule)]);
    let population = Population::default();
    let long = setting(&population, Span { start: 0.0, end: 2.0 * DAY }, Reference::Stochastic, default_stepping());
    let short = Setting { span: Span { end: 0.7 * DAY, ..long.span }, ..long };
    let settings = [&long, &long, &long, &short, &long];
    let times = grid(long.span, 3.7);
    let recorder = |life: &Life| Recorder::new(&life.company, times.clone(), 0.0);

    let plans: Vec<_> = units.iter().map(<[_; 1]>::as_slice).zip(settings).collect();
    let lives: Vec<Life> = Life::all(&plans).into_iter().map(|life| life.expect("settles")).collect();
    let mut recorders: Vec<_> = lives.iter().map(recorder).collect();
    Life::run_all(&lives, &mut recorders).into_iter().for_each(|end| end.expect("runs"));
    for (life, together) in lives.iter().zip(recorders) {
        let mut alone = recorder(life);
        life.run(&mut alone).expect("runs");
        let (together, alone) = (together.finish(), alone.finish());
        assert_eq!(together[0].log, alone[0].log);
        assert_eq!(bits(together), bits(alone));
    }
}

#[test]
fn a_unit_of_three_fails_alone() {
    let ([a, b], quiet) = (two(false), Schedule::default());
    let (one, three) = ([(&a, &quiet)], [(&a, &quiet), (&b, &quiet), (&b, &quiet)]);
    let population = Population::default();
    let setting = setting(&population, SPAN, Reference::Skeleton, default_stepping());
    let units: [Unit<'_>; 3] = [&one, &three, &one];
    let lives = Life::all(&units.map(|unit| (unit, &setting)));
    assert!(lives[0].is_ok() && lives[1].is_err() && lives[2].is_ok());
}
