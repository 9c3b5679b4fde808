//! `--json` prints one envelope, and the file in the folder is the same.

mod common;

use common::{SHORT, printed, scenario};
use serde_json::Value;

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn run() {
    let place = tempfile::tempdir().unwrap();
    let path = scenario(place.path(), SHORT);
    let out = place.path().join("out");
    let text = printed(&["run", path.to_str().unwrap(), "--json", "--seed", "9", "--out", out.to_str().unwrap()]);
    assert_eq!(text, std::fs::read_to_string(out.join("summary.json")).unwrap());
    let envelope = parse(&text);
    let keys: Vec<_> = envelope.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["command", "consoma", "model_hash", "reading", "result", "seed"]);
    assert_eq!(envelope["consoma"], env!("CARGO_PKG_VERSION"));
    assert_eq!(envelope["command"], "run");
    assert_eq!(envelope["seed"], 9);
    assert_eq!(envelope["reading"], serde_json::json!(["told", "measured"]));
    assert_eq!(envelope["model_hash"].as_str().unwrap().len(), 16);
    let rows = envelope["result"]["summary"].as_array().unwrap();
    assert_eq!(rows.len(), 2 * 2, "readings and quantities");
    let encounter = &envelope["result"]["scenario"]["groups"][0]["encounters"][0];
    assert_eq!((&encounter["name"], &encounter["start"]), (&"talk".into(), &"day 1 19:00".into()));
    for row in rows {
        assert!(row["peak"]["value"].as_f64().unwrap() >= row["start"]["value"].as_f64().unwrap());
        assert!(row["change"]["largest"]["time_min"].as_f64().unwrap() >= 1140.0, "nothing changes before the talk");
        assert!(row["change"]["usual"].is_number() && row["change"]["usual_mean"].is_number(), "{row}");
    }
}

#[test]
fn drawn_nights_stand_beside_the_summary() {
    let envelope = parse(&printed(&["run", "--json", "--reading", "measured"]));
    let nights = envelope["result"]["nights"].as_array().unwrap();
    assert_eq!(nights.len(), 2 * consoma_lab::nights::TOLD_BY.len(), "people and quantities");
    for night in nights {
        assert_eq!(night["nights"], consoma_lab::nights::COUNT);
        let number = |key: &str| night[key].as_f64().unwrap();
        assert!((number("mean") - number("usual_mean") - number("change")).abs() < 1e-9 * (1.0 + number("mean").abs()));
        assert!(number("change_error") >= 0.0 && number("one_night_sd") > 0.0 && night["notable"].is_boolean());
    }
    // Where the record ends before the morning, none are drawn.
    let place = tempfile::tempdir().unwrap();
    let path = scenario(place.path(), SHORT);
    let envelope = parse(&printed(&["run", path.to_str().unwrap(), "--json"]));
    assert_eq!(envelope["result"]["nights"], serde_json::json!([]));
}

#[test]
fn null_changes_nothing_by_words_alone() {
    let place = tempfile::tempdir().unwrap();
    let path = scenario(place.path(), SHORT);
    let envelope = parse(&printed(&["run", path.to_str().unwrap(), "--json", "--reading", "null"]));
    for row in envelope["result"]["summary"].as_array().unwrap() {
        assert!(row["change"].is_null(), "{row}");
    }
}

#[test]
fn lists() {
    for (what, id) in [
        ("quantities", "saliva.cortisol"),
        ("parameters", "acth.half_life"),
        ("arrows", "crh.threat"),
        ("inputs", "input.talk"),
    ] {
        let envelope = parse(&printed(&["list", what, "--json"]));
        let rows = envelope["result"].as_array().unwrap();
        assert!(rows.iter().any(|row| row["id"] == id && !row["label"].as_str().unwrap().is_empty()), "{what}");
        assert!(printed(&["list", what]).contains(id.trim_start_matches("input.")));
    }
}
