//! Files of a run: written together or not at all, and never over earlier results by halves.

mod common;

use common::{SHORT, errors, run, scenario};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file());
    files.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

#[test]
fn what_is_written() {
    let place = tempfile::tempdir().unwrap();
    let path = scenario(place.path(), SHORT);
    for (format, columns) in [
        ("both", &["columns.csv", "columns.parquet"][..]),
        ("csv", &["columns.csv"]),
        ("parquet", &["columns.parquet"]),
    ] {
        let out = place.path().join(format).join("deep");
        let output = run(&["run", path.to_str().unwrap(), "--out", out.to_str().unwrap(), "--format", format]);
        assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
        let names: Vec<_> = contents(&out).into_keys().collect();
        let all: Vec<_> = columns
            .iter()
            .chain(&["events.csv", "people.csv", "report.html", "summary.json"])
            .map(ToString::to_string)
            .collect();
        assert_eq!(names, all);
        let told = String::from_utf8(output.stdout).unwrap();
        assert!(told.lines().last().unwrap().contains(out.to_str().unwrap()), "{told}");
    }
}

#[test]
fn a_failing_run_keeps_earlier_results() {
    let place = tempfile::tempdir().unwrap();
    let path = scenario(place.path(), SHORT);
    let out = place.path().join("out");
    let again = |seed: &str| run(&["run", path.to_str().unwrap(), "--out", out.to_str().unwrap(), "--seed", seed]);
    assert_eq!(again("1").status.code(), Some(0));
    // A folder in the place of the last file: it fails when everything else has been written beside its place.
    fs::remove_file(out.join("summary.json")).unwrap();
    fs::create_dir(out.join("summary.json")).unwrap();
    let before = contents(&out);
    let failed = again("2");
    assert_eq!(failed.status.code(), Some(2));
    assert!(errors(&failed).contains("summary.json") && errors(&failed).contains("--out"), "{}", errors(&failed));
    assert_eq!(contents(&out), before);
}

#[test]
fn an_earlier_run_leaves_no_companion() {
    let place = tempfile::tempdir().unwrap();
    let path = scenario(place.path(), SHORT);
    let out = place.path().join("out");
    for (format, names) in [
        ("both", &["columns.csv", "columns.parquet", "events.csv", "people.csv", "report.html", "summary.json"][..]),
        ("csv", &["columns.csv", "events.csv", "people.csv", "report.html", "summary.json"]),
    ] {
        let output = run(&["run", path.to_str().unwrap(), "--out", out.to_str().unwrap(), "--format", format]);
        assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
        assert_eq!(contents(&out).into_keys().collect::<Vec<_>>(), names);
    }
}

#[test]
fn the_scenario_is_not_replaced() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("summary.json");
    fs::write(&path, SHORT).unwrap();
    let output = run(&["run", path.to_str().unwrap(), "--out", place.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("reads this file") && errors(&output).contains("--out"), "{}", errors(&output));
    assert_eq!(fs::read_to_string(path).unwrap(), SHORT);
}

#[test]
fn an_unwritable_folder() {
    let place = tempfile::tempdir().unwrap();
    let path = scenario(place.path(), SHORT);
    let file = place.path().join("file");
    fs::write(&file, "mine").unwrap();
    for out in [file.clone(), file.join("deeper")] {
        let output = run(&["run", path.to_str().unwrap(), "--out", out.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
        let message = errors(&output);
        assert!(
            message.contains(out.to_str().unwrap()) && message.contains("choose another place with --out"),
            "{message}"
        );
    }
    assert_eq!(fs::read_to_string(file).unwrap(), "mine");
}
