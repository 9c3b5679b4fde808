//! `consoma cite` prints what a run rests on.

mod common;

use common::{errors, printed, run};

#[test]
fn as_bibtex_and_as_json() {
    let text = printed(&["cite"]);
    assert!(text.starts_with("% What this run of Consoma rests on") && text.contains("@software{consoma,"));
    let json: serde_json::Value = serde_json::from_str(&printed(&["cite", "--json"])).unwrap();
    let references = json["result"]["references"].as_array().unwrap();
    assert_eq!(references.len(), text.matches("@article{").count());
    assert!(references.iter().all(|it| !it["declarations"].as_array().unwrap().is_empty()));
    let fewer = printed(&["cite", "--reading", "null"]);
    assert!(fewer.matches("@article{").count() < references.len());
}

#[test]
fn a_file_that_is_not_there_is_refused() {
    let output = run(&["cite", "no-such.toml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("no-such.toml"), "{}", errors(&output));
}
