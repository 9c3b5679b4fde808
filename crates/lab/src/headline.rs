//! Which quantities stand for a system, by a rule and not by a list.

use crate::digest::Digest;
use crate::nights::Drawn;
use consoma_model::declare::{Quantity, Row, System};

/// Whether anything measures it. The declarations say "nothing ..." of latent states.
pub fn measurable(quantity: &Quantity) -> bool {
    !quantity.measured_by.starts_with("nothing")
}

/// Processes whose states are learned: what an encounter teaches stays on purpose, and does not pass as a response does.
const LEARNED: [&str; 2] = ["trust", "approach"];

/// Whether it is something learned.
pub fn learned(row: &Row<Quantity>) -> bool {
    row.id.split('.').next().is_some_and(|process| LEARNED.contains(&process))
}

/// Processes whose quantities add up over a night and stand until the next: they count in the morning, and neither last nor pass.
const ADDS_UP: [&str; 1] = ["night"];

/// Whether it is a sum over a night.
pub fn adds_up(row: &Row<Quantity>) -> bool {
    row.id.split('.').next().is_some_and(|process| ADDS_UP.contains(&process))
}

/// For each system that has moved, the quantities that stand for it: its principal ones that moved, in anybody under any reading.
/// Where none of these moved, one other: one that can be measured before a latent one, one in a laboratory's unit before a
/// relative one, then the one that moved most in widths of its normal range.
pub fn headlines(digests: &[Digest]) -> Vec<(System, &'static Row<Quantity>)> {
    let mut heads = Vec::new();
    for system in System::ALL {
        let before = heads.len();
        let of = digests.iter().filter(|it| it.quantity.declared.system == system && it.notable());
        for digest in of.filter(|it| it.quantity.declared.principal) {
            if !heads.iter().any(|(_, row): &(System, &Row<Quantity>)| row.id == digest.quantity.id) {
                heads.push((system, digest.quantity));
            }
        }
        // Where drawn nights tell of a system, no other needs to stand for it.
        let told = digests.iter().any(|it| it.quantity.declared.system == system && it.by_night);
        if heads.len() == before && !told {
            heads.extend(headline(system, digests).map(|row| (system, row)));
        }
    }
    // In the order of the declarations, whoever moved first.
    let place = |row: &Row<Quantity>| consoma_wiring::columns().position(|it| it.id == row.id);
    heads.sort_by_key(|(system, row)| (*system, place(row)));
    heads
}

/// The headlines, at most `most` of each system: those that moved most.
pub fn fewest(digests: &[Digest], most: usize) -> Vec<(System, &'static Row<Quantity>)> {
    let size = |row: &Row<Quantity>| {
        let of = digests.iter().filter(|digest| digest.quantity.id == row.id);
        of.map(Digest::size).fold(0.0, f64::max)
    };
    let heads = headlines(digests);
    let kept = |(system, row): &(System, &'static Row<Quantity>)| {
        let larger = heads.iter().filter(|(other, it)| other == system && size(it) > size(row));
        larger.count() < most
    };
    heads.iter().filter(|head| kept(head)).copied().collect()
}

/// What one group is told by in few lines: of its headlines and of what drawn nights tell, that which moved most in each system, and then
/// what moved most of all, at most `of_each` of a system and `most` together.
pub fn foremost(
    digests: &[Digest],
    nights: &[Drawn],
    group: usize,
    (of_each, most): (usize, usize),
) -> Vec<(System, &'static Row<Quantity>)> {
    let own =
        |id: &'static str| digests.iter().filter(move |it| it.group == group && it.quantity.id == id && it.notable());
    let mut all: Vec<(f64, System, &'static Row<Quantity>)> = Vec::new();
    let heads = headlines(digests).into_iter().filter(|(_, row)| own(row.id).next().is_some());
    let by_day = heads.map(|(system, row)| (own(row.id).map(Digest::size).fold(0.0, f64::max), system, row));
    let by_night = nights.iter().filter(|it| it.group == group && it.notable());
    let by_night = by_night.map(|it| (it.size(), it.quantity.declared.system, it.quantity));
    for new in by_night.chain(by_day) {
        match all.iter_mut().find(|old| old.2.id == new.2.id) {
            Some(old) => old.0 = old.0.max(new.0),
            None => all.push(new),
        }
    }
    let mut by_size: Vec<_> = (0..all.len()).collect();
    by_size.sort_by(|a, b| all[*b].0.total_cmp(&all[*a].0));
    let mut kept: Vec<usize> = Vec::new();
    for each in 1..=of_each {
        for place in &by_size {
            let of = kept.iter().filter(|it| all[**it].1 == all[*place].1).count();
            if of < each && kept.len() < most && !kept.contains(place) {
                kept.push(*place);
            }
        }
    }
    // In the order of systems, and of the declarations within.
    kept.sort_by_key(|place| (all[*place].1, *place));
    kept.into_iter().map(|place| (all[place].1, all[place].2)).collect()
}

fn headline(system: System, digests: &[Digest]) -> Option<&'static Row<Quantity>> {
    let rank = |digest: &Digest| {
        let declared = &digest.quantity.declared;
        (measurable(declared), declared.unit != "1")
    };
    let of = digests.iter().filter(|digest| digest.quantity.declared.system == system && digest.notable());
    let best = of.reduce(|best, next| {
        let order = rank(next).cmp(&rank(best)).then(next.size().total_cmp(&best.size()));
        // Of equals the first counts.
        if order.is_gt() { next } else { best }
    })?;
    Some(best.quantity)
}

/// What a system's section shows: what can be measured and has moved; where there is nothing of the kind, what has moved. What
/// people know the system by comes first, then what has a laboratory's unit, then what moved most.
pub fn shown(system: System, digests: &[Digest]) -> Vec<&'static Row<Quantity>> {
    let mut moved: Vec<(f64, &'static Row<Quantity>)> = Vec::new();
    for digest in digests.iter().filter(|it| it.quantity.declared.system == system && it.notable()) {
        match moved.iter_mut().find(|(_, row)| row.id == digest.quantity.id) {
            Some((size, _)) => *size = size.max(digest.size()),
            None => moved.push((digest.size(), digest.quantity)),
        }
    }
    if moved.iter().any(|(_, row)| measurable(&row.declared)) {
        moved.retain(|(_, row)| measurable(&row.declared));
    }
    moved.sort_by(|a, b| b.0.total_cmp(&a.0));
    // What people know a system by stands in the order of the declarations, here as elsewhere.
    let place = |row: &Row<Quantity>| match row.declared.principal {
        true => consoma_wiring::columns().position(|it| it.id == row.id),
        false => None,
    };
    moved.sort_by_key(|(_, row)| (!row.declared.principal, place(row), row.declared.unit == "1"));
    moved.into_iter().map(|(_, row)| row).collect()
}
