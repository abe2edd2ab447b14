//! What can be said of letters, sheets, copies and merging.

use std::path::{Path, PathBuf};

use clap::{Args, builder::ValueHint};

use super::{Application, Choices, Facts, Language};

pub(crate) const LETTER: &str = "\
Examples:
  candidacy letter --posting msra-trustworthy-systems --profile profile.json --out letter.pdf
  candidacy letter --posting msra-trustworthy-systems --profile profile.json \\
      --language zh --out letter.docx
  candidacy letter --posting my-posting/ --profile profile.json --out letter.txt

The letter is made of your facts and your own sentences (`statements` in the profile). What
is missing is a marked gap. A `.txt` is the letter as text: edit it, and give it back with
--text. Slots such as {contact.phone} may stand in it; `[…]` around a slot is left out where
the fact is missing.";

pub(crate) const ANSWERS: &str = "\
Examples:
  candidacy answers form.docx --profile profile.json --out answers.pdf
  candidacy answers form.xlsx --vault --language zh --out answers.docx

Every question of the form with its answer, for reading through and for portals. Nothing is
filled in. The options decide what is answered, as of `fill`.";

pub(crate) const SUMMARY: &str = "\
Example:
  candidacy summary --posting msra-trustworthy-systems --profile profile.json \\
      --cv cv-en.pdf --out summary.pdf

What is sent, to whom, and what speaks for you. The options are those of `bundle`.";

pub(crate) const PDF: &str = "\
Examples:
  candidacy pdf filled.docx
  candidacy pdf filled.xlsx --out form.pdf

LibreOffice makes the PDF, with settings of its own and no longer than 90 seconds. Where it is
not found by itself, CANDIDACY_OFFICE names its program. Then the PDF is read, and what of the
form it does not show is told.";

pub(crate) const MERGE: &str = "\
Example:
  candidacy merge letter.pdf form.pdf cv.pdf --out application.pdf

Pages keep their size, and each file gets a bookmark.";

#[derive(Debug, Args)]
pub(crate) struct Letter {
    /// A posting of `candidacy postings`, or a folder with a posting.toml
    #[arg(long, value_name = "ID|DIR")]
    pub(crate) posting: String,
    #[command(flatten)]
    pub(crate) facts: Facts,
    /// The language of the letter
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) language: Language,
    /// Your own text for it, instead of the usual one
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) text: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) out: Out,
}

#[derive(Debug, Args)]
pub(crate) struct Answers {
    /// The blank form, a Word or Excel file
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) form: PathBuf,
    #[command(flatten)]
    pub(crate) facts: Facts,
    /// The language of the sheet
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) language: Language,
    #[command(flatten)]
    pub(crate) choices: Choices,
    #[command(flatten)]
    pub(crate) out: Out,
}

#[derive(Debug, Args)]
pub(crate) struct Summary {
    #[command(flatten)]
    pub(crate) application: Application,
    #[command(flatten)]
    pub(crate) out: Out,
}

#[derive(Debug, Args)]
pub(crate) struct Pdf {
    /// A filled form, a Word or Excel file
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) form: PathBuf,
    /// Where the PDF goes; without it, beside the form
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    out: Option<PathBuf>,
    /// Replace what is there
    #[arg(long)]
    pub(crate) force: bool,
}

impl Pdf {
    /// Where the PDF goes.
    pub(crate) fn out(&self) -> PathBuf {
        self.out.clone().unwrap_or_else(|| self.form.with_extension("pdf"))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Merge {
    /// The PDFs, in their order
    #[arg(required = true, value_name = "PDF", value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,
    /// Where the one PDF goes
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) out: PathBuf,
    /// Replace the file at --out
    #[arg(long)]
    pub(crate) force: bool,
}

/// Where a paper goes; its ending says what it is drawn as.
#[derive(Debug, Args)]
pub(crate) struct Out {
    /// Where it goes: a `.docx` or a `.pdf`
    #[arg(long = "out", value_name = "FILE", value_hint = ValueHint::FilePath, value_parser = paper)]
    pub(crate) path: PathBuf,
    /// Replace the file at --out
    #[arg(long)]
    pub(crate) force: bool,
}

impl Out {
    /// What the file is to be.
    pub(crate) fn kind(&self) -> Paper {
        kind(&self.path).unwrap_or(Paper::Pdf)
    }
}

/// What a paper is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paper {
    Word,
    Pdf,
    Text,
}

fn kind(path: &Path) -> Option<Paper> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "docx" => Some(Paper::Word),
        "pdf" => Some(Paper::Pdf),
        "txt" => Some(Paper::Text),
        _ => None,
    }
}

fn paper(path: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(path);
    match kind(&path) {
        Some(_) => Ok(path),
        None => Err("a name that ends in .docx or .pdf says what to write".into()),
    }
}

/// What goes along beside the form and the CVs.
#[derive(Debug, Args)]
pub(crate) struct Extras {
    /// Write a cover letter and put it in
    #[arg(long)]
    pub(crate) letter: bool,
    /// Write it from your own text; see `candidacy letter`
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) letter_text: Option<PathBuf>,
    /// Make no PDF copies
    #[arg(long)]
    pub(crate) no_pdf: bool,
    /// Put the answers sheet and the summary into the folder, to read through
    #[arg(long)]
    pub(crate) papers: bool,
}
