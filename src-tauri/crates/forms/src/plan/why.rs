//! Why a blank stays blank.

use profile::Key;
use serde::Serialize;

use crate::FieldId;

/// Why a blank stays blank; [`Why::sentence`] says it to the candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "why")]
#[non_exhaustive]
pub enum Why {
    /// We do not know what the label asks for.
    Unknown,
    /// The profile has no such fact.
    NoFact {
        /// The facts that would answer it.
        keys: Vec<Key>,
    },
    /// The fact is sensitive and was not released for this form.
    HeldBack {
        /// The sensitive facts.
        keys: Vec<Key>,
    },
    /// We are not as sure as the candidate wants us to be.
    Unsure,
    /// None of the printed options says what the profile says.
    NoOption {
        /// What the profile says.
        value: String,
    },
    /// The fact is of another kind than the blank.
    WrongKind,
    /// The answer is longer than the form allows.
    TooLong {
        /// How many characters the answer has.
        length: usize,
        /// How many the form allows.
        limit: usize,
    },
    /// The answer has more words than the form allows.
    TooManyWords {
        /// How many words the answer has.
        length: usize,
        /// How many the form allows.
        limit: usize,
    },
    /// Somebody else fills it.
    ForOffice,
    /// The candidate signs by hand.
    Signature,
    /// The candidate said to leave it blank.
    LeftBlank,
    /// It belongs to an option that is not ticked.
    Dependent {
        /// The field of the option.
        on: FieldId,
    },
    /// There is no picture.
    NoPhoto,
    /// Something stands there already.
    Filled,
}

impl Why {
    /// The same, for a person to read.
    pub fn sentence(&self) -> String {
        match self {
            Self::Unknown => "We do not know this question.".to_owned(),
            Self::NoFact { keys } => format!("The profile does not say: {}.", names(keys)),
            Self::HeldBack { keys } => {
                format!("Sensitive, and not released for this form: {}.", names(keys))
            }
            Self::Unsure => "We are not sure that this is what is asked.".to_owned(),
            Self::NoOption { value } => format!("None of the options says `{value}`."),
            Self::WrongKind => "What the profile says does not fit this kind of blank.".to_owned(),
            Self::TooLong { length, limit } => {
                format!("The answer has {length} characters; the form allows {limit}.")
            }
            Self::TooManyWords { length, limit } => {
                format!("The answer has {length} words; the form allows {limit}.")
            }
            Self::ForOffice => "Somebody else fills this part.".to_owned(),
            Self::Signature => "You sign here by hand.".to_owned(),
            Self::LeftBlank => "You said to leave it blank.".to_owned(),
            Self::Dependent { on } => format!("Its option in field `{on}` is not ticked."),
            Self::NoPhoto => "There is no picture to put in.".to_owned(),
            Self::Filled => "Something stands there already.".to_owned(),
        }
    }
}

/// Keys as a sentence lists them.
pub(super) fn names(keys: &[Key]) -> String {
    keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}
