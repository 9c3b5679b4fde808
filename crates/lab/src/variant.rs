//! Variants: the same scenario with one thing done otherwise, by a rule that reads the schedule. What they change shows what
//! would shorten a response.

use crate::digest::{Digest, OVER};
use crate::scenario::Scenario;
use consoma_model::inputs::Inputs;

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
    [one("Answered from the first minute", answer, answered), one("With touch while disclosing", touch, touched)]
        .into_iter()
        .flatten()
        .collect()
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

/// What a variant does to one response.
#[derive(Clone, Debug)]
pub struct Shortened<'a> {
    /// The response as it was.
    pub was: &'a Digest,
    /// The largest change in the variant.
    pub largest: f64,
    /// Minutes by which the response is over sooner; negative: later. `None` where it outlasts the record either way.
    pub sooner: Option<f64>,
    /// When it is over in the variant: when it stays below a tenth of the largest size *as it was*, so that a response that
    /// is halved does not count as longer.
    pub over: Option<f64>,
}

/// What a variant does to the responses `was`, of which `instead` holds the same readings, groups and quantities.
pub fn shortened<'a>(was: &[&'a Digest], instead: &[Digest], times: &[f64]) -> Vec<Shortened<'a>> {
    let same = |a: &Digest, b: &Digest| (a.reading, a.group, a.quantity.id) == (b.reading, b.group, b.quantity.id);
    let one = |&was: &&'a Digest| {
        let change = was.change.as_ref()?;
        let new = instead.iter().find(|new| same(was, new))?;
        let course = new.change.as_ref().map_or(&[][..], |change| &change.course);
        let limit = OVER * change.largest.value.abs();
        let over = match course.iter().rposition(|value| value.abs() >= limit) {
            Some(last) => times.get(last + 1).copied(),
            // It never begins.
            None => times.iter().copied().find(|&time| time >= was.begins),
        };
        let sooner = change.over.as_ref().zip(over).map(|(before, after)| before.time - after);
        Some(Shortened { was, largest: new.change.as_ref().map_or(0.0, |it| it.largest.value), sooner, over })
    };
    was.iter().filter_map(one).collect()
}
