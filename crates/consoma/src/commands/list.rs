//! `consoma list`: what the model declares.

use crate::arguments::List;
use crate::failure::Failure;
use crate::{output, table};
use consoma_files::declared::Kind;
use consoma_files::envelope::Envelope;

pub(crate) fn execute(asked: &List) -> Result<(), Failure> {
    let kind = Kind::from(asked.what);
    let text = if asked.json {
        Envelope::new("list", None, Vec::new(), kind.json()).text()
    } else {
        table::declarations(kind.heads(), &kind.lines())
    };
    Ok(output::print(&text)?)
}
