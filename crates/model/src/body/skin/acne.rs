//! Acne: inflamed lesions of the face over weeks.
//!
//! ```text
//! N' = (usual exp(bounded(w_strain 0.3 S - w_glow 0.3 g, 0.6)) - N) / 14 d
//! ```
//!
//! S chronic strain, g afterglow. Strain acts on inflammation here, apart from sebum. See [`lesions`] for how it is advanced.
//! Left out: single lesions, blackheads, food, the cycle, treatment.

use crate::body::skin::lesions;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::person::Traits;
use crate::table;
use consoma_number::Real;

table! {
    /// Slow states.
    Slow of Quantity in "acne" {
        /// Inflamed lesions of the face
        lesions: Quantity { system: System::Skin, principal: false, unit: "1", possible: (0.0, 600.0), normal: Some((0.0, 2.0)), measured_by: "counting papules and pustules" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "acne" {
        /// Usual count of somebody with acne; 0 in who has none
        usual: Parameter {
            unit: "1", min: 0.0, typical: 12.0, max: 200.0, spread: Spread::Lognormal(0.7),
            evidence: Evidence::Hypothesis, source: "of those with acne at 15 to 44 two thirds are mild, most others moderate; counts guessed",
        },
        /// Logarithm of the count per unit of chronic strain
        strain: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of the count lost per unit of afterglow
        glow: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Time constant
        tau: Parameter {
            unit: "d", min: 5.0, typical: 14.0, max: 90.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a lesion comes and goes in two weeks; from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "acne" {
        /// Chronic strain makes acne worse
        strain: Arrow {
            from: "strain.load", to: "acne.lesions", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "through stress, in a survey; size from a prototype",
        },
        /// The afterglow makes acne better
        glow: Arrow {
            from: "closeness.afterglow", to: "acne.lesions", unit: "1",
            told: strength(1.0, 0.5), measured: strength(0.0, 0.1), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account: skin improves in satisfied times; by itself nobody has looked",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { usual: p.usual * who.acne, ..p }
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
    Slow { lesions: lesions::after(x.lesions, target(read, p, w), minutes, p.tau) }
}

/// The same as a derivative per minute, for a solver that does not split off the slow states.
#[inline(always)]
pub fn slope<R: Real>(x: &Slow<R>, read: &Read<R>, p: &Parameters<R>, w: &Arrows<R>) -> Slow<R> {
    Slow { lesions: lesions::slope(x.lesions, target(read, p, w), p.tau) }
}

#[cfg(test)]
mod tests {
    use super::{Arrows, Parameters, Read, Slow, after};
    use crate::declare::{Arrow, Row, Table};

    fn weeks(strain: f64, glow: f64, strength: impl Fn(&Row<Arrow>) -> f64) -> f64 {
        let mut p: Parameters<f64> = Table::read(&mut Parameters::ROWS.iter().map(|row| row.declared.typical)).unwrap();
        p.usual = 10.0;
        let w: Arrows<f64> = Table::read(&mut Arrows::ROWS.iter().map(strength)).unwrap();
        let mut x = Slow { lesions: p.usual };
        for _ in 0..56 {
            x = after(&x, &Read { strain, glow }, 1440.0, &p, &w);
        }
        x.lesions
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
