//! Controls: what a scenario is compared with. The same people on the same days with the same draws, less what the scenario is
//! about, so that the difference holds no noise.
//!
//! Talking, posture and company move the body by themselves. So what a deep talk does is set against small talk in the same
//! company, and not against an empty evening, wherever there is talk.
//!
//! What each event is set against, and what stays in both:
//!
//! | event | at small talk | against nothing |
//! |---|---|---|
//! | a deep talk, a quarrel, a betrayal, a date, a speech | the same hours in the same company, with friendly words | removed |
//! | distance of somebody who is there | the same hours with them, close as usual | removed |
//! | a ball-tossing game | the same game, in which everybody gets the ball | removed |
//! | recall, anticipation | the same minutes, in which nothing is feared | removed |
//! | writing about feelings | the same minutes of writing about nothing (`writing` 0) | removed |
//! | food, provoking food, doses, virus, vaccines, wounds, posture, exercise, breathing, light, self-care, tape on the skin, an operation, a painful stimulus | stays | stays, where something else happens too |
//! | lying beside the partner, free nights | stay: they are the routine | stay |
//!
//! Self-care stands with food and exercise: one does it with one's body, and it may follow a talk or anything else. So it is seen where
//! it is all that happens, or beside people of the same file who go without.

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
    /// disclosed and a friendly answer: no touch, conflict, rejection, distance, exclusion or evaluation. Nobody goes through a
    /// fear again, looks forward nervously, or writes of feelings.
    SmallTalk,
    /// The same days without encounters and naps. What gives nothing but light, food, doses, posture, exercise, breathing,
    /// self-care or pain stays, where something else happens too.
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

    /// The control where a file names none: small talk, where people talk and something social happens, or are left out of a
    /// game; otherwise nothing.
    pub fn usual(groups: &[Group]) -> Self {
        let mut encounters = groups.iter().flat_map(|group| &group.schedule.encounters);
        let set = |value: Option<f64>| value.is_some_and(|value| value > 0.0);
        let both = |it: &Encounter| social(&it.sets) && (set(it.sets.talk) || set(it.sets.exclusion));
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
        for (plain, own) in plain.groups.iter_mut().zip(&scenario.groups) {
            plain.schedule.attend(&own.schedule);
        }
        (!same).then_some(plain)
    }
}

/// Whether an encounter is about other people.
fn social(sets: &Inputs<Option<f64>>) -> bool {
    let Inputs { disclosure, responsiveness, own_answer, touch, conflict, rejection, .. } = *sets;
    let Inputs { distance, exclusion, evaluation, solitude, .. } = *sets;
    let with = [disclosure, responsiveness, own_answer, touch, conflict, rejection];
    let all = with.into_iter().chain([distance, exclusion, evaluation, solitude]);
    all.flatten().any(|value| value != 0.0)
}

/// Whether an encounter sets nothing but light, food, doses, virus, vaccines, wounds, posture, exercise, breathing, self-care, tape on the skin and
/// what hurts.
fn physical(sets: &Inputs<Option<f64>>) -> bool {
    let Inputs { light, meal, provoking, posture, exercise, breathing, care, stripping, .. } = *sets;
    let Inputs { crh, hydrocortisone, indomethacin, oxytocin, noradrenaline, adrenaline, .. } = *sets;
    let Inputs { noxious, operation, anaesthesia, pump, morphine, nasal_oxytocin, .. } = *sets;
    let hurts = Inputs { noxious, operation, anaesthesia, pump, morphine, nasal_oxytocin, ..Inputs::none() };
    let Inputs { interleukin_6, endotoxin, inoculum, vaccination, punch, blister, .. } = *sets;
    let of_body = Inputs {
        light,
        meal,
        provoking,
        posture,
        exercise,
        breathing,
        care,
        interleukin_6,
        endotoxin,
        inoculum,
        vaccination,
        punch,
        blister,
        stripping,
        ..hurts
    };
    *sets == Inputs { crh, hydrocortisone, indomethacin, oxytocin, noradrenaline, adrenaline, ..of_body }
}

/// The inputs of an encounter, at small talk.
fn small_talk(sets: &Inputs<Option<f64>>) -> Inputs<Option<f64>> {
    let off = |value: Option<f64>| value.map(|_| 0.0);
    let calm =
        Inputs { recall: off(sets.recall), anticipation: off(sets.anticipation), writing: off(sets.writing), ..*sets };
    if !social(sets) {
        return calm;
    }
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
        distance: off(sets.distance),
        exclusion: off(sets.exclusion),
        evaluation: off(sets.evaluation),
        solitude: off(sets.solitude),
        ..calm
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
    fn fears_are_off_and_nobody_speaks_for_it() {
        let none = Inputs::none();
        let alone = Inputs { recall: Some(1.0), anticipation: Some(0.5), writing: Some(1.0), care: Some(1.0), ..none };
        let calm = Inputs { recall: Some(0.0), anticipation: Some(0.0), writing: Some(0.0), care: Some(1.0), ..none };
        assert_eq!(small_talk(&alone), calm);
        let game = Inputs { exclusion: Some(1.0), stranger: Some(1.0), presence: Some(0.4), ..none };
        assert_eq!(small_talk(&game), Inputs { exclusion: Some(0.0), ..game });
        let closed = Inputs { distance: Some(1.0), partner: Some(1.0), ..none };
        assert_eq!(small_talk(&closed), Inputs { distance: Some(0.0), ..closed });
    }

    #[test]
    fn doses_and_care_are_physical_and_fears_are_not() {
        let none = Inputs::none();
        let rates = Inputs { crh: Some(1.0), hydrocortisone: Some(1.0), indomethacin: Some(1.0), ..none };
        let rates = Inputs { interleukin_6: Some(0.5), endotoxin: Some(0.8), ..rates };
        let hurts = Inputs { noxious: Some(7.0), operation: Some(0.01), pump: Some(1.0), ..none };
        assert!(physical(&hurts) && !physical(&Inputs { touch: Some(1.0), ..hurts }));
        assert!(physical(&Inputs { meal: Some(30.0), provoking: Some(1.0), care: Some(1.0), ..rates }));
        assert!(physical(&Inputs {
            inoculum: Some(200.0),
            vaccination: Some(1.0),
            punch: Some(1.0),
            blister: Some(1.0),
            ..none
        }));
        assert!(physical(&Inputs { stripping: Some(0.1), ..none }));
        for sets in [
            Inputs { recall: Some(1.0), ..none },
            Inputs { writing: Some(1.0), ..none },
            Inputs { distance: Some(1.0), ..none },
            Inputs { exclusion: Some(1.0), ..none },
            Inputs { anticipation: Some(1.0), ..none },
        ] {
            assert!(!physical(&sets), "{sets:?}");
        }
    }

    #[test]
    fn food_is_physical() {
        let meal = Inputs { meal: Some(30.0), ..Inputs::none() };
        assert!(physical(&meal) && !physical(&Inputs { talk: Some(0.5), ..meal }));
    }
}
