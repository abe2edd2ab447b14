//! What can be said of one form: `inspect` and `fill`.

use std::path::PathBuf;

use clap::{Args, ValueEnum, builder::ValueHint};
use engine::{Confidence, Key};

use super::{Facts, Json};

pub(super) const INSPECT: &str = "\
Examples:
  candidacy inspect form.docx
  candidacy inspect form.xlsx --json > fields.json
  candidacy inspect form.docx --explain
  candidacy inspect form.docx --explain --profile profile.json | less -S

--explain draws the form as text: its paragraphs and the true grid of its tables, with the
id of a field in the place of its blank, `<t0r1c2>`; options and the cells of rows add their
places, `<t0r1c2.o0>` and `<t0r3c0.r1c2>`. Below stands for each field its label, section,
kind, limits, who fills it, the fact it asks for, how sure that is, and why. With --profile
also what would be put in by default, or what keeps it out.

The JSON has `form`, `fields` and `warnings` (what in the form reaches out of it).
Each field has: id, label, section, kind (text, date, check, choice, photo, signature,
rows), required, options, max_chars, max_words, max_choices, fill_by (candidate, office,
signature), where (in a Word form part, and table, row, cell or paragraph, nth, counted in
document order from 0; in a workbook part and sheet, row from 0, and the cell, such as `B6`),
current, and key, confidence (sure, likely, unsure), score (0 to 1) and reason: the fact that
would answer it, several joined with `+`, or null.";

#[derive(Debug, Args)]
pub(crate) struct Inspect {
    /// The form, a Word or Excel file
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) form: PathBuf,
    /// Draw the form's grid with its blanks, and say why each is taken for what
    #[arg(long, conflicts_with = "json")]
    pub(crate) explain: bool,
    /// A profile, to show what it would put in
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, requires = "explain")]
    pub(crate) profile: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) print: Json,
}

pub(super) const FILL: &str = "\
Examples:
  candidacy fill form.docx --profile profile.json --out filled.docx
  candidacy fill form.docx --profile profile.json --out filled.docx \\
      --answers answers.json --accept likely --release birthDate,id.number
  candidacy fill form.docx --vault --out filled.docx

With --vault the facts are the ones that the app keeps; they are only read, also while
the app is open. The keyring opens the vault, or its passphrase, or the recovery key.

Answers are JSON: {\"field id\": \"text\" | true | [\"option\"] | [[\"cell\", …]] | null}.
null means: leave it blank, I know. By default only sure matches are filled, and
sensitive facts (ID, passport, birth date, home address, family) are held back.

The JSON has `form`, `out`, `written` and `missing` (counts), `warnings` and `fields`.
Each field has: id, label, section, kind, required, written (the words, or null), key,
source (where in the profile, or \"answers\"), confidence, reason, and, where it stayed
blank, why (a word), because (a sentence) and proposed (what could go in).";

#[derive(Debug, Args)]
pub(crate) struct Fill {
    /// The blank form, a Word or Excel file; it stays as it is
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) form: PathBuf,
    #[command(flatten)]
    pub(crate) facts: Facts,
    /// Where the filled form goes
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) out: PathBuf,
    /// Replace the file at --out
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) choices: Choices,
    #[command(flatten)]
    pub(crate) print: Json,
}

#[derive(Debug, Args)]
pub(crate) struct Choices {
    /// Your own answers, as JSON
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) answers: Option<PathBuf>,
    /// Which matches to fill
    #[arg(long, value_enum, default_value_t = Accept::Sure)]
    pub(crate) accept: Accept,
    /// Sensitive facts that may go into this form: `all`, or keys with commas between
    #[arg(long, value_name = "all|KEY,…", value_delimiter = ',', value_parser = released)]
    pub(crate) release: Vec<Released>,
}

/// From which confidence on matches are filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Accept {
    /// Only those that are sure
    Sure,
    /// Likely ones too
    Likely,
    /// Every match
    All,
}

impl From<Accept> for Confidence {
    fn from(accept: Accept) -> Self {
        match accept {
            Accept::Sure => Self::Sure,
            Accept::Likely => Self::Likely,
            Accept::All => Self::Unsure,
        }
    }
}

/// One word of `--release`.
#[derive(Debug, Clone)]
pub(crate) enum Released {
    All,
    Key(Key),
}

fn released(word: &str) -> Result<Released, String> {
    match word.trim() {
        "all" => Ok(Released::All),
        key => Key::parse(key).map(Released::Key).map_err(|error| error.to_string()),
    }
}
