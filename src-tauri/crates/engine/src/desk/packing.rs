//! Making a package: it is put together, its PDF copies are made, it is written.
//!
//! A copy takes LibreOffice some seconds. The desk is not needed for that, so a [`Packing`]
//! leaves it with everything it needs and comes back; what changes meanwhile makes the package
//! stale, as every later change does.

use std::{
    fs,
    path::{Path, PathBuf},
};

use bundle::{Answered, Attachment, Contents, Filed, Record, Role, Unanswered};
use forms::Report;
use jiff::{Unit, civil::DateTime};

use super::{
    Desk, PackageView,
    applications::OwnSlots,
    message::{self, addresses, role},
    ready::{Bytes, Ready},
    state::{Application, Made, Noted, Packed},
};
use crate::{
    Engine, Error, Finding, PdfCopies, Preflight, enclose, logged,
    message::Written,
    naming,
    papers::{self, Sent, Summary},
    record,
};

/// A package that is being made.
pub struct Packing {
    engine: Engine,
    application: Application,
    slots: OwnSlots,
    preflight: Preflight,
    attachments: Vec<Attachment>,
    kept: Vec<Attachment>,
    record: Record,
    /// What was written into the form.
    answers: Vec<String>,
    copies: PdfCopies,
    /// Summary and answers sheet are wanted.
    wants_sheets: bool,
    /// The form's report, where they are.
    report: Option<Report>,
    /// What is found on the way.
    noted: Vec<Finding>,
    digest: String,
}

impl Desk {
    /// Looks an application over and, if nothing stops it, takes everything that goes into its
    /// package.
    #[tracing::instrument(skip_all)]
    pub fn packing(&mut self, application: &str, now: DateTime) -> Result<Packing, Error> {
        let ready = self.look_over(application, now)?;
        if !ready.preflight.is_ready() {
            return Err(Error::NotReady(Box::new(ready.preflight)));
        }
        let wants_sheets = ready.application.papers.sheets;
        let report = if wants_sheets { self.report(application, now)? } else { None };
        let (mut attachments, mut kept) = (Vec::new(), Vec::new());
        for it in &ready.going {
            let mut attachment = it.attachment.clone();
            attachment.bytes = match &it.source {
                Bytes::Kept(blob) => self.get(blob)?,
                Bytes::Made(bytes) => bytes.to_vec(),
            };
            if it.stays { kept.push(attachment) } else { attachments.push(attachment) }
        }
        let lines = ready.application.approved.iter().flat_map(|it| &it.lines);
        let copies = ready.copy.is_some_and(|it| it.is_wanted);
        Ok(Packing {
            engine: self.engine.clone(),
            attachments,
            kept,
            record: answers(&ready),
            answers: lines.filter_map(|it| it.shown.clone()).collect(),
            copies: if copies { PdfCopies::WherePossible } else { PdfCopies::Never },
            wants_sheets,
            report,
            noted: Vec::new(),
            application: ready.application,
            slots: ready.slots,
            preflight: ready.preflight,
            digest: ready.digest,
        })
    }

    /// What became of each field of an application's form. `None`: it has no form.
    fn report(&mut self, application: &str, now: DateTime) -> Result<Option<Report>, Error> {
        let Some(planned) = self.planned(application, now)? else { return Ok(None) };
        // As it was approved: on the day of the approval.
        let then = planned.application.approved.as_ref().map_or(now, |it| it.when);
        let plan = self.plan(&planned.application, &planned.opened, then.date())?;
        let filled = forms::fill(&planned.opened.form, &plan.approve());
        let fail = |source| Error::Form { name: planned.file.name.clone(), source };
        Ok(Some(filled.map_err(fail)?.report))
    }

    /// Writes folder, zip and draft into `out`.
    #[tracing::instrument(skip_all)]
    pub fn pack_up(
        &mut self,
        packing: Packing,
        out: &Path,
        now: DateTime,
    ) -> Result<PackageView, Error> {
        let id = packing.application.id.clone();
        // Asked before anything is written for something that is not there any more.
        self.application(&id)?;
        let open = self.ready()?;
        let noted = packing.noted.iter().map(noted).collect();
        let digest = packing.digest.clone();
        let contents = packing.contents(now)?;
        let to = addresses(contents.letter.as_ref());
        let written = bundle::gather(contents)?.write(out)?;
        let mut files: Vec<Packed> = written.files.iter().map(packed).collect();
        let manifest = fs::read(written.folder.join(bundle::MANIFEST));
        let manifest = manifest
            .map_err(|source| Error::Read { path: PathBuf::from(bundle::MANIFEST), source })?;
        files.push(Packed {
            name: bundle::MANIFEST.to_owned(),
            role: "manifest".to_owned(),
            stays: true,
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
            noted,
        };
        let mut state = open.state.clone();
        let kept = state.application_mut(&id)?;
        kept.changed = now;
        kept.made = Some(made);
        // Closed, and packed once more: it is open again.
        kept.state = None;
        open.replace(state)?;
        tracing::info!("packed");
        self.package(&id, now)
    }

    /// All of it at once.
    pub fn pack(
        &mut self,
        application: &str,
        out: &Path,
        now: DateTime,
    ) -> Result<PackageView, Error> {
        let mut packing = self.packing(application, now)?;
        packing.make()?;
        self.pack_up(packing, out, now)
    }
}

impl Packing {
    /// Makes the PDF copies and the sheets. A copy that cannot be made is told, and all else
    /// goes on.
    ///
    /// # Errors
    /// A sheet cannot be drawn.
    #[tracing::instrument(skip_all)]
    pub fn make(&mut self) -> Result<(), Error> {
        let read = |it: &crate::Document| self.engine.read_cv(it);
        let tools = self.engine.tools(&read);
        if self.copies == PdfCopies::WherePossible {
            let (slots, answers) = (self.slots.borrowed(), &self.answers);
            let mut found = Vec::new();
            let single =
                enclose::copies(&mut self.attachments, answers, &slots, &tools, &mut found);
            // What the preflight said already is not said twice.
            found.retain(|it| !self.preflight.findings.contains(it));
            self.noted.extend(found);
            self.kept.extend(single);
        }
        if self.wants_sheets {
            self.kept.extend(self.sheets()?);
        }
        Ok(())
    }

    /// What is to be read through: the summary and, for a form, its answers.
    fn sheets(&self) -> Result<Vec<Attachment>, Error> {
        let slots = self.slots.borrowed();
        let written = self.written()?;
        let files: Vec<Sent> = self.attachments.iter().map(Sent::from).collect();
        let how = &self.slots.folder.posting.how_to_apply;
        let about = Summary {
            slots: &slots,
            files: &files,
            to: if written.takes_mail { &written.to } else { &how.urls },
            subject: written.takes_mail.then_some(written.words.subject.as_str()),
            evidence: &self.preflight.evidence,
            report: self.report.as_ref(),
        };
        let made = self.attachments.iter().chain(&self.kept);
        logged(papers::sheets(&about, made, &self.engine.worker))
    }

    /// The message, with what is really attached.
    fn written(&self) -> Result<Written, Error> {
        message::written(&self.application, &self.slots, &self.attachments)
    }

    fn contents(mut self, now: DateTime) -> Result<Contents, Error> {
        bundle::settle_names(&mut self.attachments);
        let written = self.written()?;
        let letter = written.letter();
        let mut record = self.record;
        record.warnings.extend(self.noted.iter().map(|it| it.what.clone()));
        Ok(Contents {
            name: naming::bundle(&self.slots.borrowed()),
            made: now.round(Unit::Second).unwrap_or(now),
            attachments: self.attachments,
            kept: self.kept,
            note: written.note(),
            letter,
            record,
        })
    }
}

/// Says that there is one, and nothing of what is in it.
impl std::fmt::Debug for Packing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Packing").field("files", &self.attachments.len()).finish_non_exhaustive()
    }
}

/// What the manifest keeps of the answers.
fn answers(ready: &Ready) -> Record {
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
    record
}

fn noted(finding: &Finding) -> Noted {
    Noted {
        code: finding.code.name().to_owned(),
        about: finding.about.clone(),
        what: finding.what.clone(),
        hint: finding.hint.clone(),
    }
}

fn packed(filed: &Filed) -> Packed {
    Packed {
        name: filed.name.clone(),
        role: role(filed.role).to_owned(),
        stays: filed.stays || matches!(filed.role, Role::Note | Role::Draft),
        bytes: filed.bytes,
        sha256: filed.sha256.clone(),
        blob: None,
    }
}
