//! The system's clipboard. What is copied may be an ID number: programs that keep a history of
//! the clipboard are asked not to keep it.

use tauri::{AppHandle, Runtime};

use crate::wire::error::{Code, CommandError};

/// Puts words on it.
pub(crate) fn copy<R: Runtime>(app: &AppHandle<R>, words: String) -> Result<(), CommandError> {
    system::copy(app, words).map_err(|error| {
        tracing::warn!(error, "not copied");
        CommandError::plain(Code::Internal)
    })
}

#[cfg(target_os = "linux")]
mod system {
    use std::sync::mpsc;

    use gtk::{Clipboard, TargetEntry, TargetFlags, gdk::SELECTION_CLIPBOARD};
    use tauri::{AppHandle, Runtime};

    /// The names under which programs ask for text.
    const TEXT: [&str; 4] = ["UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "STRING"];
    /// Its answer `secret` keeps words out of histories: a convention of password managers.
    const HINT: &str = "x-kde-passwordManagerHint";

    /// GTK hands the words out whenever somebody pastes, as long as the app runs.
    pub(super) fn copy<R: Runtime>(app: &AppHandle<R>, words: String) -> Result<(), String> {
        let (tell, told) = mpsc::channel();
        let offered = move || {
            // Whoever waited gave up: nobody is left to be told.
            let _ = tell.send(offer(words));
        };
        app.run_on_main_thread(offered).map_err(|error| error.to_string())?;
        match told.recv() {
            Ok(true) => Ok(()),
            Ok(false) => Err("the system did not take it".to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }

    fn offer(words: String) -> bool {
        let text = TEXT.iter().zip(0..);
        let mut targets: Vec<TargetEntry> = text
            .map(|(name, number)| TargetEntry::new(name, TargetFlags::empty(), number))
            .collect();
        let hint = u32::try_from(targets.len()).unwrap_or(u32::MAX);
        targets.push(TargetEntry::new(HINT, TargetFlags::empty(), hint));
        Clipboard::get(&SELECTION_CLIPBOARD).set_with_data(&targets, move |_, asked, number| {
            if number == hint {
                asked.set(&asked.target(), 8, b"secret");
            } else {
                asked.set_text(&words);
            }
        })
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use tauri::{AppHandle, Runtime};

    pub(super) fn copy<R: Runtime>(_: &AppHandle<R>, words: String) -> Result<(), String> {
        let mut clipboard = arboard::Clipboard::new().map_err(|error| error.to_string())?;
        privately(clipboard.set()).text(words).map_err(|error| error.to_string())
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
}
