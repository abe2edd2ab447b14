//! The vault, as far as the screens may know.

use engine::desk;

use super::{minute, same};
use crate::wire::vault::{Backup, Protect, Protection, Trouble, Unlock, VaultView};

same!(desk::Protection => Protection { Keyring, Passphrase, Open });
same!(desk::Trouble => Trouble {
    NoBus,
    NoService,
    Locked,
    Waiting,
    NeverInitialised,
    Emptied,
    Denied,
    Frozen,
    Passphrase,
    WrongKey,
    Damaged,
    Newer,
    InUse,
    Disk,
});

impl From<desk::VaultView> for VaultView {
    fn from(it: desk::VaultView) -> Self {
        Self {
            protection: it.protection.map(Into::into),
            trouble: it.trouble.map(Into::into),
            recovery_due: it.recovery_due,
            backup_failed: it.backup_failed,
            last_backup: it.last_backup.map(minute),
        }
    }
}

impl From<desk::Backup> for Backup {
    fn from(it: desk::Backup) -> Self {
        let bytes = u32::try_from(it.bytes).unwrap_or(u32::MAX);
        Self { id: it.id, made: minute(it.made), bytes }
    }
}

impl From<Unlock> for desk::Unlock {
    fn from(it: Unlock) -> Self {
        match it {
            Unlock::Keyring => Self::Keyring,
            Unlock::Passphrase { passphrase } => Self::Passphrase(passphrase),
            Unlock::Recovery { key } => Self::Recovery(key),
        }
    }
}

impl From<Protect> for desk::Protect {
    fn from(it: Protect) -> Self {
        match it {
            Protect::Keyring => Self::Keyring,
            Protect::Passphrase { passphrase } => Self::Passphrase(passphrase),
            Protect::Open => Self::Open,
        }
    }
}
