//! The report: self-contained, its numbers those of the summary, and never over somebody's work.

mod common;

use common::{SHORT, consoma, errors, printed, run, scenario};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Output;

/// Runs in a folder.
fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    consoma().current_dir(folder).args(arguments).output().unwrap()
}

/// The report of the built-in evening, and its table.
fn evening() -> (String, String) {
    let place = tempfile::tempdir().unwrap();
    let output = run_in(place.path(), &["run"]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let page = fs::read_to_string(place.path().join("consoma-report.html")).unwrap();
    (page, String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_default_run_writes_it_and_says_where() {
    let (page, table) = evening();
    assert_eq!(table.lines().last(), Some("Report: consoma-report.html"));
    assert!(page.starts_with("<!doctype html>\n<!-- A report of Consoma -->\n") && page.ends_with("</html>\n"));
    assert!(page.len() < 1_800_000, "{} bytes", page.len());
}

#[test]
fn nothing_is_fetched() {
    let (page, _) = evening();
    for outside in ["http:", "https:", "src=", "href=", "url(h", "url(/", "@import", "<link", "<img", "<iframe"] {
        // A source may name an address as text.
        let found = page.match_indices(outside).find(|(at, _)| {
            let inside = page[..*at].rfind('<').is_some_and(|open| !page[open..*at].contains('>'));
            inside || outside.starts_with('<') || page[..*at].rfind("<style>") > page[..*at].rfind("</style>")
        });
        assert_eq!(found, None, "{outside}");
    }
    // The script of the figure fetches nothing either.
    for script in page.split("<script").skip(1).filter_map(|rest| rest.split("</script>").next()) {
        for outside in ["fetch", "XMLHttp", "import", "eval", "WebSocket", "innerHTML"] {
            assert!(!script.contains(outside), "{outside}");
        }
    }
}

/// The body figure of a page.
fn figure(page: &str) -> &str {
    page.split("<h2>The body at one time</h2>").nth(1).unwrap().split("</section>").next().unwrap()
}

#[test]
fn the_body_has_a_slider_with_a_label_and_a_table() {
    let (page, _) = evening();
    let figure = figure(&page);
    assert_eq!(figure.matches("type=\"range\"").count(), 1);
    for part in [
        "<label for=\"body-time\">",
        "id=\"body-time\"",
        "aria-valuetext=\"day ",
        "<legend>Who</legend>",
        "<legend>Reading</legend>",
        "<details><summary>The same numbers as a table</summary>",
        "role=\"img\" aria-label=",
    ] {
        assert!(figure.contains(part), "{part}");
    }
    // Two people under two readings.
    assert_eq!((figure.matches("type=\"radio\"").count(), figure.matches("<table>").count()), (4, 4));
    assert_eq!((figure.matches(" checked").count(), figure.matches("class=\"disc\"").count()), (2, 9));
}

#[test]
fn the_body_shows_something_without_a_script() {
    let (page, _) = evening();
    let figure = figure(&page);
    assert!(figure.contains("class=\"controls\" hidden"));
    let state = figure.split("<output").nth(1).unwrap().split("</output>").next().unwrap();
    assert!(state.contains("day 1, 19:"), "{state}");
    assert!(figure.contains("\"unread\":\"not read in bed\"") && figure.contains("null"));
    assert!(figure.contains("▲\u{a0}+") && figure.contains("class=\"tint up\""));
    // Data, then the script that reads them.
    let data = figure.split("<script type=\"application/json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: Value = serde_json::from_str(data).unwrap();
    let times = data["times"].as_array().unwrap().len();
    assert!(figure.contains(&format!("max=\"{}\"", times - 1)));
    for (who, readings) in data["changes"].as_array().unwrap().iter().enumerate() {
        assert_eq!(readings.as_array().unwrap().len(), 2, "{who}");
        for course in readings.as_array().unwrap().iter().flat_map(|it| it.as_array().unwrap()) {
            assert_eq!(course.as_array().unwrap().len(), times);
        }
    }
}

#[test]
fn it_opens_with_the_story_then_the_strip_then_the_systems_then_how_it_was_made() {
    let (page, _) = evening();
    let heads: Vec<_> = page.split("<h2>").skip(1).filter_map(|rest| rest.split("</h2>").next()).collect();
    assert_eq!(heads[..3], ["The next 48 hours", "Everything on one strip", "The body at one time"], "{heads:?}");
    assert_eq!(heads[heads.len() - 2..], ["How it was made", "Words"], "{heads:?}");
    assert!(heads.contains(&"Hormones") && heads.contains(&"Heart"), "{heads:?}");
    // Systems stand in one order on every page.
    let order = ["Feeling", "Hormones", "Sleep", "Gut", "Heart", "Skin", "Pain", "Mood"];
    let places: Vec<_> = heads.iter().filter_map(|head| order.iter().position(|name| name == head)).collect();
    assert!(places.is_sorted() && places.len() > 3, "{heads:?}");
    for day in ["Tonight", "Tomorrow", "The day after", "What passes by itself", "What shortens it"] {
        assert!(page.contains(&format!("<h3>{day}</h3>")), "{day}");
    }
    assert!(page.contains("The axis is broken twice"));
    // What is not read in bed is drawn faintly, and that is said.
    assert!(page.contains("line told one faint") && page.contains("Faint lines: in bed"));
}

#[test]
fn the_story_tells_of_what_people_know() {
    let (page, _) = evening();
    let story = page.split("<section class=\"story\">").nth(1).unwrap().split("</section>").next().unwrap();
    for known in
        ["Felt threat", "Felt closeness", "Oxytocin in plasma", "Upper blood pressure", "Pressure that hurts", "Regret"]
    {
        assert!(story.contains(&format!("<b>{known}")), "{known}");
    }
    let tonight = story.split("<h3>Tomorrow").next().unwrap();
    for latent in ["Uncertainty", "ACTH", "Adrenaline", "habituation", "axis"] {
        assert!(!tonight.contains(latent), "{latent}");
    }
    assert!(story.contains("The readings disagree.") && story.contains("<b>What stays</b>"), "{story}");
    assert!(story.contains("are over sooner"), "{story}");
}

#[test]
fn the_night_is_told_by_the_means_of_many() {
    let (page, _) = evening();
    assert_eq!(page.matches("<caption>The night in numbers: means of ").count(), 2);
    assert_eq!(page.matches("Drawn here is one night of many").count(), 2);
    let story = page.split("<section class=\"story\">").nth(1).unwrap().split("</section>").next().unwrap();
    let tonight = story.split("<h3>Tomorrow").next().unwrap();
    assert_eq!(tonight.matches("<dt>The night</dt>").count(), 2, "{tonight}");
    assert!(!tonight.contains("by the morning"), "{tonight}");
}

#[test]
fn both_readings_and_the_control_are_drawn_together() {
    let (page, _) = evening();
    let panels: Vec<_> =
        page.split("<svg class=\"panel\"").skip(1).map(|rest| rest.split("</svg>").next().unwrap()).collect();
    assert!(panels.len() >= 10, "{}", panels.len());
    for panel in panels {
        for line in ["line control", "line told", "line measured", "class=\"stripe\"", "class=\"night\"", "aria-label="]
        {
            assert!(panel.contains(line), "{line}");
        }
    }
    assert_eq!(page.matches("<svg").count(), page.matches("</svg>").count());
    assert_eq!(page.matches("<table>").count(), page.matches("<caption>").count());
}

#[test]
fn its_numbers_are_those_of_the_summary() {
    let place = tempfile::tempdir().unwrap();
    let path = scenario(place.path(), SHORT);
    let report = place.path().join("r.html");
    let text = printed(&["run", path.to_str().unwrap(), "--json", "--report", report.to_str().unwrap()]);
    let envelope: Value = serde_json::from_str(&text).unwrap();
    let page = fs::read_to_string(report).unwrap();
    assert_eq!(envelope["result"]["scenario"]["control"], "nothing");
    assert!(page.contains(envelope["model_hash"].as_str().unwrap()));
    let mut told = 0;
    for row in envelope["result"]["summary"].as_array().unwrap() {
        if row["notable"] == true {
            let change = row["change"]["largest"]["value"].as_f64().unwrap();
            let digits = if change.abs() >= 9.995 { 1 } else { 2 };
            let clock = row["change"]["largest"]["clock"].as_str().unwrap().rsplit(' ').next().unwrap();
            let cells = format!("<td>{change:+.digits$}</td><td>{clock}</td>");
            assert!(page.contains(&cells), "{cells}");
            assert!(row["change"]["end"]["value"].is_number() && row["change"]["by_day"].is_array());
            told += 1;
        }
    }
    assert!(told > 0);
}

#[test]
fn a_name_cannot_become_markup() {
    let place = tempfile::tempdir().unwrap();
    let text = SHORT
        .replace("\"Ada\"", "\"<b>Ada\\\" onload=x\"")
        .replace("\"talk\"", "\"<script>alert(1)</script>\"")
        .replace("\"A short talk\"", "\"<i>A & B</i>\"\nabout = \"<u>\"");
    let path = scenario(place.path(), &text);
    let output = run_in(place.path(), &["run", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let page = fs::read_to_string(place.path().join("consoma-report.html")).unwrap();
    for bad in ["<script>alert", "</script>alert", "<b>Ada", "<i>A", "<u>", "\" onload"] {
        assert!(!page.contains(bad), "{bad}");
    }
    assert!(page.contains("&lt;i&gt;A &amp; B&lt;/i&gt;"));
}

#[test]
fn somebodys_work_is_kept() {
    let place = tempfile::tempdir().unwrap();
    let path = scenario(place.path(), SHORT);
    let (path, mine) = (path.to_str().unwrap(), place.path().join("consoma-report.html"));
    fs::write(&mine, "<!doctype html>\nmine").unwrap();
    let refused = run_in(place.path(), &["run", path]);
    assert_eq!(refused.status.code(), Some(2));
    let message = errors(&refused);
    assert!(refused.stdout.is_empty() && message.contains("--report") && message.contains("--no-report"), "{message}");
    assert_eq!(fs::read_to_string(&mine).unwrap(), "<!doctype html>\nmine");
    // Named, it is meant.
    assert_eq!(run_in(place.path(), &["run", path, "--report", "consoma-report.html"]).status.code(), Some(0));
    let first = fs::read_to_string(&mine).unwrap();
    // An earlier report makes room for the next.
    assert_eq!(run_in(place.path(), &["run", path, "--seed", "2"]).status.code(), Some(0));
    assert_ne!(fs::read_to_string(&mine).unwrap(), first);
}

#[test]
fn the_scenario_is_never_replaced() {
    let place = tempfile::tempdir().unwrap();
    let path = scenario(place.path(), SHORT);
    let path = path.to_str().unwrap();
    let refused = run(&["run", path, "--report", path]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(errors(&refused).contains("choose another place with --report"), "{}", errors(&refused));
    assert_eq!(fs::read_to_string(path).unwrap(), SHORT);
}

#[test]
fn none_where_none_is_wanted() {
    for arguments in [&["run", "--no-report"][..], &["run", "--json"]] {
        let place = tempfile::tempdir().unwrap();
        assert_eq!(run_in(place.path(), arguments).status.code(), Some(0));
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0, "{arguments:?}");
    }
}

#[test]
fn somebodys_report_in_a_folder_of_results_is_kept() {
    let place = tempfile::tempdir().unwrap();
    let path = scenario(place.path(), SHORT);
    let (path, out) = (path.to_str().unwrap(), place.path().join("out"));
    fs::create_dir(&out).unwrap();
    fs::write(out.join("report.html"), "mine").unwrap();
    let refused = run(&["run", path, "--out", out.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(2), "{}", errors(&refused));
    let without = run(&["run", path, "--out", out.to_str().unwrap(), "--no-report"]);
    assert_eq!(without.status.code(), Some(0), "{}", errors(&without));
    assert_eq!(fs::read_to_string(out.join("report.html")).unwrap(), "mine");
    assert!(out.join("summary.json").exists());
}

#[test]
fn days_of_routine_have_courses_and_no_story() {
    let place = tempfile::tempdir().unwrap();
    let mut text: Vec<_> = SHORT.lines().collect();
    text.drain(8..15);
    let path = scenario(place.path(), &text.join("\n"));
    let output = run_in(place.path(), &["run", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let page = fs::read_to_string(place.path().join("consoma-report.html")).unwrap();
    assert!(page.contains("line told") && !page.contains("The next") && !page.contains("line control"), "{page}");
}

#[test]
fn it_does_not_lie_among_the_results() {
    let place = tempfile::tempdir().unwrap();
    let path = scenario(place.path(), SHORT);
    let out = place.path().join("out");
    fs::create_dir(&out).unwrap();
    let [path, folder] = [&path, &out].map(|path| path.to_str().unwrap());
    for name in ["summary.json", ".consoma-lock", "other.html"] {
        let report = out.join(name);
        let refused = run(&["run", path, "--out", folder, "--report", report.to_str().unwrap()]);
        assert_eq!(refused.status.code(), Some(2), "{name}");
        assert!(errors(&refused).contains("leave --report out"), "{}", errors(&refused));
        assert_eq!(fs::read_dir(&out).unwrap().count(), 0, "{name}");
    }
    let report = out.join("report.html");
    let good = run(&["run", path, "--out", folder, "--report", report.to_str().unwrap()]);
    assert_eq!(good.status.code(), Some(0), "{}", errors(&good));
    assert!(report.exists());
    fs::write(out.join("people.csv"), "mine").unwrap();
    let refused = run(&["run", path, "--out", folder]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(fs::read_to_string(out.join("people.csv")).unwrap(), "mine");
}
