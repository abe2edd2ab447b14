//! Applications and their documents, to be shown.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::{Counts, FindingView};
use crate::Document;

/// An application, as the start screen shows it.
#[derive(Debug, Clone)]
pub struct Card {
    /// Names it.
    pub id: String,
    /// Its title; the posting's, unless the candidate gave another.
    pub title: String,
    /// Who offers it.
    pub organisation: Option<String>,
    /// The posting of the library it is for.
    pub posting: Option<String>,
    /// How far it is.
    pub state: Stand,
    /// The last day.
    pub deadline: Option<Date>,
    /// Whole days to the moment of the deadline, by the candidate's clock; negative: over.
    pub days_left: Option<i32>,
    /// The form's file name.
    pub form: Option<String>,
    /// How many of the form's fields are how.
    pub counts: Option<Counts>,
    /// Whether the form's answers were approved as they are.
    pub is_approved: bool,
    /// How many documents there are.
    pub documents: usize,
    /// What is missing before it can be packed: codes of findings that stop, each once.
    pub missing: Vec<String>,
    /// When something changed last.
    pub changed: DateTime,
    /// When it was sent, as the candidate said.
    pub sent: Option<DateTime>,
}

/// How far an application is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Stand {
    /// Being put together.
    Draft,
    /// Packed, not sent.
    Packed,
    /// Sent, as the candidate said.
    Sent,
    /// They answered.
    Answered,
    /// Over: decided, withdrawn.
    Closed,
}

/// What an application is begun with: a posting, a form, or both.
#[derive(Debug, Clone, Default)]
pub struct Begin {
    /// A posting of the library.
    pub posting: Option<String>,
    /// A form.
    pub form: Option<Document>,
    /// A form that was opened before.
    pub recent: Option<String>,
}

/// What can be changed about an application. What is left out stays.
#[derive(Debug, Clone, Default)]
pub struct ApplicationEdit {
    /// Another title; blank: the posting's.
    pub title: Option<String>,
    /// The last day as people type it; blank: the posting's.
    pub deadline: Option<String>,
    /// How far it is.
    pub state: Option<Stand>,
}

/// The documents of an application.
#[derive(Debug, Clone)]
pub struct DocumentsView {
    /// What the posting asks for.
    pub asked: Vec<AskedView>,
    /// What is there, in the order in which it goes along.
    pub documents: Vec<DocumentView>,
}

/// One thing a posting asks for.
#[derive(Debug, Clone)]
pub struct AskedView {
    /// What it is: `form`, `cv`, `letter`, …
    pub item: String,
    /// Whether an application without it is incomplete.
    pub required: bool,
    /// When it is wanted, as worded.
    pub condition: Option<String>,
    /// The languages it must be in: `en`, `zh`.
    pub languages: Vec<String>,
    /// The formats it may have: `pdf`, `word`, `text`, `html`. None said: any.
    pub formats: Vec<String>,
    /// How many of it.
    pub count: Option<u32>,
    /// At most so many pages.
    pub max_pages: Option<u32>,
    /// Whether it is there.
    pub is_there: bool,
}

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DocumentRole {
    /// A CV.
    Cv,
    /// A cover or motivation letter.
    Letter,
    /// A transcript of marks.
    Transcript,
    /// A research or personal statement.
    Statement,
    /// A letter of reference.
    References,
    /// A paper.
    Publications,
    /// A certificate.
    Certificates,
    /// A picture.
    Photo,
    /// Anything else.
    Other,
}

/// A document that goes along.
#[derive(Debug, Clone)]
pub struct DocumentView {
    /// Names it.
    pub id: String,
    /// Its file name, as it came.
    pub name: String,
    /// The name it gets in the package.
    pub sent_as: String,
    /// What it is.
    pub role: DocumentRole,
    /// `pdf`, `word`, `text`, `html`, or `other`.
    pub format: String,
    /// The languages it is in, as read from it: `en`, `zh`.
    pub languages: Vec<String>,
    /// How many pages, where it can be counted.
    pub pages: Option<u32>,
    /// Its size in bytes.
    pub bytes: usize,
    /// How many facts it offers for the profile, where it is a CV.
    pub offers: usize,
    /// What speaks against it.
    pub findings: Vec<FindingView>,
}
