//! How a failure looks from the screens' side.

use serde::Serialize;
use ts_rs::TS;

use super::vault::Trouble;

/// A command that said no.
///
/// `message` is English and for the log; screens translate by `code` and may
/// name the `subject`.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CommandError {
    /// What kind of failure, for the screens to choose their words.
    pub code: Code,
    /// What it was about: a file's name, a field's label.
    pub subject: Option<String>,
    /// In English, for the log, without personal data.
    pub message: String,
    /// The state of the vault, for [`Code::Vault`].
    pub trouble: Option<Trouble>,
}

/// The kinds of failures that a screen has words for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Code {
    /// What was typed or chosen cannot be used as it is.
    Invalid,
    /// It is gone: an application, a document, a file on the disk.
    NotFound,
    /// The file is not what its name says, or nothing we can read.
    NotAForm,
    /// The file is protected by a password.
    Password,
    /// The file has macros, so it is not opened.
    Macros,
    /// The file is damaged or hostile.
    Damaged,
    /// The application cannot be bundled yet.
    NotReady,
    /// It is not as it was when the candidate looked at it.
    Changed,
    /// The vault is not open, or cannot be written.
    Vault,
    /// The disk did not let us.
    Disk,
    /// No program for it on this computer: mail, file manager.
    NoProgram,
    /// Our own fault.
    Internal,
}

impl CommandError {
    /// A failure that needs no more words than its kind.
    pub(crate) fn plain(code: Code) -> Self {
        Self { code, subject: None, message: code.message().into(), trouble: None }
    }
}

impl Code {
    /// For the log: it knows no names and no values.
    pub(crate) const fn message(self) -> &'static str {
        match self {
            Self::Invalid => "what was given cannot be used as it is",
            Self::NotFound => "it is not there any more",
            Self::NotAForm => "the file is nothing that can be read",
            Self::Password => "the file is protected by a password",
            Self::Macros => "the file has macros",
            Self::Damaged => "the file is damaged",
            Self::NotReady => "the application is not ready",
            Self::Changed => "it changed after it was looked at",
            Self::Vault => "the vault is not open, or cannot be written",
            Self::Disk => "the disk did not let us",
            Self::NoProgram => "there is no program for it",
            Self::Internal => "our own fault",
        }
    }
}
