//! Exposure: virus that reaches the nose, and how much of it a person withstands.
//!
//! ```text
//! L'        = inoculum - L / 15 min
//! ln theta  = ln 3.83 + 4.5 (z + Z)                              dose that is withstood, TCID50
//! Z         = 0.2 w_ties D - 3.2 w_sensitivity [1 - G - 0.04]+ + 3 w_function (F - 1) + 0.25 w_sleep T
//!             - 0.3 w_loneliness l + 0.5 w_safety S
//! uptake    = 9e-9 L / (1 + (theta / L)^16)                      share of cells infected per min
//! infection = lambda((ln 200 - ln 3.83) / 4.5 - Z),   lambda(x) = 1 / (1 + exp(-1.702 x))
//! ```
//!
//! L virus on the lining, TCID50, which mucus carries away. z the person's own resistance, a standard score: it is drawn once, so the same dose
//! infects the same person or does not, and nothing is drawn here. D kinds of ties beyond those of most people, G sensitivity of immune cells to cortisol,
//! F function of white cells, T hours slept beyond the usual, l lasting loneliness against the usual, S trace of safety. Z is 0 in a person who lives as
//! usual with the ties of most. The last line is what share of people with these states, but with any z, 200 TCID50 would infect.
//!
//! Where the logarithms of the dose withstood are normal, shares rise with the dose as in volunteers: the beta-Poisson curve of a rhinovirus
//! gives 33, 57, 78 and 81 % at 1, 10, 100 and 200 TCID50, this one 38, 58, 77 and 81 %.
//! Left out: antibody from before, serotypes, virus on hands, season.

use crate::appraisal::safety;
use crate::declare::{Arrow, Evidence, Grade, Parameter, Quantity, Spread, System, strength};
use crate::inputs::Inputs;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "exposure" {
        /// Virus on the lining of the nose
        load: Quantity { system: System::Immune, principal: false, unit: "TCID50", possible: (0.0, 2e6), normal: None, measured_by: "the dose of a challenge" },
    }
}

table! {
    /// Algebraic quantities.
    Reading of Quantity in "exposure" {
        /// Share of people like this one whom 200 TCID50 would infect
        infection: Quantity { system: System::Immune, principal: false, unit: "1", possible: (0.0, 1.0), normal: Some((0.7, 0.92)), measured_by: "viral challenge in quarantine" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "exposure" {
        /// Time constant of the mucus that carries virus away
        clearance: Parameter {
            unit: "min", min: 3.0, typical: 15.0, max: 120.0, spread: Spread::Lognormal(0.3),
            evidence: Evidence::Hypothesis, source: "general knowledge: a marker crosses the nose in ten to twenty minutes",
        },
        /// Logarithm of the dose, in TCID50, that infects half of people
        median: Parameter {
            unit: "1", min: -2.0, typical: 1.343, max: 7.0, spread: Spread::Same,
            evidence: Evidence::Read, source: "rhinovirus 14, 3.83 TCID50 (beta-Poisson fit of QMRA wiki to Hendley 1972)",
        },
        /// Standard deviation between people of the logarithm of the dose that is withstood
        breadth: Parameter {
            unit: "1", min: 0.5, typical: 4.5, max: 6.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "that beta-Poisson fit has exponent 0.252: 81 % at 200 TCID50",
        },
        /// The person's own resistance, a standard score
        resistance: Parameter {
            unit: "SD", min: -4.0, typical: 0.0, max: 4.0, spread: Spread::Normal(1.0),
            evidence: Evidence::Derived, source: "a standard score",
        },
        /// Share of the cells that one TCID50 on the lining infects a minute
        uptake: Parameter {
            unit: "1e-9/min", min: 0.1, typical: 9.0, max: 1000.0, spread: Spread::Same,
            evidence: Evidence::Fitted, source: "with 200 TCID50, the titres of 24 and 48 h come at their time (nasal washes of 14 people with rhinovirus 16)",
        },
        /// Resistance per kind of tie
        ties: Parameter {
            unit: "SD", min: 0.0, typical: 0.2, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "adjusted risk 4.2 of 1-3 kinds against 6 or more, taken as odds between 2 and 5.5 of the kinds counted here (Cohen 1997); about half of it by infection, as less virus is shed: guessed",
        },
        /// Resistance lost where all sensitivity to cortisol is lost
        sensitivity: Parameter {
            unit: "SD", min: 0.0, typical: 3.2, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Derived, source: "infection 74 and 90 % from the lowest to the highest strain (Cohen 1991), taken as a quarter of the sensitivity, of which 0.04 does no harm",
        },
        /// Resistance per unit of function of white cells
        function: Parameter {
            unit: "SD", min: 0.0, typical: 3.0, max: 10.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed: a tenth of the function moves a twentieth of people across",
        },
        /// Resistance per hour of sleep
        sleep: Parameter {
            unit: "SD/h", min: 0.0, typical: 0.25, max: 1.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "sleep is the strongest lever: nights two to three hours short weigh as much as three kinds of ties, guessed",
        },
        /// Resistance lost per unit of lasting loneliness
        loneliness: Parameter {
            unit: "SD", min: 0.0, typical: 0.3, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
        /// Resistance per unit of the trace of safety
        safety: Parameter {
            unit: "SD", min: 0.0, typical: 0.5, max: 2.0, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "guessed",
        },
    }
}

table! {
    /// Arrows.
    Arrows of Arrow in "exposure" {
        /// Kinds of ties protect
        ties: Arrow {
            from: "diversity.ties", to: "exposure.infection", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Derived, source: "a dose-response in 276 people, with mucus cleared faster and less virus shed (Cohen 1997)",
        },
        /// Lost sensitivity to cortisol opens
        sensitivity: Arrow {
            from: "receptors.sensitivity", to: "exposure.infection", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Derived, source: "infection rises with strain (Cohen 1991); that it goes through this sensitivity is shown for illness",
        },
        /// White cells that function protect
        function: Arrow {
            from: "function.killing", to: "exposure.infection", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Moderate, evidence: Evidence::Hypothesis, source: "size guessed",
        },
        /// Sleep protects
        sleep: Arrow {
            from: "restedness.hours", to: "exposure.infection", unit: "1",
            told: strength(1.0, 0.3), measured: strength(1.0, 0.3), null: strength(1.0, 0.3),
            moderators: &[], grade: Grade::Strong, evidence: Evidence::Hypothesis, source: "direction as published; size guessed",
        },
        /// Loneliness opens
        loneliness: Arrow {
            from: "loneliness.lasting", to: "exposure.infection", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.0, 0.1), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::Contradicted, evidence: Evidence::Hypothesis, source: "loneliness goes with symptoms, not with infection",
        },
        /// Safety of the last hours protects
        safety: Arrow {
            from: "safety.trace", to: "exposure.infection", unit: "1",
            told: strength(1.0, 0.3), measured: strength(0.0, 0.1), null: strength(0.0, 0.0),
            moderators: &[], grade: Grade::None, evidence: Evidence::Hypothesis, source: "nobody has looked at hours",
        },
    }
}

/// Logarithm of the dose of the reading, 200 TCID50.
const STANDARD: f64 = 5.298_317_366_548_036;

/// What blood gives to the defence elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Blood<R> {
    /// Sensitivity of immune cells to cortisol that is lost and does harm, 0 without load.
    pub deaf: R,
    /// Function of white cells, 1 at rest.
    pub function: R,
    /// Chronic load, 0 at rest.
    pub strain: R,
}

/// What resistance reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a, R> {
    /// The blood.
    pub blood: &'a Blood<R>,
    /// Kinds of ties beyond those of most people.
    pub ties: R,
    /// Hours slept beyond the usual.
    pub hours: R,
    /// Lasting loneliness against the person's usual.
    pub lonely: R,
    /// Safety.
    pub safety: &'a safety::State<R>,
}

/// What the states add to a person's resistance: Z above.
#[inline(always)]
pub fn shift<R: Real>(read: &Read<'_, R>, p: &Parameters<R>, w: &Arrows<R>) -> R {
    let body = w.function * p.function * (read.blood.function - 1.0) - w.sensitivity * p.sensitivity * read.blood.deaf
        + w.sleep * p.sleep * read.hours;
    let social = w.ties * p.ties * read.ties - w.loneliness * p.loneliness * read.lonely
        + w.safety * p.safety * read.safety.trace;
    (body + social).clamp(-5.0, 5.0)
}

/// The share of people whose standard score lies below `x`, as a logistic curve has it.
#[inline(always)]
pub(super) fn below<R: Real>(x: R) -> R {
    R::constant(1.0) / ((x * -1.702).exp() + 1.0)
}

/// The reading above; `shift` is Z.
#[inline(always)]
pub fn reading<R: Real>(shift: R, p: &Parameters<R>) -> Reading<R> {
    Reading { infection: below((-p.median + STANDARD) / p.breadth - shift) }
}

/// Share of the cells that the virus on the lining infects per minute; `shift` is Z.
#[inline(always)]
pub fn uptake<R: Real>(x: &State<R>, shift: R, p: &Parameters<R>) -> R {
    let sixteenth = |it: R| it.squared().squared().squared().squared();
    let withstood = (p.median + p.breadth * (p.resistance + shift)).clamp(-30.0, 38.0).exp();
    let load = sixteenth(x.load);
    p.uptake * 1e-9 * x.load * load / (load + sixteenth(withstood))
}

/// The equation of the load.
#[inline(always)]
pub fn flow<R: Real>(x: &State<R>, input: &Inputs<R>, p: &Parameters<R>) -> State<Change<R>> {
    State { load: Change::balance(input.inoculum, x.load, R::constant(1.0) / p.clearance) }
}

#[cfg(test)]
mod tests {
    use super::{Arrows, Blood, Parameters, Read, State, reading, shift, uptake};
    use crate::appraisal::safety;
    use crate::declare::{Reading, Table};

    fn typical() -> Parameters<f64> {
        Table::read(&mut Parameters::ROWS.iter().map(|row| row.declared.typical)).unwrap()
    }

    fn arrows(reading: Reading) -> Arrows<f64> {
        Table::read(&mut Arrows::ROWS.iter().map(|row| row.declared.strength(reading).value)).unwrap()
    }

    const CALM: safety::State<f64> = safety::State { felt: 0.0, trace: 0.0 };
    const USUAL: Blood<f64> = Blood { deaf: 0.0, function: 1.0, strain: 0.0 };

    fn read(blood: &Blood<f64>) -> Read<'_, f64> {
        Read { blood, ties: 0.0, hours: 0.0, lonely: 0.0, safety: &CALM }
    }

    #[test]
    fn at_rest_nothing_shifts_and_four_fifths_would_be_infected() {
        for which in Reading::ALL {
            assert_eq!(shift(&read(&USUAL), &typical(), &arrows(which)), 0.0);
        }
        let share = reading(0.0, &typical()).infection;
        assert!((share - 0.81).abs() < 0.01, "{share}");
    }

    #[test]
    fn a_dose_infects_those_who_withstand_less() {
        let p = typical();
        let share = |dose: f64, resistance: f64| {
            let p = Parameters { resistance, ..p };
            uptake(&State { load: dose }, 0.0, &p) / (p.uptake * 1e-9 * dose)
        };
        // Half of people withstand 3.83 TCID50; at a standard score of 0.5 it is 36.
        assert!(share(3.0, 0.0) < 0.03 && share(5.0, 0.0) > 0.97);
        assert!(share(30.0, 0.5) < 0.06 && share(45.0, 0.5) > 0.9);
        for load in [0.0, 1e-30, 2e6] {
            for resistance in [-4.0, 4.0] {
                let wild = Parameters { resistance, median: 7.0, breadth: 6.0, ..p };
                for shift in [-5.0, 5.0] {
                    assert!((0.0..=0.02).contains(&uptake(&State { load }, shift, &wild)));
                }
            }
        }
    }

    #[test]
    fn loneliness_opens_only_as_told_and_strain_only_when_sensitivity_is_lost() {
        let p = typical();
        let lonely = Read { lonely: 1.0, ..read(&USUAL) };
        assert_eq!(shift(&lonely, &p, &arrows(Reading::Measured)), 0.0);
        assert!(shift(&lonely, &p, &arrows(Reading::Told)) < 0.0);
        let strained = |deaf: f64| Blood { deaf, ..USUAL };
        let measured = arrows(Reading::Measured);
        assert_eq!(shift(&read(&strained(0.0)), &p, &measured), 0.0);
        assert!(shift(&read(&strained(0.21)), &p, &measured) < -0.5);
        let few = Read { ties: -3.0, ..read(&USUAL) };
        assert!(shift(&few, &p, &measured) < -0.5);
        assert_eq!(shift(&few, &p, &arrows(Reading::Null)), 0.0);
    }
}
