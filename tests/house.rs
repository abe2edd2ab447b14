//! The house stays tidy: what lies where, how long a file is, and the note on each door.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Everything that may lie at the top, with dot-files and what git ignores there.
const TOP: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "src-tauri",
    "target",
    "templates",
    "tests",
    "ui",
];

/// Nobody reads a longer file with pleasure.
const MAX_LINES: usize = 800;

/// What people write by hand and read again.
const WRITTEN: &[&str] = &["css", "html", "js", "mjs", "py", "rs", "svelte", "ts"];

/// What tools put between our files.
const NOT_OURS: &[&str] = &["dist", "gen", "node_modules", "target"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every file that people write, whatever its depth.
fn files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            let is_folder = entry.file_type().unwrap().is_dir();
            if is_folder && !name.starts_with('.') && !NOT_OURS.contains(&name.as_str()) {
                folders.push(entry.path());
            } else if WRITTEN.iter().any(|it| entry.path().extension().is_some_and(|e| e == *it)) {
                files.push(entry.path());
            }
        }
    }
    files
}

#[test]
fn the_top_level_is_as_agreed() {
    for entry in fs::read_dir(root()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            name.starts_with('.') || TOP.contains(&name.as_str()),
            "`{name}` lies at the top level; it belongs into one of its folders"
        );
    }
}

#[test]
fn every_rust_file_says_what_it_is_for() {
    for path in files().iter().filter(|it| it.extension().is_some_and(|e| e == "rs")) {
        let text = fs::read_to_string(path).unwrap();
        assert!(text.starts_with("//! "), "`{}` does not open with `//!`", path.display());
    }
}

#[test]
fn no_file_is_too_long_to_read() {
    for path in files() {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= MAX_LINES, "`{}` has {lines} lines: that is two files", path.display());
    }
}

#[test]
fn the_tests_that_the_architecture_names_exist() {
    let readme = fs::read_to_string(root().join("src-tauri/README.md")).unwrap();
    let rust = |path: &PathBuf| path.extension().is_some_and(|it| it == "rs");
    let code: String =
        files().iter().filter(|it| rust(it)).map(|it| fs::read_to_string(it).unwrap()).collect();
    let words = readme.split('`').skip(1).step_by(2);
    let named: Vec<&str> = words.filter(|it| it.matches('_').count() > 2).collect();
    assert!(named.len() > 4, "{named:?}");
    for name in named {
        assert!(code.contains(&format!("fn {name}(")), "there is no test `{name}` any more");
    }
}

#[test]
fn the_search_finds_itself() {
    assert!(files().iter().any(|it| it.ends_with(file!())), "{:?}", files());
}
