//! The table of declarations: id and numbers on a line, what it is and where it comes from below.

use super::WIDTH;
use super::wrap::wrap;
use anstyle::Style;
use consoma_files::declared::Line;
use std::fmt::Write;

/// Least room of the ids, where numbers are wide.
const LEAST: usize = 8;

/// The table.
pub(crate) fn declarations(heads: &[&str], lines: &[Line]) -> String {
    let bold = Style::new().bold();
    let dim = Style::new().dimmed();
    let widest = |cell: &dyn Fn(&Line) -> usize, head: &str| {
        lines.iter().map(cell).chain([head.chars().count()]).max().unwrap_or_default()
    };
    let widths: Vec<_> = heads
        .iter()
        .enumerate()
        .map(|(place, head)| widest(&|line| line.cells.get(place).map_or(0, |cell| cell.chars().count()), head))
        .collect();
    let numbers: usize = widths.iter().map(|width| width + 2).sum();
    let id = widest(&|line| line.id.chars().count(), "id").min(WIDTH.saturating_sub(numbers)).max(LEAST);
    let cells = |cells: &mut dyn Iterator<Item = &str>| {
        cells.zip(&widths).map(|(cell, width)| format!("  {cell:<width$}")).collect::<String>()
    };

    let mut out = String::new();
    // Writing to a text cannot fail.
    let _ = writeln!(out, "{dim}{:id$}{}{dim:#}", "id", cells(&mut heads.iter().copied()).trim_end());
    for line in lines {
        let numbers = cells(&mut line.cells.iter().map(String::as_str));
        // The numbers of an id that is too long for its column stand below it.
        let long = line.id.chars().count() > id;
        let gap = if long { format!("\n{:id$}", "") } else { String::new() };
        let _ = writeln!(out, "{bold}{:id$}{bold:#}{gap}{}", line.id, numbers.trim_end());
        for text in wrap(line.label, WIDTH - 2, 0) {
            let _ = writeln!(out, "  {text}");
        }
        for text in wrap(&line.note, WIDTH - 4, 0) {
            let _ = writeln!(out, "    {dim}{text}{dim:#}");
        }
    }
    out
}
