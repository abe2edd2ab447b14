//! Changes who may open a vault: a whole new vault is made beside it, with all
//! that is in it, and takes its place.

use age::x25519;

use crate::{
    Error, Keyring, Protect, Protection, RecoveryKey, Vault, blobs,
    crypt::Codec,
    files,
    keys::{Readers, Ring},
    stage::{self, NewKeys, Stage},
    vault::document_of,
};

impl Vault {
    /// Changes how the vault is protected, with a new device key. Also the way on
    /// after the recovery key opened it: then the device gets a key again.
    ///
    /// The recovery key stays, unless `recovery` is a new one. Where there was no
    /// encryption and none is given, one is made and handed back: put it into the
    /// document at once, or, better, give one that is in the document already.
    pub fn change_protection(
        &mut self,
        protect: &Protect,
        keyring: &dyn Keyring,
        recovery: Option<&RecoveryKey>,
    ) -> Result<Option<RecoveryKey>, Error> {
        self.writable()?;
        let known = recovery.map(RecoveryKey::recipient).or_else(|| self.recovery());
        let made = match (&known, protect) {
            (None, Protect::Keyring | Protect::Passphrase(_)) => Some(RecoveryKey::generate()),
            _ => None,
        };
        let recipient = known.or_else(|| made.as_ref().map(RecoveryKey::recipient));
        let stage = Stage::begin(&self.home)?;
        let old = self.ring.entry.clone();
        let keys = match stage.make_keys(protect, recipient, keyring) {
            Ok(keys) => keys,
            Err(error) => {
                stage.abandon();
                return Err(error);
            }
        };
        let new = keys.ring.entry.clone();
        match self.move_to(stage, keys) {
            Ok(()) => {
                forget(keyring, old);
                Ok(made)
            }
            Err(error) => {
                if self.ring.entry != new {
                    forget(keyring, new);
                }
                Err(error)
            }
        }
    }

    /// Makes a new recovery key, after which the old one opens nothing any more.
    ///
    /// A crash right after this leaves a key that nobody has seen. Better:
    /// [`RecoveryKey::generate`], put it into the document, [`Vault::set_recovery_key`].
    pub fn new_recovery_key(&mut self) -> Result<RecoveryKey, Error> {
        let key = RecoveryKey::generate();
        self.set_recovery_key(&key)?;
        Ok(key)
    }

    /// Encrypts everything anew for this recovery key; the old one opens nothing
    /// any more. Asking for the key that it has already changes nothing.
    pub fn set_recovery_key(&mut self, key: &RecoveryKey) -> Result<(), Error> {
        self.writable()?;
        let Codec::Sealed { identity, .. } = &self.codec else { return Ok(()) };
        let damaged = || Error::Damaged { path: self.home.keys() };
        let before = self.readers.as_ref().ok_or_else(damaged)?;
        if before.recovery.to_string() == key.recipient().to_string() {
            return Ok(());
        }
        let is_device = identity.to_public().to_string() == before.device.to_string();
        let identity = if is_device { identity.clone() } else { key.identity() };
        let readers = Readers { device: before.device.clone(), recovery: key.recipient() };
        let stage = Stage::begin(&self.home)?;
        let path = stage.inside().keys();
        let ring = Ring::sealed(self.ring.protection, self.ring.entry.clone(), &readers)
            .map_err(|source| Error::Save { path: path.clone(), source })?;
        ring.save(&path)?;
        if ring.protection == Protection::Passphrase {
            let device = files::raw(&self.home.device())?.ok_or_else(damaged)?;
            crate::store::replace(&stage.inside().device(), &device)?;
        }
        let codec = Codec::Sealed { identity, recipients: readers.all() };
        self.move_to(stage, NewKeys { codec, ring, readers: Some(readers) })
    }

    /// Whether this recovery key opens the vault.
    pub fn answers_to(&self, key: &RecoveryKey) -> bool {
        self.recovery().is_some_and(|it| it.to_string() == key.recipient().to_string())
    }

    /// Whom the recovery key of this vault belongs to, as far as is known.
    fn recovery(&self) -> Option<x25519::Recipient> {
        match (&self.codec, &self.readers) {
            (Codec::Plain, _) => None,
            (_, Some(readers)) => Some(readers.recovery.clone()),
            // Opened with the recovery key, the list being lost.
            (Codec::Sealed { identity, .. }, None) => Some(identity.to_public()),
        }
    }

    /// Writes all that is here onto the stage, reads it back, and moves in.
    fn move_to(&mut self, stage: Stage, keys: NewKeys) -> Result<(), Error> {
        if let Err(error) = self.copy_to(&stage, &keys.codec) {
            stage.abandon();
            return Err(error);
        }
        let swapped = stage.swap_in(&self.home.outgoing());
        // Decided is decided: what is left of it is done before the next thing.
        if swapped.is_ok() || stage::is_ready(&self.home) {
            let NewKeys { codec, ring, readers } = keys;
            (self.codec, self.ring, self.readers) = (codec, ring, readers);
            self.seen = None;
        }
        swapped?;
        self.read().map(|_| ())
    }

    fn copy_to(&mut self, stage: &Stage, codec: &Codec) -> Result<(), Error> {
        let document = self.read()?;
        let path = document_of(stage.inside(), codec);
        files::save(codec, &path, &document)?;
        if files::load(codec, &path)?.0 != document {
            return Err(Error::Damaged { path });
        }
        for id in self.blobs()? {
            match self.get(&id) {
                Ok(bytes) => {
                    blobs::put_as(stage.inside(), codec, &id, &bytes)?;
                    let path = blobs::path_of(stage.inside(), codec, &id);
                    if files::load(codec, &path)?.0 != bytes {
                        return Err(Error::Damaged { path });
                    }
                }
                // It opens for nobody, here or there.
                Err(Error::Damaged { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        let extension = if codec.is_plain() { "json" } else { "age" };
        for backup in self.backups()? {
            match self.read_backup(&backup.id) {
                Ok(bytes) => {
                    files::make_folder(&stage.inside().backups())?;
                    let name = format!("{}.{extension}", backup.id);
                    files::save(codec, &stage.inside().backups().join(name), &bytes)?;
                }
                Err(Error::Damaged { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

fn forget(keyring: &dyn Keyring, entry: Option<String>) {
    if let Some(entry) = entry {
        // A key that opens nothing does no harm where it lies.
        let _ = keyring.forget(&entry);
    }
}
