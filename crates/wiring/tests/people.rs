//! Drawn people have the declared means, deviations, shares and correlations, and what is stated of them holds.

use consoma_engine::noise::Source;
use consoma_model::declare::{Parameter, Row, Spread, Table};
use consoma_model::person::{
    CORRELATIONS, Condition, Conditions, Contraception, Drawing, MenstrualPhase, Numbers, Person, Sex, Shares, Stated,
    Ties,
};
use consoma_wiring::person;

/// People of a test.
const MANY: u64 = 20_000;

fn drawn(stated: Stated, many: u64) -> Vec<Person> {
    let drawing = Drawing::new(stated);
    (0..many).map(|number| person(&drawing, number, Source::new(5))).collect()
}

fn stated(set: impl FnOnce(&mut Stated)) -> Stated {
    let mut stated = Stated::default();
    set(&mut stated);
    stated
}

fn row(id: &str) -> &'static Row<Parameter> {
    Numbers::ROWS.iter().chain(Shares::ROWS).find(|row| row.id == id).unwrap()
}

/// What can be seen of a trait in a person: the standard score of a number, 1 or 0 of a share; `None` where the person tells nothing.
fn seen(id: &str, person: &Person) -> Option<f64> {
    let mut values = Vec::new();
    person.numbers().write(&mut |value| values.push(value));
    if let Some(place) = Numbers::ROWS.iter().position(|row| row.id == id) {
        let (value, row) = (values[place], Numbers::ROWS[place].declared);
        let taken = value > 0.0 || !["person.cigarettes", "person.caffeine"].contains(&id);
        return taken.then(|| match row.spread {
            Spread::Normal(sd) => (value - row.typical) / sd,
            Spread::Lognormal(sd) => (value / row.typical).ln() / sd,
            Spread::Same => unreachable!("every number has a spread"),
        });
    }
    let woman = person.sex == Sex::Female && person.age < 50.0;
    let Ties { partner, family, friends, colleagues, neighbours, groups } = person.ties;
    let has = match id {
        "share.female" => person.sex == Sex::Female,
        "share.combined_pill" => {
            return woman.then(|| f64::from(u8::from(person.contraception != Contraception::None)));
        }
        "share.luteal" => {
            let luteal = person.menstrual_phase == MenstrualPhase::Luteal;
            return (person.menstrual_phase != MenstrualPhase::Unknown).then(|| f64::from(u8::from(luteal)));
        }
        "share.smoker" => person.cigarettes > 0.0,
        "share.caffeine" => person.caffeine > 0.0,
        "share.partner" => partner > 0,
        "share.family" => family > 0,
        "share.friends" => friends > 0,
        "share.colleagues" => colleagues > 0,
        "share.neighbours" => neighbours > 0,
        "share.groups" => groups > 0,
        "share.hypertension" => person.conditions.has(Condition::Hypertension),
        "share.bowel_diarrhoea" => person.conditions.has(Condition::Diarrhoea),
        "share.bowel_constipation" => person.conditions.has(Condition::Constipation),
        "share.bowel_mixed" => person.conditions.has(Condition::MixedBowel),
        "share.eczema" => person.conditions.has(Condition::Eczema),
        "share.psoriasis" => person.conditions.has(Condition::Psoriasis),
        "share.acne" => person.conditions.has(Condition::Acne),
        other => panic!("{other} is not looked at"),
    };
    Some(f64::from(u8::from(has)))
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn sd(values: &[f64]) -> f64 {
    let mean = mean(values);
    (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len() as f64).sqrt()
}

fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let (a, b): (Vec<_>, Vec<_>) = pairs.iter().copied().unzip();
    let (ma, mb) = (mean(&a), mean(&b));
    let products: Vec<_> = pairs.iter().map(|(x, y)| (x - ma) * (y - mb)).collect();
    mean(&products) / (sd(&a) * sd(&b))
}

/// Midpoints from -5 to 5.
fn grid() -> impl Iterator<Item = f64> {
    (0..500).map(|step| -4.99 + 0.02 * f64::from(step))
}

/// What is seen of a trait at a score of the grid. `None` outside the bounds, where nobody is.
fn shown(id: &str, score: f64) -> Option<f64> {
    let row = row(id).declared;
    if id.starts_with("share.") {
        let above: f64 = grid().filter(|point| *point > score).map(density).sum::<f64>() * 0.02;
        return Some(f64::from(u8::from(above + 0.01 * density(score) < row.typical)));
    }
    let value = match row.spread {
        Spread::Normal(sd) => row.typical + sd * score,
        Spread::Lognormal(sd) => row.typical * (sd * score).exp(),
        Spread::Same => unreachable!("every number has a spread"),
    };
    (row.min..=row.max).contains(&value).then_some(score)
}

fn density(score: f64) -> f64 {
    (-0.5 * score * score).exp() / std::f64::consts::TAU.sqrt()
}

/// Moments of two traits by integration over the declared joint distribution inside the bounds: means, deviations, correlation.
fn expected(a: &str, b: &str, r: f64) -> ((f64, f64), (f64, f64), f64) {
    let side = |id| grid().filter_map(|score| Some((score, shown(id, score)?))).collect::<Vec<_>>();
    let (left, right) = (side(a), side(b));
    let mut sums = [0.0; 6];
    for (x, fx) in &left {
        for (y, fy) in &right {
            let weight = (-0.5 * (x * x - 2.0 * r * x * y + y * y) / (1.0 - r * r)).exp();
            for (sum, term) in sums.iter_mut().zip([1.0, *fx, *fy, fx * fx, fy * fy, fx * fy]) {
                *sum += weight * term;
            }
        }
    }
    let [all, x, y, xx, yy, xy] = sums;
    let (mx, my) = (x / all, y / all);
    let (sx, sy) = ((xx / all - mx * mx).sqrt(), (yy / all - my * my).sqrt());
    ((mx, sx), (my, sy), (xy / all - mx * my) / (sx * sy))
}

/// Mean and deviation of what is seen of a trait. Nobody is below 18, so what goes with age is seen in them.
fn among_adults(id: &str) -> (f64, f64) {
    if id == "person.age" {
        return expected(id, "person.caffeine", 0.0).0;
    }
    let pair = CORRELATIONS.iter().find(|it| it.a == "person.age" && it.b == id);
    expected("person.age", id, pair.map_or(0.0, |it| it.r)).1
}

#[test]
fn means_and_deviations_are_the_declared_ones() {
    let people = drawn(Stated::default(), MANY);
    for row in Numbers::ROWS.iter().filter(|row| row.declared.spread != Spread::Same) {
        let seen: Vec<_> = people.iter().filter_map(|person| seen(row.id, person)).collect();
        let (mean_there, sd_there) = among_adults(row.id);
        let tolerance = 4.5 / (seen.len() as f64).sqrt();
        assert!((mean(&seen) - mean_there).abs() < tolerance, "{}: {} for {mean_there}", row.id, mean(&seen));
        assert!((sd(&seen) - sd_there).abs() < tolerance, "{}: {} for {sd_there}", row.id, sd(&seen));
    }
}

#[test]
fn shares_are_the_declared_ones() {
    let people = drawn(Stated::default(), MANY);
    for row in Shares::ROWS {
        let seen: Vec<_> = people.iter().filter_map(|person| seen(row.id, person)).collect();
        let (share, _) = among_adults(row.id);
        let tolerance = 4.5 * (share * (1.0 - share) / seen.len() as f64).sqrt() + 0.004;
        assert!((mean(&seen) - share).abs() < tolerance, "{}: {} for {share}", row.id, mean(&seen));
    }
}

#[test]
fn correlations_are_the_declared_ones() {
    let people = drawn(Stated::default(), MANY);
    for it in CORRELATIONS {
        let pairs: Vec<_> = people.iter().filter_map(|person| seen(it.a, person).zip(seen(it.b, person))).collect();
        let there = expected(it.a, it.b, it.r).2;
        let tolerance = 4.0 / (pairs.len() as f64).sqrt() + 0.002;
        assert!(there.abs() > tolerance, "{it:?} would not be missed");
        assert!((correlation(&pairs) - there).abs() < tolerance, "{it:?}: {} for {there}", correlation(&pairs));
    }
    // A pair that is not listed.
    let pairs: Vec<_> = people.iter().map(|person| (person.anxiety, person.chronotype)).collect();
    assert!(correlation(&pairs).abs() < 0.04 + 0.3 * 0.12);
}

#[test]
fn everybody_drawn_is_allowed() {
    let people = drawn(Stated::default(), MANY);
    assert!(people.iter().all(|person| person.check() == Ok(())));
    let edge = |value: f64| people.iter().filter(|person| person.age == value).count();
    assert_eq!(edge(18.0) + edge(90.0), 0, "nobody is pushed onto a bound");
    let kinds: Vec<_> = people.iter().map(|person| f64::from(person.ties.kinds())).collect();
    assert!((mean(&kinds) - 4.2).abs() < 0.1, "{}", mean(&kinds));
}

#[test]
fn open_traits_follow_from_stated_ones() {
    let close = |found: f64, there: f64| assert!((found - there).abs() < 0.05, "{found} for {there}");
    let people = drawn(stated(|it| (it.numbers.anxiety, it.numbers.social_anxiety) = (Some(1.5), Some(-1.0))), 10_000);
    assert!(people.iter().all(|person| (person.anxiety, person.social_anxiety) == (1.5, -1.0)));
    // Correlations 0.4 between the two, 0.2 and 0.22 with avoidance: weights (0.2 - 0.4 * 0.22) / 0.84 and (0.22 - 0.4 * 0.2) / 0.84.
    let avoidance: Vec<_> = people.iter().map(|person| person.avoidance).collect();
    close(mean(&avoidance), 1.5 * 0.112 / 0.84 - 0.14 / 0.84);
    close(sd(&avoidance), (1.0 - 0.2 * 0.112 / 0.84 - 0.22 * 0.14 / 0.84_f64).sqrt());

    let social = |sex| {
        let people = drawn(stated(|it| it.sex = Some(sex)), 10_000);
        mean(&people.iter().map(|person| person.social_anxiety).collect::<Vec<_>>())
    };
    // The mean of a half normal is sqrt(2 / pi).
    close(social(Sex::Female), 0.1 * 0.798);
    close(social(Sex::Male), -0.1 * 0.798);
}

#[test]
fn those_of_whom_a_condition_is_stated_are_those_who_have_it() {
    let ill: Conditions = [Condition::Hypertension].into_iter().collect();
    let given = drawn(stated(|it| it.conditions = Some(ill)), 4_000);
    assert!(given.iter().all(|person| person.conditions == ill));
    let found: Vec<_> = drawn(Stated::default(), MANY).into_iter().filter(|person| person.conditions == ill).collect();
    let age = |people: &[Person]| mean(&people.iter().map(|person| person.age).collect::<Vec<_>>());
    let all = age(&drawn(Stated::default(), MANY));
    // The limits of age come after that of the condition; what that neglects is small beside what is gained.
    assert!(age(&found) > all + 4.0, "{} of all {all}", age(&found));
    assert!((age(&given) - age(&found)).abs() < 1.2, "{} and {}", age(&given), age(&found));
}

#[test]
fn what_is_stated_of_women_makes_them_women() {
    let pill = drawn(stated(|it| it.contraception = Some(Contraception::CombinedPill)), 2_000);
    let phase = drawn(stated(|it| it.menstrual_phase = Some(MenstrualPhase::Luteal)), 2_000);
    for person in pill.iter().chain(&phase) {
        assert_eq!((person.sex, person.check()), (Sex::Female, Ok(())), "{person:?}");
    }
    assert!(pill.iter().all(|person| person.contraception == Contraception::CombinedPill && person.age < 55.0));
    assert!(phase.iter().all(|person| person.menstrual_phase == MenstrualPhase::Luteal));
}

#[test]
fn the_same_number_is_the_same_person() {
    let drawing = Drawing::new(Stated::default());
    let one = |number, seed| person(&drawing, number, Source::new(seed));
    assert_eq!(one(7, 3), one(7, 3));
    assert_ne!(one(7, 3), one(8, 3));
    assert_ne!(one(7, 3), one(7, 4));
    // What is stated of a trait that goes with no other changes nothing else.
    let other = Drawing::new(stated(|it| it.ties.family = Some(2)));
    let mut told = person(&other, 7, Source::new(3));
    told.ties.family = one(7, 3).ties.family;
    assert_eq!(told, one(7, 3));
}

#[test]
fn nothing_stated_makes_it_panic() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1e300, 1e300, 0.0, 18.0, 90.0, -3.0, 3.0] {
        let mut it = Stated { numbers: Table::read(&mut std::iter::repeat(Some(value))).unwrap(), ..Stated::default() };
        it.conditions = Some(Condition::ALL.into_iter().collect());
        it.contraception = Some(Contraception::CombinedPill);
        it.sex = Some(Sex::Male);
        it.menstrual_phase = Some(MenstrualPhase::Luteal);
        it.ties = Table::read(&mut std::iter::repeat(Some(u32::MAX))).unwrap();
        assert!(!it.problems().is_empty());
        drawn(it, 3);
        it.typical().traits::<f64>();
    }
}
