//! What a reader without a laboratory calls a quantity, and its ways. A quantity without such words goes by its label, and is
//! higher or lower.

/// How a quantity is said.
#[derive(Clone, Copy)]
pub(super) struct Saying {
    /// Its name inside a sentence.
    pub(super) name: &'static str,
    /// What it is when it is up, and when it is down.
    pub(super) ways: (&'static str, &'static str),
}

const HIGHER: (&str, &str) = ("higher", "lower");
const MORE: (&str, &str) = ("more", "less");
const LONGER: (&str, &str) = ("longer", "shorter");
const STRONGER: (&str, &str) = ("stronger", "weaker");

/// Each id with what it is called and how its ways are said.
const SAYINGS: [(&str, &str, (&str, &str)); 19] = [
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
];

/// How a quantity is said; `None` where its label serves.
pub(super) fn said(id: &str) -> Option<Saying> {
    let (_, name, ways) = SAYINGS.into_iter().find(|(known, ..)| *known == id)?;
    Some(Saying { name, ways })
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
