//! The lock of a folder: a file that says which process writes there, so that two runs cannot mix their results.

use super::{PREFIX, Unwritable};
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process;

/// Name of the file.
const NAME: &str = ".consoma-lock";
/// Bytes that are read of it. Ours has fewer.
const LONGEST: u64 = 1000;

/// A lock that is held until it is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    text: String,
}

impl Lock {
    /// Takes the lock of a folder. One whose process is gone is taken over, where that can be known.
    ///
    /// # Errors
    ///
    /// A lock that another process holds, or a folder that cannot be written.
    pub(super) fn take(folder: &Path) -> Result<Self, Unwritable> {
        let path = folder.join(NAME);
        let text = holder(process::id(), &machine());
        if fs::symlink_metadata(&path).is_ok() {
            let found = read(&path).unwrap_or_default();
            if gone(&found) {
                steal(&path, &found).map_err(|why| Unwritable::because(folder, &why))?;
            }
        }
        let mut file = match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => file,
            Err(why) if why.kind() == ErrorKind::AlreadyExists => return Err(held(folder, &path)),
            Err(why) => return Err(Unwritable::because(folder, &why)),
        };
        // From here on the file is removed whatever happens.
        let lock = Self { path, text };
        file.write_all(lock.text.as_bytes()).map_err(|why| Unwritable::because(folder, &why))?;
        Ok(lock)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Somebody may have removed the file by hand, and another run have made its own.
        if read(&self.path).is_ok_and(|found| self.text.starts_with(&found)) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

fn held(folder: &Path, path: &Path) -> Unwritable {
    let process = read(path).ok().and_then(|text| process_of(&text).map(|id| format!(" (process {id})")));
    let why = format!(
        "another run writes here{}; wait for it, or remove `{}` where no run is left",
        process.unwrap_or_default(),
        path.display()
    );
    Unwritable::new(folder, why)
}

fn read(path: &Path) -> io::Result<String> {
    // Anything else could block, or be endless.
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(ErrorKind::InvalidData.into());
    }
    let mut text = String::new();
    File::open(path)?.take(LONGEST).read_to_string(&mut text)?;
    Ok(text)
}

fn holder(process: u32, machine: &str) -> String {
    format!("process {process}\nmachine {machine}\n")
}

fn process_of(text: &str) -> Option<u32> {
    text.lines().next()?.strip_prefix("process ")?.parse().ok()
}

/// What tells apart machines, their starts, and containers: a number of a process means nothing elsewhere. Empty where it
/// is not known.
fn machine() -> String {
    let start = fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default();
    let space = fs::read_link("/proc/self/ns/pid").unwrap_or_default();
    if start.is_empty() { start } else { format!("{} {}", start.trim(), space.display()) }
}

/// Whether the process of a lock is known to be gone.
fn gone(text: &str) -> bool {
    let machine = machine();
    let Some(process) = process_of(text) else { return false };
    !machine.is_empty() && text == holder(process, &machine) && !Path::new(&format!("/proc/{process}")).exists()
}

/// Removes the lock that says `stale`. Another run may do the same at the same time: so it is moved away, which only one
/// can do, and put back where it turns out to be that run's new one.
fn steal(path: &Path, stale: &str) -> io::Result<()> {
    let away = path.with_file_name(format!("{PREFIX}lock-{}.part", process::id()));
    match fs::rename(path, &away) {
        Err(why) if why.kind() == ErrorKind::NotFound => return Ok(()),
        moved => moved?,
    }
    if read(&away)? != stale {
        fs::hard_link(&away, path)?;
    }
    fs::remove_file(away)
}
