//! Numbers with units, as files write them: `45 min`, `700 lux`, `30 years`.

/// Names of units of time, and their minutes. A year is 365 days, so that what happens every year stays at its hour.
const TIME: &[(&[&str], f64)] = &[
    (&["s", "sec", "second", "seconds"], 1.0 / 60.0),
    (&["min", "minute", "minutes"], 1.0),
    (&["h", "hour", "hours"], 60.0),
    (&["d", "day", "days"], 1440.0),
    (&["w", "week", "weeks"], 10_080.0),
    (&["y", "year", "years"], 525_600.0),
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
/// assert_eq!(number("1 h 30 min", "min"), Ok(90.0));
/// assert_eq!(number("2 weeks", "d"), Ok(14.0));
/// assert_eq!(number("40 lux", "lux"), Ok(40.0));
/// assert!(number("40 min", "lux").is_err());
/// assert!(number("1e308 d", "min").is_err());
/// ```
pub fn number(text: &str, unit: &str) -> Result<f64, String> {
    let text = text.trim();
    if is_time(unit)
        && let Some(sum) = parts(text)
    {
        return finite(sum / minutes(unit).unwrap_or(1.0), unit);
    }
    let (value, found) = text.split_once(char::is_whitespace).map_or((text, ""), |(value, unit)| (value, unit.trim()));
    let value: f64 = value.parse().map_err(|_| no_number(text, unit))?;
    finite(value, unit)?;
    let scale = match (found, unit) {
        ("", "1") => 1.0,
        ("", _) => return Err(format!("the unit is missing; write {}", written(value, unit))),
        (_, "1") => return Err(format!("this is a pure number; write {value} without a unit")),
        (found, unit) if found == unit => 1.0,
        (found, unit) => match (minutes(found), minutes(unit)) {
            (Some(from), Some(to)) => from / to,
            (None, Some(_)) => {
                return Err(format!("`{found}` is no unit of time; allowed: s, min, h, d, weeks, years"));
            }
            _ => return Err(format!("the unit is {unit}, not {found}; a number is written as {}", example(unit))),
        },
    };
    finite(value * scale, unit)
}

/// A number may overflow when it is converted.
fn finite(number: f64, unit: &str) -> Result<f64, String> {
    if number.is_finite() { Ok(number) } else { Err(format!("a finite number is needed, as {}", example(unit))) }
}

/// Minutes of a duration in parts, such as `1 h 30 min`; `None` where it has fewer than two, or is no such text. Each part
/// is smaller than one of the unit before it.
fn parts(text: &str) -> Option<f64> {
    let words: Vec<_> = text.split_whitespace().collect();
    let (mut sum, mut above) = (0.0, f64::INFINITY);
    for pair in words.chunks(2) {
        let [value, unit] = pair else { return None };
        let unit = minutes(unit)?;
        let value = value.parse::<f64>().ok().filter(|value| *value >= 0.0)? * unit;
        if value >= above {
            return None;
        }
        (sum, above) = (sum + value, unit);
    }
    (words.len() > 2).then_some(sum)
}

/// What is wrong with a text that does not begin with a number and a blank.
fn no_number(text: &str, unit: &str) -> String {
    let end = text.find(|letter: char| !matches!(letter, '0'..='9' | '.' | ',' | '-' | '+')).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let pointed = digits.replace(',', ".");
    match pointed.parse::<f64>() {
        Ok(_) if pointed != digits => {
            format!("decimals stand behind a point; write \"{}\"", format!("{pointed} {}", rest.trim()).trim())
        }
        Ok(_) if !rest.starts_with(char::is_whitespace) && !rest.is_empty() => {
            format!("a blank stands between the number and its unit; write \"{}\"", spaced(text))
        }
        _ => format!("a number is written as {}", example(unit)),
    }
}

/// The text with a blank wherever a digit and a letter meet.
pub(crate) fn spaced(text: &str) -> String {
    let mut out = String::new();
    let mut before: Option<char> = None;
    for letter in text.chars() {
        let meet = before.is_some_and(|before| {
            (before.is_ascii_digit() && letter.is_alphabetic()) || (before.is_alphabetic() && letter.is_ascii_digit())
        });
        if meet {
            out.push(' ');
        }
        out.push(letter);
        before = Some(letter);
    }
    out
}

/// How a value of this unit is written in a file.
pub fn written(value: f64, unit: &str) -> String {
    if unit == "1" { format!("{value}") } else { format!("\"{value} {unit}\"") }
}

fn example(unit: &str) -> String {
    written(10.0, unit)
}
