//! A posting of the candidate's own, as it is looked over.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was read from a posting, to be looked over.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PostingDraft {
    /// The facts that are written in a line each, all of them, said or not.
    pub facts: Vec<PostingFact>,
    /// What to send.
    pub materials: Vec<PostingMaterial>,
    /// The text does not say what to send.
    pub asks_materials: bool,
    /// One of the qualifications is enough.
    pub one_of: bool,
    /// Who may apply.
    pub qualifications: Vec<String>,
    /// What was taken for noise: buttons, counters, notices.
    pub dropped: Vec<String>,
}

/// One fact of a posting, in words.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PostingFact {
    /// Its name: `deadline.date`.
    pub name: String,
    /// What it says; empty where the text does not say it. Several are parted by commas.
    pub text: String,
    /// The sentence that says it.
    pub quote: Option<String>,
    /// The text does not settle it, and it matters.
    pub is_asked: bool,
}

/// One thing to send.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PostingMaterial {
    /// What it is: `form`, `cv`, `letter`, `transcript`, …
    pub item: String,
    /// Whether an application without it is incomplete.
    pub required: bool,
    /// The formats it may have; none: any.
    pub formats: Vec<PaperFormat>,
    /// The sentence that asks for it.
    pub quote: Option<String>,
}

/// A format that a posting may ask for.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) enum PaperFormat {
    /// PDF.
    Pdf,
    /// Word.
    Word,
    /// Plain text.
    Text,
    /// HTML.
    Html,
}

/// A posting as the candidate left it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PostingEdit {
    /// The facts; those that are not among them stay.
    pub facts: Vec<PostingFact>,
    /// What to send.
    pub materials: Vec<PostingMaterial>,
    /// One of the qualifications is enough.
    pub one_of: bool,
    /// Who may apply.
    pub qualifications: Vec<String>,
}
