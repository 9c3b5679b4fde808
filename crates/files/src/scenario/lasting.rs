//! What lasts for days and weeks: a period of exams, a separation, a bereavement, care for somebody who is ill. Each is a pattern of hours that comes back every day
//! at the hour of its beginning, and may fade.
//!
//! The hours and strengths are guesses of what such days hold; a file may state its own. Left out: that who slept beside one is gone from the bed and from the kinds of ties, that nights are broken, that money and home are lost, that others come
//! to help: what else happens in these days is for the file to say.

use super::items::{Item, common};
use super::several::Several;
use super::timed::{Bereavement, Caregiving, ExamPeriod, Separation};
use super::words::Tie;
use crate::form::field::Field;
use crate::form::leaf::Lasting;
use crate::problem::Problem;
use consoma_lab::scenario::Group;
use consoma_model::inputs::Inputs;
use consoma_model::schedule::DAY;
use toml::Spanned;

/// Days that each lasts where the file does not say.
const EXAM_PERIOD: f64 = 14.0 * DAY;
const SEPARATION: f64 = 28.0 * DAY;
const BEREAVEMENT: f64 = 60.0 * DAY;
const CAREGIVING: f64 = 60.0 * DAY;
/// Exams, and minutes of one, where the file does not say.
const EXAMS: (i64, f64) = (3, 120.0);
/// Minutes of the talk in which somebody leaves, where the file does not say.
const CONVERSATION: f64 = 60.0;

/// What every day holds.
struct Daily {
    /// Being alone: how much, and minutes.
    solitude: (Option<f64>, f64),
    /// Anxious thought: how much, and minutes.
    recall: (Option<f64>, f64),
    /// Minutes in which both fall to 1/e.
    fades: f64,
}

impl Daily {
    /// Adds the parts of the day `k` days after the beginning, from so many minutes after its own beginning on.
    fn add(&self, several: &mut Several<'_, '_>, k: u32, from: f64) {
        let start = f64::from(k) * DAY;
        let left = |it: Option<f64>| it.map(|it| it * f64::exp(-start / self.fades));
        let until = from + f64::max(self.solitude.1, self.recall.1);
        let alone = Inputs { solitude: left(self.solitude.0), ..Inputs::none() };
        let thinking = Inputs { recall: left(self.recall.0), ..Inputs::none() };
        several.part("alone", start + from, start + from + self.solitude.1, alone);
        several.part("thinking of it", start + until - self.recall.1, start + until, thinking);
    }
}

/// The keys that solitude and recall have in common.
fn daily(
    several: &mut Several<'_, '_>,
    solitude: (&Field<f64>, f64),
    hours: (&Field<Lasting>, f64),
    recall: (&Field<f64>, f64),
    thinking: (&Field<Lasting>, f64),
) -> Daily {
    Daily {
        solitude: (several.share("solitude", solitude.0, solitude.1), several.minutes("hours", hours.0, hours.1)),
        recall: (several.share("recall", recall.0, recall.1), several.minutes("thinking", thinking.0, thinking.1)),
        fades: f64::INFINITY,
    }
}

/// A period of exams as its parts.
pub(crate) fn exams<'a>(entry: &'a Spanned<ExamPeriod>, groups: &[Group], problems: &mut Vec<Problem>) -> Item<'a> {
    let period = entry.get_ref();
    let item = common("exam period", period.when(), entry.span(), Some(EXAM_PERIOD), groups, problems);
    let stated = period.exams.get_with_span("exams", problems);
    let mut several = Several::new(item, problems);
    let days = several.count();
    let exam = several.minutes("exam", &period.exam, EXAMS.1);
    let evaluation = several.share("evaluation", &period.evaluation, 0.6);
    let recall = several.share("recall", &period.recall, 0.3);
    let thinking = several.minutes("thinking", &period.thinking, 180.0);
    let exams = match stated {
        Some((exams, place)) if !(0..=i64::from(days)).contains(&exams) => {
            several.refuse(place, "`exams` is out of bounds", &format!("0 to {days}, one a day, are allowed"));
            0
        }
        Some((exams, _)) => exams as u32,
        None => u32::min(EXAMS.0 as u32, days),
    };

    let worry = Daily { solitude: (None, 0.0), recall: (recall, thinking), fades: f64::INFINITY };
    for k in 0..days {
        // Of every such stretch of days the last has the exam.
        let before = |day: u32| u64::from(day) * u64::from(exams) / u64::from(days);
        let examined = before(k + 1) > before(k);
        if examined {
            let (start, stranger, presence) = (f64::from(k) * DAY, Some(1.0), Some(1.0));
            several.part("exam", start, start + exam, Inputs { evaluation, stranger, presence, ..Inputs::none() });
        }
        worry.add(&mut several, k, if examined { exam } else { 0.0 });
    }
    several.item()
}

/// A separation as its parts.
pub(crate) fn separation<'a>(
    entry: &'a Spanned<Separation>,
    groups: &[Group],
    problems: &mut Vec<Problem>,
) -> Item<'a> {
    let parting = entry.get_ref();
    let mut item = common("separation", parting.when(), entry.span(), Some(SEPARATION), groups, problems);
    item.tie = parting.with.span();
    let tie = match parting.with.get_with_span("with", problems) {
        Some((Tie::Stranger, place)) => {
            let label = "a stranger cannot leave; allowed: partner, friend, practitioner";
            problems.push(Problem::at(place, "`with` is somebody who matters", label));
            Tie::Partner
        }
        Some((tie, _)) => tie,
        None => Tie::Partner,
    };
    let mut several = Several::new(item, problems);
    let days = several.count();
    let conversation = several.minutes("conversation", &parting.conversation, CONVERSATION);
    let rejection = several.share("rejection", &parting.rejection, 0.6);
    let conflict = several.share("conflict", &parting.conflict, 0.3);
    let talk = several.share("talk", &parting.talk, 0.5);
    let fades = several.days("fades", &parting.fades, 28.0 * DAY);
    let alone = (&parting.solitude, 0.7);
    let hours = (&parting.hours, 300.0);
    let every = daily(&mut several, alone, hours, (&parting.recall, 0.4), (&parting.thinking, 60.0));

    let mut said = Inputs { rejection, conflict, talk, presence: Some(1.0), ..Inputs::none() };
    *tie.of(&mut said) = Some(1.0);
    several.part("parting", 0.0, conversation, said);
    for k in 0..days {
        Daily { fades, ..every }.add(&mut several, k, if k == 0 { conversation } else { 0.0 });
    }
    several.item()
}

/// A bereavement as its parts.
pub(crate) fn bereavement<'a>(
    entry: &'a Spanned<Bereavement>,
    groups: &[Group],
    problems: &mut Vec<Problem>,
) -> Item<'a> {
    let loss = entry.get_ref();
    let item = common("bereavement", loss.when(), entry.span(), Some(BEREAVEMENT), groups, problems);
    let mut several = Several::new(item, problems);
    let days = several.count();
    let fades = several.days("fades", &loss.fades, 90.0 * DAY);
    let every =
        daily(&mut several, (&loss.solitude, 0.7), (&loss.hours, 360.0), (&loss.recall, 0.5), (&loss.thinking, 90.0));
    (0..days).for_each(|k| Daily { fades, ..every }.add(&mut several, k, 0.0));
    several.item()
}

/// Care for somebody who is ill, as its parts.
pub(crate) fn caregiving<'a>(
    entry: &'a Spanned<Caregiving>,
    groups: &[Group],
    problems: &mut Vec<Problem>,
) -> Item<'a> {
    let care = entry.get_ref();
    let item = common("caregiving", care.when(), entry.span(), Some(CAREGIVING), groups, problems);
    let mut several = Several::new(item, problems);
    let days = several.count();
    let every =
        daily(&mut several, (&care.solitude, 0.4), (&care.hours, 480.0), (&care.recall, 0.3), (&care.thinking, 180.0));
    (0..days).for_each(|k| every.add(&mut several, k, 0.0));
    several.item()
}
