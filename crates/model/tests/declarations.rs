//! The tables: unique ids, names that lead somewhere, numbers inside their own bounds, and a source for each.

use consoma_model::declare::{Evidence, Reading, Spread};
use consoma_model::inputs::Inputs;
use consoma_model::person::{Condition, Conditions, Numbers, Shares, Style, Ties};
use consoma_model::tables::{Arrows, Fast, Parameters, Readings, Slow, Tallies};
use std::collections::BTreeSet;

fn quantities() -> impl Iterator<Item = &'static consoma_model::declare::Row<consoma_model::declare::Quantity>> {
    Fast::rows().chain(Tallies::rows()).chain(Slow::rows()).chain(Readings::rows())
}

fn unique<'a>(kind: &str, ids: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    for id in ids {
        assert!(seen.insert(id), "{kind} {id} is declared twice");
        let right = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' || c == '_';
        assert!(id.chars().all(right), "{kind} {id}: ids are process.name in lower case");
    }
    seen
}

#[test]
fn ids_are_unique_and_arrows_lead_from_and_to_something() {
    let quantities = unique("quantity", quantities().map(|row| row.id));
    let inputs = unique("input", Inputs::ROWS.iter().map(|row| row.id));
    unique("parameter", Parameters::rows().map(|row| row.id));
    unique("arrow", Arrows::rows().map(|row| row.id));
    for row in Arrows::rows() {
        let (from, to) = (row.declared.from, row.declared.to);
        assert!(quantities.contains(from) || inputs.contains(from), "arrow {} starts nowhere: {from}", row.id);
        assert!(quantities.contains(to), "arrow {} ends nowhere: {to}", row.id);
    }
}

#[test]
fn every_row_has_a_label_a_unit_and_sound_bounds() {
    for row in quantities() {
        let (low, high) = row.declared.possible;
        assert!(
            !row.label.is_empty() && !row.declared.unit.is_empty() && !row.declared.measured_by.is_empty(),
            "{}",
            row.id
        );
        assert!(low < high, "{}", row.id);
        if let Some((from, to)) = row.declared.normal {
            assert!(low <= from && from < to && to <= high, "{}: normal range outside the possible", row.id);
        }
    }
    for row in Inputs::ROWS {
        let (low, high) = row.declared.allowed;
        assert!(low <= row.declared.rest && row.declared.rest <= high, "{}", row.id);
    }
    for row in Parameters::rows() {
        let p = row.declared;
        assert!(p.min < p.max && p.min <= p.typical && p.typical <= p.max, "{}: {} not in bounds", row.id, p.typical);
        assert!(!row.label.is_empty() && !p.unit.is_empty(), "{}", row.id);
        match p.spread {
            Spread::Lognormal(sd) => assert!(sd > 0.0 && p.typical > 0.0, "{}", row.id),
            Spread::Normal(sd) => assert!(sd > 0.0, "{}", row.id),
            Spread::Same => {}
        }
    }
}

#[test]
fn every_number_has_a_source() {
    for row in Parameters::rows() {
        assert!(!row.declared.source.is_empty(), "{} has no source", row.id);
        assert!(row.declared.evidence != Evidence::Secondary, "{} rests on a secondary page", row.id);
    }
    for row in Arrows::rows() {
        assert!(!row.declared.source.is_empty(), "{} has no source", row.id);
        assert!(row.declared.evidence != Evidence::Secondary, "{} rests on a secondary page", row.id);
    }
}

#[test]
fn null_switches_off_what_comes_from_people_and_nothing_else() {
    let social = [
        "disclosure",
        "responsiveness",
        "own_answer",
        "touch",
        "conflict",
        "rejection",
        "exclusion",
        "evaluation",
        "solitude",
        "distance",
        "recall",
        "anticipation",
        "writing",
        "partner",
        "friend",
        "stranger",
        "practitioner",
        "presence",
        "distance",
        "recall",
        "anticipation",
        "writing",
        "care",
    ];
    for row in Arrows::rows() {
        let from = row.declared.from;
        let felt = [
            "uncertainty.",
            "safety.",
            "threat.felt",
            "threat.trace",
            "evaluation.",
            "hurt.",
            "approach.memory",
            "closeness.",
            "loneliness.",
            "rumination.",
            "contact.",
            "capacity.",
            "diversity.",
        ]
        .iter()
        .any(|head| from.starts_with(head));
        let social = felt || social.iter().any(|input| from == format!("input.{input}"));
        let off = row.declared.strength(Reading::Null).value == 0.0;
        // An arrow inside the body that the evidence speaks against is off under measured too.
        let against = row.declared.strength(Reading::Measured).value == 0.0;
        assert_eq!(off, social || against, "{}: from {from}, off under null: {off}", row.id);
    }
}

#[test]
fn what_the_body_does_by_itself_is_the_same_under_null_and_measured() {
    for row in Arrows::rows() {
        let null = row.declared.strength(Reading::Null);
        if null.value != 0.0 {
            assert_eq!(null, row.declared.strength(Reading::Measured), "{}", row.id);
        }
    }
}

#[test]
fn strengths_are_not_negative_and_can_be_switched_off() {
    for row in Arrows::rows() {
        let (low, high) = row.declared.allowed();
        for reading in Reading::ALL {
            let strength = row.declared.strength(reading);
            assert!((low..=high).contains(&strength.value) && strength.sd >= 0.0, "{}", row.id);
        }
        assert!(low == 0.0 && high > 0.0, "{}", row.id);
    }
}

#[test]
fn traits_have_ids_bounds_and_sources() {
    let rows = || Numbers::ROWS.iter().chain(Ties::ROWS).chain(Shares::ROWS);
    let ids = unique("trait", rows().map(|row| row.id));
    let others = Parameters::rows().map(|row| row.id).chain(quantities().map(|row| row.id));
    assert!(others.into_iter().all(|id| !ids.contains(id)));
    for row in rows() {
        let p = row.declared;
        assert!(p.min < p.max && p.min <= p.typical && p.typical <= p.max, "{}: {} not in bounds", row.id, p.typical);
        assert!(!row.label.is_empty() && !p.unit.is_empty() && !p.source.is_empty(), "{}", row.id);
    }
    assert!(Shares::ROWS.iter().all(|row| row.declared.typical > 0.0 && row.declared.typical < 1.0));
    let mut names = Vec::new();
    for condition in Condition::ALL {
        assert_eq!(Condition::named(condition.name()), Some(condition));
        assert!(Conditions::from_iter([condition]).iter().eq([condition]));
        names.push(condition.name());
    }
    unique("condition", names.into_iter());
    assert!(Style::ALL.iter().all(|style| Style::of(style.point().0, style.point().1) == *style));
}
