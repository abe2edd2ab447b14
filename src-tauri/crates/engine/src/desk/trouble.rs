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
