//! The vault, as far as the screens may know.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The vault, as far as the screens may know.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VaultView {
    /// How what is kept is protected. `None`: nothing is kept yet.
    pub protection: Option<Protection>,
    /// Why it is not open, or not for writing.
    pub trouble: Option<Trouble>,
    /// A new recovery key waits to be written down: `recoveryKey` gives it.
    pub recovery_due: bool,
    /// The backup that was due with the last change could not be made.
    pub backup_failed: bool,
    /// When the last verified backup was made, as `2026-03-01T14:05`.
    pub last_backup: Option<String>,
}

/// How what is kept is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Protection {
    /// A key in the system's keyring.
    Keyring,
    /// A passphrase.
    Passphrase,
    /// Nothing: the candidate chose to go without.
    Open,
}

/// Why the vault is not open, or cannot be made. Each has its own message and way on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Trouble {
    /// This system runs no message bus, so no keyring can be reached.
    NoBus,
    /// There is a bus, and no keyring on it.
    NoService,
    /// The keyring is locked and cannot ask for its password.
    Locked,
    /// The keyring is locked and asks for its password in a window of its own.
    Waiting,
    /// The keyring was never set up.
    NeverInitialised,
    /// The keyring works and our key is not in it (any more).
    Emptied,
    /// The keyring refuses us.
    Denied,
    /// The keyring does not answer.
    Frozen,
    /// A passphrase is needed.
    Passphrase,
    /// What was typed does not open it.
    WrongKey,
    /// The file is damaged; backups can be restored.
    Damaged,
    /// It was written by a newer version: it can be read and not changed.
    Newer,
    /// Another window or program has it open: it can be read and not changed.
    InUse,
    /// The disk did not let us.
    Disk,
}

/// How to open the vault.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "way")]
pub(crate) enum Unlock {
    /// Ask the keyring again.
    Keyring,
    /// With the passphrase.
    Passphrase {
        /// As typed.
        passphrase: String,
    },
    /// With the recovery key. The keyring gets a key again where that works.
    Recovery {
        /// As typed.
        key: String,
    },
}

/// How to protect what is kept.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "way")]
pub(crate) enum Protect {
    /// With a key in the system's keyring.
    Keyring,
    /// With a passphrase.
    Passphrase {
        /// As typed.
        passphrase: String,
    },
    /// With nothing. Only ever the candidate's explicit choice.
    Open,
}

/// A backup that was verified.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Backup {
    /// Names it in `restoreBackup`.
    pub id: String,
    /// When it was made, as `2026-03-01T14:05`.
    pub made: String,
    /// Its size in bytes.
    pub bytes: u32,
}
