//! The table of a run: for each person or group, what the encounters changed in each quantity, under each reading.

use super::WIDTH;
use super::row::{self, Cells, LABEL};
use super::wrap::wrap;
use crate::events::{Event, events};
use crate::sayings::plain;
use crate::words::lower;
use anstyle::Style;
use consoma_files::usual;
use consoma_lab::digest::{Digest, NOTABLE};
use consoma_lab::headline::{foremost, measurable};
use consoma_lab::nights::{self, Drawn, drawn};
use consoma_lab::record::Record;
use consoma_lab::scenario::{Group, Scenario};
use consoma_model::declare::{Quantity, Row, System};
use consoma_model::person::Sex;
use std::fmt::Write;

/// Encounters that the head lists; more would push the table off the screen.
const LISTED: usize = 6;

/// Blanks before a further quantity of a system.
const INDENT: usize = 2;

/// Names of people that an event lists.
const NAMED: usize = 3;

/// Quantities of a system, and of all systems, by which a person is told: two lines each, so that a person fits into a screen.
pub(crate) const FEW: (usize, usize) = (3, 10);

/// Lines of what did not move.
const STILL: usize = 2;

/// The table. A person is told by the few quantities that moved most, unless the scenario names quantities or `all` are asked for.
pub(crate) fn run(record: &Record, digests: &[Digest], all: bool) -> String {
    let mut out = String::new();
    head(&mut out, record);
    let named = record.scenario.quantities.len() < consoma_wiring::columns().count();
    let few = !all && !named && !record.control.is_empty();
    let rows = if few { Vec::new() } else { chosen(record, digests, all || named) };
    let drawn = drawn(record);
    for place in 0..record.scenario.groups.len() {
        let own: Vec<_> = digests.iter().filter(|digest| digest.group == place).collect();
        let nights: Vec<_> = drawn.iter().filter(|night| night.group == place).collect();
        line(&mut out, "");
        if few {
            let foremost = foremost(digests, &drawn, place, FEW);
            let told = |(_, row): &(System, &'static Row<Quantity>)| (*row, either(record, place, &own, &nights, row));
            let table: Vec<Told> = foremost.iter().map(told).collect();
            let chance = nights.first().filter(|_| !nights.iter().any(|night| night.notable()));
            let chance = chance.map(|night| (before_sleep(&table), night.nights));
            section(&mut out, record, place, (&table, true), chance);
            rest(&mut out, record, &own, &nights, &foremost);
        } else {
            let (table, chance) = whole(record, place, (&own, &nights), (&rows, all));
            section(&mut out, record, place, (&table, false), chance);
        }
    }
    if few {
        line(&mut out, "");
        for text in wrap("What moved most of each system; --all shows every quantity.", WIDTH, 0) {
            line(&mut out, &text);
        }
    } else {
        still(&mut out, record, &rows);
    }
    out
}

/// A quantity with its rows.
type Told = (&'static Row<Quantity>, Vec<Cells>);

/// The rows of a quantity: of drawn nights where they tell it, otherwise of its course.
fn either(record: &Record, place: usize, own: &[&Digest], nights: &[&Drawn], row: &Row<Quantity>) -> Vec<Cells> {
    let of: Vec<_> = nights.iter().filter(|night| night.quantity.id == row.id).map(|night| row::night(night)).collect();
    if of.is_empty() || own.iter().any(|it| it.quantity.id == row.id && it.notable()) {
        return by_day(record, place, own, row);
    }
    row::merged(of)
}

fn by_day(record: &Record, place: usize, own: &[&Digest], row: &Row<Quantity>) -> Vec<Cells> {
    let window = usual::window(record, place);
    let of = own.iter().filter(|digest| digest.quantity.id == row.id);
    row::merged(of.map(|digest| row::cells(record, digest, window)).collect())
}

/// What of a person is not in the table: what hardly moved, and how much more moved.
fn rest(
    out: &mut String,
    record: &Record,
    own: &[&Digest],
    nights: &[&Drawn],
    shown: &[(System, &'static Row<Quantity>)],
) {
    let moved = |id: &str| {
        own.iter().any(|it| it.quantity.id == id && it.notable())
            || nights.iter().any(|it| it.quantity.id == id && it.notable())
    };
    let recorded = record.quantities();
    let of = |system: System| recorded.iter().filter(move |row| row.declared.system == system);
    let whole = |system: &System| of(*system).all(|row| !moved(row.id));
    let (still, stirred): (Vec<_>, Vec<_>) =
        System::ALL.into_iter().filter(|system| of(*system).next().is_some()).partition(whole);
    let mut names: Vec<_> = still.into_iter().map(|system| system.name().to_owned()).collect();
    let known = stirred.into_iter().flat_map(of).filter(|row| row.declared.principal && !moved(row.id));
    names.extend(known.map(|row| plain(row)));
    let more = recorded.iter().filter(|row| measurable(&row.declared) && moved(row.id));
    let more = more.filter(|row| shown.iter().all(|(_, it)| it.id != row.id)).count();
    let dim = Style::new().dimmed();
    let tail = if more > 0 { format!(" {more} more moved.") } else { String::new() };
    let text = |names: &[String], others: usize| match (names, others) {
        ([], _) => tail.trim_start().to_owned(),
        (names, 0) => format!("hardly moved: {}.{tail}", names.join(", ")),
        (names, others) => format!("hardly moved: {} and {others} others.{tail}", names.join(", ")),
    };
    let fits = |count: &usize| wrap(&text(&names[..*count], names.len() - count), WIDTH, INDENT).len() <= STILL;
    let count = (0..=names.len()).rev().find(fits).unwrap_or(0);
    for text in wrap(&text(&names[..count], names.len() - count), WIDTH, INDENT) {
        line(out, &format!("{dim}{text}{dim:#}"));
    }
}

fn head(out: &mut String, record: &Record) {
    let (bold, dim) = (Style::new().bold(), Style::new().dimmed());
    let scenario = &record.scenario;
    out.push_str(&super::heading(&record.readings(), scenario.seed));
    for name in wrap(&scenario.name, WIDTH, 0) {
        line(out, &format!("{bold}{name}{bold:#}"));
    }
    for text in wrap(&scenario.about, WIDTH, 0).into_iter().chain(wrap(&happens(scenario), WIDTH, 2)) {
        line(out, &text);
    }
    if !record.control.is_empty() {
        for text in wrap(&legend(record), WIDTH, 2) {
            line(out, &format!("{dim}{text}{dim:#}"));
        }
    }
}

/// What happens, when, and with whom, in a sentence.
fn happens(scenario: &Scenario) -> String {
    let events = events(scenario);
    let text = |Event { day, from, until, to, name, who }: &Event<'_>| {
        let on = day.map_or(String::new(), |day| format!("day {day} "));
        let who = if who.is_empty() { String::new() } else { format!(" ({})", several(who)) };
        let until = until.map_or("-".to_owned(), |day| format!(" to day {day} "));
        format!("{on}{from}{until}{to} {name}{who}")
    };
    let mut texts: Vec<_> = events.iter().take(LISTED).map(text).collect();
    if events.len() > LISTED {
        texts.push(format!("and {} more", events.len() - LISTED));
    }
    texts.join(", ")
}

/// Names in a row, the last ones counted where they are many.
fn several(names: &[&str]) -> String {
    match names.len().checked_sub(NAMED) {
        Some(more) if more > 0 => format!("{} and {more} more", names[..NAMED].join(", ")),
        _ => names.join(", "),
    }
}

fn who(record: &Record, place: usize) -> String {
    let groups = &record.scenario.groups;
    let number = groups[..place].iter().map(|group| group.count).sum();
    let Group { name, count, .. } = &groups[place];
    let person = groups[place].individual(number, record.scenario.seed).person;
    match (*count, person.sex) {
        (1, Sex::Female) => format!("{name}, woman of {}", person.age.floor()),
        (1, Sex::Male) => format!("{name}, man of {}", person.age.floor()),
        (count, _) => format!("{name}, median of {count}"),
    }
}

/// What the columns mean.
fn legend(record: &Record) -> String {
    let Scenario { control, .. } = &record.scenario;
    let nights = match nights::any(record) {
        true => format!("; night: means of {} drawn nights", nights::COUNT),
        false => String::new(),
    };
    format!(
        "usual: mean of the hours shown, in the control: {}; change: the largest against it; over: less than a tenth is left; (small): less \
         than {:.0} % of the normal range{nights}",
        control.words(),
        100.0 * NOTABLE
    )
}

/// The rows of the table where they are the same for everybody.
fn chosen(record: &Record, digests: &[Digest], every: bool) -> Vec<&'static Row<Quantity>> {
    if every {
        // What drawn nights tell stands among them.
        let told = |row: &&'static Row<Quantity>| nights::any(record) && nights::is_of_night(row.id);
        return record.quantities().into_iter().filter(|row| !told(row)).collect();
    }
    let moves = |row: &Digest| row.peak.value > row.trough.value;
    let course = |row: &&'static Row<Quantity>| {
        measurable(&row.declared) && digests.iter().any(|digest| digest.quantity.id == row.id && moves(digest))
    };
    record.quantities().into_iter().filter(course).collect()
}

/// The systems in which nothing moved that is worth a line.
fn still(out: &mut String, record: &Record, rows: &[&'static Row<Quantity>]) {
    let nights = nights::any(record);
    let shown =
        |system: System| (nights && system == System::Sleep) || rows.iter().any(|row| row.declared.system == system);
    let recorded = |system: &System| record.quantities().iter().any(|row| row.declared.system == *system);
    let still: Vec<_> = System::ALL.into_iter().filter(recorded).filter(|it| !shown(*it)).map(System::name).collect();
    if !still.is_empty() && !record.control.is_empty() {
        line(out, "");
        line(out, &format!("Little or nothing moved: {}.", still.join(", ")));
    }
}

/// What of the drawn nights is beyond chance under some reading, or `all`; nothing that has a row of its own.
fn of_nights(
    nights: &[&Drawn],
    rows: &[&'static Row<Quantity>],
    all: bool,
) -> Vec<(&'static Row<Quantity>, Vec<Cells>)> {
    let of = |id: &str| nights.iter().filter(|night| night.quantity.id == id).copied().collect::<Vec<_>>();
    let told = |id: &&str| (all || of(id).iter().any(|night| night.notable())) && rows.iter().all(|row| row.id != *id);
    let cells = |id: &str| {
        let of = of(id);
        Some((of.first()?.quantity, row::merged(of.into_iter().map(row::night).collect())))
    };
    nights::TOLD_BY.into_iter().filter(told).filter_map(cells).collect()
}

/// The same rows for everybody, and what drawn nights tell among them. Where these tell nothing: at which place that is said, and of how
/// many nights.
fn whole(
    record: &Record,
    place: usize,
    (own, nights): (&[&Digest], &[&Drawn]),
    (rows, all): (&[&'static Row<Quantity>], bool),
) -> (Vec<Told>, Option<(usize, usize)>) {
    let mut table: Vec<_> = rows.iter().map(|row| (*row, by_day(record, place, own, row))).collect();
    // Drawn nights come first of their system.
    let sleep = before_sleep(&table);
    let told = of_nights(nights, rows, all);
    let chance = nights.first().filter(|_| told.is_empty()).map(|night| (sleep, night.nights));
    table.splice(sleep..sleep, told);
    (table, chance)
}

/// The rows that come before those of sleep.
fn before_sleep(table: &[Told]) -> usize {
    table.iter().take_while(|(quantity, _)| quantity.declared.system < System::Sleep).count()
}

fn section(
    out: &mut String,
    record: &Record,
    place: usize,
    (table, in_words): (&[Told], bool),
    chance: Option<(usize, usize)>,
) {
    let (bold, dim) = (Style::new().bold(), Style::new().dimmed());
    let window = usual::window(record, place);
    let widths = row::widths(table.iter().flat_map(|(_, cells)| cells));
    let heads = row::heads(record, window, &widths);
    let who = who(record, place);
    let gap = (LABEL + row::READING).checked_sub(who.chars().count());
    match gap {
        Some(gap) => line(out, &format!("{bold}{who}{bold:#}{dim}{:gap$}{heads}{dim:#}", "")),
        None => {
            for who in wrap(&who, WIDTH, 0) {
                line(out, &format!("{bold}{who}{bold:#}"));
            }
            line(out, &format!("{dim}{:gap$}{heads}{dim:#}", "", gap = LABEL + row::READING));
        }
    }
    let mut last = None;
    for (number, (quantity, rows)) in table.iter().enumerate() {
        let system = quantity.declared.system;
        if let Some((_, nights)) = chance.filter(|(sleep, _)| number == *sleep) {
            chance_alone(out, nights);
            last = Some(System::Sleep);
        }
        let label = label(quantity, in_words);
        // A system is named once; what else belongs to it stands indented below.
        let (words, indent) = match last == Some(system) {
            true => (lower(&label), INDENT),
            false => (format!("{}: {}", system.name(), lower(&label)), 0),
        };
        last = Some(system);
        let labels = wrap(&words, LABEL - indent, 1);
        for place in 0..labels.len().max(rows.len()) {
            let label = labels.get(place).map_or("", String::as_str);
            let label = if label.is_empty() { String::new() } else { format!("{:indent$}{label}", "") };
            let cells = rows.get(place).map_or(String::new(), |row| row.text(&widths));
            line(out, &format!("{label:LABEL$}{cells}"));
        }
    }
    if let Some((_, nights)) = chance.filter(|(sleep, _)| *sleep == table.len()) {
        chance_alone(out, nights);
    } else if table.is_empty() {
        line(out, "nothing moved that is worth a line");
    }
}

/// The line of nights in which nothing is beyond chance.
fn chance_alone(out: &mut String, nights: usize) {
    line(out, &format!("{}: no change beyond chance ({nights} nights)", System::Sleep.name()));
}

/// A quantity with its unit, by its label or as a reader without a laboratory says it.
fn label(quantity: &Row<Quantity>, in_words: bool) -> String {
    let name = if in_words { plain(quantity) } else { quantity.label.to_owned() };
    match quantity.declared.unit {
        "1" => name,
        unit => format!("{name} ({unit})"),
    }
}

fn line(out: &mut String, text: &str) {
    // Writing to a text cannot fail.
    let _ = writeln!(out, "{}", text.trim_end());
}
