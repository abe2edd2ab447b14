//! Set-up, build and checks: what a person or a machine does to the project as a whole.
//!
//! Two commands are all that a newcomer needs: `cargo xtask run` and `cargo xtask test`.

mod bench;
mod checks;
mod measure;
mod process;
mod sample;
mod say;
mod score;
mod setup;
mod templates;
mod window;

use std::{path::Path, process::ExitCode};

/// What each command is for, shown when none of them is named.
const USAGE: &str = "\
usage: cargo xtask COMMAND

  run [--release]        set everything up, build, and open the app; where no window can
                         be shown, apply for the sample candidate without one
  test                   set everything up and take every check
  bundle                 make what people install: a .deb, a .dmg or an .msi
  templates [--check]    make the files in templates/ that a program makes, or say
                         which of them are not current
  pictures               take the pictures that the README shows
  check-bundle FOLDER    have Python read a bundle and compare it with its zip
  measure                measure the app beside a bare window: size, first paint, memory, typing
  bench                  measure filling a form, beside the floor and other programs
  score [--release] [--open] [--forms DIR] [--gold DIR] [--edge DIR]
                         fill real forms and have the fills judged; with --open have every
                         one opened by other programs, too";

fn main() -> ExitCode {
    let Some(root) = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3) else {
        return ExitCode::FAILURE;
    };
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["run"] => sample::run(root, sample::Build::Plain),
        ["run", "--release"] => sample::run(root, sample::Build::Release),
        ["bundle"] => window::bundle(root),
        ["measure"] => measure::measure(root),
        ["test"] => checks::test(root),
        ["templates"] => templates::templates(root, false),
        ["templates", "--check"] => templates::templates(root, true),
        ["pictures"] => checks::pictures(root),
        ["check-bundle", folder] => checks::check_bundle(root, Path::new(folder)),
        ["bench"] => bench::bench(root),
        ["score", arguments @ ..] => score::score(root, arguments),
        _ => Err(USAGE.into()),
    };
    let Err(message) = done else { return ExitCode::SUCCESS };
    if !message.is_empty() {
        say::complaint(&message);
    }
    ExitCode::FAILURE
}
