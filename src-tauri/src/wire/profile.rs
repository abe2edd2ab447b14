//! The profile screen.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The candidate's facts, and what is to be said about them.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProfileView {
    /// The profile as its JSON Schema (`wire/profile.schema.json`) describes it; blanks are left out.
    #[ts(type = "Record<string, unknown>")]
    pub facts: serde_json::Value,
    /// What cannot be right, or may not be.
    pub findings: Vec<ProfileFinding>,
    /// What we would write where the candidate has not said, for them to take.
    pub suggestions: Vec<Suggestion>,
    /// What the applications at hand ask for.
    pub wanted: Vec<Wanted>,
    /// JSON pointers of the sensitive members, with `*` for any entry of a list.
    pub sensitive: Vec<String>,
}

/// Something in a profile that cannot be right, or may not be.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProfileFinding {
    /// Where: a JSON pointer.
    pub pointer: String,
    /// Whether it cannot be right.
    pub is_error: bool,
    /// What kind of thing, for the screens to choose their words.
    pub code: String,
    /// In English.
    pub message: String,
}

/// A value that the candidate may take: pinyin of a Chinese name, a birthday
/// that stands in an ID number. Never taken by itself.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Suggestion {
    /// Where it would go: a JSON pointer.
    pub pointer: String,
    /// The value.
    pub value: String,
    /// What it was worked out from: a JSON pointer.
    pub from: String,
}

/// A fact that applications at hand ask for.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Wanted {
    /// Where it goes in the profile: a JSON pointer.
    pub pointer: String,
    /// The key that forms ask for.
    pub key: String,
    /// Whether the profile says it.
    pub is_there: bool,
    /// The titles of the applications that ask.
    pub applications: Vec<String>,
}

/// One change of the profile. Pointers are JSON pointers (RFC 6901); missing
/// members on the way are made; `/work/-` is behind the last entry.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "edit")]
pub(crate) enum ProfileEdit {
    /// Writes a member or an entry.
    Set {
        /// Where.
        pointer: String,
        /// What.
        #[ts(type = "unknown")]
        value: serde_json::Value,
    },
    /// Takes a member or an entry away.
    Remove {
        /// Where.
        pointer: String,
    },
    /// Puts an entry of a list before the one that is at `to` now.
    Move {
        /// The list.
        pointer: String,
        /// From where, counted from 0.
        from: u32,
        /// To where, counted from 0, after it was taken out.
        to: u32,
    },
}

/// What an import added. It can be undone.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ImportedView {
    /// The file's name.
    pub file: String,
    /// JSON pointers of what was added.
    pub added: Vec<String>,
    /// What the file said and the profile has no place for, in English.
    pub skipped: Vec<String>,
    /// What a file of another format offers: none of it was added yet.
    pub offers: Option<super::papers::OffersView>,
}

/// The language that facts are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) enum FactLanguage {
    /// English.
    En,
    /// Chinese.
    Zh,
}
