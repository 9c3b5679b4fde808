//! The table of declarations: id and numbers on a line, what it is and where it comes from below.

use super::WIDTH;
use super::wrap::wrap;
use anstyle::Style;
use consoma_files::declared::Line;
use std::fmt::Write;

/// The table.
pub(crate) fn declarations(heads: &[&str], lines: &[Line]) -> String {
    let bold = Style::new().bold();
    let dim = Style::new().dimmed();
    let widest = |cell: &dyn Fn(&Line) -> usize, head: &str| {
        lines.iter().map(cell).chain([head.chars().count()]).max().unwrap_or_default()
    };
    let id = widest(&|line| line.id.chars().count(), "id");
    let widths: Vec<_> = heads
        .iter()
        .enumerate()
        .map(|(place, head)| widest(&|line| line.cells.get(place).map_or(0, |cell| cell.chars().count()), head))
        .collect();
    let cells = |cells: &mut dyn Iterator<Item = &str>| {
        cells.zip(&widths).map(|(cell, width)| format!("  {cell:<width$}")).collect::<String>()
    };

    let mut out = String::new();
    // Writing to a text cannot fail.
    let _ = writeln!(out, "{dim}{:id$}{}{dim:#}", "id", cells(&mut heads.iter().copied()).trim_end());
    for line in lines {
        let numbers = cells(&mut line.cells.iter().map(String::as_str));
        let _ = writeln!(out, "{bold}{:id$}{bold:#}{}", line.id, numbers.trim_end());
        for text in wrap(line.label, WIDTH - 2, 0) {
            let _ = writeln!(out, "  {text}");
        }
        for text in wrap(&line.note, WIDTH - 4, 0) {
            let _ = writeln!(out, "    {dim}{text}{dim:#}");
        }
    }
    out
}
