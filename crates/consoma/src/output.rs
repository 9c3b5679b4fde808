//! Standard output: results and nothing else.

use std::io::{self, Write};

/// Writes a text. Colours are left out where the output is no terminal, or `NO_COLOR` is set.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}
