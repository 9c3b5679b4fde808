//! C-reactive protein: the liver makes it hours after interleukin-6 has told it to, and it leaves the blood within days.
//!
//! ```text
//! L' = (s(r) - L) / 8 h,   s(r) = r (1 + 1/400) / (1 + r / 400)       what the liver makes
//! C' = (ln 2 / 19 h) (L - C),   plasma = rest C
//! ```
//!
//! r interleukin-6 over its usual of the hour. Both are 1 at rest, so there is no rhythm of the day, as none was found (PMID 11238292). One
//! encounter moves it by a few percent at most; months of a little more interleukin-6 do more. Half-life 19 h, whatever the cause: only making it varies.
//! Left out: other proteins of the acute phase, hormones by mouth and overweight, which raise it, and its own changes from day to day.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::person::Traits;
use crate::relax::{Change, rate_of};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "liver" {
        /// C-reactive protein that the liver makes, relative to rest
        making: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 2000.0), normal: Some((0.7, 1.5)), measured_by: "nothing: a latent state" },
        /// C-reactive protein, relative to rest
        protein: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 2000.0), normal: Some((0.7, 1.5)), measured_by: "immunoassay of serum, divided by the person's usual" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "liver" {
        /// C-reactive protein in serum
        serum: Quantity { system: System::Immune, principal: true, unit: "mg/L", possible: (0.0, 200_000.0), normal: Some((0.2, 5.0)), measured_by: "high-sensitivity immunoassay of serum" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "liver" {
        /// C-reactive protein at rest, of a man aged 45
        rest: Parameter {
            unit: "mg/L", min: 0.05, typical: 0.98, max: 15.0, spread: Spread::Lognormal(1.06),
            evidence: Evidence::Read, source: "men of 29 to 75: geometric mean 0.98, a deviation below and above 0.34 and 2.85 (Chenillot 2000)",
        },
        /// Logarithm of it per year of age
        age: Parameter {
            unit: "1/year", min: 0.0, typical: 0.016, max: 0.05, spread: Spread::Same,
            evidence: Evidence::Derived, source: "medians 1.3 and 1.8 in men, 2.0 and 2.7 in women, in their twenties and forties (NHANES, by a page of norms)",
        },
        /// Ratio, women to men
        women: Parameter {
            unit: "1", min: 0.7, typical: 1.2, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "between 1.0 (Chenillot 2000) and 1.5 (NHANES, by a page of norms)",
        },
        /// Time constant of the liver
        lag: Parameter {
            unit: "min", min: 120.0, typical: 480.0, max: 1440.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "it rises 4 to 6 h after the cause; general knowledge",
        },
        /// Half-life
        half_life: Parameter {
            unit: "min", min: 900.0, typical: 1140.0, max: 1400.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "19 h in health and illness; general knowledge",
        },
        /// Most that the liver makes, relative to rest
        largest: Parameter {
            unit: "1", min: 100.0, typical: 400.0, max: 1500.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "some hundreds of mg/L in severe infection; general knowledge",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "liver" {
        /// Interleukin-6 tells the liver to make it
        six: Arrow {
            from: "interleukins.above", to: "liver.making", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(1.0, 0.2),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Read, source: "Steensberg 2003",
        },
    }
}

/// The age at which the level at rest is stated, years.
const AGE: f64 = 45.0;

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { rest: p.rest * (p.age * (who.age - AGE) + p.women.ln() * who.female).exp(), ..p }
}

/// The level in serum.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, p: &Parameters<R>) -> Reading<R> {
    Reading { serum: x.protein * p.rest }
}

/// The equations above; `ratio` is interleukin-6 over its usual.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, ratio: R, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let told = (w.six * (ratio - 1.0) + 1.0).positive();
    let making = told * (p.largest + 1.0) / (told + p.largest);
    State {
        making: Change::towards(making, x.making, p.lag),
        protein: Change::balance(x.making * rate_of(p.half_life), x.protein, rate_of(p.half_life)),
    }
}
