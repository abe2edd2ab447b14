//! One candidate's application for one posting: checked, then gathered.

use std::path::Path;

use bundle::{Address, Attachment, Contents, Filed, Role};
use documents::Cv;
use forms::Report;
use jiff::{Unit, civil::DateTime, tz::TimeZone};
use postings::{Folder, Item, Language};
use serde::Serialize;

use crate::{
    Choices, Document, Error, Extras, Filled, Finding, OpenProfile, PdfCopies, Preflight, Tools,
    desk::DocumentRole,
    enclose, form,
    letter::Slots,
    message::{Own, Written},
    naming,
    papers::{self, Sent, Summary},
    preflight::{
        Approval, Blank, CvRead, Enclosed, FormInput, Input, Paper, Surface, look_over, most_pages,
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
    /// What else of the candidate's goes along.
    pub documents: Vec<(DocumentRole, Document)>,
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
    written: Written,
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
        let letter = self.written.letter();
        let to: Vec<String> = match &letter {
            Some(letter) => letter.to.iter().map(ToString::to_string).collect(),
            None => how.urls.clone(),
        };
        let files: Vec<Sent> = self.attachments.iter().map(Sent::from).collect();
        work(&Summary {
            slots: &application.slots(),
            files: &files,
            to: &to,
            subject: letter.as_ref().map(|it| it.subject.as_str()),
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
        let Self { preflight, filled, attachments, kept, written } = self;
        let report = filled.map(|it| it.report);
        let contents = Contents {
            name: naming::bundle(&application.slots()),
            made: application.now.round(Unit::Second).unwrap_or(application.now),
            attachments,
            kept,
            note: written.note(),
            record: record::of(&application.posting, report.as_ref(), &preflight),
            letter: written.letter(),
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
    let blank = application.blank_form()?;
    let today = application.now.date();
    let filled = blank
        .as_ref()
        .map(|blank| form::fill(&blank.document, profile, &application.choices, today))
        .transpose()?;
    let letter = application.extras.letter.as_ref();
    let letter = letter.map(|from| enclose::letter(from, &slots, tools)).transpose()?;
    let (letter, gaps) = letter.map_or((None, None), |(letter, gaps)| (Some(letter), gaps));
    let mut found: Vec<Finding> = gaps.into_iter().collect();
    let cvs = application.cvs.iter();
    let cvs: Vec<_> = cvs.map(|it| CvRead { name: it.name(), read: (tools.read)(it) }).collect();
    let read = || {
        application.cvs.iter().zip(&cvs).filter_map(|(it, cv)| Some((it, cv.read.as_ref().ok()?)))
    };

    let form = blank.as_ref().zip(filled.as_ref()).map(|(blank, it)| {
        let (name, media) = naming::form(&blank.document.name(), it.kind, &slots);
        let (original, bytes) = (Some(blank.document.name()), it.bytes.clone());
        Attachment { name, role: Role::Form, media, original, bytes }
    });
    let ours = letter.as_ref().map(|it| {
        let is_counted = most_pages(&application.posting.posting, DocumentRole::Letter).is_some();
        let read = || (tools.read)(&Document::named(it.name.as_str(), it.bytes.clone())).ok();
        let pages = if is_counted { read().and_then(|it| it.pages) } else { None };
        Paper { name: it.name.to_string(), role: DocumentRole::Letter, pages }
    });
    let mut attachments: Vec<_> = form.into_iter().chain(letter).collect();
    attachments.extend(
        read().map(|(document, cv)| enclosed_as(document, DocumentRole::Cv, Some(cv), &slots)),
    );
    let others: Vec<_> =
        application.documents.iter().map(|(_, it)| (tools.read)(it).ok()).collect();
    attachments.extend(
        application
            .documents
            .iter()
            .zip(&others)
            .map(|((role, document), read)| enclosed_as(document, *role, read.as_ref(), &slots)),
    );
    naming::alone(&mut attachments, &slots);
    bundle::settle_names(&mut attachments);
    let bytes = attachments.iter().map(|it| it.bytes.len()).sum();
    let documents = application.documents.iter();
    let documents = documents.zip(&others).map(|((role, it), read)| {
        let pages = read.as_ref().and_then(|it| it.pages);
        Paper { name: it.name(), role: *role, pages }
    });
    let others = ours.into_iter().chain(documents).collect();
    let kept = match copies {
        PdfCopies::Never => Vec::new(),
        PdfCopies::WherePossible => {
            let written = filled.iter().flat_map(|it| &it.report.fields);
            let answers: Vec<_> = written.filter_map(|it| it.written.clone()).collect();
            enclose::copies(&mut attachments, &answers, &slots, tools, &mut found)
        }
    };
    bundle::settle_names(&mut attachments);
    let languages: Vec<_> = read().map(|(_, cv)| cv.languages.clone()).collect();
    let own = Own {
        to: (!application.to.is_empty()).then_some(&application.to[..]),
        from: application.from.as_deref(),
        ..Own::default()
    };
    let surface = Surface::Terminal;
    let written = Written::new(&own, &slots, &attachments, languages.iter(), surface)?;
    let form = blank.as_ref().zip(filled.as_ref()).map(|(blank, filled)| FormInput {
        is_ours: blank.is_ours,
        approval: Approval::WithTheChoices,
        blanks: Blank::reported(&filled.report),
        warnings: &filled.warnings,
    });
    let preflight = look_over(Input {
        surface,
        slots,
        now: application.now,
        zone: &TimeZone::system(),
        form,
        enclosed: &Enclosed { cvs, others, bytes },
        found,
        is_one_pdf: enclose::is_one_pdf(&application.posting.posting, copies, &kept, tools),
        written: &written,
    });
    Ok(Prepared { preflight, filled, attachments, kept, written })
}

/// A document of the candidate's, under the name it gets.
fn enclosed_as(
    document: &Document,
    role: DocumentRole,
    read: Option<&Cv>,
    slots: &Slots<'_>,
) -> Attachment {
    let (name, media) = naming::document(&document.name(), role, read, slots);
    let (original, bytes) = (Some(document.name()), document.bytes.clone());
    Attachment { name, role: naming::role(role), media, original, bytes }
}

/// A form to fill.
struct BlankForm {
    document: Document,
    /// It came with a posting of the library: our Word edition of its questions.
    is_ours: bool,
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
    fn blank_form(&self) -> Result<Option<BlankForm>, Error> {
        if let Some(form) = &self.form {
            return Ok(Some(BlankForm { document: form.clone(), is_ours: false }));
        }
        let mut asked = self.posting.posting.materials.iter().filter(|it| it.item == Item::Form);
        let Some(name) = asked.next().and_then(|it| it.file.as_ref()) else { return Ok(None) };
        let bytes = self.posting.file(name)?;
        Ok(bytes.map(|it| BlankForm {
            document: Document::named(name, it.into_owned()),
            is_ours: self.posting.is_shipped(),
        }))
    }
}
