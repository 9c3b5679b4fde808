//! What an encounter says that cannot be, or that leaves open who is there or what is answered.

use super::encounter::Encounter;
use super::items::{Item, What};
use super::meeting::{With, social};
use super::parts::Form;
use super::people;
use super::sets::{self, Sets};
use super::words::{Beside, By, Tie};
use crate::problem::Problem;
use consoma_lab::scenario::Group;
use core::ops::Range;

/// In whose company people are, and by what means.
pub(crate) struct Company {
    pub(crate) by: Option<By>,
    pub(crate) with: Option<With>,
    /// What the other is to them.
    pub(crate) tie: Option<Tie>,
    /// Whether those who take part meet each other.
    pub(crate) together: bool,
    /// How many take part.
    pub(crate) count: usize,
    /// Whether all who take part could be read.
    pub(crate) sure: bool,
}

/// What cannot be, each said once.
pub(crate) struct Refusals<'a> {
    pub(crate) encounter: &'a Encounter,
    pub(crate) groups: &'a [Group],
    pub(crate) company: Company,
    pub(crate) seen: Vec<Range<usize>>,
    pub(crate) problems: &'a mut Vec<Problem>,
}

/// Inputs, and whether they are set.
type Keys<'a> = &'a [(&'static str, bool)];

impl Refusals<'_> {
    /// Checks what is stated of a person.
    pub(crate) fn check(&mut self, person: usize, sets: &Sets) {
        let set = |value: Option<f64>| value.is_some_and(|value| value != 0.0);
        let touches = [("touch", set(sets.touch))];
        let answers = [
            ("disclosure", set(sets.disclosure)),
            ("responsiveness", set(sets.responsiveness)),
            ("own_answer", set(sets.own_answer)),
        ];
        let quarrels = [("conflict", set(sets.conflict)), ("rejection", set(sets.rejection))];
        let closed = [("distance", set(sets.distance))];
        let judges = [("evaluation", set(sets.evaluation))];
        let ties = [
            ("partner", sets.partner.is_some()),
            ("friend", sets.friend.is_some()),
            ("stranger", sets.stranger.is_some()),
            ("practitioner", sets.practitioner.is_some()),
        ];
        let Company { by, with, tie, .. } = self.company;
        if let Some(by) = by.filter(|by| *by != By::FaceToFace) {
            self.refuse(person, &touches, &format!("nobody is touched by {}", by.word()));
        }
        if let Some(by @ (By::Text | By::Cue)) = by {
            let why = format!("nobody speaks by {}; leave this out", by.word());
            self.refuse(person, &[("talk", set(sets.talk))], &why);
        }
        if by == Some(By::Cue) {
            self.refuse(person, &answers, "a mere cue hears nothing and answers nothing");
            for keys in [&quarrels[..], &judges] {
                self.refuse(person, keys, "a cue stands for somebody who is away; leave this out");
            }
        }
        if with == Some(With::Nobody) {
            for keys in [&answers[..], &touches, &quarrels, &closed, &ties] {
                self.refuse(person, keys, "there is nobody; say `with` whom");
            }
            self.refuse_means("there is nobody; leave this out, or say `with` whom");
        }
        if tie.is_some() {
            let said = if with.is_some() { "`with`" } else { "`as`, or without it a friend," };
            self.refuse(person, &ties, &format!("{said} says already who is there; leave this out"));
        }
        let company = with.is_some() || tie.is_some() || ties.iter().any(|tie| tie.1);
        if !company && self.company.sure {
            self.check_alone(person, [&answers[..2], &touches, &quarrels, &closed].concat(), sets);
        } else {
            self.check_answer(person, sets);
        }
    }

    /// What is not done alone.
    fn check_alone(&mut self, person: usize, social: Vec<(&'static str, bool)>, sets: &Sets) {
        if let Some(first) = social.into_iter().find(|(_, set)| *set) {
            let open = first.0 == "disclosure" && sets.responsiveness.is_none();
            let answer = if open { ", and in `responsiveness` what is answered: 0 is no answer" } else { "" };
            self.refuse(person, &[first], &format!("who is it with? say so in `with`{answer}"));
        } else {
            self.refuse_means("who is it with? say so in `with`");
        }
    }

    /// Whether somebody is there whose answer it is.
    fn check_answer(&mut self, person: usize, sets: &Sets) {
        let Company { with, together, count, sure, by, .. } = self.company;
        let own = sets.own_answer.is_some_and(|share| share > 0.0);
        let discloses = sets.disclosure.is_some_and(|depth| depth > 0.0);
        let pair = together && count == 2;
        // With nobody, and by a cue, nothing is disclosed at all.
        let heard = with != Some(With::Nobody) && by != Some(By::Cue);
        let nobody_answers = sure && heard && sets.responsiveness.is_none();
        if own && !pair {
            self.refuse(person, &[("own_answer", true)], "it takes two people of the file who meet");
        } else if let (true, 3.., None, Some(key)) = (together, count, sets.responsiveness, social(sets)) {
            let name = &self.groups[person].name;
            let why = format!("{count} people meet, so say what `{name}` is answered: `responsiveness`, 0 for nothing");
            self.refuse(person, &[(key, true)], &why);
        } else if discloses && !pair && nobody_answers {
            let why = "nobody of the file answers, so say what is answered: `responsiveness`, 0 is no answer";
            self.refuse(person, &[("disclosure", true)], why);
        }
    }

    fn refuse(&mut self, person: usize, keys: Keys<'_>, why: &str) {
        let name = &self.groups[person].name;
        let own = self.encounter.of.iter().find(|(known, _)| known.get_ref() == name).map(|(_, stated)| stated);
        for (key, _) in keys.iter().filter(|(_, set)| *set) {
            let place = own.and_then(|own| sets::place(own, key)).or_else(|| sets::place(&self.encounter.sets, key));
            self.tell(place, key, why);
        }
    }

    /// Refuses the means by which nobody is met.
    fn refuse_means(&mut self, why: &str) {
        self.tell(self.encounter.by.span(), "by", why);
    }

    fn tell(&mut self, place: Option<Range<usize>>, key: &str, why: &str) {
        let Some(place) = place.filter(|place| !self.seen.contains(place)) else { return };
        self.seen.push(place.clone());
        self.problems.push(Problem::at(place, format!("`{key}` is not possible here"), why));
    }
}

/// Reports who meets a partner and says to have none, by day or by night.
pub(crate) fn no_partner(form: &Form, items: &[Item<'_>], groups: &[Group], problems: &mut Vec<Problem>) {
    let mut tell = |person: usize, place: Range<usize>| {
        let people = form.people[person].get_ref();
        if people.ties.partner.value() == Some(&0) {
            let name = people.name.value().map_or("", String::as_str);
            let label = "say another tie, or leave `partner = 0` out of `ties`";
            problems.push(Problem::at(place, format!("`{name}` has no partner"), label));
        }
    };
    for item in items {
        let What::Parts(parts) = &item.what else { continue };
        let meets = |rank: usize| parts.iter().any(|part| part.sets[rank].partner.is_some_and(|share| share > 0.0));
        for (_, &person) in item.who.iter().enumerate().filter(|(rank, _)| meets(*rank)) {
            tell(person, item.tie.clone().unwrap_or_else(|| item.place.clone()));
        }
    }
    for (person, group) in groups.iter().enumerate() {
        let stands = form.people[person].get_ref().beside.span().or_else(|| form.routine.beside.span());
        if let (true, Some(place)) = (group.schedule.routine.beside, stands) {
            tell(person, place);
        }
    }
    for entry in &form.night {
        let night = entry.get_ref();
        if let (Some(Beside::Partner), Some(place)) = (night.beside.value(), night.beside.span()) {
            for person in people::named(night.who.as_ref(), groups, &mut Vec::new()) {
                tell(person, place.clone());
            }
        }
    }
}
