//! The three lists of what a window may ask are one list, and nothing of Tauri's own is on it.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;

use super::crossing::{Page, page};
use crate::commands::COMMANDS;

fn names() -> BTreeSet<String> {
    let names: BTreeSet<_> = COMMANDS.iter().map(ToString::to_string).collect();
    assert_eq!(names.len(), COMMANDS.len(), "a name stands there twice");
    names
}

#[test]
fn every_name_has_a_handler_and_every_handler_a_name() {
    let source = include_str!("../commands/mod.rs");
    let (_, list) = source.split_once("generate_handler![").unwrap();
    let (list, _) = list.split_once(']').unwrap();
    let handled = list.split(',').map(str::trim).filter(|it| !it.is_empty());
    let handled = handled.map(|it| it.rsplit_once("::").unwrap().1.to_owned());
    assert_eq!(handled.collect::<BTreeSet<_>>(), names());
}

#[test]
fn the_window_may_ask_for_every_name_and_nothing_else() {
    let capability: Value =
        serde_json::from_str(include_str!("../../capabilities/main.json")).unwrap();
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert!(capability.get("remote").is_none(), "no other page may ask for anything");
    let allowed: BTreeSet<_> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap().to_owned())
        .collect();
    let expected = names().iter().map(|it| format!("allow-{}", it.replace('_', "-"))).collect();
    assert_eq!(allowed, expected);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("capabilities");
    assert_eq!(fs::read_dir(folder).unwrap().count(), 1, "there is one window");
}

#[test]
fn what_is_not_on_the_list_is_refused() {
    let Page { window, .. } = &page();
    for foreign in [
        "plugin:event|listen",
        "plugin:event|emit",
        "plugin:dialog|open",
        "plugin:window|close",
        "plugin:window-state|filename",
        "plugin:app|version",
        "no_such_command",
    ] {
        let refused = super::crossing::call(window, foreign, &serde_json::json!({})).unwrap_err();
        let words = refused.as_str().unwrap_or_default();
        assert!(words.contains("not allowed"), "{foreign}: {refused}");
    }
}

#[test]
fn no_type_that_crosses_holds_a_path() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/wire");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let source = fs::read_to_string(entry.path()).unwrap();
        for word in ["PathBuf", "Path>", "&Path", "OsString", "OsStr", "std::path"] {
            assert!(!source.contains(word), "{}: {word}", entry.path().display());
        }
        seen += 1;
    }
    assert!(seen > 5, "the types lie elsewhere now");
}
