//! What sets one input for a while: meals, exercise, posture, light, breathing, doses; and naps, which set none.

use super::items::{Item, Part, What, common};
use super::parts::Form;
use super::sets::{Sets, bounded_amount, bounded_input};
use super::timed::{Dose, When};
use super::words::{Drug, Stance};
use crate::form::field::Field;
use crate::problem::Problem;
use consoma_lab::scenario::Group;
use consoma_model::inputs::Inputs;
use core::ops::Range;

/// How long a meal lasts where the file does not say, min.
const MEAL: f64 = 20.0;

/// Adds all of these kinds.
pub(crate) fn all<'a>(form: &'a Form, groups: &[Group], items: &mut Vec<Item<'a>>, problems: &mut Vec<Problem>) {
    let mut kinds = Kinds { groups, items, problems };
    for entry in &form.meal {
        let (meal, place) = (entry.get_ref(), entry.span());
        let kcal = kinds.value("kcal", "650", &meal.kcal, &place).map(|kcal| kcal.0);
        let item = kinds.common("meal", meal.when(), place, Some(MEAL));
        let mut sets = Inputs::none();
        if let Some((kcal, stands)) = kcal.zip(meal.kcal.span()) {
            sets.meal = bounded_amount("meal", kcal, item.lasts, "kcal", stands, kinds.problems);
        }
        kinds.add(item, sets);
    }
    for entry in &form.exercise {
        let (exercise, place) = (entry.get_ref(), entry.span());
        let met = kinds.value("met", "3", &exercise.met, &place).map(|met| met.0);
        let item = kinds.common("exercise", exercise.when(), place, None);
        let sets = kinds.sets("exercise", met, "met", exercise.met.span(), |sets, met| sets.exercise = met);
        kinds.add(item, sets);
    }
    for entry in &form.posture {
        let (posture, place) = (entry.get_ref(), entry.span());
        let stance = kinds.value("posture", "\"standing\"", &posture.posture, &place);
        let item = kinds.common("posture", posture.when(), place, None);
        let held = stance.map(|stance| match stance {
            Stance::Lying => -1.0,
            Stance::Sitting => 0.0,
            Stance::Standing => 1.0,
        });
        kinds.add(item, Inputs { posture: held, ..Inputs::none() });
    }
    for entry in &form.light {
        let (light, place) = (entry.get_ref(), entry.span());
        let lux = kinds.value("lux", "5000", &light.lux, &place).map(|lux| lux.0);
        let item = kinds.common("light", light.when(), place, None);
        let sets = kinds.sets("light", lux, "lux", light.lux.span(), |sets, lux| sets.light = lux);
        kinds.add(item, sets);
    }
    for entry in &form.breathing {
        let (breathing, place) = (entry.get_ref(), entry.span());
        let rate = kinds.value("rate", "\"6 1/min\"", &breathing.rate, &place).map(|rate| rate.0);
        let item = kinds.common("breathing", breathing.when(), place, None);
        let sets = kinds.sets("breathing", rate, "rate", breathing.rate.span(), |sets, rate| sets.breathing = rate);
        kinds.add(item, sets);
    }
    for entry in &form.dose {
        let (dose, place) = (entry.get_ref(), entry.span());
        let item = kinds.common("dose", dose.when(), place.clone(), None);
        let sets = kinds.dose(dose, place, item.lasts);
        kinds.add(item, sets);
    }
    for entry in &form.nap {
        let item = kinds.common("nap", entry.get_ref().when(), entry.span(), None);
        kinds.items.push(item);
    }
}

struct Kinds<'a, 'b> {
    groups: &'b [Group],
    items: &'b mut Vec<Item<'a>>,
    problems: &'b mut Vec<Problem>,
}

impl<'a> Kinds<'a, '_> {
    fn common(&mut self, kind: &'static str, when: When<'a>, place: Range<usize>, usual: Option<f64>) -> Item<'a> {
        common(kind, when, place, usual, self.groups, self.problems)
    }

    fn value<T: Clone>(&mut self, key: &str, example: &str, field: &Field<T>, place: &Range<usize>) -> Option<T> {
        field.need(key, example, place.clone(), self.problems)
    }

    /// An input of this number, where it lies in the bounds. `key` is what the file calls it.
    fn sets(
        &mut self,
        input: &str,
        number: Option<f64>,
        key: &str,
        place: Option<Range<usize>>,
        set: impl Fn(&mut Sets, Option<f64>),
    ) -> Sets {
        let mut sets = Inputs::none();
        if let Some((number, place)) = number.zip(place) {
            set(&mut sets, bounded_input(input, number, key, place, self.problems));
        }
        sets
    }

    fn dose(&mut self, dose: &Dose, place: Range<usize>, lasts: f64) -> Sets {
        let drug = self.value("drug", "\"oxytocin\"", &dose.drug, &place);
        let rate = dose.rate.get("rate", self.problems).map(|rate| rate.0);
        let amount = dose.amount.get("amount", self.problems).map(|amount| amount.0);
        let (number, amount, stands) = match (dose.rate.span(), dose.amount.span()) {
            (Some(_), Some(stands)) => {
                let label = "the rate says how much already; leave one out";
                self.problems.push(Problem::at(stands, "a dose has a rate or an amount", label));
                return Inputs::none();
            }
            (None, None) => {
                let problem = Problem::at(place, "`rate` is missing", "needs `rate` or `amount`");
                self.problems.push(problem.help("add a line such as `rate = \"5 ug/min\"` or `amount = \"10 ug\"`"));
                return Inputs::none();
            }
            (Some(stands), None) => (rate, false, stands),
            (None, Some(stands)) => (amount, true, stands),
        };
        let (Some(drug), Some(number)) = (drug, number) else { return Inputs::none() };
        let input = match drug {
            Drug::Oxytocin => "oxytocin",
            Drug::Noradrenaline => "noradrenaline",
            Drug::Adrenaline => "adrenaline",
        };
        let rate = if amount {
            bounded_amount(input, number, lasts, "amount", stands, self.problems)
        } else {
            bounded_input(input, number, "rate", stands, self.problems)
        };
        match drug {
            Drug::Oxytocin => Inputs { oxytocin: rate, ..Inputs::none() },
            Drug::Noradrenaline => Inputs { noradrenaline: rate, ..Inputs::none() },
            Drug::Adrenaline => Inputs { adrenaline: rate, ..Inputs::none() },
        }
    }

    /// Adds an item of one part, the same for all.
    fn add(&mut self, item: Item<'a>, sets: Sets) {
        let part = Part { name: item.name.clone(), from: 0.0, until: item.lasts, sets: vec![sets; item.who.len()] };
        self.items.push(Item { what: What::Parts(vec![part]), ..item });
    }
}
