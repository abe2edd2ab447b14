//! The keys of a vault: the one that the candidate writes down, and the list of
//! whom the vault is encrypted for.
//!
//! `keys.json` says in plain how the vault is protected and under which name its
//! device key lies in the keyring. Whom it is encrypted for stands in it sealed:
//! nobody who cannot open the vault can put themselves on that list.

use std::{fmt, path::Path, str::FromStr};

use age::{
    secrecy::{ExposeSecret as _, SecretString},
    x25519,
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde::{Deserialize, Serialize};

use crate::{
    Error, Protection,
    crypt::{self, Shut},
    files, store,
};

/// How keys.json is written now. A higher number is a newer version's.
const FORMAT: u32 = 1;
/// How a recovery key starts, without its hyphens.
const START: &str = "AGESECRETKEY1";

/// The key that the candidate writes down: it opens the vault without this computer.
///
/// An identity as the stock `age` program takes it. Overwritten in memory when it goes.
#[derive(Clone)]
pub struct RecoveryKey {
    text: SecretString,
    identity: x25519::Identity,
}

impl RecoveryKey {
    /// A new one.
    pub fn generate() -> Self {
        Self::of(x25519::Identity::generate())
    }

    /// Reads one that was typed or pasted: any spaces, line breaks, dashes and
    /// small letters do. One wrong letter is found.
    pub fn parse(typed: &str) -> Result<Self, Error> {
        let mut letters = String::with_capacity(typed.len());
        letters.extend(
            typed.chars().filter(char::is_ascii_alphanumeric).map(|it| it.to_ascii_uppercase()),
        );
        let rest = letters.strip_prefix(START).ok_or(Error::NotARecoveryKey)?;
        let text = SecretString::from(format!("AGE-SECRET-KEY-1{rest}"));
        let _letters = SecretString::from(letters);
        let identity =
            x25519::Identity::from_str(text.expose_secret()).map_err(|_| Error::NotARecoveryKey)?;
        Ok(Self { text, identity })
    }

    /// The key itself, to be shown once and written down.
    pub fn expose(&self) -> &str {
        self.text.expose_secret()
    }

    pub(crate) fn identity(&self) -> x25519::Identity {
        self.identity.clone()
    }

    pub(crate) fn recipient(&self) -> x25519::Recipient {
        self.identity.to_public()
    }

    fn of(identity: x25519::Identity) -> Self {
        Self { text: identity.to_string(), identity }
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey(…)")
    }
}

impl FromStr for RecoveryKey {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self, Error> {
        Self::parse(typed)
    }
}

/// What `keys.json` says.
#[derive(Clone)]
pub(crate) struct Ring {
    pub(crate) protection: Protection,
    /// The name of the device's key in the keyring.
    pub(crate) entry: Option<String>,
    /// Whom the vault is encrypted for, sealed.
    sealed: Option<Vec<u8>>,
}

/// Whom a vault is encrypted for.
#[derive(Clone)]
pub(crate) struct Readers {
    pub(crate) device: x25519::Recipient,
    pub(crate) recovery: x25519::Recipient,
}

#[derive(Deserialize)]
struct FormatOnly {
    format: u32,
}

#[derive(Serialize, Deserialize)]
struct KeysFile {
    format: u32,
    protection: Protection,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entry: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    keys: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct ReadersFile {
    device: String,
    recovery: String,
}

impl Ring {
    /// The ring of a vault in plain.
    pub(crate) fn open() -> Self {
        Self { protection: Protection::Open, entry: None, sealed: None }
    }

    /// What is left to say where `keys.json` says nothing.
    pub(crate) fn lost(protection: Protection) -> Self {
        Self { protection, ..Self::open() }
    }

    /// The ring of a vault that these may read.
    pub(crate) fn sealed(
        protection: Protection,
        entry: Option<String>,
        readers: &Readers,
    ) -> std::io::Result<Self> {
        let file = ReadersFile {
            device: readers.device.to_string(),
            recovery: readers.recovery.to_string(),
        };
        let sealed = crypt::seal(&readers.all(), &serde_json::to_vec(&file)?)?;
        Ok(Self { protection, entry, sealed: Some(sealed) })
    }

    /// Reads it. `None`: it is not there, or damaged so that it says nothing.
    pub(crate) fn read(path: &Path) -> Result<Option<Self>, Error> {
        let Some(raw) = files::raw(path)? else { return Ok(None) };
        let Ok(FormatOnly { format }) = serde_json::from_slice(&raw) else { return Ok(None) };
        if format > FORMAT {
            return Err(Error::Newer);
        }
        let Ok(file) = serde_json::from_slice::<KeysFile>(&raw) else { return Ok(None) };
        let sealed = file.keys.and_then(|keys| BASE64_STANDARD.decode(keys).ok());
        Ok(Some(Self { protection: file.protection, entry: file.entry, sealed }))
    }

    /// Writes it.
    pub(crate) fn save(&self, path: &Path) -> Result<(), Error> {
        let file = KeysFile {
            format: FORMAT,
            protection: self.protection,
            entry: self.entry.clone(),
            keys: self.sealed.as_ref().map(|sealed| BASE64_STANDARD.encode(sealed)),
        };
        let bytes = serde_json::to_vec_pretty(&file)
            .map_err(|error| Error::Save { path: path.to_owned(), source: error.into() })?;
        store::replace(path, &bytes)
    }

    /// Whom the vault is encrypted for, if this key may know.
    pub(crate) fn readers(&self, identity: &x25519::Identity) -> Result<Readers, Shut> {
        let sealed = self.sealed.as_ref().ok_or(Shut::Damaged)?;
        let file: ReadersFile =
            serde_json::from_slice(&crypt::open(identity, sealed)?).map_err(|_| Shut::Damaged)?;
        Ok(Readers {
            device: file.device.parse().map_err(|_| Shut::Damaged)?,
            recovery: file.recovery.parse().map_err(|_| Shut::Damaged)?,
        })
    }
}

impl Readers {
    pub(crate) fn all(&self) -> Vec<x25519::Recipient> {
        vec![self.device.clone(), self.recovery.clone()]
    }
}
