//! How the files of `templates/labels/` are laid out.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::label::Rules;

/// Phrases by what they ask.
pub(super) type Phrases = BTreeMap<String, Vec<String>>;

/// The dictionary of one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LanguageFile {
    /// Its two letters.
    pub(super) language: String,
    /// How labels of it come to one spelling.
    #[serde(default)]
    pub(super) normal: Rules,
    /// What asks about the candidate.
    #[serde(default)]
    pub(super) own: Phrases,
    /// Questions about the candidate in many wordings, by words they hold.
    #[serde(default)]
    pub(super) patterns: Phrases,
    /// What asks about somebody or something else.
    #[serde(default)]
    pub(super) asks: BTreeMap<String, Phrases>,
    /// Words for who or what that is.
    #[serde(default)]
    pub(super) subject: BTreeMap<String, SubjectWords>,
    /// Words for whom and what the profile knows nothing of.
    #[serde(default)]
    pub(super) unknown: SubjectWords,
    /// Words that tables with blank rows are headed with.
    #[serde(default)]
    pub(super) rows: BTreeMap<String, RowTitles>,
    /// Other words.
    #[serde(default)]
    pub(super) cues: CueWords,
    /// What the codes of the closed lists are called.
    #[serde(default)]
    pub(super) lists: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

/// Words for somebody or something that a form can ask about.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct SubjectWords {
    /// A label may begin with these, and a section may be called so.
    pub(super) words: Vec<String>,
    /// The title of a section may hold these anywhere.
    pub(super) anywhere: Vec<String>,
    /// Like `words`, for things: nobody whose telephone could be asked next.
    pub(super) things: Vec<String>,
}

/// Words that the title of a table with blank rows may hold.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RowTitles {
    pub(super) titles: Vec<String>,
}

/// Words that say what a place in a form is for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct CueWords {
    pub(super) office: Vec<String>,
    pub(super) office_except: Vec<String>,
    pub(super) signature: Vec<String>,
    pub(super) signature_except: Vec<String>,
    pub(super) photo: Vec<String>,
    pub(super) photo_except: Vec<String>,
    pub(super) index: Vec<String>,
    pub(super) required: Vec<String>,
    pub(super) yes: Vec<String>,
    pub(super) no: Vec<String>,
    pub(super) other: Vec<String>,
    /// Steps of a scale that head columns to tick: fluent, good, fair.
    #[serde(default)]
    pub(super) scale: Vec<String>,
    pub(super) at_most: Vec<String>,
    pub(super) at_least: Vec<String>,
    pub(super) characters: Vec<String>,
    pub(super) words: Vec<String>,
    pub(super) oldest_first: Vec<String>,
    /// Words that leave school out of the education asked for.
    pub(super) from_university: Vec<String>,
    /// Who examines a school's pupils: `Board / University`.
    pub(super) boards: Vec<String>,
    pub(super) several: Vec<String>,
    pub(super) first_row: Vec<String>,
    pub(super) in_english: Vec<String>,
    pub(super) in_chinese: Vec<String>,
    /// Who heads a group that applies together.
    pub(super) leader: Vec<String>,
    /// Children for whom their parents fill a form.
    pub(super) child: Vec<String>,
    /// Those who fill it for them.
    pub(super) parent: Vec<String>,
    /// Words before the end of a period: `from ____ to ____`.
    pub(super) until: Vec<String>,
    /// Words before what is over: `Previous education`.
    pub(super) previous: Vec<String>,
    /// Words about studies that are over: `Degrees already awarded`.
    pub(super) over: Vec<String>,
    /// Words before a school or a place of work that is to come: `Planned studies`.
    pub(super) ahead: Vec<String>,
    /// Words behind one: `Institution applying to`.
    pub(super) applied_to: Vec<String>,
    /// Words before where the candidate goes: `Studies in Norway`.
    pub(super) going_to: Vec<String>,
    /// Words before where the candidate is now: `Home institution`.
    pub(super) now: Vec<String>,
    /// Words behind a person that only say where they are.
    pub(super) placing: Vec<String>,
    /// Words that ask for the detail of a question, whatever it is.
    pub(super) ask_detail: Vec<String>,
    /// Words that ask who somebody is.
    pub(super) who: Vec<String>,
    /// Words for people whom a form asks for beside the candidate.
    pub(super) persons: Vec<String>,
    /// Words that go on from a question that was answered with yes.
    pub(super) if_so: Vec<String>,
    /// The names of languages, each with all it is called.
    pub(super) languages: Vec<Vec<String>>,
    /// Letters that count and also read as words, the first with the second.
    pub(super) numerals: Vec<[String; 2]>,
}

/// Somebody or something that a form can ask about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SubjectEntry {
    pub(super) prefix: Option<String>,
    pub(super) list: Option<String>,
    pub(super) asks: String,
    pub(super) bare: Option<String>,
    #[serde(default)]
    pub(super) open: bool,
    #[serde(default)]
    pub(super) ended: bool,
    #[serde(default)]
    pub(super) named: Vec<String>,
}
