//! Help has a worked example for each command; the schema and completions are printed.

mod common;

use common::printed;

#[test]
fn a_worked_example_each() {
    for command in ["", "run", "compare", "list", "reference", "cite", "schema", "example", "completions"] {
        let text = printed(&[command, "--help"].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>());
        assert!(text.contains("Example") && text.contains("\n  consoma "), "{command:?}\n{text}");
    }
}

#[test]
fn completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(printed(&["completions", shell]).contains("consoma"), "{shell}");
    }
}

#[test]
fn schema() {
    // No `assert_eq`: it would print both.
    assert!(printed(&["schema"]) == include_str!("../../../schema/scenario.json"), "`consoma schema` has another one");
    assert!(
        printed(&["schema", "data"]) == include_str!("../../../schema/data.json"),
        "`consoma schema data` has another one"
    );
}

#[test]
fn examples_can_be_run() {
    assert!(
        printed(&["run", "--help"]).contains("TOML file") && printed(&["run", "--help"]).contains("consoma example")
    );
    assert_eq!(printed(&["example"]), include_str!("../../../scenarios/evening.toml"));
    assert_eq!(printed(&["example", "stress-test"]), include_str!("../../../scenarios/stress-test.toml"));
    assert_eq!(printed(&["example", "ordinary-day"]), include_str!("../../../scenarios/ordinary-day.toml"));
}
