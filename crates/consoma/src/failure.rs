//! Why a command did not do what was asked, and the exit code for it.

use anstream::AutoStream;
use consoma_files::folder::Unwritable;
use consoma_files::problem::Problems;
use consoma_files::scenario::Refused;
use consoma_lab::simulate;
use std::io::{self, Write};
use std::process::ExitCode;

/// Bad input: the person can mend it.
const INPUT: u8 = 2;
/// The run itself failed.
const RUN: u8 = 1;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Wrong files.
    Problems(Problems),
    /// An argument that is not allowed.
    Refused(Refused),
    /// A place that cannot be written, and what to do: `choose another place with --out`.
    Unwritable(&'static str, Unwritable),
    /// A person's run.
    Run(Box<simulate::Failure>),
    /// Standard output.
    Output(io::Error),
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Self::Problems(problems)
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

impl From<simulate::Failure> for Failure {
    fn from(failure: simulate::Failure) -> Self {
        Self::Run(Box::new(failure))
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// Tells the person on standard error.
    pub(crate) fn report(self) -> ExitCode {
        let mut out = anstream::stderr();
        let colour = AutoStream::choice(&io::stderr()) != anstream::ColorChoice::Never;
        let (text, code) = match self {
            Self::Problems(problems) => (problems.render(colour), INPUT),
            Self::Refused(Refused(why)) => (plain(&why, None), INPUT),
            Self::Unwritable(choose, unwritable) => {
                let kept = if unwritable.kept { "; earlier results are as they were" } else { "" };
                let help = format!("{choose}, or mend this one{kept}");
                (plain(&unwritable.to_string(), Some(&help)), INPUT)
            }
            Self::Run(failure) => {
                let simulate::Failure { person, group, reading, error } = *failure;
                let what = format!("the run of person {person} ({group}) failed under `{}`: {error}", reading.name());
                (plain(&what, Some("no file was written")), RUN)
            }
            // The reader of a pipe has seen enough: that is no failure.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
            Self::Output(error) => (plain(&format!("cannot write to standard output: {error}"), None), RUN),
        };
        // Where standard error itself is closed there is nobody left to tell.
        let _ = writeln!(out, "{text}");
        ExitCode::from(code)
    }
}

fn plain(what: &str, help: Option<&str>) -> String {
    let bold = anstyle::Style::new().bold();
    let red = bold.fg_color(Some(anstyle::AnsiColor::BrightRed.into()));
    let help = help.map_or(String::new(), |help| format!("\n  help: {help}"));
    format!("{red}error{red:#}{bold}: {what}{bold:#}{help}")
}
