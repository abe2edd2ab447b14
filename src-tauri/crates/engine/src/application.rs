//! One candidate's application for one posting: checked, then gathered.

use std::path::Path;

use bundle::{Address, Attachment, Contents, Filed, Letter, Role};
use forms::Report;
use jiff::{Unit, civil::DateTime, tz::TimeZone};
use postings::{Channel, Folder, Item, Language, Material};
use serde::Serialize;

use crate::{
    Choices, Document, Error, Extras, Filled, Finding, OpenProfile, PdfCopies, Preflight, Tools,
    desk::DocumentRole,
    enclose, form,
    letter::{self, Slots, Words},
    naming,
    papers::{self, Sent, Summary},
    preflight::{
        Concern, CvRead, Enclosed, Fix, check_dates, check_files, check_form, check_profile,
        check_referees,
    },
    record,
};

/// What the candidate puts together for a posting.
#[derive(Debug, Clone)]
pub struct Application {
    /// What is applied for.
    pub posting: Folder,
    /// Who applies.
    pub profile: OpenProfile,
    /// The form to fill. Without one, the posting's own is taken, if it has one.
    pub form: Option<Document>,
    /// How to fill it.
    pub choices: Choices,
    /// The CVs.
    pub cvs: Vec<Document>,
    /// Who it goes to, where the posting's text does not say.
    pub to: Vec<String>,
    /// Which of their own addresses the candidate sends from.
    pub from: Option<String>,
    /// The language of the mail and of the papers.
    pub language: Language,
    /// What else goes along.
    pub extras: Extras,
    /// Now, by the candidate's clock.
    pub now: DateTime,
}

/// An application that was bundled.
#[derive(Debug, Serialize)]
pub struct Bundled {
    /// The folder.
    pub folder: std::path::PathBuf,
    /// The zip beside it.
    pub zip: std::path::PathBuf,
    /// The unsent message in the folder, if the posting takes mail.
    pub draft: Option<std::path::PathBuf>,
    /// What lies in the folder.
    pub files: Vec<Filed>,
    /// Who the draft is for. Nobody yet, if the posting's text does not say.
    pub to: Vec<Address>,
    /// The draft's subject.
    pub subject: Option<String>,
    /// What the preflight found, and what speaks for the candidate.
    #[serde(flatten)]
    pub preflight: Preflight,
    /// What was written into the form, and why the rest stayed blank.
    pub report: Option<Report>,
}

/// Everything that both the preflight and the bundle look at.
struct Prepared {
    preflight: Preflight,
    filled: Option<Filled>,
    attachments: Vec<Attachment>,
    /// What stays in the folder.
    kept: Vec<Attachment>,
    words: Words,
    letter: Option<Letter>,
}

pub(crate) fn check(application: &Application, tools: &Tools<'_>) -> Result<Preflight, Error> {
    // Nothing is drawn by other programs only to be looked over.
    let prepared = prepare(application, PdfCopies::Never, tools)?;
    let preflight = prepared.preflight.clone();
    if preflight.is_ready() {
        // What the bundle would refuse is told now, and nothing is written.
        bundle::gather(prepared.contents(application).0)?;
    }
    Ok(preflight)
}

pub(crate) fn gather(
    application: &Application,
    out: &Path,
    tools: &Tools<'_>,
) -> Result<Bundled, Error> {
    let mut prepared = prepare(application, application.extras.copies, tools)?;
    if !prepared.preflight.is_ready() {
        return Err(Error::NotReady(Box::new(prepared.preflight)));
    }
    if application.extras.papers {
        prepared.add_papers(application, tools)?;
    }
    let (contents, preflight, report) = prepared.contents(application);
    let letter = contents.letter.clone();
    let written = bundle::gather(contents)?.write(out)?;
    let (to, subject) = letter.map_or((Vec::new(), None), |it| (it.to, Some(it.subject)));
    Ok(Bundled {
        folder: written.folder,
        zip: written.zip,
        draft: written.draft,
        files: written.files,
        to,
        subject,
        preflight,
        report,
    })
}

/// The summary of an application that is not bundled yet.
pub(crate) fn summarised(
    application: &Application,
    tools: &Tools<'_>,
) -> Result<documents::writing::Writing, Error> {
    let prepared = prepare(application, PdfCopies::Never, tools)?;
    Ok(prepared.about(application, papers::summary))
}

impl Prepared {
    /// Does something with what there is to say of the whole.
    fn about<T>(&self, application: &Application, work: impl FnOnce(&Summary<'_>) -> T) -> T {
        let how = &application.posting.posting.how_to_apply;
        let to: Vec<String> = match &self.letter {
            Some(letter) => letter.to.iter().map(ToString::to_string).collect(),
            None => how.urls.clone(),
        };
        let files: Vec<Sent> = self.attachments.iter().map(Sent::from).collect();
        work(&Summary {
            slots: &application.slots(),
            files: &files,
            to: &to,
            subject: self.letter.as_ref().map(|it| it.subject.as_str()),
            evidence: &self.preflight.evidence,
            report: self.filled.as_ref().map(|it| &it.report),
        })
    }

    /// Puts what is to be read through into the folder.
    fn add_papers(&mut self, application: &Application, tools: &Tools<'_>) -> Result<(), Error> {
        let made = self.attachments.iter().chain(&self.kept);
        let sheets = self.about(application, |it| papers::sheets(it, made, tools.worker))?;
        self.kept.extend(sheets);
        Ok(())
    }

    /// What goes into the bundle, and what is told beside it.
    fn contents(self, application: &Application) -> (Contents, Preflight, Option<Report>) {
        let Self { preflight, filled, attachments, kept, words, letter } = self;
        let report = filled.map(|it| it.report);
        let contents = Contents {
            name: naming::bundle(&application.slots()),
            made: application.now.round(Unit::Second).unwrap_or(application.now),
            attachments,
            kept,
            note: note(&words, letter.as_ref()),
            record: record::of(&application.posting, report.as_ref(), &preflight),
            letter,
        };
        (contents, preflight, report)
    }
}

fn prepare(
    application: &Application,
    copies: PdfCopies,
    tools: &Tools<'_>,
) -> Result<Prepared, Error> {
    let (profile, slots) = (&application.profile, application.slots());
    let (posting, today) = (&application.posting.posting, application.now.date());
    let mut preflight = Preflight::default();
    let (blank, finding) = application.blank_form()?;
    preflight.findings.extend(finding);
    let filled = blank
        .as_ref()
        .map(|blank| form::fill(blank, profile, &application.choices, today))
        .transpose()?;
    let cvs = application.cvs.iter();
    let cvs = cvs.map(|it| CvRead { name: it.name(), read: (tools.read)(it) }).collect();
    let letter = application.extras.letter.as_ref();
    let letter = letter.map(|from| enclose::letter(from, &slots, tools)).transpose()?;
    let (letter, gaps) = letter.map_or((None, None), |(letter, gaps)| (Some(letter), gaps));
    preflight.findings.extend(gaps);
    let form_bytes = filled.as_ref().map_or(0, |it| it.bytes.len());
    let letter_bytes = letter.as_ref().map_or(0, |it: &Attachment| it.bytes.len());
    let cv_bytes = application.cvs.iter().map(|it| it.bytes.len()).sum::<usize>();
    let others = letter.iter().map(|it| (it.name.to_string(), DocumentRole::Letter)).collect();
    let enclosed = Enclosed { cvs, others, bytes: form_bytes + letter_bytes + cv_bytes };
    preflight.findings.extend(check_files(posting, &enclosed));
    if let Some(filled) = &filled {
        preflight.findings.extend(check_form(&filled.report));
        preflight.findings.extend(filled.warnings.iter().map(reaches_out));
    }
    let (to, findings) = application.recipients();
    preflight.findings.extend(findings);
    preflight.findings.extend(check_dates(
        posting,
        &profile.facts,
        application.now,
        &TimeZone::system(),
    ));
    preflight.findings.extend(check_referees(posting, &profile.facts));
    preflight.findings.extend(check_profile(&profile.facts.check(today)));
    if let Some(qualifications) = &posting.qualifications {
        let evidence = postings::evidence(qualifications, &profile.facts, today);
        preflight.weigh(posting, evidence);
    }

    let form = blank.as_ref().zip(filled.as_ref());
    let form = form.map(|(blank, it)| {
        let (name, media) = naming::form(&blank.name(), it.kind, &slots);
        let (original, bytes) = (Some(blank.name()), it.bytes.clone());
        Attachment { name, role: Role::Form, media, original, bytes }
    });
    let cvs = application.cvs.iter().zip(&enclosed.cvs);
    let read: Vec<_> =
        cvs.filter_map(|(document, it)| Some((document, it.read.as_ref().ok()?))).collect();
    let mut attachments: Vec<_> = form
        .into_iter()
        .chain(letter)
        .chain(read.iter().map(|(document, cv)| {
            let (name, media) = naming::document(&document.name(), Role::Cv, Some(cv), &slots);
            let (original, bytes) = (Some(document.name()), document.bytes.clone());
            Attachment { name, role: Role::Cv, media, original, bytes }
        }))
        .collect();
    bundle::settle_names(&mut attachments);
    let kept = match copies {
        PdfCopies::Never => Vec::new(),
        PdfCopies::WherePossible => {
            let written = filled.iter().flat_map(|it| &it.report.fields);
            let answers: Vec<_> = written.filter_map(|it| it.written.clone()).collect();
            enclose::copies(&mut attachments, &answers, &slots, tools, &mut preflight)
        }
    };
    bundle::settle_names(&mut attachments);
    let languages = read.iter().map(|(_, cv)| &cv.languages);
    let words = slots.words(&letter::enclosed(&attachments, languages, application.language))?;
    if !words.missing.is_empty() {
        let what = format!(
            "the subject's rule asks for {}, which the profile lacks",
            words.missing.join(", ")
        );
        let hint = "add it to the profile, or complete the subject in the draft";
        let finding = Concern::SubjectIncomplete.found(what, hint).about(&words.missing);
        preflight.findings.push(finding.fix(Fix::Subject));
    }
    let letter = application.letter(to, &words);
    preflight.sort();
    Ok(Prepared { preflight, filled, attachments, kept, words, letter })
}

impl Application {
    fn slots(&self) -> Slots<'_> {
        Slots {
            folder: &self.posting,
            profile: &self.profile.facts,
            language: self.language,
            today: self.now.date(),
        }
    }

    /// The form to fill: the candidate's, else the one that came with the posting.
    fn blank_form(&self) -> Result<(Option<Document>, Option<Finding>), Error> {
        let is_form = |it: &&Material| it.item == Item::Form;
        let asked = self.posting.posting.materials.iter().find(is_form);
        if let Some(form) = &self.form {
            return Ok((Some(form.clone()), None));
        }
        let Some(asked) = asked else { return Ok((None, None)) };
        if let Some(name) = &asked.file
            && let Some(bytes) = self.posting.file(name)?
        {
            let what = "the form is our own Word edition of the posting's questions";
            let hint = "if you have the posting's own file, give that one with `--form FILE`";
            let finding = Concern::OurEdition.found(what, hint).fix(Fix::ChooseForm);
            return Ok((Some(Document::named(name, bytes.into_owned())), Some(finding)));
        }
        let finding = asked.required.then(|| {
            let hint = "download it and give it with `--form FILE`";
            Concern::NoForm.found("the posting asks for its form", hint).fix(Fix::ChooseForm)
        });
        Ok((None, finding))
    }

    /// Who the mail goes to, every address parsed.
    fn recipients(&self) -> (Vec<Address>, Vec<Finding>) {
        let how = &self.posting.posting.how_to_apply;
        let named = if self.to.is_empty() { &how.email_to } else { &self.to };
        let (addresses, mut findings) = parse(named);
        if named.is_empty() && how.channels.contains(&Channel::Email) {
            let what = "nobody to send it to yet: the posting's text names no address";
            let hint = "look the address up and give it with `--to ADDRESS`; until then the draft has no To";
            findings.push(Concern::NoRecipient.found(what, hint).fix(Fix::Recipient));
        }
        if how.channels.contains(&Channel::Portal) && how.urls.is_empty() {
            let what =
                "the posting takes applications on a portal, and its text names no address of it";
            let hint = "look the portal up; what you enter and upload there lies in the folder";
            findings.push(Concern::NoPortalAddress.found(what, hint));
        }
        findings.extend(parse(&how.email_cc).1);
        findings.extend(parse(self.from.as_slice()).1);
        (addresses, findings)
    }

    /// The mail to draft, if the posting takes mail or the candidate names somebody.
    fn letter(&self, to: Vec<Address>, words: &Words) -> Option<Letter> {
        let how = &self.posting.posting.how_to_apply;
        let takes_mail = !to.is_empty() || how.channels.contains(&Channel::Email);
        takes_mail.then(|| Letter {
            from: parse(self.from.as_slice()).0.pop(),
            to,
            cc: parse(&how.email_cc).0,
            subject: words.subject.clone(),
            body: words.body.clone(),
        })
    }
}

pub(crate) fn parse(named: &[String]) -> (Vec<Address>, Vec<Finding>) {
    let (mut addresses, mut findings) = (Vec::new(), Vec::new());
    for text in named {
        match text.parse() {
            Ok(address) => addresses.push(address),
            Err(error) => {
                let error: bundle::Error = error;
                let hint = "write it as name@example.com, one address for each `--to`";
                let finding = Concern::RecipientMalformed.found(error.to_string(), hint);
                findings.push(finding.about([text]).fix(Fix::Recipient));
            }
        }
    }
    (addresses, findings)
}

pub(crate) fn reaches_out(hazard: &String) -> Finding {
    let what = format!("the form reaches out of itself: {hazard}");
    let hint = "nothing was fetched; Word may ask before it does";
    Concern::FormReachesOut.found(what, hint).about([hazard])
}

/// The cover note: what to copy where a draft cannot be opened.
pub(crate) fn note(words: &Words, letter: Option<&Letter>) -> String {
    let to = letter.map(|letter| match letter.to.as_slice() {
        [] => "To: (the posting's text names no address)\n".to_owned(),
        to => format!("To: {}\n", to.iter().map(Address::as_str).collect::<Vec<_>>().join(", ")),
    });
    format!("{}Subject: {}\n\n{}", to.unwrap_or_default(), words.subject, words.body)
}
