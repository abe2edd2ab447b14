//! A value, and the sentence that says it.
//!
//! **Invariant:** a quote is a piece of the pasted text, and `start` and `end` are
//! its bytes there.

use jiff::civil::Date;
use serde::Serialize;

use crate::{Channel, DeadlineKind, Duration, Format, Item, Language, Logic, Places, References};

/// A value, and the sentence that says it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fact<T> {
    /// The value.
    pub value: T,
    /// The sentence, as it was pasted.
    pub quote: String,
    /// Its first byte in the pasted text.
    pub start: usize,
    /// The byte after its last one.
    pub end: usize,
}

/// A piece of the pasted text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// The words, as they were pasted.
    pub quote: String,
    /// Their first byte in the pasted text.
    pub start: usize,
    /// The byte after their last one.
    pub end: usize,
}

/// What the candidate has to be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Which value, as a field name with dots.
    pub field: String,
    /// Why the text does not settle it.
    pub why: String,
    /// The sentences that it is about.
    pub quotes: Vec<Quote>,
}

/// What was left out of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// The words.
    #[serde(flatten)]
    pub quote: Quote,
    /// What they were taken for.
    pub why: &'static str,
}

/// Until when to apply, as a text says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SaidDeadline {
    /// How firm it is.
    #[serde(rename = "type")]
    pub kind: DeadlineKind,
    /// The day. Absent where its year is.
    pub iso: Option<Date>,
    /// The hour, as worded.
    pub time: Option<String>,
    /// The time zone, as worded.
    pub tz: Option<String>,
    /// A softer day before it: whoever applies by then is looked at first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<Date>,
}

/// Where an application goes, as a text says it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SaidHow {
    /// The ways there are.
    pub channels: Vec<Channel>,
    /// Who the mail goes to.
    pub email_to: Vec<String>,
    /// Who gets a copy.
    pub email_cc: Vec<String>,
    /// The portal, or where the form can be had.
    pub urls: Vec<String>,
    /// Each of them with its own sentence.
    pub said: Vec<Fact<String>>,
}

/// What the subject, the body or a note must say, as worded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SaidMention {
    /// The rule for the subject.
    pub subject: Option<String>,
    /// What must be noted, the place not being said.
    pub note_phrase: Option<String>,
    /// What the body must say.
    pub body_must: Option<String>,
}

/// Rules about the files as such, as worded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SaidFiles {
    /// What files must be called.
    pub name_pattern: Option<String>,
    /// Everything in one PDF.
    pub single_pdf: bool,
    /// Everything in one archive.
    pub zip: bool,
    /// The most that all of it may weigh, in megabytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_total_mb: Option<u32>,
}

/// One thing to send, and the sentence that asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SaidMaterial {
    /// What it is.
    pub item: Item,
    /// Its words in the text.
    pub name: String,
    /// Whether an application without it is incomplete.
    pub required: bool,
    /// When it is wanted, as worded.
    pub condition: Option<String>,
    /// How many of it.
    pub count: Option<u32>,
    /// The formats it may have.
    pub formats: Vec<Format>,
    /// The languages it must be in.
    pub languages: Vec<Language>,
    /// How long it may be, as worded.
    pub limit: Option<String>,
    /// The sentence.
    #[serde(flatten)]
    pub quote: Quote,
}

/// Who may apply, as a text says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SaidQualifications {
    /// How the items join.
    pub logic: Joined,
    /// What is asked for.
    pub items: Vec<SaidQualification>,
    /// What is only welcome.
    pub preferred: Vec<SaidQualification>,
}

/// How the qualifications of a text join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Joined {
    /// All of them.
    All,
    /// One of them is enough.
    OneOrMore,
    /// All of some, and one of others.
    Mixed,
}

impl From<Joined> for Logic {
    /// What holds for a mixed list is all of it, until the candidate says otherwise.
    fn from(joined: Joined) -> Self {
        match joined {
            Joined::OneOrMore => Self::OneOrMore,
            Joined::All | Joined::Mixed => Self::All,
        }
    }
}

/// One qualification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SaidQualification {
    /// What it says.
    pub text: String,
    /// The sentence.
    #[serde(flatten)]
    pub quote: Quote,
}

/// Everything that was read from a posting. What it does not say is absent.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Imported {
    /// The vacancy, as it is called.
    pub title: Option<Fact<String>>,
    /// Who offers it.
    pub organisation: Option<Fact<String>>,
    /// The group or department within it.
    pub group: Option<Fact<String>>,
    /// Where the work is.
    pub location: Option<Fact<String>>,
    /// The day it was posted.
    pub posted_date: Option<Fact<Date>>,
    /// Until when to apply.
    pub deadline: Option<Fact<SaidDeadline>>,
    /// How long the stay is.
    pub duration: Option<Fact<Duration>>,
    /// How many are taken.
    pub places: Option<Fact<Places>>,
    /// Where the application goes.
    pub how_to_apply: Option<Fact<SaidHow>>,
    /// What the subject, the body or a note must say.
    pub mention: Option<Fact<SaidMention>>,
    /// Rules about the files as such.
    pub files: Option<Fact<SaidFiles>>,
    /// What to send.
    pub materials: Option<Fact<Vec<SaidMaterial>>>,
    /// Who speaks for the candidate, and how.
    pub references: Option<Fact<References>>,
    /// Who may apply.
    pub qualifications: Option<Fact<SaidQualifications>>,
    /// What has to be asked for, as field names with dots.
    pub ask: Vec<String>,
    /// Why, and about which sentences.
    pub questions: Vec<Question>,
    /// What was left out as noise.
    pub dropped: Vec<Dropped>,
}
