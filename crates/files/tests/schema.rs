//! The published schema is current, and says of each key what the reader does.

use consoma_files::{measured, scenario, schema};
use std::path::Path;

#[test]
fn the_published_ones_are_current() {
    for (name, schema) in [("scenario", scenario::schema()), ("data", measured::schema())] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../schema/{name}.json"));
        let published = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            published == schema::text(&schema),
            "write it anew: cargo run --release -- schema {name} > schema/{name}.json"
        );
    }
}

#[test]
fn arrows_have_bounds() {
    let schema = scenario::schema();
    let threat = &schema["properties"]["arrows"]["properties"]["crh.threat"];
    assert_eq!(threat["minimum"], 0.0);
    assert!(threat["maximum"].as_f64().is_some_and(|most| most > 0.0 && most < 1e6), "{threat}");
}

#[test]
fn it_lists_what_is_declared() {
    let schema = scenario::schema();
    let has = |pointer: &str| schema.pointer(pointer).is_some();
    assert!(has("/properties/arrows/properties/crh.threat"));
    assert!(has("/properties/parameters/properties/acth.half_life"));
    assert!(has("/$defs/Encounter/properties/responsiveness"));
    assert!(has("/$defs/Encounter/properties/distance"));
    for key in ["bed", "asleep", "nrem", "rem", "awakening", "together"] {
        assert!(!has(&format!("/$defs/Encounter/properties/{key}")), "{key}");
    }
    assert!(schema.pointer("/$defs/Output/properties/quantities").unwrap().to_string().contains("saliva.cortisol"));
}

#[test]
fn what_it_requires_is_required() {
    let schema = scenario::schema();
    let whole = [
        ("", vec!["consoma = 1", "name = \"x\"", "start = \"day 1 12:00\"", "end = \"day 2 12:00\""]),
        ("People", vec!["[[people]]", "name = \"Ada\"", "sex = \"female\""]),
        ("Encounter", vec!["[[encounter]]", "name = \"t\"", "at = \"day 1 19:00\"", "lasts = \"1 h\""]),
        ("Meal", vec!["[[meal]]", "at = \"day 1 13:00\"", "kcal = 500"]),
        ("Exercise", vec!["[[exercise]]", "at = \"day 1 14:00\"", "lasts = \"1 h\"", "met = 3"]),
        ("Posture", vec!["[[posture]]", "at = \"day 1 14:00\"", "lasts = \"1 h\"", "posture = \"standing\""]),
        ("Light", vec!["[[light]]", "at = \"day 1 14:00\"", "lasts = \"1 h\"", "lux = 500"]),
        ("Breathing", vec!["[[breathing]]", "at = \"day 1 16:00\"", "lasts = \"1 h\"", "rate = \"6 1/min\""]),
        (
            "Dose",
            vec!["[[dose]]", "at = \"day 1 16:00\"", "lasts = \"1 h\"", "drug = \"oxytocin\"", "amount = \"1 ug\""],
        ),
        ("Treat", vec!["[[treat]]", "at = \"day 1 16:30\""]),
        ("SelfCare", vec!["[[self_care]]", "at = \"day 2 09:00\""]),
        ("TapeStripping", vec!["[[tape_stripping]]", "at = \"day 1 17:00\""]),
        ("Writing", vec!["[[writing]]", "at = \"day 1 16:00\""]),
        ("Recall", vec!["[[recall]]", "at = \"day 1 16:00\""]),
        ("Exclusion", vec!["[[exclusion]]", "at = \"day 1 18:00\""]),
        ("Speech", vec!["[[speech]]", "at = \"day 1 18:30\""]),
        ("Date", vec!["[[date]]", "at = \"day 2 10:00\"", "lasts = \"1 h\""]),
        ("Betrayal", vec!["[[betrayal]]", "at = \"day 1 12:30\""]),
        ("Inoculation", vec!["[[inoculation]]", "at = \"day 1 12:20\""]),
        ("Vaccination", vec!["[[vaccination]]", "at = \"day 1 12:20\""]),
        ("Wound", vec!["[[wound]]", "at = \"day 1 12:20\"", "lesion = \"punch\""]),
        ("Separation", vec!["[[separation]]", "lasts = \"1 h\"", "at = \"day 2 01:00\""]),
        ("ExamPeriod", vec!["[[exam_period]]", "lasts = \"1 h\"", "at = \"day 1 23:00\"", "thinking = \"1 h\""]),
        ("ColdPressor", vec!["[[cold_pressor]]", "at = \"day 1 12:10\""]),
        ("PainfulHeat", vec!["[[painful_heat]]", "at = \"day 1 12:15\""]),
        ("Arithmetic", vec!["[[arithmetic]]", "at = \"day 1 17:00\""]),
        ("Operation", vec!["[[operation]]", "at = \"day 2 10:00\"", "pump = \"30 min\""]),
        ("HandHolding", vec!["[[hand_holding]]", "at = \"day 1 17:10\""]),
        ("Embrace", vec!["[[embrace]]", "at = \"day 1 17:30\""]),
        ("Massage", vec!["[[massage]]", "at = \"day 1 17:35\""]),
        ("Photograph", vec!["[[photograph]]", "at = \"day 1 17:56\"", "lasts = \"2 min\""]),
        ("StressTest", vec!["[[stress_test]]", "at = \"day 1 22:00\""]),
        ("Period", vec!["[[period]]", "name = \"holidays\"", "at = \"day 1 13:00\"", "lasts = \"6 h\""]),
        ("Nap", vec!["[[nap]]", "at = \"day 1 15:00\"", "lasts = \"1 h\""]),
        ("Repeats", vec!["repeats.times = 1", "repeats.every = \"1 day\""]),
        ("Night", vec!["[[night]]", "day = 1", "bed = \"23:30\"", "wake = \"06:00\""]),
    ];
    let text = |leave: &str, from: &str| {
        let lines = whole.iter().flat_map(|(part, lines)| lines.iter().map(move |line| (*part, *line)));
        let kept = lines.filter(|(part, line)| {
            !(part == &from && line.trim_start_matches("repeats.").starts_with(&format!("{leave} =")))
        });
        kept.map(|(_, line)| line).collect::<Vec<_>>().join("\n")
    };
    scenario::parse("x.toml", &text("-", "")).unwrap();
    for (part, _) in &whole {
        let place = if part.is_empty() { "/required".to_owned() } else { format!("/$defs/{part}/required") };
        // Of `every` and `a_week` one must be there.
        let either = schema.pointer("/$defs/Repeats/oneOf/0/required").unwrap();
        let required = if *part == "Repeats" { either } else { schema.pointer(&place).unwrap() };
        for key in required.as_array().unwrap() {
            let key = key.as_str().unwrap();
            if key != "people" {
                let message = scenario::parse("x.toml", &text(key, part)).expect_err(key).to_string();
                assert!(message.contains(&format!("`{key}` is missing")), "{part} {key}\n{message}");
            }
        }
    }
}
