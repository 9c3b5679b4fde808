//! A speech in public: preparation, and the speech, standing before people who judge it.
//!
//! The place is a known one unless the file says when people arrive: then it is new to them for a while, as in a stress test.

use super::items::{Item, common};
use super::several::Several;
use super::timed::Speech;
use crate::problem::Problem;
use consoma_lab::scenario::Group;
use consoma_model::inputs::Inputs;
use toml::Spanned;

/// The length of the speech where the file does not say, min.
const SPEECH: f64 = 5.0;
/// Minutes of preparation, where the file does not say.
const PREPARATION: f64 = 5.0;
/// Evaluation where the file does not say. Hypothesis: an audience shows more than a panel that gives no sign.
const EVALUATION: f64 = 0.8;
/// Minutes for which a strange place is new, where the file does not say.
const SETTLING: f64 = 20.0;

/// A speech as its parts.
pub(crate) fn item<'a>(entry: &'a Spanned<Speech>, groups: &[Group], problems: &mut Vec<Problem>) -> Item<'a> {
    let speech = entry.get_ref();
    let item = common("speech", speech.when(), entry.span(), Some(SPEECH), groups, problems);
    for (key, place) in [("settling", speech.settling.span()), ("novelty", speech.novelty.span())] {
        if let (Some(place), None) = (place, speech.arrival.span()) {
            let label =
                "the place is a known one; say in `arrival` how long before the speech they come to a strange one";
            problems.push(Problem::at(place, format!("`{key}` is not possible here"), label));
        }
    }
    let mut several = Several::new(item, problems);
    let preparation = several.minutes("preparation", &speech.preparation, PREPARATION);
    let arrival = several.minutes("arrival", &speech.arrival, 0.0);
    let settling = several.minutes("settling", &speech.settling, SETTLING);
    let novelty = several.share("novelty", &speech.novelty, 1.0);
    let evaluation = several.share("evaluation", &speech.evaluation, EVALUATION);
    let talk = several.share("talk", &speech.talk, 1.0);

    let judged = Inputs { evaluation, stranger: Some(1.0), presence: Some(1.0), ..Inputs::none() };
    let lasts = several.item.lasts;
    if speech.arrival.span().is_some() {
        several.part("arrival", -arrival, settling - arrival, Inputs { novelty, ..Inputs::none() });
    }
    several.part("preparation", -preparation, 0.0, judged);
    several.part("speech", 0.0, lasts, Inputs { talk, posture: Some(1.0), ..judged });
    several.item()
}
