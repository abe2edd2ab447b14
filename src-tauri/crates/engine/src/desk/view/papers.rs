//! The papers around a form, to be shown.

use crate::Language;

/// The letters of an application, and what is made when it is packed.
#[derive(Debug, Clone)]
pub struct PapersView {
    /// The language of the message and of the first letter: the posting's, or the one chosen.
    pub language: Language,
    /// Whether the posting asks for a letter. `None`: it does not speak of one.
    pub asks_letter: Option<bool>,
    /// At most one in each language.
    pub letters: Vec<LetterView>,
    /// The PDF copy. `None`: there is nothing to copy, or the posting takes no PDF.
    pub copy: Option<CopyView>,
    /// Whether summary and answers sheet are put into the folder, to be read through.
    pub sheets: bool,
}

/// A cover letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterView {
    /// The language that it is in.
    pub language: Language,
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapView {
    /// Its key.
    pub key: String,
    /// Where the profile would say it: a JSON pointer. `None`: it has no place for it.
    pub pointer: Option<String>,
}

/// The PDF that is made when the application is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CopyView {
    /// Whether the candidate wants it.
    pub is_wanted: bool,
    /// Whether it can be made here. If not, LibreOffice is missing.
    pub can_be_made: bool,
    /// It is one file of everything, as the posting wants it; else a copy of the form.
    pub is_one_file: bool,
}

/// A change of a letter. What is left out stays.
#[derive(Debug, Clone, Default)]
pub struct LetterEdit {
    /// What it says.
    pub text: Option<String>,
    /// Whether it goes along.
    pub is_enclosed: Option<bool>,
}

/// What is made when an application is packed. What is left out stays.
#[derive(Debug, Clone, Copy, Default)]
pub struct PapersEdit {
    /// The language of the message and of what goes with it.
    pub language: Option<Language>,
    /// PDF copies, where the posting takes them.
    pub copies: Option<bool>,
    /// Summary and answers sheet.
    pub sheets: Option<bool>,
}

/// A form as it prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintView {
    /// Words of the form that the PDF does not show, the first of them.
    pub lost: Vec<String>,
    /// Whether the answers are approved as they are.
    pub is_approved: bool,
}
