//! Folder, zip, e-mail draft and manifest of an application.
//!
//! [`gather`] puts finished files together with the words that go with them;
//! [`Bundle::write`] puts the whole on the disk. We never send: the candidate
//! opens the draft and presses send in their own mail program.
//!
//! **Invariants.** A file that is gathered keeps its bytes. A bundle appears
//! whole or not at all, and never in place of an earlier one. Names are valid
//! on every system.

mod address;
mod archive;
mod attachment;
mod draft;
mod encode;
mod error;
mod folder;
mod manifest;
mod name;

use jiff::civil::DateTime;
use sha2::{Digest as _, Sha256};

pub use address::Address;
pub use archive::Archive;
pub use attachment::{Attachment, Media, Role};
pub use draft::Letter;
pub use error::Error;
pub use folder::Written;
pub use manifest::{About, Answered, Filed, Record, Unanswered};
pub use name::{FileName, invisible, is_invisible};

/// The most that the attachments may weigh together, in bytes. In base64 that
/// comes close to the 25 MB that mailboxes take.
pub const MAX_ATTACHED: usize = 18_000_000;

/// The cover note's file.
pub const NOTE: &str = "note.txt";
/// The draft's file.
pub const DRAFT: &str = "draft.eml";
/// The manifest's file.
pub const MANIFEST: &str = "manifest.json";

/// What an application consists of, before it is gathered.
#[derive(Debug, Clone)]
pub struct Contents {
    /// What folder and zip are called.
    pub name: FileName,
    /// When it is gathered, by the candidate's clock.
    pub made: DateTime,
    /// The files that go along, the form first. Names that clash get numbers.
    pub attachments: Vec<Attachment>,
    /// Files that stay in the folder and go along with nothing: to read through, or the single
    /// files of one that was merged.
    pub kept: Vec<Attachment>,
    /// The words that go with it, for mail, portal or paper.
    pub note: String,
    /// The mail to draft, if the posting takes mail.
    pub letter: Option<Letter>,
    /// Where the answers came from.
    pub record: Record,
}

/// A gathered application, ready to be written.
#[derive(Debug)]
pub struct Bundle {
    name: FileName,
    made: DateTime,
    attachments: Vec<Attachment>,
    note: Vec<u8>,
    draft: Option<Vec<u8>>,
    manifest: Vec<u8>,
    files: Vec<Filed>,
}

/// Gives each file a name of its own, for a letter that names them. [`gather`]
/// does the same, so what is settled stays.
pub fn settle_names(attachments: &mut [Attachment]) {
    let mut names: Vec<_> = attachments.iter_mut().map(|it| &mut it.name).collect();
    name::distinct(&mut names, &[NOTE, DRAFT, MANIFEST]);
}

/// Gathers an application: settles names, writes the draft and the manifest.
pub fn gather(contents: Contents) -> Result<Bundle, Error> {
    let Contents { name, made, mut attachments, kept, note, letter, record } = contents;
    let sent = attachments.len();
    attachments.extend(kept);
    settle_names(&mut attachments);
    let note = note.into_bytes();
    let draft =
        letter.as_ref().map(|letter| draft::write(letter, &attachments[..sent])).transpose()?;
    let mut files: Vec<_> = attachments
        .iter()
        .enumerate()
        .map(|(place, it)| Filed {
            stays: place >= sent,
            ..filed(it.name.as_str(), it.role, it.original.clone(), &it.bytes)
        })
        .collect();
    files.push(filed(NOTE, Role::Note, None, &note));
    files.extend(draft.as_ref().map(|draft| filed(DRAFT, Role::Draft, None, draft)));
    let manifest = manifest::write(made, letter.as_ref(), &files, &record)?;
    Ok(Bundle { name, made, attachments, note, draft, manifest, files })
}

/// A zip of files under one folder's name, as [`Bundle::write`] makes it.
///
/// # Errors
/// More bytes than a zip can hold.
pub fn zip(name: &FileName, made: DateTime, files: &[(&str, &[u8])]) -> Result<Vec<u8>, Error> {
    archive::write(name, made, files)
}

/// An unsent message without attachments, as a mail program opens it.
///
/// # Errors
/// A character that nobody can see in the subject or the words.
pub fn message(letter: &Letter) -> Result<Vec<u8>, Error> {
    draft::write(letter, &[])
}

/// The SHA-256 digest of a file's content, in hexadecimal, as [`Filed`] has it.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

impl Bundle {
    /// What the folder holds, the manifest left out.
    pub fn files(&self) -> &[Filed] {
        &self.files
    }

    /// The unsent message, if the posting takes mail.
    pub fn draft(&self) -> Option<&[u8]> {
        self.draft.as_deref()
    }

    /// Every file of the folder, its name and its bytes.
    fn contents(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let draft = self.draft.iter().map(|draft| (DRAFT, draft.as_slice()));
        let ours = [(NOTE, self.note.as_slice()), (MANIFEST, self.manifest.as_slice())];
        self.attachments
            .iter()
            .map(|it| (it.name.as_str(), it.bytes.as_slice()))
            .chain(ours)
            .chain(draft)
    }
}

fn filed(name: &str, role: Role, original: Option<String>, bytes: &[u8]) -> Filed {
    let (name, stays, sha256) = (name.to_owned(), false, sha256(bytes));
    Filed { name, role, stays, original, bytes: bytes.len(), sha256 }
}

/// Bytes as digits, as digests are written.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let pair = |it: &u8| [DIGITS[usize::from(it >> 4)], DIGITS[usize::from(it & 15)]];
    bytes.iter().flat_map(pair).collect()
}
