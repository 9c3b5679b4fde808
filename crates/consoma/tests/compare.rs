//! `consoma compare`: wrong data files are refused with the place; the envelope; the page.

mod common;

use common::{SHORT, errors, printed, run};
use std::fs;
use std::path::{Path, PathBuf};

const DATA: &str = r#"consoma = 1
name = "A <b>study</b> & more"
source = "nowhere <script>"
quantity = "saliva.cortisol"
unit = "nmol/L"
[[series]]
label = "women <i>all</i>"
people = "Ada"
file = "means.csv"
zero = "day 1 19:00"
time = { column = "minute", unit = "min" }
mean = "mean"
sd = "sd"
n = "n"
[correlations]
people = ["Ada"]
file = "correlations.csv"
zero = "day 1 19:00"
time = { column = "minute", unit = "min" }
"#;
const MEANS: &str = "minute,mean,sd,n\n-10,2.0,1.0,10\n20,2.5,1.2,10\n60,2.1,1.1,9\n";
const CORRELATIONS: &str = "minute,-10,20\n-10,1,0.7\n20,0.7,1\n";

/// A folder with a scenario, a data file and its CSV files.
struct Study {
    folder: tempfile::TempDir,
}

impl Study {
    fn new() -> Self {
        let study = Self { folder: tempfile::tempdir().unwrap() };
        let files = [("data.toml", DATA), ("means.csv", MEANS), ("correlations.csv", CORRELATIONS)];
        for (name, text) in files.into_iter().chain([("scenario.toml", SHORT)]) {
            study.write(name, text);
        }
        study
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn arguments(&self, more: &[&str]) -> Vec<String> {
        let file = |name: &str| self.path(name).to_str().unwrap().to_owned();
        let fixed = ["compare".to_owned(), file("data.toml"), file("scenario.toml")];
        fixed.into_iter().chain(more.iter().map(|it| (*it).to_owned())).collect()
    }

    fn run(&self, more: &[&str]) -> std::process::Output {
        let arguments = self.arguments(more);
        run(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// The message of a comparison that must be refused.
    fn refused(&self, more: &[&str]) -> String {
        let output = self.run(more);
        assert_eq!(output.status.code(), Some(2), "{}", errors(&output));
        assert!(output.stdout.is_empty());
        errors(&output)
    }
}

#[test]
fn good_data() {
    let output = Study::new().run(&["--reading", "told"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("correlations of the logarithm"));
}

/// What replaces what in the data file; the place of the message; what it says.
const BAD: &[(&str, &str, &str, &[&str])] = &[
    ("\"means.csv\"", "\"maens.csv\"", ":9:8", &["cannot read", "maens.csv", "no such file"]),
    ("mean = \"mean\"", "mean = \"meen\"", ":12:8", &["no column `meen`", "did you mean `mean`?"]),
    (
        "\"minute\", unit = \"min\" }\nmean",
        "\"minutes\", unit = \"min\" }\nmean",
        ":11:19",
        &["did you mean `minute`?"],
    ),
    ("people = \"Ada\"", "people = \"ada\"", ":8:10", &["no people named `ada`", "did you mean `Ada`?"]),
    ("unit = \"nmol/L\"", "unit = \"ug/dL\"", ":5:8", &["ug/dL", "nmol/L", "add `factor = ...`"]),
    (
        "zero = \"day 1 19:00\"\ntime = { column = \"minute\", unit = \"min\" }\nmean",
        "zero = \"day 3 19:00\"\ntime = { column = \"minute\", unit = \"min\" }\nmean",
        ":10:8",
        &["does not reach", "it runs from day 1 18:00 to day 1 22:00"],
    ),
    ("quantity = \"saliva.cortisol\"", "quantity = \"saliva.cortsol\"", ":4:12", &["did you mean `saliva.cortisol`?"]),
    ("[[series]]", "[series]", ":6:", &["[[series]]"]),
    ("name = \"A <b>study</b> & more\"", "name = \" \"", ":2:8", &["nothing to see"]),
];

#[test]
fn bad_data_files() {
    for (good, bad, place, said) in BAD {
        let study = Study::new();
        assert!(DATA.contains(good), "{good}");
        study.write("data.toml", &DATA.replacen(good, bad, 1));
        let message = study.refused(&[]);
        assert!(message.contains(&format!("data.toml{place}")), "{bad}\n{message}");
        assert!(said.iter().all(|part| message.contains(part)), "{bad}\n{message}");
    }
}

#[test]
fn bad_csv_files() {
    for (name, text, place, said) in [
        (
            "means.csv",
            MEANS.replace("2.5", "two"),
            "data.toml:9:8",
            "means.csv:3, column `mean`: `two` is not a number",
        ),
        ("means.csv", MEANS.replace("2.5", "nan"), "data.toml:9:8", "`nan` is not a number"),
        ("means.csv", MEANS.replace("20,2.5,1.2,10", "20,2.5"), "data.toml:9:8", "means.csv"),
        ("correlations.csv", CORRELATIONS.replace("20,0.7,1\n", ""), "data.toml:17:8", "not square"),
        (
            "correlations.csv",
            CORRELATIONS.replace("0.7,1", "x,1"),
            "data.toml:17:8",
            "correlations.csv:3, column `-10`",
        ),
    ] {
        let study = Study::new();
        study.write(name, &text);
        let message = study.refused(&[]);
        assert!(message.contains(place) && message.contains(said), "{text}\n{message}");
    }
}

#[test]
fn a_missing_data_file() {
    let study = Study::new();
    fs::remove_file(study.path("data.toml")).unwrap();
    let message = study.refused(&[]);
    assert!(message.contains("a data file") && !message.contains("evening"), "{message}");
}

#[test]
fn json() {
    let output = Study::new().run(&["--json", "--seed", "5"]);
    let envelope: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&envelope["command"], &envelope["seed"]), (&"compare".into(), &5.into()));
    assert_eq!(envelope["consoma"], env!("CARGO_PKG_VERSION"));
    assert_eq!(envelope["model_hash"].as_str().unwrap().len(), 16);
    assert_eq!(envelope["reading"], serde_json::json!(["told", "measured"]));
    let readings = envelope["result"]["readings"].as_array().unwrap();
    assert_eq!(readings.len(), 2);
    assert_eq!(readings[0]["series"][0]["points"].as_array().unwrap().len(), 3);
}

#[test]
fn the_page() {
    let study = Study::new();
    let path = study.path("page.html");
    let output = study.run(&["--html", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let page = fs::read_to_string(&path).unwrap();
    assert!(page.starts_with("<!doctype html>\n<!-- A report of Consoma -->\n<html"));
    assert!(page.contains("<svg") && page.contains("A &lt;b&gt;study&lt;/b&gt; &amp; more"));
    for markup in ["<b>study", "<script", "<i>all"] {
        assert!(!page.contains(markup), "{markup}");
    }
    let outside = page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
    for reference in ["http://", "https://", "src=", "@import", "url(//", "<link"] {
        assert!(!outside.contains(reference), "{reference}");
    }
}

#[test]
fn a_page_replaces_nothing_but_a_page() {
    let study = Study::new();
    for name in ["data.toml", "scenario.toml", "means.csv", "correlations.csv"] {
        let before = fs::read_to_string(study.path(name)).unwrap();
        let message = study.refused(&["--html", study.path(name).to_str().unwrap()]);
        assert!(message.contains("reads this file") && message.contains("--html"), "{message}");
        assert_eq!(fs::read_to_string(study.path(name)).unwrap(), before);
    }
    let folder = study.refused(&["--html", study.folder.path().to_str().unwrap()]);
    assert!(folder.contains("folder has this name") && folder.contains("--html"), "{folder}");
    let missing = study.path("new/page.html");
    let message = study.refused(&["--html", missing.to_str().unwrap()]);
    assert!(message.contains("make it first") && !message.contains("--out"), "{message}");
    assert!(!study.path("new").exists());
}

#[cfg(unix)]
#[test]
fn a_page_is_not_written_to_a_special_file() {
    use std::os::unix::fs::FileTypeExt;
    let study = Study::new();
    // A special file that no mistake can harm: a test never aims at a device of the machine.
    let socket = study.path("socket");
    let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let link = study.path("page.html");
    std::os::unix::fs::symlink(&socket, &link).unwrap();
    for path in [&socket, &link] {
        let message = study.refused(&["--html", path.to_str().unwrap()]);
        assert!(message.contains("another special file"), "{message}");
    }
    assert!(fs::symlink_metadata(&socket).unwrap().file_type().is_socket());
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Reads a data file of the project against one of its scenarios.
fn parses(data: &str, scenario: &str, folder: Option<&Path>) {
    let scenario = consoma_files::scenario::read(&root().join(scenario)).unwrap_or_else(|why| panic!("{why}"));
    let read = consoma_files::measured::read(&root().join(data), folder, 0.0, &scenario);
    assert!(!read.unwrap_or_else(|why| panic!("{why}")).series.is_empty());
}

#[test]
fn the_stress_tests_of_the_project() {
    parses("evidence/stress-test/data.toml", "scenarios/stress-test.toml", None);
    parses("evidence/stress-test/ten-people.toml", "scenarios/stress-test.toml", None);
}

#[test]
fn the_days_of_the_project() {
    let named = std::env::var_os("CONSOMA_DATA").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| root().join("../shared/data")).join("hpa_digitised");
    if !folder.is_dir() {
        let must = std::env::var("CI").is_ok_and(|it| it == "true");
        assert!(!must, "the curves are missing; CONSOMA_DATA names the folder that holds hpa_digitised");
        println!("skipped: the curves are not here; CONSOMA_DATA names the folder that holds hpa_digitised");
        return;
    }
    parses("evidence/plasma-day/data.toml", "scenarios/ordinary-day.toml", Some(&folder));
}

#[test]
fn the_schema_of_data_files_is_printed() {
    assert!(printed(&["schema", "data"]).contains("Consoma data"));
}
