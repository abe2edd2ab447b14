//! Why a file could not be saved.

use std::{io, path::PathBuf};

/// What stood in the way of saving. The file that was there before is as it was.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Something is there already, and it was not ours to replace.
    #[error("`{}` is there already", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The folder to save into does not exist.
    #[error("the folder `{}` does not exist", folder.display())]
    NoFolder {
        /// The folder.
        folder: PathBuf,
    },
    /// The name belongs to a link, a folder or a device.
    #[error("`{}` is {what}, not a plain file", path.display())]
    NotAFile {
        /// The name.
        path: PathBuf,
        /// `a link`, `a folder` …
        what: &'static str,
    },
    /// The disk is full, the folder may not be written to, …
    #[error("could not save `{}`: {source}", path.display())]
    Save {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}
