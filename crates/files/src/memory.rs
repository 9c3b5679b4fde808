//! How much memory a run holds, before it begins: a run that is too large would be killed by the machine, late.

use consoma_lab::scenario::Scenario;
use consoma_model::schedule::DAY;

/// Most memory that a run may hold, in bytes.
const MOST: f64 = 16.0 * GIB;
/// Bytes in a gibibyte.
const GIB: f64 = (1_u64 << 30) as f64;
/// Bytes of a number.
const NUMBER: f64 = 8.0;
/// Bytes of a person and what happens to them on a day, about: some 30 events.
const PERSON_DAY: f64 = 1000.0;

/// A run that does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TooLarge {
    /// What is too large, with the numbers.
    pub(crate) what: String,
    /// What to change.
    pub(crate) help: &'static str,
}

/// Looks whether a run of `scenario` fits into the memory.
pub(crate) fn check(scenario: &Scenario) -> Result<(), TooLarge> {
    fits(scenario, available())
}

fn fits(scenario: &Scenario, available: Option<f64>) -> Result<(), TooLarge> {
    let need = bytes(scenario);
    let limit = match available {
        Some(free) if free < MOST && need > free => format!("this machine has {:.1} GiB free", free / GIB),
        _ if need > MOST => format!("allowed: {:.0} GiB", MOST / GIB),
        _ => return Ok(()),
    };
    let what = format!(
        "this run would hold {:.1} GiB: {} people, {} times, {} quantities, {} readings{}; {limit}",
        need / GIB,
        scenario.people(),
        scenario.times.len(),
        scenario.quantities.len(),
        scenario.readings.len(),
        if controlled(scenario) { ", each with its control" } else { "" },
    );
    Err(TooLarge { what, help: "record fewer quantities or less often ([output] in the file), or run fewer people" })
}

/// Whether everybody is run in the control too.
fn controlled(scenario: &Scenario) -> bool {
    scenario.control.of(scenario).is_some()
}

/// The bytes of the courses and the events of all people, and of the courses of each group.
fn bytes(scenario: &Scenario) -> f64 {
    let lives = scenario.readings.len() as f64 * if controlled(scenario) { 2.0 } else { 1.0 };
    let course = scenario.times.len() as f64 * scenario.quantities.len() as f64 * NUMBER;
    let days = 1.0 + (scenario.span.end - scenario.span.start) / DAY;
    let people = scenario.people() as f64 * (course + days * PERSON_DAY);
    lives * (people + scenario.groups.len() as f64 * course)
}

/// The memory that is free, where that is cheap to know.
fn available() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("MemAvailable:"))?;
    line.trim().strip_suffix("kB")?.trim().parse::<f64>().ok().map(|size| size * 1024.0)
}

#[cfg(test)]
mod tests {
    use super::{GIB, fits};
    use crate::scenario::{EVENING, parse};

    #[test]
    fn a_small_machine_refuses_what_a_large_one_runs() {
        let mut evening = parse(EVENING.0, EVENING.1).unwrap();
        evening.times.truncate(289);
        evening.quantities.truncate(7);
        evening.groups[0].count = 100_000;
        assert_eq!(fits(&evening, Some(64.0 * GIB)), Ok(()));
        assert_eq!(fits(&evening, None), Ok(()));
        let refused = fits(&evening, Some(1.0 * GIB)).unwrap_err();
        assert!(refused.what.contains("100001 people") && refused.what.contains("has 1.0 GiB free"), "{refused:?}");
        evening.groups[0].count = 1_000_000;
        let refused = fits(&evening, Some(64.0 * GIB)).unwrap_err();
        assert!(refused.what.contains("allowed: 16 GiB"), "{refused:?}");
    }
}
