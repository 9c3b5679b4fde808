//! When everything happens: from what a file says of each time to minutes.
//!
//! A time relative to another counts from where that begins, or ends where `the end of` is written. What is relative to
//! something that repeats happens with each of its occurrences; with `repeats` of its own it counts from the first. Draws
//! move with it whatever is relative to it.

use super::items::{Item, What};
use super::repeats;
use crate::form::at::At;
use crate::problem::Problem;
use crate::{clock, suggest};
use consoma_model::schedule::{CUT, DAY, Span};

/// Once that something happens.
#[derive(Clone, Debug)]
pub(crate) struct Occurrence {
    /// When it begins, minutes since midnight of day 1.
    pub(crate) start: f64,
    /// Deviations in minutes and keys of the draws that move it.
    pub(crate) draws: Vec<(f64, u64)>,
}

/// The occurrences of each item. What has no time that can be known has none.
pub(crate) fn resolve(items: &[Item<'_>], span: Option<Span>, problems: &mut Vec<Problem>) -> Vec<Vec<Occurrence>> {
    let refers = references(items, problems);
    circles(items, &refers, problems);
    let keys = keys(items);
    let bounds: Vec<_> = items.iter().map(|item| repeats::periods(item, items, problems)).collect();
    let mut found: Vec<Option<Vec<Occurrence>>> = vec![None; items.len()];
    // Periods first, because they bound the others.
    let (periods, others): (Vec<_>, Vec<_>) =
        (0..items.len()).partition(|&item| matches!(items[item].what, What::Period));
    for item in periods.into_iter().chain(others) {
        // What it is relative to, and what that is relative to, from the last to the first. In a circle nothing is known.
        let mut chain = vec![item];
        while let Some(next) = refers[chain[chain.len() - 1]].filter(|next| found[*next].is_none()) {
            if chain.contains(&next) {
                found[next] = Some(Vec::new());
                break;
            }
            chain.push(next);
        }
        for &one in chain.iter().rev() {
            if found[one].is_some() {
                continue;
            }
            let other = refers[one].map(|other| (&items[other], found[other].as_deref().unwrap_or_default()));
            let open = open_ended(items, &refers, one);
            let mut occurrences = occurrences(&items[one], keys[one], other, open, span, problems);
            bound(&items[one], &mut occurrences, &bounds[one], (items, &found), problems);
            found[one] = Some(occurrences);
        }
    }
    found.into_iter().map(Option::unwrap_or_default).collect()
}

/// The item that each refers to.
fn references(items: &[Item<'_>], problems: &mut Vec<Problem>) -> Vec<Option<usize>> {
    let one = |item: &Item<'_>| {
        let Some(At::Relative { of, .. }) = item.when.at.value() else { return None };
        let mut named = items.iter().enumerate().filter(|(_, other)| other.name == *of).map(|(place, _)| place);
        match (named.next(), named.count()) {
            (Some(place), 0) => return Some(place),
            (Some(_), more) => {
                let label = format!("{} have this name; give one a `name` of its own", more + 1);
                problems.push(Problem::at(item.at(), format!("`{of}` is not one thing"), label));
            }
            (None, _) => {
                let mut names: Vec<_> = items.iter().map(|item| item.name.as_str()).collect();
                names.retain(|name| !name.is_empty());
                names.sort_unstable();
                names.dedup();
                let help = suggest::help(of, &names, "a time is relative to the name of something else in the file");
                problems.push(Problem::at(item.at(), format!("nothing is called `{of}`"), "unknown name").help(help));
            }
        }
        None
    };
    items.iter().map(one).collect()
}

/// Reports each member of each circle.
fn circles(items: &[Item<'_>], refers: &[Option<usize>], problems: &mut Vec<Problem>) {
    for start in 0..items.len() {
        let mut circle = vec![start];
        let mut at = refers[start];
        while let Some(next) = at.filter(|next| *next != start && circle.len() < items.len()) {
            circle.push(next);
            at = refers[next];
        }
        if at == Some(start) {
            circle.push(start);
            let names: Vec<_> = circle.iter().map(|item| format!("`{}`", items[*item].name)).collect();
            let label = match names.len() {
                2 => "it refers to itself".to_owned(),
                3..8 => names.join(" after "),
                more => format!("{} after {} and so on, {} of them", names[0], names[1], more - 1),
            };
            let what = format!("the time of `{}` refers in a circle", items[start].name);
            problems.push(Problem::at(items[start].at(), what, label).help("give one of them a time of its own"));
        }
    }
}

/// Names the draws of each item: by its kind, its name, and its number among those of the same name, so that other items may
/// come and go. (FNV-1a, 32 bits; the occurrence has the other 32.)
fn keys(items: &[Item<'_>]) -> Vec<u64> {
    let mut seen = std::collections::HashMap::new();
    let key = |item: &Item<'_>| {
        let number: &mut u32 = seen.entry((item.kind, item.name.clone())).or_default();
        *number += 1;
        let bytes = [item.kind.as_bytes(), &[0], item.name.as_bytes(), &[0], &number.to_le_bytes()].concat();
        let hash = bytes.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
        u64::from(hash) << 32
    };
    items.iter().map(key).collect()
}

/// Whether it happens as often as fits into the scenario: what follows it then does too.
fn open_ended(items: &[Item<'_>], refers: &[Option<usize>], item: usize) -> bool {
    let mut chain = core::iter::successors(Some(item), |&one| refers[one]).take(items.len());
    let repeats = chain.find_map(|one| items[one].when.repeats).map(toml::Spanned::get_ref);
    repeats.is_some_and(|repeats| repeats.times.span().is_none() && repeats.until.span().is_none())
}

fn occurrences(
    item: &Item<'_>,
    key: u64,
    other: Option<(&Item<'_>, &[Occurrence])>,
    open: bool,
    span: Option<Span>,
    problems: &mut Vec<Problem>,
) -> Vec<Occurrence> {
    let jitter = jitter(item, problems);
    let (Some(at), Some(scenario)) = (item.when.at.value(), span) else { return Vec::new() };
    let once = |start| vec![Occurrence { start, draws: Vec::new() }];
    let mut found = match (at, other) {
        (At::Instant(start), _) => once(*start),
        (At::Clock(time), _) => {
            let today = (scenario.start / DAY).floor() * DAY + time;
            once(if today < scenario.start { today + DAY } else { today })
        }
        (At::Relative { offset, end, .. }, Some((other, known))) => {
            let length = if *end { other.lasts } else { 0.0 };
            known.iter().map(|it| Occurrence { start: it.start + length + offset, draws: it.draws.clone() }).collect()
        }
        (At::Relative { .. }, None) => Vec::new(),
    };
    if let (Some(repeats), Some(first)) = (item.when.repeats, found.first().cloned()) {
        let reach = CUT * (first.draws.iter().map(|draw| draw.0).sum::<f64>() + jitter);
        if !inside(item, &first, reach, scenario, problems) {
            return Vec::new();
        }
        let starts = repeats::starts(item, repeats.get_ref(), first.start, reach, scenario, problems);
        found = starts.into_iter().map(|start| Occurrence { start, draws: first.draws.clone() }).collect();
    }
    for (number, occurrence) in found.iter_mut().enumerate() {
        if jitter > 0.0 {
            occurrence.draws.push((jitter, key | number as u64));
        }
    }
    if open && item.when.repeats.is_none() {
        let late = |one: &Occurrence| {
            let reach = CUT * one.draws.iter().map(|draw| draw.0).sum::<f64>();
            one.start + item.extent().1 + reach > scenario.end + 1e-6
        };
        // The first stays, so that what can never happen is told.
        let fit = found.iter().position(late).unwrap_or(found.len());
        found.truncate(fit.max(1));
    }
    let whole = found.iter().all(|one| {
        let reach = CUT * one.draws.iter().map(|draw| draw.0).sum::<f64>();
        inside(item, one, reach, scenario, problems)
    });
    if whole { found } else { Vec::new() }
}

/// Leaves what happens in the periods that bound it, by the times that no draw has moved.
fn bound(
    item: &Item<'_>,
    occurrences: &mut Vec<Occurrence>,
    bounds: &[(usize, bool)],
    (items, found): (&[Item<'_>], &[Option<Vec<Occurrence>>]),
    problems: &mut Vec<Problem>,
) {
    if bounds.is_empty() || occurrences.is_empty() {
        return;
    }
    let place = || item.when.repeats.map(toml::Spanned::span).unwrap_or_else(|| item.at());
    if let Some((period, _)) = bounds.iter().find(|(period, _)| found[*period].is_none()) {
        let what = format!("`{}` is bounded by `{}`, whose own time depends on it", item.name, items[*period].name);
        problems.push(Problem::at(place(), what, "this goes in a circle").help("give the period a time of its own"));
        return;
    }
    let holds = |period: usize, time: f64| {
        let lasts = items[period].lasts;
        found[period].iter().flatten().any(|it| it.start <= time && time < it.start + lasts)
    };
    let only = bounds.iter().any(|(_, during)| *during);
    occurrences.retain(|it| {
        let inside = |during: bool| bounds.iter().any(|&(period, own)| own == during && holds(period, it.start));
        (!only || inside(true)) && !inside(false)
    });
    if occurrences.is_empty() {
        let label = "none of its times lies in the periods that are left to it";
        problems.push(Problem::at(place(), format!("`{}` never happens", item.name), label));
    }
}

/// The deviation of its time, min.
fn jitter(item: &Item<'_>, problems: &mut Vec<Problem>) -> f64 {
    let Some((jitter, place)) = item.when.jitter.get_with_span("jitter", problems) else { return 0.0 };
    if (0.0..=DAY).contains(&jitter.0) {
        return jitter.0;
    }
    problems.push(Problem::at(place, "`jitter` is out of bounds", "allowed: 0 min to 1 d"));
    0.0
}

/// Whether an occurrence lies in the scenario, wherever its draws may move it.
fn inside(item: &Item<'_>, one: &Occurrence, reach: f64, scenario: Span, problems: &mut Vec<Problem>) -> bool {
    let (from, until) = item.extent();
    let (begin, end) = (one.start + from - reach, one.start + until + reach);
    let drawn = if reach > 0.0 { " with its jitter, cut at three deviations" } else { "" };
    let (place, what, label) = if begin < scenario.start {
        let label = format!("from {}{drawn}; the scenario starts at {}", written(begin), written(scenario.start));
        (item.at(), "this begins before the start", label)
    } else if begin >= scenario.end {
        (item.at(), "this begins after the end", format!("the scenario ends at {}", written(scenario.end)))
    } else if end > scenario.end + 1e-6 {
        let label = format!("until {}{drawn}; the scenario ends at {}", written(end), written(scenario.end));
        (item.when.lasts.span().unwrap_or_else(|| item.at()), "this lasts beyond the end", label)
    } else {
        return true;
    };
    problems.push(Problem::at(place, what, label));
    false
}

fn written(time: f64) -> String {
    clock::written(time)
}
