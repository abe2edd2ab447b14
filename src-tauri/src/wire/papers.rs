//! The papers around a form: letters, PDF copies, sheets to read through.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::profile::FactLanguage;

/// The letters of an application, and what is made when it is packed.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PapersView {
    /// The language of the message and of the first letter: the posting's, or the one chosen.
    pub language: FactLanguage,
    /// Whether the posting asks for a letter. `null`: it does not speak of one.
    pub asks_letter: Option<bool>,
    /// At most one in each language.
    pub letters: Vec<LetterView>,
    /// The PDF copy. `null`: there is nothing to copy, or the posting takes no PDF.
    pub copy: Option<CopyView>,
    /// Whether summary and answers sheet are put into the folder, to be read through.
    pub sheets: bool,
}

/// A cover letter.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LetterView {
    /// The language that it is in.
    pub language: FactLanguage,
    /// What it says, to be edited; a gap stands there as `{its.key}`.
    pub text: String,
    /// Whether these are the candidate's own words, not ours any more, which follow the profile.
    pub is_edited: bool,
    /// The facts that it lacks, each once.
    pub gaps: Vec<GapView>,
    /// Whether it goes along.
    pub is_enclosed: bool,
}

/// A fact that a letter lacks.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GapView {
    /// Its key.
    pub key: String,
    /// Where the profile would say it: a JSON pointer. `null`: it has no place for it.
    pub pointer: Option<String>,
}

/// The PDF that is made when the application is packed.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CopyView {
    /// Whether the candidate wants it.
    pub is_wanted: bool,
    /// Whether it can be made here. If not, LibreOffice is missing.
    pub can_be_made: bool,
    /// It is one file of everything, as the posting wants it; else a copy of the form.
    pub is_one_file: bool,
}

/// A change of a letter. What is left out stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub(crate) struct LetterEdit {
    /// What it says.
    pub text: Option<String>,
    /// Whether it goes along.
    pub is_enclosed: Option<bool>,
}

/// What is made when an application is packed. What is left out stays.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub(crate) struct PapersEdit {
    /// The language of the message and of what goes with it.
    pub language: Option<FactLanguage>,
    /// PDF copies, where the posting takes them.
    pub copies: Option<bool>,
    /// Summary and answers sheet.
    pub sheets: Option<bool>,
}

/// A form as it prints; `printPages` has its pages.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PrintView {
    /// Words of the form that the PDF does not show, the first of them.
    pub lost: Vec<String>,
    /// Whether the answers are approved as they are.
    pub is_approved: bool,
}

/// What a CV says that could go into the profile. Nothing has gone there yet.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OffersView {
    /// Names it when some of it is taken.
    pub id: String,
    /// The CV's file name.
    pub file: String,
    /// In the order of the CV.
    pub offers: Vec<OfferView>,
}

/// One fact that a CV offers.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OfferView {
    /// `name`, `email`, `phone`, `url`, `orcid`, `link`, `education`, `work`, `publication`, `skill`.
    pub kind: String,
    /// The fact, in one line.
    pub shown: String,
    /// The first of its lines in the CV's text, counted from 1.
    pub line: u32,
    /// Those lines, as they stand there.
    pub words: String,
    /// What the profile says in its place now. `null`: nothing.
    pub present: Option<String>,
    /// The profile says all of it already: taking it changes nothing.
    pub is_there: bool,
}
