//! Whatever a declaration cites is known, and whatever is known is cited.

use consoma_files::references::{ALL, Cited, bibtex, used};
use consoma_files::scenario::{EVENING, parse};
use consoma_model::declare::Reading;
use consoma_model::person::{CORRELATIONS, Numbers, Shares, Ties};
use consoma_model::tables::{Arrows, Parameters};
use std::collections::BTreeSet;

/// Every declared source, with whose it is.
fn sources() -> impl Iterator<Item = (&'static str, &'static str)> {
    let traits = Numbers::ROWS.iter().chain(Ties::ROWS).chain(Shares::ROWS);
    let parameters = Parameters::rows().chain(traits).map(|row| (row.id, row.declared.source));
    let arrows = Arrows::rows().map(|row| (row.id, row.declared.source));
    parameters.chain(arrows).chain(CORRELATIONS.iter().map(|it| (it.a, it.source)))
}

/// The ends of what looks like a citation: a name and a year, `Bosch 2005`.
fn citations(source: &str) -> Vec<usize> {
    let bytes = source.as_bytes();
    let year = |place: usize| {
        let digits = source.get(place..place + 4).filter(|it| it.bytes().all(|b| b.is_ascii_digit()));
        let alone = |at: Option<&u8>| at.is_none_or(|b| !b.is_ascii_digit());
        let whole = alone(place.checked_sub(1).and_then(|it| bytes.get(it))) && alone(bytes.get(place + 4));
        digits.is_some_and(|it| whole && (it.starts_with("19") || it.starts_with("20")))
    };
    let named = |place: usize| {
        let word = source.get(..place).and_then(|it| it.strip_suffix(' ')).and_then(|it| it.rsplit(' ').next());
        word.is_some_and(|it| {
            let letters = it.trim_start_matches('(').trim_start_matches("de");
            letters != "States"
                && letters.chars().next().is_some_and(char::is_uppercase)
                && letters.chars().all(|c| c.is_alphabetic() || c == '-')
        })
    };
    (0..source.len()).filter(|&place| year(place) && named(place)).map(|place| place + 4).collect()
}

#[test]
fn whatever_is_cited_is_known() {
    let mut seen = 0;
    for (id, source) in sources() {
        for end in citations(source) {
            seen += 1;
            let upto = &source[..end + source[end..].bytes().take_while(u8::is_ascii_lowercase).count()];
            assert!(ALL.iter().any(|it| upto.ends_with(&it.key)), "{id}: nothing is known of what ends {upto:?}");
        }
        for word in source.split(|c: char| c.is_whitespace() || ",;".contains(c)) {
            // A parenthesis may belong to a DOI, or stand around it.
            let word = word.trim_start_matches('(').trim_end_matches('.');
            let word = if word.contains('(') { word } else { word.trim_end_matches([')', '.']) };
            let identifier = word.starts_with("10.") && word.contains('/') || word.starts_with("PMC");
            assert!(!identifier || ALL.iter().any(|it| it.cited_in(word)), "{id}: nothing is known of {word}");
        }
    }
    assert!(seen > 250, "{seen} citations");
}

#[test]
fn whatever_is_known_is_cited_and_says_what_was_seen() {
    for it in ALL.iter() {
        assert!(sources().any(|(_, source)| it.cited_in(source)), "nothing cites {}", it.key);
        assert!(!it.verified || !it.authors.is_empty() && it.year.is_some(), "{}", it.key);
        assert!(it.verified || it.note.is_some(), "{}: what was seen of it?", it.key);
    }
    let keys: BTreeSet<_> = ALL.iter().map(|it| it.key.to_lowercase()).collect();
    assert_eq!(keys.len(), ALL.len());
    let mut sorted: Vec<_> = ALL.iter().map(|it| it.key.to_lowercase()).collect();
    sorted.sort();
    assert!(ALL.iter().map(|it| it.key.to_lowercase()).eq(sorted), "in the order of their keys");
}

/// Whether a declaration rests on one of these.
fn names(cited: &[Cited], id: &str) -> bool {
    cited.iter().any(|it| it.declarations.iter().any(|own| own == id))
}

#[test]
fn arrows_that_do_not_act_are_not_cited() {
    let mut evening = parse(EVENING.0, EVENING.1).expect("the built-in evening");
    let mut of = |readings: &[Reading]| {
        evening.readings = readings.to_vec();
        used(&evening)
    };
    let (measured, null) = (of(&[Reading::Measured]), of(&[Reading::Null]));
    assert!(
        names(&measured, "threat.safety") && !names(&null, "threat.safety"),
        "no arrow from people acts under null"
    );
    assert!(null.iter().all(|it| measured.iter().any(|other| other.reference == it.reference)));
    assert!(null.len() < measured.len());
    // Nobody quarrels on that evening.
    let quarrel =
        parse("quarrel", include_str!("../../../scenarios/quarrel-at-night.toml")).expect("the project's own");
    assert!(names(&used(&quarrel), "threat.conflict") && !names(&measured, "threat.conflict"));
    // What a scenario switches on is cited.
    evening.readings = vec![Reading::Null];
    assert!(evening.population.set_arrow("threat.safety", 1.0));
    assert!(names(&used(&evening), "threat.safety"));
}

#[test]
fn a_bibliography_is_well_formed() {
    let scenario = parse(EVENING.0, EVENING.1).expect("the built-in evening");
    let cited = used(&scenario);
    let text = bibtex(&cited);
    let labels: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("@article{")).collect();
    assert_eq!(labels.len(), cited.len());
    assert_eq!(labels.iter().collect::<BTreeSet<_>>().len(), labels.len());
    assert!(labels.iter().all(|it| it.trim_end_matches(',').chars().all(|c| c.is_alphanumeric() || c == '-')));
    assert_eq!(text.matches('{').count(), text.matches('}').count());
    let open = cited.iter().filter(|it| !it.reference.verified).count();
    assert_eq!(
        (text.matches("\n% not verified: ").count(), text.matches("note = {Not verified}").count()),
        (open, open)
    );
    assert!(open > 0, "some are known not to be");
    assert!(text.contains("  author = {Kim"), "authors");
}
