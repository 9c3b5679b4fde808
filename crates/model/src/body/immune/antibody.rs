//! Antibody: after an infection and after a vaccination, within weeks and for months.
//!
//! ```text
//! D'  = vaccination (1 + m) - D / 1 d                 antigen of a vaccine in the tissue, doses
//! m   = 1 w_function (F - 1) - 0.15 w_strain C + 0.05 w_sleep T - 0.1 w_loneliness l + 0.3 w_safety S
//! Bi' = 10 S / 1 d - Bi / 7 d,    Bv' = 8 D / 1 d - Bv / 7 d      cells that make antibody
//! Ai' = Bi / 7 d - Ai / 150 d,    Av' = Bv / 7 d - Av / 150 d     antibody
//! ```
//!
//! S how far virus is sensed. Ai halves infection at 1; Av is the rise over the level before, so 3 is fourfold. F function of white cells, C chronic load, T hours slept
//! beyond the usual, l lasting loneliness against the usual, S in m the trace of safety, each when the vaccine is given. m is 0 in a person who lives as usual, and held between -0.9 and 1.
//! Without virus and vaccine all rest at 0.
//!
//! B and A are advanced once a day. Within it, with g what has been added to B since midnight and t the time since then,
//!
//! ```text
//! B(t) = B exp(-t / 7 d) + g e,   A(t) = A exp(-t / 150 d) + B (t / 7 d) k + g (1 - e),   e = (1 - exp(-t / 7 d)) / (t / 7 d)
//! ```
//!
//! k is the mean of both decays over the time since midnight, to second order in their difference; e is exact where g grows evenly, but that the antibody of the day does not age.
//! Left out: antibody from before, age, memory that answers faster the second time, several strains of one vaccine.

use crate::appraisal::safety;
use crate::body::immune::exposure::Blood;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "antibody" {
        /// Antigen of a vaccine in the tissue
        antigen: Quantity { system: System::Immune, principal: false, unit: "doses", possible: (0.0, 50_000.0), normal: None, measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Integrals since midnight.
    Tally of Quantity in "antibody" {
        /// How far virus was sensed since midnight
        sensed: Quantity { system: System::Immune, principal: false, unit: "min", possible: (0.0, 1500.0), normal: None, measured_by: "nothing: a latent state" },
        /// Antigen of a vaccine since midnight
        presented: Quantity { system: System::Immune, principal: false, unit: "doses min", possible: (0.0, 1e8), normal: None, measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Slow states.
    Slow of Quantity in "antibody" {
        /// Cells that make antibody to the virus
        cells: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 10_000.0), normal: None, measured_by: "cells in blood that make antibody" },
        /// Antibody to the virus; 1 halves infection
        infection: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 100_000.0), normal: None, measured_by: "neutralisation, IgA of nasal washes" },
        /// Cells that make antibody to the vaccine
        vaccine_cells: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 1e7), normal: None, measured_by: "cells in blood that make antibody" },
        /// Rise of the antibody to the vaccine, over the level before
        vaccine: Quantity { system: System::Immune, principal: true, unit: "1", possible: (0.0, 1e8), normal: None, measured_by: "haemagglutination inhibition; 3 is fourfold" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "antibody" {
        /// Time constant of the antigen of a vaccine
        antigen: Parameter {
            unit: "d", min: 0.2, typical: 1.0, max: 7.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "general knowledge: days in the lymph node; guessed",
        },
        /// Cells that make antibody, per day of virus
        by_virus: Parameter {
            unit: "1/d", min: 1.0, typical: 10.0, max: 100.0, spread: Spread::Lognormal(0.5),
            evidence: Evidence::Hypothesis, source: "the same virus does not infect again within weeks; with the decay of washes by day 5; size guessed",
        },
        /// Cells that make antibody, per dose of a vaccine
        by_vaccine: Parameter {
            unit: "1", min: 0.5, typical: 8.0, max: 100.0, spread: Spread::Lognormal(0.8),
            evidence: Evidence::Hypothesis, source: "general knowledge: titres rise four- to tenfold after influenza vaccine and differ widely between people",
        },
        /// Time constant of those cells
        cells: Parameter {
            unit: "d", min: 3.0, typical: 7.0, max: 30.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "general knowledge: antibody is highest after two to four weeks",
        },
        /// Time constant of antibody
        antibody: Parameter {
            unit: "d", min: 40.0, typical: 150.0, max: 2000.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "general knowledge: half is gone after some months",
        },
        /// Answer per unit of function of white cells
        function: Parameter {
            unit: "1", min: 0.0, typical: 1.0, max: 3.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "in proportion; guessed",
        },
        /// Answer lost per unit of chronic load
        strain: Parameter {
            unit: "1", min: 0.0, typical: 0.15, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the strained answer a little less; size guessed",
        },
        /// Answer per hour of sleep
        sleep: Parameter {
            unit: "1/h", min: 0.0, typical: 0.05, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "short nights lower the answer; size guessed",
        },
        /// Answer lost per unit of lasting loneliness
        loneliness: Parameter {
            unit: "1", min: 0.0, typical: 0.1, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "one of three strains, in those who stayed lonely (Pressman 2005); size guessed",
        },
        /// Answer per unit of the trace of safety
        safety: Parameter {
            unit: "1", min: 0.0, typical: 0.3, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "antibody" {
        /// Virus calls antibody
        virus: Arrow {
            from: "virus.productive", to: "antibody.cells", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "immunity to the same serotype",
        },
        /// White cells that function answer a vaccine
        function: Arrow {
            from: "function.killing", to: "antibody.antigen", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Weak, evidence: Evidence::Hypothesis, source: "size guessed",
        },
        /// Strain lowers the answer
        strain: Arrow {
            from: "strain.load", to: "antibody.antigen", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "lasting strain and lower antibody; size guessed",
        },
        /// Sleep raises it
        sleep: Arrow {
            from: "restedness.hours", to: "antibody.antigen", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "size guessed",
        },
        /// Loneliness lowers it
        loneliness: Arrow {
            from: "loneliness.lasting", to: "antibody.antigen", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.4, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Mixed, evidence: Evidence::Hypothesis, source: "one of three strains (Pressman 2005); support and antibody Zr 0.06, not above 0 for certain",
        },
        /// Safety of the last hours raises it
        safety: Arrow {
            from: "safety.trace", to: "antibody.antigen", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.0, 0.1), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "nobody has looked at hours",
        },
    }
}

/// What the answer to a vaccine reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// The blood.
    pub blood: &'a Blood<R>,
    /// Hours slept beyond the usual.
    pub hours: R,
    /// Lasting loneliness against the person's usual.
    pub lonely: R,
    /// Safety.
    pub safety: &'a safety::State<R>,
}

/// The equation of the antigen.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    read: &Read<'_, R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let body = w.function * p.function * (read.blood.function - 1.0) - w.strain * p.strain * read.blood.strain
        + w.sleep * p.sleep * read.hours;
    let social = w.safety * p.safety * read.safety.trace - w.loneliness * p.loneliness * read.lonely;
    let answer = (body + social).clamp(-0.9, 1.0) + 1.0;
    State { antigen: Change::balance(input.vaccination * answer, x.antigen, daily(p.antigen)) }
}

/// The rate per minute of a time constant in days.
#[inline(always)]
fn daily<R: Real>(tau: R) -> R {
    R::constant(1.0 / 1440.0) / tau
}

/// What the day adds to the integrals; `sensed` is how far virus is sensed.
#[inline(always)]
pub fn tally<R: Real>(x: &State<R>, sensed: R) -> Tally<Change<R>> {
    Tally { sensed: Change::integral(sensed), presented: Change::integral(x.antigen) }
}

/// What remains after `x` time constants, to a few parts in ten thousand up to a half.
#[inline(always)]
fn left<R: Real>(x: R) -> R {
    R::constant(1.0) / (x * (x * (x * (x * (1.0 / 24.0) + 1.0 / 6.0) + 0.5) + 1.0) + 1.0)
}

/// What is made of a day's integrals: cells that the virus has called, and those that the vaccine has.
#[inline(always)]
fn called<R: Real>(sensed: R, antigen: R, p: &Parameters<R>, w: &Arrows<R>) -> (R, R) {
    (w.virus * p.by_virus * sensed / 1440.0, p.by_vaccine * antigen * daily(p.antigen))
}

/// The slow states after `minutes` of a day that began with `x`.
#[inline(always)]
pub fn after<R: Real>(x: &Slow<R>, tally: &Tally<R>, minutes: R, p: &Parameters<R>, w: &Arrows<R>) -> Slow<R> {
    let turned = minutes * daily(p.cells);
    let aged = minutes * daily(p.antibody);
    let (cells_left, antibody_left) = (left(turned), left(aged));
    let apart = (turned - aged) * 0.5;
    let mean = (cells_left + antibody_left) * 0.5 * (-(apart * apart) / 3.0 + 1.0);
    let kept = turned * (turned * (turned * (-1.0 / 24.0) + 1.0 / 6.0) - 0.5) + 1.0;
    let next = |cells: R, antibody: R, new: R| {
        let made = turned * cells * mean + new * (-kept + 1.0);
        (cells * cells_left + new * kept, antibody * antibody_left + made)
    };
    let (virus, vaccine) = called(tally.sensed, tally.presented, p, w);
    let (cells, infection) = next(x.cells, x.infection, virus);
    let (vaccine_cells, vaccine) = next(x.vaccine_cells, x.vaccine, vaccine);
    Slow { cells, infection, vaccine_cells, vaccine }
}

/// The same as a derivative per minute, for a solver that does not split off the slow states.
#[inline(always)]
pub fn slope<R: Real>(x: &Slow<R>, antigen: &State<R>, sensed: R, p: &Parameters<R>, w: &Arrows<R>) -> Slow<R> {
    let (virus, vaccine) = called(sensed, antigen.antigen, p, w);
    let (turning, ageing) = (daily(p.cells), daily(p.antibody));
    Slow {
        cells: virus - x.cells * turning,
        infection: x.cells * turning - x.infection * ageing,
        vaccine_cells: vaccine - x.vaccine_cells * turning,
        vaccine: x.vaccine_cells * turning - x.vaccine * ageing,
    }
}

#[cfg(test)]
mod tests {
    use super::{Arrows, Parameters, Read, Slow, State, Tally, after, flow, slope};
    use crate::appraisal::safety;
    use crate::body::immune::exposure::Blood;
    use crate::declare::{Reading, Table};
    use crate::inputs::Inputs;

    fn typical() -> Parameters<f64> {
        Table::read(&mut Parameters::ROWS.iter().map(|row| row.declared.typical)).unwrap()
    }

    fn arrows(which: Reading) -> Arrows<f64> {
        Table::read(&mut Arrows::ROWS.iter().map(|row| row.declared.strength(which).value)).unwrap()
    }

    const NONE: Slow<f64> = Slow { cells: 0.0, infection: 0.0, vaccine_cells: 0.0, vaccine: 0.0 };

    /// The slow states day by day, once a day and by the derivatives, after a dose and three days of virus.
    fn both(p: &Parameters<f64>, days: usize) -> Vec<(Slow<f64>, Slow<f64>)> {
        let w = arrows(Reading::Measured);
        let (mut daily, mut fine, mut antigen) = (NONE, NONE, 1.0);
        let day = |day: usize| {
            let sensed = if day < 3 { 1.0 } else { 0.0 };
            let mut tally = Tally { sensed: 0.0, presented: 0.0 };
            for _ in 0..1440 {
                let change = slope(&fine, &State { antigen }, sensed, p, &w);
                fine.cells += change.cells;
                fine.infection += change.infection;
                fine.vaccine_cells += change.vaccine_cells;
                fine.vaccine += change.vaccine;
                tally.sensed += sensed;
                tally.presented += antigen;
                antigen -= antigen / (1440.0 * p.antigen);
            }
            daily = after(&daily, &tally, 1440.0, p, &w);
            (daily, fine)
        };
        (0..days).map(day).collect()
    }

    #[test]
    fn once_a_day_is_as_good_as_at_every_minute() {
        for p in [typical(), Parameters { cells: 3.0, antibody: 40.0, antigen: 7.0, ..typical() }] {
            for (daily, fine) in both(&p, 60) {
                let near = |a: f64, b: f64, scale: f64| assert!((a - b).abs() < 0.01 * scale, "{a} {b}");
                near(daily.cells, fine.cells, 30.0);
                near(daily.infection, fine.infection, 30.0);
                near(daily.vaccine_cells, fine.vaccine_cells, 8.0);
                near(daily.vaccine, fine.vaccine, 8.0);
            }
        }
    }

    #[test]
    fn antibody_is_highest_after_weeks_and_lasts_for_months() {
        let course: Vec<f64> = both(&typical(), 200).into_iter().map(|(daily, _)| daily.vaccine).collect();
        let (peak, highest) =
            course.iter().enumerate().fold((0, 0.0), |b, (k, &it)| if it > b.1 { (k, it) } else { b });
        assert!((14..35).contains(&peak) && (5.0..9.0).contains(&highest), "{peak} {highest}");
        assert!(course[4] < 0.6 * highest && course[peak + 120] > 0.3 * highest);
    }

    #[test]
    fn the_answer_follows_strain_and_loneliness_as_each_reading_has_it() {
        let calm = safety::State { felt: 0.0, trace: 0.0 };
        let dose = |strain: f64, lonely: f64, which: Reading| {
            let blood = Blood { deaf: 0.0, function: 1.0, strain };
            let read = Read { blood: &blood, hours: 0.0, lonely, safety: &calm };
            let input = Inputs { vaccination: 1.0, ..Inputs::rest() };
            flow(&State { antigen: 0.0 }, &read, &input, &typical(), &arrows(which)).antigen.slope
        };
        for which in Reading::ALL {
            assert_eq!(dose(0.0, 0.0, which), 1.0);
            assert!(dose(1.0, 0.0, which) < 0.9);
            assert!(dose(2.0, 40.0, which) > 0.0);
        }
        assert_eq!(dose(0.0, 1.0, Reading::Null), 1.0);
        assert!(dose(0.0, 1.0, Reading::Told) < dose(0.0, 1.0, Reading::Measured));
    }
}
