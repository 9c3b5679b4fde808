//! The four attachment styles, as names for regions of anxiety and avoidance (K. Bartholomew and L. M. Horowitz, Journal of
//! Personality and Social Psychology 61 (1991) 226-244). The equations know the two traits alone.

/// A region of attachment anxiety and avoidance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Neither above the average.
    Secure,
    /// Anxiety above the average; also called preoccupied.
    Anxious,
    /// Avoidance above the average; also called dismissing.
    Avoidant,
    /// Both above the average.
    Fearful,
}

impl Style {
    /// All styles.
    pub const ALL: [Self; 4] = [Self::Secure, Self::Anxious, Self::Avoidant, Self::Fearful];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Secure => "secure",
            Self::Anxious => "anxious",
            Self::Avoidant => "avoidant",
            Self::Fearful => "fearful",
        }
    }

    /// The region in words.
    pub const fn region(self) -> &'static str {
        match self {
            Self::Secure => "anxiety and avoidance of 0 or less",
            Self::Anxious => "anxiety above 0, avoidance of 0 or less",
            Self::Avoidant => "anxiety of 0 or less, avoidance above 0",
            Self::Fearful => "anxiety and avoidance above 0",
        }
    }

    /// The region of these scores. The average person is secure.
    ///
    /// ```
    /// use consoma_model::person::Style;
    /// assert_eq!(Style::of(0.0, 0.0), Style::Secure);
    /// assert_eq!(Style::of(1.0, -0.4), Style::Anxious);
    /// ```
    pub fn of(anxiety: f64, avoidance: f64) -> Self {
        match (anxiety > 0.0, avoidance > 0.0) {
            (false, false) => Self::Secure,
            (true, false) => Self::Anxious,
            (false, true) => Self::Avoidant,
            (true, true) => Self::Fearful,
        }
    }

    /// Anxiety and avoidance of somebody of whom no more is known: about the middle of those of the region. A hypothesis.
    pub const fn point(self) -> (f64, f64) {
        match self {
            Self::Secure => (-0.8, -0.8),
            Self::Anxious => (1.0, -0.4),
            Self::Avoidant => (-0.4, 1.0),
            Self::Fearful => (1.0, 1.0),
        }
    }
}
