//! What can be said of a whole application: `bundle` and `check`.

use std::path::PathBuf;

use clap::{Args, ValueEnum, builder::ValueHint};
use engine::desk::DocumentRole;

use super::{Choices, Facts, Json, papers};

pub(super) const BUNDLE: &str = "\
Examples:
  candidacy bundle --posting msra-trustworthy-systems --profile profile.json \\
      --form form.docx --cv cv-en.pdf --cv cv-zh.docx --to interns@example.com --out applications
  candidacy bundle --posting my-posting/ --profile profile.json --cv cv.pdf \
      --attach transcript=marks.pdf --out applications

Without --form the posting's own form is filled, if one comes with it. A PDF copy of it goes
along where the posting takes PDF and LibreOffice is here; a posting that wants one PDF gets
one, with a bookmark for each file.
An earlier bundle is never overwritten: a new one gets a number.

The JSON has `ready`, `folder`, `zip`, `draft`, `files` (name, role, bytes, sha256), `to`,
`subject`, `written`, `missing`, `fields` (as of `fill`), `findings` (code, severity stops
or warns, what, hint), `logic` and `evidence` (id, text, verdict met, perhaps or
nothing_found, reasons: en, zh, source). When it is not ready, only `ready`, `findings`, `logic`, `evidence`.";

pub(super) const CHECK: &str = "\
Example:
  candidacy check --posting msra-trustworthy-systems --profile profile.json --cv cv-en.pdf

The JSON has `ready`, `findings`, `logic` and `evidence`, as of `bundle`.";

#[derive(Debug, Args)]
pub(crate) struct Application {
    /// A posting of `candidacy postings`, or a folder with a posting.toml
    #[arg(long, value_name = "ID|DIR")]
    pub(crate) posting: String,
    #[command(flatten)]
    pub(crate) facts: Facts,
    /// The form to fill; without it, the one that comes with the posting
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) form: Option<PathBuf>,
    /// A CV: PDF, Word, text or HTML; may be given several times
    #[arg(long, value_name = "FILE", num_args = 1.., value_hint = ValueHint::FilePath)]
    pub(crate) cv: Vec<PathBuf>,
    /// What else goes along, and what it is: transcript, statement, references, publications,
    /// certificates, photo, letter or other; may be given several times
    #[arg(long, value_name = "KIND=FILE", value_parser = Attached::parse)]
    pub(crate) attach: Vec<Attached>,
    /// Who to send it to; may be given several times
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) to: Vec<String>,
    /// Which of your addresses you send from, as a hint for your mail program
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) from: Option<String>,
    /// The language of the mail; without it, the posting's
    #[arg(long, value_enum)]
    pub(crate) language: Option<Language>,
    #[command(flatten)]
    pub(crate) choices: Choices,
    #[command(flatten)]
    pub(crate) print: Json,
}

/// A file that goes along, and what it is.
#[derive(Debug, Clone)]
pub(crate) struct Attached {
    pub(crate) role: DocumentRole,
    pub(crate) path: PathBuf,
}

impl Attached {
    /// Reads `transcript=marks.pdf`.
    fn parse(typed: &str) -> Result<Self, String> {
        let (kind, path) = typed
            .split_once('=')
            .filter(|(_, path)| !path.is_empty())
            .ok_or("say what it is and where it lies: `transcript=marks.pdf`")?;
        let role = match kind {
            "letter" => DocumentRole::Letter,
            "transcript" => DocumentRole::Transcript,
            "statement" => DocumentRole::Statement,
            "references" => DocumentRole::References,
            "publications" => DocumentRole::Publications,
            "certificates" => DocumentRole::Certificates,
            "photo" => DocumentRole::Photo,
            "other" => DocumentRole::Other,
            _ => return Err(format!("`{kind}` is none of the kinds there are; `other` is one")),
        };
        Ok(Self { role, path: PathBuf::from(path) })
    }
}

/// A language to write in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    /// English
    En,
    /// Chinese
    Zh,
}

impl From<Language> for engine::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Self::En,
            Language::Zh => Self::Zh,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Bundle {
    #[command(flatten)]
    pub(crate) application: Application,
    #[command(flatten)]
    pub(crate) extras: papers::Extras,
    /// The folder to put the bundle into; made if it is not there
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) application: Application,
    /// Where the bundle would go; nothing is written
    #[arg(long, value_name = "DIR", hide = true)]
    pub(crate) out: Option<PathBuf>,
}
