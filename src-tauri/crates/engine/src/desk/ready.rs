//! What an application still lacks, and what would go into its package.

use std::sync::Arc;

use bundle::{Attachment, Media, Role};
use forms::{Plan, Why};
use jiff::{civil::DateTime, tz::TimeZone};
use postings::{Channel, Item};
use sha2::{Digest as _, Sha256};

use super::{
    CopyView, Counts, Desk, DocumentRole, Status,
    applications::OwnSlots,
    documents::read,
    fields,
    form::Planned,
    letters,
    message::Written,
    state::{Application, Papers},
};
use crate::{
    Error, Finding, Preflight,
    application::reaches_out,
    enclose, naming,
    preflight::{
        Concern, Enclosed, Fix, Severity, check_dates, check_files, check_profile, check_referees,
    },
};

/// A file that would go along: everything but its bytes.
pub(super) struct Going {
    /// Its bytes are left out.
    pub(super) attachment: Attachment,
    pub(super) origin: Origin,
    pub(super) source: Bytes,
    pub(super) bytes: usize,
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
        let mut preflight = Preflight::default();
        let posting = &slots.folder.posting;
        let asks_form = posting.materials.iter().any(|it| it.item == Item::Form && it.required);
        match &planned {
            Some(planned) => preflight.findings.extend(check_plan(planned, is_approved)),
            None if asks_form => {
                let hint = "download it and choose it here";
                let finding = Concern::NoForm.found("the posting asks for its form", hint);
                preflight.findings.push(finding.fix(Fix::ChooseForm));
            }
            None => {}
        }
        let (going, found) = self.going(&application, &slots)?;
        preflight.findings.extend(check_files(posting, &enclosed(&application, &going)));
        preflight.findings.extend(found);
        let mut sent: Vec<Attachment> = sent(&going).map(|it| it.attachment.clone()).collect();
        let copy = self.copy_of(&application, &slots, &sent);
        if copy.is_some_and(|it| it.is_wanted && it.can_be_made) {
            enclose::foreseen(&mut sent, &slots.borrowed());
            preflight.findings.retain(|it| !enclose::is_single_pdf(it));
        } else if copy.is_some_and(|it| it.is_wanted) {
            preflight.findings.push(enclose::no_office());
        }
        let written = Written::new(&application, &slots, &sent)?;
        preflight.findings.extend(written.findings.iter().cloned());
        preflight.findings.extend(check_portal(&slots));
        preflight.findings.extend(check_dates(posting, &slots.profile, now, &TimeZone::system()));
        preflight.findings.extend(check_referees(posting, &slots.profile));
        preflight.findings.extend(check_profile(&slots.profile.check(now.date())));
        if let Some(qualifications) = &posting.qualifications {
            let evidence = postings::evidence(qualifications, &slots.profile, now.date());
            preflight.weigh(posting, evidence);
        }
        preflight.sort();
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
            let role = match it.role {
                DocumentRole::Cv => Role::Cv,
                DocumentRole::Letter => Role::Letter,
                DocumentRole::Transcript => Role::Transcript,
                DocumentRole::Other => Role::Other,
            };
            let (name, media) = naming::document(&it.name, role, it.cv.as_ref(), &borrowed);
            let attachment = blank(name, role, media, &it.name);
            going.push(kept(attachment, Origin::Document, it.blob.clone(), it.bytes));
        }
        going.extend(staying);
        let mut attachments: Vec<_> = going.iter().map(|it| it.attachment.clone()).collect();
        bundle::settle_names(&mut attachments);
        for (going, settled) in going.iter_mut().zip(attachments) {
            going.attachment = settled;
        }
        Ok((going, findings))
    }
}

fn kept(attachment: Attachment, origin: Origin, blob: String, bytes: usize) -> Going {
    Going { attachment, origin, source: Bytes::Kept(blob), bytes, stays: false }
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
            .map(|it| (it.name.clone(), it.role))
            .chain(letters.map(|it| (it.attachment.name.to_string(), DocumentRole::Letter)))
            .collect(),
        bytes: sent(going).map(|it| it.bytes).sum(),
    }
}

/// What the form still lacks.
fn check_plan(planned: &Planned, is_approved: bool) -> Vec<Finding> {
    let Planned { file, opened, plan, .. } = planned;
    let mut findings = Vec::new();
    if file.is_ours {
        let what = "the form is our own Word edition of the posting's questions";
        let hint = "if you have the posting's own file, choose that one";
        findings.push(Concern::OurEdition.found(what, hint).fix(Fix::ChooseForm));
    }
    if !is_approved {
        let what = "the form's answers are not approved as they are";
        let hint = "look them over and approve them";
        findings.push(Concern::NotApproved.found(what, hint).fix(Fix::Approve));
    }
    for (field, proposal) in plan.fields().iter().zip(plan.proposals()) {
        let is_blank = matches!(
            fields::status(field, proposal),
            Status::Held | Status::Offered | Status::NoFact | Status::Unknown
        );
        if field.required && is_blank {
            let what = format!("the required field `{}` is blank", field.label);
            let hint = proposal.blank.as_ref().map(Why::sentence).unwrap_or_default();
            let mut finding = Concern::RequiredBlank.found(what, hint).about([&field.label]);
            // Whoever approved it was shown what is blank, and wants it so.
            if is_approved {
                finding.severity = Severity::Warns;
            }
            findings.push(finding.fix(Fix::Field { id: field.id.0.clone() }));
        }
    }
    let held = held(plan);
    if !held.is_empty() {
        let what =
            format!("the form asks for sensitive facts that were held back: {}", held.join(", "));
        let hint = "release what they may know";
        findings.push(Concern::HeldBack.found(what, hint).about(&held).fix(Fix::Form));
    }
    findings.extend(opened.warnings.iter().map(reaches_out));
    findings
}

/// The keys of the facts that wait for their release.
fn held(plan: &Plan) -> Vec<String> {
    let held = plan.proposals().iter().filter_map(|it| match &it.blank {
        Some(Why::HeldBack { keys }) => Some(keys),
        _ => None,
    });
    let mut keys: Vec<String> = held.flatten().map(ToString::to_string).collect();
    keys.sort();
    keys.dedup();
    keys
}

fn check_portal(slots: &OwnSlots) -> Option<Finding> {
    let how = &slots.folder.posting.how_to_apply;
    (how.channels.contains(&Channel::Portal) && how.urls.is_empty()).then(|| {
        let what =
            "the posting takes applications on a portal, and its text names no address of it";
        let hint = "look the portal up; what you enter and upload there lies in the folder";
        Concern::NoPortalAddress.found(what, hint)
    })
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
    written.parts().for_each(|it| add(&it));
    Ok(bundle::hex(&digest.finalize()))
}
