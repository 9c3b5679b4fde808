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
fn readings_that_agree_share_a_line() {
    let text = printed(&["run", "--all"]);
    let trace: Vec<_> = text.lines().filter(|line| line.starts_with("  trace of safety ")).collect();
    assert!(trace.len() == 2 && trace.iter().all(|line| line.contains(" both ")), "{text}");
}

#[test]
fn a_system_is_named_once_and_a_small_change_has_its_time() {
    let text = printed(&["run"]);
    for system in ["feeling: ", "hormones: ", "heart: "] {
        // Once for each of two people.
        assert_eq!(text.lines().filter(|line| line.starts_with(system)).count(), 2, "{system}{text}");
    }
    let small: Vec<_> = text.lines().filter(|line| line.ends_with("(small)")).collect();
    let timed = |line: &&str| [" d1 ", " d2 ", " d3 "].iter().any(|day| line.contains(day));
    assert!(!small.is_empty() && small.iter().all(timed), "{text}");
}

#[test]
fn a_person_fits_into_a_screen() {
    let text = printed(&["run"]);
    let people: Vec<_> = text.split("\n\n").filter(|part| part.contains("-02:15\n")).collect();
    assert_eq!(people.len(), 2, "{text}");
    for person in people {
        let lines: Vec<_> = person.lines().collect();
        assert!((10..=24).contains(&lines.len()), "{} lines\n{person}", lines.len());
        assert_eq!(lines.iter().filter(|line| line.starts_with("hardly moved: ")).count(), 1, "{person}");
        assert!(person.ends_with(" more moved."), "{person}");
    }
    assert!(text.contains("--all shows every quantity") && printed(&["run", "--help"]).contains("--all"), "{text}");
    assert!(printed(&["run", "--all"]).lines().count() > 3 * text.lines().count());
}

#[test]
fn the_night_is_told_by_many_draws_of_it() {
    let text = printed(&["run"]);
    assert_eq!(text.matches(" drawn nights").count(), 1, "{text}");
    // Each person has either rows of their nights or the line that says that there is nothing.
    for person in text.split("-02:15\n").skip(1) {
        let first = person.lines().find(|line| line.starts_with("sleep: ")).unwrap_or_else(|| panic!("{person}"));
        let rows: Vec<_> = person.lines().filter(|line| line.contains(" night ")).collect();
        let none = first == format!("sleep: no change beyond chance ({} nights)", consoma_lab::nights::COUNT);
        assert!(none != rows.iter().any(|row| row.ends_with(" one night")), "{person}");
        assert!(rows.iter().all(|row| row.ends_with(" one night") || row.ends_with("  (chance)")), "{person}");
    }
    let all = printed(&["run", "--all"]);
    for label in ["time asleep", "sleep latency", "awake after sleep"] {
        let rows: Vec<_> =
            all.lines().filter(|line| line.trim_start_matches("sleep: ").trim_start().starts_with(label)).collect();
        assert!(rows.len() == 2 && rows.iter().all(|row| row.contains(" night ")), "{label}: {rows:?}");
    }
}

#[test]
fn columns_stay_apart_late_and_where_numbers_are_tiny() {
    let place = tempfile::tempdir().unwrap();
    let text = SHORT.replace("day 1 ", "day 1234 ").replace("\"threat.felt\"", "\"threat.felt\", \"gland.pituitary\"");
    let text = match printed(&["list", "quantities"]).contains("gland.pituitary") {
        true => text,
        false => text.replace(", \"gland.pituitary\"", ""),
    };
    let path = scenario(place.path(), &text);
    let table = printed(&["run", path.to_str().unwrap()]);
    let rows: Vec<_> = table.lines().filter(|line| line.contains("d1234 ")).collect();
    assert!(!rows.is_empty(), "{table}");
    for row in rows {
        let times = row.split_whitespace().filter(|word| *word == "d1234").count();
        assert_eq!(times, row.matches("d1234").count(), "{row}");
        assert!(row.chars().count() <= 80, "{row}");
    }
}

#[test]
fn who_takes_part_is_named() {
    let place = tempfile::tempdir().unwrap();
    let ben = "[[people]]\nname = \"Ben\"\nsex = \"male\"\n[[encounter]]\nname = \"alone\"\nwho = [\"Ben\"]\nat = \"day 1 20:00\"\n\
               lasts = \"10 min\"\nnovelty = 1\n[output]";
    let path = scenario(place.path(), &SHORT.replace("[output]", ben));
    let table = printed(&["run", path.to_str().unwrap()]);
    assert!(table.contains("day 1 19:00-19:45 talk, 20:00-20:10 alone (Ben)"), "{table}");
    assert!(table.contains("usual: mean of the hours shown"), "{table}");
}

#[test]
fn eighty_columns_and_no_colour() {
    let place = tempfile::tempdir().unwrap();
    let long = SHORT
        .replace("quantities", "#")
        .replace("\"Ada\"", "\"A group with a name that is much too long for its place\"");
    let path = scenario(place.path(), &long);
    let path = path.to_str().unwrap();
    let tables: [&[&str]; 7] = [
        &["run"],
        &["run", "--all"],
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
    text.drain(8..15);
    let path = scenario(place.path(), &text.join("\n"));
    let table = printed(&["run", path.to_str().unwrap()]);
    assert!(table.contains("peak") && !table.contains("change"), "{table}");
}

#[test]
fn a_closed_pipe_is_no_failure() {
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
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let mut message = String::new();
    child.stderr.take().unwrap().read_to_string(&mut message).unwrap();
    assert_eq!(message, "");
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_is_full_is_a_failure() {
    use std::process::{Command, Stdio};
    for arguments in [&["list", "arrows"][..], &["--help"], &["run", "--help"], &["--version"], &["schema"], &["run"]] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let program = consoma().get_program().to_owned();
        let mut child = Command::new(program);
        let child =
            child.current_dir(common::folder()).args(arguments).stdout(full).stderr(Stdio::piped()).spawn().unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("standard output"), "{arguments:?}");
    }
}
