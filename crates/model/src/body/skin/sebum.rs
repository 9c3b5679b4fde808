//! Sebum: the fat on the forehead that nobody has wiped off.
//!
//! ```text
//! level = rest (1 + 0.1 cos(f - 1.4)) (1 + w_strain 0.05 S)
//! ```
//!
//! f the clock's phase, with which it is highest about noon, S chronic strain. Strain moves over weeks, so one stressor leaves sebum as it was.
//! Left out: washing, after which it takes some hours to come back, weather, the cycle.

use crate::body::sleep::pacemaker::Phase;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::person::Traits;
use crate::table;
use consoma_number::Real;

table! {
    /// Algebraic quantities.
    Reading of Quantity in "sebum" {
        /// Casual level of sebum on the forehead
        level: Quantity { system: System::Skin, principal: false, unit: "ug/cm2", possible: (0.0, 25_000.0), normal: Some((30.0, 300.0)), measured_by: "opacity of a film pressed on the forehead" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "sebum" {
        /// Level on the mean of a usual day, of a man
        rest: Parameter {
            unit: "ug/cm2", min: 5.0, typical: 110.0, max: 600.0, spread: Spread::Lognormal(0.5),
            evidence: Evidence::Hypothesis, source: "about 100 in adults, from a survey; spread guessed",
        },
        /// Level of women, relative to men
        women: Parameter {
            unit: "1", min: 0.3, typical: 0.85, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "men have somewhat more; general knowledge",
        },
        /// Logarithm of the level per decade above 50, women
        decade_women: Parameter {
            unit: "1/decade", min: -1.0, typical: -0.3, max: 0.2, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "glands make less after the menopause; size guessed",
        },
        /// Level of people with acne, relative to others
        acne: Parameter {
            unit: "1", min: 0.5, typical: 1.4, max: 4.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "acne goes with more sebum; size guessed",
        },
        /// Amplitude of the daily course
        daily: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "highest about noon; general knowledge; size guessed",
        },
        /// Share more per unit of chronic strain
        strain: Parameter {
            unit: "1", min: 0.0, typical: 0.05, max: 0.3, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "sebum cells answer to CRH in a dish; small, guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "sebum" {
        /// Chronic strain makes the skin oily
        strain: Arrow {
            from: "strain.load", to: "sebum.level", unit: "1",
            told: strength(1.0, 0.5), measured: strength(1.0, 1.0), null: strength(1.0, 1.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "guessed",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    let women = (p.women - 1.0) * who.female + 1.0;
    let acne = (p.acne - 1.0) * who.acne + 1.0;
    Parameters { rest: p.rest * women * acne * (p.decade_women * who.female * who.decades_above_50).exp(), ..p }
}

/// Phase of the daily peak: cosine and sine of 1.4 rad, that is 5.4 h after the phase's zero.
const PEAK: (f64, f64) = (0.169_967_142_900_240_94, 0.985_449_729_988_460_2);

/// The level above; `strain` is chronic strain.
#[inline(always)]
pub fn reading<R: Real>(phase: &Phase<R>, strain: R, p: &Parameters<R>, w: &Arrows<R>) -> Reading<R> {
    let course = p.daily * (phase.cos * PEAK.0 + phase.sin * PEAK.1) + 1.0;
    Reading { level: p.rest * course * (w.strain * p.strain * strain + 1.0) }
}
