//! Conditions: what a person may live with. Only those whose system the body has. How common each is stands in
//! [`Shares`].

use super::Shares;

/// A condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// High blood pressure that is not treated.
    Hypertension,
    /// Irritable bowel in which diarrhoea prevails.
    Diarrhoea,
    /// Irritable bowel in which constipation prevails.
    Constipation,
    /// Irritable bowel of the mixed kind.
    MixedBowel,
    /// Atopic eczema.
    Eczema,
    /// Psoriasis.
    Psoriasis,
    /// Acne.
    Acne,
}

impl Condition {
    /// All conditions.
    pub const ALL: [Self; 7] = [
        Self::Hypertension,
        Self::Diarrhoea,
        Self::Constipation,
        Self::MixedBowel,
        Self::Eczema,
        Self::Psoriasis,
        Self::Acne,
    ];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hypertension => "hypertension",
            Self::Diarrhoea => "ibs_diarrhoea",
            Self::Constipation => "ibs_constipation",
            Self::MixedBowel => "ibs_mixed",
            Self::Eczema => "eczema",
            Self::Psoriasis => "psoriasis",
            Self::Acne => "acne",
        }
    }

    /// The condition of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|condition| condition.name() == name)
    }

    /// What stands for this condition in a table of shares.
    pub(super) fn of<R: Copy>(self, shares: &Shares<R>) -> R {
        match self {
            Self::Hypertension => shares.hypertension,
            Self::Diarrhoea => shares.bowel_diarrhoea,
            Self::Constipation => shares.bowel_constipation,
            Self::MixedBowel => shares.bowel_mixed,
            Self::Eczema => shares.eczema,
            Self::Psoriasis => shares.psoriasis,
            Self::Acne => shares.acne,
        }
    }

    /// Whether it is a kind of irritable bowel. Nobody has two of them.
    pub const fn bowel(self) -> bool {
        matches!(self, Self::Diarrhoea | Self::Constipation | Self::MixedBowel)
    }

    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// The conditions of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Conditions(u32);

impl Conditions {
    /// Whether the person has this one.
    ///
    /// ```
    /// use consoma_model::person::{Condition, Conditions};
    /// let some: Conditions = [Condition::Hypertension].into_iter().collect();
    /// assert!(some.has(Condition::Hypertension));
    /// assert!(!Conditions::default().has(Condition::Hypertension));
    /// ```
    pub const fn has(self, condition: Condition) -> bool {
        self.0 & condition.bit() != 0
    }

    /// Those whose share says so; of the kinds of irritable bowel the first.
    pub(super) fn drawn(has: &Shares<bool>) -> Self {
        let mut bowel = false;
        let kept = |it: &Condition| it.of(has) && !(it.bowel() && std::mem::replace(&mut bowel, true));
        Condition::ALL.into_iter().filter(kept).collect()
    }

    /// These, in order.
    pub fn iter(self) -> impl Iterator<Item = Condition> {
        Condition::ALL.into_iter().filter(move |condition| self.has(*condition))
    }
}

impl FromIterator<Condition> for Conditions {
    fn from_iter<I: IntoIterator<Item = Condition>>(conditions: I) -> Self {
        Self(conditions.into_iter().fold(0, |bits, condition| bits | condition.bit()))
    }
}
