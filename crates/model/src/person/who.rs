//! A person.

use super::{Conditions, Numbers, OutOfBounds, Stated, Style, Ties};

/// Sex, as far as the body's parameters follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

impl Sex {
    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
        }
    }
}

/// Hormonal contraception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contraception {
    /// None, or none that reaches the liver.
    None,
    /// A combined pill with ethinyl-oestradiol (15-35 ug).
    CombinedPill,
}

impl Contraception {
    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::CombinedPill => "combined pill",
        }
    }
}

/// Phase of the menstrual cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenstrualPhase {
    /// Not known, or no cycle: the parameters of the whole cycle's middle.
    Unknown,
    /// Before ovulation.
    Follicular,
    /// After ovulation.
    Luteal,
}

impl MenstrualPhase {
    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Follicular => "follicular",
            Self::Luteal => "luteal",
        }
    }
}

/// A person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Person {
    /// Age in years.
    pub age: f64,
    /// Sex.
    pub sex: Sex,
    /// Hormonal contraception.
    pub contraception: Contraception,
    /// Phase of the menstrual cycle.
    pub menstrual_phase: MenstrualPhase,
    /// Body-mass index, kg/m2.
    pub body_mass_index: f64,
    /// Cigarettes a day.
    pub cigarettes: f64,
    /// Caffeine, mg a day.
    pub caffeine: f64,
    /// Chronotype: how much later than most the person would sleep on free days, hours.
    pub chronotype: f64,
    /// Attachment anxiety, a standard score.
    pub anxiety: f64,
    /// Attachment avoidance, a standard score.
    pub avoidance: f64,
    /// Social anxiety, a standard score.
    pub social_anxiety: f64,
    /// Rumination, a standard score: how long the person goes over what happened.
    pub rumination: f64,
    /// Knowledge of the cycle of closeness and the low day after it, 0 to 1.
    pub knowledge: f64,
    /// People met at least once in two weeks, by kind.
    pub ties: Ties<u32>,
    /// Conditions.
    pub conditions: Conditions,
}

impl Default for Person {
    /// A man of typical traits, who takes neither cigarettes nor caffeine.
    fn default() -> Self {
        let usual = Numbers::typical();
        let Numbers { age, body_mass_index, chronotype, anxiety, avoidance, social_anxiety, .. } = usual;
        Self {
            age,
            sex: Sex::Male,
            contraception: Contraception::None,
            menstrual_phase: MenstrualPhase::Unknown,
            body_mass_index,
            cigarettes: 0.0,
            caffeine: 0.0,
            chronotype,
            anxiety,
            avoidance,
            social_anxiety,
            rumination: usual.rumination,
            knowledge: usual.knowledge,
            ties: Ties::default(),
            conditions: Conditions::default(),
        }
    }
}

impl Person {
    /// Whether the body is described for this person: the first thing that is wrong.
    ///
    /// # Errors
    ///
    /// A trait outside its bounds, or two that exclude each other.
    ///
    /// ```
    /// use consoma_model::person::Person;
    /// let child = Person { age: 9.0, ..Person::default() };
    /// assert_eq!(child.check().unwrap_err().why, "9 lies outside 18 to 90 years; the nearest allowed is 18");
    /// ```
    pub fn check(&self) -> Result<(), OutOfBounds> {
        Stated::from(self).problems().into_iter().next().map_or(Ok(()), Err)
    }

    /// The traits that are numbers.
    pub fn numbers(&self) -> Numbers<f64> {
        let Self { age, body_mass_index, cigarettes, caffeine, chronotype, .. } = *self;
        let Self { anxiety, avoidance, social_anxiety, rumination, knowledge, .. } = *self;
        Numbers {
            age,
            body_mass_index,
            cigarettes,
            caffeine,
            chronotype,
            anxiety,
            avoidance,
            social_anxiety,
            rumination,
            knowledge,
        }
    }

    /// The attachment style: the name of the region that the person's anxiety and avoidance lie in.
    pub fn style(&self) -> Style {
        Style::of(self.anxiety, self.avoidance)
    }
}
