//! What can be said on the command line.

mod applications;
mod cv;
pub(crate) mod papers;

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum, builder::ValueHint};
use clap_complete::Shell;
use engine::{Confidence, Key, jiff::civil::Date};

pub(crate) use applications::{Applications, State};
pub(crate) use cv::Cv;

/// Fill application forms from your profile and bundle them with your CV,
/// ready to send. Nothing is ever sent, and nothing leaves this computer.
#[derive(Debug, Parser)]
#[command(name = "candidacy", version, arg_required_else_help = true, after_help = EXAMPLES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// The day to work on, for tests.
    #[arg(long, global = true, hide = true, value_name = "DATE")]
    pub(crate) today: Option<Date>,
}

const EXAMPLES: &str = "\
Examples:
  candidacy profile new profile.json
  candidacy inspect form.docx
  candidacy fill form.docx --profile profile.json --out filled.docx
  candidacy bundle --posting msra-trustworthy-systems --profile profile.json \\
      --form form.docx --cv cv-en.pdf --cv cv-zh.docx --out applications

Exit codes: 0 done, 1 the work cannot be done, 2 wrong usage.";

/// One thing to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List what a form asks, and which of your facts would answer it
    #[command(after_long_help = INSPECT)]
    Inspect(Inspect),
    /// Fill a form from your profile
    #[command(after_long_help = FILL)]
    Fill(Fill),
    /// Fill the form and bundle it with your CVs: a folder, a zip and an e-mail draft
    #[command(after_long_help = BUNDLE)]
    Bundle(Bundle),
    /// Look an application over without writing anything
    #[command(after_long_help = CHECK)]
    Check(Check),
    /// Write the cover letter for a posting, as Word, PDF or text
    #[command(after_long_help = papers::LETTER)]
    Letter(papers::Letter),
    /// Write down every question of a form with its answer, as Word or PDF
    #[command(after_long_help = papers::ANSWERS)]
    Answers(papers::Answers),
    /// Write down what is sent, to whom, and what speaks for you, as Word or PDF
    #[command(after_long_help = papers::SUMMARY)]
    Summary(papers::Summary),
    /// Make a PDF of a filled form, with LibreOffice
    #[command(after_long_help = papers::PDF)]
    Pdf(papers::Pdf),
    /// Put several PDFs into one
    #[command(after_long_help = papers::MERGE)]
    Merge(papers::Merge),
    /// Look into a CV
    #[command(subcommand)]
    Cv(Cv),
    /// Begin, check, import or export a profile
    #[command(subcommand)]
    Profile(Profile),
    /// Look after the vault, where the app keeps your data
    #[command(subcommand)]
    Vault(Vault),
    /// List your applications in the app's vault: what is due next, and what is missing
    #[command(after_long_help = applications::APPLICATIONS)]
    Applications(applications::Applications),
    /// List the postings that come with the program
    Postings(Json),
    /// Read what a posting asks for, or look over what was read
    #[command(subcommand)]
    Posting(Posting),
    /// Print completions for a shell
    #[command(
        after_help = "Example:\n  candidacy completions bash > ~/.local/share/bash-completion/completions/candidacy"
    )]
    Completions {
        /// The shell
        shell: Shell,
    },
}

const INSPECT: &str = "\
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

const FILL: &str = "\
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

const BUNDLE: &str = "\
Examples:
  candidacy bundle --posting msra-trustworthy-systems --profile profile.json \\
      --form form.docx --cv cv-en.pdf --cv cv-zh.docx --to interns@example.com --out applications
  candidacy bundle --posting my-posting/ --profile profile.json --cv cv.pdf --out applications

Without --form the posting's own form is filled, if one comes with it. A PDF copy of it goes
along where the posting takes PDF and LibreOffice is here; a posting that wants one PDF gets
one, with a bookmark for each file.
An earlier bundle is never overwritten: a new one gets a number.

The JSON has `ready`, `folder`, `zip`, `draft`, `files` (name, role, bytes, sha256), `to`,
`subject`, `written`, `missing`, `fields` (as of `fill`), `findings` (code, severity stops
or warns, what, hint), `logic` and `evidence` (id, text, verdict met, perhaps or
nothing_found, reasons: en, zh, source). When it is not ready, only `ready`, `findings`, `logic`, `evidence`.";

const CHECK: &str = "\
Example:
  candidacy check --posting msra-trustworthy-systems --profile profile.json --cv cv-en.pdf

The JSON has `ready`, `findings`, `logic` and `evidence`, as of `bundle`.";

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

/// Print JSON?
#[derive(Debug, Args)]
pub(crate) struct Json {
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

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
    /// Who to send it to; may be given several times
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) to: Vec<String>,
    /// Which of your addresses you send from, as a hint for your mail program
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) from: Option<String>,
    /// The language of the mail
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) language: Language,
    #[command(flatten)]
    pub(crate) choices: Choices,
    #[command(flatten)]
    pub(crate) print: Json,
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

/// What to do with a profile.
#[derive(Debug, Subcommand)]
pub(crate) enum Profile {
    /// Begin a profile: a file with the usual questions, unanswered
    #[command(after_help = "Example:\n  candidacy profile new profile.json")]
    New {
        /// Where it goes; nothing may be there yet
        #[arg(default_value = "profile.json", value_hint = ValueHint::FilePath)]
        file: PathBuf,
    },
    /// Look a profile over: what is mistyped, what contradicts itself
    #[command(after_help = "Example:\n  candidacy profile check profile.json")]
    Check {
        #[command(flatten)]
        profile: OneProfile,
        #[command(flatten)]
        print: Json,
    },
    /// Print the JSON Schema of profiles, which says what can be told
    Schema,
    /// Add what a JSON Resume, a BibTeX file or another profile says
    #[command(after_long_help = IMPORT)]
    Import {
        /// The file to take from; its kind is told by its content
        #[arg(value_hint = ValueHint::FilePath)]
        file: PathBuf,
        #[command(flatten)]
        facts: Facts,
    },
    /// Write a profile as JSON Resume, without what is sensitive
    #[command(after_help = "Example:\n  candidacy profile export profile.json --out resume.json")]
    Export {
        #[command(flatten)]
        profile: OneProfile,
        /// JSON Resume knows one language at a time
        #[arg(long, value_enum, default_value_t = Language::En)]
        language: Language,
        /// Where it goes; printed without it
        #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
        out: Option<PathBuf>,
        /// Replace the file at --out
        #[arg(long)]
        force: bool,
    },
}

const IMPORT: &str = "\
Examples:
  candidacy profile import resume.json --profile profile.json
  candidacy profile import papers.bib --profile profile.json
  candidacy profile import papers.bib --vault

What the profile says already stays. A profile's file that is not there is made; into the
vault it goes while the app is closed.";

/// A profile, with or without the name of the option before it.
#[derive(Debug, Args)]
pub(crate) struct OneProfile {
    /// The profile
    #[arg(
        value_name = "PROFILE",
        value_hint = ValueHint::FilePath,
        required_unless_present_any = ["profile", "vault", "vault_folder"],
        conflicts_with_all = ["profile", "vault", "vault_folder", "passphrase_file", "recovery_key_file"]
    )]
    file: Option<PathBuf>,
    /// The same
    #[arg(
        long,
        value_name = "FILE",
        hide = true,
        value_hint = ValueHint::FilePath,
        conflicts_with_all = ["vault", "vault_folder", "passphrase_file", "recovery_key_file"]
    )]
    profile: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) vault: InVault,
}

impl OneProfile {
    /// Its file. `None`: it is kept in the vault.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.file.as_deref().or(self.profile.as_deref())
    }
}

/// Where the candidate's facts are: in a file or in the vault.
#[derive(Debug, Args)]
pub(crate) struct Facts {
    /// Your profile
    #[arg(
        long,
        value_name = "FILE",
        value_hint = ValueHint::FilePath,
        required_unless_present_any = ["vault", "vault_folder"],
        conflicts_with_all = ["vault", "vault_folder", "passphrase_file", "recovery_key_file"]
    )]
    pub(crate) profile: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) vault: InVault,
}

/// Facts that the app keeps.
#[derive(Debug, Args)]
pub(crate) struct InVault {
    /// Your profile as the app keeps it
    #[arg(long)]
    vault: bool,
    #[command(flatten)]
    pub(crate) at: Kept,
}

/// Which vault, and what opens it.
#[derive(Debug, Args)]
pub(crate) struct Kept {
    /// The vault in this folder instead of the app's own
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) vault_folder: Option<PathBuf>,
    /// What opens the vault, if it is not the keyring: a file with its passphrase
    #[arg(
        long,
        value_name = "FILE",
        value_hint = ValueHint::FilePath,
        conflicts_with = "recovery_key_file"
    )]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// The same: a file with the recovery key that you wrote down
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) recovery_key_file: Option<PathBuf>,
}

/// What to do with the vault.
#[derive(Debug, Subcommand)]
pub(crate) enum Vault {
    /// Say where the vault is, how it is protected and how much it keeps
    #[command(after_help = "Example:\n  candidacy vault status")]
    Status {
        #[command(flatten)]
        at: Kept,
        #[command(flatten)]
        print: Json,
    },
    /// List the backups, the latest first
    #[command(after_help = "Example:\n  candidacy vault backups")]
    Backups {
        #[command(flatten)]
        at: Kept,
        #[command(flatten)]
        print: Json,
    },
    /// Write everything into one file for another computer, under a passphrase
    #[command(after_help = "Example:\n  candidacy vault export candidacy.age")]
    Export {
        /// Where it goes
        #[arg(value_hint = ValueHint::FilePath)]
        file: PathBuf,
        /// A file with the passphrase to put on it; asked for without it
        #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
        export_passphrase_file: Option<PathBuf>,
        /// Replace the file
        #[arg(long)]
        force: bool,
        #[command(flatten)]
        at: Kept,
    },
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn what_may_be_released_is_all_or_known_keys() {
        let parse = |word: &str| {
            Cli::try_parse_from([
                "candidacy",
                "fill",
                "f",
                "--profile",
                "p",
                "--out",
                "o",
                "--release",
                word,
            ])
        };
        assert!(parse("all").is_ok() && parse("birthDate,id.number").is_ok());
        let told = parse("birthday").unwrap_err();
        assert_eq!(told.exit_code(), 2);
        assert!(told.to_string().contains("there is no fact called `birthday`"), "{told}");
    }
}
