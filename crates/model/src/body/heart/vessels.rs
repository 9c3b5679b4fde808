//! Vessels over years: the resistance that is built into them, and the stiffness of the large ones.
//!
//! ```text
//! X'    = (exp(bounded(w_drive 0.75 d + w_strain 0.03 S, 0.3)) - X) / 90 d        structural resistance, 1 at rest
//! speed = speed_40 exp(0.01 (age - 40)) (1 + 0.7 tanh(MAP / 84 mmHg - 1))         of the pulse wave
//! ```
//!
//! d sympathetic drive beyond rest that feelings make, S chronic strain, MAP mean pressure. X multiplies the resistance of
//! [`pressure`](super::pressure). Advanced once a day, with the mean of d since midnight: within t minutes of it X nears its target by exp(-t / 90 d).
//! The mean of d over a day with a quarrel is a hundredth, so its weight is large; d is negative where one is calmed, so X can fall.
//! Pulse pressure widens with age in `pressure` itself; the speed is read and pushes nothing.
//! Left out: that walls stiffen with high pressure, with smoking and with sugar; plaque; drugs.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::person::Traits;
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// Integrals since midnight.
    Tally of Quantity in "vessels" {
        /// Sympathetic drive beyond rest that feelings made since midnight
        drive: Quantity { system: System::Heart, principal: false, unit: "min", possible: (-1e5, 1e5), normal: None, measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Slow states.
    Slow of Quantity in "vessels" {
        /// Structural resistance of the vessels, relative to the person's rest
        resistance: Quantity { system: System::Heart, principal: false, unit: "1", possible: (0.6, 1.5), normal: Some((0.95, 1.05)), measured_by: "resistance at greatest widening" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "vessels" {
        /// Speed of the pulse wave from neck to groin
        speed: Quantity { system: System::Heart, principal: false, unit: "m/s", possible: (0.3, 110.0), normal: Some((5.0, 10.0)), measured_by: "pulse at two places" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "vessels" {
        /// Logarithm of the resistance per unit of lasting drive
        drive: Parameter {
            unit: "1", min: 0.0, typical: 0.75, max: 3.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "from a prototype: 0.4 per unit of the mean of threat, half of which is drive; spread guessed",
        },
        /// Logarithm of the resistance per unit of chronic strain
        strain: Parameter {
            unit: "1", min: 0.0, typical: 0.03, max: 0.15, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "from a prototype; spread guessed",
        },
        /// Time constant of the resistance
        tau: Parameter {
            unit: "d", min: 20.0, typical: 90.0, max: 720.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "walls are rebuilt over months; from a prototype",
        },
        /// Speed of the pulse wave at 40, and in this person at their age
        speed: Parameter {
            unit: "m/s", min: 2.5, typical: 6.8, max: 15.0, spread: Spread::Lognormal(0.14),
            evidence: Evidence::Derived, source: "6.84 SD 1.65 m/s at 39.8 SD 18.5 years, of which age explains 61 %, in 780 people without hypertension (Diaz 2014, 10.1155/2014/653239); less what pressure makes of it",
        },
        /// Logarithm of the speed per year of age
        age: Parameter {
            unit: "1/year", min: 0.0, typical: 0.01, max: 0.02, spread: Spread::Same,
            evidence: Evidence::Derived, source: "0.070 m/s a year about 40 from the same spread and share, and 6 to 8 % a decade, more after 50 (Diaz 2014)",
        },
        /// Share of the speed per share of mean pressure
        pressure: Parameter {
            unit: "1", min: 0.0, typical: 0.7, max: 1.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "a stretched wall is stiffer, and faster in hypertension (PMC2948201, 11,092 people); size guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "vessels" {
        /// Lasting sympathetic drive thickens the walls
        drive: Arrow {
            from: "sympathetic.drive", to: "vessels.resistance", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "who answers more to stressors has higher pressure years later; size from a prototype",
        },
        /// Chronic strain thickens the walls
        strain: Arrow {
            from: "strain.load", to: "vessels.resistance", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.5), null: strength(1.0, 0.5),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "from a prototype",
        },
    }
}

/// Mean pressure of a typical person at rest, mmHg.
const TYPICAL: f64 = 84.0;

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &Traits<R>) -> Parameters<R> {
    Parameters { speed: p.speed * (p.age * (who.age - 40.0)).exp(), ..p }
}

/// What the day adds to the integral; `felt` is the drive that feelings make.
#[inline(always)]
pub fn tally<R: Real>(felt: R) -> Tally<Change<R>> {
    Tally { drive: Change::integral(felt) }
}

/// The mean of that drive in these minutes since midnight; 0 at midnight.
#[inline(always)]
pub fn mean<R: Real>(tally: &Tally<R>, minutes: R) -> R {
    tally.drive / minutes.max(R::constant(1e-6))
}

/// The speed of the pulse wave (m/s) at this mean pressure (mmHg).
#[inline(always)]
pub fn reading<R: Real>(mean: R, p: &Parameters<R>) -> Reading<R> {
    Reading { speed: p.speed * (p.pressure * (mean / TYPICAL - 1.0).tanh() + 1.0).max(R::constant(0.2)) }
}

/// What builds vessels up.
#[derive(Clone, Copy, Debug)]
pub struct Read<R> {
    /// Sympathetic drive beyond rest that feelings make.
    pub drive: R,
    /// Chronic strain.
    pub strain: R,
}

#[inline(always)]
fn target<R: Real>(read: &Read<R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    bounded(w.drive * p.drive * read.drive + w.strain * p.strain * read.strain.positive(), 0.3).exp()
}

/// The resistance after `minutes` of a day that began with `x`.
#[inline(always)]
pub fn after<R: Real>(x: &Slow<R>, read: &Read<R>, minutes: R, p: &Parameters<R>, w: &Arrows<R>) -> Slow<R> {
    let target = target(read, p, w);
    Slow { resistance: target + (x.resistance - target) * (-minutes / (p.tau * 1440.0)).exp() }
}

/// The same as a derivative per minute, for a solver that does not split off the slow states.
#[inline(always)]
pub fn slope<R: Real>(x: &Slow<R>, read: &Read<R>, p: &Parameters<R>, w: &Arrows<R>) -> Slow<R> {
    Slow { resistance: (target(read, p, w) - x.resistance) / (p.tau * 1440.0) }
}

#[cfg(test)]
mod tests {
    use super::{Arrows, Parameters, Read, Slow, after, individual, reading};
    use crate::declare::Table;
    use crate::person::Person;

    fn typical() -> (Parameters<f64>, Arrows<f64>) {
        (
            Table::read(&mut Parameters::ROWS.iter().map(|row| row.declared.typical)).unwrap(),
            Table::read(&mut Arrows::ROWS.iter().map(|row| row.declared.measured.value)).unwrap(),
        )
    }

    fn years(drive: f64, strain: f64, days: u32) -> f64 {
        let (p, w) = typical();
        let mut x = Slow { resistance: 1.0 };
        for _ in 0..days {
            x = after(&x, &Read { drive, strain }, 1440.0, &p, &w);
        }
        x.resistance
    }

    #[test]
    fn months_of_drive_or_strain_build_resistance_and_one_day_does_not() {
        assert_eq!(years(0.0, 0.0, 365), 1.0);
        assert!(years(0.02, 1.0, 1) < 1.001);
        let (quarter, year) = (years(0.02, 1.0, 90), years(0.02, 1.0, 365));
        assert!((1.02..1.04).contains(&quarter) && (1.04..1.06).contains(&year), "{quarter} {year}");
        assert!(years(-0.02, 0.0, 365) < 0.99);
        assert!(years(10.0, 10.0, 3650) < 1.36);
    }

    /// 6.84 SD 1.65 m/s at 39.8 SD 18.5 years, r2 0.61 (Diaz 2014): 5.45 at 20 and 8.9 at 70 by that line.
    #[test]
    fn the_pulse_wave_runs_faster_with_age_and_pressure() {
        let (p, _) = typical();
        let at = |age: f64, mean: f64| {
            let who = Person { age, ..Person::default() };
            reading(mean, &individual(p, &who.traits())).speed
        };
        assert!((at(20.0, 84.0) - 5.45).abs() < 0.5 && (at(70.0, 84.0) - 8.9).abs() < 0.5);
        assert!(at(40.0, 105.0) > 1.1 * at(40.0, 84.0));
    }
}
