//! Encounters: who meets whom, by what means, and what it sets for each of them.

use super::encounter::Encounter;
use super::items::{Item, Part, What, common};
use super::refusals::{Company, Refusals};
use super::sets::{self, Sets};
use super::words::{By, Tie};
use crate::problem::Problem;
use crate::suggest;
use consoma_lab::scenario::Group;
use consoma_model::inputs::Inputs;
use toml::Spanned;

/// Whom people meet.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum With {
    /// Somebody who is not simulated.
    Tie(Tie),
    /// Nobody.
    Nobody,
    /// The group of this place.
    Person(usize),
}

/// An encounter as an item.
pub(crate) fn item<'a>(entry: &'a Spanned<Encounter>, groups: &[Group], problems: &mut Vec<Problem>) -> Item<'a> {
    let encounter = entry.get_ref();
    let mut item = common("encounter", encounter.when(), entry.span(), None, groups, problems);
    let by = encounter.by.get("by", problems);
    let with = with(encounter, groups, problems);
    item.sure &= with.is_some() || encounter.with.span().is_none();
    item.tie = encounter.tie.span().or_else(|| encounter.with.span());
    if let (Some(With::Person(other)), true) = (with, item.sure) {
        join(&mut item.who, other, by, encounter, groups, problems);
    }
    let base = sets::read(&encounter.sets, problems);
    let own = own(encounter, &item.who, groups, problems);
    let mut sets: Vec<_> = own.iter().map(|own| sets::replaced(&base, own)).collect();
    item.together = match with {
        _ if by == Some(By::Cue) => false,
        Some(With::Person(_)) => item.who.len() > 1,
        Some(_) => false,
        None => item.sure && item.who.len() > 1 && (encounter.tie.span().is_some() || each_other(&sets)),
    };
    let tie = tie(encounter, with, item.together, problems);
    let company = Company { by, with, tie, together: item.together, count: item.who.len(), sure: item.sure };
    let mut refusals = Refusals { encounter, groups, company, seen: Vec::new(), problems };
    for (&person, sets) in item.who.iter().zip(&mut sets) {
        refusals.check(person, sets);
        if let Some(tie) = tie {
            tie.of(sets).get_or_insert(1.0);
        }
        if by.is_some() || tie.is_some() {
            sets.presence.get_or_insert(by.unwrap_or(By::FaceToFace).presence());
        }
        if item.together && item.who.len() == 2 && by != Some(By::Cue) {
            sets.together = Some(1.0);
        }
        // What a schedule leaves out of another person of the file, that person's own state supplies.
        let opens = sets.talk.is_some_and(|talk| talk > 0.0) || sets.disclosure.is_some_and(|depth| depth > 0.0);
        if item.together && item.who.len() == 2 && opens && sets.responsiveness.is_none() {
            sets.own_answer.get_or_insert(1.0);
        }
    }
    let part = Part { name: item.name.clone(), from: 0.0, until: item.lasts, sets };
    item.what = What::Parts(vec![part]);
    item
}

fn with(encounter: &Encounter, groups: &[Group], problems: &mut Vec<Problem>) -> Option<With> {
    let (word, place) = encounter.with.get_with_span("with", problems)?;
    match word.as_str() {
        "partner" => return Some(With::Tie(Tie::Partner)),
        "friend" => return Some(With::Tie(Tie::Friend)),
        "stranger" => return Some(With::Tie(Tie::Stranger)),
        "practitioner" => return Some(With::Tie(Tie::Practitioner)),
        "nobody" => return Some(With::Nobody),
        _ => {}
    }
    let found = groups.iter().position(|group| group.name == word).map(With::Person);
    if found.is_none() {
        let mut names = vec!["partner", "friend", "stranger", "practitioner", "nobody"];
        names.extend(groups.iter().map(|group| group.name.as_str()).filter(|name| !name.is_empty()));
        let listing = "allowed: partner, friend, stranger, practitioner, nobody, and the names under [[people]]";
        let help = suggest::help(&word, &names, listing);
        problems.push(Problem::at(place, format!("nobody is called `{word}`"), "unknown name").help(help));
    }
    found
}

/// Adds the person of the file who is met; whoever only sees or smells something of them is alone with it.
fn join(
    who: &mut Vec<usize>,
    other: usize,
    by: Option<By>,
    encounter: &Encounter,
    groups: &[Group],
    problems: &mut Vec<Problem>,
) {
    let name = &groups[other].name;
    let place = encounter.with.span().unwrap_or_default();
    if by == Some(By::Cue) {
        if encounter.who.is_none() {
            who.retain(|person| *person != other);
        }
        if who.contains(&other) || who.is_empty() {
            let label = "name those who see or smell it in `who`";
            problems.push(Problem::at(place, format!("`{name}` does not meet a cue of `{name}`"), label));
        }
    } else if *who == [other] {
        problems.push(Problem::at(place, format!("`{name}` does not meet `{name}`"), "name somebody else"));
    } else if !who.contains(&other) {
        who.push(other);
        who.sort_unstable();
    }
}

/// What is stated for each person alone.
fn own(encounter: &Encounter, who: &[usize], groups: &[Group], problems: &mut Vec<Problem>) -> Vec<Sets> {
    let mut own = vec![Inputs::none(); who.len()];
    for (name, stated) in &encounter.of {
        let read = sets::read(stated, problems);
        let person = groups.iter().position(|group| group.name == *name.get_ref());
        match person.map(|person| who.iter().position(|one| *one == person)) {
            Some(Some(rank)) => own[rank] = read,
            Some(None) => {
                let what = format!("`{}` takes no part", name.get_ref());
                problems.push(Problem::at(name.span(), what, "add the name to `who`, or leave this table out"));
            }
            None => {
                let names: Vec<_> = groups.iter().map(|group| group.name.as_str()).collect();
                let help = suggest::help(name.get_ref(), &names, "the names stand under [[people]]");
                let what = format!("nobody is called `{}`", name.get_ref());
                problems.push(Problem::at(name.span(), what, "unknown name").help(help));
            }
        }
    }
    own
}

/// Whether people who take part in this without naming anybody do it with each other. A performance is before others.
fn each_other(sets: &[Sets]) -> bool {
    sets.iter().any(|sets| social(sets).is_some())
        && !sets.iter().any(|sets| sets.evaluation.is_some_and(|it| it > 0.0))
}

/// An input that needs another person.
pub(crate) fn social(sets: &Sets) -> Option<&'static str> {
    let Inputs { talk, disclosure, responsiveness, touch, conflict, rejection, distance, .. } = *sets;
    let keys = ["talk", "disclosure", "responsiveness", "touch", "conflict", "rejection", "distance"];
    let values = [talk, disclosure, responsiveness, touch, conflict, rejection, distance];
    keys.into_iter().zip(values).find(|(_, value)| value.is_some_and(|value| value != 0.0)).map(|(key, _)| key)
}

/// Whose company it is.
fn tie(encounter: &Encounter, with: Option<With>, together: bool, problems: &mut Vec<Problem>) -> Option<Tie> {
    let stated = encounter.tie.get_with_span("as", problems);
    match with {
        Some(With::Tie(tie)) => {
            if let Some((_, place)) = stated {
                let label = "leave this out: `with` says it already";
                problems.push(Problem::at(place, "`as` says what a person of the file is", label));
            }
            Some(tie)
        }
        Some(With::Person(_)) => Some(stated.map_or(Tie::Friend, |(tie, _)| tie)),
        _ if together => Some(stated.map_or(Tie::Friend, |(tie, _)| tie)),
        _ => {
            if let Some((_, place)) = stated {
                let label = "nobody of the file is met; write `with`";
                problems.push(Problem::at(place, "`as` says what a person of the file is", label));
            }
            None
        }
    }
}
