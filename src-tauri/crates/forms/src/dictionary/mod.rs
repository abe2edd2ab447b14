//! What forms call things: the words of `templates/labels/`, read once.
//!
//! A phrase stands in a table: one for what is asked about the candidate, and
//! one for each kind of person or thing that a form can ask about besides
//! (`[asks.person]`, `[asks.school]`, …). [`Subject`]s say which table is meant
//! and which keys its answers are.

mod cues;
mod file;
mod load;
mod notation;
mod table;

use std::{
    collections::{HashMap, HashSet},
    io::Read as _,
    sync::{Arc, LazyLock},
};

use flate2::read::DeflateDecoder;
use profile::{List, Profile, RowList, Value};

pub(crate) use cues::Cues;
pub(crate) use load::columns_table;
pub(crate) use notation::Worth;
pub(crate) use table::{Asked, Pattern, Table, Term};

use crate::{
    Error, Field, Language, Match,
    label::{Grammar, Normal},
    matching,
    render::{Ask, Names, Precision},
};

/// The words of every language we have a dictionary for. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Dictionary(pub(crate) Arc<Words>);

/// The words themselves.
#[derive(Debug)]
pub(crate) struct Words {
    /// How labels come to one spelling.
    pub(crate) grammar: Grammar,
    /// What asks about the candidate.
    pub(crate) own: Table,
    /// Questions about the candidate, by words they hold.
    pub(crate) patterns: Vec<Pattern>,
    /// What asks about somebody or something else.
    pub(crate) asks: HashMap<String, Table>,
    /// Whom or what a form can ask about.
    pub(crate) subjects: Vec<Subject>,
    /// What they are called, in one spelling.
    pub(crate) called: HashMap<String, (Whose, Worth)>,
    /// Those of them that are things and no people.
    pub(crate) things: HashSet<String>,
    /// What the title of a section may hold anywhere.
    pub(crate) anywhere: Vec<(Normal, Whose)>,
    /// What the title of a table with blank rows may hold anywhere.
    pub(crate) row_titles: Vec<(RowList, Vec<Normal>)>,
    /// What codes of closed lists are called, by language.
    names: HashMap<(List, &'static str), Vec<InLanguage>>,
    /// Which codes a printed option can mean.
    pub(crate) codes: HashMap<String, Vec<(List, &'static str)>>,
    /// Words that say what a place is for.
    pub(crate) cues: Cues,
}

/// A language's two letters, and the names in it.
type InLanguage = (String, Vec<String>);

/// Whose facts a section or a label asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    /// The candidate's.
    Own,
    /// A subject's, by its number.
    Subject(usize),
    /// Somebody's the profile knows nothing of.
    Unknown,
}

/// Somebody or something that a form can ask about.
#[derive(Debug)]
pub(crate) struct Subject {
    /// Its name in `subjects.toml`.
    pub(crate) id: String,
    /// What its keys begin with; `#` is a number.
    pub(crate) prefix: Option<String>,
    /// The list its numbered ones are of.
    pub(crate) list: Option<RowList>,
    /// The table of what can be asked.
    pub(crate) asks: String,
    /// What is asked where it stands alone.
    pub(crate) bare: Option<Arc<Asked>>,
    /// Labels of its sections that the table does not know mean the candidate.
    pub(crate) open: bool,
    /// Only entries that have ended.
    pub(crate) ended: bool,
    /// Only the entry of one of these names.
    pub(crate) named: Vec<String>,
}

static SHIPPED: LazyLock<Dictionary> = LazyLock::new(|| {
    shipped().unwrap_or_else(|error| {
        // The dictionaries are part of the program, and a test reads them.
        unreachable!("the shipped dictionaries are right: {error}")
    })
});

fn shipped() -> Result<Dictionary, Error> {
    let files: Vec<(&str, String)> =
        LANGUAGES.iter().map(|(name, packed)| (*name, unpacked(packed))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, it)| (*name, it.as_str())).collect();
    Dictionary::parse(&unpacked(SUBJECTS), &files)
}

/// A file as `build.rs` packed it.
fn unpacked(packed: &[u8]) -> String {
    let mut text = String::new();
    let read = DeflateDecoder::new(packed).read_to_string(&mut text);
    read.unwrap_or_else(|error| unreachable!("what the build packed is whole: {error}"));
    text
}

include!(concat!(env!("OUT_DIR"), "/labels.rs"));

impl Dictionary {
    /// A printed label without what only surrounds its question: numbers, marks,
    /// brackets. For telling whether two forms ask the same.
    pub fn question(&self, label: &str) -> String {
        let readings = self.0.grammar.label(label).readings;
        readings.into_iter().next().unwrap_or_else(|| label.to_owned())
    }

    /// The dictionaries that come with the app.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Reads dictionaries: `subjects.toml`, and the name and TOML of each language's.
    ///
    /// # Errors
    /// A file that is not laid out as `templates/labels/README.md` says, a key
    /// that the profile does not know, a phrase with two meanings.
    pub fn parse(subjects: &str, languages: &[(&str, &str)]) -> Result<Self, Error> {
        load::words(subjects, languages).map(|words| Self(Arc::new(words)))
    }

    /// What each field asks for; `None` where we do not know.
    pub fn matches(&self, fields: &[Field]) -> Vec<Option<Match>> {
        matching::matches(&self.0, fields)
    }

    /// Whether words name whose facts follow, as the title of a section does.
    pub(crate) fn heads_section(&self, words: &str) -> bool {
        matching::heads_section(&self.0, words)
    }

    /// Whether words name whose facts follow, and they are not the candidate's own.
    pub(crate) fn heads_others(&self, words: &str) -> bool {
        matching::heads_others(&self.0, words)
    }

    /// Whether somebody besides the candidate is named anywhere in a label.
    pub(crate) fn mentions_others(&self, label: &str) -> bool {
        matching::mentions_others(&self.0, label)
    }

    /// Whether a label asks who or which it is, as the first one of a block does.
    pub(crate) fn asks_name(&self, label: &str) -> bool {
        matching::asks_name(&self.0, label)
    }

    /// What a fact's value reads in a language, as a form of no special wishes
    /// would have it. `None` for a picture.
    pub fn say(&self, value: &Value, language: Language) -> Option<String> {
        let ask = Ask { language, wording: "", unit: "", part: None, precision: Precision::Known };
        crate::render::render(value, &ask, self).map(|it| it.text)
    }

    /// The fact that the candidate added under a field's very label.
    pub(crate) fn own_label(&self, field: &Field, profile: &Profile) -> Option<Match> {
        matching::own_label(&self.0, field, profile)
    }
}

impl Names for Dictionary {
    fn name(&self, list: List, code: &str, language: Language) -> Option<String> {
        let language = match language {
            Language::En => "en",
            Language::Zh => "zh",
        };
        let (_, names) = self.0.names_of(list, code).iter().find(|(of, _)| of == language)?;
        names.first().cloned()
    }

    fn names(&self, list: List, code: &str) -> Vec<String> {
        let mut all: Vec<String> =
            self.0.names_of(list, code).iter().flat_map(|(_, names)| names.clone()).collect();
        all.dedup();
        all
    }

    fn yes_no(&self, yes: bool, language: Language) -> Vec<String> {
        let cues = &self.0.cues;
        let of = |zh: bool| match (yes, zh) {
            (true, true) => &cues.yes_zh,
            (true, false) => &cues.yes,
            (false, true) => &cues.no_zh,
            (false, false) => &cues.no,
        };
        let zh = language == Language::Zh;
        of(zh).iter().chain(of(!zh)).cloned().collect()
    }
}

impl Words {
    fn names_of(&self, list: List, code: &str) -> &[(String, Vec<String>)] {
        let code = list.codes().iter().find(|known| **known == code);
        code.and_then(|code| self.names.get(&(list, *code))).map_or(&[], Vec::as_slice)
    }

    /// Whether words say that the first row of a table about several people is the
    /// candidate's (首行填写申请人).
    pub(crate) fn gives_first_row(&self, text: &str) -> bool {
        self.cues.gives_first_row(&self.grammar.normal(text), &self.grammar)
    }

    /// Whether words are the name of a list that rows are for, and nothing more.
    pub(crate) fn heads_rows(&self, text: &str) -> bool {
        let title = self.grammar.title(text);
        self.row_titles.iter().any(|(_, names)| names.contains(&title))
    }

    /// The same of words that head none of the list's columns: 论文 may head the
    /// column of titles, 家庭成员 heads nothing but the whole.
    pub(crate) fn heads_only_rows(&self, text: &str) -> bool {
        let (title, words) = (self.grammar.title(text), self.grammar.normal(text));
        self.row_titles.iter().any(|(list, names)| {
            let columns = self.asks.get(load::columns_table(*list));
            let is_column = columns.is_some_and(|it| it.find(&words, &self.grammar).is_some());
            names.contains(&title) && title.len() > 3 && !is_column
        })
    }

    /// The table of what can be asked about a subject.
    pub(crate) fn table(&self, whose: Whose) -> Option<&Table> {
        match whose {
            Whose::Own => Some(&self.own),
            Whose::Subject(number) => self.asks.get(&self.subjects[number].asks),
            Whose::Unknown => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_dictionaries_keep_their_rules() {
        if let Err(error) = shipped() {
            panic!("{error}");
        }
    }
}
