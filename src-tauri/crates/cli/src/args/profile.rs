//! `candidacy profile …`, and where the candidate's facts are.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, builder::ValueHint};

use super::{Json, Kept, Language};

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
