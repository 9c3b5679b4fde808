//! A cold: what the nose of this person makes of a virus. Symptoms are the host's, not the virus's.
//!
//! ```text
//! r     = C exp(0.8 (z - 0.1 + Y))                               cytokines of the nose; 1 is where a cold begins
//! Y     = -0.22 w_ties D + 1.8 w_sensitivity [1 - G - 0.04]+ - 0.25 w_sleep T
//! score = 24 y / (7 + y),   y = r (1 + bounded(0.15 w_loneliness l, 0.9))      complaints of a day; 3 and more is a cold
//! risk  = infection lambda(Y - 0.1)
//! ```
//!
//! C innate answer, z how strongly this person's nose answers, a standard score: in somebody who is infected, it and Y decide whether he falls ill. D kinds of ties beyond those of
//! most people, G sensitivity of immune cells to cortisol: where cortisol is not heard, cytokines are not restrained. T hours slept beyond the usual, l lasting
//! loneliness against the usual, which is felt and adds no cytokines. Y is 0 in a person who lives as usual with the ties of most. Infection and lambda as in
//! [`exposure`]; the risk is the share of people with these states who fall ill after 200 TCID50.
//! Left out: fever, cough that stays for weeks, what the messengers of the nose do to the brain.

use crate::body::immune::exposure::{self, Blood};
use crate::body::immune::virus;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::bounded;
use crate::table;
use consoma_number::Real;

table! {
    /// Algebraic quantities.
    Reading of Quantity in "cold" {
        /// Cytokines of the nose, relative to those at which a cold begins
        cytokines: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 1e5), normal: None, measured_by: "interleukins in nasal lining fluid" },
        /// Cold complaints of a day
        score: Quantity { system: System::Immune, principal: true, unit: "1", possible: (0.0, 24.0), normal: Some((0.0, 2.0)), measured_by: "eight complaints, 0 to 3 each; 3 and more is a cold" },
        /// Share of people like this one who fall ill after 200 TCID50
        risk: Quantity { system: System::Immune, principal: true, unit: "1", possible: (0.0, 1.0), normal: Some((0.25, 0.6)), measured_by: "viral challenge in quarantine" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "cold" {
        /// How strongly the person's nose answers, a standard score
        severity: Parameter {
            unit: "SD", min: -4.0, typical: 0.0, max: 4.0, spread: Spread::Normal(1.0),
            evidence: Evidence::Derived, source: "a standard score",
        },
        /// Standard deviation between people of the logarithm of the cytokines
        breadth: Parameter {
            unit: "1", min: 0.2, typical: 0.8, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "scores of the infected reach from none to the worst; guessed",
        },
        /// Standard score of the severity from which on the infected fall ill
        ill: Parameter {
            unit: "SD", min: -2.0, typical: 0.1, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "colds 27 to 47 % where 74 to 90 % were infected (Cohen 1991): 46 % of the infected",
        },
        /// Severity lost per kind of tie
        ties: Parameter {
            unit: "SD", min: 0.0, typical: 0.22, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "adjusted risk 4.2 of 1-3 kinds against 6 or more, taken as odds between 2 and 5.5 of the kinds counted here (Cohen 1997); about half of it by illness, as less mucus is made: guessed",
        },
        /// Severity where all sensitivity to cortisol is lost
        sensitivity: Parameter {
            unit: "SD", min: 0.0, typical: 1.8, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "36 and 52 % of the infected ill from the lowest to the highest strain (Cohen 1991), taken as a quarter of the sensitivity, of which 0.04 does no harm",
        },
        /// Severity lost per hour of sleep
        sleep: Parameter {
            unit: "SD/h", min: 0.0, typical: 0.25, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "sleep is the strongest lever; as for infection, guessed",
        },
        /// Complaints more per unit of lasting loneliness
        loneliness: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 0.3, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the lonely complain more of the same cold; size guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "cold" {
        /// Virus calls the nose to answer
        virus: Arrow {
            from: "virus.innate", to: "cold.cytokines", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &["own severity"], grade: Grade::Strong, evidence: Evidence::Derived, source: "complaints follow the virus by hours (Harris and Gwaltney 1996)",
        },
        /// Kinds of ties keep it mild
        ties: Arrow {
            from: "diversity.ties", to: "cold.cytokines", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Derived, source: "less mucus with more kinds of ties (Cohen 1997)",
        },
        /// What is deaf to cortisol is not restrained
        sensitivity: Arrow {
            from: "receptors.sensitivity", to: "cold.cytokines", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Derived, source: "who had lost sensitivity to cortisol fell ill more often and made more cytokines (Cohen 2012)",
        },
        /// Sleep keeps it mild
        sleep: Arrow {
            from: "restedness.hours", to: "cold.cytokines", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "direction as published; size guessed",
        },
        /// The lonely feel it more
        loneliness: Arrow {
            from: "loneliness.lasting", to: "cold.score", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "loneliness alters symptoms, not infection",
        },
    }
}

/// Highest score.
const WORST: f64 = 24.0;
/// Cytokines at half of the highest score, so that 3 points begin where they are 1.
const HALF: f64 = 7.0;

/// What the nose reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// The blood.
    pub blood: &'a Blood<R>,
    /// Kinds of ties beyond those of most people.
    pub ties: R,
    /// Hours slept beyond the usual.
    pub hours: R,
    /// Lasting loneliness against the person's usual.
    pub lonely: R,
    /// Share of people like this one whom the dose would infect.
    pub infection: R,
}

/// The readings above.
#[inline(always)]
pub fn reading<R: Real>(x: &virus::State<R>, read: &Read<'_, R>, p: &Parameters<R>, w: &Arrows<R>) -> Reading<R> {
    let states = (w.sensitivity * p.sensitivity * read.blood.deaf
        - w.ties * p.ties * read.ties
        - w.sleep * p.sleep * read.hours)
        .clamp(-5.0, 5.0);
    let cytokines = w.virus * x.innate.positive() * (p.breadth * (p.severity - p.ill + states)).exp();
    let felt = cytokines * (bounded(w.loneliness * p.loneliness * read.lonely, 0.9) + 1.0);
    Reading { cytokines, score: felt * WORST / (felt + HALF), risk: read.infection * exposure::below(states - p.ill) }
}

#[cfg(test)]
mod tests {
    use super::{Arrows, Parameters, Read, reading};
    use crate::body::immune::exposure::{self, Blood};
    use crate::body::immune::virus;
    use crate::declare::{Reading, Table};

    fn typical<T: Table<f64>>(rows: impl Iterator<Item = crate::declare::Parameter>) -> T {
        Table::read(&mut rows.map(|it| it.typical)).unwrap()
    }

    /// Cytokines, score and risk of a person with this answer of the nose.
    fn of(innate: f64, severity: f64, read: &Read<'_, f64>, which: Reading) -> super::Reading<f64> {
        let p: Parameters<f64> = typical(Parameters::ROWS.iter().map(|row| row.declared));
        let w: Arrows<f64> =
            Table::read(&mut Arrows::ROWS.iter().map(|row| row.declared.strength(which).value)).unwrap();
        let x = virus::State { susceptible: 1.0, eclipse: 0.0, productive: 0.0, innate };
        reading(&x, read, &Parameters { severity, ..p }, &w)
    }

    const USUAL: Blood<f64> = Blood { deaf: 0.0, function: 1.0, strain: 0.0 };

    fn read(blood: &Blood<f64>) -> Read<'_, f64> {
        Read { blood, ties: 0.0, hours: 0.0, lonely: 0.0, infection: 0.81 }
    }

    #[test]
    fn two_fifths_fall_ill_and_nobody_without_a_virus() {
        let it = of(0.0, 0.0, &read(&USUAL), Reading::Measured);
        assert_eq!((it.cytokines, it.score), (0.0, 0.0));
        assert!((0.35..0.40).contains(&it.risk), "{}", it.risk);
        let worst = |severity| of(0.97, severity, &read(&USUAL), Reading::Measured).score;
        assert!(worst(0.0) < 3.0 && worst(0.2) > 3.0 && worst(4.0) < 24.0);
    }

    #[test]
    fn odds_by_ties_are_as_published() {
        let odds = |beyond: f64| {
            // Ties act on infection too.
            let infection = exposure::below(0.879 + 0.2 * -beyond);
            let it = of(0.0, 0.0, &Read { ties: beyond, infection, ..read(&USUAL) }, Reading::Measured).risk;
            it / (1.0 - it)
        };
        let ratio = odds(-3.0) / odds(0.5);
        assert!((ratio - 4.2).abs() < 0.6, "{ratio}");
    }

    #[test]
    fn loneliness_is_felt_and_adds_no_risk() {
        let lonely = Read { lonely: 1.0, ..read(&USUAL) };
        let (with, without) =
            (of(0.9, 0.0, &lonely, Reading::Measured), of(0.9, 0.0, &read(&USUAL), Reading::Measured));
        assert!(with.score > 1.05 * without.score);
        assert_eq!((with.cytokines, with.risk), (without.cytokines, without.risk));
    }

    #[test]
    fn what_is_deaf_to_cortisol_makes_ill() {
        let deaf = Blood { deaf: 0.21, ..USUAL };
        let (with, without) = (of(0.9, 0.0, &read(&deaf), Reading::Null), of(0.9, 0.0, &read(&USUAL), Reading::Null));
        assert!(with.cytokines > 1.2 * without.cytokines && with.risk > 1.1 * without.risk);
    }
}
