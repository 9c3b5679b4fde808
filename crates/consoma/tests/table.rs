//! The table for people: the readings first, 80 columns, no colour in a pipe, the same without a command.

mod common;

use common::{SHORT, consoma, printed, scenario};

#[test]
fn the_first_line_names_readings_seed_version_and_model() {
    let text = printed(&["run", "--reading", "measured", "--seed", "3"]);
    let first = text.lines().next().unwrap();
    assert!(first.starts_with("measured · seed 3 · consoma "), "{first}");
    assert!(first.contains(" · model "));
    assert!(printed(&[]).starts_with("told, then measured · seed 1"));
}

#[test]
fn told_stands_before_measured() {
    let text = printed(&["run"]);
    let rows = text.lines().filter_map(|line| line.get(23..)).map(|rest| rest.trim_start());
    let names: Vec<_> =
        rows.filter_map(|row| row.split(' ').next()).filter(|name| ["told", "measured"].contains(name)).collect();
    assert!(names.len() > 10 && names.chunks(2).all(|pair| pair == ["told", "measured"]), "{names:?}");
}

#[test]
fn eighty_columns_and_no_colour() {
    let place = tempfile::tempdir().unwrap();
    let long = SHORT
        .replace("quantities", "#")
        .replace("\"Ada\"", "\"A group with a name that is much too long for its place\"");
    let path = scenario(place.path(), &long);
    let path = path.to_str().unwrap();
    let tables: [&[&str]; 6] = [
        &["run"],
        &["run", path, "--reading", "all"],
        &["list", "quantities"],
        &["list", "parameters"],
        &["list", "arrows"],
        &["list", "inputs"],
    ];
    for arguments in tables {
        for line in printed(arguments).lines() {
            assert!(line.chars().count() <= 80, "{arguments:?}: {line}");
            assert!(!line.contains('\u{1b}') && !line.ends_with(' '), "{arguments:?}: {line}");
        }
    }
}

#[test]
fn a_day_without_events_shows_the_course() {
    let place = tempfile::tempdir().unwrap();
    let mut text: Vec<_> = SHORT.lines().collect();
    text.drain(8..14);
    let path = scenario(place.path(), &text.join("\n"));
    let table = printed(&["run", path.to_str().unwrap()]);
    assert!(table.contains("peak") && !table.contains("change"), "{table}");
}

#[test]
fn a_closed_pipe_is_no_panic() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    let program = consoma().get_program().to_owned();
    let mut child = Command::new(program)
        .args(["list", "parameters", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    child.wait().unwrap();
    let mut message = String::new();
    child.stderr.take().unwrap().read_to_string(&mut message).unwrap();
    assert_eq!(message, "");
}
