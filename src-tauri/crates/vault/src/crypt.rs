//! Turns bytes into what lies on the disk, and back.
//!
//! Sealed is the `age` format, version 1: nothing is accepted that was changed
//! or cut short. It is written for all recipients and read with one identity.

use std::io::{self, Read as _, Write as _};

use age::{
    DecryptError, Decryptor, Encryptor, Identity, Recipient, scrypt, secrecy::SecretString, x25519,
};

/// Harder passphrases than we set ourselves are read too, up to some seconds of work.
const HARDEST: u8 = 22;

/// How the files of a vault are written and read.
#[derive(Clone)]
pub(crate) enum Codec {
    /// Encrypted.
    Sealed {
        /// Who reads.
        identity: x25519::Identity,
        /// Who may read what is written: the device and the recovery key.
        recipients: Vec<x25519::Recipient>,
    },
    /// As they are, because the candidate chose so.
    Plain,
}

/// The bytes do not open with this key: they are for another, or not as they were written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Shut {
    /// They are for other keys.
    Key,
    /// They are not what was written.
    Damaged,
}

impl Codec {
    /// The bytes for the disk. In plain they are the same.
    pub(crate) fn seal(&self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Self::Sealed { recipients, .. } => seal(recipients, bytes),
            Self::Plain => Ok(bytes.to_vec()),
        }
    }

    /// The bytes from the disk. In plain they are the same.
    pub(crate) fn open(&self, sealed: &[u8]) -> Result<Vec<u8>, Shut> {
        match self {
            Self::Sealed { identity, .. } => open(identity, sealed),
            Self::Plain => Ok(sealed.to_vec()),
        }
    }

    pub(crate) fn is_plain(&self) -> bool {
        matches!(self, Self::Plain)
    }
}

/// Encrypts for all of `recipients`.
pub(crate) fn seal(recipients: &[x25519::Recipient], bytes: &[u8]) -> io::Result<Vec<u8>> {
    let recipients = recipients.iter().map(|it| it as &dyn Recipient);
    wrap(Encryptor::with_recipients(recipients), bytes)
}

/// Decrypts with one of the keys that it was encrypted for.
pub(crate) fn open(identity: &dyn Identity, sealed: &[u8]) -> Result<Vec<u8>, Shut> {
    let decryptor = Decryptor::new_buffered(sealed).map_err(|_| Shut::Damaged)?;
    let mut reader = decryptor.decrypt(std::iter::once(identity)).map_err(|error| match error {
        // A wrong passphrase is the latter.
        DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed => Shut::Key,
        _ => Shut::Damaged,
    })?;
    let mut bytes = Vec::with_capacity(sealed.len());
    reader.read_to_end(&mut bytes).map_err(|_| Shut::Damaged)?;
    Ok(bytes)
}

/// Encrypts under a passphrase. Each step of `work` doubles what guessing costs.
pub(crate) fn seal_under(passphrase: &SecretString, work: u8, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(passphrase.clone());
    recipient.set_work_factor(work);
    wrap(Encryptor::with_recipients(std::iter::once(&recipient as &dyn Recipient)), bytes)
}

/// Decrypts what was encrypted under a passphrase.
pub(crate) fn open_under(passphrase: &SecretString, sealed: &[u8]) -> Result<Vec<u8>, Shut> {
    let mut identity = scrypt::Identity::new(passphrase.clone());
    identity.set_max_work_factor(HARDEST);
    open(&identity, sealed)
}

fn wrap(encryptor: Result<Encryptor, age::EncryptError>, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut sealed = Vec::with_capacity(bytes.len() + 512);
    let mut writer = encryptor.map_err(io::Error::other)?.wrap_output(&mut sealed)?;
    writer.write_all(bytes)?;
    writer.finish()?;
    Ok(sealed)
}
