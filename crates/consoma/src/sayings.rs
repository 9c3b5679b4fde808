//! What a reader without a laboratory calls a quantity, and its ways. A quantity without such words goes by its label, and is
//! higher or lower.

use crate::words::lower;
use consoma_model::declare::{Quantity, Row};

/// How a quantity is said.
#[derive(Clone, Copy)]
pub(crate) struct Saying {
    /// Its name inside a sentence.
    pub(crate) name: &'static str,
    /// What it is when it is up, and when it is down.
    pub(crate) ways: (&'static str, &'static str),
}

const HIGHER: (&str, &str) = ("higher", "lower");
const MORE: (&str, &str) = ("more", "less");
const LONGER: (&str, &str) = ("longer", "shorter");
const STRONGER: (&str, &str) = ("stronger", "weaker");

/// Each id with what it is called and how its ways are said.
const SAYINGS: [(&str, &str, (&str, &str)); 38] = [
    ("pressure.systolic", "upper blood pressure", HIGHER),
    ("conductance.level", "skin conductance", HIGHER),
    ("permeability.ratio", "leakiness of the small bowel", MORE),
    ("accommodation.compliance", "softness of the stomach", MORE),
    ("affect.positive", "good feelings", STRONGER),
    ("affect.negative", "bad feelings", STRONGER),
    ("vigilance.performance", "attention", ("better", "worse")),
    ("night.efficiency", "share of the time in bed asleep", HIGHER),
    ("night.movements", "movements in the night", ("more", "fewer")),
    ("night.slept", "time asleep", MORE),
    ("night.latency", "time to fall asleep", LONGER),
    ("night.awake", "time awake in the night", MORE),
    ("night.deep", "deep sleep", MORE),
    ("night.rem", "REM sleep", MORE),
    ("night.awakenings", "awakenings", ("more", "fewer")),
    ("slow_waves.activity", "slow waves of sleep", STRONGER),
    ("restedness.refreshment", "feeling refreshed", MORE),
    ("restedness.vigilance", "vigilance", HIGHER),
    ("fatigue.felt", "fatigue", MORE),
    ("hangover.dip", "the low after closeness", ("deeper", "shallower")),
    ("hangover.regret", "regret", MORE),
    ("rumination.felt", "brooding", MORE),
    ("capacity.closeness", "room for closeness", MORE),
    ("stomach.content", "what is in the stomach", MORE),
    ("emptying.content", "what is in the stomach", MORE),
    ("colon.motility", "movement of the bowel", STRONGER),
    ("motility.colon", "movement of the bowel", STRONGER),
    ("appetite.drive", "appetite", MORE),
    ("interleukins.six", "interleukin-6, a messenger of inflammation", HIGHER),
    ("liver.serum", "the C-reactive protein, a mark of lasting inflammation", HIGHER),
    ("traffic.killers", "natural-killer cells in the blood", ("more", "fewer")),
    ("function.lysis", "what natural-killer cells can do", MORE),
    ("virus.titre", "virus in the nose", MORE),
    ("cold.score", "complaints of a cold", MORE),
    ("cold.risk", "risk of a cold after drops of virus", HIGHER),
    ("thresholds.pressure", "pressure that hurts the hand", HIGHER),
    ("antibody.vaccine", "antibody after a vaccination", MORE),
    ("wound.open", "what is open of a wound", MORE),
];

/// How a quantity is said; `None` where its label serves.
pub(crate) fn said(id: &str) -> Option<Saying> {
    let (_, name, ways) = SAYINGS.into_iter().find(|(known, ..)| *known == id)?;
    Some(Saying { name, ways })
}

/// A quantity's label without its unit and its scale.
pub(crate) fn short(row: &Row<Quantity>) -> &'static str {
    row.label.split(',').next().unwrap_or(row.label)
}

/// The same inside a sentence; whole where the declaration tells two of them apart only after the comma.
pub(crate) fn named(row: &Row<Quantity>) -> String {
    let others = consoma_wiring::columns().filter(|it| short(it) == short(row));
    lower(if others.count() > 1 { row.label } else { short(row) })
}

/// The same as a reader without a laboratory says it, where there is such a word.
pub(crate) fn plain(row: &Row<Quantity>) -> String {
    said(row.id).map_or_else(|| named(row), |saying| saying.name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{SAYINGS, said};

    #[test]
    fn each_quantity_is_said_in_one_way() {
        for (place, (id, name, _)) in SAYINGS.iter().enumerate() {
            assert!(SAYINGS[place + 1..].iter().all(|(other, ..)| other != id), "{id}");
            assert!(name.starts_with(char::is_lowercase) || name.starts_with("REM"), "{name}");
        }
        assert!(said("saliva.cortisol").is_none() && said("night.rem").is_some_and(|it| it.name == "REM sleep"));
    }
}
