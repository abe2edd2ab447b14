//! `candidacy posting …`.

use std::path::PathBuf;

use clap::{Subcommand, builder::ValueHint};

use super::Json;

/// What to do with a posting.
#[derive(Debug, Subcommand)]
pub(crate) enum Posting {
    /// Read a posting: pasted text, Markdown or a saved web page
    #[command(after_long_help = POSTING)]
    Import {
        /// The text; `-` reads the standard input
        #[arg(value_hint = ValueHint::FilePath)]
        file: PathBuf,
        /// Write a `posting.toml` into this folder, to correct, to use and to pass on
        #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
        out: Option<PathBuf>,
        #[command(flatten)]
        print: Json,
    },
    /// Look a `posting.toml` over: what is mistyped, and what is still to be asked
    #[command(after_help = "Example:\n  candidacy posting check my-posting/")]
    Check {
        /// The file, or the folder that it lies in
        #[arg(value_hint = ValueHint::AnyPath)]
        file: PathBuf,
        #[command(flatten)]
        print: Json,
    },
}

const POSTING: &str = "\
Examples:
  candidacy posting import posting.txt
  candidacy posting import saved-page.html --json
  candidacy posting import - --out my-posting < posting.txt

Nothing is guessed and nothing is fetched: each value has the sentence that says it, and
what the text does not say, or says twice differently, is listed to be asked for.

The JSON has title, organisation, group, location, posted_date, deadline (type, iso, time,
tz, and first, a softer day before it), duration (min_months, max_months, exact_weeks,
min_weeks, max_weeks), places (min, max), how_to_apply
(channels, email_to, email_cc, urls), mention (subject, note_phrase, body_must), files
(name_pattern, single_pdf, zip), materials, references (mode, count) and qualifications
(logic, items, preferred): each null or {value, quote, start, end}, where start and end
are the bytes of the quote in the text. ask lists what has to be asked, questions says why,
dropped is what was taken for noise.";
