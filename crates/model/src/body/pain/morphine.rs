//! Morphine: plasma, tissue, and the site where it acts.
//!
//! ```text
//! p'  = 1000 dose / V1 - (CL + Q) / V1 p + Q / V1 t      ng/mL, dose in mg/min
//! t'  = Q / V2 (p - t),   V2 = Vss - V1
//! e'  = 0.02/min (p - e)
//! m   = bounded(0.0136 e (1 + bounded(w_tone 0.5 L + w_descending 0.5 d + w_safety 0.3 St, 0.6)), 1.2)
//! ```
//!
//! m is the relief, as the logarithm of a threshold of pressure: 21 ng/mL raise that threshold by a third (Sverrisdottir 2015). L logarithm of the opioid
//! tone, d of descending inhibition, St trace of safety: the same concentration relieves more in who is supported. With CL, Vss and the distribution
//! Q below, the last half-life is 2.45 h, between the 2.2 and 2.7 h that are published.
//! Left out: the metabolites that act themselves, breathing, sedation, tolerance.

use crate::appraisal::safety;
use crate::body::pain::{descending, opioid};
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

/// Most relief, as the logarithm of a threshold. A hypothesis: pressure tolerated three times as strong.
const MOST: f64 = 1.2;
/// Most that a person's own state adds to the relief, or takes from it, as a share. A hypothesis.
const SHARE: f64 = 0.6;

table! {
    /// States.
    State of Quantity in "morphine" {
        /// Morphine in plasma
        plasma: Quantity { system: System::Pain, principal: false, unit: "ng/mL", possible: (0.0, 1e7), normal: None, measured_by: "chromatography of plasma" },
        /// Morphine in tissue
        tissue: Quantity { system: System::Pain, principal: false, unit: "ng/mL", possible: (0.0, 1e7), normal: None, measured_by: "nothing: a compartment" },
        /// Morphine where it acts
        effect: Quantity { system: System::Pain, principal: false, unit: "ng/mL", possible: (0.0, 1e7), normal: None, measured_by: "nothing: a compartment" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "morphine" {
        /// Clearance
        clearance: Parameter {
            unit: "L/min", min: 0.5, typical: 1.68, max: 4.0, spread: Spread::Lognormal(0.15),
            evidence: Evidence::Read, source: "1.6-1.75 L/min; spread guessed",
        },
        /// Volume of distribution at steady state
        volume: Parameter {
            unit: "L", min: 120.0, typical: 260.0, max: 600.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "243-276 L",
        },
        /// Volume of the plasma compartment
        central_volume: Parameter {
            unit: "L", min: 10.0, typical: 60.0, max: 100.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed: a quarter of the whole",
        },
        /// Exchange between plasma and tissue
        exchange: Parameter {
            unit: "L/min", min: 0.2, typical: 2.9, max: 6.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "so that the last half-life is 2.45 h, the middle of 2.2-2.7 h",
        },
        /// Rate to the site of action
        onset: Parameter {
            unit: "1/min", min: 0.002, typical: 0.02, max: 0.2, spread: Spread::Same,
            evidence: Evidence::Derived, source: "relief is greatest some 20 min after a dose into a vein; the pupil's 0.003/min is another site",
        },
        /// Logarithm of a threshold of pressure per concentration
        potency: Parameter {
            unit: "mL/ng", min: 0.002, typical: 0.0136, max: 0.06, spread: Spread::Lognormal(0.25),
            evidence: Evidence::Derived, source: "21 ng/mL raise the pressure that is tolerated by 33 % (Sverrisdottir 2015); spread so that the morphine of a day varies by a log SD of 0.38",
        },
        /// Share of relief that is added per logarithm of the opioid tone
        tone: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Share of relief that is added per logarithm of descending inhibition
        descending: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Share of relief that is added per unit of the trace of safety
        safety: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 2.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "morphine" {
        /// Opioid tone adds to the relief
        tone: Arrow {
            from: "opioid.log", to: "gain.nociception", unit: "1",
            told: strength(1.0, 0.5), measured: strength(0.5, 0.4), null: strength(0.5, 0.4),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account: both act together; nobody has looked",
        },
        /// Descending inhibition adds to the relief
        descending: Arrow {
            from: "descending.log", to: "gain.nociception", unit: "1",
            told: strength(1.0, 0.5), measured: strength(0.5, 0.4), null: strength(0.5, 0.4),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "morphine works partly by it, in animals; size guessed",
        },
        /// Safety adds to the relief
        safety: Arrow {
            from: "safety.trace", to: "gain.nociception", unit: "1",
            told: strength(1.0, 0.5), measured: strength(0.3, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "a small network goes with more opiates, not beyond anxiety and pain before (PMID 18222382); size guessed",
        },
    }
}

/// What adds to morphine.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Opioids of one's own.
    pub opioid: &'a opioid::State<R>,
    /// Descending inhibition.
    pub descending: &'a descending::State<R>,
    /// Safety.
    pub safety: &'a safety::State<R>,
}

/// The relief above.
#[inline(always)]
pub fn relief<R: Real>(x: &State<R>, read: &Read<'_, R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    let own = w.tone * p.tone * read.opioid.log
        + w.descending * p.descending * read.descending.log
        + w.safety * p.safety * read.safety.trace;
    bounded(p.potency * x.effect * (bounded(own, SHARE) + 1.0), MOST)
}

/// The equations above; `dose` is what reaches a vein, mg/min.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, dose: R, p: &Parameters<R>) -> State<Change<R>> {
    let plasma = R::constant(1.0) / p.central_volume;
    let across = p.exchange / (p.volume - p.central_volume);
    let into = (dose * 1000.0 + p.exchange * x.tissue) * plasma;
    State {
        plasma: Change::balance(into, x.plasma, (p.clearance + p.exchange) * plasma),
        tissue: Change::balance(across * x.plasma, x.tissue, across),
        effect: Change::balance(p.onset * x.plasma, x.effect, p.onset),
    }
}

#[cfg(test)]
mod tests {
    use super::{Parameters, Read, State, flow, relief};
    use crate::appraisal::safety;
    use crate::body::pain::{descending, opioid};
    use crate::declare::{Reading, Table};

    fn typical() -> Parameters<f64> {
        Table::read(&mut Parameters::ROWS.iter().map(|row| row.declared.typical)).expect("all of them")
    }

    /// The state after so many minutes with this dose, in steps of a hundredth of a minute.
    fn after(mut x: State<f64>, minutes: u32, dose: f64) -> State<f64> {
        for _ in 0..100 * minutes {
            let change = flow(&x, dose, &typical());
            x.plasma += 0.01 * change.plasma.slope;
            x.tissue += 0.01 * change.tissue.slope;
            x.effect += 0.01 * change.effect.slope;
        }
        x
    }

    #[test]
    fn clearance_and_half_life_are_those_that_were_published() {
        let none = State { plasma: 0.0, tissue: 0.0, effect: 0.0 };
        // A rate over the clearance is the steady level: 0.04 mg/min over 1.68 L/min.
        let steady = after(none, 2880, 0.04);
        assert!((steady.plasma - 1000.0 * 0.04 / 1.68).abs() < 0.05, "{steady:?}");
        let [late, later] = [300, 447].map(|minutes| after(steady, minutes, 0.0).plasma);
        assert!((late / later - 2.0).abs() < 0.03, "the level halves in 147 min: {late} {later}");
    }

    #[test]
    fn the_same_concentration_relieves_more_where_more_helps_it() {
        let arrows = crate::whole::arrows(Reading::Measured).morphine;
        let x = State { plasma: 21.0, tissue: 21.0, effect: 21.0 };
        let with = |log: f64, trace: f64| {
            let opioid = opioid::State { log, enkephalin: 0.0, endorphin: 1.0 };
            let read = Read {
                opioid: &opioid,
                descending: &descending::State { log },
                safety: &safety::State { felt: 0.0, trace },
            };
            relief(&x, &read, &typical(), &arrows)
        };
        let alone = with(0.0, 0.0);
        assert!((alone.exp() / 1.33 - 1.0).abs() < 0.02, "a third more pressure at 21 ng/mL: {}", alone.exp());
        assert!(with(0.2, 0.0) > alone && with(0.0, 0.3) > alone && with(-0.2, 0.0) < alone);
        assert!(with(100.0, 100.0) < 1.2);
    }
}
