//! How often something happens.

use super::items::Item;
use super::timed::Repeats;
use crate::clock;
use crate::problem::Problem;
use consoma_model::schedule::{DAY, Span};

/// Most occurrences of one thing. More is a mistaken unit.
const MOST: f64 = 10_000.0;

/// Longest time from one beginning to the next, min: 10 years. More is a mistaken unit.
const LONGEST: f64 = 3652.0 * DAY;

/// When something begins that begins first at `first`, min. `reach` is how far its draws may move it.
pub(crate) fn starts(
    item: &Item<'_>,
    repeats: &Repeats,
    first: f64,
    reach: f64,
    scenario: Span,
    problems: &mut Vec<Problem>,
) -> Vec<f64> {
    let place = item.when.repeats.map(toml::Spanned::span).unwrap_or_default();
    let every = repeats.every.need("every", "\"1 day\"", place.clone(), problems).map(|every| every.0);
    let times = repeats.times.get_with_span("times", problems);
    let until = repeats.until.get_with_span("until", problems);
    let Some(every) = every else { return vec![first] };
    if every > LONGEST {
        let stands = repeats.every.span().unwrap_or(place);
        problems.push(Problem::at(stands, "`every` is out of bounds", "at most 10 years, 3652 d, are allowed"));
        return vec![first];
    }
    let (from, end) = item.extent();
    if every < end - from {
        let label = format!("it takes {} min; leave at least that", end - from);
        let stands = repeats.every.span().unwrap_or(place);
        problems.push(Problem::at(stands, format!("`{}` would overlap itself", item.name), label));
        return vec![first];
    }
    // What fits into the scenario, with a little room for the rounding of sums.
    let fits = ((scenario.end - end - reach - first) / every + 1e-9).floor() + 1.0;
    let count = match (times, until) {
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
            if times as f64 > fits.max(1.0) {
                let label = format!("{} fit before the end, {}", fits.max(1.0), clock::written(scenario.end));
                problems.push(Problem::at(stands, "this lasts beyond the end", label));
                return vec![first];
            }
            times as f64
        }
        (None, Some((until, stands))) => {
            let count = ((until.0 - first) / every + 1e-9).floor() + 1.0;
            if until.0 < first {
                let label = format!("it begins at {}", clock::written(first));
                problems.push(Problem::at(stands, "`until` is before the first time", label));
                return vec![first];
            }
            if count > fits.max(1.0) {
                let label = format!("the scenario ends at {}", clock::written(scenario.end));
                problems.push(Problem::at(stands, "this lasts beyond the end", label));
                return vec![first];
            }
            count
        }
        (None, None) => fits.max(1.0),
    };
    if count > MOST {
        let label = format!("{count} times; at most {MOST} are allowed");
        problems.push(Problem::at(repeats.every.span().unwrap_or(place), "this happens too often", label));
        return vec![first];
    }
    (0..count as u32).map(|occurrence| first + f64::from(occurrence) * every).collect()
}
