//! Why a posting cannot be used.

use std::{io, path::PathBuf};

/// What stands in the way. The message names the file and says what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No such posting in the library.
    #[error("there is no posting `{id}` in the library; it has {known}")]
    Unknown {
        /// What was asked for.
        id: String,
        /// What there is.
        known: String,
    },
    /// A file of a posting cannot be read from the disk.
    #[error("could not read `{}`: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// `posting.toml` breaks the rules of TOML or of postings.
    #[error("`{file}` line {line}: {reason}")]
    Toml {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong there.
        reason: String,
    },
    /// Made by a later version of the app.
    #[error(
        "`{file}` is of schema version {version}, and this program knows up to {known}; update the program"
    )]
    Newer {
        /// The file.
        file: String,
        /// The version it says.
        version: u32,
        /// The version we know.
        known: u32,
    },
    /// A value that TOML takes and a posting does not.
    #[error("`{file}`: `{field}` {reason}")]
    Value {
        /// The file.
        file: String,
        /// The field, with dots.
        field: String,
        /// What is wrong with it.
        reason: String,
    },
    /// There is a posting in the folder already.
    #[error("`{}` is there already", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// A posting could not be saved.
    #[error("could not save `{}`: {source}", path.display())]
    Save {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A posting could not be written.
    #[error("the posting could not be written as TOML")]
    Write(#[from] toml::ser::Error),
}
