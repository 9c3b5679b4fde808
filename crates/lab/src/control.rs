//! Controls: what a scenario is compared with. The same people on the same days with the same draws, less what the scenario is
//! about, so that the difference holds no noise.
//!
//! Talking, posture and company move the body by themselves. So what a deep talk does is set against small talk in the same
//! company, and not against an empty evening, wherever there is talk.

use crate::scenario::{Group, Scenario};
use consoma_model::inputs::Inputs;
use consoma_model::schedule::Encounter;

/// Disclosure at small talk.
const DISCLOSURE: f64 = 0.1;
/// Responsiveness at small talk.
const RESPONSIVENESS: f64 = 0.4;

/// What a scenario is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// The same hours in the same company by the same means, with the same talk, posture, food and doses, but with little
    /// disclosed and a friendly answer: no touch, conflict, rejection, exclusion or evaluation.
    SmallTalk,
    /// The same days without encounters and naps. What gives nothing but light, food, doses, posture, exercise or breathing stays, where something else
    /// happens too.
    Nothing,
}

impl Control {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::SmallTalk, Self::Nothing];

    /// The name in files and results.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SmallTalk => "small talk",
            Self::Nothing => "nothing",
        }
    }

    /// What it is, as the end of a sentence: "against ...".
    pub const fn words(self) -> &'static str {
        match self {
            Self::SmallTalk => "the same hours at small talk",
            Self::Nothing => "the same hours with nothing of this",
        }
    }

    /// The control where a file names none: small talk, where people talk and something social happens, otherwise nothing.
    pub fn usual(groups: &[Group]) -> Self {
        let mut encounters = groups.iter().flat_map(|group| &group.schedule.encounters);
        let both = |it: &Encounter| social(&it.sets) && it.sets.talk.is_some_and(|talk| talk > 0.0);
        if encounters.any(both) { Self::SmallTalk } else { Self::Nothing }
    }

    /// When the scenario first departs from its control: the begin of the first event that only one of them has.
    pub fn departs(self, scenario: &Scenario) -> Option<f64> {
        let plain = self.of(scenario)?;
        let mut starts = Vec::new();
        for (group, plain) in scenario.groups.iter().zip(&plain.groups) {
            let (own, plain) = (&group.schedule, &plain.schedule);
            starts.extend(own.encounters.iter().filter(|it| !plain.encounters.contains(it)).map(|it| it.span.start));
            starts.extend(own.naps.iter().filter(|it| !plain.naps.contains(it)).map(|it| it.start));
        }
        starts.into_iter().reduce(f64::min)
    }

    /// The scenario to compare with. `None` where it would be the same.
    pub fn of(self, scenario: &Scenario) -> Option<Scenario> {
        let mut plain = scenario.clone();
        for group in &mut plain.groups {
            let schedule = &mut group.schedule;
            match self {
                Self::SmallTalk => schedule.encounters.iter_mut().for_each(|it| it.sets = small_talk(&it.sets)),
                Self::Nothing => {
                    let keeps = schedule.encounters.iter().any(|it| !physical(&it.sets));
                    schedule.retain(|it| keeps && physical(&it.sets));
                    schedule.clear_naps();
                }
            }
        }
        let same = plain.groups.iter().zip(&scenario.groups).all(|(a, b)| a.schedule == b.schedule);
        (!same).then_some(plain)
    }
}

/// Whether an encounter is about other people.
fn social(sets: &Inputs<Option<f64>>) -> bool {
    let Inputs { disclosure, responsiveness, own_answer, touch, conflict, rejection, .. } = *sets;
    let Inputs { exclusion, evaluation, solitude, .. } = *sets;
    let with = [disclosure, responsiveness, own_answer, touch, conflict, rejection];
    let all = with.into_iter().chain([exclusion, evaluation, solitude]);
    all.flatten().any(|value| value != 0.0)
}

/// Whether an encounter sets nothing but light, food, doses, posture, exercise and breathing.
fn physical(sets: &Inputs<Option<f64>>) -> bool {
    let Inputs { light, meal, oxytocin, noradrenaline, adrenaline, posture, exercise, breathing, .. } = *sets;
    let doses = Inputs { light, meal, oxytocin, noradrenaline, adrenaline, ..Inputs::none() };
    *sets == Inputs { posture, exercise, breathing, ..doses }
}

/// The inputs of an encounter, at small talk.
fn small_talk(sets: &Inputs<Option<f64>>) -> Inputs<Option<f64>> {
    if !social(sets) {
        return *sets;
    }
    let off = |value: Option<f64>| value.map(|_| 0.0);
    // Nobody speaks while only hands are held.
    let words = sets.talk.is_some() || sets.disclosure.is_some() || sets.responsiveness.is_some();
    let said = |value: f64| words.then_some(value);
    Inputs {
        disclosure: said(DISCLOSURE),
        responsiveness: said(RESPONSIVENESS),
        own_answer: off(sets.own_answer),
        touch: off(sets.touch),
        conflict: off(sets.conflict),
        rejection: off(sets.rejection),
        exclusion: off(sets.exclusion),
        evaluation: off(sets.evaluation),
        solitude: off(sets.solitude),
        ..*sets
    }
}

#[cfg(test)]
mod tests {
    use super::{physical, small_talk};
    use consoma_model::inputs::Inputs;

    #[test]
    fn small_talk_keeps_what_is_not_social() {
        let none = Inputs::none();
        let deep = Inputs { talk: Some(0.5), posture: Some(1.0), disclosure: Some(0.8), touch: Some(0.3), ..none };
        let small = Inputs { talk: Some(0.5), posture: Some(1.0), disclosure: Some(0.1), ..none };
        assert_eq!(small_talk(&deep), Inputs { responsiveness: Some(0.4), touch: Some(0.0), ..small });
        assert_eq!(small_talk(&small_talk(&deep)), small_talk(&deep));
        let hands = Inputs { touch: Some(0.5), ..none };
        assert_eq!(small_talk(&hands), Inputs { touch: Some(0.0), ..none });
        let walk = Inputs { talk: Some(0.5), exercise: Some(2.0), ..none };
        assert_eq!(small_talk(&walk), walk);
    }

    #[test]
    fn food_is_physical() {
        let meal = Inputs { meal: Some(30.0), ..Inputs::none() };
        assert!(physical(&meal) && !physical(&Inputs { talk: Some(0.5), ..meal }));
    }
}
