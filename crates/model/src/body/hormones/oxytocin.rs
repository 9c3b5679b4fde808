//! Oxytocin: a store that empties, pulses, two compartments of plasma, and a central tone of its own.
//!
//! ```text
//! D   = (1 - share) + share b + gain (w_touch touch + w_talk A + w_threat Th)       drive, 1 on the mean at rest
//! A   = [resp]+ presence (understood + (1 - understood) disclosure)                 being understood
//! b'  = -b / decay,   b jumps at pulses, 1 on the mean
//! R'  = (1 - R) / refill - depletion R stimuli, stimuli = gain (...)
//! p'  = k10 rest R bounded(secretion D, 500) + 1000 (dose + 1.67 nose_share n / 60 min) / volume - (k10 + k12) p + k21 e
//! e'  = k12 p - k21 e
//! n'  = nasal dose - n / 60 min                                                      IU in the nose
//! OXc'= (1 + centre (w_touch_centre touch + w_talk_centre A + w_nose 2 n / (24 IU + n)) - OXc) / tau_centre
//! ```
//!
//! p plasma and e tissue in pg/mL of an extracted radioimmunoassay (9 pg/mL at rest); other assays read ten to a hundred times as much.
//! The rates give half-lives of 2.9 and 20 min. The central tone is separate: at rest plasma tells nothing of it (r 0.08), so neither drives the
//! other here. Under `measured` a stressor raises plasma oxytocin, and talk hardly does.
//! How much of a nasal dose reaches the brain is disputed.
//! Left out: cycle and pill, labour and nursing.

use crate::appraisal::threat;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

/// Micrograms in an international unit of oxytocin: 600 IU weigh 1 mg.
const UG_OF_IU: f64 = 1.67;

/// Largest effect of central oxytocin above rest, in units of its rest. A hypothesis: no drive may follow a tone without bound.
const SATURATION: f64 = 1.5;

/// Most that is released, in units of the mean at rest. A hypothesis: a gland has its limit, far above what people show.
const MOST: f64 = 500.0;

table! {
    /// States.
    State of Quantity in "oxytocin" {
        /// Oxytocin in plasma
        plasma: Quantity { system: System::Hormones, principal: true, unit: "pg/mL", possible: (0.0, 100_000.0), normal: Some((2.0, 25.0)), measured_by: "radioimmunoassay of extracted plasma" },
        /// Oxytocin in tissue, as an amount over the volume of plasma
        tissue: Quantity { system: System::Hormones, principal: false, unit: "pg/mL", possible: (0.0, 1e6), normal: None, measured_by: "nothing: a compartment" },
        /// Oxytocin ready for release, relative to rest
        store: Quantity { system: System::Hormones, principal: false, unit: "1", possible: (0.0, 1.001), normal: Some((0.6, 1.0)), measured_by: "nothing in people" },
        /// Oxytocin tone in the brain, relative to rest
        central: Quantity { system: System::Hormones, principal: false, unit: "1", possible: (0.0, 50.0), normal: Some((0.8, 1.5)), measured_by: "nothing in people: a relative latent state" },
        /// Oxytocin left in the nose
        nose: Quantity { system: System::Hormones, principal: false, unit: "IU", possible: (0.0, 1e6), normal: None, measured_by: "nothing: a dose" },
        /// Pulsatile drive of oxytocin, 1 on the mean
        pulse: Quantity { system: System::Hormones, principal: false, unit: "1", possible: (0.0, 20_000.0), normal: None, measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "oxytocin" {
        /// Plasma level at rest on a usual day
        rest: Parameter {
            unit: "pg/mL", min: 0.5, typical: 7.1, max: 100.0, spread: Spread::Lognormal(0.45),
            evidence: Evidence::Derived, source: "mean 9 pg/mL by extracted assay; log SD from ICC 0.29-0.49 and a within-person CV of 57 % (10.7554/eLife.62456)",
        },
        /// Standard deviation of the logarithm of the secretion, from day to day
        day_spread: Parameter {
            unit: "1", min: 0.0, typical: 0.55, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "within-person CV of 57 % between four days, less the 20 % within a visit (10.7554/eLife.62456)",
        },
        /// Share of the secretion that comes in pulses
        share: Parameter {
            unit: "1", min: 0.0, typical: 0.38, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "with the assay's error, so that plasma varies by 20 % within a visit",
        },
        /// Mean interval between pulses
        interval: Parameter {
            unit: "min", min: 5.0, typical: 27.0, max: 120.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "a pulse each 27 min (baselines)",
        },
        /// Regularity of the intervals, as the shape of a gamma distribution
        shape: Parameter {
            unit: "1", min: 10.0, typical: 11.0, max: 200.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "intervals with a coefficient of variation of 0.3",
        },
        /// Time constant of a pulse
        decay: Parameter {
            unit: "min", min: 3.0, typical: 8.0, max: 30.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a burst of some minutes",
        },
        /// Standard deviation of the logarithm of a pulse's size
        size_spread: Parameter {
            unit: "1", min: 0.0, typical: 0.35, max: 0.7, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "as for the pulses of the adrenal axis",
        },
        /// Answer of plasma oxytocin to stimuli
        gain: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 4.0, spread: Spread::Normal(0.7),
            evidence: Evidence::Hypothesis, source: "responders and non-responders; sets the scale of the arrows",
        },
        /// Part of being understood that needs no disclosure
        understood: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the account: being understood counts, less than being understood in what one disclosed; share guessed",
        },
        /// Time constant of refilling the store
        refill: Parameter {
            unit: "min", min: 60.0, typical: 480.0, max: 4000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "hours, from animal glands",
        },
        /// Share of the store that a drive of twice its rest releases each minute
        depletion: Parameter {
            unit: "1/min", min: 0.0, typical: 0.0026, max: 0.05, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "45 min at four times the rest take a third of the store",
        },
        /// Rate out of plasma for good
        k10: Parameter {
            unit: "1/min", min: 0.02, typical: 0.140, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "half-lives 2.9 and 20 min, clearance 67 L/h (baselines)",
        },
        /// Rate from plasma to tissue
        k12: Parameter {
            unit: "1/min", min: 0.0, typical: 0.0717, max: 0.3, spread: Spread::Same,
            evidence: Evidence::Derived, source: "as above",
        },
        /// Rate from tissue to plasma
        k21: Parameter {
            unit: "1/min", min: 0.02, typical: 0.059, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "as above",
        },
        /// Volume of the plasma compartment
        volume: Parameter {
            unit: "L", min: 2.0, typical: 8.0, max: 60.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "clearance 67 L/h over k10",
        },
        /// Answer of the central tone to stimuli
        centre: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 5.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "sets the scale of the arrows; spread guessed",
        },
        /// Time constant of a dose in the nose
        nose_tau: Parameter {
            unit: "min", min: 10.0, typical: 60.0, max: 240.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "effects are looked for from half an hour to two hours after a dose; guessed",
        },
        /// Usual dose into the nose
        nose_dose: Parameter {
            unit: "IU", min: 8.0, typical: 24.0, max: 80.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "what most studies give; general knowledge",
        },
        /// Share of a nasal dose that reaches plasma
        nose_share: Parameter {
            unit: "1", min: 0.0, typical: 0.01, max: 0.1, spread: Spread::Lognormal(0.5),
            evidence: Evidence::Hypothesis, source: "so that plasma rises by about half after 24 IU; guessed",
        },
        /// Time constant of the central tone
        centre_tau: Parameter {
            unit: "min", min: 5.0, typical: 25.0, max: 300.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the peptide stays in the brain longer than in plasma; guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "oxytocin" {
        /// Touch releases oxytocin into plasma
        touch: Arrow {
            from: "input.touch", to: "oxytocin.plasma", unit: "1",
            told: strength(2.5, 0.8), measured: strength(0.5, 0.4), null: strength(0.0, 0.0),
            moderators: &["responder"], grade: Grade::Mixed, evidence: Evidence::Hypothesis,
            source: "massage raises it in some studies, not in others (Ditzen 2007: none); reading raised it as much in a small crossover",
        },
        /// Being understood releases oxytocin into plasma
        talk: Arrow {
            from: "input.responsiveness", to: "oxytocin.plasma", unit: "1",
            told: strength(3.0, 1.0), measured: strength(0.03, 0.1), null: strength(0.0, 0.0),
            moderators: &["responder"], grade: Grade::Weak, evidence: Evidence::Hypothesis,
            source: "a partner's words changed nothing (Ditzen 2007)",
        },
        /// Threat releases oxytocin into plasma
        threat: Arrow {
            from: "threat.felt", to: "oxytocin.plasma", unit: "1",
            told: strength(0.0, 0.3), measured: strength(0.6, 0.3), null: strength(0.0, 0.0),
            moderators: &["responder"], grade: Grade::Moderate, evidence: Evidence::Hypothesis,
            source: "rises in 5 of 5 unmodified stress tests in healthy people (10.1038/s41380-022-01719-z); size guessed",
        },
        /// Touch raises the central tone
        touch_centre: Arrow {
            from: "input.touch", to: "oxytocin.central", unit: "1",
            told: strength(1.5, 0.5), measured: strength(0.6, 0.5), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "nobody can look in people; animals",
        },
        /// A nasal dose raises the central tone
        nose: Arrow {
            from: "input.nasal_oxytocin", to: "oxytocin.central", unit: "1",
            told: strength(1.5, 0.5), measured: strength(0.5, 0.5), null: strength(0.5, 0.5),
            moderators: &[], grade: Grade::Mixed, evidence: Evidence::Hypothesis, source: "how much of it reaches the brain is disputed; size guessed",
        },
        /// Being understood raises the central tone
        talk_centre: Arrow {
            from: "input.responsiveness", to: "oxytocin.central", unit: "1",
            told: strength(2.0, 0.7), measured: strength(0.3, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "nobody can look in people; the account",
        },
    }
}

/// Central oxytocin above rest, as the body reads it: receptors saturate.
#[inline(always)]
pub fn above_rest<R: Real>(x: &State<R>) -> R {
    bounded(x.central - 1.0, SATURATION)
}

/// Being understood: A above.
#[inline(always)]
fn understanding<R: Real>(input: &Inputs<R>, p: &Parameters<R>) -> R {
    let depth = p.understood + (-p.understood + 1.0) * input.disclosure;
    input.responsiveness.positive() * input.presence * depth
}

/// The equations above.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    threat: &threat::State<R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let understood = understanding(input, p);
    let stimuli = p.gain * (w.touch * input.touch + w.talk * understood + w.threat * threat.felt);
    let drive = p.share * (x.pulse - 1.0) + 1.0 + stimuli;
    let release = p.k10 * p.rest * x.store * bounded(input.secretion * drive, MOST);
    let leaving = R::constant(1.0) / p.nose_tau;
    let nasal = p.nose_share * x.nose * leaving * UG_OF_IU;
    let dose = (input.oxytocin + nasal) * 1000.0 / p.volume;
    let sniffed = w.nose * x.nose * 2.0 / (p.nose_dose + x.nose);
    let central = p.centre * (w.touch_centre * input.touch + w.talk_centre * understood + sniffed) + 1.0;
    let refill = R::constant(1.0) / p.refill;
    State {
        plasma: Change::balance(release + dose + p.k21 * x.tissue, x.plasma, p.k10 + p.k12),
        tissue: Change::balance(p.k12 * x.plasma, x.tissue, p.k21),
        store: Change::balance(refill, x.store, refill + p.depletion * stimuli),
        central: Change::towards(central, x.central, p.centre_tau),
        nose: Change::balance(input.nasal_oxytocin, x.nose, leaving),
        pulse: Change::towards(R::constant(0.0), x.pulse, p.decay),
    }
}

/// The jump of the pulsatile drive when the clock fires; `score` is a standard normal draw. Its mean keeps the drive at 1.
pub fn size(score: f64, p: &Parameters<f64>) -> f64 {
    let spread = p.size_spread;
    p.interval / p.decay * Real::exp(spread * score - 0.5 * spread * spread)
}

/// The state at rest.
pub fn start(p: &Parameters<f64>) -> State<f64> {
    State { plasma: p.rest, tissue: p.rest * p.k12 / p.k21, store: 1.0, central: 1.0, nose: 0.0, pulse: 1.0 }
}
