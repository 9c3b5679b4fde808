//! Ties by kind: people met at least once in two weeks.

use super::Shares;
use crate::declare::{Evidence, Parameter, Row, Spread, Table};
use crate::table;

const fn met(typical: f64, max: f64, spread: f64) -> Parameter {
    Parameter {
        unit: "people",
        min: 0.0,
        typical,
        max,
        spread: Spread::Lognormal(spread),
        evidence: Evidence::Hypothesis,
        source: "a network of ten to twenty people met within two weeks",
    }
}

table! {
    /// People met at least once in two weeks, by kind. The typical number is that of people who meet any of the kind.
    Ties of Parameter in "ties" {
        /// Partner
        partner: met(1.0, 5.0, 0.05),
        /// Family
        family: met(3.0, 50.0, 0.6),
        /// Friends
        friends: met(4.0, 50.0, 0.6),
        /// Colleagues, or people of a school
        colleagues: met(5.0, 200.0, 0.7),
        /// Neighbours
        neighbours: met(2.0, 100.0, 0.6),
        /// People of a club, a congregation or another group
        groups: met(4.0, 100.0, 0.8),
    }
}

impl Ties<u32> {
    /// In how many kinds of relationship somebody is met at least once in two weeks.
    pub fn kinds(&self) -> u32 {
        let mut kinds = 0;
        self.write(&mut |count| kinds += u32::from(count > 0));
        kinds
    }
}

impl Default for Ties<u32> {
    /// Of each kind that most people meet, the typical number.
    fn default() -> Self {
        let usual = |(row, share): (&Row<Parameter>, &Row<Parameter>)| {
            if share.declared.typical > 0.5 { row.declared.typical as u32 } else { 0 }
        };
        let all = Table::read(&mut Shares::ROWS.iter()).expect("a row of each share");
        let mut shares = Vec::new();
        of_shares::<&Row<Parameter>>(&all).write(&mut |row| shares.push(row));
        let mut counts = Ties::ROWS.iter().zip(shares).map(usual);
        Table::read(&mut counts).expect("a number of each kind")
    }
}

/// What stands for meeting any of a kind in a table of shares.
pub(super) fn of_shares<R: Copy>(shares: &Shares<R>) -> Ties<R> {
    let Shares { partner, family, friends, colleagues, neighbours, groups, .. } = *shares;
    Ties { partner, family, friends, colleagues, neighbours, groups }
}
