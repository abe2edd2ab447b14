//! The documents of an application: CVs, letters, transcripts, in the order they go along.

use documents::CvKind;
use jiff::civil::DateTime;
use postings::{Format, Item, Language, Material};

use super::{
    Application, AskedView, Desk, DocumentRole, DocumentView, DocumentsView, Done, letters,
    open::new_id,
    package::finding,
    reading::{ReadFile, check_count},
    ready::Origin,
    state::Enclosure,
};
use crate::{
    Document, Error,
    preflight::{CvRead, Paper, check_cv, check_name, check_pages, count, role_for},
};

impl Desk {
    /// What the posting asks for, and what is there.
    #[tracing::instrument(skip_all)]
    pub fn documents(&mut self, application: &str, now: DateTime) -> Result<DocumentsView, Error> {
        let application = self.application(application)?.clone();
        let slots = self.slots(&application, now)?;
        let posting = &slots.folder.posting;
        let (names, _) = self.going(&application, &slots)?;
        let names = names.iter().filter(|it| it.origin == Origin::Document);
        let views = application.documents.iter().zip(names).map(|(it, going)| {
            let mut findings: Vec<_> = check_name(&it.name).into_iter().collect();
            if it.role == DocumentRole::Cv {
                findings.extend(check_cv(&read(it), posting));
            } else {
                let Paper { name, role, pages } = paper(it);
                findings.extend(check_pages(posting, &name, role, pages));
            }
            let cv = it.cv.as_ref();
            DocumentView {
                id: it.id.clone(),
                name: it.name.clone(),
                sent_as: going.attachment.name.to_string(),
                role: it.role,
                format: cv.map_or("other", |it| format(it.kind)).to_owned(),
                languages: languages(it),
                pages: cv.and_then(|it| it.pages),
                bytes: it.bytes,
                offers: if it.role == DocumentRole::Cv { it.offers } else { 0 },
                findings: findings.iter().map(finding).collect(),
            }
        });
        let documents = views.collect();
        let materials = &posting.materials;
        let asked = (0..materials.len()).map(|at| asked(&materials[..=at], &application));
        let asked = asked.flatten().collect();
        Ok(DocumentsView { asked, documents })
    }

    /// Adds documents that were read by [`Reader`](super::Reader).
    #[tracing::instrument(skip_all)]
    pub fn add_read(
        &mut self,
        application: &str,
        role: DocumentRole,
        files: Vec<ReadFile>,
        now: DateTime,
    ) -> Result<DocumentsView, Error> {
        check_count(self.application(application)?.documents.len() + files.len())?;
        let mut new = Vec::new();
        for file in files {
            new.push(self.enclosure(file, role)?);
        }
        if !new.is_empty() {
            self.change_application(application, (Done::AddDocument, ""), now, |it| {
                it.documents.extend(new);
                Ok(())
            })?;
        }
        self.documents(application, now)
    }

    /// Reads documents and adds them, all at once.
    pub fn add_documents(
        &mut self,
        application: &str,
        role: DocumentRole,
        files: &[Document],
        now: DateTime,
    ) -> Result<DocumentsView, Error> {
        let read = self.reader().read(files.to_vec())?;
        self.add_read(application, role, read, now)
    }

    fn enclosure(&mut self, read: ReadFile, role: DocumentRole) -> Result<Enclosure, Error> {
        let ReadFile { file, cv, offers } = read;
        let (cv, unreadable) = match cv {
            Ok(cv) => (Some(cv), None),
            Err(why) => (None, Some(why)),
        };
        Ok(Enclosure {
            id: new_id(),
            blob: self.put(&file.bytes)?,
            name: file.name(),
            role,
            bytes: file.bytes.len(),
            cv,
            unreadable,
            offers,
        })
    }

    /// Says what a document is.
    #[tracing::instrument(skip_all)]
    pub fn set_document_role(
        &mut self,
        application: &str,
        document: &str,
        role: DocumentRole,
        now: DateTime,
    ) -> Result<DocumentsView, Error> {
        self.change_application(application, (Done::EditDocument, ""), now, |it| {
            let at = place(it, document)?;
            it.documents[at].role = role;
            Ok(())
        })?;
        self.documents(application, now)
    }

    /// Puts a document elsewhere in the order, counted from 0.
    #[tracing::instrument(skip_all)]
    pub fn move_document(
        &mut self,
        application: &str,
        document: &str,
        to: usize,
        now: DateTime,
    ) -> Result<DocumentsView, Error> {
        self.change_application(application, (Done::EditDocument, ""), now, |it| {
            let at = place(it, document)?;
            let moved = it.documents.remove(at);
            it.documents.insert(to.min(it.documents.len()), moved);
            Ok(())
        })?;
        self.documents(application, now)
    }

    /// Takes a document out.
    #[tracing::instrument(skip_all)]
    pub fn remove_document(
        &mut self,
        application: &str,
        document: &str,
        now: DateTime,
    ) -> Result<DocumentsView, Error> {
        self.change_application(application, (Done::RemoveDocument, ""), now, |it| {
            let at = place(it, document)?;
            it.documents.remove(at);
            Ok(())
        })?;
        self.documents(application, now)
    }

    /// A document, to be shown.
    pub fn document(&self, application: &str, document: &str) -> Result<Document, Error> {
        let application = self.application(application)?;
        let kept = &application.documents[place(application, document)?];
        Ok(Document::named(&kept.name, self.get(&kept.blob)?))
    }
}

fn place(application: &Application, document: &str) -> Result<usize, Error> {
    let at = application.documents.iter().position(|it| it.id == document);
    at.ok_or(Error::Gone { what: "document", name: None })
}

/// A CV as the preflight looks at it.
pub(super) fn read(document: &Enclosure) -> CvRead {
    let read = match (&document.cv, &document.unreadable) {
        (Some(cv), _) => Ok(cv.clone()),
        (None, message) => Err(Error::Cv { message: message.clone().unwrap_or_default() }),
    };
    CvRead { name: document.name.clone(), read }
}

/// Anything else as the preflight looks at it.
pub(super) fn paper(document: &Enclosure) -> Paper {
    let pages = document.cv.as_ref().and_then(|it| it.pages);
    Paper { name: document.name.clone(), role: document.role, pages }
}

fn languages(document: &Enclosure) -> Vec<String> {
    let Some(cv) = &document.cv else { return Vec::new() };
    let english = cv.languages.has_english().then(|| "en".to_owned());
    let chinese = cv.languages.has_chinese().then(|| "zh".to_owned());
    english.into_iter().chain(chinese).collect()
}

fn format(kind: CvKind) -> &'static str {
    match kind {
        CvKind::Pdf => "pdf",
        CvKind::Word => "word",
        CvKind::Text => "text",
        CvKind::Html => "html",
    }
}

/// The last of these things that the posting asks for, and whether something answers to it.
fn asked(materials: &[Material], application: &Application) -> Option<AskedView> {
    let (material, before) = materials.split_last()?;
    let language = |it: &Language| match it {
        Language::En => "en",
        Language::Zh => "zh",
    };
    let format = |it: &Format| match it {
        Format::Pdf => "pdf",
        Format::Word => "word",
        Format::Text => "text",
        Format::Html => "html",
    };
    let wanted: Vec<String> = material.languages.iter().map(|it| language(it).to_owned()).collect();
    let role = role_for(material.item);
    let given: Vec<_> = application.documents.iter().filter(|it| it.role == role).collect();
    let speaks = |it: &String| given.iter().any(|given| languages(given).contains(it));
    let is_there = if material.item == Item::Form {
        application.form.is_some()
    } else {
        // What answers to one thing does not answer to the next of the same kind, too; but
        // one CV may be in two languages, and each language may come in a file of its own.
        let is_shared = |it: &&Material| role_for(it.item) == role && role != DocumentRole::Cv;
        let taken: usize = before.iter().filter(is_shared).map(count).sum();
        given.len() >= taken + count(material) && wanted.iter().all(speaks)
    } || material.item == Item::Letter
        && letters::enclosed(application).next().is_some();
    Some(AskedView {
        item: material.item.name().to_owned(),
        required: material.required,
        condition: material.condition.clone(),
        languages: wanted,
        formats: material.formats.iter().map(|it| format(it).to_owned()).collect(),
        count: material.count.filter(|it| *it > 1),
        max_pages: material.max_pages,
        is_there,
    })
}
