//! A folder of results. Files are written under another name and take their place all at the end, together: either every
//! file is new, or every file is as it was.

mod lock;
mod own;
mod place;
mod single;
mod swap;

pub use own::PAGE;
pub use single::{Single, foreign};

use crate::problem::reason;
use lock::Lock;
use std::fmt;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use swap::Swap;
use tempfile::{Builder, NamedTempFile};

/// What the names of unfinished files begin with.
const PREFIX: &str = ".consoma-";
/// What they end with.
const SUFFIX: &str = ".part";
/// Why somebody else's file stays.
const FOREIGN: &str = "something else has this name, and it is kept; move it away";
/// An unfinished file that nobody has touched for so long was left by a run that was killed.
const ABANDONED: Duration = Duration::from_secs(3600);

/// A folder that takes new results. While it is open no other run can open it.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Names that a run may write, with the places that they stand for.
    set: Vec<(String, PathBuf)>,
    waiting: Vec<(NamedTempFile, String)>,
    inputs: Vec<PathBuf>,
    _lock: Lock,
}

/// A folder or file that cannot be written, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwritable {
    /// The folder or the file.
    pub path: PathBuf,
    /// What is in the way.
    pub why: String,
    /// Whether everything that was there before is as it was. `why` says what is not.
    pub kept: bool,
}

impl Unwritable {
    /// Nothing was changed.
    fn new(path: &Path, why: impl Into<String>) -> Self {
        Self { path: path.to_owned(), why: why.into(), kept: true }
    }

    /// Nothing was changed, for a reason of the operating system.
    fn because(path: &Path, why: &io::Error) -> Self {
        Self::new(path, reason(why))
    }
}

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot write `{}`: {}", self.path.display(), self.why)
    }
}

impl std::error::Error for Unwritable {}

impl Folder {
    /// Opens the folder for the results of these names, and makes it where it is not there. A folder that cannot be written
    /// is found now and not after a long run. What a killed run has left half done is undone.
    ///
    /// `names` is the whole set: an earlier file of one of these names that is not written anew is removed when the others
    /// take their places, because it belongs to other results. None may be one of `inputs`, or something that is not ours.
    ///
    /// # Errors
    ///
    /// A folder that cannot be made or written, or that another run has open; a name that something else has than a file that
    /// begins as our results do; a link that leaves the folder; a file that the command reads.
    pub fn open(path: &Path, names: &[&str], inputs: &[PathBuf]) -> Result<Self, Unwritable> {
        if path.exists() && !path.is_dir() {
            return Err(Unwritable::new(path, "this is a file, not a folder"));
        }
        fs::create_dir_all(path).map_err(|why| Unwritable::because(path, &why))?;
        let lock = Lock::take(path)?;
        swap::recover(path, names)?;
        clean(path);
        temporary(path).map_err(|why| Unwritable::because(path, &why))?;
        let place = |name: &&str| Ok(((*name).to_owned(), own_place(path, name, inputs)?));
        let set = names.iter().map(place).collect::<Result<_, _>>()?;
        Ok(Self { path: path.to_owned(), set, waiting: Vec::new(), inputs: inputs.to_vec(), _lock: lock })
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a file beside its place; it takes its place with [`Folder::finish`].
    ///
    /// # Errors
    ///
    /// A file that cannot be written, or a name that is not of the set.
    pub fn file(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
    ) -> Result<(), Unwritable> {
        let shown = self.path.join(name);
        let Some((_, place)) = self.set.iter().find(|(known, _)| known == name) else {
            return Err(Unwritable::new(&shown, "this name is not of the set"));
        };
        let file = written(place, write).map_err(|why| Unwritable::because(&shown, &why))?;
        self.waiting.push((file, name.to_owned()));
        Ok(())
    }

    /// Puts all files into their places, and gives their names.
    ///
    /// # Errors
    ///
    /// A file that cannot take its place, also because something else has come there since. Then every earlier file is as it
    /// was.
    pub fn finish(self) -> Result<Vec<PathBuf>, Unwritable> {
        for (name, place) in &self.set {
            if own_place(&self.path, name, &self.inputs)? != *place {
                return Err(Unwritable::new(&self.path.join(name), "a link has come here since the run began"));
            }
        }
        let written = |name: &String| self.waiting.iter().any(|(_, known)| known == name);
        let gone = self.set.iter().filter(|(name, _)| !written(name)).map(|(_, place)| place.clone()).collect();
        let place = |name: &String| self.set.iter().find(|(known, _)| known == name).map(|(_, place)| place.clone());
        let names: Vec<_> = self.waiting.iter().map(|(_, name)| self.path.join(name)).collect();
        let new = self.waiting.into_iter().filter_map(|(file, name)| Some((file, place(&name)?))).collect();
        Swap { folder: &self.path, new, gone }.swap()?;
        Ok(names)
    }
}

/// The place of a name in a folder, where nothing is that is not ours.
fn own_place(folder: &Path, name: &str, inputs: &[PathBuf]) -> Result<PathBuf, Unwritable> {
    let path = folder.join(name);
    let place = place::of(&path, inputs)?;
    if place != path && place.parent() != fs::canonicalize(folder).ok().as_deref() {
        return Err(Unwritable::new(&path, "this is a link that leads out of the folder; remove the link"));
    }
    if own::foreign(name, &place) { Err(Unwritable::new(&path, FOREIGN)) } else { Ok(place) }
}

/// Writes a file beside `place`, safely on the disk.
fn written(place: &Path, write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>) -> io::Result<NamedTempFile> {
    let mut file = temporary(place.parent().unwrap_or(Path::new(".")))?;
    let mut buffer = BufWriter::new(file.as_file_mut());
    write(&mut buffer).and_then(|()| buffer.flush())?;
    drop(buffer);
    // Without this, a crash of the machine could leave a new name on an empty file.
    file.as_file().sync_all()?;
    Ok(file)
}

fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    // As open as any new file: results are not secrets.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Removes unfinished files of runs that were killed. What cannot be removed is in nobody's way.
fn clean(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.filter_map(Result::ok) {
        let name = entry.file_name();
        let ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        let old = |time: SystemTime| time.elapsed().is_ok_and(|age| age > ABANDONED);
        let file = entry.metadata().is_ok_and(|it| it.is_file() && it.modified().is_ok_and(old));
        if ours && file {
            let _ = fs::remove_file(entry.path());
        }
    }
}
