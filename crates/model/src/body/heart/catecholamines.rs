//! Noradrenaline and adrenaline in venous plasma.
//!
//! ```text
//! NE'  = k_n (NE_rest Sy^1.5 - NE) + 1000 dose / volume_n                                  k = ln 2 / half-life
//! EPI' = k_a (EPI_rest exp(b) - EPI) + 1000 dose / volume_a,   b = 4 tanh((1.2 (Sy - 1) + w_threat 0.6 Th) / 4)
//! ```
//!
//! Sy sympathetic drive, Th threat. Doses run into a vein, ug/min. Left out: what infused catecholamines do to pressure (below 1,800 pg/mL of
//! noradrenaline it is little), arterial against venous levels.

use crate::appraisal::threat;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::{Change, bounded, rate_of};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "catecholamines" {
        /// Noradrenaline in venous plasma
        noradrenaline: Quantity { system: System::Heart, principal: false, unit: "pg/mL", possible: (0.0, 100_000.0), normal: Some((100.0, 450.0)), measured_by: "chromatography of venous plasma" },
        /// Adrenaline in venous plasma
        adrenaline: Quantity { system: System::Heart, principal: false, unit: "pg/mL", possible: (0.0, 100_000.0), normal: Some((10.0, 90.0)), measured_by: "chromatography of venous plasma" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "catecholamines" {
        /// Noradrenaline at rest
        noradrenaline: Parameter {
            unit: "pg/mL", min: 80.0, typical: 250.0, max: 800.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "usual seated adult; general knowledge",
        },
        /// Half-life of noradrenaline
        noradrenaline_half_life: Parameter {
            unit: "min", min: 1.0, typical: 2.4, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "PMID 24347: 2.4 SD 0.7 min",
        },
        /// Volume of distribution of noradrenaline
        noradrenaline_volume: Parameter {
            unit: "L", min: 3.0, typical: 10.6, max: 40.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "PMID 24347: clearance 3.07 L/min, over ln 2 / 2.4 min",
        },
        /// Adrenaline at rest
        adrenaline: Parameter {
            unit: "pg/mL", min: 5.0, typical: 40.0, max: 200.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "general knowledge; PMID 7085853 has 50 pg/mL with a catheter; spread guessed",
        },
        /// Half-life of adrenaline
        adrenaline_half_life: Parameter {
            unit: "min", min: 1.0, typical: 2.5, max: 6.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "2-3.5 min, from a survey",
        },
        /// Volume of distribution of adrenaline
        adrenaline_volume: Parameter {
            unit: "L", min: 2.0, typical: 8.6, max: 40.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "PMID 7085853: clearance 34 mL/kg/min at 70 kg, over ln 2 / 2.5 min",
        },
        /// Logarithm of adrenaline per unit of sympathetic drive
        adrenaline_drive: Parameter {
            unit: "1", min: 0.0, typical: 1.2, max: 4.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of adrenaline per unit of threat, beyond its drive
        adrenaline_threat: Parameter {
            unit: "1", min: 0.0, typical: 0.6, max: 4.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype: adrenaline rises more than noradrenaline in a public speech",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "catecholamines" {
        /// Threat drives the adrenal medulla beyond the nerves
        threat: Arrow {
            from: "threat.felt", to: "catecholamines.adrenaline", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "defence response; size from a prototype",
        },
    }
}

/// What drives them.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Sympathetic drive.
    pub drive: R,
    /// Felt threat.
    pub threat: &'a threat::State<R>,
}

/// The equations above.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    read: &Read<'_, R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let (out, drive) = (rate_of(p.noradrenaline_half_life), read.drive);
    let nerves = out * p.noradrenaline * drive * drive.sqrt() + input.noradrenaline * 1000.0 / p.noradrenaline_volume;
    let gone = rate_of(p.adrenaline_half_life);
    let exponent = p.adrenaline_drive * (drive - 1.0) + w.threat * p.adrenaline_threat * read.threat.felt;
    let medulla = gone * p.adrenaline * bounded(exponent, 4.0).exp() + input.adrenaline * 1000.0 / p.adrenaline_volume;
    State {
        noradrenaline: Change::balance(nerves, x.noradrenaline, out),
        adrenaline: Change::balance(medulla, x.adrenaline, gone),
    }
}
