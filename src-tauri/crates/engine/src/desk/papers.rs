//! What is made around a form: whether it can be, what the candidate wants of it, and the form
//! as it prints.

use bundle::Attachment;
use jiff::civil::DateTime;

use super::{
    CopyView, Desk, Done, PackageView, PapersEdit, PapersView, PrintView,
    applications::OwnSlots,
    letters,
    ready::Ready,
    state::{Application, Papers},
};
use crate::{Document, Engine, Error, PdfCopy, copy, enclose::Wish};

/// A filled form on its way to LibreOffice. It takes some seconds, so it is made without the
/// desk, and goes back to it when it is done.
pub struct Printing {
    application: String,
    engine: Engine,
    form: Document,
    answers: Vec<String>,
    is_approved: bool,
}

impl Printing {
    /// Has it printed.
    ///
    /// # Errors
    /// There is no LibreOffice, or it made no PDF.
    #[tracing::instrument(skip_all)]
    pub fn print(&self) -> Result<PdfCopy, Error> {
        let office = self.engine.office().ok_or(Error::NoOffice)?;
        copy::copy(&office, &self.form, &self.answers, &|it| self.engine.read_cv(it))
    }
}

impl Desk {
    /// Decides what is made when an application is packed.
    #[tracing::instrument(skip_all)]
    pub fn edit_papers(
        &mut self,
        application: &str,
        edit: PapersEdit,
        now: DateTime,
    ) -> Result<PackageView, Error> {
        self.change_application(application, (Done::EditApplication, "papers"), now, |it| {
            it.language = edit.language.or(it.language);
            let Papers { no_copies, sheets } = it.papers;
            it.papers = Papers {
                no_copies: edit.copies.map_or(no_copies, |it| !it),
                sheets: edit.sheets.unwrap_or(sheets),
            };
            Ok(())
        })?;
        self.package(application, now)
    }

    /// The form with the answers as they are, to be printed for being looked at.
    #[tracing::instrument(skip_all)]
    pub fn printing(&mut self, application: &str, now: DateTime) -> Result<Printing, Error> {
        let planned = self.planned_form(application, now)?;
        let is_approved = self.is_approved(&planned, now)?;
        let fail = |source| Error::Form { name: planned.file.name.clone(), source };
        // Sealed for being shown, and for nothing else: these bytes go nowhere.
        let filled = forms::fill(&planned.opened.form, &planned.plan.approve()).map_err(fail)?;
        Ok(Printing {
            application: application.to_owned(),
            engine: self.engine.clone(),
            form: Document::named(&planned.file.name, filled.bytes),
            answers: filled.report.fields.into_iter().filter_map(|it| it.written).collect(),
            is_approved,
        })
    }

    /// Takes a form back that was printed.
    pub fn printed(&mut self, printing: Printing, copy: PdfCopy) -> PrintView {
        self.shelf.print = Some((printing.application, copy.bytes));
        PrintView { lost: copy.lost, is_approved: printing.is_approved }
    }

    /// The form as it was printed last.
    pub fn print_pages(&self, application: &str) -> Result<Vec<u8>, Error> {
        let print = self.shelf.print.as_ref().filter(|(whose, _)| whose == application);
        print.map(|(_, bytes)| bytes.clone()).ok_or(Error::Gone { what: "print", name: None })
    }

    /// Which PDF is made when the application is packed. `None`: there is nothing to make.
    pub(super) fn copy_of(
        &self,
        application: &Application,
        slots: &OwnSlots,
        sent: &[Attachment],
    ) -> Option<CopyView> {
        let wish = Wish::of(&slots.folder.posting, sent);
        (wish != Wish::Nothing).then(|| CopyView {
            is_wanted: !application.papers.no_copies,
            can_be_made: !wish.needs_office(sent) || self.engine.office().is_some(),
            is_one_file: wish == Wish::OneFile,
        })
    }
}

/// The papers of an application, to be shown.
pub(super) fn view(ready: &Ready) -> Result<PapersView, Error> {
    Ok(PapersView {
        language: ready.slots.language,
        asks_letter: letters::is_asked(&ready.slots.folder),
        letters: letters::views(&ready.application, &ready.slots)?,
        copy: ready.copy,
        sheets: ready.application.papers.sheets,
    })
}
