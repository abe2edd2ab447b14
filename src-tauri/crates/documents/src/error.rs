//! Why a file cannot go along, or a document of ours not be made, and what to do about it.

use serde::{Deserialize, Serialize};

use crate::CvKind;

/// What stands in the way. Each message names the file and says what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file has no bytes.
    #[error("`{name}` is empty: choose the file again, or export it once more")]
    Empty {
        /// The file's name.
        name: String,
    },
    /// More bytes than any mail takes, so not worth the risk of reading.
    #[error(
        "`{name}` has {megabytes} MB, and a CV may have {limit}: save it with smaller pictures"
    )]
    TooLarge {
        /// The file's name.
        name: String,
        /// Its size, rounded up.
        megabytes: u64,
        /// The most we read.
        limit: u64,
    },
    /// It asks for a password before it shows anything.
    #[error(
        "`{name}` is protected by a password: save a copy without one ({kind}) and choose that copy"
    )]
    Encrypted {
        /// The file's name.
        name: String,
        /// What it would be without the password.
        kind: CvKind,
    },
    /// It begins like one of our kinds and is broken.
    #[error("`{name}` is a damaged {kind} file ({reason}): export it once more")]
    Damaged {
        /// The file's name.
        name: String,
        /// What it begins like.
        kind: CvKind,
        /// What the reader said.
        reason: String,
    },
    /// Reading took too long, which an honest CV never does.
    #[error("`{name}` could not be read in {seconds} s: export it once more as {kind}")]
    Slow {
        /// The file's name.
        name: String,
        /// What it begins like.
        kind: CvKind,
        /// How long we waited.
        seconds: u64,
    },
    /// It carries macros, which mail programs throw away unread.
    #[error("`{name}` contains macros: save it as a .docx without them")]
    Macros {
        /// The file's name.
        name: String,
    },
    /// A file that we know, of a kind that no posting asks for.
    #[error("`{name}` is {found}: save it as PDF, Word (.docx), text or HTML")]
    OtherKind {
        /// The file's name.
        name: String,
        /// What it is, with its article: `an RTF document`.
        found: String,
    },
    /// Bytes that are neither a document we know nor text.
    #[error("`{name}` is not a document we know: a CV is PDF, Word (.docx), text or HTML")]
    Unknown {
        /// The file's name.
        name: String,
    },
    /// A font that a PDF of ours should use is no font, or forbids it.
    #[error("the font `{font}` cannot be used: {reason}")]
    Font {
        /// Which font.
        font: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A letter that no font at hand can draw. An empty box would be worse than an error.
    #[error("no font at hand can draw `{letter}` (U+{code:04X})", code = u32::from(*.letter))]
    Letter {
        /// The letter.
        letter: char,
    },
    /// A document of ours could not be put together.
    #[error("the document could not be written: {reason}")]
    Unwritten {
        /// What the writer said.
        reason: String,
    },
    /// LibreOffice made no PDF of a file.
    #[error("`{name}` could not be turned into a PDF: {reason}")]
    Office {
        /// The file's name.
        name: String,
        /// What went wrong.
        reason: String,
    },
}
