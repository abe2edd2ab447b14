//! What a posting says: the shape of `posting.toml`.
//!
//! **Invariant:** nothing here has a default that a posting did not say. What
//! the text lacks is absent, and [`Posting::ask`] lists what the candidate has
//! to be asked for.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The version of `posting.toml` that we write, and the newest that we read.
pub const SCHEMA_VERSION: u32 = 1;

/// A vacancy and what it asks of those who apply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Posting {
    /// The version of this shape.
    pub schema_version: u32,
    /// The vacancy, as it is called.
    pub title: String,
    /// Who offers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// The group or department within it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Where the work is, as the posting words it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// The day it was posted.
    #[serde(default, deserialize_with = "date::read", skip_serializing_if = "Option::is_none")]
    pub posted_date: Option<Date>,
    /// What its text does not say and the candidate has to be asked for, as
    /// field names with dots: `how_to_apply.email_to`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ask: Vec<String>,
    /// Until when to apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// How long the stay is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<Duration>,
    /// How many are taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places: Option<Places>,
    /// Where the application goes.
    pub how_to_apply: HowToApply,
    /// What the subject, the body or a note must say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mention: Option<Mention>,
    /// Rules about the files as such.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub files: Option<Files>,
    /// What to send.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<Material>,
    /// Who speaks for the candidate, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub references: Option<References>,
    /// Who may apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifications: Option<Qualifications>,
}

impl Posting {
    /// The last day to apply, if it names one.
    pub fn due(&self) -> Option<Date> {
        self.deadline.as_ref()?.date
    }
}

/// Until when to apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// How firm it is.
    #[serde(rename = "type")]
    pub kind: DeadlineKind,
    /// The day.
    #[serde(default, deserialize_with = "date::read", skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// A softer day before it: whoever applies by then is looked at first.
    #[serde(default, deserialize_with = "date::read", skip_serializing_if = "Option::is_none")]
    pub first: Option<Date>,
    /// The hour, as worded: `24:00`, `noon`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The time zone, `Asia/Shanghai` or as worded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tz: Option<String>,
}

/// How firm a deadline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineKind {
    /// After it, nothing is taken.
    Fixed,
    /// "For full consideration"; the first selection.
    Soft,
    /// Until filled.
    Rolling,
    /// As soon as possible.
    Asap,
    /// Each role has its own.
    PerRole,
    /// The posting says that there is none.
    None,
}

/// How long the stay is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duration {
    /// At least so many months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_months: Option<u32>,
    /// At most so many months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_months: Option<u32>,
    /// Exactly so many weeks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exact_weeks: Option<u32>,
    /// At least so many weeks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_weeks: Option<u32>,
    /// At most so many weeks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_weeks: Option<u32>,
}

/// How many are taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// At least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<u32>,
    /// At most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
}

/// Where the application goes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HowToApply {
    /// The ways there are; all of them, where there are several.
    pub channels: Vec<Channel>,
    /// Who the mail goes to.
    #[serde(default)]
    pub email_to: Vec<String>,
    /// Who gets a copy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub email_cc: Vec<String>,
    /// The portal, or where the form can be had.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub urls: Vec<String>,
}

/// A way to apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A mail with attachments.
    Email,
    /// A careers portal or web form.
    Portal,
    /// The candidate's own institution hands it in.
    HomeInstitution,
    /// Paper.
    Post,
}

/// What the subject, the body or a note must say. `{name}` and the like are
/// slots for facts; see [`crate::fill`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mention {
    /// The rule for the subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// What the body must say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// What must be noted, the place not being said: it goes into the subject
    /// and the first line, word for word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_phrase: Option<String>,
}

/// Rules about the files as such.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Files {
    /// What files must be called, with slots: `{name}-{education.institution}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_pattern: Option<String>,
    /// Everything in one PDF.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub single_pdf: bool,
    /// Everything in one zip.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub zip: bool,
    /// The most that all of it may weigh.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_total_mb: Option<u32>,
}

/// One thing to send.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// What it is.
    pub item: Item,
    /// Whether an application without it is incomplete.
    pub required: bool,
    /// When it is wanted, as worded: `if applicable`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// The languages it must be in, all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// The formats it may have, any of them. None said: any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formats: Vec<Format>,
    /// How many of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// At most so many pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_pages: Option<u32>,
    /// The blank one, a file beside `posting.toml`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

/// What can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// The posting's own form.
    Form,
    /// A CV.
    Cv,
    /// A cover or motivation letter.
    Letter,
    /// A transcript of marks.
    Transcript,
    /// A research or personal statement.
    Statement,
    /// Letters of reference, sent along.
    References,
    /// Papers.
    Publications,
    /// Certificates.
    Certificates,
    /// A picture.
    Photo,
    /// Something else.
    Other,
}

impl Item {
    /// How it is written in `posting.toml`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Cv => "cv",
            Self::Letter => "letter",
            Self::Transcript => "transcript",
            Self::Statement => "statement",
            Self::References => "references",
            Self::Publications => "publications",
            Self::Certificates => "certificates",
            Self::Photo => "photo",
            Self::Other => "other",
        }
    }
}

/// A language of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    En,
    /// Chinese.
    Zh,
}

/// A format of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// PDF.
    Pdf,
    /// Word.
    Word,
    /// Plain text.
    Text,
    /// HTML.
    Html,
}

/// Who speaks for the candidate, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct References {
    /// The way they reach the posting.
    pub mode: ReferenceMode,
    /// How many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
}

/// How references reach the posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceMode {
    /// Letters, with the candidate's own files.
    Letters,
    /// Names and addresses only.
    Names,
    /// Referees send them themselves.
    Sent,
    /// The text does not tell.
    Unclear,
}

/// Who may apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Qualifications {
    /// How the items join.
    pub logic: Logic,
    /// One each.
    pub items: Vec<Qualification>,
}

/// How qualifications join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Logic {
    /// One of them is enough.
    OneOrMore,
    /// All of them.
    All,
}

/// One qualification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Qualification {
    /// A short name.
    pub id: String,
    /// What it says.
    pub text: String,
    /// What in a profile speaks for it.
    pub look_for: LookFor,
    /// The words to look for, with [`LookFor::Experience`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// The conferences to look for, with [`LookFor::Venues`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub venues: Vec<String>,
}

/// What in a profile speaks for a qualification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LookFor {
    /// Being enrolled for a doctorate.
    DoctoralStudy,
    /// A publication.
    Publication,
    /// Projects, work and skills that hold one of the words.
    Experience,
    /// Publications at one of the venues.
    Venues,
    /// Nothing in a profile: only the candidate can say.
    Candidate,
}

/// Dates are written `"2025-10-23"`; TOML's own dates, without quotes, are read too.
mod date {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, de::Error as _};

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Quoted(String),
        Bare(toml::value::Datetime),
    }

    pub(super) fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
        let text = match Written::deserialize(from)? {
            Written::Quoted(text) => text,
            Written::Bare(date) => date.to_string(),
        };
        text.parse().map(Some).map_err(|_| D::Error::custom("a date is written \"2026-03-01\""))
    }
}
