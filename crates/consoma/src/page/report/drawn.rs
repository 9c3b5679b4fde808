//! What drawn nights tell: the means of many draws of the same night, and how far one of them lies from another.

use super::phrases::{moved, sized, title};
use super::story::mark;
use crate::page::escaped;
use crate::sayings::plain;
use crate::table::number;
use crate::words::upper;
use consoma_lab::nights::{Drawn, drawn};
use consoma_lab::record::Record;
use std::fmt::Write;

/// The drawn nights of a group, quantity after quantity; in each reading after reading. Empty where none were drawn.
fn of(record: &Record, group: usize) -> Vec<Vec<Drawn>> {
    let mut all: Vec<Vec<Drawn>> = Vec::new();
    for night in drawn(record).into_iter().filter(|night| night.group == group) {
        match all.iter_mut().find(|of| of.iter().any(|it| it.quantity.id == night.quantity.id)) {
            Some(of) => of.push(night),
            None => all.push(vec![night]),
        }
    }
    all
}

/// What a group's nights are told by in the story, as entries of its list. Where nothing is beyond chance, that is told.
pub(super) fn story(record: &Record, group: usize, told_by: &[&str]) -> String {
    let all = of(record, group);
    let Some(nights) = all.first().and_then(|of| of.first()).map(|night| night.nights) else { return String::new() };
    let mut out = String::from("<dt>The night</dt>\n");
    let moved: Vec<_> = all.iter().filter(|of| of.iter().any(Drawn::notable)).collect();
    let told: Vec<_> =
        moved.iter().filter(|of| of.first().is_some_and(|it| told_by.contains(&it.quantity.id))).collect();
    if told.is_empty() && !moved.is_empty() {
        return String::new();
    }
    for of in &told {
        let said: Vec<_> = of.iter().map(|night| format!("{}: {}", mark(night.reading), sentence(night))).collect();
        let name = of.first().map_or(String::new(), |night| upper(&plain(night.quantity)));
        let _ = writeln!(out, "<dd><b>{}.</b> {}.</dd>", escaped(&name), said.join("; "));
    }
    let _ = match told.is_empty() {
        true => writeln!(out, "<dd>No change beyond chance, over {nights} drawn nights.</dd>"),
        false => writeln!(
            out,
            "<dd class=\"small\">Means over {nights} drawn nights; behind ±, by how much the difference of a single night strays from \
             its mean.</dd>"
        ),
    };
    out
}

/// "12.1 min less, one night ± 21.0 min".
fn sentence(night: &Drawn) -> String {
    match night.notable() {
        true => format!(
            "{}, one night ±\u{a0}{}",
            moved(night.change, night.quantity, true),
            sized(night.apart, night.quantity)
        ),
        false => "no change beyond chance".into(),
    }
}

/// The drawn nights of a group in numbers; nothing where none were drawn.
pub(super) fn table(record: &Record, group: usize) -> String {
    let all = of(record, group);
    let Some(first) = all.first() else { return String::new() };
    let nights = first.first().map_or(0, |night| night.nights);
    let mut out = format!(
        "<div class=\"scroll\"><table><caption>The night in numbers: means of {nights} draws of it, the same in both arms\
         </caption>\n<thead><tr><th class=\"word\"></th>"
    );
    for night in first {
        let name = mark(night.reading);
        let _ = write!(out, "<th>{name}</th><th>control</th><th>difference</th><th>one night</th>");
    }
    out += "</tr></thead>\n<tbody>\n";
    for of in &all {
        let name = of.first().map_or(String::new(), |night| title(night.quantity));
        let _ = write!(out, "<tr><td class=\"word\">{}</td>", escaped(&name));
        for it in of {
            let beyond = match it.change.abs() > 2.0 * it.error {
                _ if it.notable() => "",
                true => " (small)",
                false => " (chance)",
            };
            let (mean, usual) = (number(it.mean), number(it.usual));
            let (by, error, apart) = (signed(it.change, it.error), like(it.error, it.error), like(it.apart, it.apart));
            let _ = write!(
                out,
                "<td>{mean}</td><td>{usual}</td><td>{by}\u{a0}±\u{a0}{error}{beyond}</td><td>±\u{a0}{apart}</td>"
            );
        }
        out += "</tr>\n";
    }
    out + "</tbody></table></div>\n<p class=\"small\">Behind a mean difference stands its standard error; one that is smaller than \
           two of these is chance. One night: the standard deviation of the difference between two single nights.</p>\n"
}

/// A number with as many decimals as a spread needs to show two digits that matter.
fn like(value: f64, spread: f64) -> String {
    let digits = if spread > 0.0 { (1.0 - spread.log10().floor()).clamp(0.0, 3.0) as usize } else { 2 };
    let text = format!("{value:.digits$}");
    // Rounding must not leave a minus before nothing.
    if text.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.')) { text.replace('-', "") } else { text }
}

/// The same with its sign.
fn signed(value: f64, spread: f64) -> String {
    let text = like(value, spread);
    let nothing = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    if value > 0.0 && !nothing { format!("+{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::{story, table};
    use crate::page::report::fixture;
    use consoma_lab::nights::TOLD_BY;

    /// Ten nights in which deep sleep differs by 20 min, give or take `chance`, under the first reading, and nothing else does.
    fn told(chance: f64) -> (String, String) {
        let mut record = fixture::record().0;
        let night = |draw: u32, by: f64| {
            let sign = if draw.is_multiple_of(2) { chance } else { -chance };
            let value = |id: &str| if id == "night.deep" { 80.0 + by * (20.0 + sign) / 20.0 } else { 50.0 };
            TOLD_BY.map(value).to_vec()
        };
        for (number, (_, courses)) in record.courses.iter_mut().enumerate() {
            let by = if number == 0 { 20.0 } else { 0.0 };
            courses.iter_mut().for_each(|course| course.nights = (0..10).map(|draw| night(draw, by)).collect());
        }
        for course in record.control.iter_mut().flatten() {
            course.nights = (0..10).map(|draw| night(draw, 0.0)).collect();
        }
        (story(&record, 0, &["night.deep"]), table(&record, 0))
    }

    #[test]
    fn means_are_told_with_the_chance_of_one_night() {
        let (story, table) = told(3.0);
        assert!(story.contains("<dt>The night</dt>\n<dd><b>Deep sleep.</b>"), "{story}");
        assert!(story.contains("20.0 min more, one night ±\u{a0}3.16 min; "), "{story}");
        assert!(story.contains("no change beyond chance.") && story.contains("Means over 10 drawn nights"), "{story}");
        assert!(
            table.contains("<td>100</td><td>80.0</td><td>+20.0\u{a0}±\u{a0}1.0</td><td>±\u{a0}3.2</td>"),
            "{table}"
        );
        assert_eq!(table.matches("<tr><td").count(), TOLD_BY.len());
    }

    #[test]
    fn chance_is_called_chance() {
        let (story, table) = told(60.0);
        assert!(story.contains("No change beyond chance, over 10 drawn nights."), "{story}");
        assert!(!story.contains("Deep sleep") && table.contains("+20\u{a0}±\u{a0}20 (chance)"), "{story}{table}");
    }

    #[test]
    fn nothing_is_told_where_none_were_drawn() {
        let record = fixture::record().0;
        assert_eq!((story(&record, 0, &TOLD_BY), table(&record, 0)), (String::new(), String::new()));
    }
}
