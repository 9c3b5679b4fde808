//! The fingerprint of the model: what results carry, so that two of them can be known to come from the same numbers.

use crate::VERSION;
use consoma_model::declare::{Arrow, Input, Parameter, Quantity, Row};
use consoma_model::equations;
use consoma_model::inputs::Inputs;
use consoma_model::person::{CORRELATIONS, Numbers, Shares, Ties};
use consoma_model::tables::{Arrows, Fast, Parameters, Readings, Slow, Tallies};
use sha2::{Digest, Sha256};
use std::fmt::Debug;
use std::fmt::Write as _;

/// The first 16 hexadecimal digits of the SHA-256 of the version, of all declarations (ids, labels, units, numbers, sources; of traits also their correlations) and
/// of the equations as the symbolic trace prints them. It does not see the stepping, which changes only with the version.
pub fn model_hash() -> String {
    let mut text = format!("consoma {VERSION}\n");
    declare::<Quantity>(
        &mut text,
        "quantity",
        Fast::rows().chain(Tallies::rows()).chain(Slow::rows()).chain(Readings::rows()),
    );
    declare::<Input>(&mut text, "input", Inputs::ROWS.iter());
    declare::<Parameter>(&mut text, "parameter", Parameters::rows());
    declare::<Arrow>(&mut text, "arrow", Arrows::rows());
    declare::<Parameter>(&mut text, "trait", Numbers::ROWS.iter().chain(Shares::ROWS).chain(Ties::ROWS));
    for it in CORRELATIONS {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "correlation {it:?}");
    }
    text += &equations::text();
    let mut hash = String::new();
    for byte in Sha256::digest(text.as_bytes()).iter().take(8) {
        // Writing to a text cannot fail.
        let _ = write!(hash, "{byte:02x}");
    }
    hash
}

/// Appends each row, field by field. Numbers print as the shortest text that reads back as the same number.
fn declare<T: Debug + 'static>(text: &mut String, kind: &str, rows: impl Iterator<Item = &'static Row<T>>) {
    for row in rows {
        let _ = writeln!(text, "{kind} {} {:?} {:?}", row.id, row.label, row.declared);
    }
}
