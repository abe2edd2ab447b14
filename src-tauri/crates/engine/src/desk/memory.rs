//! Questions that no fact answers, and what the candidate once answered to them.
//!
//! An answer is remembered under the words of its question, with the sections
//! and the options around them, and offered the next time the same question
//! comes, in whatever form. It is never put in by itself.

use forms::{Dictionary, Field, Kind, Proposal, Why};
use jiff::civil::Date;
use profile::Key;
use serde::{Deserialize, Serialize};

use super::state::{Memory, Own};

/// What a field asked, in words that another form may use too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Question {
    pub(super) label: String,
    pub(super) section: Vec<String>,
    pub(super) kind: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) options: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) columns: Vec<String>,
}

impl Question {
    pub(super) fn of(field: &Field) -> Self {
        let dictionary = Dictionary::shipped();
        Self {
            label: dictionary.question(&field.label),
            section: field.section.iter().map(|it| dictionary.question(it)).collect(),
            kind: kind(field.kind).to_owned(),
            options: field.options.clone(),
            columns: field.columns.iter().map(|it| it.label.clone()).collect(),
        }
    }

    /// Whether both ask the same. A Chinese question is not an English one:
    /// their words differ.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let fold = |all: &[String]| all.iter().map(|it| plain(it)).collect::<Vec<_>>();
        self.is_like(other)
            && fold(&self.options) == fold(&other.options)
            && fold(&self.columns) == fold(&other.columns)
    }

    /// Whether both have the same words and take the same kind of answer,
    /// whatever options they print.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let fold = |all: &[String]| all.iter().map(|it| plain(it)).collect::<Vec<_>>();
        !(plain(&self.label).is_empty() && self.section.is_empty())
            && plain(&self.label) == plain(&other.label)
            && fold(&self.section) == fold(&other.section)
            && self.kind == other.kind
    }

    /// An answer to this question, as `other` takes it. `None`: it cannot.
    pub(super) fn carry(&self, own: &Own, other: &Self) -> Option<Own> {
        match own {
            Own::Options { options } => {
                let place = |at: &usize| {
                    let words = plain(self.options.get(*at)?);
                    // Two options may have the same words: the place tells them apart.
                    let same = other.options.get(*at).filter(|it| plain(it) == words);
                    let same = same.map(|_| *at);
                    same.or_else(|| other.options.iter().position(|it| plain(it) == words))
                };
                let options = options.iter().map(place).collect::<Option<_>>()?;
                Some(Own::Options { options })
            }
            Own::Rows { .. } if self.columns.len() != other.columns.len() => None,
            own => Some(own.clone()),
        }
    }
}

/// Words without case, spaces and punctuation.
fn plain(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        // A blank that takes a date in one form may be plain in another.
        Kind::Text | Kind::Date => "text",
        Kind::Check | Kind::Choice => "options",
        Kind::Photo => "photo",
        Kind::Signature => "signature",
        Kind::Rows => "rows",
    }
}

/// Whether an answer to this field is worth remembering: no fact would answer
/// it, and it asks for nothing sensitive.
pub(super) fn is_worth_keeping(proposal: &Proposal) -> bool {
    lacks_a_fact(proposal) && !asks_for_secrets(proposal)
}

/// Whether it asks for something sensitive.
pub(super) fn asks_for_secrets(proposal: &Proposal) -> bool {
    let is_sensitive = |key: &Key| key.info().is_some_and(|info| info.sensitive);
    let matched = proposal.matched.as_ref();
    matches!(proposal.blank, Some(Why::HeldBack { .. }))
        || matched.is_some_and(|it| it.keys.iter().any(is_sensitive))
}

/// Whether the profile has nothing that could go in.
pub(super) fn lacks_a_fact(proposal: &Proposal) -> bool {
    matches!(
        proposal.blank,
        Some(Why::Unknown | Why::NoFact { .. } | Why::NoOption { .. } | Why::WrongKind)
    )
}

/// Remembers an answer in place of an earlier one to the same question.
pub(super) fn remember(memory: &mut Vec<Memory>, new: Memory) {
    memory.retain(|it| !it.question.is_same(&new.question));
    memory.push(new);
}

/// Forgets what was answered in this form to this question.
pub(super) fn forget(memory: &mut Vec<Memory>, question: &Question, form: &str) {
    memory.retain(|it| !(it.question.is_same(question) && it.form == form));
}

/// What was answered to this question, if something was.
pub(super) fn recall<'a>(memory: &'a [Memory], question: &Question) -> Option<&'a Memory> {
    memory.iter().rev().find(|it| it.question.is_same(question))
}

/// A memory of today.
pub(super) fn new(question: Question, own: Own, shown: String, when: Date, form: &str) -> Memory {
    Memory { question, own, shown, when, form: form.to_owned() }
}
