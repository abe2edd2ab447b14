//! An application on its way out.

use engine::desk;

use super::{count, each, minute};
use crate::wire::package::{
    BoardLine, EvidenceView, FindingView, Fix, MadeView, MessageEdit, MessageView, MustView,
    PackageView, PackedFile, ReasonView, RefereeMail, SentView,
};

impl From<desk::PackageView> for PackageView {
    fn from(it: desk::PackageView) -> Self {
        Self {
            findings: each(it.findings),
            is_ready: it.is_ready,
            evidence: each(it.evidence),
            referees: each(it.referees),
            one_is_enough: it.one_is_enough,
            message: it.message.map(Into::into),
            by_portal: it.by_portal,
            urls: it.urls,
            papers: it.papers.into(),
            files: each(it.files),
            made: it.made.map(Into::into),
            sent: each(it.sent),
        }
    }
}

impl From<desk::FindingView> for FindingView {
    fn from(it: desk::FindingView) -> Self {
        Self {
            code: it.code,
            stops: it.stops,
            about: it.about,
            what: it.what,
            hint: it.hint,
            fix: it.fix.map(Into::into),
        }
    }
}

impl From<desk::Fix> for Fix {
    fn from(it: desk::Fix) -> Self {
        match it {
            desk::Fix::Field { id } => Self::Field { id },
            desk::Fix::Form => Self::Form,
            desk::Fix::ChooseForm => Self::ChooseForm,
            desk::Fix::Approve => Self::Approve,
            desk::Fix::AddDocument { role } => Self::AddDocument { role: role.into() },
            desk::Fix::Documents => Self::Documents,
            desk::Fix::Profile { pointer } => Self::Profile { pointer },
            desk::Fix::Letter => Self::Letter,
            desk::Fix::Recipient => Self::Recipient,
            desk::Fix::Subject => Self::Subject,
            desk::Fix::Referees => Self::Referees,
        }
    }
}

impl From<desk::EvidenceView> for EvidenceView {
    fn from(it: desk::EvidenceView) -> Self {
        Self {
            qualification: it.qualification,
            verdict: it.verdict,
            reasons: it.reasons.into_iter().map(ReasonView::from).collect(),
        }
    }
}

impl From<desk::ReasonView> for ReasonView {
    fn from(it: desk::ReasonView) -> Self {
        Self { en: it.en, zh: it.zh, can_say: it.can_say }
    }
}

impl From<desk::RefereeMail> for RefereeMail {
    fn from(it: desk::RefereeMail) -> Self {
        Self { name: it.name, to: it.to, subject: it.subject, body: it.body }
    }
}

impl From<desk::MessageView> for MessageView {
    fn from(it: desk::MessageView) -> Self {
        Self {
            to: it.to,
            cc: it.cc,
            subject: it.subject,
            body: it.body,
            must: each(it.must),
            is_edited: it.is_edited,
        }
    }
}

impl From<desk::MustView> for MustView {
    fn from(it: desk::MustView) -> Self {
        Self { words: it.words, is_there: it.is_there }
    }
}

impl From<MessageEdit> for desk::MessageEdit {
    fn from(it: MessageEdit) -> Self {
        Self { to: it.to, cc: it.cc, subject: it.subject, body: it.body, reset: it.reset }
    }
}

impl From<desk::PackedFile> for PackedFile {
    fn from(it: desk::PackedFile) -> Self {
        Self { name: it.name, role: it.role, stays: it.stays, bytes: count(it.bytes) }
    }
}

impl From<desk::MadeView> for MadeView {
    fn from(it: desk::MadeView) -> Self {
        Self {
            folder: it.folder,
            to: it.to,
            when: minute(it.when),
            files: each(it.files),
            has_draft: it.has_draft,
            is_stale: it.is_stale,
            is_there: it.is_there,
            findings: each(it.findings),
        }
    }
}

impl From<desk::SentView> for SentView {
    fn from(it: desk::SentView) -> Self {
        Self { id: it.id, when: minute(it.when), to: it.to, files: each(it.files), lost: it.lost }
    }
}

impl From<desk::BoardLine> for BoardLine {
    fn from(it: desk::BoardLine) -> Self {
        Self { part: it.part, label: it.label, is_key: it.is_key, value: it.value }
    }
}
