//! `candidacy cv …`.

use std::path::PathBuf;

use clap::{Subcommand, builder::ValueHint};

use super::Json;

/// What to do with a CV.
#[derive(Debug, Subcommand)]
pub(crate) enum Cv {
    /// Say what a CV is, whether programs can read it, and what in it could go into your profile
    #[command(after_long_help = READ)]
    Read {
        /// The CV: PDF, Word, text or HTML
        #[arg(value_hint = ValueHint::FilePath)]
        file: PathBuf,
        #[command(flatten)]
        print: Json,
    },
}

const READ: &str = "\
Examples:
  candidacy cv read cv.pdf
  candidacy cv read cv.docx --json > cv.json

The CV stays as it is, and nothing goes into a profile. It is read in a process of its own,
which may take 10 seconds and 1 GB of memory.

The JSON has `name`, `kind` (pdf, word, text, html), `bytes`, `pages` (null where nobody
counts them), `languages` (english, chinese, both, unknown, or {\"other\": code}), `title`,
`author`, `findings` (`finding`, a word, and `message`) and `offers`. Each offer has: kind
(name, email, phone, url, orcid, link, education, work, publication, skill), value (as in a
profile), summary, line (counted from 1) and words (its lines, as the CV has them).";
