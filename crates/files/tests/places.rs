//! Each kind of bad input is reported at its line and column, with what is allowed.

use consoma_files::scenario::parse;

/// A scenario in which one line can be replaced. Line numbers below count from its first line.
const GOOD: &str = r#"consoma = 1
name = "Test"
start = "day 1 12:00"
end = "day 2 12:00"
seed = 1
readings = ["told"]
[routine]
wake = "07:30"
daylight = "700 lux"
[[people]]
name = "Ada"
sex = "female"
age = 30
[[people]]
name = "Ben"
sex = "male"
count = 2
[[encounter]]
name = "talk"
at = "day 1 19:00"
lasts = "45 min"
talk = 1.0
with = "friend"
[arrows]
"crh.threat" = 0.0
[parameters]
"acth.half_life" = "5 min"
[output]
every = "10 min"
quantities = ["saliva.cortisol"]
"#;

/// The line to replace, what stands there instead, the column of the mistake, and two parts of the message.
const BAD: &[(usize, &str, usize, &str, &str)] = &[
    (1, "consoma = 2", 11, "format 2 is unknown", "reads format 1"),
    (1, "", 1, "`consoma` is missing", "consoma = 1"),
    (2, "nme = \"Test\"", 1, "unknown key `nme`", "did you mean `name`?"),
    (2, "name = 3", 8, "`name` cannot be read", "a text in quotes"),
    (3, "start = \"12:00\"", 9, "`start` cannot be read", "day 1 19:00"),
    (3, "start = \"day 0 12:00\"", 9, "`start` cannot be read", "from 1"),
    (3, "start = \"day 1 12:60\"", 9, "`start` cannot be read", "23:59"),
    (4, "end = \"day 1 11:00\"", 7, "the end is not after the start", "later than `start`, day 1 12:00"),
    (5, "seed = -1", 8, "the seed is negative", "from 0"),
    (5, "seed = \"x\"", 8, "`seed` cannot be read", "a whole number"),
    (6, "readings = [\"told\", \"mesured\"]", 21, "`readings` cannot be read", "did you mean `measured`?"),
    (6, "readings = []", 12, "there is no reading", "told, measured, null"),
    (6, "readings = [\"told\", \"told\"]", 21, "stands twice", "leave this out"),
    (5, "seed = 99999999999999999999", 8, "too large", "9223372036854775807"),
    (6, "readings = \"told\"", 12, "another form", "readings = [\"told\"]"),
    (7, "[[routine]]", 3, "another form", "write [routine] with one bracket"),
    (7, "nap = 3\n[routine]", 0, "another form", "write [[nap]]"),
    (8, "wake = \"7h30\"", 8, "`wake` cannot be read", "07:30"),
    (8, "wake = \"23:00\"", 8, "there is no night", "must differ"),
    (8, "dusk = \"07:00\"", 8, "there is no daylight", "after dawn"),
    (9, "daylight = 700", 12, "`daylight` cannot be read", "\"700 lux\""),
    (9, "daylight = \"700 min\"", 12, "`daylight` cannot be read", "the unit is lux, not min"),
    (9, "daylight = \"1e9 lux\"", 12, "`daylight` is out of bounds", "0 to 150000 lux"),
    (15, "name = \"Ada\"", 8, "two people are called `Ada`", "another name"),
    (2, "name = \"\"", 8, "`name` cannot be shown", "nothing to see"),
    (2, "name = \" \\t\"", 8, "`name` cannot be shown", "nothing to see"),
    (2, "name = \" x\"", 8, "`name` cannot be shown", "leave out the blanks"),
    (11, "name = \"Ada \"", 8, "`name` cannot be shown", "leave out the blanks"),
    (11, "name = \"friend\"", 8, "nobody can be called `friend`", "give another name"),
    (11, "name = \"nobody\"", 8, "nobody can be called `nobody`", "give another name"),
    (19, "name = \"the end of talk\"", 8, "`name` begins with `the end of`", "begin it otherwise"),
    (2, "name = \"\u{200b}\"", 8, "`name` cannot be shown", "nothing to see"),
    (2, "name = \"a\\u001b[2J\"", 8, "`name` cannot be shown", "U+001B"),
    (2, "name = \"x\"\nabout = \"\\u001b[2J\"", 9, "`about` cannot be shown", "U+001B"),
    (11, "name = \"a\u{202e}b\"", 8, "`name` cannot be shown", "U+202E"),
    (
        19,
        "name = \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"",
        8,
        "`name` is too long",
        "at most 100",
    ),
    (10, "[[person]]", 3, "unknown key `person`", "did you mean `people`?"),
    (12, "sex = \"f\"", 7, "`sex` cannot be read", "did you mean `female`?"),
    (12, "sex = \"Woman\"", 7, "`sex` cannot be read", "did you mean `female`?"),
    (12, "sex = \"m\"", 7, "`sex` cannot be read", "did you mean `male`?"),
    (12, "sex = \"femal\"", 7, "`sex` cannot be read", "did you mean `female`?"),
    (12, "", 1, "`sex` is missing", "sex = \"female\""),
    (13, "age = 9", 7, "`age` is not allowed here", "the nearest allowed is 18"),
    (13, "age = \"30 min\"", 7, "`age` is not allowed here", "18 to 90 years"),
    (13, "anxiety = 4", 11, "`anxiety` is not allowed here", "-3 to 3"),
    (13, "age = \"18 yr\"", 7, "`age` cannot be read", "weeks, years"),
    (13, "body_mass_index = 80", 19, "`body_mass_index` is not allowed here", "the nearest allowed is 50"),
    (13, "body_mass_index = \"25 kg\"", 19, "`body_mass_index` cannot be read", "kg/m2"),
    (13, "cigarettes = -1", 14, "`cigarettes` is not allowed here", "the nearest allowed is 0"),
    (13, "caffeine = 200", 12, "`caffeine` cannot be read", "\"200 mg\""),
    (13, "caffeine = \"9 mg/week\"", 12, "`caffeine` cannot be read", "mg"),
    (13, "caffeine = \"5000 mg\"", 12, "`caffeine` is not allowed here", "2000 mg/day; the nearest allowed is 2000"),
    (13, "chronotype = \"-420 min\"", 14, "`chronotype` is not allowed here", "-7 lies outside -6 to 6 h"),
    (13, "chronotype = 1", 14, "`chronotype` cannot be read", "\"1 h\""),
    (13, "social_anxiety = -3.5", 18, "`social_anxiety` is not allowed here", "the nearest allowed is -3"),
    (13, "style = \"secur\"", 9, "`style` cannot be read", "did you mean `secure`?"),
    (
        13,
        "style = \"secure\"\nanxiety = 1\n",
        0,
        "`style` is not that of anxiety 1 and avoidance -0.8",
        "those are anxious",
    ),
    (13, "ties = { friends = 51 }", 20, "`friends` is not allowed here", "51 lies outside 0 to 50 people"),
    (13, "ties = { friends = -1 }", 20, "`friends` is not allowed here", "the nearest allowed is 0"),
    (13, "ties = { frends = 1 }", 10, "unknown key `frends`", "did you mean `friends`?"),
    (13, "ties = 3", 8, "another form", "a table"),
    (13, "conditions = [\"hypertensoin\"]", 15, "`conditions` cannot be read", "did you mean `hypertension`?"),
    (13, "conditions = [\"hypertension\", \"hypertension\"]", 31, "stands twice", "leave this out"),
    (13, "conditions = \"hypertension\"", 14, "another form", "conditions = [\"hypertension\"]"),
    (13, "traits = \"random\"", 10, "`traits` cannot be read", "typical, drawn"),
    (
        13,
        "age = 60\ncontraception = \"combined pill\"",
        17,
        "`contraception` is not allowed",
        "below the age of 55, not at 60",
    ),
    (13, "age = 60\nmenstrual_phase = \"luteal\"", 19, "`menstrual_phase` is not allowed", "below the age of 55"),
    (
        13,
        "contraception = \"combined pill\"\nmenstrual_phase = \"luteal\"",
        19,
        "`menstrual_phase` is not allowed",
        "leave one of the two out",
    ),
    (13, "bed = \"07:30\"", 7, "there is no night", "the routine's"),
    (13, "wake = \"25:00\"", 8, "`wake` cannot be read", "23:59"),
    (13, "smoking = 3", 1, "unknown key `smoking`", "`consoma list traits` prints all"),
    (16, "sex = \"male\"\nmenstrual_phase = \"luteal\"", 19, "`menstrual_phase` is not allowed", "no menstrual phase"),
    (13, "anxiety = nan", 11, "`anxiety` cannot be read", "finite"),
    (16, "sex = \"male\"\ncontraception = \"combined pill\"", 17, "`contraception` is not allowed", "a man takes none"),
    (17, "count = 0", 9, "`count` is out of bounds", "1 to 1000000"),
    (17, "count = 2.5", 9, "`count` cannot be read", "a whole number"),
    (19, "name = \"talk\"\nwho = [\"Adda\"]", 8, "nobody is called `Adda`", "did you mean `Ada`?"),
    (19, "name = \"talk\"\nwho = [\"ada\"]", 8, "nobody is called `ada`", "did you mean `Ada`?"),
    (19, "name = \"talk\"\nwho = \"Ada\"", 7, "another form", "write who = [\"Ada\"]"),
    (19, "name = \"talk\"\nwho = []", 7, "nobody takes part", "for everybody"),
    (20, "at = \"day 1 11:59\"", 6, "begins before the start", "starts at day 1 12:00"),
    (20, "at = \"day 2 12:00\"", 6, "begins after the end", "ends at day 2 12:00"),
    (20, "at = \"day 2 11:30\"\n", 0, "lasts beyond the end", "ends at day 2 12:00"),
    (20, "", 0, "`at` is missing", "at = \"day 1 19:00\""),
    (21, "lasts = 45", 9, "`lasts` cannot be read", "45 min"),
    (21, "lasts = \"-45 min\"", 9, "too short", "1 s"),
    (21, "lasts = \"30min\"", 9, "`lasts` cannot be read", "write \"30 min\""),
    (21, "lasts = \"1h30min\"", 9, "`lasts` cannot be read", "write \"1 h 30 min\""),
    (21, "lasts = \"1,5 h\"", 9, "`lasts` cannot be read", "write \"1.5 h\""),
    (21, "lasts = \"30 min 1 h\"", 9, "`lasts` cannot be read", "no unit of time"),
    (21, "lasts = \"45 lux\"", 9, "no unit of time", "s, min, h, d"),
    (22, "talk = 1.5", 8, "`talk` is out of bounds", "0 to 1"),
    (22, "tlk = 0.5", 1, "unknown key `tlk`", "did you mean `talk`?"),
    (22, "asleep = 1", 1, "unknown key `asleep`", "no such key"),
    (22, "light = 3", 9, "`light` cannot be read", "\"3 lux\""),
    (25, "\"crh.thraet\" = 0.0", 1, "unknown key `crh.thraet`", "did you mean `crh.threat`?"),
    (25, "\"crh.threat\" = -0.1", 16, "`crh.threat` is out of bounds", "allowed: 0 to "),
    (25, "\"crh.threat\" = 1e300", 16, "`crh.threat` is out of bounds", "0 switches it off"),
    (25, "\"crh.threat\" = true", 16, "`crh.threat` cannot be read", "a number is needed"),
    (25, "\"crh.threat\" = inf", 16, "`crh.threat` cannot be read", "finite"),
    (27, "\"acth.halflife\" = \"5 min\"", 1, "unknown key `acth.halflife`", "did you mean `acth.half_life`?"),
    (27, "\"acth.half_life\" = 5", 20, "`acth.half_life` cannot be read", "\"5 min\""),
    (27, "\"acth.half_life\" = \"5 h\"", 20, "`acth.half_life` is out of bounds", "2 to 20 min"),
    (27, "\"acth.mean\" = { spread = -1 }", 15, "`acth.mean` is out of bounds", "allowed: 0 to 5"),
    (27, "\"acth.mean\" = { spread = 6 }", 15, "`acth.mean` is out of bounds", "allowed: 0 to 5"),
    (27, "\"acth.mean\" = { spred = 1 }", 17, "unknown key `spred`", "did you mean `spread`?"),
    (29, "every = \"0 min\"", 9, "`every` is out of bounds", "1 s"),
    (29, "evry = \"5 min\"", 1, "unknown key `evry`", "did you mean `every`?"),
    (30, "quantities = [\"saliva.cortsol\"]", 15, "no quantity has the id", "did you mean `saliva.cortisol`?"),
    (30, "quantities = []", 14, "no quantity is recorded", "leave the key out"),
    (30, "quantities = [", 0, "not TOML", ""),
];

#[test]
fn the_unchanged_scenario_is_good() {
    parse("good.toml", GOOD).unwrap();
}

#[test]
fn every_mistake_has_its_place() {
    let missed: Vec<_> = BAD.iter().filter_map(missed).collect();
    assert!(missed.is_empty(), "{}", missed.join("\n\n"));
}

fn missed(&(line, instead, column, what, allowed): &(usize, &str, usize, &str, &str)) -> Option<String> {
    let mut lines: Vec<_> = GOOD.lines().collect();
    lines[line - 1] = instead;
    let Err(problems) = parse("bad.toml", &lines.join("\n")) else { return Some(format!("{instead}: accepted")) };
    let message = problems.to_string();
    // Where a key is missing, or the mistake lies in another line, the place is elsewhere.
    let line = line + instead.matches('\n').count();
    let elsewhere = column == 0 || instead.is_empty();
    let placed = elsewhere || message.contains(&format!("bad.toml:{line}:{column}\n"));
    // A mistyped key is also a missing one where it must be there.
    let alone = problems.list().len() == 1 + usize::from(instead.starts_with("nme"));
    let said = message.contains(what) && message.contains(allowed);
    (!(placed && alone && said)).then(|| format!("{instead}: placed {placed}, alone {alone}, said {said}\n{message}"))
}

/// A wrong key in place of a right one: also the right one is missing then, or a line that it stands in.
#[test]
fn guessed_keys() {
    for (right, guess) in [
        ("[[people]]", "[[person]]"),
        ("at =", "time ="),
        ("at =", "start ="),
        ("lasts =", "duration ="),
        ("lasts =", "for ="),
    ] {
        let text = GOOD.replace(right, guess);
        let message = parse("bad.toml", &text).unwrap_err().to_string();
        let meant = right.trim_matches(|letter: char| !letter.is_alphabetic());
        assert!(message.contains(&format!("did you mean `{meant}`?")), "{guess}\n{message}");
    }
}

#[test]
fn a_single_bracket() {
    let text = GOOD.replacen("[[people]]\nname = \"Ben\"\nsex = \"male\"\ncount = 2\n", "", 1);
    for name in ["people", "encounter"] {
        let text = text.replace(&format!("[[{name}]]"), &format!("[{name}]"));
        let problems = parse("bad.toml", &text).unwrap_err();
        assert!(problems.to_string().contains(&format!("write [[{name}]] with two brackets")), "{problems}");
        assert!(problems.place().0 > 9);
    }
}

#[test]
fn a_log_normal_draw_around_nothing() {
    use consoma_model::declare::Spread;
    use consoma_model::tables::Parameters;
    // Any parameter whose bounds allow it.
    let can = |min: f64, spread| min <= 0.0 && matches!(spread, Spread::Lognormal(_));
    let Some(row) = Parameters::rows().find(|row| can(row.declared.min, row.declared.spread)) else { return };
    let with = |value: &str| {
        format!("{GOOD}[parameters]\n\"{}\" = {value}\n", row.id).replacen(
            "[parameters]\n\"acth.half_life\" = \"5 min\"\n",
            "",
            1,
        )
    };
    let unit = if row.declared.unit == "1" { "0".to_owned() } else { format!("\"0 {}\"", row.declared.unit) };
    let message = parse("bad.toml", &with(&format!("{{ typical = {unit}, spread = 0.3 }}"))).unwrap_err().to_string();
    assert!(message.contains("0 for everybody"), "{message}");
    parse("good.toml", &with(&format!("{{ typical = {unit}, spread = 0 }}"))).unwrap();
}

#[test]
fn a_normal_spread_is_no_wider_than_the_bounds() {
    use consoma_model::declare::Spread;
    use consoma_model::tables::Parameters;
    let row = Parameters::rows().find(|row| !matches!(row.declared.spread, Spread::Lognormal(_))).unwrap();
    let unit = row.declared.unit;
    let number = |value: f64| if unit == "1" { value.to_string() } else { format!("\"{value} {unit}\"") };
    let width = row.declared.max - row.declared.min;
    let with = |value: f64| {
        GOOD.replace("\"acth.half_life\" = \"5 min\"", &format!("\"{}\" = {{ spread = {} }}", row.id, number(value)))
    };
    parse("good.toml", &with(width)).unwrap();
    let message = parse("bad.toml", &with(width * 1.01)).unwrap_err().to_string();
    assert!(message.contains("is out of bounds") && message.contains("allowed: 0 to"), "{message}");
}

#[test]
fn more_than_fits_into_the_memory() {
    let text = GOOD.replace("count = 2", "count = 1000000").replace("\"10 min\"", "\"1 s\"");
    let message = parse("bad.toml", &text).unwrap_err().to_string();
    assert!(message.contains("bad.toml:17:9\n") && message.contains("1000001 people"), "{message}");
    assert!(message.contains("GiB") && message.contains("[output]"), "{message}");
}

#[test]
fn at_most_twenty_problems_are_shown() {
    let more: String = (0..30).map(|it| format!("unknown_{it} = 1\n")).collect();
    let problems = parse("bad.toml", &format!("{more}{GOOD}")).unwrap_err();
    assert_eq!(problems.list().len(), 30);
    assert_eq!(problems.to_string().matches("unknown key").count(), 20);
    assert!(problems.to_string().ends_with("and 10 more"), "{problems}");
}

#[test]
fn nesting_that_is_too_deep_names_the_file() {
    for deep in ["[".repeat(300), "{ a = ".repeat(300)] {
        let message = parse("bad.toml", &format!("{GOOD}\nx = {deep}")).unwrap_err().to_string();
        assert!(message.contains("bad.toml"), "{message}");
    }
    let dotted = format!("{}a = 1\n{GOOD}", "a.".repeat(300));
    assert!(parse("bad.toml", &dotted).unwrap_err().to_string().contains("bad.toml"));
}

#[test]
fn overlapping_encounters_that_set_the_same_input() {
    let more = "\n[[encounter]]\nname = \"again\"\nwho = [\"Ben\"]\nat = \"day 1 19:30\"\nlasts = \"1 h\"\n";
    let text = format!("{GOOD}{more}posture = 1.0\n");
    parse("good.toml", &text).expect("they set different inputs");
    let message = parse("bad.toml", &format!("{GOOD}{more}talk = 0.5\n")).unwrap_err().to_string();
    assert!(message.contains("two encounters of `Ben` set `talk` at the same time"), "{message}");
    assert!(message.contains("`talk` lasts until day 1 19:45") && message.contains("bad.toml:35:6\n"), "{message}");
}

#[test]
fn several_mistakes_are_reported_together() {
    let text = GOOD.replace("talk = 1.0", "talk = 7").replace("seed = 1", "seed = -1").replace("\"male\"", "\"mal\"");
    assert_eq!(parse("bad.toml", &text).unwrap_err().list().len(), 3);
}

#[test]
fn nobody() {
    let text = "consoma = 1\nname = \"x\"\nstart = \"day 1 00:00\"\nend = \"day 2 00:00\"\n";
    let message = parse("bad.toml", text).unwrap_err().to_string();
    assert!(message.contains("there are no people") && message.contains("[[people]]"), "{message}");
}

#[test]
fn an_end_that_is_far_away() {
    let far = GOOD.replace("day 2 12:00", "day 9999 12:00");
    let records = parse("good.toml", &far.replace("every = \"10 min\"\n", "")).unwrap().times.len();
    assert!((1000..=20_000).contains(&records), "{records}");
    let message = parse("bad.toml", &far.replace("10 min", "1 s")).unwrap_err().to_string();
    assert!(message.contains("there are too many records") && message.contains("bad.toml:29:9\n"), "{message}");
    assert!(message.contains("`[output]`") && message.contains("`every`"), "{message}");
}
