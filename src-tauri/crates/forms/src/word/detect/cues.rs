//! What the dictionaries say a place is for, as detection asks it.

use std::collections::BTreeSet;

use profile::List;

use super::text;
use crate::{Dictionary, Field};

/// Lists whose names stand as bare options: `Male / Female`, `Full-time / Part-time`.
const CHOICES: &[List] =
    &[List::Gender, List::MaritalStatus, List::WorkTime, List::StudyMode, List::Title];

/// The dictionaries' words for kinds of places.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cues<'a>(pub(crate) &'a Dictionary);

impl Cues<'_> {
    /// Somebody else fills it.
    pub(crate) fn is_office(self, words: &str) -> bool {
        self.0.is_office(words)
    }

    /// It names a section: whose facts follow.
    pub(super) fn heads_section(self, words: &str) -> bool {
        self.0.heads_section(words)
    }

    /// It names whose facts follow, and they are not the candidate's own.
    pub(super) fn heads_others(self, words: &str) -> bool {
        self.0.heads_others(words)
    }

    /// Somebody else signs there: `Witness signature`.
    pub(super) fn signs_for_others(self, words: &str) -> bool {
        self.is_signature(words) && self.0.mentions_others(words)
    }

    /// It asks who or which it is, as the first label of a block does.
    pub(super) fn asks_name(self, label: &str) -> bool {
        self.0.asks_name(label)
    }

    /// The words begin a part that somebody else fills. A form's title (审批表) and
    /// a remark on what becomes of it (经学院审核后上交) begin none.
    pub(super) fn opens_office(self, words: &str) -> bool {
        let is_remark = text::han_count(words) > 4
            && text::is_sentence(words)
            && !words.contains('填')
            && !words.contains("使用");
        self.is_office(words) && !text::is_title(words) && !is_remark
    }

    /// It is signed.
    pub(crate) fn is_signature(self, words: &str) -> bool {
        self.0.is_signature(words)
    }

    /// A picture goes there.
    pub(crate) fn is_photo(self, words: &str) -> bool {
        self.0.is_photo(words)
    }

    /// A column that counts its rows.
    pub(crate) fn is_index(self, words: &str) -> bool {
        self.0.is_index(words)
    }

    /// It must be filled. The star may stand between the label's two languages.
    pub(crate) fn is_required(self, words: &str) -> bool {
        words.contains(['*', '＊']) || self.0.is_required(words)
    }

    /// The limit in characters that the words name.
    pub(crate) fn max_chars(self, words: &str) -> Option<usize> {
        self.0.max_chars(words)
    }

    pub(crate) fn max_words(self, words: &str) -> Option<usize> {
        self.0.max_words(words)
    }

    /// The words are an option by themselves: yes, no, 男, Female.
    pub(crate) fn is_choice_word(self, words: &str) -> bool {
        let words = words.trim();
        if words.is_empty() || words.chars().count() > 24 {
            return false;
        }
        self.0.says_yes(words) || self.0.says_no(words) || self.0.names_code_of(words, CHOICES)
    }

    /// The words are a step of a scale: fluent, good, 一般.
    pub(crate) fn is_step(self, words: &str) -> bool {
        self.0.is_step(words)
    }

    /// How many different facts labels ask for, each with the section it stands in.
    pub(crate) fn different_facts(self, outer: &[String], asked: &[(String, String)]) -> usize {
        let fields: Vec<Field> = asked
            .iter()
            .map(|(label, section)| {
                let mut sections = outer.to_vec();
                sections.push(section.clone());
                Field::asking(label, sections)
            })
            .collect();
        let facts: BTreeSet<String> =
            self.0.matches(&fields).into_iter().flatten().map(|it| it.identity()).collect();
        facts.len()
    }

    /// The first row of a table about several people is the candidate's.
    pub(super) fn gives_first_row(self, words: &str) -> bool {
        self.0.gives_first_row(words)
    }

    /// The name of a list that rows are for.
    pub(super) fn heads_rows(self, words: &str) -> bool {
        self.0.0.heads_only_rows(words)
    }

    /// The word says which of a kind: `Secondary`.
    pub(super) fn is_ordinal(self, words: &str) -> bool {
        self.0.is_ordinal(words)
    }

    /// More than one option may be ticked.
    pub(crate) fn allows_several(self, words: &str) -> bool {
        self.0.allows_several(words)
    }
}
