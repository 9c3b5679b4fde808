//! Events of several parts: what their keys say, and the parts that they make.

use super::items::{Item, Part, What};
use super::sets::{Sets, bounded_input};
use crate::form::field::Field;
use crate::form::leaf::Lasting;
use crate::problem::Problem;
use consoma_model::schedule::DAY;

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
