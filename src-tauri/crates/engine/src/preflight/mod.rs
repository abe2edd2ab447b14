//! The preflight: what is missing from an application or against the posting's
//! rules, each with what to do about it.
//!
//! What the recipient would send back stops the bundle. What only the candidate
//! can weigh is listed, and the work goes on.

mod clock;
mod files;
mod form;
mod look;
mod materials;
mod rules;
#[cfg(test)]
mod tests;

use postings::{Evidence, Logic, LookFor, Posting, Verdict};
use serde::Serialize;

use crate::desk::DocumentRole;

pub(crate) use clock::days_left;
use files::check_files;
pub(crate) use files::{
    CvRead, Enclosed, Paper, SINGLE_PDF, check_cv, check_name, check_pages, limit, mb, most_pages,
};
use form::check_form;
pub(crate) use form::{Approval, Blank, FormInput};
pub(crate) use look::{Input, look_over};
pub(crate) use materials::{count, role_for};
use rules::{check_dates, check_profile, check_referees};

/// Where the candidate asks: a hint says what there is to type, or to press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Surface {
    /// The command line.
    Terminal,
    /// The window.
    Window,
}

impl Surface {
    /// The hint that helps there.
    pub(crate) fn hint(self, terminal: &'static str, window: &'static str) -> &'static str {
        match self {
            Self::Terminal => terminal,
            Self::Window => window,
        }
    }
}

/// Something the preflight found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What kind of thing it is.
    pub code: Concern,
    /// Whether it stops the bundle.
    pub severity: Severity,
    /// What was found, in a sentence.
    pub what: String,
    /// What to do about it.
    pub hint: String,
    /// What it is about, in the order in which a sentence needs it: a file's
    /// name, a label, a number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<String>,
    /// What one click can do about it, in a window.
    #[serde(skip)]
    pub fix: Option<Fix>,
}

/// What one click can do about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
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
        role: DocumentRole,
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

/// Whether a finding stops the bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The bundle is not made.
    Stops,
    /// It is made, and this is listed.
    Warns,
}

/// The kinds of findings. The names are part of the command line's JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Concern {
    /// The posting asks for a form, and none is there.
    NoForm,
    /// The form's answers are not approved as they are.
    NotApproved,
    /// A required field is blank, and the candidate did not say to leave it.
    RequiredBlank,
    /// No CV at all.
    NoCv,
    /// None of the CVs is in English.
    NoEnglishCv,
    /// None of the CVs is in Chinese.
    NoChineseCv,
    /// A CV that nobody can read.
    CvUnreadable,
    /// A file in a format that the posting does not take.
    FormatNotAllowed,
    /// More than mailboxes or the posting take.
    TooLarge,
    /// An address that is none.
    RecipientMalformed,
    /// Nobody to send to yet.
    NoRecipient,
    /// A portal to apply on, and no address of it.
    NoPortalAddress,
    /// The stay is shorter than the posting asks.
    TooShort,
    /// The stay is longer than the posting takes.
    TooLong,
    /// The profile does not say how long the stay can be.
    DurationUnknown,
    /// Nothing in the profile speaks for the qualifications.
    NoEvidence,
    /// Sensitive facts that the form asks for were not released.
    HeldBack,
    /// Something about a CV that the candidate should know.
    CvDoubtful,
    /// A file's name holds what nobody can see; it goes along under a plain one.
    OddName,
    /// More pages than the posting takes.
    TooManyPages,
    /// The posting asks for something that we cannot gather.
    MaterialMissing,
    /// A rule about the files that the candidate has to follow by hand.
    FilesRule,
    /// The subject's rule asks for a fact that the profile lacks.
    SubjectIncomplete,
    /// Words that the posting wants in the message are not there.
    PhraseMissing,
    /// The deadline is over.
    DeadlinePassed,
    /// The deadline ends at another hour by the candidate's clock.
    DeadlineElsewhere,
    /// Letters of reference are wanted: the referees have to be asked.
    RefereesToAsk,
    /// Whoever applies by a day before the last is looked at first.
    DeadlineFirst,
    /// The form is our edition, not the posting's own file.
    OurEdition,
    /// The form reaches out of itself when Word opens it.
    FormReachesOut,
    /// The profile says something that cannot be.
    ProfileDoubtful,
    /// The cover letter lacks facts.
    LetterIncomplete,
    /// No PDF of the form, or none that says all of it.
    PdfDoubtful,
}

impl Concern {
    /// Its name in a window: `requiredBlank`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoForm => "noForm",
            Self::NotApproved => "notApproved",
            Self::RequiredBlank => "requiredBlank",
            Self::NoCv => "noCv",
            Self::NoEnglishCv => "noEnglishCv",
            Self::NoChineseCv => "noChineseCv",
            Self::CvUnreadable => "cvUnreadable",
            Self::FormatNotAllowed => "formatNotAllowed",
            Self::TooLarge => "tooLarge",
            Self::RecipientMalformed => "recipientMalformed",
            Self::NoRecipient => "noRecipient",
            Self::NoPortalAddress => "noPortalAddress",
            Self::TooShort => "tooShort",
            Self::TooLong => "tooLong",
            Self::DurationUnknown => "durationUnknown",
            Self::NoEvidence => "noEvidence",
            Self::HeldBack => "heldBack",
            Self::CvDoubtful => "cvDoubtful",
            Self::OddName => "oddName",
            Self::TooManyPages => "tooManyPages",
            Self::MaterialMissing => "materialMissing",
            Self::FilesRule => "filesRule",
            Self::SubjectIncomplete => "subjectIncomplete",
            Self::PhraseMissing => "phraseMissing",
            Self::DeadlinePassed => "deadlinePassed",
            Self::DeadlineElsewhere => "deadlineElsewhere",
            Self::DeadlineFirst => "deadlineFirst",
            Self::RefereesToAsk => "refereesToAsk",
            Self::OurEdition => "ourEdition",
            Self::FormReachesOut => "formReachesOut",
            Self::ProfileDoubtful => "profileDoubtful",
            Self::LetterIncomplete => "letterIncomplete",
            Self::PdfDoubtful => "pdfDoubtful",
        }
    }

    /// Whether it stops the bundle.
    pub fn severity(self) -> Severity {
        match self {
            Self::NoForm
            | Self::NotApproved
            | Self::RequiredBlank
            | Self::NoCv
            | Self::NoEnglishCv
            | Self::NoChineseCv
            | Self::CvUnreadable
            | Self::FormatNotAllowed
            | Self::TooLarge
            | Self::RecipientMalformed
            | Self::LetterIncomplete => Severity::Stops,
            Self::NoRecipient
            | Self::NoPortalAddress
            | Self::TooShort
            | Self::TooLong
            | Self::DurationUnknown
            | Self::NoEvidence
            | Self::HeldBack
            | Self::CvDoubtful
            | Self::OddName
            | Self::TooManyPages
            | Self::MaterialMissing
            | Self::FilesRule
            | Self::SubjectIncomplete
            | Self::PhraseMissing
            | Self::DeadlinePassed
            | Self::DeadlineElsewhere
            | Self::DeadlineFirst
            | Self::RefereesToAsk
            | Self::OurEdition
            | Self::FormReachesOut
            | Self::ProfileDoubtful
            | Self::PdfDoubtful => Severity::Warns,
        }
    }

    /// A finding of this kind.
    pub(crate) fn found(self, what: impl Into<String>, hint: impl Into<String>) -> Finding {
        Finding {
            code: self,
            severity: self.severity(),
            what: what.into(),
            hint: hint.into(),
            about: Vec::new(),
            fix: None,
        }
    }
}

impl Finding {
    /// The same, with what it is about.
    pub(crate) fn about<T: ToString>(mut self, about: impl IntoIterator<Item = T>) -> Self {
        self.about.extend(about.into_iter().map(|it| it.to_string()));
        self
    }

    /// The same, with what one click can do about it.
    pub(crate) fn fix(self, fix: Fix) -> Self {
        Self { fix: Some(fix), ..self }
    }
}

/// Everything the preflight found, and what speaks for the candidate.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Preflight {
    /// What was found, what stops first.
    pub findings: Vec<Finding>,
    /// How the qualifications join.
    pub logic: Option<Logic>,
    /// Each qualification and what speaks for it.
    pub evidence: Vec<Evidence>,
}

impl Preflight {
    /// Whether nothing stops the bundle.
    pub fn is_ready(&self) -> bool {
        self.stops().next().is_none()
    }

    /// What stops the bundle.
    pub fn stops(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|it| it.severity == Severity::Stops)
    }

    /// What is listed and does not stop it.
    pub fn warnings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|it| it.severity == Severity::Warns)
    }

    /// What stops it, in one line that can still be read.
    pub(crate) fn stopped_by(&self) -> String {
        const SAID: usize = 3;
        let all: Vec<_> = self.stops().map(|it| it.what.as_str()).collect();
        match all.len() {
            0..=SAID => all.join("; "),
            more => format!("{}; and {} more", all[..SAID].join("; "), more - SAID),
        }
    }

    /// What to do about the first thing that stops it.
    pub(crate) fn hint(&self) -> String {
        self.stops().next().map(|it| it.hint.clone()).unwrap_or_default()
    }

    /// Adds what speaks for the candidate, and warns where nothing does.
    pub(crate) fn weigh(&mut self, posting: &Posting, evidence: Vec<Evidence>) {
        let Some(qualifications) = &posting.qualifications else { return };
        let blank = |it: &Evidence| it.verdict == Verdict::NothingFound;
        let hint = "add it to the profile if it is so, or say it in the mail in your own words";
        match qualifications.logic {
            Logic::OneOrMore if evidence.iter().all(blank) => {
                let what = "the profile shows none of the qualifications, and one is needed";
                let finding = Concern::NoEvidence.found(what, hint);
                self.findings.push(finding.fix(Fix::Profile { pointer: String::new() }));
            }
            Logic::OneOrMore => {}
            Logic::All => {
                let items = qualifications.items.iter().zip(&evidence);
                for (item, found) in items
                    .filter(|(item, found)| item.look_for != LookFor::Candidate && blank(found))
                {
                    let what = format!("the profile shows nothing for: {}", found.text);
                    debug_assert_eq!(item.id, found.id);
                    let finding = Concern::NoEvidence.found(what, hint).about([&found.text]);
                    self.findings.push(finding.fix(Fix::Profile { pointer: String::new() }));
                }
            }
        }
        self.logic = Some(qualifications.logic);
        self.evidence = evidence;
    }

    /// Puts what stops first; otherwise the order stays.
    pub(crate) fn sort(&mut self) {
        // The address and the files first; the form's blanks may be many.
        self.findings.sort_by_key(|it| (it.severity, it.code == Concern::RequiredBlank));
    }
}
