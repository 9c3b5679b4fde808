//! Arrows: the couplings between two processes, each with a strength under each reading.

use super::Evidence;

/// Which column of strengths a run uses. A reading is a column of numbers, never a branch in an equation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reading {
    /// The popular account taken at its word.
    Told,
    /// Strengths as the literature supports them.
    Measured,
    /// Arrows from encounters, partners and their memory are off.
    Null,
}

impl Reading {
    /// All readings, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Told, Self::Measured, Self::Null];

    /// The name in files and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::Measured => "measured",
            Self::Null => "null",
        }
    }

    /// The reading of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reading| reading.name() == name)
    }
}

/// A strength and its uncertainty (one standard deviation), both in the arrow's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strength {
    /// The value that a run uses.
    pub value: f64,
    /// Standard deviation of what is known of it.
    pub sd: f64,
}

/// How well the literature supports an arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Replicated, or a matter of anatomy.
    Strong,
    /// Several studies, some doubt.
    Moderate,
    /// One study, or indirect.
    Weak,
    /// Studies disagree.
    Mixed,
    /// Studies speak against it.
    Contradicted,
    /// Nobody has looked.
    None,
}

impl Grade {
    /// One word for tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Moderate => "moderate",
            Self::Weak => "weak",
            Self::Mixed => "mixed",
            Self::Contradicted => "contradicted",
            Self::None => "none",
        }
    }
}

/// A coupling from one process to another.
#[derive(Clone, Copy, Debug)]
pub struct Arrow {
    /// Id of the quantity or input where it starts.
    pub from: &'static str,
    /// Id of the quantity where it ends.
    pub to: &'static str,
    /// Unit of the strength; `1` for a factor on the term printed beside the equation.
    pub unit: &'static str,
    /// Strength under `told`.
    pub told: Strength,
    /// Strength under `measured`.
    pub measured: Strength,
    /// Strength under `null`.
    pub null: Strength,
    /// What makes it stronger or weaker in a person.
    pub moderators: &'static [&'static str],
    /// How well the literature supports it.
    pub grade: Grade,
    /// Where the strengths come from.
    pub evidence: Evidence,
    /// Source, or what a hypothesis rests on.
    pub source: &'static str,
}

/// How many times the largest declared strength an override may be.
const STRONGEST: f64 = 5.0;

impl Arrow {
    /// Strengths that a scenario may set: from 0, which switches the arrow off, to five times the largest that is declared. The
    /// sign of an arrow is part of its equation.
    pub fn allowed(&self) -> (f64, f64) {
        let largest = f64::max(f64::max(self.told.value, self.measured.value), self.null.value);
        (0.0, STRONGEST * largest)
    }

    /// The strength under a reading.
    pub const fn strength(&self, reading: Reading) -> Strength {
        match reading {
            Reading::Told => self.told,
            Reading::Measured => self.measured,
            Reading::Null => self.null,
        }
    }
}

/// A strength with its standard deviation.
pub(crate) const fn strength(value: f64, sd: f64) -> Strength {
    Strength { value, sd }
}
