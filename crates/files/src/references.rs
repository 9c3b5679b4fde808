//! References: what the sources of declarations cite, and which of them a run rests on.
//!
//! A source cites in its text: by name and year (`Bosch 2005`), by DOI or by PMC number. `evidence/references.toml` holds what is
//! known of each, and whether it was seen or is from memory.

mod bibtex;

use consoma_lab::evidence::happens;
use consoma_lab::scenario::Scenario;
use consoma_model::declare::Table;
use consoma_model::person::{CORRELATIONS, Numbers, Shares, Ties};
use consoma_model::tables::{Arrows, Parameters};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// A reference.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// How sources cite it.
    pub key: String,
    /// Authors, family name first; the last may be `others`.
    #[serde(default)]
    pub authors: Vec<String>,
    /// Title.
    pub title: String,
    /// Journal, or where else it is published.
    pub journal: String,
    /// Year.
    pub year: Option<u16>,
    /// Volume.
    pub volume: Option<String>,
    /// Number within the volume.
    pub number: Option<String>,
    /// Pages, or the number of the article.
    pub pages: Option<String>,
    /// Digital object identifier.
    pub doi: Option<String>,
    /// Number in PubMed.
    pub pmid: Option<String>,
    /// Number in PubMed Central, with `PMC`.
    pub pmcid: Option<String>,
    /// Whether title, first author and year were seen together.
    pub verified: bool,
    /// What else there is to say, for what is not verified: what was seen.
    pub note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    reference: Vec<Reference>,
}

/// All references, in the order of their keys.
pub static ALL: LazyLock<Vec<Reference>> = LazyLock::new(|| {
    let text = include_str!("../../../evidence/references.toml");
    toml::from_str::<File>(text).expect("the project's own references, which the tests read").reference
});

impl Reference {
    /// Whether a source cites this.
    ///
    /// ```
    /// use consoma_files::references::ALL;
    /// let bosch = ALL.iter().find(|it| it.key == "Bosch 2005").unwrap();
    /// assert!(bosch.cited_in("cytotoxic cells triple in a speech (Bosch 2005)") && !bosch.cited_in("Bosch 2005b"));
    /// ```
    pub fn cited_in(&self, source: &str) -> bool {
        [Some(&self.key), self.doi.as_ref(), self.pmcid.as_ref()].into_iter().flatten().any(|name| whole(source, name))
    }
}

/// Whether a text holds a name that is no part of a longer one.
fn whole(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(place, _)| {
        let before = text[..place].chars().next_back();
        let after = text[place + name.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

/// A reference, and the ids of the declarations that cite it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cited {
    /// The reference.
    #[serde(flatten)]
    pub reference: &'static Reference,
    /// Which declarations rest on it.
    pub declarations: Vec<String>,
}

/// A bibliography as BibTeX: the product itself and what is cited, what is not verified marked.
pub fn bibtex(cited: &[Cited]) -> String {
    bibtex::bibliography(cited)
}

/// The references of the declarations that a run of this scenario uses: of all parameters and traits, which take part in every run, and of those arrows
/// that have a strength under one of its readings and whose beginning happens in it.
pub fn used(scenario: &Scenario) -> Vec<Cited> {
    let mut strengths = vec![0.0_f64; Arrows::<()>::COUNT];
    for reading in &scenario.readings {
        let mut places = strengths.iter_mut();
        scenario.population.arrows(*reading).write(&mut |value: f64| {
            if let Some(place) = places.next() {
                *place = place.max(value.abs());
            }
        });
    }
    let acts = |(strength, declared): (f64, _)| strength > 0.0 && happens(declared, scenario);
    let arrows = strengths
        .into_iter()
        .zip(Arrows::rows())
        .filter(|(strength, row)| acts((*strength, &row.declared)))
        .map(|(_, row)| (row.id.to_owned(), row.declared.source));
    let traits = Numbers::ROWS.iter().chain(Ties::ROWS).chain(Shares::ROWS);
    let parameters = Parameters::rows().chain(traits).map(|row| (row.id.to_owned(), row.declared.source));
    let correlations = CORRELATIONS.iter().map(|it| (format!("{} with {}", it.a, it.b), it.source));
    let sources: Vec<(String, &str)> = parameters.chain(correlations).chain(arrows).collect();
    let cited = |reference: &'static Reference| {
        let citing = sources.iter().filter(|(_, source)| reference.cited_in(source));
        let declarations: Vec<_> = citing.map(|(id, _)| id.clone()).collect();
        (!declarations.is_empty()).then_some(Cited { reference, declarations })
    };
    ALL.iter().filter_map(cited).collect()
}
