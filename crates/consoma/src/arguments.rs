//! The arguments of every command. Their documentation comments are the help that people read.

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use consoma_files::clock::Until;
use consoma_files::{declared, scenario};
use consoma_model::declare::Reading;
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
    ///
    /// The table says for each person and system what moved most against the scenario's control, when, and when that was over; with
    /// --all it holds every quantity. The report,
    /// `consoma-report.html` unless told otherwise, opens in any browser and needs no network.
    ///
    /// A scenario is a TOML file: who the people are, when it begins and ends, and what happens between them. `consoma example`
    /// prints one to begin with, `consoma list inputs` what an encounter can set, `consoma list traits` what can be said of a person.
    #[command(after_help = "Examples: an evening of your own\n  \
                            consoma example > my.toml\n  \
                            consoma run my.toml\n\
                            200 people like each person of the file, results as files\n  \
                            consoma run scenarios/evening.toml --people 200 --out results")]
    Run(Run),
    /// Set what was measured beside what a scenario predicts.
    #[command(after_help = "Example: 200 people in a social stress test, and a page with the picture\n  \
                            consoma compare evidence/stress-test/data.toml scenarios/stress-test.toml --html out.html")]
    Compare(Compare),
    /// List what the model declares: quantities, parameters, arrows, inputs, traits.
    #[command(after_help = "Example: the unit and the source of every parameter, for a program\n  \
                            consoma list parameters --json")]
    List(List),
    /// Write the model as pages: a page a system, with equations, numbers, sources, and what is left out.
    #[command(after_help = "Example: open model/index.html in a browser; it needs no network\n  \
                            consoma reference --out model")]
    Reference {
        /// Folder of the pages.
        #[arg(long, value_name = "DIR", default_value = "consoma-reference")]
        out: PathBuf,
    },
    /// Print, as BibTeX, the references that a run of a scenario rests on.
    ///
    /// All parameters take part in every run; an arrow counts where it has a strength under a reading of the run and where what it starts at
    /// happens. An entry that was not verified at its source says so.
    #[command(after_help = "Example: a bibliography for a paper\n  \
                            consoma cite my.toml > consoma.bib")]
    Cite(Cite),
    /// Print the JSON schema of scenario files, or of data files.
    #[command(after_help = "Example: let an editor check and complete scenario files\n  \
                            consoma schema > scenario.json")]
    Schema {
        /// Which files.
        #[arg(default_value_t, value_enum)]
        of: Schema,
    },
    /// Print a scenario file, to begin one of your own with.
    #[command(after_help = "Example: an evening of your own\n  \
                            consoma example evening > my.toml\n  \
                            consoma run my.toml")]
    Example {
        /// Which scenario.
        #[arg(default_value_t, value_enum)]
        which: Example,
    },
    /// Print completions for a shell.
    #[command(after_help = "Example:\n  consoma completions bash > ~/.local/share/bash-completion/completions/consoma")]
    Completions {
        /// The shell.
        shell: Shell,
    },
}

#[derive(Args, Debug, Default)]
pub(crate) struct Run {
    /// Scenario file (TOML); without it, an evening of deep conversation.
    pub(crate) scenario: Option<PathBuf>,
    /// Write columns, events, a summary and the report into this folder.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Readings instead of those of the file; may be repeated.
    #[arg(long, value_name = "READING")]
    pub(crate) reading: Vec<Choice>,
    /// Seed of all draws instead of that of the file.
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = seed)]
    pub(crate) seed: Option<u64>,
    /// People in each group instead of those of the file; several are drawn from the declared spreads.
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = people)]
    pub(crate) people: Option<u64>,
    /// End here instead of where the file says: a duration from the start (36h, 3weeks, 10y) or a time ("day 400 12:00").
    #[arg(long, value_name = "TIME", allow_hyphen_values = true, value_parser = Until::read)]
    pub(crate) until: Option<Until>,
    /// Write the report to this file, whatever it held before.
    #[arg(long, value_name = "FILE", conflicts_with = "no_report")]
    pub(crate) report: Option<PathBuf>,
    /// Write no report.
    #[arg(long)]
    pub(crate) no_report: bool,
    /// Show every recorded quantity, and not only those of each person that moved most.
    #[arg(long, conflicts_with = "json")]
    pub(crate) all: bool,
    /// Print the summary as JSON instead of a table; no report then, unless --report or --out asks for it.
    #[arg(long)]
    pub(crate) json: bool,
    /// Form of the columns.
    #[arg(long, value_name = "FORM", default_value_t, value_enum, requires = "out")]
    pub(crate) format: Format,
}

#[derive(Args, Debug)]
pub(crate) struct Compare {
    /// Data file: what was measured, and the CSV files that hold it.
    pub(crate) data: PathBuf,
    /// Scenario file whose people stand for those who were measured.
    pub(crate) scenario: PathBuf,
    /// Folder of the CSV files; without it, the folder of the data file.
    #[arg(long = "data", value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
    /// Readings instead of those of the file; may be repeated.
    #[arg(long, value_name = "READING")]
    pub(crate) reading: Vec<Choice>,
    /// Seed of all draws instead of that of the file.
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = seed)]
    pub(crate) seed: Option<u64>,
    /// People in each group instead of those of the file.
    #[arg(long, value_name = "N", allow_hyphen_values = true, value_parser = people)]
    pub(crate) people: Option<u64>,
    /// Move the clock of the data, with a unit of time: what would another zero change?
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    pub(crate) shift: Option<String>,
    /// Write a page with the picture to this file.
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    /// Print JSON instead of a table.
    #[arg(long)]
    pub(crate) json: bool,
}

fn seed(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| format!("allowed: a whole number from 0 to {}", u64::MAX))
}

fn people(text: &str) -> Result<u64, String> {
    let allowed = 1..=scenario::LARGEST;
    let number = text.parse().ok().filter(|number| allowed.contains(number));
    number.ok_or_else(|| format!("allowed: a whole number from 1 to {}", scenario::LARGEST))
}

/// Scenarios that the program brings along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Example {
    /// Two people open up to each other.
    #[default]
    Evening,
    /// A social stress test in the laboratory.
    StressTest,
    /// A day of routine with nobody to meet.
    OrdinaryDay,
}

/// Files that have a schema.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Schema {
    /// Scenario files.
    #[default]
    Scenario,
    /// Data files.
    Data,
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

/// The readings that were asked for; none: as the file says.
pub(crate) fn readings(asked: &[Choice]) -> Vec<Reading> {
    if asked.contains(&Choice::All) {
        return Reading::ALL.to_vec();
    }
    let one = |choice: &Choice| match choice {
        Choice::Told => Some(Reading::Told),
        Choice::Measured => Some(Reading::Measured),
        Choice::Null => Some(Reading::Null),
        Choice::All => None,
    };
    asked.iter().filter_map(one).collect()
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
pub(crate) struct Cite {
    /// Scenario file; without it, an evening of deep conversation.
    pub(crate) scenario: Option<PathBuf>,
    /// Readings instead of those of the file; may be repeated.
    #[arg(long, value_name = "READING")]
    pub(crate) reading: Vec<Choice>,
    /// Print JSON instead of BibTeX.
    #[arg(long)]
    pub(crate) json: bool,
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
    /// What a person can be, with spreads, shares and correlations.
    Traits,
}

impl From<What> for declared::Kind {
    fn from(what: What) -> Self {
        match what {
            What::Quantities => Self::Quantities,
            What::Parameters => Self::Parameters,
            What::Arrows => Self::Arrows,
            What::Inputs => Self::Inputs,
            What::Traits => Self::Traits,
        }
    }
}
