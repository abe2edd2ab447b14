//! The window is as locked as it can be, and stays so.

use std::{fs, path::Path};

use serde_json::{Value, json};

fn config() -> Value {
    serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap()
}

#[test]
fn the_window_keeps_nothing_and_offers_no_tools() {
    let config = config();
    assert_eq!(config["app"]["withGlobalTauri"], false);
    let windows = config["app"]["windows"].as_array().unwrap();
    assert_eq!(windows.len(), 1);
    let window = &windows[0];
    assert_eq!(window["label"], crate::window::MAIN);
    // It is made by `window::open`, which forbids what cannot be forbidden here.
    assert_eq!(window["create"], false);
    assert_eq!(window["devtools"], false);
    assert_eq!(window["incognito"], true);
    assert_eq!(window["generalAutofillEnabled"], false);
    assert_eq!(window["browserExtensionsEnabled"], false);
    assert_eq!(window["allowLinkPreview"], false);
    assert_eq!(window["dragDropEnabled"], true, "drops come to us and not to the page");
    // Screen readers lose a window without its native frame.
    assert_eq!(window["decorations"], true);
    assert!(window.get("userAgent").is_none() && window.get("url").is_none());
}

#[test]
fn the_page_runs_its_own_scripts_and_reaches_nothing() {
    let config = config();
    let security = &config["app"]["security"];
    let policy = json!({
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        // Pictures in documents are shown from data addresses.
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self' ipc: http://ipc.localhost",
        // PDFs are read in a worker; its script is one of ours.
        "worker-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    });
    assert_eq!(security["csp"], policy);
    assert_eq!(security["devCsp"], policy);
    assert_eq!(security["freezePrototype"], true);
    // No isolation pattern: its frame would see the same arguments that every command checks
    // anyway, it needs a `frame-src`, on Linux Tauri cannot tell a frame from its window, and the
    // first paint waits for it.
    assert!(security.get("pattern").is_none());
    assert_eq!(security["assetProtocol"]["enable"], false);
    assert_eq!(security["capabilities"], json!(["main"]));
    assert!(security.get("dangerousDisableAssetCspModification").is_none());
    assert_eq!(config["build"]["removeUnusedCommands"], true);
    assert!(config["build"].get("devUrl").is_none(), "the page is always the one inside");
}

/// The command line comes with it: `cargo xtask bundle` says so to Tauri.
#[test]
fn people_get_the_app_and_nothing_by_surprise() {
    let config = config();
    let bundle = &config["bundle"];
    assert_eq!(bundle["targets"], json!(["deb", "msi", "dmg"]));
    for associated in bundle["fileAssociations"].as_array().unwrap() {
        assert_eq!(associated["rank"], "Alternate", "Word and Excel stay the first choice");
    }
    assert!(bundle.get("createUpdaterArtifacts").is_none());
    assert!(config.get("plugins").is_none());
}

/// What reads and draws files of others is no part of the window's program. An engine that does
/// that itself would bring it in.
#[test]
fn files_of_others_are_for_another_program() {
    fn look(folder: &Path) {
        for entry in fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()) {
            if entry.is_dir() && !entry.ends_with("tests") {
                look(&entry);
            } else if entry.is_file() {
                let text = fs::read_to_string(&entry).unwrap();
                assert!(!text.contains("Engine::new()"), "{}", entry.display());
            }
        }
    }
    look(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
}
