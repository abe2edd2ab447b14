//! What else a candidate should know about an answer.

use profile::Key;
use serde::Serialize;

use super::why::names;

/// What else a candidate should know about an answer; [`Note::sentence`] says it to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "note")]
#[non_exhaustive]
pub enum Note {
    /// It stands in the profile in another language than the form's.
    OtherLanguage,
    /// Cells of a table stay blank: what belongs there is in another language alone.
    OtherLanguageLeftOut,
    /// It was worked out from what the profile says.
    Derived,
    /// A part of what is asked is not in the profile.
    NoFact {
        /// The facts that would answer it.
        keys: Vec<Key>,
    },
    /// Cells of a table stay blank: their facts are sensitive and were not released.
    HeldBack {
        /// The sensitive facts.
        keys: Vec<Key>,
    },
    /// The form takes fewer ticks than the profile has answers.
    TooManyTicks {
        /// How many it takes.
        limit: usize,
        /// How many are left out.
        left_out: usize,
    },
    /// The form has fewer rows than the profile has entries.
    TooFewRows {
        /// How many it has.
        rows: usize,
        /// How many entries, the oldest ones, are left out.
        left_out: usize,
    },
    /// No printed option says this.
    NoOption {
        /// What the profile says.
        value: String,
    },
    /// The short form of a text was taken: the whole one is longer than its place.
    ShortForm,
    /// It is wider than the blank within its line, and moves what stands after it.
    TooWide {
        /// How wide it is, in hundredths of the blank.
        percent: usize,
    },
    /// It is longer than its row shows, and the row cannot grow.
    TooHigh {
        /// How many lines it needs.
        lines: usize,
        /// How many the row shows.
        shown: usize,
    },
}

impl Note {
    /// The same, for a person to read.
    pub fn sentence(&self) -> String {
        match self {
            Self::OtherLanguage => "You gave this in another language only.".to_owned(),
            Self::OtherLanguageLeftOut => {
                "What you gave in another language only is left out.".to_owned()
            }
            Self::Derived => "Worked out from what you said.".to_owned(),
            Self::NoFact { keys } => format!("The profile does not say: {}.", names(keys)),
            Self::HeldBack { keys } => format!("Held back: {}.", names(keys)),
            Self::TooManyTicks { limit, left_out } => {
                format!("The form takes {limit}; {left_out} more are left out.")
            }
            Self::TooFewRows { rows, left_out } => {
                format!("The form has {rows} rows; {left_out} older entries are left out.")
            }
            Self::NoOption { value } => format!("None of the options says `{value}`."),
            Self::ShortForm => "The short form: the whole one is longer than its place.".to_owned(),
            Self::TooWide { percent } => {
                format!("It takes about {percent} % of its line: what stands after it moves.")
            }
            Self::TooHigh { lines, shown } => format!(
                "It needs about {lines} lines, and its row shows {shown}: the rest would not be seen."
            ),
        }
    }
}
