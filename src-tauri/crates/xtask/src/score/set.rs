//! Which forms are filled, and who judges.

use std::path::{Path, PathBuf};

use crate::sample::Build;

const USAGE: &str =
    "usage: cargo xtask score [--release] [--open] [--forms DIR] [--gold DIR] [--edge DIR]";

/// Where everything lies, and how the program is built.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Set {
    /// The judges.
    pub(super) tools: PathBuf,
    /// The blank forms.
    pub(super) forms: PathBuf,
    /// What should stand in some of them.
    pub(super) gold: PathBuf,
    /// Odd and broken files; may be absent.
    pub(super) edge: PathBuf,
    /// With `--release` as people get it, and within the time that people have.
    pub(super) build: Build,
    /// Whether other programs open what was filled.
    pub(super) open: bool,
}

impl Set {
    /// The set that the arguments name, if it is there.
    pub(super) fn find(root: &Path, arguments: &[&str]) -> Result<Self, String> {
        let shared = std::env::var_os("CANDIDACY_SHARED");
        let shared = shared.map_or_else(|| root.join("../shared"), PathBuf::from);
        let set = Self::new(&shared, arguments)?;
        for folder in [&set.tools, &set.forms, &set.gold] {
            if !folder.is_dir() {
                return Err(format!(
                    "there is no folder `{}`: real forms and their judges are no part of the \
                     project; say where they are with CANDIDACY_SHARED",
                    folder.display()
                ));
            }
        }
        Ok(set)
    }

    fn new(shared: &Path, arguments: &[&str]) -> Result<Self, String> {
        let mut set = Self {
            tools: shared.join("tools"),
            forms: shared.join("forms/forms"),
            gold: shared.join("forms/gold"),
            edge: shared.join("forms/edge"),
            build: Build::Plain,
            open: false,
        };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let folder = match *argument {
                "--release" => {
                    set.build = Build::Release;
                    continue;
                }
                "--open" => {
                    set.open = true;
                    continue;
                }
                "--forms" => &mut set.forms,
                "--gold" => &mut set.gold,
                "--edge" => &mut set.edge,
                _ => return Err(USAGE.into()),
            };
            *folder = PathBuf::from(arguments.next().ok_or(USAGE)?);
        }
        Ok(set)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_replace_what_is_shared() {
        let set = Set::new(Path::new("s"), &["--release", "--open", "--gold", "mine"]).unwrap();
        assert_eq!(set.gold, Path::new("mine"));
        assert_eq!(set.forms, Path::new("s/forms/forms"));
        assert_eq!((set.build, set.open), (Build::Release, true));
        assert!(Set::new(Path::new("s"), &["--gold"]).is_err());
        assert!(Set::new(Path::new("s"), &["--silver", "x"]).is_err());
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let error = Set::find(Path::new("."), &["--forms", "no/such/folder"]).unwrap_err();
        assert!(error.starts_with("there is no folder"), "{error}");
    }
}
