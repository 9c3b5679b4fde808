//! Fits the stress response of the adrenal axis to 200 people: means, spreads and correlations of saliva cortisol.
//!
//!     cargo run --release -p consoma --example fit_stress_test [PEOPLE]
//!
//! PEOPLE of each sex are simulated (default 600). The fit starts at the declared values and prints what it found beside them;
//! nothing is written. Residuals: each mean over its margin, each log SD and each correlation over a third to a half of 0.15, ACTH's rise
//! (about threefold), and a prior on every fitted number. While it searches it takes longer steps; the last report is at the product's.

use consoma_files::{measured, scenario};
use consoma_lab::compare::{Comparison, Measured, judge};
use consoma_lab::scenario::Scenario;
use consoma_lab::simulate::simulate;
use consoma_lab::statistics::quantile;
use consoma_model::declare::{Reading, Spread};
use levenberg_marquardt::{LeastSquaresProblem, LevenbergMarquardt};
use nalgebra::{DMatrix, DVector, Dyn, Owned};
use std::path::Path;

/// What is fitted.
#[derive(Clone, Copy)]
enum What {
    /// The instrument's scale.
    Scale,
    /// The typical value of a parameter.
    Typical(&'static str),
    /// The spread of a parameter.
    Spread(&'static str),
    /// The spread of the answer to a stressor in one session; a third of its variance lies between people, the rest between days.
    Session,
}

/// A fitted number: what it is, the centre of its prior, and the standard deviation of its logarithm there.
struct Number(What, f64, f64);

const NUMBERS: &[Number] = &[
    Number(What::Scale, 2.5, 0.35),
    Number(What::Typical("crh.stress_gain"), 4.0, 0.7),
    Number(What::Typical("crh.women_stress_gain"), 0.35, 0.5),
    Number(What::Session, 1.0, 0.25),
    Number(What::Typical("adrenal.sensitivity"), 4.5, 0.4),
    Number(What::Spread("adrenal.sensitivity"), 0.55, 0.35),
    Number(What::Typical("adrenal.tau"), 7.0, 0.3),
    Number(What::Typical("acth.half_life"), 4.0, 0.2),
    Number(What::Typical("evaluation.perseveration"), 3.0, 0.5),
    Number(What::Spread("evaluation.perseveration"), 1.2, 0.25),
    Number(What::Typical("evaluation.women_perseveration"), 1.5, 0.4),
    Number(What::Typical("crh.novelty_gain"), 0.5, 0.5),
    Number(What::Spread("crh.novelty_gain"), 1.0, 0.3),
    Number(What::Spread("saliva.share"), 0.3, 0.35),
    Number(What::Typical("cortisol.half_life"), 2.1, 0.15),
    Number(What::Typical("saliva.lag"), 1.5, 0.3),
];

/// Step while searching, min. At 2.5 min the strongest responders' saliva turns negative for a step.
const SEARCH: f64 = 1.25;

/// Rise of ACTH from the first sample to its highest, and the standard deviation of its logarithm: two- to fourfold.
const ACTH: (f64, f64) = (3.0, 0.12);

struct Fit {
    scenario: Scenario,
    measured: Measured,
    x: DVector<f64>,
}

impl Fit {
    fn value(&self, k: usize) -> f64 {
        NUMBERS[k].1 * (NUMBERS[k].2 * self.x[k]).exp()
    }

    /// The scenario and the data with the numbers at `x`.
    fn set(&self) -> (Scenario, Measured) {
        let (mut scenario, mut measured) = (self.scenario.clone(), self.measured.clone());
        for (k, Number(what, ..)) in NUMBERS.iter().enumerate() {
            let value = self.value(k);
            let population = &mut scenario.population;
            let mut spread = |id: &str, spread: f64| {
                let typical = population.parameter(id).expect("declared").typical;
                population.set_parameter(id, typical, Some(Spread::Lognormal(spread)));
            };
            match what {
                What::Scale => measured.instrument.scale = value,
                What::Spread(id) => spread(id, value),
                What::Session => {
                    spread("crh.stress_gain", value / 3f64.sqrt());
                    population.set_parameter("crh.day_spread", value * (2f64 / 3.0).sqrt(), None);
                }
                What::Typical(id) => drop(population.set_parameter(id, value, None)),
            }
        }
        (scenario, measured)
    }

    fn compare(&self) -> (Measured, Comparison, f64) {
        let (scenario, measured) = self.set();
        let mut recorded = measured.record(&scenario);
        recorded.times =
            measured.series.iter().flat_map(|series| series.points.iter().map(|point| point.time)).collect();
        recorded.times.sort_by(f64::total_cmp);
        recorded.times.dedup();
        recorded
            .quantities
            .push(consoma_wiring::columns().position(|row| row.id == "acth.relative").expect("declared"));
        let mut courses = simulate(&recorded, Reading::Measured, &|| ()).expect("everybody lives");
        let rises: Vec<f64> = courses
            .iter_mut()
            .map(|course| {
                let acth: Vec<f64> = course.values.iter().skip(1).step_by(2).copied().collect();
                course.values = course.values.iter().step_by(2).copied().collect();
                acth.iter().copied().fold(0.0, f64::max) / acth[0]
            })
            .collect();
        recorded.quantities.pop();
        let comparison = judge(&recorded, &measured, Reading::Measured, &courses);
        (measured, comparison, quantile(&rises, 0.5))
    }

    fn errors(&self) -> Vec<f64> {
        let (measured, comparison, acth) = self.compare();
        let mut errors = Vec::new();
        for pair in comparison.series.iter().flat_map(|series| &series.pairs) {
            errors.push(3.0 * (pair.predicted.mean - pair.measured.mean) / pair.margin);
            errors.extend(pair.log_sd_error().map(|error| error / 0.07));
        }
        let matrix = measured.correlations.as_ref().expect("the data have correlations");
        let size = matrix.times.len();
        let predicted = comparison.correlations.as_ref().expect("and so has the prediction");
        for row in 0..size {
            errors
                .extend((row * size..row * size + row).map(|place| (predicted[place] - matrix.values[place]) / 0.055));
        }
        errors.push((acth / ACTH.0).ln() / ACTH.1);
        errors.extend(self.x.iter());
        errors
    }

    fn report(&self) {
        let (measured, comparison, acth) = self.compare();
        for series in &comparison.series {
            println!("{}: error {:.2} of a range of {:.2}", series.label, series.rms(), series.range());
            for pair in &series.pairs {
                println!(
                    "  {:4.0} min  {:6.2} measured {:6.2} predicted, {:5.2} margins;  log SD {:.3} and {:.3}",
                    pair.measured.time - series.zero,
                    pair.measured.mean,
                    pair.predicted.mean,
                    (pair.predicted.mean - pair.measured.mean) / pair.margin,
                    pair.measured.log_sd.unwrap_or(f64::NAN),
                    pair.predicted.log_sd.unwrap_or(f64::NAN)
                );
            }
        }
        println!("largest error of a correlation {:.3}", comparison.worst_correlation(&measured).unwrap_or(f64::NAN));
        println!("ACTH rises {acth:.2} times (median)");
        for (k, Number(what, ..)) in NUMBERS.iter().enumerate() {
            let name = match what {
                What::Scale => "scale of the instrument".to_owned(),
                What::Typical(id) => (*id).to_owned(),
                What::Spread(id) => format!("spread of {id}"),
                What::Session => "spread of the answer in one session".to_owned(),
            };
            println!("  {name:40} {:8.3}   ({:+.1} SD of its prior)", self.value(k), self.x[k]);
        }
    }
}

impl LeastSquaresProblem<f64, Dyn, Dyn> for Fit {
    type ResidualStorage = Owned<f64, Dyn>;
    type JacobianStorage = Owned<f64, Dyn, Dyn>;
    type ParameterStorage = Owned<f64, Dyn>;

    fn set_params(&mut self, x: &DVector<f64>) {
        self.x.copy_from(x);
    }

    fn params(&self) -> DVector<f64> {
        self.x.clone()
    }

    fn residuals(&self) -> Option<DVector<f64>> {
        let errors = DVector::from_vec(self.errors());
        eprintln!("loss {:.2}", errors.norm_squared());
        Some(errors)
    }

    fn jacobian(&self) -> Option<DMatrix<f64>> {
        // The draws are the same at every trial, so differences of this size hold no noise.
        let h = 0.08;
        let here = self.errors();
        let columns: Vec<_> = (0..NUMBERS.len())
            .map(|k| {
                let mut x = self.x.clone();
                x[k] += h;
                let there = Fit { scenario: self.scenario.clone(), measured: self.measured.clone(), x }.errors();
                DVector::from_iterator(here.len(), there.iter().zip(&here).map(|(there, here)| (there - here) / h))
            })
            .collect();
        Some(DMatrix::from_columns(&columns))
    }
}

fn main() {
    let people: u64 = std::env::args().nth(1).map_or(600, |text| text.parse().expect("a number of people"));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut scenario = scenario::read(&root.join("scenarios/stress-test.toml")).expect("the project's scenario");
    let measured =
        measured::read(&root.join("evidence/stress-test/data.toml"), None, 0.0, &scenario).expect("the data");
    scenario.groups.iter_mut().for_each(|group| group.count = people);
    scenario.span.end = measured.series.iter().flat_map(|it| &it.points).map(|it| it.time).fold(0.0, f64::max) + 1.0;

    let declared = |what: &What| match what {
        What::Scale => measured.instrument.scale,
        What::Typical(id) => scenario.population.parameter(id).expect("declared").typical,
        What::Spread(id) => spread(&scenario, id),
        What::Session => spread(&scenario, "crh.stress_gain") * 3f64.sqrt(),
    };
    let start = NUMBERS.iter().map(|Number(what, centre, sd)| (declared(what) / centre).ln() / sd);
    let x = DVector::from_iterator(NUMBERS.len(), start);
    let product = scenario.stepping;
    (scenario.stepping.step, scenario.stepping.calm) = (SEARCH, None);
    let fit = Fit { scenario, measured, x };
    println!("as declared");
    fit.report();
    let search = LevenbergMarquardt::new().with_patience(1).with_ftol(1e-3).with_xtol(1e-3);
    let (mut fit, report) = search.minimize(fit);
    println!("\n{:?} after {} evaluations", report.termination, report.number_of_evaluations);
    fit.scenario.stepping = product;
    println!("\nfitted");
    fit.report();
}

fn spread(scenario: &Scenario, id: &str) -> f64 {
    match scenario.population.parameter(id).expect("declared").spread {
        Spread::Lognormal(sd) => sd,
        Spread::Normal(_) | Spread::Same => f64::NAN,
    }
}
