//! Variants: the same scenario with one thing done otherwise, by a rule that reads the schedule. What they change shows what
//! would shorten a response.

use crate::digest::{Digest, OVER};
use crate::scenario::Scenario;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::CUE;

/// Responsiveness of an answer that is given at once: as warm as that of a good talk.
const ANSWER: f64 = 0.8;
/// Touch that is added.
const TOUCH: f64 = 0.5;

/// A scenario with one thing done otherwise.
#[derive(Clone, Debug)]
pub struct Variant {
    /// What is done otherwise, as the begin of a sentence.
    pub name: &'static str,
    /// What exactly was changed.
    pub rule: String,
    /// The changed scenario.
    pub scenario: Scenario,
}

/// The variants that the schedule allows.
pub fn variants(scenario: &Scenario) -> Vec<Variant> {
    let discloses = |sets: &Inputs<Option<f64>>| sets.disclosure.is_some_and(|depth| depth > 0.0);
    let unanswered = move |sets: &Inputs<Option<f64>>| {
        let alone = sets.own_answer.is_none_or(|share| share == 0.0);
        discloses(sets) && alone && sets.responsiveness.is_none_or(|answer| answer <= 0.0)
    };
    let untouched = move |sets: &Inputs<Option<f64>>| {
        let near = sets.presence.is_none_or(|presence| presence == 1.0);
        discloses(sets) && near && sets.touch.is_none_or(|touch| touch == 0.0)
    };
    let answered = changed(scenario, unanswered, |sets| sets.responsiveness = Some(ANSWER));
    let touched = changed(scenario, untouched, |sets| sets.touch = Some(TOUCH));
    let one = |name, rule, changed: Option<Scenario>| changed.map(|scenario| Variant { name, rule, scenario });
    let answer = format!("responsiveness {ANSWER} wherever something is disclosed and nobody answers");
    let touch = format!("touch {TOUCH} wherever something is disclosed face to face without touch");
    let closed = |sets: &Inputs<Option<f64>>| {
        let set = |value: Option<f64>| value.is_some_and(|value| value > 0.0);
        let there = sets.presence.is_none_or(|presence| presence > CUE);
        set(sets.distance) && there && !set(sets.conflict) && !set(sets.rejection)
    };
    let made_up = changed(scenario, closed, |sets| {
        (sets.distance, sets.responsiveness) = (Some(0.0), Some(ANSWER));
    });
    let open =
        format!("distance 0 and responsiveness {ANSWER} wherever somebody is there, closed, and no longer disputes");
    let variants = [
        one("Answered from the first minute", answer, answered),
        one("With touch while disclosing", touch, touched),
        one("Made up instead of distant", open, made_up),
    ];
    variants.into_iter().flatten().collect()
}

/// The scenario with every encounter changed that a rule finds; `None` where it finds none.
fn changed(
    scenario: &Scenario,
    finds: impl Fn(&Inputs<Option<f64>>) -> bool,
    change: impl Fn(&mut Inputs<Option<f64>>),
) -> Option<Scenario> {
    let mut new = scenario.clone();
    let encounters = new.groups.iter_mut().flat_map(|group| &mut group.schedule.encounters);
    let found: Vec<_> = encounters.filter(|it| finds(&it.sets)).collect();
    let any = !found.is_empty();
    found.into_iter().for_each(|it| change(&mut it.sets));
    any.then_some(new)
}

/// What a rise of it says that somebody is under strain. A fall is none, and neither is more closeness, oxytocin or a better
/// mood: of these nobody wants the end sooner.
pub const STRAIN: [&str; 6] =
    ["threat.felt", "hurt.felt", "saliva.cortisol", "pressure.systolic", "rhythm.rate", "conductance.level"];

/// The responses of strain: the digests of [`STRAIN`] that rise above the control by what is worth a line.
pub fn strains(digests: &[Digest]) -> Vec<&Digest> {
    let rises = |it: &&Digest| STRAIN.contains(&it.quantity.id) && it.rise() > 0.0 && it.rise() >= it.least();
    digests.iter().filter(rises).collect()
}

/// A rise above the control.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rise {
    /// The largest; 0 where there is none.
    pub size: f64,
    /// Minutes until it is over; 0 where it never begins, `None` where it outlasts the record.
    pub minutes: Option<f64>,
}

/// What a variant does to one response.
#[derive(Clone, Debug)]
pub struct Shortened<'a> {
    /// The response as it was.
    pub was: &'a Digest,
    /// Its rise as it was.
    pub before: Rise,
    /// Its rise in the variant. It is over when it stays below a tenth of the largest size *as it was*, so that a response
    /// that is halved does not count as longer.
    pub after: Rise,
}

impl Shortened<'_> {
    /// Minutes by which the response is over sooner; negative: later. `None` where it outlasts the record either way.
    pub fn sooner(&self) -> Option<f64> {
        Some(self.before.minutes? - self.after.minutes?)
    }
}

/// What a variant does to the responses `was`, of which `instead` holds the same readings, groups and quantities. Minutes
/// count from `from`, when the scenario departs from its control.
pub fn shortened<'a>(was: &[&'a Digest], instead: &[Digest], times: &[f64], from: f64) -> Vec<Shortened<'a>> {
    let same = |a: &Digest, b: &Digest| (a.reading, a.group, a.quantity.id) == (b.reading, b.group, b.quantity.id);
    let one = |&was: &&'a Digest| {
        let new = instead.iter().find(|new| same(was, new))?;
        let limit = OVER * was.rise();
        let rise = |digest: &Digest| {
            let course = digest.change.as_ref().map_or(&[][..], |change| &change.course);
            let minutes = match course.iter().rposition(|value| *value >= limit) {
                Some(last) => times.get(last + 1).map(|time| time - from),
                None => Some(0.0),
            };
            Rise { size: digest.rise(), minutes }
        };
        Some(Shortened { was, before: rise(was), after: rise(new) })
    };
    was.iter().filter_map(one).collect()
}
