//! What a file says of people is who they are; what it leaves open is typical or drawn; and the table of people tells.

use consoma_files::{columns, scenario};
use consoma_lab::record::Record;
use consoma_lab::scenario::Scenario;
use consoma_model::person::{Condition, Contraception, MenstrualPhase, Person, Sex, Style};

const HEAD: &str = "consoma = 1\nname = \"x\"\nstart = \"day 1 12:00\"\nend = \"day 2 12:00\"\nseed = 3\n";

fn read(people: &str) -> Scenario {
    scenario::parse("x.toml", &format!("{HEAD}{people}")).unwrap_or_else(|problems| panic!("{problems}"))
}

fn people(scenario: &Scenario) -> Vec<Person> {
    scenario.individuals().map(|(_, individual)| individual.person).collect()
}

const ADA: &str = r#"
[[people]]
name = "Ada"
sex = "female"
contraception = "none"
menstrual_phase = "follicular"
age = "31 years"
body_mass_index = "22.5 kg/m2"
cigarettes = 5
caffeine = "200 mg"
chronotype = "-90 min"
style = "fearful"
anxiety = 0.5
social_anxiety = 1.5
rumination = 0.8
knowledge = 0.3
ties = { partner = 0, friends = 3 }
conditions = ["hypertension", "ibs_mixed"]
wake = "05:00"
bed = "21:00"
"#;

#[test]
fn everything_stated() {
    let scenario = read(ADA);
    let [ada] = people(&scenario)[..] else { panic!("one") };
    assert_eq!((ada.sex, ada.contraception), (Sex::Female, Contraception::None));
    assert_eq!(ada.menstrual_phase, MenstrualPhase::Follicular);
    assert_eq!((ada.age, ada.body_mass_index, ada.cigarettes), (31.0, 22.5, 5.0));
    assert_eq!((ada.caffeine, ada.chronotype), (200.0, -1.5));
    assert_eq!((ada.anxiety, ada.avoidance, ada.social_anxiety, ada.style()), (0.5, 1.0, 1.5, Style::Fearful));
    // Kinds that are left out are typical.
    assert_eq!((ada.ties.partner, ada.ties.family, ada.ties.friends, ada.ties.kinds()), (0, 3, 3, 4));
    assert_eq!((ada.rumination, ada.knowledge), (0.8, 0.3));
    assert!(ada.conditions.has(Condition::Hypertension) && ada.conditions.has(Condition::MixedBowel));
    let routine = scenario.groups[0].schedule.routine;
    assert_eq!((routine.wake, routine.bed, routine.dawn), (300.0, 1260.0, 450.0));
    let traits = ada.traits::<f64>();
    assert_eq!((traits.ties, traits.hypertension, traits.luteal), (4.0, 1.0, -0.5));
}

#[test]
fn each_condition_is_read_and_irritable_bowel_has_one_kind() {
    let people_of = |list: &str| format!("[[people]]\nname = \"a\"\nsex = \"male\"\nconditions = [{list}]\n");
    for condition in Condition::ALL {
        let person = people(&read(&people_of(&format!("\"{}\"", condition.name()))))[0];
        assert_eq!(person.conditions.iter().collect::<Vec<_>>(), [condition]);
    }
    let refused = |list: &str| {
        let problems = scenario::parse("bad.toml", &format!("{HEAD}{}", people_of(list))).unwrap_err();
        assert_eq!(problems.list().len(), 1, "{problems}");
        problems.to_string()
    };
    let message = refused("\"ibs_diarrhoea\", \"ibs_constipation\"");
    assert!(message.contains("one kind at a time") && message.contains("bad.toml:9:14\n"), "{message}");
    assert!(
        refused("\"ibs\"")
            .contains("allowed: hypertension, ibs_diarrhoea, ibs_constipation, ibs_mixed, eczema, psoriasis, acne")
    );
}

#[test]
fn numbers_out_of_bounds_have_their_place() {
    for (line, what) in
        [("knowledge = 2", "`knowledge`"), ("knowledge = -0.1", "0 to 1"), ("rumination = 9", "`rumination`")]
    {
        let text = format!("{HEAD}[[people]]\nname = \"a\"\nsex = \"male\"\n{line}\n");
        let message = scenario::parse("bad.toml", &text).unwrap_err().to_string();
        assert!(message.contains(what) && message.contains("bad.toml:9:"), "{line}\n{message}");
    }
}

#[test]
fn an_amount_a_day_may_say_so() {
    let scenario = read("[[people]]\nname = \"a\"\nsex = \"male\"\ncaffeine = \"80 mg/day\"\nbody_mass_index = 24\n");
    assert_eq!((people(&scenario)[0].caffeine, people(&scenario)[0].body_mass_index), (80.0, 24.0));
}

#[test]
fn nothing_stated_is_typical() {
    assert_eq!(people(&read("[[people]]\nname = \"a\"\nsex = \"male\"\ncount = 3\n")), [Person::default(); 3]);
}

#[test]
fn each_style_sets_its_point() {
    for style in Style::ALL {
        let [person] =
            people(&read(&format!("[[people]]\nname = \"a\"\nsex = \"male\"\nstyle = \"{}\"\n", style.name())))[..]
        else {
            panic!("one")
        };
        assert_eq!(((person.anxiety, person.avoidance), person.style()), (style.point(), style));
    }
}

#[test]
fn drawn_people_keep_what_is_stated_and_are_the_same_in_any_company() {
    let crowd =
        "[[people]]\nname = \"crowd\"\ncount = 200\ntraits = \"drawn\"\nanxiety = 1.5\nties = { partner = 1 }\n";
    let alone = people(&read(crowd));
    assert!(alone.iter().all(|person| (person.anxiety, person.ties.partner) == (1.5, 1) && person.check() == Ok(())));
    let women = alone.iter().filter(|person| person.sex == Sex::Female).count();
    assert!((70..130).contains(&women), "{women}");
    let shared = people(&read(&format!(
        "{crowd}[[people]]\nname = \"b\"\nsex = \"male\"\n[parameters]\n\"acth.half_life\" = \"6 min\"\n"
    )));
    assert_eq!(alone[..], shared[..200]);
    // Who stands before them does not matter either.
    let later = people(&read(&format!("[[people]]\nname = \"b\"\nsex = \"male\"\n{crowd}")));
    assert_eq!(alone[..], later[1..]);
}

#[test]
fn sex_is_needed_only_where_it_is_not_drawn() {
    let text = format!("{HEAD}[[people]]\nname = \"a\"\ntraits = \"typical\"\n");
    assert!(scenario::parse("x.toml", &text).unwrap_err().to_string().contains("`sex` is missing"));
    read("[[people]]\nname = \"a\"\ntraits = \"drawn\"\n");
    let then = scenario::schema().pointer("/$defs/People/then/required/0").cloned();
    assert_eq!(then, Some("sex".into()));
}

#[test]
fn the_table_of_people_reads_back() {
    let drawn = "[[people]]\nname = \"crowd, all\"\ncount = 20\ntraits = \"drawn\"\n";
    let scenario = read(&format!("{ADA}{drawn}"));
    let record = Record { scenario, courses: Vec::new(), control: Vec::new() };
    let mut csv = Vec::new();
    columns::people(&record, &mut csv).unwrap();
    let mut table = csv::Reader::from_reader(&csv[..]);
    let heads = table.headers().unwrap().clone();
    let expected = people(&record.scenario);
    let mut count = 0;
    for (line, person) in table.records().map(Result::unwrap).zip(&expected) {
        let cell = |name: &str| &line[heads.iter().position(|head| head == name).unwrap_or_else(|| panic!("{name}"))];
        assert_eq!(cell("person"), count.to_string());
        assert_eq!((cell("seed"), cell("group")), ("3", if count == 0 { "Ada" } else { "crowd, all" }));
        assert_eq!((cell("sex"), cell("contraception")), (person.sex.name(), person.contraception.name()));
        assert_eq!(cell("age").parse::<f64>().unwrap().to_bits(), person.age.to_bits());
        assert_eq!(cell("social_anxiety").parse::<f64>().unwrap().to_bits(), person.social_anxiety.to_bits());
        assert_eq!(
            (cell("friends"), cell("kinds")),
            (&*person.ties.friends.to_string(), &*person.ties.kinds().to_string())
        );
        for condition in Condition::ALL {
            assert_eq!(cell(condition.name()) == "1", person.conditions.has(condition), "{}", condition.name());
        }
        assert_eq!(cell("rumination").parse::<f64>().unwrap().to_bits(), person.rumination.to_bits());
        assert_eq!((cell("sleep"), cell("beside")), ("clock", "nobody"));
        assert_eq!(cell("style"), person.style().name());
        assert_eq!(cell("wake"), if count == 0 { "05:00" } else { "07:30" });

        // Written into a file again, it is the same person.
        if count > 0 {
            let phase = match person.menstrual_phase {
                MenstrualPhase::Unknown => String::new(),
                phase => format!("menstrual_phase = \"{}\"\n", phase.name()),
            };
            let ill = person.conditions.iter().map(|it| format!("\"{}\"", it.name())).collect::<Vec<_>>().join(", ");
            let text = format!(
                "[[people]]\nname = \"again\"\nsex = \"{}\"\ncontraception = \"{}\"\n{phase}age = {}\nbody_mass_index = {}\n\
                 cigarettes = {}\ncaffeine = \"{} mg\"\nchronotype = \"{} h\"\nanxiety = {}\navoidance = {}\nsocial_anxiety = {}\n\
                 rumination = {}\nknowledge = {}\n\
                 conditions = [{ill}]\nties = {{ partner = {}, family = {}, friends = {}, colleagues = {}, neighbours = {}, groups = {} }}\n",
                cell("sex"),
                cell("contraception"),
                cell("age"),
                cell("body_mass_index"),
                cell("cigarettes"),
                cell("caffeine"),
                cell("chronotype"),
                cell("anxiety"),
                cell("avoidance"),
                cell("social_anxiety"),
                cell("rumination"),
                cell("knowledge"),
                cell("partner"),
                cell("family"),
                cell("friends"),
                cell("colleagues"),
                cell("neighbours"),
                cell("groups"),
            );
            assert_eq!(people(&read(&text)), [*person]);
        }
        count += 1;
    }
    assert_eq!(count, 21);
}
