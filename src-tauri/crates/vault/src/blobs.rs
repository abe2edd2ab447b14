//! Files beside the document: CVs, photos, copies of what was sent.
//!
//! A blob's name is random: a digest of its content would tell whoever has the
//! same file that the candidate has it too.

use std::{collections::BTreeSet, fmt, path::PathBuf, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{Error, Home, Vault, crypt::Codec, files, stage};

/// Names a blob. 32 hexadecimal digits, so it is also a harmless file name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BlobId(String);

impl Vault {
    /// Keeps a blob, under a new name.
    pub fn put(&self, bytes: &[u8]) -> Result<BlobId, Error> {
        self.writable()?;
        let folder = self.home.blobs();
        let id = stage::random_name().map_err(|source| Error::Save { path: folder, source })?;
        let id = BlobId(id);
        put_as(&self.home, &self.codec, &id, bytes)?;
        Ok(id)
    }

    /// A blob, exactly as it was given.
    pub fn get(&self, id: &BlobId) -> Result<Vec<u8>, Error> {
        self.settle()?;
        let path = path_of(&self.home, &self.codec, id);
        if !path.exists() {
            return Err(Error::NotFound { name: id.to_string() });
        }
        Ok(files::load(&self.codec, &path)?.0)
    }

    /// The names of all blobs.
    pub fn blobs(&self) -> Result<Vec<BlobId>, Error> {
        self.settle()?;
        let names = files::names(&self.home.blobs(), extension(&self.codec))?;
        Ok(names.iter().filter_map(|name| name.parse().ok()).collect())
    }

    /// Takes away every blob but these; says how many that was.
    ///
    /// Backups of the document may name blobs too: think of them.
    pub fn keep_only(&self, ids: &[BlobId]) -> Result<usize, Error> {
        self.writable()?;
        let keep: BTreeSet<&BlobId> = ids.iter().collect();
        let mut gone = 0;
        for id in self.blobs()?.iter().filter(|id| !keep.contains(id)) {
            files::remove(&path_of(&self.home, &self.codec, id))?;
            gone += 1;
        }
        Ok(gone)
    }
}

/// Keeps a blob under a name that it has already, for a vault that moves.
pub(crate) fn put_as(home: &Home, codec: &Codec, id: &BlobId, bytes: &[u8]) -> Result<(), Error> {
    files::make_folder(&home.blobs())?;
    files::save(codec, &path_of(home, codec, id), bytes).map(|_| ())
}

pub(crate) fn path_of(home: &Home, codec: &Codec, id: &BlobId) -> PathBuf {
    home.blobs().join(format!("{id}.{}", extension(codec)))
}

fn extension(codec: &Codec) -> &'static str {
    if codec.is_plain() { "bin" } else { "age" }
}

impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for BlobId {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let is_name =
            text.len() == 32 && text.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'));
        if is_name {
            Ok(Self(text.to_owned()))
        } else {
            Err(Error::NotFound { name: text.to_owned() })
        }
    }
}

impl TryFrom<String> for BlobId {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        text.parse()
    }
}

impl From<BlobId> for String {
    fn from(id: BlobId) -> Self {
        id.0
    }
}
