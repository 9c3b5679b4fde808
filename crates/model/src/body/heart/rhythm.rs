//! Heart rate and its variability.
//!
//! ```text
//! HR    = rest + intrinsic (-v (Vg - 1) + 0.13 (Sy - 1)) + 4 exercise,   v = max(1.13 - rest / intrinsic, 0.08),   intrinsic = max(92 - 0.57 (age - 30), 40)
//! RMSSD = exp(3.3 + bounded(l(age) + reserve + 0.9 ln Vg + X + 0.35 ln(15 / breathing) + ln day - 3.3, 3.5))
//! l     = 3.78 - 0.029 (min(age, 50) - 30) - 0.012 (min(age, 60) - 50)+
//! X'    = -X / 2 h with kicks on a lattice of its own, SD 0.12
//! ```
//!
//! The vagus explains what lies between the intrinsic rate (both nerves blocked) and the rest, so its share falls with age as the
//! intrinsic rate does. `reserve` is how a person's RMSSD lies among people of the same age; more of it goes with a slower heart.
//! The rate is held above 25 and, smoothly, below 240. RMSSD over 5 min, seated. Left out: beats (signals), ectopy, that the same variation of a slower heart reads higher.

use crate::declare::{Evidence, Parameter, Quantity, Spread, System};
use crate::inputs::Inputs;
use crate::person::Traits;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "rhythm" {
        /// Wander of the logarithm of RMSSD over hours
        wander: Quantity { system: System::Heart, principal: false, unit: "1", possible: (-2.0, 2.0), normal: Some((-0.25, 0.25)), measured_by: "nothing by itself" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "rhythm" {
        /// Heart rate
        rate: Quantity { system: System::Heart, principal: true, unit: "1/min", possible: (24.0, 240.0), normal: Some((52.0, 92.0)), measured_by: "electrocardiogram" },
        /// Heart-rate variability, RMSSD
        rmssd: Quantity { system: System::Heart, principal: true, unit: "ms", possible: (0.1, 1000.0), normal: Some((12.0, 90.0)), measured_by: "electrocardiogram over 5 min" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "rhythm" {
        /// Heart rate at rest, seated, of a man
        rest: Parameter {
            unit: "1/min", min: 38.0, typical: 70.0, max: 110.0, spread: Spread::Normal(9.2),
            evidence: Evidence::Derived, source: "seated: men 71, women 74 (35,302 people); SD 10, general knowledge; less what goes with variability, cigarettes and the hour",
        },
        /// Heart rate of women against men
        women: Parameter {
            unit: "1/min", min: -10.0, typical: 3.0, max: 15.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "seated: men 71, women 74 (35,302 people)",
        },
        /// Heart rate per cigarette a day
        cigarettes: Parameter {
            unit: "1/min", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "smokers' hearts beat a few times faster a minute; size guessed",
        },
        /// Intrinsic rate, both nerves blocked, at 30 years
        intrinsic: Parameter {
            unit: "1/min", min: 60.0, typical: 92.0, max: 130.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "law of 1970, 118.1 - 0.57 age, less 9: double blockade gives 88.6 at 30 and 69.8 at 69 years",
        },
        /// Fall of the intrinsic rate with age
        intrinsic_age: Parameter {
            unit: "1/min/year", min: 0.0, typical: 0.57, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "law of 1970, confirmed",
        },
        /// Share of the sympathetic drive in the rate
        sympathetic: Parameter {
            unit: "1", min: 0.0, typical: 0.13, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype: 23 beats a minute in a stress test",
        },
        /// Share of the vagal tone in the rate, relative to what the rates at rest and intrinsic make of it
        vagal: Parameter {
            unit: "1", min: 0.02, typical: 1.0, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "from the rates at rest and intrinsic, see above",
        },
        /// Heart rate per MET of exercise, beyond the nerves
        exercise: Parameter {
            unit: "1/min", min: 0.0, typical: 4.0, max: 15.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "about 145 a minute at 8 MET; general knowledge",
        },
        /// Logarithm of RMSSD at 30 years, in ms
        variability: Parameter {
            unit: "1", min: 2.0, typical: 3.78, max: 5.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "5-min medians 32.8, 24.5, 21.8 ms at 40, 50, 60 years",
        },
        /// How a person's RMSSD lies among people of the same age, as a logarithm
        reserve: Parameter {
            unit: "1", min: -2.0, typical: 0.0, max: 2.0, spread: Spread::Normal(0.46),
            evidence: Evidence::Derived, source: "log SD 0.48-0.57 between people, less days and hours",
        },
        /// Heart rate per unit of reserve
        reserve_rate: Parameter {
            unit: "1/min", min: -30.0, typical: -8.0, max: 0.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "slower hearts vary more, r about -0.4; general knowledge",
        },
        /// Exponent of RMSSD by vagal tone
        exponent: Parameter {
            unit: "1", min: 0.0, typical: 0.9, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Exponent of RMSSD by the breathing period
        breathing: Parameter {
            unit: "1", min: 0.0, typical: 0.35, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "slow breathing raises it; size guessed",
        },
        /// Time constant of the wander
        wander_tau: Parameter {
            unit: "min", min: 10.0, typical: 120.0, max: 2000.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Standard deviation of the wander
        wander_spread: Parameter {
            unit: "1", min: 0.0, typical: 0.12, max: 0.3, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Standard deviation of the logarithm of RMSSD from day to day
        day_spread: Parameter {
            unit: "1", min: 0.0, typical: 0.20, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

/// Cells of the lattice on which the wander is kicked, min.
pub const CELL: f64 = 10.0;
/// Fall of the logarithm of RMSSD per year up to 50 years, and from 50 to 60. Medians at 40, 50 and 60 years.
const AGE: (f64, f64) = (0.029, 0.012);
/// Slowest intrinsic rate, 1/min: below it the node between the chambers leads, at 40 to 60. General knowledge.
const SLOWEST: f64 = 40.0;
/// Fastest rate that the chambers follow, 1/min. A hypothesis: about what the node between them lets through.
const FASTEST: f64 = 240.0;
/// Middle of the logarithm of RMSSD over all ages, in ms, and how far it can depart: to 1 and 900 ms. A hypothesis.
const MIDDLE: f64 = 3.3;
const RANGE: f64 = 3.5;
/// Breaths a minute at rest.
const BREATHS: f64 = 15.0;

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    let early = who.age.min(R::constant(50.0)) - 30.0;
    let late = (who.age.min(R::constant(60.0)) - 50.0).positive();
    let rest = p.rest + p.women * who.female + p.cigarettes * who.cigarettes + p.reserve_rate * p.reserve;
    let intrinsic = (p.intrinsic - p.intrinsic_age * (who.age - 30.0)).max(R::constant(SLOWEST));
    Parameters {
        rest,
        intrinsic,
        vagal: (p.sympathetic + 1.0 - rest / intrinsic).max(R::constant(0.08)) * p.vagal,
        variability: p.variability - early * AGE.0 - late * AGE.1,
        ..p
    }
}

/// The rate and its variability at this drive and tone.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, drive: R, tone: R, input: &Inputs<R>, p: &Parameters<R>) -> Reading<R> {
    let nerves = p.intrinsic * (p.sympathetic * (drive - 1.0) - p.vagal * (tone - 1.0));
    let breath = p.breathing * (R::constant(BREATHS) / input.breathing).ln();
    let log = p.variability + p.reserve + p.exponent * tone.ln() + x.wander + breath;
    let rate = p.rest + nerves + p.exercise * input.exercise;
    let rate = rate.max(R::constant(25.0));
    // The cap is one of the eighth power, which leaves a rate of 180 as it is within a percent.
    let over = (rate / FASTEST).squared().squared().squared();
    let rate = rate / (over + 1.0).sqrt().sqrt().sqrt();
    let log = log + (input.variability + 1e-6).ln() - MIDDLE;
    Reading { rate, rmssd: (bounded(log, RANGE) + MIDDLE).exp() }
}

/// The wander between its kicks.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, p: &Parameters<R>) -> State<Change<R>> {
    State { wander: Change::towards(R::constant(0.0), x.wander, p.wander_tau) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declare::Table;
    use crate::person::Person;

    /// A heart whose intrinsic rate would have fallen to nothing at 90 still beats.
    #[test]
    fn the_oldest_heart_beats() {
        let p: Parameters<f64> =
            Table::read(&mut Parameters::ROWS.iter().map(|row| row.declared.typical)).expect("all");
        for (intrinsic, intrinsic_age) in [(60.0, 1.0), (92.0, 0.57), (130.0, 0.0)] {
            let who = Person { age: 90.0, ..Person::default() }.traits();
            let p = individual(Parameters { intrinsic, intrinsic_age, ..p }, &who);
            for (drive, tone) in [(0.4, 3.0), (1.0, 1.0), (2.8, 0.05)] {
                let rate = reading(&State { wander: 0.0 }, drive, tone, &Inputs::rest(), &p).rate;
                assert!((24.0..240.0).contains(&rate), "{rate} with {intrinsic}");
            }
        }
    }
}
