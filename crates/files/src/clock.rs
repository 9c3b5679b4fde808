//! Clock times, as files write them: `day 1 19:00`, `07:30`.

use crate::unit;
use consoma_model::schedule::DAY;

/// Highest day that a clock time may name. Ten thousand days are 27 years.
pub(crate) const LAST_DAY: u32 = 10_000;

/// Minutes since midnight of day 1.
///
/// # Errors
///
/// What is wrong with the text, and what to write.
///
/// ```
/// use consoma_files::clock;
/// assert_eq!(clock::instant("day 2 08:30"), Ok(1950.0));
/// assert!(clock::instant("08:30").is_err());
/// ```
pub fn instant(text: &str) -> Result<f64, String> {
    let expected = || "a clock time is written as \"day 1 19:00\": the day from 1, then hours and minutes".to_owned();
    let (word, rest) = text.trim().split_at_checked(4).ok_or_else(expected)?;
    if !word.eq_ignore_ascii_case("day ") {
        return Err(expected());
    }
    let (day, time) = rest.trim_start().split_once(' ').ok_or_else(expected)?;
    let day: u32 = day.parse().map_err(|_| expected())?;
    if !(1..=LAST_DAY).contains(&day) {
        return Err(format!("days are counted from 1 to {LAST_DAY}"));
    }
    Ok(f64::from(day - 1) * DAY + of_day(time.trim_start())?)
}

/// Where a scenario ends instead of where its file says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Until {
    /// So many minutes after it begins.
    After(f64),
    /// Minutes since midnight of day 1.
    At(f64),
}

impl Until {
    /// Reads a duration or an instant, as one writes it on a command line.
    ///
    /// # Errors
    ///
    /// What is wrong with the text, and what to write.
    ///
    /// ```
    /// use consoma_files::clock::Until;
    /// assert_eq!(Until::read("10y"), Ok(Until::After(5_256_000.0)));
    /// assert_eq!(Until::read("3 weeks"), Ok(Until::After(30_240.0)));
    /// assert_eq!(Until::read("day 2 08:30"), Ok(Until::At(1950.0)));
    /// assert!(Until::read("soon").is_err());
    /// ```
    pub fn read(text: &str) -> Result<Self, String> {
        if text.trim_start().get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case("day ")) {
            return instant(text).map(Self::At);
        }
        let duration = unit::number(&unit::spaced(text.trim()), "min").map_err(|why| {
            format!("{why}; a duration is written as 10y, 3 weeks or 36 h, an instant as \"day 400 12:00\"")
        })?;
        if duration > 0.0 { Ok(Self::After(duration)) } else { Err("a duration above zero is needed".into()) }
    }
}

/// Minutes since midnight.
///
/// # Errors
///
/// What is wrong with the text, and what to write.
pub fn of_day(text: &str) -> Result<f64, String> {
    let expected = || "a time of day is written as \"07:30\", from 00:00 to 23:59".to_owned();
    let (hours, minutes) = text.trim().split_once(':').ok_or_else(expected)?;
    let digits = |part: &str, width: core::ops::RangeInclusive<usize>| {
        let plain = width.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse::<u32>().ok()).flatten()
    };
    match (digits(hours, 1..=2), digits(minutes, 2..=2)) {
        (Some(hours @ 0..=23), Some(minutes @ 0..=59)) => Ok(f64::from(hours * 60 + minutes)),
        _ => Err(expected()),
    }
}

/// A time as a file would write it, to the minute.
///
/// ```
/// assert_eq!(consoma_files::clock::written(1950.0), "day 2 08:30");
/// ```
pub fn written(time: f64) -> String {
    let (day, time) = day_and_time(time);
    format!("day {day} {time}")
}

/// The day, from 1, and the time of day, to the minute.
pub fn day_and_time(time: f64) -> (i64, String) {
    let minutes = time.round() as i64;
    let (day, of_day) = (minutes.div_euclid(DAY as i64), minutes.rem_euclid(DAY as i64));
    (day + 1, format!("{:02}:{:02}", of_day / 60, of_day % 60))
}
