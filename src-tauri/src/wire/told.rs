//! What comes to the screens by itself.

use serde::Serialize;
use ts_rs::TS;

use super::home::{Handed, Home, MenuAction};

/// What the shell tells a page that listens.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "told")]
pub(crate) enum Told {
    /// Something that the frame shows has changed.
    Home {
        /// As it is now.
        home: Home,
    },
    /// Files were dropped on the window or opened with the app.
    Handed {
        /// The files.
        files: Vec<Handed>,
    },
    /// Files hover over the window, or no more.
    Hover {
        /// Whether they do.
        hovers: bool,
    },
    /// The native menu asks for something.
    Menu {
        /// For what.
        action: MenuAction,
    },
    /// The window is about to close: what was typed should be handed over now, and `close` called.
    Closing,
}
