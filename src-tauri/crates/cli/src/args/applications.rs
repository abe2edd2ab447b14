//! What can be said of `applications`.

use clap::{Args, ValueEnum};

use super::{Json, Kept};

pub(super) const APPLICATIONS: &str = "\
Examples:
  candidacy applications
  candidacy applications --state draft --state ready
  candidacy applications microsoft --json

The vault is only read, also while the app is open. The keyring opens it, or its
passphrase, or the recovery key. Those that are under way come first, what is due
next on top.

The JSON is a list; each has: id, title, organisation, posting, state (draft, ready, sent,
answered, closed), deadline, days_left (negative: over), missing (codes, as in the findings
of `check`: what stops it from being packed), form, documents, changed and sent.";

/// Which applications to list.
#[derive(Debug, Args)]
pub(crate) struct Applications {
    /// Only those that have these words in their title, organisation or posting
    pub(crate) words: Vec<String>,
    /// Only those that are this far; several add up
    #[arg(long, value_name = "STATE")]
    pub(crate) state: Vec<State>,
    #[command(flatten)]
    pub(crate) at: Kept,
    #[command(flatten)]
    pub(crate) print: Json,
}

/// How far an application is, as people say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum State {
    /// Being put together
    Draft,
    /// Packed, and not sent
    Ready,
    /// Sent, as you said
    Sent,
    /// They answered
    Answered,
    /// Over
    Closed,
}
