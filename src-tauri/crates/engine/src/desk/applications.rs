//! Applications: begun, edited, removed.

use std::sync::Arc;

use forms::Language as Written;
use jiff::civil::{Date, DateTime};
use postings::{Folder, Item};
use profile::{PartialDate, Profile};

use super::{
    ApplicationEdit, Begin, Desk, Done, HandedKind, again,
    form::remember_form,
    open::new_id,
    plan,
    posting_lines::deadline,
    state::{Application, FormFile},
    tongue,
};
use crate::{Document, Error, Language, letter::Slots};

/// The endings of documents that may go along, for a dialog as for what is dropped.
pub const DOCUMENTS: &[&str] =
    &["pdf", "docx", "txt", "md", "html", "htm", "doc", "rtf", "odt", "jpg", "jpeg", "png"];

impl Desk {
    /// What a file seems to be, by its content.
    pub fn kind_of(file: &Document) -> HandedKind {
        if let Ok(opened) = plan::open(file) {
            let asks = opened.form.fields().iter().any(|it| it.filler == forms::Filler::Candidate);
            return if asks { HandedKind::Form } else { HandedKind::Document };
        }
        let text = file.text().unwrap_or_default().trim_start();
        let is_json =
            text.starts_with('{') && serde_json::from_str::<serde_json::Value>(text).is_ok();
        let is_bibtex = text.starts_with('@') || text.contains("\n@");
        let facts = is_json || is_bibtex;
        if facts && crate::profiles::facts_of(file).is_ok() {
            return HandedKind::Facts;
        }
        let name = file.name().to_lowercase();
        let ending = name.rsplit_once('.').map(|(_, ending)| ending);
        if ending.is_some_and(|it| DOCUMENTS.contains(&it)) && !file.bytes.is_empty() {
            HandedKind::Document
        } else {
            HandedKind::Other
        }
    }

    /// Begins an application and gives its id.
    #[tracing::instrument(skip_all)]
    pub fn begin_application(&mut self, begin: &Begin, now: DateTime) -> Result<String, Error> {
        let folder = begin.posting.as_deref().map(|it| self.folder(it)).transpose()?;
        let folder = match (folder, &begin.posting) {
            (Some(None), Some(id)) => {
                return Err(Error::Gone { what: "posting", name: Some(id.clone()) });
            }
            (folder, _) => folder.flatten(),
        };
        let form = self.first_form(begin, folder.as_ref())?;
        if folder.is_none() && form.is_none() {
            let reason = "an application begins with a posting or with a form".to_owned();
            return Err(Error::Invalid { subject: None, reason });
        }
        let mut application = Application::new(new_id(), now);
        application.posting = folder.as_ref().map(|it| it.id.clone());
        application.form.clone_from(&form);
        let id = application.id.clone();
        self.change((Done::BeginApplication, ""), now, |state| {
            if let Some(form) = form.filter(|it| !it.is_ours) {
                remember_form(state, &form, now);
            }
            state.applications.push(application);
            Ok(())
        })?;
        self.fill_as_last_time(&id, now)?;
        Ok(id)
    }

    /// Puts in what stood in the same form the last time: a step of its own, so that
    /// undoing it gives the form as the profile alone fills it.
    fn fill_as_last_time(&mut self, id: &str, now: DateTime) -> Result<(), Error> {
        let Some(form) = self.application(id)?.form.clone() else { return Ok(()) };
        let opened = self.opened(&form)?;
        let answers = again::recall(self.state()?, &opened, now.date());
        if answers.is_empty() {
            return Ok(());
        }
        self.change_application(id, (Done::Answer, "as last time"), now, |application| {
            application.answers = answers;
            Ok(())
        })
    }

    /// The form that an application is begun with: the candidate's, one that was
    /// opened before, else the one that came with the posting.
    fn first_form(
        &mut self,
        begin: &Begin,
        folder: Option<&Folder>,
    ) -> Result<Option<FormFile>, Error> {
        let shipped = || {
            let folder = folder?;
            let asked = folder.posting.materials.iter().find(|it| it.item == Item::Form)?;
            let name = asked.file.as_ref()?;
            let bytes = folder.file(name).ok()??;
            Some(Document::named(name, bytes.into_owned()))
        };
        let own = folder.and_then(|it| self.state().ok()?.own_posting(&it.id).ok()?.form.clone());
        let (document, is_ours) = if let Some(form) = &begin.form {
            (form.clone(), false)
        } else if let Some(blob) = &begin.recent {
            let recent = self.state()?.recent.iter().find(|it| it.blob == *blob);
            let recent = recent.ok_or(Error::Gone { what: "form", name: None })?;
            let (name, sha256) = (recent.name.clone(), recent.sha256.clone());
            return Ok(Some(FormFile { blob: blob.clone(), name, is_ours: false, sha256 }));
        } else if let Some(form) = own {
            let sha256 = bundle::sha256(&self.get(&form.blob)?);
            return Ok(Some(FormFile { blob: form.blob, name: form.name, is_ours: false, sha256 }));
        } else if let Some(document) = shipped() {
            (document, true)
        } else {
            return Ok(None);
        };
        let opened = plan::open(&document)?;
        let blob = self.put(&document.bytes)?;
        self.shelve(&blob, Arc::new(opened));
        let sha256 = bundle::sha256(&document.bytes);
        Ok(Some(FormFile { blob, name: document.name(), is_ours, sha256 }))
    }

    /// Changes title, deadline or state.
    #[tracing::instrument(skip_all)]
    pub fn edit_application(
        &mut self,
        application: &str,
        edit: &ApplicationEdit,
        now: DateTime,
    ) -> Result<(), Error> {
        let deadline = edit.deadline.as_deref().map(day).transpose()?;
        // The posting's own day is not kept: it may be corrected.
        let before = self.application(application)?.clone();
        let posted = self.folder_of(&Application { deadline: None, ..before })?.posting.due();
        let deadline = deadline.map(|it| it.filter(|day| Some(*day) != posted));
        self.change_application(application, (Done::EditApplication, "edit"), now, |it| {
            if let Some(title) = &edit.title {
                let title = title.trim();
                it.title = (!title.is_empty()).then(|| title.to_owned());
            }
            if let Some(deadline) = deadline {
                it.deadline = deadline;
            }
            it.state = edit.state.or(it.state);
            Ok(())
        })
    }

    /// Removes an application.
    #[tracing::instrument(skip_all)]
    pub fn remove_application(&mut self, application: &str, now: DateTime) -> Result<(), Error> {
        self.application(application)?;
        self.change((Done::RemoveApplication, ""), now, |state| {
            state.applications.retain(|it| it.id != application);
            Ok(())
        })
    }

    /// The postings that come with the app, read once.
    pub(super) fn postings(&mut self) -> Result<&[Folder], Error> {
        if self.shelf.postings.is_empty() {
            self.shelf.postings = self.engine.postings()?;
        }
        Ok(&self.shelf.postings)
    }

    /// A posting of the candidate's own or of the library, if there is one of that name.
    fn folder(&mut self, id: &str) -> Result<Option<Folder>, Error> {
        if let Ok(own) = self.state().and_then(|it| it.own_posting(id)) {
            return Ok(Some(Folder::of(id, own.posting.clone())));
        }
        Ok(self.postings()?.iter().find(|it| it.id == id).cloned())
    }

    /// What an application is for. A form alone is sent by mail under its name;
    /// so is one for a posting that this version does not know.
    pub(super) fn folder_of(&mut self, application: &Application) -> Result<Folder, Error> {
        if let Some(id) = &application.posting
            && let Some(mut folder) = self.folder(id)?
        {
            if let Some(date) = application.deadline {
                deadline(&mut folder.posting).date = Some(date);
            }
            return Ok(folder);
        }
        let form = application.form.as_ref().map(|it| it.name.as_str()).unwrap_or_default();
        let stem = std::path::Path::new(form).file_stem().and_then(|it| it.to_str());
        let title = application.title.as_deref().or(stem).unwrap_or_default();
        let id = application.posting.as_deref().unwrap_or_default();
        let mut folder = Folder::plain(id, title);
        if let Some(date) = application.deadline {
            deadline(&mut folder.posting).date = Some(date);
        }
        Ok(folder)
    }

    /// Its title: the candidate's, else the posting's.
    pub(super) fn title_of(&mut self, application: &Application) -> Result<String, Error> {
        match &application.title {
            Some(title) => Ok(title.clone()),
            None => Ok(self.folder_of(application)?.posting.title),
        }
    }

    /// Where the words of subject, body and file names come from.
    pub(super) fn slots(
        &mut self,
        application: &Application,
        now: DateTime,
    ) -> Result<OwnSlots, Error> {
        let folder = self.folder_of(application)?;
        let language = self.language_of(application, &folder);
        let profile = self.state()?.profile.clone();
        Ok(OwnSlots { folder, profile, language, today: now.date() })
    }

    /// The language of the message: the candidate's choice, the posting's, or the form's where
    /// it stands alone.
    fn language_of(&mut self, application: &Application, folder: &Folder) -> Language {
        if let Some(chosen) = application.language {
            return chosen;
        }
        if let Some(id) = &application.posting {
            let own = self.state().ok().and_then(|it| it.own_posting(id).ok());
            return tongue::of_posting(&folder.posting, own);
        }
        let opened = application.form.as_ref().and_then(|it| self.opened(it).ok());
        let fields = opened.iter().flat_map(|it| it.form.fields());
        let (zh, en): (Vec<_>, Vec<_>) = fields.partition(|it| it.language == Written::Zh);
        if zh.len() > en.len() { Language::Zh } else { Language::En }
    }
}

/// What [`Slots`] borrows.
#[derive(Clone)]
pub(super) struct OwnSlots {
    pub(super) folder: Folder,
    pub(super) profile: Profile,
    pub(super) language: Language,
    pub(super) today: Date,
}

impl OwnSlots {
    pub(super) fn borrowed(&self) -> Slots<'_> {
        let Self { folder, profile, language, today } = self;
        Slots { folder, profile, language: *language, today: *today }
    }
}

/// A last day as people type it. `None`: the posting's.
fn day(typed: &str) -> Result<Option<Date>, Error> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let date = PartialDate::typed(typed).filter(|it| it.day.is_some());
    date.map(|it| Some(it.first_day())).ok_or(Error::Invalid {
        subject: Some("deadline".to_owned()),
        reason: "a deadline is a day, such as 2026-03-01".to_owned(),
    })
}
