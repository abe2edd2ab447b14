//! Postings of the candidate's own: read, looked over, kept.

use engine::Document;
use tauri::{AppHandle, Runtime};

use super::{Result, chosen, save};
use crate::{
    dialogs::Pick,
    shell::{ask, change_home, lock, now, tell_home, work},
    wire::{
        home::Home,
        posting::{PostingDraft, PostingEdit},
    },
};

/// The text of a posting in a file that was handed over.
#[tauri::command]
pub(crate) async fn posting_text<R: Runtime>(app: AppHandle<R>, token: String) -> Result<String> {
    work(&app, move |_, shell| {
        let path = lock(&shell.handed).path(&token)?;
        Result::Ok(Document::open(&path)?.text_in_any_encoding()?)
    })
    .await
}

/// Reads a posting from pasted text. Nothing is kept.
#[tauri::command]
pub(crate) async fn read_posting<R: Runtime>(
    app: AppHandle<R>,
    text: String,
) -> Result<PostingDraft> {
    ask(&app, move |desk| desk.read_posting(&text)).await.map(Into::into)
}

/// A posting that is kept, to be looked over again.
#[tauri::command]
pub(crate) async fn posting<R: Runtime>(
    app: AppHandle<R>,
    posting: String,
) -> Result<PostingDraft> {
    ask(&app, move |desk| desk.posting(&posting)).await.map(Into::into)
}

/// Keeps a posting as the candidate left it.
#[tauri::command]
pub(crate) async fn keep_posting<R: Runtime>(
    app: AppHandle<R>,
    posting: Option<String>,
    text: Option<String>,
    edit: PostingEdit,
) -> Result<String> {
    work(&app, move |app, shell| {
        let edit = edit.into();
        let kept = shell.desk().keep_posting(posting.as_deref(), text.as_deref(), &edit, now());
        tell_home(app);
        Result::Ok(kept?)
    })
    .await
}

/// Removes one that no application is for.
#[tauri::command]
pub(crate) async fn remove_posting<R: Runtime>(app: AppHandle<R>, posting: String) -> Result<Home> {
    change_home(&app, move |desk| desk.remove_posting(&posting, now())).await
}

/// Saves one for others, with its blank form where there is one.
#[tauri::command]
pub(crate) async fn save_posting<R: Runtime>(app: AppHandle<R>, posting: String) -> Result<bool> {
    let file = ask(&app, move |desk| desk.share_posting(&posting, now())).await?;
    work(&app, move |app, _| save(app, &file.path, &file.bytes)).await
}

/// Takes one in that somebody shared: the file that was handed over, or the one that the
/// candidate chooses now.
#[tauri::command]
pub(crate) async fn take_posting<R: Runtime>(
    app: AppHandle<R>,
    token: Option<String>,
) -> Result<Option<String>> {
    work(&app, move |app, shell| {
        let Some(path) = chosen(app, token, Pick::Posting)? else { return Result::Ok(None) };
        let posting = shell.desk().take_posting(&Document::open(&path)?, now());
        tell_home(app);
        Ok(Some(posting?))
    })
    .await
}
