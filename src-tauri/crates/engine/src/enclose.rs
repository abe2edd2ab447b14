//! What goes along beside the form and the CVs: the letter, PDF copies, one file of several.
//!
//! **Invariant:** nothing is left out in silence. A copy that cannot be made, that
//! loses words, or that would be too large is told, and the Word form goes all the same.

use std::path::Path;

use bundle::{Attachment, FileName, Media, Role};
use documents::{Part, pdf::Properties};
use postings::{Format, Item, Posting};

use crate::{
    Document, Error, Tools, copy,
    letter::Slots,
    naming,
    papers::{self, Drawn},
    preflight::{Concern, Finding, Fix, limit, mb},
};

/// What the candidate wants beside form and CVs.
#[derive(Debug, Clone, Default)]
pub struct Extras {
    /// A cover letter, and what it is written from.
    pub letter: Option<LetterFrom>,
    /// Copies of the form, and one file of all of it, as PDF.
    pub copies: PdfCopies,
    /// Whether the answers sheet and the summary are put into the folder, to read through.
    pub papers: bool,
}

/// What a cover letter is written from.
#[derive(Debug, Clone)]
pub enum LetterFrom {
    /// The words that fit the posting.
    Usual,
    /// The candidate's own text, with slots or without.
    Text(String),
}

/// Whether PDF copies are made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PdfCopies {
    /// None.
    #[default]
    Never,
    /// Where the posting takes them and LibreOffice is there.
    WherePossible,
}

/// The formats that a posting takes for one thing. Where it says nothing, it takes any.
fn takes(posting: &Posting, item: Item, format: Format) -> bool {
    let mut asked = posting.materials.iter().filter(|it| it.item == item).peekable();
    asked.peek().is_none() || asked.any(|it| it.formats.is_empty() || it.formats.contains(&format))
}

fn wants_one_file(posting: &Posting) -> bool {
    posting.files.as_ref().is_some_and(|it| it.single_pdf)
}

/// Whether a letter goes as PDF; else it goes as a Word file.
pub(crate) fn letter_goes_as_pdf(posting: &Posting) -> bool {
    wants_one_file(posting) || takes(posting, Item::Letter, Format::Pdf)
}

/// What PDF copies come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// There is nothing to copy, or nobody takes it.
    Nothing,
    /// A copy of the form goes along beside it; the form is at this place.
    Beside(usize),
    /// All goes as one file.
    OneFile,
}

impl Wish {
    /// What a posting's rules come to for these files.
    pub(crate) fn of(posting: &Posting, files: &[Attachment]) -> Self {
        if wants_one_file(posting) {
            return Self::OneFile;
        }
        let form = files.iter().position(|it| it.role == Role::Form);
        let form = form.filter(|_| takes(posting, Item::Form, Format::Pdf));
        form.map_or(Self::Nothing, Self::Beside)
    }

    /// Whether it takes LibreOffice.
    pub(crate) fn needs_office(self, files: &[Attachment]) -> bool {
        match self {
            Self::Nothing => false,
            Self::Beside(form) => files[form].media != Media::Pdf,
            Self::OneFile => files.iter().any(|it| it.media != Media::Pdf),
        }
    }
}

/// What would go along once its copies are made, their bytes left out.
pub(crate) fn foreseen(files: &mut Vec<Attachment>, slots: &Slots<'_>) {
    match Wish::of(&slots.folder.posting, files) {
        Wish::Nothing => {}
        Wish::Beside(form) => {
            let copy = as_pdf(&files[form], Vec::new());
            files.insert(form + 1, copy);
        }
        Wish::OneFile if files.is_empty() => {}
        Wish::OneFile => *files = vec![all_in_one(slots, Vec::new())],
    }
}

/// The PDF of a file.
fn as_pdf(file: &Attachment, bytes: Vec<u8>) -> Attachment {
    let stem = Path::new(file.name.as_str()).file_stem().and_then(|it| it.to_str());
    let name = FileName::new(&format!("{}.pdf", stem.unwrap_or("form")));
    let original = file.original.clone();
    Attachment { name, role: file.role, media: Media::Pdf, original, bytes }
}

/// The PDF of all files.
fn all_in_one(slots: &Slots<'_>, bytes: Vec<u8>) -> Attachment {
    let name = naming::whole(Media::Pdf, slots);
    Attachment { name, role: Role::Other, media: Media::Pdf, original: None, bytes }
}

/// Whether all goes as one PDF. Where nothing is made yet, a bundle would make it as long as
/// LibreOffice is here; `kept` are the files that went into the one.
pub(crate) fn is_one_pdf(
    posting: &Posting,
    copies: PdfCopies,
    kept: &[Attachment],
    tools: &Tools<'_>,
) -> bool {
    let is_made = match copies {
        PdfCopies::Never => tools.office.is_some(),
        PdfCopies::WherePossible => !kept.is_empty(),
    };
    wants_one_file(posting) && is_made
}

/// Why there is no PDF copy, where there is no LibreOffice.
pub(crate) fn no_office() -> Finding {
    let error = Error::NoOffice;
    let what = format!("no PDF copy of the form: {error}");
    Concern::PdfDoubtful.found(what, error.hint()).about(["noOffice"])
}

/// Why there is no PDF of something that an error is about.
pub(crate) fn no_pdf(name: &str, error: &Error) -> Finding {
    let (what, hint) = error.told();
    Concern::PdfDoubtful.found(what, hint).about([name, "notMade"])
}

/// Writes the cover letter; one with gaps stops the bundle.
pub(crate) fn letter(
    from: &LetterFrom,
    slots: &Slots<'_>,
    tools: &Tools<'_>,
) -> Result<(Attachment, Option<Finding>), Error> {
    let posting = &slots.folder.posting;
    let text = match from {
        LetterFrom::Usual => papers::letter_text(slots.folder, slots.language)?,
        LetterFrom::Text(text) => text.clone(),
    };
    let letter = papers::letter(slots, &text);
    let finding = (!letter.gaps.is_empty()).then(|| {
        let what = format!("the cover letter lacks: {}", letter.gaps.join(", "));
        let hint = "add it to the profile, or write it into the letter's own text";
        let fix = Fix::Profile { pointer: String::new() };
        Concern::LetterIncomplete.found(what, hint).about(&letter.gaps).fix(fix)
    });
    let (drawn, media) = if letter_goes_as_pdf(posting) {
        (Drawn::Pdf, Media::Pdf)
    } else {
        (Drawn::Word, Media::Word)
    };
    let bytes = tools.worker.draw(&letter.writing, drawn)?;
    let name = naming::paper("Cover-letter", media, slots);
    let attachment = Attachment { name, role: Role::Letter, media, original: None, bytes };
    Ok((attachment, finding))
}

/// Adds the PDF copy of the form and, where the posting asks for it, makes one PDF of all;
/// gives what stays in the folder then. `answers` are what was written into the form.
pub(crate) fn copies(
    attachments: &mut Vec<Attachment>,
    answers: &[String],
    slots: &Slots<'_>,
    tools: &Tools<'_>,
    found: &mut Vec<Finding>,
) -> Vec<Attachment> {
    let posting = &slots.folder.posting;
    let wish = Wish::of(posting, attachments);
    if tools.office.is_none() && wish.needs_office(attachments) {
        found.push(no_office());
    }
    let mut work = Copying { answers, tools, found };
    let form = match wish {
        Wish::Nothing => return Vec::new(),
        Wish::OneFile => return work.one_file(attachments, slots),
        Wish::Beside(form) => form,
    };
    if let Some(pdf) = work.pdf(&attachments[form]) {
        let total: usize = attachments.iter().map(|it| it.bytes.len()).sum();
        if total + pdf.bytes.len() > limit(posting.files.as_ref()) {
            let what = "the PDF copy of the form is left out: with it all is too large";
            let hint = "the Word form goes along; nothing is missing";
            let finding = Concern::PdfDoubtful.found(what, hint);
            work.found.push(finding.about([pdf.name.as_str(), "tooLarge"]));
        } else {
            attachments.insert(form + 1, pdf);
        }
    }
    Vec::new()
}

struct Copying<'a> {
    answers: &'a [String],
    tools: &'a Tools<'a>,
    found: &'a mut Vec<Finding>,
}

impl Copying<'_> {
    /// A file as PDF: itself if it is one.
    fn pdf(&mut self, file: &Attachment) -> Option<Attachment> {
        if file.media == Media::Pdf {
            return Some(file.clone());
        }
        let answers = if file.role == Role::Form { self.answers } else { &[] };
        let source = Document::named(file.name.as_str(), file.bytes.clone());
        let made = copy::copy(self.tools.office.as_ref()?, &source, answers, self.tools.read);
        let copied = match made {
            Ok(copied) => copied,
            Err(error) => {
                self.found.push(no_pdf(file.name.as_str(), &error));
                return None;
            }
        };
        if !copied.lost.is_empty() {
            let lost = copied.lost.join(", ");
            let what = format!("the PDF copy of `{}` does not show: {lost}", file.name);
            let hint = "look at it beside the Word file before you send it";
            let finding = Concern::PdfDoubtful.found(what, hint);
            self.found.push(finding.about([file.name.as_str(), &lost, "lost"]));
        }
        Some(as_pdf(file, copied.bytes))
    }

    /// One PDF of all files; they themselves stay in the folder. Where that cannot be, all
    /// stays as it is, and the rule stays among the findings.
    fn one_file(&mut self, files: &mut Vec<Attachment>, slots: &Slots<'_>) -> Vec<Attachment> {
        let copies: Option<Vec<Attachment>> = files.iter().map(|it| self.pdf(it)).collect();
        let Some(copies) = copies.filter(|it| !it.is_empty()) else { return Vec::new() };
        let parts: Vec<Part<'_>> = copies
            .iter()
            .map(|it| Part {
                name: it.name.as_str(),
                title: Path::new(it.name.as_str())
                    .file_stem()
                    .and_then(|stem| stem.to_str())
                    .unwrap_or(it.name.as_str()),
                bytes: &it.bytes,
            })
            .collect();
        let author = slots.slot("name").unwrap_or_default();
        let (day, posting) = (slots.today, &slots.folder.posting);
        let properties = Properties {
            title: &posting.title,
            author: &author,
            subject: "",
            language: "en-GB",
            date: (day.year(), day.month(), day.day()),
        };
        let bytes = match self.tools.worker.merge(&parts, &properties) {
            Ok(bytes) if bytes.len() <= limit(posting.files.as_ref()) => bytes,
            Ok(bytes) => {
                let size = papers::size(bytes.len());
                let what = format!("all in one PDF weighs {size}, which is over the limit");
                let hint = "save the CV with smaller pictures";
                let finding = Concern::TooLarge.found(what, hint);
                let about = [bytes.len(), limit(posting.files.as_ref())].map(mb);
                self.found.push(finding.about(about));
                return Vec::new();
            }
            Err(error) => {
                let name = all_in_one(slots, Vec::new()).name;
                let finding = no_pdf(name.as_str(), &error);
                self.found.push(finding);
                return Vec::new();
            }
        };
        std::mem::replace(files, vec![all_in_one(slots, bytes)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attachment(name: &str, role: Role, media: Media, bytes: Vec<u8>) -> Attachment {
        Attachment { name: FileName::new(name), role, media, original: None, bytes }
    }

    #[test]
    fn a_posting_that_takes_word_alone_gets_no_pdf_beside_it() {
        let mut posting = postings::Folder::plain("lab", "Intern").posting;
        assert!(takes(&posting, Item::Form, Format::Pdf), "nothing is said, so anything goes");
        let form = "item = \"form\"\nrequired = true\nformats = [\"word\"]\n";
        let toml = format!(
            "schema_version = 1\ntitle = \"Intern\"\n[how_to_apply]\nchannels = [\"email\"]\n\
             [[materials]]\n{form}"
        );
        posting = Posting::parse("posting.toml", &toml).unwrap();
        assert!(!takes(&posting, Item::Form, Format::Pdf));
        assert!(takes(&posting, Item::Cv, Format::Pdf));
    }

    #[test]
    fn a_posting_that_wants_one_pdf_gets_one_and_the_files_stay_in_the_folder() {
        let mut folder = postings::Folder::plain("lab", "Intern");
        folder.posting.files =
            Some(postings::Files { single_pdf: true, ..postings::Files::default() });
        let profile = profile::Profile::default();
        let today = jiff::civil::date(2026, 3, 1);
        let language = postings::Language::En;
        let slots = Slots { folder: &folder, profile: &profile, language, today };
        let cv = include_bytes!("../../../../templates/sample/cv-en.pdf").to_vec();
        let mut files = vec![
            attachment("letter.pdf", Role::Letter, Media::Pdf, cv.clone()),
            attachment("cv.pdf", Role::Cv, Media::Pdf, cv),
        ];
        let mut found = Vec::new();
        let engine = crate::Engine::new().without_office();
        let read = |it: &Document| engine.read_cv(it);
        let tools = engine.tools(&read);
        let kept = copies(&mut files, &[], &slots, &tools, &mut found);
        let names: Vec<_> = kept.iter().map(|it| it.name.to_string()).collect();
        assert_eq!(names, ["letter.pdf", "cv.pdf"]);
        assert_eq!(files.len(), 1);
        assert_eq!(found, []);
        assert!(is_one_pdf(&folder.posting, PdfCopies::WherePossible, &kept, &tools));
        let merged = documents::read(&files[0].bytes, "all.pdf").unwrap();
        assert_eq!(merged.pages, Some(4));
    }
}
