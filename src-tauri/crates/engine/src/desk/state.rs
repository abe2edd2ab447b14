//! What is kept of the candidate: one document, written whole at every change.
//!
//! It is JSON that a person can read. Members that this version does not know
//! are kept and written again; a document of a newer schema is read and never
//! written.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime};
use postings::Language;
use profile::Profile;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use super::{Because, DocumentRole, Stand, Trouble, memory::Question, own_postings::OwnPosting};
use crate::Error;

/// The schema that this version writes.
pub(super) const SCHEMA_VERSION: u32 = 1;

/// Everything that is kept of the candidate.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct State {
    pub(super) schema_version: u32,
    pub(super) profile: Profile,
    /// The portrait, where the profile names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) photo: Option<Kept>,
    pub(super) applications: Vec<Application>,
    /// Answers to questions that no fact answers.
    pub(super) memory: Vec<Memory>,
    /// How forms were left, for when the same form comes again; the latest last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) left: Vec<Left>,
    /// Forms that were opened, the latest first.
    pub(super) recent: Vec<Recent>,
    /// Postings that the candidate brought.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) own_postings: Vec<OwnPosting>,
    /// The new recovery key, until the candidate has written it down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) recovery: Option<String>,
    #[serde(flatten)]
    pub(super) other: Map<String, Json>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            profile: Profile::default(),
            photo: None,
            applications: Vec::new(),
            memory: Vec::new(),
            left: Vec::new(),
            recent: Vec::new(),
            own_postings: Vec::new(),
            recovery: None,
            other: Map::new(),
        }
    }
}

/// A file that is kept: its blob and the name it came under.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    pub(super) blob: String,
    pub(super) name: String,
}

/// One application.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Application {
    pub(super) id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) posting: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    /// The candidate's own last day, in the place of the posting's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) deadline: Option<Date>,
    /// How far it is, where the candidate said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) state: Option<Stand>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) form: Option<FormFile>,
    #[serde(default)]
    pub(super) answers: BTreeMap<String, Answered>,
    /// The keys of sensitive facts that may go into it.
    #[serde(default)]
    pub(super) released: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) approved: Option<Approved>,
    #[serde(default)]
    pub(super) documents: Vec<Enclosure>,
    /// At most one in each language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) letters: Vec<OwnLetter>,
    #[serde(default, skip_serializing_if = "Papers::is_usual")]
    pub(super) papers: Papers,
    /// The language of the message and of what goes with it, where the candidate chose one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<Language>,
    #[serde(default)]
    pub(super) message: Message,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) made: Option<Made>,
    #[serde(default)]
    pub(super) sent: Vec<Sent>,
    pub(super) changed: DateTime,
    #[serde(flatten)]
    pub(super) other: Map<String, Json>,
}

/// The form of an application.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FormFile {
    pub(super) blob: String,
    pub(super) name: String,
    /// It is our Word edition of the posting's questions.
    pub(super) is_ours: bool,
    /// Tells files of one name apart.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) sha256: String,
}

/// The candidate's own answer to a field, and the question it answered, so that
/// it survives another edition of the form.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Answered {
    pub(super) own: Own,
    /// It was taken from an earlier form.
    #[serde(default)]
    pub(super) remembered: bool,
    /// It was put in because this form was left so the last time.
    #[serde(default)]
    pub(super) last_time: bool,
    pub(super) question: Question,
}

/// An answer of the candidate's own.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "is")]
pub(super) enum Own {
    /// Words or a date.
    Text {
        /// As typed.
        text: String,
    },
    /// Printed options, by their places.
    Options {
        /// From 0.
        options: Vec<usize>,
    },
    /// Rows of cells.
    Rows {
        /// `None` leaves a cell as it is.
        rows: Vec<Vec<Option<String>>>,
    },
    /// Leave it blank.
    Blank,
    /// What the profile offers, although we were not sure.
    Offered,
}

/// An answer that was given once, for the next form that asks the same.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Memory {
    pub(super) question: Question,
    pub(super) own: Own,
    pub(super) shown: String,
    pub(super) when: Date,
    pub(super) form: String,
}

/// How the candidate left a form, whichever application it was for.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Left {
    /// What the form is known by.
    pub(super) fingerprint: String,
    /// Their own answers by field, nothing sensitive among them.
    pub(super) answers: BTreeMap<String, Answered>,
}

/// A form that was opened.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Recent {
    pub(super) blob: String,
    pub(super) name: String,
    /// Empty where it was opened by a version that did not tell.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) sha256: String,
    pub(super) opened: DateTime,
}

/// A form as it was approved and filled.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Approved {
    pub(super) when: DateTime,
    /// The filled form.
    pub(super) blob: String,
    pub(super) bytes: usize,
    /// Of what was written where; another one means that it is approved no more.
    pub(super) digest: String,
    pub(super) lines: Vec<Line>,
}

/// What became of one field when the form was approved.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Line {
    pub(super) field: String,
    pub(super) label: String,
    pub(super) required: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) shown: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) because: Option<Because>,
    /// The same as a sentence.
    #[serde(default)]
    pub(super) sentence: String,
    #[serde(default)]
    pub(super) keys: Vec<String>,
    #[serde(default)]
    pub(super) sources: Vec<String>,
    #[serde(default)]
    pub(super) reason: String,
}

/// A document that goes along.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Enclosure {
    pub(super) id: String,
    pub(super) blob: String,
    pub(super) name: String,
    pub(super) role: DocumentRole,
    pub(super) bytes: usize,
    /// What reading it told, its text left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) cv: Option<documents::Cv>,
    /// Why it could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) unreadable: Option<String>,
    /// How many facts it offers for the profile.
    #[serde(default)]
    pub(super) offers: usize,
}

/// A cover letter, as the candidate left it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OwnLetter {
    pub(super) language: Language,
    /// The candidate's own words; a gap stands there as a slot. `None`: ours, which follow the
    /// profile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<String>,
    /// It goes along.
    pub(super) is_enclosed: bool,
}

/// What the candidate decided about the papers around the form.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Papers {
    /// No PDF copies, be they possible.
    pub(super) no_copies: bool,
    /// Summary and answers sheet in the folder.
    pub(super) sheets: bool,
}

impl Papers {
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// What the candidate wrote into the message instead of us.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Message {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) to: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cc: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) subject: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) body: Option<String>,
}

/// A package that was made.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Made {
    /// Where it lies. It stays here and crosses to no window.
    pub(super) folder: std::path::PathBuf,
    pub(super) zip: std::path::PathBuf,
    pub(super) when: DateTime,
    pub(super) files: Vec<Packed>,
    pub(super) has_draft: bool,
    /// Who the message was for.
    #[serde(default)]
    pub(super) to: Vec<String>,
    /// Of what went into it.
    pub(super) digest: String,
    /// What was found about its PDF copies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) noted: Vec<Noted>,
}

/// Something that was found when a package was made. It stops nothing.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Noted {
    pub(super) code: String,
    pub(super) about: Vec<String>,
    pub(super) what: String,
    pub(super) hint: String,
}

/// A file of a package.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Packed {
    pub(super) name: String,
    pub(super) role: String,
    /// It is attached to nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) stays: bool,
    pub(super) bytes: usize,
    pub(super) sha256: String,
    /// Where its bytes are kept, once it was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) blob: Option<String>,
}

/// What was sent, as the candidate said.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Sent {
    pub(super) id: String,
    pub(super) when: DateTime,
    pub(super) to: Vec<String>,
    /// What the package was called.
    pub(super) name: String,
    pub(super) files: Vec<Packed>,
    /// Names of files that stayed in the folder and were changed or gone by then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) lost: Vec<String>,
}

impl State {
    /// Reads what was kept. Says whether it may be written again, too.
    pub(super) fn read(bytes: &[u8]) -> Result<(Self, bool), Error> {
        let damaged = |_| Error::Vault(Trouble::Damaged);
        let json: Json = serde_json::from_slice(bytes).map_err(damaged)?;
        let version = |of: &Json| of.get("schemaVersion").and_then(Json::as_u64).unwrap_or(0);
        let is_newer = version(&json) > u64::from(SCHEMA_VERSION)
            || version(&json["profile"]) > u64::from(profile::SCHEMA_VERSION);
        let trouble = if is_newer { Trouble::Newer } else { Trouble::Damaged };
        // From a value, as profiles are read everywhere: each other way would be compiled in
        // once more, and the schema is large.
        let state = serde_json::from_value(json).map_err(|_| Error::Vault(trouble))?;
        Ok((state, !is_newer))
    }

    /// As it is written.
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        // By way of a value, as profiles are written everywhere: each other way is built into the
        // program once more.
        let json = serde_json::to_value(self);
        json.and_then(|it| serde_json::to_vec(&it)).map_err(|error| Error::Invalid {
            subject: None,
            reason: format!("it cannot be written as JSON: {:?}", error.classify()),
        })
    }

    pub(super) fn own_posting(&self, id: &str) -> Result<&OwnPosting, Error> {
        let found = self.own_postings.iter().find(|it| it.id == id);
        found.ok_or(Error::Gone { what: "posting", name: None })
    }

    pub(super) fn application(&self, id: &str) -> Result<&Application, Error> {
        let found = self.applications.iter().find(|it| it.id == id);
        found.ok_or(Error::Gone { what: "application", name: None })
    }

    pub(super) fn application_mut(&mut self, id: &str) -> Result<&mut Application, Error> {
        let found = self.applications.iter_mut().find(|it| it.id == id);
        found.ok_or(Error::Gone { what: "application", name: None })
    }

    /// Every blob that a document names, in this state or in a backup of another one.
    pub(super) fn blobs_in(json: &Json, found: &mut BTreeSet<String>) {
        match json {
            Json::String(text)
                if text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit()) =>
            {
                found.insert(text.clone());
            }
            Json::Array(all) => all.iter().for_each(|it| Self::blobs_in(it, found)),
            Json::Object(all) => all.values().for_each(|it| Self::blobs_in(it, found)),
            _ => {}
        }
    }
}

impl Application {
    pub(super) fn new(id: String, now: DateTime) -> Self {
        Self {
            id,
            posting: None,
            title: None,
            deadline: None,
            state: None,
            form: None,
            answers: BTreeMap::new(),
            released: BTreeSet::new(),
            approved: None,
            documents: Vec::new(),
            letters: Vec::new(),
            papers: Papers::default(),
            language: None,
            message: Message::default(),
            made: None,
            sent: Vec::new(),
            changed: now,
            other: Map::new(),
        }
    }

    /// How far it is: as the candidate said, else as its files tell.
    pub(super) fn stand(&self) -> Stand {
        self.state.unwrap_or(match (&self.sent.is_empty(), &self.made) {
            (false, _) => Stand::Sent,
            (true, Some(_)) => Stand::Packed,
            (true, None) => Stand::Draft,
        })
    }

    /// Whether there is still something to do.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.stand(), Stand::Draft | Stand::Packed)
    }
}
