//! What natural-killer cells can do, apart from how many of them are in the blood.
//!
//! ```text
//! F'      = (w_waves 0.3 W + w_safety 5 St - w_deaf 0.4 [1 - G - 0.04]+ - F) / 14 d
//! killing = exp(bounded(F + w_glow A + w_oxytocin 0.1 O, 1))
//! lysis   = 100 q killing / (1 + q killing),   q = rest / (100 - rest)
//! ```
//!
//! W slow waves of the night beyond the usual, relative; St trace of safety, G sensitivity to cortisol, A afterglow, O central oxytocin above rest. The mean of St
//! over a day with a good talk is a few hundredths, so its weight is large. F is 0 where a person lives as usual, and then killing is 1.
//! Left out: age, the hour of the day, one night without sleep, which lowers it on the day after.

use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::{Change, bounded};
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "function" {
        /// What weeks have done to the killing by natural-killer cells, a logarithm
        weeks: Quantity { system: System::Immune, principal: false, unit: "1", possible: (-40.0, 700.0), normal: Some((-0.2, 0.2)), measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "function" {
        /// Killing by natural-killer cells, relative to the person's usual
        killing: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.3, 3.0), normal: Some((0.8, 1.25)), measured_by: "lysis of labelled cells, relative to the person's usual" },
        /// Cells that natural-killer cells lyse in a test
        lysis: Quantity { system: System::Immune, principal: true, unit: "%", possible: (0.0, 100.0), normal: Some((10.0, 65.0)), measured_by: "release of chromium, 50 white cells to 1 target" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "function" {
        /// Lysis as usual
        rest: Parameter {
            unit: "%", min: 5.0, typical: 35.0, max: 85.0, spread: Spread::Lognormal(0.4),
            evidence: Evidence::Hypothesis, source: "35, SD 15, of a laboratory's own; general knowledge",
        },
        /// Logarithm of killing per share of slow waves more
        waves: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.5, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Logarithm of killing per unit of safety that goes on for weeks
        safety: Parameter {
            unit: "1", min: 0.0, typical: 5.0, max: 20.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "a tenth by a good talk a day; guessed",
        },
        /// Logarithm of killing lost where cortisol is not heard at all
        deaf: Parameter {
            unit: "1", min: 0.0, typical: 0.4, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "chronic strain, r about -0.1; at a load of 1, from general knowledge",
        },
        /// Logarithm of killing by central oxytocin
        oxytocin: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "from a prototype",
        },
        /// Time constant
        tau: Parameter {
            unit: "d", min: 3.0, typical: 14.0, max: 60.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "such cells live about two weeks; general knowledge",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "function" {
        /// Deep sleep strengthens
        waves: Arrow {
            from: "restedness.waves", to: "function.weeks", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "short sleep lowers function; that slow waves do it is a guess",
        },
        /// Weeks of safety strengthen
        safety: Arrow {
            from: "safety.trace", to: "function.weeks", unit: "1",
            told: strength(1.0, 0.4), measured: strength(1.0, 0.4), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "in distressed couples cellular immunity declines faster over two years (Jaremka 2013a); size guessed",
        },
        /// Cells that do not hear cortisol kill less
        deaf: Arrow {
            from: "receptors.sensitivity", to: "function.weeks", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "chronic stressors suppress (Segerstrom & Miller 2004); that it goes by this sensitivity is a guess",
        },
        /// The afterglow strengthens
        glow: Arrow {
            from: "closeness.afterglow", to: "function.killing", unit: "1",
            told: strength(0.3, 0.2), measured: strength(0.0, 0.1), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account; nobody has looked",
        },
        /// Central oxytocin strengthens
        oxytocin: Arrow {
            from: "oxytocin.central", to: "function.killing", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.0, 0.1), null: strength(0.0, 0.1),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "the account",
        },
    }
}

/// What killing reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<R> {
    /// Slow waves of the night beyond the usual.
    pub waves: R,
    /// Trace of safety.
    pub safety: R,
    /// Sensitivity to cortisol that is lost.
    pub deaf: R,
}

/// Killing, 1 where a person lives as usual: `glow` and `central` as the body reads afterglow and central oxytocin.
#[inline(always)]
pub fn killing<R: Real>(x: &State<R>, glow: R, central: R, p: &Parameters<R>, w: &Arrows<R>) -> R {
    bounded(x.weeks + w.glow * glow + w.oxytocin * p.oxytocin * central, 1.0).exp()
}

/// Killing as a test shows it.
#[inline(always)]
pub fn reading<R: Real>(killing: R, p: &Parameters<R>) -> Reading<R> {
    let odds = killing * p.rest / (-p.rest + 100.0);
    Reading { killing, lysis: odds * 100.0 / (odds + 1.0) }
}

/// The equation above.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, read: &Read<R>, p: &Parameters<R>, w: &Arrows<R>) -> State<Change<R>> {
    let weeks = w.waves * p.waves * read.waves + w.safety * p.safety * read.safety - w.deaf * p.deaf * read.deaf;
    State { weeks: Change::towards(weeks, x.weeks, p.tau * 1440.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declare::{Reading as Of, Table};

    fn of(reading: Of) -> (Parameters<f64>, Arrows<f64>) {
        let p = Table::read(&mut Parameters::ROWS.iter().map(|row| row.declared.typical)).expect("all");
        let w = Table::read(&mut Arrows::ROWS.iter().map(|row| row.declared.strength(reading).value)).expect("all");
        (p, w)
    }

    #[test]
    fn killing_is_usual_at_rest_and_bounded_everywhere() {
        let (p, w) = of(Of::Told);
        let rest = reading(killing(&State { weeks: 0.0 }, 0.0, 0.0, &p, &w), &p);
        assert!(rest.killing == 1.0 && (rest.lysis - p.rest).abs() < 1e-9);
        for weeks in [-40.0, 700.0] {
            let far = reading(killing(&State { weeks }, 1.0, 8.0, &p, &w), &p);
            assert!(far.killing > 0.3 && far.killing < 3.0 && far.lysis > 0.0 && far.lysis < 100.0);
        }
    }

    #[test]
    fn only_the_account_has_it_change_within_a_day() {
        for (reading, moves) in [(Of::Told, true), (Of::Measured, false), (Of::Null, false)] {
            let (p, w) = of(reading);
            assert_eq!(killing(&State { weeks: 0.0 }, 0.3, 0.4, &p, &w) > 1.01, moves);
        }
    }

    #[test]
    fn weeks_of_good_nights_and_safety_strengthen_and_deafness_weakens() {
        let (p, w) = of(Of::Measured);
        let none = Read { waves: 0.0, safety: 0.0, deaf: 0.0 };
        let slope = |read: &Read<f64>| flow(&State { weeks: 0.0 }, read, &p, &w).weeks.slope;
        assert!(slope(&none) == 0.0);
        assert!(slope(&Read { waves: 0.2, ..none }) > 0.0 && slope(&Read { safety: 0.02, ..none }) > 0.0);
        assert!(slope(&Read { deaf: 0.2, ..none }) < 0.0);
        // One good day does little.
        assert!(1440.0 * slope(&Read { safety: 0.03, ..none }) < 0.02);
    }
}
