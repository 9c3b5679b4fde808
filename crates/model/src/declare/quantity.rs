//! Quantities: what the body has, in the units that laboratories use; and inputs: what happens to it.

/// The systems of a person, in the order in which results show them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum System {
    /// How what happens is felt.
    Appraisal,
    /// Hormones.
    Hormones,
    /// Sleep and the body's clock.
    Sleep,
    /// Stomach and bowel.
    Gut,
    /// Heart, vessels and their nerves.
    Heart,
    /// Skin.
    Skin,
    /// Blood cells and messengers that defend the body.
    Immune,
    /// Pain.
    Pain,
    /// Mood.
    Mood,
}

impl System {
    /// All systems, in order.
    pub const ALL: [Self; 9] = [
        Self::Appraisal,
        Self::Hormones,
        Self::Sleep,
        Self::Gut,
        Self::Heart,
        Self::Skin,
        Self::Immune,
        Self::Pain,
        Self::Mood,
    ];

    /// The name in tables and pages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Appraisal => "feeling",
            Self::Hormones => "hormones",
            Self::Sleep => "sleep",
            Self::Gut => "gut",
            Self::Heart => "heart",
            Self::Skin => "skin",
            Self::Immune => "immune",
            Self::Pain => "pain",
            Self::Mood => "mood",
        }
    }
}

/// Something that the body has and that a run can show.
#[derive(Clone, Copy, Debug)]
pub struct Quantity {
    /// The system that it belongs to.
    pub system: System,
    /// Whether it is one of the few by which people know the system: short tables show these.
    pub principal: bool,
    /// Unit as a laboratory writes it; `1` for a pure number.
    pub unit: &'static str,
    /// Lowest and highest value that is possible at all.
    pub possible: (f64, f64),
    /// Range seen in healthy adults at rest, where one is known.
    pub normal: Option<(f64, f64)>,
    /// What measures it, or that nothing does.
    pub measured_by: &'static str,
}

/// Something that a schedule does to the body, constant between two edges.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// Unit; `1` for a pure number.
    pub unit: &'static str,
    /// Lowest and highest value allowed.
    pub allowed: (f64, f64),
    /// The value when nothing happens.
    pub rest: f64,
}
