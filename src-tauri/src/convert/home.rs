//! The frame around the screens.

use engine::desk;

use super::{each, minute, same};
use crate::{
    dragging,
    wire::home::{Done, HandedKind, Home, PostingCard, RecentForm, Settings, Stage},
};

/// The desk's side of it and the shell's own.
pub(crate) fn home(it: desk::Home, settings: Settings) -> Home {
    Home {
        stage: it.stage.into(),
        settings,
        vault: it.vault.into(),
        applications: each(it.applications),
        postings: each(it.postings),
        recent: each(it.recent),
        candidate: it.candidate,
        drags_out: dragging::IS_HERE,
        undo: it.undo.map(Into::into),
        redo: it.redo.map(Into::into),
    }
}

same!(desk::Stage => Stage { New, Locked, Open, ReadOnly, Sample });
same!(desk::HandedKind => HandedKind { Form, Document, Facts, Other });
same!(desk::Done => Done {
    EditProfile,
    ImportProfile,
    BeginApplication,
    RemoveApplication,
    EditApplication,
    Answer,
    Release,
    AddDocument,
    RemoveDocument,
    EditDocument,
    EditMessage, EditLetter,
    EditPosting,
    Forget,
});

impl From<desk::PostingCard> for PostingCard {
    fn from(it: desk::PostingCard) -> Self {
        Self {
            id: it.id,
            title: it.title,
            organisation: it.organisation,
            group: it.group,
            by_mail: it.by_mail,
            by_portal: it.by_portal,
            has_form: it.has_form,
            is_own: it.is_own,
        }
    }
}

impl From<desk::RecentForm> for RecentForm {
    fn from(it: desk::RecentForm) -> Self {
        Self { id: it.id, name: it.name, opened: minute(it.opened) }
    }
}
