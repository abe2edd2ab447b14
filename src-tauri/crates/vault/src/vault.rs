//! An open vault: its document, read and written.

use std::{fmt, fs::File, path::PathBuf};

use age::{
    secrecy::{ExposeSecret as _, SecretString},
    x25519,
};

use crate::{
    Error, Home, Keyring, KeyringTrouble, Protection, RecoveryKey, Standing,
    crypt::{self, Codec, Shut},
    files::{self, Mark},
    keys::{Readers, Ring},
    stage::{self, NewKeys, Stage},
};

/// How to protect what is kept.
#[derive(Clone)]
pub enum Protect {
    /// With a key in the system's keyring.
    Keyring,
    /// With a passphrase.
    Passphrase(SecretString),
    /// With nothing. Only ever the candidate's explicit choice.
    Open,
}

/// How to open what is kept. A vault without encryption opens with any.
#[derive(Clone)]
pub enum Unlock {
    /// With the key in the system's keyring.
    Keyring,
    /// With the passphrase.
    Passphrase(SecretString),
    /// With the key that the candidate wrote down.
    Recovery(RecoveryKey),
}

/// One document and its blobs, open.
///
/// While it is open for writing nobody else can open it so: not another process,
/// and not this one. Dropping it gives the lock back.
pub struct Vault {
    pub(crate) home: Home,
    pub(crate) codec: Codec,
    pub(crate) ring: Ring,
    pub(crate) readers: Option<Readers>,
    pub(crate) lock: Option<File>,
    /// The state of the document that was last read or written here.
    pub(crate) seen: Option<Mark>,
    pub(crate) backup_trouble: Option<Error>,
}

impl Vault {
    /// Makes a vault where nothing is kept yet, with its first document.
    ///
    /// `first` writes that document; it is handed the recovery key, so that the
    /// key can lie in the document until the candidate has written it down. Both
    /// come into being together or not at all. Without encryption there is no
    /// recovery key.
    pub fn create(
        home: &Home,
        protect: &Protect,
        keyring: &dyn Keyring,
        first: impl FnOnce(Option<&RecoveryKey>) -> Vec<u8>,
    ) -> Result<(Self, Option<RecoveryKey>), Error> {
        let lock = home.lock()?;
        stage::finish(home)?;
        if home.look() != Standing::Nothing {
            return Err(Error::AlreadyKept { folder: home.folder().to_owned() });
        }
        home.sweep();
        Self::make(home, lock, protect, keyring, |_, _, recovery| Ok(first(recovery)))
    }

    /// Opens it for reading and writing.
    pub fn open(home: &Home, unlock: &Unlock, keyring: &dyn Keyring) -> Result<Self, Error> {
        if home.look() == Standing::Nothing {
            return Err(Error::NothingKept { folder: home.folder().to_owned() });
        }
        let lock = home.lock()?;
        stage::finish(home)?;
        home.sweep();
        Self::unlock(home, unlock, keyring, Some(lock))
    }

    /// Opens it for reading, while somebody else may be writing.
    pub fn open_read_only(
        home: &Home,
        unlock: &Unlock,
        keyring: &dyn Keyring,
    ) -> Result<Self, Error> {
        if stage::is_ready(home) {
            return Err(Error::InUse);
        }
        Self::unlock(home, unlock, keyring, None)
    }

    /// The document. [`Error::Damaged`] when it is not exactly as it was written.
    pub fn read(&mut self) -> Result<Vec<u8>, Error> {
        self.settle()?;
        let (bytes, mark) = files::load(&self.codec, &self.document())?;
        self.seen = Some(mark);
        Ok(bytes)
    }

    /// Writes the document, in place of the one that was last read or written here.
    ///
    /// [`Error::Stale`] when there is another by now: read that, and write again.
    /// A backup is made now and then ([`Vault::backups`]); whether the last one
    /// worked is said by [`Vault::backup_trouble`], for the document is saved.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.writable()?;
        let path = self.document();
        let there = files::raw(&path)?.as_deref().map(Mark::of);
        match (self.seen, there) {
            (Some(seen), Some(there)) if seen == there => {}
            (Some(_), Some(_)) => return Err(Error::Stale),
            // What was never read here cannot be replaced, nor what is gone.
            _ => return Err(Error::Damaged { path }),
        }
        let saved = files::save(&self.codec, &path, bytes);
        self.see_what_lies_there(&saved, bytes);
        saved?;
        self.backup_trouble = self.back_up_if_due(bytes).err();
        Ok(())
    }

    /// How it is protected.
    pub fn protection(&self) -> Protection {
        self.ring.protection
    }

    /// Whether it can only be read.
    pub fn is_read_only(&self) -> bool {
        self.lock.is_none()
    }

    /// Gives the right to write back, for a document that this version of the app
    /// must not change.
    pub fn become_read_only(&mut self) {
        self.lock = None;
    }

    /// Whether the device has no key of its own to this vault: it was opened with
    /// the recovery key. [`Vault::change_protection`] gives it one.
    pub fn is_without_device(&self) -> bool {
        match (&self.codec, &self.readers) {
            (Codec::Plain, _) => false,
            (Codec::Sealed { .. }, None) => true,
            (Codec::Sealed { identity, .. }, Some(readers)) => {
                identity.to_public().to_string() != readers.device.to_string()
            }
        }
    }

    /// Where it lies.
    pub fn home(&self) -> &Home {
        &self.home
    }

    pub(crate) fn document(&self) -> PathBuf {
        document_of(&self.home, &self.codec)
    }

    /// Only for whoever may write, with nothing half done.
    pub(crate) fn writable(&self) -> Result<(), Error> {
        if self.is_read_only() {
            return Err(Error::ReadOnly);
        }
        self.settle()
    }

    /// Finishes a swap that failed on its way.
    pub(crate) fn settle(&self) -> Result<(), Error> {
        if self.is_read_only() { Ok(()) } else { stage::finish(&self.home) }
    }

    /// A failed save may have happened all the same: the last step tells the disk
    /// to keep a name that it has already.
    pub(crate) fn see_what_lies_there(&mut self, saved: &Result<Mark, Error>, bytes: &[u8]) {
        match saved {
            Ok(mark) => self.seen = Some(*mark),
            Err(_) => {
                if let Ok((there, mark)) = files::load(&self.codec, &self.document())
                    && there == bytes
                {
                    self.seen = Some(mark);
                }
            }
        }
    }

    /// Makes a vault on a stage, with what `fill` puts there, and moves in.
    pub(crate) fn make(
        home: &Home,
        lock: File,
        protect: &Protect,
        keyring: &dyn Keyring,
        fill: impl FnOnce(&Stage, &Codec, Option<&RecoveryKey>) -> Result<Vec<u8>, Error>,
    ) -> Result<(Self, Option<RecoveryKey>), Error> {
        let outgoing = match home.look() {
            Standing::Nothing => home.outgoing(),
            Standing::Kept { .. } => home.replaced(),
        };
        let recovery = match protect {
            Protect::Open => None,
            Protect::Keyring | Protect::Passphrase(_) => Some(RecoveryKey::generate()),
        };
        let stage = Stage::begin(home)?;
        let keys =
            stage.make_keys(protect, recovery.as_ref().map(RecoveryKey::recipient), keyring)?;
        let NewKeys { codec, ring, readers } = keys;
        let made = fill(&stage, &codec, recovery.as_ref()).and_then(|bytes| {
            let path = document_of(stage.inside(), &codec);
            files::save(&codec, &path, &bytes)?;
            match files::load(&codec, &path)? {
                (there, mark) if there == bytes => Ok(mark),
                _ => Err(Error::Damaged { path }),
            }
        });
        let seen = match made {
            Ok(mark) => stage.swap_in(&outgoing).map(|()| mark),
            Err(error) => {
                stage.abandon();
                Err(error)
            }
        };
        if seen.is_err()
            && !stage::is_ready(home)
            && let Some(entry) = &ring.entry
        {
            // Nothing is encrypted for it.
            let _ = keyring.forget(entry);
        }
        let vault = Self {
            home: home.clone(),
            codec,
            ring,
            readers,
            lock: Some(lock),
            seen: Some(seen?),
            backup_trouble: None,
        };
        Ok((vault, recovery))
    }

    fn unlock(
        home: &Home,
        unlock: &Unlock,
        keyring: &dyn Keyring,
        lock: Option<File>,
    ) -> Result<Self, Error> {
        let Standing::Kept { protection } = home.look() else {
            return Err(Error::NothingKept { folder: home.folder().to_owned() });
        };
        let ring = Ring::read(&home.keys())?;
        let (codec, readers) = match (protection, unlock) {
            (Protection::Open, _) => (Codec::Plain, None),
            (_, Unlock::Recovery(key)) => by_recovery(home, ring.as_ref(), key)?,
            (Protection::Keyring, Unlock::Keyring) => by_keyring(home, ring.as_ref(), keyring)?,
            (Protection::Passphrase, Unlock::Passphrase(passphrase)) => {
                by_passphrase(home, ring.as_ref(), passphrase)?
            }
            (Protection::Passphrase, Unlock::Keyring) => return Err(Error::PassphraseNeeded),
            (Protection::Keyring, Unlock::Passphrase(_)) => return Err(Error::WrongKey),
        };
        let ring = ring.unwrap_or_else(|| Ring::lost(protection));
        let mut vault = Self {
            home: home.clone(),
            codec,
            ring,
            readers,
            lock,
            seen: None,
            backup_trouble: None,
        };
        match vault.read() {
            // The key is right: backups can be restored.
            Ok(_) | Err(Error::Damaged { .. }) => Ok(vault),
            Err(error) => Err(error),
        }
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vault")
            .field("home", &self.home)
            .field("protection", &self.protection())
            .field("is_read_only", &self.is_read_only())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Protect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Keyring => "Keyring",
            Self::Passphrase(_) => "Passphrase(…)",
            Self::Open => "Open",
        })
    }
}

impl fmt::Debug for Unlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Keyring => "Keyring",
            Self::Passphrase(_) => "Passphrase(…)",
            Self::Recovery(_) => "Recovery(…)",
        })
    }
}

type Opened = (Codec, Option<Readers>);

pub(crate) fn document_of(home: &Home, codec: &Codec) -> PathBuf {
    home.folder().join(if codec.is_plain() { "vault.json" } else { "vault.age" })
}

fn by_keyring(home: &Home, ring: Option<&Ring>, keyring: &dyn Keyring) -> Result<Opened, Error> {
    let emptied = || Error::from(KeyringTrouble::Emptied);
    // Without its name the key cannot be asked for: it is as good as gone.
    let entry = ring.and_then(|ring| ring.entry.as_deref()).ok_or_else(emptied)?;
    let secret = keyring.get(entry)?.ok_or_else(emptied)?;
    let identity = secret.expose_secret().trim().parse().map_err(|_| emptied())?;
    by_device(home, ring, identity, emptied)
}

fn by_passphrase(
    home: &Home,
    ring: Option<&Ring>,
    passphrase: &SecretString,
) -> Result<Opened, Error> {
    let damaged = || Error::Damaged { path: home.device() };
    let sealed = files::raw(&home.device())?.ok_or_else(damaged)?;
    let text = crypt::open_under(passphrase, &sealed).map_err(|shut| match shut {
        Shut::Key => Error::WrongKey,
        Shut::Damaged => damaged(),
    })?;
    let text = SecretString::from(String::from_utf8(text).map_err(|_| damaged())?);
    let identity = text.expose_secret().trim().parse().map_err(|_| damaged())?;
    by_device(home, ring, identity, damaged)
}

/// Without the list of readers nothing could be written that the recovery key
/// opens, so a device key alone is not enough.
fn by_device(
    home: &Home,
    ring: Option<&Ring>,
    identity: x25519::Identity,
    wrong: impl FnOnce() -> Error,
) -> Result<Opened, Error> {
    match ring.ok_or(Shut::Damaged).and_then(|ring| ring.readers(&identity)) {
        Ok(readers) => Ok((Codec::Sealed { identity, recipients: readers.all() }, Some(readers))),
        Err(_) if try_all(home, &identity)?.is_ok() => Err(Error::Damaged { path: home.keys() }),
        Err(_) => Err(wrong()),
    }
}

/// Its own public half is known, so the recovery key needs no list to write for itself.
fn by_recovery(home: &Home, ring: Option<&Ring>, key: &RecoveryKey) -> Result<Opened, Error> {
    let identity = key.identity();
    match ring.ok_or(Shut::Damaged).and_then(|ring| ring.readers(&identity)) {
        Ok(readers) => {
            return Ok((Codec::Sealed { identity, recipients: readers.all() }, Some(readers)));
        }
        Err(list) => match (list, try_all(home, &identity)?) {
            (_, Ok(())) => {}
            (Shut::Damaged, Err(Shut::Damaged)) => {
                return Err(Error::Damaged { path: home.keys() });
            }
            _ => return Err(Error::WrongKey),
        },
    }
    let recipients = vec![key.recipient()];
    Ok((Codec::Sealed { identity, recipients }, None))
}

/// Whether a key opens the document or a backup: then it is the right one. If not:
/// whether one of them is for another key, or there is none that says so.
fn try_all(home: &Home, identity: &x25519::Identity) -> Result<Result<(), Shut>, Error> {
    let mut paths = vec![home.folder().join("vault.age")];
    let backups = files::names(&home.backups(), "age")?;
    paths.extend(backups.iter().map(|name| home.backups().join(format!("{name}.age"))));
    let mut shut = Shut::Damaged;
    for path in paths {
        let Some(raw) = files::raw(&path)? else { continue };
        match crypt::open(identity, &raw) {
            Ok(_) => return Ok(Ok(())),
            Err(Shut::Key) => shut = Shut::Key,
            Err(Shut::Damaged) => {}
        }
    }
    Ok(Err(shut))
}

#[cfg(test)]
#[path = "vault_tests.rs"]
mod tests;
