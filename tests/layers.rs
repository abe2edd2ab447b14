//! Who may use whom. A new arrow is a decision: change these tables only on purpose.
//!
//! The picture of the same is in `src-tauri/README.md`.

use std::{collections::BTreeSet, process::Command};

use serde_json::Value;

/// Each crate of ours, and the crates of ours that it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("app", &["engine"]),
    ("cli", &["engine"]),
    ("engine", &["bundle", "documents", "forms", "ooxml", "postings", "profile", "vault"]),
    ("forms", &["ooxml", "profile"]),
    ("postings", &["profile"]),
    ("documents", &["ooxml", "profile"]),
    ("bundle", &[]),
    ("ooxml", &[]),
    ("profile", &[]),
    ("vault", &[]),
    ("xtask", &["documents", "ooxml"]),
    ("tests", &["bundle", "documents", "engine", "forms", "ooxml", "postings", "profile", "vault"]),
];

/// Crates of other people that only some of ours may use: how their names start, by whom, why.
const KEPT_FOR: &[(&str, &[&str], &str)] = &[
    ("tauri", &["app"], "the engine has never heard of a window"),
    ("webkit2gtk", &["app"], "the engine has never heard of a window"),
    ("arboard", &["app"], "only the window copies"),
    (
        "docx-rs",
        &["documents", "xtask"],
        "it loses what it does not know; it writes what we author",
    ),
    ("printpdf", &["documents"], "PDFs are made in one place"),
    ("pdf-extract", &["documents"], "other people's PDFs are read in one place"),
    ("keyring", &["vault"], "secrets have one door"),
    ("secret-service", &["vault"], "secrets have one door"),
    ("zbus-secret-service-keyring-store", &["vault"], "secrets have one door"),
    ("apple-native-keyring-store", &["vault"], "secrets have one door"),
    ("windows-native-keyring-store", &["vault"], "secrets have one door"),
    ("age", &["vault"], "secrets have one door"),
    ("lettre", &[], NEVER_SEND),
    ("reqwest", &[], NEVER_SEND),
    ("ureq", &[], NEVER_SEND),
    ("hyper", &[], NEVER_SEND),
    ("curl", &[], NEVER_SEND),
    ("native-tls", &[], NEVER_SEND),
    ("rustls", &[], NEVER_SEND),
];

const NEVER_SEND: &str = "the candidate sends, in their own mail program";

/// What cargo knows of our crates.
fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

fn name(value: &Value) -> &str {
    value["name"].as_str().unwrap()
}

/// What `package` names in its `Cargo.toml`, for building, running or testing.
fn dependencies(package: &Value) -> impl Iterator<Item = &str> {
    package["dependencies"].as_array().unwrap().iter().map(name)
}

/// Whether `dependency` is the family `kept` itself or one of it: `keyring`, `keyring-core`.
fn belongs(dependency: &str, kept: &str) -> bool {
    dependency.strip_prefix(kept).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

#[test]
fn every_crate_has_a_row() {
    let packages = packages();
    let ours: BTreeSet<&str> = packages.iter().map(name).collect();
    let rows: BTreeSet<&str> = MAY_USE.iter().map(|(name, _)| *name).collect();
    assert_eq!(ours, rows, "MAY_USE lists exactly the crates of the workspace");
}

#[test]
fn crates_point_one_way() {
    for package in packages() {
        let name = name(&package);
        let Some((_, allowed)) = MAY_USE.iter().find(|(it, _)| *it == name) else { continue };
        for dependency in dependencies(&package) {
            let is_ours = MAY_USE.iter().any(|(it, _)| *it == dependency);
            assert!(
                !is_ours || allowed.contains(&dependency),
                "`{name}` may not use `{dependency}`; see MAY_USE"
            );
        }
    }
}

#[test]
fn the_arrows_have_no_way_back() {
    fn reaches(from: &str, to: &str) -> bool {
        let (_, next) = MAY_USE.iter().find(|(name, _)| *name == from).unwrap();
        next.iter().any(|it| *it == to || reaches(it, to))
    }
    for (name, _) in MAY_USE {
        assert!(!reaches(name, name), "`{name}` uses itself by a detour");
    }
}

#[test]
fn some_crates_of_others_have_one_door() {
    for package in packages() {
        let name = name(&package);
        for dependency in dependencies(&package) {
            for (kept, users, why) in KEPT_FOR {
                assert!(
                    !belongs(dependency, kept) || users.contains(&name),
                    "`{name}` may not use `{dependency}`: {why}"
                );
            }
        }
    }
}

#[test]
fn a_family_of_crates_is_told_from_a_longer_word() {
    assert!(belongs("keyring-core", "keyring"));
    assert!(belongs("age", "age"));
    assert!(!belongs("agenda", "age"));
}
