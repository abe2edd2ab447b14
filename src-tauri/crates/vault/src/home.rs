//! The folder that a vault lies in: what is where, and what can be said without a key.

use std::{
    fmt,
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Error, faults, files, keys::Ring, stage, store};

/// Guessing one passphrase costs about a second, as the stock program has it.
const WORK: u8 = 18;
/// A process that we start holds our locks for the moment until it is itself; so
/// a lock that we just gave back may seem taken.
const ATTEMPTS: usize = 10;
const PAUSE: Duration = Duration::from_millis(5);

/// Where a vault lies, or may lie.
#[derive(Clone)]
pub struct Home {
    folder: PathBuf,
    work: u8,
    clock: Arc<dyn Fn() -> Timestamp + Send + Sync>,
}

/// How what is kept is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Protection {
    /// Encrypted, with the device's key in the system's keyring.
    Keyring,
    /// Encrypted, with the device's key under a passphrase.
    Passphrase,
    /// Not at all: the candidate chose so.
    Open,
}

/// What is kept, as far as can be said without a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing: a vault can be made.
    Nothing,
    /// A vault, or what is left of one.
    Kept {
        /// How it is protected.
        protection: Protection,
    },
}

impl Home {
    /// The vault of this folder. Touches nothing.
    pub fn at(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), work: WORK, clock: Arc::new(Timestamp::now) }
    }

    /// With another clock, for tests of what depends on time.
    #[must_use]
    pub fn with_clock(self, clock: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self { clock: Arc::new(clock), ..self }
    }

    /// With another price for guessing a passphrase, as a power of two: for tests,
    /// which have no second to spare. At least 1, at most 22.
    #[must_use]
    pub fn with_passphrase_work(self, work: u8) -> Self {
        Self { work: work.clamp(1, 22), ..self }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What is kept here. Asks no keyring, takes no lock, changes nothing.
    pub fn look(&self) -> Standing {
        let incoming = self.incoming();
        let is_moving = stage::is_ready(self) && incoming.join("keys.json").exists();
        let folder = if is_moving { incoming } else { self.folder.clone() };
        if let Ok(Some(ring)) = Ring::read(&folder.join("keys.json")) {
            return Standing::Kept { protection: ring.protection };
        }
        let has = |name: &str| folder.join(name).symlink_metadata().is_ok();
        let holds =
            |name: &str| fs::read_dir(folder.join(name)).is_ok_and(|mut it| it.next().is_some());
        let protection = match () {
            () if has("device.age") => Protection::Passphrase,
            () if has("vault.age") || has("keys.json") && !has("vault.json") => Protection::Keyring,
            () if has("vault.json") => Protection::Open,
            () if holds("backups") || holds("blobs") => Protection::Keyring,
            () => return Standing::Nothing,
        };
        Standing::Kept { protection }
    }

    /// Moves whatever is kept here into a folder of its own, so that a new vault
    /// can be made: the way on for a candidate whose keys are all lost. Says
    /// where it lies now. Nothing is taken away.
    pub fn set_aside(&self) -> Result<PathBuf, Error> {
        let _lock = self.lock()?;
        stage::finish(self)?;
        let aside = self.replaced();
        stage::Stage::begin(self)?.swap_in(&aside)?;
        Ok(aside)
    }

    /// Takes the lock that whoever writes must hold. It is given back with the
    /// file, also by a process that dies.
    pub(crate) fn lock(&self) -> Result<File, Error> {
        files::make_folder(&self.folder)?;
        let path = self.folder.join("vault.lock");
        let failed = |source: io::Error| Error::Save { path: path.clone(), source };
        let mut options = File::options();
        options.create(true).truncate(false).write(true);
        let file = faults::step().and_then(|()| options.open(&path)).map_err(failed)?;
        for _ in 1..ATTEMPTS {
            match file.try_lock() {
                Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
                _ => break,
            }
        }
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(Error::InUse),
            // Some network drives know no locks; there the marks of what was read
            // still tell one writer of the other.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                Ok(file)
            }
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }

    /// Takes away what killed processes left. Only for whoever holds the lock.
    pub(crate) fn sweep(&self) {
        for folder in [self.folder.clone(), self.blobs(), self.backups()] {
            store::sweep(&folder);
        }
        for folder in [self.incoming(), self.outgoing()] {
            // What cannot be taken away now goes next time; nobody reads it.
            let _ = fs::remove_dir_all(folder);
        }
    }

    pub(crate) fn now(&self) -> Timestamp {
        (self.clock)()
    }

    pub(crate) fn work(&self) -> u8 {
        self.work
    }

    pub(crate) fn keys(&self) -> PathBuf {
        self.folder.join("keys.json")
    }

    pub(crate) fn device(&self) -> PathBuf {
        self.folder.join("device.age")
    }

    pub(crate) fn blobs(&self) -> PathBuf {
        self.folder.join("blobs")
    }

    pub(crate) fn backups(&self) -> PathBuf {
        self.folder.join("backups")
    }

    pub(crate) fn incoming(&self) -> PathBuf {
        self.folder.join("incoming")
    }

    pub(crate) fn outgoing(&self) -> PathBuf {
        self.folder.join("outgoing")
    }

    /// A name for what is moved aside now.
    pub(crate) fn replaced(&self) -> PathBuf {
        let stamp = self.now().strftime("%Y%m%dT%H%M%SZ").to_string();
        let mut path = self.folder.join(format!("replaced-{stamp}"));
        let mut again = 1;
        while path.exists() {
            again += 1;
            path = self.folder.join(format!("replaced-{stamp}-{again}"));
        }
        path
    }

    /// The same home, one folder further down, for a vault that is being made.
    pub(crate) fn within(&self, folder: PathBuf) -> Self {
        Self { folder, ..self.clone() }
    }
}

impl fmt::Debug for Home {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Home").field(&self.folder).finish()
    }
}
