//! People drawn from the declarations, with their correlations, given what is stated of them.
//!
//! Each number and each share rests on a standard score; together the scores are normal with the declared correlations,
//! `z = L e`, where `L L'` is the correlation matrix and `e` is a row of independent scores. What is stated comes first in
//! the order of `L`: a stated number gives its score, so the scores behind it are drawn from their distribution given it. A stated
//! share holds its score to one side of the threshold, and an open number to its bounds, by drawing again (J. von Neumann's
//! rejection), given all that came before. With one such limit this is exact; with several it neglects what a later limit says
//! of an earlier score.
//!
//! A draw is a pure function of what gives the scores: of the seed, the person's number and the trait's id. A trait that is
//! added at the end of a table changes nobody's others.

use super::numbers::score;
use super::shares::threshold;
use super::stated::MENOPAUSE;
use super::ties::of_shares;
use super::{
    Condition, Conditions, Contraception, MenstrualPhase, Numbers, Person, Sex, Shares, Stated, Ties, correlations,
};
use crate::declare::Table;

/// Age below which women are drawn with a cycle, and with the pill at the declared share, in years: that share is of ages
/// to 49, and the median menopause is at 51.
const FERTILE: f64 = 50.0;
/// How often a score is drawn anew where it misses its limits. Of a trait of one in a hundred, 1e-18 is left.
const TRIES: u64 = 4096;

/// Where standard normal scores come from.
pub trait Chance {
    /// The score of this index of the trait of this id; all independent, and the same at every call.
    fn normal(&self, id: &'static str, index: u64) -> f64;
}

/// What is needed to draw people of whom some things are stated.
#[derive(Clone, Debug)]
pub struct Drawing {
    stated: Stated,
    /// Traits with a score in the order in which they are drawn: numbers, then shares.
    order: Vec<usize>,
    /// The factor of their correlations in that order.
    factor: Vec<f64>,
    /// Between what the score of each lies, by its place.
    limits: Vec<(f64, f64)>,
}

impl Drawing {
    /// Draws given what is stated. Whether that is allowed is [`Stated::problems`]' to say.
    pub fn new(stated: Stated) -> Self {
        let mut numbers = Vec::new();
        stated.numbers.write(&mut |value| numbers.push(value));
        let mut limits = Vec::new();
        let mut kind = Vec::new();
        for (row, value) in Numbers::ROWS.iter().zip(numbers) {
            let row = &row.declared;
            // Who takes none has no score of how much.
            let exact = value.map(|value| score(row, value)).filter(|score| score.is_finite());
            kind.push(if exact.is_some() { 0 } else { 2 });
            limits.push(exact.map_or((score(row, row.min), score(row, row.max)), |score| (score, score)));
        }
        if stated.of_a_woman() && stated.numbers.age.is_none() {
            limits[0].1 = score(&Numbers::ROWS[0].declared, MENOPAUSE);
        }
        let mut rows = Shares::ROWS.iter();
        stated_shares(&stated).write(&mut |has| {
            let border = rows.next().map_or(0.0, |row| threshold(&row.declared));
            kind.push(if has.is_some() { 1 } else { 2 });
            limits.push(match has {
                Some(true) => (border, f64::INFINITY),
                Some(false) => (f64::NEG_INFINITY, border),
                None => (f64::NEG_INFINITY, f64::INFINITY),
            });
        });
        let mut order: Vec<usize> = (0..limits.len()).collect();
        order.sort_by_key(|&place| kind[place]);
        let factor = correlations::factor(&order).expect("the declared correlations are positive definite");
        Self { stated, order, factor, limits }
    }

    /// What is stated.
    pub fn stated(&self) -> &Stated {
        &self.stated
    }

    /// A person.
    pub fn person(&self, chance: &impl Chance) -> Person {
        let scores = self.scores(chance);
        let (numbers, shares) = scores.split_at(Numbers::ROWS.len());
        let mut drawn = Numbers::ROWS.iter().zip(numbers).map(|(row, score)| row.declared.draw(*score));
        let drawn: Numbers<f64> = Table::read(&mut drawn).expect("a score of each number");
        let mut has = Shares::ROWS.iter().zip(shares).map(|(row, score)| *score > threshold(&row.declared));
        let has: Shares<bool> = Table::read(&mut has).expect("a score of each share");

        let stated = &self.stated;
        let Numbers { age, body_mass_index, cigarettes, caffeine, chronotype, .. } = stated.numbers;
        let Numbers { anxiety, avoidance, social_anxiety, rumination, knowledge, .. } = stated.numbers;
        let age = age.unwrap_or(drawn.age);
        let sex = stated.sex.unwrap_or(if has.female { Sex::Female } else { Sex::Male });
        let fertile = sex == Sex::Female && age < FERTILE;
        let contraception = stated.contraception.unwrap_or(if fertile && has.combined_pill && !self.cycles() {
            Contraception::CombinedPill
        } else {
            Contraception::None
        });
        let phase = match (fertile && contraception == Contraception::None, has.luteal) {
            (false, _) => MenstrualPhase::Unknown,
            (true, true) => MenstrualPhase::Luteal,
            (true, false) => MenstrualPhase::Follicular,
        };
        Person {
            age,
            sex,
            contraception,
            menstrual_phase: stated.menstrual_phase.unwrap_or(phase),
            body_mass_index: body_mass_index.unwrap_or(drawn.body_mass_index),
            cigarettes: cigarettes.unwrap_or(if has.smoker { drawn.cigarettes } else { 0.0 }),
            caffeine: caffeine.unwrap_or(if has.caffeine { drawn.caffeine } else { 0.0 }),
            chronotype: chronotype.unwrap_or(drawn.chronotype),
            anxiety: anxiety.unwrap_or(drawn.anxiety),
            avoidance: avoidance.unwrap_or(drawn.avoidance),
            social_anxiety: social_anxiety.unwrap_or(drawn.social_anxiety),
            rumination: rumination.unwrap_or(drawn.rumination),
            knowledge: knowledge.unwrap_or(drawn.knowledge),
            ties: self.ties(&has, chance),
            conditions: Conditions::drawn(&has),
        }
    }

    /// Whether a phase of the cycle is stated, which no woman on the pill has.
    fn cycles(&self) -> bool {
        self.stated.menstrual_phase.is_some_and(|phase| phase != MenstrualPhase::Unknown)
    }

    /// The scores of numbers and shares, by their place.
    fn scores(&self, chance: &impl Chance) -> Vec<f64> {
        let ids: Vec<_> = correlations::ids().collect();
        let mut scores = vec![0.0; self.order.len()];
        let mut independent: Vec<f64> = Vec::with_capacity(self.order.len());
        for (row, &place) in self.order.iter().enumerate() {
            let factors = &self.factor[row * (row + 1) / 2..][..=row];
            let mean: f64 = factors.iter().zip(&independent).map(|(factor, score)| factor * score).sum();
            let (deviation, (low, high)) = (factors[row], self.limits[place]);
            let drawn = |index| mean + deviation * chance.normal(ids[place], index);
            let inside = |score: &f64| *score > low && *score <= high;
            let score = if low == high {
                low
            } else {
                (0..TRIES).map(drawn).find(inside).unwrap_or_else(|| drawn(0).clamp(low, high))
            };
            scores[place] = score;
            independent.push((score - mean) / deviation);
        }
        scores
    }

    /// The numbers of people met. They are drawn apart from the scores that decide whether any are met.
    fn ties(&self, has: &Shares<bool>, chance: &impl Chance) -> Ties<u32> {
        let (mut any, mut stated) = (Vec::new(), Vec::new());
        of_shares(has).write(&mut |has| any.push(has));
        self.stated.ties.write(&mut |count| stated.push(count));
        let mut counts = Ties::ROWS.iter().zip(any).zip(stated).map(|((row, any), stated)| {
            let drawn = || row.declared.draw(chance.normal(row.id, 0)).round().max(1.0) as u32;
            stated.unwrap_or_else(|| if any { drawn() } else { 0 })
        });
        Table::read(&mut counts).expect("a number of each kind")
    }
}

/// Who of a share is stated to belong to it.
fn stated_shares(stated: &Stated) -> Shares<Option<bool>> {
    let phase = |phase| match phase {
        MenstrualPhase::Unknown => None,
        MenstrualPhase::Follicular => Some(false),
        MenstrualPhase::Luteal => Some(true),
    };
    let Ties { partner, family, friends, colleagues, neighbours, groups } = stated.ties;
    let met = |count: Option<u32>| count.map(|count| count > 0);
    let taken = |amount: Option<f64>| amount.map(|amount| amount > 0.0);
    Shares {
        female: stated.sex.map(|sex| sex == Sex::Female).or(stated.of_a_woman().then_some(true)),
        combined_pill: stated.contraception.map(|it| it == Contraception::CombinedPill),
        luteal: stated.menstrual_phase.and_then(phase),
        smoker: taken(stated.numbers.cigarettes),
        caffeine: taken(stated.numbers.caffeine),
        partner: met(partner),
        family: met(family),
        friends: met(friends),
        colleagues: met(colleagues),
        neighbours: met(neighbours),
        groups: met(groups),
        hypertension: stated.conditions.map(|it| it.has(Condition::Hypertension)),
        bowel_diarrhoea: stated.conditions.map(|it| it.has(Condition::Diarrhoea)),
        bowel_constipation: stated.conditions.map(|it| it.has(Condition::Constipation)),
        bowel_mixed: stated.conditions.map(|it| it.has(Condition::MixedBowel)),
        eczema: stated.conditions.map(|it| it.has(Condition::Eczema)),
        psoriasis: stated.conditions.map(|it| it.has(Condition::Psoriasis)),
        acne: stated.conditions.map(|it| it.has(Condition::Acne)),
    }
}
