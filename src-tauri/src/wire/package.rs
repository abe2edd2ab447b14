//! The package screen: what is still to do, the message, and the package itself.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An application on its way out.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PackageView {
    /// What is missing or against the posting's rules, what stops first.
    pub findings: Vec<FindingView>,
    /// Whether nothing stops the package.
    pub is_ready: bool,
    /// What speaks for the candidate, one for each qualification.
    pub evidence: Vec<EvidenceView>,
    /// The referees to ask, where letters of theirs are wanted.
    pub referees: Vec<RefereeMail>,
    /// Whether one of the qualifications is enough (else all are wanted).
    pub one_is_enough: bool,
    /// The message, where the posting takes mail or the candidate names somebody.
    pub message: Option<MessageView>,
    /// Whether it is applied for on a portal.
    pub by_portal: bool,
    /// Where to apply or to look, as the posting says.
    pub urls: Vec<String>,
    /// The letters, and what is made when it is packed.
    pub papers: super::papers::PapersView,
    /// What goes into the package.
    pub files: Vec<PackedFile>,
    /// The package that was made last.
    pub made: Option<MadeView>,
    /// What was sent, as the candidate said; the latest first.
    pub sent: Vec<SentView>,
}

/// Something the preflight found.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FindingView {
    /// What kind of thing, for the screens to choose their words (`requiredBlank`, `noCv`, …).
    pub code: String,
    /// Whether it stops the package.
    pub stops: bool,
    /// What it is about, in the order in which the words need it: a file's name, a label, a number.
    pub about: Vec<String>,
    /// In English, for where the screens have no words.
    pub what: String,
    /// What to do about it, in English.
    pub hint: String,
    /// What one click can do about it.
    pub fix: Option<Fix>,
}

/// What one click can do about a finding.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "go")]
pub(crate) enum Fix {
    /// Show a field of the form.
    Field {
        /// The field.
        id: String,
    },
    /// Show the form, only what needs the candidate.
    Form,
    /// Choose a form.
    ChooseForm,
    /// Approve the form's answers.
    Approve,
    /// Choose a document.
    AddDocument {
        /// Which kind.
        role: super::application::DocumentRole,
    },
    /// Show the documents.
    Documents,
    /// Show a place in the profile.
    Profile {
        /// A JSON pointer.
        pointer: String,
    },
    /// Put the cursor where the letter is written.
    Letter,
    /// Put the cursor where the recipients are typed.
    Recipient,
    /// Put the cursor where the subject is typed.
    Subject,
    /// Show the mails to the referees.
    Referees,
}

/// What speaks for the candidate.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EvidenceView {
    /// The qualification, as worded.
    pub qualification: String,
    /// `met`, `perhaps` or `nothingFound`.
    pub verdict: String,
    /// What speaks for it.
    pub reasons: Vec<ReasonView>,
}

/// Something that speaks for a qualification.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReasonView {
    /// In English.
    pub en: String,
    /// In Chinese.
    pub zh: String,
    /// Whether it can be put into the letter.
    pub can_say: bool,
}

/// A mail that asks a referee for a letter.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RefereeMail {
    /// Who it is.
    pub name: String,
    /// Their address, if the profile has it.
    pub to: Option<String>,
    /// The subject.
    pub subject: String,
    /// The words.
    pub body: String,
}

/// The message to draft.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MessageView {
    /// Who it goes to, one address each. Empty: the posting names nobody.
    pub to: Vec<String>,
    /// Who gets a copy.
    pub cc: Vec<String>,
    /// The subject.
    pub subject: String,
    /// The body.
    pub body: String,
    /// Words that the posting wants in subject or body, and whether they are there.
    pub must: Vec<MustView>,
    /// Whether subject or body are the candidate's own words, not ours any more.
    pub is_edited: bool,
}

/// Words that must stand in the message.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MustView {
    /// The words.
    pub words: String,
    /// Whether they are there.
    pub is_there: bool,
}

/// A change of the message. What is left out stays; `null` goes back to ours.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub(crate) struct MessageEdit {
    /// Who it goes to.
    pub to: Option<Vec<String>>,
    /// Who gets a copy.
    pub cc: Option<Vec<String>>,
    /// The subject.
    pub subject: Option<String>,
    /// The body.
    pub body: Option<String>,
    /// Forget the candidate's own subject and body.
    pub reset: Option<bool>,
}

/// A file of the package.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PackedFile {
    /// Its name there.
    pub name: String,
    /// `form`, `cv`, `letter`, `transcript`, `other`, `note`, `draft`, `manifest`.
    pub role: String,
    /// It stays in the folder and is attached to nothing.
    pub stays: bool,
    /// Its size in bytes.
    pub bytes: u32,
}

/// A package that was made.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MadeView {
    /// The folder's last name; the folder itself stays with us.
    pub folder: String,
    /// Who the message was made for.
    pub to: Vec<String>,
    /// When, as `2026-03-01T14:05`.
    pub when: String,
    /// What lies in it.
    pub files: Vec<PackedFile>,
    /// Whether it holds an unsent message.
    pub has_draft: bool,
    /// Something changed since: it should be made again.
    pub is_stale: bool,
    /// Whether folder and files are still where they were put.
    pub is_there: bool,
    /// What there is to say about its PDF copies.
    pub findings: Vec<FindingView>,
}

/// What was sent.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SentView {
    /// Names it in `saveSent`.
    pub id: String,
    /// When, as the candidate said: `2026-03-01T14:05`.
    pub when: String,
    /// To whom.
    pub to: Vec<String>,
    /// Exactly these files, kept in the vault.
    pub files: Vec<PackedFile>,
    /// Names of files that only stayed in the folder, and were changed or gone by then: they
    /// are not kept.
    pub lost: Vec<String>,
}

/// One labelled answer of the copy board.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BoardLine {
    /// The part of the board: `message`, `contact`, `education`, `work`, `links`, `form`, …
    pub part: String,
    /// The printed words of a form's field; for facts of the profile its key.
    pub label: String,
    /// Whether the label is a key, to be translated.
    pub is_key: bool,
    /// What to copy.
    pub value: String,
}
