//! What the course of a quantity rests on: the arrows that lead to it, and how well the literature supports them.

use consoma_model::declare::{Arrow, Grade, Reading, Row};
use consoma_model::tables::Arrows;

/// Below this share of its largest strength under any reading, an arrow hardly acts under a reading.
const ACTS: f64 = 0.2;

/// Whether an arrow acts under a reading.
pub fn acts(arrow: &Arrow, reading: Reading) -> bool {
    let largest = Reading::ALL.into_iter().map(|it| arrow.strength(it).value.abs()).fold(0.0, f64::max);
    arrow.strength(reading).value.abs() > ACTS * largest
}

/// Whether a grade is no support.
pub fn weak(grade: Grade) -> bool {
    matches!(grade, Grade::Weak | Grade::Contradicted | Grade::None)
}

/// The process that declares an id.
fn process(id: &str) -> &str {
    id.split('.').next().unwrap_or(id)
}

/// The arrows that end at a quantity.
pub fn into(quantity: &str) -> Vec<&'static Row<Arrow>> {
    Arrows::rows().filter(|row| row.declared.to == quantity).collect()
}

/// The worst grade without support among the arrows that end at a quantity and act under a reading.
pub fn doubt(quantity: &str, reading: Reading) -> Option<Grade> {
    let order = |grade: &Grade| match grade {
        Grade::Weak => 1,
        Grade::None => 2,
        Grade::Contradicted => 3,
        Grade::Strong | Grade::Moderate | Grade::Mixed => 0,
    };
    let acting = into(quantity).into_iter().filter(|row| acts(&row.declared, reading));
    acting.map(|row| row.declared.grade).filter(|grade| weak(*grade)).max_by_key(order)
}

/// The arrows without support further up: those that act under a reading and reach the quantity through other processes. The
/// nearest come first. Quantities of one process count as one, because algebra inside a process needs no arrow.
pub fn upstream(quantity: &str, reading: Reading) -> Vec<&'static Row<Arrow>> {
    let mut reached = vec![process(quantity)];
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(&here) = reached.get(next) {
        next += 1;
        for row in Arrows::rows().filter(|row| process(row.declared.to) == here && acts(&row.declared, reading)) {
            let from = process(row.declared.from);
            if !reached.contains(&from) {
                reached.push(from);
            }
            if weak(row.declared.grade) && row.declared.to != quantity {
                found.push(row);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{doubt, upstream};
    use consoma_model::declare::{Grade, Reading};

    #[test]
    fn told_calm_of_the_axis_is_contradicted_and_measured_does_without() {
        assert_eq!(doubt("crh.crh", Reading::Told), Some(Grade::Contradicted));
        assert_ne!(doubt("crh.crh", Reading::Measured), Some(Grade::Contradicted));
        let ids = |reading| upstream("saliva.cortisol", reading).into_iter().map(|row| row.id).collect::<Vec<_>>();
        assert!(ids(Reading::Told).contains(&"crh.safety") && !ids(Reading::Measured).contains(&"crh.safety"));
    }
}
