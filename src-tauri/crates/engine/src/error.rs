//! One error for the whole engine: what went wrong, what to do, and a code to act on.

use std::{io, path::PathBuf};

use serde::Serialize;

use crate::{Preflight, desk::Trouble};

/// What went wrong, in the engine's words. Every message is one line.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is nothing at that path.
    #[error("there is no file `{}`", path.display())]
    NoSuchFile {
        /// The path.
        path: PathBuf,
    },
    /// A folder was given for a file.
    #[error("`{}` is a folder, not a file", path.display())]
    Folder {
        /// The path.
        path: PathBuf,
    },
    /// The file may not be read.
    #[error("could not read `{}`: {source}", path.display())]
    Read {
        /// The path.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file is far larger than any form or CV.
    #[error("`{}` has more than {limit} MB", path.display())]
    FileTooLarge {
        /// The path.
        path: PathBuf,
        /// The most that is read.
        limit: u64,
    },
    /// The file should hold text.
    #[error("`{}` is not a text file in UTF-8", path.display())]
    NotText {
        /// The path.
        path: PathBuf,
    },
    /// The form cannot be opened or filled.
    #[error("`{name}`: {source}")]
    Form {
        /// The form's file name.
        name: String,
        /// Why.
        source: forms::Error,
    },
    /// The profile cannot be read.
    #[error("`{name}`: {source}")]
    Profile {
        /// The profile's file name.
        name: String,
        /// Why.
        source: profile::Error,
    },
    /// Something named on the side is not a fact.
    #[error(transparent)]
    Key(profile::Error),
    /// The picture that the profile names.
    #[error("the picture `{}` cannot be used: {reason}", path.display())]
    Photo {
        /// Its path.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// A CV cannot be read. The message names the file and says what to do.
    #[error("{message}")]
    Cv {
        /// All of it.
        message: String,
    },
    /// The posting cannot be read.
    #[error(transparent)]
    Posting(#[from] postings::Error),
    /// The result would take the place of the blank form.
    #[error("`{}` is the form itself, and it would be lost", path.display())]
    OntoItself {
        /// The path.
        path: PathBuf,
    },
    /// The preflight found what stops the bundle.
    #[error("the application is not ready: {}", .0.stopped_by())]
    NotReady(Box<Preflight>),
    /// The bundle could not be made or written.
    #[error(transparent)]
    Bundle(#[from] bundle::Error),
    /// A paper could not be drawn, merged or turned into a PDF.
    #[error(transparent)]
    Paper(#[from] documents::Error),
    /// The fonts that ship with the app are not where they belong.
    #[error("the fonts of Candidacy are not beside the program, so no PDF can be drawn")]
    NoFonts,
    /// No program that prints Word and Excel files as PDF.
    #[error("there is no LibreOffice on this computer to make a PDF with")]
    NoOffice,
    /// A file could not be saved.
    #[error(transparent)]
    Save(#[from] vault::Error),
    /// It is not there, or not there any more: an application, a document.
    #[error("there is no such {what}")]
    Gone {
        /// What kind of thing.
        what: &'static str,
        /// Its name, where it has one.
        name: Option<String>,
    },
    /// What was typed or chosen cannot be used as it is.
    #[error("{reason}")]
    Invalid {
        /// What it is about: a file's name, a label, a JSON pointer.
        subject: Option<String>,
        /// Why, without what was typed.
        reason: String,
    },
    /// It is not as it was when the candidate looked at it.
    #[error("`{name}` changed after it was looked at")]
    Changed {
        /// What it is called.
        name: String,
    },
    /// What is kept is not open, or cannot be changed.
    #[error("{}", .0.what())]
    Vault(Trouble),
}

/// The kinds of failures that a screen has words for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
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
    /// Our own fault.
    Internal,
}

/// Says which kind of help the candidate needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// A file is not where it was said to be.
    NotFound,
    /// A file cannot be used as it is.
    Unusable,
    /// Something the candidate wrote needs a correction.
    InvalidInput,
    /// The preflight stops the bundle.
    NotReady,
    /// The disk or the folder does not take what is written.
    Storage,
}

impl Error {
    /// The code for this error.
    pub fn code(&self) -> Code {
        match self {
            Self::NoSuchFile { .. } | Self::Gone { .. } | Self::NoFonts | Self::NoOffice => {
                Code::NotFound
            }
            Self::Folder { .. }
            | Self::Read { .. }
            | Self::FileTooLarge { .. }
            | Self::NotText { .. }
            | Self::Form { .. }
            | Self::Photo { .. }
            | Self::Cv { .. }
            | Self::Paper(_) => Code::Unusable,
            Self::Profile { .. }
            | Self::Key(_)
            | Self::Posting(_)
            | Self::OntoItself { .. }
            | Self::Invalid { .. }
            | Self::Changed { .. }
            | Self::Bundle(bundle::Error::Address { .. } | bundle::Error::Invisible { .. }) => {
                Code::InvalidInput
            }
            Self::NotReady(_) => Code::NotReady,
            Self::Bundle(_) | Self::Save(_) | Self::Vault(_) => Code::Storage,
        }
    }

    /// Which words of a screen say it.
    pub fn refusal(&self) -> Refusal {
        match self {
            Self::NoSuchFile { .. }
            | Self::Gone { .. }
            | Self::NoFonts
            | Self::NoOffice
            | Self::Posting(postings::Error::Unknown { .. }) => Refusal::NotFound,
            Self::Folder { .. }
            | Self::FileTooLarge { .. }
            | Self::NotText { .. }
            | Self::Profile { .. }
            | Self::Key(_)
            | Self::Photo { .. }
            | Self::Cv { .. }
            | Self::Posting(_)
            | Self::OntoItself { .. }
            | Self::Invalid { .. }
            | Self::Bundle(bundle::Error::Address { .. } | bundle::Error::Invisible { .. }) => {
                Refusal::Invalid
            }
            Self::Form { source, .. } => refused_form(source),
            Self::Paper(error) => refused_paper(error),
            Self::NotReady(_) => Refusal::NotReady,
            Self::Changed { .. } => Refusal::Changed,
            Self::Read { .. } | Self::Bundle(_) => Refusal::Disk,
            Self::Save(error) if error.is_disk() => Refusal::Disk,
            Self::Save(_) | Self::Vault(_) => Refusal::Vault,
        }
    }

    /// What it is about, for a screen to name: a file, a label, a place in the profile.
    pub fn subject(&self) -> Option<String> {
        let file = |path: &PathBuf| Some(path.file_name()?.to_string_lossy().into_owned());
        match self {
            Self::NoSuchFile { path }
            | Self::Folder { path }
            | Self::Read { path, .. }
            | Self::FileTooLarge { path, .. }
            | Self::NotText { path }
            | Self::Photo { path, .. }
            | Self::OntoItself { path } => file(path),
            Self::Form { source: forms::Error::Answer { label, .. }, .. } => Some(label.clone()),
            Self::Profile { source: profile::Error::Member { pointer, .. }, .. } => {
                Some(pointer.clone())
            }
            Self::Form { name, .. } | Self::Profile { name, .. } | Self::Changed { name } => {
                Some(name.clone())
            }
            Self::Gone { name, .. } => name.clone(),
            Self::Invalid { subject, .. } => subject.clone(),
            Self::Key(_)
            | Self::Cv { .. }
            | Self::Posting(_)
            | Self::NotReady(_)
            | Self::Bundle(_)
            | Self::Paper(_)
            | Self::NoFonts
            | Self::NoOffice
            | Self::Save(_)
            | Self::Vault(_) => None,
        }
    }

    /// The state of the vault, where that is the matter.
    pub fn trouble(&self) -> Option<Trouble> {
        match self {
            Self::Vault(trouble) => Some(*trouble),
            Self::Save(error) => Trouble::of(error),
            _ => None,
        }
    }

    /// What went wrong and what to do about it, one line each.
    ///
    /// The crates below say both in one sentence, `what; what to do` or, of a CV,
    /// `what: what to do`. Where they do, it is taken apart here; else [`Error::hint`] knows something.
    pub fn told(&self) -> (String, String) {
        let message = self.to_string();
        let parts = match self {
            // Advice for a web page has a semicolon of its own.
            Self::Form { source: forms::Error::Package(ooxml::Error::NotAPackage(_)), .. } => {
                message.split_once("; ")
            }
            Self::Form { .. } | Self::Profile { .. } | Self::Key(_) => message.rsplit_once("; "),
            // Where a file is refused, what to do follows a colon.
            Self::Paper(error) if is_of_a_file(error) => message.rsplit_once(": "),
            Self::Cv { .. } => message.rsplit_once(": "),
            _ => None,
        };
        match parts {
            Some((what, hint)) => (what.to_owned(), hint.to_owned()),
            None => (message, self.hint()),
        }
    }

    /// What the candidate can do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::NoSuchFile { .. } => "check the spelling, and whether the file was moved".into(),
            Self::Folder { .. } => "name a file inside it".into(),
            Self::Read { .. } => "check that the file may be read and is not open elsewhere".into(),
            Self::FileTooLarge { .. } => {
                "choose the form or CV itself, or save it with smaller pictures".into()
            }
            Self::NotText { .. } => "open it in a text editor and save it as UTF-8".into(),
            Self::Form { source, .. } => form_hint(source),
            Self::Profile { .. } => {
                "correct it there; `candidacy profile check` looks at all of it".into()
            }
            Self::Key(_) => "`candidacy profile schema` describes every fact".into(),
            Self::Photo { .. } => {
                "name a JPEG or PNG picture in the profile, or take it out".into()
            }
            Self::Posting(postings::Error::Unknown { .. }) => {
                "`candidacy postings` lists them; a folder with a `posting.toml` works too".into()
            }
            Self::Posting(_) => "correct the posting there".into(),
            Self::OntoItself { .. } => "choose another name for the filled form".into(),
            Self::NotReady(preflight) => preflight.hint(),
            Self::Bundle(bundle::Error::Address { .. }) => "write it as name@example.com".into(),
            Self::Bundle(bundle::Error::Invisible { .. }) => {
                "take the character out where the text comes from".into()
            }
            Self::Bundle(_) => {
                "check the folder and the space on the disk; nothing half-written is left".into()
            }
            Self::Paper(documents::Error::Letter { .. }) => {
                "install a font that has it, or write it otherwise; a Word file needs none".into()
            }
            Self::Paper(documents::Error::Office { .. }) => {
                "the Word or Excel file is as it was; it stays the one to send".into()
            }
            Self::Cv { .. } | Self::Paper(_) => "nothing was written".into(),
            Self::NoFonts => {
                "install Candidacy again, or write a Word file (`--out F.docx`)".into()
            }
            Self::NoOffice => {
                "install it (libreoffice.org; on Debian `apt install libreoffice-writer \
                 libreoffice-calc`); until then send the Word or Excel file, or print it to PDF \
                 in Word"
                    .into()
            }
            Self::Save(vault::Error::Exists { .. }) => {
                "choose another name, or say `--force`".into()
            }
            Self::Save(vault::Error::NoFolder { .. }) => {
                "make the folder first, or choose another".into()
            }
            Self::Save(vault::Error::NotAFile { .. }) => "choose the name of a plain file".into(),
            Self::Save(vault::Error::NothingKept { .. }) => {
                "begin in the app, or name the vault's folder with `--vault-folder DIR`".into()
            }
            Self::Vault(trouble) => trouble.hint().into(),
            Self::Save(_) => {
                "check the folder and the space on the disk; the old file is as it was".into()
            }
            Self::Gone { .. } | Self::Changed { .. } => "look again at what there is".into(),
            Self::Invalid { .. } => "correct it, or choose another".into(),
        }
    }
}

/// Answers are the candidate's to correct; a form is its owner's.
fn form_hint(error: &forms::Error) -> String {
    match error {
        forms::Error::NoSuchField { .. } | forms::Error::Answer { .. } => {
            "`candidacy inspect FORM` lists every field, its id and its options"
        }
        forms::Error::Answers { .. } => {
            "answers are `{\"field id\": \"text\" | true | [\"option\"] | [[\"cell\"]] | null}`"
        }
        _ => "the form is as it was, and nothing was written",
    }
    .into()
}

/// What a screen says of a file that is no form we can work on.
fn refused_form(error: &forms::Error) -> Refusal {
    match error {
        forms::Error::NotAForm => Refusal::NotAForm,
        forms::Error::NoSuchField { .. } => Refusal::NotFound,
        forms::Error::Answer { .. } | forms::Error::Answers { .. } => Refusal::Invalid,
        forms::Error::Package(error) => match error {
            ooxml::Error::NotAPackage(ooxml::FileKind::PasswordProtected)
            | ooxml::Error::Encrypted { .. } => Refusal::Password,
            ooxml::Error::NotAPackage(_) => Refusal::NotAForm,
            ooxml::Error::Active { .. } => Refusal::Macros,
            _ => Refusal::Damaged,
        },
        _ => Refusal::Internal,
    }
}

/// Whether it refuses a file and says what to do with it.
fn is_of_a_file(error: &documents::Error) -> bool {
    matches!(
        error,
        documents::Error::Encrypted { .. }
            | documents::Error::Damaged { .. }
            | documents::Error::Empty { .. }
    )
}

/// What a screen says of a file that cannot be merged, or of a paper that cannot be drawn.
fn refused_paper(error: &documents::Error) -> Refusal {
    match error {
        documents::Error::Encrypted { .. } => Refusal::Password,
        documents::Error::Damaged { .. } => Refusal::Damaged,
        documents::Error::Empty { .. } | documents::Error::Letter { .. } => Refusal::Invalid,
        _ => Refusal::Internal,
    }
}
