//! From the form of a file to a scenario that can run.

use super::parts::{Form, Routine};
use super::words::{Beside, Chance, Sleep};
use super::{items, lives, nights, output, overrides, people, refusals, times};
use crate::clock::Until;
use crate::form::field::Field;
use crate::form::leaf::{Instant, Lux};
use crate::memory::{self, TooLarge};
use crate::problem::Problem;
use crate::{clock, names};
use consoma_lab::control::Control;
use consoma_lab::scenario::Scenario;
use consoma_model::declare::Reading;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::{self, DAY, Span};
use consoma_wiring::Reference;
use core::ops::Range;

/// Longest span of which everything is drawn where the file does not say, min.
const LONG: f64 = 60.0 * DAY;

/// The scenario, or `None` where what is wrong leaves too little of it. `problems` gets everything that is wrong.
pub(crate) fn resolve(
    form: &Form,
    until: Option<Until>,
    top: Range<usize>,
    problems: &mut Vec<Problem>,
) -> Option<Scenario> {
    crate::form::version(&form.consoma, top.clone(), problems);
    names::check("name", &form.name, problems);
    names::check_text("about", &form.about, problems);
    let name = form.name.need("name", "\"A deep talk\"", top.clone(), problems);
    let about = form.about.get("about", problems).unwrap_or_default();
    let span = span(form, until, top.clone(), problems);
    // Times are those of the whole file; what comes after an earlier end is left out, and not refused.
    let whole = span.zip(form.end.value()).map(|(span, stated)| Span { end: span.end.max(stated.0), ..span });
    let seed = seed(&form.seed, problems);
    let readings = readings(form, problems);
    let routine = routine(&form.routine, problems);
    let population = overrides::population(form, problems);
    let place = largest(form).or_else(|| form.output.every.span()).unwrap_or_else(|| top.clone());
    let mut groups = people::groups(form, top, problems);
    let items = items::all(form, &groups, problems);
    let when = times::resolve(&items, whole, problems);
    lives::fill(&items, &when, &mut groups, problems);
    let pairs = lives::pairs(&items, &when, &groups, problems);
    lives::followers(&items, &when, &groups, &pairs, problems);
    lives::unmet(form, &items, &groups, problems);
    for (group, people) in groups.iter_mut().zip(&form.people) {
        group.schedule.routine = people::own_routine(routine, people.get_ref(), problems);
    }
    nights::fill(form, whole, &mut groups, problems);
    if let Some(Span { end, .. }) = span {
        groups.iter_mut().for_each(|group| group.schedule.cut(end));
    }
    refusals::no_partner(form, &items, &groups, problems);
    let times = output::times(&form.output, span, form.end.span(), &groups, problems);
    let quantities = output::quantities(&form.output, problems);
    let noise = match form.chance.get("chance", problems) {
        Some(Chance::Drawn) => Reference::Stochastic,
        Some(Chance::Mean) => Reference::Skeleton,
        None if span.is_some_and(|span| span.end - span.start > LONG) => Reference::Skeleton,
        None => Reference::Stochastic,
    };
    let stepping = match noise {
        Reference::Stochastic => consoma_wiring::default_stepping(),
        Reference::Skeleton => consoma_wiring::years_stepping(),
    };
    let control = form.control.get("control", problems).unwrap_or_else(|| Control::usual(&groups));
    let scenario = Scenario {
        name: name?,
        about,
        groups,
        pairs,
        span: span?,
        readings,
        control,
        seed,
        population,
        noise,
        stepping,
        times,
        quantities,
    };
    if let Err(TooLarge { what, help }) = memory::check(&scenario) {
        problems.push(Problem::at(place, what, "too large").help(help));
    }
    Some(scenario)
}

/// Where the largest number of people stands.
fn largest(form: &Form) -> Option<Range<usize>> {
    let counts = form.people.iter().map(|people| &people.get_ref().count);
    counts.max_by_key(|count| count.value().copied()).and_then(Field::span)
}

fn span(form: &Form, until: Option<Until>, top: Range<usize>, problems: &mut Vec<Problem>) -> Option<Span> {
    let start = form.start.need("start", "\"day 1 12:00\"", top.clone(), problems);
    let end = form.end.need("end", "\"day 3 12:00\"", top, problems);
    let (Instant(start), Instant(stated)) = (start?, end?);
    let end = match until {
        Some(Until::After(minutes)) => start + minutes,
        Some(Until::At(time)) => time,
        None => stated,
    };
    let last = f64::from(clock::LAST_DAY) * DAY;
    if end > last {
        let label = format!("it would end on {}; days are counted to {}", clock::written(end), clock::LAST_DAY);
        problems.push(Problem::at(form.end.span().unwrap_or_default(), "the end is too late", label));
        return None;
    }
    if end <= start {
        let label = format!("must be later than `start`, {}", clock::written(start));
        problems.push(Problem::at(form.end.span().unwrap_or_default(), "the end is not after the start", label));
        return None;
    }
    Some(Span { start, end })
}

fn seed(field: &Field<i64>, problems: &mut Vec<Problem>) -> u64 {
    let Some((seed, place)) = field.get_with_span("seed", problems) else { return 1 };
    u64::try_from(seed).unwrap_or_else(|_| {
        problems.push(Problem::at(place, "the seed is negative", "a whole number from 0 is needed"));
        1
    })
}

fn readings(form: &Form, problems: &mut Vec<Problem>) -> Vec<Reading> {
    let Some(list) = &form.readings else { return vec![Reading::Told, Reading::Measured] };
    let mut readings = Vec::new();
    for field in list.get_ref() {
        let Some((reading, place)) = field.get_with_span("readings", problems) else { continue };
        if readings.contains(&reading) {
            problems.push(Problem::at(place, format!("reading `{}` stands twice", reading.name()), "leave this out"));
        } else {
            readings.push(reading);
        }
    }
    if list.get_ref().is_empty() {
        let label = "name at least one of told, measured, null";
        problems.push(Problem::at(list.span(), "there is no reading", label));
    }
    readings
}

fn routine(form: &Routine, problems: &mut Vec<Problem>) -> schedule::Routine {
    let usual = schedule::Routine::default();
    let mut light = |field: &Field<Lux>, key, usual| {
        let Some((Lux(lux), place)) = field.get_with_span(key, problems) else { return usual };
        let (low, high) =
            Inputs::ROWS.iter().find(|row| row.id == "input.light").map_or((0.0, f64::MAX), |row| row.declared.allowed);
        if !(low..=high).contains(&lux) {
            let label = format!("allowed: {low} to {high} lux");
            problems.push(Problem::at(place, format!("`{key}` is out of bounds"), label));
        }
        lux
    };
    let daylight = light(&form.daylight, "daylight", usual.daylight);
    let lamplight = light(&form.lamplight, "lamplight", usual.lamplight);
    let mut time =
        |field: &Field<crate::form::leaf::TimeOfDay>, key, usual| field.get(key, problems).map_or(usual, |time| time.0);
    let wake = time(&form.wake, "wake", usual.wake);
    let bed = time(&form.bed, "bed", usual.bed);
    let dawn = time(&form.dawn, "dawn", usual.dawn);
    let dusk = time(&form.dusk, "dusk", usual.dusk);
    if wake == bed {
        let place = form.bed.span().or_else(|| form.wake.span()).unwrap_or_default();
        problems.push(Problem::at(place, "there is no night", "`bed` and `wake` must differ"));
    }
    if dusk <= dawn {
        let place = form.dusk.span().or_else(|| form.dawn.span()).unwrap_or_default();
        let label = "dusk must come after dawn on the same day";
        problems.push(Problem::at(place, "there is no daylight", label).help("for darkness set `daylight` instead"));
    }
    let free = form.sleep.get("sleep", problems) == Some(Sleep::Free);
    let beside = form.beside.get("beside", problems) == Some(Beside::Partner);
    schedule::Routine { wake, bed, dawn, dusk, daylight, lamplight, free, beside }
}
