//! What varies of a schedule's times, between people and between days.
//!
//! A schedule is made once for all who live through it. Before somebody lives through it, it is settled: each draw that moves
//! something is taken, and what is left holds no randomness.

use super::{Encounter, Schedule, Span};

/// Draws are cut at this many standard deviations: what moves further is another plan.
pub const CUT: f64 = 3.0;

/// What a draw moves, by its place in the schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// An encounter.
    Encounter(usize),
    /// A nap.
    Nap(usize),
    /// What is attended to elsewhere; see [`Schedule::attend`].
    Attended(usize),
}

/// A draw that moves an encounter or a nap as a whole. Where a time is relative to another, both have the draw of that other,
/// with the same key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Jitter {
    /// What is moved.
    pub moved: Moved,
    /// Standard deviation, min.
    pub sd: f64,
    /// Names the draw among all of a schedule.
    pub key: u64,
}

impl Schedule {
    /// The schedule of one person, or of people who live together: each draw is taken once. `normal` gives the standard
    /// normal draw of a key; it is cut at [`CUT`].
    ///
    /// ```
    /// use consoma_model::schedule::{Jitter, Moved, Schedule, Span};
    /// let nap = Span { start: 840.0, end: 870.0 };
    /// let jitters = vec![Jitter { moved: Moved::Nap(0), sd: 10.0, key: 7 }];
    /// let schedule = Schedule { naps: vec![nap], jitters, ..Schedule::default() };
    /// let settled = schedule.settled(|_| -0.5);
    /// assert_eq!(settled.naps, [Span { start: 835.0, end: 865.0 }]);
    /// assert!(settled.jitters.is_empty());
    /// ```
    #[must_use]
    pub fn settled(&self, normal: impl Fn(u64) -> f64) -> Schedule {
        let mut settled = Schedule { jitters: Vec::new(), ..self.clone() };
        let (mut encounters, mut naps) = (vec![0.0; self.encounters.len()], vec![0.0; self.naps.len()]);
        let mut attended = vec![0.0; self.attended.len()];
        for &Jitter { moved, sd, key } in &self.jitters {
            let shift = match moved {
                Moved::Encounter(place) => encounters.get_mut(place),
                Moved::Nap(place) => naps.get_mut(place),
                Moved::Attended(place) => attended.get_mut(place),
            };
            if let Some(shift) = shift {
                *shift += sd * normal(key).clamp(-CUT, CUT);
            }
        }
        for (encounter, shift) in settled.encounters.iter_mut().zip(encounters) {
            encounter.span = encounter.span.moved(shift);
        }
        for (span, shift) in settled.naps.iter_mut().zip(naps).chain(settled.attended.iter_mut().zip(attended)) {
            *span = span.moved(shift);
        }
        settled
    }

    /// Leaves out the encounters for which `keep` says no, with their draws. All others keep theirs.
    ///
    /// ```
    /// use consoma_model::inputs::Inputs;
    /// use consoma_model::schedule::{Encounter, Jitter, Moved, Schedule, Span};
    /// let at = |start| Encounter { name: "x".into(), span: Span { start, end: start + 5.0 }, sets: Inputs::none() };
    /// let jitters = vec![Jitter { moved: Moved::Encounter(1), sd: 10.0, key: 7 }];
    /// let mut schedule = Schedule { encounters: vec![at(60.0), at(90.0)], jitters, ..Schedule::default() };
    /// schedule.retain(|encounter| encounter.span.start > 60.0);
    /// assert_eq!(schedule.jitters[0].moved, Moved::Encounter(0));
    /// ```
    pub fn retain(&mut self, keep: impl Fn(&Encounter) -> bool) {
        let places = kept(&self.encounters, &keep);
        self.encounters.retain(keep);
        self.follow(|moved| match moved {
            Moved::Encounter(place) => places.get(place).copied().flatten().map(Moved::Encounter),
            other => Some(other),
        });
    }

    /// Lets each draw move what `now` says that it moves now; a draw that moves nothing any more goes.
    fn follow(&mut self, now: impl Fn(Moved) -> Option<Moved>) {
        self.jitters.retain_mut(|jitter| match now(jitter.moved) {
            Some(moved) => {
                jitter.moved = moved;
                true
            }
            None => false,
        });
    }

    /// Leaves out what begins at `end` or later, with its draws.
    pub fn cut(&mut self, end: f64) {
        self.retain(|encounter| encounter.span.start < end);
        self.nights.retain(|night| night.span.start < end);
        let places = kept(&self.naps, |nap| nap.start < end);
        self.naps.retain(|nap| nap.start < end);
        self.follow(|moved| match moved {
            Moved::Nap(place) => places.get(place).copied().flatten().map(Moved::Nap),
            other => Some(other),
        });
    }

    /// Leaves out all naps, with their draws.
    pub fn clear_naps(&mut self) {
        self.naps.clear();
        self.jitters.retain(|jitter| !matches!(jitter.moved, Moved::Nap(_)));
    }
}

/// The place that each will have among those that are kept.
fn kept<T>(all: &[T], keep: impl Fn(&T) -> bool) -> Vec<Option<usize>> {
    let mut kept = 0;
    let place = |one: &T| {
        keep(one).then(|| {
            kept += 1;
            kept - 1
        })
    };
    all.iter().map(place).collect()
}

impl Span {
    fn moved(self, shift: f64) -> Span {
        Span { start: self.start + shift, end: self.end + shift }
    }
}

#[cfg(test)]
mod tests {
    use super::{CUT, Jitter, Moved};
    use crate::inputs::Inputs;
    use crate::schedule::{Encounter, Schedule, Span};

    fn talk(start: f64) -> Encounter {
        Encounter { name: "talk".into(), span: Span { start, end: start + 20.0 }, sets: Inputs::none() }
    }

    fn jitter(place: usize, sd: f64, key: u64) -> Jitter {
        Jitter { moved: Moved::Encounter(place), sd, key }
    }

    #[test]
    fn what_is_relative_moves_along() {
        // The second begins when the first ends, and has a draw of its own besides.
        let jitters = vec![jitter(0, 10.0, 1), jitter(1, 10.0, 1), jitter(1, 2.0, 2)];
        let schedule = Schedule { encounters: vec![talk(60.0), talk(80.0)], jitters, ..Schedule::default() };
        let settled = schedule.settled(|key| if key == 1 { 0.3 } else { -1.0 });
        assert_eq!(settled.encounters[0].span, Span { start: 63.0, end: 83.0 });
        assert_eq!(settled.encounters[1].span, Span { start: 81.0, end: 101.0 });
    }

    #[test]
    fn draws_are_cut() {
        let schedule =
            Schedule { encounters: vec![talk(60.0)], jitters: vec![jitter(0, 1.0, 1)], ..Schedule::default() };
        assert_eq!(schedule.settled(|_| 8.0).encounters[0].span.start, 60.0 + CUT);
        assert_eq!(schedule.settled(|_| -8.0).encounters[0].span.start, 60.0 - CUT);
    }

    #[test]
    fn what_is_left_out_takes_its_draws_along() {
        let jitters = vec![jitter(0, 10.0, 1), jitter(2, 5.0, 3), jitter(1, 10.0, 2)];
        let nap = Jitter { moved: Moved::Nap(0), sd: 4.0, key: 4 };
        let jitters = jitters.into_iter().chain([nap]).collect();
        let naps = vec![Span { start: 200.0, end: 210.0 }];
        let mut schedule =
            Schedule { encounters: vec![talk(60.0), talk(90.0), talk(150.0)], naps, jitters, ..Schedule::default() };
        schedule.retain(|encounter| encounter.span.start != 60.0);
        assert_eq!(schedule.jitters, [jitter(1, 5.0, 3), jitter(0, 10.0, 2), nap]);
        schedule.clear_naps();
        assert_eq!((schedule.naps.len(), &schedule.jitters[..]), (0, &[jitter(1, 5.0, 3), jitter(0, 10.0, 2)][..]));
    }

    #[test]
    fn what_comes_too_late_is_cut_with_its_draws() {
        let nap = |place, key| Jitter { moved: Moved::Nap(place), sd: 4.0, key };
        let naps = vec![Span { start: 200.0, end: 210.0 }, Span { start: 100.0, end: 110.0 }];
        let jitters = vec![nap(0, 1), nap(1, 2), jitter(1, 10.0, 3), jitter(0, 10.0, 4)];
        let mut schedule = Schedule { encounters: vec![talk(60.0), talk(90.0)], naps, jitters, ..Schedule::default() };
        schedule.cut(120.0);
        assert_eq!(schedule.jitters, [nap(0, 2), jitter(1, 10.0, 3), jitter(0, 10.0, 4)]);
        schedule.cut(90.0);
        assert_eq!((schedule.encounters.len(), schedule.naps.len()), (1, 0));
        assert_eq!(schedule.jitters, [jitter(0, 10.0, 4)]);
    }

    #[test]
    fn draws_of_what_is_gone_move_nothing() {
        let schedule = Schedule { jitters: vec![jitter(3, 1.0, 1)], ..Schedule::default() };
        assert_eq!(schedule.settled(|_| 1.0), Schedule::default());
    }
}
