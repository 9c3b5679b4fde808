//! Small acts of closeness, each in somebody's company: holding hands, an embrace, a massage; and a photograph of somebody.
//!
//! What they do comes of touch and of who it is; none has an effect of its own. Left out: what is said meanwhile, who begins.

use super::items::Item;
use super::kinds::Kinds;
use super::parts::Form;
use super::words::{By, Tie};
use crate::form::field::Field;
use consoma_model::inputs::Inputs;
use core::ops::Range;

/// How long hands are held, one embraces, one is massaged, and one looks at a photograph, where the file does not say, min.
const LASTS: [f64; 4] = [10.0, 1.0, 20.0, 5.0];
/// Touch of held hands, of an embrace and of a massage. Hypotheses: an embrace is all of it.
const TOUCH: [f64; 3] = [0.5, 1.0, 0.8];

/// Adds all of these kinds.
pub(crate) fn all<'a>(form: &'a Form, kinds: &mut Kinds<'a, '_>) {
    for entry in &form.hand_holding {
        let (it, place) = (entry.get_ref(), entry.span());
        let item = kinds.common("hand-holding", it.when(), place, Some(LASTS[0]));
        touch(kinds, item, &it.with, Tie::Partner, &it.touch, TOUCH[0]);
    }
    for entry in &form.embrace {
        let (it, place) = (entry.get_ref(), entry.span());
        let item = kinds.common("embrace", it.when(), place, Some(LASTS[1]));
        touch(kinds, item, &it.with, Tie::Partner, &it.touch, TOUCH[1]);
    }
    for entry in &form.massage {
        let (it, place) = (entry.get_ref(), entry.span());
        let item = kinds.common("massage", it.when(), place, Some(LASTS[2]));
        touch(kinds, item, &it.with, Tie::Practitioner, &it.touch, TOUCH[2]);
    }
    for entry in &form.photograph {
        let (it, place) = (entry.get_ref(), entry.span());
        let mut item = kinds.common("photograph", it.when(), place, Some(LASTS[3]));
        let (tie, stands) = tie(kinds, "of", &it.of, Tie::Partner);
        item.tie = stands;
        let mut sets = Inputs { presence: Some(By::Cue.presence()), ..Inputs::none() };
        *tie.of(&mut sets) = Some(1.0);
        kinds.add(item, sets);
    }
}

fn tie(kinds: &mut Kinds<'_, '_>, key: &str, field: &Field<Tie>, usual: Tie) -> (Tie, Option<Range<usize>>) {
    (field.get(key, kinds.problems).unwrap_or(usual), field.span())
}

fn touch<'a>(
    kinds: &mut Kinds<'a, '_>,
    mut item: Item<'a>,
    with: &Field<Tie>,
    usual_tie: Tie,
    field: &Field<f64>,
    usual: f64,
) {
    let (tie, stands) = tie(kinds, "with", with, usual_tie);
    item.tie = stands;
    let touch = kinds.share("touch", "touch", field, Some(usual));
    let mut sets = Inputs { touch, presence: Some(By::FaceToFace.presence()), ..Inputs::none() };
    *tie.of(&mut sets) = Some(1.0);
    kinds.add(item, sets);
}
