//! Events of several parts: what their keys say, and the parts that they make.

use super::items::{Item, Part, What};
use super::sets::{Sets, bounded_input};
use crate::form::field::Field;
use crate::form::leaf::Lasting;
use crate::problem::Problem;
use consoma_model::schedule::DAY;
use core::ops::Range;

/// Longest time of days, min: 10 years. More is a mistaken unit.
const LONGEST: f64 = 3652.0 * DAY;

/// An event while its parts are put together.
pub(crate) struct Several<'a, 'b> {
    pub(crate) item: Item<'a>,
    parts: Vec<Part>,
    problems: &'b mut Vec<Problem>,
}

impl<'a, 'b> Several<'a, 'b> {
    /// An event without parts.
    pub(crate) fn new(item: Item<'a>, problems: &'b mut Vec<Problem>) -> Self {
        Self { item, parts: Vec::new(), problems }
    }

    /// A duration, min; `usual` where the file does not say.
    pub(crate) fn minutes(&mut self, key: &str, field: &Field<Lasting>, usual: f64) -> f64 {
        let Some((Lasting(minutes), place)) = field.get_with_span(key, self.problems) else { return usual };
        if !(0.0..=DAY).contains(&minutes) {
            self.problems.push(Problem::at(place, format!("`{key}` is out of bounds"), "allowed: 0 min to 1 d"));
            return usual;
        }
        minutes
    }

    /// A time of days, min; `usual` where the file does not say.
    pub(crate) fn days(&mut self, key: &str, field: &Field<Lasting>, usual: f64) -> f64 {
        let Some((Lasting(minutes), place)) = field.get_with_span(key, self.problems) else { return usual };
        if !(60.0..=LONGEST).contains(&minutes) {
            self.problems.push(Problem::at(
                place,
                format!("`{key}` is out of bounds"),
                "allowed: 1 h to 10 years, 3652 d",
            ));
            return usual;
        }
        minutes
    }

    /// The number of days on which something happens that lasts for days: one at least, as many as have begun.
    pub(crate) fn count(&mut self) -> u32 {
        let lasts = self.item.lasts;
        if lasts <= LONGEST {
            return f64::max((lasts / DAY).ceil(), 1.0) as u32;
        }
        let place = self.item.when.lasts.span().unwrap_or_else(|| self.item.place.clone());
        self.problems.push(Problem::at(place, "`lasts` is out of bounds", "at most 10 years, 3652 d, are allowed"));
        self.item.lasts = DAY;
        1
    }

    /// What an input is set to; `usual` where the file does not say. The key is the name of the input.
    pub(crate) fn share(&mut self, key: &str, field: &Field<f64>, usual: f64) -> Option<f64> {
        self.share_of(key, key, field, usual)
    }

    /// The same under a key of its own.
    pub(crate) fn share_of(&mut self, input: &str, key: &str, field: &Field<f64>, usual: f64) -> Option<f64> {
        match field.get_with_span(key, self.problems) {
            Some((value, place)) => bounded_input(input, value, key, place, self.problems),
            None => Some(usual),
        }
    }

    /// Says what is wrong with a key that stands there.
    pub(crate) fn refuse(&mut self, place: Range<usize>, what: &str, label: &str) {
        self.problems.push(Problem::at(place, what, label));
    }

    /// Adds a part that is the same for all, from and until so many minutes after the beginning. One without length is left out.
    pub(crate) fn part(&mut self, name: &str, from: f64, until: f64, sets: Sets) {
        let Item { name: event, kind, who, .. } = &self.item;
        let name = if event == kind { name.to_owned() } else { format!("{event}: {name}") };
        self.parts.extend((until > from).then(|| Part { name, from, until, sets: vec![sets; who.len()] }));
    }

    /// The event with its parts.
    pub(crate) fn item(self) -> Item<'a> {
        Item { what: What::Parts(self.parts), ..self.item }
    }
}
