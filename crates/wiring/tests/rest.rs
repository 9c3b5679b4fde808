//! At rest nothing pushes: every arrow that starts at appraisal is zero there, at four times of the clock.

mod common;

use common::{life, rows, setting};
use consoma_model::declare::{Arrow, Reading, Row};
use consoma_model::person::{Person, Sex};
use consoma_model::schedule::{DAY, Schedule, Span};
use consoma_model::tables::Arrows;
use consoma_wiring::{Individual, Life, Population, Reference, Setting, columns, default_stepping};

const SPAN: Span = Span { start: 0.0, end: DAY };

#[test]
fn switching_off_an_arrow_from_appraisal_changes_nothing_at_rest() {
    let times = [3.0, 9.0, 15.0, 21.0].map(|hour| hour * 60.0);
    // Of each arrow the reading in which it is strongest, in a person whom it could move.
    let insecure =
        Person { sex: Sex::Female, anxiety: 1.5, avoidance: 1.0, social_anxiety: 1.0, age: 52.0, ..Person::default() };
    let individual = Individual { person: insecure, number: 1, drawn: true };
    let live = |population: &Population, reading| {
        let setting = Setting { reading, ..setting(population, SPAN, Reference::Stochastic, default_stepping()) };
        let life = Life::new(&[(&individual, &Schedule::default())], &setting).expect("settles");
        rows(&life, &times)
    };
    let usual = [Reading::Told, Reading::Measured].map(|reading| live(&Population::default(), reading));
    let mut tried = 0;
    // Cortisol departs a little from its usual course on any day; what it does is the body's own affair.
    let felt = |row: &&Row<Arrow>| !row.declared.from.starts_with("departure.");
    for arrow in Arrows::rows().filter(felt).filter(|row| row.declared.strength(Reading::Null).value == 0.0) {
        let mut population = Population::default();
        assert!(population.set_arrow(arrow.id, 0.0));
        let told = arrow.declared.told.value >= arrow.declared.measured.value;
        let (reading, usual) = if told { (Reading::Told, &usual[0]) } else { (Reading::Measured, &usual[1]) };
        assert_eq!(&live(&population, reading), usual, "{} acts at rest", arrow.id);
        tried += 1;
    }
    assert!(tried > 40);
}

#[test]
fn a_skeleton_at_rest_repeats_its_day_and_keeps_its_masses() {
    let span = Span { start: 0.0, end: 90.0 * DAY };
    let skeleton = life(Person::default(), &Schedule::default(), span, Reference::Skeleton, default_stepping());
    for hour in [0.0, 7.0, 12.0, 19.0] {
        let days = rows(&skeleton, &[2.0, 29.0, 60.0, 89.0].map(|day| hour * 60.0 + day * DAY));
        for (place, row) in columns().enumerate() {
            // The last pulse decays towards zero, which nothing reads: the skeleton has no pulsatile share.
            if row.id == "pulses.pulse" {
                continue;
            }
            // The slow waves of the settled night differ by some percent from those of the days after it. Killing adds them up over weeks, and
            // who is infected depends on it: these are compared when the weeks are over.
            let of_weeks = ["function.", "exposure.", "cold."].iter().any(|head| row.id.starts_with(head));
            let (first, last) =
                if of_weeks { (days[2][place], days[3][place]) } else { (days[0][place], days[1][place]) };
            // The clock may still move by a minute a day when it counts as entrained; what lies near zero shows that most.
            let near_zero = [
                "pacemaker.",
                "departure.",
                "signal.",
                "depression.",
                "affect.",
                "arousal.",
                "fatigue.",
                "interleukins.above",
                "sensitisation.",
                "function.weeks",
            ]
            .iter()
            .any(|head| row.id.starts_with(head));
            let size = match row.id {
                // A difference of two levels of the hormone.
                "departure.rise" => days[0][common::place("cortisol.free")].max(1.0),
                _ if near_zero => 1.0,
                _ => first.abs().max(1e-6),
            };
            assert!((last - first).abs() <= 1e-2 * size, "{} at {hour} h: {first}, later {last}", row.id);
            let mass = row.id.starts_with("glands.");
            assert!(!mass || (last - first).abs() < 1e-3, "{}: {first} then {last}", row.id);
        }
    }
}
