//! A form, its fields, and what will stand in them, to be shown.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// An application's form.
#[derive(Debug, Clone)]
pub struct FormView {
    /// The file's name.
    pub name: String,
    /// It is our Word edition of the posting's questions, not the posting's own file.
    pub is_our_edition: bool,
    /// Every field, in the form's order.
    pub fields: Vec<FieldView>,
    /// How many of them are how.
    pub counts: Counts,
    /// What in the file reaches out of it when Word opens it, in English.
    pub warnings: Vec<String>,
    /// Whether the answers were approved as they are.
    pub is_approved: bool,
    /// What was written when it was approved last, and what stayed blank.
    pub report: Option<ReportView>,
    /// Changes whenever the pages would be other ones.
    pub revision: u32,
}

/// How many fields are how. Each field counts once, except that `required_blank` counts beside.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Will be filled, and we are sure or the candidate said so.
    pub filled: u32,
    /// Will be filled or could be: the candidate should look.
    pub check: u32,
    /// Sensitive and not released.
    pub held: u32,
    /// Nothing to put in: unknown question, or no fact.
    pub open: u32,
    /// Left blank on purpose, or for somebody else.
    pub left: u32,
    /// Of `held`, `check` not filled and `open`: those that the form requires.
    pub required_blank: u32,
}

/// One field: a question, its place, and what will stand there.
#[derive(Debug, Clone)]
pub struct FieldView {
    /// Names it.
    pub id: String,
    /// The printed words.
    pub label: String,
    /// The printed sections around it, outermost first.
    pub section: Vec<String>,
    /// What kind of answer it takes.
    pub kind: forms::Kind,
    /// Whether the form requires it.
    pub required: bool,
    /// The printed options.
    pub options: Vec<String>,
    /// Whether at most one option may be ticked.
    pub single: bool,
    /// The limit the form names, in characters.
    pub max_chars: Option<usize>,
    /// The limit the form names, in words.
    pub max_words: Option<usize>,
    /// How many half-width characters fit on the blank's line.
    pub width: Option<usize>,
    /// The language the answer is written in.
    pub language: forms::Language,
    /// What the form says the answer should look like.
    pub hint: String,
    /// The unit printed after the blank.
    pub unit: String,
    /// The columns of a table with blank rows.
    pub columns: Vec<ColumnView>,
    /// How many rows it has room for.
    pub rows: usize,
    /// Filled only when this option of that field is ticked.
    pub depends_on: Option<(String, usize)>,
    /// What stands there already.
    pub current: String,
    /// What becomes of it.
    pub status: Status,
    /// How sure we are.
    pub sure: Sure,
    /// What will stand there; for what is not filled, what could.
    pub shown: String,
    /// The same in parts, for editing.
    pub answer: Option<AnswerView>,
    /// Where the answer comes from.
    pub source: Option<SourceView>,
    /// Why we think that this is what is asked, in English.
    pub reason: Option<String>,
    /// Why it stays blank.
    pub because: Option<Because>,
    /// What else to know about it.
    pub notes: Vec<NoteView>,
    /// The keys of the facts it asks for.
    pub keys: Vec<String>,
    /// Those of them that are sensitive.
    pub sensitive: Vec<String>,
    /// Whether those were released for this application.
    pub is_released: bool,
    /// An answer that the candidate once gave to the same question.
    pub remembered: Option<Remembered>,
    /// Where the answer would go in the profile: a JSON pointer.
    pub profile_slot: Option<String>,
}

/// A column of a table with blank rows.
#[derive(Debug, Clone)]
pub struct ColumnView {
    /// The header's words.
    pub label: String,
    /// Its cells are printed already and stay as they are.
    pub is_printed: bool,
    /// The options its cells print.
    pub options: Vec<String>,
}

/// What becomes of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It will be filled.
    Filled,
    /// We have something to put in, and are not sure enough to do it unasked.
    Offered,
    /// We have something sensitive to put in, and it is not released.
    Held,
    /// We know what it asks, and the profile has nothing that fits.
    NoFact,
    /// We do not know what it asks.
    Unknown,
    /// The candidate said to leave it blank.
    Left,
    /// It waits for an option that is not ticked.
    Waiting,
    /// Somebody else fills it, or the candidate's own hand.
    Others,
    /// Something stands there already.
    Stands,
}

/// How sure we are that an answer is what is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sure {
    /// Sure, or the candidate said so.
    Sure,
    /// Please check.
    Check,
    /// Unknown.
    Unknown,
}

/// An answer in parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerView {
    /// Words or a date, as they will stand there.
    Text(String),
    /// The options to tick or choose, by their places from 0.
    Options(Vec<usize>),
    /// Rows of cells. `None` is a cell that stays as it is.
    Rows(Vec<Vec<Option<String>>>),
    /// The candidate's picture.
    Photo,
}

/// The candidate's own answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GivenAnswer {
    /// Words or a date, as typed.
    Text(String),
    /// The options to tick or choose, by their places from 0.
    Options(Vec<usize>),
    /// Rows of cells. `None` leaves a cell as it is.
    Rows(Vec<Vec<Option<String>>>),
    /// The candidate wants it blank.
    Blank,
    /// What we offer: the profile's fact although we were not sure.
    Offered,
    /// What was remembered from another form.
    Remembered,
    /// Not an own answer any more: back to what the profile says.
    Undecided,
}

/// Where an answer comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceView {
    /// The profile.
    Profile {
        /// JSON pointers of the facts.
        pointers: Vec<String>,
        /// It was worked out from them and is not written there.
        derived: bool,
    },
    /// The candidate, for this application.
    Candidate,
    /// The candidate, once before, to the same question.
    Remembered,
    /// The candidate: the form was left so the last time.
    LastTime,
}

/// An answer that was given before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// What was answered, as a person reads it.
    pub shown: String,
    /// When.
    pub when: Date,
    /// In which form.
    pub form: String,
}

/// What is remembered of earlier forms.
#[derive(Debug, Clone)]
pub struct MemoryView {
    /// Answers to questions that no fact of the profile answers, the latest first.
    pub answers: Vec<MemoryLine>,
    /// How many forms are filled the next time as they were left the last time.
    pub forms: usize,
}

/// An answer that is offered when its question comes again.
#[derive(Debug, Clone)]
pub struct MemoryLine {
    /// Names it when it is forgotten.
    pub id: String,
    /// The question's words.
    pub question: String,
    /// The titles that the question stood under.
    pub section: Vec<String>,
    /// What was answered.
    pub answer: Remembered,
}

/// Why a blank stays blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Because {
    /// The kind of reason.
    pub code: BecauseCode,
    /// The keys it is about.
    pub keys: Vec<String>,
    /// A value or a label it is about.
    pub subject: Option<String>,
    /// Numbers it is about: characters there are, characters allowed.
    pub numbers: Vec<usize>,
}

/// The kinds of reasons why a blank stays blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BecauseCode {
    /// We do not know the question.
    Unknown,
    /// The profile has no such fact.
    NoFact,
    /// Sensitive, and not released.
    HeldBack,
    /// We are not sure enough.
    Unsure,
    /// None of the options says what the profile says (`subject`).
    NoOption,
    /// The fact is of another kind than the blank.
    WrongKind,
    /// The answer is longer than the form allows.
    TooLong,
    /// The answer has more words than the form allows.
    TooManyWords,
    /// Somebody else fills it.
    ForOffice,
    /// The candidate signs by hand.
    Signature,
    /// The candidate said so.
    LeftBlank,
    /// It belongs to an option that is not ticked.
    Dependent,
    /// There is no picture.
    NoPhoto,
    /// Something stands there already.
    Stands,
    /// The blank could not take the answer (`subject` says why, in English).
    Refused,
}

/// What else to know about an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteView {
    /// The kind of note.
    pub code: NoteCode,
    /// The keys it is about.
    pub keys: Vec<String>,
    /// A value it is about.
    pub subject: Option<String>,
    /// Numbers it is about, in the code's order.
    pub numbers: Vec<usize>,
}

/// The kinds of notes about an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteCode {
    /// It stands in the profile in another language than the form's.
    OtherLanguage,
    /// Cells stay blank: what belongs there is in another language alone.
    OtherLanguageLeftOut,
    /// A part of what is asked is not in the profile.
    NoFact,
    /// Cells stay blank: their facts are sensitive and not released.
    HeldBack,
    /// The form takes fewer ticks (`numbers`: how many, how many are left out).
    TooManyTicks,
    /// The form has fewer rows (`numbers`: how many, how many entries are left out).
    TooFewRows,
    /// No printed option says this (`subject`).
    NoOption,
    /// The short form was taken: the whole text is longer than its place.
    ShortForm,
    /// It is wider than its blank (`numbers`: in hundredths of it).
    TooWide,
    /// It is longer than its row shows (`numbers`: lines it needs, lines there are).
    TooHigh,
    /// Said in English (`subject`).
    Plain,
}

/// What was written when a form was approved, and what stayed blank.
#[derive(Debug, Clone)]
pub struct ReportView {
    /// When it was approved.
    pub approved: DateTime,
    /// What was written.
    pub written: Vec<ReportLine>,
    /// What stayed blank.
    pub blank: Vec<ReportLine>,
}

/// One field in a report.
#[derive(Debug, Clone)]
pub struct ReportLine {
    /// The field.
    pub field: String,
    /// Its printed words.
    pub label: String,
    /// What was written.
    pub shown: Option<String>,
    /// Why it stayed blank.
    pub because: Option<Because>,
    /// Whether the form requires it.
    pub required: bool,
}
