//! Where the report of a run goes, and what it may replace.
//!
//! A report takes the place of an earlier report without asking: the same command makes it again. Anything else in its place is
//! somebody's work and is kept, unless `--report` names it.

use crate::arguments::Run;
use crate::failure::Failure;
use consoma_files::folder::{PAGE, Single, Unwritable, foreign};
use std::path::{Path, PathBuf};

/// The place where nobody names one.
const USUAL: &str = "consoma-report.html";

/// Where the report goes.
pub(super) enum Place {
    /// There is none.
    Nowhere,
    /// Into the folder of the results, as [`Place::INSIDE`].
    Folder,
    /// Into a file.
    File(PathBuf, Single),
}

/// Looks where the report of a run goes, and whether it can.
pub(super) fn place(asked: &Run, inputs: &[PathBuf]) -> Result<Place, Failure> {
    if let Some(path) = &asked.report {
        if let Some(folder) = asked.out.as_deref().filter(|folder| mixes(path, folder)) {
            let why = format!("this lies among the results in `{}`", folder.display());
            let unwritable = Unwritable { path: path.clone(), why, kept: true };
            return Err(Failure::Unwritable("leave --report out for a report with the results", unwritable));
        }
        let single = Single::open(path, inputs);
        let single = single.map_err(|why| Failure::Unwritable("choose another place with --report", why))?;
        return Ok(Place::File(path.clone(), single));
    }
    const CHOOSE: &str = "choose another place with --report FILE, leave the report out with --no-report";
    match &asked.out {
        _ if asked.no_report => Ok(Place::Nowhere),
        Some(folder) if foreign(&folder.join(Place::INSIDE), PAGE) => {
            let why = "something else has this name, and it is kept".into();
            Err(Failure::Unwritable(CHOOSE, Unwritable { path: folder.join(Place::INSIDE), why, kept: true }))
        }
        Some(_) => Ok(Place::Folder),
        None if asked.json => Ok(Place::Nowhere),
        None => {
            let single = Single::open_own(Path::new(USUAL), inputs, PAGE);
            let single = single.map_err(|why| Failure::Unwritable(CHOOSE, why))?;
            Ok(Place::File(USUAL.into(), single))
        }
    }
}

/// Whether a report would lie in the folder of the results, other than under its own name there.
fn mixes(path: &Path, folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else { return false };
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Some((parent, name)) = parent.canonicalize().ok().zip(path.file_name()) else { return false };
    let full = parent.join(name);
    let inside = |path: &Path| path.starts_with(&folder) && path != folder.join(Place::INSIDE);
    inside(&full) || full.canonicalize().is_ok_and(|target| inside(&target))
}

impl Place {
    /// Its name in a folder of results.
    pub(super) const INSIDE: &'static str = "report.html";

    /// Whether there is a report at all.
    pub(super) fn wanted(&self) -> bool {
        !matches!(self, Self::Nowhere)
    }

    /// Whether it goes into the folder of results.
    pub(super) fn inside(&self) -> bool {
        matches!(self, Self::Folder)
    }

    /// The names that the run owns in its folder: an earlier report belongs to earlier results and goes with them, and somebody
    /// else's file of that name does not.
    pub(super) fn names<'a>(&self, asked: &Run, results: &[&'a str]) -> Vec<&'a str> {
        let own = asked.out.as_ref().is_some_and(|folder| !foreign(&folder.join(Self::INSIDE), PAGE));
        results.iter().copied().chain(own.then_some(Self::INSIDE)).collect()
    }

    /// Writes a report that goes into a file, and gives the place of any.
    pub(super) fn write(self, page: &str, asked: &Run) -> Result<Option<PathBuf>, Failure> {
        match self {
            Self::Nowhere => Ok(None),
            Self::Folder => Ok(asked.out.as_ref().map(|folder| folder.join(Self::INSIDE))),
            Self::File(path, single) => {
                let written = single.write(page);
                written.map_err(|why| Failure::Unwritable("choose another place with --report", why))?;
                Ok(Some(path))
            }
        }
    }
}
