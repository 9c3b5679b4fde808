//! Who: the traits of a person that change parameters of the body.

use consoma_number::Real;

/// Sex, as far as the body's parameters follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// Hormonal contraception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contraception {
    /// None, or none that reaches the liver.
    None,
    /// A combined pill with ethinyl-oestradiol (15-35 ug).
    CombinedPill,
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
    /// Attachment anxiety, a standard score.
    pub anxiety: f64,
    /// Attachment avoidance, a standard score.
    pub avoidance: f64,
}

/// Ages that the body is described for, in years. Children's hormones follow other laws; above 90 there is no data.
pub const AGE: (f64, f64) = (18.0, 90.0);
/// Attachment scores that the body is described for: standard scores, of which 999 in 1,000 people lie inside.
pub const ATTACHMENT: (f64, f64) = (-3.0, 3.0);

/// A person whom the body is not described for: which trait, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct OutOfBounds {
    /// The trait, as files name it.
    pub what: &'static str,
    /// What is wrong, what is allowed, and the nearest value that is.
    pub why: String,
}

impl Default for Person {
    /// Thirty years old, male, average attachment.
    fn default() -> Self {
        Self {
            age: 30.0,
            sex: Sex::Male,
            contraception: Contraception::None,
            menstrual_phase: MenstrualPhase::Unknown,
            anxiety: 0.0,
            avoidance: 0.0,
        }
    }
}

impl Person {
    /// Whether the body is described for this person.
    ///
    /// ```
    /// use consoma_model::person::Person;
    /// let child = Person { age: 9.0, ..Person::default() };
    /// assert_eq!(child.check().unwrap_err().why, "9 lies outside 18 to 90 years; the nearest allowed is 18");
    /// ```
    pub fn check(&self) -> Result<(), OutOfBounds> {
        inside("age", self.age, AGE, " years")?;
        inside("anxiety", self.anxiety, ATTACHMENT, "")?;
        inside("avoidance", self.avoidance, ATTACHMENT, "")?;
        if self.sex == Sex::Male && self.contraception != Contraception::None {
            return Err(OutOfBounds { what: "contraception", why: "a man takes none; write \"none\"".into() });
        }
        if self.menstrual_phase != MenstrualPhase::Unknown {
            let why = if self.sex == Sex::Male {
                "a man has no menstrual phase; leave it out"
            } else if self.contraception != Contraception::None {
                "a combined pill leaves no menstrual phase; leave one of the two out"
            } else {
                return Ok(());
            };
            return Err(OutOfBounds { what: "menstrual_phase", why: why.into() });
        }
        Ok(())
    }

    /// The traits as numbers, for the equations that make a person's own parameters.
    pub fn traits<R: Real>(&self) -> Traits<R> {
        let number = R::constant;
        Traits {
            age: number(self.age),
            decades_above_50: number(f64::max(self.age - 50.0, 0.0) / 10.0),
            female: number(f64::from(u8::from(self.sex == Sex::Female))),
            pill: number(f64::from(u8::from(self.contraception == Contraception::CombinedPill))),
            luteal: number(match self.menstrual_phase {
                MenstrualPhase::Unknown => 0.0,
                MenstrualPhase::Follicular => -0.5,
                MenstrualPhase::Luteal => 0.5,
            }),
            body_mass_index: number(25.0),
            cigarettes: number(0.0),
            caffeine: number(0.0),
            chronotype: number(0.0),
            anxiety: number(self.anxiety),
            avoidance: number(self.avoidance),
            social_anxiety: number(0.0),
            ties: number(5.0),
            hypertension: number(0.0),
        }
    }
}

fn inside(what: &'static str, value: f64, (low, high): (f64, f64), unit: &str) -> Result<(), OutOfBounds> {
    if value >= low && value <= high {
        return Ok(());
    }
    let why = if value.is_finite() {
        format!("{value} lies outside {low} to {high}{unit}; the nearest allowed is {}", value.clamp(low, high))
    } else {
        format!("{value} is not a number from {low} to {high}{unit}")
    };
    Err(OutOfBounds { what, why })
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
    /// Kinds of ties: in how many kinds of relationship the person meets somebody at least once in two weeks.
    pub ties: R,
    /// 1 with high blood pressure that is not treated, otherwise 0.
    pub hypertension: R,
}
