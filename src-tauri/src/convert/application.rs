//! Applications and their documents.

use engine::desk;

use super::{count, each, minute, same};
use crate::wire::application::{
    ApplicationEdit, AskedView, Card, DocumentRole, DocumentView, DocumentsView, State,
};

same!(desk::Stand => State { Draft, Packed, Sent, Answered, Closed });
same!(State => desk::Stand { Draft, Packed, Sent, Answered, Closed });
same!(desk::DocumentRole => DocumentRole {
    Cv, Letter, Transcript, Statement, References, Publications, Certificates, Photo, Other
});
same!(DocumentRole => desk::DocumentRole {
    Cv, Letter, Transcript, Statement, References, Publications, Certificates, Photo, Other
});

impl From<desk::Card> for Card {
    fn from(it: desk::Card) -> Self {
        Self {
            id: it.id,
            title: it.title,
            organisation: it.organisation,
            posting: it.posting,
            state: it.state.into(),
            deadline: it.deadline.map(|day| day.to_string()),
            days_left: it.days_left,
            form: it.form,
            counts: it.counts.map(Into::into),
            is_approved: it.is_approved,
            documents: count(it.documents),
            missing: it.missing,
            changed: minute(it.changed),
            sent: it.sent.map(minute),
        }
    }
}

impl From<ApplicationEdit> for desk::ApplicationEdit {
    fn from(it: ApplicationEdit) -> Self {
        Self { title: it.title, deadline: it.deadline, state: it.state.map(Into::into) }
    }
}

impl From<desk::DocumentsView> for DocumentsView {
    fn from(it: desk::DocumentsView) -> Self {
        Self { asked: each(it.asked), documents: each(it.documents) }
    }
}

impl From<desk::AskedView> for AskedView {
    fn from(it: desk::AskedView) -> Self {
        Self {
            item: it.item,
            required: it.required,
            condition: it.condition,
            languages: it.languages,
            formats: it.formats,
            count: it.count,
            max_pages: it.max_pages,
            is_there: it.is_there,
        }
    }
}

impl From<desk::DocumentView> for DocumentView {
    fn from(it: desk::DocumentView) -> Self {
        Self {
            id: it.id,
            name: it.name,
            sent_as: it.sent_as,
            role: it.role.into(),
            format: it.format,
            languages: it.languages,
            pages: it.pages,
            bytes: count(it.bytes),
            offers: count(it.offers),
            findings: each(it.findings),
        }
    }
}
