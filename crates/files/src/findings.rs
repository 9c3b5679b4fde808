//! Published findings: what was found, in whom, how well it was seen, and whether it may inform the model or only judges it.

use crate::references::Reference;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// A published number or direction.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Finding {
    /// Its name here.
    pub id: String,
    /// The claim that it speaks of.
    pub claim: String,
    /// Who found it, as it is usually called.
    pub study: String,
    /// Year, or `n/a`.
    pub year: String,
    /// DOI, number in PubMed, or where it stands.
    pub identifier: String,
    /// Kind of study.
    pub design: String,
    /// How many of whom.
    pub population_n: String,
    /// What was done.
    pub protocol: String,
    /// What was looked at.
    pub outcome: String,
    /// Its unit.
    pub unit: String,
    /// In whom, or under what.
    pub group: String,
    /// When, min.
    pub time_min: String,
    /// The number.
    pub value: String,
    /// Its spread or its interval.
    pub sd_or_ci: String,
    /// A standardised effect.
    pub effect_size: String,
    /// What it says of the claim; a baseline is a norm.
    pub direction: Direction,
    /// How well it was seen.
    pub provenance: Provenance,
    /// What else there is to say.
    pub note: String,
    /// What it is for.
    pub split: Split,
}

/// What a finding says of its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// It supports it.
    Supports,
    /// It contradicts it.
    Contradicts,
    /// Some of each.
    Mixed,
    /// A norm, whatever the claim.
    Baseline,
}

/// How well a finding was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Provenance {
    /// In its source, most often the abstract.
    #[serde(rename = "read in source")]
    Read,
    /// On another page than its source.
    #[serde(rename = "secondary")]
    Secondary,
    /// Not at all.
    #[serde(rename = "unverified")]
    Unverified,
}

/// What a finding is for. Findings of one study are for the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Split {
    /// It may inform the model.
    Train,
    /// It only judges it.
    Test,
}

/// All findings.
pub static ALL: LazyLock<Vec<Finding>> = LazyLock::new(|| {
    let text = include_str!("../../../evidence/findings.csv");
    let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize();
    rows.map(|row| row.expect("the project's own findings, which the tests read")).collect()
});

impl Finding {
    /// Whether this stands in a work: by its identifier, or by its first author and its year.
    ///
    /// ```
    /// use consoma_files::{findings, references};
    /// let drews = references::ALL.iter().find(|it| it.key == "Drews 2020").unwrap();
    /// let rows: Vec<_> = findings::ALL.iter().filter(|it| it.stands_in(drews)).collect();
    /// assert!(!rows.is_empty() && rows.iter().all(|it| it.study.starts_with("Drews")));
    /// ```
    pub fn stands_in(&self, work: &Reference) -> bool {
        let numbers = [&work.doi, &work.pmcid].into_iter().flatten();
        let listed = numbers.into_iter().any(|it| self.identifier.to_lowercase().contains(&it.to_lowercase()));
        let pubmed = work
            .pmid
            .as_ref()
            .is_some_and(|it| self.identifier.split(|c: char| !c.is_ascii_digit()).any(|own| own == it));
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
        let first = work.authors.first().and_then(|name| name.split(',').next()).map(letters);
        let named = first.is_some_and(|it| !it.is_empty() && letters(&self.study).starts_with(&it));
        listed || pubmed || named && work.year.is_some_and(|year| self.year.starts_with(&year.to_string()))
    }
}
