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
            moderators: &[], grade: Grade::Mixed, evidence: Evidence::Hypothesis, source: "one of three strains (Pressman 2005); size guessed",
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

/// The equations above; `sensed` is how far virus is sensed.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    sensed: R,
    read: &Read<'_, R>,
    input: &Inputs<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let body = w.function * p.function * (read.blood.function - 1.0) - w.strain * p.strain * read.blood.strain
        + w.sleep * p.sleep * read.hours;
    let social = w.safety * p.safety * read.safety.trace - w.loneliness * p.loneliness * read.lonely;
    let answer = (body + social).clamp(-0.9, 1.0) + 1.0;
    let (turning, ageing) = (daily(p.cells), daily(p.antibody));
    let called = w.virus * p.by_virus * sensed * (1.0 / 1440.0);
    let presented = p.by_vaccine * x.antigen * daily(p.antigen);
    State {
        antigen: Change::balance(input.vaccination * answer, x.antigen, daily(p.antigen)),
        cells: Change::balance(called, x.cells, turning),
        infection: Change::balance(x.cells * turning, x.infection, ageing),
        vaccine_cells: Change::balance(presented, x.vaccine_cells, turning),
        vaccine: Change::balance(x.vaccine_cells * turning, x.vaccine, ageing),
    }
}

/// Who has met neither.
pub fn start() -> State<f64> {
    State { antigen: 0.0, cells: 0.0, infection: 0.0, vaccine_cells: 0.0, vaccine: 0.0 }
}

/// The rate per minute of a time constant in days.
#[inline(always)]
fn daily<R: Real>(tau: R) -> R {
    R::constant(1.0 / 1440.0) / tau
}

#[cfg(test)]
mod tests {
    use super::{Arrows, Parameters, Read, State, flow};
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

    const NONE: State<f64> = State { antigen: 0.0, cells: 0.0, infection: 0.0, vaccine_cells: 0.0, vaccine: 0.0 };

    fn blood(strain: f64) -> Blood<f64> {
        Blood { deaf: 0.0, function: 1.0, strain }
    }

    /// The states at the end of each day after a dose and three days of virus.
    fn lived(days: usize) -> Vec<State<f64>> {
        let calm = safety::State { felt: 0.0, trace: 0.0 };
        let read = Read { blood: &blood(0.0), hours: 0.0, lonely: 0.0, safety: &calm };
        let mut x = State { antigen: 1.0, ..NONE };
        let day = |day: usize| {
            let sensed = if day < 3 { 1.0 } else { 0.0 };
            for _ in 0..144 {
                let change = flow(&x, sensed, &read, &Inputs::rest(), &typical(), &arrows(Reading::Measured));
                x = State {
                    antigen: x.antigen + 10.0 * change.antigen.slope,
                    cells: x.cells + 10.0 * change.cells.slope,
                    infection: x.infection + 10.0 * change.infection.slope,
                    vaccine_cells: x.vaccine_cells + 10.0 * change.vaccine_cells.slope,
                    vaccine: x.vaccine + 10.0 * change.vaccine.slope,
                };
            }
            x
        };
        (0..days).map(day).collect()
    }

    #[test]
    fn antibody_is_highest_after_weeks_and_lasts_for_months() {
        let course: Vec<f64> = lived(200).into_iter().map(|x| x.vaccine).collect();
        let (peak, highest) =
            course.iter().enumerate().fold((0, 0.0), |b, (k, &it)| if it > b.1 { (k, it) } else { b });
        assert!((14..35).contains(&peak) && (5.0..9.0).contains(&highest), "{peak} {highest}");
        assert!(course[4] < 0.6 * highest && course[peak + 120] > 0.3 * highest);
    }

    #[test]
    fn three_days_of_virus_leave_more_antibody_after_two_weeks_than_at_their_end() {
        let course = lived(60);
        assert!(course[0].infection < 1.0 && course[13].infection > 5.0 * course[2].infection / 3.0, "{course:?}");
        assert!(course[59].cells < 0.01 * course[2].cells && course[59].infection > 10.0);
    }

    #[test]
    fn the_answer_follows_strain_and_loneliness_as_each_reading_has_it() {
        let calm = safety::State { felt: 0.0, trace: 0.0 };
        let dose = |strain: f64, lonely: f64, which: Reading| {
            let read = Read { blood: &blood(strain), hours: 0.0, lonely, safety: &calm };
            let input = Inputs { vaccination: 1.0, ..Inputs::rest() };
            flow(&NONE, 0.0, &read, &input, &typical(), &arrows(which)).antigen.slope
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
