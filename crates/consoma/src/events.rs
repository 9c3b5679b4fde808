//! What happens in a scenario, when, and to whom: what table and page print of it.

use consoma_files::clock::day_and_time;
use consoma_lab::scenario::Scenario;
use consoma_model::schedule::{DAY, Span};

/// Something that happens to some people at the same time.
pub(crate) struct Event<'a> {
    /// The day, where it is another than that of the event before.
    pub(crate) day: Option<i64>,
    pub(crate) from: String,
    /// The day of its end, where the clock alone would not tell.
    pub(crate) until: Option<i64>,
    pub(crate) to: String,
    pub(crate) name: &'a str,
    /// To whom, unless to everybody.
    pub(crate) who: Vec<&'a str>,
}

/// All events in the order of their beginnings.
pub(crate) fn events(scenario: &Scenario) -> Vec<Event<'_>> {
    let mut events: Vec<(Span, &str, Vec<&str>)> = Vec::new();
    for group in &scenario.groups {
        let encounters = group.schedule.encounters.iter().map(|it| (it.span, it.name.as_str()));
        let naps = group.schedule.naps.iter().map(|nap| (*nap, "nap"));
        for (span, name) in encounters.chain(naps) {
            match events.iter_mut().find(|event| (event.0, event.1) == (span, name)) {
                Some((.., who)) if who.last() != Some(&group.name.as_str()) => who.push(&group.name),
                Some(_) => {}
                None => events.push((span, name, vec![&group.name])),
            }
        }
    }
    events.sort_by(|a, b| a.0.start.total_cmp(&b.0.start));
    let mut last = None;
    let event = |(span, name, who): (Span, _, Vec<_>)| {
        let ((first, from), (second, to)) = (day_and_time(span.start), day_and_time(span.end));
        let until = (span.end - span.start >= DAY).then_some(second);
        let day = (last.replace(first) != Some(first)).then_some(first);
        let who = if who.len() < scenario.groups.len() { who } else { Vec::new() };
        Event { day, from, until, to, name, who }
    };
    events.into_iter().map(event).collect()
}

#[cfg(test)]
mod tests {
    use super::events;
    use consoma_files::scenario::parse;

    #[test]
    fn a_day_is_named_once_and_an_end_days_later_has_its_own() {
        let text = "consoma = 1\nname = \"x\"\nstart = \"day 1 06:00\"\nend = \"day 4 12:00\"\n\
                    [[people]]\nname = \"Ada\"\nsex = \"female\"\n[[people]]\nname = \"Ben\"\nsex = \"male\"\n\
                    [[operation]]\nwho = [\"Ada\"]\nat = \"day 1 09:00\"\npump = \"48 h\"\n\
                    [[self_care]]\nat = \"day 2 09:00\"\n";
        let scenario = parse("x.toml", text).unwrap_or_else(|problems| panic!("{problems}"));
        let all: Vec<_> =
            events(&scenario).into_iter().map(|it| (it.day, it.from, it.until, it.to, it.name, it.who)).collect();
        let expected = [
            (Some(1), "09:00".into(), None, "10:00".into(), "operation", vec!["Ada"]),
            (None, "10:00".into(), Some(3), "10:00".into(), "pump", vec!["Ada"]),
            (Some(2), "09:00".into(), None, "10:00".into(), "self-care", vec![]),
        ];
        assert_eq!(all, expected);
    }
}
