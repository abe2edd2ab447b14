//! The candidate's facts, to be shown and edited.

pub use profile::{Finding as ProfileFinding, Suggestion};
use serde_json::Value as Json;

/// The candidate's facts, and what is to be said about them.
#[derive(Debug, Clone)]
pub struct ProfileView {
    /// The profile as its JSON Schema describes it; blanks are left out.
    pub facts: Json,
    /// What cannot be right, or may not be.
    pub findings: Vec<ProfileFinding>,
    /// What we would write where the candidate has not said, for them to take.
    pub suggestions: Vec<Suggestion>,
    /// What the applications at hand ask for.
    pub wanted: Vec<Wanted>,
    /// JSON pointers of the sensitive members, with `*` for any entry of a list.
    pub sensitive: Vec<String>,
}

/// A fact that applications at hand ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Where it goes in the profile: a JSON pointer.
    pub pointer: String,
    /// The key that forms ask for.
    pub key: String,
    /// Whether the profile says it.
    pub is_there: bool,
    /// The titles of the applications that ask.
    pub applications: Vec<String>,
}

/// One change of the profile. Missing members on the way are made; `/work/-` is
/// behind the last entry.
#[derive(Debug, Clone)]
pub enum ProfileEdit {
    /// Writes a member or an entry.
    Set {
        /// Where: a JSON pointer.
        pointer: String,
        /// What. Nothing (`null`, `""`) takes the member away.
        value: Json,
    },
    /// Takes a member or an entry away.
    Remove {
        /// Where: a JSON pointer.
        pointer: String,
    },
    /// Moves an entry of a list.
    Move {
        /// The list: a JSON pointer.
        pointer: String,
        /// From where, counted from 0.
        from: usize,
        /// To where, counted from 0, after it was taken out.
        to: usize,
    },
}

/// What an import added. It can be undone.
#[derive(Debug, Clone)]
pub struct ImportedView {
    /// The file's name.
    pub file: String,
    /// JSON pointers of what was added.
    pub added: Vec<String>,
    /// What the file said and the profile has no place for, in English.
    pub skipped: Vec<String>,
}
