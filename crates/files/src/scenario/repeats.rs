//! How often something happens.

use super::items::{Item, What};
use super::timed::Repeats;
use crate::problem::Problem;
use crate::{clock, suggest};
use consoma_model::schedule::{DAY, Span};
use core::ops::Range;

/// Most occurrences of one thing. More is a mistaken unit.
const MOST: f64 = 10_000.0;

/// Longest time from one beginning to the next, min: 10 years. More is a mistaken unit.
const LONGEST: f64 = 3652.0 * DAY;

/// When something begins that begins first at `first`, min, whatever its periods. `reach` is how far its draws may move it.
pub(crate) fn starts(
    item: &Item<'_>,
    repeats: &Repeats,
    first: f64,
    reach: f64,
    scenario: Span,
    problems: &mut Vec<Problem>,
) -> Vec<f64> {
    let Some(pattern) = pattern(item, repeats, problems) else { return vec![first] };
    let times = repeats.times.get_with_span("times", problems);
    let until = repeats.until.get_with_span("until", problems);
    let end = item.extent().1;
    // What fits into the scenario, with a little room for the rounding of sums.
    let fits = pattern.until(first, scenario.end - end - reach).max(1.0);
    let (count, last) = match (times, until) {
        (Some(_), Some((_, stands))) => {
            let label = "`times` says how often already; leave one out";
            problems.push(Problem::at(stands, "`times` and `until` both stand here", label));
            return vec![first];
        }
        (Some((times, stands)), None) => {
            if times < 1 {
                problems.push(Problem::at(stands, "`times` is out of bounds", "at least 1; it counts the first too"));
                return vec![first];
            }
            (times as f64, Some((format!("{fits} fit before the end, {}", clock::written(scenario.end)), stands)))
        }
        (None, Some((until, stands))) => {
            if until.0 < first {
                let label = format!("it begins at {}", clock::written(first));
                problems.push(Problem::at(stands, "`until` is before the first time", label));
                return vec![first];
            }
            let label = format!("the scenario ends at {}", clock::written(scenario.end));
            (pattern.until(first, until.0), Some((label, stands)))
        }
        (None, None) => (fits, None),
    };
    if let Some((label, stands)) = last.filter(|_| count > fits) {
        problems.push(Problem::at(stands, "this lasts beyond the end", label));
        return vec![first];
    }
    if count > MOST {
        let label = format!("{count} times; at most {MOST} are allowed");
        problems.push(Problem::at(pattern.stands, "this happens too often", label));
        return vec![first];
    }
    (0..count as u32).map(|occurrence| first + pattern.after(occurrence)).collect()
}

/// From one beginning to the next.
struct Pattern {
    /// Minutes after which it comes back.
    every: f64,
    /// On which days since then it happens.
    days: Vec<f64>,
    /// Where that stands.
    stands: Range<usize>,
}

impl Pattern {
    /// Minutes from the first to the one of this number, from 0.
    fn after(&self, occurrence: u32) -> f64 {
        let (round, rank) = (occurrence / self.days.len() as u32, occurrence as usize % self.days.len());
        f64::from(round) * self.every + self.days[rank] * DAY
    }

    /// How many begin from `first` to `last`.
    fn until(&self, first: f64, last: f64) -> f64 {
        let rounds = |day: &f64| ((last - first - day * DAY) / self.every + 1e-9).floor() + 1.0;
        self.days.iter().map(rounds).map(|rounds| rounds.max(0.0)).sum()
    }
}

/// What the file says of how often; none where that is wrong.
fn pattern(item: &Item<'_>, repeats: &Repeats, problems: &mut Vec<Problem>) -> Option<Pattern> {
    let place = item.when.repeats.map(toml::Spanned::span).unwrap_or_default();
    let (from, end) = item.extent();
    let pattern = match repeats.a_week.get_with_span("a_week", problems) {
        Some((_, stands)) if repeats.every.span().is_some() => {
            let label = "`every` says how often already; leave one out";
            problems.push(Problem::at(stands, "`every` and `a_week` both stand here", label));
            return None;
        }
        Some((a_week, stands)) => {
            if !(1..=7).contains(&a_week) {
                let label = "1 to 7 are allowed: the days of the week on which it happens";
                problems.push(Problem::at(stands, "`a_week` is out of bounds", label));
                return None;
            }
            let days = (0..a_week).map(|rank| (7 * rank / a_week) as f64).collect();
            Pattern { every: 7.0 * DAY, days, stands }
        }
        None => {
            let every = repeats.every.need("every", "\"1 day\"", place.clone(), problems)?.0;
            Pattern { every, days: vec![0.0], stands: repeats.every.span().unwrap_or(place) }
        }
    };
    let Pattern { every, days, stands } = &pattern;
    if *every > LONGEST {
        let label = "at most 10 years, 3652 d, are allowed";
        problems.push(Problem::at(stands.clone(), "`every` is out of bounds", label));
        return None;
    }
    let next = days.iter().copied().skip(1).chain([every / DAY]);
    let least = next.zip(days).map(|(next, day)| (next - day) * DAY).fold(f64::INFINITY, f64::min);
    if least < end - from {
        let label = format!("it takes {} min; leave at least that", end - from);
        problems.push(Problem::at(stands.clone(), format!("`{}` would overlap itself", item.name), label));
        return None;
    }
    Some(pattern)
}

/// The periods that bound when something happens: their places among all items, and whether it happens during them or not during them.
pub(crate) fn periods(item: &Item<'_>, items: &[Item<'_>], problems: &mut Vec<Problem>) -> Vec<(usize, bool)> {
    let Some(repeats) = item.when.repeats.map(toml::Spanned::get_ref) else { return Vec::new() };
    let mut found = Vec::new();
    for (names, during) in [(&repeats.during, true), (&repeats.except, false)] {
        for field in names.iter().flat_map(|names| names.get_ref()) {
            let Some((name, place)) = field.get_with_span("period", problems) else { continue };
            let before = found.len();
            let named = items.iter().enumerate().filter(|(_, it)| matches!(it.what, What::Period) && it.name == name);
            found.extend(named.map(|(place, _)| (place, during)));
            if found.len() == before {
                let periods = items.iter().filter(|it| matches!(it.what, What::Period));
                let names: Vec<_> = periods.map(|it| it.name.as_str()).collect();
                let help = suggest::help(&name, &names, "a period is a `[[period]]` of the file, with a name");
                problems.push(Problem::at(place, format!("no period is called `{name}`"), "unknown name").help(help));
            }
        }
    }
    found
}
