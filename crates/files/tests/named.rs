//! Events of the laboratory and of life that have names of their own.

use consoma_files::scenario::parse;
use consoma_lab::control::Control;
use consoma_lab::scenario::Scenario;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::Encounter;

const HEAD: &str = "consoma = 1\nname = \"x\"\nstart = \"day 1 12:00\"\nend = \"day 3 12:00\"\n\
                    [[people]]\nname = \"Ada\"\nsex = \"female\"\n";
/// When each begins, min.
const FIVE: f64 = 1020.0;

fn read(items: &str) -> Scenario {
    parse("x.toml", &format!("{HEAD}{items}")).unwrap_or_else(|problems| panic!("{problems}"))
}

/// An event of this kind at five in the afternoon. Line 9 of the file is the first of `more`.
fn event(kind: &str, more: &str) -> String {
    format!("[[{kind}]]\n{more}at = \"day 1 17:00\"\n")
}

fn refused(items: &str) -> String {
    let problems = parse("bad.toml", &format!("{HEAD}{items}")).unwrap_err();
    assert_eq!(problems.list().len(), 1, "{problems}");
    problems.to_string()
}

/// The parts of an event: name, minutes from five to the begin and to the end, and what is set.
fn parts(scenario: &Scenario) -> Vec<(&str, f64, f64, Inputs<Option<f64>>)> {
    let part = |it: &'_ Encounter| (it.span.start - FIVE, it.span.end - FIVE, it.sets);
    let all = scenario.groups[0].schedule.encounters.iter();
    all.map(|it| (it.name.as_str(), part(it))).map(|(name, (from, until, sets))| (name, from, until, sets)).collect()
}

const NONE: fn() -> Inputs<Option<f64>> = Inputs::none;

#[test]
fn of_one_part() {
    let game = Inputs { stranger: Some(1.0), presence: Some(0.4), ..NONE() };
    for (kind, more, name, lasts, sets) in [
        ("exclusion", "", "exclusion", 5.0, Inputs { exclusion: Some(1.0), ..game }),
        ("exclusion", "exclusion = 0\nlasts = \"9 min\"\n", "exclusion", 9.0, Inputs { exclusion: Some(0.0), ..game }),
        ("recall", "", "recall", 10.0, Inputs { recall: Some(1.0), ..NONE() }),
        ("recall", "strength = 0.4\n", "recall", 10.0, Inputs { recall: Some(0.4), ..NONE() }),
        ("writing", "name = \"letter\"\n", "letter", 20.0, Inputs { writing: Some(1.0), ..NONE() }),
        ("self_care", "", "self-care", 60.0, Inputs { care: Some(1.0), ..NONE() }),
        ("self_care", "strength = 0.5\n", "self-care", 60.0, Inputs { care: Some(0.5), ..NONE() }),
        ("tape_stripping", "removed = 0\n", "tape stripping", 5.0, Inputs { stripping: Some(0.0), ..NONE() }),
        ("treat", "", "treat", 5.0, Inputs { meal: Some(20.0), ..NONE() }),
        ("treat", "kcal = 200\nlasts = \"10 min\"\n", "treat", 10.0, Inputs { meal: Some(20.0), ..NONE() }),
        ("meal", "kcal = 600\n", "meal", 20.0, Inputs { meal: Some(30.0), ..NONE() }),
        (
            "meal",
            "kcal = 600\nprovoking = 1\n",
            "meal",
            20.0,
            Inputs { meal: Some(30.0), provoking: Some(1.0), ..NONE() },
        ),
        ("inoculation", "", "inoculation", 1.0, Inputs { inoculum: Some(200.0), ..NONE() }),
        (
            "inoculation",
            "virus = \"30 TCID50\"\nlasts = \"10 min\"\n",
            "inoculation",
            10.0,
            Inputs { inoculum: Some(3.0), ..NONE() },
        ),
        ("vaccination", "", "vaccination", 1.0, Inputs { vaccination: Some(1.0), ..NONE() }),
        ("wound", "lesion = \"punch\"\n", "wound", 1.0, Inputs { punch: Some(10.0), ..NONE() }),
        ("wound", "lesion = \"punch\"\nlasts = \"30 s\"\n", "wound", 0.5, Inputs { punch: Some(20.0), ..NONE() }),
        ("wound", "lesion = \"blister\"\nlasts = \"20 min\"\n", "wound", 20.0, Inputs { blister: Some(0.5), ..NONE() }),
        ("cold_pressor", "", "cold pressor", 2.0, Inputs { noxious: Some(7.0), ..NONE() }),
        ("painful_heat", "pain = 6\n", "painful heat", 0.5, Inputs { noxious: Some(6.0), ..NONE() }),
        (
            "arithmetic",
            "",
            "arithmetic",
            5.0,
            Inputs { evaluation: Some(0.2), talk: Some(0.5), stranger: Some(1.0), presence: Some(1.0), ..NONE() },
        ),
        (
            "hand_holding",
            "",
            "hand-holding",
            10.0,
            Inputs { touch: Some(0.5), partner: Some(1.0), presence: Some(1.0), ..NONE() },
        ),
        (
            "embrace",
            "with = \"friend\"\n",
            "embrace",
            1.0,
            Inputs { touch: Some(1.0), friend: Some(1.0), presence: Some(1.0), ..NONE() },
        ),
        (
            "massage",
            "touch = 0.6\n",
            "massage",
            20.0,
            Inputs { touch: Some(0.6), practitioner: Some(1.0), presence: Some(1.0), ..NONE() },
        ),
        ("photograph", "", "photograph", 5.0, Inputs { partner: Some(1.0), presence: Some(0.2), ..NONE() }),
    ] {
        assert_eq!(parts(&read(&event(kind, more))), [(name, 0.0, lasts, sets)], "{kind} {more}");
    }
}

#[test]
fn operation() {
    let under = Inputs { operation: Some(1.0 / 60.0), anaesthesia: Some(1.0), ..NONE() };
    let ward = Inputs { pump: Some(1.0), ..NONE() };
    let plain = read(&event("operation", "pump = \"12 h\"\n"));
    assert_eq!(parts(&plain), [("operation", 0.0, 60.0, under), ("pump", 60.0, 780.0, ward)]);
    let small = read(&event("operation", "name = \"hernia\"\nseverity = 0.5\nlasts = \"50 min\"\npump = \"0 min\"\n"));
    let [(name, 0.0, 50.0, sets)] = &parts(&small)[..] else { panic!("one part") };
    assert_eq!((*name, sets.operation), ("hernia: operation", Some(0.01)));
}

#[test]
fn speech() {
    let judged = Inputs { evaluation: Some(0.8), stranger: Some(1.0), presence: Some(1.0), ..NONE() };
    let spoken = Inputs { talk: Some(1.0), posture: Some(1.0), ..judged };
    let plain = read(&event("speech", ""));
    assert_eq!(parts(&plain), [("preparation", -5.0, 0.0, judged), ("speech", 0.0, 5.0, spoken)]);
    let strange =
        read(&event("speech", "name = \"talk\"\npreparation = \"0 min\"\narrival = \"30 min\"\nnovelty = 0.5\n"));
    let new = Inputs { novelty: Some(0.5), ..NONE() };
    assert_eq!(parts(&strange), [("talk: arrival", -30.0, -10.0, new), ("talk: speech", 0.0, 5.0, spoken)]);
    let message = refused(&event("speech", "novelty = 0.5\n"));
    assert!(message.contains("`novelty` is not possible here") && message.contains("`arrival`"), "{message}");
}

#[test]
fn date() {
    let scenario = read(&event("date", ""));
    let met = Inputs { stranger: Some(1.0), presence: Some(1.0), novelty: Some(0.3), evaluation: Some(0.2), ..NONE() };
    let said = Inputs { talk: Some(0.5), disclosure: Some(0.4), responsiveness: Some(0.6), touch: Some(0.0), ..met };
    let nervous = Inputs { anticipation: Some(1.0), ..NONE() };
    assert_eq!(parts(&scenario), [("anticipation", -60.0, 0.0, nervous), ("date", 0.0, 120.0, said)]);
    let calm = read(&event("date", "anticipation = \"3 h\"\nnervousness = 0.3\nresponsiveness = -0.5\n"));
    let [wait, date] = &parts(&calm)[..] else { panic!("two parts") };
    assert_eq!((wait.1, wait.3.anticipation, date.3.responsiveness), (-180.0, Some(0.3), Some(-0.5)));
    assert!(refused(&event("date", "anticipation = \"6 h\"\n")).contains("begins before the start"));
}

#[test]
fn betrayal() {
    let scenario = read(&event("betrayal", ""));
    let there = Inputs { partner: Some(1.0), presence: Some(1.0), distance: Some(1.0), ..NONE() };
    let said = Inputs { rejection: Some(1.0), conflict: Some(0.5), talk: Some(0.5), ..there };
    assert_eq!(parts(&scenario), [("betrayal", 0.0, 30.0, said), ("distance", 30.0, 270.0, there)]);
    let gone = read(&event("betrayal", "with = \"friend\"\nby = \"cue\"\naftermath = \"1 h\"\nlasts = \"10 min\"\n"));
    let away = Inputs { friend: Some(1.0), presence: Some(0.2), distance: Some(1.0), ..NONE() };
    assert_eq!(parts(&gone)[1], ("distance", 10.0, 70.0, away));
    let message = refused(&event("betrayal", "with = \"stranger\"\n"));
    assert!(message.contains("somebody who matters") && message.contains("bad.toml:9:8\n"), "{message}");
    // Nobody else can be there in those hours.
    let friend = "[[encounter]]\nname = \"x\"\nat = \"day 1 18:00\"\nlasts = \"20 min\"\nwith = \"friend\"\n";
    assert!(refused(&(event("betrayal", "") + friend)).contains("is in company twice"));
    let single = HEAD.replace("sex", "ties = { partner = 0 }\nsex") + &event("betrayal", "with = \"partner\"\n");
    let message = parse("bad.toml", &single).unwrap_err().to_string();
    assert!(message.contains("`Ada` has no partner") && message.contains("bad.toml:10:8\n"), "{message}");
}

#[test]
fn what_lasts_for_days_comes_back_daily() {
    const HOUR: f64 = 60.0;
    let day = |k: f64| k * 24.0 * HOUR;
    let read = |kind: &str, more: &str| {
        let long = HEAD.replace("end = \"day 3 12:00\"", "end = \"day 30 12:00\"");
        parse("x.toml", &(long + &event(kind, more))).unwrap_or_else(|problems| panic!("{problems}"))
    };
    let times = |scenario: &Scenario| -> Vec<(String, f64, f64)> {
        parts(scenario).into_iter().map(|(name, from, until, _)| (name.to_owned(), from, until)).collect()
    };
    let named = |name: &str, from: f64, until: f64| (name.to_owned(), from, until);

    let exams = read("exam_period", "lasts = \"4 d\"\nexams = 2\n");
    let worry = |from: f64| named("thinking of it", from, from + 3.0 * HOUR);
    let exam = |from: f64| named("exam", from, from + 2.0 * HOUR);
    let expected = [
        worry(0.0),
        exam(day(1.0)),
        worry(day(1.0) + 2.0 * HOUR),
        worry(day(2.0)),
        exam(day(3.0)),
        worry(day(3.0) + 2.0 * HOUR),
    ];
    assert_eq!(times(&exams), expected);
    let judged = parts(&exams)[1].3;
    assert_eq!((judged.evaluation, judged.stranger, judged.recall), (Some(0.6), Some(1.0), None));

    let parting = read("separation", "lasts = \"2 d\"\nfades = \"1 d\"\n");
    let expected = [
        named("parting", 0.0, HOUR),
        named("alone", HOUR, 6.0 * HOUR),
        named("thinking of it", 5.0 * HOUR, 6.0 * HOUR),
        named("alone", day(1.0), day(1.0) + 5.0 * HOUR),
        named("thinking of it", day(1.0) + 4.0 * HOUR, day(1.0) + 5.0 * HOUR),
    ];
    assert_eq!(times(&parting), expected);
    let set: Vec<_> = parts(&parting).into_iter().map(|part| (part.3.solitude, part.3.recall)).collect();
    let (alone, thought) = (0.7 * f64::exp(-1.0), 0.4 * f64::exp(-1.0));
    let expected = [(None, None), (Some(0.7), None), (None, Some(0.4)), (Some(alone), None), (None, Some(thought))];
    assert_eq!(set, expected);
    assert_eq!(parts(&parting)[0].3.partner, Some(1.0));

    assert_eq!(parts(&read("bereavement", "lasts = \"25 d\"\n")).len(), 50);
    let care = read("caregiving", "lasts = \"3 d\"\nsolitude = 0.2\nhours = \"2 h\"\nthinking = \"4 h\"\n");
    let last = &parts(&care)[4..];
    assert_eq!((last[0].1, last[0].2, last[0].3.solitude), (day(2.0), day(2.0) + 2.0 * HOUR, Some(0.2)));
    assert_eq!((last[1].1, last[1].2, last[1].3.recall), (day(2.0), day(2.0) + 4.0 * HOUR, Some(0.3)));
}

#[test]
fn what_is_out_of_bounds_has_its_place() {
    for (kind, more, what) in [
        ("exclusion", "exclusion = 2\n", "allowed: 0 to 1"),
        ("recall", "strength = -1\n", "`strength` is out of bounds"),
        ("recall", "strength = \"much\"\n", "`strength` cannot be read"),
        ("writing", "strength = 1.5\n", "allowed: 0 to 1"),
        ("self_care", "strength = 9\n", "allowed: 0 to 1"),
        ("self_care", "lasts = \"0 s\"\n", "too short"),
        ("tape_stripping", "removed = 1\n", "allowed: 0 to 0.99"),
        ("tape_stripping", "lasts = \"2 s\"\n", "`removed` is out of bounds"),
        ("treat", "kcal = 9000\n", "allowed: 0 to 1500 kcal in 5 min"),
        ("treat", "lasts = \"2 s\"\n", "in 0.03"),
        ("meal", "provoking = 3\nkcal = 300\n", "`provoking` is out of bounds"),
        ("speech", "evaluation = 2\n", "`evaluation` is out of bounds"),
        ("speech", "preparation = \"2 d\"\n", "allowed: 0 min to 1 d"),
        ("date", "responsiveness = -2\n", "allowed: -1 to 1"),
        ("date", "nervousness = 2\n", "`nervousness` is out of bounds"),
        ("betrayal", "distance = 2\n", "`distance` is out of bounds"),
        ("betrayal", "aftermath = \"2 d\"\n", "`aftermath` is out of bounds"),
        ("betrayal", "by = \"letter\"\n", "`by` cannot be read"),
        ("inoculation", "virus = 20000\n", "allowed: 0 to 10000 TCID50 in 1 min"),
        ("vaccination", "doses = -1\n", "allowed: 0 to 10 doses in 1 min"),
        ("wound", "lesion = \"burn\"\n", "`lesion` cannot be read"),
        ("exam_period", "exams = 9\nlasts = \"1 d\"\n", "0 to 1, one a day, are allowed"),
        ("separation", "fades = \"0 d\"\nlasts = \"1 d\"\n", "`fades` is out of bounds"),
        ("separation", "with = \"stranger\"\nlasts = \"1 d\"\n", "somebody who matters"),
        ("caregiving", "recall = 2\nlasts = \"1 d\"\n", "`recall` is out of bounds"),
        ("cold_pressor", "pain = 11\n", "`pain` is out of bounds"),
        ("painful_heat", "pain = -1\n", "`pain` is out of bounds"),
        ("arithmetic", "evaluation = 2\n", "`evaluation` is out of bounds"),
        ("embrace", "touch = 2\n", "`touch` is out of bounds"),
        ("massage", "with = \"cat\"\n", "`with` cannot be read"),
        ("photograph", "of = \"cat\"\n", "`of` cannot be read"),
        ("operation", "severity = 90\npump = \"0 min\"\n", "allowed: 0 to 3; 1 is the removal of a womb"),
        ("operation", "pump = \"20 d\"\n", "`pump` is out of bounds"),
    ] {
        let message = refused(&event(kind, more));
        assert!(message.contains(what) && message.contains("bad.toml:9:"), "{kind} {more}\n{message}");
    }
}

#[test]
fn doses_in_one_go_and_their_units() {
    type Get = fn(&Inputs<Option<f64>>) -> Option<f64>;
    let drugs: [(&str, &str, f64, Get); 8] = [
        ("crh", "amount = \"100 ug\"\n", 100.0, |it| it.crh),
        ("hydrocortisone", "amount = \"20 mg\"\n", 20.0, |it| it.hydrocortisone),
        ("indomethacin", "amount = \"50 mg\"\n", 50.0, |it| it.indomethacin),
        ("oxytocin", "amount = \"10 ug\"\n", 10.0, |it| it.oxytocin),
        ("interleukin-6", "amount = \"2 ug\"\n", 2.0, |it| it.interleukin_6),
        ("endotoxin", "amount = \"0.8 ng/kg\"\n", 0.8, |it| it.endotoxin),
        ("nasal oxytocin", "amount = \"24 IU\"\n", 24.0, |it| it.nasal_oxytocin),
        ("morphine", "amount = \"10 mg\"\n", 10.0, |it| it.morphine),
    ];
    for (drug, more, rate, get) in drugs {
        let scenario = read(&event("dose", &format!("{more}drug = \"{drug}\"\n")));
        let [(name, 0.0, 1.0, sets)] = &parts(&scenario)[..] else { panic!("{drug}") };
        assert_eq!((*name, get(sets)), ("dose", Some(rate)), "{drug}");
    }
    let hour = read(&event("dose", "rate = \"0.5 mg/min\"\ndrug = \"hydrocortisone\"\nlasts = \"1 h\"\n"));
    assert_eq!(hour.groups[0].schedule.encounters[0].sets.hydrocortisone, Some(0.5));
    let hours = read(&event("dose", "rate = \"0.5 ug/min\"\ndrug = \"interleukin-6\"\nlasts = \"3 h\"\n"));
    assert_eq!(hours.groups[0].schedule.encounters[0].sets.interleukin_6, Some(0.5));
    for (more, what) in [
        ("amount = \"140 ng\"\ndrug = \"endotoxin\"\n", "the unit is ng/kg, not ng"),
        ("amount = \"100 mg\"\ndrug = \"crh\"\n", "the unit is ug, not mg"),
        ("amount = \"100 ug\"\ndrug = \"indomethacin\"\n", "the unit is mg, not ug"),
        ("amount = 100\ndrug = \"crh\"\n", "the unit is missing; write \"100 ug\""),
        ("amount = \"500 mg\"\ndrug = \"hydrocortisone\"\n", "allowed: 0 to 50 mg in 1 min"),
        ("rate = \"1 ug/min\"\ndrug = \"crh\"\n", "`lasts` is missing"),
    ] {
        let message = refused(&event("dose", more));
        assert!(message.contains(what), "{more}\n{message}");
    }
    assert!(
        refused(&event("dose", "drug = \"cortisol\"\namount = \"5 mg\"\n")).contains("did you mean `hydrocortisone`?")
    );
}

#[test]
fn distance_needs_somebody() {
    let closed = |more: &str| event("encounter", &format!("name = \"x\"\nlasts = \"1 h\"\ndistance = 0.7\n{more}"));
    let sets = read(&closed("with = \"partner\"\n")).groups[0].schedule.encounters[0].sets;
    assert_eq!((sets.distance, sets.partner, sets.presence), (Some(0.7), Some(1.0), Some(1.0)));
    read(&closed("with = \"partner\"\nby = \"cue\"\n"));
    assert!(refused(&closed("")).contains("who is it with?"));
    assert!(refused(&closed("with = \"nobody\"\n")).contains("there is nobody"));
    // Two people of the file are distant to each other.
    let ben = "[[people]]\nname = \"Ben\"\nsex = \"male\"\n";
    assert_eq!(read(&format!("{ben}{}", closed("as = \"partner\"\n"))).pairs, [(0, 1)]);
}

#[test]
fn each_has_its_control() {
    let control = |kind: &str, more: &str| read(&event(kind, more)).control;
    for (kind, more) in
        [("exclusion", ""), ("speech", ""), ("date", ""), ("betrayal", ""), ("separation", "lasts = \"1 d\"\n")]
    {
        assert_eq!(control(kind, more), Control::SmallTalk, "{kind}");
    }
    for (kind, more) in [
        ("recall", ""),
        ("writing", ""),
        ("self_care", ""),
        ("treat", ""),
        ("tape_stripping", ""),
        ("meal", "kcal = 300\n"),
        ("inoculation", ""),
        ("meal", "kcal = 300\n"),
        ("operation", "pump = \"9 h\"\n"),
        ("hand_holding", ""),
    ] {
        assert_eq!(control(kind, more), Control::Nothing, "{kind}");
    }
    let scenario = read(&event("exclusion", ""));
    let game = &scenario.control.of(&scenario).unwrap().groups[0].schedule.encounters[0].sets;
    assert_eq!((game.exclusion, game.stranger, game.disclosure), (Some(0.0), Some(1.0), None));
    // The provoking meal stays, the betrayal does not.
    let both = read(&(event("betrayal", "") + "[[meal]]\nat = \"day 1 22:00\"\nkcal = 900\nprovoking = 1\n"));
    let plain = both.control.of(&both).unwrap();
    assert_eq!(plain.groups[0].schedule.encounters[2].sets.provoking, Some(1.0));
    assert_eq!(plain.groups[0].schedule.encounters[0].sets.rejection, Some(0.0));
    assert_eq!(plain.groups[0].schedule.encounters[1].sets.distance, Some(0.0));
    assert_eq!(both.control.departs(&both), Some(FIVE));
    // What waits for a date departs too.
    let date = read(&event("date", ""));
    assert_eq!(date.control.departs(&date), Some(FIVE - 60.0));
}

#[test]
fn what_people_call_them() {
    for (guess, meant) in
        [("snack", "treat"), ("cyberball", "exclusion"), ("diary", "writing"), ("selfcare", "self_care")]
    {
        let message = parse("bad.toml", &format!("{HEAD}{}", event(guess, ""))).unwrap_err().to_string();
        assert!(message.contains(&format!("did you mean `{meant}`?")), "{guess}\n{message}");
    }
}
