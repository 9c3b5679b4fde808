//! Who meets whom, by what means, and what that sets for each of them.

use consoma_files::scenario::parse;
use consoma_lab::scenario::Scenario;
use consoma_model::inputs::Inputs;

const HEAD: &str = "consoma = 1\nname = \"x\"\nstart = \"day 1 12:00\"\nend = \"day 3 12:00\"\n";

/// People of these names.
fn people(names: &[&str]) -> String {
    names.iter().map(|name| format!("[[people]]\nname = \"{name}\"\nsex = \"female\"\n")).collect()
}

fn talk(name: &str, at: &str, more: &str) -> String {
    format!("[[encounter]]\nname = \"{name}\"\nat = \"day 1 {at}\"\nlasts = \"20 min\"\n{more}\n")
}

fn read(names: &[&str], items: &str) -> Scenario {
    parse("x.toml", &format!("{HEAD}{}{items}", people(names))).unwrap_or_else(|problems| panic!("{problems}"))
}

/// What is wrong; there must be so many problems.
fn refused(names: &[&str], items: &str, count: usize) -> String {
    let problems = parse("bad.toml", &format!("{HEAD}{}{items}", people(names))).unwrap_err();
    assert_eq!(problems.list().len(), count, "{problems}");
    problems.to_string()
}

fn sets(scenario: &Scenario, group: usize) -> Inputs<Option<f64>> {
    scenario.groups[group].schedule.encounters[0].sets
}

const PAIR: &[&str] = &["Ada", "Ben"];
const THREE: &[&str] = &["Ada", "Ben", "Cleo"];

#[test]
fn each_tie_and_each_means() {
    type Get = fn(&Inputs<Option<f64>>) -> Option<f64>;
    let ties: [(&str, Get); 4] = [
        ("partner", |it| it.partner),
        ("friend", |it| it.friend),
        ("stranger", |it| it.stranger),
        ("practitioner", |it| it.practitioner),
    ];
    for (tie, get) in ties {
        for (by, presence) in [("face to face", 1.0), ("phone", 0.7), ("text", 0.4), ("cue", 0.2)] {
            let scenario = read(&["Ada"], &talk("x", "19:00", &format!("with = \"{tie}\"\nby = \"{by}\"")));
            let expected = Inputs { presence: Some(presence), ..Inputs::none() };
            let mut stripped = sets(&scenario, 0);
            assert_eq!(get(&stripped), Some(1.0), "{tie}");
            (stripped.partner, stripped.friend, stripped.stranger, stripped.practitioner) = (None, None, None, None);
            assert_eq!(stripped, expected, "{tie} {by}");
        }
    }
    assert_eq!(sets(&read(&["Ada"], &talk("x", "19:00", "with = \"nobody\"\nsolitude = 0.5")), 0).solitude, Some(0.5));
    // A degree that is stated stays.
    assert_eq!(sets(&read(&["Ada"], &talk("x", "19:00", "friend = 0.3")), 0).friend, Some(0.3));
}

#[test]
fn two_people_of_the_file_meet_each_other() {
    for (more, partner) in [
        ("disclosure = 0.8", false),
        ("who = [\"Ben\", \"Ada\"]\ndisclosure = 0.8\nas = \"partner\"", true),
        ("who = [\"Ada\"]\nwith = \"Ben\"\ndisclosure = 0.8", false),
        ("with = \"Ada\"\nas = \"partner\"\ndisclosure = 0.8", true),
    ] {
        let scenario = read(PAIR, &talk("x", "19:00", more));
        assert_eq!(scenario.pairs, [(0, 1)], "{more}");
        for group in 0..2 {
            let sets = sets(&scenario, group);
            assert_eq!((sets.partner.is_some(), sets.friend.is_some()), (partner, !partner), "{more}");
            // What is left out the other's own state supplies.
            assert_eq!((sets.responsiveness, sets.own_answer), (None, Some(1.0)), "{more}");
        }
    }
}

#[test]
fn what_is_stated_of_the_other_happens() {
    let scenario = read(PAIR, &talk("x", "19:00", "disclosure = 0.8\nresponsiveness = 0.0"));
    assert_eq!((sets(&scenario, 0).responsiveness, sets(&scenario, 0).own_answer), (Some(0.0), None));
    // Nobody answers for a person who is not in the file.
    let scenario = read(PAIR, &talk("x", "19:00", "disclosure = 0.8\nresponsiveness = 0.5\nwith = \"friend\""));
    assert_eq!((sets(&scenario, 0).own_answer, scenario.pairs.len()), (None, 0));
}

#[test]
fn one_listens_and_one_is_understood_without_disclosing() {
    let own = "talk = 0.5\ndisclosure = 0.8\n[encounter.of.Ben]\ndisclosure = 0.0\ntalk = 0.1\nresponsiveness = 0.9";
    let scenario = read(PAIR, &talk("x", "19:00", own));
    let (ada, ben) = (sets(&scenario, 0), sets(&scenario, 1));
    assert_eq!((ada.talk, ada.disclosure, ada.own_answer), (Some(0.5), Some(0.8), Some(1.0)));
    assert_eq!((ben.talk, ben.disclosure, ben.responsiveness), (Some(0.1), Some(0.0), Some(0.9)));
    assert_eq!(ben.own_answer, None);
}

#[test]
fn overrides_have_their_places() {
    let of = |name: &str, line: &str| {
        talk("x", "19:00", &format!("talk = 0.5\nwith = \"friend\"\n[encounter.of.{name}]\n{line}"))
    };
    assert!(refused(PAIR, &of("Ada", "tlk = 0.5"), 1).contains("did you mean `talk`?"));
    assert!(refused(PAIR, &of("Ada", "talk = 2.0"), 1).contains("bad.toml:18:8\n"));
    assert!(refused(PAIR, &of("Adda", "talk = 1.0"), 1).contains("did you mean `Ada`?"));
    let others = format!(
        "{}{}",
        talk("y", "20:00", "who = [\"Ben\"]"),
        of("Ben", "talk = 1.0").replace("talk = 0.5", "who = [\"Ada\"]")
    );
    assert!(refused(PAIR, &others, 1).contains("`Ben` takes no part"));
    assert!(refused(PAIR, &talk("x", "19:00", "of = 3"), 1).contains("is a table; write [encounter.of.Ada]"));
    assert!(refused(PAIR, &talk("x", "19:00", "of = { Ada = 3 }"), 1).contains("is a table"));
}

#[test]
fn what_a_means_does_not_allow() {
    for (more, what) in [
        ("by = \"phone\"\ntouch = 1.0", "nobody is touched by phone"),
        ("by = \"text\"\ntalk = 0.5", "nobody speaks by text"),
        ("by = \"cue\"\ntalk = 0.5", "nobody speaks by cue"),
        ("by = \"cue\"\ndisclosure = 0.5", "hears nothing"),
        ("by = \"cue\"\nresponsiveness = 0.5", "hears nothing"),
        ("by = \"cue\"\nconflict = 0.5", "somebody who is away"),
        ("by = \"cue\"\nrejection = 0.5", "somebody who is away"),
        ("by = \"cue\"\nevaluation = 0.5", "somebody who is away"),
        ("partner = 0.5", "`with` says already who is there"),
        ("friend = 1.0", "`with` says already who is there"),
        ("by = \"letter\"", "`by` cannot be read"),
        ("own_answer = 1.0", "two people of the file"),
        ("as = \"friend\"", "`with` says it already"),
    ] {
        let message = refused(&["Ada"], &talk("x", "19:00", &format!("with = \"partner\"\n{more}")), 1);
        assert!(message.contains(what), "{more}\n{message}");
    }
    let message = refused(&["Ada"], &talk("x", "19:00", "with = \"nobody\"\ndisclosure = 0.5\ntouch = 1.0"), 2);
    assert!(message.contains("there is nobody") && message.contains("bad.toml:13:14\n"), "{message}");
    assert!(refused(&["Ada"], &talk("x", "19:00", "with = \"Ada\""), 1).contains("does not meet `Ada`"));
    assert!(refused(&["Ada"], &talk("x", "19:00", "with = \"frend\""), 1).contains("did you mean `friend`?"));
    assert!(refused(PAIR, &talk("x", "19:00", "with = \"Bem\""), 1).contains("did you mean `Ben`?"));
}

#[test]
fn a_cue_of_somebody_is_met_alone() {
    let photograph = talk("photograph", "19:00", "with = \"Ben\"\nas = \"partner\"\nby = \"cue\"");
    let scenario = read(PAIR, &(photograph + &talk("y", "20:00", "with = \"friend\"")));
    assert_eq!((scenario.pairs.len(), scenario.groups[1].schedule.encounters.len()), (0, 1));
    assert_eq!((sets(&scenario, 0).partner, sets(&scenario, 0).presence), (Some(1.0), Some(0.2)));
    let both =
        talk("photograph", "19:00", "with = \"partner\"\nby = \"cue\"") + &talk("y", "19:10", "with = \"friend\"");
    let message = refused(&["Ada"], &both, 1);
    assert!(message.contains("`Ada` is in company while a cue is met") && message.contains("somebody who is away"));
    let own = talk("x", "19:00", "who = [\"Ben\", \"Ada\"]\nwith = \"Ben\"\nby = \"cue\"");
    assert!(refused(PAIR, &own, 1).contains("a cue of `Ben`"));
}

#[test]
fn company_excludes_company() {
    let two = talk("a", "19:00", "with = \"friend\"") + &talk("b", "19:10", "with = \"partner\"");
    let message = refused(&["Ada"], &two, 1);
    assert!(message.contains("`Ada` is in company twice at the same time"), "{message}");
    assert!(message.contains("`a` lasts until day 1 19:20") && message.contains("bad.toml:15:6\n"), "{message}");
    let meal =
        "[[meal]]\nat = \"day 1 19:00\"\nkcal = 500\n[[light]]\nat = \"day 1 19:00\"\nlasts = \"1 h\"\nlux = 200\n";
    read(&["Ada"], &(talk("a", "19:00", "with = \"friend\"") + meal));
    // One problem for two things, however many people and days.
    let daily = two.replace("20 min\"", "20 min\"\nrepeats = { every = \"6 h\", times = 3 }");
    refused(THREE, &daily, 1);
}

#[test]
fn met_by_nobody() {
    let ben = talk("x", "19:00", "who = [\"Ben\"]");
    let message = refused(PAIR, &ben, 1);
    assert!(message.contains("`Ada` is met by nobody") && message.contains("bad.toml:6:8\n"), "{message}");
    assert!(message.contains("alone = true"), "{message}");
    let alone = people(PAIR).replacen("sex", "alone = true\nsex", 1);
    parse("x.toml", &format!("{HEAD}{alone}{ben}")).unwrap();
    // A name that cannot be read may have been hers.
    assert!(refused(PAIR, &talk("x", "19:00", "who = [\"Adda\", \"Ben\"]"), 1).contains("did you mean `Ada`?"));
}

#[test]
fn a_third_and_unequal_groups() {
    let pairs = talk("a", "19:00", "who = [\"Ada\", \"Ben\"]\ntalk = 0.5")
        + &talk("b", "20:00", "who = [\"Ben\", \"Cleo\"]\ntalk = 0.5");
    let message = refused(THREE, &pairs, 1);
    assert!(message.contains("`Ben` meets `Ada` elsewhere") && message.contains("bad.toml:24:7\n"), "{message}");
    let many = people(PAIR).replacen("sex", "count = 3\nsex", 1) + &talk("x", "19:00", "talk = 0.5");
    let message = parse("bad.toml", &format!("{HEAD}{many}")).unwrap_err().to_string();
    assert!(message.contains("`Ada` are 3, `Ben` are 1") && message.contains("with = \"friend\""), "{message}");
}

#[test]
fn three_people_say_what_each_is_answered() {
    let message = refused(THREE, &talk("x", "19:00", "talk = 0.5"), 1);
    assert!(message.contains("3 people meet") && message.contains("`responsiveness`"), "{message}");
    let scenario = read(THREE, &talk("x", "19:00", "talk = 0.5\nresponsiveness = 0.5"));
    assert_eq!((scenario.pairs.len(), sets(&scenario, 2).friend), (0, Some(1.0)));
    let late = talk("x", "19:00", "talk = 0.5\nresponsiveness = 0.5\njitter = \"5 min\"");
    assert!(refused(THREE, &late, 1).contains("only two can"));
}

#[test]
fn people_who_do_the_same_do_not_meet() {
    for more in ["light = \"500 lux\"", "posture = 1.0", "evaluation = 1.0\ntalk = 1.0"] {
        assert!(read(PAIR, &talk("x", "19:00", more)).pairs.is_empty(), "{more}");
    }
}

#[test]
fn who_meets_has_the_same_draws() {
    let text = people(PAIR).replace("sex", "count = 20\nsex") + &talk("x", "19:00", "talk = 0.5\njitter = \"10 min\"");
    let scenario = parse("x.toml", &format!("{HEAD}{text}")).unwrap();
    let begins = |group, person| scenario.schedule(group, person).encounters[0].span.start;
    for person in 0..20 {
        assert_eq!(begins(0, person), begins(1, person));
        assert!((begins(0, person) - 1140.0).abs() <= 30.0);
    }
    assert_ne!(begins(0, 0), begins(0, 1));
}

#[test]
fn what_follows_somebody_elses_jitter_is_refused() {
    let lunch = talk("lunch", "13:00", "who = [\"Ada\"]\njitter = \"10 min\"");
    let tea =
        |who: &str| format!("[[encounter]]\nname = \"tea\"\nat = \"2 h after lunch\"\nlasts = \"5 min\"\n{who}\n");
    let message = refused(PAIR, &(lunch.clone() + &tea("who = [\"Ben\"]")), 1);
    assert!(
        message.contains("`tea` cannot follow `lunch` for `Ben`") && message.contains("bad.toml:19:6\n"),
        "{message}"
    );
    assert!(message.contains("leave `jitter` out"), "{message}");
    read(PAIR, &(lunch.replace("jitter", "#") + &tea("who = [\"Ben\"]")));
    // Two who are simulated together have the same draws.
    let together = talk("x", "19:00", "talk = 0.5");
    read(PAIR, &(lunch + &tea("who = [\"Ben\"]") + &together));
}

#[test]
fn what_is_disclosed_has_an_answer() {
    for (names, more) in [
        (&["Ada"][..], "with = \"partner\"\ntalk = 0.5\ndisclosure = 0.8"),
        (&["Ada"], "with = \"friend\"\nby = \"text\"\ndisclosure = 0.8"),
        (PAIR, "with = \"stranger\"\ndisclosure = 0.8"),
    ] {
        let message = refused(names, &talk("x", "19:00", more), 1);
        assert!(message.contains("say what is answered: `responsiveness`, 0 is no answer"), "{more}\n{message}");
        read(names, &talk("x", "19:00", &format!("{more}\nresponsiveness = 0")));
    }
}

#[test]
fn what_is_not_done_alone_says_with_whom() {
    let group = people(&["Ada"]).replace("sex", "count = 5\nsex");
    for more in
        ["touch = 1.0", "conflict = 0.5", "rejection = 0.5\nconflict = 0.5", "responsiveness = 0.5", "by = \"phone\""]
    {
        let text = format!("{HEAD}{group}{}", talk("x", "19:00", more));
        let problems = parse("bad.toml", &text).unwrap_err();
        assert_eq!(problems.list().len(), 1, "{problems}");
        assert!(problems.to_string().contains("who is it with?"), "{problems}");
        parse("x.toml", &format!("{text}with = \"friend\"\n")).unwrap();
    }
    let text = format!("{HEAD}{group}{}", talk("x", "19:00", "talk = 0.5\ndisclosure = 0.8"));
    let message = parse("bad.toml", &text).unwrap_err().to_string();
    assert!(message.contains("`with`, and in `responsiveness` what is answered"), "{message}");
}

#[test]
fn what_says_two_things_of_who_is_there() {
    for (more, what) in
        [("friend = 1.0", "there is nobody"), ("by = \"phone\"\ntalk = 0.5", "there is nobody; leave this out")]
    {
        let message = refused(&["Ada"], &talk("x", "19:00", &format!("with = \"nobody\"\n{more}")), 1);
        assert!(message.contains(what), "{message}");
    }
    assert!(
        refused(PAIR, &talk("x", "19:00", "talk = 0.5\npartner = 1.0"), 1).contains("`as`, or without it a friend")
    );
    let text = HEAD.to_owned() + &people(PAIR).replacen("sex", "ties = { partner = 0 }\nsex", 1);
    for more in ["who = [\"Ada\"]\nwith = \"partner\"", "as = \"partner\"\ntalk = 0.5"] {
        let other = talk("y", "20:00", "who = [\"Ben\"]\nwith = \"partner\"");
        let message = parse("bad.toml", &format!("{text}{}{other}", talk("x", "19:00", more))).unwrap_err().to_string();
        assert!(message.contains("`Ada` has no partner") && message.matches("error").count() == 1, "{message}");
    }
}
