//! Why a bundle could not be made.

use std::{io, path::PathBuf};

/// What stood in the way. Nothing half-written shows.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// An address that no mail program would take, or that is not what it looks like.
    #[error("`{}` is not an e-mail address: {reason}", address.escape_debug())]
    Address {
        /// The address as it was given.
        address: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A header or the note holds a character that nobody can see.
    #[error("{place} holds the invisible character U+{:04X}", u32::from(*character))]
    Invisible {
        /// `the subject`, `the note` …
        place: &'static str,
        /// The character.
        character: char,
    },
    /// The folder or the zip could not be written.
    #[error("could not write `{}`: {source}", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The zip could not be put together.
    #[error("could not make the zip")]
    Zip(#[from] zip::result::ZipError),
    /// The manifest could not be put into JSON.
    #[error("could not write the manifest")]
    Manifest(#[from] serde_json::Error),
}
