//! When something happens, as files write it: `day 1 19:00`, `19:00`, `2 h after deep talk`, `5 min before the end of deep talk`.

use super::leaf::{Leaf, wrong};
use crate::{clock, unit};
use schemars::{Schema, json_schema};
use toml::Value;

/// When something begins.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum At {
    /// Minutes since midnight of day 1.
    Instant(f64),
    /// Minutes of the clock: the first such time in the scenario.
    Clock(f64),
    /// So many minutes after something else begins, or ends; before it where negative.
    Relative {
        /// Minutes.
        offset: f64,
        /// Whether they count from its end.
        end: bool,
        /// Its name.
        of: String,
    },
}

const EXPECTED: &str = "a time is written as \"day 1 19:00\", \"19:00\", \"2 h after deep talk\", \"10 min before the end of \
                        deep talk\" or \"the end of deep talk\"";

impl Leaf for At {
    fn read(value: &Value) -> Result<Self, String> {
        let text = value.as_str().ok_or_else(|| wrong(value, "a text such as \"day 1 19:00\""))?.trim();
        if text.get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case("day ")) {
            return clock::instant(text).map(At::Instant);
        }
        let after = text.find(" after ").map(|place| (place, " after ", 1.0));
        let before = text.find(" before ").map(|place| (place, " before ", -1.0));
        let first = [after, before].into_iter().flatten().min_by_key(|found| found.0);
        if let Some((place, word, sign)) = first {
            let offset = unit::number(&text[..place], "min")?;
            if offset < 0.0 {
                let other = if sign > 0.0 { "before" } else { "after" };
                return Err(format!("a duration is not negative; write `{other}` instead"));
            }
            let (end, of) = anchor(&text[place + word.len()..]);
            return named(sign * offset, end, of);
        }
        match anchor(text) {
            (end, of) if of != text => named(0.0, end, of),
            _ if text.contains(':') => clock::of_day(text).map(At::Clock),
            _ => Err(EXPECTED.into()),
        }
    }

    fn schema() -> Schema {
        json_schema!({
            "type": "string",
            "examples": ["day 1 19:00", "19:00", "2 h after deep talk", "10 min before the end of deep talk"],
        })
    }
}

/// Whether the end is meant, and of what.
fn anchor(text: &str) -> (bool, &str) {
    match text.trim() {
        text if text.starts_with("the end of ") => (true, text["the end of ".len()..].trim()),
        text if text.starts_with("the start of ") => (false, text["the start of ".len()..].trim()),
        text => (false, text),
    }
}

fn named(offset: f64, end: bool, of: &str) -> Result<At, String> {
    if of.is_empty() { Err(EXPECTED.into()) } else { Ok(At::Relative { offset, end, of: of.into() }) }
}

#[cfg(test)]
mod tests {
    use super::At;
    use crate::form::leaf::Leaf;
    use toml::Value;

    fn read(text: &str) -> Result<At, String> {
        At::read(&Value::String(text.into()))
    }

    fn relative(offset: f64, end: bool, of: &str) -> Result<At, String> {
        Ok(At::Relative { offset, end, of: of.into() })
    }

    #[test]
    fn every_form() {
        assert_eq!(read("day 2 08:30"), Ok(At::Instant(1950.0)));
        assert_eq!(read("Day 2 08:30"), Ok(At::Instant(1950.0)));
        assert_eq!(read(" 08:30 "), Ok(At::Clock(510.0)));
        assert_eq!(read("2 h after opening up"), relative(120.0, false, "opening up"));
        assert_eq!(read("1 h 30 min before the end of deep talk"), relative(-90.0, true, "deep talk"));
        assert_eq!(read("5 min after the start of talk"), relative(5.0, false, "talk"));
        assert_eq!(read("the end of small talk"), relative(0.0, true, "small talk"));
        // Whatever follows the first such word is a name.
        assert_eq!(read("5 min after the day after"), relative(5.0, false, "the day after"));
    }

    #[test]
    fn what_is_no_time() {
        for text in
            ["", "soon", "after", "after talk", "2 after talk", "-2 h after talk", "2 h after ", "25:00", "day x"]
        {
            assert!(read(text).is_err(), "{text}");
        }
        assert!(read("-2 h after talk").unwrap_err().contains("`before`"));
    }
}
