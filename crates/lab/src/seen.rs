//! At which of the recorded times a quantity is read for what changed in it.
//!
//! Who sleeps when is drawn, so at night two arms differ by chance: one lies awake where the other sleeps, and the heart, the skin and the
//! gut follow. So these are read by day. What adds up over a night is a result when it is over.

use crate::nights::is_result;
use consoma_model::declare::{Quantity, Row, System};
use consoma_model::schedule::Schedule;

/// Minutes after getting up in which the last stage of sleep still shows.
const AFTERWARDS: f64 = 30.0;
/// Processes of sleep that are read by day.
const BY_DAY: [&str; 2] = ["vigilance.", "arousal."];

/// The rows of one group's record.
pub(crate) struct Seen {
    all: Vec<usize>,
    out_of_bed: Vec<usize>,
    gettings_up: Vec<usize>,
}

impl Seen {
    /// The rows of a record at `times` of people with these schedules: of the scenario, and of its control.
    pub(crate) fn new(times: &[f64], schedules: &[&Schedule]) -> Self {
        let in_bed: Vec<bool> = times.iter().map(|time| schedules.iter().any(|it| it.in_bed(*time))).collect();
        // A night lasts until its last part is over, whatever keeps awake in between. A nap is none.
        let night = |time: f64| {
            let of = |it: &&Schedule| it.night_after(time).is_some_and(|night| night.start <= time);
            schedules.iter().any(of)
        };
        let nights: Vec<bool> = times.iter().map(|time| night(*time)).collect();
        let gettings_up = (1..times.len()).filter(|row| nights[row - 1] && !nights[*row]).collect();
        let before = |time: f64| schedules.iter().any(|it| it.in_bed(time - AFTERWARDS));
        let out_of_bed = (0..times.len()).filter(|row| !in_bed[*row] && !before(times[*row])).collect();
        Self { all: (0..times.len()).collect(), out_of_bed, gettings_up }
    }

    /// The rows at which a quantity is read.
    pub(crate) fn of(&self, quantity: &Row<Quantity>) -> &[usize] {
        let by_day = matches!(quantity.declared.system, System::Heart | System::Skin | System::Gut);
        match quantity.id {
            id if is_result(id) => &self.gettings_up,
            id if by_day || BY_DAY.iter().any(|process| id.starts_with(process)) => &self.out_of_bed,
            _ => &self.all,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;
    use consoma_model::inputs::Inputs;
    use consoma_model::schedule::{Encounter, Schedule, Span};

    #[test]
    fn nights_hide_the_heart_and_show_the_night_when_it_is_over() {
        let times: Vec<f64> = (0..50).map(|hour| 60.0 * f64::from(hour)).collect();
        let nap = Schedule { naps: vec![Span { start: 840.0, end: 900.0 }], ..Schedule::default() };
        let seen = Seen::new(&times, &[&Schedule::default(), &nap]);
        let of = |id: &str| seen.of(consoma_wiring::columns().find(|row| row.id == id).unwrap());
        assert_eq!(of("night.slept"), [8, 32]);
        assert_eq!(of("saliva.cortisol").len(), times.len());
        for id in ["rhythm.rate", "vigilance.performance"] {
            // In bed from midnight to 07:30, from 14:00 to 15:00, and from 23:00 on.
            assert_eq!(of(id)[..7], [8, 9, 10, 11, 12, 13, 16], "{id}");
            assert!(!of(id).contains(&23) && of(id).contains(&32), "{id}");
        }
        // From 02:00 to 04:00 something keeps awake: up, and not yet up for good.
        let sets = Inputs { conflict: Some(1.0), ..Inputs::none() };
        let quarrel = Encounter { name: "quarrel".into(), span: Span { start: 1560.0, end: 1680.0 }, sets };
        let cut = Schedule { encounters: vec![quarrel], ..Schedule::default() };
        let seen = Seen::new(&times, &[&cut]);
        let slept = consoma_wiring::columns().find(|row| row.id == "night.slept").unwrap();
        assert_eq!(seen.of(slept), [8, 32]);
    }
}
