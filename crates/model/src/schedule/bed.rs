//! When a person lies in bed, by their schedule.

use super::{DAY, Schedule, Span, within};

impl Schedule {
    /// Whether the person lies in bed at `time`, in a night or a nap. Of who sleeps by pressure only naps are known.
    ///
    /// ```
    /// use consoma_model::schedule::Schedule;
    /// let usual = Schedule::default(); // up at 07:30, to bed at 23:00
    /// assert!(usual.in_bed(1380.0) && usual.in_bed(1889.0) && !usual.in_bed(1890.0));
    /// ```
    pub fn in_bed(&self, time: f64) -> bool {
        self.sleeps(Span { start: time, end: time }).into_iter().any(|sleep| within(time, sleep))
    }

    /// The first night that ends after `time`, from going to bed to getting up for good, whatever keeps awake in between. `None`
    /// for who sleeps by pressure, and where none begins within two days.
    ///
    /// ```
    /// use consoma_model::schedule::{Schedule, Span};
    /// let usual = Schedule::default();
    /// assert_eq!(usual.night_after(1140.0), Some(Span { start: 1380.0, end: 1890.0 }));
    /// assert_eq!(usual.night_after(1889.0), usual.night_after(1140.0));
    /// ```
    pub fn night_after(&self, time: f64) -> Option<Span> {
        if self.routine.free {
            return None;
        }
        let around = Span { start: time, end: time + 2.0 * DAY };
        let whole = |night: super::Night| {
            let parts = self.slept(vec![night.span]);
            Some(Span { start: parts.first()?.start, end: parts.last()?.end })
        };
        let later = self.nights(around).filter_map(whole).filter(|night| night.end > time);
        later.reduce(|first, next| if next.start < first.start { next } else { first })
    }
}

#[cfg(test)]
mod tests {
    use crate::inputs::Inputs;
    use crate::schedule::{Encounter, Routine, Schedule, Span};

    #[test]
    fn who_is_kept_awake_is_not_in_bed() {
        let quarrel = |start: f64, end: f64| Encounter {
            name: "quarrel".into(),
            span: Span { start, end },
            sets: Inputs { conflict: Some(1.0), ..Inputs::none() },
        };
        let encounters = vec![quarrel(1370.0, 1400.0), quarrel(1500.0, 1520.0)];
        let naps = vec![Span { start: 840.0, end: 860.0 }];
        let schedule = Schedule { encounters, naps, ..Schedule::default() };
        let times = [850.0, 1000.0, 1390.0, 1400.0, 1510.0, 1530.0, 1890.0];
        assert_eq!(times.map(|time| schedule.in_bed(time)), [true, false, false, true, false, true, false]);
        assert_eq!(schedule.night_after(1500.0), Some(Span { start: 1400.0, end: 1890.0 }));
        let free = Schedule { routine: Routine { free: true, ..Routine::default() }, ..schedule };
        assert!(free.night_after(0.0).is_none() && !free.in_bed(1530.0) && free.in_bed(850.0));
    }
}
