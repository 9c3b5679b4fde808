//! `consoma reference`: the model as pages.

use super::run::place;
use crate::failure::Failure;
use crate::{output, page};
use consoma_files::folder::Folder;
use std::path::Path;

pub(crate) fn execute(out: &Path) -> Result<(), Failure> {
    let names = page::names();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut folder = Folder::open(out, &names, &[]).map_err(place)?;
    for (name, text) in page::pages()? {
        folder.file(&name, |out| out.write_all(text.as_bytes())).map_err(place)?;
    }
    let count = folder.finish().map_err(place)?.len();
    Ok(output::print(&format!("{count} pages; begin with {}\n", out.join(page::INDEX).display()))?)
}
