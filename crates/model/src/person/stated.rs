//! What is stated of a person, and whether it is allowed. What is left open is typical, or drawn.

use super::{Conditions, Contraception, MenstrualPhase, Numbers, Person, Sex, Ties};
use crate::declare::{Parameter, Row, Table};

/// Age from which a woman is described without a cycle and without a combined pill, in years: nearly all have passed the
/// menopause (median 51), and guidelines end the pill at 50. A hypothesis.
pub(super) const MENOPAUSE: f64 = 55.0;

/// What is stated of a person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stated {
    /// Traits that are numbers.
    pub numbers: Numbers<Option<f64>>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Hormonal contraception.
    pub contraception: Option<Contraception>,
    /// Phase of the menstrual cycle.
    pub menstrual_phase: Option<MenstrualPhase>,
    /// People met at least once in two weeks, by kind.
    pub ties: Ties<Option<u32>>,
    /// Conditions: all of them.
    pub conditions: Option<Conditions>,
}

/// A person whom the body is not described for: which trait, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct OutOfBounds {
    /// The trait, as files name it.
    pub what: &'static str,
    /// What is wrong, what is allowed, and the nearest value that is.
    pub why: String,
}

impl OutOfBounds {
    /// What is wrong with a value of a row. `None` where it lies inside the bounds.
    pub fn of(row: &Row<Parameter>, value: f64) -> Option<Self> {
        let Parameter { unit, min, max, .. } = row.declared;
        if value >= min && value <= max {
            return None;
        }
        let unit = if unit == "1" { String::new() } else { format!(" {unit}") };
        let why = if value.is_finite() {
            format!("{value} lies outside {min} to {max}{unit}; the nearest allowed is {}", value.clamp(min, max))
        } else {
            format!("{value} is not a number from {min} to {max}{unit}")
        };
        Some(OutOfBounds { what: row.id.rsplit('.').next().unwrap_or(row.id), why })
    }
}

impl Default for Stated {
    /// Nothing.
    fn default() -> Self {
        Self {
            numbers: Table::read(&mut core::iter::repeat(None)).expect("an endless row has enough values"),
            sex: None,
            contraception: None,
            menstrual_phase: None,
            ties: Table::read(&mut core::iter::repeat(None)).expect("an endless row has enough values"),
            conditions: None,
        }
    }
}

impl From<&Person> for Stated {
    /// Everything.
    fn from(person: &Person) -> Self {
        let mut numbers = Vec::new();
        person.numbers().write(&mut |value| numbers.push(Some(value)));
        let mut ties = Vec::new();
        person.ties.write(&mut |count| ties.push(Some(count)));
        Self {
            numbers: Table::read(&mut numbers.into_iter()).expect("a value of each row"),
            sex: Some(person.sex),
            contraception: Some(person.contraception),
            menstrual_phase: Some(person.menstrual_phase),
            ties: Table::read(&mut ties.into_iter()).expect("a number of each kind"),
            conditions: Some(person.conditions),
        }
    }
}

impl Stated {
    /// The person of whom this is stated and who is typical in all else. Where no sex is stated, it follows from the pill or the
    /// phase.
    pub fn typical(&self) -> Person {
        let usual = Person::default();
        let Numbers { age, body_mass_index, cigarettes, caffeine, chronotype, .. } = self.numbers;
        let Numbers { anxiety, avoidance, social_anxiety, rumination, knowledge, .. } = self.numbers;
        let of_a_woman = self.of_a_woman();
        let mut ties = Vec::new();
        usual.ties.write(&mut |count| ties.push(count));
        let mut stated = Vec::new();
        self.ties.write(&mut |count| stated.push(count));
        let mut ties = stated.into_iter().zip(ties).map(|(stated, usual)| stated.unwrap_or(usual));
        Person {
            age: age.unwrap_or(usual.age),
            sex: self.sex.unwrap_or(if of_a_woman { Sex::Female } else { usual.sex }),
            contraception: self.contraception.unwrap_or(usual.contraception),
            menstrual_phase: self.menstrual_phase.unwrap_or(usual.menstrual_phase),
            body_mass_index: body_mass_index.unwrap_or(usual.body_mass_index),
            cigarettes: cigarettes.unwrap_or(usual.cigarettes),
            caffeine: caffeine.unwrap_or(usual.caffeine),
            chronotype: chronotype.unwrap_or(usual.chronotype),
            anxiety: anxiety.unwrap_or(usual.anxiety),
            avoidance: avoidance.unwrap_or(usual.avoidance),
            social_anxiety: social_anxiety.unwrap_or(usual.social_anxiety),
            rumination: rumination.unwrap_or(usual.rumination),
            knowledge: knowledge.unwrap_or(usual.knowledge),
            ties: Table::read(&mut ties).expect("a number of each kind"),
            conditions: self.conditions.unwrap_or(usual.conditions),
        }
    }

    /// Whether a pill or a phase is stated.
    pub(super) fn of_a_woman(&self) -> bool {
        let phase = self.menstrual_phase.is_some_and(|phase| phase != MenstrualPhase::Unknown);
        phase || self.contraception.is_some_and(|it| it != Contraception::None)
    }

    /// Everything that is wrong.
    pub fn problems(&self) -> Vec<OutOfBounds> {
        let mut problems = Vec::new();
        let mut numbers = Numbers::ROWS.iter();
        self.numbers.write(&mut |value| {
            problems.extend(numbers.next().zip(value).and_then(|(row, value)| OutOfBounds::of(row, value)))
        });
        let mut ties = Ties::ROWS.iter();
        self.ties.write(&mut |count| {
            problems.extend(ties.next().zip(count.map(f64::from)).and_then(|(row, value)| OutOfBounds::of(row, value)))
        });
        let man = self.sex == Some(Sex::Male);
        let pill = self.contraception.is_some_and(|it| it != Contraception::None);
        let phase = self.menstrual_phase.is_some_and(|it| it != MenstrualPhase::Unknown);
        // An age that is wrong in itself is not blamed twice.
        let past = self.numbers.age.filter(|age| *age >= MENOPAUSE && *age <= Numbers::ROWS[0].declared.max);
        let mut wrong = |what, why: String| problems.push(OutOfBounds { what, why });
        if self.conditions.is_some_and(|it| it.iter().filter(|it| it.bowel()).count() > 1) {
            wrong("conditions", "irritable bowel has one kind at a time; leave the others out".into());
        }
        if pill && man {
            wrong("contraception", "a man takes none; write \"none\"".into());
        } else if let Some(age) = past.filter(|_| pill) {
            wrong("contraception", format!("taken below the age of {MENOPAUSE}, not at {age}; write \"none\""));
        }
        if phase && man {
            wrong("menstrual_phase", "a man has no menstrual phase; leave it out".into());
        } else if phase && pill {
            wrong("menstrual_phase", "a combined pill leaves no menstrual phase; leave one of the two out".into());
        } else if let Some(age) = past.filter(|_| phase) {
            wrong(
                "menstrual_phase",
                format!("a cycle is described below the age of {MENOPAUSE}, not at {age}; leave it out"),
            );
        }
        problems
    }
}
