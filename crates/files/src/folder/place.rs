//! Where a file may be written: where nothing is, or a regular file that the command does not read.

use super::Unwritable;
use std::fs;
use std::path::{Path, PathBuf};

/// The place that `path` stands for: itself, or the file that it is a link to.
///
/// # Errors
///
/// A folder, a device or another special file; a link that leads to one, or nowhere; one of `inputs`.
pub(super) fn of(path: &Path, inputs: &[PathBuf]) -> Result<PathBuf, Unwritable> {
    let no = |why: &str| Err(Unwritable::new(path, why));
    let Ok(found) = fs::symlink_metadata(path) else { return Ok(path.to_owned()) };
    let place = if found.is_symlink() {
        match fs::canonicalize(path) {
            Ok(target) => target,
            Err(_) => return no("this is a link that leads nowhere"),
        }
    } else {
        path.to_owned()
    };
    let kind = fs::metadata(&place).map_err(|why| Unwritable::because(path, &why))?;
    if kind.is_dir() {
        return no("a folder has this name");
    }
    if !kind.is_file() {
        return no("this is a device or another special file; only a regular file is replaced");
    }
    // A file whose true place cannot be found is compared by the path that was given.
    let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if inputs.iter().any(|input| real(input) == real(&place)) {
        return no("this command reads this file, so it does not replace it");
    }
    Ok(place)
}
