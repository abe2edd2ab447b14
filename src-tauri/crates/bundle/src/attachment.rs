//! A file that goes along, and what it is.

use serde::Serialize;

use crate::FileName;

/// A file that goes along with an application.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// What it is called in the bundle.
    pub name: FileName,
    /// What it is there for.
    pub role: Role,
    /// What kind of file it is.
    pub media: Media,
    /// What it was called before, if the candidate brought it.
    pub original: Option<String>,
    /// Its content, which nothing here changes.
    pub bytes: Vec<u8>,
}

/// What a file of a bundle is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The filled form.
    Form,
    /// A CV.
    Cv,
    /// A cover or motivation letter.
    Letter,
    /// A transcript of marks.
    Transcript,
    /// Something else that goes along.
    Other,
    /// The words that go with it all.
    Note,
    /// The unsent message.
    Draft,
}

/// The kinds of files that go along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// `.docx`
    Word,
    /// `.dotx`
    WordTemplate,
    /// `.xlsx`
    Excel,
    /// `.xltx`
    ExcelTemplate,
    /// `.pdf`
    Pdf,
    /// `.txt`
    Text,
    /// `.html`
    Html,
    /// Anything else, which mail programs hand over as it is.
    Other,
}

impl Media {
    /// The type for a `Content-Type` header. Text says that it is UTF-8 when it
    /// is; any other encoding is not guessed.
    pub(crate) fn content_type(self, bytes: &[u8]) -> String {
        let kind = match self {
            Self::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::WordTemplate => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.template"
            }
            Self::Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::ExcelTemplate => {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.template"
            }
            Self::Pdf => "application/pdf",
            Self::Text => "text/plain",
            Self::Html => "text/html",
            Self::Other => "application/octet-stream",
        };
        let is_utf8 = matches!(self, Self::Text | Self::Html) && str::from_utf8(bytes).is_ok();
        if is_utf8 { format!("{kind}; charset=utf-8") } else { kind.to_owned() }
    }
}
