//! Arterial pressure.
//!
//! ```text
//! CO  = 1 + 0.14 (Sy - 1) - 0.05 (Vg - 1) - 0.09 posture
//! R   = exp(0.10 (Sy - 1) - w_oxytocin 0.1 O - w_glow G - w_safety T)
//! m   = 1 + 0.6 tanh((CO R X (1 - 0.07 asleep) - 1) / 0.6)                   mean pressure over its rest
//! MAP = m MAP_rest,   MAP_rest = diastolic + pulse / 3
//! SBP = (diastolic + pulse) m (1 + 0.05 (Sy - 1)),   DBP = diastolic m (1 - 0.06 asleep + 0.07 posture)
//! ```
//!
//! Sy sympathetic drive, Vg vagal tone, O central oxytocin above rest, bounded, G afterglow, T trace of safety, X the resistance
//! built into the vessels ([`vessels`](super::vessels)). The bound of m keeps corner people below what a heart can do.
//! Left out: breathing and pulse waves (signals), drugs; diastolic pressure reads too high in hard exercise.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::table;
use consoma_number::Real;

table! {
    /// Algebraic quantities.
    Reading of Quantity in "pressure" {
        /// Systolic pressure
        systolic: Quantity { system: System::Heart, principal: true, unit: "mmHg", possible: (20.0, 500.0), normal: Some((95.0, 135.0)), measured_by: "cuff at the upper arm" },
        /// Diastolic pressure
        diastolic: Quantity { system: System::Heart, principal: false, unit: "mmHg", possible: (5.0, 360.0), normal: Some((55.0, 85.0)), measured_by: "cuff at the upper arm" },
        /// Mean arterial pressure
        mean: Quantity { system: System::Heart, principal: false, unit: "mmHg", possible: (15.0, 400.0), normal: Some((70.0, 105.0)), measured_by: "cuff at the upper arm" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "pressure" {
        /// Pulse pressure at rest, of a man of 40
        pulse: Parameter {
            unit: "mmHg", min: 20.0, typical: 43.6, max: 100.0, spread: Spread::Normal(4.2),
            evidence: Evidence::Derived, source: "seated medians: men 121, women 117 systolic over all ages; systolic SD 11 within an age band, less what body mass and hypertension make of it",
        },
        /// Rise of pulse pressure with age, men
        age_men: Parameter {
            unit: "mmHg/year", min: -1.0, typical: 0.17, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "SD 12.6 over 20-80 years against 11 within an age band, less what more hypertension with age makes of it",
        },
        /// Rise of pulse pressure with age, women
        age_women: Parameter {
            unit: "mmHg/year", min: -1.0, typical: 0.46, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "SD 16.3 over 20-80 years against 11 within an age band, less what more hypertension with age makes of it",
        },
        /// Pulse pressure of women against men at 40
        women: Parameter {
            unit: "mmHg", min: -20.0, typical: -0.3, max: 20.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "medians 117 and 121 over all ages with the slopes above",
        },
        /// Diastolic pressure at rest, of a man
        diastolic: Parameter {
            unit: "mmHg", min: 45.0, typical: 69.2, max: 130.0, spread: Spread::Normal(5.6),
            evidence: Evidence::Derived, source: "122/71 of all adults, SD 8 less what body mass and hypertension make of it; no slope over adult life as a whole",
        },
        /// Diastolic pressure of women against men
        diastolic_women: Parameter {
            unit: "mmHg", min: -20.0, typical: -3.4, max: 20.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "in the ratio of the systolic pressures",
        },
        /// Rise of systolic pressure per unit of body-mass index above 25
        body_mass: Parameter {
            unit: "mmHg m2/kg", min: 0.0, typical: 0.9, max: 4.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "about 1 mmHg a unit; general knowledge",
        },
        /// Rise of systolic pressure per mg of caffeine a day
        caffeine: Parameter {
            unit: "mmHg day/mg", min: 0.0, typical: 0.004, max: 0.05, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "people who drink it daily have lost most of its effect; about 1 mmHg at three cups guessed",
        },
        /// Rise of systolic pressure in hypertension that is not treated; half as much of the diastolic
        hypertension: Parameter {
            unit: "mmHg", min: 0.0, typical: 18.0, max: 80.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "all adults 122/71, those without it 116/69, at its share among drawn people",
        },
        /// Output of the heart per unit of sympathetic drive
        output_drive: Parameter {
            unit: "1", min: 0.0, typical: 0.14, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype: systolic pressure rises by 25 mmHg in a stress test",
        },
        /// Output of the heart lost per unit of vagal tone
        output_vagal: Parameter {
            unit: "1", min: 0.0, typical: 0.05, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Output of the heart lost on standing up
        output_posture: Parameter {
            unit: "1", min: 0.0, typical: 0.09, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "blood pools in the legs; systolic pressure hardly changes on standing",
        },
        /// Resistance of the vessels per unit of sympathetic drive
        resistance_drive: Parameter {
            unit: "1", min: 0.0, typical: 0.10, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Resistance lost per unit of central oxytocin above rest
        resistance_oxytocin: Parameter {
            unit: "1", min: 0.0, typical: 0.10, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Fall asleep
        sleep: Parameter {
            unit: "1", min: 0.0, typical: 0.07, max: 0.3, spread: Spread::Normal(0.036),
            evidence: Evidence::Derived, source: "sleep over wake: systolic 0.87 SD 0.05, with what the nerves do; of its variance 0.53 lies between people",
        },
        /// Further fall of diastolic pressure asleep
        sleep_diastolic: Parameter {
            unit: "1", min: 0.0, typical: 0.06, max: 0.3, spread: Spread::Normal(0.025),
            evidence: Evidence::Derived, source: "sleep over wake: diastolic 0.82 SD 0.06, of whose variance 0.53 lies between people, less what systolic pressure shares",
        },
        /// Rise of diastolic pressure on standing up
        diastolic_posture: Parameter {
            unit: "1", min: 0.0, typical: 0.07, max: 0.3, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "about 5 mmHg on standing; general knowledge",
        },
        /// Pulse pressure per unit of sympathetic drive
        pulse_drive: Parameter {
            unit: "1", min: 0.0, typical: 0.05, max: 0.15, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Bound of the mean pressure, above and below its rest
        bound: Parameter {
            unit: "1", min: 0.2, typical: 0.6, max: 0.7, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "far outside what people show; guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "pressure" {
        /// Central oxytocin relaxes the vessels
        oxytocin: Arrow {
            from: "oxytocin.central", to: "pressure.mean", unit: "1",
            told: strength(0.6, 0.3), measured: strength(0.5, 0.4), null: strength(0.5, 0.4),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "baseline oxytocin goes with lower pressure (Light 2005); size from a prototype",
        },
        /// The afterglow relaxes the vessels
        glow: Arrow {
            from: "closeness.afterglow", to: "pressure.mean", unit: "1",
            told: strength(0.12, 0.1), measured: strength(0.0, 0.05), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account: for days; nobody has looked",
        },
        /// The trace of safety relaxes the vessels
        safety: Arrow {
            from: "safety.trace", to: "pressure.mean", unit: "1",
            told: strength(0.1, 0.05), measured: strength(0.08, 0.05), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "lowest while with a partner by day (Gump 2001); size from a prototype",
        },
        /// Resistance built into the vessels raises pressure
        structure: Arrow {
            from: "vessels.resistance", to: "pressure.mean", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(1.0, 0.2),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Derived, source: "pressure is flow times resistance",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    let age = who.age - 40.0;
    let slope = p.age_men + who.female * (p.age_women - p.age_men);
    let more =
        p.body_mass * (who.body_mass_index - 25.0) + p.caffeine * who.caffeine + p.hypertension * who.hypertension;
    Parameters {
        pulse: p.pulse + slope * age + p.women * who.female + more * 0.5,
        diastolic: p.diastolic + p.diastolic_women * who.female + more * 0.5,
        ..p
    }
}

/// Mean pressure at rest.
#[inline(always)]
pub fn rest<R: Real>(p: &Parameters<R>) -> R {
    p.diastolic + p.pulse / 3.0
}

/// What relaxes the vessels, and how the person lies or stands.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Central oxytocin above rest, as the body reads it.
    pub central: R,
    /// Afterglow, as the body reads it.
    pub glow: R,
    /// Trace of safety.
    pub safety: R,
    /// Resistance built into the vessels, relative to rest.
    pub structure: R,
    /// Inputs.
    pub input: &'a Inputs<R>,
}

/// Mean pressure over its rest, at this drive and tone: m above.
#[inline(always)]
pub fn relative<R: Real>(drive: R, tone: R, read: &Read<'_, R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    let output =
        p.output_drive * (drive - 1.0) - p.output_vagal * (tone - 1.0) - p.output_posture * read.input.posture + 1.0;
    let resistance = p.resistance_drive * (drive - 1.0)
        - w.oxytocin * p.resistance_oxytocin * read.central
        - w.glow * read.glow
        - w.safety * read.safety;
    let built = w.structure * (read.structure - 1.0) + 1.0;
    let free = output * resistance.exp() * built * (-(p.sleep * read.input.asleep) + 1.0);
    p.bound * ((free - 1.0) / p.bound).tanh() + 1.0
}

/// The pressures at this drive and tone.
#[inline(always)]
pub fn reading<R: Real>(drive: R, tone: R, read: &Read<'_, R>, p: &Parameters<R>, w: &Arrows<R>) -> Reading<R> {
    let m = relative(drive, tone, read, p, w);
    let lower = p.diastolic_posture * read.input.posture - p.sleep_diastolic * read.input.asleep + 1.0;
    Reading {
        systolic: (p.diastolic + p.pulse) * m * (p.pulse_drive * (drive - 1.0) + 1.0),
        diastolic: p.diastolic * m * lower,
        mean: rest(p) * m,
    }
}
