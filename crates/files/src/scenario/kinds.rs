//! What is one part, the same for all who take part: meals, treats, exercise, posture, light, breathing, self-care, writing, recall, a
//! game that leaves out, doses, what hurts, small acts of closeness, virus in the nose, vaccinations, wounds, stripping of the skin with tape; and naps,
//! which set no input.

use super::items::{Item, Part, What, common};
use super::parts::Form;
use super::sets::{Sets, bounded_amount, bounded_input};
use super::timed::When;
use super::words::{By, Lesion, Stance};
use super::{dose, pain, touching};
use crate::form::field::Field;
use crate::problem::Problem;
use consoma_lab::scenario::Group;
use consoma_model::body::skin::barrier;
use consoma_model::inputs::Inputs;
use core::ops::Range;

/// How long a meal lasts where the file does not say, min.
const MEAL: f64 = 20.0;
/// How long a treat lasts where the file does not say, min, and its energy, kcal: some chocolate.
const TREAT: (f64, f64) = (5.0, 100.0);
/// How long self-care lasts where the file does not say, min: a bath, a nap's rest, a slow walk.
const SELF_CARE: f64 = 60.0;
/// How long one writes where the file does not say, min: a session of the writing studies.
const WRITING: f64 = 20.0;
/// How long one recalls where the file does not say, min.
const RECALL: f64 = 10.0;
/// How long the skin is stripped where the file does not say, min; the share of the barrier that goes, and the largest that may.
const STRIPPING: f64 = 5.0;
const REMOVED: (f64, f64) = (0.5, 0.99);
/// How long the game lasts where the file does not say, min.
const EXCLUSION: f64 = 5.0;

/// How long drops in the nose or a vaccination take where the file does not say, min.
const IN_ONE_GO: f64 = 1.0;
/// Virus where the file does not say, TCID50: within the doses of published challenges, 100 to 300.
const VIRUS: f64 = 200.0;
/// How long a punch and a blister take where the file does not say, min: a blister is lifted by an hour of suction.
const WOUNDING: (f64, f64) = (1.0, 60.0);
/// How often what is still whole is opened while a wound is made: all but one part in 20,000 is open after it.
const OPENED: f64 = 10.0;

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
        sets.provoking = kinds.share("provoking", "provoking", &meal.provoking, None);
        kinds.add(item, sets);
    }
    for entry in &form.treat {
        let (treat, place) = (entry.get_ref(), entry.span());
        let item = kinds.common("treat", treat.when(), place.clone(), Some(TREAT.0));
        let stated = treat.kcal.get("kcal", kinds.problems).map(|kcal| kcal.0);
        // A treat that is eaten too fast is told where its time stands.
        let stands = treat.kcal.span().or_else(|| treat.lasts.span()).unwrap_or(place);
        let kcal = if treat.kcal.span().is_none() { Some(TREAT.1) } else { stated };
        let meal = kcal.and_then(|it| bounded_amount("meal", it, item.lasts, "kcal", stands, kinds.problems));
        kinds.add(item, Inputs { meal, ..Inputs::none() });
    }
    for entry in &form.self_care {
        let item = kinds.common("self-care", entry.get_ref().when(), entry.span(), Some(SELF_CARE));
        let care = kinds.share("care", "strength", &entry.get_ref().strength, Some(1.0));
        kinds.add(item, Inputs { care, ..Inputs::none() });
    }
    for entry in &form.writing {
        let item = kinds.common("writing", entry.get_ref().when(), entry.span(), Some(WRITING));
        let writing = kinds.share("writing", "strength", &entry.get_ref().strength, Some(1.0));
        kinds.add(item, Inputs { writing, ..Inputs::none() });
    }
    for entry in &form.recall {
        let item = kinds.common("recall", entry.get_ref().when(), entry.span(), Some(RECALL));
        let recall = kinds.share("recall", "strength", &entry.get_ref().strength, Some(1.0));
        kinds.add(item, Inputs { recall, ..Inputs::none() });
    }
    for entry in &form.exclusion {
        let item = kinds.common("exclusion", entry.get_ref().when(), entry.span(), Some(EXCLUSION));
        let exclusion = kinds.share("exclusion", "exclusion", &entry.get_ref().exclusion, Some(1.0));
        // Of strangers on a screen as much comes through as of a text.
        let (stranger, presence) = (Some(1.0), Some(By::Text.presence()));
        kinds.add(item, Inputs { exclusion, stranger, presence, ..Inputs::none() });
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
        dose::add(entry, &mut kinds);
    }
    for entry in &form.inoculation {
        let (drops, place) = (entry.get_ref(), entry.span());
        let item = kinds.common("inoculation", drops.when(), place.clone(), Some(IN_ONE_GO));
        let stated = drops.virus.get("virus", kinds.problems).map(|virus| virus.0);
        let stands = drops.virus.span().or_else(|| drops.lasts.span()).unwrap_or(place);
        let virus = if drops.virus.span().is_none() { Some(VIRUS) } else { stated };
        let inoculum = virus.and_then(|it| bounded_amount("inoculum", it, item.lasts, "virus", stands, kinds.problems));
        kinds.add(item, Inputs { inoculum, ..Inputs::none() });
    }
    for entry in &form.vaccination {
        let (given, place) = (entry.get_ref(), entry.span());
        let item = kinds.common("vaccination", given.when(), place.clone(), Some(IN_ONE_GO));
        let stated = given.doses.get("doses", kinds.problems);
        let stands = given.doses.span().or_else(|| given.lasts.span()).unwrap_or(place);
        let doses = if given.doses.span().is_none() { Some(1.0) } else { stated };
        let rate = doses.and_then(|it| bounded_amount("vaccination", it, item.lasts, "doses", stands, kinds.problems));
        kinds.add(item, Inputs { vaccination: rate, ..Inputs::none() });
    }
    for entry in &form.wound {
        let (wound, place) = (entry.get_ref(), entry.span());
        let lesion = kinds.value("lesion", "\"punch\"", &wound.lesion, &place);
        let usual = if lesion == Some(Lesion::Blister) { WOUNDING.1 } else { WOUNDING.0 };
        let item = kinds.common("wound", wound.when(), place, Some(usual));
        // A wound that is made faster than an input can say is made as fast as it can.
        let rate = Some((OPENED / item.lasts).min(2.0 * OPENED));
        let sets = match lesion {
            Some(Lesion::Punch) => Inputs { punch: rate, ..Inputs::none() },
            Some(Lesion::Blister) => Inputs { blister: rate, ..Inputs::none() },
            None => Inputs::none(),
        };
        kinds.add(item, sets);
    }
    for entry in &form.tape_stripping {
        let (tape, place) = (entry.get_ref(), entry.span());
        let item = kinds.common("tape stripping", tape.when(), place.clone(), Some(STRIPPING));
        let stated = tape.removed.get_with_span("removed", kinds.problems);
        // One that is stripped too fast is told where its time stands.
        let (removed, stands) = stated.unwrap_or((REMOVED.0, tape.lasts.span().unwrap_or(place)));
        let sets = kinds.stripping(removed, item.lasts, stands);
        kinds.add(item, sets);
    }
    pain::all(form, &mut kinds);
    touching::all(form, &mut kinds);
    for entry in &form.nap {
        let item = kinds.common("nap", entry.get_ref().when(), entry.span(), None);
        kinds.items.push(item);
    }
}

/// Where such items go.
pub(crate) struct Kinds<'a, 'b> {
    pub(crate) groups: &'b [Group],
    items: &'b mut Vec<Item<'a>>,
    pub(crate) problems: &'b mut Vec<Problem>,
}

impl<'a> Kinds<'a, '_> {
    pub(crate) fn common(
        &mut self,
        kind: &'static str,
        when: When<'a>,
        place: Range<usize>,
        usual: Option<f64>,
    ) -> Item<'a> {
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

    /// What an input is set to; `usual` where the file does not say. `key` is what the file calls it.
    pub(crate) fn share(&mut self, input: &str, key: &str, field: &Field<f64>, usual: Option<f64>) -> Option<f64> {
        match field.get_with_span(key, self.problems) {
            Some((value, place)) => bounded_input(input, value, key, place, self.problems),
            None => usual,
        }
    }

    /// A stripping that takes this share of the barrier away in so many minutes: each minute takes a share of what is left.
    fn stripping(&mut self, removed: f64, lasts: f64, place: Range<usize>) -> Sets {
        let (low, high) = (0.0, REMOVED.1);
        if !(low..=high).contains(&removed) {
            let label = format!("allowed: {low} to {high}; the nearest is {}", removed.clamp(low, high));
            self.problems.push(Problem::at(place, "`removed` is out of bounds", label));
            return Inputs::none();
        }
        let rate = barrier::stripping(removed, lasts);
        Inputs { stripping: bounded_input("stripping", rate, "removed", place, self.problems), ..Inputs::none() }
    }

    /// Adds an item of one part, the same for all.
    pub(crate) fn add(&mut self, item: Item<'a>, sets: Sets) {
        let part = Part { name: item.name.clone(), from: 0.0, until: item.lasts, sets: vec![sets; item.who.len()] };
        self.items.push(Item { what: What::Parts(vec![part]), ..item });
    }
}
