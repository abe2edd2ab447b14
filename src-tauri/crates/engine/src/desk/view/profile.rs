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

/// What a CV says that could go into the profile. Nothing has gone there yet.
#[derive(Clone)]
pub struct OffersView {
    /// Names it when some of it is taken.
    pub id: String,
    /// The CV's file name.
    pub file: String,
    /// In the order of the CV.
    pub offers: Vec<OfferView>,
}

/// One fact that a CV offers.
#[derive(Clone, PartialEq, Eq)]
pub struct OfferView {
    /// `name`, `email`, `phone`, `url`, `orcid`, `link`, `education`, `work`, `publication`,
    /// `skill`.
    pub kind: String,
    /// The fact, in one line.
    pub shown: String,
    /// The first of its lines in the CV's text, counted from 1.
    pub line: usize,
    /// Those lines, as they stand there.
    pub words: String,
    /// What the profile says in its place now. `None`: nothing.
    pub present: Option<String>,
    /// The profile says all of it already: taking it changes nothing.
    pub is_there: bool,
}
