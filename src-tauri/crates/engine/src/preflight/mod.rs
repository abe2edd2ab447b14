//! The preflight: what is missing from an application or against the posting's
//! rules, each with what to do about it.
//!
//! What the recipient would send back stops the bundle. What only the candidate
//! can weigh is listed, and the work goes on.

mod files;
mod form;
mod rules;

use postings::{Evidence, Logic, LookFor, Posting, Verdict};
use serde::Serialize;

pub(crate) use files::{CvRead, check_files};
pub(crate) use form::check_form;
pub(crate) use rules::{check_dates, check_profile};

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
    /// The deadline is over.
    DeadlinePassed,
    /// The form is our edition, not the posting's own file.
    OurEdition,
    /// The form reaches out of itself when Word opens it.
    FormReachesOut,
    /// The profile says something that cannot be.
    ProfileDoubtful,
}

impl Concern {
    /// Whether it stops the bundle.
    pub fn severity(self) -> Severity {
        match self {
            Self::NoForm
            | Self::RequiredBlank
            | Self::NoCv
            | Self::NoEnglishCv
            | Self::NoChineseCv
            | Self::CvUnreadable
            | Self::FormatNotAllowed
            | Self::TooLarge
            | Self::RecipientMalformed => Severity::Stops,
            Self::NoRecipient
            | Self::NoPortalAddress
            | Self::TooShort
            | Self::DurationUnknown
            | Self::NoEvidence
            | Self::HeldBack
            | Self::CvDoubtful
            | Self::OddName
            | Self::TooManyPages
            | Self::MaterialMissing
            | Self::FilesRule
            | Self::SubjectIncomplete
            | Self::DeadlinePassed
            | Self::OurEdition
            | Self::FormReachesOut
            | Self::ProfileDoubtful => Severity::Warns,
        }
    }

    /// A finding of this kind.
    pub(crate) fn found(self, what: impl Into<String>, hint: impl Into<String>) -> Finding {
        Finding { code: self, severity: self.severity(), what: what.into(), hint: hint.into() }
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
                self.findings.push(Concern::NoEvidence.found(what, hint));
            }
            Logic::OneOrMore => {}
            Logic::All => {
                let items = qualifications.items.iter().zip(&evidence);
                for (item, found) in items
                    .filter(|(item, found)| item.look_for != LookFor::Candidate && blank(found))
                {
                    let what = format!("the profile shows nothing for: {}", found.text);
                    debug_assert_eq!(item.id, found.id);
                    self.findings.push(Concern::NoEvidence.found(what, hint));
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
