//! Priming: white cells that were made in lonely or threatening weeks answer more readily.
//!
//! ```text
//! P' = (1 + w_loneliness 0.25 [L]+ + w_threat 1.5 Th - P) / 10 d
//! primed = tanh(P - 1)
//! ```
//!
//! L lasting loneliness against the person's usual, Th threat. P is 1 where a person lives as usual. Advanced once a day, as
//! [`receptors`](super::receptors) are: with c the integral of what drives it, P(t) = 1 + (P - 1) exp(-t / tau) + (c / tau) phi(-t / tau).
//! Left out: which genes, and that the marrow needs days to make the cells.

use crate::appraisal::threat;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::Change;
use crate::table;
use consoma_number::{Real, phi1};

table! {
    /// Integrals since midnight.
    Tally of Quantity in "priming" {
        /// What primes, since midnight
        drive: Quantity { system: System::Immune, principal: false, unit: "min", possible: (0.0, 1e7), normal: None, measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Slow states.
    Slow of Quantity in "priming" {
        /// Readiness of white cells to inflame, relative to the person's usual
        level: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.9, 200.0), normal: Some((1.0, 1.2)), measured_by: "expression of inflammatory genes in white cells" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "priming" {
        /// Priming per unit of lasting loneliness
        loneliness: Parameter {
            unit: "1", min: 0.0, typical: 0.25, max: 2.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "from a prototype; spread guessed",
        },
        /// Priming per unit of threat
        threat: Parameter {
            unit: "1", min: 0.0, typical: 1.5, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Time constant
        tau: Parameter {
            unit: "d", min: 3.0, typical: 10.0, max: 60.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "about as long as such cells live; from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "priming" {
        /// Loneliness primes
        loneliness: Arrow {
            from: "loneliness.lasting", to: "priming.level", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.5, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "the lonelier, the more cytokines stimulated cells make after a stressor (Jaremka 2013b); size from a prototype",
        },
        /// Threat primes
        threat: Arrow {
            from: "threat.felt", to: "priming.level", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "sympathetic nerves in the marrow, in animals; size from a prototype",
        },
    }
}

#[inline(always)]
fn drive<R: Real>(threat: &threat::State<R>, lonely: R, p: &Parameters<R>, w: &Arrows<R>) -> R {
    w.loneliness * p.loneliness * lonely.positive() + w.threat * p.threat * threat.felt
}

/// What the day adds to the integral; `lonely` is lasting loneliness against the person's usual.
#[inline(always)]
pub fn tally<R: Real>(threat: &threat::State<R>, lonely: R, p: &Parameters<R>, w: &Arrows<R>) -> Tally<Change<R>> {
    Tally { drive: Change::integral(drive(threat, lonely, p, w)) }
}

/// Priming above the usual, as inflammation reads it: between 0 and 1.
#[inline(always)]
pub fn above_usual<R: Real>(x: &Slow<R>) -> R {
    (x.level - 1.0).tanh()
}

/// Priming after `minutes` of a day that began with `x`.
#[inline(always)]
pub fn after<R: Real>(x: &Slow<R>, tally: &Tally<R>, minutes: R, p: &Parameters<R>) -> Slow<R> {
    let rate = R::constant(1.0) / (p.tau * 1440.0);
    let passed = rate * minutes;
    Slow { level: (x.level - 1.0) * (-passed).exp() + tally.drive * rate * phi1(-passed) + 1.0 }
}

/// The same as a derivative per minute, for a solver that does not split off the slow states.
#[inline(always)]
pub fn slope<R: Real>(x: &Slow<R>, threat: &threat::State<R>, lonely: R, p: &Parameters<R>, w: &Arrows<R>) -> Slow<R> {
    Slow { level: (drive(threat, lonely, p, w) - x.level + 1.0) / (p.tau * 1440.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declare::{Reading, Table};

    #[test]
    fn a_day_advances_as_the_slope_says_and_ten_days_prime() {
        let p: Parameters<f64> =
            Table::read(&mut Parameters::ROWS.iter().map(|row| row.declared.typical)).expect("all");
        let strengths = Arrows::ROWS.iter().map(|row| row.declared.strength(Reading::Told).value);
        let w: Arrows<f64> = Table::read(&mut strengths.clone()).expect("all");
        let threat = threat::State { felt: 0.02, trace: 0.0, exposure: 0.0 };
        let lonely = 0.8;
        let mut stepped = Slow { level: 1.0 };
        let mut whole = stepped;
        let mut first = 0.0;
        for day in 0..60 {
            for _ in 0..1440 {
                stepped.level += slope(&stepped, &threat, lonely, &p, &w).level;
            }
            let tally = Tally { drive: 1440.0 * super::tally(&threat, lonely, &p, &w).drive.slope };
            whole = after(&whole, &tally, 1440.0, &p);
            assert!((stepped.level - whole.level).abs() < 1e-4, "{stepped:?} {whole:?}");
            if day == 9 {
                first = whole.level - 1.0;
            }
        }
        let last = whole.level - 1.0;
        assert!((last - (0.25 * lonely + 1.5 * 0.02)).abs() < 0.01 && (0.55..0.7).contains(&(first / last)));
        // Company beyond the usual does not prime.
        assert!(super::tally(&threat, -3.0, &p, &w).drive.slope < super::tally(&threat, 0.1, &p, &w).drive.slope);
        assert!(above_usual(&Slow { level: 200.0 }) <= 1.0 && above_usual(&Slow { level: 1.0 }) == 0.0);
    }
}
