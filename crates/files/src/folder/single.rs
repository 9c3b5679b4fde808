//! A single file that replaces an earlier one in one step.

use super::{FOREIGN, Unwritable, place, temporary, written};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Whether something is at `path` that does not begin as ours do. What cannot be read is not ours; what is empty is nobody's.
pub fn foreign(path: &Path, begins: &str) -> bool {
    if fs::symlink_metadata(path).is_err() || fs::metadata(path).is_ok_and(|it| it.is_file() && it.len() == 0) {
        return false;
    }
    let mut first = vec![0; begins.len()];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut first));
    read.is_err() || first != begins.as_bytes()
}

/// A place for one file.
#[derive(Debug)]
pub struct Single {
    shown: PathBuf,
    full: PathBuf,
    place: PathBuf,
    inputs: Vec<PathBuf>,
    /// How an earlier file in this place must begin.
    begins: Option<String>,
}

impl Single {
    /// Looks whether `path` can be written: its folder must be there, and nothing but a regular file may be in its place. It
    /// may not be one of `inputs`.
    ///
    /// # Errors
    ///
    /// What is in the way.
    pub fn open(path: &Path, inputs: &[PathBuf]) -> Result<Self, Unwritable> {
        if path.file_name().is_none() {
            return Err(Unwritable::new(path, "this names no file"));
        }
        // A bare name has the empty path as its parent.
        let full = if path.parent() == Some(Path::new("")) { Path::new(".").join(path) } else { path.to_owned() };
        let folder = full.parent().unwrap_or(Path::new("."));
        if !folder.is_dir() {
            let why = format!("there is no folder `{}`; make it first", folder.display());
            return Err(Unwritable::new(path, why));
        }
        let place = place::of(&full, inputs).map_err(|it| Unwritable { path: path.to_owned(), ..it })?;
        temporary(place.parent().unwrap_or(folder)).map_err(|why| Unwritable::because(path, &why))?;
        Ok(Self { shown: path.to_owned(), full, place, inputs: inputs.to_vec(), begins: None })
    }

    /// As [`Single::open`], for a place that nobody named: an earlier file in it must begin as ours do.
    ///
    /// # Errors
    ///
    /// What is in the way.
    pub fn open_own(path: &Path, inputs: &[PathBuf], begins: &str) -> Result<Self, Unwritable> {
        let single = Self { begins: Some(begins.to_owned()), ..Self::open(path, inputs)? };
        single.check()?;
        Ok(single)
    }

    /// Looks whether its place is still as it was, and holds nothing that is kept.
    fn check(&self) -> Result<(), Unwritable> {
        let place = place::of(&self.full, &self.inputs).map_err(|it| Unwritable { path: self.shown.clone(), ..it })?;
        if place != self.place {
            return Err(Unwritable::new(&self.shown, "a link has come here since the run began"));
        }
        match &self.begins {
            Some(begins) if foreign(&place, begins) => Err(Unwritable::new(&self.shown, FOREIGN)),
            _ => Ok(()),
        }
    }

    /// Writes the file.
    ///
    /// # Errors
    ///
    /// A file that cannot be written, also because something else has come into its place. Then the earlier one is as it was.
    pub fn write(self, text: &str) -> Result<(), Unwritable> {
        let fail = |why: &std::io::Error| Unwritable::because(&self.shown, why);
        let file = written(&self.place, |out| out.write_all(text.as_bytes())).map_err(|why| fail(&why))?;
        self.check()?;
        file.persist(&self.place).map(drop).map_err(|why| fail(&why.error))
    }
}
