//! Nights that are not as the routine has them.

use super::parts::Form;
use super::people;
use super::words::Beside;
use crate::clock;
use crate::problem::Problem;
use consoma_lab::scenario::Group;
use consoma_model::schedule::{DAY, Night, Span};

/// Days that are lived before a scenario starts, at least; a night in them still counts.
const BEFORE: f64 = 1.0;

/// Gives each group its nights. Their routines are known.
pub(crate) fn fill(form: &Form, scenario: Option<Span>, groups: &mut [Group], problems: &mut Vec<Problem>) {
    for entry in &form.night {
        let night = entry.get_ref();
        let day = night.day.need("day", "2", entry.span(), problems);
        let bed = night.bed.need("bed", "\"02:00\"", entry.span(), problems);
        let wake = night.wake.need("wake", "\"09:00\"", entry.span(), problems);
        let beside = night.beside.get("beside", problems);
        let who = people::named(night.who.as_ref(), groups, problems);
        let (Some(day), Some(bed), Some(wake)) = (day, bed, wake) else { continue };
        let stands = night.day.span().unwrap_or_else(|| entry.span());
        if !(0..=i64::from(clock::LAST_DAY)).contains(&day) {
            let label = format!("allowed: 0, the day before the first, to {}", clock::LAST_DAY);
            problems.push(Problem::at(stands, "`day` is out of bounds", label));
            continue;
        }
        if bed.0 == wake.0 {
            let place = night.wake.span().unwrap_or_else(|| entry.span());
            problems.push(Problem::at(place, "there is no night", "`bed` and `wake` must differ"));
            continue;
        }
        let midnight = (day - 1) as f64 * DAY;
        let start = midnight + bed.0 + if bed.0 < DAY / 2.0 { DAY } else { 0.0 };
        let span = Span { start, end: start + (wake.0 - bed.0).rem_euclid(DAY) };
        if let Some(scenario) = scenario
            && (span.end <= scenario.start - BEFORE * DAY || span.start >= scenario.end)
        {
            let label = format!(
                "the scenario is from {} to {}, and a day is lived before it",
                clock::written(scenario.start),
                clock::written(scenario.end)
            );
            problems.push(Problem::at(stands, "this night is not lived", label));
            continue;
        }
        for place in who {
            let Group { name, schedule, .. } = &mut groups[place];
            let nights = &mut schedule.nights;
            if schedule.routine.free {
                let what = format!("`{name}` goes to bed when sleep comes");
                let label = "a night of its own has times; leave it out, or `sleep = \"free\"`";
                problems.push(Problem::at(stands.clone(), what, label));
            } else if nights.iter().any(|known| known.day == day) {
                let what = format!("`{name}` has two nights of day {day}");
                problems.push(Problem::at(stands.clone(), what, "leave one out"));
            } else {
                let beside = beside.map_or(schedule.routine.beside, |it| it == Beside::Partner);
                nights.push(Night { day, span, beside });
            }
        }
    }
}
