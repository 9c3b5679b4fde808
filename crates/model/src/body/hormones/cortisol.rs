//! Cortisol in plasma: secreted by the adrenal cortex, cleared as free hormone.
//!
//! ```text
//! F'  = cap(R A M q (1 + g)) + w_dose 2759 dose / V - k U(F),   k = ln 2 / half-life of free cortisol
//! R   = k U_rest                         secretion that keeps free cortisol at U_rest
//! q   = exp(0.3 A cos f - (0.3 A)^2 / 4)  adrenal gate of the clock, of mean 1; A its amplitude
//! cap(s) = s / (1 + (s / s_max)^4)^(1/4)
//! ```
//!
//! A (in F') ACTH, M mass of the adrenal cortex, g its sympathetic gain, U free cortisol.
//! Left out: cortisone, tissues that store cortisol, kidney and liver disease.

use crate::body::hormones::{acth, adrenal, binding, glands};
use crate::body::sleep::pacemaker::Phase;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::{Change, rate_of};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "cortisol" {
        /// Cortisol in plasma, total
        plasma: Quantity { system: System::Hormones, principal: false, unit: "nmol/L", possible: (0.0, 40_000.0), normal: Some((30.0, 700.0)), measured_by: "immunoassay or mass spectrometry of plasma" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "cortisol" {
        /// Cortisol in plasma, free
        free: Quantity { system: System::Hormones, principal: false, unit: "nmol/L", possible: (0.0, 40_000.0), normal: Some((1.0, 40.0)), measured_by: "ultrafiltration and mass spectrometry" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "cortisol" {
        /// Free cortisol that basal secretion keeps
        rest: Parameter {
            unit: "nmol/L",
            min: 3.0,
            typical: 12.4,
            max: 40.0,
            spread: Spread::Lognormal(0.05),
            evidence: Evidence::Derived,
            source: "230 nmol/L total at typical binding (survey of models; total 159-569 nmol/L in the morning was read); its spread cannot be told from that of saliva's share",
        },
        /// Half-life of free cortisol
        half_life: Parameter {
            unit: "min", min: 0.5, typical: 2.15, max: 6.0, spread: Spread::Lognormal(0.12),
            evidence: Evidence::Fitted, source: "PMID 22337905, 21 people: 2.2 SD 1.1 min; 2.1 and the spread by the 200-person stress-test series",
        },
        /// Highest secretion
        maximum: Parameter {
            unit: "nmol/L/min", min: 10.0, typical: 26.4, max: 60.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "PMID 22337905: 0.44 SD 0.13 nmol/L/s",
        },
        /// Volume into which a dose goes
        volume: Parameter {
            unit: "L", min: 8.0, typical: 12.0, max: 40.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "6 mg/h keep plasma at 552 nmol/L in young men (Born 1989, PMID 2541159), with this clearance",
        },
        /// Daily amplitude of the logarithm of adrenal sensitivity
        gate: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "morning cortisol is higher than its ACTH explains",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "cortisol" {
        /// ACTH makes the cortex secrete
        acth: Arrow {
            from: "acth.relative", to: "cortisol.plasma", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &["mass of the adrenal cortex", "sympathetic gain"], grade: Grade::Strong, evidence: Evidence::Read, source: "Karin 2020; Milo 2025",
        },
        /// A dose of hydrocortisone reaches plasma
        dose: Arrow {
            from: "input.hydrocortisone", to: "cortisol.plasma", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Read, source: "Born 1989, PMID 2541159",
        },
        /// The clock gates the cortex
        clock: Arrow {
            from: "pacemaker.x", to: "cortisol.plasma", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(1.0, 0.2),
            moderators: &["age"], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "adrenal clock and nerve; split between the two drives derived",
        },
    }
}

/// Free cortisol.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, binding: &binding::Parameters<R>) -> Reading<R> {
    Reading { free: binding::free(x.plasma, binding) }
}

/// What secretion reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// ACTH.
    pub acth: &'a acth::State<R>,
    /// Sympathetic gain of the cortex.
    pub adrenal: &'a adrenal::State<R>,
    /// Masses of the glands.
    pub masses: &'a glands::Slow<R>,
    /// Phase of the clock.
    pub phase: &'a Phase<R>,
    /// Hydrocortisone into a vein, mg/min.
    pub dose: R,
}

/// Nanomoles in a milligram of cortisol (362.5 g/mol).
const MOLES: f64 = 2759.0;

/// Secretion, nmol/L/min.
#[inline(always)]
fn secretion<R: Real>(read: &Read<'_, R>, clearance: R, p: &Parameters<R>, w: &Arrows<R>) -> R {
    let resting = clearance * p.rest;
    let gate = w.clock * p.gate;
    let gate = (gate * read.phase.cos - gate.squared() * read.phase.size() * 0.25).exp();
    let s = resting * w.acth * read.acth.relative * read.masses.cortex * gate * (read.adrenal.gain + 1.0);
    let over = (s / p.maximum).squared();
    s / (over.squared() + 1.0).sqrt().sqrt()
}

/// The equation above.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    now: &Reading<R>,
    read: &Read<'_, R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let clearance = rate_of(p.half_life);
    let source = secretion(read, clearance, p, w) + w.dose * read.dose * MOLES / p.volume;
    // The share that is free times its clearance is the rate at which total cortisol decays.
    State { plasma: Change::balance(source, x.plasma, clearance * now.free / (x.plasma + 1e-9)) }
}
