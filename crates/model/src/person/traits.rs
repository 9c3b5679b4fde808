//! A person as numbers, for the equations that make a person's own parameters.

use super::{Condition, Contraception, MenstrualPhase, Person, Sex};
use consoma_number::Real;

impl Person {
    /// The traits as numbers, for the equations that make a person's own parameters.
    pub fn traits<R: Real>(&self) -> Traits<R> {
        let number = R::constant;
        let flag = |has: bool| number(f64::from(u8::from(has)));
        Traits {
            age: number(self.age),
            decades_above_50: number(f64::max(self.age - 50.0, 0.0) / 10.0),
            female: flag(self.sex == Sex::Female),
            pill: flag(self.contraception == Contraception::CombinedPill),
            luteal: number(match self.menstrual_phase {
                MenstrualPhase::Unknown => 0.0,
                MenstrualPhase::Follicular => -0.5,
                MenstrualPhase::Luteal => 0.5,
            }),
            body_mass_index: number(self.body_mass_index),
            cigarettes: number(self.cigarettes),
            caffeine: number(self.caffeine),
            chronotype: number(self.chronotype),
            anxiety: number(self.anxiety),
            avoidance: number(self.avoidance),
            social_anxiety: number(self.social_anxiety),
            rumination: number(self.rumination),
            knowledge: number(self.knowledge),
            ties: number(f64::from(self.ties.kinds())),
            hypertension: flag(self.conditions.has(Condition::Hypertension)),
            diarrhoea: flag(self.conditions.has(Condition::Diarrhoea)),
            constipation: flag(self.conditions.has(Condition::Constipation)),
            mixed_bowel: flag(self.conditions.has(Condition::MixedBowel)),
            eczema: flag(self.conditions.has(Condition::Eczema)),
            psoriasis: flag(self.conditions.has(Condition::Psoriasis)),
            acne: flag(self.conditions.has(Condition::Acne)),
        }
    }
}

/// A person's traits as numbers.
#[derive(Clone, Copy, Debug)]
pub struct Traits<R> {
    /// Age in years.
    pub age: R,
    /// Decades above the age of 50; 0 below it.
    pub decades_above_50: R,
    /// 1 in women, 0 in men.
    pub female: R,
    /// 1 on a combined pill, otherwise 0.
    pub pill: R,
    /// 0.5 in the luteal phase, -0.5 in the follicular phase, 0 where unknown.
    pub luteal: R,
    /// Body-mass index, kg/m2.
    pub body_mass_index: R,
    /// Cigarettes a day.
    pub cigarettes: R,
    /// Caffeine, mg a day.
    pub caffeine: R,
    /// Chronotype: how much later than most the person would sleep on free days, hours.
    pub chronotype: R,
    /// Attachment anxiety, a standard score.
    pub anxiety: R,
    /// Attachment avoidance, a standard score.
    pub avoidance: R,
    /// Social anxiety, a standard score.
    pub social_anxiety: R,
    /// Rumination, a standard score.
    pub rumination: R,
    /// Knowledge of the cycle of closeness and the low day after it, 0 to 1.
    pub knowledge: R,
    /// Kinds of ties: in how many kinds of relationship the person meets somebody at least once in two weeks.
    pub ties: R,
    /// 1 with high blood pressure that is not treated, otherwise 0.
    pub hypertension: R,
    /// 1 with irritable bowel in which diarrhoea prevails, otherwise 0.
    pub diarrhoea: R,
    /// 1 with irritable bowel in which constipation prevails, otherwise 0.
    pub constipation: R,
    /// 1 with irritable bowel of the mixed kind, otherwise 0.
    pub mixed_bowel: R,
    /// 1 with atopic eczema, otherwise 0.
    pub eczema: R,
    /// 1 with psoriasis, otherwise 0.
    pub psoriasis: R,
    /// 1 with acne, otherwise 0.
    pub acne: R,
}

impl<R: Real> Traits<R> {
    /// 1 with irritable bowel of any kind, otherwise 0.
    pub fn irritable_bowel(&self) -> R {
        (self.diarrhoea + self.constipation + self.mixed_bowel).clamp(0.0, 1.0)
    }
}
