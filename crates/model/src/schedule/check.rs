//! What cannot happen to one person at the same time.

use super::jitter::{CUT, Moved};
use super::{Encounter, Schedule};
use crate::declare::Table;
use crate::inputs::Inputs;

/// Presence of a mere cue, a photograph or a scent. Hypothesis: a fifth of the person.
pub const CUE: f64 = 0.2;

/// Times nearer than this are the same, min.
const SAME: f64 = 1e-6;

/// Two encounters of one person that overlap, or that could with their draws, and may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// Place of the one that begins first.
    pub first: usize,
    /// Place of the other.
    pub second: usize,
    /// Why they may not.
    pub why: Why,
}

/// Why two encounters may not overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Both are in somebody's company.
    Company,
    /// Both set the input of this place in the table.
    Input(usize),
}

impl Schedule {
    /// Looks whether everything can happen to one person.
    ///
    /// Encounters in somebody's company exclude each other; all others may overlap as long as they set different inputs. With
    /// draws, encounters overlap where they could: draws that move both alike do not count.
    ///
    /// # Errors
    ///
    /// Every pair of encounters that overlap and may not, in the order of their beginnings.
    pub fn check(&self) -> Result<(), Vec<Overlap>> {
        let mut draws: Vec<Vec<(u64, f64)>> = vec![Vec::new(); self.encounters.len()];
        for jitter in &self.jitters {
            if let Moved::Encounter(place) = jitter.moved
                && let Some(draws) = draws.get_mut(place)
            {
                draws.push((jitter.key, jitter.sd));
            }
        }
        let reach: Vec<f64> = draws.iter().map(|draws| CUT * draws.iter().map(|draw| draw.1).sum::<f64>()).collect();
        let earliest = |place: usize| self.encounters[place].span.start - reach[place];
        let mut order: Vec<_> = (0..self.encounters.len()).collect();
        order.sort_by(|&a, &b| earliest(a).total_cmp(&earliest(b)));

        let mut found = Vec::new();
        for (rank, &a) in order.iter().enumerate() {
            let latest = self.encounters[a].span.end + reach[a];
            for &b in order[rank + 1..].iter().take_while(|&&b| earliest(b) < latest - SAME) {
                let (one, other) = (&self.encounters[a], &self.encounters[b]);
                let apart = CUT * (unshared(&draws[a], &draws[b]) + unshared(&draws[b], &draws[a])) - SAME;
                let meet = one.span.start < other.span.end + apart && other.span.start < one.span.end + apart;
                let Some(why) = meet.then(|| one.excludes(other)).flatten() else { continue };
                let (first, second) = if other.span.start < one.span.start { (b, a) } else { (a, b) };
                found.push(Overlap { first, second, why });
            }
        }
        if found.is_empty() { Ok(()) } else { Err(found) }
    }
}

/// The sum of the deviations of the draws that only the first has.
fn unshared(draws: &[(u64, f64)], others: &[(u64, f64)]) -> f64 {
    draws.iter().filter(|draw| !others.contains(draw)).map(|draw| draw.1).sum()
}

impl Encounter {
    /// Whether it is in somebody's company, and so leaves no room for anybody else's. A cue is too: how much of a person comes
    /// through is one number, so it cannot be another for somebody who is away.
    pub fn is_company(&self) -> bool {
        let Inputs { partner, friend, stranger, practitioner, .. } = self.sets;
        let ties = [partner, friend, stranger, practitioner];
        ties.into_iter().flatten().any(|tie| tie > 0.0)
    }

    fn excludes(&self, other: &Encounter) -> Option<Why> {
        if self.is_company() && other.is_company() {
            return Some(Why::Company);
        }
        let (mut one, mut two) = (Vec::new(), Vec::new());
        self.sets.write(&mut |value| one.push(value.is_some()));
        other.sets.write(&mut |value| two.push(value.is_some()));
        one.into_iter().zip(two).position(|(one, two)| one && two).map(Why::Input)
    }
}

#[cfg(test)]
mod tests {
    use super::{CUE, Overlap, Why};
    use crate::inputs::Inputs;
    use crate::schedule::{Encounter, Jitter, Moved, Schedule, Span};

    fn event(start: f64, end: f64, set: impl Fn(&mut Inputs<Option<f64>>)) -> Encounter {
        let mut sets = Inputs::none();
        set(&mut sets);
        Encounter { name: "x".into(), span: Span { start, end }, sets }
    }

    fn friend(start: f64, end: f64) -> Encounter {
        event(start, end, |sets| sets.friend = Some(1.0))
    }

    fn schedule(encounters: Vec<Encounter>) -> Schedule {
        Schedule { encounters, ..Schedule::default() }
    }

    #[test]
    fn company_excludes_company() {
        let partner = event(30.0, 50.0, |sets| sets.partner = Some(1.0));
        let found = schedule(vec![partner.clone(), friend(0.0, 40.0)]).check();
        assert_eq!(found, Err(vec![Overlap { first: 1, second: 0, why: Why::Company }]));
        assert_eq!(schedule(vec![partner, friend(0.0, 30.0)]).check(), Ok(()));
    }

    #[test]
    fn a_cue_leaves_no_room_and_a_meal_does() {
        let photograph = event(0.0, 40.0, |sets| (sets.partner, sets.presence) = (Some(1.0), Some(CUE)));
        let meal = event(0.0, 40.0, |sets| sets.meal = Some(30.0));
        assert_eq!(schedule(vec![friend(0.0, 30.0), meal.clone()]).check(), Ok(()));
        let found = schedule(vec![photograph, friend(0.0, 30.0), meal]).check();
        assert_eq!(found, Err(vec![Overlap { first: 0, second: 1, why: Why::Company }]));
    }

    #[test]
    fn the_same_input_is_set_once() {
        let lamp = |start| event(start, start + 40.0, |sets| sets.light = Some(300.0));
        let found = schedule(vec![lamp(0.0), lamp(20.0)]).check();
        assert_eq!(found, Err(vec![Overlap { first: 0, second: 1, why: Why::Input(0) }]));
    }

    #[test]
    fn draws_count_unless_both_have_them() {
        let jitter = |place, key| Jitter { moved: Moved::Encounter(place), sd: 10.0, key };
        let with = |start, jitters| {
            let encounters = vec![friend(0.0, 30.0), friend(start, start + 30.0)];
            Schedule { encounters, jitters, ..Schedule::default() }.check()
        };
        assert_eq!(with(30.0, vec![jitter(0, 1), jitter(1, 1)]), Ok(()));
        assert!(with(59.0, vec![jitter(0, 1)]).is_err());
        assert_eq!(with(60.0, vec![jitter(0, 1)]), Ok(()));
        assert!(with(60.0, vec![jitter(0, 1), jitter(1, 2)]).is_err());
        assert_eq!(with(90.0, vec![jitter(0, 1), jitter(1, 2)]), Ok(()));
        assert!(with(59.0, vec![jitter(0, 1), jitter(1, 1), jitter(1, 2)]).is_err());
    }
}
