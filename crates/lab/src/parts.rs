//! The parts of what follows an event: the rest of its day and the night, the next day with its night, and so on.

use crate::scenario::Group;
use consoma_model::schedule::{DAY, Span};

/// From the first event to the next getting up, and then from each getting up to the next, until the record ends. Empty where
/// nothing happens.
pub fn parts(group: &Group, span: Span) -> Vec<Span> {
    let Some(first) = group.events().map(|event| event.start).reduce(f64::min) else { return Vec::new() };
    let wake = group.schedule.routine.wake;
    let mut parts = Vec::new();
    let mut start = first;
    while start < span.end {
        let next = ((start - wake) / DAY).floor() * DAY + DAY + wake;
        parts.push(Span { start, end: next.min(span.end) });
        start = next;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::parts;
    use crate::scenario::Group;
    use consoma_model::person::Person;
    use consoma_model::schedule::{Schedule, Span};

    #[test]
    fn each_ends_with_getting_up() {
        let schedule = Schedule { naps: vec![Span { start: 1120.0, end: 1130.0 }], ..Schedule::default() };
        let group =
            Group { name: "Ada".into(), person: Person::default(), drawing: None, count: 1, drawn: false, schedule };
        let parts = parts(&group, Span { start: 720.0, end: 3600.0 });
        let ends: Vec<_> = parts.iter().map(|part| (part.start, part.end)).collect();
        assert_eq!(ends, [(1120.0, 1890.0), (1890.0, 3330.0), (3330.0, 3600.0)]);
    }
}
