//! Names the commands, so that a window may ask only for those its capability lists, and
//! insists on the page: the app has it inside.

#[path = "src/commands/names.rs"]
mod names;

use std::path::Path;

use names::COMMANDS;

fn main() {
    let (page, beside) = ("../ui/dist", "../ui/dist-beside");
    println!("cargo::rerun-if-changed={page}");
    println!("cargo::rerun-if-changed={beside}");
    if !Path::new(page).join("index.html").is_file() || !Path::new(beside).is_dir() {
        println!("cargo::error=the page is not built: run `npm ci && npm run build` in `ui` first");
        return;
    }
    fold_identical_code();
    let commands = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}

/// Has functions of the same machine code stand once in the program that people get. Only where
/// Rust brings its own linker, LLD, along: others do not know the flag.
fn fold_identical_code() {
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|it| it == value);
    if is("PROFILE", "release") && is("TARGET", "x86_64-unknown-linux-gnu") {
        println!("cargo::rustc-link-arg-bins=-Wl,--icf=all");
    }
}
