//! The package: what is still to do, the message, and where it lies.

use std::path::{Path, PathBuf};

use jiff::civil::{Date, DateTime};
use postings::{Channel, Logic, Verdict};

use super::{
    Desk, Done, FindingView, MadeView, MessageEdit, PackageView, PackedFile, evidence,
    message::{self, role},
    papers,
    ready::Ready,
    referees, sent,
    state::{Application, Made, Noted, Packed},
};
use crate::{Document, Error, Finding, Severity};

impl Desk {
    /// What is still to do, the message, the files.
    #[tracing::instrument(skip_all)]
    pub fn package(&mut self, application: &str, now: DateTime) -> Result<PackageView, Error> {
        let ready = self.look_over(application, now)?;
        let how = &ready.slots.folder.posting.how_to_apply;
        let note = ready.written.note();
        let mut files: Vec<_> = ready
            .going
            .iter()
            .map(|it| PackedFile {
                name: it.attachment.name.to_string(),
                role: role(it.attachment.role).to_owned(),
                stays: it.stays,
                bytes: it.bytes,
            })
            .collect();
        files.push(PackedFile {
            name: bundle::NOTE.to_owned(),
            role: "note".to_owned(),
            stays: true,
            bytes: note.len(),
        });
        let evidence = &ready.preflight.evidence;
        Ok(PackageView {
            findings: ready.preflight.findings.iter().map(finding).collect(),
            is_ready: ready.preflight.is_ready(),
            evidence: evidence
                .iter()
                .map(|it| evidence::view(it, &ready.application, &ready.slots))
                .collect(),
            referees: referees::mails(&ready.slots),
            one_is_enough: ready.preflight.logic == Some(Logic::OneOrMore),
            message: message::view(&ready.written),
            by_portal: how.channels.contains(&Channel::Portal),
            urls: how.urls.clone(),
            papers: papers::view(&ready)?,
            files,
            made: ready.application.made.as_ref().map(|it| made(it, &ready.digest)),
            sent: ready.application.sent.iter().rev().map(sent::view).collect(),
        })
    }

    /// Changes the message.
    #[tracing::instrument(skip_all)]
    pub fn edit_message(
        &mut self,
        application: &str,
        edit: &MessageEdit,
        now: DateTime,
    ) -> Result<PackageView, Error> {
        let trimmed = |all: &Vec<String>| -> Vec<String> {
            all.iter().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
        };
        self.change_application(application, (Done::EditMessage, "message"), now, |it| {
            let own = &mut it.message;
            if edit.reset == Some(true) {
                own.subject = None;
                own.body = None;
            }
            own.to = edit.to.as_ref().map(trimmed).or(own.to.take());
            own.cc = edit.cc.as_ref().map(trimmed).or(own.cc.take());
            own.subject = edit.subject.clone().or(own.subject.take());
            own.body = edit.body.clone().or(own.body.take());
            Ok(())
        })?;
        self.package(application, now)
    }

    /// Where the draft lies, for the candidate's mail program.
    pub fn draft_path(&self, application: &str) -> Result<PathBuf, Error> {
        let made = self.made(application)?;
        let path = made.folder.join(bundle::DRAFT);
        let name = Some(bundle::DRAFT.to_owned());
        if made.has_draft && path.is_file() {
            Ok(path)
        } else {
            Err(Error::Gone { what: "draft", name })
        }
    }

    /// Where the package lies.
    pub fn folder_path(&self, application: &str) -> Result<PathBuf, Error> {
        let made = self.made(application)?;
        let name = Some(last_name(&made.folder));
        if made.folder.is_dir() {
            Ok(made.folder.clone())
        } else {
            Err(Error::Gone { what: "folder", name })
        }
    }

    /// Where one of its files lies.
    pub fn file_path(&self, application: &str, file: &str) -> Result<PathBuf, Error> {
        let made = self.made(application)?;
        let gone = || Error::Gone { what: "file of the package", name: Some(file.to_owned()) };
        // A name that is not in the list is no file of ours, wherever it would lead.
        let packed = made.files.iter().find(|it| it.name == file).ok_or_else(gone)?;
        let path = made.folder.join(&packed.name);
        if path.is_file() { Ok(path) } else { Err(gone()) }
    }

    /// The zip and its name, to be saved elsewhere.
    pub fn zip(&self, application: &str) -> Result<Document, Error> {
        let made = self.made(application)?;
        let document = Document::open(&made.zip)?;
        Ok(Document::named(&last_name(&made.zip), document.bytes))
    }

    pub(super) fn made(&self, application: &str) -> Result<&Made, Error> {
        let made = self.application(application)?.made.as_ref();
        made.ok_or(Error::Gone { what: "package", name: None })
    }
}

pub(super) fn last_name(path: &Path) -> String {
    path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default()
}

pub(super) fn files(all: &[Packed]) -> Vec<PackedFile> {
    let view = |it: &Packed| PackedFile {
        name: it.name.clone(),
        role: it.role.clone(),
        stays: it.stays,
        bytes: it.bytes,
    };
    all.iter().map(view).collect()
}

fn made(made: &Made, digest: &str) -> MadeView {
    let is_there = made.files.iter().all(|it| made.folder.join(&it.name).is_file());
    MadeView {
        folder: last_name(&made.folder),
        to: made.to.clone(),
        when: made.when,
        files: files(&made.files),
        has_draft: made.has_draft,
        is_stale: made.digest != digest,
        is_there,
        findings: made.noted.iter().map(noted).collect(),
    }
}

fn noted(it: &Noted) -> FindingView {
    FindingView {
        code: it.code.clone(),
        stops: false,
        about: it.about.clone(),
        what: it.what.clone(),
        hint: it.hint.clone(),
        fix: None,
    }
}

/// A finding, to be shown.
pub(super) fn finding(it: &Finding) -> FindingView {
    FindingView {
        code: it.code.name().to_owned(),
        stops: it.severity == Severity::Stops,
        about: it.about.clone(),
        what: it.what.clone(),
        hint: it.hint.clone(),
        fix: it.fix.clone(),
    }
}

/// The name of a verdict in a window.
pub(super) fn verdict(it: Verdict) -> &'static str {
    match it {
        Verdict::Met => "met",
        Verdict::Perhaps => "perhaps",
        Verdict::NothingFound => "nothingFound",
    }
}

/// Codes of what stops an application, each once, most important first.
pub(super) fn missing(ready: &Ready) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for it in ready.preflight.stops() {
        let code = it.code.name();
        if !codes.iter().any(|it| it == code) {
            codes.push(code.to_owned());
        }
    }
    codes
}

/// The application's own order of urgency: the deadline, then what was touched last.
pub(super) fn urgency(it: &Application, deadline: Option<Date>) -> impl Ord + use<> {
    let is_done = !it.is_open();
    (is_done, deadline.is_none(), deadline, std::cmp::Reverse(it.changed))
}
