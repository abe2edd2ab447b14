//! Makes a whole vault beside the old one and puts it in its place.
//!
//! Whatever concerns more than one file goes this way: making a vault, changing
//! its keys or its protection, importing one, starting anew. The new vault is
//! written into `incoming/` and read back; then `incoming/ready` is saved, which
//! decides it. Until then the old vault is the vault, after that the new one is:
//! what is left to do is renaming, and whoever opens the vault next does the rest.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use age::{secrecy::SecretString, x25519};
use serde::{Deserialize, Serialize};

use crate::{
    Error, Home, Keyring, Protect, Protection,
    crypt::{self, Codec},
    faults, files, keyring,
    keys::{Readers, Ring},
    store,
};

/// All that a vault consists of. The lock is not part of it.
const PARTS: &[&str] = &[
    "keys.json",
    "device.age",
    "vault.age",
    "vault.json",
    "vault.json.sum",
    "vault.damaged",
    "blobs",
    "backups",
];

/// A vault that is being made.
pub(crate) struct Stage {
    home: Home,
    inside: Home,
}

/// What `incoming/ready` says.
#[derive(Serialize, Deserialize)]
struct Ready {
    /// The parts of the new vault.
    parts: Vec<String>,
    /// The name of the folder that the old ones go to.
    outgoing: String,
}

/// Who reads and writes the new vault.
pub(crate) struct NewKeys {
    pub(crate) codec: Codec,
    pub(crate) ring: Ring,
    pub(crate) readers: Option<Readers>,
}

impl Stage {
    /// An empty vault beside the one at `home`. Only for whoever holds the lock.
    pub(crate) fn begin(home: &Home) -> Result<Self, Error> {
        let inside = home.within(home.incoming());
        remove_folder(inside.folder())?;
        files::make_folder(inside.folder())?;
        Ok(Self { home: home.clone(), inside })
    }

    /// Where the new vault lies while it is made.
    pub(crate) fn inside(&self) -> &Home {
        &self.inside
    }

    /// Makes a device key and puts it where it is to be kept, reads it back, and
    /// writes down for whom the new vault is.
    pub(crate) fn make_keys(
        &self,
        protect: &Protect,
        recovery: Option<x25519::Recipient>,
        keyring: &dyn Keyring,
    ) -> Result<NewKeys, Error> {
        let path = self.inside.keys();
        let (Some(recovery), false) = (recovery, matches!(protect, Protect::Open)) else {
            let ring = Ring::open();
            ring.save(&path)?;
            return Ok(NewKeys { codec: Codec::Plain, ring, readers: None });
        };
        let identity = x25519::Identity::generate();
        let readers = Readers { device: identity.to_public(), recovery };
        let failed = |source| Error::Save { path: path.clone(), source };
        let (protection, entry) = match protect {
            Protect::Passphrase(passphrase) => {
                self.keep_under(passphrase, &identity)?;
                (Protection::Passphrase, None)
            }
            Protect::Keyring | Protect::Open => {
                let entry = format!("vault-{}", random_name().map_err(failed)?);
                keyring::entrust(keyring, &entry, &identity.to_string())?;
                (Protection::Keyring, Some(entry))
            }
        };
        let ring = Ring::sealed(protection, entry.clone(), &readers)
            .map_err(failed)
            .and_then(|ring| ring.save(&path).map(|()| ring));
        if let (Err(_), Some(entry)) = (&ring, &entry) {
            // Nothing is encrypted for it, so it need not stay.
            let _ = keyring.forget(entry);
        }
        let ring = ring?;
        let codec = Codec::Sealed { identity, recipients: readers.all() };
        Ok(NewKeys { codec, ring, readers: Some(readers) })
    }

    /// Decides that the new vault is the vault, and puts it in its place. What
    /// was there goes to `outgoing`, which is swept away unless it is another.
    ///
    /// After an error, [`is_ready`] says whether it was decided: then the rest is
    /// left to do.
    pub(crate) fn swap_in(self, outgoing: &Path) -> Result<(), Error> {
        let ready = Ready {
            parts: PARTS
                .iter()
                .filter(|part| self.inside.folder().join(part).exists())
                .map(|&part| part.to_owned())
                .collect(),
            outgoing: outgoing
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
        };
        let path = self.inside.folder().join("ready");
        let bytes = serde_json::to_vec(&ready)
            .map_err(|error| Error::Save { path: path.clone(), source: error.into() })?;
        let saved = store::replace(&path, &bytes);
        if !is_ready(&self.home) {
            saved?;
        }
        finish(&self.home)
    }

    /// Gives it up.
    pub(crate) fn abandon(self) {
        // What cannot be taken away now is swept at the next start.
        let _ = fs::remove_dir_all(self.inside.folder());
    }

    fn keep_under(
        &self,
        passphrase: &SecretString,
        device: &x25519::Identity,
    ) -> Result<(), Error> {
        use age::secrecy::ExposeSecret as _;
        let path = self.inside.device();
        let secret = device.to_string();
        let sealed =
            crypt::seal_under(passphrase, self.home.work(), secret.expose_secret().as_bytes())
                .map_err(|source| Error::Save { path: path.clone(), source })?;
        store::replace(&path, &sealed)?;
        let kept = files::raw(&path)?.unwrap_or_default();
        match crypt::open_under(passphrase, &kept) {
            Ok(text) if text == secret.expose_secret().as_bytes() => Ok(()),
            _ => Err(Error::Damaged { path }),
        }
    }
}

/// Whether it was decided that a new vault takes the place of the one here.
pub(crate) fn is_ready(home: &Home) -> bool {
    home.incoming().join("ready").exists()
}

/// Does what is left to do of a swap that was decided. Only for whoever holds the lock.
pub(crate) fn finish(home: &Home) -> Result<(), Error> {
    let incoming = home.incoming();
    let path = incoming.join("ready");
    let Some(raw) = files::raw(&path)? else { return Ok(()) };
    let ready: Ready =
        serde_json::from_slice(&raw).map_err(|_| Error::Damaged { path: path.clone() })?;
    if ready.outgoing.is_empty() || ready.outgoing.contains(['/', '\\', '.']) {
        return Err(Error::Damaged { path });
    }
    let outgoing = home.folder().join(&ready.outgoing);
    files::make_folder(&outgoing)?;
    for &part in PARTS {
        let (new, place) = (incoming.join(part), home.folder().join(part));
        let is_coming = new.exists();
        let has_come = !is_coming && ready.parts.iter().any(|it| it == part);
        if !has_come {
            move_away(&place, &outgoing.join(part))?;
        }
        if is_coming {
            rename(&new, &place)?;
        }
    }
    for folder in [home.folder(), outgoing.as_path()] {
        sync(folder)?;
    }
    faults::step()
        .and_then(|()| fs::remove_file(&path))
        .map_err(|source| Error::Save { path, source })?;
    // It is done. What stays behind goes with the next sweep; and should the disk
    // bring `ready` back after a power cut, there is nothing left to move.
    let _ = remove_folder(&incoming);
    if outgoing == home.outgoing() {
        let _ = remove_folder(&outgoing);
    }
    let _ = sync(home.folder());
    Ok(())
}

/// 128 random bits, as text.
pub(crate) fn random_name() -> io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}

fn move_away(place: &Path, outgoing: &Path) -> Result<(), Error> {
    if place.symlink_metadata().is_err() {
        return Ok(());
    }
    // A swap before this one may have left its folder behind.
    if outgoing.is_dir() {
        remove_folder(outgoing)?;
    }
    rename(place, outgoing)
}

fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    faults::step()
        .and_then(|()| fs::rename(from, to))
        .map_err(|source| Error::Save { path: to.to_owned(), source })
}

fn remove_folder(folder: &Path) -> Result<(), Error> {
    match faults::step().and_then(|()| fs::remove_dir_all(folder)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Error::Save { path: PathBuf::from(folder), source: error })
        }
        _ => Ok(()),
    }
}

fn sync(folder: &Path) -> Result<(), Error> {
    store::sync_folder(folder).map_err(|source| Error::Save { path: folder.to_owned(), source })
}
