//! The message of an application, from what is kept of it.

use bundle::{Address, Attachment, FileName, Letter, Role};

use super::{DocumentRole, MessageView, MustView, applications::OwnSlots, state::Application};
use crate::{
    Error, Language,
    message::{Own, Written},
    preflight::Surface,
};

/// The message that goes with an application and what is attached.
pub(super) fn written(
    application: &Application,
    slots: &OwnSlots,
    attachments: &[Attachment],
) -> Result<Written, Error> {
    let own = &application.message;
    let own = Own {
        to: own.to.as_deref(),
        cc: own.cc.as_deref(),
        from: None,
        subject: own.subject.as_deref(),
        body: own.body.as_deref(),
    };
    let cvs = application.documents.iter().filter(|it| it.role == DocumentRole::Cv);
    // An unread CV has a line too.
    let unknown = documents::Languages::Unknown;
    let languages = cvs.map(|it| it.cv.as_ref().map_or(&unknown, |it| &it.languages));
    Written::new(&own, &slots.borrowed(), attachments, languages, Surface::Window)
}

/// The message, to be shown.
pub(super) fn view(written: &Written) -> Option<MessageView> {
    let must =
        |it: &crate::message::Must| MustView { words: it.words.clone(), is_there: it.is_there };
    written.takes_mail.then(|| MessageView {
        to: written.to.clone(),
        cc: written.cc.clone(),
        subject: written.words.subject.clone(),
        body: written.words.body.clone(),
        must: written.must.iter().map(must).collect(),
        is_edited: written.is_edited,
    })
}

/// Everything that it says, for telling two messages apart.
pub(super) fn parts(written: &Written) -> impl Iterator<Item = String> {
    let words = [written.words.subject.clone(), written.words.body.clone()];
    let counts = [written.to.len().to_string(), written.cc.len().to_string()];
    words.into_iter().chain(counts).chain(written.to.clone()).chain(written.cc.clone())
}

/// The addresses of a draft, as they stand in it.
pub(super) fn addresses(letter: Option<&Letter>) -> Vec<String> {
    let to = letter.into_iter().flat_map(|it| it.to.iter());
    to.map(Address::as_str).map(str::to_owned).collect()
}

/// What a package's file is there for.
pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Form => "form",
        Role::Cv => "cv",
        Role::Letter => "letter",
        Role::Transcript => "transcript",
        Role::Other => "other",
        Role::Note => "note",
        Role::Draft => "draft",
    }
}

/// A name that every system takes.
pub(super) fn file_name(name: &str) -> FileName {
    FileName::new(name)
}

/// The language of a message as the profile knows it.
pub(super) fn of_profile(language: Language) -> profile::Language {
    match language {
        Language::En => profile::Language::En,
        Language::Zh => profile::Language::Zh,
    }
}
