//! Vessels over months: what daily quarrels build up, one day does not, and what goes again in quiet months.

mod common;

use common::{encounter, place, rows, setting};
use consoma_model::person::Person;
use consoma_model::schedule::{DAY, Encounter, Schedule, Span};
use consoma_wiring::{Individual, Life, Population, Reference, default_stepping};

const YEAR: f64 = 364.0;

fn quarrel(day: f64) -> Encounter {
    encounter("quarrel", day * DAY + 19.0 * 60.0, 60.0, |it| {
        (it.partner, it.talk, it.conflict) = (Some(1.0), Some(0.5), Some(0.8));
    })
}

/// Resistance and systolic pressure at eleven in the morning of these days, with quarrels in the evenings before `until`.
fn year(until: f64, days: &[f64]) -> Vec<(f64, f64)> {
    let quarrels = (0..until as u32).map(|day| quarrel(f64::from(day))).collect();
    let schedule = Schedule { encounters: quarrels, ..Schedule::default() };
    let individual = Individual { person: Person::default(), number: 1, drawn: false };
    let population = Population::default();
    let span = Span { start: 0.0, end: YEAR * DAY };
    let setting = setting(&population, span, Reference::Skeleton, default_stepping());
    let life = Life::new(&[(&individual, &schedule)], &setting).expect("settles");
    let times: Vec<f64> = days.iter().map(|day| day * DAY + 11.0 * 60.0).collect();
    let read = |row: &Vec<f64>| (row[place("vessels.resistance")], row[place("pressure.systolic")]);
    rows(&life, &times).iter().map(read).collect()
}

#[test]
fn months_of_quarrels_build_resistance_one_does_not_and_quiet_months_undo_it() {
    let days = [1.0, 90.0, 180.0, 270.0, 360.0];
    let (none, one, half) = (year(0.0, &days), year(1.0, &days), year(180.0, &days));
    for ((day, none), half) in days.iter().zip(&none).zip(&half) {
        println!("day {day}: resistance {:.4} and {:.4}, systolic {:.1} and {:.1}", none.0, half.0, none.1, half.1);
    }
    assert!(none.iter().all(|(resistance, _)| (resistance - 1.0).abs() < 0.002), "who lives as usual keeps theirs");
    assert!((one[0].0 - none[0].0).abs() < 5e-4, "one evening builds nothing");
    let built = |place: usize| half[place].0 - none[place].0;
    assert!(built(1) > 0.003 && built(2) > built(1), "{} {}", built(1), built(2));
    assert!(half[2].1 > none[2].1 + 0.3, "and raises pressure: {} {}", half[2].1, none[2].1);
    assert!(built(4) < 0.4 * built(2) && built(4) > 0.0, "half a year later: {}", built(4));
}
