//! What an application still lacks, and what would go into its package.

use std::sync::Arc;

use bundle::{Attachment, Media, Role};
use jiff::{civil::DateTime, tz::TimeZone};
use sha2::{Digest as _, Sha256};

use super::{
    CopyView, Counts, Desk, DocumentRole,
    applications::OwnSlots,
    documents::{paper, read},
    fields,
    form::Planned,
    letters, message,
    state::{Application, Papers},
};
use crate::{
    Error, Finding, Preflight, enclose,
    message::Written,
    naming,
    preflight::{Approval, Blank, Enclosed, FormInput, Input, Paper, Surface, look_over},
};

/// A file that would go along: everything but its bytes.
pub(super) struct Going {
    /// Its bytes are left out.
    pub(super) attachment: Attachment,
    pub(super) origin: Origin,
    pub(super) source: Bytes,
    pub(super) bytes: usize,
    /// How many pages it has, where somebody asks.
    pub(super) pages: Option<u32>,
    /// It stays in the folder and goes along with nothing.
    pub(super) stays: bool,
}

/// What a file is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Form,
    Letter,
    Document,
}

/// Where a file's bytes are.
pub(super) enum Bytes {
    /// In the vault, under this name.
    Kept(String),
    /// Here.
    Made(Arc<Vec<u8>>),
}

/// An application, looked over.
pub(super) struct Ready {
    pub(super) application: Application,
    pub(super) slots: OwnSlots,
    pub(super) preflight: Preflight,
    pub(super) going: Vec<Going>,
    pub(super) copy: Option<CopyView>,
    pub(super) written: Written,
    pub(super) counts: Option<Counts>,
    pub(super) is_approved: bool,
    /// Tells packages apart by what is in them.
    pub(super) digest: String,
}

impl Desk {
    /// Looks an application over.
    pub(super) fn look_over(&mut self, application: &str, now: DateTime) -> Result<Ready, Error> {
        let planned = self.planned(application, now)?;
        let application = self.application(application)?.clone();
        let slots = self.slots(&application, now)?;
        let is_approved = match &planned {
            Some(planned) => self.is_approved(planned, now)?,
            None => false,
        };
        let (going, mut found) = self.going(&application, &slots)?;
        let mut sent: Vec<Attachment> = sent(&going).map(|it| it.attachment.clone()).collect();
        let copy = self.copy_of(&application, &slots, &sent);
        let is_copied = copy.is_some_and(|it| it.is_wanted && it.can_be_made);
        if is_copied {
            enclose::foreseen(&mut sent, &slots.borrowed());
        } else if copy.is_some_and(|it| it.is_wanted) {
            found.push(enclose::no_office());
        }
        let written = message::written(&application, &slots, &sent)?;
        let preflight = look_over(Input {
            surface: Surface::Window,
            slots: slots.borrowed(),
            now,
            zone: &TimeZone::system(),
            form: planned.as_ref().map(|it| form(it, is_approved)),
            enclosed: &enclosed(&application, &going),
            found,
            is_one_pdf: is_copied,
            written: &written,
        });
        let counts = planned.as_ref().map(|it| fields::counts_of(&application, &it.plan));
        let digest = digest(&application, &slots, &going, &written)?;
        Ok(Ready {
            application,
            slots,
            preflight,
            going,
            copy,
            written,
            counts,
            is_approved,
            digest,
        })
    }

    /// What would go along, under the names it gets: the approved form first, then letters and
    /// documents, then what stays in the folder. And what speaks against it.
    pub(super) fn going(
        &mut self,
        application: &Application,
        slots: &OwnSlots,
    ) -> Result<(Vec<Going>, Vec<Finding>), Error> {
        let borrowed = slots.borrowed();
        let mut going = Vec::new();
        if let (Some(file), Some(approved)) = (&application.form, &application.approved) {
            let kind = self.opened(file)?.form.package().kind();
            let (name, media) = naming::form(&file.name, kind, &borrowed);
            let attachment = blank(name, Role::Form, media, &file.name);
            let (blob, bytes) = (approved.blob.clone(), approved.bytes);
            going.push(kept(attachment, Origin::Form, blob, bytes));
        }
        let (letters, findings) = self.letters_going(application, slots)?;
        let (staying, letters): (Vec<_>, Vec<_>) = letters.into_iter().partition(|it| it.stays);
        going.extend(letters);
        for it in &application.documents {
            let (name, media) = naming::document(&it.name, it.role, it.cv.as_ref(), &borrowed);
            let attachment = blank(name, naming::role(it.role), media, &it.name);
            going.push(kept(attachment, Origin::Document, it.blob.clone(), it.bytes));
        }
        going.extend(staying);
        let mut attachments: Vec<_> = going.iter().map(|it| it.attachment.clone()).collect();
        let sent = going.iter().filter(|it| !it.stays).count();
        naming::alone(&mut attachments[..sent], &borrowed);
        bundle::settle_names(&mut attachments);
        for (going, settled) in going.iter_mut().zip(attachments) {
            going.attachment = settled;
        }
        Ok((going, findings))
    }
}

fn kept(attachment: Attachment, origin: Origin, blob: String, bytes: usize) -> Going {
    let (source, pages) = (Bytes::Kept(blob), None);
    Going { attachment, origin, source, bytes, pages, stays: false }
}

/// The form as it is, for being looked over.
fn form(planned: &Planned, is_approved: bool) -> FormInput<'_> {
    FormInput {
        is_ours: planned.file.is_ours,
        approval: if is_approved { Approval::Given } else { Approval::Lacking },
        blanks: Blank::planned(&planned.plan),
        warnings: &planned.opened.warnings,
    }
}

/// Those that do not stay in the folder.
pub(super) fn sent(going: &[Going]) -> impl Iterator<Item = &Going> {
    going.iter().filter(|it| !it.stays)
}

fn blank(name: bundle::FileName, role: Role, media: Media, original: &str) -> Attachment {
    Attachment { name, role, media, original: Some(original.to_owned()), bytes: Vec::new() }
}

fn enclosed(application: &Application, going: &[Going]) -> Enclosed {
    let (cvs, others): (Vec<_>, Vec<_>) =
        application.documents.iter().partition(|it| it.role == DocumentRole::Cv);
    let letters = sent(going).filter(|it| it.origin == Origin::Letter);
    Enclosed {
        cvs: cvs.into_iter().map(read).collect(),
        others: others
            .into_iter()
            .map(paper)
            .chain(letters.map(|it| Paper {
                name: it.attachment.name.to_string(),
                role: DocumentRole::Letter,
                pages: it.pages,
            }))
            .collect(),
        bytes: sent(going).map(|it| it.bytes).sum(),
    }
}

/// Of everything in a package, the time left out.
fn digest(
    application: &Application,
    slots: &OwnSlots,
    going: &[Going],
    written: &Written,
) -> Result<String, Error> {
    let mut digest = Sha256::new();
    let mut add = |part: &str| {
        digest.update(part.as_bytes());
        digest.update([0]);
    };
    for it in going {
        // A letter is told apart by what it says: its bytes have the day in them.
        if let Bytes::Kept(blob) = &it.source {
            add(it.attachment.name.as_str());
            add(blob);
        }
    }
    for it in &letters::parts(application, slots)? {
        add(it);
    }
    if application.papers != Papers::default() {
        let Papers { no_copies, sheets } = application.papers;
        add(&format!("copies {} sheets {sheets}", !no_copies));
    }
    message::parts(written).for_each(|it| add(&it));
    Ok(bundle::hex(&digest.finalize()))
}
