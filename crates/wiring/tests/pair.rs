//! Pairs: nobody goes first, each answers from their own state, and who never meets lives as if alone.

mod common;

use common::{busy_days, encounter, everybody, grid, lives, meeting, place, setting, two};
use consoma_engine::Error;
use consoma_model::schedule::{DAY, Schedule, Span};
use consoma_wiring::{Individual, Life, Population, Recorder, Recording, Reference, columns, default_stepping};

/// How far an event may move, min.
const NEAR: f64 = 0.02;
const SPAN: Span = Span { start: 0.0, end: 2.0 * DAY };

fn recorded(people: &[(&Individual, &Schedule)], times: &[f64]) -> Vec<Recording> {
    let life = lives(people, SPAN, Reference::Stochastic);
    let mut recorder = Recorder::new(&life.company, times.to_vec(), SPAN.start);
    life.run(&mut recorder).expect("the life runs");
    recorder.finish()
}

#[test]
fn who_is_the_first_changes_no_bit() {
    let ([a, b], [first, second]) = (two(true), meeting());
    // Times on the steps and inside them.
    let times = grid(SPAN, 3.7);
    let there = recorded(&[(&a, &first), (&b, &second)], &times);
    let mut back = recorded(&[(&b, &second), (&a, &first)], &times);
    back.reverse();
    let bits = |people: &[Recording]| -> Vec<Vec<u64>> {
        people.iter().map(|it| it.values.iter().map(|value| value.to_bits()).collect()).collect()
    };
    assert_eq!(bits(&there), bits(&back));
    assert!(there[0].log == back[0].log && there[1].log == back[1].log);
    assert!(there[0].log.len() > 40 && there[0].log != there[1].log);
}

#[test]
fn who_never_meets_lives_as_if_alone() {
    let ([a, b], busy) = (two(true), busy_days());
    // The other has company of their own meanwhile.
    let tea = encounter("tea", SPAN.start + 60.0, 600.0, |sets| (sets.friend, sets.talk) = (Some(1.0), Some(0.5)));
    let quiet = Schedule { encounters: vec![tea], ..Schedule::default() };
    let people = [(&a, &busy), (&b, &quiet)];
    let times = grid(SPAN, 1.0);
    let mut worst = (0.0, "", 0.0);
    for (person, there) in people.iter().zip(recorded(&people, &times)) {
        let alone = recorded(&[*person], &times).swap_remove(0);
        // Both steps end at each other's events and stir each other, which moves the error of the step, and nothing else. So a stage of sleep
        // may begin some hundredths of a minute elsewhere. A reading between the two is in another stage, and says nothing of the rest.
        assert_eq!(there.log.len(), alone.log.len());
        for (a, b) in there.log.iter().zip(&alone.log) {
            assert!(a.what == b.what && (a.time - b.time).abs() < NEAR, "{a:?} {b:?}");
        }
        let apart = |time: f64| alone.log.iter().all(|event| (event.time - time).abs() > NEAR);
        for (column, row) in columns().enumerate() {
            let of = |values: &[f64], k: usize| values[k * Recorder::width() + column];
            let peak = (0..times.len()).map(|k| of(&alone.values, k).abs()).fold(1e-12, f64::max);
            for (k, &time) in times.iter().enumerate().filter(|(_, time)| apart(**time)) {
                let difference = (of(&there.values, k) - of(&alone.values, k)).abs() / peak;
                worst = if difference > worst.0 { (difference, row.id, time) } else { worst };
            }
        }
    }
    println!("largest difference: {:.4} % of the peak, of {} at {} min", 100.0 * worst.0, worst.1, worst.2);
    assert!(worst.0 > 0.0 && worst.0 < 0.005, "{worst:?}");
}

#[test]
fn what_is_not_stated_of_the_other_their_own_state_supplies() {
    let ([a, b], [first, _]) = (two(false), meeting());
    let talk = first.encounters[1].clone();
    let end = talk.span.end;
    let quiet = Schedule { encounters: vec![talk.clone()], ..Schedule::default() };
    // The other one comes from a quarrel of their own.
    let quarrel = encounter("quarrel", talk.span.start - 40.0, 40.0, |sets| sets.conflict = Some(1.0));
    let troubled = Schedule { encounters: vec![quarrel, talk.clone()], ..Schedule::default() };
    let relief = |own: &Schedule, other: &Schedule| {
        let rows = everybody(&lives(&[(&a, own), (&b, other)], SPAN, Reference::Skeleton), &[end - 50.0]);
        rows[0][0][place("safety.felt")]
    };
    let (of_the_calm, of_the_troubled) = (relief(&quiet, &quiet), relief(&quiet, &troubled));
    assert!(of_the_calm > of_the_troubled + 0.02, "{of_the_calm} and {of_the_troubled}");
    // What is stated of the other is what happens, whatever their state.
    let mut stated = quiet.clone();
    stated.encounters[0].sets.own_answer = None;
    stated.encounters[0].sets.responsiveness = Some(0.5);
    let (of_the_calm, of_the_troubled) = (relief(&stated, &quiet), relief(&stated, &troubled));
    assert!((of_the_calm - of_the_troubled).abs() < 1e-4, "{of_the_calm} and {of_the_troubled}");
}

#[test]
fn an_error_names_the_person() {
    let ([a, b], first, mut second) = (two(false), Schedule::default(), busy_days());
    second.encounters.push(encounter("nonsense", DAY, 10.0, |sets| sets.drive = Some(f64::NAN)));
    let life = lives(&[(&a, &first), (&b, &second)], SPAN, Reference::Skeleton);
    let fault = life.run(&mut ()).expect_err("a drive that is no number");
    let Error::NotFinite { index, good, .. } = fault.error else { panic!("{fault:?}") };
    let alone = lives(&[(&b, &second)], SPAN, Reference::Skeleton);
    let own = alone.run(&mut ()).expect_err("a drive that is no number");
    let Error::NotFinite { index: own_index, good: own_good, .. } = own.error else { panic!("{own:?}") };
    assert_eq!((fault.whose, own.whose, index, good.len()), (1, 0, own_index, own_good.len()));
    let close = good.iter().zip(&own_good).all(|(a, b)| (a - b).abs() < 0.05 * b.abs().max(1.0));
    assert!(close, "the last good states are this person's");
}

#[test]
fn a_life_has_one_person_or_two() {
    let ([a, _], [schedule, _]) = (two(false), meeting());
    let population = Population::default();
    let setting = setting(&population, SPAN, Reference::Skeleton, default_stepping());
    for count in [0, 3] {
        let fault = Life::new(&vec![(&a, &schedule); count], &setting).expect_err("too few or too many");
        assert!(matches!(fault.error, Error::Shape { found, .. } if found == count));
    }
}
