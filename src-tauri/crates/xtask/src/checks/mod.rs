//! `cargo xtask test`: sets up and takes every check, from the spelling of the code to
//! what other people's programs say of a finished bundle.

mod papers;
mod readers;
mod readme;
mod screens;
mod tally;

use std::path::{Path, PathBuf};

use crate::{process::Program, sample, say, setup, templates, window};

use tally::{Failure, Outcome, Tally, results};

pub(crate) use readers::{check_bundle, pdf_of, to_pdfs};
pub(crate) use screens::pictures;

/// Takes every check.
pub(crate) fn test(root: &Path) -> Result<(), String> {
    say::headline("Setting up");
    setup::prepare(setup::BUILD);
    setup::prepare(setup::READERS);
    setup::prepare(setup::BROWSER);
    setup::prepare(setup::DESKTOP);
    setup::prepare_toolchain()?;
    let mut tally = if setup::is_ci() { Tally::strict() } else { Tally::lenient() };
    // The app is built around the page, so the page comes first.
    screens::page(root, &mut tally);
    code(root, &mut tally);
    screens::browser(root, &mut tally);
    let (mut candidacy, mut app) = (None, None);
    tally.step("The programs build", || {
        // Around the page that was built first: built again, it would have the app compiled again.
        candidacy = Some(sample::built(root, "candidacy", sample::Build::Plain)?);
        app = Some(sample::built(root, window::APP, sample::Build::Plain)?);
        Ok(Outcome::Passed)
    });
    if let Some(app) = app {
        screens::real_window(root, &app, &mut tally);
    }
    if let Some(candidacy) = candidacy {
        used(root, &candidacy, &mut tally);
    }
    tally.finish()
}

/// What the code says of itself.
fn code(root: &Path, tally: &mut Tally) {
    let cargo = |words: &str| Program::cargo().within(root).args(words.split(' '));
    tally.step("The code is laid out as agreed", || passed(cargo("fmt --all --check").run()));
    tally.step("No lint complains", || {
        passed(cargo("clippy --workspace --all-targets --locked -- -D warnings").run())
    });
    tally.step("Every test passes", || tests(cargo("test --workspace --locked --no-fail-fast")));
    tally.step("The documentation builds", || {
        let doc = cargo("doc --workspace --no-deps --locked");
        passed(doc.env("RUSTDOCFLAGS", "-D warnings").run())
    });
    tally.step("What a program made in templates/ is current", || {
        passed(templates::templates(root, true))
    });
}

/// What the finished program does, and what others say of it.
fn used(root: &Path, candidacy: &Path, tally: &mut Tally) {
    readers::take(root, candidacy, tally);
    papers::take(root, candidacy, tally);
    tally.step("The README's commands work", || readme::take(root, candidacy));
}

fn passed(result: Result<(), String>) -> Result<Outcome, Failure> {
    Ok(result.map(|()| Outcome::Passed)?)
}

/// Runs `cargo test` and counts.
fn tests(cargo: Program) -> Result<Outcome, Failure> {
    let (mut passed, mut failed) = (0, 0);
    let run = cargo.watch(|line| {
        if let Some((more, fewer)) = results(line) {
            passed += more;
            failed += fewer;
        }
    });
    match run {
        Ok(()) => Ok(Outcome::Tests(passed)),
        Err(why) => Err(Failure { passed, failed: failed.max(1), why }),
    }
}

/// A folder of ours under `target/`, emptied.
fn fresh(root: &Path, name: &str) -> Result<PathBuf, String> {
    let folder = root.join("target/checks").join(name);
    let failed = |error| format!("`{}`: {error}", folder.display());
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(failed)?;
    }
    std::fs::create_dir_all(&folder).map_err(failed)?;
    Ok(folder)
}
