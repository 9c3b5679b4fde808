//! Traits that are numbers: unit, bounds, spread and source of each, declared once.

use crate::declare::{Evidence, Parameter, Spread, Table};
use crate::table;

/// A standard score: mean 0 and deviation 1 among adults by definition. 997 of 1,000 people lie inside the bounds.
const SCORE: Parameter = Parameter {
    unit: "1",
    min: -3.0,
    typical: 0.0,
    max: 3.0,
    spread: Spread::Normal(1.0),
    evidence: Evidence::Derived,
    source: "a standard score: deviation 1 by definition",
};

table! {
    /// Traits that are numbers. The typical value of cigarettes and of caffeine is that of people who take any.
    Numbers of Parameter in "person" {
        /// Age
        // Children's hormones follow other laws; above 90 there is no data.
        age: Parameter {
            unit: "years",
            min: 18.0,
            typical: 30.0,
            max: 90.0,
            spread: Spread::Lognormal(0.36),
            evidence: Evidence::Derived,
            source: "as adults take part in studies: mean 33.1, SD 11.6, 18 to 74 (Read 2018, 10.1371/journal.pone.0207514)",
        },
        /// Body-mass index
        body_mass_index: Parameter {
            unit: "kg/m2",
            min: 15.0,
            typical: 25.0,
            max: 50.0,
            spread: Spread::Lognormal(0.17),
            evidence: Evidence::Hypothesis,
            source: "between lean volunteers (24.1, Van Cauter 2000) and the United States (28.7, Plurphanswat 2014)",
        },
        /// Cigarettes; the typical value is that of smokers
        cigarettes: Parameter {
            unit: "1/day",
            min: 0.0,
            typical: 14.0,
            max: 80.0,
            spread: Spread::Lognormal(0.55),
            evidence: Evidence::Derived,
            source: "half of smokers below 15, one in six from 25 (Plurphanswat 2014, 10.1186/s40608-014-0018-0)",
        },
        /// Caffeine; the typical value is that of people who take any
        caffeine: Parameter {
            unit: "mg/day",
            min: 0.0,
            typical: 160.0,
            max: 2000.0,
            spread: Spread::Lognormal(0.73),
            evidence: Evidence::Derived,
            source: "consumers: mean 211 (Fulgoni 2015, 10.3945/ajcn.113.080077), 90th percentile 414 (Fulgoni 2011)",
        },
        /// Chronotype: how much later than most the person would sleep on free days
        chronotype: Parameter {
            unit: "h",
            min: -6.0,
            typical: 0.0,
            max: 6.0,
            spread: Spread::Normal(1.3),
            evidence: Evidence::Secondary,
            source: "distribution of the Munich questionnaire as a page shows it; near normal (Fischer 2017, \
                     10.1371/journal.pone.0178782)",
        },
        /// Attachment anxiety
        anxiety: SCORE,
        /// Attachment avoidance
        avoidance: SCORE,
        /// Social anxiety
        social_anxiety: SCORE,
        /// Rumination: how long the person goes over what happened
        rumination: SCORE,
        /// Knowledge of the cycle: to know that a low day after much closeness is common and passes
        knowledge: Parameter {
            unit: "1",
            min: 0.0,
            typical: 0.0,
            max: 1.0,
            spread: Spread::Same,
            evidence: Evidence::Derived,
            source: "0 knows nothing of it, 1 all: a scale by definition",
        },
    }
}

impl Numbers<f64> {
    /// The typical values.
    pub(super) fn typical() -> Self {
        let mut values = Numbers::ROWS.iter().map(|row| row.declared.typical);
        Table::read(&mut values).expect("a value of each row")
    }
}

/// The standard score of a value: what [`Parameter::draw`] would draw it from. Infinite where no score gives the value.
pub(super) fn score(row: &Parameter, value: f64) -> f64 {
    use consoma_number::Real;
    match row.spread {
        Spread::Normal(sd) => (value - row.typical) / sd,
        Spread::Lognormal(_) if value <= 0.0 => f64::NEG_INFINITY,
        Spread::Lognormal(sd) => Real::ln(value / row.typical) / sd,
        Spread::Same => 0.0,
    }
}
