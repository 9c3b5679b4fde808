//! The social stress test: arrival at a strange place, preparation, and a task of speech and arithmetic before strangers who
//! give no sign of what they think.
//!
//! Left out: the rest before (it is the time between arrival and preparation), and the telling at the end that it is over.

use super::items::{Item, common};
use super::several::Several;
use super::timed::StressTest;
use crate::problem::Problem;
use consoma_lab::scenario::Group;
use consoma_model::inputs::Inputs;
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
    let mut several = Several::new(item, problems);
    let arrival = several.minutes("arrival", &test.arrival, ARRIVAL);
    let settling = several.minutes("settling", &test.settling, SETTLING);
    let preparation = several.minutes("preparation", &test.preparation, PREPARATION);
    let novelty = several.share("novelty", &test.novelty, 1.0);
    let evaluation = several.share("evaluation", &test.evaluation, 1.0);
    let talk = several.share("talk", &test.talk, 1.0);

    let judged = Inputs { evaluation, talk, stranger: Some(1.0), presence: Some(1.0), ..Inputs::none() };
    let task = several.item.lasts;
    several.part("arrival", -arrival, settling - arrival, Inputs { novelty, ..Inputs::none() });
    several.part("preparation", -preparation, 0.0, judged);
    several.part("speech and arithmetic", 0.0, task, Inputs { posture: Some(1.0), ..judged });
    several.item()
}
