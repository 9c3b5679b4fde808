//! The social stress test: arrival at a strange place, preparation, and a task of speech and arithmetic before strangers who
//! give no sign of what they think.
//!
//! Left out: the rest before (it is the time between arrival and preparation), and the telling at the end that it is over.

use super::items::{Item, Part, What, common};
use super::sets::{Sets, bounded_input};
use super::timed::StressTest;
use crate::form::field::Field;
use crate::form::leaf::Lasting;
use crate::problem::Problem;
use consoma_lab::scenario::Group;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::DAY;
use toml::Spanned;

/// The length of the task where the file does not say, min.
const TASK: f64 = 10.0;
/// Minutes before the task at which people arrive, where the file does not say.
const ARRIVAL: f64 = 40.0;
/// Minutes for which the place is new, where the file does not say.
const SETTLING: f64 = 20.0;
/// Minutes of preparation, where the file does not say.
const PREPARATION: f64 = 5.0;

/// A stress test as its parts.
pub(crate) fn item<'a>(entry: &'a Spanned<StressTest>, groups: &[Group], problems: &mut Vec<Problem>) -> Item<'a> {
    let test = entry.get_ref();
    let item = common("stress test", test.when(), entry.span(), Some(TASK), groups, problems);
    let mut minutes = |key: &str, field: &Field<Lasting>, usual: f64| {
        let Some((Lasting(minutes), place)) = field.get_with_span(key, problems) else { return usual };
        if !(0.0..=DAY).contains(&minutes) {
            problems.push(Problem::at(place, format!("`{key}` is out of bounds"), "allowed: 0 min to 1 d"));
            return usual;
        }
        minutes
    };
    let arrival = minutes("arrival", &test.arrival, ARRIVAL);
    let settling = minutes("settling", &test.settling, SETTLING);
    let preparation = minutes("preparation", &test.preparation, PREPARATION);
    let mut share = |key: &str, field: &Field<f64>| match field.get_with_span(key, problems) {
        Some((value, place)) => bounded_input(key, value, key, place, problems),
        None => Some(1.0),
    };
    let novelty = share("novelty", &test.novelty);
    let evaluation = share("evaluation", &test.evaluation);
    let talk = share("talk", &test.talk);

    let new = Inputs { novelty, ..Inputs::none() };
    let judged = Inputs { evaluation, talk, stranger: Some(1.0), presence: Some(1.0), ..Inputs::none() };
    let standing = Inputs { posture: Some(1.0), ..judged };
    let part = |name: &str, from: f64, until: f64, sets: Sets| {
        let name = if item.name == item.kind { name.to_owned() } else { format!("{}: {name}", item.name) };
        (until > from).then(|| Part { name, from, until, sets: vec![sets; item.who.len()] })
    };
    let parts = [
        part("arrival", -arrival, settling - arrival, new),
        part("preparation", -preparation, 0.0, judged),
        part("speech and arithmetic", 0.0, item.lasts, standing),
    ];
    Item { what: What::Parts(parts.into_iter().flatten().collect()), ..item }
}
