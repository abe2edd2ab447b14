//! Where the candidate's data is kept: one document and its blobs, encrypted,
//! with backups, in saves that either happened or did not.
//!
//! A [`Home`] is a folder, a [`Vault`] is what was opened there. It keeps one
//! document, which it never looks into, and blobs beside it. All are files of
//! the `age` format for two keys: the device's, which lies in the system's
//! [`Keyring`] (or in a file under a passphrase), and the [`RecoveryKey`], which
//! the candidate wrote down. The stock program opens them too:
//!
//! ```text
//! age -d -i recovery.txt vault.age
//! ```
//!
//! ```text
//! vault.age        the document, exactly the bytes that were given
//! blobs/*.age      CVs, photos, copies of what was sent, under random names
//! backups/*.age    earlier documents, each verified when it was made
//! keys.json        how the vault is protected, and for whom it is encrypted
//! device.age       the device's key under a passphrase, where that was chosen
//! vault.lock       held by whoever may write
//! incoming/        a whole vault being made: it takes the old one's place, or goes
//! outgoing/        the vault whose place was taken; goes as soon as that is done
//! replaced-*/      what was there before an import, or before starting anew
//! ```
//!
//! Without encryption, which only the candidate may choose, the same files lie
//! there in plain as `vault.json`, `blobs/*.bin` and `backups/*.json`, each with
//! a `.sum` beside it that tells whether it is as it was written.
//!
//! **Invariants.**
//! - A missing key never leads to a new one: where anything is kept,
//!   [`Vault::create`] refuses, whatever the keyring says.
//! - Nothing is encrypted for a key that was not read back from where it is kept.
//! - What is not exactly as it was written is [`Error::Damaged`], never a document.
//! - A change that somebody else has made is never written over: [`Error::Stale`].
//! - What is saved here can be read by its owner alone.

mod backups;
mod blobs;
mod crypt;
mod error;
mod export;
mod faults;
mod files;
mod home;
mod keyring;
mod keys;
mod rebuild;
mod stage;
pub mod store;
mod vault;

pub use age::secrecy::{ExposeSecret, SecretString};

pub use crate::{
    backups::Backup,
    blobs::BlobId,
    error::Error,
    export::Export,
    home::{Home, Protection, Standing},
    keyring::{Keyring, KeyringTrouble, MemoryKeyring, OsKeyring},
    keys::RecoveryKey,
    vault::{Protect, Unlock, Vault},
};
