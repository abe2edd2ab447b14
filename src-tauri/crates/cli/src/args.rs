//! What can be said on the command line.

mod application;
mod applications;
mod cv;
mod forms;
pub(crate) mod papers;
mod posting;
mod profile;
mod vault;

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use engine::jiff::civil::Date;

pub(crate) use application::{Application, Bundle, Check, Language};
pub(crate) use applications::{Applications, State};
pub(crate) use cv::Cv;
pub(crate) use forms::{Choices, Fill, Inspect, Released};
pub(crate) use posting::Posting;
pub(crate) use profile::{Facts, OneProfile, Profile};
pub(crate) use vault::{Kept, Vault};

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
    #[command(after_long_help = forms::INSPECT)]
    Inspect(Inspect),
    /// Fill a form from your profile
    #[command(after_long_help = forms::FILL)]
    Fill(Fill),
    /// Fill the form and bundle it with your CVs: a folder, a zip and an e-mail draft
    #[command(after_long_help = application::BUNDLE)]
    Bundle(Bundle),
    /// Look an application over without writing anything
    #[command(after_long_help = application::CHECK)]
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

/// Print JSON?
#[derive(Debug, Args)]
pub(crate) struct Json {
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
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
