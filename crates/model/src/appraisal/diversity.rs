//! Diversity of ties: in how many kinds of relationship a person meets somebody, against most people.
//!
//! ```text
//! D = ties - 5
//! ```
//!
//! It counts kinds, not people: partner, family, friends, colleagues, neighbours, groups. What it does to the body are arrows of the processes that read it.
//! Left out: that ties are lost and found in the course of a life.

use crate::declare::{Evidence, Parameter, Quantity, Spread, System};
use crate::person::Traits;
use crate::table;
use consoma_number::Real;

table! {
    /// Algebraic quantities.
    Reading of Quantity in "diversity" {
        /// Kinds of ties beyond those of most people
        ties: Quantity { system: System::Appraisal, principal: false, unit: "1", possible: (-6.0, 6.0), normal: Some((-3.0, 1.0)), measured_by: "social network index" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "diversity" {
        /// Kinds of ties of most people
        usual: Parameter {
            unit: "1", min: 1.0, typical: 5.0, max: 6.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "kinds that more than half of people meet, of the six that are counted",
        },
        /// Kinds of ties beyond those
        beyond: Parameter {
            unit: "1", min: -6.0, typical: 0.0, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "of the person's ties",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { beyond: (p.beyond + who.ties - p.usual).clamp(-6.0, 6.0), ..p }
}

/// The reading above.
#[inline(always)]
pub fn reading<R: Real>(p: &Parameters<R>) -> Reading<R> {
    Reading { ties: p.beyond }
}

#[cfg(test)]
mod tests {
    use super::{Parameters, individual, reading};
    use crate::declare::Table;
    use crate::person::{Person, Traits};

    #[test]
    fn most_people_have_what_most_people_have() {
        let mut typical = Parameters::ROWS.iter().map(|row| row.declared.typical);
        let p: Parameters<f64> = Table::read(&mut typical).unwrap();
        let who = Person::default().traits();
        assert_eq!(reading(&individual(p, &who)).ties, 0.0);
        assert_eq!(reading(&individual(p, &Traits { ties: 2.0, ..who })).ties, -3.0);
    }
}
