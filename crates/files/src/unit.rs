//! Numbers with units, as files write them: `45 min`, `700 lux`, `30 years`.

/// Names of units of time, and their minutes.
const TIME: &[(&[&str], f64)] = &[
    (&["s", "sec", "second", "seconds"], 1.0 / 60.0),
    (&["min", "minute", "minutes"], 1.0),
    (&["h", "hour", "hours"], 60.0),
    (&["d", "day", "days"], 1440.0),
];

fn minutes(unit: &str) -> Option<f64> {
    TIME.iter().find(|(names, _)| names.contains(&unit)).map(|(_, minutes)| *minutes)
}

/// Whether the unit is one of time, so that other units of time are converted to it.
pub fn is_time(unit: &str) -> bool {
    minutes(unit).is_some()
}

/// The number of `text`, converted to `unit`; `1` stands for a pure number.
///
/// # Errors
///
/// What is wrong with the text, and what to write.
///
/// ```
/// use consoma_files::unit::number;
/// assert_eq!(number("1.5 h", "min"), Ok(90.0));
/// assert_eq!(number("40 lux", "lux"), Ok(40.0));
/// assert!(number("40 min", "lux").is_err());
/// ```
pub fn number(text: &str, unit: &str) -> Result<f64, String> {
    let text = text.trim();
    let (value, found) = text.split_once(char::is_whitespace).map_or((text, ""), |(value, unit)| (value, unit.trim()));
    let value: f64 = value.parse().map_err(|_| format!("a number is written as {}", example(unit)))?;
    if !value.is_finite() {
        return Err(format!("a finite number is needed, as {}", example(unit)));
    }
    let scale = match (found, unit) {
        ("", "1") => 1.0,
        ("", _) => return Err(format!("the unit is missing; write {}", written(value, unit))),
        (_, "1") => return Err(format!("this is a pure number; write {value} without a unit")),
        (found, unit) if found == unit => 1.0,
        (found, unit) => match (minutes(found), minutes(unit)) {
            (Some(from), Some(to)) => from / to,
            (None, Some(_)) => return Err(format!("`{found}` is no unit of time; allowed: s, min, h, d")),
            _ => return Err(format!("the unit is {unit}, not {found}; a number is written as {}", example(unit))),
        },
    };
    Ok(value * scale)
}

/// How a value of this unit is written in a file.
pub fn written(value: f64, unit: &str) -> String {
    if unit == "1" { format!("{value}") } else { format!("\"{value} {unit}\"") }
}

fn example(unit: &str) -> String {
    written(10.0, unit)
}
