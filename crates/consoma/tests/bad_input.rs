//! Bad input ends with exit code 2, names file, line and column, and writes nothing on standard output.

mod common;

use common::{SHORT, errors, run, scenario};

fn refused(text: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = scenario(folder.path(), text);
    let output = run(&["run", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2), "{}", errors(&output));
    assert!(output.stdout.is_empty());
    errors(&output)
}

#[test]
fn unknown_key() {
    let message = refused(&SHORT.replace("disclosure", "disclosur"));
    assert!(message.contains("scenario.toml:13:1") && message.contains("did you mean `disclosure`?"), "{message}");
}

#[test]
fn wrong_unit() {
    let message = refused(&SHORT.replace("45 min", "45 lux"));
    assert!(message.contains("scenario.toml:12:9") && message.contains("allowed: s, min, h, d"), "{message}");
}

#[test]
fn event_before_the_start() {
    let message = refused(&SHORT.replace("day 1 19:00", "day 1 17:00"));
    assert!(message.contains("scenario.toml:11:6") && message.contains("starts at day 1 18:00"), "{message}");
}

#[test]
fn value_outside_bounds() {
    let message = refused(&SHORT.replace("responsiveness = 0.8", "responsiveness = 8"));
    assert!(message.contains("scenario.toml:14:18") && message.contains("allowed: -1 to 1"), "{message}");
}

#[test]
fn unreadable_file() {
    let output = run(&["run", "no-such-file.toml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("cannot read `no-such-file.toml`"));
}

#[test]
fn not_utf8() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scenario.toml");
    std::fs::write(&path, b"consoma = 1\nname = \"\xff\"\n").unwrap();
    let output = run(&["run", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("scenario.toml:2:9"), "{}", errors(&output));
}

#[test]
fn arguments() {
    for wrong in [
        &["run", "--people", "0"][..],
        &["run", "--reading", "tolt"],
        &["run", "--reading", "told", "--reading", "told"],
        &["run", "--format", "csv"],
        &["run", "--people", "1000000"],
        &["list", "weather"],
        &["rum"],
    ] {
        let output = run(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?} {}", errors(&output));
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{wrong:?}");
    }
}

#[test]
fn bounds_are_named() {
    for (arguments, allowed) in [
        (&["run", "--seed", "-1"][..], "from 0 to 18446744073709551615"),
        (&["run", "--seed", "x"], "from 0 to 18446744073709551615"),
        (&["run", "--people", "-3"], "from 1 to 1000000"),
        (&["run", "--people", "99999999999999999999"], "from 1 to 1000000"),
        (&["compare", "a", "b", "--people", "-3"], "from 1 to 1000000"),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(errors(&output).contains(allowed), "{arguments:?} {}", errors(&output));
    }
}

#[test]
fn the_program_can_read_a_pipe() {
    let output = common::consoma().args(["run", "/dev/stdin", "--json"]).write_stdin(SHORT).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
}
