//! Why something could not be kept, or not be had back.
//!
//! Messages name files of ours and never what is in them.

use std::{io, path::PathBuf};

use crate::KeyringTrouble;

/// What stood in the way. Whatever it was, what was kept before is as it was.
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
    /// The file is there and the system does not let us read it.
    #[error("could not read `{}`: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A vault cannot be made where one is kept, or where the remains of one lie.
    #[error("something is kept in `{}` already", folder.display())]
    AlreadyKept {
        /// The vault's folder.
        folder: PathBuf,
    },
    /// There is no vault to open.
    #[error("nothing is kept in `{}`", folder.display())]
    NothingKept {
        /// The vault's folder.
        folder: PathBuf,
    },
    /// Another window or program holds it open for writing.
    #[error("the vault is open in another window or program")]
    InUse,
    /// It was opened to be read.
    #[error("the vault is open for reading only")]
    ReadOnly,
    /// Somebody else wrote since this vault last read: read again, then write.
    #[error("the vault was changed by somebody else")]
    Stale,
    /// It was written by a version of the app that knows more than this one.
    #[error("the vault was written by a newer version")]
    Newer,
    /// The keyring does not give the key, or not the right one.
    #[error("the key is not to be had: {0}")]
    Keyring(#[from] KeyringTrouble),
    /// This vault opens with a passphrase, and none was given.
    #[error("the vault needs its passphrase")]
    PassphraseNeeded,
    /// The passphrase or the recovery key is not the right one.
    #[error("this key does not open it")]
    WrongKey,
    /// What was typed is no recovery key: a letter is wrong or missing.
    #[error("this is not a recovery key")]
    NotARecoveryKey,
    /// The file is missing, or not as it was written. There may be backups.
    #[error("`{}` is damaged", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// There is no backup, or no blob, of that name.
    #[error("there is no `{name}` in the vault")]
    NotFound {
        /// Its name.
        name: String,
    },
    /// These bytes are not an export, or not all of one.
    #[error("this is not an export, or not all of it")]
    NotAnExport,
}

impl Error {
    /// Whether the disk is at fault, and not what is on it.
    pub fn is_disk(&self) -> bool {
        matches!(
            self,
            Self::Save { .. } | Self::Read { .. } | Self::NoFolder { .. } | Self::NotAFile { .. }
        )
    }
}
