//! A respiratory virus in one nose, as rhinoviruses are: it infects cells, these make more of it, and interferon, the loss of cells and antibody end it.
//!
//! ```text
//! s  = R0 i^2 / ((i + one) (1 + 0.7 C) (1 + w_antibody A)) / 8 h    infections per cell that is left
//! u' = -(s + w_uptake uptake) u + (1 - u - e - i) (1 - C) / 10 d  cells that are left
//! e' = (s + w_uptake uptake) u - e / 6 h                          infected, not yet making virus
//! i' = e / 6 h - q i / 8 h,   q = 1 + w_function (F - 1)  making virus
//! C' = (V / (V + 3) - C) / 18 h,   V = 4700 i            the innate answer: interferon
//! titre = log10(1 + V),   genomes = log10(1 + 3000 V)
//! ```
//!
//! u, e, i are shares of the cells, V virus in TCID50 per mL of nasal wash. Free virus lives for minutes to hours in moving mucus, so it follows the cells that
//! make it. `one` is the share that one cell has: below it there is no virus, so an infection that is over is over. R0 is the number of cells that one cell
//! infects in a nose that has met nothing. A antibody, F function of white cells. Nothing takes a share below 0; without virus all rest at u = 1.
//!
//! The form is that of target cells with an eclipse phase (Baccam 2006, influenza). Fitted to washes of 14 people with rhinovirus 16 (log10 1.79, 3.11 and 2.61
//! at 24, 48 and 72 h, near 0 by day 5) it gives 1.8, 3.1, 2.4 and 0.5. How many cells there are and how much virus a cell makes cannot be told apart.
//! Left out: the lower airways, T cells other than as function, a tail of genomes of dead virus, other serotypes: who has had it is immune to all for a while.

use crate::body::immune::exposure::Blood;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "virus" {
        /// Cells of the nose that may be infected
        susceptible: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 1.0), normal: None, measured_by: "nothing: a latent state" },
        /// Cells that are infected and make no virus yet
        eclipse: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 1.0), normal: None, measured_by: "nothing: a latent state" },
        /// Cells that make virus
        productive: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 1.0), normal: None, measured_by: "nothing: a latent state" },
        /// Innate answer of the nose to virus
        innate: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 1.0), normal: None, measured_by: "interferon in nasal lining fluid" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "virus" {
        /// Virus that infects, log10 of TCID50 per mL of nasal wash
        titre: Quantity { system: System::Immune, principal: true, unit: "log10", possible: (0.0, 6.0), normal: None, measured_by: "culture of nasal washes, limit about 0.3" },
        /// Genomes of virus, log10 per mL of nasal wash
        genomes: Quantity { system: System::Immune, principal: false, unit: "log10", possible: (0.0, 12.0), normal: None, measured_by: "polymerase chain reaction, limit about 2" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "virus" {
        /// Cells that one cell infects where all are left
        reproduction: Parameter {
            unit: "1", min: 2.0, typical: 12.0, max: 30.0, spread: Spread::Lognormal(0.2),
            evidence: Evidence::Fitted, source: "nasal washes of 14 people with rhinovirus 16, with the other constants as they stand; 8 fits only without interferon",
        },
        /// Time constant of the eclipse phase
        eclipse: Parameter {
            unit: "min", min: 120.0, typical: 360.0, max: 1440.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "6 h, of influenza (Baccam 2006)",
        },
        /// Time for which a cell makes virus
        productive: Parameter {
            unit: "min", min: 120.0, typical: 480.0, max: 2880.0, spread: Spread::Lognormal(0.15),
            evidence: Evidence::Derived, source: "those washes fall by 1.3 log10 a day after day 3",
        },
        /// Share of the cells that is one cell
        one: Parameter {
            unit: "1e-8", min: 0.1, typical: 1.0, max: 100.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "some 10^8 cells; guessed",
        },
        /// Virus that all cells together would give to a wash
        yield_all: Parameter {
            unit: "TCID50/mL", min: 100.0, typical: 4700.0, max: 500_000.0, spread: Spread::Lognormal(0.8),
            evidence: Evidence::Fitted, source: "those washes; the spread between people is guessed from their standard errors",
        },
        /// Genomes per virus that infects
        genomes: Parameter {
            unit: "1", min: 10.0, typical: 3000.0, max: 100_000.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "6.4 log10 of genomes on the first day of a cold (Granados 2012) against washes of 3 log10",
        },
        /// Virus that is half sensed
        sensed: Parameter {
            unit: "TCID50/mL", min: 0.3, typical: 3.0, max: 300.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "throats are sore at 10-12 h, complaints exceed those of others at 16 h (Harris and Gwaltney 1996), when washes hold 1 to 10",
        },
        /// Time constant of the innate answer
        innate: Parameter {
            unit: "min", min: 240.0, typical: 1080.0, max: 4320.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "general knowledge: colds are worst on days 2 to 4 and over after a week; 18 h guessed within that",
        },
        /// Infections that the innate answer prevents, over those that it lets pass
        interferon: Parameter {
            unit: "1", min: 0.0, typical: 0.7, max: 5.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Fitted, source: "how those washes fall between 48 and 120 h",
        },
        /// Time constant in which cells grow back
        regrowth: Parameter {
            unit: "d", min: 2.0, typical: 10.0, max: 60.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "general knowledge: the lining is whole again after one to two weeks",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "virus" {
        /// Virus in the nose infects cells
        uptake: Arrow {
            from: "exposure.load", to: "virus.eclipse", unit: "1",
            told: strength(1.0, 0.1), measured: strength(1.0, 0.1), null: strength(1.0, 0.1),
            moderators: &["own resistance"], grade: Grade::Strong, evidence: Evidence::Derived, source: "nasal drops infect four of five volunteers",
        },
        /// White cells that function remove cells that make virus
        function: Arrow {
            from: "function.killing", to: "virus.productive", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "natural killer cells kill infected cells; that the rate is in proportion is guessed",
        },
        /// Antibody neutralises
        antibody: Arrow {
            from: "antibody.infection", to: "virus.eclipse", unit: "1",
            told: strength(1.0, 0.2), measured: strength(1.0, 0.2), null: strength(1.0, 0.2),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "sets the scale of the antibody",
        },
    }
}

/// Virus that infects, TCID50 per mL: V above.
#[inline(always)]
fn shed<R: Real>(x: &State<R>, p: &Parameters<R>) -> R {
    x.productive.positive() * p.yield_all
}

/// How far virus is sensed, from 0 to 1.
#[inline(always)]
pub fn sensed<R: Real>(x: &State<R>, p: &Parameters<R>) -> R {
    let virus = shed(x, p);
    virus / (virus + p.sensed)
}

/// The readings above.
#[inline(always)]
pub fn reading<R: Real>(x: &State<R>, p: &Parameters<R>) -> Reading<R> {
    let virus = shed(x, p);
    let per_decade = core::f64::consts::LOG10_E;
    Reading { titre: (virus + 1.0).ln() * per_decade, genomes: (virus * p.genomes + 1.0).ln() * per_decade }
}

/// The equations above; `uptake` is the share of cells that virus on the lining infects per minute, `antibody` A.
#[inline(always)]
pub fn flow<R: Real>(
    x: &State<R>,
    uptake: R,
    antibody: R,
    blood: &Blood<R>,
    p: &Parameters<R>,
    w: &Arrows<R>,
) -> State<Change<R>> {
    let producing = x.productive.positive();
    let death = R::constant(1.0) / p.productive;
    let out = R::constant(1.0) / p.eclipse;
    let stopped = (p.interferon * x.innate + 1.0) * (w.antibody * antibody + 1.0);
    let spread = p.reproduction * death * producing * producing / ((producing + p.one * 1e-8) * stopped);
    let force = spread + w.uptake * uptake;
    let regrowth = (-x.innate + 1.0) / (p.regrowth * 1440.0);
    let room = -x.eclipse - x.productive + 1.0;
    let removal = death * (w.function * (blood.function - 1.0) + 1.0).clamp(0.2, 3.0);
    State {
        susceptible: Change::balance(room * regrowth, x.susceptible, force + regrowth),
        eclipse: Change::balance(force * x.susceptible, x.eclipse, out),
        productive: Change::balance(out * x.eclipse, x.productive, removal),
        innate: Change::towards(sensed(x, p), x.innate, p.innate),
    }
}

#[cfg(test)]
mod tests {
    use super::{Arrows, Parameters, State, flow, reading, sensed};
    use crate::body::immune::exposure::Blood;
    use crate::declare::{Reading, Table};
    use crate::relax::Change;

    const WELL: State<f64> = State { susceptible: 1.0, eclipse: 0.0, productive: 0.0, innate: 0.0 };

    fn typical() -> Parameters<f64> {
        Table::read(&mut Parameters::ROWS.iter().map(|row| row.declared.typical)).unwrap()
    }

    fn arrows() -> Arrows<f64> {
        Table::read(&mut Arrows::ROWS.iter().map(|row| row.declared.strength(Reading::Measured).value)).unwrap()
    }

    fn step(x: f64, change: Change<f64>, minutes: f64) -> f64 {
        let z = -change.rate * minutes;
        x + change.slope * minutes * if z == 0.0 { 1.0 } else { z.exp_m1() / z }
    }

    /// The states every half minute for so many days, of somebody whom a dose has infected; antibody as in `antibody.rs`.
    fn infected(seed: f64, function: f64, days: usize, p: &Parameters<f64>) -> Vec<State<f64>> {
        let blood = Blood { deaf: 0.0, function, strain: 0.0 };
        let (mut x, mut cells, mut antibody) = (State { eclipse: seed, ..WELL }, 0.0, 0.0);
        let course = (0..2880 * days).map(|_| {
            let change = flow(&x, 0.0, antibody, &blood, p, &arrows());
            antibody += 0.5 * (cells / 10_080.0 - antibody / 216_000.0);
            cells += 0.5 * (10.0 * sensed(&x, p) / 1440.0 - cells / 10_080.0);
            x = State {
                susceptible: step(x.susceptible, change.susceptible, 0.5),
                eclipse: step(x.eclipse, change.eclipse, 0.5),
                productive: step(x.productive, change.productive, 0.5),
                innate: step(x.innate, change.innate, 0.5),
            };
            x
        });
        course.collect()
    }

    /// What 200 TCID50 in the nose infect.
    const DOSE: f64 = 2.7e-5;

    #[test]
    fn washes_hold_as_much_virus_as_in_volunteers() {
        let p = typical();
        let course = infected(DOSE, 1.0, 12, &p);
        let titre = |hour: usize| reading(&course[120 * hour - 1], &p).titre;
        for (hour, expected, error) in [(24, 1.79, 0.3), (48, 3.11, 0.15), (72, 2.61, 0.3), (120, 0.15, 0.4)] {
            assert!((titre(hour) - expected).abs() < error, "{hour} h: {}", titre(hour));
        }
        // Culture finds nothing after six days, but genomes are found for longer, and nothing after eight.
        assert!(titre(144) < 0.3 && reading(&course[120 * 144 - 1], &p).genomes > 2.0);
        assert!(reading(&course[120 * 192 - 1], &p).genomes < 2.0);
    }

    #[test]
    fn the_nose_answers_within_the_first_day() {
        let course = infected(DOSE, 1.0, 8, &typical());
        let highest = course.iter().map(|it| it.innate).fold(0.0, f64::max);
        let share = |hour: usize| course[120 * hour - 1].innate / highest;
        assert!(share(8) < 0.02 && (0.02..0.1).contains(&share(12)) && (0.1..0.25).contains(&share(16)));
        assert!(share(60) > 0.85 && share(190) < 0.3);
    }

    #[test]
    fn it_does_not_come_back_and_nothing_leaves_its_range() {
        let course = infected(DOSE, 1.0, 200, &typical());
        assert!(course[2880 * 12..].iter().all(|it| it.productive < 1e-8), "the virus is gone");
        assert!(course.last().unwrap().susceptible > 0.99);
        let shares = course.iter().flat_map(|it| [it.susceptible, it.eclipse, it.productive, it.innate]);
        assert!(shares.into_iter().all(|it| (-1e-12..=1.0 + 1e-12).contains(&it)));
    }

    #[test]
    fn less_than_a_cell_infects_nobody() {
        let course = infected(1e-10, 1.0, 4, &typical());
        assert!(course.iter().all(|it| it.susceptible > 1.0 - 1e-6));
    }

    #[test]
    fn good_cells_lower_the_peak_and_clear_sooner() {
        let p = typical();
        let of = |function: f64| {
            let course = infected(DOSE, function, 10, &p);
            let titres: Vec<f64> = course.iter().map(|it| reading(it, &p).titre).collect();
            let last = titres.iter().rposition(|&it| it > 0.3).unwrap();
            (titres.into_iter().fold(0.0, f64::max), last as f64 / 2880.0)
        };
        let (poor, usual, good) = (of(0.8), of(1.0), of(1.2));
        assert!(poor.0 > usual.0 + 0.05 && usual.0 > good.0 + 0.05, "{poor:?} {usual:?} {good:?}");
        assert!(poor.1 > usual.1 + 0.2 && usual.1 > good.1 + 0.1, "{poor:?} {usual:?} {good:?}");
    }

    #[test]
    fn at_any_bound_everything_stays_a_share() {
        let p = typical();
        let mut values = Vec::new();
        p.write(&mut |value| values.push(value));
        for (place, row) in Parameters::ROWS.iter().enumerate() {
            for bound in [row.declared.min, row.declared.max] {
                let mut values = values.clone();
                values[place] = bound;
                let p = Table::read(&mut values.into_iter()).unwrap();
                for it in infected(1e-3, 0.0, 14, &p) {
                    let shares = [it.susceptible, it.eclipse, it.productive, it.innate];
                    assert!(shares.into_iter().all(|it| (-1e-9..=1.0 + 1e-9).contains(&it)), "{} {it:?}", row.id);
                }
            }
        }
    }
}
