//! The commands, a file each.

mod cite;
mod compare;
mod list;
mod reference;
mod report;
mod run;

use crate::arguments::{Arguments, Command, Example, Run, Schema};
use crate::failure::Failure;
use crate::output;
use clap::CommandFactory;
use consoma_files::{measured, scenario, schema};

/// Does what was asked. Without a command: the evening.
pub(crate) fn execute(arguments: Arguments) -> Result<(), Failure> {
    match arguments.command.unwrap_or_else(|| Command::Run(Run::default())) {
        Command::Run(asked) => run::execute(&asked),
        Command::Compare(asked) => compare::execute(&asked),
        Command::List(asked) => list::execute(&asked),
        Command::Reference { out } => reference::execute(&out),
        Command::Cite(asked) => cite::execute(&asked),
        Command::Schema { of } => Ok(output::print(&schema::text(&match of {
            Schema::Scenario => scenario::schema(),
            Schema::Data => measured::schema(),
        }))?),
        Command::Example { which } => Ok(output::print(match which {
            Example::Evening => scenario::EVENING.1,
            Example::StressTest => scenario::STRESS_TEST.1,
            Example::OrdinaryDay => scenario::ORDINARY_DAY.1,
        })?),
        Command::Completions { shell } => {
            let mut text = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "consoma", &mut text);
            Ok(output::print(&String::from_utf8_lossy(&text))?)
        }
    }
}
