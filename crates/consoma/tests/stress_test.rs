//! The stress test against 200 people, and what was not fitted: ten people at two-minute steps, and three 24-hour curves. The errors
//! of what was not fitted are printed first.
//!
//! A thousand people of each sex here; four thousand in the long form of the check.

use consoma_files::{measured, scenario};
use consoma_lab::compare::{Comparison, Measured, compare};
use consoma_lab::scenario::Scenario;
use consoma_model::declare::{Reading, Table};
use consoma_model::person::{Person, Sex};
use consoma_model::tables::Parameters;
use consoma_model::whole;
use std::path::{Path, PathBuf};

/// How far a log SD or a correlation may be off.
const SPREAD: f64 = 0.15;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn long() -> bool {
    std::env::var_os("CONSOMA_LONG").is_some()
}

fn compared(life: &str, data: &str, folder: Option<&Path>, people: u64) -> (Scenario, Measured, Comparison) {
    let mut scenario = scenario::read(&root().join("scenarios").join(life)).expect("the project's scenario");
    scenario.groups.iter_mut().for_each(|group| group.count = people);
    let data = measured::read(&root().join("evidence").join(data), folder, 0.0, &scenario).expect("the project's data");
    let comparison = compare(&scenario, &data, Reading::Measured, &|| ()).expect("everybody lives");
    (scenario, data, comparison)
}

fn errors(what: &str, comparison: &Comparison) {
    println!("{what}");
    for series in &comparison.series {
        let share = |error: f64| 100.0 * error / series.range();
        println!(
            "  {}: error {:.2}, {:.0} % of the range; of the shape alone {:.0} %",
            series.label,
            series.rms(),
            share(series.rms()),
            share(series.shape_rms())
        );
    }
}

#[test]
fn two_hundred_people_are_described_and_the_rest_is_predicted() {
    // Of the ten the errors are told, not judged, so a few people do here.
    let people = if long() { 1000 } else { 100 };
    let (_, _, ten) = compared("stress-test.toml", "stress-test/ten-people.toml", None, people);
    errors("predicted: ten people at two-minute steps, level and all", &ten);

    let people = if long() { 4000 } else { 1000 };
    let (scenario, data, comparison) = compared("stress-test.toml", "stress-test/data.toml", None, people);
    errors("fitted: 200 people", &comparison);
    let instrument = data.instrument;
    println!("  scale {}, offset {} nmol/L", instrument.scale, instrument.offset);
    assert!((0.5..=3.0).contains(&instrument.scale), "scale {}", instrument.scale);
    for series in &comparison.series {
        println!("  {} minute, measured, predicted, off in margins; log SD measured, predicted", series.label);
        for pair in &series.pairs {
            println!(
                "  {:>8.0} {:6.2} {:6.2} {:+5.2}   {:.2} {:.2}",
                pair.measured.time - series.zero,
                pair.measured.mean,
                pair.predicted.mean,
                (pair.predicted.mean - pair.measured.mean) / pair.margin,
                pair.measured.log_sd.expect("given"),
                pair.predicted.log_sd.expect("computed")
            );
        }
    }
    let worst = comparison.worst_correlation(&data).expect("the data have correlations");
    println!("  largest error of a correlation {worst:.3}");

    for series in &comparison.series {
        for pair in &series.pairs {
            let minute = pair.measured.time - series.zero;
            assert!(pair.mean_holds(), "{} at {minute} min: {pair:?}", series.label);
            let off = pair.log_sd_error().expect("both are known");
            assert!(off.abs() <= SPREAD, "{} at {minute} min: log SD off by {off}", series.label);
        }
        let highest = series.pairs.iter().max_by(|a, b| a.predicted.mean.total_cmp(&b.predicted.mean)).expect("points");
        let minute = highest.measured.time - series.zero;
        assert!(minute == 20.0 || minute == 30.0, "{}: highest at {minute} min", series.label);
    }
    assert!(worst <= SPREAD, "a correlation is off by {worst}");
    assert_eq!(scenario.groups.len(), 2);
}

#[test]
fn a_day_of_plasma_cortisol_is_predicted() {
    let folder = std::env::var_os("CONSOMA_DATA").map_or_else(|| root().join("../shared/data"), PathBuf::from);
    let folder = folder.join("hpa_digitised");
    if !folder.is_dir() {
        assert!(std::env::var_os("CI").is_none(), "the 24-hour curves are missing: {}", folder.display());
        println!(
            "skipped: set CONSOMA_DATA to the folder that holds hpa_digitised/ (see evidence/plasma-day/data.toml)"
        );
        return;
    }
    let people = if long() { 300 } else { 60 };
    let (_, _, comparison) = compared("ordinary-day.toml", "plasma-day/data.toml", Some(&folder), people);
    errors("predicted: plasma cortisol over 24 hours", &comparison);
    // Nothing was fitted to these. The shape of a group's day must be recognisable; a single patient's is printed alone.
    for series in &comparison.series[..2] {
        let share = series.shape_rms() / series.range();
        assert!(share < 0.25, "{}: the shape is off by {:.0} % of the range", series.label, 100.0 * share);
    }
}

#[test]
fn men_and_women_differ_in_two_parameters_that_the_test_reads() {
    let typical: Parameters<f64> =
        Table::read(&mut Parameters::rows().map(|row| row.declared.typical)).expect("all parameters");
    let own = |sex| {
        let person = Person { sex, ..Person::default() };
        let mut values = Vec::new();
        whole::individual(typical, &person.traits()).write(&mut |value| values.push(value));
        values
    };
    let (men, women) = (own(Sex::Male), own(Sex::Female));
    let differ: Vec<&str> =
        Parameters::rows().zip(men.iter().zip(&women)).filter(|(_, (a, b))| a != b).map(|(row, _)| row.id).collect();
    // The axis reads nothing of heart, sleeping waves, bowel, skin's fat, protein of the liver and white cells; the test
    // neither hurts nor touches; the trace of hurt is zero where nobody was left out before.
    let body = ["pressure.", "rhythm.", "slow_waves.", "transit.", "sebum.", "liver.", "traffic."];
    let elsewhere = [&body[..], &["nociception.", "thresholds."]].concat();
    let of_the_axis: Vec<_> =
        differ.into_iter().filter(|id| !elsewhere.iter().any(|head| id.starts_with(head))).collect();
    assert_eq!(of_the_axis, ["evaluation.perseveration", "crh.stress_gain", "crh.blunting"]);
}
