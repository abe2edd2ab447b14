//! Reading files that come along. A CV takes its worker up to ten seconds, and the desk is not
//! needed for that: a [`Reader`] leaves it, and what was read comes back.

use super::Desk;
use crate::{CvOffers, Document, Engine, Error};

/// Nobody sends more, and each is read.
const MOST: usize = 50;

/// Reads files while others ask the desk.
#[derive(Debug, Clone)]
pub struct Reader {
    engine: Engine,
}

/// A file and what was found in it.
#[derive(Debug)]
pub struct ReadFile {
    pub(super) file: Document,
    /// What a CV reader sees, or why it sees nothing.
    pub(super) cv: Result<documents::Cv, String>,
    /// How many facts it offers for the profile.
    pub(super) offers: usize,
}

impl Desk {
    /// Somebody who reads files, away from the desk.
    pub fn reader(&self) -> Reader {
        Reader { engine: self.engine.clone() }
    }
}

impl Reader {
    /// Reads files that are to go along. One that cannot be read goes along all the same,
    /// unless it is a CV: the preflight says so.
    ///
    /// # Errors
    /// A file is empty, or there are more than anybody sends.
    pub fn read(&self, files: Vec<Document>) -> Result<Vec<ReadFile>, Error> {
        check_count(files.len())?;
        if let Some(empty) = files.iter().find(|it| it.bytes.is_empty()) {
            let reason = "the file is empty".to_owned();
            return Err(Error::Invalid { subject: Some(empty.name()), reason });
        }
        Ok(files.into_iter().map(|it| self.read_one(it)).collect())
    }

    fn read_one(&self, file: Document) -> ReadFile {
        let read = self.engine.read_cv(&file);
        let offers = read.as_ref().map_or(0, |it| profile::offer::from_cv(&it.text).len());
        let cv = read.map(|it| documents::Cv { text: String::new(), ..it });
        ReadFile { file, cv: cv.map_err(|it| it.to_string()), offers }
    }

    /// The text of a document, for one that cannot be shown as pages.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn text(&self, document: &Document) -> Result<String, Error> {
        Ok(self.engine.read_cv(document)?.text)
    }

    /// What a CV offers for the profile.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn offers(&self, cv: &Document) -> Result<CvOffers, Error> {
        self.engine.offers(cv)
    }
}

/// Refuses more documents than an application takes.
pub(super) fn check_count(documents: usize) -> Result<(), Error> {
    if documents <= MOST {
        return Ok(());
    }
    let reason = format!("an application takes {MOST} documents");
    Err(Error::Invalid { subject: None, reason })
}
