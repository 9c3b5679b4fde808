//! Help has a worked example for each command; the schema and completions are printed.

mod common;

use common::printed;

#[test]
fn a_worked_example_each() {
    for command in
        [&["--help"][..], &["run", "--help"], &["list", "--help"], &["schema", "--help"], &["completions", "--help"]]
    {
        let text = printed(command);
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
    assert_eq!(printed(&["schema"]), include_str!("../../../schema/scenario.json"));
}
