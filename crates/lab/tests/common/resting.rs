//! Resting values, seated at eleven in the morning, in drawn people: centre within a tenth of the spread or 5 %, spread within 15 %. Of the
//! few people of the reduced form the centre is uncertain by itself, so two standard errors are added.

use super::{clock, column, lived, men_and_women};
use consoma_lab::simulate::Course;
use consoma_lab::statistics::quantile;
use consoma_model::person::{Person, Sex};
use consoma_model::schedule::{Schedule, Span};

/// Whether the whole form of the check is asked for.
pub fn long() -> bool {
    std::env::var_os("CONSOMA_LONG").is_some()
}

/// Values of quantities at rest, of women, then of men.
pub struct Resting {
    quantities: Vec<String>,
    values: [Vec<Vec<f64>>; 2],
}

impl Resting {
    /// So many drawn people of each sex and age who are otherwise like `person`.
    pub fn of(person: Person, ages: &[f64], each: u64, quantities: &[&str]) -> Self {
        let span = Span { start: clock(1, 8.0), end: clock(1, 11.5) };
        let mut scenario = men_and_women(each, &Schedule::default(), span, vec![clock(1, 11.0)], quantities);
        let both = std::mem::take(&mut scenario.groups);
        for (&age, group) in ages.iter().flat_map(|age| both.iter().map(move |group| (age, group))) {
            let mut group = group.clone();
            group.name = format!("{} of {age}", group.name);
            group.person = Person { sex: group.person.sex, age, ..person };
            scenario.groups.push(group);
        }
        let courses = lived(&scenario);
        let values = |sex, quantity| {
            let of_sex = |it: &&Course| scenario.groups[it.group].person.sex == sex;
            courses.iter().filter(of_sex).flat_map(|it| column(&scenario, it, quantity)).collect()
        };
        let values = [Sex::Female, Sex::Male].map(|sex| (0..quantities.len()).map(|it| values(sex, it)).collect());
        Self { quantities: quantities.iter().map(|&id| id.to_owned()).collect(), values }
    }

    pub fn all(&self, id: &str) -> Vec<f64> {
        [self.women(id), self.men(id)].concat()
    }

    pub fn women(&self, id: &str) -> Vec<f64> {
        self.values[0][self.place(id)].clone()
    }

    pub fn men(&self, id: &str) -> Vec<f64> {
        self.values[1][self.place(id)].clone()
    }

    fn place(&self, id: &str) -> usize {
        self.quantities.iter().position(|it| it == id).expect("recorded")
    }
}

/// A centre within the room above; `people` is what its error is taken from.
#[track_caller]
pub fn centre(what: &str, found: f64, expected: f64, spread: f64, people: f64) {
    println!("{what}: {found:.3} (source {expected})");
    let error = if long() { 0.0 } else { 2.0 * 1.25 * spread / people.sqrt() };
    let room = f64::max(0.05 * expected.abs(), 0.1 * spread) + error;
    assert!((found - expected).abs() <= room, "{what}: {found}, expected {expected} within {room}");
}

#[track_caller]
pub fn spread(what: &str, found: f64, expected: f64) {
    println!("{what}: {found:.3} (source {expected:.3})");
    assert!((found / expected - 1.0).abs() <= 0.15, "{what}: {found}, expected {expected} within 15 %");
}

#[track_caller]
pub fn inside(what: &str, values: &[f64], low: f64, high: f64) {
    let share = values.iter().filter(|value| (low..=high).contains(*value)).count() as f64 / values.len() as f64;
    println!("{what}: {share:.3} of people from {low} to {high}, median {:.2}", quantile(values, 0.5));
    assert!(share > 0.85, "{what}: {share} from {low} to {high}");
}

pub fn logs(values: &[f64]) -> Vec<f64> {
    values.iter().map(|value| value.ln()).collect()
}
