//! Why a package or a part cannot be used, and what the candidate can do about it.

use crate::FileKind;

/// What stands in the way. The message names the part and, where there is one, the byte.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file is not an office package at all; its content tells what it is.
    #[error("this is {}, not a `.docx` or `.xlsx` file; {}", .0.article(), .0.advice())]
    NotAPackage(FileKind),
    /// The package can run programs.
    #[error("it {what} (`{part}`), which can run programs; {advice}", advice = crate::active::ADVICE)]
    Active {
        /// The part that gives it away.
        part: String,
        /// What it does, such as "holds macros".
        what: &'static str,
    },
    /// An entry of the archive is protected with a zip password.
    #[error("`{part}` inside is protected by a zip password; ask for the file without one")]
    Encrypted {
        /// The entry's name.
        part: String,
    },
    /// The archive breaks a rule that every honest office file keeps.
    #[error("the file is not safe to open: {reason}; ask its owner for a fresh copy")]
    Unsafe {
        /// Which rule, with names and numbers.
        reason: String,
    },
    /// The archive is damaged.
    #[error("`{part}` inside is damaged: {reason}; download the file again")]
    Damaged {
        /// The part's name.
        part: String,
        /// What does not fit.
        reason: String,
    },
    /// There is no such part.
    #[error("the package has no part `{part}`")]
    NoSuchPart {
        /// The part's name.
        part: String,
    },
    /// A part cannot have this name.
    #[error("`{name}` cannot be the name of a part: {reason}")]
    PartName {
        /// The name, shortened for showing.
        name: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// A part's XML is not well-formed, too deep, or declares a DTD.
    #[error("`{part}` is not XML we can read: {reason}")]
    Xml {
        /// The part's name.
        part: String,
        /// What the parser said.
        reason: String,
    },
    /// Two edits claim the same bytes.
    #[error("edits overlap at byte {at}")]
    Overlap {
        /// Where the second edit begins.
        at: usize,
    },
    /// An edit ends past the part, or splits a character.
    #[error("edit {start}..{end} does not fit a part of {len} bytes")]
    OutOfBounds {
        /// First byte of the edit.
        start: usize,
        /// One past the last byte of the edit.
        end: usize,
        /// Length of the part.
        len: usize,
    },
}
