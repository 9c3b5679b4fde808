//! Who is drawn, and who is simulated with whom: the order of groups in a file changes no bit, and neither do threads.

mod common;

use common::{clock, encounter, lived, men_and_women, stress_test};
use consoma_lab::scenario::Scenario;
use consoma_lab::simulate::{Course, simulate};
use consoma_model::declare::Reading;
use consoma_model::schedule::{Schedule, Span};

/// Couples who talk on an evening, each answering as they are; the men were judged before.
fn couples(count: u64) -> Scenario {
    let talk = encounter("talk", clock(1, 18.0), 43.0, |sets| {
        sets.talk = Some(1.0);
        sets.disclosure = Some(0.8);
        sets.own_answer = Some(1.0);
    });
    let span = Span { start: clock(1, 16.0), end: clock(1, 19.5) };
    let times = (0..=21).map(|k| clock(1, 16.0) + f64::from(k) * 10.0).collect();
    let schedule = Schedule { encounters: vec![talk], ..Schedule::default() };
    let mut scenario = men_and_women(count, &schedule, span, times, &["safety.felt", "saliva.cortisol", "threat.felt"]);
    scenario.groups[0].schedule.encounters.push(stress_test(clock(1, 17.2)));
    scenario.pairs = vec![(0, 1)];
    scenario
}

/// The values of the people of one group, bit for bit.
fn bits(scenario: &Scenario, courses: &[Course], name: &str) -> Vec<Vec<u64>> {
    let members = courses.iter().filter(|course| scenario.groups[course.group].name == name);
    members.map(|course| course.values.iter().map(|value| value.to_bits()).collect()).collect()
}

#[test]
fn a_person_is_named_by_group_and_place() {
    let mut group = couples(1).groups.swap_remove(0);
    // FNV-1a's published answer for "foobar".
    group.name = "foobar".into();
    assert_eq!(group.number(0), 0xbf9c_f968_0000_0000);
    assert_eq!(group.number(5), 0xbf9c_f968_0000_0005);
}

#[test]
fn the_order_of_groups_changes_no_bit() {
    let there = couples(4);
    let mut back = there.clone();
    back.groups.reverse();
    // Another group, which shifts every number of the columns.
    let mut other = back.groups[0].clone();
    (other.name, other.count) = ("others".into(), 2);
    back.groups.insert(0, other);
    back.pairs = vec![(2, 1)];
    let (a, b) = (lived(&there), lived(&back));
    for name in ["men", "women"] {
        assert_eq!(bits(&there, &a, name), bits(&back, &b, name), "{name}");
    }
    assert_eq!(b.iter().map(|course| course.person).collect::<Vec<_>>(), (0..10).collect::<Vec<_>>());
    assert_eq!(b.iter().map(|course| course.group).collect::<Vec<_>>(), [0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
}

#[test]
fn threads_do_not_change_a_bit_of_a_pair() {
    let scenario = couples(5);
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        let courses = pool.install(|| lived(&scenario));
        ["men", "women"].map(|name| bits(&scenario, &courses, name))
    };
    let one = on(1);
    assert!(one == on(2) && one == on(5));
}

#[test]
fn a_pair_answers_each_other_and_those_left_over_live_alone() {
    let mut scenario = couples(3);
    scenario.groups[1].count = 4;
    let paired = lived(&scenario);
    scenario.pairs.clear();
    let alone = lived(&scenario);
    let same: Vec<bool> = paired.iter().zip(&alone).map(|(a, b)| a.values == b.values).collect();
    assert_eq!(same, [false, false, false, false, false, false, true]);
    assert_eq!(paired.iter().map(|course| course.person).collect::<Vec<_>>(), (0..7).collect::<Vec<_>>());
}

#[test]
fn a_failure_names_the_person() {
    let mut scenario = couples(2);
    let schedule = &mut scenario.groups[1].schedule;
    schedule.encounters.push(encounter("nonsense", clock(1, 17.0), 5.0, |sets| sets.drive = Some(f64::NAN)));
    let failure = simulate(&scenario, Reading::Measured, &|| ()).expect_err("a drive that is no number");
    assert_eq!((failure.person, &*failure.group), (2, "women"));
}
