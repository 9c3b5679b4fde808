//! Nights by the clock or by sleep pressure, alone or beside a partner.

use consoma_files::scenario::parse;
use consoma_lab::scenario::Scenario;
use consoma_model::schedule::Routine;

const HEAD: &str = "consoma = 1\nname = \"x\"\nstart = \"day 1 12:00\"\nend = \"day 4 12:00\"\n";
const PAIR: &str = "[[people]]\nname = \"Ada\"\nsex = \"female\"\n[[people]]\nname = \"Ben\"\nsex = \"male\"\n";

fn read(text: &str) -> Scenario {
    parse("x.toml", &format!("{HEAD}{text}")).unwrap_or_else(|problems| panic!("{problems}"))
}

fn refused(text: &str) -> String {
    let problems = parse("bad.toml", &format!("{HEAD}{text}")).unwrap_err();
    assert_eq!(problems.list().len(), 1, "{problems}");
    problems.to_string()
}

fn routines(scenario: &Scenario) -> Vec<Routine> {
    scenario.groups.iter().map(|group| group.schedule.routine).collect()
}

#[test]
fn by_pressure() {
    let [ada, ben] = routines(&read(PAIR))[..] else { panic!("two") };
    assert!(!ada.free && !ben.free);
    // All but one, with usual times to begin from.
    let free = format!("[routine]\nsleep = \"free\"\nbed = \"22:00\"\n{PAIR}sleep = \"clock\"\n");
    let [ada, ben] = routines(&read(&free))[..] else { panic!("two") };
    assert_eq!((ada.free, ada.bed, ada.wake, ben.free, ben.bed), (true, 1320.0, 450.0, false, 1320.0));
    let one = format!("{PAIR}sleep = \"free\"\nbed = \"01:00\"\n");
    let [ada, ben] = routines(&read(&one))[..] else { panic!("two") };
    assert_eq!((ada.free, ben.free, ben.bed), (false, true, 60.0));
    assert!(refused(&format!("[routine]\nsleep = \"fre\"\n{PAIR}")).contains("did you mean `free`?"));
    assert!(refused(&format!("[routine]\nsleep = true\n{PAIR}")).contains("\"clock\" \"free\""));
    assert!(refused(&format!("[routine]\nsleep = \"free\"\nwake = \"23:00\"\n{PAIR}")).contains("there is no night"));
}

#[test]
fn a_free_sleeper_has_no_night_of_its_own() {
    let night = "[[night]]\nwho = [\"Ben\"]\nday = 2\nbed = \"02:00\"\nwake = \"06:00\"\n";
    let message = refused(&format!("{PAIR}sleep = \"free\"\n{night}"));
    assert!(message.contains("`Ben` goes to bed when sleep comes") && message.contains("bad.toml:14:7\n"), "{message}");
    read(&format!("[routine]\nsleep = \"free\"\n{PAIR}sleep = \"clock\"\n{night}"));
}

#[test]
fn beside_a_partner() {
    let lain = format!("[routine]\nbeside = \"partner\"\n{PAIR}beside = \"nobody\"\n");
    let night = |who: &str, beside: &str| {
        format!("[[night]]\nwho = [\"{who}\"]\nday = 2\nbed = \"23:30\"\nwake = \"06:00\"\n{beside}")
    };
    let scenario =
        read(&format!("{lain}{}{}", night("Ada", "beside = \"nobody\"\n"), night("Ben", "beside = \"partner\"\n")));
    let beside = |group: usize| [1.0, 2.0, 3.0].map(|day| scenario.groups[group].schedule.beside(day * 1440.0));
    assert_eq!((beside(0), beside(1)), ([true, false, true], [false, true, false]));
    // A night that says nothing is as the routine.
    let usual = read(&format!("{lain}{}", night("Ada", "")));
    assert!(usual.groups[0].schedule.beside(2.0 * 1440.0));
    assert!(usual.groups.iter().all(|group| group.schedule.encounters.is_empty()));
}

#[test]
fn who_cannot_lie_there() {
    let message = refused(&format!("{PAIR}beside = \"Ada\"\n"));
    assert!(
        message.contains("do not sleep beside each other yet") && message.contains("bad.toml:11:10\n"),
        "{message}"
    );
    let single = PAIR.replacen("sex", "ties = { partner = 0 }\nsex", 1);
    let message = refused(&format!("[routine]\nbeside = \"partner\"\n{single}"));
    assert!(message.contains("`Ada` has no partner") && message.contains("bad.toml:6:10\n"), "{message}");
    let night = "[[night]]\nwho = [\"Ada\"]\nday = 2\nbed = \"23:30\"\nwake = \"06:00\"\nbeside = \"partner\"\n";
    assert!(refused(&format!("{single}{night}")).contains("`Ada` has no partner"));
    read(&format!("[routine]\nbeside = \"partner\"\n{}", single.replacen("ties", "beside = \"nobody\"\nties", 1)));
}
