//! Every scenario of the project can be read.

use consoma_files::scenario;
use std::path::Path;

#[test]
fn all_of_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            scenario::read(&path).unwrap_or_else(|problems| panic!("{problems}"));
            count += 1;
        }
    }
    assert!(count > 0);
}

#[test]
fn the_built_in_ones() {
    for (name, text) in [scenario::EVENING, scenario::STRESS_TEST, scenario::ORDINARY_DAY] {
        let read = scenario::parse(name, text).unwrap_or_else(|problems| panic!("{problems}"));
        assert!(read.people() >= 2);
    }
}

/// The scenario that the README shows.
const QUARREL: &str = r#"consoma = 1
name = "A quarrel"
start = "day 1 12:00"
end = "day 2 12:00"

[[people]]
name = "Mia"
sex = "female"
age = 28

[[people]]
name = "Jon"
sex = "male"
anxiety = 1.0                # attachment, in standard deviations

[[encounter]]
name = "quarrel"
at = "day 1 20:00"
lasts = "20 min"
conflict = 0.8
rejection = 0.3

[[encounter]]
name = "making up"
at = "day 1 21:00"
lasts = "1 h 30 min"
disclosure = 0.6
responsiveness = 0.8
touch = 1.0
"#;

#[test]
fn the_one_in_the_readme() {
    let quarrel = scenario::parse("quarrel.toml", QUARREL).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!((quarrel.people(), quarrel.groups[0].schedule.encounters.len()), (2, 2));
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = std::fs::read_to_string(readme).unwrap();
    if readme.contains("A quarrel") {
        let missing: Vec<_> = QUARREL.lines().filter(|line| !readme.contains(line)).collect();
        assert!(missing.is_empty(), "the README shows another scenario than this test reads: {missing:?}");
    }
}
