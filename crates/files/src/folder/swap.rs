//! Files take their places together. Earlier files are first set aside; where anything fails they are put back.
//!
//! A journal in the folder lists what is under way, so that the next run can undo what a killed one has left. Removing it
//! is the moment from which the new files count.

use super::{FOREIGN, PREFIX, Unwritable, own};
use crate::problem::reason;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Name of the journal: a line for each file, `new NAME` or `old NAME`.
const JOURNAL: &str = ".consoma-journal";
/// Bytes that are read of it. Ours has fewer.
const LONGEST: u64 = 10_000;

/// What is to be done.
pub(super) struct Swap<'a> {
    /// The folder of the journal.
    pub(super) folder: &'a Path,
    /// New files and their places.
    pub(super) new: Vec<(NamedTempFile, PathBuf)>,
    /// Places that become empty.
    pub(super) gone: Vec<PathBuf>,
}

/// What has been done.
#[derive(Default)]
struct Done {
    /// Places with the earlier file that was set aside.
    aside: Vec<PathBuf>,
    /// Places that were empty and hold a new file.
    put: Vec<PathBuf>,
}

impl Swap<'_> {
    /// Does it, or nothing.
    pub(super) fn swap(self) -> Result<(), Unwritable> {
        let journal = self.folder.join(JOURNAL);
        self.write_journal(&journal).map_err(|why| Unwritable::because(&journal, &why))?;
        let mut done = Done::default();
        let result = self
            .put(&mut done)
            .and_then(|()| fs::remove_file(&journal).map_err(|why| Unwritable::because(&journal, &why)));
        match result {
            Ok(()) => {
                for place in &done.aside {
                    // One that stays is removed by the next run.
                    let _ = fs::remove_file(aside(place));
                }
                Ok(())
            }
            Err(error) => Err(done.undo(error, &journal)),
        }
    }

    /// Lists the files of the folder itself. What a link leads to elsewhere is put back after a failure, but not after a
    /// crash: a list that names files elsewhere could be made to remove them.
    fn write_journal(&self, journal: &Path) -> io::Result<()> {
        let mut text = String::new();
        for place in self.new.iter().map(|(_, place)| place).chain(&self.gone) {
            let name = place.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if place.parent() == Some(self.folder) {
                text += if place.exists() { "old " } else { "new " };
                text += name;
                text += "\n";
            }
        }
        let mut file = File::create_new(journal)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    }

    fn put(self, done: &mut Done) -> Result<(), Unwritable> {
        let places = self.new.iter().map(|(_, place)| place).chain(&self.gone);
        for place in places.filter(|place| place.exists()) {
            set_aside(place).map_err(|why| Unwritable::because(place, &why))?;
            done.aside.push(place.clone());
        }
        for (file, place) in self.new {
            file.persist(&place).map_err(|why| Unwritable::because(&place, &why.error))?;
            if !done.aside.contains(&place) {
                done.put.push(place);
            }
        }
        for place in self.gone.iter().filter(|place| place.exists()) {
            fs::remove_file(place).map_err(|why| Unwritable::because(place, &why))?;
        }
        Ok(())
    }
}

impl Done {
    /// Puts everything back, and says so, or says what could not be put back.
    fn undo(self, mut error: Unwritable, journal: &Path) -> Unwritable {
        for place in self.put {
            if let Err(why) = fs::remove_file(&place) {
                error.kept = false;
                error.why += &format!("; `{}` is new and could not be removed: {}", place.display(), reason(&why));
            }
        }
        for place in self.aside {
            if let Err(why) = put_back(&place) {
                error.kept = false;
                let (old, place) = (aside(&place), place.display());
                error.why +=
                    &format!("; `{place}` could not be put back, it is kept as `{}`: {}", old.display(), reason(&why));
            }
        }
        if error.kept {
            let _ = fs::remove_file(journal);
        }
        error
    }
}

/// The name under which an earlier file waits.
fn aside(place: &Path) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!("{PREFIX}{name}.old"))
}

/// Gives the file a second name, so that its place is never empty; where that cannot be done, another name.
fn set_aside(place: &Path) -> io::Result<()> {
    let old = aside(place);
    match fs::hard_link(place, &old) {
        Err(why) if why.kind() == io::ErrorKind::AlreadyExists => Err(why),
        Err(_) => fs::rename(place, &old),
        Ok(()) => Ok(()),
    }
}

fn put_back(place: &Path) -> io::Result<()> {
    let old = aside(place);
    fs::rename(&old, place)?;
    // Two names of one file: renaming one to the other does nothing.
    if old.exists() { fs::remove_file(old) } else { Ok(()) }
}

/// Undoes what a killed run has left half done in a folder, and removes what it has left aside. Only files of these names
/// are touched, whatever the journal lists.
pub(super) fn recover(folder: &Path, names: &[&str]) -> Result<(), Unwritable> {
    let journal = folder.join(JOURNAL);
    let listed = read(&journal).map_err(|why| Unwritable::because(&journal, &why))?;
    for name in names {
        let place = folder.join(name);
        let old = fs::symlink_metadata(aside(&place)).is_ok_and(|it| it.is_file());
        let result = match &listed {
            Some(text) if old && text.lines().any(|line| line == format!("old {name}")) => {
                if own::foreign(name, &place) {
                    return Err(Unwritable::new(&place, FOREIGN));
                }
                put_back(&place)
            }
            Some(text)
                if place.is_file()
                    && !own::foreign(name, &place)
                    && text.lines().any(|line| line == format!("new {name}")) =>
            {
                fs::remove_file(&place)
            }
            None if old => fs::remove_file(aside(&place)),
            _ => Ok(()),
        };
        result.map_err(|why| Unwritable::because(&place, &why))?;
    }
    if listed.is_some() {
        fs::remove_file(&journal).map_err(|why| Unwritable::because(&journal, &why))?;
    }
    Ok(())
}

fn read(journal: &Path) -> io::Result<Option<String>> {
    match fs::symlink_metadata(journal) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(None),
        Ok(found) if !found.is_file() => return Err(io::Error::other("this is no file of ours; remove it")),
        Err(why) => return Err(why),
        Ok(_) => {}
    }
    let mut text = String::new();
    File::open(journal)?.take(LONGEST).read_to_string(&mut text)?;
    Ok(Some(text))
}
