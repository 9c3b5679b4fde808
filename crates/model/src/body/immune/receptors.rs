//! Sensitivity of immune cells to cortisol: it is lost under lasting load, and then cortisol damps inflammation less.
//!
//! ```text
//! G' = (1 - w_load 0.25 C - G) / 21 d
//! ```
//!
//! C chronic load. G is 1 in a person without load. Advanced once a day: within it, with c the integral of C since midnight and t the minutes since then,
//!
//! ```text
//! G(t) = 1 + (G - 1) exp(-t / tau) - w_load 0.25 (c / tau) phi(-t / tau),   phi(z) = (exp(z) - 1) / z
//! ```
//!
//! The load lags behind strain and G behind the load, so the first weeks hardly show.
//! Left out: that the receptors of brain and pituitary may lose sensitivity too.

use crate::body::immune::strain;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::Change;
use crate::table;
use consoma_number::{Real, phi1};

table! {
    /// Integrals since midnight.
    Tally of Quantity in "receptors" {
        /// Chronic load since midnight
        load: Quantity { system: System::Immune, principal: false, unit: "min", possible: (0.0, 1e5), normal: None, measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Slow states.
    Slow of Quantity in "receptors" {
        /// Sensitivity of immune cells to cortisol, relative to that without load
        sensitivity: Quantity { system: System::Immune, principal: false, unit: "1", possible: (-2.0, 1.0), normal: Some((0.85, 1.0)), measured_by: "cortisol that halves what stimulated blood makes" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "receptors" {
        /// Loss of sensitivity that does no harm to what defends
        spared: Parameter {
            unit: "1", min: 0.0, typical: 0.04, max: 0.3, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype: what strained for less than a month raised no colds (Cohen 1998)",
        },
        /// Sensitivity lost per unit of chronic load
        loss: Parameter {
            unit: "1", min: 0.0, typical: 0.25, max: 0.45, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "direction: Cohen 2012, Walsh 2018; size from a prototype, spread guessed",
        },
        /// Time constant
        tau: Parameter {
            unit: "d", min: 5.0, typical: 21.0, max: 120.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "follows distress over months (Walsh 2018); three weeks from a prototype",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "receptors" {
        /// Load makes cells deaf to cortisol
        load: Arrow {
            from: "strain.load", to: "receptors.sensitivity", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "Cohen 2012; size from a prototype",
        },
    }
}

/// What the day adds to the integral.
#[inline(always)]
pub fn tally<R: Real>(strain: &strain::State<R>) -> Tally<Change<R>> {
    Tally { load: Change::integral(strain.load) }
}

/// The mean of the load in these minutes since midnight; 0 at midnight.
#[inline(always)]
pub fn mean_load<R: Real>(tally: &Tally<R>, minutes: R) -> R {
    tally.load / minutes.max(R::constant(1e-6))
}

/// Sensitivity that is lost, 0 in a person without load.
#[inline(always)]
pub fn lost<R: Real>(x: &Slow<R>) -> R {
    -x.sensitivity + 1.0
}

/// Sensitivity that is lost and does harm to what defends; a little of it does none.
#[inline(always)]
pub fn harmful<R: Real>(x: &Slow<R>, p: &Parameters<R>) -> R {
    (lost(x) - p.spared).positive()
}

/// The sensitivity after `minutes` of a day that began with `x`.
#[inline(always)]
pub fn after<R: Real>(x: &Slow<R>, tally: &Tally<R>, minutes: R, p: &Parameters<R>, w: &Arrows<R>) -> Slow<R> {
    let rate = R::constant(1.0) / (p.tau * 1440.0);
    let passed = rate * minutes;
    let lost = w.load * p.loss * tally.load * rate * phi1(-passed);
    Slow { sensitivity: (x.sensitivity - 1.0) * (-passed).exp() - lost + 1.0 }
}

/// The same as a derivative per minute, for a solver that does not split off the slow states.
#[inline(always)]
pub fn slope<R: Real>(x: &Slow<R>, strain: &strain::State<R>, p: &Parameters<R>, w: &Arrows<R>) -> Slow<R> {
    Slow { sensitivity: (-(w.load * p.loss * strain.load) - x.sensitivity + 1.0) / (p.tau * 1440.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declare::{Reading, Table};

    fn told<T: Table<f64>>(rows: impl Iterator<Item = Arrow>) -> T {
        T::read(&mut rows.map(|it| it.strength(Reading::Told).value)).expect("all")
    }

    fn typical<T: Table<f64>>(rows: impl Iterator<Item = Parameter>) -> T {
        T::read(&mut rows.map(|it| it.typical)).expect("all")
    }

    #[test]
    fn the_first_weeks_of_load_hardly_show() {
        let p: Parameters<f64> = typical(Parameters::ROWS.iter().map(|row| row.declared));
        let q: strain::Parameters<f64> = typical(strain::Parameters::ROWS.iter().map(|row| row.declared));
        let w: Arrows<f64> = told(Arrows::ROWS.iter().map(|row| row.declared));
        let mut load = 0.0;
        let mut now = Slow { sensitivity: 1.0 };
        let lost: Vec<f64> = (0..365)
            .map(|_| {
                // The load of a strain of 1 that goes on, by the hour.
                let mut sum = 0.0;
                for _ in 0..24 {
                    load += (1.0 - load) * 60.0 / (q.tau * 1440.0);
                    sum += 60.0 * load;
                }
                now = after(&now, &Tally { load: sum }, 1440.0, &p, &w);
                super::lost(&now)
            })
            .collect();
        let whole = p.loss;
        assert!(lost[6] < 0.06 * whole && lost[27] < 0.45 * whole, "{} {}", lost[6], lost[27]);
        assert!(lost[69] > 0.8 * whole && (lost[364] - whole).abs() < 1e-3 * whole, "{} {}", lost[69], lost[364]);
    }

    #[test]
    fn a_little_loss_does_no_harm() {
        let p: Parameters<f64> = typical(Parameters::ROWS.iter().map(|row| row.declared));
        assert_eq!(harmful(&Slow { sensitivity: 0.97 }, &p), 0.0);
        assert!((harmful(&Slow { sensitivity: 0.75 }, &p) - 0.21).abs() < 1e-12);
    }

    #[test]
    fn a_day_advances_as_the_slope_says() {
        let p: Parameters<f64> = typical(Parameters::ROWS.iter().map(|row| row.declared));
        let w: Arrows<f64> = told(Arrows::ROWS.iter().map(|row| row.declared));
        let (begin, strain) = (Slow { sensitivity: 0.8 }, strain::State { day: 0.0, load: 0.7 });
        let mut stepped = begin;
        for _ in 0..1440 {
            stepped.sensitivity += slope(&stepped, &strain, &p, &w).sensitivity;
        }
        let whole = after(&begin, &Tally { load: 0.7 * 1440.0 }, 1440.0, &p, &w);
        assert!((stepped.sensitivity - whole.sensitivity).abs() < 1e-5, "{stepped:?} {whole:?}");
    }
}
