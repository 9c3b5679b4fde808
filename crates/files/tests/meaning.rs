//! What a scenario file means once it is read.

use consoma_files::scenario::parse;
use consoma_lab::control::Control;
use consoma_model::declare::{Reading, Spread};
use consoma_model::person::Sex;

const HEAD: &str = "consoma = 1\nname = \"x\"\nstart = \"day 1 12:00\"\nend = \"day 2 13:15\"\n";
const PAIR: &str =
    "[[people]]\nname = \"Ada\"\nsex = \"female\"\n[[people]]\nname = \"Ben\"\nsex = \"male\"\ncount = 3\n";

#[test]
fn defaults() {
    let scenario = parse("x.toml", &format!("{HEAD}{PAIR}")).unwrap();
    assert_eq!(scenario.readings, [Reading::Told, Reading::Measured]);
    assert_eq!((scenario.seed, scenario.people()), (1, 4));
    assert_eq!(scenario.quantities.len(), consoma_wiring::columns().count());
    assert_eq!((scenario.groups[0].drawn, scenario.groups[1].drawn), (false, true));
    assert_eq!((scenario.groups[0].person.sex, scenario.groups[1].person.sex), (Sex::Female, Sex::Male));
}

#[test]
fn records_reach_the_end() {
    let scenario = parse("x.toml", &format!("{HEAD}{PAIR}[output]\nevery = \"1 h\"\n")).unwrap();
    assert_eq!(scenario.times.first(), Some(&720.0));
    assert_eq!(scenario.times[scenario.times.len() - 2..], [1440.0 + 780.0, 1440.0 + 795.0]);
}

#[test]
fn each_minute_around_an_event_is_recorded() {
    let talk = "[[encounter]]\nname = \"t\"\nat = \"day 1 19:00\"\nlasts = \"5 min\"\ntalk = 0.5\ndisclosure = 0.8\n\
                responsiveness = 0.5\nwith = \"friend\"\n";
    let times = parse("x.toml", &format!("{HEAD}{PAIR}{talk}")).unwrap().times;
    let near: Vec<_> = times.iter().filter(|time| (1125.0..=1270.0).contains(*time)).collect();
    assert_eq!(near.len(), 135 + 1 + 1, "from 18:50 to 21:05, and 21:10");
    assert!(times.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn the_control_is_small_talk_where_people_talk() {
    let talk = |more: &str| {
        let talk =
            format!("[[encounter]]\nname = \"t\"\nat = \"day 1 19:00\"\nlasts = \"1 h\"\nwith = \"friend\"\n{more}");
        parse("x.toml", &format!("{HEAD}{PAIR}{talk}")).unwrap()
    };
    assert_eq!(talk("talk = 0.5\ndisclosure = 0.8\nresponsiveness = 0.5\n").control, Control::SmallTalk);
    assert_eq!(talk("disclosure = 0.8\nresponsiveness = 0.5\n").control, Control::Nothing);
    assert_eq!(talk("talk = 0.5\n").control, Control::Nothing);
    let text = format!("{HEAD}control = \"nothin\"\n{PAIR}");
    assert!(parse("x.toml", &text).unwrap_err().to_string().contains("`nothing`"));
    let text = format!("{HEAD}control = \"small talk\"\n{PAIR}");
    assert_eq!(parse("x.toml", &text).unwrap().control, Control::SmallTalk);
}

#[test]
fn events_reach_those_who_are_named() {
    let events = "[[encounter]]\nname = \"t\"\nwho = [\"Ben\"]\nat = \"day 1 19:00\"\nlasts = \"1 h 30 min\"\nlight = \"90 lux\"\n\
                  [[nap]]\nat = \"day 1 14:00\"\nlasts = \"30 min\"\n";
    let pair = PAIR.replacen("sex", "alone = true\nsex", 1);
    let scenario = parse("x.toml", &format!("{HEAD}{pair}{events}")).unwrap();
    let [ada, ben] = &scenario.groups[..] else { panic!("two groups") };
    assert_eq!((ada.schedule.encounters.len(), ada.schedule.naps.len()), (0, 1));
    let talk = &ben.schedule.encounters[0];
    assert_eq!((talk.span.start, talk.span.end), (1140.0, 1230.0));
    assert_eq!((talk.sets.light, talk.sets.talk), (Some(90.0), None));
}

#[test]
fn parameters_convert_their_units() {
    let text = "[parameters]\n\"acth.half_life\" = \"300 s\"\n\"acth.mean\" = { typical = \"30 pg/mL\", spread = 0.2 }\n\
                \"crh.half_life\" = { spread = \"1 min\" }\n";
    let scenario = parse("x.toml", &format!("{HEAD}{PAIR}{text}")).unwrap();
    let parameter = |id: &str| scenario.population.parameter(id).unwrap();
    assert_eq!(parameter("acth.half_life").typical, 5.0);
    assert_eq!((parameter("acth.mean").typical, parameter("acth.mean").spread), (30.0, Spread::Lognormal(0.2)));
    assert_eq!(parameter("crh.half_life").spread, Spread::Normal(1.0));
}

#[test]
fn arrows_hold_under_every_reading() {
    let scenario = parse("x.toml", &format!("{HEAD}{PAIR}[arrows]\n\"crh.threat\" = 0.25\n")).unwrap();
    for reading in Reading::ALL {
        assert_eq!(scenario.population.arrows(reading).crh.threat, 0.25);
    }
}
