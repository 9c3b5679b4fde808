//! At rest nothing pushes: every arrow that starts at appraisal is zero there, at four times of the clock.

mod common;

use common::{grid, life, rows};
use consoma_engine::noise::Source;
use consoma_model::declare::Reading;
use consoma_model::person::Person;
use consoma_model::schedule::{DAY, Schedule, Span};
use consoma_model::tables::Arrows;
use consoma_wiring::{Individual, Life, Population, Reference, Setting, columns, default_stepping};

const SPAN: Span = Span { start: 0.0, end: DAY };

#[test]
fn switching_off_an_arrow_from_appraisal_changes_nothing_at_rest() {
    let times = [3.0, 9.0, 15.0, 21.0].map(|hour| hour * 60.0);
    let usual =
        rows(&life(Person::default(), &Schedule::default(), SPAN, Reference::Stochastic, default_stepping()), &times);
    let mut tried = 0;
    for arrow in Arrows::rows().filter(|row| row.declared.strength(Reading::Null).value == 0.0) {
        let mut population = Population::default();
        assert!(population.set_arrow(arrow.id, 0.0));
        let individual = Individual { person: Person::default(), number: 1, drawn: false };
        let setting = Setting {
            population: &population,
            reading: Reading::Measured,
            schedule: &Schedule::default(),
            span: SPAN,
            source: Source::new(5),
            noise: Reference::Stochastic,
            stepping: default_stepping(),
        };
        let without = Life::new(&individual, &setting).expect("settles");
        assert_eq!(rows(&without, &times), usual, "{} acts at rest", arrow.id);
        tried += 1;
    }
    assert!(tried > 10);
}

#[test]
fn a_skeleton_at_rest_repeats_its_day_and_keeps_its_masses() {
    let span = Span { start: 0.0, end: 30.0 * DAY };
    let skeleton = life(Person::default(), &Schedule::default(), span, Reference::Skeleton, default_stepping());
    let days = rows(&skeleton, &grid(span, DAY));
    for (place, row) in columns().enumerate() {
        let (first, last) = (days[2][place], days[days.len() - 1][place]);
        // Exposure is an integral that nobody reads outside an encounter; the last pulse decays towards zero.
        if row.id == "threat.exposure" || row.id == "pulses.pulse" {
            continue;
        }
        assert!((last - first).abs() <= 1e-3 * first.abs().max(1e-6), "{}: day 2 {first}, day 30 {last}", row.id);
    }
}
