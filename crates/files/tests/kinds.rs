//! Each kind of thing sets the right input for the right minutes.

use consoma_files::scenario::parse;
use consoma_lab::scenario::Scenario;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::{Awakening, Change, DAY, Span};

const HEAD: &str = "consoma = 1\nname = \"x\"\nstart = \"day 1 12:00\"\nend = \"day 3 12:00\"\n\
                    [[people]]\nname = \"Ada\"\nsex = \"female\"\n";

fn read(items: &str) -> Scenario {
    parse("x.toml", &format!("{HEAD}{items}")).unwrap_or_else(|problems| panic!("{problems}"))
}

fn refused(items: &str) -> String {
    let problems = parse("bad.toml", &format!("{HEAD}{items}")).unwrap_err();
    assert_eq!(problems.list().len(), 1, "{problems}");
    problems.to_string()
}

/// The inputs that hold at a minute.
fn at(scenario: &Scenario, minute: f64) -> Inputs<f64> {
    let awakening = Awakening { window: 60.0, night: 180.0 };
    let changes = scenario.groups[0].schedule.changes(Span { start: 0.0, end: 3.0 * DAY }, awakening);
    let inputs = changes.into_iter().take_while(|change| change.0 <= minute).filter_map(|(_, change)| match change {
        Change::Inputs(inputs) => Some(inputs),
        _ => None,
    });
    inputs.last().unwrap()
}

#[test]
fn each_sets_its_input_while_it_lasts() {
    type Get = fn(&Inputs<f64>) -> f64;
    let kinds: [(&str, f64, f64, Get); 13] = [
        ("[[meal]]\nkcal = 600", 20.0, 30.0, |it| it.meal),
        ("[[meal]]\nkcal = \"600 kcal\"\nlasts = \"1 h\"", 60.0, 10.0, |it| it.meal),
        ("[[exercise]]\nmet = 3\nlasts = \"1 h\"", 60.0, 3.0, |it| it.exercise),
        ("[[exercise]]\nmet = \"3.5 MET\"\nlasts = \"1 h\"", 60.0, 3.5, |it| it.exercise),
        ("[[posture]]\nposture = \"standing\"\nlasts = \"1 h\"", 60.0, 1.0, |it| it.posture),
        ("[[posture]]\nposture = \"lying\"\nlasts = \"1 h\"", 60.0, -1.0, |it| it.posture),
        ("[[light]]\nlux = 5000\nlasts = \"1 h\"", 60.0, 5000.0, |it| it.light),
        ("[[light]]\nlux = \"5000 lux\"\nlasts = \"1 h\"", 60.0, 5000.0, |it| it.light),
        ("[[breathing]]\nrate = \"6 1/min\"\nlasts = \"1 h\"", 60.0, 6.0, |it| it.breathing),
        ("[[dose]]\ndrug = \"oxytocin\"\nrate = \"0.1 ug/min\"\nlasts = \"1 h\"", 60.0, 0.1, |it| it.oxytocin),
        ("[[dose]]\ndrug = \"noradrenaline\"\namount = \"120 ug\"\nlasts = \"1 h\"", 60.0, 2.0, |it| it.noradrenaline),
        ("[[dose]]\ndrug = \"adrenaline\"\nrate = \"5 ug/min\"\nlasts = \"1 h\"", 60.0, 5.0, |it| it.adrenaline),
        ("[[nap]]\nlasts = \"1 h\"", 60.0, 1.0, |it| it.bed),
    ];
    for (text, lasts, value, get) in kinds {
        let scenario = read(&format!("{text}\nat = \"day 1 17:00\"\n"));
        let rest = get(&at(&read(""), 1020.0));
        let found = [1019.9, 1020.0, 1019.9 + lasts, 1020.0 + lasts].map(|minute| get(&at(&scenario, minute)));
        assert_eq!(found, [rest, value, value, rest], "{text}");
    }
}

/// Half of the barrier goes in five minutes, and nine tenths in two, whatever the rate in between.
#[test]
fn tape_takes_its_share_of_the_barrier() {
    for (more, lasts, removed) in [("", 5.0, 0.5), ("removed = 0.9\nlasts = \"2 min\"\n", 2.0, 0.9)] {
        let scenario = read(&format!("[[tape_stripping]]\nat = \"day 1 17:00\"\n{more}"));
        let rate = at(&scenario, 1020.0).stripping;
        assert!((1.0 - (-rate * lasts).exp() - removed).abs() < 1e-12, "{more}: {rate}");
        assert_eq!((at(&scenario, 1019.9).stripping, at(&scenario, 1020.0 + lasts).stripping), (0.0, 0.0));
    }
}

#[test]
fn sitting_takes_the_place_of_what_was_usual() {
    let scenario = read("[[posture]]\nposture = \"sitting\"\nat = \"day 1 17:00\"\nlasts = \"1 h\"\n");
    assert_eq!(scenario.groups[0].schedule.encounters[0].sets.posture, Some(0.0));
}

#[test]
fn the_stress_test() {
    let scenario = read("[[stress_test]]\nat = \"day 1 16:00\"\n");
    let sets = |minute: f64| {
        let it = at(&scenario, 960.0 + minute);
        [it.novelty, it.evaluation, it.talk, it.stranger, it.posture]
    };
    assert_eq!(sets(-40.1), [0.0; 5]);
    for minute in [-40.0, -20.1] {
        assert_eq!(sets(minute), [1.0, 0.0, 0.0, 0.0, 0.0]);
    }
    assert_eq!(sets(-20.0), [0.0; 5]);
    for minute in [-5.0, -0.1] {
        assert_eq!(sets(minute), [0.0, 1.0, 1.0, 1.0, 0.0]);
    }
    for minute in [0.0, 9.9] {
        assert_eq!(sets(minute), [0.0, 1.0, 1.0, 1.0, 1.0]);
    }
    assert_eq!(sets(10.0), [0.0; 5]);
}

#[test]
fn another_stress_test() {
    let other = "[[stress_test]]\nname = \"exam\"\nat = \"day 1 16:00\"\nlasts = \"20 min\"\narrival = \"0 min\"\n\
                 preparation = \"10 min\"\nevaluation = 0.5\n[[meal]]\nat = \"the end of exam\"\nkcal = 300\n";
    let scenario = read(other);
    let schedule = &scenario.groups[0].schedule;
    let names: Vec<_> = schedule.encounters.iter().map(|it| (it.name.as_str(), it.span.start, it.span.end)).collect();
    // The place is new from arrival on, which here is the beginning of the task.
    assert_eq!(
        names,
        [
            ("exam: arrival", 960.0, 980.0),
            ("exam: preparation", 950.0, 960.0),
            ("exam: speech and arithmetic", 960.0, 980.0),
            ("meal", 980.0, 1000.0)
        ]
    );
    assert_eq!(at(&scenario, 970.0).evaluation, 0.5);
    assert!(refused("[[stress_test]]\nat = \"day 1 12:30\"\n").contains("from day 1 11:50"));
    assert!(refused("[[stress_test]]\nat = \"day 1 16:00\"\nnovelty = 2.0\n").contains("`novelty` is out of bounds"));
    assert!(
        refused("[[stress_test]]\nat = \"day 1 16:00\"\nsettling = \"2 d\"\n").contains("`settling` is out of bounds")
    );
}

#[test]
fn a_night_replaces_the_usual_one() {
    let night = "[[night]]\nday = 1\nbed = \"02:00\"\nwake = \"05:00\"\n";
    let scenario = read(night);
    let asleep = |hour: f64| at(&scenario, hour * 60.0).bed;
    let hours = [23.5, 25.9, 26.0, 28.9, 29.0, 31.0, 47.0, 55.0];
    assert_eq!(hours.map(asleep), [0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0]);
    assert!(refused(&night.repeat(2)).contains("two nights of day 1"));
    assert!(refused(&night.replace("day = 1", "day = 9")).contains("not lived"));
    assert!(refused(&night.replace("day = 1", "day = -1")).contains("`day` is out of bounds"));
    assert!(refused(&night.replace("05:00", "02:00")).contains("there is no night"));
}

#[test]
fn what_is_out_of_bounds_has_its_place() {
    for (text, what) in [
        ("[[meal]]\nkcal = 9000\n", "allowed: 0 to 6000 kcal in 20 min"),
        ("[[meal]]\nkcal = \"600 kJ\"\n", "the unit is kcal, not kJ"),
        ("[[exercise]]\nmet = 90\nlasts = \"1 h\"\n", "allowed: 0 to 20 MET"),
        ("[[light]]\nlux = -1\nlasts = \"1 h\"\n", "allowed: 0 to 150000 lux"),
        ("[[breathing]]\nrate = \"1 1/min\"\nlasts = \"1 h\"\n", "allowed: 3 to 40 1/min"),
        ("[[posture]]\nposture = \"stnding\"\nlasts = \"1 h\"\n", "did you mean `standing`?"),
    ] {
        let message = refused(&format!("{text}at = \"day 1 17:00\"\n"));
        assert!(message.contains(what) && message.contains("bad.toml:9:"), "{text}\n{message}");
    }
    let dose =
        |more: &str| refused(&format!("[[dose]]\nat = \"day 1 17:00\"\nlasts = \"1 h\"\ndrug = \"oxytocin\"\n{more}"));
    let text = "[[dose]]\nat = \"day 1 17:00\"\ndrug = \"oxytocin\"\nrate = \"1 ug/min\"\n";
    assert!(refused(text).contains("`lasts` is missing"));
    assert!(dose("").contains("needs `rate` or `amount`"));
    assert!(dose("rate = \"1 ug/min\"\namount = \"1 ug\"\n").contains("a rate or an amount"));
    assert!(dose("rate = \"1 ug\"\n").contains("the unit is ug/min, not ug"));
    assert!(dose("amount = \"9000 ug\"\n").contains("allowed: 0 to 600 ug in 60 min"));
}

#[test]
fn two_lamps_at_once() {
    let lamp = |at: &str| format!("[[light]]\nlux = 300\nlasts = \"1 h\"\nat = \"{at}\"\n");
    let message = refused(&(lamp("day 1 17:00") + &lamp("day 1 17:30")));
    assert!(message.contains("set `light` at the same time") && message.contains("bad.toml:15:6\n"), "{message}");
}
