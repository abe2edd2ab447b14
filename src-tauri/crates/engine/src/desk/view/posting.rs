//! A posting of the candidate's own, as it is looked over.

use postings::Format;

/// What was read from a posting, to be looked over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostingDraft {
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostingFact {
    /// Its name in `posting.toml`: `deadline.date`.
    pub name: String,
    /// What it says; empty where the text does not say it. Several are parted by commas.
    pub text: String,
    /// The sentence that says it.
    pub quote: Option<String>,
    /// The text does not settle it, and it matters.
    pub is_asked: bool,
}

/// One thing to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostingMaterial {
    /// What it is: `form`, `cv`, `letter`, `transcript`, …
    pub item: String,
    /// Whether an application without it is incomplete.
    pub required: bool,
    /// The formats it may have; none: any.
    pub formats: Vec<Format>,
    /// The sentence that asks for it.
    pub quote: Option<String>,
}

/// A posting as the candidate left it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostingEdit {
    /// The facts; those that are not among them stay.
    pub facts: Vec<PostingFact>,
    /// What to send.
    pub materials: Vec<PostingMaterial>,
    /// One of the qualifications is enough.
    pub one_of: bool,
    /// Who may apply.
    pub qualifications: Vec<String>,
}
