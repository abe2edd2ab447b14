//! A vault in one file, to take to another computer.
//!
//! The file is of the `age` format under a passphrase. Inside is a tar archive:
//! `document.json`, then `blobs/<name>` for each blob. So the stock programs open
//! it too:
//!
//! ```text
//! age -d export.age | tar x
//! ```

use std::io::{self, Read as _};

use crate::{
    BlobId, Error, Home, Keyring, Protect, RecoveryKey, SecretString, Vault, blobs, crypt, files,
    stage,
};

const DOCUMENT: &str = "document.json";
const BLOBS: &str = "blobs/";

/// What an export holds, opened and verified.
pub struct Export {
    document: Vec<u8>,
    blobs: Vec<(BlobId, Vec<u8>)>,
}

impl Export {
    /// Opens an export. [`Error::WrongKey`]: the passphrase is another.
    pub fn open(bytes: &[u8], passphrase: &SecretString) -> Result<Self, Error> {
        let archive = crypt::open_under(passphrase, bytes).map_err(|shut| match shut {
            crypt::Shut::Key => Error::WrongKey,
            crypt::Shut::Damaged => Error::NotAnExport,
        })?;
        unpack(&archive).ok().flatten().ok_or(Error::NotAnExport)
    }

    /// The document that it holds.
    pub fn document(&self) -> &[u8] {
        &self.document
    }

    /// How many blobs it holds.
    pub fn blobs(&self) -> usize {
        self.blobs.len()
    }
}

impl std::fmt::Debug for Export {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Export").field("blobs", &self.blobs.len()).finish_non_exhaustive()
    }
}

impl Vault {
    /// The document and all blobs in one file under a passphrase, read back
    /// before it is handed out. A damaged blob is an error: a copy that lacks
    /// something would be taken for a whole one.
    pub fn export(&mut self, passphrase: &SecretString) -> Result<Vec<u8>, Error> {
        let path = self.document();
        let failed = |source| Error::Save { path: path.clone(), source };
        let document = self.read()?;
        let mut archive = tar::Builder::new(Vec::new());
        append(&mut archive, DOCUMENT, &document).map_err(failed)?;
        for id in self.blobs()? {
            append(&mut archive, &format!("{BLOBS}{id}"), &self.get(&id)?).map_err(failed)?;
        }
        let archive = archive.into_inner().map_err(failed)?;
        let sealed = crypt::seal_under(passphrase, self.home.work(), &archive).map_err(failed)?;
        match crypt::open_under(passphrase, &sealed) {
            Ok(there) if there == archive => Ok(sealed),
            _ => Err(Error::NotAnExport),
        }
    }

    /// Makes a vault of an export, with keys of its own. What was kept here
    /// before is moved into a folder `replaced-…`, once the new vault is whole.
    ///
    /// `document` writes the document, as in [`Vault::create`]: from the
    /// export's, with the new recovery key. A vault that is open here must be
    /// dropped before: it holds the lock.
    pub fn import(
        home: &Home,
        export: &Export,
        protect: &Protect,
        keyring: &dyn Keyring,
        document: impl FnOnce(&[u8], Option<&RecoveryKey>) -> Vec<u8>,
    ) -> Result<(Self, Option<RecoveryKey>), Error> {
        let lock = home.lock()?;
        stage::finish(home)?;
        home.sweep();
        Self::make(home, lock, protect, keyring, |stage, codec, recovery| {
            for (id, bytes) in &export.blobs {
                blobs::put_as(stage.inside(), codec, id, bytes)?;
                let path = blobs::path_of(stage.inside(), codec, id);
                if files::load(codec, &path)?.0 != *bytes {
                    return Err(Error::Damaged { path });
                }
            }
            Ok(document(&export.document, recovery))
        })
    }
}

fn append(archive: &mut tar::Builder<Vec<u8>>, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut header = tar::Header::new_ustar();
    header.set_size(bytes.len() as u64);
    header.set_mode(0o600);
    archive.append_data(&mut header, name, bytes)
}

/// `None`: there is something in it that we did not put there, or no document.
fn unpack(archive: &[u8]) -> io::Result<Option<Export>> {
    let mut document = None;
    let mut blobs = Vec::new();
    for entry in tar::Archive::new(archive).entries()? {
        let mut entry = entry?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        if name == DOCUMENT && document.is_none() {
            document = Some(bytes);
        } else if let Some(Ok(id)) = name.strip_prefix(BLOBS).map(str::parse::<BlobId>) {
            blobs.push((id, bytes));
        } else {
            return Ok(None);
        }
    }
    Ok(document.map(|document| Export { document, blobs }))
}
