//! The start screen, and what every screen needs to know.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{application::Card, vault::VaultView};

/// Everything the frame around the screens shows. Every command that changes
/// something kept is followed by the event `home` with a fresh one.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Home {
    /// What can be done now.
    pub stage: Stage,
    /// Language, theme and the like.
    pub settings: Settings,
    /// The vault, as far as the screens may know.
    pub vault: VaultView,
    /// The applications, the most urgent first.
    pub applications: Vec<Card>,
    /// The postings that an application can be begun for.
    pub postings: Vec<PostingCard>,
    /// Forms that were opened before, the latest first.
    pub recent: Vec<RecentForm>,
    /// The candidate's name, once it is known.
    pub candidate: Option<String>,
    /// Whether files can be dragged out of the window.
    pub drags_out: bool,
    /// What can be undone: a code of what was done, to be translated.
    pub undo: Option<Done>,
    /// What can be done again.
    pub redo: Option<Done>,
}

/// What can be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Stage {
    /// Nothing is kept on this computer yet.
    New,
    /// Something is kept, and it is not open: see [`VaultView::trouble`].
    Locked,
    /// The candidate's own data.
    Open,
    /// The candidate's own data, which cannot be changed now: see [`VaultView::trouble`].
    ReadOnly,
    /// The sample candidate. Nothing is kept.
    Sample,
}

/// Something that was done, and can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Done {
    /// The profile was edited.
    EditProfile,
    /// Facts were imported.
    ImportProfile,
    /// An application was begun.
    BeginApplication,
    /// An application was removed.
    RemoveApplication,
    /// An application was edited: its name, deadline, state.
    EditApplication,
    /// An answer of a form was changed.
    Answer,
    /// Sensitive facts were released or held back.
    Release,
    /// A document was added.
    AddDocument,
    /// A document was removed.
    RemoveDocument,
    /// A document was edited.
    EditDocument,
    /// The message was edited.
    EditMessage,
    /// A cover letter was written, edited or taken out.
    EditLetter,
    /// A posting of the candidate's own was kept, changed or removed.
    EditPosting,
    /// Answers that were remembered were forgotten.
    Forget,
}

/// What the candidate chose for the app itself. Kept beside the vault, in plain:
/// it says nothing about the candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Settings {
    /// The language of the screens.
    pub language: ScreenLanguage,
    /// Light or dark.
    pub theme: Theme,
    /// The last name of the folder that packages go to; the folder itself stays with us.
    pub packages: String,
}

/// The language of the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub(crate) enum ScreenLanguage {
    /// As the system.
    #[serde(rename = "system")]
    System,
    /// English.
    #[serde(rename = "en")]
    En,
    /// Simplified Chinese.
    #[serde(rename = "zh-Hans")]
    ZhHans,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Theme {
    /// As the system.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A posting that an application can be begun for.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "each is a badge of its own")]
pub(crate) struct PostingCard {
    /// Names it in `beginApplication`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who offers it.
    pub organisation: Option<String>,
    /// The group there.
    pub group: Option<String>,
    /// Whether it is applied for by e-mail.
    pub by_mail: bool,
    /// Whether it is applied for on a portal.
    pub by_portal: bool,
    /// Whether its form comes with the app.
    pub has_form: bool,
    /// Whether the candidate brought it.
    pub is_own: bool,
}

/// A form that was opened before.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecentForm {
    /// Names it in `beginApplication`.
    pub id: String,
    /// Its file name.
    pub name: String,
    /// When it was opened last, as `2026-03-01T14:05`.
    pub opened: String,
}

/// A file that the candidate dropped on the window, opened with the app, or
/// chose in a dialog. Its path stays with us.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Handed {
    /// Names it in commands, until the app ends.
    pub token: String,
    /// Its file name.
    pub name: String,
    /// What it seems to be.
    pub kind: HandedKind,
}

/// What a file that was handed over seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) enum HandedKind {
    /// A Word or Excel file with questions in it.
    Form,
    /// Something to send along: a CV, a transcript.
    Document,
    /// Facts to import: a profile, a JSON Resume, BibTeX.
    Facts,
    /// Nothing we can use.
    Other,
}

/// What the native menu or a shortcut of the system asks a screen to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) enum MenuAction {
    /// Undo what was done last.
    Undo,
    /// Do it again.
    Redo,
    /// Begin an application.
    NewApplication,
    /// Open a form.
    OpenForm,
    /// Go to the start screen.
    Start,
    /// Go to the profile.
    Profile,
    /// Go to the settings.
    Settings,
    /// Show who made the app and under which licences.
    About,
}
