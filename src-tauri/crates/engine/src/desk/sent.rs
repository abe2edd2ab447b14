//! What was sent: when, to whom, and exactly which files.

use std::{
    cell::LazyCell,
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use jiff::civil::DateTime;

use super::{
    Desk, PackageView, SentView,
    message::file_name,
    open::new_id,
    package::{files, last_name},
    state::{Packed, Sent},
};
use crate::{Document, Error};

impl Desk {
    /// The candidate sent it: keeps when, to whom, and exactly what. `to` is what they say;
    /// without it, it is whom the message was made for.
    ///
    /// The files are read back from where they were put. One that is attached and is not as it
    /// was written is not what we could vouch for; what only lies in the folder is theirs to
    /// change.
    #[tracing::instrument(skip_all)]
    pub fn mark_sent(
        &mut self,
        application: &str,
        to: Option<&[String]>,
        now: DateTime,
    ) -> Result<PackageView, Error> {
        let made = self.made(application)?.clone();
        let zip = LazyCell::new(|| Document::open(&made.zip).ok());
        let (mut files, mut lost) = (Vec::new(), Vec::new());
        for file in &made.files {
            match read(&made.folder, file) {
                Ok(bytes) => files.push((file.clone(), bytes)),
                Err(_) if file.stays => lost.push(file.name.clone()),
                // A folder that was moved or tidied has its zip beside it.
                Err(error @ Error::Gone { .. }) => {
                    let zipped = zip.as_ref().and_then(|it| {
                        bundle::Archive::open(&it.bytes)?.file(&file.name, file.bytes)
                    });
                    let bytes =
                        zipped.filter(|it| bundle::sha256(it) == file.sha256).ok_or(error)?;
                    files.push((file.clone(), bytes));
                }
                Err(error) => return Err(error),
            }
        }
        let mut kept = Vec::new();
        for (file, bytes) in files {
            kept.push(Packed { blob: Some(self.put(&bytes)?), ..file });
        }
        let said = |to: &[String]| -> Vec<String> {
            to.iter().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
        };
        let sent = Sent {
            id: new_id(),
            when: now,
            to: to.map_or(made.to, said),
            name: last_name(&made.folder),
            files: kept,
            lost,
        };
        let open = self.ready()?;
        let mut state = open.state.clone();
        let kept = state.application_mut(application)?;
        kept.changed = now;
        kept.sent.push(sent);
        kept.state = None;
        open.replace(state)?;
        tracing::info!("marked as sent");
        self.package(application, now)
    }

    /// It was not sent after all. What was kept of it goes.
    #[tracing::instrument(skip_all)]
    pub fn forget_sent(
        &mut self,
        application: &str,
        sent: &str,
        now: DateTime,
    ) -> Result<PackageView, Error> {
        let open = self.ready()?;
        let mut state = open.state.clone();
        let kept = state.application_mut(application)?;
        let at = kept.sent.iter().position(|it| it.id == sent);
        kept.sent.remove(at.ok_or(Error::Gone { what: "sent package", name: None })?);
        kept.changed = now;
        open.replace(state)?;
        tracing::info!("not sent after all");
        self.package(application, now)
    }

    /// What was sent once, as a zip and its name.
    pub fn sent_zip(&self, application: &str, sent: &str) -> Result<Document, Error> {
        let sent = self.application(application)?.sent.iter().find(|it| it.id == sent);
        let sent = sent.ok_or(Error::Gone { what: "sent package", name: None })?;
        let mut files = Vec::new();
        for file in &sent.files {
            let blob = file.blob.as_deref().unwrap_or_default();
            files.push((file.name.as_str(), self.get(blob)?));
        }
        let files: Vec<_> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        let bytes = bundle::zip(&file_name(&sent.name), sent.when, &files)?;
        Ok(Document::named(&format!("{}.zip", sent.name), bytes))
    }
}

/// A file of a package, if it is as it was written.
fn read(folder: &Path, file: &Packed) -> Result<Vec<u8>, Error> {
    let bytes = fs::read(folder.join(&file.name)).map_err(|source| match source.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            Error::Gone { what: "file of the package", name: Some(file.name.clone()) }
        }
        _ => Error::Read { path: PathBuf::from(&file.name), source },
    })?;
    if bundle::sha256(&bytes) != file.sha256 {
        let reason = "the file was changed after the package was made".to_owned();
        return Err(Error::Invalid { subject: Some(file.name.clone()), reason });
    }
    Ok(bytes)
}

/// What was sent, to be shown.
pub(super) fn view(sent: &Sent) -> SentView {
    SentView {
        id: sent.id.clone(),
        when: sent.when,
        to: sent.to.clone(),
        files: files(&sent.files),
        lost: sent.lost.clone(),
    }
}
