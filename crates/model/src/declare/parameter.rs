//! Parameters: the constants of a process, each with its unit, bounds, spread between people, and source.

/// How far a number can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Read in the named source, as an abstract, a table or code.
    Read,
    /// Taken from a page about the source, not from the source.
    Secondary,
    /// Computed from numbers that were read.
    Derived,
    /// Fitted to the data named in the source.
    Fitted,
    /// Our guess. The source says what it rests on.
    Hypothesis,
}

impl Evidence {
    /// One word for tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Secondary => "secondary",
            Self::Derived => "derived",
            Self::Fitted => "fitted",
            Self::Hypothesis => "hypothesis",
        }
    }
}

/// How a parameter differs between people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// The same in everybody.
    Same,
    /// Normal, with this standard deviation in the parameter's unit.
    Normal(f64),
    /// Log-normal with the typical value as its median; this is the standard deviation of the logarithm.
    Lognormal(f64),
}

/// A constant of a process.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Unit; `1` for a pure number.
    pub unit: &'static str,
    /// Lowest value allowed. Draws are held to it.
    pub min: f64,
    /// The value of a typical person.
    pub typical: f64,
    /// Highest value allowed. Draws are held to it.
    pub max: f64,
    /// Spread between people.
    pub spread: Spread,
    /// How far to trust the typical value.
    pub evidence: Evidence,
    /// Where the number comes from, or what a hypothesis rests on.
    pub source: &'static str,
}

impl Parameter {
    /// The value of a person whose standard normal score on this parameter is `score`, held to the bounds.
    ///
    /// ```
    /// use consoma_model::declare::{Evidence, Parameter, Spread};
    /// let half_life = Parameter {
    ///     unit: "min", min: 1.0, typical: 4.0, max: 9.0, spread: Spread::Lognormal(0.5),
    ///     evidence: Evidence::Hypothesis, source: "an example",
    /// };
    /// assert_eq!(half_life.draw(0.0), 4.0);
    /// assert!((half_life.draw(1.0) - 4.0 * 0.5f64.exp()).abs() < 1e-12);
    /// assert_eq!(half_life.draw(5.0), 9.0);
    /// ```
    pub fn draw(&self, score: f64) -> f64 {
        use consoma_number::Real;
        let value = match self.spread {
            Spread::Same => self.typical,
            Spread::Normal(sd) => self.typical + sd * score,
            // The bound on the exponent keeps an absurd spread from making infinity times zero.
            Spread::Lognormal(sd) => self.typical * Real::exp(Real::clamp(sd * score, -50.0, 50.0)),
        };
        value.clamp(self.min, self.max)
    }
}
