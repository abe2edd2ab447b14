//! Programs of other people in Python and Node, kept under `target/` and out of the system.
//!
//! What to fetch stands in `tests/<room>/`, pinned. It is fetched into
//! `target/<room>/` once, and again when that list changes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::process::Program;

use super::python;

const REQUIREMENTS: &str = "requirements.txt";

/// Makes the Python environment of a room; gives its Python.
pub(crate) fn python_room(root: &Path, name: &str) -> Result<PathBuf, String> {
    let wanted = root.join("tests").join(name).join(REQUIREMENTS);
    let venv = root.join("target").join(name).join("venv");
    let inside = |program| {
        if cfg!(windows) {
            venv.join("Scripts").join(program)
        } else {
            venv.join("bin").join(program)
        }
    };
    // A copy of the list, put there last: it says that all of it was installed.
    let done = venv.join(REQUIREMENTS);
    if !same(&wanted, &done) {
        Program::new(python()).args(["-m", "venv", "--clear"]).arg(&venv).run()?;
        let pip =
            ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
        Program::new(inside("python")).args(pip).arg(&wanted).run()?;
        copy(&wanted, &done)?;
    }
    Ok(inside("python"))
}

/// Brings the Node programs of a room together with their packages; gives their folder.
pub(crate) fn node_room(root: &Path, name: &str) -> Result<PathBuf, String> {
    let wanted = root.join("tests").join(name);
    let here = root.join("target").join(name);
    let failed = |error| format!("`{}`: {error}", wanted.display());
    // npm's own note of what it installed; it is gone after a broken start.
    let fetched = same(&wanted.join("package.json"), &here.join("package.json"))
        && here.join("node_modules/.package-lock.json").is_file();
    fs::create_dir_all(&here).map_err(failed)?;
    for entry in fs::read_dir(&wanted).map_err(failed)?.flatten() {
        if entry.path().is_file() {
            copy(&entry.path(), &here.join(entry.file_name()))?;
        }
    }
    if !fetched {
        // Versions are pinned in package.json. A lock file would hold those of one system only:
        // the validator is a different package on each.
        let quietly =
            ["install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"];
        Program::new("npm").args(quietly).within(&here).run()?;
    }
    Ok(here)
}

/// Brings the Node packages of `folder` as its lock file has them, where that was not done yet.
pub(crate) fn packages(folder: &Path) -> Result<(), String> {
    let (lock, done) = ("package-lock.json", folder.join("node_modules/.done"));
    if same(&folder.join(lock), &done) {
        return Ok(());
    }
    let quietly = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    Program::new("npm").args(quietly).within(folder).run()?;
    copy(&folder.join(lock), &done)
}

fn same(one: &Path, other: &Path) -> bool {
    matches!((fs::read(one), fs::read(other)), (Ok(one), Ok(other)) if one == other)
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let failed = |error| format!("`{}` could not be copied: {error}", from.display());
    fs::copy(from, to).map(drop).map_err(failed)
}
