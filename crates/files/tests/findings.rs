//! What the model rests on was seen where it stands, and is not what it will be judged by.

use consoma_files::findings::{self, Finding, Provenance, Split};
use consoma_files::references;
use consoma_model::declare::Evidence;
use consoma_model::person::{Numbers, Shares, Ties};
use consoma_model::tables::{Arrows, Parameters};
use std::collections::{BTreeMap, BTreeSet};

/// Every declared number: its id, what it says that it rests on, and its source.
fn declared() -> impl Iterator<Item = (&'static str, Evidence, &'static str)> {
    let traits = Numbers::ROWS.iter().chain(Ties::ROWS).chain(Shares::ROWS);
    let parameters = Parameters::rows().chain(traits).map(|row| (row.id, row.declared.evidence, row.declared.source));
    parameters.chain(Arrows::rows().map(|row| (row.id, row.declared.evidence, row.declared.source)))
}

/// What is wrong with a declaration: neither source nor hypothesis, or a source that cannot carry it.
fn wrong(id: &str, evidence: Evidence, source: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if source.trim().is_empty() {
        wrong.push(format!("{id}: no source"));
    }
    let cited = references::ALL.iter().filter(|it| it.cited_in(source));
    for work in cited {
        let rows: Vec<&Finding> = findings::ALL.iter().filter(|it| it.stands_in(work)).collect();
        if rows.is_empty() {
            continue;
        }
        if rows.iter().all(|it| it.split == Split::Test) {
            wrong.push(format!("{id}: {} only judges", work.key));
        }
        // A hypothesis may name what it was thought of by.
        let seen = rows.iter().any(|it| it.provenance == Provenance::Read);
        if !seen && evidence != Evidence::Hypothesis {
            wrong.push(format!("{id}: {} was not read in its source", work.key));
        }
    }
    wrong
}

#[test]
fn no_declaration_rests_on_what_was_not_read_or_only_judges() {
    let found: Vec<String> = declared().flat_map(|(id, evidence, source)| wrong(id, evidence, source)).collect();
    assert!(found.is_empty(), "{found:#?}");
    // The rule finds what it is there for.
    let of =
        |provenance, split| findings::ALL.iter().find(|it| it.provenance == provenance && it.split == split).is_some();
    assert!(of(Provenance::Secondary, Split::Train) && of(Provenance::Unverified, Split::Train));
    assert_eq!(wrong("x", Evidence::Read, "Gaffey 2014").len(), 1);
    assert_eq!(wrong("x", Evidence::Hypothesis, "Gaffey 2014").len(), 0);
    assert_eq!(wrong("x", Evidence::Hypothesis, " ").len(), 1);
}

#[test]
fn a_study_informs_or_judges_and_never_both() {
    let mut splits: BTreeMap<(&str, &str), BTreeSet<bool>> = BTreeMap::new();
    for it in findings::ALL.iter() {
        splits.entry((&it.study, &it.year)).or_default().insert(it.split == Split::Train);
    }
    let both: Vec<_> = splits.iter().filter(|(_, split)| split.len() > 1).map(|(study, _)| study).collect();
    assert!(both.is_empty(), "{both:?}");
    assert_eq!(findings::ALL.iter().map(|it| &it.id).collect::<BTreeSet<_>>().len(), findings::ALL.len());
}
