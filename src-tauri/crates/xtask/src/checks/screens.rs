//! The screens: their types, their unit tests, every screen in a browser, and the app in its
//! real window.

use std::path::{Path, PathBuf};

use crate::{process::Program, sample::Build, setup, window};

use super::{Failure, Outcome, Tally, passed};

/// Checks of the page that need no window and no Rust.
pub(super) fn page(root: &Path, tally: &mut Tally) {
    let ui = root.join("ui");
    let script = |name: &str| Program::new("npm").args(["run", "--silent", name]).within(&ui);
    tally.step("The page builds", || passed(window::page(root)));
    tally.step("The types of the screens agree", || passed(script("check").run()));
    tally.step("The screens' unit tests pass", || counted(script("test")));
}

/// Every screen in Chromium, on the backend made of memory.
pub(super) fn browser(root: &Path, tally: &mut Tally) {
    tally.step("Every screen works in a browser and axe finds no fault", || {
        let Some(chromium) = setup::chromium() else {
            return Ok(Outcome::Skipped("Chromium is not on this computer".into()));
        };
        let build = Program::new("npm").args(["run", "--silent", "build:fake"]);
        build.within(&root.join("ui")).run()?;
        counted(e2e(root, "browser")?.env("CHROMIUM", chromium))
    });
}

/// The app in its real window, with a real keyring, from an empty home.
pub(super) fn real_window(root: &Path, app: &Path, tally: &mut Tally) {
    tally.step("The whole job is done in the real window", || {
        let missing = setup::lacks(setup::DESKTOP);
        if let Some(need) = missing.first() {
            return Ok(Outcome::Skipped(format!("{} is not on this computer", need.what)));
        }
        counted(e2e(root, "window")?.env("CANDIDACY_APP", app))
    });
}

/// `cargo xtask pictures`: takes the pictures of the screens that the README shows.
pub(crate) fn pictures(root: &Path) -> Result<(), String> {
    if let Some(need) = setup::prepare(setup::DESKTOP).first() {
        return Err(format!("{} is missing: {}", need.what, need.purpose));
    }
    let app = window::app(root, Build::Plain)?;
    let test = Program::new("node").args(["--test", "window/pictures.test.mjs"]);
    setup::packages(&root.join("tests/e2e"))?;
    test.within(&root.join("tests/e2e")).env("CANDIDACY_APP", app).run()?;
    for (taken, shown) in SHOWN {
        let (from, to) = (root.join("target/pictures").join(taken), root.join("ui/pictures"));
        let failed = |error| format!("`{}`: {error}", from.display());
        std::fs::copy(&from, to.join(shown)).map_err(failed)?;
    }
    Ok(())
}

/// Pictures of the screens, and what they are called beside the README.
const SHOWN: [(&str, &str); 3] = [
    ("form-en-light.png", "form.png"),
    ("profile-zh-Hans-dark.png", "profile.png"),
    ("package-en-light.png", "package.png"),
];

fn e2e(root: &Path, script: &str) -> Result<Program, String> {
    let folder: PathBuf = root.join("tests/e2e");
    setup::packages(&folder)?;
    Ok(Program::new("npm").args(["run", "--silent", script]).within(&folder))
}

/// Runs tests of Node or Vitest and counts.
fn counted(tests: Program) -> Result<Outcome, Failure> {
    let (mut passed, mut failed) = (0, 0);
    let run = tests.watch(|line| {
        let plain = plain(line);
        passed += count(&plain, "pass").unwrap_or(0);
        failed += count(&plain, "fail").unwrap_or(0);
    });
    match run {
        Ok(()) if passed > 0 => Ok(Outcome::Tests(passed)),
        Ok(()) => Err("not one test was run".to_owned().into()),
        Err(why) => Err(Failure { passed, failed: failed.max(1), why }),
    }
}

/// What a line of a summary says of those that passed or failed: Node's `ℹ pass 12`, Vitest's
/// `Tests  1 failed | 12 passed (13)`.
fn count(line: &str, what: &str) -> Option<usize> {
    let line = line.trim();
    if let Some(number) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) {
        return number.strip_prefix(what)?.trim().parse().ok();
    }
    let counts = line.strip_prefix("Tests ")?.split(" (").next()?;
    let of_this = counts.split('|').map(str::trim).find(|it| it.ends_with(&format!("{what}ed")))?;
    of_this.split(' ').next()?.parse().ok()
}

/// A line without the colours that terminals show.
fn plain(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        plain += before;
        rest = after.split_once('m').map_or("", |(_, after)| after);
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_are_read() {
        assert_eq!(count("ℹ pass 12", "pass"), Some(12));
        assert_eq!(count("ℹ fail 0", "fail"), Some(0));
        let vitest = plain(
            "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[31m1 failed\u{1b}[39m | \u{1b}[32m12 passed\u{1b}[39m (13)",
        );
        assert_eq!(count(&vitest, "pass"), Some(12));
        assert_eq!(count(&vitest, "fail"), Some(1));
        assert_eq!(count("Test Files  3 passed (3)", "pass"), None);
    }
}
