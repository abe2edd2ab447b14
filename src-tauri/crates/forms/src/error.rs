//! Why a form cannot be worked on, or an answer to it not be taken.

use crate::FieldId;

/// What stands in the way. Odd forms are no errors: what was not understood is
/// left blank and reported.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file cannot be opened, or not safely.
    #[error(transparent)]
    Package(#[from] ooxml::Error),
    /// The file is an office file, but no document with fields to fill.
    #[error(
        "it is neither a Word document nor an Excel workbook; open the form you were given, a .docx or .xlsx file"
    )]
    NotAForm,
    /// An answer names a field that the form does not have.
    #[error("the form has no field `{id}`; `candidacy inspect` lists its fields")]
    NoSuchField {
        /// The id that was given.
        id: FieldId,
    },
    /// An answer has a shape that its field does not take.
    #[error("the answer for field `{id}` ({label}) does not fit: {reason}")]
    Answer {
        /// The field.
        id: FieldId,
        /// Its printed words.
        label: String,
        /// What it takes instead.
        reason: String,
    },
    /// The answers are not the JSON we read.
    #[error("the answers cannot be read: {reason}")]
    Answers {
        /// What is wrong, and where.
        reason: String,
    },
    /// A dictionary of labels breaks its own rules.
    #[error("the label dictionary `{file}` is wrong: {reason}")]
    Dictionary {
        /// The dictionary.
        file: String,
        /// What is wrong.
        reason: String,
    },
}
