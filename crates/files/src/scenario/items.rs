//! Whatever happens at a time, in one form: an encounter, a meal, a dose, a nap, a stress test, a date.

use super::parts::Form;
use super::sets::Sets;
use super::timed::When;
use super::{betrayal, date, kinds, lasting, meeting, pain, people, speech, stress};
use crate::names;
use crate::problem::Problem;
use consoma_lab::scenario::Group;
use core::ops::Range;

/// Shortest event, min. A shorter one is surely a mistaken unit, and would fall between two steps.
const SHORTEST: f64 = 1.0 / 60.0;

/// Something that happens at a time.
pub(crate) struct Item<'a> {
    /// The word for its kind.
    pub(crate) kind: &'static str,
    /// The name by which others refer to it.
    pub(crate) name: String,
    /// Where its table stands.
    pub(crate) place: Range<usize>,
    /// What the file says of its time.
    pub(crate) when: When<'a>,
    /// How long it lasts, min.
    pub(crate) lasts: f64,
    /// Places of the groups that take part.
    pub(crate) who: Vec<usize>,
    /// Whether all who take part could be read.
    pub(crate) sure: bool,
    /// Whether those who take part meet each other.
    pub(crate) together: bool,
    /// Where the file says whom they meet.
    pub(crate) tie: Option<Range<usize>>,
    /// What it is.
    pub(crate) what: What,
}

/// What happens.
pub(crate) enum What {
    /// Inputs are set, in one part or several.
    Parts(Vec<Part>),
    /// People sleep.
    Nap,
    /// Nothing; it is a period in which other things happen.
    Period,
}

/// A part of what happens. Times are minutes after the beginning.
pub(crate) struct Part {
    /// Its name in tables and pictures.
    pub(crate) name: String,
    /// When it begins.
    pub(crate) from: f64,
    /// When it ends.
    pub(crate) until: f64,
    /// The inputs that it sets for each of those who take part, in their order.
    pub(crate) sets: Vec<Sets>,
}

impl Item<'_> {
    /// Minutes from its time to its first beginning and to its last end.
    pub(crate) fn extent(&self) -> (f64, f64) {
        match &self.what {
            What::Nap | What::Period => (0.0, self.lasts),
            What::Parts(parts) => parts.iter().fold((0.0, self.lasts), |extent: (f64, f64), part| {
                (extent.0.min(part.from), extent.1.max(part.until))
            }),
        }
    }

    /// Where its time stands.
    pub(crate) fn at(&self) -> Range<usize> {
        self.when.at.span().unwrap_or_else(|| self.place.clone())
    }

    /// Whether it is an event with other people.
    pub(crate) fn is_encounter(&self) -> bool {
        let kinds = ["encounter", "stress test", "speech", "date", "betrayal", "exclusion", "separation"];
        let close = ["hand-holding", "embrace", "massage", "photograph", "arithmetic"];
        kinds.contains(&self.kind) || close.contains(&self.kind)
    }
}

/// Everything that happens, in the order of its kinds and of the file.
pub(crate) fn all<'a>(form: &'a Form, groups: &[Group], problems: &mut Vec<Problem>) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    for entry in &form.period {
        let (period, place) = (entry.get_ref(), entry.span());
        period.name.need("name", "\"holidays\"", place.clone(), problems);
        items.push(Item { what: What::Period, ..common("period", period.when(), place, None, groups, problems) });
    }
    for entry in &form.encounter {
        items.push(meeting::item(entry, groups, problems));
    }
    for entry in &form.stress_test {
        items.push(stress::item(entry, groups, problems));
    }
    items.extend(form.speech.iter().map(|entry| speech::item(entry, groups, problems)));
    items.extend(form.date.iter().map(|entry| date::item(entry, groups, problems)));
    items.extend(form.betrayal.iter().map(|entry| betrayal::item(entry, groups, problems)));
    items.extend(form.exam_period.iter().map(|entry| lasting::exams(entry, groups, problems)));
    items.extend(form.separation.iter().map(|entry| lasting::separation(entry, groups, problems)));
    items.extend(form.bereavement.iter().map(|entry| lasting::bereavement(entry, groups, problems)));
    items.extend(form.caregiving.iter().map(|entry| lasting::caregiving(entry, groups, problems)));
    items.extend(form.operation.iter().map(|entry| pain::operation(entry, groups, problems)));
    kinds::all(form, groups, &mut items, problems);
    items
}

/// What is common to all: who takes part, the name, and how long it lasts. `usual` is how long where the file does not say.
pub(crate) fn common<'a>(
    kind: &'static str,
    when: When<'a>,
    place: Range<usize>,
    usual: Option<f64>,
    groups: &[Group],
    problems: &mut Vec<Problem>,
) -> Item<'a> {
    names::check("name", when.name, problems);
    names::check_referable(when.name, problems);
    let name = match kind {
        "encounter" => when.name.need("name", "\"deep talk\"", place.clone(), problems).unwrap_or_default(),
        _ => when.name.get("name", problems).unwrap_or_else(|| kind.to_owned()),
    };
    when.at.need("at", "\"day 1 19:00\"", place.clone(), problems);
    let lasts = match (when.lasts.span(), usual) {
        (None, Some(usual)) => Some(usual),
        _ => when.lasts.need("lasts", "\"45 min\"", place.clone(), problems).map(|lasts| lasts.0),
    };
    if lasts.is_some_and(|lasts| lasts < SHORTEST) {
        let place = when.lasts.span().unwrap_or_else(|| place.clone());
        problems.push(Problem::at(place, "this is too short", "at least 1 s is needed"));
    }
    let before = problems.len();
    let who = people::named(when.who, groups, problems);
    let sure = problems.len() == before;
    // A wrong duration stands in for itself by ten minutes, so that what else is wrong is seen too.
    let lasts = lasts.filter(|lasts| *lasts >= SHORTEST).unwrap_or(10.0);
    Item { kind, name, place, when, lasts, who, sure, together: false, tie: None, what: What::Nap }
}
