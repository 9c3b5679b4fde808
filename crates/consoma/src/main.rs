//! The command line of Consoma.
//!
//! What may live here: arguments, tables and pages for people, progress, exit codes. A face holds no logic: what a command computes
//! stands in the lab, what it reads and writes in the files.

mod arguments;
mod commands;
mod events;
mod failure;
mod output;
mod page;
mod progress;
mod sayings;
mod table;
mod words;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = match arguments::Arguments::try_parse() {
        Ok(arguments) => commands::execute(arguments),
        // Wrong arguments: the message and the exit code are clap's.
        Err(message) if message.use_stderr() => message.exit(),
        Err(help) => output::print(&help.render().ansi().to_string()).map_err(failure::Failure::from),
    };
    done.map_or_else(failure::Failure::report, |()| ExitCode::SUCCESS)
}
