//! The command line of Consoma.
//!
//! What may live here: arguments, tables and pages for people, progress, exit codes. A face holds no logic: what a command computes
//! stands in the lab, what it reads and writes in the files.

mod arguments;
mod commands;
mod failure;
mod output;
mod page;
mod progress;
mod table;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    match commands::execute(arguments::Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
