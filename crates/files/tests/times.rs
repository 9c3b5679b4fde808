//! When things happen: instants, clock times, relative times, repeats and jitter.

use consoma_files::scenario::parse;
use consoma_lab::scenario::Scenario;
use consoma_model::schedule::{Jitter, Moved};

const HEAD: &str = "consoma = 1\nname = \"x\"\nstart = \"day 1 12:00\"\nend = \"day 8 12:00\"\n\
                    [[people]]\nname = \"Ada\"\nsex = \"female\"\n";

/// An item of this kind. Line 8 of the file is the first line of the first item.
fn item(kind: &str, name: &str, at: &str, more: &str) -> String {
    format!("[[{kind}]]\nname = \"{name}\"\nat = \"{at}\"\n{more}\n")
}

fn talk(name: &str, at: &str) -> String {
    item("encounter", name, at, "lasts = \"20 min\"")
}

fn read(items: &[String]) -> Scenario {
    parse("x.toml", &format!("{HEAD}{}", items.concat())).unwrap_or_else(|problems| panic!("{problems}"))
}

fn refused(items: &[String]) -> String {
    parse("bad.toml", &format!("{HEAD}{}", items.concat())).unwrap_err().to_string()
}

/// The beginnings of everything of this name, in minutes since midnight of day 1.
fn starts(scenario: &Scenario, name: &str) -> Vec<f64> {
    let all = scenario.groups[0].schedule.encounters.iter();
    all.filter(|encounter| encounter.name == name).map(|encounter| encounter.span.start).collect()
}

/// The draws that move the encounter of this place.
fn draws(scenario: &Scenario, place: usize) -> Vec<(f64, u64)> {
    let of = |jitter: &&Jitter| jitter.moved == Moved::Encounter(place);
    scenario.groups[0].schedule.jitters.iter().filter(of).map(|jitter| (jitter.sd, jitter.key)).collect()
}

#[test]
fn each_kind_of_time() {
    for (at, start) in [
        ("day 2 08:30", 1440.0 + 510.0),
        // The clock: today where that is still to come, else tomorrow.
        ("19:00", 1140.0),
        ("12:00", 720.0),
        ("11:59", 1440.0 + 719.0),
        ("2 h after tea", 900.0 + 120.0),
        ("2 h after the start of tea", 900.0 + 120.0),
        ("1 h 30 min before tea", 900.0 - 90.0),
        ("5 min after the end of tea", 900.0 + 20.0 + 5.0),
        ("30 min before the end of tea", 900.0 - 10.0),
        ("the end of tea", 920.0),
    ] {
        let scenario = read(&[talk("x", at), item("meal", "tea", "day 1 15:00", "kcal = 200")]);
        assert_eq!(starts(&scenario, "x"), [start], "{at}");
    }
}

#[test]
fn chains_are_followed_in_any_order() {
    let scenario = read(&[talk("c", "20 min after b"), talk("b", "20 min after a"), talk("a", "day 1 15:00")]);
    assert_eq!((starts(&scenario, "b"), starts(&scenario, "c")), (vec![920.0], vec![940.0]));
}

#[test]
fn a_name_that_was_not_given_is_what_it_is() {
    let nap = "[[nap]]\nat = \"day 1 14:00\"\nlasts = \"30 min\"\n".to_owned();
    assert_eq!(starts(&read(&[nap.clone(), talk("x", "1 h after nap")]), "x"), [900.0]);
    let message = refused(&[nap.clone(), nap, talk("x", "1 h after nap")]);
    assert!(message.contains("2 have this name") && message.contains("bad.toml:16:6\n"), "{message}");
}

#[test]
fn circles_are_refused_with_the_place_of_each() {
    let message = refused(&[talk("a", "1 h after a")]);
    assert!(message.contains("bad.toml:10:6\n") && message.contains("refers to itself"), "{message}");
    let message = refused(&[talk("a", "1 h after b"), talk("b", "1 h before the end of a")]);
    assert!(message.contains("bad.toml:10:6\n") && message.contains("bad.toml:14:6\n"), "{message}");
    assert!(message.contains("`a` after `b` after `a`"), "{message}");
    // What only leads into a circle is not of it.
    let three =
        [talk("a", "1 h after b"), talk("b", "1 h after c"), talk("c", "1 h after a"), talk("d", "1 h after a")];
    let problems = parse("bad.toml", &format!("{HEAD}{}", three.concat())).unwrap_err();
    assert_eq!(problems.list().len(), 3, "{problems}");
    assert!(problems.to_string().contains("`b` after `c` after `a` after `b`"), "{problems}");
}

#[test]
fn an_unknown_name_is_guessed() {
    let message = refused(&[talk("deep talk", "day 1 15:00"), talk("x", "1 h after dep talk")]);
    assert!(message.contains("nothing is called `dep talk`") && message.contains("did you mean `deep talk`?"));
    assert!(message.contains("bad.toml:14:6\n"), "{message}");
}

#[test]
fn repeats_end_by_number_by_time_or_with_the_scenario() {
    let meal = |repeats: &str| {
        let scenario = read(&[item("meal", "tea", "15:00", &format!("kcal = 200\nrepeats = {{ {repeats} }}"))]);
        starts(&scenario, "tea")
    };
    assert_eq!(meal("every = \"1 day\", times = 3"), [900.0, 2340.0, 3780.0]);
    assert_eq!(meal("every = \"12 h\", until = \"day 2 03:00\""), [900.0, 1620.0]);
    assert_eq!(meal("every = \"1 day\"").len(), 7);
}

#[test]
fn repeats_that_cannot_be() {
    for (repeats, what) in [
        ("every = \"10 min\", times = 3", "would overlap itself"),
        ("every = \"1 day\", times = 0", "`times` is out of bounds"),
        ("every = \"1 day\", times = 8", "7 fit before the end"),
        ("every = \"1 day\", until = \"day 9 12:00\"", "lasts beyond the end"),
        ("every = \"1 day\", until = \"day 1 13:00\"", "before the first time"),
        ("every = \"1 day\", times = 2, until = \"day 3 12:00\"", "both stand here"),
        ("every = \"3653 d\"", "at most 10 years"),
        ("times = 2", "`every` is missing"),
        ("every = \"1 day\", a_week = 2", "both stand here"),
        ("a_week = 8", "`a_week` is out of bounds"),
        ("every = \"1 day\", during = [\"summer\"]", "no period is called `summer`"),
        ("evry = \"1 day\"", "did you mean `every`?"),
        ("every = 3", "`every` cannot be read"),
        ("every = \"1 s\"", "would overlap itself"),
    ] {
        let message = refused(&[item("meal", "tea", "15:00", &format!("kcal = 200\nrepeats = {{ {repeats} }}"))]);
        assert!(message.contains(what) && message.contains("bad.toml:12:"), "{repeats}\n{message}");
    }
    let often = "lasts = \"1 s\"\nlux = 3\nrepeats = { every = \"2 s\" }";
    assert!(refused(&[item("light", "x", "15:00", often)]).contains("at most 10000"));
}

#[test]
fn on_some_days_of_the_week_in_some_periods() {
    let period = item("period", "rain", "day 2 00:00", "lasts = \"36 h\"\nrepeats = { every = \"4 d\", times = 2 }");
    let meal = |repeats: &str| {
        let tea = item("meal", "tea", "15:00", &format!("kcal = 200\nrepeats = {{ {repeats} }}"));
        let scenario = read(&[period.clone(), tea]);
        starts(&scenario, "tea").into_iter().map(|time| (time / 1440.0).floor() + 1.0).collect::<Vec<_>>()
    };
    // The scenario has seven afternoons.
    assert_eq!(meal("a_week = 3"), [1.0, 3.0, 5.0]);
    assert_eq!(meal("a_week = 7"), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
    assert_eq!(meal("a_week = 3, times = 2"), [1.0, 3.0]);
    // It rains on day 2 and until noon of day 3, and so four days later.
    assert_eq!(meal("every = \"1 day\", during = [\"rain\"]"), [2.0, 6.0]);
    assert_eq!(meal("every = \"1 day\", except = [\"rain\"]"), [1.0, 3.0, 4.0, 5.0, 7.0]);
    let never = item("meal", "tea", "15:00", "kcal = 200\nrepeats = { every = \"4 d\", during = [\"rain\"] }");
    assert!(refused(&[period.clone(), never]).contains("`tea` never happens"));
    let tea = item("meal", "tea", "15:00", "kcal = 200\nrepeats = { every = \"1 day\", during = [\"rain\"] }");
    let circle = item("period", "rain", "1 h after tea", "lasts = \"36 h\"");
    assert!(refused(&[circle, tea]).contains("goes in a circle"));
}

#[test]
fn ten_years_are_a_few_lines() {
    let text = include_str!("../../../scenarios/ten-years.toml");
    let scenario = parse("ten-years.toml", text).unwrap();
    let times = |name: &str| starts(&scenario, name).len();
    // 281 of 3650 days are bad: 41 fortnights begin, of which the last is cut by no end.
    assert_eq!((times("dinner"), times("a day together")), (3650, 210));
    let bad = 3650 - times("embrace");
    assert!((540..=580).contains(&bad), "{bad} bad days");
    assert_eq!(times("deep talk") + times("quarrel") / 3 * 2, 1043, "two of seven days, but for the bad weeks");
    assert!(scenario.times.len() <= 20_000, "{} records", scenario.times.len());
    // A week of it is a week of it.
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios/ten-years.toml");
    let until = consoma_files::clock::Until::read("1 w").unwrap();
    let week = consoma_files::scenario::read_or_evening(Some(&path), Some(until)).unwrap();
    assert_eq!((starts(&week, "dinner").len(), starts(&week, "a day together").len()), (7, 0));
    assert_eq!(week.span.end - week.span.start, 10_080.0);
}

#[test]
fn what_is_relative_to_repeats_repeats_with_them() {
    let tea = || item("meal", "tea", "15:00", "kcal = 200\nrepeats = { every = \"1 day\", times = 3 }");
    let follows = read(&[tea(), talk("x", "1 h after tea")]);
    assert_eq!(starts(&follows, "x"), [960.0, 2400.0, 3840.0]);
    let own = "lasts = \"20 min\"\nrepeats = { every = \"2 days\", times = 2 }";
    let counts = read(&[tea(), item("encounter", "x", "1 h after tea", own)]);
    assert_eq!(starts(&counts, "x"), [960.0, 3840.0]);
}

#[test]
fn jitter_goes_to_each_occurrence_and_to_what_is_relative() {
    let more = "kcal = 200\njitter = \"10 min\"\nrepeats = { every = \"1 day\", times = 2 }";
    let after = item("encounter", "x", "1 h after tea", "lasts = \"20 min\"\njitter = \"120 s\"");
    let scenario = read(&[after.clone(), item("meal", "tea", "15:00", more)]);
    let [x0, x1, tea0, tea1] = [0, 1, 2, 3].map(|place| draws(&scenario, place));
    assert_eq!((tea0.len(), tea0[0].0, tea0[0].1 + 1), (1, 10.0, tea1[0].1));
    assert_eq!((x0.len(), x0[0], x1[0]), (2, tea0[0], tea1[0]));
    assert_eq!((x0[1].0, x0[1].1 + 1), (2.0, x1[1].1));
    // Another thing in the file changes no draw.
    let others = read(&[talk("y", "day 7 15:00"), after, item("meal", "tea", "15:00", more)]);
    assert_eq!(draws(&others, 1), x0);
}

#[test]
fn jitter_stays_in_the_scenario() {
    let early = |jitter: &str| item("meal", "tea", "day 1 13:00", &format!("kcal = 200\njitter = \"{jitter}\""));
    read(&[early("20 min")]);
    let message = refused(&[early("21 min")]);
    assert!(message.contains("from day 1 11:57 with its jitter") && message.contains("bad.toml:10:6\n"), "{message}");
    for wrong in ["-1 min", "2 d"] {
        assert!(refused(&[early(wrong)]).contains("`jitter` is out of bounds"), "{wrong}");
    }
}

#[test]
fn company_that_jitter_could_bring_together_is_refused() {
    let friend = |name: &str, at: &str, jitter: &str| {
        item("encounter", name, at, &format!("lasts = \"20 min\"\nwith = \"friend\"\njitter = \"{jitter}\""))
    };
    read(&[friend("a", "day 1 15:00", "10 min"), friend("b", "day 1 16:20", "10 min")]);
    let message = refused(&[friend("a", "day 1 15:00", "10 min"), friend("b", "day 1 16:19", "10 min")]);
    assert!(message.contains("`Ada` is in company twice") && message.contains("jitter may move them"), "{message}");
    assert!(message.contains("bad.toml:16:6\n"), "{message}");
    // Both move together, so nothing can happen.
    read(&[friend("a", "day 1 15:00", "10 min"), friend("b", "the end of a", "0 min")]);
}

#[test]
fn nonsense_is_answered() {
    let texts = [
        "",
        " ",
        "day",
        "day 1",
        "1e308 d after a",
        "nan min after a",
        "inf h before a",
        "after",
        "the end of",
        "the end of a",
        "1 h after ",
        "-1 h after a",
        "1 h after a after a",
        "99:99",
        "day 9999 00:00",
        "\\u0000",
        "é after ü",
    ];
    for at in texts {
        for repeats in
            ["{}", "{ every = \"1e-300 s\" }", "{ every = \"1e308 d\", times = 9223372036854775807 }", "{ until = 3 }"]
        {
            for jitter in ["0 s", "1e308 d", "nan min"] {
                let more = format!("lasts = \"1e308 d\"\nrepeats = {repeats}\njitter = \"{jitter}\"");
                for kind in [
                    "encounter",
                    "meal",
                    "nap",
                    "stress_test",
                    "dose",
                    "date",
                    "betrayal",
                    "speech",
                    "treat",
                    "separation",
                    "caregiving",
                ] {
                    let text = format!("{HEAD}{}", item(kind, "a", at, &more));
                    assert!(parse("bad.toml", &text).is_err(), "{text}");
                }
            }
        }
    }
}

#[test]
fn long_chains_are_no_deep_recursion() {
    let mut items: Vec<_> = (1..2000).map(|it| talk(&format!("t{it}"), &format!("1 s after t{}", it - 1))).collect();
    items.push(talk("t0", "day 1 15:00"));
    assert!((starts(&read(&items), "t60")[0] - 901.0).abs() < 1e-9);
}

#[test]
fn what_follows_an_open_end_happens_as_often_as_it_fits() {
    let tea =
        |more: &str| item("meal", "tea", "15:00", &format!("kcal = 200\nrepeats = {{ every = \"1 day\"{more} }}"));
    let scenario = read(&[tea(""), talk("x", "23 h after tea"), talk("y", "30 min after x")]);
    assert_eq!([starts(&scenario, "tea").len(), starts(&scenario, "x").len(), starts(&scenario, "y").len()], [7, 6, 6]);
    // What is counted is meant.
    assert!(refused(&[tea(", times = 7"), talk("x", "23 h after tea")]).contains("begins after the end"));
    assert!(refused(&[tea(""), talk("x", "9 d after tea")]).contains("begins after the end"));
}
