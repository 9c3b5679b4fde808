//! Drawn nights: two arms alike differ by nothing, the order of people changes nothing, and the mean is that of independent nights.

mod common;

use common::{clock, encounter, typical};
use consoma_lab::control::Control;
use consoma_lab::digest::{Digest, digests};
use consoma_lab::nights::{COUNT, Drawn, TOLD_BY, any, drawn};
use consoma_lab::record::{Record, record};
use consoma_lab::scenario::Scenario;
use consoma_lab::statistics::mean;
use consoma_model::declare::Reading;
use consoma_model::schedule::{Schedule, Span};

/// Somebody is judged in the evening, and sleeps.
fn evening() -> Scenario {
    let judged = encounter("judged", clock(1, 21.0), 30.0, |sets| {
        (sets.talk, sets.evaluation) = (Some(0.5), Some(1.0));
    });
    let schedule = Schedule { encounters: vec![judged], ..Schedule::default() };
    let times = (0..=78).map(|step| clock(1, 20.0) + 10.0 * f64::from(step)).collect();
    let span = Span { start: clock(1, 20.0), end: clock(2, 9.0) };
    let quantities = ["night.slept", "saliva.cortisol", "stages.bout", "memory.retention"];
    Scenario { control: Control::Nothing, ..typical(&schedule, span, times, &quantities) }
}

/// Two people of that kind, who meet by name where `pair` says so.
fn two(order: [&str; 2], pair: bool) -> Record {
    let mut scenario = evening();
    let group = scenario.groups.remove(0);
    scenario.groups = order.map(|name| consoma_lab::scenario::Group { name: name.into(), ..group.clone() }).to_vec();
    scenario.pairs = if pair { vec![(0, 1)] } else { Vec::new() };
    record(scenario, &|| ()).unwrap()
}

fn of<'a>(all: &'a [Drawn], group: usize, id: &str) -> &'a Drawn {
    all.iter().find(|it| it.group == group && it.quantity.id == id).unwrap()
}

#[test]
fn two_arms_alike_differ_by_nothing() {
    let mut scenario = evening();
    // An encounter that gives nothing: the arms differ in their schedules, and in nothing else.
    scenario.groups[0].schedule.encounters =
        vec![encounter("nothing", clock(1, 21.0), 30.0, |sets| sets.disclosure = Some(0.0))];
    let record = record(scenario, &|| ()).unwrap();
    let all = drawn(&record);
    assert_eq!(all.len(), TOLD_BY.len());
    for one in &all {
        assert_eq!((one.change, one.error, one.apart), (0.0, 0.0, 0.0), "{}", one.quantity.id);
        assert!(one.usual == one.mean && one.spread > 0.0 && !one.notable(), "{}", one.quantity.id);
        assert_eq!((one.nights, one.reading), (COUNT as usize, Reading::Measured));
    }
}

#[test]
fn swapping_two_people_changes_nothing() {
    for pair in [false, true] {
        let (there, back) = (two(["Ada", "Ben"], pair), two(["Ben", "Ada"], pair));
        let (there, back) = (drawn(&there), drawn(&back));
        assert_eq!(there.len(), 2 * TOLD_BY.len());
        for (group, id) in [0, 1].into_iter().flat_map(|group| TOLD_BY.map(|id| (group, id))) {
            let (one, other) = (of(&there, group, id), of(&back, 1 - group, id));
            let numbers = |it: &Drawn| [it.usual, it.mean, it.spread, it.change, it.error, it.apart].map(f64::to_bits);
            assert_eq!(numbers(one), numbers(other), "{id}");
        }
        assert!(of(&there, 0, "night.slept").usual != of(&there, 1, "night.slept").usual);
    }
}

#[test]
fn the_mean_is_near_that_of_independent_nights() {
    let record = record(evening(), &|| ()).unwrap();
    let all = drawn(&record);
    let mut slept = Vec::new();
    let mut others = evening();
    others.groups[0].schedule.encounters.clear();
    let group = others.groups[0].clone();
    // Typical people of other names are the same person with other draws.
    others.groups[0] = consoma_lab::scenario::Group { name: "others".into(), count: 48, ..group };
    for course in common::lived(&others) {
        slept.push(*common::column(&others, &course, 0).last().unwrap());
    }
    let one = of(&all, 0, "night.slept");
    let spread = consoma_lab::statistics::sd(&slept);
    let error = spread * (1.0 / slept.len() as f64 + 1.0 / one.nights as f64).sqrt();
    println!("drawn {:.1} SD {:.1}, independent {:.1} SD {spread:.1}", one.usual, one.spread, mean(&slept));
    assert!((one.usual - mean(&slept)).abs() < 4.0 * error, "{one:?}");
    assert!((0.5..2.0).contains(&(one.spread / spread)), "{one:?}");
}

#[test]
fn quantities_of_a_night_leave_the_digests_and_nights_leave_the_heart() {
    let mut record = record(evening(), &|| ()).unwrap();
    assert!(any(&record));
    let all = digests(&record);
    let find = |all: &[Digest], id: &str| all.iter().find(|it| it.quantity.id == id).cloned();
    assert!(all.iter().filter(|it| it.by_night).all(|it| !it.notable()));
    assert!(find(&all, "night.slept").unwrap().by_night && find(&all, "memory.retention").unwrap().by_night);
    // A blip of the night no longer counts.
    let heart = consoma_wiring::columns().position(|row| row.id == "rhythm.wander").unwrap();
    let width = record.scenario.quantities.len();
    record.scenario.quantities[0] = heart;
    let quiet = |time: f64| if time < clock(1, 23.0) { 1.0 } else { 0.0 };
    let times = record.scenario.times.clone();
    for (arm, blip) in [(0, 50.0), (1, 0.0)] {
        let course = if arm == 0 { &mut record.courses[0].1[0] } else { &mut record.control[0][0] };
        for (row, time) in times.iter().enumerate() {
            let night = if *time == clock(2, 2.0) { blip } else { 0.0 };
            course.values[row * width] = if arm == 0 { quiet(*time) } else { 0.0 } + night;
        }
    }
    let change = digests(&record)[0].change.clone().unwrap();
    assert_eq!((change.largest.value, change.largest.time), (1.0, clock(1, 20.0)));
    assert_eq!(change.over.unwrap().time, clock(2, 8.0));
    assert_eq!(change.parts[0].value, 1.0);
    assert!(change.course.contains(&50.0));
}

#[test]
fn many_people_have_no_drawn_nights_and_their_sums_count_when_the_night_is_over() {
    let mut scenario = evening();
    scenario.groups[0].count = 5;
    let record = record(scenario, &|| ()).unwrap();
    assert!(!any(&record) && drawn(&record).is_empty());
    let all = digests(&record);
    let slept = all.iter().find(|it| it.quantity.id == "night.slept").unwrap();
    assert!(!slept.by_night);
    assert_eq!(slept.change.as_ref().unwrap().largest.time, clock(2, 7.5));
}
