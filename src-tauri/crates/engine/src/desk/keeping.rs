//! Where things are kept: nowhere yet, in memory for the sample candidate, or in the vault.

use std::{collections::BTreeMap, path::Path};

use jiff::{Timestamp, tz::TimeZone};
use serde_json::Value as Json;
use vault::{BlobId, Keyring, OsKeyring, RecoveryKey, SecretString, Standing, Vault};

use super::{
    Backup, Desk, Protect, Trouble, Unlock, VaultView, open::Open, state::State, trouble::told,
};
use crate::{Document, Error};

/// The name that our secrets have in the system's keyring.
const SERVICE: &str = "candidacy";

/// Where the candidate's own data is kept, and what of it is open.
pub(super) struct Safe {
    pub(super) home: vault::Home,
    pub(super) keyring: Box<dyn Keyring>,
    /// Whether opening was tried.
    pub(super) asked: bool,
    pub(super) trouble: Option<Trouble>,
    pub(super) own: Option<Open>,
}

/// Where a state and its blobs are kept.
pub(super) enum Kept {
    /// Nowhere yet: there is nothing of the candidate's own.
    Nowhere,
    /// In memory, until it is put away.
    Memory(BTreeMap<String, Vec<u8>>),
    /// In the vault.
    Vault(Box<Vault>),
    /// In a vault whose document cannot be read; it may have backups.
    Damaged(Box<Vault>),
}

impl Kept {
    pub(super) fn put(&mut self, bytes: &[u8]) -> Result<String, Error> {
        match self {
            Self::Nowhere => Err(Error::Vault(Trouble::Disk)),
            Self::Memory(blobs) => {
                let id = format!("{:032x}", blobs.len() + 1);
                blobs.insert(id.clone(), bytes.to_vec());
                Ok(id)
            }
            Self::Vault(vault) => Ok(String::from(vault.put(bytes).map_err(told)?)),
            Self::Damaged(_) => Err(Error::Vault(Trouble::Damaged)),
        }
    }

    pub(super) fn get(&self, id: &str) -> Result<Vec<u8>, Error> {
        let gone = || Error::Gone { what: "file in the vault", name: None };
        match self {
            Self::Nowhere => Err(gone()),
            Self::Memory(blobs) => blobs.get(id).cloned().ok_or_else(gone),
            Self::Vault(vault) => {
                let id = BlobId::try_from(id.to_owned()).map_err(|_| gone())?;
                vault.get(&id).map_err(told)
            }
            Self::Damaged(_) => Err(Error::Vault(Trouble::Damaged)),
        }
    }

    pub(super) fn write(&mut self, state: &State) -> Result<(), Error> {
        match self {
            Self::Nowhere => Err(Error::Vault(Trouble::Disk)),
            Self::Memory(_) => Ok(()),
            Self::Vault(vault) => vault.write(&state.to_bytes()?).map_err(told),
            Self::Damaged(_) => Err(Error::Vault(Trouble::Damaged)),
        }
    }

    pub(super) fn is_read_only(&self) -> bool {
        matches!(self, Self::Vault(vault) if vault.is_read_only())
    }

    fn vault(&mut self) -> Result<&mut Vault, Error> {
        match self {
            Self::Vault(vault) | Self::Damaged(vault) => Ok(vault),
            Self::Nowhere | Self::Memory(_) => Err(Error::Gone { what: "vault", name: None }),
        }
    }
}

impl Open {
    /// Keeps a new recovery key in the document before the vault is made to answer to it, so
    /// that a crash between the two loses nothing. A change that failed leaves the key that was
    /// there before: nobody is shown one that opens nothing.
    fn promise(
        &mut self,
        key: &RecoveryKey,
        change: impl FnOnce(&mut Vault) -> Result<(), vault::Error>,
    ) -> Result<(), Error> {
        let with = |state: &State, key| State { recovery: key, ..state.clone() };
        let before = self.state.recovery.clone();
        self.replace(with(&self.state, Some(key.expose().to_owned())))?;
        let vault = self.kept.vault()?;
        let Err(error) = change(vault) else { return Ok(()) };
        // It may have failed after it was decided: then the new key is the key.
        if !vault.answers_to(key) {
            self.replace(with(&self.state, before))?;
        }
        Err(told(error))
    }
}

impl Safe {
    pub(super) fn new(home: vault::Home, keyring: Box<dyn Keyring>) -> Self {
        Self { home, keyring, asked: false, trouble: None, own: None }
    }

    /// The vault in a folder, with the system's keyring.
    pub(super) fn at(folder: &Path) -> Self {
        Self::new(vault::Home::at(folder), Box::new(OsKeyring::new(SERVICE)))
    }

    /// Opens what is kept, the first time it is asked.
    pub(super) fn ask(&mut self) {
        if std::mem::replace(&mut self.asked, true) {
            return;
        }
        match self.home.look() {
            Standing::Nothing => self.own = Some(Open::new(Kept::Nowhere, State::default())),
            // What cannot be opened says so in `trouble`.
            Standing::Kept { .. } => drop(self.open(&vault::Unlock::Keyring)),
        }
    }

    fn open(&mut self, how: &vault::Unlock) -> Result<(), Error> {
        // The one that is open holds the lock.
        self.own = None;
        let opened = self.opened(how);
        self.trouble = match &opened {
            Ok((_, trouble)) => *trouble,
            Err(error) => Some(error.trouble().unwrap_or(Trouble::Damaged)),
        };
        self.own = Some(opened?.0);
        Ok(())
    }

    fn opened(&self, how: &vault::Unlock) -> Result<(Open, Option<Trouble>), Error> {
        let (mut vault, mut trouble) = match Vault::open(&self.home, how, &*self.keyring) {
            Ok(vault) => (vault, None),
            Err(vault::Error::InUse) => {
                let vault = Vault::open_read_only(&self.home, how, &*self.keyring).map_err(told)?;
                (vault, Some(Trouble::InUse))
            }
            Err(error) => return Err(told(error)),
        };
        let read = vault.read().map_err(told);
        let read = read.and_then(|bytes| Ok((State::read(&bytes)?, bytes)));
        let ((state, may_write), bytes) = match read {
            Ok(read) => read,
            // The key is right: its backups can be restored.
            Err(Error::Vault(Trouble::Damaged)) => {
                let kept = Kept::Damaged(Box::new(vault));
                return Ok((Open::new(kept, State::default()), Some(Trouble::Damaged)));
            }
            Err(error) => return Err(error),
        };
        if !may_write {
            vault.become_read_only();
            trouble = Some(Trouble::Newer);
        }
        if !vault.is_read_only() {
            settle(&mut vault, &state, how, &*self.keyring);
            sweep(&mut vault, &bytes);
        }
        Ok((Open::new(Kept::Vault(Box::new(vault)), state), trouble))
    }

    /// Begins to keep the candidate's own data.
    fn create(&mut self, how: &Protect) -> Result<(), Error> {
        let state = self.own.take().map(|it| it.state).unwrap_or_default();
        let with = |key: Option<&RecoveryKey>| State {
            recovery: key.map(|it| it.expose().to_owned()),
            ..state.clone()
        };
        let first = |key: Option<&RecoveryKey>| with(key).to_bytes().unwrap_or_default();
        match Vault::create(&self.home, &protect(how), &*self.keyring, first) {
            Ok((vault, key)) => {
                self.trouble = None;
                self.own = Some(Open::new(Kept::Vault(Box::new(vault)), with(key.as_ref())));
                Ok(())
            }
            Err(error) => {
                self.own = Some(Open::new(Kept::Nowhere, state));
                Err(told(error))
            }
        }
    }

    /// Makes sure that a change could be kept.
    pub(super) fn ready(&mut self) -> Result<(), Error> {
        self.ask();
        match &self.own {
            None => Err(Error::Vault(self.trouble.unwrap_or(Trouble::Damaged))),
            Some(open) if matches!(open.kept, Kept::Nowhere) => self.create(&Protect::Keyring),
            Some(open) if matches!(open.kept, Kept::Damaged(_)) => Err(self.why_locked()),
            Some(open) if open.kept.is_read_only() => {
                Err(Error::Vault(self.trouble.unwrap_or(Trouble::InUse)))
            }
            Some(_) => Ok(()),
        }
    }

    /// Why nothing is open.
    pub(super) fn why_locked(&self) -> Error {
        Error::Vault(self.trouble.unwrap_or(Trouble::Damaged))
    }

    pub(super) fn view(&self) -> VaultView {
        let kept = match self.home.look() {
            Standing::Nothing => None,
            Standing::Kept { protection } => Some(protection.into()),
        };
        let last_backup = match self.own.as_ref().map(|it| &it.kept) {
            Some(Kept::Vault(vault) | Kept::Damaged(vault)) => {
                vault.backups().ok().and_then(|it| Some(local(it.first()?.made)))
            }
            _ => None,
        };
        let recovery_due = self.own.as_ref().is_some_and(|it| it.state.recovery.is_some());
        let backup_failed = match self.own.as_ref().map(|it| &it.kept) {
            Some(Kept::Vault(vault)) => vault.backup_trouble().is_some(),
            _ => false,
        };
        let trouble = self.trouble;
        VaultView { protection: kept, trouble, recovery_due, backup_failed, last_backup }
    }

    /// The open vault, and the keyring.
    fn vault(&mut self) -> Result<(&mut Open, &dyn Keyring), Error> {
        self.ask();
        let why = self.why_locked();
        let open = self.own.as_mut().ok_or(why)?;
        open.kept.vault()?;
        Ok((open, &*self.keyring))
    }
}

/// Finishes what a crash may have left: a recovery key that is in the document
/// and not yet the vault's, a device without a key.
fn settle(vault: &mut Vault, state: &State, how: &vault::Unlock, keyring: &dyn Keyring) {
    if vault.is_without_device() && matches!(how, vault::Unlock::Recovery(_)) {
        // Where the keyring does not work, the recovery key still does.
        drop(vault.change_protection(&vault::Protect::Keyring, keyring, None));
    }
    let key = state.recovery.as_deref().and_then(|it| RecoveryKey::parse(it).ok());
    if let Some(key) = key.filter(|_| vault.protection() != vault::Protection::Open) {
        drop(vault.set_recovery_key(&key));
    }
}

/// Takes away blobs that neither the document nor a backup of it names. Where
/// one of those cannot be read, everything stays.
fn sweep(vault: &mut Vault, document: &[u8]) {
    let mut named = std::collections::BTreeSet::new();
    let mut add = |bytes: &[u8]| {
        let json: Option<Json> = serde_json::from_slice(bytes).ok();
        json.map(|it| State::blobs_in(&it, &mut named)).is_some()
    };
    let Ok(backups) = vault.backups() else { return };
    let all_read = add(document)
        && backups.iter().all(|it| vault.read_backup(&it.id).is_ok_and(|bytes| add(&bytes)));
    if all_read {
        let ids: Vec<BlobId> = named.into_iter().filter_map(|it| it.try_into().ok()).collect();
        drop(vault.keep_only(&ids));
    }
}

/// How to open it, in the words of the vault.
pub(super) fn unlocking(how: &Unlock) -> Result<vault::Unlock, Error> {
    Ok(match how {
        Unlock::Keyring => vault::Unlock::Keyring,
        Unlock::Passphrase(words) => vault::Unlock::Passphrase(SecretString::from(words.clone())),
        Unlock::Recovery(typed) => {
            vault::Unlock::Recovery(RecoveryKey::parse(typed).map_err(told)?)
        }
    })
}

fn protect(how: &Protect) -> vault::Protect {
    match how {
        Protect::Keyring => vault::Protect::Keyring,
        Protect::Passphrase(words) => vault::Protect::Passphrase(SecretString::from(words.clone())),
        Protect::Open => vault::Protect::Open,
    }
}

fn local(time: Timestamp) -> jiff::civil::DateTime {
    time.to_zoned(TimeZone::system()).datetime()
}

impl Desk {
    /// Opens what is kept.
    pub fn unlock(&mut self, how: &Unlock) -> Result<(), Error> {
        self.shelf.clear();
        self.safe.asked = true;
        self.safe.open(&unlocking(how)?)
    }

    /// Begins to keep the candidate's own data.
    pub fn keep(&mut self, how: &Protect) -> Result<(), Error> {
        self.safe.ask();
        match &self.safe.own {
            Some(open) if matches!(open.kept, Kept::Nowhere) => self.safe.create(how),
            Some(_) => Ok(()),
            None => Err(self.safe.why_locked()),
        }
    }

    /// The new recovery key, until [`Desk::recovery_written`].
    pub fn recovery_key(&self) -> Option<String> {
        self.safe.own.as_ref()?.state.recovery.clone()
    }

    /// The candidate has written the new recovery key down: it is forgotten. Only once the
    /// vault answers to it: an earlier try may have failed half-way.
    pub fn recovery_written(&mut self) -> Result<(), Error> {
        self.safe.ready()?;
        let (open, _) = self.safe.vault()?;
        if let Some(key) = &open.state.recovery {
            let key = RecoveryKey::parse(key).map_err(told)?;
            open.kept.vault()?.set_recovery_key(&key).map_err(told)?;
        }
        open.replace(State { recovery: None, ..open.state.clone() })
    }

    /// Makes another recovery key; the old one opens nothing any more.
    pub fn new_recovery_key(&mut self) -> Result<String, Error> {
        self.safe.ready()?;
        let (open, _) = self.safe.vault()?;
        if open.kept.vault()?.protection() == vault::Protection::Open {
            let reason = "without encryption there is no recovery key".to_owned();
            return Err(Error::Invalid { subject: None, reason });
        }
        let key = RecoveryKey::generate();
        // First into the document: a crash after the change must not lose it.
        open.promise(&key, |vault| vault.set_recovery_key(&key))?;
        Ok(key.expose().to_owned())
    }

    /// Protects what is kept in another way.
    pub fn change_protection(&mut self, how: &Protect) -> Result<(), Error> {
        self.safe.ready()?;
        let (open, keyring) = self.safe.vault()?;
        let was_open = open.kept.vault()?.protection() == vault::Protection::Open;
        let key = (was_open && !matches!(how, Protect::Open)).then(RecoveryKey::generate);
        let change = |vault: &mut Vault| {
            vault.change_protection(&protect(how), keyring, key.as_ref()).map(drop)
        };
        match &key {
            Some(key) => open.promise(key, change)?,
            None => change(open.kept.vault()?).map_err(told)?,
        }
        if matches!(how, Protect::Open) && open.state.recovery.is_some() {
            open.replace(State { recovery: None, ..open.state.clone() })?;
        }
        self.safe.trouble = None;
        Ok(())
    }

    /// Verified backups, the latest first.
    pub fn backups(&mut self) -> Result<Vec<Backup>, Error> {
        let (open, _) = match self.safe.vault() {
            Err(Error::Gone { .. }) => return Ok(Vec::new()),
            vault => vault?,
        };
        let view = |it: vault::Backup| Backup { id: it.id, made: local(it.made), bytes: it.bytes };
        Ok(open.kept.vault()?.backups().map_err(told)?.into_iter().map(view).collect())
    }

    /// Goes back to a backup. What is there now becomes a backup itself.
    pub fn restore_backup(&mut self, id: &str) -> Result<(), Error> {
        let (open, _) = self.safe.vault()?;
        let vault = open.kept.vault()?;
        // A backup that we could not read again must not take the document's place.
        let (state, may_write) = State::read(&vault.read_backup(id).map_err(told)?)?;
        if !may_write {
            return Err(Error::Vault(Trouble::Newer));
        }
        vault.restore(id).map_err(told)?;
        let recovery = open.state.recovery.clone();
        let kept = std::mem::replace(&mut open.kept, Kept::Nowhere);
        let kept = match kept {
            Kept::Damaged(vault) => Kept::Vault(vault),
            kept => kept,
        };
        let has_another_key = state.recovery != recovery;
        *open = Open::new(kept, state);
        if has_another_key {
            open.replace(State { recovery, ..open.state.clone() })?;
        }
        self.safe.trouble = None;
        self.shelf.clear();
        Ok(())
    }

    /// Everything in one file for another computer, under a passphrase.
    pub fn export_vault(&mut self, passphrase: &str) -> Result<Vec<u8>, Error> {
        let (open, _) = self.safe.vault()?;
        open.kept.vault()?.export(&SecretString::from(passphrase.to_owned())).map_err(told)
    }

    /// Takes everything from such a file. What is here is kept aside, and
    /// protected as it was.
    pub fn import_vault(&mut self, file: &Document, passphrase: &str) -> Result<(), Error> {
        let passphrase = SecretString::from(passphrase.to_owned());
        let export = vault::Export::open(&file.bytes, &passphrase).map_err(told)?;
        let (state, may_write) = State::read(export.document())?;
        if !may_write {
            return Err(Error::Vault(Trouble::Newer));
        }
        let with = |key: Option<&RecoveryKey>| State {
            recovery: key.map(|it| it.expose().to_owned()),
            ..state.clone()
        };
        let protect = match self.safe.home.look() {
            Standing::Kept { protection: vault::Protection::Open } => vault::Protect::Open,
            // A passphrase is not known here; the one of the file is as good.
            Standing::Kept { protection: vault::Protection::Passphrase } => {
                vault::Protect::Passphrase(passphrase)
            }
            _ => vault::Protect::Keyring,
        };
        self.safe.asked = true;
        // The one that is open holds the lock.
        self.safe.own = None;
        let document =
            |_: &[u8], key: Option<&RecoveryKey>| with(key).to_bytes().unwrap_or_default();
        let made = Vault::import(&self.safe.home, &export, &protect, &*self.safe.keyring, document);
        self.shelf.clear();
        match made {
            Ok((vault, key)) => {
                self.safe.trouble = None;
                let kept = Kept::Vault(Box::new(vault));
                self.safe.own = Some(Open::new(kept, with(key.as_ref())));
                Ok(())
            }
            Err(error) => {
                // What was there before is there still.
                self.safe.asked = false;
                self.safe.ask();
                Err(told(error))
            }
        }
    }
}
