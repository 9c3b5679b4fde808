//! A first date: nervous anticipation, and then the company of a stranger who answers.
//!
//! Left out: that anticipation rises as the hour comes nearer, and what becomes of the stranger. Two people of the file who date each
//! other have an encounter, with `as = "stranger"`.

use super::items::{Item, common};
use super::several::Several;
use super::timed::Date;
use crate::problem::Problem;
use consoma_lab::scenario::Group;
use consoma_model::inputs::Inputs;
use toml::Spanned;

/// The length of a date where the file does not say, min.
const DATE: f64 = 120.0;
/// Minutes of anticipation, where the file does not say.
const ANTICIPATION: f64 = 60.0;
/// Depth of disclosure where the file does not say. Hypothesis: more than small talk, less than a deep talk.
const DISCLOSURE: f64 = 0.4;
/// Answer of the other where the file does not say. Hypothesis: friendlier than at small talk.
const RESPONSIVENESS: f64 = 0.6;
/// Speaking, where the file does not say: half of the time.
const TALK: f64 = 0.5;
/// Novelty where the file does not say. Hypothesis: the place is familiar in kind.
const NOVELTY: f64 = 0.3;
/// Evaluation where the file does not say. Hypothesis: one is looked at, and no panel.
const EVALUATION: f64 = 0.2;

/// A date as its parts.
pub(crate) fn item<'a>(entry: &'a Spanned<Date>, groups: &[Group], problems: &mut Vec<Problem>) -> Item<'a> {
    let date = entry.get_ref();
    let item = common("date", date.when(), entry.span(), Some(DATE), groups, problems);
    let mut several = Several::new(item, problems);
    let before = several.minutes("anticipation", &date.anticipation, ANTICIPATION);
    let anticipation = several.share_of("anticipation", "nervousness", &date.nervousness, 1.0);
    let talk = several.share("talk", &date.talk, TALK);
    let disclosure = several.share("disclosure", &date.disclosure, DISCLOSURE);
    let responsiveness = several.share("responsiveness", &date.responsiveness, RESPONSIVENESS);
    let touch = several.share("touch", &date.touch, 0.0);
    let novelty = several.share("novelty", &date.novelty, NOVELTY);
    let evaluation = several.share("evaluation", &date.evaluation, EVALUATION);

    let (stranger, presence) = (Some(1.0), Some(1.0));
    let felt = Inputs { talk, disclosure, responsiveness, touch, ..Inputs::none() };
    let lasts = several.item.lasts;
    several.part("anticipation", -before, 0.0, Inputs { anticipation, ..Inputs::none() });
    several.part("date", 0.0, lasts, Inputs { novelty, evaluation, stranger, presence, ..felt });
    several.item()
}
