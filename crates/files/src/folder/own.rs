//! Which files are ours, and so may be replaced: those that begin as our results do, and empty ones.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// How a page of ours begins.
pub const PAGE: &str = "<!doctype html>\n<!-- A report of Consoma -->\n";
/// How our tables begin: the columns that say where a row comes from.
const TABLE: &str = "seed,model_hash";
/// How our JSON begins, blanks aside: the version.
const JSON: &str = "{\"consoma\":";
/// How Parquet begins and ends.
const PARQUET: &[u8] = b"PAR1";
/// A name that stands in the last part of our Parquet.
const COLUMN: &[u8] = b"model_hash";
/// Bytes that are read of a last part. Ours has fewer.
const LONGEST: u64 = 1 << 26;

/// Whether something that is not ours is at a place of this name. What cannot be read is not ours.
pub(super) fn foreign(name: &str, place: &Path) -> bool {
    let Ok(found) = fs::metadata(place) else { return fs::symlink_metadata(place).is_ok() };
    !found.is_file() || !(found.len() == 0 || ours(name, place).unwrap_or(false))
}

fn ours(name: &str, place: &Path) -> io::Result<bool> {
    let mut file = File::open(place)?;
    let first = first(&mut file)?;
    let kind = Path::new(name).extension().and_then(|kind| kind.to_str()).unwrap_or_default();
    Ok(match kind {
        "csv" => first.starts_with(TABLE.as_bytes()),
        "json" => {
            let dense: Vec<u8> = first.into_iter().filter(|byte| !byte.is_ascii_whitespace()).collect();
            dense.starts_with(JSON.as_bytes())
        }
        "html" => first.starts_with(PAGE.as_bytes()),
        "parquet" => first.starts_with(PARQUET) && footer(&mut file)?.windows(COLUMN.len()).any(|it| it == COLUMN),
        _ => false,
    })
}

fn first(file: &mut File) -> io::Result<Vec<u8>> {
    let mut first = Vec::new();
    file.take(200).read_to_end(&mut first)?;
    Ok(first)
}

/// The last part of a Parquet file, which names its columns. Empty where it is none.
fn footer(file: &mut File) -> io::Result<Vec<u8>> {
    let size = file.seek(SeekFrom::End(-8))?;
    let (mut length, mut magic) = ([0; 4], [0; 4]);
    file.read_exact(&mut length)?;
    file.read_exact(&mut magic)?;
    let length = u64::from(u32::from_le_bytes(length));
    if magic != PARQUET || length > size.min(LONGEST) {
        return Ok(Vec::new());
    }
    file.seek(SeekFrom::Start(size - length))?;
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}
