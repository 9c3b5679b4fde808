//! The arguments of every command. Their documentation comments are the help that people read.

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use consoma_files::declared;
use std::path::PathBuf;

/// A whole-body physiology engine of human connection.
///
/// Who meets whom, and what their bodies do: hormones in laboratory units, minute by minute, under the popular account
/// (told) and under what the literature supports (measured). It is no medical device.
#[derive(Debug, Parser)]
#[command(
    version,
    max_term_width = 80,
    after_help = "Example: an evening of deep conversation, told and measured\n  consoma run"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Live through a scenario and show what changed.
    #[command(after_help = "Example: 200 people like each person of the file, results as files\n  \
                            consoma run scenarios/evening.toml --people 200 --out results")]
    Run(Run),
    /// List what the model declares: quantities, parameters, arrows, inputs.
    #[command(after_help = "Example: the unit and the source of every parameter, for a program\n  \
                            consoma list parameters --json")]
    List(List),
    /// Print the JSON schema of scenario files.
    #[command(after_help = "Example: let an editor check and complete scenario files\n  \
                            consoma schema > scenario.json")]
    Schema,
    /// Print completions for a shell.
    #[command(after_help = "Example:\n  consoma completions bash > ~/.local/share/bash-completion/completions/consoma")]
    Completions {
        /// The shell.
        shell: Shell,
    },
}

#[derive(Args, Debug, Default)]
pub(crate) struct Run {
    /// Scenario file; without it, an evening of deep conversation.
    pub(crate) scenario: Option<PathBuf>,
    /// Write columns, events and a summary into this folder.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Readings instead of those of the file; may be repeated.
    #[arg(long, value_name = "READING")]
    pub(crate) reading: Vec<Choice>,
    /// Seed of all draws instead of that of the file.
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    /// People in each group instead of those of the file; several are drawn from the declared spreads.
    #[arg(long, value_name = "N")]
    pub(crate) people: Option<u64>,
    /// Print the summary as JSON instead of a table.
    #[arg(long)]
    pub(crate) json: bool,
    /// Form of the columns.
    #[arg(long, value_name = "FORM", default_value_t, value_enum, requires = "out")]
    pub(crate) format: Format,
}

/// A reading, or all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Choice {
    /// The popular account at its word.
    Told,
    /// What the literature supports.
    Measured,
    /// Arrows from encounters and partners off.
    Null,
    /// All three.
    All,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Parquet alone.
    Parquet,
    /// CSV alone.
    Csv,
    /// Parquet and CSV.
    #[default]
    Both,
}

#[derive(Args, Debug)]
pub(crate) struct List {
    /// What to list.
    pub(crate) what: What,
    /// Print JSON instead of a table.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum What {
    /// What the body has, with units and ranges.
    Quantities,
    /// The constants of the processes, with spreads and sources.
    Parameters,
    /// The couplings between processes, with strengths under each reading.
    Arrows,
    /// What an encounter can set.
    Inputs,
}

impl From<What> for declared::Kind {
    fn from(what: What) -> Self {
        match what {
            What::Quantities => Self::Quantities,
            What::Parameters => Self::Parameters,
            What::Arrows => Self::Arrows,
            What::Inputs => Self::Inputs,
        }
    }
}
