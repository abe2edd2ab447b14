//! `candidacy`, the command line over the engine.
//!
//! It unpacks arguments, asks the engine and prints what it says. Results go to
//! the standard output, errors to the standard error: one line and a hint.
//! Exit codes: 0 done, 1 the work cannot be done, 2 wrong usage.
//!
//! **Invariant:** nothing is sent anywhere, and nothing is written but where an
//! argument says so.

mod args;
mod commands;
mod draw;
mod failure;
mod json;
mod print;
mod progress;

use std::process::ExitCode;

use clap::Parser as _;

use args::Cli;

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some(engine::WORKER) {
        let worked = engine::work();
        return if worked.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let cli = Cli::parse();
    match commands::run(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.tell();
            ExitCode::FAILURE
        }
    }
}
