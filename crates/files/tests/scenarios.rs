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
fn the_built_in_one() {
    let (name, text) = scenario::EVENING;
    let evening = scenario::parse(name, text).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(evening.people(), 2);
}
