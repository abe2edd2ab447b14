//! What is the matter with the vault, in the words of a screen.

use vault::KeyringTrouble;

use super::{Protection, Trouble};
use crate::Error;

impl Trouble {
    /// What an error of the vault says about its state. `None` where it is about
    /// something else.
    pub(crate) fn of(error: &vault::Error) -> Option<Self> {
        use vault::Error as E;
        Some(match error {
            E::Keyring(trouble) => match trouble {
                KeyringTrouble::NoBus => Self::NoBus,
                KeyringTrouble::NoService => Self::NoService,
                KeyringTrouble::Locked => Self::Locked,
                KeyringTrouble::Waiting => Self::Waiting,
                KeyringTrouble::NeverInitialised => Self::NeverInitialised,
                KeyringTrouble::Emptied => Self::Emptied,
                KeyringTrouble::Denied => Self::Denied,
                KeyringTrouble::Frozen => Self::Frozen,
            },
            E::PassphraseNeeded => Self::Passphrase,
            E::WrongKey | E::NotARecoveryKey => Self::WrongKey,
            E::Damaged { .. } | E::NothingKept { .. } => Self::Damaged,
            E::Newer => Self::Newer,
            // Whoever wrote meanwhile has it open.
            E::InUse | E::ReadOnly | E::Stale => Self::InUse,
            error if error.is_disk() => Self::Disk,
            _ => return None,
        })
    }
}

impl Trouble {
    /// What is the matter, in one line without anybody's data.
    pub(crate) fn what(self) -> &'static str {
        match self {
            Self::NoBus => "the keyring cannot be reached: this session has no message bus",
            Self::NoService => "no keyring is running",
            Self::Locked => "the keyring is locked",
            Self::Waiting => "the keyring is locked and waits for its password",
            Self::NeverInitialised => "the keyring was never set up",
            Self::Emptied => "the keyring does not have the key of the vault any more",
            Self::Denied => "the keyring refuses to give the key of the vault",
            Self::Frozen => "the keyring does not answer",
            Self::Passphrase => "the vault is protected by a passphrase",
            Self::WrongKey => "what was given does not open the vault",
            Self::Damaged => "the vault is damaged",
            Self::Newer => "the vault was written by a newer version of Candidacy",
            Self::InUse => "the vault is open in the app or in another program",
            Self::Disk => "the disk does not let the vault be read or written",
        }
    }

    /// What can be done about it on the command line.
    pub(crate) fn hint(self) -> &'static str {
        match self {
            Self::NoBus => {
                "run it in your desktop session, or give the recovery key with `--recovery-key-file FILE`"
            }
            Self::NoService => {
                "start your keyring, or give the recovery key with `--recovery-key-file FILE`"
            }
            Self::Locked => {
                "unlock it and try again, or give the recovery key with `--recovery-key-file FILE`"
            }
            Self::Waiting => "answer the window that asks for it, and try again",
            Self::NeverInitialised => {
                "set one up with the password program of your system, or open the app, which offers a passphrase"
            }
            Self::Emptied => {
                "nothing is lost: give the recovery key with `--recovery-key-file FILE`"
            }
            Self::Denied => {
                "allow it when the system asks, or give the recovery key with `--recovery-key-file FILE`"
            }
            Self::Frozen => {
                "log out and in again, or give the recovery key with `--recovery-key-file FILE`"
            }
            Self::Passphrase => {
                "give it with `--passphrase-file FILE`, or run this in a terminal to be asked"
            }
            Self::WrongKey => "check the passphrase or the recovery key; the vault is as it was",
            Self::Damaged => "open the app, which offers the backups",
            Self::Newer => "bring this program up to date; the vault is as it was",
            Self::InUse => "close it there and try again; the vault is as it was",
            Self::Disk => "check the folder and the space on the disk; the vault is as it was",
        }
    }
}

/// An error of the vault, as the desk tells it.
pub(super) fn told(error: vault::Error) -> Error {
    match error {
        vault::Error::NotFound { name } => {
            Error::Gone { what: "backup or file in the vault", name: Some(name) }
        }
        vault::Error::NotAnExport => Error::Invalid {
            subject: None,
            reason: "this is not an export of the app, or not all of it".to_owned(),
        },
        error => Trouble::of(&error).map_or(Error::Save(error), Error::Vault),
    }
}

impl From<vault::Protection> for Protection {
    fn from(protection: vault::Protection) -> Self {
        match protection {
            vault::Protection::Keyring => Self::Keyring,
            vault::Protection::Passphrase => Self::Passphrase,
            vault::Protection::Open => Self::Open,
        }
    }
}
