//! The barrier of the skin: water that it lets through, and how a stripped place mends.
//!
//! ```text
//! loss     = rest (1 + 0.08 cos(f + 0.94)) + 60 (1 - B)                      of the intact forearm
//! stripped = loss + 60 L                                                     of the place that was stripped
//! L'       = stripping (1 - L) - L / (600 min exp(bounded(e, 2)))
//! e        = k (w_threat 1.2 T + w_strain 0.15 S) + w_cortisol 0.1 up(D) + w_deafness 0.1 (1 - G)
//!            - w_safety 0.5 St - w_rest 0.15 W + v - 0.1 cos(f - 0.76)
//! up(x)    = (x + (x^2 + 0.04)^(1/2) - 0.2) / 2                              the rise, without a kink
//! ```
//!
//! L the share of the barrier that tape took away and that has not grown again, B the barrier of [`eczema`](super::eczema), f the clock's phase, T trace of
//! threat, S chronic strain, D departure of cortisol, G sensitivity to it, St trace of safety, W restedness, v what the person's avoidance adds, k the
//! person's answer. Intact skin reads none of these: one stress test leaves its water loss where it was. Exercise is in none of them. A supporting stranger acts by
//! less threat alone.
//! Left out: season, sweat, creams, other sites, how deep the tape goes.

use crate::appraisal::{safety, threat};
use crate::body::sleep::pacemaker::Phase;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "barrier" {
        /// Share of the barrier that is missing where it was stripped
        lesion: Quantity { system: System::Skin, principal: false, unit: "1", possible: (0.0, 1.0), normal: None, measured_by: "water loss of the place over that of the other arm" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "barrier" {
        /// Water loss of the intact forearm
        loss: Quantity { system: System::Skin, principal: false, unit: "g/m2/h", possible: (0.0, 300.0), normal: Some((4.0, 17.0)), measured_by: "open chamber on the forearm" },
        /// Water loss of the place that was stripped
        stripped: Quantity { system: System::Skin, principal: false, unit: "g/m2/h", possible: (0.0, 500.0), normal: Some((4.0, 17.0)), measured_by: "open chamber on the stripped place" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "barrier" {
        /// Water loss at 30
        rest: Parameter {
            unit: "g/m2/h", min: 2.0, typical: 10.0, max: 30.0, spread: Spread::Lognormal(0.235),
            evidence: Evidence::Derived, source: "forearm 9.69 SD 2.94 in 87 people of 20 to 40 by day, when it lies 6 % below its mean; less what their age makes of it; as a log-normal",
        },
        /// Rise of the water loss per year of age, from 20 to 40
        age: Parameter {
            unit: "g/m2/h/year", min: -0.2, typical: 0.32, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "0.32 a year in the same 87 people; taken as flat outside these ages",
        },
        /// Amplitude of the daily course
        daily: Parameter {
            unit: "1", min: 0.0, typical: 0.08, max: 0.4, spread: Spread::Same,
            evidence: Evidence::Derived, source: "highest about 03:00 (Denda 2000, 10.1046/j.1365-2133.2000.03466.x); falls by 9 % over eight hours of the day (Chilcott 2000, 17 people)",
        },
        /// Water loss of a place without barrier, above that of intact skin
        bare: Parameter {
            unit: "g/m2/h", min: 10.0, typical: 60.0, max: 150.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a survey",
        },
        /// Time constant of mending
        tau: Parameter {
            unit: "min", min: 120.0, typical: 600.0, max: 3000.0, spread: Spread::Lognormal(0.25),
            evidence: Evidence::Hypothesis, source: "exponential (seven people followed for ten days); 18 % after two hours and most within a day from a prototype; spread guessed",
        },
        /// Amplitude of mending over the day, a logarithm
        tau_daily: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "slowest between 20:00 and 23:00 (Denda 2000); size guessed",
        },
        /// Answer of mending to threat and strain
        answer: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 4.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "sets the scale of the arrows; spread guessed",
        },
        /// Logarithm of the time per unit of the trace of threat
        threat: Parameter {
            unit: "1", min: 0.0, typical: 1.2, max: 4.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of the time per unit of chronic strain
        strain: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "slower in women who separate, the more their stress (r 0.64 at 3 h, Muizzuddin 2003); size guessed",
        },
        /// Logarithm of the time per unit of a rise of cortisol, itself a logarithm
        cortisol: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of the time per unit of lost sensitivity to cortisol
        deafness: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of the time lost per unit of the trace of safety
        safety: Parameter {
            unit: "1", min: 0.0, typical: 0.5, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Logarithm of the time lost per unit of restedness
        rest_gain: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "general knowledge; size guessed",
        },
        /// Logarithm of the time per standard deviation of avoidance, women
        avoidance: Parameter {
            unit: "1", min: -0.2, typical: 0.05, max: 0.3, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "slower in women who avoid closeness (34 couples, PMC3467323); size guessed",
        },
        /// What avoidance adds in this person
        avoided: Parameter {
            unit: "1", min: -1.0, typical: 0.0, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the person's trait",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "barrier" {
        /// Threat slows mending
        threat: Arrow {
            from: "threat.trace", to: "barrier.lesion", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "stress slows the skin's mending in several studies; size from a prototype",
        },
        /// Chronic strain slows mending
        strain: Arrow {
            from: "strain.load", to: "barrier.lesion", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "Muizzuddin 2003; size guessed",
        },
        /// A rise of cortisol slows mending
        cortisol: Arrow {
            from: "departure.log", to: "barrier.lesion", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "cortisol slows the making of lipids, in animals; size from a prototype",
        },
        /// Lost sensitivity to cortisol slows mending
        deafness: Arrow {
            from: "receptors.sensitivity", to: "barrier.lesion", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Safety speeds mending
        safety: Arrow {
            from: "safety.trace", to: "barrier.lesion", unit: "1",
            told: strength(1.0, 0.4), measured: strength(0.0, 0.2), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account; what a couple speaks of made no difference (34 couples, PMC3467323)",
        },
        /// A good night speeds mending
        rest: Arrow {
            from: "restedness.refreshment", to: "barrier.lesion", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(1.0, 0.4),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "general knowledge; size guessed",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    let older = (who.age - 30.0).clamp(-10.0, 10.0);
    Parameters {
        rest: (p.rest + p.age * older).clamp(2.0, 40.0),
        avoided: p.avoided + p.avoidance * who.female * who.avoidance,
        ..p
    }
}

/// The rate at which tape takes this share of the barrier away in so many minutes: each minute takes a share of what is left (1/min).
///
/// ```
/// let rate = consoma_model::body::skin::barrier::stripping(0.5, 5.0);
/// assert!((1.0 - (-5.0 * rate).exp() - 0.5).abs() < 1e-12);
/// ```
pub fn stripping(removed: f64, minutes: f64) -> f64 {
    -Real::ln(1.0 - removed) / minutes
}

/// What mending reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// Threat.
    pub threat: &'a threat::State<R>,
    /// Safety.
    pub safety: &'a safety::State<R>,
    /// Departure of cortisol from its usual course, a logarithm.
    pub cortisol: R,
    /// Restedness.
    pub rest: R,
    /// Chronic strain.
    pub strain: R,
    /// Sensitivity to cortisol that is lost, 0 where none is.
    pub deafness: R,
    /// Phase of the clock.
    pub phase: &'a Phase<R>,
}

/// Phase of the highest water loss, 03:00: cosine and sine of -0.94 rad.
const LEAKIEST: (f64, f64) = (0.587_785_252_292_473_1, -0.809_016_994_374_947_5);
/// Phase of the slowest mending, 21:30: cosine and sine of 3.90 rad.
const SLOWEST: (f64, f64) = (-0.725_374_371_012_287_7, -0.688_354_575_693_754);

#[inline(always)]
fn course<R: Real>(phase: &Phase<R>, peak: (f64, f64)) -> R {
    phase.cos * peak.0 + phase.sin * peak.1
}

/// The water loss above, g/m2/h; `whole` is the barrier of intact skin.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, whole: R, phase: &Phase<R>, p: &Parameters<R>) -> Reading<R> {
    let loss = p.rest * (p.daily * course(phase, LEAKIEST) + 1.0) + p.bare * (-whole + 1.0);
    Reading { loss, stripped: loss + p.bare * x.lesion }
}

/// A rise, without a kink at 0.
#[inline(always)]
fn up<R: Real>(x: R) -> R {
    (x + (x.squared() + 0.04).sqrt() - 0.2) * 0.5
}

/// The equation of the lesion.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    read: &Read<'_, R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let strained = p.answer * (w.threat * p.threat * read.threat.trace + w.strain * p.strain * read.strain.positive());
    let hormone = w.cortisol * p.cortisol * up(read.cortisol) + w.deafness * p.deafness * read.deafness;
    let good = w.safety * p.safety * read.safety.trace + w.rest * p.rest_gain * read.rest;
    let slower = strained + hormone - good + p.avoided + p.tau_daily * course(read.phase, SLOWEST);
    let mending = (-bounded(slower, 2.0)).exp() / p.tau;
    State { lesion: Change::balance(input.stripping, x.lesion, mending + input.stripping) }
}

#[cfg(test)]
mod tests {
    use super::{Arrows, Parameters, Read, State, flow, reading};
    use crate::appraisal::{safety, threat};
    use crate::body::sleep::pacemaker::Phase;
    use crate::declare::{Arrow, Row, Table};
    use crate::inputs::Inputs;

    /// The share that has mended after two hours, where the trace of threat begins at `threat` and fades, or a night was lost.
    fn mended(threat: f64, rest: f64, strength: impl Fn(&Row<Arrow>) -> f64) -> f64 {
        let p: Parameters<f64> = Table::read(&mut Parameters::ROWS.iter().map(|row| row.declared.typical)).unwrap();
        let w: Arrows<f64> = Table::read(&mut Arrows::ROWS.iter().map(strength)).unwrap();
        let phase = Phase { cos: 0.0, sin: 0.0 };
        let mut x = State { lesion: 0.5 };
        let step = 0.1;
        for k in 0..1200 {
            let trace = threat * (-f64::from(k) * step / 120.0).exp();
            let threat = threat::State { felt: 0.0, trace, exposure: 0.0 };
            let safety = safety::State { felt: 0.0, trace: 0.3 };
            let read = Read {
                threat: &threat,
                safety: &safety,
                cortisol: 0.0,
                rest,
                strain: 0.0,
                deafness: 0.0,
                phase: &phase,
            };
            x.lesion += step * flow(&x, &read, &Inputs::rest(), &p, &w).lesion.slope;
        }
        let whole = reading(&State { lesion: 0.0 }, 1.0, &phase, &p);
        assert_eq!(whole.loss, whole.stripped);
        1.0 - x.lesion / 0.5
    }

    #[test]
    fn a_stressor_and_a_lost_night_slow_mending_and_support_that_changes_no_threat_does_not() {
        let measured = |row: &Row<Arrow>| row.declared.measured.value;
        let calm = mended(0.0, 0.0, measured);
        assert!((0.17..0.20).contains(&calm), "{calm}");
        // A public speech leaves a trace of about 0.13.
        let stressed = mended(0.13, 0.0, measured) / calm;
        assert!((0.85..0.95).contains(&stressed), "{stressed}");
        assert!(mended(0.0, -1.0, measured) < 0.95 * calm);
        // The trace of safety is 0.3 in all of these; it helps as told alone.
        assert!(mended(0.0, 0.0, |row| row.declared.told.value) > 1.05 * calm);
    }

    #[test]
    fn tape_takes_away_what_is_there_and_no_more() {
        let p: Parameters<f64> = Table::read(&mut Parameters::ROWS.iter().map(|row| row.declared.typical)).unwrap();
        let w: Arrows<f64> = Table::read(&mut Arrows::ROWS.iter().map(|row| row.declared.told.value)).unwrap();
        let threat = threat::State { felt: 0.0, trace: 0.0, exposure: 0.0 };
        let safety = safety::State { felt: 0.0, trace: 0.0 };
        let phase = Phase { cos: 0.0, sin: 0.0 };
        let read = Read {
            threat: &threat,
            safety: &safety,
            cortisol: 0.0,
            rest: 0.0,
            strain: 0.0,
            deafness: 0.0,
            phase: &phase,
        };
        let input = Inputs { stripping: 2.0, ..Inputs::rest() };
        let mut x = State { lesion: 0.0 };
        for _ in 0..1000 {
            x.lesion += 0.1 * flow(&x, &read, &input, &p, &w).lesion.slope;
            assert!((0.0..=1.0).contains(&x.lesion));
        }
        assert!(x.lesion > 0.99);
    }
}
