//! The documents that go along.

use engine::Document;
use tauri::{AppHandle, Runtime, ipc::Response};

use super::Result;
use crate::{
    dialogs::{self, Pick},
    shell::{ask, change, lock, look, now, tell_home, work},
    wire::application::{DocumentRole, DocumentsView},
};

/// What the posting asks for, and what is there.
#[tauri::command]
pub(crate) async fn documents<R: Runtime>(
    app: AppHandle<R>,
    application: String,
) -> Result<DocumentsView> {
    ask(&app, move |desk| desk.documents(&application, now())).await.map(Into::into)
}

/// Adds documents: those that were handed over, or those that the candidate chooses now.
#[tauri::command]
pub(crate) async fn add_documents<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    role: DocumentRole,
    tokens: Option<Vec<String>>,
) -> Result<DocumentsView> {
    work(&app, move |app, shell| {
        let paths = match tokens {
            Some(tokens) => tokens.iter().map(|it| lock(&shell.handed).path(it)).collect(),
            None => Result::Ok(dialogs::open_many(app, Pick::Documents)),
        }?;
        if paths.is_empty() {
            return Ok(shell.desk().documents(&application, now())?.into());
        }
        let files: std::result::Result<Vec<_>, _> =
            paths.iter().map(|it| Document::open(it)).collect();
        // Reading takes its time; whoever asks the desk meanwhile need not wait for it.
        let reader = shell.desk().reader();
        let read = reader.read(files?)?;
        let added = shell.desk().add_read(&application, role.into(), read, now());
        tell_home(app);
        Result::Ok(added?.into())
    })
    .await
}

/// Says what a document is.
#[tauri::command]
pub(crate) async fn set_document_role<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    document: String,
    role: DocumentRole,
) -> Result<DocumentsView> {
    change(&app, move |desk| desk.set_document_role(&application, &document, role.into(), now()))
        .await
        .map(Into::into)
}

/// Puts a document elsewhere in the order.
#[tauri::command]
pub(crate) async fn move_document<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    document: String,
    to: usize,
) -> Result<DocumentsView> {
    change(&app, move |desk| desk.move_document(&application, &document, to, now()))
        .await
        .map(Into::into)
}

/// Takes a document out.
#[tauri::command]
pub(crate) async fn remove_document<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    document: String,
) -> Result<DocumentsView> {
    change(&app, move |desk| desk.remove_document(&application, &document, now()))
        .await
        .map(Into::into)
}

/// A document's bytes, to be shown.
#[tauri::command]
pub(crate) async fn document_bytes<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    document: String,
) -> Result<Response> {
    let document = ask(&app, move |desk| desk.document(&application, &document)).await?;
    Ok(Response::new(document.bytes))
}

/// A document's text.
#[tauri::command]
pub(crate) async fn document_text<R: Runtime>(
    app: AppHandle<R>,
    application: String,
    document: String,
) -> Result<String> {
    look(&app, move |_, shell| {
        let (document, reader) = {
            let desk = shell.desk();
            (desk.document(&application, &document)?, desk.reader())
        };
        reader.text(&document)
    })
    .await
}
