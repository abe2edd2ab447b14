//! One case of the corpus: a form, and what must come of it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use serde::Deserialize;

/// A form, and what must come of it.
pub(super) struct Case {
    pub(super) name: String,
    pub(super) form: String,
    pub(super) expected: Expected,
}

/// `expected.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Expected {
    /// The patterns that it is about.
    pub(super) patterns: BTreeSet<u8>,
    /// From which confidence on matches are filled.
    #[serde(default)]
    pub(super) accept: Accept,
    /// Sensitive facts that may go in.
    #[serde(default)]
    pub(super) release: BTreeSet<String>,
    /// The candidate's own answers, by field.
    #[serde(default)]
    pub(super) answers: BTreeMap<String, serde_json::Value>,
    /// What each place reads in the end. Every other place stays as it is.
    pub(super) fills: BTreeMap<String, String>,
    /// Fields that stay blank, and why.
    #[serde(default)]
    pub(super) leaves: BTreeMap<String, String>,
    /// What does not work yet.
    #[serde(default)]
    pub(super) gaps: BTreeMap<String, Gap>,
}

/// A place that does not read yet as it should.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gap {
    /// What it should read.
    pub(super) reads: String,
    /// What is missing.
    pub(super) known_gap: String,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Accept {
    #[default]
    Sure,
    Likely,
    All,
}

pub(super) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("forms")
}

/// Every case, by name.
pub(super) fn all() -> Vec<Case> {
    let entries = fs::read_dir(folder()).unwrap().map(|it| it.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|it| it.is_dir()).collect();
    folders.sort();
    folders.iter().map(|it| open(it)).collect()
}

fn open(folder: &Path) -> Case {
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    let read = |file: &str| fs::read_to_string(folder.join(file)).unwrap();
    let expected = toml::from_str(&read("expected.toml"));
    let expected = expected.unwrap_or_else(|error| panic!("{name}: {error}"));
    Case { name, form: read("form.txt"), expected }
}
