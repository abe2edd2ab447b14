//! Other programs of this computer: the mail program, the file manager. And what computer it is.

use std::path::Path;

use crate::wire::error::{Code, CommandError};

/// Opens an unsent message in the candidate's mail program.
///
/// Thunderbird and Outlook open it as a draft. Apple Mail shows it and cannot edit it: there the
/// screens offer the copy board.
#[cfg(target_os = "linux")]
pub(crate) fn open_message(message: &Path) -> Result<(), CommandError> {
    launch("message/rfc822", message)
}

/// Opens an unsent message in the candidate's mail program.
#[cfg(not(target_os = "linux"))]
pub(crate) fn open_message(message: &Path) -> Result<(), CommandError> {
    tauri_plugin_opener::open_path(message, None::<&str>).map_err(|_| no_program())
}

/// Shows a folder in the file manager.
pub(crate) fn show(folder: &Path) -> Result<(), CommandError> {
    if !folder.exists() {
        return Err(CommandError::plain(Code::NotFound));
    }
    if tauri_plugin_opener::reveal_item_in_dir(folder).is_ok() {
        return Ok(());
    }
    #[cfg(target_os = "linux")]
    return launch("inode/directory", folder);
    #[cfg(not(target_os = "linux"))]
    return Err(no_program());
}

/// Opens a file with the program that this desktop has for its type. Asked for by type, since
/// the usual openers start something and never say that there is nothing.
#[cfg(target_os = "linux")]
fn launch(mime: &str, path: &Path) -> Result<(), CommandError> {
    use webkit2gtk::gio::{AppInfo, AppLaunchContext, File, prelude::AppInfoExt as _};
    if !path.exists() {
        return Err(CommandError::plain(Code::NotFound));
    }
    let program = AppInfo::default_for_type(mime, false).ok_or_else(no_program)?;
    let started = program.launch(&[File::for_path(path)], None::<&AppLaunchContext>);
    started.map_err(|_| no_program())
}

fn no_program() -> CommandError {
    CommandError::plain(Code::NoProgram)
}

/// What to send us about a failure: versions, and the last failures by time, code and place.
pub(crate) fn details(failures: &[String]) -> String {
    let build = if cfg!(debug_assertions) { "debug" } else { "release" };
    let page = tauri::webview_version().unwrap_or_else(|_| "unknown".into());
    let mut lines = vec![
        format!("Candidacy {} ({build})", env!("CARGO_PKG_VERSION")),
        format!("System: {} ({}, {})", name(), std::env::consts::OS, std::env::consts::ARCH),
        format!("Web view: {page}, Tauri {}", tauri::VERSION),
    ];
    if failures.is_empty() {
        lines.push("Nothing failed since the start".into());
    } else {
        lines.push("Failed since the start:".into());
        lines.extend(failures.iter().cloned());
    }
    lines.join("\n")
}

/// What the system calls itself.
fn name() -> String {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release.lines().find_map(|it| it.strip_prefix("PRETTY_NAME="));
    name.map_or_else(|| std::env::consts::FAMILY.into(), |it| it.trim_matches('"').into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_say_what_it_runs_on_and_what_failed() {
        let details = details(&["14:05:59 Damaged src/commands/form.rs:10:5".into()]);
        assert!(details.starts_with("Candidacy "), "{details}");
        assert!(details.contains(std::env::consts::ARCH), "{details}");
        assert!(details.ends_with("14:05:59 Damaged src/commands/form.rs:10:5"), "{details}");
        if let Some(home) = std::env::home_dir().filter(|it| it.components().count() > 2) {
            assert!(!details.contains(&*home.to_string_lossy()), "{details}");
        }
    }

    #[test]
    fn what_is_gone_cannot_be_shown() {
        assert_eq!(show(Path::new("/nowhere/at/all")).unwrap_err().code, Code::NotFound);
    }
}
