//! Each layer imports only what lies below it. The manifests say what a layer imports; this reads them all.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The crates, and what of ours each may import.
const MAY: &[(&str, &[&str])] = &[
    ("number", &[]),
    ("engine", &["number"]),
    ("model", &["number"]),
    ("wiring", &["number", "engine", "model"]),
    ("lab", &["number", "engine", "model", "wiring"]),
    ("files", &["lab", "model", "wiring"]),
    ("consoma", &["number", "engine", "model", "wiring", "lab", "files"]),
];

/// What each crate of a folder of crates imports of ours, in any table of dependencies.
fn imports(crates: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(crates).unwrap() {
        let folder = entry.unwrap().path();
        let Ok(text) = fs::read_to_string(folder.join("Cargo.toml")) else { continue };
        let manifest: toml::Table = text.parse().unwrap();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        found.insert(name, ours(&manifest));
    }
    found
}

/// Our crates that a manifest names, at any depth: `[dependencies]`, `[dev-dependencies]`, `[build-dependencies]`,
/// `[target.….dependencies]`, also where they are renamed.
fn ours(table: &toml::Table) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (key, value) in table {
        let Some(inner) = value.as_table() else { continue };
        if key.ends_with("dependencies") {
            for (alias, dependency) in inner {
                let package = dependency.get("package").and_then(|name| name.as_str()).unwrap_or(alias);
                if package == "consoma" {
                    names.insert("consoma".to_owned());
                }
                names.extend(package.strip_prefix("consoma-").map(str::to_owned));
            }
        } else {
            names.extend(ours(inner));
        }
    }
    names
}

/// What is wrong: a crate that no layer names, or an import that its layer may not have.
fn wrong(found: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, imports) in found {
        let Some((_, may)) = MAY.iter().find(|(layer, _)| layer == name) else {
            wrong.push(format!("{name} belongs to no layer"));
            continue;
        };
        wrong.extend(imports.iter().filter(|it| !may.contains(&it.as_str())).map(|it| format!("{name} imports {it}")));
    }
    wrong
}

#[test]
fn every_import_points_down() {
    let found = imports(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."));
    assert!(MAY.iter().all(|(layer, _)| found.contains_key(*layer)), "a layer is missing: {found:?}");
    assert_eq!(wrong(&found), Vec::<String>::new());
}

#[test]
fn an_import_that_points_up_is_found() {
    let check = |manifest: &str| {
        let manifest: toml::Table = manifest.parse().unwrap();
        wrong(&BTreeMap::from([("model".to_owned(), ours(&manifest))]))
    };
    assert!(check("[dependencies]\nconsoma-number.workspace = true\nserde = \"1\"").is_empty());
    assert_eq!(check("[dependencies]\nconsoma-engine.workspace = true"), ["model imports engine"]);
    assert_eq!(check("[dev-dependencies]\nconsoma-lab = { path = \"../lab\" }"), ["model imports lab"]);
    assert_eq!(check("[target.'cfg(unix)'.dependencies.x]\npackage = \"consoma-files\""), ["model imports files"]);
}
