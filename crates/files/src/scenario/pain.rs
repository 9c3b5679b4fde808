//! What hurts or strains by itself: a hand in ice water, painful heat, sums against the clock, an operation.

use super::items::{Item, common};
use super::kinds::Kinds;
use super::parts::Form;
use super::sets::bounded_amount;
use super::several::Several;
use super::timed::Operation;
use crate::form::leaf::Lasting;
use crate::problem::Problem;
use consoma_lab::scenario::Group;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::DAY;
use toml::Spanned;

/// How long a hand stays in ice water where the file does not say, min, and what a typical person rates it. Hypothesis.
const COLD: (f64, f64) = (2.0, 7.0);
/// The same of heat at the skin: half a minute at the middle of the scale, by definition of the standard stimulus.
const HEAT: (f64, f64) = (0.5, 5.0);
/// How long sums last where the file does not say, min; evaluation and speaking in them. Hypotheses: somebody hears, and judges a little.
const SUMS: (f64, f64, f64) = (5.0, 0.2, 0.5);
/// Most that an operation may wound, in removals of a womb.
const WORST: f64 = 3.0;
/// How long an operation lasts where the file does not say, min, and how long the pump is at hand after it: three days.
const OPERATION: (f64, f64) = (60.0, 3.0 * DAY);
/// Longest time that a pump is at hand, min.
const LONGEST: f64 = 14.0 * DAY;

/// Adds the kinds of one part.
pub(crate) fn all<'a>(form: &'a Form, kinds: &mut Kinds<'a, '_>) {
    for entry in &form.cold_pressor {
        let item = kinds.common("cold pressor", entry.get_ref().when(), entry.span(), Some(COLD.0));
        let noxious = kinds.share("noxious", "pain", &entry.get_ref().pain, Some(COLD.1));
        kinds.add(item, Inputs { noxious, ..Inputs::none() });
    }
    for entry in &form.painful_heat {
        let item = kinds.common("painful heat", entry.get_ref().when(), entry.span(), Some(HEAT.0));
        let noxious = kinds.share("noxious", "pain", &entry.get_ref().pain, Some(HEAT.1));
        kinds.add(item, Inputs { noxious, ..Inputs::none() });
    }
    for entry in &form.arithmetic {
        let item = kinds.common("arithmetic", entry.get_ref().when(), entry.span(), Some(SUMS.0));
        let evaluation = kinds.share("evaluation", "evaluation", &entry.get_ref().evaluation, Some(SUMS.1));
        let talk = kinds.share("talk", "talk", &entry.get_ref().talk, Some(SUMS.2));
        let (stranger, presence) = (Some(1.0), Some(1.0));
        kinds.add(item, Inputs { evaluation, talk, stranger, presence, ..Inputs::none() });
    }
}

/// An operation as its parts: anaesthesia while the wound is made, then the pump.
pub(crate) fn operation<'a>(entry: &'a Spanned<Operation>, groups: &[Group], problems: &mut Vec<Problem>) -> Item<'a> {
    let it = entry.get_ref();
    let item = common("operation", it.when(), entry.span(), Some(OPERATION.0), groups, problems);
    let lasts = item.lasts;
    let severity = match it.severity.get_with_span("severity", problems) {
        Some((severity, place)) if !(0.0..=WORST).contains(&severity) => {
            let label = format!("allowed: 0 to {WORST}; 1 is the removal of a womb");
            problems.push(Problem::at(place, "`severity` is out of bounds", label));
            None
        }
        Some((severity, place)) => bounded_amount("operation", severity, lasts, "severity", place, problems),
        None => {
            let place = it.lasts.span().unwrap_or(entry.span());
            bounded_amount("operation", 1.0, lasts, "lasts", place, problems)
        }
    };
    let pump = match it.pump.get_with_span("pump", problems) {
        Some((Lasting(minutes), place)) if !(0.0..=LONGEST).contains(&minutes) => {
            problems.push(Problem::at(place, "`pump` is out of bounds", "allowed: 0 min to 14 d"));
            // No pump cannot outlast the scenario, so nothing else is said of it.
            0.0
        }
        Some((Lasting(minutes), _)) => minutes,
        None => OPERATION.1,
    };
    let mut several = Several::new(item, problems);
    several.part("operation", 0.0, lasts, Inputs { operation: severity, anaesthesia: Some(1.0), ..Inputs::none() });
    several.part("pump", lasts, lasts + pump, Inputs { pump: Some(1.0), ..Inputs::none() });
    several.item()
}
