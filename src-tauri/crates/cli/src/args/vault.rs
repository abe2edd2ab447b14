//! `candidacy vault …`, and what opens it.

use std::path::PathBuf;

use clap::{Args, Subcommand, builder::ValueHint};

use super::Json;

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
