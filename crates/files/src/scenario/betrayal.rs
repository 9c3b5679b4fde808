//! A betrayal by somebody who matters comes out: a talk that rejects, and then hours of distance.
//!
//! In those hours the other is there and closed, or `by = "cue"` gone, with something of theirs left behind. Left out: what
//! was done, and whether it is forgiven.

use super::items::{Item, common};
use super::several::Several;
use super::timed::Betrayal;
use super::words::{By, Tie};
use crate::problem::Problem;
use consoma_lab::scenario::Group;
use consoma_model::inputs::Inputs;
use toml::Spanned;

/// The length of the talk where the file does not say, min.
const TALK: f64 = 30.0;
/// Minutes of distance after it, where the file does not say: the rest of an evening.
const AFTERMATH: f64 = 240.0;

/// A betrayal as its parts.
pub(crate) fn item<'a>(entry: &'a Spanned<Betrayal>, groups: &[Group], problems: &mut Vec<Problem>) -> Item<'a> {
    let betrayal = entry.get_ref();
    let mut item = common("betrayal", betrayal.when(), entry.span(), Some(TALK), groups, problems);
    item.tie = betrayal.with.span();
    let tie = match betrayal.with.get_with_span("with", problems) {
        Some((Tie::Stranger, place)) => {
            let label = "a stranger cannot betray; allowed: partner, friend, practitioner";
            problems.push(Problem::at(place, "`with` is somebody who matters", label));
            Tie::Partner
        }
        Some((tie, _)) => tie,
        None => Tie::Partner,
    };
    let by = betrayal.by.get("by", problems).unwrap_or(By::FaceToFace);
    let mut several = Several::new(item, problems);
    let aftermath = several.minutes("aftermath", &betrayal.aftermath, AFTERMATH);
    let rejection = several.share("rejection", &betrayal.rejection, 1.0);
    let distance = several.share("distance", &betrayal.distance, 1.0);
    let conflict = several.share("conflict", &betrayal.conflict, 0.5);
    let talk = several.share("talk", &betrayal.talk, 0.5);

    let mut there = Inputs { distance, presence: Some(1.0), ..Inputs::none() };
    *tie.of(&mut there) = Some(1.0);
    let lasts = several.item.lasts;
    several.part("betrayal", 0.0, lasts, Inputs { rejection, conflict, talk, ..there });
    several.part("distance", lasts, lasts + aftermath, Inputs { presence: Some(by.presence()), ..there });
    several.item()
}
