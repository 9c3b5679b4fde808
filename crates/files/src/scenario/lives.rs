//! What each group lives through, and whether one person can live through it.

use super::encounter::inputs;
use super::items::{Item, What};
use super::parts::Form;
use super::times::Occurrence;
use crate::clock;
use crate::form::at::At;
use crate::problem::Problem;
use consoma_lab::scenario::Group;
use consoma_model::schedule::{CUE, Encounter, Jitter, Moved, Overlap, Schedule, Span, Why};

/// Gives each group its encounters and naps.
pub(crate) fn fill(items: &[Item<'_>], times: &[Vec<Occurrence>], groups: &mut [Group], problems: &mut Vec<Problem>) {
    // The item of each encounter of each group.
    let mut origins: Vec<Vec<usize>> = vec![Vec::new(); groups.len()];
    for (place, (item, occurrences)) in items.iter().zip(times).enumerate() {
        for (rank, &person) in item.who.iter().enumerate() {
            for occurrence in occurrences {
                let added = add(item, rank, occurrence, &mut groups[person]);
                origins[person].extend(std::iter::repeat_n(place, added));
            }
        }
    }
    let mut told = Vec::new();
    for (group, origins) in groups.iter().zip(&origins) {
        for overlap in group.schedule.check().err().unwrap_or_default() {
            let (first, second) = (origins[overlap.first], origins[overlap.second]);
            // Once for two things, however many people and occurrences meet with it.
            if !told.contains(&(first, second)) && !told.contains(&(second, first)) {
                told.push((first, second));
                problems.push(overlapping(group, overlap, &items[first], &items[second]));
            }
        }
    }
}

/// Adds one occurrence to the schedule of the person of this rank among those who take part, and says how many encounters
/// that made.
fn add(item: &Item<'_>, rank: usize, occurrence: &Occurrence, group: &mut Group) -> usize {
    let Schedule { encounters, naps, jitters, .. } = &mut group.schedule;
    let start = occurrence.start;
    let mut draw = |moved| jitters.extend(occurrence.draws.iter().map(|&(sd, key)| Jitter { moved, sd, key }));
    match &item.what {
        What::Period => 0,
        What::Nap => {
            draw(Moved::Nap(naps.len()));
            naps.push(Span { start, end: start + item.lasts });
            0
        }
        What::Parts(parts) => {
            for part in parts {
                draw(Moved::Encounter(encounters.len()));
                let span = Span { start: start + part.from, end: start + part.until };
                encounters.push(Encounter { name: part.name.clone(), span, sets: part.sets[rank] });
            }
            parts.len()
        }
    }
}

fn overlapping(group: &Group, overlap: Overlap, first: &Item<'_>, second: &Item<'_>) -> Problem {
    let Overlap { first: a, second: b, why } = overlap;
    let (a, b) = (&group.schedule.encounters[a], &group.schedule.encounters[b]);
    let moves = if a.span.end > b.span.start { "" } else { ", and the jitter may move them together" };
    let (name, until) = (&a.name, clock::written(a.span.end));
    let label = format!("`{name}` lasts until {until}{moves}");
    let place = if core::ptr::eq(first, second) {
        second.when.repeats.map_or_else(|| second.at(), toml::Spanned::span)
    } else {
        second.at()
    };
    match why {
        Why::Company if [a, b].iter().any(|it| it.sets.presence == Some(CUE)) => {
            Problem::at(place, format!("`{}` is in company while a cue is met", group.name), label)
                .help("let one end before the other begins; a cue stands for somebody who is away")
        }
        Why::Company => Problem::at(place, format!("`{}` is in company twice at the same time", group.name), label)
            .help("let one end before the other begins; a meal or light may overlap company"),
        Why::Input(input) => {
            let key = inputs().find(|(known, ..)| *known == input).map_or("an input", |(_, key, _)| key);
            let what = format!("two encounters of `{}` set `{key}` at the same time", group.name);
            Problem::at(place, what, label).help("let one end before the other begins, or set the input in one alone")
        }
    }
}

/// The groups that meet by name, each with one other.
pub(crate) fn pairs(
    items: &[Item<'_>],
    times: &[Vec<Occurrence>],
    groups: &[Group],
    problems: &mut Vec<Problem>,
) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut told = Vec::new();
    for (item, times) in items.iter().zip(times).filter(|(item, _)| item.together) {
        let &[one, other] = &item.who[..] else {
            // Each would have draws of their own, and so they would miss each other.
            if times.iter().any(|time| !time.draws.is_empty()) {
                let place = item.when.jitter.span().unwrap_or_else(|| item.at());
                let label = format!("{} people would not come at the same time; only two can", item.who.len());
                problems.push(Problem::at(place, "several people meet at a time with jitter", label));
            }
            continue;
        };
        let pair = (one.min(other), one.max(other));
        if pairs.contains(&pair) || told.contains(&pair) {
            continue;
        }
        told.push(pair);
        let (a, b) = (&groups[pair.0], &groups[pair.1]);
        let place = item.when.who.map(toml::Spanned::span).unwrap_or_else(|| item.place.clone());
        let help = "write `with = \"friend\"`, or another tie, for company that is not simulated";
        let met = |person: usize| pairs.iter().find(|pair| pair.0 == person || pair.1 == person);
        if let Some((person, known)) =
            [pair.0, pair.1].into_iter().find_map(|person| met(person).map(|known| (person, *known)))
        {
            let other = if known.0 == person { known.1 } else { known.0 };
            let (name, other) = (&groups[person].name, &groups[other].name);
            let label = format!("`{name}` meets `{other}` elsewhere; a person is simulated together with one other");
            let what = format!("`{}` and `{}` cannot be simulated together", a.name, b.name);
            problems.push(Problem::at(place, what, label).help(help));
        } else if a.count != b.count {
            let label = format!("`{}` are {}, `{}` are {}; make them as many", a.name, a.count, b.name, b.count);
            let what = format!("not everybody of `{}` and `{}` has somebody to meet", a.name, b.name);
            problems.push(Problem::at(place, what, label).help(help));
        } else {
            pairs.push(pair);
        }
    }
    pairs
}

/// Reports whose time follows an event that draws move for somebody else: everybody has draws of their own, unless two are
/// simulated together.
pub(crate) fn followers(
    items: &[Item<'_>],
    times: &[Vec<Occurrence>],
    groups: &[Group],
    pairs: &[(usize, usize)],
    problems: &mut Vec<Problem>,
) {
    let moved = |place: usize| times[place].iter().any(|time| !time.draws.is_empty());
    for item in items.iter().filter(|item| item.sure) {
        let Some(At::Relative { of, .. }) = item.when.at.value() else { continue };
        let Some(place) = items.iter().position(|other| other.name == *of) else { continue };
        let other = &items[place];
        if !(other.sure && moved(place)) {
            continue;
        }
        let follows = |person: usize| {
            let with = pairs.iter().flat_map(|&(a, b)| [(a, b), (b, a)]).find(|pair| pair.0 == person);
            other.who.contains(&person) || with.is_some_and(|(_, partner)| other.who.contains(&partner))
        };
        if let Some(&person) = item.who.iter().find(|person| !follows(**person)) {
            let (name, first) = (&groups[person].name, &other.name);
            let what = format!("`{}` cannot follow `{first}` for `{name}`", item.name);
            let label = format!("`{first}` has jitter, and `{name}` takes no part in it");
            let help = format!(
                "add `{name}` to the `who` of `{first}`, or leave `jitter` out there, or give `{}` a time of its own",
                item.name
            );
            problems.push(Problem::at(item.at(), what, label).help(help));
        }
    }
}

/// Reports who is met by nobody in a file with encounters.
pub(crate) fn unmet(form: &Form, items: &[Item<'_>], groups: &[Group], problems: &mut Vec<Problem>) {
    let encounters: Vec<_> = items.iter().filter(|item| item.is_encounter()).collect();
    for (place, (entry, group)) in form.people.iter().zip(groups).enumerate() {
        let people = entry.get_ref();
        let alone = people.alone.get("alone", problems).unwrap_or(false);
        // Where a name could not be read, it may be this one.
        let met = encounters.iter().any(|item| !item.sure || item.who.contains(&place));
        if !(alone || met || encounters.is_empty()) {
            let stands = people.name.span().unwrap_or_else(|| entry.span());
            let label = "takes part in no encounter";
            problems.push(
                Problem::at(stands, format!("`{}` is met by nobody", group.name), label)
                    .help("add the name to the `who` of an encounter, or say `alone = true` here"),
            );
        }
    }
}
