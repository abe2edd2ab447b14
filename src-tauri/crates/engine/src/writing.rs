//! What a candidate can ask for beside the form: letters, sheets, copies, one file of several.

use std::path::Path;

use documents::{Part, pdf::Properties};
use jiff::civil::Date;
use ooxml::Kind;
use postings::{Folder, Language};

use crate::{
    Application, Choices, CoverLetter, Document, Drawn, Engine, Error, OpenProfile, PdfCopy,
    Writing, application, copy, form,
    letter::Slots,
    logged,
    papers::{answers, letter, letter_text},
};

impl Engine {
    /// The words of a cover letter for this posting, with slots for facts, to be edited.
    pub fn letter_text(&self, posting: &Folder, language: Language) -> Result<String, Error> {
        logged(letter_text(posting, language))
    }

    /// Writes the cover letter: from `text`, where the candidate edited it, else from the
    /// words that fit the posting. What has no fact is a gap, and is named.
    #[tracing::instrument(skip_all)]
    pub fn cover_letter(
        &self,
        posting: &Folder,
        profile: &OpenProfile,
        language: Language,
        text: Option<&str>,
        today: Date,
    ) -> Result<CoverLetter, Error> {
        let slots = Slots { folder: posting, profile: &profile.facts, language, today };
        let text = match text {
            Some(text) => text.to_owned(),
            None => logged(letter_text(posting, language))?,
        };
        Ok(letter(&slots, &text))
    }

    /// Writes the answers sheet: every question of a form, with the answer that these facts
    /// and choices give.
    #[tracing::instrument(skip_all)]
    pub fn answers(
        &self,
        blank: &Document,
        profile: &OpenProfile,
        choices: &Choices,
        language: Language,
        today: Date,
    ) -> Result<Writing, Error> {
        let filled = logged(form::fill(blank, profile, choices, today))?;
        let posting = Folder::plain("form", &blank.name());
        let slots = Slots { folder: &posting, profile: &profile.facts, language, today };
        Ok(answers(&filled.report, &blank.name(), &slots))
    }

    /// Writes the summary of an application: what is sent, to whom, what speaks for it.
    #[tracing::instrument(skip_all)]
    pub fn summary(&self, application: &Application) -> Result<Writing, Error> {
        logged(application::summarised(application, &self.tools(&|it| self.read_cv(it))))
    }

    /// Draws a paper.
    #[tracing::instrument(skip_all)]
    pub fn draw(&self, writing: &Writing, drawn: Drawn) -> Result<Vec<u8>, Error> {
        logged(self.worker.draw(writing, drawn))
    }

    /// Turns a filled form into a PDF with the LibreOffice of this computer, and says what of
    /// the form it does not show.
    #[tracing::instrument(skip_all)]
    pub fn form_pdf(&self, form: &Document) -> Result<PdfCopy, Error> {
        // Refused here by its content, with our words, before another program opens it.
        let opened = ooxml::Package::open(form.bytes.clone());
        let opened = opened.map_err(|error| Error::Form {
            name: form.name(),
            source: forms::Error::Package(error),
        });
        logged(
            opened.and_then(|it| if is_office(it.kind()) { Ok(()) } else { Err(not_a_form(form)) }),
        )?;
        let office = logged(self.office().ok_or(Error::NoOffice))?;
        logged(copy::copy(&office, form, &[], &|it| self.read_cv(it)))
    }

    /// Puts PDFs into one, in this order, with a bookmark for each.
    #[tracing::instrument(skip_all)]
    pub fn merge(&self, files: &[Document], title: &str, today: Date) -> Result<Vec<u8>, Error> {
        let names: Vec<String> = files.iter().map(Document::name).collect();
        let parts = files.iter().zip(&names).map(|(file, name)| Part {
            name,
            title: Path::new(name).file_stem().and_then(|it| it.to_str()).unwrap_or(name),
            bytes: &file.bytes,
        });
        let properties = Properties {
            title,
            author: "",
            subject: "",
            language: "en-GB",
            date: (today.year(), today.month(), today.day()),
        };
        let parts: Vec<_> = parts.collect();
        logged(self.worker.merge(&parts, &properties))
    }
}

/// What an office program prints as it stands.
fn is_office(kind: Kind) -> bool {
    matches!(kind, Kind::Word | Kind::WordTemplate | Kind::Workbook | Kind::WorkbookTemplate)
}

fn not_a_form(form: &Document) -> Error {
    Error::Form { name: form.name(), source: forms::Error::NotAForm }
}
