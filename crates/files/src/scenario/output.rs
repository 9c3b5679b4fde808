//! What a scenario file asks to record.

use super::parts::Output;
use crate::form::leaf::Lasting;
use crate::problem::Problem;
use crate::suggest;
use consoma_lab::scenario::Group;
use consoma_model::schedule::Span;
use consoma_model::tables::quantities as declared;
use core::ops::Range;
use std::collections::BTreeSet;

/// Times between two records where a file says nothing, min: the shortest with which no person has more than [`USUAL`] records. Those of hours
/// divide a day, so that the hours of the clock come back.
const EVERY: [f64; 8] = [10.0, 20.0, 30.0, 60.0, 120.0, 180.0, 360.0, 1440.0];
/// Most records of one person where a file says nothing.
const USUAL: f64 = 20_000.0;
/// Where a file says nothing, each minute is recorded around an event: from this long before it to this long after, min.
const AROUND: (f64, f64) = (10.0, 120.0);
/// Shortest time between two records, min: a second.
const SHORTEST: f64 = 1.0 / 60.0;

/// Most records of one person. More is a mistaken unit, and would fill the memory.
const MOST: f64 = 1e6;

/// The times of the records: from the start, at the end too.
/// `ends` is where the end of the scenario stands.
pub(crate) fn times(
    form: &Output,
    span: Option<Span>,
    ends: Option<Range<usize>>,
    groups: &[Group],
    problems: &mut Vec<Problem>,
) -> Vec<f64> {
    let stated = form.every.span().is_some();
    let every = form.every.get_with_span("every", problems);
    let Some(Span { start, end }) = span else { return Vec::new() };
    let step = match every {
        Some((Lasting(every), place)) if !(every >= SHORTEST && every <= end - start) => {
            let label = format!("allowed: 1 s to {} min, the length of the scenario", end - start);
            problems.push(Problem::at(place, "`every` is out of bounds", label));
            EVERY[0]
        }
        Some((Lasting(every), _)) => every,
        None => {
            let fits = EVERY.into_iter().find(|every| (end - start) / every < USUAL);
            fits.unwrap_or((end - start) / USUAL).min(end - start)
        }
    };
    if (end - start) / step > MOST {
        let label = format!("at most {MOST} records fit; at least {:.1} min is needed", (end - start) / MOST);
        let place = form.every.span().or(ends).unwrap_or_default();
        let help = "say in `[output]` how often: a longer `every`; or let the scenario end earlier";
        problems.push(Problem::at(place, "there are too many records", label).help(help));
        return Vec::new();
    }
    // Counted, not summed: a sum of steps drifts.
    let whole = ((end - start) / step + 1e-9).floor() as u64;
    let mut times: Vec<_> = (0..=whole).map(|count| (start + count as f64 * step).min(end)).collect();
    if times.last().is_some_and(|last| end - last > 1e-6 * step) {
        times.push(end);
    }
    if stated { times } else { finer(times, Span { start, end }, groups) }
}

/// The times with each minute around the events. What happens in five minutes would fall between two records.
fn finer(times: Vec<f64>, span: Span, groups: &[Group]) -> Vec<f64> {
    let near = |event: Span| {
        let from = (event.start - AROUND.0).max(span.start) - span.start;
        let to = (event.end + AROUND.1).min(span.end) - span.start;
        from.ceil() as u64..=to.floor() as u64
    };
    let minutes: BTreeSet<u64> = groups.iter().flat_map(Group::events).flat_map(near).collect();
    if (times.len() + minutes.len()) as f64 > USUAL {
        return times;
    }
    let mut all = times;
    all.extend(minutes.into_iter().map(|minute| span.start + minute as f64));
    all.sort_by(f64::total_cmp);
    all.dedup();
    all
}

/// The places of the recorded quantities.
pub(crate) fn quantities(form: &Output, problems: &mut Vec<Problem>) -> Vec<usize> {
    let ids: Vec<_> = declared().map(|row| row.id).collect();
    let Some(list) = &form.quantities else { return (0..ids.len()).collect() };
    if list.get_ref().is_empty() {
        let label = "name at least one, or leave the key out for all";
        problems.push(Problem::at(list.span(), "no quantity is recorded", label));
    }
    let mut places = Vec::new();
    for field in list.get_ref() {
        let Some((id, span)) = field.get_with_span("quantities", problems) else { continue };
        match ids.iter().position(|known| *known == id) {
            Some(place) if places.contains(&place) => {
                problems.push(Problem::at(span, format!("`{id}` stands twice"), "leave this out"));
            }
            Some(place) => places.push(place),
            None => {
                let help = suggest::help(&id, &ids, "`consoma list quantities` prints all");
                problems.push(Problem::at(span, format!("no quantity has the id `{id}`"), "unknown id").help(help));
            }
        }
    }
    places
}
