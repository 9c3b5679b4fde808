//! What passes and what is left: of the quantities by which people know their bodies, of what else can be measured, and of
//! what is learned.

use crate::digest::{Digest, Point};
use crate::headline::adds_up;
use consoma_model::declare::{Quantity, Reading, Row};

/// A quantity that differs from the control, and in whom.
#[derive(Clone, Debug)]
pub struct Left {
    /// The quantity.
    pub quantity: &'static Row<Quantity>,
    /// Places of the groups with their changes, the largest first.
    pub of: Vec<(usize, f64)>,
}

/// The quantities that `wanted` names and that differ at `point` by what is worth a line, the largest first.
pub fn left(
    digests: &[Digest],
    reading: Reading,
    wanted: impl Fn(&Row<Quantity>) -> bool,
    point: impl Fn(&Digest) -> Option<Point>,
) -> Vec<Left> {
    let own = digests.iter().filter(|it| it.reading == reading && wanted(it.quantity));
    let mut kept: Vec<_> = own
        .filter_map(|digest| Some((point(digest)?.value, digest)))
        .filter(|(value, digest)| !digest.by_night && *value != 0.0 && value.abs() >= digest.least())
        .collect();
    kept.sort_by(|a, b| (b.0.abs() / b.1.scale()).total_cmp(&(a.0.abs() / a.1.scale())));
    let mut all: Vec<Left> = Vec::new();
    for (value, digest) in kept {
        match all.iter_mut().find(|left| left.quantity.id == digest.quantity.id) {
            Some(left) => left.of.push((digest.group, value)),
            None => all.push(Left { quantity: digest.quantity, of: vec![(digest.group, value)] }),
        }
    }
    all
}

/// What moved for a while.
#[derive(Clone, Debug, Default)]
pub struct Passing<'a> {
    /// What fell below the control in somebody, that which moved most first.
    pub fell: Vec<Left>,
    /// What rose above it in somebody.
    pub rose: Vec<Left>,
    /// What is back last, and when.
    pub last: Option<(f64, &'a Digest)>,
    /// What is not back when the record ends.
    pub stays: Vec<&'a Digest>,
}

/// What moved for a while under a reading, of the quantities by which people know their bodies.
pub fn passing(digests: &[Digest], reading: Reading) -> Passing<'_> {
    let mut passing = Passing::default();
    let principal =
        |it: &&Digest| it.reading == reading && it.quantity.declared.principal && !adds_up(it.quantity) && it.notable();
    let mut moved: Vec<_> = digests.iter().filter(principal).collect();
    moved.sort_by(|a, b| b.size().total_cmp(&a.size()));
    for digest in moved {
        let Some(change) = &digest.change else { continue };
        let side = if change.largest.value < 0.0 { &mut passing.fell } else { &mut passing.rose };
        let moved = (digest.group, change.largest.value);
        match side.iter_mut().find(|left| left.quantity.id == digest.quantity.id) {
            Some(left) => left.of.push(moved),
            None => side.push(Left { quantity: digest.quantity, of: vec![moved] }),
        }
        match change.over {
            Some(over) if passing.last.is_none_or(|(time, _)| over.time > time) => {
                passing.last = Some((over.time, digest));
            }
            Some(_) => {}
            None => passing.stays.push(digest),
        }
    }
    passing
}
