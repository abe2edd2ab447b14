//! One look over a whole application, for the window and for the command line: both say the
//! same, but for what there is to press or to type.

use jiff::{civil::DateTime, tz::TimeZone};
use postings::{Channel, Item, Posting};

use crate::{
    Finding, Preflight,
    letter::Slots,
    message::Written,
    preflight::{
        Concern, Enclosed, Fix, FormInput, SINGLE_PDF, Surface, check_dates, check_files,
        check_form, check_profile, check_referees,
    },
};

/// Everything that is looked at.
pub(crate) struct Input<'a> {
    /// Where the candidate asks.
    pub(crate) surface: Surface,
    /// The posting, the facts and the day.
    pub(crate) slots: Slots<'a>,
    /// Now, by the candidate's clock.
    pub(crate) now: DateTime,
    /// Where that clock stands.
    pub(crate) zone: &'a TimeZone,
    /// The form, if there is one.
    pub(crate) form: Option<FormInput<'a>>,
    /// What goes along.
    pub(crate) enclosed: &'a Enclosed,
    /// What gathering it found.
    pub(crate) found: Vec<Finding>,
    /// Whether all goes as the one PDF that the posting may want.
    pub(crate) is_one_pdf: bool,
    /// The message.
    pub(crate) written: &'a Written,
}

/// Looks an application over: what is missing, what is against the posting's rules, and what
/// speaks for the candidate.
pub(crate) fn look_over(input: Input<'_>) -> Preflight {
    let (posting, profile) = (&input.slots.folder.posting, input.slots.profile);
    let mut preflight = Preflight::default();
    let findings = &mut preflight.findings;
    match &input.form {
        Some(form) => findings.extend(check_form(form, input.surface)),
        None => findings.extend(no_form(posting, input.surface)),
    }
    findings.extend(check_files(posting, input.enclosed));
    if input.is_one_pdf {
        findings.retain(|it| !is_single_pdf(it));
    }
    findings.extend(input.found);
    findings.extend(input.written.findings.iter().cloned());
    findings.extend(check_portal(posting));
    findings.extend(check_dates(posting, profile, input.now, input.zone));
    findings.extend(check_referees(posting, profile));
    findings.extend(check_profile(&profile.check(input.now.date())));
    if let Some(qualifications) = &posting.qualifications {
        let evidence = postings::evidence(qualifications, profile, input.now.date());
        preflight.weigh(posting, evidence);
    }
    preflight.sort();
    preflight
}

/// Whether a finding says that the posting wants one PDF.
fn is_single_pdf(finding: &Finding) -> bool {
    finding.code == Concern::FilesRule && finding.about.iter().any(|it| it == SINGLE_PDF)
}

fn no_form(posting: &Posting, surface: Surface) -> Option<Finding> {
    let asks = posting.materials.iter().any(|it| it.item == Item::Form && it.required);
    asks.then(|| {
        let hint = surface
            .hint("download it and give it with `--form FILE`", "download it and choose it here");
        Concern::NoForm.found("the posting asks for its form", hint).fix(Fix::ChooseForm)
    })
}

fn check_portal(posting: &Posting) -> Option<Finding> {
    let how = &posting.how_to_apply;
    (how.channels.contains(&Channel::Portal) && how.urls.is_empty()).then(|| {
        let what =
            "the posting takes applications on a portal, and its text names no address of it";
        let hint = "look the portal up; what you enter and upload there lies in the folder";
        Concern::NoPortalAddress.found(what, hint)
    })
}
