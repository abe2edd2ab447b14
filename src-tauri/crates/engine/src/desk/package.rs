//! The package: what is still to do, writing it, and what was sent of it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use bundle::{Answered, Contents, Filed, Unanswered};
use jiff::{Unit, civil::DateTime};
use postings::{Channel, Logic, Verdict};

use super::{
    Desk, Done, EvidenceView, FindingView, MadeView, MessageEdit, PackageView, PackedFile,
    message::{addresses, role},
    ready::Ready,
    sent,
    state::{Application, Made, Packed},
};
use crate::{Document, Error, Finding, Severity, application::note, naming, record};

impl Desk {
    /// What is still to do, the message, the files.
    #[tracing::instrument(skip_all)]
    pub fn package(&mut self, application: &str, now: DateTime) -> Result<PackageView, Error> {
        let ready = self.look_over(application, now)?;
        let how = &ready.slots.folder.posting.how_to_apply;
        let note = note(&ready.written.words, ready.written.letter().as_ref());
        let mut files: Vec<_> = ready
            .going
            .iter()
            .map(|it| PackedFile {
                name: it.attachment.name.to_string(),
                role: role(it.attachment.role).to_owned(),
                bytes: it.bytes,
            })
            .collect();
        files.push(PackedFile {
            name: bundle::NOTE.to_owned(),
            role: "note".to_owned(),
            bytes: note.len(),
        });
        Ok(PackageView {
            findings: ready.preflight.findings.iter().map(finding).collect(),
            is_ready: ready.preflight.is_ready(),
            evidence: ready.preflight.evidence.iter().map(evidence).collect(),
            one_is_enough: ready.preflight.logic == Some(Logic::OneOrMore),
            message: ready.written.view(),
            by_portal: how.channels.contains(&Channel::Portal),
            urls: how.urls.clone(),
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

    /// Writes folder, zip and draft into `out`.
    #[tracing::instrument(skip_all)]
    pub fn pack(
        &mut self,
        application: &str,
        out: &Path,
        now: DateTime,
    ) -> Result<PackageView, Error> {
        let ready = self.look_over(application, now)?;
        if !ready.preflight.is_ready() {
            return Err(Error::NotReady(Box::new(ready.preflight)));
        }
        let contents = self.contents(&ready, now)?;
        let (digest, to) = (ready.digest, addresses(contents.letter.as_ref()));
        let open = self.ready()?;
        let written = bundle::gather(contents)?.write(out)?;
        let mut files: Vec<Packed> = written.files.iter().map(packed).collect();
        let manifest = fs::read(written.folder.join(bundle::MANIFEST));
        let manifest = manifest
            .map_err(|source| Error::Read { path: PathBuf::from(bundle::MANIFEST), source })?;
        files.push(Packed {
            name: bundle::MANIFEST.to_owned(),
            role: "manifest".to_owned(),
            bytes: manifest.len(),
            sha256: bundle::sha256(&manifest),
            blob: None,
        });
        let made = Made {
            has_draft: written.draft.is_some(),
            folder: written.folder,
            zip: written.zip,
            when: now,
            files,
            to,
            digest,
        };
        let mut state = open.state.clone();
        let kept = state.application_mut(application)?;
        kept.changed = now;
        kept.made = Some(made);
        // Closed, and packed once more: it is open again.
        kept.state = None;
        open.replace(state)?;
        tracing::info!("packed");
        self.package(application, now)
    }

    /// Everything that goes into the package, with its bytes.
    fn contents(&mut self, ready: &Ready, now: DateTime) -> Result<Contents, Error> {
        let mut attachments = Vec::new();
        for it in &ready.going {
            let mut attachment = it.attachment.clone();
            attachment.bytes = self.get(&it.blob)?;
            attachments.push(attachment);
        }
        let letter = ready.written.letter();
        let mut record = record::about(&ready.slots.folder, &ready.preflight);
        let approved = ready.application.approved.as_ref().filter(|_| ready.is_approved);
        for line in approved.into_iter().flat_map(|it| &it.lines) {
            let (field, label) = (line.field.clone(), line.label.clone());
            if line.shown.is_none() {
                record.blank.push(Unanswered { field, label, reason: line.sentence.clone() });
                continue;
            }
            record.answers.push(Answered {
                field,
                label,
                keys: line.keys.clone(),
                sources: line.sources.clone(),
                reason: line.reason.clone(),
            });
        }
        Ok(Contents {
            name: naming::bundle(&ready.slots.borrowed()),
            made: now.round(Unit::Second).unwrap_or(now),
            attachments,
            kept: Vec::new(),
            note: note(&ready.written.words, letter.as_ref()),
            letter,
            record,
        })
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

fn packed(filed: &Filed) -> Packed {
    Packed {
        name: filed.name.clone(),
        role: role(filed.role).to_owned(),
        bytes: filed.bytes,
        sha256: filed.sha256.clone(),
        blob: None,
    }
}

pub(super) fn files(all: &[Packed]) -> Vec<PackedFile> {
    let view =
        |it: &Packed| PackedFile { name: it.name.clone(), role: it.role.clone(), bytes: it.bytes };
    all.iter().map(view).collect()
}

fn made(made: &Made, digest: &str) -> MadeView {
    let is_there = made.files.iter().all(|it| made.folder.join(&it.name).is_file());
    MadeView {
        folder: last_name(&made.folder),
        when: made.when,
        files: files(&made.files),
        has_draft: made.has_draft,
        is_stale: made.digest != digest,
        is_there,
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

fn evidence(it: &postings::Evidence) -> EvidenceView {
    let verdict = match it.verdict {
        Verdict::Met => "met",
        Verdict::Perhaps => "perhaps",
        Verdict::NothingFound => "nothingFound",
    };
    EvidenceView {
        qualification: it.text.clone(),
        verdict: verdict.to_owned(),
        reasons: it.reasons.iter().map(|it| it.text.clone()).collect(),
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
pub(super) fn urgency(it: &Application) -> impl Ord + use<> {
    let is_done = !it.is_open();
    (is_done, it.deadline.is_none(), it.deadline, std::cmp::Reverse(it.changed))
}
