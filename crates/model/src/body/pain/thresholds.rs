//! Pain thresholds: of pressure, heat and cold, and how long a hand stays in ice water.
//!
//! ```text
//! pressure  = rest E                    N at the hand
//! heat      = rest + 1.1 s,  cold = rest - 2.6 s      degrees at the forearm
//! tolerance = rest E sqrt(U)            s in water of 3 degrees
//! ```
//!
//! s and E protection as [`gain`](super::gain) has it, U comfort as [`nociception`](super::nociception) has it: what bothers less is borne
//! longer. Morphine that raises the pressure by a third raises heat by a hundredth, which makes the 1.1 degrees. Part of what is a person's own is shared by
//! all thresholds and by pain after an operation: sensitivity. Women feel pressure and heat earlier, cold not.
//! Left out: age, the site, practice within a session; thresholds of cold below zero and times beyond what a laboratory allows are shown as they are.

use crate::body::pain::gain::Gain;
use crate::declare::{Evidence, Parameter, Quantity, Spread, System};
use crate::person::Traits;
use crate::table;
use consoma_number::Real;

table! {
    /// Algebraic quantities.
    Reading of Quantity in "thresholds" {
        /// Pressure at the hand that begins to hurt
        pressure: Quantity { system: System::Pain, principal: true, unit: "N", possible: (0.02, 20_000.0), normal: Some((15.0, 80.0)), measured_by: "pressure algometer" },
        /// Heat at the forearm that begins to hurt
        heat: Quantity { system: System::Pain, principal: false, unit: "C", possible: (0.0, 75.0), normal: Some((33.0, 48.0)), measured_by: "thermode" },
        /// Cold at the forearm that begins to hurt
        cold: Quantity { system: System::Pain, principal: false, unit: "C", possible: (-60.0, 80.0), normal: Some((0.0, 31.0)), measured_by: "thermode" },
        /// How long a hand is left in ice water
        tolerance: Quantity { system: System::Pain, principal: false, unit: "s", possible: (0.005, 1e6), normal: Some((15.0, 350.0)), measured_by: "cold pressor test" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "thresholds" {
        /// Pressure threshold at rest, of a man
        pressure: Parameter {
            unit: "N", min: 8.0, typical: 42.7, max: 200.0, spread: Spread::Lognormal(0.27),
            evidence: Evidence::Derived, source: "men 42.7 N (baselines); coefficient of variation 0.35-0.46, the half of its variance that is not sensitivity",
        },
        /// Pressure threshold of women, relative to men
        women_pressure: Parameter {
            unit: "1", min: 0.4, typical: 0.714, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Derived, source: "30.5 over 42.7 N (baselines)",
        },
        /// Logarithm of the pressure threshold per unit of sensitivity
        shared_pressure: Parameter {
            unit: "1", min: 0.0, typical: 0.27, max: 0.6, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "half of the variance is shared; guessed",
        },
        /// Heat threshold at rest, of a man
        heat: Parameter {
            unit: "C", min: 33.0, typical: 40.8, max: 49.0, spread: Spread::Normal(2.6),
            evidence: Evidence::Derived, source: "men 40.8, SD 3.8 in 218 adults (forearm, Medoc), the half of its variance that is not sensitivity",
        },
        /// Heat threshold of women, less than that of men
        women_heat: Parameter {
            unit: "C", min: 0.0, typical: 1.5, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "women 39.3, men 40.8 (218 adults)",
        },
        /// Fall of the heat threshold per unit of sensitivity
        shared_heat: Parameter {
            unit: "C", min: 0.0, typical: 2.6, max: 4.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "half of the variance is shared; guessed",
        },
        /// Heat threshold per unit of protection
        heat_gain: Parameter {
            unit: "C", min: 0.0, typical: 1.1, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "+0.8 % skin heat against +33 % pressure at 21 ng/mL of morphine (Sverrisdottir 2015): 0.32 degrees over ln 1.33",
        },
        /// Cold threshold at rest
        cold: Parameter {
            unit: "C", min: -5.0, typical: 18.4, max: 31.0, spread: Spread::Normal(6.4),
            evidence: Evidence::Derived, source: "18.4, SD 9.1 in 218 adults (forearm), the half of its variance that is not sensitivity",
        },
        /// Rise of the cold threshold per unit of sensitivity
        shared_cold: Parameter {
            unit: "C", min: 0.0, typical: 6.4, max: 9.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "half of the variance is shared; guessed",
        },
        /// Cold threshold per unit of protection
        cold_gain: Parameter {
            unit: "C", min: 0.0, typical: 2.6, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "that of heat, as the SDs of both are to each other; guessed",
        },
        /// Time in ice water at rest
        tolerance: Parameter {
            unit: "s", min: 3.0, typical: 73.0, max: 1800.0, spread: Spread::Lognormal(0.58),
            evidence: Evidence::Derived, source: "median 73 s, SD of the logarithm 0.8 (a third of more than 10,000 adults last 106 s at 3 degrees), less what is sensitivity",
        },
        /// Logarithm of that time per unit of sensitivity
        shared_tolerance: Parameter {
            unit: "1", min: 0.0, typical: 0.55, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "half of the variance is shared; guessed",
        },
    }
}

/// The parameters of a person with these traits and this sensitivity.
pub fn individual<R: Real>(p: Parameters<R>, sensitivity: R, who: &Traits<R>) -> Parameters<R> {
    let women = p.women_pressure.ln() * who.female;
    Parameters {
        pressure: p.pressure * (women - p.shared_pressure * sensitivity).exp(),
        heat: p.heat - p.women_heat * who.female - p.shared_heat * sensitivity,
        cold: p.cold + p.shared_cold * sensitivity,
        tolerance: p.tolerance * (-(p.shared_tolerance * sensitivity)).exp(),
        ..p
    }
}

/// The thresholds above; `comfort` is U.
#[inline(always)]
pub fn reading<R: Real>(gain: &Gain<R>, comfort: R, p: &Parameters<R>) -> Reading<R> {
    Reading {
        pressure: p.pressure * gain.protection,
        heat: p.heat + p.heat_gain * gain.log,
        cold: p.cold - p.cold_gain * gain.log,
        tolerance: p.tolerance * gain.protection * comfort.sqrt(),
    }
}
