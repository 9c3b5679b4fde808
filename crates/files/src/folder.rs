//! A folder of results. Files are written under another name and take their place all at the end, so that earlier results
//! are never left half overwritten.

use crate::problem::reason;
use std::fmt;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// A folder that takes new results.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    waiting: Vec<(NamedTempFile, PathBuf)>,
}

/// A folder or file that cannot be written, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwritable {
    /// The folder or the file.
    pub path: PathBuf,
    /// What the operating system says.
    pub why: String,
}

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot write `{}`: {}", self.path.display(), self.why)
    }
}

impl std::error::Error for Unwritable {}

impl Folder {
    /// Opens the folder for writing, and makes it where it is not there. A folder that cannot be written is found now and
    /// not after a long run.
    ///
    /// # Errors
    ///
    /// A folder that cannot be made or written.
    pub fn open(path: &Path) -> Result<Self, Unwritable> {
        let fail = |why: io::Error| Unwritable { path: path.to_owned(), why: reason(&why) };
        if path.exists() && !path.is_dir() {
            return Err(Unwritable { path: path.to_owned(), why: "this is a file, not a folder".into() });
        }
        fs::create_dir_all(path).map_err(fail)?;
        temporary(path).map_err(fail)?;
        Ok(Self { path: path.to_owned(), waiting: Vec::new() })
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a file beside its place; it takes its place with [`Folder::finish`].
    ///
    /// # Errors
    ///
    /// A file that cannot be written.
    pub fn file(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
    ) -> Result<(), Unwritable> {
        let place = self.path.join(name);
        let fail = |why: io::Error| Unwritable { path: place.clone(), why: reason(&why) };
        if place.is_dir() {
            return Err(Unwritable { path: place, why: "a folder has this name".into() });
        }
        let mut file = temporary(&self.path).map_err(fail)?;
        let mut buffer = BufWriter::new(file.as_file_mut());
        write(&mut buffer).and_then(|()| buffer.flush()).map_err(fail)?;
        drop(buffer);
        // Without this, a crash of the machine could leave a new name on an empty file.
        file.as_file().sync_all().map_err(fail)?;
        self.waiting.push((file, place));
        Ok(())
    }

    /// Puts all files into their places, and gives their names.
    ///
    /// # Errors
    ///
    /// A file that cannot take its place.
    pub fn finish(self) -> Result<Vec<PathBuf>, Unwritable> {
        let mut places = Vec::new();
        for (file, place) in self.waiting {
            match file.persist(&place) {
                Ok(_) => places.push(place),
                Err(error) => return Err(Unwritable { path: place, why: reason(&error.error) }),
            }
        }
        Ok(places)
    }
}

fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".consoma-").suffix(".part");
    // As open as any new file: results are not secrets.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
