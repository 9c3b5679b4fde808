//! Files that are read: regular files and pipes, and none so large that it cannot be meant.

use crate::problem::reason;
use std::fs::{self, File, FileType};
use std::io::Read;
use std::path::Path;

/// Most bytes of a file that is read whole.
const LARGEST: u64 = 64 << 20;

/// The bytes of a file, or why it cannot be read.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, String> {
    // Before it is opened: to open a device can already do something.
    let kind = fs::metadata(path).map_err(|why| reason(&why))?.file_type();
    if kind.is_dir() {
        return Err("this is a folder".into());
    }
    if !kind.is_file() && !is_pipe(kind) {
        return Err("this is a device or another special file, not a file or a pipe".into());
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|why| reason(&why))?;
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|why| reason(&why))?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!("the file is larger than {} MiB", LARGEST >> 20));
    }
    Ok(bytes)
}

#[cfg(unix)]
fn is_pipe(kind: FileType) -> bool {
    use std::os::unix::fs::FileTypeExt;
    kind.is_fifo()
}

#[cfg(not(unix))]
fn is_pipe(_: FileType) -> bool {
    false
}
