//! One log file, small, without personal data: what was done and what was not, by code and place.

use std::{
    fs::{self, File},
    panic::{self, PanicHookInfo},
    path::Path,
    sync::Mutex,
};

use tracing::{Level, Metadata};
use tracing_subscriber::{
    Layer as _, filter::filter_fn, fmt, layer::SubscriberExt as _, util::SubscriberInitExt as _,
};

/// At the start, a log that has grown larger steps aside for a new one; the one before goes.
const LIMIT: u64 = 256 << 10;
/// Whose events are written. Other people's crates may say more than they should.
const OURS: &[&str] =
    &["app", "bundle", "documents", "engine", "forms", "ooxml", "postings", "profile", "vault"];

/// Begins to log into `folder`. An app that cannot log goes on without.
pub(crate) fn begin(folder: &Path) {
    let Ok(file) = open(folder) else { return };
    let lines = fmt::layer().with_ansi(false).with_writer(Mutex::new(file));
    let begun =
        tracing_subscriber::registry().with(lines.with_filter(filter_fn(is_ours))).try_init();
    if begun.is_ok() {
        tracing::info!(version = env!("CARGO_PKG_VERSION"), "started");
    }
}

fn open(folder: &Path) -> std::io::Result<File> {
    fs::create_dir_all(folder)?;
    let (log, before) = (folder.join("candidacy.log"), folder.join("candidacy.old.log"));
    if log.metadata().is_ok_and(|it| it.len() > LIMIT) {
        fs::rename(&log, before)?;
    }
    let mut options = File::options();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(log)
}

fn is_ours(event: &Metadata<'_>) -> bool {
    let crate_name = event.target().split("::").next().unwrap_or_default();
    *event.level() <= Level::INFO && OURS.contains(&crate_name)
}

/// A panic is logged by its place. What it says may hold what the candidate wrote.
pub(crate) fn on_panic() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        tracing::error!(place = place(info), "panicked");
        if cfg!(debug_assertions) {
            usual(info);
        }
    }));
}

fn place(info: &PanicHookInfo<'_>) -> String {
    info.location().map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_that_has_grown_steps_aside() {
        let folder = tempfile::tempdir().unwrap();
        let size = || open(folder.path()).unwrap().metadata().unwrap().len();
        open(folder.path()).unwrap().set_len(LIMIT).unwrap();
        assert_eq!(size(), LIMIT);
        open(folder.path()).unwrap().set_len(LIMIT + 1).unwrap();
        assert_eq!(size(), 0);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
