//! The window: its page, the app around it, and opening it.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use serde_json::json;

use crate::{
    process::{Program, found},
    sample::{Build, built},
    say, setup,
};

/// The program of the app.
pub(crate) const APP: &str = "candidacy-app";

/// Builds what the window shows.
pub(crate) fn page(root: &Path) -> Result<(), String> {
    let ui = root.join("ui");
    setup::packages(&ui)?;
    Program::new("npm").args(["run", "--silent", "build"]).within(&ui).run()
}

/// Builds the app with its page inside; gives the place of the program.
///
/// The command line is built beside it: it reads and draws files for the app.
pub(crate) fn app(root: &Path, how: Build) -> Result<PathBuf, String> {
    page(root)?;
    built(root, "candidacy", how)?;
    built(root, APP, how)
}

/// Builds as people get it: without the commands of Tauri's own that no capability grants, as
/// Tauri's command line does for `bundle`, and without a word of where the parts lay on the
/// computer that built it.
pub(crate) fn for_people(build: Program, root: &Path) -> Result<Program, String> {
    let build = build.env("REMOVE_UNUSED_COMMANDS", root.join("src-tauri"));
    // What is not here yet lies in no folder that could be named.
    Program::cargo().within(root).args(["fetch", "--locked"]).run()?;
    let sources = cargo_home().map(|it| it.join("registry/src"));
    let registries = sources.and_then(|it| fs::read_dir(it).ok()).into_iter().flatten().flatten();
    let prefix = |it: fs::DirEntry| format!("--remap-path-prefix={}/=", it.path().display());
    let flags: Vec<String> = registries.map(prefix).collect();
    Ok(build.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f")))
}

/// Where cargo keeps what it fetched.
fn cargo_home() -> Option<PathBuf> {
    let said = env::var_os("CARGO_HOME").map(PathBuf::from);
    said.or_else(|| Some(env::home_dir()?.join(".cargo")))
}

/// Opens the app and waits until it is closed.
pub(crate) fn open(root: &Path, how: Build) -> Result<(), String> {
    say::headline("Building the app");
    let app = app(root, how)?;
    say::headline("Opening it; this goes on when its window is closed");
    Program::new(app).within(root).run()
}

/// Whether a window can be shown here.
pub(crate) fn has_display() -> bool {
    let named = |name| env::var_os(name).is_some_and(|it| !it.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

/// The system that this is, as Rust calls it.
fn host() -> Result<String, String> {
    let said = Program::new("rustc").arg("-vV").listen()?;
    let host = said.lines().find_map(|it| it.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc does not say what system this is".to_owned())
}

/// `cargo xtask bundle`: makes what people install.
pub(crate) fn bundle(root: &Path) -> Result<(), String> {
    setup::prepare(setup::BUILD);
    page(root)?;
    say::headline("Building as people get it; this takes about ten minutes the first time");
    // It goes into the package beside the app, for people and for the app itself. Tauri wants the
    // system in its name, and takes that off again. It is not in `tauri.conf.json`, since then
    // every build of the app would ask for it.
    let program = built(root, "candidacy", Build::Release)?;
    let named = format!("candidacy-{}{}", host()?, env::consts::EXE_SUFFIX);
    let named = program.with_file_name(named);
    fs::copy(&program, &named).map_err(|error| format!("{}: {error}", named.display()))?;
    let beside = json!({ "bundle": { "externalBin": ["../target/release/candidacy"] } });
    let tauri = root.join("ui/node_modules/.bin/tauri");
    let tauri = found(&tauri).ok_or("`npm ci` in `ui` did not bring Tauri's command line")?;
    let kind = if cfg!(windows) {
        "msi"
    } else if cfg!(target_os = "macos") {
        "dmg"
    } else {
        "deb"
    };
    let made = Program::new(tauri).args(["build", "--ci", "--bundles", kind, "--config"]);
    let made = made.arg(beside.to_string()).within(&root.join("src-tauri"));
    for_people(made, root)?.run()?;
    say::line(&format!("It lies in {}", root.join("target/release/bundle").join(kind).display()));
    Ok(())
}
