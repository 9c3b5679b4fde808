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
    (6, "readings = \"told\"", 12, "another form", "expected a sequence"),
    (8, "wake = \"7h30\"", 8, "`wake` cannot be read", "07:30"),
    (8, "wake = \"23:00\"", 8, "there is no night", "must differ"),
    (8, "dusk = \"07:00\"", 8, "there is no daylight", "after dawn"),
    (9, "daylight = 700", 12, "`daylight` cannot be read", "\"700 lux\""),
    (9, "daylight = \"700 min\"", 12, "`daylight` cannot be read", "the unit is lux, not min"),
    (9, "daylight = \"1e9 lux\"", 12, "`daylight` is out of bounds", "0 to 150000 lux"),
    (15, "name = \"Ada\"", 8, "two people are called `Ada`", "another name"),
    (12, "sex = \"femal\"", 7, "`sex` cannot be read", "did you mean `female`?"),
    (12, "", 1, "`sex` is missing", "sex = \"female\""),
    (13, "age = 9", 7, "`age` is not allowed here", "the nearest allowed is 18"),
    (13, "age = \"30 min\"", 7, "`age` cannot be read", "30 years"),
    (13, "anxiety = 4", 11, "`anxiety` is not allowed here", "-3 to 3"),
    (13, "anxiety = nan", 11, "`anxiety` cannot be read", "finite"),
    (16, "sex = \"male\"\ncontraception = \"combined pill\"", 17, "`contraception` is not allowed", "a man takes none"),
    (17, "count = 0", 9, "`count` is out of bounds", "1 to 1000000"),
    (17, "count = 2.5", 9, "`count` cannot be read", "a whole number"),
    (19, "name = \"talk\"\nwho = [\"Adda\"]", 8, "nobody is called `Adda`", "did you mean `Ada`?"),
    (20, "at = \"day 1 11:59\"", 6, "begins before the start", "starts at day 1 12:00"),
    (20, "at = \"day 2 12:00\"", 6, "begins after the end", "ends at day 2 12:00"),
    (20, "at = \"day 2 11:30\"\n", 0, "lasts beyond the end", "ends at day 2 12:00"),
    (20, "", 0, "`at` is missing", "at = \"day 1 19:00\""),
    (21, "lasts = 45", 9, "`lasts` cannot be read", "45 min"),
    (21, "lasts = \"-45 min\"", 9, "too short", "1 s"),
    (21, "lasts = \"45 lux\"", 9, "no unit of time", "s, min, h, d"),
    (22, "talk = 1.5", 8, "`talk` is out of bounds", "0 to 1"),
    (22, "tlk = 0.5", 1, "unknown key `tlk`", "did you mean `talk`?"),
    (22, "asleep = 1", 1, "unknown key `asleep`", "no such key"),
    (22, "light = 3", 9, "`light` cannot be read", "\"3 lux\""),
    (24, "\"crh.thraet\" = 0.0", 1, "unknown key `crh.thraet`", "did you mean `crh.threat`?"),
    (24, "\"crh.threat\" = true", 16, "`crh.threat` cannot be read", "a number is needed"),
    (24, "\"crh.threat\" = inf", 16, "`crh.threat` cannot be read", "finite"),
    (26, "\"acth.halflife\" = \"5 min\"", 1, "unknown key `acth.halflife`", "did you mean `acth.half_life`?"),
    (26, "\"acth.half_life\" = 5", 20, "`acth.half_life` cannot be read", "\"5 min\""),
    (26, "\"acth.half_life\" = \"5 h\"", 20, "`acth.half_life` is out of bounds", "2 to 20 min"),
    (26, "\"acth.mean\" = { spread = -1 }", 15, "`acth.mean` is out of bounds", "0 or more"),
    (26, "\"acth.mean\" = { spred = 1 }", 17, "unknown key `spred`", "did you mean `spread`?"),
    (28, "every = \"0 min\"", 9, "`every` is out of bounds", "1 s"),
    (28, "evry = \"5 min\"", 1, "unknown key `evry`", "did you mean `every`?"),
    (29, "quantities = [\"saliva.cortsol\"]", 15, "no quantity has the id", "did you mean `saliva.cortisol`?"),
    (29, "quantities = []", 14, "no quantity is recorded", "leave the key out"),
    (29, "quantities = [", 0, "not TOML", ""),
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

#[test]
fn overlapping_encounters_that_set_the_same_input() {
    let more = "\n[[encounter]]\nname = \"again\"\nwho = [\"Ben\"]\nat = \"day 1 19:30\"\nlasts = \"1 h\"\n";
    let text = format!("{GOOD}{more}touch = 1.0\n");
    parse("good.toml", &text).expect("they set different inputs");
    let message = parse("bad.toml", &format!("{GOOD}{more}talk = 0.5\n")).unwrap_err().to_string();
    assert!(message.contains("two encounters of `Ben` set `talk` at the same time"), "{message}");
    assert!(message.contains("`talk` lasts until day 1 19:45") && message.contains("bad.toml:34:6\n"), "{message}");
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
