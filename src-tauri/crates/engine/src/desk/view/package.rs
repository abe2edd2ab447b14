//! An application on its way out, to be shown.

use jiff::civil::DateTime;

use super::PapersView;

pub use crate::preflight::Fix;

/// An application on its way out.
#[derive(Debug, Clone)]
pub struct PackageView {
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
    pub papers: PapersView,
    /// What goes into the package, the draft and the manifest left out.
    pub files: Vec<PackedFile>,
    /// The package that was made last.
    pub made: Option<MadeView>,
    /// What was sent, as the candidate said; the latest first.
    pub sent: Vec<SentView>,
}

/// Something the preflight found.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingView {
    /// What kind of thing: `requiredBlank`, `noCv`, …
    pub code: String,
    /// Whether it stops the package.
    pub stops: bool,
    /// What it is about, in the order in which the words need it.
    pub about: Vec<String>,
    /// In English.
    pub what: String,
    /// What to do about it, in English.
    pub hint: String,
    /// What one click can do about it.
    pub fix: Option<Fix>,
}

/// What speaks for the candidate.
#[derive(Debug, Clone)]
pub struct EvidenceView {
    /// The qualification, as worded.
    pub qualification: String,
    /// `met`, `perhaps` or `nothingFound`.
    pub verdict: String,
    /// What speaks for it.
    pub reasons: Vec<ReasonView>,
}

/// Something that speaks for a qualification.
#[derive(Debug, Clone)]
pub struct ReasonView {
    /// In English.
    pub en: String,
    /// In Chinese.
    pub zh: String,
    /// Whether it can be put into the letter.
    pub can_say: bool,
}

/// A mail that asks a referee for a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefereeMail {
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
#[derive(Debug, Clone)]
pub struct MessageView {
    /// Who it goes to, one address each.
    pub to: Vec<String>,
    /// Who gets a copy.
    pub cc: Vec<String>,
    /// The subject.
    pub subject: String,
    /// The body.
    pub body: String,
    /// Words that the posting wants, and whether they are there.
    pub must: Vec<MustView>,
    /// Whether subject or body are the candidate's own words.
    pub is_edited: bool,
}

/// Words that must stand in the message.
#[derive(Debug, Clone)]
pub struct MustView {
    /// The words.
    pub words: String,
    /// Whether they are there.
    pub is_there: bool,
}

/// A change of the message. What is left out stays.
#[derive(Debug, Clone, Default)]
pub struct MessageEdit {
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

/// A file of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackedFile {
    /// Its name there.
    pub name: String,
    /// `form`, `cv`, `letter`, `transcript`, `other`, `note`, `draft`, `manifest`.
    pub role: String,
    /// It stays in the folder and is attached to nothing.
    pub stays: bool,
    /// Its size in bytes.
    pub bytes: usize,
}

/// A package that was made.
#[derive(Debug, Clone)]
pub struct MadeView {
    /// The folder's last name.
    pub folder: String,
    /// Who the message was made for.
    pub to: Vec<String>,
    /// When.
    pub when: DateTime,
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
#[derive(Debug, Clone)]
pub struct SentView {
    /// Names it.
    pub id: String,
    /// When, as the candidate said.
    pub when: DateTime,
    /// To whom.
    pub to: Vec<String>,
    /// Exactly these files.
    pub files: Vec<PackedFile>,
    /// Names of files that only stayed in the folder, and were changed or gone by then: they
    /// are not kept.
    pub lost: Vec<String>,
}

/// One labelled answer of the copy board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardLine {
    /// The part of the board: `message`, `contact`, `education`, `work`, …
    pub part: String,
    /// The printed words of a form's field; for facts of the profile their key.
    pub label: String,
    /// Whether the label is a key, to be translated.
    pub is_key: bool,
    /// What to copy.
    pub value: String,
}
