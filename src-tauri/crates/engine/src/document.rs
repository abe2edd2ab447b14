//! A file of the candidate's, as it was when it was read.

use std::{
    fs::File,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use crate::Error;

/// The most that is read of any file. Forms and CVs have limits of their own below it.
const LIMIT_MB: u64 = 64;

/// A file that was read: a form, a CV, a list of answers.
#[derive(Clone)]
pub struct Document {
    /// Where it was.
    pub path: PathBuf,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Document {
    /// Reads the file at `path`, whole.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let fail = |source: io::Error| match source.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                Error::NoSuchFile { path: path.to_owned() }
            }
            _ => Error::Read { path: path.to_owned(), source },
        };
        let file = File::open(path).map_err(fail)?;
        if file.metadata().map_err(fail)?.is_dir() {
            return Err(Error::Folder { path: path.to_owned() });
        }
        let mut bytes = Vec::new();
        file.take((LIMIT_MB << 20) + 1).read_to_end(&mut bytes).map_err(fail)?;
        if bytes.len() as u64 > LIMIT_MB << 20 {
            return Err(Error::FileTooLarge { path: path.to_owned(), limit: LIMIT_MB });
        }
        Ok(Self { path: path.to_owned(), bytes })
    }

    /// A file that lies in no folder, such as one that came with a posting.
    pub fn named(name: &str, bytes: Vec<u8>) -> Self {
        Self { path: PathBuf::from(name), bytes }
    }

    /// Its name, without the folder.
    pub fn name(&self) -> String {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        name.to_string_lossy().into_owned()
    }

    /// Its text in whatever encoding it is written: saved pages and notes are often not UTF-8.
    pub fn text_in_any_encoding(&self) -> Result<String, Error> {
        documents::decode(&self.bytes).ok_or_else(|| Error::NotText { path: self.path.clone() })
    }

    /// Its text, byte order mark left out.
    pub fn text(&self) -> Result<&str, Error> {
        let text =
            str::from_utf8(&self.bytes).map_err(|_| Error::NotText { path: self.path.clone() })?;
        Ok(text.trim_start_matches('\u{feff}'))
    }
}

/// Says how large it is and nothing of what it holds.
impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Document").field("bytes", &self.bytes.len()).finish_non_exhaustive()
    }
}
