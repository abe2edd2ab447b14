//! Set-up, build and checks: `cargo xtask run`, `cargo xtask test`, `cargo xtask templates`.

mod templates;

use std::path::Path;
use std::process::ExitCode;

/// What each command is for, shown when none of them is named.
const USAGE: &str = "\
usage: cargo xtask COMMAND

  templates          make the files in templates/ that a program makes
  templates --check  say which of them are not current";

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["templates"] => templates::templates(&root, false),
        ["templates", "--check"] => templates::templates(&root, true),
        _ => Err(USAGE.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            say(&message);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "a command line tool speaks on its error stream")]
fn say(message: &str) {
    eprintln!("{message}");
}
