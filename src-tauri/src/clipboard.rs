//! The system's clipboard. What is copied may be an ID number: programs that keep a history of
//! the clipboard are asked not to keep it.

use crate::wire::error::{Code, CommandError};

/// The clipboard, opened at the first copy. It must live on: on Linux the program that copied
/// is asked for the words when they are pasted.
#[derive(Default)]
pub(crate) struct Clipboard(Option<arboard::Clipboard>);

impl Clipboard {
    /// Puts words on it.
    pub(crate) fn copy(&mut self, words: &str) -> Result<(), CommandError> {
        let failed = |error: arboard::Error| {
            tracing::warn!(%error, "not copied");
            CommandError::plain(Code::Internal)
        };
        let clipboard = match &mut self.0 {
            Some(open) => open,
            closed => closed.insert(arboard::Clipboard::new().map_err(failed)?),
        };
        privately(clipboard.set()).text(words).map_err(failed)
    }
}

#[cfg(target_os = "linux")]
fn privately(set: arboard::Set<'_>) -> arboard::Set<'_> {
    arboard::SetExtLinux::exclude_from_history(set)
}

#[cfg(target_os = "macos")]
fn privately(set: arboard::Set<'_>) -> arboard::Set<'_> {
    arboard::SetExtApple::exclude_from_history(set)
}

#[cfg(windows)]
fn privately(set: arboard::Set<'_>) -> arboard::Set<'_> {
    use arboard::SetExtWindows as _;
    set.exclude_from_cloud().exclude_from_history()
}
