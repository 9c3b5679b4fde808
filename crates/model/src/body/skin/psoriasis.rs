//! Psoriasis: its severity over weeks.
//!
//! ```text
//! PASI' = (usual exp(bounded(w_strain 0.2 S - w_glow 0.3 g, 0.6)) - PASI) / 45 d
//! ```
//!
//! S chronic strain, g afterglow. One encounter moves it by nothing that a clinic could see. See [`lesions`] for how it is advanced.
//! Left out: light and other treatment, joints, infections that set it off.

use crate::body::skin::lesions;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::person::Traits;
use crate::table;
use consoma_number::Real;

table! {
    /// Slow states.
    Slow of Quantity in "psoriasis" {
        /// Severity of psoriasis
        score: Quantity { system: System::Skin, principal: false, unit: "PASI", possible: (0.0, 72.0), normal: Some((0.0, 1.0)), measured_by: "PASI" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "psoriasis" {
        /// Usual score of a man with psoriasis; 0 in who has none
        usual: Parameter {
            unit: "PASI", min: 0.0, typical: 7.3, max: 33.0, spread: Spread::Lognormal(0.7),
            evidence: Evidence::Read, source: "median 7.3 in the men of a register of 5,438 patients (Hagg 2017, PMC5506504), who are more ill than most; spread guessed",
        },
        /// Score of women, relative to men
        women: Parameter {
            unit: "1", min: 0.3, typical: 0.74, max: 1.19, spread: Spread::Same,
            evidence: Evidence::Derived, source: "medians 5.4 and 7.3 (Hagg 2017)",
        },
        /// Logarithm of the score per unit of chronic strain
        strain: Parameter {
            unit: "1", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "clears about four times as fast with mindfulness during light treatment (Kabat-Zinn 1998, 37 people); size guessed",
        },
        /// Logarithm of the score lost per unit of afterglow
        glow: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Time constant
        tau: Parameter {
            unit: "d", min: 14.0, typical: 45.0, max: 180.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "plaques take weeks to months to clear under treatment; guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "psoriasis" {
        /// Chronic strain makes psoriasis worse
        strain: Arrow {
            from: "strain.load", to: "psoriasis.score", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "Kabat-Zinn 1998; size guessed",
        },
        /// The afterglow makes psoriasis better
        glow: Arrow {
            from: "closeness.afterglow", to: "psoriasis.score", unit: "1",
            told: strength(1.0, 0.5), measured: strength(0.0, 0.1), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account: skin improves in satisfied times; by itself nobody has looked",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { usual: p.usual * who.psoriasis * ((p.women - 1.0) * who.female + 1.0), ..p }
}

/// What the score reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<R> {
    /// Chronic strain.
    pub strain: R,
    /// Afterglow, as the body reads it.
    pub glow: R,
}

/// Where lasting conditions would lead.
#[inline(always)]
fn target<R: Real>(read: &Read<R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    let push = w.strain * p.strain * read.strain.positive() - w.glow * p.glow * read.glow;
    lesions::target(p.usual, push)
}

/// The score after `minutes` of a day that began with `x`.
#[inline(always)]
pub fn after<R: Real>(x: &Slow<R>, read: &Read<R>, minutes: R, p: &Parameters<R>, w: &Arrows<R>) -> Slow<R> {
    Slow { score: lesions::after(x.score, target(read, p, w), minutes, p.tau) }
}

/// The same as a derivative per minute, for a solver that does not split off the slow states.
#[inline(always)]
pub fn slope<R: Real>(x: &Slow<R>, read: &Read<R>, p: &Parameters<R>, w: &Arrows<R>) -> Slow<R> {
    Slow { score: lesions::slope(x.score, target(read, p, w), p.tau) }
}

#[cfg(test)]
mod tests {
    use super::{Arrows, Parameters, Read, Slow, after};
    use crate::declare::{Arrow, Row, Table};

    fn weeks(strain: f64, glow: f64, strength: impl Fn(&Row<Arrow>) -> f64) -> f64 {
        let mut p: Parameters<f64> = Table::read(&mut Parameters::ROWS.iter().map(|row| row.declared.typical)).unwrap();
        p.usual = 10.0;
        let w: Arrows<f64> = Table::read(&mut Arrows::ROWS.iter().map(strength)).unwrap();
        let mut x = Slow { score: p.usual };
        for _ in 0..56 {
            x = after(&x, &Read { strain, glow }, 1440.0, &p, &w);
        }
        x.score
    }

    #[test]
    fn strain_of_weeks_shows_and_the_afterglow_only_as_told() {
        let measured = |row: &Row<Arrow>| row.declared.measured.value;
        assert_eq!(weeks(0.0, 0.0, measured), 10.0);
        assert!(weeks(1.0, 0.0, measured) > 11.0);
        assert_eq!(weeks(0.0, 0.5, measured), 10.0);
        assert!(weeks(0.0, 0.5, |row| row.declared.told.value) < 9.5);
    }
}
